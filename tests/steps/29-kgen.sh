# What the generator must refuse, and what it prints.
exec tests/kgen/run build/gen/kgen
