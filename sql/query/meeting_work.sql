-- What a secretariat has before it because of its sittings: told as it stands, not kept as
-- lines, so nothing can be left over. Nobody but that desk learns of it.

-- name: sitting_seats_open  many
-- Sittings ahead with desks that have not said yet who comes.
-- in: desk id:desk, today day, until day
-- out: sitting_id id:sitting, body text, held_on day, n int
-- unscoped: the secretariat's own sittings; no case is named
SELECT s.sitting_id, s.body, s.held_on,
       (SELECT COUNT(*) FROM attendee AS t
         WHERE t.sitting_id = s.sitting_id AND t.left_at IS NULL AND t.post_id IS NULL
           AND t.desk_id IS NOT NULL AND t.name = '')
  FROM sitting AS s
 WHERE s.desk_id = :desk AND s.state = 'planned' AND s.held_on >= :today
   AND s.held_on <= :until
   AND EXISTS (SELECT 1 FROM attendee AS t
                WHERE t.sitting_id = s.sitting_id AND t.left_at IS NULL
                  AND t.post_id IS NULL AND t.desk_id IS NOT NULL AND t.name = '')
 ORDER BY s.held_on NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 50;

-- name: sitting_undone  many
-- Sittings since a day that stand open or planned though their day is over, and ended ones
-- with what is still to be done: items whose minutes are not written, copies that are out, the
-- list that is not settled, the answer by telephone that no later sitting has confirmed.
-- in: desk id:desk, today day, since day
-- out: sitting_id id:sitting, body text, way enum:sitting_way, state enum:sitting_state, held_on day, closed_at instant, minutes int, copies int, settled bool, confirmed bool
-- unscoped: the secretariat's own sittings; no case is named
SELECT s.sitting_id, s.body, s.way, s.state, s.held_on, COALESCE(s.closed_at, 0),
       (SELECT COUNT(*) FROM agenda_item AS i
         WHERE i.sitting_id = s.sitting_id AND i.state IN ('decided', 'continued')
           AND i.discussion = ''
           AND NOT EXISTS (SELECT 1 FROM item_point AS x WHERE x.item_id = i.item_id)),
       (SELECT COUNT(*) FROM pack_copy AS k
         WHERE k.sitting_id = s.sitting_id AND k.returned_at IS NULL
           AND k.lost_at IS NULL),
       s.roll_at IS NOT NULL, s.confirmed_id IS NOT NULL
  FROM sitting AS s
 WHERE s.desk_id = :desk AND s.held_on >= :since AND s.held_on <= :today
   AND s.state IN ('planned', 'open', 'closed')
 ORDER BY s.held_on NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 200;

-- name: sitting_carried  many
-- Items that were to be spoken of again and stand on no later agenda.
-- in: desk id:desk, since day, until day
-- out: sitting_id id:sitting, body text, held_on day, place int, next_on day
-- unscoped: the secretariat's own sittings; the item by its place alone
SELECT s.sitting_id, s.body, s.held_on, i.place, i.next_on
  FROM sitting AS s JOIN agenda_item AS i ON i.sitting_id = s.sitting_id
 WHERE s.desk_id = :desk AND s.held_on >= :since AND s.state = 'closed'
   AND i.state = 'continued' AND i.next_on IS NOT NULL AND i.next_on <= :until
   AND NOT EXISTS (SELECT 1 FROM agenda_item AS j
                     JOIN sitting AS l ON l.sitting_id = j.sitting_id
                    WHERE l.desk_id = s.desk_id AND l.state <> 'cancelled'
                      AND j.item_id <> i.item_id AND l.held_on >= s.held_on
                      AND j.added_at >= s.opened_at
                      AND (j.case_id = i.case_id
                           OR (i.case_id IS NULL AND j.case_id IS NULL
                               AND j.title = i.title)))
 ORDER BY i.next_on NULLS LAST, i.item_id NULLS LAST
 LIMIT 50;
