-- Complex cases that one person carries alone.

-- name: alone_list  many
-- Open cases of the viewer's reach with several kinds of open issues in which, since an instant, nobody but the owner has taken a consultation, written a note or holds a hand-over; the oldest first.
-- in: since instant, issues int, subjects ids, now instant
-- out: case_id id:case, ground int, number text, desk text, owner text, kinds int, opened_at instant, last_at instant
SELECT y.case_id, y.ground, y.number, y.desk, y.owner, y.kinds, y.opened_at, y.touched_at
  FROM (SELECT s.case_id AS case_id,
               (SELECT MIN(v.ground) FROM visible_named_case AS v
                 WHERE v.case_id = s.case_id) AS ground,
               s.number AS number, d.name AS desk, a.name AS owner,
               (SELECT COUNT(DISTINCT i.code) FROM issue AS i
                 WHERE i.case_id = s.case_id AND i.state <> 'resolved') AS kinds,
               s.opened_at AS opened_at, s.touched_at AS touched_at
          FROM support_case AS s
          JOIN desk AS d ON d.desk_id = s.desk_id
          JOIN post AS p ON p.post_id = s.owner_post
          JOIN account AS a ON a.account_id = p.account_id
         WHERE s.state <> 'closed' AND s.opened_at <= :since
           AND EXISTS (SELECT 1 FROM visible_named_case_any AS v
                        WHERE v.case_id = s.case_id)
           AND NOT EXISTS (SELECT 1 FROM note AS n
                            WHERE n.case_id = s.case_id AND n.recorded_at > :since
                              AND n.post_id <> s.owner_post)
           AND NOT EXISTS (SELECT 1 FROM consultation AS k
                            WHERE k.case_id = s.case_id AND k.recorded_at > :since
                              AND k.post_id <> s.owner_post)
           AND NOT EXISTS (SELECT 1 FROM referral AS r
                            WHERE r.case_id = s.case_id
                              AND r.state IN ('accepted', 'in_progress', 'on_hold'))) AS y
 WHERE y.kinds >= :issues
 ORDER BY y.opened_at NULLS LAST, y.case_id NULLS LAST
 LIMIT 200;
