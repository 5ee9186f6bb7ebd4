-- What was written of a body and was wrong: each text as it was before, with the reason.

-- subject_id: the entry, theme, event, group, subgroup or body of an area. place: 1, 2, …
CREATE TABLE body_change (
  subject_id @id NOT NULL,
  place @int NOT NULL,
  title @text NOT NULL,
  words @text NOT NULL,
  why @text NOT NULL,
  withdrawn @bool NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  PRIMARY KEY (subject_id, place)
)@strict;

-- A proposed role, and a place tied to an item, that were taken back.
ALTER TABLE proposed_role ADD COLUMN withdrawn_at @instant;
ALTER TABLE proposed_role ADD COLUMN withdrawn_why @text NOT NULL DEFAULT '';
ALTER TABLE item_place ADD COLUMN dropped_at @instant;
ALTER TABLE item_place ADD COLUMN dropped_why @text NOT NULL DEFAULT '';
