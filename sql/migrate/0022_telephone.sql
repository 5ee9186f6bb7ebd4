-- Sittings by telephone or in turn: who was asked when, what was said, what the answer was.

-- personal
CREATE TABLE sitting_call (
  call_id @id NOT NULL PRIMARY KEY,
  sitting_id @id NOT NULL REFERENCES sitting,
  place @int NOT NULL,
  attendee_id @id NOT NULL REFERENCES attendee,
  called_at @text NOT NULL,
  answer @text NOT NULL,
  told @bool NOT NULL,
  said @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  noted_at @instant NOT NULL
)@strict;
CREATE INDEX sitting_call_by_sitting ON sitting_call (sitting_id, place);

-- needed: how many answers it takes; 0: everybody who is invited. confirmed: by which sitting
-- of the body it was reported and confirmed.
ALTER TABLE sitting ADD COLUMN needed @int NOT NULL DEFAULT 0;
ALTER TABLE sitting ADD COLUMN confirmed_id @id REFERENCES sitting;
