-- The April hand-over: whose cases go to whom, and what no post in force answers for.

-- name: succession_people  many
-- Who holds or held a post at a desk and still answers for open cases there.
-- in: desk_id id:desk, subjects ids, now instant
-- out: post_id id:post, name text, title text, until_at instant, cases int
SELECT p.post_id, a.name, p.title, p.until_at, COUNT(*)
  FROM support_case AS s
  JOIN visible_case AS v ON v.case_id = s.case_id
  JOIN post AS p ON p.post_id = s.owner_post
  JOIN account AS a ON a.account_id = p.account_id
 WHERE s.desk_id = :desk_id AND s.state <> 'closed'
 GROUP BY p.post_id, a.name, p.title, p.until_at
 ORDER BY p.until_at NULLS LAST, a.name NULLS LAST, p.post_id NULLS LAST
 LIMIT 200;

-- name: succession_cases  many
-- The open cases of a desk that a post answers for, or has open steps in, with who was asked
-- to take them over.
-- in: desk_id id:desk, from_post id:post, subjects ids, now instant
-- out: case_id id:case, ground int, number text, state enum:case_state, name text, known enum:person_known, next_what text, next_on day?, steps int, to_name text, mind text, succession_id id?, asked_at instant?, owned bool
SELECT s.case_id, v.ground, s.number, s.state, COALESCE(e.name, ''),
       COALESCE(e.known, 'anonymous'),
       COALESCE((SELECT t.what FROM next_step AS t
                  WHERE t.case_id = s.case_id AND t.done_at IS NULL
                    AND t.owner_post = :from_post
                  ORDER BY t.due_on NULLS LAST, t.step_id NULLS LAST LIMIT 1), ''),
       (SELECT MIN(t.due_on) FROM next_step AS t
         WHERE t.case_id = s.case_id AND t.done_at IS NULL
           AND t.owner_post = :from_post),
       (SELECT COUNT(*) FROM next_step AS t
         WHERE t.case_id = s.case_id AND t.done_at IS NULL
           AND t.owner_post = :from_post),
       COALESCE(b.name, ''), COALESCE(q.mind, ''), q.succession_id, q.asked_at,
       s.owner_post = :from_post
  FROM support_case AS s
  JOIN visible_case AS v ON v.case_id = s.case_id
  LEFT JOIN person AS e ON e.person_id =
       (SELECT x.person_id FROM person AS x WHERE x.case_id = s.case_id
         ORDER BY x.person_id NULLS LAST LIMIT 1)
  LEFT JOIN succession AS q ON q.case_id = s.case_id AND q.state = 'asked'
       AND q.from_post = :from_post
  LEFT JOIN account AS b ON b.account_id = q.to_account
 WHERE s.state <> 'closed'
   AND ((s.desk_id = :desk_id AND s.owner_post = :from_post)
        OR EXISTS (SELECT 1 FROM next_step AS t
                    WHERE t.case_id = s.case_id AND t.done_at IS NULL
                      AND t.desk_id = :desk_id AND t.owner_post = :from_post))
 ORDER BY s.number NULLS LAST, s.case_id NULLS LAST
 LIMIT 500;

-- name: succession_asked  many
-- What somebody was asked to take over at a desk.
-- in: account_id id:account, desk_id id:desk, subjects ids, now instant
-- out: succession_id id, case_id id:case, ground int, number text, name text, known enum:person_known, from_name text, mind text, asked_at instant
SELECT q.succession_id, q.case_id, v.ground, s.number, COALESCE(e.name, ''),
       COALESCE(e.known, 'anonymous'), a.name, q.mind, q.asked_at
  FROM succession AS q
  JOIN visible_case AS v ON v.case_id = q.case_id
  JOIN support_case AS s ON s.case_id = q.case_id
  JOIN post AS p ON p.post_id = q.from_post
  JOIN account AS a ON a.account_id = p.account_id
  LEFT JOIN person AS e ON e.person_id =
       (SELECT x.person_id FROM person AS x WHERE x.case_id = q.case_id
         ORDER BY x.person_id NULLS LAST LIMIT 1)
 WHERE q.to_account = :account_id AND q.desk_id = :desk_id AND q.state = 'asked'
 ORDER BY s.number NULLS LAST, q.succession_id NULLS LAST
 LIMIT 500;

-- name: succession_put  none
-- Asks somebody to take a case over.
-- in: succession_id id, case_id id:case, from_post id:post, to_account id:account, desk_id id:desk, mind text, asked_by id:post, subjects ids, now instant
INSERT INTO succession (succession_id, case_id, from_post, to_account, desk_id, mind,
                        asked_by, asked_at, state, reply, ended_at)
SELECT :succession_id, v.case_id, :from_post, :to_account, :desk_id, :mind, :asked_by,
       :now, 'asked', '', NULL
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: succession_withdraw  none
-- Takes back who was asked before, since somebody else is asked now.
-- in: case_id id:case, from_post id:post, subjects ids, now instant
UPDATE succession SET state = 'withdrawn', ended_at = :now
 WHERE case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id)
   AND from_post = :from_post AND state = 'asked';

-- name: succession_one  opt
-- One that is still open.
-- in: succession_id id, subjects ids, now instant
-- out: case_id id:case, from_post id:post, to_account id:account, desk_id id:desk
SELECT q.case_id, q.from_post, q.to_account, q.desk_id
  FROM succession AS q JOIN visible_case AS v ON v.case_id = q.case_id
 WHERE q.succession_id = :succession_id AND q.state = 'asked';

-- name: succession_end  none
-- Notes that it was accepted or declined.
-- in: succession_id id, state text, reply text, subjects ids, now instant
UPDATE succession SET state = :state, reply = :reply, ended_at = :now
 WHERE succession_id = :succession_id AND state = 'asked'
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = succession.case_id);

-- name: case_give  none
-- Moves a case from one post to another of the same desk.
-- in: case_id id:case, from_post id:post, to_post id:post, now instant
-- unscoped: the act or the nightly work has checked that it may
UPDATE support_case SET owner_post = :to_post, version = version + 1, touched_at = :now
 WHERE case_id = :case_id AND owner_post = :from_post;

-- name: steps_give  none
-- Moves open steps from one post to another.
-- in: case_id id:case, from_post id:post, to_post id:post
-- unscoped: the act or the nightly work has checked that it may
UPDATE next_step SET owner_post = :to_post
 WHERE case_id = :case_id AND owner_post = :from_post AND done_at IS NULL;

-- name: duties_give  none
-- Moves lines of the work list from one post to another.
-- in: case_id id:case, from_post id:post, to_post id:post
-- unscoped: the act or the nightly work has checked that it may
UPDATE duty SET post_id = :to_post
 WHERE case_id = :case_id AND post_id = :from_post;

-- name: referrals_give  none
-- Moves hand-overs that are held from one post to another.
-- in: case_id id:case, from_post id:post, to_post id:post
-- unscoped: the act or the nightly work has checked that it may
UPDATE referral SET owner_post = :to_post
 WHERE case_id = :case_id AND owner_post = :from_post
   AND state IN ('accepted', 'in_progress', 'on_hold');

-- name: owner_ended  many
-- Open cases whose owner's post is over, with the same person's present post at that desk.
-- in: now instant, after id, n int
-- out: case_id id:case, desk_id id:desk, from_post id:post, to_post id:post?
-- unscoped: the nightly work without a viewer
SELECT s.case_id, s.desk_id, s.owner_post,
       (SELECT y.post_id FROM post AS y
         WHERE y.account_id = p.account_id AND y.desk_id = s.desk_id
           AND y.from_at <= :now AND y.until_at > :now AND NOT y.suspended
         ORDER BY y.from_at DESC NULLS LAST, y.post_id NULLS LAST LIMIT 1)
  FROM support_case AS s JOIN post AS p ON p.post_id = s.owner_post
 WHERE s.state <> 'closed' AND s.case_id > COALESCE(:after, '')
   AND (p.until_at <= :now OR p.suspended)
 ORDER BY s.case_id NULLS LAST
 LIMIT :n;

-- name: step_ended  many
-- Open steps whose owner's post is over, with the same person's present post at that desk,
-- else the post that answers for the case.
-- in: now instant, n int
-- out: case_id id:case, from_post id:post, to_post id:post
-- unscoped: the nightly work without a viewer
SELECT w.case_id, w.from_post, w.to_post FROM (
  SELECT t.case_id AS case_id, t.owner_post AS from_post,
         COALESCE((SELECT y.post_id FROM post AS y
                    WHERE y.account_id = p.account_id AND y.desk_id = t.desk_id
                      AND y.from_at <= :now AND y.until_at > :now AND NOT y.suspended
                    ORDER BY y.from_at DESC NULLS LAST, y.post_id NULLS LAST LIMIT 1),
                  CASE WHEN s.desk_id = t.desk_id AND o.until_at > :now
                       THEN s.owner_post END) AS to_post
    FROM next_step AS t
    JOIN post AS p ON p.post_id = t.owner_post
    JOIN support_case AS s ON s.case_id = t.case_id
    JOIN post AS o ON o.post_id = s.owner_post
   WHERE t.done_at IS NULL AND p.until_at <= :now) AS w
 WHERE w.to_post IS NOT NULL
 ORDER BY w.case_id NULLS LAST, w.from_post NULLS LAST
 LIMIT :n;

-- name: cases_after  many
-- The next open cases in the order of their ids, to make the standing lines of the work list
-- anew.
-- in: after id, n int
-- out: case_id id:case
-- unscoped: the nightly work without a viewer
SELECT case_id FROM support_case
 WHERE case_id > COALESCE(:after, '') AND state <> 'closed'
 ORDER BY case_id NULLS LAST LIMIT :n;

-- name: reach_cases  many
-- The next cases in the order of their ids, to compare reach with its sources.
-- in: after id, n int
-- out: case_id id:case
-- unscoped: the nightly work without a viewer
SELECT case_id FROM support_case WHERE case_id > COALESCE(:after, '')
 ORDER BY case_id NULLS LAST LIMIT :n;

-- name: duty_stale  none
-- Takes lines off the work list whose step is done or whose planned visit is over.
-- unscoped: the nightly work without a viewer
DELETE FROM duty
 WHERE (rule = 'next_step'
        AND EXISTS (SELECT 1 FROM next_step AS t
                     WHERE t.step_id = duty.subject_id AND t.done_at IS NOT NULL))
    OR (rule = 'outreach_visit'
        AND EXISTS (SELECT 1 FROM outreach_turn AS t
                     WHERE t.turn_id = duty.subject_id
                       AND (t.contact_id IS NOT NULL OR t.cancelled)));

-- name: step_without_duty  many
-- Open steps that stand on no work list.
-- in: n int
-- out: step_id id:step, case_id id:case, desk_id id:desk, owner_post id:post, due_on day
-- unscoped: the nightly work without a viewer
SELECT t.step_id, t.case_id, t.desk_id, t.owner_post, t.due_on FROM next_step AS t
 WHERE t.done_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM duty AS y
                    WHERE y.rule = 'next_step' AND y.subject_id = t.step_id)
 ORDER BY t.step_id NULLS LAST LIMIT :n;

-- name: succession_heirs  many
-- Who works at a desk now or begins there later, and shares in it.
-- in: desk_id id:desk, now instant
-- out: account_id id:account, name text
SELECT DISTINCT a.account_id, a.name
  FROM post AS p JOIN account AS a ON a.account_id = p.account_id
 WHERE p.desk_id = :desk_id AND p.until_at > :now AND NOT p.suspended
   AND a.ended_at IS NULL
   AND p.role IN ('desk_worker', 'coordinator', 'promoter', 'contractor', 'head')
 ORDER BY a.name NULLS LAST, a.account_id NULLS LAST;
