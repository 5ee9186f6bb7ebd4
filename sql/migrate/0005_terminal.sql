-- Terminals at which somebody has logged in before: guessing elsewhere does not slow them.
CREATE TABLE terminal (
  token_hash @text NOT NULL,
  account_id @id NOT NULL REFERENCES account,
  seen_at @instant NOT NULL,
  PRIMARY KEY (token_hash, account_id)
)@strict;
