# Every decision against the oracle.
exec build/tests/policy/policy_compare
