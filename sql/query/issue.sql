-- What weighs on the people of a case, and what changed in their lives.

-- name: issue_add  none
-- Adds an issue to a case that the viewer reaches; person_id of none: the household's.
-- in: issue_id id:issue, case_id id:case, person_id id:person, code text, severity enum:issue_severity, state enum:issue_state, priority int, priority_given bool, gap bool, gap_kind text, from_on day, from_words text, until_on day, words text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO issue (issue_id, case_id, person_id, code, severity, state, priority, gap,
                   gap_kind, from_on, from_words, until_on, words, desk_id, post_id,
                   recorded_at, version)
SELECT :issue_id, v.case_id, :person_id, :code, :severity, :state,
       CASE WHEN :priority_given THEN :priority END, :gap, :gap_kind, :from_on,
       :from_words, :until_on, :words, :desk_id, :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: issue_change  none
-- Writes where an issue stands if it still is of the version that was read.
-- in: issue_id id:issue, version int, person_id id:person, code text, severity enum:issue_severity, state enum:issue_state, priority int, priority_given bool, gap bool, gap_kind text, from_on day, from_words text, until_on day, words text, subjects ids, now instant
UPDATE issue
   SET person_id = :person_id, code = :code, severity = :severity, state = :state,
       priority = CASE WHEN :priority_given THEN :priority END, gap = :gap,
       gap_kind = :gap_kind, from_on = :from_on, from_words = :from_words,
       until_on = :until_on, words = :words, version = version + 1
 WHERE issue_id = :issue_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: issue_list  many
-- The issues of a case that the viewer reaches, the first to be seen to first.
-- in: case_id id:case, subjects ids, now instant
-- out: issue_id id:issue, person_id id:person, code text, severity enum:issue_severity, state enum:issue_state, priority int, gap bool, gap_kind text, from_on day, from_words text, until_on day, words text, desk_id id:desk, desk text, post_id id:post, recorded_at instant, version int
SELECT i.issue_id, i.person_id, i.code, i.severity, i.state, COALESCE(i.priority, 0),
       i.gap, i.gap_kind, i.from_on, i.from_words, i.until_on, i.words, i.desk_id, d.name,
       i.post_id, i.recorded_at, i.version
  FROM issue AS i JOIN desk AS d ON d.desk_id = i.desk_id
 WHERE i.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY i.until_on DESC NULLS FIRST, i.priority NULLS LAST, i.recorded_at NULLS LAST,
          i.issue_id NULLS LAST
 LIMIT 200;

-- name: issue_one  one
-- An issue of a case that the viewer reaches.
-- in: issue_id id:issue, subjects ids, now instant
-- out: case_id id:case, person_id id:person, code text, severity enum:issue_severity, state enum:issue_state, priority int, priority_given bool, gap bool, gap_kind text, from_on day, from_words text, until_on day, words text, desk_id id:desk, post_id id:post, version int
SELECT i.case_id, i.person_id, i.code, i.severity, i.state, COALESCE(i.priority, 0),
       i.priority IS NOT NULL, i.gap, i.gap_kind, i.from_on, i.from_words, i.until_on,
       i.words, i.desk_id, i.post_id, i.version
  FROM issue AS i JOIN visible_case AS v ON v.case_id = i.case_id
 WHERE i.issue_id = :issue_id;

-- name: issue_counts  many
-- How many issues of each kind were written down in a time, and how many are open; figures
-- only, one line a kind.
-- in: from_at instant, until_at instant
-- out: code text, n int, unresolved int, gaps int
-- unscoped: counts for the report; no person and no case leaves the statement
SELECT code, COUNT(*), SUM(CASE WHEN state <> 'resolved' THEN 1 ELSE 0 END),
       SUM(CASE WHEN gap THEN 1 ELSE 0 END)
  FROM issue
 WHERE recorded_at >= :from_at AND recorded_at < :until_at
 GROUP BY code ORDER BY code NULLS LAST;

-- name: situation_add  none
-- Notes a change in the life of somebody of a case that the viewer reaches.
-- in: situation_id id:situation, case_id id:case, person_id id:person, happened_on day, happened_words text, words text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO situation (situation_id, case_id, person_id, happened_on, happened_words,
                       words, dropped, desk_id, post_id, recorded_at, version)
SELECT :situation_id, v.case_id, :person_id, :happened_on, :happened_words, :words, FALSE,
       :desk_id, :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: situation_change  none
-- Mends or takes back a change if it still is of the version that was read.
-- in: situation_id id:situation, version int, person_id id:person, happened_on day, happened_words text, words text, dropped bool, subjects ids, now instant
UPDATE situation
   SET person_id = :person_id, happened_on = :happened_on,
       happened_words = :happened_words, words = :words, dropped = :dropped,
       version = version + 1
 WHERE situation_id = :situation_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: situation_list  many
-- What changed in the lives of a case that the viewer reaches, in order of its days; since:
-- only what was written down after that instant.
-- in: case_id id:case, since instant, subjects ids, now instant
-- out: situation_id id:situation, person_id id:person, happened_on day, happened_words text, words text, desk_id id:desk, desk text, post_id id:post, recorded_at instant, version int
SELECT t.situation_id, t.person_id, t.happened_on, t.happened_words, t.words, t.desk_id,
       d.name, t.post_id, t.recorded_at, t.version
  FROM situation AS t JOIN desk AS d ON d.desk_id = t.desk_id
 WHERE t.case_id = :case_id AND NOT t.dropped AND t.recorded_at > :since
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY t.happened_on NULLS FIRST, t.recorded_at NULLS LAST, t.situation_id NULLS LAST
 LIMIT 300;

-- name: situation_one  one
-- A change in a case that the viewer reaches.
-- in: situation_id id:situation, subjects ids, now instant
-- out: case_id id:case, person_id id:person, happened_on day, happened_words text, words text, dropped bool, desk_id id:desk, post_id id:post, version int
SELECT t.case_id, t.person_id, t.happened_on, t.happened_words, t.words, t.dropped,
       t.desk_id, t.post_id, t.version
  FROM situation AS t JOIN visible_case AS v ON v.case_id = t.case_id
 WHERE t.situation_id = :situation_id;
