-- Sittings of meetings: agenda, who attends which item, what is tabled, how items end, what was
-- asked of whom. Nobody but the secretariat, those invited and holders of decided roles may
-- learn that a sitting took place.

-- personal
CREATE TABLE sitting (
  sitting_id @id NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  also @text NOT NULL,
  way @text NOT NULL,
  state @text NOT NULL,
  held_on @day NOT NULL,
  held_at @text NOT NULL,
  place @text NOT NULL,
  reason @text NOT NULL,
  convener @text NOT NULL,
  consent_question @text NOT NULL,
  nameless @bool NOT NULL,
  trigger @text NOT NULL,
  previous_id @id REFERENCES sitting,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL,
  opened_at @instant,
  closed_at @instant,
  roll_at @instant,
  version @int NOT NULL
)@strict;
CREATE INDEX sitting_by_desk ON sitting (desk_id, held_on);
CREATE INDEX sitting_by_body ON sitting (body, held_on);

-- acts_as: the body as which this item is spoken of; a topic has no case.
-- personal
CREATE TABLE agenda_item (
  item_id @id NOT NULL PRIMARY KEY,
  sitting_id @id NOT NULL REFERENCES sitting,
  place @int NOT NULL,
  acts_as @text NOT NULL,
  footing @text NOT NULL,
  bound @bool NOT NULL,
  case_id @id REFERENCES support_case,
  title @text NOT NULL,
  trigger @text NOT NULL,
  reason @text NOT NULL,
  purpose @text NOT NULL,
  state @text NOT NULL,
  discussion @text NOT NULL,
  decision @text NOT NULL,
  next_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  added_at @instant NOT NULL,
  ended_at @instant,
  version @int NOT NULL
)@strict;
CREATE INDEX agenda_item_by_sitting ON agenda_item (sitting_id, place);
CREATE INDEX agenda_item_by_case ON agenda_item (case_id);

-- What is laid before an item, as it was in that moment; kind: a class of information.
-- personal
CREATE TABLE tabled_fact (
  tabled_id @id NOT NULL PRIMARY KEY,
  item_id @id NOT NULL REFERENCES agenda_item,
  kind @text NOT NULL,
  ground @int NOT NULL,
  body @text NOT NULL,
  note_id @id REFERENCES note,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  tabled_at @instant NOT NULL,
  dropped_at @instant
)@strict;
CREATE INDEX tabled_fact_by_item ON tabled_fact (item_id, tabled_at);

-- A seat at the sitting: a post, a desk whose person is not yet known, or somebody by name.
-- personal
CREATE TABLE attendee (
  attendee_id @id NOT NULL PRIMARY KEY,
  sitting_id @id NOT NULL REFERENCES sitting,
  desk_id @id REFERENCES desk,
  post_id @id REFERENCES post,
  name @text NOT NULL,
  part @text NOT NULL,
  secrecy @text NOT NULL,
  sworn_at @instant,
  sworn_by @id REFERENCES post,
  said @text NOT NULL,
  present @bool NOT NULL,
  left_at @instant
)@strict;
CREATE INDEX attendee_by_sitting ON attendee (sitting_id);
CREATE INDEX attendee_by_post ON attendee (post_id);

-- personal
CREATE TABLE attendee_item (
  attendee_id @id NOT NULL REFERENCES attendee,
  item_id @id NOT NULL REFERENCES agenda_item,
  PRIMARY KEY (attendee_id, item_id)
)@strict;
CREATE INDEX attendee_item_by_item ON attendee_item (item_id);

-- The yearly pledge of a post, with the wording it was given to.
CREATE TABLE pledge (
  post_id @id NOT NULL REFERENCES post,
  until_on @day NOT NULL,
  wording @text NOT NULL,
  given_at @instant NOT NULL,
  PRIMARY KEY (post_id, until_on)
)@strict;

-- What the minutes say to each point that the plan puts on the agenda.
-- personal
CREATE TABLE item_point (
  item_id @id NOT NULL REFERENCES agenda_item,
  point @text NOT NULL,
  body @text NOT NULL,
  PRIMARY KEY (item_id, point)
)@strict;

-- A numbered copy of the papers: whose, printed by whom and when, whether it came back.
-- personal
CREATE TABLE pack_copy (
  copy_id @id NOT NULL PRIMARY KEY,
  sitting_id @id NOT NULL REFERENCES sitting,
  attendee_id @id NOT NULL REFERENCES attendee,
  number @int NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  printed_at @instant NOT NULL,
  returned_at @instant,
  UNIQUE (sitting_id, number)
)@strict;

-- A role that a meeting decided: who does what until when. It reaches the case by itself.
-- personal
CREATE TABLE decided_role (
  role_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  item_id @id NOT NULL REFERENCES agenda_item,
  kind @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  what @text NOT NULL,
  lead @bool NOT NULL,
  days @int NOT NULL,
  step_id @id REFERENCES next_step,
  named @bool NOT NULL,
  due_on @day NOT NULL,
  from_at @instant NOT NULL,
  until_on @day,
  ended_at @instant
)@strict;
CREATE INDEX decided_role_by_case ON decided_role (case_id);
CREATE INDEX decided_role_by_desk ON decided_role (desk_id);
CREATE INDEX decided_role_by_item ON decided_role (item_id);

-- A request for cooperation under article 106-6, paragraph 3, and its answer.
-- personal
CREATE TABLE cooperation_request (
  request_id @id NOT NULL PRIMARY KEY,
  item_id @id NOT NULL REFERENCES agenda_item,
  party @text NOT NULL,
  asked @text NOT NULL,
  basis @text NOT NULL,
  due_on @day NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  sent_at @instant NOT NULL,
  answer @text NOT NULL,
  answered_at @instant
)@strict;
CREATE INDEX cooperation_request_by_item ON cooperation_request (item_id);
CREATE INDEX cooperation_request_by_desk ON cooperation_request (desk_id, sent_at);
