-- Needs that no scheme meets (狭間のニーズ), over a year.

-- name: gap_counts  many
-- How many there are of each kind: needs, and cases.
-- in: from_at instant, until_at instant
-- out: kind text, needs int, cases int
-- unscoped: an office number over all cases; it names nobody and opens nothing
SELECT gap_kind, COUNT(*), COUNT(DISTINCT case_id)
  FROM issue
 WHERE gap AND recorded_at >= :from_at AND recorded_at < :until_at
 GROUP BY gap_kind
 ORDER BY gap_kind NULLS LAST;

-- name: gap_cases  many
-- Those of cases that the viewer may list by name.
-- in: from_at instant, until_at instant, subjects ids, now instant
-- out: case_id id:case, ground int, number text, kind text, code text
SELECT i.case_id, v.ground, s.number, i.gap_kind, i.code
  FROM issue AS i
  JOIN visible_named_case AS v ON v.case_id = i.case_id
  JOIN support_case AS s ON s.case_id = i.case_id
 WHERE i.gap AND i.recorded_at >= :from_at AND i.recorded_at < :until_at
 ORDER BY i.gap_kind NULLS LAST, s.number NULLS LAST, i.issue_id NULLS LAST,
          v.ground NULLS LAST
 LIMIT 500;
