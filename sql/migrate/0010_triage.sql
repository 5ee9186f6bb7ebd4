-- What is decided about a consultation, who answers for a case on which days, and what nobody
-- could take.

-- How a consultation came, and who answered it first.
ALTER TABLE consultation ADD COLUMN brought_by @text NOT NULL DEFAULT 'unknown';
ALTER TABLE consultation ADD COLUMN site @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN procedure_name @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN unsure @bool NOT NULL DEFAULT FALSE;
ALTER TABLE consultation ADD COLUMN asks_advice @bool NOT NULL DEFAULT FALSE;
ALTER TABLE consultation ADD COLUMN area @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN main_topic @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN agencies @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN no_consent_reason @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN outlook @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN wanted @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN rights @text NOT NULL DEFAULT '';
ALTER TABLE consultation ADD COLUMN responded_at @instant;
ALTER TABLE consultation ADD COLUMN responded_post @id REFERENCES post;
CREATE INDEX consultation_by_time ON consultation (received_at);

-- Each decision about the course of a case stays; the newest is in force.
-- personal
CREATE TABLE triage (
  triage_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  way @text NOT NULL,
  reason @text NOT NULL,
  drop_reason @text NOT NULL,
  no_consent_reason @text NOT NULL,
  rights @text NOT NULL,
  conference @bool NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  decided_at @instant NOT NULL
)@strict;
CREATE INDEX triage_by_case ON triage (case_id, decided_at);
CREATE INDEX triage_by_time ON triage (decided_at);

-- The desk that answers for a case has changed: since when, after whom, how it was handed on.
-- personal
CREATE TABLE lead_change (
  case_id @id NOT NULL REFERENCES support_case,
  at @instant NOT NULL,
  from_desk @id NOT NULL REFERENCES desk,
  to_desk @id NOT NULL REFERENCES desk,
  until_on @day NOT NULL,
  joint_visit_on @day,
  remark @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  PRIMARY KEY (case_id, at)
)@strict;

-- Which cases multi-agency work takes: every version stays with its date and meeting.
CREATE TABLE multi_agency_definition (
  version @int NOT NULL PRIMARY KEY,
  body @text NOT NULL,
  criteria @text NOT NULL,
  meeting @text NOT NULL,
  decided_on @day NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;

-- What a hand-over to multi-agency work says beyond the others.
ALTER TABLE referral ADD COLUMN multi_reason @text NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN network @text NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN tried @text NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN tried_none @text NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN definition_version @int;
ALTER TABLE referral ADD COLUMN joint_visit_on @day;
ALTER TABLE referral ADD COLUMN hold_until @day;
ALTER TABLE referral ADD COLUMN by_rule @text NOT NULL DEFAULT '';

-- By this code the sender keys in what an agency without an account answered on paper.
-- personal
CREATE TABLE reply_code (
  referral_id @id NOT NULL PRIMARY KEY REFERENCES referral,
  code_hash @text NOT NULL UNIQUE,
  made_at @instant NOT NULL,
  until_at @instant NOT NULL,
  used_at @instant
)@strict;

-- What nobody could take: district, kind, month. No person, no case, no day.
CREATE TABLE gap_entry (
  gap_id @id NOT NULL PRIMARY KEY,
  month @text NOT NULL,
  area @text NOT NULL,
  kind @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk
)@strict;
CREATE INDEX gap_entry_by_month ON gap_entry (month);

-- A benefit or service that was asked for out of a consultation, and what was decided.
-- personal
CREATE TABLE service_request (
  service_request_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  consultation_id @id NOT NULL REFERENCES consultation,
  service @text NOT NULL,
  place @text NOT NULL,
  requested_on @day NOT NULL,
  decision @text NOT NULL,
  decided_on @day,
  remark @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  version @int NOT NULL
)@strict;
CREATE INDEX service_request_by_case ON service_request (case_id);
