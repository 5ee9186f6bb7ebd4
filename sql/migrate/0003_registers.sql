-- What sections and bodies write down about their programs over the year; no personal data.
-- subject: the program's id in the plan, of staffing the staff role's. amount: yen of a grant,
-- thousandths of persons of staffing.
CREATE TABLE register_entry (
  entry_id @id NOT NULL PRIMARY KEY,
  kind @text NOT NULL,
  fiscal_year @int NOT NULL,
  subject @text NOT NULL,
  item @text NOT NULL,
  party @text NOT NULL,
  happened_on @day,
  amount @int NOT NULL,
  remark @text NOT NULL,
  issues @text NOT NULL,
  plans @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  withdrawn @bool NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX register_entry_by_year ON register_entry (fiscal_year, kind, subject);
-- One status form for a program and a year. Source: requirement R-042.
CREATE UNIQUE INDEX register_status_once ON register_entry (fiscal_year, subject)
 WHERE kind = 'status';

CREATE TABLE register_version (
  entry_id @id NOT NULL REFERENCES register_entry,
  version @int NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  why @text NOT NULL,
  body @text NOT NULL,
  PRIMARY KEY (entry_id, version)
)@strict;

-- Services that somebody is using; they overlap, and none excludes another.
-- personal
CREATE TABLE enrolment (
  enrolment_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  program @text NOT NULL,
  service @text NOT NULL,
  from_on @day NOT NULL,
  until_on @day,
  remark @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX enrolment_by_case ON enrolment (case_id, from_on);
CREATE INDEX enrolment_by_program ON enrolment (program, service);
