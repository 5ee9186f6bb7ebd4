-- Making two entries one, and undoing it. What a merge moves is noted row by row, so that only
-- those go back. The lists of tables are held against the migrations by tests/household/.

-- name: merge_add  none
-- Begins a merge. unscoped: the act has decided about both.
-- in: merge_id id:merge, case_id id:case, kind enum:merge_kind, kept_id id, gone_id id, kept_version int, desk_id id:desk, post_id id:post, now instant, why text
-- unscoped: the row is new; the act has decided about both sides
INSERT INTO merge (merge_id, seq, case_id, kind, kept_id, gone_id, kept_version, desk_id,
                   post_id, done_at, why, undone_at, undone_post, undone_why)
VALUES (:merge_id, (SELECT COUNT(*) + 1 FROM merge), :case_id, :kind, :kept_id, :gone_id,
        :kept_version, :desk_id, :post_id, :now, :why, NULL, NULL, '');

-- name: merge_one  one
-- A merge in a case that the viewer reaches; later: merges behind it that stand and touch what
-- it touched.
-- in: merge_id id:merge, subjects ids, now instant
-- out: case_id id:case, kind enum:merge_kind, kept_id id, gone_id id, kept_version int, done_at instant, undone_at instant, later int
SELECT m.case_id, m.kind, m.kept_id, m.gone_id, m.kept_version, m.done_at,
       COALESCE(m.undone_at, 0),
       (SELECT COUNT(*) FROM merge AS n
         WHERE n.case_id = m.case_id AND n.undone_at IS NULL AND n.merge_id <> m.merge_id
           AND n.seq > m.seq
           AND (m.kind = 'cases' OR n.kind = 'cases'
                OR n.kept_id IN (m.kept_id, m.gone_id)
                OR n.gone_id IN (m.kept_id, m.gone_id)))
  FROM merge AS m JOIN visible_case AS v ON v.case_id = m.case_id
 WHERE m.merge_id = :merge_id;

-- name: merge_list  many
-- The merges of a case that the viewer reaches that stand, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: merge_id id:merge, kind enum:merge_kind, kept_id id, gone_id id, who text, desk text, done_at instant, why text, gone_number text, gone_name text
SELECT m.merge_id, m.kind, m.kept_id, m.gone_id, a.name, d.name, m.done_at, m.why,
       COALESCE((SELECT s.number FROM support_case AS s WHERE s.case_id = m.gone_id), ''),
       COALESCE((SELECT e.name FROM person AS e WHERE e.person_id = m.gone_id), '')
  FROM merge AS m
  JOIN post AS p ON p.post_id = m.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = m.desk_id
 WHERE m.case_id = :case_id AND m.undone_at IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY m.seq DESC NULLS LAST
 LIMIT 50;

-- name: merge_end  none
-- Notes that a merge was undone.
-- in: merge_id id:merge, post_id id:post, now instant, why text
-- unscoped: the act has decided about both sides
UPDATE merge SET undone_at = :now, undone_post = :post_id, undone_why = :why
 WHERE merge_id = :merge_id AND undone_at IS NULL;

-- name: merge_keep_person  none
-- Keeps the person as it is before a merge.
-- in: merge_id id:merge, person_id id:person
-- unscoped: the act has decided about the person
INSERT INTO merge_was (merge_id, known, name, kana, age, place, search_text, version,
                       ordinal, gender, birth_on, birth_words, other_names, kinship, phone,
                       met, attributes, durations, strengths)
SELECT :merge_id, known, name, kana, age, place, search_text, version, ordinal, gender,
       birth_on, birth_words, other_names, kinship, phone, met, attributes, durations,
       strengths
  FROM person WHERE person_id = :person_id;

-- name: merge_restore_person  none
-- Makes the person what it was before a merge.
-- in: merge_id id:merge, person_id id:person
-- unscoped: the act has decided about the person
UPDATE person
   SET (known, name, kana, age, place, search_text, version, ordinal, gender, birth_on,
        birth_words, other_names, kinship, phone, met, attributes, durations, strengths)
     = (SELECT w.known, w.name, w.kana, w.age, w.place, w.search_text, w.version, w.ordinal,
               w.gender, w.birth_on, w.birth_words, w.other_names, w.kinship, w.phone,
               w.met, w.attributes, w.durations, w.strengths
          FROM merge_was AS w WHERE w.merge_id = :merge_id)
 WHERE person_id = :person_id;

-- name: merge_person_gone  none
-- Marks a person as a second entry of another, or as one of its own again.
-- in: person_id id:person, into id:person
-- unscoped: the act has decided about the person
UPDATE person SET merged_into = :into WHERE person_id = :person_id;

-- name: merge_person_first  none
-- Gives the person kept the earlier of the two places in the case.
-- in: person_id id:person, gone_id id:person
-- unscoped: the act has decided about both
UPDATE person
   SET ordinal = (SELECT MIN(o.ordinal) FROM person AS o
                   WHERE o.person_id IN (:person_id, :gone_id))
 WHERE person_id = :person_id;

-- name: merge_case_gone  none
-- Marks a case as one with another, or as one of its own again.
-- in: case_id id:case, into id:case
-- unscoped: the act has decided about the case
UPDATE support_case SET merged_into = :into WHERE case_id = :case_id;

-- name: merge_case_order  none
-- Puts the people who came with a case behind those who were there, or back.
-- in: merge_id id:merge, shift int
-- unscoped: the act has decided about the case
UPDATE person SET ordinal = ordinal + :shift
 WHERE person_id IN (SELECT r.row_id FROM merge_row AS r
                      WHERE r.merge_id = :merge_id AND r.kind = 'person');

-- name: merge_case_number  many
-- The number under which a case is found that was made one with another.
-- in: number text
-- out: number text
-- unscoped: only a number that is then sought within what the viewer reaches
SELECT s.number FROM support_case AS g JOIN support_case AS s ON s.case_id = g.merged_into
 WHERE g.number = :number;

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
       + (SELECT COUNT(*) FROM person_relation AS x JOIN merge_row AS r ON r.row_id = x.relation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'relation_of' AND x.person_id = :kept_id)
       + (SELECT COUNT(*) FROM person_relation AS x JOIN merge_row AS r ON r.row_id = x.relation_id
          WHERE r.merge_id = :merge_id AND r.kind = 'relation_to' AND x.other_id = :kept_id),
       (SELECT COUNT(*) FROM consent AS x WHERE x.person_id = :gone_id)
       + (SELECT COUNT(*) FROM restriction AS x
           WHERE x.person_id IN (:gone_id, :kept_id) AND x.lifted_at IS NULL);

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
SELECT :merge_id, 'attachment', attachment_id FROM attachment WHERE case_id = :gone_id;

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
          WHERE r.merge_id = :merge_id AND r.kind = 'attachment' AND x.case_id = :kept_id),
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
SELECT (SELECT COUNT(*) FROM safety AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM emergency_use AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM similar_arrival AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_source AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_contact AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_move AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_policy AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_turn AS x WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_tie AS x WHERE x.case_id = :gone_id)
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
       + (SELECT COUNT(*) FROM scheme_plan AS x WHERE x.case_id = :gone_id),
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
         AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-')
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
         '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-')
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
    FROM attachment AS x WHERE x.case_id IN (:one, :two)) AS z
 ORDER BY z.kind NULLS LAST, z.body NULLS LAST;
