# The demo in a real browser: the first act by three clerks, then every page.
set -e
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
cat "$log.act" "$log.run" | awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 }
    END { printf "%d passed, %d failed\n", p, f }'
rm -f "$log.act" "$log.run"
exit $status
