-- What more a meeting leaves: the minutes as they were before each correction.

-- Each text that the minutes of an item had, newest version last; what: the point of the
-- agenda, "end" for how the item ended. why: given where the sitting was over already.
-- personal
CREATE TABLE item_version (
  item_id @id NOT NULL REFERENCES agenda_item,
  version @int NOT NULL,
  what @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  why @text NOT NULL,
  body @text NOT NULL,
  PRIMARY KEY (item_id, version)
)@strict;
