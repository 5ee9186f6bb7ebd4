-- What papers are filled with, beside what pages read.

-- name: paper_notes  many
-- The record of a case that the viewer reaches, oldest first, within days; method and desk ""
-- or none for all.
-- in: case_id id:case, from_on day, until_on day, method text, n int, subjects ids, now instant
-- out: note_id id:note, desk_id id:desk, desk text, who text, happened_on day, method text, result enum:contact_result, minutes int, fact text, own_words text, opinion text, post_id id:post, version int
SELECT n.note_id, n.desk_id, d.name, a.name, n.happened_on, n.method, n.result,
       COALESCE(n.minutes, -1), n.fact, n.own_words, n.opinion, n.post_id, n.version
  FROM note AS n
  JOIN desk AS d ON d.desk_id = n.desk_id
  JOIN post AS p ON p.post_id = n.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE n.case_id = :case_id
   AND n.happened_on BETWEEN :from_on AND :until_on
   AND (:method = '' OR n.method = :method)
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY n.happened_on NULLS LAST, n.recorded_at NULLS LAST, n.note_id NULLS LAST
 LIMIT :n;

-- name: own_words  many
-- What a person of a case that the viewer reaches said at a consultation, oldest first: only
-- where the person spoke and nobody is to be hidden.
-- in: case_id id:case, person_id id:person, subjects ids, now instant
-- out: desk_id id:desk, desk text, post_id id:post, received_at instant, words text
SELECT k.desk_id, d.name, k.post_id, k.received_at, k.words
  FROM consultation AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
 WHERE k.case_id = :case_id AND k.person_id = :person_id
   AND k.speaker = 'self' AND NOT k.informant_hidden
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.received_at NULLS LAST, k.consultation_id NULLS LAST
 LIMIT 200;

-- name: own_copies  many
-- The copies that a person of a case that the viewer reaches was given of what is recorded
-- about them, oldest first: what was given to the very person it is about.
-- in: case_id id:case, person_id id:person, subjects ids, now instant
-- out: disclosure_id id:disclosure, from_desk id:desk, desk text, post_id id:post, who text, purpose text, recorded_at instant
SELECT x.disclosure_id, x.from_desk, d.name, x.post_id, a.name, x.purpose, x.recorded_at
  FROM disclosure AS x
  JOIN desk AS d ON d.desk_id = x.from_desk
  JOIN post AS p ON p.post_id = x.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE x.case_id = :case_id AND x.person_id = :person_id AND x.record_id = x.person_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY x.recorded_at NULLS LAST, x.disclosure_id NULLS LAST
 LIMIT 500;

-- name: own_copy_of  one
-- Whom a copy is about, in a case that the viewer reaches.
-- in: disclosure_id id:disclosure, subjects ids, now instant
-- out: case_id id:case, person_id id:person
SELECT x.case_id, x.person_id
  FROM disclosure AS x JOIN visible_case AS v ON v.case_id = x.case_id
 WHERE x.disclosure_id = :disclosure_id AND x.record_id = x.person_id;
