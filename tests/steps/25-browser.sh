# The demo in a real browser: the first act by three clerks, then every page; then the model
# household in each municipality from the first word to the follow-up, each form by its page.
set -eo pipefail
export KASANE_ARTIFACTS=${KASANE_ARTIFACTS:-artifacts} # the pictures stay here
log=$(mktemp)
build/kasane demo --listen 127.0.0.1:0 >"$log" 2>&1 &
demo=$!
trap 'kill $demo 2>/dev/null; wait $demo 2>/dev/null || true; rm -f "$log"' EXIT
for _ in $(seq 100); do
    url=$(grep -oE 'http://localhost:[0-9]+' "$log" | head -n 1) && [ -n "$url" ] && break
    sleep 0.1
done
[ -n "$url" ] || { cat "$log"; exit 1; }
status=0
node tests/browser/act.mjs "$url" | tee "$log.act" || status=1
node tests/browser/run.mjs "$url/niiza" | tee "$log.run" || status=1
for town in niiza hiratsuka chigasaki koshu kasugai; do
    node tests/browser/walk.mjs build/tests/walk/kasane-stage profiles $town \
        "tests/walk/S-00-model-household-$town.walk" | tee "$log.walk.$town" || status=1
done
cat "$log.act" "$log.run" "$log".walk.* | awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 }
    END { printf "%d passed, %d failed\n", p, f }'
rm -f "$log.act" "$log.run" "$log".walk.*
exit $status
