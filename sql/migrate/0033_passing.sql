-- An agency in the rota of visits hands the household to the next: what it learned, and the day of
-- the next visit. Source: R-200; 甲州市 実施計画 6(1).

-- learned: read by the desk that wrote it and the one it is written to.
-- personal
CREATE TABLE outreach_passing (
  passing_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  turn_id @id NOT NULL REFERENCES outreach_turn,
  to_desk @id NOT NULL REFERENCES desk,
  learned @text NOT NULL,
  next_on @day NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX outreach_passing_by_case ON outreach_passing (case_id);
