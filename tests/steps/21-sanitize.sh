# Units under AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer.
set -e
[ -f build-asan/build.ninja ] || meson setup -Doptimization=1 \
    -Db_sanitize=address,undefined build-asan
ninja -C build-asan -j1
export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
tests/unit build-asan
