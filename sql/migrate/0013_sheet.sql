-- Assessment sheets: the form of each day, what each desk answered, every earlier version.
-- A form is data; its text is kept when it is first used, so that old answers are shown in
-- the form of their day. Source: requirements R-082, R-084; domain research 2.5.
CREATE TABLE sheet_form (
  digest @text NOT NULL PRIMARY KEY,
  code @text NOT NULL,
  title @text NOT NULL,
  body @text NOT NULL,
  used_at @instant NOT NULL
)@strict;

-- personal
CREATE TABLE sheet (
  sheet_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  code @text NOT NULL,
  digest @text NOT NULL REFERENCES sheet_form,
  body @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL,
  UNIQUE (case_id, code, desk_id)
)@strict;

-- personal
CREATE TABLE sheet_version (
  sheet_id @id NOT NULL REFERENCES sheet,
  version @int NOT NULL,
  case_id @id NOT NULL REFERENCES support_case,
  digest @text NOT NULL REFERENCES sheet_form,
  body @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  why @text NOT NULL,
  PRIMARY KEY (sheet_id, version)
)@strict;

-- That a desk's assessment was whole on a day.
-- personal
CREATE TABLE assessment (
  assessment_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  completed_at @instant NOT NULL
)@strict;
CREATE INDEX assessment_by_case ON assessment (case_id, completed_at);
