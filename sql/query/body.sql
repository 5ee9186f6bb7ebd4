-- What the bodies of the plan leave beside minutes. Nobody is named here.

-- name: waiting_add  none
-- Lets a matter wait for the next sitting of a body.
-- in: waiting_id id:waiting, body text, kind enum:waiting_kind, title text, words text, source_id id, desk_id id:desk, post_id id:post, now instant
INSERT INTO waiting_matter (waiting_id, body, kind, title, words, source_id, desk_id,
                            post_id, made_at)
VALUES (:waiting_id, :body, :kind, :title, :words, :source_id, :desk_id, :post_id, :now);

-- name: waiting_list  many
-- What waits for a body, the oldest first.
-- in: body text
-- out: waiting_id id:waiting, kind enum:waiting_kind, title text, words text, made_at instant
SELECT w.waiting_id, w.kind, w.title, w.words, w.made_at
  FROM waiting_matter AS w
 WHERE w.body = :body AND w.item_id IS NULL
 ORDER BY w.made_at NULLS LAST, w.waiting_id NULLS LAST
 LIMIT 200;

-- name: waiting_place  none
-- Notes on which agenda a matter was put.
-- in: waiting_id id:waiting, item_id id:item
UPDATE waiting_matter SET item_id = :item_id
 WHERE waiting_id = :waiting_id AND item_id IS NULL;

-- name: waiting_release  none
-- Lets the matters of a sitting that is not held wait again.
-- in: sitting_id id:sitting
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE waiting_matter SET item_id = NULL
 WHERE item_id IN (SELECT i.item_id FROM agenda_item AS i
                    WHERE i.sitting_id = :sitting_id);

-- name: sitting_next  opt
-- The next sitting of a body that has not begun.
-- in: body text, today day
-- out: sitting_id id:sitting
-- unscoped: it is written to, not shown; whoever writes does not learn of it
SELECT s.sitting_id FROM sitting AS s
 WHERE s.body = :body AND s.state = 'planned' AND s.held_on >= :today
   AND s.from_item IS NULL
 ORDER BY s.held_on NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 1;
