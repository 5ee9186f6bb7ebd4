# Rules broken on purpose, which the oracle must notice.
exec tests/policy/mutants build
