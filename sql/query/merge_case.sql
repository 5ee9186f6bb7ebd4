-- What a merge of two cases moves, and back. The list of tables is held against the migrations
-- by tests/household/merge.c.

-- name: merge_note_case  none
-- Notes all rows of a case: they go over to the one kept.
-- in: merge_id id:merge, gone_id id:case
-- unscoped: the act has decided about both
INSERT INTO merge_row (merge_id, kind, row_id)
SELECT :merge_id, 'person', person_id FROM person WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'consultation', consultation_id FROM consultation WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'note', note_id FROM note WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'next_step', step_id FROM next_step WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'duty', duty_id FROM duty
 WHERE case_id = :gone_id AND rule <> 'childbirth'
UNION ALL
SELECT :merge_id, 'referral', referral_id FROM referral WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'record_version', record_id || '/' || CAST(version AS TEXT) FROM record_version WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'enrolment', enrolment_id FROM enrolment WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'household', household_id FROM household WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'membership', membership_id FROM membership WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'person_relation', relation_id FROM person_relation WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'issue', issue_id FROM issue WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'involvement', involvement_id FROM involvement WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'situation', situation_id FROM situation WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'consent', consent_id FROM consent WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'attachment', attachment_id FROM attachment WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'record_text', record_id FROM record_text WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'finding', finding_id FROM finding WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'notice', notice_id FROM notice WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'disclosure', disclosure_id FROM disclosure WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'triage', triage_id FROM triage WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'service_request', service_request_id FROM service_request WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'sheet', sheet_id FROM sheet WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'assessment', assessment_id FROM assessment WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'outreach_source', source_id FROM outreach_source WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'outreach_contact', contact_id FROM outreach_contact WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'outreach_move', move_id FROM outreach_move WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'outreach_policy', policy_id FROM outreach_policy WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'outreach_turn', turn_id FROM outreach_turn WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'outreach_tie', tie_id FROM outreach_tie WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'sheet_version', sheet_id || '/' || CAST(version AS TEXT)
  FROM sheet_version WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'outreach', case_id FROM outreach WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'lead_change', CAST(at AS TEXT) FROM lead_change WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_plan', plan_id FROM support_plan WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_goal', goal_id FROM support_goal WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_item', item_id FROM support_item WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_uncovered', plan_id || '/' || issue_id FROM support_uncovered WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_request', request_id FROM support_request WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_step', step_id FROM support_step WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_agreement', agreement_id FROM support_agreement WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_approval', approval_id FROM support_approval WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_review', review_id FROM support_review WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_rating', rating_id FROM support_rating WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'support_watch', watch_id FROM support_watch WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'scheme_plan', scheme_plan_id FROM scheme_plan WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'direct_settlement', settlement_id FROM direct_settlement WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'participation', participation_id FROM participation WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'wish', wish_id FROM wish WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'placement', placement_id FROM placement WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'placement_day', day_id FROM placement_day WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'attendance', attendance_id FROM attendance WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'access_request', access_id FROM access_request WHERE case_id = :gone_id
UNION ALL
SELECT :merge_id, 'access_line', access_id || '/' || note_id FROM access_line WHERE case_id = :gone_id;

-- name: merge_case_person  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE person SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND person_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'person');

-- name: merge_case_consultation  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE consultation SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND consultation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'consultation');

-- name: merge_case_note  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE note SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND note_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'note');

-- name: merge_case_next_step  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE next_step SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND step_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'next_step');

-- name: merge_case_duty  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE duty SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND duty_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'duty');

-- name: merge_case_referral  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE referral SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND referral_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'referral');

-- name: merge_case_record_version  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE record_version SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND record_id || '/' || CAST(version AS TEXT) IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'record_version');

-- name: merge_case_enrolment  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE enrolment SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND enrolment_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'enrolment');

-- name: merge_case_household  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE household SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND household_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'household');

-- name: merge_case_membership  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE membership SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND membership_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'membership');

-- name: merge_case_person_relation  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE person_relation SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND relation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'person_relation');

-- name: merge_case_issue  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE issue SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND issue_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'issue');

-- name: merge_case_involvement  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE involvement SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND involvement_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'involvement');

-- name: merge_case_situation  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE situation SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND situation_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'situation');

-- name: merge_case_consent  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE consent SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND consent_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'consent');

-- name: merge_case_attachment  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE attachment SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND attachment_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'attachment');

-- name: merge_case_record_text  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE record_text SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND record_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'record_text');

-- name: merge_case_finding  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE finding SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND finding_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'finding');

-- name: merge_case_notice  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE notice SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND notice_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'notice');

-- name: merge_case_disclosure  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE disclosure SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND disclosure_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'disclosure');

-- name: merge_case_triage  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE triage SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND triage_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'triage');

-- name: merge_case_service_request  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE service_request SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND service_request_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'service_request');

-- name: merge_case_sheet  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE sheet SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND sheet_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'sheet');

-- name: merge_case_assessment  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE assessment SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND assessment_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'assessment');

-- name: merge_case_outreach_source  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE outreach_source SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND source_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'outreach_source');

-- name: merge_case_outreach_contact  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE outreach_contact SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND contact_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'outreach_contact');

-- name: merge_case_outreach_move  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE outreach_move SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND move_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'outreach_move');

-- name: merge_case_outreach_policy  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE outreach_policy SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND policy_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'outreach_policy');

-- name: merge_case_outreach_turn  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE outreach_turn SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND turn_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'outreach_turn');

-- name: merge_case_outreach_tie  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE outreach_tie SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND tie_id IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'outreach_tie');

-- name: merge_case_sheet_version  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE sheet_version SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND sheet_id || '/' || CAST(version AS TEXT) IN (SELECT r.row_id FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'sheet_version');

-- name: merge_case_outreach  none
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE outreach SET case_id = :kept_id
 WHERE case_id = :gone_id
   AND EXISTS (SELECT 1 FROM merge_row AS r
        WHERE r.merge_id = :merge_id AND r.kind = 'outreach');

-- name: merge_rows_of_kind  one
-- How many rows of a table a merge noted; for the test of merges.
-- in: merge_id id:merge, kind text
-- out: n int
-- unscoped: only a count leaves
SELECT COUNT(*) FROM merge_row WHERE merge_id = :merge_id AND kind = :kind;

-- name: merge_case_count  one
-- How many rows a merge of cases noted, how many of them still belong to the case kept, and how
-- many written since tie what would go back to what stays.
-- in: merge_id id:merge, kept_id id:case
-- out: noted int, there int, tied int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM merge_row WHERE merge_id = :merge_id),
       (SELECT COUNT(*) FROM person AS x JOIN merge_row AS r ON r.row_id = x.person_id
          WHERE r.merge_id = :merge_id AND r.kind = 'person' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM lead_change AS x JOIN merge_row AS r ON r.row_id = CAST(x.at AS TEXT)
          WHERE r.merge_id = :merge_id AND r.kind = 'lead_change' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_plan AS x JOIN merge_row AS r ON r.row_id = x.plan_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_plan' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_goal AS x JOIN merge_row AS r ON r.row_id = x.goal_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_goal' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_item AS x JOIN merge_row AS r ON r.row_id = x.item_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_item' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_uncovered AS x JOIN merge_row AS r ON r.row_id = x.plan_id || '/' || x.issue_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_uncovered' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_request AS x JOIN merge_row AS r ON r.row_id = x.request_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_request' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_step AS x JOIN merge_row AS r ON r.row_id = x.step_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_step' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_agreement AS x JOIN merge_row AS r ON r.row_id = x.agreement_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_agreement' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_approval AS x JOIN merge_row AS r ON r.row_id = x.approval_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_approval' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_review AS x JOIN merge_row AS r ON r.row_id = x.review_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_review' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_rating AS x JOIN merge_row AS r ON r.row_id = x.rating_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_rating' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM support_watch AS x JOIN merge_row AS r ON r.row_id = x.watch_id
          WHERE r.merge_id = :merge_id AND r.kind = 'support_watch' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM scheme_plan AS x JOIN merge_row AS r ON r.row_id = x.scheme_plan_id
          WHERE r.merge_id = :merge_id AND r.kind = 'scheme_plan' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM direct_settlement AS x JOIN merge_row AS r ON r.row_id = x.settlement_id
          WHERE r.merge_id = :merge_id AND r.kind = 'direct_settlement' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM participation AS x JOIN merge_row AS r ON r.row_id = x.participation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'participation' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM wish AS x JOIN merge_row AS r ON r.row_id = x.wish_id
          WHERE r.merge_id = :merge_id AND r.kind = 'wish' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM placement AS x JOIN merge_row AS r ON r.row_id = x.placement_id
          WHERE r.merge_id = :merge_id AND r.kind = 'placement' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM placement_day AS x JOIN merge_row AS r ON r.row_id = x.day_id
          WHERE r.merge_id = :merge_id AND r.kind = 'placement_day' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM attendance AS x JOIN merge_row AS r ON r.row_id = x.attendance_id
          WHERE r.merge_id = :merge_id AND r.kind = 'attendance' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM access_request AS x JOIN merge_row AS r ON r.row_id = x.access_id
          WHERE r.merge_id = :merge_id AND r.kind = 'access_request' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM access_line AS x JOIN merge_row AS r ON r.row_id = x.access_id || '/' || x.note_id
          WHERE r.merge_id = :merge_id AND r.kind = 'access_line' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM consultation AS x JOIN merge_row AS r ON r.row_id = x.consultation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'consultation' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM note AS x JOIN merge_row AS r ON r.row_id = x.note_id
          WHERE r.merge_id = :merge_id AND r.kind = 'note' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM next_step AS x JOIN merge_row AS r ON r.row_id = x.step_id
          WHERE r.merge_id = :merge_id AND r.kind = 'next_step' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM duty AS x JOIN merge_row AS r ON r.row_id = x.duty_id
          WHERE r.merge_id = :merge_id AND r.kind = 'duty' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM referral AS x JOIN merge_row AS r ON r.row_id = x.referral_id
          WHERE r.merge_id = :merge_id AND r.kind = 'referral' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM record_version AS x
          JOIN merge_row AS r ON r.row_id = x.record_id || '/' || CAST(x.version AS TEXT)
          WHERE r.merge_id = :merge_id AND r.kind = 'record_version' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM enrolment AS x JOIN merge_row AS r ON r.row_id = x.enrolment_id
          WHERE r.merge_id = :merge_id AND r.kind = 'enrolment' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM household AS x JOIN merge_row AS r ON r.row_id = x.household_id
          WHERE r.merge_id = :merge_id AND r.kind = 'household' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM membership AS x JOIN merge_row AS r ON r.row_id = x.membership_id
          WHERE r.merge_id = :merge_id AND r.kind = 'membership' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM person_relation AS x JOIN merge_row AS r ON r.row_id = x.relation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'person_relation' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM issue AS x JOIN merge_row AS r ON r.row_id = x.issue_id
          WHERE r.merge_id = :merge_id AND r.kind = 'issue' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM involvement AS x JOIN merge_row AS r ON r.row_id = x.involvement_id
          WHERE r.merge_id = :merge_id AND r.kind = 'involvement' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM situation AS x JOIN merge_row AS r ON r.row_id = x.situation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'situation' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM consent AS x JOIN merge_row AS r ON r.row_id = x.consent_id
          WHERE r.merge_id = :merge_id AND r.kind = 'consent' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM attachment AS x JOIN merge_row AS r ON r.row_id = x.attachment_id
          WHERE r.merge_id = :merge_id AND r.kind = 'attachment' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM record_text AS x JOIN merge_row AS r ON r.row_id = x.record_id
          WHERE r.merge_id = :merge_id AND r.kind = 'record_text' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM finding AS x JOIN merge_row AS r ON r.row_id = x.finding_id
          WHERE r.merge_id = :merge_id AND r.kind = 'finding' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM notice AS x JOIN merge_row AS r ON r.row_id = x.notice_id
          WHERE r.merge_id = :merge_id AND r.kind = 'notice' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM disclosure AS x JOIN merge_row AS r ON r.row_id = x.disclosure_id
          WHERE r.merge_id = :merge_id AND r.kind = 'disclosure' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM triage AS x JOIN merge_row AS r ON r.row_id = x.triage_id
          WHERE r.merge_id = :merge_id AND r.kind = 'triage' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM service_request AS x JOIN merge_row AS r ON r.row_id = x.service_request_id
          WHERE r.merge_id = :merge_id AND r.kind = 'service_request' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM sheet AS x JOIN merge_row AS r ON r.row_id = x.sheet_id
          WHERE r.merge_id = :merge_id AND r.kind = 'sheet' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM assessment AS x JOIN merge_row AS r ON r.row_id = x.assessment_id
          WHERE r.merge_id = :merge_id AND r.kind = 'assessment' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM outreach_source AS x JOIN merge_row AS r ON r.row_id = x.source_id
          WHERE r.merge_id = :merge_id AND r.kind = 'outreach_source' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM outreach_contact AS x JOIN merge_row AS r ON r.row_id = x.contact_id
          WHERE r.merge_id = :merge_id AND r.kind = 'outreach_contact' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM outreach_move AS x JOIN merge_row AS r ON r.row_id = x.move_id
          WHERE r.merge_id = :merge_id AND r.kind = 'outreach_move' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM outreach_policy AS x JOIN merge_row AS r ON r.row_id = x.policy_id
          WHERE r.merge_id = :merge_id AND r.kind = 'outreach_policy' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM outreach_turn AS x JOIN merge_row AS r ON r.row_id = x.turn_id
          WHERE r.merge_id = :merge_id AND r.kind = 'outreach_turn' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM outreach_tie AS x JOIN merge_row AS r ON r.row_id = x.tie_id
          WHERE r.merge_id = :merge_id AND r.kind = 'outreach_tie' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM sheet_version AS x
          JOIN merge_row AS r ON r.row_id = x.sheet_id || '/' || CAST(x.version AS TEXT)
          WHERE r.merge_id = :merge_id AND r.kind = 'sheet_version' AND x.case_id = :kept_id)
       + (SELECT COUNT(*) FROM outreach AS x
          JOIN merge_row AS r ON r.merge_id = :merge_id AND r.kind = 'outreach'
          WHERE x.case_id = :kept_id),
       (SELECT COUNT(*) FROM consultation AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'consultation' AND q.row_id = x.consultation_id))
       + (SELECT COUNT(*) FROM membership AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'membership' AND q.row_id = x.membership_id))
       + (SELECT COUNT(*) FROM membership AS x
          JOIN merge_row AS r ON r.row_id = x.household_id AND r.kind = 'household'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'membership' AND q.row_id = x.membership_id))
       + (SELECT COUNT(*) FROM person_relation AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'person_relation' AND q.row_id = x.relation_id))
       + (SELECT COUNT(*) FROM person_relation AS x
          JOIN merge_row AS r ON r.row_id = x.other_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'person_relation' AND q.row_id = x.relation_id))
       + (SELECT COUNT(*) FROM issue AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'issue' AND q.row_id = x.issue_id))
       + (SELECT COUNT(*) FROM involvement AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'involvement' AND q.row_id = x.involvement_id))
       + (SELECT COUNT(*) FROM situation AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'situation' AND q.row_id = x.situation_id))
       + (SELECT COUNT(*) FROM consent AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'consent' AND q.row_id = x.consent_id))
       + (SELECT COUNT(*) FROM support_goal AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_goal' AND q.row_id = x.goal_id))
       + (SELECT COUNT(*) FROM support_item AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_item' AND q.row_id = x.item_id))
       + (SELECT COUNT(*) FROM support_uncovered AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_uncovered' AND q.row_id = x.plan_id || '/' || x.issue_id))
       + (SELECT COUNT(*) FROM support_step AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_step' AND q.row_id = x.step_id))
       + (SELECT COUNT(*) FROM support_agreement AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_agreement' AND q.row_id = x.agreement_id))
       + (SELECT COUNT(*) FROM support_approval AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_approval' AND q.row_id = x.approval_id))
       + (SELECT COUNT(*) FROM support_review AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_review' AND q.row_id = x.review_id))
       + (SELECT COUNT(*) FROM support_rating AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_rating' AND q.row_id = x.rating_id))
       + (SELECT COUNT(*) FROM support_watch AS x
          JOIN merge_row AS r ON r.row_id = x.plan_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_watch' AND q.row_id = x.watch_id))
       + (SELECT COUNT(*) FROM support_plan AS x
          JOIN merge_row AS r ON r.row_id = x.previous_id AND r.kind = 'support_plan'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_plan' AND q.row_id = x.plan_id))
       + (SELECT COUNT(*) FROM support_item AS x
          JOIN merge_row AS r ON r.row_id = x.issue_id AND r.kind = 'issue'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_item' AND q.row_id = x.item_id))
       + (SELECT COUNT(*) FROM support_uncovered AS x
          JOIN merge_row AS r ON r.row_id = x.issue_id AND r.kind = 'issue'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'support_uncovered' AND q.row_id = x.plan_id || '/' || x.issue_id))
       + (SELECT COUNT(*) FROM placement AS x
          JOIN merge_row AS r ON r.row_id = x.wish_id AND r.kind = 'wish'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'placement' AND q.row_id = x.placement_id))
       + (SELECT COUNT(*) FROM placement_day AS x
          JOIN merge_row AS r ON r.row_id = x.placement_id AND r.kind = 'placement'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'placement_day' AND q.row_id = x.day_id))
       + (SELECT COUNT(*) FROM access_line AS x
          JOIN merge_row AS r ON r.row_id = x.access_id AND r.kind = 'access_request'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'access_line' AND q.row_id = x.access_id || '/' || x.note_id))
       + (SELECT COUNT(*) FROM access_line AS x
          JOIN merge_row AS r ON r.row_id = x.note_id AND r.kind = 'note'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'access_line' AND q.row_id = x.access_id || '/' || x.note_id))
       + (SELECT COUNT(*) FROM wish AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'wish' AND q.row_id = x.wish_id))
       + (SELECT COUNT(*) FROM placement AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'placement' AND q.row_id = x.placement_id))
       + (SELECT COUNT(*) FROM attendance AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'attendance' AND q.row_id = x.attendance_id))
       + (SELECT COUNT(*) FROM access_request AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'access_request' AND q.row_id = x.access_id))
       + (SELECT COUNT(*) FROM restriction AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'restriction' AND q.row_id = x.restriction_id))
       + (SELECT COUNT(*) FROM disclosure AS x
          JOIN merge_row AS r ON r.row_id = x.person_id AND r.kind = 'person'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'disclosure' AND q.row_id = x.disclosure_id))
       + (SELECT COUNT(*) FROM record_version AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.row_id = x.record_id)
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q
                            WHERE q.merge_id = :merge_id AND q.kind = 'record_version'
                              AND q.row_id = x.record_id || '/' || CAST(x.version AS TEXT)))
       + (SELECT COUNT(*) FROM sheet_version AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.kind = 'sheet' AND r.row_id = x.sheet_id)
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q
                            WHERE q.merge_id = :merge_id AND q.kind = 'sheet_version'
                              AND q.row_id = x.sheet_id || '/' || CAST(x.version AS TEXT)))
       + (SELECT COUNT(*) FROM outreach_source AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.kind = 'outreach')
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'outreach_source' AND q.row_id = x.source_id))
       + (SELECT COUNT(*) FROM outreach_contact AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.kind = 'outreach')
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'outreach_contact' AND q.row_id = x.contact_id))
       + (SELECT COUNT(*) FROM outreach_move AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.kind = 'outreach')
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'outreach_move' AND q.row_id = x.move_id))
       + (SELECT COUNT(*) FROM outreach_policy AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.kind = 'outreach')
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'outreach_policy' AND q.row_id = x.policy_id))
       + (SELECT COUNT(*) FROM outreach_turn AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.kind = 'outreach')
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'outreach_turn' AND q.row_id = x.turn_id))
       + (SELECT COUNT(*) FROM outreach_tie AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.kind = 'outreach')
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'outreach_tie' AND q.row_id = x.tie_id));

-- name: merge_case_bound  one
-- What keeps a case from going over to another: rows of subjects that each case has once, or
-- that shut. guarded: restrictions of either case that stand. twice:
-- what both have of which a case has one.
-- in: gone_id id:case, kept_id id:case
-- out: bound int, guarded int, twice int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM restriction AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM restriction_named AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM whereabouts AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM safety AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM emergency_use AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM similar_arrival AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM restriction_event AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM succession AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM agenda_item AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM decided_role AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM proposed_role AS x WHERE x.case_id = :gone_id),
       (SELECT COUNT(*) FROM restriction AS x
         WHERE x.case_id IN (:gone_id, :kept_id) AND x.lifted_at IS NULL),
       (SELECT COUNT(*) FROM outreach AS x JOIN outreach AS y ON y.case_id = :kept_id
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_source AS x WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM outreach AS y WHERE y.case_id = :gone_id))
       + (SELECT COUNT(*) FROM sheet AS x
          JOIN sheet AS y ON y.case_id = :kept_id AND y.code = x.code
               AND y.desk_id = x.desk_id
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_plan AS x
          JOIN support_plan AS y ON y.case_id = :kept_id AND y.kind = x.kind
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM lead_change AS x
          JOIN lead_change AS y ON y.case_id = :kept_id AND y.at = x.at
         WHERE x.case_id = :gone_id);
