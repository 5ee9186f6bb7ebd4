-- Pregnancies and the children born, as a こども家庭センター keeps them: read and written there
-- alone, so nothing of them stands in tables that other desks read, and versions are kept apart.
-- Source: requirement R-096; 甲州市 7(1), 春日井市 III-1.

-- One pregnancy. person_id: the mother. expected_on: unknown when nobody has said.
-- personal
CREATE TABLE pregnancy (
  pregnancy_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  state @text NOT NULL,
  expected_on @day,
  notified_on @day,
  ended_on @day,
  reason @text NOT NULL,
  remark @text NOT NULL,
  support @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX pregnancy_by_case ON pregnancy (case_id);
CREATE INDEX pregnancy_by_person ON pregnancy (person_id);

-- A child born, in the mother's household. person_id: the child as everybody in the case knows
-- it, once the centre has let the others know.
-- personal
CREATE TABLE newborn (
  newborn_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  pregnancy_id @id NOT NULL REFERENCES pregnancy,
  household_id @id NOT NULL REFERENCES household,
  person_id @id REFERENCES person,
  name @text NOT NULL,
  kana @text NOT NULL,
  gender @text NOT NULL,
  born_on @day NOT NULL,
  remark @text NOT NULL,
  dropped @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX newborn_by_case ON newborn (case_id);
CREATE INDEX newborn_by_pregnancy ON newborn (pregnancy_id);

-- What stood in either before, as record_version for the rest.
-- personal
CREATE TABLE childcare_version (
  record_id @id NOT NULL,
  version @int NOT NULL,
  case_id @id NOT NULL REFERENCES support_case,
  pregnancy_id @id NOT NULL REFERENCES pregnancy,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  why @text NOT NULL,
  body @text NOT NULL,
  PRIMARY KEY (record_id, version)
)@strict;
CREATE INDEX childcare_version_by_pregnancy ON childcare_version (pregnancy_id);
