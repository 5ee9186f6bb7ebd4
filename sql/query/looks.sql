-- Looks that ask for a reason; for those who oversee the ledger.

-- name: look_group  one
-- What is the same for all looks of a post at a case: whether its desk has to do with the case
-- now (it leads, has a step or duty, a hand-over, or is named by consent), and how the two are
-- called.
-- in: case_id id:case, desk_id id:desk, post_id id:post, now instant
-- out: tied bool, name text, desk text, number text
-- unscoped: only that there is a tie, and the number, are told to who oversees the ledger
SELECT EXISTS (SELECT 1 FROM support_case AS s
                WHERE s.case_id = :case_id AND s.desk_id = :desk_id)
    OR EXISTS (SELECT 1 FROM duty AS y
                WHERE y.case_id = :case_id AND y.desk_id = :desk_id)
    OR EXISTS (SELECT 1 FROM next_step AS t
                WHERE t.case_id = :case_id AND t.desk_id = :desk_id AND t.done_at IS NULL)
    OR EXISTS (SELECT 1 FROM referral AS r
                WHERE r.case_id = :case_id
                  AND (r.from_desk = :desk_id OR r.to_desk = :desk_id)
                  AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold'))
    OR EXISTS (SELECT 1 FROM consent AS k
                 JOIN consent_party AS y ON y.consent_id = k.consent_id
                WHERE k.case_id = :case_id AND y.subject = :desk_id AND y.allowed
                  AND k.sharing AND k.state IN ('given', 'partly')
                  AND k.until_at > :now),
       a.name, d.name,
       COALESCE((SELECT s.number FROM support_case AS s WHERE s.case_id = :case_id), '')
  FROM post AS p
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.post_id = :post_id;

-- name: look_name  one
-- Whether somebody of a case has the family name.
-- in: case_id id:case, family text
-- out: same bool
-- unscoped: only whether it is the same is told to who oversees the ledger
SELECT EXISTS (SELECT 1 FROM person AS e
                WHERE e.case_id = :case_id AND :family <> ''
                  AND substr(e.name, 1, length(:family)) = :family);

-- name: look_review_put  none
-- Notes what was found out about a look.
-- in: seq int, post_id id:post, now instant, remark text
INSERT INTO look_review (seq, post_id, at, remark) VALUES (:seq, :post_id, :now, :remark)
ON CONFLICT (seq) DO UPDATE SET post_id = excluded.post_id, at = excluded.at,
                                remark = excluded.remark;

-- name: look_review_list  many
-- What was found out about looks from a place in the ledger on.
-- in: seq int
-- out: seq int, remark text, who text, at instant
SELECT v.seq, v.remark, a.name, v.at FROM look_review AS v
  JOIN post AS p ON p.post_id = v.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE v.seq >= :seq ORDER BY v.seq DESC NULLS LAST LIMIT 200000;
