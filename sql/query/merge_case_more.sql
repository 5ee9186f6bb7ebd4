-- What a merge of two cases moves beside the record itself: what a こども家庭センター keeps, plans,
-- changes of lead, participation, requests for disclosure. See merge_case.sql.

-- name: merge_case_pregnancy  none
-- Lets what a こども家庭センター keeps follow the mother, wherever she is now; the same way back.
-- Nothing of it is noted: that it was there must not keep a merge from being undone.
-- in: case_id id:case
-- unscoped: the act has decided about both
UPDATE pregnancy SET case_id = :case_id
 WHERE case_id <> :case_id
   AND person_id IN (SELECT e.person_id FROM person AS e WHERE e.case_id = :case_id);

-- name: merge_case_newborn  none
-- Lets the children follow the pregnancy.
-- in: case_id id:case
-- unscoped: the act has decided about both
UPDATE newborn SET case_id = :case_id
 WHERE case_id <> :case_id
   AND pregnancy_id IN (SELECT p.pregnancy_id FROM pregnancy AS p
                         WHERE p.case_id = :case_id);

-- name: merge_case_childcare_version  none
-- Lets what stood there before follow the pregnancy.
-- in: case_id id:case
-- unscoped: the act has decided about both
UPDATE childcare_version SET case_id = :case_id
 WHERE case_id <> :case_id
   AND pregnancy_id IN (SELECT p.pregnancy_id FROM pregnancy AS p
                         WHERE p.case_id = :case_id);

-- name: merge_case_childbirth  none
-- Lets the line on the centre's work list follow the pregnancy.
-- in: case_id id:case
-- unscoped: the act has decided about both
UPDATE duty SET case_id = :case_id
 WHERE case_id <> :case_id AND rule = 'childbirth'
   AND subject_id IN (SELECT p.pregnancy_id FROM pregnancy AS p
                       WHERE p.case_id = :case_id);

-- name: merge_case_lead_change  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE lead_change SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND CAST(at AS TEXT) IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'lead_change');

-- name: merge_case_support_plan  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_plan SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND plan_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_plan');

-- name: merge_case_support_goal  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_goal SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND goal_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_goal');

-- name: merge_case_support_item  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_item SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND item_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_item');

-- name: merge_case_support_uncovered  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_uncovered SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND plan_id || '/' || issue_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_uncovered');

-- name: merge_case_support_request  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_request SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND request_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_request');

-- name: merge_case_support_step  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_step SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND step_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_step');

-- name: merge_case_support_agreement  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_agreement SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND agreement_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_agreement');

-- name: merge_case_support_approval  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_approval SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND approval_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_approval');

-- name: merge_case_support_review  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_review SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND review_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_review');

-- name: merge_case_support_rating  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_rating SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND rating_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_rating');

-- name: merge_case_support_watch  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE support_watch SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND watch_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'support_watch');

-- name: merge_case_scheme_plan  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE scheme_plan SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND scheme_plan_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'scheme_plan');

-- name: merge_case_direct_settlement  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE direct_settlement SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND settlement_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'direct_settlement');

-- name: merge_case_participation  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE participation SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND participation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'participation');

-- name: merge_case_wish  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE wish SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND wish_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'wish');

-- name: merge_case_placement  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE placement SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND placement_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'placement');

-- name: merge_case_placement_day  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE placement_day SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND day_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'placement_day');

-- name: merge_case_attendance  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE attendance SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND attendance_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'attendance');

-- name: merge_case_access_request  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE access_request SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND access_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'access_request');

-- name: merge_case_access_line  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE access_line SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND access_id || '/' || note_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'access_line');
