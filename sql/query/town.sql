-- The town itself: schema, settings, profile, agencies, desks.

-- name: schema_version  one
-- The newest migration that was applied; 0 when none.
-- out: version int
SELECT COALESCE(MAX(version), 0) FROM schema_version;

-- name: schema_note  none
-- Notes a migration as applied.
-- in: version int, name text, at instant
INSERT INTO schema_version (version, name, at) VALUES (:version, :name, :at);

-- name: setting_get  opt
-- One setting of the town.
-- in: name text
-- out: value text
SELECT value FROM setting WHERE name = :name;

-- name: setting_put  none
-- Sets it.
-- in: name text, value text
INSERT INTO setting (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- name: profile_newest  opt
-- The profile in force.
-- out: version int, body text, digest text, loaded_at instant
SELECT version, body, digest, loaded_at FROM profile_version
 WHERE version = (SELECT MAX(version) FROM profile_version);

-- name: profile_add  none
-- Loads a further version.
-- in: loaded_at instant, digest text, body text
INSERT INTO profile_version (version, loaded_at, digest, body)
SELECT COALESCE(MAX(version), 0) + 1, :loaded_at, :digest, :body FROM profile_version;

-- name: agency_put  none
-- Adds an agency or renames it.
-- in: agency_id id:agency, code text, name text, kind text
INSERT INTO agency (agency_id, code, name, kind) VALUES (:agency_id, :code, :name, :kind)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind;

-- name: agency_by_code  opt
-- Finds an agency.
-- in: code text
-- out: agency_id id:agency, name text
SELECT agency_id, name FROM agency WHERE code = :code;

-- name: desk_put  none
-- Adds a desk or renames it.
-- in: desk_id id:desk, agency_id id:agency, code text, name text, is_lead bool, from_on day
INSERT INTO desk (desk_id, agency_id, code, name, is_lead, from_on, until_on)
VALUES (:desk_id, :agency_id, :code, :name, :is_lead, :from_on, NULL)
ON CONFLICT (code) DO UPDATE
   SET name = excluded.name, is_lead = excluded.is_lead, until_on = NULL;

-- name: desk_by_code  opt
-- Finds a desk by the code of the profile.
-- in: code text
-- out: desk_id id:desk, agency_id id:agency, name text
SELECT desk_id, agency_id, name FROM desk WHERE code = :code;

-- name: desk_one  opt
-- One desk.
-- in: desk_id id:desk
-- out: code text, name text, agency_id id:agency, agency text, kind text, is_lead bool
SELECT d.code, d.name, d.agency_id, a.name, a.kind, d.is_lead
  FROM desk AS d JOIN agency AS a ON a.agency_id = d.agency_id
 WHERE d.desk_id = :desk_id;

-- name: desk_list  many
-- All desks that are open, the leading section first.
-- out: desk_id id:desk, code text, name text, agency_id id:agency, agency text, kind text, is_lead bool
SELECT d.desk_id, d.code, d.name, d.agency_id, a.name, a.kind, d.is_lead
  FROM desk AS d JOIN agency AS a ON a.agency_id = d.agency_id
 WHERE d.until_on IS NULL
 ORDER BY d.is_lead DESC NULLS LAST, a.name NULLS LAST, d.name NULLS LAST,
          d.code NULLS LAST;

-- name: desk_people  one
-- How many people hold a post at the desk now.
-- in: desk_id id:desk, now instant
-- out: n int
SELECT COUNT(DISTINCT account_id) FROM post
 WHERE desk_id = :desk_id AND from_at <= :now AND until_at > :now AND NOT suspended;
