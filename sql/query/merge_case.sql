-- What a merge of two cases moves, and back; made for each table of sql/case_tables.def.

-- name: merge_note_case  none
-- Notes all rows of a case that go over to the one kept.
-- in: merge_id id:merge, gone_id id:case
-- unscoped: the act has decided about both
INSERT INTO merge_row (merge_id, kind, row_id)
@each(carried,
UNION ALL
,SELECT :merge_id, '@table', @key FROM @table AS x WHERE x.case_id = :gone_id@only
);

-- name: merge_case_@table  none
-- each: carried
-- Lets what was noted belong to the other case; the same way back.
-- in: merge_id id:merge, gone_id id:case, kept_id id:case
-- unscoped: the act has decided about both
UPDATE @table AS x SET case_id = :kept_id
 WHERE x.case_id = :gone_id
   AND @key IN (SELECT r.row_id FROM merge_row AS r
                 WHERE r.merge_id = :merge_id AND r.kind = '@table');

-- name: merge_follow_@table  none
-- each: follows
-- Lets these rows be where the row is that they name; the same way back. They are not noted:
-- what was written since goes with them.
-- in: case_id id:case
-- unscoped: the act has decided about both
UPDATE @table AS x SET case_id = :case_id
 WHERE x.case_id <> :case_id
   AND x.@column IN (SELECT p.@column FROM @parent AS p WHERE p.case_id = :case_id);

-- name: merge_follow_childbirth  none
-- Lets the line on the centre's work list follow the pregnancy.
-- in: case_id id:case
-- unscoped: the act has decided about both
UPDATE duty SET case_id = :case_id
 WHERE case_id <> :case_id AND rule = 'childbirth'
   AND subject_id IN (SELECT p.pregnancy_id FROM pregnancy AS p
                       WHERE p.case_id = :case_id);

-- name: merge_rows_of_kind  one
-- How many rows of a table a merge noted; for the test of merges.
-- in: merge_id id:merge, kind text
-- out: n int
-- unscoped: only a count leaves
SELECT COUNT(*) FROM merge_row WHERE merge_id = :merge_id AND kind = :kind;

-- name: merge_case_count  one
-- How many rows a merge of cases noted, how many of them still belong to the case kept, how many
-- written since tie what would go back to what stays, and how many restrictions were begun since.
-- in: merge_id id:merge, kept_id id:case
-- out: noted int, there int, tied int, closed int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM merge_row WHERE merge_id = :merge_id),
       @each(carried, + ,(SELECT COUNT(*) FROM @table AS x JOIN merge_row AS r ON r.row_id = @key
          WHERE r.merge_id = :merge_id AND r.kind = '@table' AND x.case_id = :kept_id)
       ),
       @each(tie, + ,(SELECT COUNT(*) FROM @table AS x
          JOIN merge_row AS r ON r.row_id = x.@column AND r.kind = '@parent'
         WHERE r.merge_id = :merge_id AND x.case_id = :kept_id
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = '@table' AND q.row_id = @key))
       )
       + (SELECT COUNT(*) FROM record_version AS x
         WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM merge_row AS r WHERE r.merge_id = :merge_id
                          AND r.row_id = x.record_id)
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q
                            WHERE q.merge_id = :merge_id AND q.kind = 'record_version'
                              AND q.row_id = x.record_id || '/' || CAST(x.version AS TEXT))),
       (SELECT COUNT(*) FROM restriction AS x
         WHERE x.case_id = :kept_id AND x.person_id IS NULL AND x.lifted_at IS NULL
           AND x.begun_at >= (SELECT m.done_at FROM merge AS m WHERE m.merge_id = :merge_id)
           AND NOT EXISTS (SELECT 1 FROM merge_row AS q WHERE q.merge_id = :merge_id
                              AND q.kind = 'restriction' AND q.row_id = x.restriction_id));

-- name: merge_case_bound  one
-- What keeps two cases from becoming one. twice: what both have of which a case has one. parted:
-- a split household, whose sides stay apart. shut: the case kept, or the other, has a lead whom
-- a restriction keeps from the other. glass: somebody has one of them open in an emergency.
-- in: gone_id id:case, kept_id id:case, now instant
-- out: twice int, parted int, shut int, glass int
-- unscoped: only counts leave
SELECT (SELECT COUNT(*) FROM outreach AS x JOIN outreach AS y ON y.case_id = :kept_id
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM outreach_source AS x WHERE x.case_id = :kept_id
           AND EXISTS (SELECT 1 FROM outreach AS y WHERE y.case_id = :gone_id))
       + (SELECT COUNT(*) FROM sheet AS x
          JOIN sheet AS y ON y.case_id = :kept_id AND y.code = x.code
               AND y.desk_id = x.desk_id
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM support_plan AS x
          JOIN support_plan AS y ON y.case_id = :kept_id AND y.kind = x.kind
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM lead_change AS x
          JOIN lead_change AS y ON y.case_id = :kept_id AND y.at = x.at
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM safety AS x JOIN safety AS y ON y.case_id = :kept_id
         WHERE x.case_id = :gone_id)
       + (SELECT COUNT(*) FROM succession AS x
          JOIN succession AS y ON y.case_id = :kept_id AND y.from_post = x.from_post
               AND y.state = 'asked'
         WHERE x.case_id = :gone_id AND x.state = 'asked')
       + (SELECT COUNT(*) FROM agenda_item AS x
          JOIN agenda_item AS y ON y.case_id = :kept_id AND y.sitting_id = x.sitting_id
         WHERE x.case_id = :gone_id),
       (SELECT COUNT(*) FROM restriction AS x
         WHERE x.case_id IN (:gone_id, :kept_id) AND x.lifted_at IS NULL
           AND x.kind = 'other_side'),
       (SELECT COUNT(*) FROM restriction AS x JOIN support_case AS s
                ON s.case_id IN (:gone_id, :kept_id) AND s.case_id <> x.case_id
         WHERE x.case_id IN (:gone_id, :kept_id) AND x.lifted_at IS NULL
           AND (x.subject IN (s.owner_post, s.desk_id)
                OR (x.kind = 'sealed'
                    AND NOT EXISTS (SELECT 1 FROM restriction_named AS l
                                     WHERE l.restriction_id = x.restriction_id
                                       AND l.post_id = s.owner_post AND NOT l.deputy
                                       AND (l.until_at IS NULL OR l.until_at > :now))))),
       (SELECT COUNT(*) FROM emergency_use AS x
         WHERE x.case_id IN (:gone_id, :kept_id) AND x.until_at > :now);

-- name: merge_dump  many
-- Every row of two cases as text, for the proof that undoing a merge leaves no trace.
-- in: one id:case, two id:case
-- out: kind text, body text
-- unscoped: only tests ask it
SELECT z.kind, z.body FROM (
  @each(row,
  UNION ALL
  ,SELECT '@table' AS kind,
         @row AS body
    FROM @table AS x WHERE x.case_id IN (:one, :two)
  )) AS z
 WHERE z.kind NOT IN ('reach', 'merge')
   AND (z.kind <> 'record_version' OR z.body = REPLACE(z.body, '|merge|', ''))
 ORDER BY z.kind NULLS LAST, z.body NULLS LAST;
