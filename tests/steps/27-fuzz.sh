# Each parser of outside bytes for three seconds, after the inputs that are kept.
exec tests/fuzz/run 3
