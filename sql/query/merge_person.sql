-- What a merge of two entries of a person moves, and back; made for each column that names a
-- person, as sql/case_tables.def has it.

-- name: merge_note_person  none
-- Notes what names a person: it goes over to the one kept.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
INSERT INTO merge_row (merge_id, kind, row_id)
@each(naming,
UNION ALL
,SELECT :merge_id, '@table.@column', @key FROM @table AS x WHERE x.@column = :gone_id@only
);

-- name: merge_person_@table_@column  none
-- each: naming
-- Lets what was noted name the other person; the same way back.
-- in: merge_id id:merge, gone_id id:person, kept_id id:person
-- unscoped: the act has decided about both
UPDATE @table AS x SET @column = :kept_id
 WHERE x.@column = :gone_id
   AND @key IN (SELECT r.row_id FROM merge_row AS r
                 WHERE r.merge_id = :merge_id AND r.kind = '@table.@column');

-- name: merge_person_count  one
-- How many rows a merge of people noted, and how many of them still name the person kept;
-- bound: consents, requests and restrictions that name the second entry and do not move.
-- in: merge_id id:merge, kept_id id:person, gone_id id:person
-- out: noted int, there int, bound int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM merge_row WHERE merge_id = :merge_id),
       @each(naming, + ,(SELECT COUNT(*) FROM @table AS x JOIN merge_row AS r ON r.row_id = @key
          WHERE r.merge_id = :merge_id AND r.kind = '@table.@column' AND x.@column = :kept_id)
       ),
       (SELECT COUNT(*) FROM consent AS x WHERE x.person_id = :gone_id)
       + (SELECT COUNT(*) FROM item_person AS x WHERE x.person_id = :gone_id)
       + (SELECT COUNT(*) FROM access_request AS x WHERE x.person_id = :gone_id)
       + (SELECT COUNT(*) FROM restriction AS x
           WHERE x.person_id IN (:gone_id, :kept_id) AND x.lifted_at IS NULL);
