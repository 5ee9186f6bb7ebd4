# Undoing merges leaves no trace; every table of a case is accounted for; people are told apart.
set -e
build/tests/household/kasane-likeness tests/names
exec tests/pg build/tests/household/kasane-merge-test profiles 300
