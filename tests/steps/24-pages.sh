# Every page in Chromium, without a server.
set -e
ninja -C build tests/look/gallery >/dev/null
build/tests/look/gallery build/tests/look
exec node tests/browser/run.mjs --gallery build/tests/look
