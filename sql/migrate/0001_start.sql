-- The first tables of a municipality's store. Types are written @id @text @int @bool @blob
-- @day @instant and stand for each engine's own. A table under "-- personal" holds facts
-- about people: statements on it go through a visible_ view or say why not.

CREATE TABLE setting (
  name @text NOT NULL PRIMARY KEY,
  value @text NOT NULL
)@strict;

-- Profiles as they were loaded, whole; the newest is in force.
CREATE TABLE profile_version (
  version @int NOT NULL PRIMARY KEY,
  loaded_at @instant NOT NULL,
  digest @text NOT NULL,
  body @text NOT NULL
)@strict;

CREATE TABLE agency (
  agency_id @id NOT NULL PRIMARY KEY,
  code @text NOT NULL UNIQUE,
  name @text NOT NULL,
  kind @text NOT NULL
)@strict_by_key;

CREATE TABLE desk (
  desk_id @id NOT NULL PRIMARY KEY,
  agency_id @id NOT NULL REFERENCES agency,
  code @text NOT NULL UNIQUE,
  name @text NOT NULL,
  is_lead @bool NOT NULL,
  from_on @day NOT NULL,
  until_on @day
)@strict_by_key;

CREATE TABLE account (
  account_id @id NOT NULL PRIMARY KEY,
  login @text NOT NULL UNIQUE,
  name @text NOT NULL,
  password @text NOT NULL,
  totp_seed @blob,
  totp_step @int NOT NULL,
  created_at @instant NOT NULL,
  ended_at @instant
)@strict_by_key;

-- As whom somebody acts. One person may hold several; none without an end.
CREATE TABLE post (
  post_id @id NOT NULL PRIMARY KEY,
  account_id @id NOT NULL REFERENCES account,
  desk_id @id NOT NULL REFERENCES desk,
  role @text NOT NULL,
  kind @text NOT NULL,
  title @text NOT NULL,
  from_at @instant NOT NULL,
  until_at @instant NOT NULL,
  suspended @bool NOT NULL
)@strict_by_key;
CREATE INDEX post_by_account ON post (account_id);
CREATE INDEX post_by_desk ON post (desk_id);

CREATE TABLE session (
  token_hash @text NOT NULL PRIMARY KEY,
  session_id @id NOT NULL UNIQUE,
  account_id @id NOT NULL REFERENCES account,
  post_id @id REFERENCES post,
  stage @text NOT NULL,
  size @int NOT NULL,
  created_at @instant NOT NULL,
  seen_at @instant NOT NULL,
  ends_at @instant NOT NULL
)@strict;
CREATE INDEX session_by_account ON session (account_id);

-- Keys of machines and of the command line: one post each, hashed.
CREATE TABLE api_token (
  token_hash @text NOT NULL PRIMARY KEY,
  session_id @id NOT NULL UNIQUE,
  post_id @id NOT NULL REFERENCES post,
  name @text NOT NULL,
  created_at @instant NOT NULL,
  until_at @instant NOT NULL
)@strict;

-- personal
CREATE TABLE support_case (
  case_id @id NOT NULL PRIMARY KEY,
  number @text NOT NULL UNIQUE,
  state @text NOT NULL,
  urgency @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  owner_post @id NOT NULL REFERENCES post,
  opened_at @instant NOT NULL,
  touched_at @instant NOT NULL,
  version @int NOT NULL
)@strict_by_key;

-- personal
CREATE TABLE person (
  person_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  known @text NOT NULL,
  name @text NOT NULL,
  kana @text NOT NULL,
  age @int,
  place @text NOT NULL,
  consent @text NOT NULL,
  search_text @text NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX person_by_case ON person (case_id);

-- personal
CREATE TABLE consultation (
  consultation_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  received_at @instant NOT NULL,
  recorded_at @instant NOT NULL,
  words @text NOT NULL,
  speaker @text NOT NULL,
  caller_contact @text NOT NULL,
  informant_hidden @bool NOT NULL,
  call_back @bool NOT NULL,
  call_back_when @text NOT NULL,
  call_back_as @text NOT NULL,
  voice_mail @bool NOT NULL,
  method @text NOT NULL,
  route @text NOT NULL,
  topic @text NOT NULL,
  urgency @text NOT NULL,
  purpose_told @bool NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX consultation_by_case ON consultation (case_id, received_at);

-- personal
CREATE TABLE note (
  note_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  happened_on @day NOT NULL,
  recorded_at @instant NOT NULL,
  method @text NOT NULL,
  result @text NOT NULL,
  minutes @int,
  fact @text NOT NULL,
  own_words @text NOT NULL,
  opinion @text NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX note_by_case ON note (case_id, recorded_at);

-- What is to be done next, by whom and until when.
-- personal
CREATE TABLE next_step (
  step_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  desk_id @id NOT NULL REFERENCES desk,
  owner_post @id NOT NULL REFERENCES post,
  what @text NOT NULL,
  due_on @day NOT NULL,
  made_at @instant NOT NULL,
  done_at @instant,
  result @text NOT NULL
)@strict;
CREATE INDEX next_step_by_case ON next_step (case_id, due_on);

-- personal
CREATE TABLE referral (
  referral_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  from_desk @id NOT NULL REFERENCES desk,
  from_post @id NOT NULL REFERENCES post,
  to_desk @id NOT NULL REFERENCES desk,
  owner_post @id REFERENCES post,
  previous_id @id REFERENCES referral,
  state @text NOT NULL,
  basis @text NOT NULL,
  basis_reason @text NOT NULL,
  ask @text NOT NULL,
  purpose @text NOT NULL,
  handed @text NOT NULL,
  items @int NOT NULL,
  urgency @text NOT NULL,
  sent_at @instant NOT NULL,
  due_on @day NOT NULL,
  reply @text NOT NULL,
  return_reason @text NOT NULL,
  return_text @text NOT NULL,
  first_contact_on @day,
  outcome @text NOT NULL,
  result @text NOT NULL,
  ended_at @instant,
  version @int NOT NULL
)@strict;
CREATE INDEX referral_by_case ON referral (case_id, sent_at);
CREATE INDEX referral_by_receiver ON referral (to_desk, state, sent_at);
CREATE INDEX referral_by_sender ON referral (from_desk, state, sent_at);

-- Earlier and present content of every record: who, when, why.
-- personal
CREATE TABLE record_version (
  record_id @id NOT NULL,
  version @int NOT NULL,
  kind @text NOT NULL,
  case_id @id NOT NULL REFERENCES support_case,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  why @text NOT NULL,
  body @text NOT NULL,
  PRIMARY KEY (record_id, version)
)@strict;
CREATE INDEX record_version_by_case ON record_version (case_id, at);

-- The work list: what each act leaves to be done.
-- personal
CREATE TABLE duty (
  duty_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  rule @text NOT NULL,
  subject_id @id NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id REFERENCES post,
  due_on @day NOT NULL,
  UNIQUE (rule, subject_id, desk_id)
)@strict;
CREATE INDEX duty_by_desk ON duty (desk_id, due_on);
CREATE INDEX duty_by_case ON duty (case_id);

-- Which cases exist for whom, on which ground; made from the other tables in the same act.
CREATE TABLE reach (
  subject @id NOT NULL,
  case_id @id NOT NULL REFERENCES support_case,
  ground @int NOT NULL,
  from_at @instant NOT NULL,
  until_at @instant,
  updated_at @instant NOT NULL,
  PRIMARY KEY (subject, case_id, ground)
)@strict_by_key;
CREATE INDEX reach_by_case ON reach (case_id);

-- personal
CREATE TABLE draft (
  draft_id @id NOT NULL PRIMARY KEY,
  post_id @id NOT NULL REFERENCES post,
  route @text NOT NULL,
  title @text NOT NULL,
  body @text NOT NULL,
  saved_at @instant NOT NULL
)@strict;
CREATE INDEX draft_by_post ON draft (post_id, saved_at);

-- Answers of acts that were acknowledged, so that a repeated request gets the same one.
CREATE TABLE idempotency (
  post_id @id NOT NULL,
  route @text NOT NULL,
  key @text NOT NULL,
  body_hash @blob NOT NULL,
  status @int NOT NULL,
  place @text NOT NULL,
  at @instant NOT NULL,
  PRIMARY KEY (post_id, route, key)
)@strict;
CREATE INDEX idempotency_by_time ON idempotency (at);

-- The ledger: one leaf per unit of work, ids only.
CREATE TABLE ledger_leaf (
  seq @int NOT NULL PRIMARY KEY,
  at @instant NOT NULL,
  post_id @id,
  body @blob NOT NULL,
  hash @blob NOT NULL
)@strict;
CREATE INDEX ledger_leaf_by_post ON ledger_leaf (post_id, seq);

-- Whom a leaf is about: the index of the ledger, made again from the leaves at need.
CREATE TABLE ledger_about (
  subject @id NOT NULL,
  seq @int NOT NULL,
  PRIMARY KEY (subject, seq)
)@strict;

CREATE TABLE ledger_checkpoint (
  size @int NOT NULL PRIMARY KEY,
  at @instant NOT NULL,
  note_text @text NOT NULL
)@strict;
