-- What is held at places, and who came. Who came is reached through each case.

-- name: place_session_add  none
-- Notes that something was held.
-- in: place_session_id id:place_session, place_id id:place, kind enum:session_kind, title text, held_on day, came int, desk_id id:desk, post_id id:post, now instant
INSERT INTO place_session (place_session_id, place_id, kind, title, held_on, came,
                           withdrawn, desk_id, post_id, recorded_at)
VALUES (:place_session_id, :place_id, :kind, :title, :held_on, :came, '', :desk_id,
        :post_id, :now);

-- name: place_session_list  many
-- What was held at a place, the newest first, withdrawn ones too.
-- in: place_id id:place
-- out: place_session_id id:place_session, kind enum:session_kind, title text, held_on day, came int, withdrawn text, desk text, desk_id id:desk
SELECT s.place_session_id, s.kind, s.title, s.held_on, s.came, s.withdrawn, d.name,
       s.desk_id
  FROM place_session AS s JOIN desk AS d ON d.desk_id = s.desk_id
 WHERE s.place_id = :place_id
 ORDER BY s.held_on DESC NULLS LAST, s.recorded_at DESC NULLS LAST,
          s.place_session_id NULLS LAST
 LIMIT 200;

-- name: place_session_sums  one
-- How often something was held at a place, and how many came in all.
-- in: place_id id:place
-- out: held int, came int
SELECT COUNT(*), COALESCE(SUM(came), 0) FROM place_session
 WHERE place_id = :place_id AND withdrawn = '';

-- name: place_sessions_recent  many
-- What was held lately, to be chosen from.
-- in: every bool, desk_id id:desk
-- out: place_session_id id:place_session, place text, title text, held_on day
SELECT s.place_session_id, p.name, s.title, s.held_on
  FROM place_session AS s JOIN place AS p ON p.place_id = s.place_id
 WHERE s.withdrawn = '' AND (NOT p.hidden OR :every OR p.desk_id = :desk_id)
 ORDER BY s.held_on DESC NULLS LAST, s.recorded_at DESC NULLS LAST,
          s.place_session_id NULLS LAST
 LIMIT 100;

-- name: place_session_one  opt
-- A session that stands, at a place that the viewer finds.
-- in: place_session_id id:place_session, every bool, desk_id id:desk
-- out: place_id id:place, held_on day
SELECT s.place_id, s.held_on
  FROM place_session AS s JOIN place AS p ON p.place_id = s.place_id
 WHERE s.place_session_id = :place_session_id AND s.withdrawn = ''
   AND (NOT p.hidden OR :every OR p.desk_id = :desk_id);

-- name: place_session_figures  many
-- Over a span of days: how often each kind was held, and how many came. Source: R-222.
-- in: from_on day, until_on day
-- out: kind enum:session_kind, held int, came int
SELECT kind, COUNT(*), SUM(came) FROM place_session
 WHERE held_on >= :from_on AND held_on <= :until_on AND withdrawn = ''
 GROUP BY kind
 ORDER BY kind NULLS LAST;

-- name: place_session_withdraw  none
-- Withdraws a session.
-- in: entry_id id:entry, why text
UPDATE place_session SET withdrawn = :why
 WHERE place_session_id = :entry_id AND withdrawn = '';

-- name: attendance_at  many
-- Who came to what was held at a place, of cases that the viewer reaches.
-- in: place_id id:place, subjects ids, now instant
-- out: place_session_id id:place_session, case_id id:case, person_id id:person, times int, number text, name text, desk_id id:desk, post_id id:post
SELECT t.place_session_id, t.case_id, t.person_id, t.times, k.number, e.name, t.desk_id,
       t.post_id
  FROM place_session AS s
  JOIN attendance AS t ON t.place_session_id = s.place_session_id
  JOIN support_case AS k ON k.case_id = t.case_id
  JOIN person AS e ON e.person_id = t.person_id
 WHERE s.place_id = :place_id AND s.withdrawn = '' AND t.times > 0
   AND EXISTS (SELECT 1 FROM visible_named_case_any AS v WHERE v.case_id = t.case_id)
 ORDER BY k.number NULLS LAST, t.person_id NULLS LAST, s.held_on NULLS LAST,
          s.recorded_at NULLS LAST, t.place_session_id NULLS LAST
 LIMIT 2000;

-- name: attendance_of_case  many
-- To what the people of a case came, the newest first.
-- in: case_id id:case, every bool, desk_id id:desk, subjects ids, now instant
-- out: attendance_id id:attendance, person_id id:person, times int, kind enum:session_kind, title text, held_on day, place_id id:place, place text, desk_id id:desk, post_id id:post
SELECT t.attendance_id, t.person_id, t.times, s.kind, s.title, s.held_on, p.place_id,
       p.name, t.desk_id, t.post_id
  FROM visible_case AS v
  JOIN attendance AS t ON t.case_id = v.case_id
  JOIN place_session AS s ON s.place_session_id = t.place_session_id
  JOIN place AS p ON p.place_id = s.place_id
 WHERE v.case_id = :case_id AND s.withdrawn = '' AND t.times > 0
   AND (NOT p.hidden OR :every OR p.desk_id = :desk_id)
 ORDER BY s.held_on DESC NULLS LAST, t.recorded_at DESC NULLS LAST,
          t.attendance_id NULLS LAST
 LIMIT 200;

-- name: attendance_one  opt
-- Whether the desk has written down somebody of a case for a session already.
-- in: place_session_id id:place_session, person_id id:person, case_id id:case, desk_id id:desk, subjects ids, now instant
-- out: attendance_id id:attendance, version int
SELECT t.attendance_id, t.version
  FROM visible_case AS v
  JOIN attendance AS t ON t.case_id = v.case_id
 WHERE v.case_id = :case_id AND t.place_session_id = :place_session_id
   AND t.person_id = :person_id AND t.desk_id = :desk_id;

-- name: attendance_add  none
-- Notes that somebody of a case came.
-- in: attendance_id id:attendance, place_session_id id:place_session, case_id id:case, person_id id:person, times int, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO attendance (attendance_id, place_session_id, case_id, person_id, times,
                        desk_id, post_id, recorded_at, version)
SELECT :attendance_id, :place_session_id, v.case_id, :person_id, :times, :desk_id,
       :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: attendance_mend  none
-- Corrects how often somebody came.
-- in: attendance_id id:attendance, version int, times int, subjects ids, now instant
UPDATE attendance SET times = :times, version = version + 1
 WHERE attendance_id = :attendance_id AND version = :version
   AND EXISTS (SELECT 1 FROM visible_case AS v WHERE v.case_id = attendance.case_id);
