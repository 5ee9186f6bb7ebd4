-- Emergencies: looking a person up, opening a case, telling its owner, reviewing it afterwards.

-- name: duty_is_on  one
-- Whether a post is on duty for emergencies now.
-- in: post_id id:post, now instant
-- out: duty bool
SELECT EXISTS (SELECT 1 FROM duty_post AS y
                WHERE y.post_id = :post_id AND y.from_at <= :now
                  AND (y.until_at IS NULL OR y.until_at > :now));

-- name: duty_post_add  none
-- Puts a post on duty.
-- in: post_id id:post, now instant, until_at instant?, added_by id:post
INSERT INTO duty_post (post_id, from_at, until_at, added_by)
VALUES (:post_id, :now, :until_at, :added_by);

-- name: duty_post_end  none
-- Takes a post off duty.
-- in: post_id id:post, now instant
UPDATE duty_post SET until_at = :now
 WHERE post_id = :post_id AND (until_at IS NULL OR until_at > :now);

-- name: duty_post_list  many
-- Who is on duty now.
-- in: now instant
-- out: post_id id:post, name text, desk text, title text, until_at instant?
SELECT y.post_id, a.name, d.name, p.title, y.until_at
  FROM duty_post AS y
  JOIN post AS p ON p.post_id = y.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE y.from_at <= :now AND (y.until_at IS NULL OR y.until_at > :now)
 ORDER BY a.name NULLS LAST, y.post_id NULLS LAST;

-- name: emergency_find  many
-- People of the name that was typed, wherever they are recorded.
-- in: search text
-- out: person_id id:person, case_id id:case, name text, kana text, place text, phone text, birth_on day?, owner_post id:post, desk_id id:desk
-- unscoped: an emergency look-up; policy has decided that the post may make one
SELECT e.person_id, e.case_id, e.name, e.kana, e.place, e.phone, e.birth_on, s.owner_post,
       s.desk_id
  FROM @found(person, person_id, search_text, :search) AS h
  JOIN person AS e ON e.person_id = h.person_id
  JOIN support_case AS s ON s.case_id = e.case_id
 WHERE @contains(e.search_text, :search)
 ORDER BY e.person_id NULLS LAST
 LIMIT 200;

-- name: emergency_add  none
-- Keeps a use: hit or miss, with its time box.
-- in: use_id id:use, kind enum:emergency_kind, post_id id:post, desk_id id:desk, case_id id:case?, reason text, now instant, until_at instant
-- unscoped: written by the act that policy has decided on
INSERT INTO emergency_use (use_id, kind, post_id, desk_id, case_id, reason, at, until_at,
                           verdict, verdict_text)
VALUES (:use_id, :kind, :post_id, :desk_id, :case_id, :reason, :now, :until_at, '', '');

-- name: emergency_open  many
-- The cases that the viewer's post has open by an emergency now.
-- in: post_id id:post, subjects ids, now instant
-- out: use_id id:use, kind enum:emergency_kind, case_id id:case, until_at instant, number text, desk text, agency text, owner text, dangers text?, call_order text?
SELECT u.use_id, u.kind, u.case_id, u.until_at, s.number, d.name, g.name, a.name,
       f.dangers, f.call_order
  FROM emergency_use AS u
  JOIN visible_case AS v ON v.case_id = u.case_id
  JOIN support_case AS s ON s.case_id = u.case_id
  JOIN desk AS d ON d.desk_id = s.desk_id
  JOIN agency AS g ON g.agency_id = d.agency_id
  JOIN post AS p ON p.post_id = s.owner_post
  JOIN account AS a ON a.account_id = p.account_id
  LEFT JOIN safety AS f ON f.case_id = u.case_id
 WHERE u.post_id = :post_id AND u.until_at > :now
   AND NOT EXISTS (SELECT 1 FROM emergency_use AS w
                    WHERE w.post_id = u.post_id AND w.case_id = u.case_id
                      AND w.until_at > :now
                      AND (w.at > u.at OR (w.at = u.at AND w.use_id > u.use_id)))
 ORDER BY u.at DESC NULLS LAST, u.use_id NULLS LAST
 LIMIT 20;

-- name: emergency_unreviewed  one
-- How many of a post's uses nobody has reviewed yet.
-- in: post_id id:post
-- out: uses int
-- unscoped: one's own uses
SELECT COUNT(*) FROM emergency_use WHERE post_id = :post_id AND reviewed_at IS NULL;

-- name: emergency_queue  many
-- Uses that wait for their review, the oldest first; desk empty: of all desks.
-- in: desk text, before instant
-- out: use_id id:use, kind enum:emergency_kind, hit bool, who text, desk text, post_id id:post, reason text, at instant, until_at instant
-- unscoped: a review is of the use, and names no case
SELECT u.use_id, u.kind, u.case_id IS NOT NULL, a.name, d.name, u.post_id, u.reason, u.at,
       u.until_at
  FROM emergency_use AS u
  JOIN post AS p ON p.post_id = u.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = u.desk_id
 WHERE u.reviewed_at IS NULL AND u.at <= :before AND (:desk = '' OR u.desk_id = :desk)
 ORDER BY u.at NULLS LAST, u.use_id NULLS LAST
 LIMIT 100;

-- name: emergency_past  many
-- Uses that were reviewed, the newest first.
-- in: desk text
-- out: kind enum:emergency_kind, who text, desk text, reason text, at instant, verdict enum:review_verdict, verdict_text text, reviewer text
-- unscoped: a review is of the use, and names no case
SELECT u.kind, a.name, d.name, u.reason, u.at, u.verdict, u.verdict_text, b.name
  FROM emergency_use AS u
  JOIN post AS p ON p.post_id = u.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = u.desk_id
  JOIN post AS q ON q.post_id = u.reviewed_post
  JOIN account AS b ON b.account_id = q.account_id
 WHERE u.reviewed_at IS NOT NULL AND (:desk = '' OR u.desk_id = :desk)
 ORDER BY u.reviewed_at DESC NULLS LAST, u.use_id NULLS LAST
 LIMIT 50;

-- name: emergency_one  one
-- A use, for its review.
-- in: use_id id:use
-- out: post_id id:post, account_id id:account, desk_id id:desk, case_id id:case?, reviewed_at instant?
-- unscoped: a review is of the use
SELECT u.post_id, p.account_id, u.desk_id, u.case_id, u.reviewed_at
  FROM emergency_use AS u JOIN post AS p ON p.post_id = u.post_id
 WHERE u.use_id = :use_id;

-- name: emergency_verdict  none
-- Keeps what the review found.
-- in: use_id id:use, now instant, post_id id:post, verdict enum:review_verdict, verdict_text text
-- unscoped: a review is of the use
UPDATE emergency_use
   SET reviewed_at = :now, reviewed_post = :post_id, verdict = :verdict,
       verdict_text = :verdict_text
 WHERE use_id = :use_id AND reviewed_at IS NULL;
