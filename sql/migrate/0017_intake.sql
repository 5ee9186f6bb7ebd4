-- What a receiver without an account answers on paper, keyed in by the desk that sent.

-- Who wrote the answer, and on which day; empty and NULL: it was answered here.
ALTER TABLE referral ADD COLUMN paper_by @text NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN paper_on @day;
