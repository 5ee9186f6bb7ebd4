-- The id of what an act made, for whoever asks for the same answer once more.
ALTER TABLE idempotency ADD COLUMN made @id;
