-- Lines of the work list that stand with a post that is over: the head gives them to somebody.

-- name: stranded_posts  many
-- The posts that are over and still have lines, at the desks of the head's agency; the head of
-- the lead desk also answers for agencies that have no head. hands: posts in force there.
-- in: desk id:desk, now instant
-- out: post_id id:post, desk_id id:desk, desk text, who text, title text, until_at instant, n int, oldest day?, cases int
-- unscoped: counts of an office, without a case; the act asks for the head's role
SELECT p.post_id, k.desk_id, k.name, a.name, p.title, p.until_at, COUNT(*), MIN(y.due_on),
       (SELECT COUNT(*) FROM support_case AS s
         WHERE s.owner_post = p.post_id AND s.state <> 'closed')
  FROM desk AS h
  JOIN desk AS k ON k.agency_id = h.agency_id
       OR (h.is_lead AND NOT EXISTS (
             SELECT 1 FROM post AS q JOIN desk AS x ON x.desk_id = q.desk_id
              WHERE x.agency_id = k.agency_id AND q.role = 'head' AND NOT q.suspended
                AND q.from_at <= :now AND q.until_at > :now))
  JOIN post AS p ON p.desk_id = k.desk_id AND (p.until_at <= :now OR p.suspended)
  JOIN account AS a ON a.account_id = p.account_id
  JOIN duty AS y ON y.post_id = p.post_id AND y.desk_id = k.desk_id
 WHERE h.desk_id = :desk AND y.rule <> 'childbirth'
 GROUP BY p.post_id, k.desk_id, k.name, a.name, p.title, p.until_at
 ORDER BY MIN(y.due_on) NULLS LAST, p.post_id NULLS LAST
 LIMIT 100;

-- name: desk_hands  many
-- Who works at a desk now.
-- in: desk_id id:desk, now instant
-- out: post_id id:post, name text, title text
SELECT p.post_id, a.name, p.title
  FROM post AS p JOIN account AS a ON a.account_id = p.account_id
 WHERE p.desk_id = :desk_id AND p.from_at <= :now AND p.until_at > :now
   AND NOT p.suspended AND a.ended_at IS NULL
   AND p.role IN ('desk_worker', 'coordinator', 'promoter', 'contractor', 'head')
 ORDER BY a.name NULLS LAST, p.post_id NULLS LAST
 LIMIT 200;

-- name: stranded_give  none
-- Gives the lines of a post to another of the same desk.
-- in: desk_id id:desk, from_post id:post, to_post id:post
-- unscoped: an office's own work; the act has found that the head answers for the desk
UPDATE duty SET post_id = :to_post
 WHERE desk_id = :desk_id AND post_id = :from_post AND rule <> 'childbirth';

-- name: stranded_steps_give  none
-- Gives open next steps of that desk along with their lines.
-- in: desk_id id:desk, from_post id:post, to_post id:post
-- unscoped: an office's own work; the act has found that the head answers for the desk
UPDATE next_step SET owner_post = :to_post
 WHERE desk_id = :desk_id AND owner_post = :from_post AND done_at IS NULL;

-- name: stranded_referrals_give  none
-- Gives hand-overs that the desk holds along with their lines.
-- in: desk_id id:desk, from_post id:post, to_post id:post
-- unscoped: an office's own work; the act has found that the head answers for the desk
UPDATE referral SET owner_post = :to_post
 WHERE to_desk = :desk_id AND owner_post = :from_post
   AND state IN ('accepted', 'in_progress', 'on_hold');
