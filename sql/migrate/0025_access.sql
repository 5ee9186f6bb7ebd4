-- The register of requests by which people ask what is recorded about them, with the lines of
-- the record that somebody has read by hand and found to tell of the person who asks.
-- Source: 個人情報保護法 76条, 77条, 78条, 82条, 83条, 87条; requirement R-114.

-- number: of the fiscal year, for the paper and the office's list, which names nobody.
-- personal
CREATE TABLE access_request (
  access_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  year @int NOT NULL,
  number @int NOT NULL,
  state @text NOT NULL,
  received_on @day NOT NULL,
  due_on @day NOT NULL,
  extended_on @day,
  extended_why @text NOT NULL,
  asked_by @text NOT NULL,
  agent @text NOT NULL,
  agent_paper @text NOT NULL,
  confirmed @text NOT NULL,
  wanted @text NOT NULL,
  decision @text NOT NULL,
  refusal @text NOT NULL,
  decided_on @day,
  decided_words @text NOT NULL,
  handed_on @day,
  handed_how @text NOT NULL,
  copy_id @id REFERENCES disclosure,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL,
  UNIQUE (year, number)
)@strict;
CREATE INDEX access_request_by_case ON access_request (case_id);
CREATE INDEX access_request_by_person ON access_request (person_id);

-- personal
CREATE TABLE access_line (
  access_id @id NOT NULL REFERENCES access_request,
  note_id @id NOT NULL REFERENCES note,
  case_id @id NOT NULL REFERENCES support_case,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  PRIMARY KEY (access_id, note_id)
)@strict;
CREATE INDEX access_line_by_case ON access_line (case_id);
