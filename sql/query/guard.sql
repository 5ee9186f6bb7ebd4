-- What stands between a subject and a case, and which subjects a case concerns.

-- name: reach_guard  one
-- What a subject (post or desk) is kept from in a case, and what opens it in spite of that:
-- since when and until when it is named in a sealed case (where two cases became one that both
-- were sealed, in each of the two), is on the list of a protected
-- person, looks it up in an emergency or has opened it (0: not; until 0: no end). parted: a
-- restriction stands before some post of its desk, so that each has reach of its own. Who
-- came to a desk that serves both sides of a split household belongs to neither.
-- guarded: persons protected; listed: of those, on whose lists the subject is.
-- in: case_id id:case, subject id, now instant
-- out: role enum:post_role, desk_id id:desk, conflict bool, other_side bool, sealed bool, parted bool, named instant, named_until instant, guarded int, listed int, listed_from instant, lookup instant, lookup_until instant, glass instant, glass_until instant
-- unscoped: reach itself is made from this
SELECT
  COALESCE(p.role, ''), COALESCE(p.desk_id, :subject),
  EXISTS (SELECT 1 FROM restriction AS x
           WHERE x.case_id = :case_id AND x.lifted_at IS NULL AND x.kind = 'conflict'
             AND x.subject IN (:subject, p.desk_id)),
  EXISTS (SELECT 1 FROM restriction AS x
           WHERE x.case_id = :case_id AND x.lifted_at IS NULL AND x.kind = 'other_side'
             AND (x.subject IN (:subject, p.desk_id)
                  OR (p.post_id IS NOT NULL
                      AND x.subject IN (SELECT q.post_id FROM post AS q
                                         WHERE q.desk_id = p.desk_id)
                      AND NOT EXISTS (SELECT 1 FROM restriction AS y
                                       WHERE y.group_id = x.group_id
                                         AND y.case_id <> x.case_id
                                         AND y.subject IN (:subject, p.desk_id))))),
  EXISTS (SELECT 1 FROM restriction AS x
           WHERE x.case_id = :case_id AND x.lifted_at IS NULL AND x.kind = 'sealed'),
  EXISTS (SELECT 1 FROM restriction AS x
           WHERE x.case_id = :case_id AND x.lifted_at IS NULL
             AND (x.kind = 'sealed'
                  OR (x.kind IN ('conflict', 'other_side')
                      AND (x.subject = COALESCE(p.desk_id, :subject)
                           OR x.subject IN (SELECT q.post_id FROM post AS q
                                             WHERE q.desk_id
                                                   = COALESCE(p.desk_id, :subject)))))),
  COALESCE(m.from_at, 0), COALESCE(m.until_at, 0),
  (SELECT COUNT(*) FROM restriction AS x
    WHERE x.case_id = :case_id AND x.lifted_at IS NULL AND x.kind = 'whereabouts'),
  (SELECT COUNT(*) FROM restriction AS x
    WHERE x.case_id = :case_id AND x.lifted_at IS NULL AND x.kind = 'whereabouts'
      AND EXISTS (SELECT 1 FROM restriction_named AS l
                   WHERE l.restriction_id = x.restriction_id AND l.post_id = :subject
                     AND l.until_at IS NULL)),
  COALESCE((SELECT MIN(l.from_at)
              FROM restriction AS x
              JOIN restriction_named AS l ON l.restriction_id = x.restriction_id
             WHERE x.case_id = :case_id AND x.lifted_at IS NULL
               AND x.kind = 'whereabouts' AND l.post_id = :subject
               AND l.until_at IS NULL), 0),
  COALESCE(u.from_at, 0), COALESCE(u.until_at, 0),
  COALESCE(g.from_at, 0), COALESCE(g.until_at, 0)
  FROM (SELECT 1 AS one) AS o
  LEFT JOIN post AS p ON p.post_id = :subject
  LEFT JOIN (SELECT MAX(n.from_at) AS from_at, COALESCE(MIN(n.until_at), 0) AS until_at
               FROM (SELECT MIN(l.from_at) AS from_at,
                            CASE WHEN COUNT(*) > COUNT(l.until_at) THEN NULL
                                 ELSE MAX(l.until_at) END AS until_at
                       FROM restriction AS x
                       JOIN restriction_named AS l ON l.restriction_id = x.restriction_id
                      WHERE x.case_id = :case_id AND x.lifted_at IS NULL
                        AND x.kind = 'sealed' AND l.post_id = :subject AND NOT l.deputy
                        AND (l.until_at IS NULL OR l.until_at > :now)
                      GROUP BY x.restriction_id) AS n
             HAVING COUNT(*) = (SELECT COUNT(*) FROM restriction AS x
                                 WHERE x.case_id = :case_id AND x.lifted_at IS NULL
                                   AND x.kind = 'sealed')) AS m ON o.one = 1
  LEFT JOIN (SELECT MIN(e.at) AS from_at, MAX(e.until_at) AS until_at
               FROM emergency_use AS e
              WHERE e.case_id = :case_id AND e.post_id = :subject
                AND e.until_at > :now) AS u ON o.one = 1
  LEFT JOIN (SELECT MIN(e.at) AS from_at, MAX(e.until_at) AS until_at
               FROM emergency_use AS e
              WHERE e.case_id = :case_id AND e.post_id = :subject AND e.kind = 'glass'
                AND e.until_at > :now) AS g ON o.one = 1;

-- name: reach_posts  many
-- The posts of a desk that have, or are to have, reach of a case of their own.
-- in: case_id id:case, desk_id id:desk
-- out: subject id
-- unscoped: reach itself is made from this
SELECT p.post_id FROM post AS p
 WHERE p.desk_id = :desk_id
   AND (EXISTS (SELECT 1 FROM reach AS e
                 WHERE e.case_id = :case_id AND e.subject = p.post_id)
        OR EXISTS (SELECT 1 FROM restriction AS x
                    WHERE x.case_id = :case_id AND x.lifted_at IS NULL
                      AND x.kind IN ('sealed', 'conflict', 'other_side')))
 ORDER BY p.post_id NULLS LAST;

-- name: reach_subjects  many
-- Every subject of one case: desks that have to do with it and their posts, posts that are
-- named, who looked it up, whoever has reach.
-- in: case_id id:case
-- out: subject id
-- unscoped: reach itself is made from this
WITH d AS (
  SELECT s.desk_id FROM support_case AS s WHERE s.case_id = :case_id
  UNION SELECT k.desk_id FROM consultation AS k WHERE k.case_id = :case_id
  UNION SELECT n.desk_id FROM note AS n WHERE n.case_id = :case_id
  UNION SELECT r.to_desk FROM referral AS r WHERE r.case_id = :case_id
  UNION SELECT k.desk_id FROM reach AS r JOIN desk AS k ON k.desk_id = r.subject
         WHERE r.case_id = :case_id)
SELECT a.subject FROM (
  SELECT d.desk_id AS subject FROM d
  UNION SELECT p.post_id FROM d JOIN post AS p ON p.desk_id = d.desk_id
  UNION SELECT l.post_id FROM restriction_named AS l WHERE l.case_id = :case_id
  UNION SELECT e.post_id FROM emergency_use AS e WHERE e.case_id = :case_id
  UNION SELECT r.subject FROM reach AS r WHERE r.case_id = :case_id) AS a
 ORDER BY a.subject NULLS LAST;

-- name: split_other  many
-- The other sides of the split household to which a case belongs.
-- in: case_id id:case
-- out: case_id id:case, group_id id
-- unscoped: reach itself is made from this
SELECT DISTINCT y.case_id, y.group_id
  FROM restriction AS x
  JOIN restriction AS y ON y.group_id = x.group_id
 WHERE x.case_id = :case_id AND y.case_id <> :case_id
   AND x.kind = 'other_side' AND y.kind = 'other_side'
   AND x.lifted_at IS NULL AND y.lifted_at IS NULL
 ORDER BY y.case_id NULLS LAST;

-- name: split_desks  many
-- The desks that have to do with a case, for the act that splits.
-- in: case_id id:case
-- out: desk_id id:desk
-- unscoped: asked by the act that splits a household, which has decided on both cases
SELECT a.desk_id FROM (
  SELECT s.desk_id FROM support_case AS s WHERE s.case_id = :case_id
  UNION SELECT k.desk_id FROM consultation AS k WHERE k.case_id = :case_id
  UNION SELECT n.desk_id FROM note AS n WHERE n.case_id = :case_id
  UNION SELECT r.to_desk FROM referral AS r
         WHERE r.case_id = :case_id
           AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold', 'completed')
  ) AS a
 ORDER BY a.desk_id NULLS LAST;

-- name: split_barred  one
-- Whether a desk is kept from a case, or some of its posts are, by a split.
-- in: case_id id:case, desk_id id:desk
-- out: barred bool
-- unscoped: asked by the act that gives reach
SELECT EXISTS (SELECT 1 FROM restriction AS x
                WHERE x.case_id = :case_id AND x.kind = 'other_side'
                  AND x.lifted_at IS NULL
                  AND (x.subject = :desk_id
                       OR x.subject IN (SELECT q.post_id FROM post AS q
                                         WHERE q.desk_id = :desk_id)));
