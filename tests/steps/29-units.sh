# Each test of each unit.
exec tests/unit build
