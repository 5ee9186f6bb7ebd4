-- The district from which a hand-over comes: what is linked to the office is counted by it
-- (R-068, S-18).
ALTER TABLE referral ADD COLUMN area @text NOT NULL DEFAULT '';
