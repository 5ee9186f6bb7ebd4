-- What the chair of a sitting is told: that a fact was refused before an item.

-- name: refused_fact_add  none
-- Notes that a fact was refused.
-- in: refused_id id:refused, item_id id:item, kind enum:tabled_kind, post_id id:post, now instant
-- unscoped: the act has found that the viewer is the secretariat of the item
INSERT INTO refused_fact (refused_id, item_id, kind, post_id, at)
VALUES (:refused_id, :item_id, :kind, :post_id, :now);

-- name: refused_facts  many
-- What was refused at a sitting, for the post that has the chair there: newest first. place:
-- 0 where the chair is not invited to the item.
-- in: sitting_id id:sitting, post id:post, office bool
-- out: place int, kind enum:tabled_kind, who text, desk text, at instant
-- unscoped: only for the chair, as the condition says
SELECT CASE WHEN :office OR EXISTS (SELECT 1 FROM attendee_item AS x
                                     WHERE x.attendee_id = t.attendee_id
                                       AND x.item_id = i.item_id)
            THEN i.place ELSE 0 END,
       r.kind, a.name, d.name, r.at
  FROM attendee AS t
  JOIN agenda_item AS i ON i.sitting_id = t.sitting_id
  JOIN refused_fact AS r ON r.item_id = i.item_id
  JOIN post AS p ON p.post_id = r.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE t.sitting_id = :sitting_id AND t.post_id = :post AND t.part = 'chair'
   AND t.left_at IS NULL
 ORDER BY r.at DESC NULLS LAST, r.refused_id NULLS LAST
 LIMIT 50;
