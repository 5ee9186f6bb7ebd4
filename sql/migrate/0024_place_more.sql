-- What is done about places beside single people: asking after needs that nobody sees, contact
-- with platforms, grasping, supporting and widening resources. withdrawn: why an entry no
-- longer counts, '' while it does.

-- Asking agencies about needs that nobody sees; how many were asked of each kind. Source: R-220.
CREATE TABLE survey (
  survey_id @id NOT NULL PRIMARY KEY,
  title @text NOT NULL,
  sent_on @day NOT NULL,
  schools @int NOT NULL,
  centers @int NOT NULL,
  disability @int NOT NULL,
  others @int NOT NULL,
  withdrawn @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;

-- One answer; no person is named. needs: codes of local_issue between commas.
CREATE TABLE survey_answer (
  answer_id @id NOT NULL PRIMARY KEY,
  survey_id @id NOT NULL REFERENCES survey,
  target @text NOT NULL,
  party @text NOT NULL,
  needs @text NOT NULL,
  words @text NOT NULL,
  withdrawn @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX survey_answer_by_survey ON survey_answer (survey_id);

-- Source: R-224, R-225.
CREATE TABLE place_work (
  work_id @id NOT NULL PRIMARY KEY,
  kind @text NOT NULL,
  party @text NOT NULL,
  held_on @day NOT NULL,
  words @text NOT NULL,
  withdrawn @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX place_work_by_kind ON place_work (kind, held_on);
