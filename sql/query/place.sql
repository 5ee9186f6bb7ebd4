-- The register of places. It names nobody whom the office helps; a hidden place is there only
-- for the desk that wrote it and for those whom policy lets see all (:every). Who is not of
-- the staff finds what is published.

-- name: place_list  many
-- Places by what is asked for; each empty filter lets all through.
-- in: key text, kind text, area text, feature text, stage text, old_before day, old_only bool, staff bool, every bool, desk_id id:desk, skip int, n int
-- unscoped: how many go there is an office number; nobody is named
-- out: place_id id:place, name text, kind text, host text, area text, address text, target text, age_from int, age_to int, gender text, capacity int, days text, fee text, features text, help text, mind text, contact text, published bool, hidden bool, stage enum:place_stage, checked_on day, body text, taken int, settled int
SELECT p.place_id, p.name, p.kind, p.host, p.area, p.address, p.target, p.age_from,
       p.age_to, p.gender, p.capacity, p.days, p.fee, p.features, p.help, p.mind,
       p.contact, p.published, p.hidden, p.stage, p.checked_on, p.body,
       (SELECT COUNT(*) FROM placement AS k WHERE k.place_id = p.place_id
          AND k.state IN ('regular', 'role')),
       (SELECT COUNT(*) FROM placement AS k WHERE k.place_id = p.place_id
          AND k.regular_on IS NOT NULL)
  FROM place AS p
 WHERE (:staff OR p.published)
   AND (NOT p.hidden OR :every OR (:staff AND p.desk_id = :desk_id))
   AND (:key = '' OR REPLACE(p.search_text, :key, '') <> p.search_text)
   AND (:kind = '' OR p.kind = :kind)
   AND (:area = '' OR p.area = :area)
   AND (:feature = '' OR REPLACE(p.features, :feature, '') <> p.features)
   AND (:stage = '' OR p.stage = :stage)
   AND (:stage <> '' OR p.stage <> 'closed')
   AND (NOT :old_only OR p.checked_on IS NULL OR p.checked_on < :old_before)
 ORDER BY p.name NULLS LAST, p.place_id NULLS LAST
 LIMIT :n OFFSET :skip;

-- name: place_count  one
-- How many those filters find.
-- in: key text, kind text, area text, feature text, stage text, old_before day, old_only bool, staff bool, every bool, desk_id id:desk
-- out: n int
SELECT COUNT(*)
  FROM place AS p
 WHERE (:staff OR p.published)
   AND (NOT p.hidden OR :every OR (:staff AND p.desk_id = :desk_id))
   AND (:key = '' OR REPLACE(p.search_text, :key, '') <> p.search_text)
   AND (:kind = '' OR p.kind = :kind)
   AND (:area = '' OR p.area = :area)
   AND (:feature = '' OR REPLACE(p.features, :feature, '') <> p.features)
   AND (:stage = '' OR p.stage = :stage)
   AND (:stage <> '' OR p.stage <> 'closed')
   AND (NOT :old_only OR p.checked_on IS NULL OR p.checked_on < :old_before);

-- name: place_one  opt
-- One place.
-- in: place_id id:place, staff bool, every bool, desk_id id:desk
-- unscoped: how many go there is an office number; nobody is named
-- out: name text, kind text, host text, area text, address text, target text, age_from int, age_to int, gender text, capacity int, days text, fee text, features text, help text, mind text, contact text, published bool, hidden bool, stage enum:place_stage, idea_on day, trial_on day, established_on day, closed_on day, sitting_id id:sitting, body text, checked_on day, checked_by text, desk text, desk_id id:desk, taken int, version int
SELECT p.name, p.kind, p.host, p.area, p.address, p.target, p.age_from, p.age_to, p.gender,
       p.capacity, p.days, p.fee, p.features, p.help, p.mind, p.contact, p.published,
       p.hidden, p.stage, p.idea_on, p.trial_on, p.established_on, p.closed_on,
       p.sitting_id, p.body, p.checked_on, p.checked_by, d.name, p.desk_id,
       (SELECT COUNT(*) FROM placement AS k WHERE k.place_id = p.place_id
          AND k.state IN ('regular', 'role')),
       p.version
  FROM place AS p JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.place_id = :place_id AND (:staff OR p.published)
   AND (NOT p.hidden OR :every OR (:staff AND p.desk_id = :desk_id));

-- name: place_add  none
-- Writes a place.
-- in: place_id id:place, name text, kind text, host text, area text, address text, target text, age_from int, age_to int, gender text, capacity int, days text, fee text, features text, help text, mind text, contact text, published bool, hidden bool, stage enum:place_stage, idea_on day?, sitting_id id:sitting?, body text, checked_on day?, checked_by text, search_text text, desk_id id:desk, post_id id:post, now instant
INSERT INTO place (place_id, name, kind, host, area, address, target, age_from, age_to,
                   gender, capacity, days, fee, features, help, mind, contact, published,
                   hidden, stage, idea_on, trial_on, established_on, closed_on, sitting_id,
                   body, checked_on, checked_by, search_text, desk_id, post_id,
                   recorded_at, version)
VALUES (:place_id, :name, :kind, :host, :area, :address, :target, :age_from, :age_to,
        :gender, :capacity, :days, :fee, :features, :help, :mind, :contact, :published,
        :hidden, :stage, :idea_on, NULL, NULL, NULL, :sitting_id, :body, :checked_on,
        :checked_by, :search_text, :desk_id, :post_id, :now, 1);

-- name: place_mend  none
-- Corrects a place if it still is of the version the act has seen.
-- in: place_id id:place, version int, name text, kind text, host text, area text, address text, target text, age_from int, age_to int, gender text, capacity int, days text, fee text, features text, help text, mind text, contact text, published bool, hidden bool, sitting_id id:sitting?, body text, checked_on day?, checked_by text, search_text text
UPDATE place
   SET name = :name, kind = :kind, host = :host, area = :area, address = :address,
       target = :target, age_from = :age_from, age_to = :age_to, gender = :gender,
       capacity = :capacity, days = :days, fee = :fee, features = :features, help = :help,
       mind = :mind, contact = :contact, published = :published, hidden = :hidden,
       sitting_id = :sitting_id, body = :body, checked_on = :checked_on,
       checked_by = :checked_by, search_text = :search_text, version = version + 1
 WHERE place_id = :place_id AND version = :version;

-- name: place_check  none
-- Notes that somebody asked there.
-- in: place_id id:place, checked_on day, checked_by text
UPDATE place SET checked_on = :checked_on, checked_by = :checked_by, version = version + 1
 WHERE place_id = :place_id;

-- name: place_move  none
-- Moves a place on; each stage keeps its own day.
-- in: place_id id:place, stage enum:place_stage, on_day day, trial bool, established bool, closed bool
UPDATE place
   SET stage = :stage,
       trial_on = CASE WHEN :trial THEN :on_day ELSE trial_on END,
       established_on = CASE WHEN :established THEN :on_day ELSE established_on END,
       closed_on = CASE WHEN :closed THEN :on_day ELSE NULL END,
       version = version + 1
 WHERE place_id = :place_id;

-- name: place_keep  none
-- Keeps a version of a place.
-- in: place_id id:place, version int, post_id id:post, now instant, why text, body text
INSERT INTO place_version (place_id, version, post_id, at, why, body)
VALUES (:place_id, :version, :post_id, :now, :why, :body);

-- name: place_history  many
-- All versions of a place, newest first.
-- in: place_id id:place
-- out: version int, at instant, who text, desk text, why text, body text
SELECT v.version, v.at, a.name, d.name, v.why, v.body
  FROM place_version AS v
  JOIN post AS p ON p.post_id = v.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE v.place_id = :place_id
 ORDER BY v.version DESC NULLS LAST
 LIMIT 100;

-- name: community_add  none
-- Hands a settled place to community building, once.
-- in: community_id id:community, place_id id:place, made_on day, desk_id id:desk, post_id id:post
INSERT INTO community_item (community_id, place_id, made_on, desk_id, post_id)
VALUES (:community_id, :place_id, :made_on, :desk_id, :post_id)
ON CONFLICT (place_id) DO NOTHING;

-- name: community_list  many
-- The places handed to community building, newest first.
-- in: staff bool, every bool, desk_id id:desk
-- out: place_id id:place, name text, made_on day, desk text
SELECT p.place_id, p.name, k.made_on, d.name
  FROM community_item AS k
  JOIN place AS p ON p.place_id = k.place_id
  JOIN desk AS d ON d.desk_id = k.desk_id
 WHERE (:staff OR p.published)
   AND (NOT p.hidden OR :every OR (:staff AND p.desk_id = :desk_id))
 ORDER BY k.made_on DESC NULLS LAST, p.name NULLS LAST, p.place_id NULLS LAST
 LIMIT 500;

-- name: community_of_place  opt
-- When a place was handed to community building.
-- in: place_id id:place
-- out: made_on day
SELECT made_on FROM community_item WHERE place_id = :place_id;

-- name: menu_sittings  many
-- Sittings of the viewer's desk at which menus may be made, newest first.
-- in: desk_id id:desk
-- out: sitting_id id:sitting, body text, held_on day
-- unscoped: of the desk's own sittings only
SELECT sitting_id, body, held_on FROM sitting
 WHERE desk_id = :desk_id AND state <> 'cancelled'
 ORDER BY held_on DESC NULLS LAST, sitting_id NULLS LAST
 LIMIT 60;
