# What a person does, at every door and on both engines.
exec tests/pg build/tests/walk/kasane-walk-test tests/walk profiles
