# What exists for whom, on both engines, against the oracle.
exec tests/pg build/tests/policy/existence profiles
