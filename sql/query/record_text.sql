-- Words in what was written down. A record is its desk's own, so search stays within these.

-- name: record_text_put  none
-- Keeps the folded text of a record, or puts it in step after a correction.
-- in: record_id id, case_id id:case, desk_id id:desk, post_id id:post, kind text, happened_on day, search_text text
-- unscoped: written by the act that writes the record, which has checked the case
INSERT INTO record_text (record_id, case_id, desk_id, post_id, kind, happened_on, search_text)
VALUES (:record_id, :case_id, :desk_id, :post_id, :kind, :happened_on, :search_text)
ON CONFLICT (record_id) DO UPDATE SET search_text = excluded.search_text;

-- name: record_text_few  one
-- Whether a desk has so few records that looking through them beats the index.
-- in: desk id:desk, most int
-- out: few bool
-- unscoped: counts up to a limit, and is not shown
SELECT COUNT(*) < :most
  FROM (SELECT t.record_id FROM record_text AS t WHERE t.desk_id = :desk
         ORDER BY t.happened_on NULLS FIRST LIMIT :most) AS counted;

-- name: record_found  one
-- How many records the key finds, most at the most.
-- in: search text, most int
-- out: n int
-- unscoped: counted to choose how to search, and not shown
SELECT @found_count(record_text, search_text, :search, :most);

-- name: record_scan  many
-- The viewer's own desk's records (one's own alone where a post shares in no desk) in whose
-- text the key stands, newest first: by looking through them until enough are found.
-- in: desk id:desk, post id:post, shared bool, search text, subjects ids, now instant, n int
-- out: case_id id:case, record_id id, kind text, happened_on day, ground int, number text, name text, words text
SELECT x.case_id, x.record_id, x.kind, x.happened_on,
       (SELECT MIN(v.ground) FROM visible_case AS v WHERE v.case_id = x.case_id),
       s.number, e.name, COALESCE(n.fact, k.words, '')
  FROM (SELECT t.record_id, t.case_id, t.kind, t.happened_on
          FROM record_text AS t
         WHERE t.desk_id = :desk AND (:shared OR t.post_id = :post)
           AND @contains(t.search_text, :search)
           AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = t.case_id)
         ORDER BY t.happened_on DESC NULLS LAST, t.record_id NULLS LAST
         LIMIT :n) AS x
  JOIN support_case AS s ON s.case_id = x.case_id
  JOIN person AS e ON e.case_id = x.case_id AND e.ordinal = 1
  LEFT JOIN note AS n ON n.note_id = x.record_id
  LEFT JOIN consultation AS k ON k.consultation_id = x.record_id
 ORDER BY x.happened_on DESC NULLS LAST, x.record_id NULLS LAST;

-- name: record_find  many
-- The same by the index, where a desk has many records and the key finds few.
-- in: desk id:desk, post id:post, shared bool, search text, subjects ids, now instant, n int
-- rows: record_scan
SELECT x.case_id, x.record_id, x.kind, x.happened_on,
       (SELECT MIN(v.ground) FROM visible_case AS v WHERE v.case_id = x.case_id),
       s.number, e.name, COALESCE(n.fact, k.words, '')
  FROM (SELECT t.record_id, t.case_id, t.kind, t.happened_on
          FROM @found(record_text, record_id, search_text, :search) AS h
         CROSS JOIN record_text AS t
         WHERE t.record_id = h.record_id AND t.desk_id = :desk
           AND (:shared OR t.post_id = :post) AND @contains(t.search_text, :search)
           AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = t.case_id)
         ORDER BY t.happened_on DESC NULLS LAST, t.record_id NULLS LAST
         LIMIT :n) AS x
  JOIN support_case AS s ON s.case_id = x.case_id
  JOIN person AS e ON e.case_id = x.case_id AND e.ordinal = 1
  LEFT JOIN note AS n ON n.note_id = x.record_id
  LEFT JOIN consultation AS k ON k.consultation_id = x.record_id
 ORDER BY x.happened_on DESC NULLS LAST, x.record_id NULLS LAST;
