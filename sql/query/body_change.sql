-- Correcting and withdrawing what was written of a body. Nobody is named here.

-- name: body_record_one  opt
-- One record of a body, whatever it is; changes: how often it was corrected or withdrawn.
-- in: record_id id
-- out: kind enum:body_record, entry_kind enum:body_entry_kind, body text, title text, words text, fiscal_year int, tied bool, over bool, desk_id id:desk, desk text, made_at instant, changes int, withdrawn bool
-- unscoped: of items it says only that one is tied, as the page of the body does
SELECT r.kind, r.entry_kind, r.body, r.title, r.words, r.fiscal_year, r.tied, r.is_over,
       r.desk_id, d.name, r.made_at,
       (SELECT COUNT(*) FROM body_change AS x WHERE x.subject_id = :record_id),
       EXISTS (SELECT 1 FROM body_change AS x
                WHERE x.subject_id = :record_id AND x.withdrawn)
  FROM (
  SELECT 'entry' AS kind, e.kind AS entry_kind, e.body AS body, '' AS title,
         e.words AS words, e.fiscal_year AS fiscal_year, FALSE AS tied,
         FALSE AS is_over, e.desk_id AS desk_id, e.made_at AS made_at
    FROM meeting_entry AS e WHERE e.entry_id = :record_id
  UNION ALL
  SELECT 'theme', '', t.body, t.title, t.origin, 0, t.local_issue_id IS NOT NULL, FALSE,
         t.desk_id, t.made_at
    FROM body_theme AS t WHERE t.theme_id = :record_id
  UNION ALL
  SELECT 'event', '', v.body, v.title, v.words, 0, FALSE, FALSE, v.desk_id, v.made_at
    FROM body_event AS v WHERE v.event_id = :record_id
  UNION ALL
  SELECT 'group', '', g.body, g.name, g.work, 0,
         EXISTS (SELECT 1 FROM body_event_group AS q WHERE q.group_id = g.group_id),
         g.until_on IS NOT NULL, g.desk_id, g.made_at
    FROM body_group AS g WHERE g.group_id = :record_id
  UNION ALL
  SELECT 'subgroup', '', s.parent, s.topic, s.report, 0, FALSE, s.closed_on IS NOT NULL,
         s.desk_id, s.made_at
    FROM subgroup AS s WHERE s.subgroup_id = :record_id
  UNION ALL
  SELECT 'area', '', b.body, b.name, '', 0, FALSE, b.until_on IS NOT NULL, b.desk_id,
         b.made_at
    FROM area_body AS b WHERE b.area_body_id = :record_id) AS r
  JOIN desk AS d ON d.desk_id = r.desk_id;

-- name: body_change_add  none
-- Keeps the text as it was, and why it changed.
-- in: record_id id, place int, title text, words text, why text, withdrawn bool, post_id id:post, now instant
INSERT INTO body_change (subject_id, place, title, words, why, withdrawn, post_id, at)
VALUES (:record_id, :place, :title, :words, :why, :withdrawn, :post_id, :now);

-- name: body_changes  many
-- How a record was before, the newest first.
-- in: record_id id
-- out: title text, words text, why text, withdrawn bool, who text, desk text, at instant
SELECT x.title, x.words, x.why, x.withdrawn, a.name, d.name, x.at
  FROM body_change AS x
  JOIN post AS p ON p.post_id = x.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE x.subject_id = :record_id
 ORDER BY x.place DESC NULLS LAST
 LIMIT 200;

-- name: meeting_entry_mend  none
-- in: record_id id, words text
UPDATE meeting_entry SET words = :words WHERE entry_id = :record_id;

-- name: theme_mend  none
-- in: record_id id, title text, words text
UPDATE body_theme SET title = :title, origin = :words WHERE theme_id = :record_id;

-- name: body_event_mend  none
-- in: record_id id, title text, words text
UPDATE body_event SET title = :title, words = :words WHERE event_id = :record_id;

-- name: group_mend  none
-- in: record_id id, title text, words text
UPDATE body_group SET name = :title, work = :words, version = version + 1
 WHERE group_id = :record_id;

-- name: subgroup_mend  none
-- in: record_id id, title text, words text
-- unscoped: the act has found that the viewer's desk wrote it
UPDATE subgroup SET topic = :title, report = :words, version = version + 1
 WHERE subgroup_id = :record_id;

-- name: area_body_mend  none
-- in: record_id id, title text
UPDATE area_body SET name = :title, version = version + 1
 WHERE area_body_id = :record_id;

-- name: waiting_mend  none
-- What still waits for a sitting says what the record says now.
-- in: record_id id, words text
UPDATE waiting_matter SET words = :words
 WHERE source_id = :record_id AND item_id IS NULL;

-- name: waiting_drop  none
-- What came of a record that was withdrawn waits no longer.
-- in: record_id id
DELETE FROM waiting_matter WHERE source_id = :record_id AND item_id IS NULL;

-- name: group_withdrawn  many
-- The groups of a body that were put down by mistake.
-- in: body text
-- out: group_id id:group, name text
SELECT g.group_id, g.name FROM body_group AS g
 WHERE g.body = :body
   AND EXISTS (SELECT 1 FROM body_change AS x
                WHERE x.subject_id = g.group_id AND x.withdrawn)
 ORDER BY g.name NULLS LAST, g.group_id NULLS LAST
 LIMIT 200;

-- name: role_proposal_withdraw  none
-- Takes back a proposed role that was not decided.
-- in: proposal_id id:role_proposal, why text, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE proposed_role SET withdrawn_at = :now, withdrawn_why = :why
 WHERE proposal_id = :proposal_id AND role_id IS NULL AND withdrawn_at IS NULL;

-- name: item_place_drop  none
-- Says that a place of the menu did not come of the item.
-- in: item_id id:item, place_id id:place, why text, now instant
-- unscoped: the act has checked that the viewer is the secretariat of the item
UPDATE item_place SET dropped_at = :now, dropped_why = :why
 WHERE item_id = :item_id AND place_id = :place_id AND dropped_at IS NULL;
