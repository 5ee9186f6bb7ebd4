-- Reaching out to people who did not ask. The log of the relation lies apart from the record
-- of services (note), so that either is printed without the other. Source: R-097, R-191.

-- One case that somebody tries to reach. tries, meetings, refusals, tried_on and met_on are
-- counted from outreach_contact by the act that adds one.
-- personal
CREATE TABLE outreach (
  case_id @id NOT NULL PRIMARY KEY REFERENCES support_case,
  state @text NOT NULL,
  stage @text NOT NULL,
  safety @text NOT NULL,
  coordinating @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  began_on @day NOT NULL,
  tries @int NOT NULL,
  meetings @int NOT NULL,
  refusals @int NOT NULL,
  tried_on @day,
  met_on @day,
  handed_on @day,
  version @int NOT NULL
)@strict;
CREATE INDEX outreach_by_state ON outreach (state);

-- From whom and when it was heard.
-- personal
CREATE TABLE outreach_source (
  source_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  kind @text NOT NULL,
  party @text NOT NULL,
  heard_on @day NOT NULL,
  words @text NOT NULL,
  gathering_id @id,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX outreach_source_by_case ON outreach_source (case_id, recorded_at);
CREATE INDEX outreach_source_by_gathering ON outreach_source (gathering_id);

-- One attempt to reach somebody; letter keeps the text as it was sent.
-- personal
CREATE TABLE outreach_contact (
  contact_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  way @text NOT NULL,
  result @text NOT NULL,
  happened_on @day NOT NULL,
  recorded_at @instant NOT NULL,
  fact @text NOT NULL,
  own_words @text NOT NULL,
  letter_name @text NOT NULL,
  letter @text NOT NULL,
  asked @bool NOT NULL,
  answer @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post
)@strict;
CREATE INDEX outreach_contact_by_case ON outreach_contact (case_id, happened_on);
CREATE INDEX outreach_contact_by_day ON outreach_contact (happened_on);

-- How the relation moved: state and stage with their instant; the monthly report counts these.
-- personal
CREATE TABLE outreach_move (
  move_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  before_state @text NOT NULL,
  state @text NOT NULL,
  stage @text NOT NULL,
  why @text NOT NULL,
  moved_on @day NOT NULL,
  at @instant NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post
)@strict;
CREATE INDEX outreach_move_by_case ON outreach_move (case_id, at);
CREATE INDEX outreach_move_by_day ON outreach_move (moved_on);

-- What a conference decided about reaching somebody.
-- personal
CREATE TABLE outreach_policy (
  policy_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  decided_on @day NOT NULL,
  meeting @text NOT NULL,
  body @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX outreach_policy_by_case ON outreach_policy (case_id, decided_on);

-- Visits to come, one row each; the desks of a series take them in turn.
-- personal
CREATE TABLE outreach_turn (
  turn_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  series_id @id NOT NULL,
  place @int NOT NULL,
  due_on @day NOT NULL,
  to_desk @id NOT NULL REFERENCES desk,
  contact_id @id REFERENCES outreach_contact,
  cancelled @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX outreach_turn_by_case ON outreach_turn (case_id, due_on);

-- Who stands around the person: agencies, neighbours, family.
-- personal
CREATE TABLE outreach_tie (
  tie_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  kind @text NOT NULL,
  name @text NOT NULL,
  part @text NOT NULL,
  since_on @day NOT NULL,
  until_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX outreach_tie_by_case ON outreach_tie (case_id, since_on);

-- Letters that a municipality uses; a letter that was sent keeps its own text.
CREATE TABLE letter_template (
  letter_id @id NOT NULL PRIMARY KEY,
  name @text NOT NULL UNIQUE,
  body @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  changed_at @instant NOT NULL
)@strict;

-- A meeting that somebody joined to hear of people, a salon visited, a desk held open.
-- Source: R-192, R-195.
CREATE TABLE gathering (
  gathering_id @id NOT NULL PRIMARY KEY,
  kind @text NOT NULL,
  name @text NOT NULL,
  held_on @day NOT NULL,
  party @text NOT NULL,
  staff @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX gathering_by_desk ON gathering (desk_id, held_on);

-- What was heard: of somebody not yet known, or of an area and nobody in particular.
-- personal
CREATE TABLE finding (
  finding_id @id NOT NULL PRIMARY KEY,
  gathering_id @id REFERENCES gathering,
  source @text NOT NULL,
  party @text NOT NULL,
  heard_on @day NOT NULL,
  area @text NOT NULL,
  of_area @bool NOT NULL,
  words @text NOT NULL,
  case_id @id REFERENCES support_case,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX finding_by_gathering ON finding (gathering_id);
CREATE INDEX finding_by_area ON finding (of_area, heard_on);

-- What people of the community, shops and counters let the consultation desk know.
-- Source: R-069, R-071, R-205, R-206.
-- personal
CREATE TABLE notice (
  notice_id @id NOT NULL PRIMARY KEY,
  kind @text NOT NULL,
  event @text NOT NULL,
  area @text NOT NULL,
  words @text NOT NULL,
  urgency @text NOT NULL,
  from_desk @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  to_desk @id NOT NULL REFERENCES desk,
  sent_at @instant NOT NULL,
  answer @text NOT NULL,
  answered_at @instant,
  answered_by @id REFERENCES post,
  case_id @id REFERENCES support_case
)@strict;
CREATE INDEX notice_by_desk ON notice (to_desk, sent_at);
CREATE INDEX notice_by_post ON notice (post_id, sent_at);

-- The four figures of a month as they were reported. Source: R-208.
CREATE TABLE outreach_month (
  month @text NOT NULL PRIMARY KEY,
  listed @int NOT NULL,
  contacts @int NOT NULL,
  agreements @int NOT NULL,
  moves @int NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  closed_at @instant NOT NULL
)@strict;

-- Who takes over whose case; until it is accepted both are there. Source: design section 5.
-- personal
CREATE TABLE succession (
  succession_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  from_post @id NOT NULL REFERENCES post,
  to_account @id NOT NULL REFERENCES account,
  desk_id @id NOT NULL REFERENCES desk,
  mind @text NOT NULL,
  asked_by @id NOT NULL REFERENCES post,
  asked_at @instant NOT NULL,
  state @text NOT NULL,
  reply @text NOT NULL,
  ended_at @instant
)@strict;
CREATE INDEX succession_by_case ON succession (case_id, state);
CREATE INDEX succession_by_account ON succession (to_account, state);
