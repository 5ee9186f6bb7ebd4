# What a person does, at every door, on SQLite.
KASANE_PG=none exec build/tests/walk/kasane-walk-test tests/walk profiles "" sqlite
