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
