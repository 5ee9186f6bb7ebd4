# The same sources with clang; a warning is an error.
set -e
[ -f build-clang/build.ninja ] || CC=clang-14 meson setup -Dwerror=true build-clang
ninja -C build-clang -j1
echo '1 passed, 0 failed'
