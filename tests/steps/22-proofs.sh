# Promises proven on both engines: kill -9, races, refused leaves, two worlds.
exec tests/pg build/tests/proof/kasane-proof profiles
