-- What shuts: protected whereabouts, sealed households, the other side of a split household,
-- a conflict of interest. And the emergencies that open in spite of some of them.

-- One row for each restriction. subject: the post or desk that is kept out (conflict,
-- other_side). Those of one group are lifted together. It stands until two have lifted it.
-- personal
CREATE TABLE restriction (
  restriction_id @id NOT NULL PRIMARY KEY,
  group_id @id NOT NULL,
  kind @text NOT NULL,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id REFERENCES person,
  subject @id,
  decided @bool NOT NULL,
  from_on @day NOT NULL,
  until_on @day,
  reason @text NOT NULL,
  begun_at @instant NOT NULL,
  begun_post @id NOT NULL REFERENCES post,
  lift_at @instant,
  lift_post @id REFERENCES post,
  lift_reason @text NOT NULL,
  lifted_at @instant,
  lifted_post @id REFERENCES post,
  version @int NOT NULL
)@strict;
CREATE INDEX restriction_by_case ON restriction (case_id);
CREATE INDEX restriction_by_person ON restriction (person_id);
CREATE INDEX restriction_by_group ON restriction (group_id);

-- Who may know of it nevertheless, in the order in which they are called. A deputy is named
-- only while the absence lasts: an opened row without deputy and with an end.
-- personal
CREATE TABLE restriction_named (
  named_id @id NOT NULL PRIMARY KEY,
  restriction_id @id NOT NULL REFERENCES restriction,
  case_id @id NOT NULL REFERENCES support_case,
  post_id @id NOT NULL REFERENCES post,
  deputy @bool NOT NULL,
  reason @text NOT NULL,
  from_at @instant NOT NULL,
  until_at @instant,
  added_by @id NOT NULL REFERENCES post
)@strict;
CREATE INDEX restriction_named_by_restriction ON restriction_named (restriction_id);
CREATE INDEX restriction_named_by_case ON restriction_named (case_id);
CREATE INDEX restriction_named_by_post ON restriction_named (post_id);

-- Where a protected person is to be found. Sealed for table, restriction and version with a
-- key that lies beside the town's keys; nowhere else is it kept.
-- personal
CREATE TABLE whereabouts (
  restriction_id @id NOT NULL REFERENCES restriction,
  version @int NOT NULL,
  case_id @id NOT NULL REFERENCES support_case,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  sealed @blob NOT NULL,
  PRIMARY KEY (restriction_id, version)
)@strict;

-- Dangers to the person or to who visits, and whom to call first.
-- personal
CREATE TABLE safety (
  case_id @id NOT NULL PRIMARY KEY REFERENCES support_case,
  dangers @text NOT NULL,
  call_order @text NOT NULL,
  at @instant NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  version @int NOT NULL
)@strict;

-- Posts on duty for emergencies.
CREATE TABLE duty_post (
  post_id @id NOT NULL REFERENCES post,
  from_at @instant NOT NULL,
  until_at @instant,
  added_by @id REFERENCES post,
  PRIMARY KEY (post_id, from_at)
)@strict;

-- Each use of an emergency, hit or miss (case_id empty), with its time box and its review.
-- personal
CREATE TABLE emergency_use (
  use_id @id NOT NULL PRIMARY KEY,
  kind @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  desk_id @id NOT NULL REFERENCES desk,
  case_id @id REFERENCES support_case,
  reason @text NOT NULL,
  at @instant NOT NULL,
  until_at @instant NOT NULL,
  reviewed_at @instant,
  reviewed_post @id REFERENCES post,
  verdict @text NOT NULL,
  verdict_text @text NOT NULL
)@strict;
CREATE INDEX emergency_use_by_case ON emergency_use (case_id, until_at);
CREATE INDEX emergency_use_by_post ON emergency_use (post_id, at);
CREATE INDEX emergency_use_by_review ON emergency_use (reviewed_at, at);

-- Something like a hidden household came to another desk: told to its lead alone.
-- personal
CREATE TABLE similar_arrival (
  arrival_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  seen_at @instant
)@strict;
CREATE INDEX similar_arrival_by_case ON similar_arrival (case_id, at);

-- What happened to a restriction: its history, in words without whereabouts.
-- personal
CREATE TABLE restriction_event (
  event_id @id NOT NULL PRIMARY KEY,
  restriction_id @id NOT NULL REFERENCES restriction,
  case_id @id NOT NULL REFERENCES support_case,
  at @instant NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  what @text NOT NULL,
  why @text NOT NULL
)@strict;
CREATE INDEX restriction_event_by_restriction ON restriction_event (restriction_id, at);
