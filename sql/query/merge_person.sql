-- What a merge of two entries of a person moves, and back.

-- name: merge_note_person  none
-- Notes what names a person: it goes over to the one kept.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
INSERT INTO merge_row (merge_id, kind, row_id)
SELECT :merge_id, 'consultation', consultation_id FROM consultation WHERE person_id = :gone_id
UNION ALL
SELECT :merge_id, 'membership', membership_id FROM membership WHERE person_id = :gone_id
UNION ALL
SELECT :merge_id, 'issue', issue_id FROM issue WHERE person_id = :gone_id
UNION ALL
SELECT :merge_id, 'involvement', involvement_id FROM involvement WHERE person_id = :gone_id
UNION ALL
SELECT :merge_id, 'situation', situation_id FROM situation WHERE person_id = :gone_id
UNION ALL
SELECT :merge_id, 'disclosure', disclosure_id FROM disclosure WHERE person_id = :gone_id
UNION ALL
SELECT :merge_id, 'relation_of', relation_id FROM person_relation
 WHERE person_id = :gone_id AND other_id <> :kept_id
UNION ALL
SELECT :merge_id, 'relation_to', relation_id FROM person_relation
 WHERE other_id = :gone_id AND person_id <> :kept_id;

-- name: merge_person_consultation  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE consultation SET person_id = :kept_id
 WHERE person_id = :gone_id
   AND consultation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'consultation');

-- name: merge_person_membership  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE membership SET person_id = :kept_id
 WHERE person_id = :gone_id
   AND membership_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'membership');

-- name: merge_person_issue  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE issue SET person_id = :kept_id
 WHERE person_id = :gone_id
   AND issue_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'issue');

-- name: merge_person_involvement  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE involvement SET person_id = :kept_id
 WHERE person_id = :gone_id
   AND involvement_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'involvement');

-- name: merge_person_situation  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE situation SET person_id = :kept_id
 WHERE person_id = :gone_id
   AND situation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'situation');

-- name: merge_person_disclosure  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE disclosure SET person_id = :kept_id
 WHERE person_id = :gone_id
   AND disclosure_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'disclosure');

-- name: merge_person_relation_of  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE person_relation SET person_id = :kept_id
 WHERE person_id = :gone_id
   AND relation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'relation_of');

-- name: merge_person_relation_to  none
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE person_relation SET other_id = :kept_id
 WHERE other_id = :gone_id
   AND relation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'relation_to');

-- name: merge_person_count  one
-- How many rows a merge of people noted, and how many of them still name the person kept;
-- bound: consents and restrictions that name the second entry and do not move.
-- in: merge_id id:merge, kept_id id:person, gone_id id:person
-- out: noted int, there int, bound int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM merge_row WHERE merge_id = :merge_id),
       (SELECT COUNT(*) FROM consultation AS x JOIN merge_row AS r ON r.row_id = x.consultation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'consultation' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM membership AS x JOIN merge_row AS r ON r.row_id = x.membership_id
          WHERE r.merge_id = :merge_id AND r.kind = 'membership' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM issue AS x JOIN merge_row AS r ON r.row_id = x.issue_id
          WHERE r.merge_id = :merge_id AND r.kind = 'issue' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM involvement AS x JOIN merge_row AS r ON r.row_id = x.involvement_id
          WHERE r.merge_id = :merge_id AND r.kind = 'involvement' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM situation AS x JOIN merge_row AS r ON r.row_id = x.situation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'situation' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM disclosure AS x JOIN merge_row AS r ON r.row_id = x.disclosure_id
          WHERE r.merge_id = :merge_id AND r.kind = 'disclosure' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM person_relation AS x JOIN merge_row AS r ON r.row_id = x.relation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'relation_of' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM person_relation AS x JOIN merge_row AS r ON r.row_id = x.relation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'relation_to' AND x.other_id = :kept_id),
       (SELECT COUNT(*) FROM consent AS x WHERE x.person_id = :gone_id)
       + (SELECT COUNT(*) FROM item_person AS x WHERE x.person_id = :gone_id)
       + (SELECT COUNT(*) FROM access_request AS x WHERE x.person_id = :gone_id)
       + (SELECT COUNT(*) FROM restriction AS x
           WHERE x.person_id IN (:gone_id, :kept_id) AND x.lifted_at IS NULL);
