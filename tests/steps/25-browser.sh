# The demo in a real browser: the first act by three clerks, then every page; what is written
# while the server is killed; then the model household in each municipality from the first word
# to the follow-up, and what it does not touch, each form by its page.
set -eo pipefail
export KASANE_ARTIFACTS=${KASANE_ARTIFACTS:-artifacts} # the pictures stay here
walks='niiza S-00-model-household-niiza
hiratsuka S-00-model-household-hiratsuka
chigasaki S-00-model-household-chigasaki
koshu S-00-model-household-koshu
kasugai S-00-model-household-kasugai
kasugai R-159-kasugai-platforms
hiratsuka R-131-mended
kasugai R-218-follow-up
niiza R-041-users
niiza R-073-joined
niiza R-117-emergency
niiza R-172-without-consent
niiza R-174-five-missing
niiza R-200-passed-on
niiza R-215-attendance'
said=$(mktemp)
build/kasane demo --listen 127.0.0.1:0 >"$said.demo" 2>&1 &
demo=$!
trap 'kill $demo 2>/dev/null; wait $demo 2>/dev/null || true; rm -f "$said" "$said.demo"' EXIT
for _ in $(seq 100); do
    url=$(grep -oE 'http://localhost:[0-9]+' "$said.demo" | head -n 1) && [ -n "$url" ] && break
    sleep 0.1
done
[ -n "$url" ] || { cat "$said.demo"; exit 1; }
status=0
node tests/browser/act.mjs "$url" | tee -a "$said" || status=1
node tests/browser/run.mjs "$url/niiza" | tee -a "$said" || status=1
node tests/browser/drafts.mjs build/kasane build/demo | tee -a "$said" || status=1
while read -r town walk; do
    node tests/browser/walk.mjs build/tests/walk/kasane-stage profiles "$town" \
        "tests/walk/$walk.walk" </dev/null | tee -a "$said" || status=1
done <<<"$walks"
awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 }
    END { printf "%d passed, %d failed\n", p, f }' "$said"
exit $status
