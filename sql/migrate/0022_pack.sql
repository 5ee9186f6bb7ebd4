-- Copies of the papers: which of them are lost, and what was found out.
ALTER TABLE pack_copy ADD COLUMN lost_at @instant;
ALTER TABLE pack_copy ADD COLUMN lost_why @text NOT NULL DEFAULT '';
