-- Making two entries one, and undoing it. What a merge moves is noted row by row, so that only
-- those go back (merge_person.sql, merge_case.sql).

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
