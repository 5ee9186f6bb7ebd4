-- Handing a household on from one agency of the rota to the next.

-- name: turn_next  opt
-- The next visit that is still to come of a desk, in a case that the viewer reaches.
-- in: case_id id:case, to_desk id:desk, subjects ids, now instant
-- out: turn_id id:turn
SELECT t.turn_id FROM outreach_turn AS t
  JOIN visible_case AS v ON v.case_id = t.case_id
 WHERE t.case_id = :case_id AND t.to_desk = :to_desk AND t.contact_id IS NULL
   AND NOT t.cancelled
 ORDER BY t.due_on NULLS LAST, t.turn_id NULLS LAST
 LIMIT 1;

-- name: turn_move  none
-- Puts a planned visit on another day.
-- in: turn_id id:turn, due_on day, subjects ids, now instant
UPDATE outreach_turn SET due_on = :due_on
 WHERE turn_id = :turn_id AND contact_id IS NULL AND NOT cancelled
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: passing_add  none
-- Notes what one desk tells the next, in a case that the viewer reaches.
-- in: passing_id id, case_id id:case, turn_id id:turn, to_desk id:desk, learned text, next_on day, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO outreach_passing (passing_id, case_id, turn_id, to_desk, learned, next_on,
                              desk_id, post_id, recorded_at)
SELECT :passing_id, v.case_id, :turn_id, :to_desk, :learned, :next_on, :desk_id, :post_id,
       :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: passing_list  many
-- How the household was handed on, in a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: to_desk id:desk, to_name text, learned text, next_on day, desk_id id:desk, desk text, who text, post_id id:post, recorded_at instant
SELECT k.to_desk, t.name, k.learned, k.next_on, k.desk_id, d.name, a.name, k.post_id,
       k.recorded_at
  FROM outreach_passing AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN desk AS t ON t.desk_id = k.to_desk
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.recorded_at DESC NULLS LAST, k.passing_id NULLS LAST
 LIMIT 50;
