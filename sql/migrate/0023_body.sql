-- What the bodies of the plan leave beside their minutes: matters that wait for the next
-- sitting, subgroups, themes, groups that take part, bodies of areas; and what an item of an
-- agenda is tied to. No person is named but where an item's case is.
-- Source: requirements R-126, R-135, R-148, R-149, R-153 – R-156, R-159 – R-161, R-166, R-169.

-- What is spoken of: a version of a plan, or a plan that another scheme keeps.
ALTER TABLE agenda_item ADD COLUMN plan_id @id REFERENCES support_plan;
ALTER TABLE agenda_item ADD COLUMN scheme_plan_id @id REFERENCES scheme_plan;
CREATE INDEX agenda_item_by_plan ON agenda_item (plan_id);
CREATE INDEX agenda_item_by_scheme_plan ON agenda_item (scheme_plan_id);

-- A meeting of agencies arranged from an item of another one; no sitting of the body itself.
ALTER TABLE sitting ADD COLUMN from_item @id REFERENCES agenda_item;

-- Which item decided the version, or the rules.
ALTER TABLE multi_agency_definition ADD COLUMN item_id @id REFERENCES agenda_item;
ALTER TABLE meeting_entry ADD COLUMN item_id @id REFERENCES agenda_item;

-- What is to be put before a body at its next sitting. item_id: where it was put.
CREATE TABLE waiting_matter (
  waiting_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  kind @text NOT NULL,
  title @text NOT NULL,
  words @text NOT NULL,
  source_id @id NOT NULL,
  item_id @id REFERENCES agenda_item,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL
)@strict;
CREATE INDEX waiting_matter_by_body ON waiting_matter (body, item_id);
CREATE INDEX waiting_matter_by_item ON waiting_matter (item_id);

-- A group set up for one issue by a decision of its parent; it ends with a report.
CREATE TABLE subgroup (
  subgroup_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  parent @text NOT NULL,
  topic @text NOT NULL,
  item_id @id NOT NULL REFERENCES agenda_item,
  set_on @day NOT NULL,
  report @text NOT NULL,
  closed_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX subgroup_by_parent ON subgroup (parent, set_on);

-- A local issue handed to the body above, level by level.
CREATE TABLE local_issue_lift (
  local_issue_id @id NOT NULL REFERENCES local_issue,
  place @int NOT NULL,
  body @text NOT NULL,
  words @text NOT NULL,
  on_day @day NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  PRIMARY KEY (local_issue_id, place)
)@strict;

-- What a body studies, and the practice that it came from.
CREATE TABLE body_theme (
  theme_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  title @text NOT NULL,
  local_issue_id @id REFERENCES local_issue,
  origin @text NOT NULL,
  from_on @day NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL
)@strict;
CREATE INDEX body_theme_by_body ON body_theme (body, from_on);

-- A group that takes part in a body, from when until when.
CREATE TABLE body_group (
  group_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  name @text NOT NULL,
  work @text NOT NULL,
  from_on @day NOT NULL,
  until_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX body_group_by_body ON body_group (body, from_on);

-- What groups of a body do: a day together, or work that ties two or more of them.
CREATE TABLE body_event (
  event_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  kind @text NOT NULL,
  title @text NOT NULL,
  words @text NOT NULL,
  on_day @day NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL
)@strict;
CREATE INDEX body_event_by_body ON body_event (body, on_day);

CREATE TABLE body_event_group (
  event_id @id NOT NULL REFERENCES body_event,
  group_id @id NOT NULL REFERENCES body_group,
  PRIMARY KEY (event_id, group_id)
)@strict;
CREATE INDEX body_event_group_by_group ON body_event_group (group_id);

-- A body of an area: one of each kind in each at a time.
CREATE TABLE area_body (
  area_body_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  area @text NOT NULL,
  name @text NOT NULL,
  from_on @day NOT NULL,
  until_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE UNIQUE INDEX area_body_once ON area_body (body, area) WHERE until_on IS NULL;

-- A place where people take part that came of an item of an agenda.
CREATE TABLE item_place (
  item_id @id NOT NULL REFERENCES agenda_item,
  place_id @id NOT NULL REFERENCES place,
  PRIMARY KEY (item_id, place_id)
)@strict;
CREATE INDEX item_place_by_place ON item_place (place_id);

-- A role that an item proposes for a meeting of agencies. for_item_id: the item there, once it
-- is arranged; role_id: once it is decided there.
-- personal
CREATE TABLE proposed_role (
  proposal_id @id NOT NULL PRIMARY KEY,
  item_id @id NOT NULL REFERENCES agenda_item,
  for_item_id @id REFERENCES agenda_item,
  case_id @id NOT NULL REFERENCES support_case,
  desk_id @id NOT NULL REFERENCES desk,
  what @text NOT NULL,
  due_on @day NOT NULL,
  role_id @id REFERENCES decided_role,
  made_at @instant NOT NULL
)@strict;
CREATE INDEX proposed_role_by_item ON proposed_role (item_id);
CREATE INDEX proposed_role_by_case ON proposed_role (case_id);
