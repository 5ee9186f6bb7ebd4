-- Places where people take part: shops, salons, work, somewhere to be. No person is named here
-- but who answers the telephone there. features: codes of the list wish between commas.
-- age_from, age_to, capacity: -1 for not said. stage: when it became what it is now.
-- Source: requirements R-210, R-213, R-217, R-221, R-223; domain research 2.12 C43.
CREATE TABLE place (
  place_id @id NOT NULL PRIMARY KEY,
  name @text NOT NULL,
  kind @text NOT NULL,
  host @text NOT NULL,
  area @text NOT NULL,
  address @text NOT NULL,
  target @text NOT NULL,
  age_from @int NOT NULL,
  age_to @int NOT NULL,
  gender @text NOT NULL,
  capacity @int NOT NULL,
  days @text NOT NULL,
  fee @text NOT NULL,
  features @text NOT NULL,
  help @text NOT NULL,
  mind @text NOT NULL,
  contact @text NOT NULL,
  published @bool NOT NULL,
  hidden @bool NOT NULL,
  stage @text NOT NULL,
  idea_on @day,
  trial_on @day,
  established_on @day,
  closed_on @day,
  sitting_id @id,
  body @text NOT NULL,
  checked_on @day,
  checked_by @text NOT NULL,
  search_text @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX place_by_name ON place (name, place_id);
CREATE INDEX place_by_kind ON place (kind, area);

CREATE TABLE place_version (
  place_id @id NOT NULL REFERENCES place,
  version @int NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  why @text NOT NULL,
  body @text NOT NULL,
  PRIMARY KEY (place_id, version)
)@strict;

-- A place that has settled, handed to community building; once for each. Source: R-214.
CREATE TABLE community_item (
  community_id @id NOT NULL PRIMARY KEY,
  place_id @id NOT NULL UNIQUE REFERENCES place,
  made_on @day NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post
)@strict;
