# Undoing merges leaves no trace; every table of a case is accounted for.
exec tests/pg build/tests/household/kasane-merge-test profiles 300
