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

-- Why somebody takes the way of participation support. item_id: of the conference that decided.
-- Source: R-209.
-- personal
CREATE TABLE participation (
  participation_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  opened_on @day NOT NULL,
  reason @text NOT NULL,
  item_id @id,
  decided @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX participation_by_case ON participation (case_id, opened_on);

-- What somebody wishes, as of a day; the newest counts. person_id NULL: of the household.
-- personal
CREATE TABLE wish (
  wish_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id REFERENCES person,
  heard_on @day NOT NULL,
  wishes @text NOT NULL,
  musts @text NOT NULL,
  area @text NOT NULL,
  area_only @bool NOT NULL,
  strengths @text NOT NULL,
  words @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX wish_by_case ON wish (case_id, recorded_at);

-- Somebody and a place, from the proposal on. told: what the place may know. reasons: the
-- points of the match as they were on that day.
-- personal
CREATE TABLE placement (
  placement_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id REFERENCES person,
  wish_id @id REFERENCES wish,
  place_id @id NOT NULL REFERENCES place,
  state @text NOT NULL,
  reasons @text NOT NULL,
  told @text NOT NULL,
  proposed_on @day NOT NULL,
  accepted_on @day,
  declined_on @day,
  visit_on @day,
  trial_on @day,
  regular_on @day,
  role_on @day,
  ended_on @day,
  next_on @day,
  words @text NOT NULL,
  end_words @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX placement_by_case ON placement (case_id, recorded_at);
CREATE INDEX placement_by_place ON placement (place_id, state);

-- Days on which to ask how it goes: follow-up, watching over, support of the place itself.
-- personal
CREATE TABLE placement_day (
  day_id @id NOT NULL PRIMARY KEY,
  placement_id @id NOT NULL REFERENCES placement,
  case_id @id NOT NULL REFERENCES support_case,
  kind @text NOT NULL,
  due_on @day NOT NULL,
  done_on @day,
  dropped @bool NOT NULL,
  words @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post
)@strict;
CREATE INDEX placement_day_by_placement ON placement_day (placement_id, due_on);
CREATE INDEX placement_day_by_case ON placement_day (case_id);
