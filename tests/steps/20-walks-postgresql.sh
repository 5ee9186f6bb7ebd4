# What a person does, at every door, on PostgreSQL.
exec tests/pg build/tests/walk/kasane-walk-test tests/walk profiles "" postgresql
