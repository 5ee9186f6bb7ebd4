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

-- What a body received, said or laid down in a fiscal year: the report on the year, opinions,
-- a version of its rules with the sitting that decided it. No person.
CREATE TABLE meeting_entry (
  entry_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  kind @text NOT NULL,
  fiscal_year @int NOT NULL,
  words @text NOT NULL,
  on_day @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL
)@strict;
CREATE INDEX meeting_entry_by_year ON meeting_entry (fiscal_year, body);
CREATE INDEX meeting_entry_by_kind ON meeting_entry (kind, body, on_day);
