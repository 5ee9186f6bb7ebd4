# The generated town is made and the programs that measure it get their answers, on both engines.
exec tests/pg tests/bench/run --check --build build
