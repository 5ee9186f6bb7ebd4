-- Who belongs to whom, since when: people as they are known bit by bit, households, who lived
-- in which of them, who is what to whom, what weighs on whom, who is there already. Days are
-- often not known: *_words is what was said (about 30 years), *_on the first day that fits.
-- Source: requirements R-050, R-073, R-080 – R-082, R-088, R-090, R-092, R-096.
ALTER TABLE person ADD COLUMN ordinal @int NOT NULL DEFAULT 1;
ALTER TABLE person ADD COLUMN gender @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN birth_on @day;
ALTER TABLE person ADD COLUMN birth_words @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN other_names @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN kinship @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN phone @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN met @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN attributes @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN durations @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN strengths @text NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN desk_id @id REFERENCES desk;
ALTER TABLE person ADD COLUMN post_id @id REFERENCES post;
ALTER TABLE person ADD COLUMN merged_into @id REFERENCES person;

-- personal
CREATE TABLE household (
  household_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  name @text NOT NULL,
  types @text NOT NULL,
  place @text NOT NULL,
  from_on @day,
  from_words @text NOT NULL,
  until_on @day,
  until_words @text NOT NULL,
  strengths @text NOT NULL,
  remark @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX household_by_case ON household (case_id);

-- Who was part of which household, when; a person may be part of several at a time.
-- personal
CREATE TABLE membership (
  membership_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  household_id @id NOT NULL REFERENCES household,
  person_id @id NOT NULL REFERENCES person,
  living @text NOT NULL,
  from_on @day,
  from_words @text NOT NULL,
  until_on @day,
  until_words @text NOT NULL,
  remark @text NOT NULL,
  dropped @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX membership_by_case ON membership (case_id);
CREATE INDEX membership_by_person ON membership (person_id);

-- What a person is to another: parent of, cares for.
-- personal
CREATE TABLE person_relation (
  relation_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  other_id @id NOT NULL REFERENCES person,
  kind @text NOT NULL,
  from_on @day,
  from_words @text NOT NULL,
  until_on @day,
  until_words @text NOT NULL,
  remark @text NOT NULL,
  dropped @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX person_relation_by_case ON person_relation (case_id);

-- person_id NULL: it weighs on the whole household.
-- personal
CREATE TABLE issue (
  issue_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id REFERENCES person,
  code @text NOT NULL,
  severity @text NOT NULL,
  state @text NOT NULL,
  priority @int,
  gap @bool NOT NULL,
  gap_kind @text NOT NULL,
  from_on @day,
  from_words @text NOT NULL,
  until_on @day,
  words @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX issue_by_case ON issue (case_id);
CREATE INDEX issue_by_code ON issue (code, recorded_at);

-- Who is already there for a person; a desk here or an agency by its name.
-- personal
CREATE TABLE involvement (
  involvement_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  agency @text NOT NULL,
  worker @text NOT NULL,
  field @text NOT NULL,
  since_on @day,
  since_words @text NOT NULL,
  until_on @day,
  until_words @text NOT NULL,
  remark @text NOT NULL,
  dropped @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX involvement_by_case ON involvement (case_id);

-- What changed in somebody's life, or in the household's: the family's years, and what a plan
-- is looked at again by. person_id NULL: the household.
-- personal
CREATE TABLE situation (
  situation_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id REFERENCES person,
  happened_on @day,
  happened_words @text NOT NULL,
  words @text NOT NULL,
  dropped @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX situation_by_case ON situation (case_id, recorded_at);

-- Two entries made one: what was moved, and what stood there before, so that it can be undone
-- to the byte. kind 'people': gone_id is a second entry of the person kept_id; 'cases': of the
-- household's case. kept_version: of the person kept, behind it.
-- seq: merges in their order.
-- personal
CREATE TABLE merge (
  merge_id @id NOT NULL PRIMARY KEY,
  seq @int NOT NULL,
  case_id @id NOT NULL REFERENCES support_case,
  kind @text NOT NULL,
  kept_id @id NOT NULL,
  gone_id @id NOT NULL,
  kept_version @int NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  done_at @instant NOT NULL,
  why @text NOT NULL,
  undone_at @instant,
  undone_post @id REFERENCES post,
  undone_why @text NOT NULL
)@strict;
CREATE INDEX merge_by_case ON merge (case_id);
CREATE INDEX merge_by_gone ON merge (gone_id);

-- personal
CREATE TABLE merge_row (
  merge_id @id NOT NULL REFERENCES merge,
  kind @text NOT NULL,
  row_id @text NOT NULL,
  PRIMARY KEY (merge_id, kind, row_id)
)@strict;

-- The person kept, as it was before.
-- personal
CREATE TABLE merge_was (
  merge_id @id NOT NULL PRIMARY KEY REFERENCES merge,
  known @text NOT NULL,
  name @text NOT NULL,
  kana @text NOT NULL,
  age @int,
  place @text NOT NULL,
  search_text @text NOT NULL,
  version @int NOT NULL,
  ordinal @int NOT NULL,
  gender @text NOT NULL,
  birth_on @day,
  birth_words @text NOT NULL,
  other_names @text NOT NULL,
  kinship @text NOT NULL,
  phone @text NOT NULL,
  met @text NOT NULL,
  attributes @text NOT NULL,
  durations @text NOT NULL,
  strengths @text NOT NULL
)@strict;

-- A case that was made one with another: it is found as that one.
ALTER TABLE support_case ADD COLUMN merged_into @id REFERENCES support_case;
