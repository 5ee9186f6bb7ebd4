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
SELECT :merge_id, 'duty', duty_id FROM duty WHERE case_id = :gone_id
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
SELECT :merge_id, 'service_request', service_request_id FROM service_request WHERE case_id = :gone_id;

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

-- name: merge_case_count  one
-- How many rows a merge of cases noted, how many of them still belong to the case kept, and how
-- many written since tie what would go back to what stays.
-- in: merge_id id:merge, kept_id id:case
-- out: noted int, there int, tied int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM merge_row WHERE merge_id = :merge_id),
       (SELECT COUNT(*) FROM person AS x JOIN merge_row AS r ON r.row_id = x.person_id
          WHERE r.merge_id = :merge_id AND r.kind = 'person' AND x.case_id = :kept_id)
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
          WHERE r.merge_id = :merge_id AND r.kind = 'service_request' AND x.case_id = :kept_id),
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
                              AND q.row_id = x.record_id || '/' || CAST(x.version AS TEXT)));

-- name: merge_case_bound  one
-- What keeps a case from going over to another: rows of subjects that each case has once, or
-- that shut. guarded: restrictions of either case that stand.
-- in: gone_id id:case, kept_id id:case
-- out: bound int, guarded int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM restriction AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM restriction_named AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM whereabouts AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM safety AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM emergency_use AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM similar_arrival AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM restriction_event AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM lead_change AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_source AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_contact AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_move AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_policy AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_turn AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_tie AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM succession AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM agenda_item AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM decided_role AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM sheet AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM sheet_version AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM assessment AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_plan AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_goal AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_item AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_uncovered AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_request AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_step AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_agreement AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_approval AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_review AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_rating AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_watch AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM scheme_plan AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM direct_settlement AS x WHERE x.case_id = :gone_id),
       (SELECT COUNT(*) FROM restriction AS x
         WHERE x.case_id IN (:gone_id, :kept_id) AND x.lifted_at IS NULL);

-- name: merge_dump  many
-- Every row of two cases as text, for the proof that undoing a merge leaves no trace.
-- in: one id:case, two id:case
-- out: kind text, body text
-- unscoped: only tests ask it
SELECT z.kind, z.body FROM (
  SELECT 'support_case' AS kind,
         COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.number AS TEXT), '-')
         || '|' || COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.urgency AS
         TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.owner_post AS TEXT), '-') || '|' || COALESCE(CAST(x.opened_at AS
         TEXT), '-') || '|' || COALESCE(CAST(x.touched_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-') || '|' || COALESCE(CAST(x.merged_into AS TEXT),
         '-')
    AS body
    FROM support_case AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'person',
         COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.known AS TEXT), '-') || '|' || COALESCE(CAST(x.name AS
         TEXT), '-') || '|' || COALESCE(CAST(x.kana AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.age AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.consent AS TEXT), '-') || '|' || COALESCE(CAST(x.search_text AS
         TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.ordinal AS TEXT), '-') || '|' || COALESCE(CAST(x.gender AS TEXT), '-')
         || '|' || COALESCE(CAST(x.birth_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.birth_words AS TEXT), '-') || '|' || COALESCE(CAST(x.other_names AS
         TEXT), '-') || '|' || COALESCE(CAST(x.kinship AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.phone AS TEXT), '-') || '|' || COALESCE(CAST(x.met AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.attributes AS TEXT), '-') || '|' || COALESCE(CAST(x.durations
         AS TEXT), '-') || '|' || COALESCE(CAST(x.strengths AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.merged_into AS TEXT), '-')
    FROM person AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'consultation',
         COALESCE(CAST(x.consultation_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.received_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT),
         '-') || '|' || COALESCE(CAST(x.speaker AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.caller_contact AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.informant_hidden AS TEXT), '-') || '|' || COALESCE(CAST(x.call_back AS
         TEXT), '-') || '|' || COALESCE(CAST(x.call_back_when AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.call_back_as AS TEXT), '-') || '|' || COALESCE(CAST(x.voice_mail AS
         TEXT), '-') || '|' || COALESCE(CAST(x.method AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.route AS TEXT), '-') || '|' || COALESCE(CAST(x.topic AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.urgency AS TEXT), '-') || '|' || COALESCE(CAST(x.purpose_told
         AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.brought_by AS TEXT), '-') || '|' || COALESCE(CAST(x.site AS TEXT),
         '-') || '|' || COALESCE(CAST(x.procedure_name AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.unsure AS TEXT), '-') || '|' || COALESCE(CAST(x.asks_advice AS TEXT),
         '-') || '|' || COALESCE(CAST(x.area AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.main_topic AS TEXT), '-') || '|' || COALESCE(CAST(x.agencies AS TEXT),
         '-') || '|' || COALESCE(CAST(x.no_consent_reason AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.outlook AS TEXT), '-') || '|' || COALESCE(CAST(x.wanted AS TEXT), '-')
         || '|' || COALESCE(CAST(x.rights AS TEXT), '-') || '|' || COALESCE(CAST(x.responded_at
         AS TEXT), '-') || '|' || COALESCE(CAST(x.responded_post AS TEXT), '-')
    FROM consultation AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'note',
         COALESCE(CAST(x.note_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.happened_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.method AS TEXT), '-') || '|' || COALESCE(CAST(x.result AS TEXT), '-')
         || '|' || COALESCE(CAST(x.minutes AS TEXT), '-') || '|' || COALESCE(CAST(x.fact AS
         TEXT), '-') || '|' || COALESCE(CAST(x.own_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.opinion AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM note AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'next_step',
         COALESCE(CAST(x.step_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.owner_post AS TEXT), '-') || '|' || COALESCE(CAST(x.what AS TEXT),
         '-') || '|' || COALESCE(CAST(x.due_on AS TEXT), '-') || '|' || COALESCE(CAST(x.made_at
         AS TEXT), '-') || '|' || COALESCE(CAST(x.done_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.result AS TEXT), '-')
    FROM next_step AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'duty',
         COALESCE(CAST(x.duty_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.rule AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.subject_id AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.due_on
         AS TEXT), '-')
    FROM duty AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'referral',
         COALESCE(CAST(x.referral_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.from_desk AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_post AS TEXT), '-') || '|' || COALESCE(CAST(x.to_desk AS TEXT),
         '-') || '|' || COALESCE(CAST(x.owner_post AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.previous_id AS TEXT), '-') || '|' || COALESCE(CAST(x.state AS TEXT),
         '-') || '|' || COALESCE(CAST(x.basis AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.basis_reason AS TEXT), '-') || '|' || COALESCE(CAST(x.ask AS TEXT),
         '-') || '|' || COALESCE(CAST(x.purpose AS TEXT), '-') || '|' || COALESCE(CAST(x.handed
         AS TEXT), '-') || '|' || COALESCE(CAST(x.items AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.urgency AS TEXT), '-') || '|' || COALESCE(CAST(x.sent_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.due_on AS TEXT), '-') || '|' || COALESCE(CAST(x.reply
         AS TEXT), '-') || '|' || COALESCE(CAST(x.return_reason AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.return_text AS TEXT), '-') || '|' || COALESCE(CAST(x.first_contact_on
         AS TEXT), '-') || '|' || COALESCE(CAST(x.outcome AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.result AS TEXT), '-') || '|' || COALESCE(CAST(x.ended_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.revoked_at AS TEXT), '-') || '|' || COALESCE(CAST(x.multi_reason AS
         TEXT), '-') || '|' || COALESCE(CAST(x.network AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.tried AS TEXT), '-') || '|' || COALESCE(CAST(x.tried_none AS TEXT),
         '-') || '|' || COALESCE(CAST(x.definition_version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.joint_visit_on AS TEXT), '-') || '|' || COALESCE(CAST(x.hold_until AS
         TEXT), '-') || '|' || COALESCE(CAST(x.by_rule AS TEXT), '-')
    FROM referral AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'record_version',
         COALESCE(CAST(x.record_id AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.at AS TEXT), '-') || '|' || COALESCE(CAST(x.why AS TEXT), '-') || '|'
         || COALESCE(CAST(x.body AS TEXT), '-')
    FROM record_version AS x WHERE x.case_id IN (:one, :two) AND x.kind <> 'merge'
  UNION ALL
  SELECT 'enrolment',
         COALESCE(CAST(x.enrolment_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.program AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.service AS TEXT), '-') || '|' || COALESCE(CAST(x.from_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.remark AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at
         AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-')
    FROM enrolment AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'household',
         COALESCE(CAST(x.household_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.name AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.types AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' || COALESCE(CAST(x.from_words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.until_words AS TEXT), '-') || '|' || COALESCE(CAST(x.strengths AS
         TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM household AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'membership',
         COALESCE(CAST(x.membership_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.household_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.living AS TEXT),
         '-') || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_words AS TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.until_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.remark AS TEXT), '-') || '|' || COALESCE(CAST(x.dropped AS TEXT), '-')
         || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM membership AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'person_relation',
         COALESCE(CAST(x.relation_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.other_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-')
         || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' || COALESCE(CAST(x.from_words
         AS TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.until_words AS TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT),
         '-') || '|' || COALESCE(CAST(x.dropped AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM person_relation AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'issue',
         COALESCE(CAST(x.issue_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.code
         AS TEXT), '-') || '|' || COALESCE(CAST(x.severity AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.priority AS TEXT), '-')
         || '|' || COALESCE(CAST(x.gap AS TEXT), '-') || '|' || COALESCE(CAST(x.gap_kind AS
         TEXT), '-') || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_words AS TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM issue AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'involvement',
         COALESCE(CAST(x.involvement_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.agency AS TEXT), '-') || '|' || COALESCE(CAST(x.worker AS TEXT), '-')
         || '|' || COALESCE(CAST(x.field AS TEXT), '-') || '|' || COALESCE(CAST(x.since_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.since_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.until_on AS TEXT), '-') || '|' || COALESCE(CAST(x.until_words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.dropped AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM involvement AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'situation',
         COALESCE(CAST(x.situation_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.happened_on AS TEXT), '-') || '|' || COALESCE(CAST(x.happened_words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.dropped AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM situation AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'consent',
         COALESCE(CAST(x.consent_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.support AS TEXT), '-')
         || '|' || COALESCE(CAST(x.sharing AS TEXT), '-') || '|' || COALESCE(CAST(x.plan AS
         TEXT), '-') || '|' || COALESCE(CAST(x.recording AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.items AS TEXT), '-') || '|' || COALESCE(CAST(x.joins AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.purpose AS TEXT), '-') || '|' || COALESCE(CAST(x.from_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_at AS TEXT), '-') || '|' || COALESCE(CAST(x.until_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.how AS TEXT), '-') || '|' || COALESCE(CAST(x.words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.witness AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.proxy_ground AS TEXT), '-') || '|' || COALESCE(CAST(x.proxy_paper AS
         TEXT), '-') || '|' || COALESCE(CAST(x.child_will AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.explained_by AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.explained_version AS TEXT), '-') || '|' || COALESCE(CAST(x.evidence AS
         TEXT), '-') || '|' || COALESCE(CAST(x.again_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.ended_at AS TEXT), '-') || '|' || COALESCE(CAST(x.ended_how AS TEXT),
         '-') || '|' || COALESCE(CAST(x.ended_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM consent AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'attachment',
         COALESCE(CAST(x.attachment_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.note_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.name AS TEXT), '-') || '|' || COALESCE(CAST(x.type AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.size AS TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT),
         '-') || '|' || COALESCE(CAST(x.withdrawn_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.withdrawn_why AS TEXT), '-')
    FROM attachment AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'record_text',
         COALESCE(CAST(x.record_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-')
         || '|' || COALESCE(CAST(x.happened_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.search_text AS TEXT), '-')
    FROM record_text AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'finding',
         COALESCE(CAST(x.finding_id AS TEXT), '-') || '|' || COALESCE(CAST(x.gathering_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.source AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.party AS TEXT), '-') || '|' || COALESCE(CAST(x.heard_on AS TEXT), '-')
         || '|' || COALESCE(CAST(x.area AS TEXT), '-') || '|' || COALESCE(CAST(x.of_area AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM finding AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'notice',
         COALESCE(CAST(x.notice_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-')
         || '|' || COALESCE(CAST(x.event AS TEXT), '-') || '|' || COALESCE(CAST(x.area AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.urgency AS TEXT), '-') || '|' || COALESCE(CAST(x.from_desk AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.to_desk AS TEXT), '-') || '|' || COALESCE(CAST(x.sent_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.answer AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.answered_at AS TEXT), '-') || '|' || COALESCE(CAST(x.answered_by AS
         TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-')
    FROM notice AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'disclosure',
         COALESCE(CAST(x.disclosure_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_desk AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.to_desk AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.to_name AS TEXT), '-') || '|' || COALESCE(CAST(x.items AS TEXT), '-')
         || '|' || COALESCE(CAST(x.basis AS TEXT), '-') || '|' || COALESCE(CAST(x.basis_reason
         AS TEXT), '-') || '|' || COALESCE(CAST(x.purpose AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.way AS TEXT), '-') || '|' || COALESCE(CAST(x.record_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.happened_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM disclosure AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'triage',
         COALESCE(CAST(x.triage_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.way AS TEXT), '-') || '|' || COALESCE(CAST(x.reason AS
         TEXT), '-') || '|' || COALESCE(CAST(x.drop_reason AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.no_consent_reason AS TEXT), '-') || '|' || COALESCE(CAST(x.rights AS
         TEXT), '-') || '|' || COALESCE(CAST(x.conference AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.decided_at AS TEXT), '-')
    FROM triage AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'service_request',
         COALESCE(CAST(x.service_request_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.consultation_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.service AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS TEXT), '-')
         || '|' || COALESCE(CAST(x.requested_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.decision AS TEXT), '-') || '|' || COALESCE(CAST(x.decided_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.remark AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM service_request AS x WHERE x.case_id IN (:one, :two)) AS z
 ORDER BY z.kind NULLS LAST, z.body NULLS LAST;
