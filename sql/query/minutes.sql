-- The minutes of an item as they were written and mended.

-- name: item_version_add  none
-- Keeps what was written into the minutes of an item.
-- in: item_id id:item, what text, post_id id:post, now instant, why text, body text
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO item_version (item_id, version, what, post_id, at, why, body)
SELECT :item_id, COALESCE(MAX(h.version), 0) + 1, :what, :post_id, :now, :why, :body
  FROM item_version AS h WHERE h.item_id = :item_id;

-- name: item_versions  many
-- What the minutes of an item said, newest first.
-- in: item_id id:item, desk id:desk, shares bool
-- out: what text, at instant, who text, why text, body text
-- unscoped: only for the secretariat, as the condition says
SELECT h.what, h.at, a.name, h.why, h.body
  FROM item_version AS h
  JOIN agenda_item AS i ON i.item_id = h.item_id
  JOIN sitting AS s ON s.sitting_id = i.sitting_id
  JOIN post AS p ON p.post_id = h.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE h.item_id = :item_id AND :shares AND s.desk_id = :desk
 ORDER BY h.version DESC NULLS LAST
 LIMIT 100;
