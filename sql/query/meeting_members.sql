-- Who might be invited to a sitting, from the cases on its agenda.

-- name: sitting_proposed  many
-- The desks that have to do with the cases of a sitting: who turned to the secretariat, whom
-- it handed to, who holds a role; at a meeting about plans who stands in the newest plan, else
-- who is busy with an issue. Nobody where the members do not vary.
-- in: sitting_id id:sitting, desk id:desk, plans bool, vary bool
-- out: desk_id id:desk, name text, item_id id:item, why text
-- unscoped: the page has found that the viewer is the secretariat of these items
SELECT d.desk_id, d.name, x.item_id, MIN(x.why)
  FROM (
    SELECT i.item_id, r.from_desk AS desk_id, 'asked' AS why
      FROM agenda_item AS i JOIN referral AS r ON r.case_id = i.case_id
     WHERE i.sitting_id = :sitting_id AND r.to_desk = :desk
       AND r.state NOT IN ('draft', 'cancelled')
    UNION ALL
    SELECT i.item_id, l.desk_id, 'plan'
      FROM agenda_item AS i
      JOIN support_plan AS p ON p.case_id = i.case_id
      JOIN support_item AS l ON l.plan_id = p.plan_id
     WHERE i.sitting_id = :sitting_id AND :plans AND NOT l.dropped
       AND l.desk_id IS NOT NULL
       AND p.state NOT IN ('changed', 'closed', 'withdrawn')
    UNION ALL
    SELECT i.item_id, q.desk_id, 'role'
      FROM agenda_item AS i JOIN decided_role AS q ON q.case_id = i.case_id
     WHERE i.sitting_id = :sitting_id AND NOT :plans AND q.ended_at IS NULL
    UNION ALL
    SELECT i.item_id, r.to_desk, 'handed'
      FROM agenda_item AS i JOIN referral AS r ON r.case_id = i.case_id
     WHERE i.sitting_id = :sitting_id AND NOT :plans
       AND r.state IN ('accepted', 'in_progress', 'on_hold', 'completed')
    UNION ALL
    SELECT i.item_id, s.desk_id, 'issue'
      FROM agenda_item AS i JOIN issue AS s ON s.case_id = i.case_id
     WHERE i.sitting_id = :sitting_id AND NOT :plans AND s.until_on IS NULL
  ) AS x
  JOIN desk AS d ON d.desk_id = x.desk_id
 WHERE :vary AND d.until_on IS NULL
 GROUP BY d.desk_id, d.name, x.item_id
 ORDER BY MIN(x.why) NULLS LAST, d.name NULLS LAST, d.desk_id NULLS LAST,
          x.item_id NULLS LAST
 LIMIT 300;
