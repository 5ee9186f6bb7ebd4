-- Photographs and papers beside the record, whole: kept with the data, so that a copy of it is
-- a copy of them too.
-- personal
CREATE TABLE attachment (
  attachment_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  note_id @id NOT NULL REFERENCES note,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  name @text NOT NULL,
  type @text NOT NULL,
  size @int NOT NULL,
  remark @text NOT NULL,
  body @blob NOT NULL,
  withdrawn_at @instant,
  withdrawn_why @text NOT NULL
)@strict;
CREATE INDEX attachment_by_note ON attachment (note_id, recorded_at);
CREATE INDEX attachment_by_case ON attachment (case_id);

-- The folded text of what was written down, for search. It goes when its record goes.
-- personal
CREATE TABLE record_text (
  record_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  kind @text NOT NULL,
  happened_on @day NOT NULL,
  search_text @text NOT NULL
)@strict;
CREATE INDEX record_text_by_desk ON record_text (desk_id, happened_on);
@search_index(record_text, record_id, search_text);
