-- Consent of each person by itself, and whom it names. One record that includes sharing stands
-- for a person at a time: a newer one takes its place, a refusal or withdrawal ends it.

-- personal
CREATE TABLE consent (
  consent_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  state @text NOT NULL,
  support @bool NOT NULL,
  sharing @bool NOT NULL,
  plan @bool NOT NULL,
  recording @bool NOT NULL,
  items @int NOT NULL,
  joins @bool NOT NULL,
  purpose @text NOT NULL,
  from_on @day NOT NULL,
  until_on @day,
  from_at @instant NOT NULL,
  until_at @instant,
  how @text NOT NULL,
  words @text NOT NULL,
  witness @text NOT NULL,
  proxy_ground @text NOT NULL,
  proxy_paper @text NOT NULL,
  child_will @text NOT NULL,
  explained_by @text NOT NULL,
  explained_version @text NOT NULL,
  evidence @text NOT NULL,
  again_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  ended_at @instant,
  ended_how @text NOT NULL,
  ended_words @text NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX consent_by_person ON consent (person_id, recorded_at);
CREATE INDEX consent_by_case ON consent (case_id, state);

-- Whom a consent names: a desk, or the post of a resident or 民生委員; allowed or not to be told.
-- personal
CREATE TABLE consent_party (
  consent_id @id NOT NULL REFERENCES consent,
  subject @id NOT NULL,
  allowed @bool NOT NULL,
  PRIMARY KEY (consent_id, subject)
)@strict;

-- What was given by consent ends with it: the hand-over stays on record, the reach does not.
ALTER TABLE referral ADD COLUMN revoked_at @instant;

-- Everything about a person that went to somebody else: to whom, what, why, on which basis of
-- the register (codes/legal_basis.yaml). None without basis and purpose.
-- personal
CREATE TABLE disclosure (
  disclosure_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  from_desk @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  to_desk @id REFERENCES desk,
  to_name @text NOT NULL CHECK (to_name <> ''),
  items @int NOT NULL,
  basis @text NOT NULL CHECK (basis <> ''),
  basis_reason @text NOT NULL,
  purpose @text NOT NULL CHECK (purpose <> ''),
  way @text NOT NULL,
  record_id @id,
  happened_on @day NOT NULL,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX disclosure_by_case ON disclosure (case_id, recorded_at);
CREATE INDEX disclosure_by_person ON disclosure (person_id, recorded_at);
CREATE INDEX disclosure_by_day ON disclosure (happened_on, basis);

-- What the privacy officer found out about a look; the leaf itself never changes.
CREATE TABLE look_review (
  seq @int NOT NULL PRIMARY KEY REFERENCES ledger_leaf,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  remark @text NOT NULL
)@strict;
