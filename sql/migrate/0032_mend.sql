-- Times in which a request for disclosure waits for being put right by who made it: they do not
-- count towards the term. Source: 個人情報保護法 77条3項, 83条1項ただし書; requirement R-114.

-- mended_on: NULL while it waits.
-- personal
CREATE TABLE access_mend (
  mend_id @id NOT NULL PRIMARY KEY,
  access_id @id NOT NULL REFERENCES access_request,
  case_id @id NOT NULL REFERENCES support_case,
  asked_on @day NOT NULL,
  what @text NOT NULL,
  mended_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX access_mend_by_access ON access_mend (access_id);
CREATE INDEX access_mend_by_case ON access_mend (case_id);
