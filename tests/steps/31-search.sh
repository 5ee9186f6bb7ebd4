# The search index finds what a plain look through all texts finds, on both engines.
exec tests/pg build/tests/search/kasane-search-test profiles
