-- Photographs and papers beside the record.

-- name: attachment_add  none
-- Puts a file beside an entry of the record of a case that the viewer reaches.
-- in: attachment_id id:attachment, note_id id:note, desk_id id:desk, post_id id:post, now instant, name text, type text, size int, remark text, body blob, subjects ids
INSERT INTO attachment (attachment_id, case_id, note_id, desk_id, post_id, recorded_at,
                        name, type, size, remark, body, withdrawn_why)
SELECT :attachment_id, n.case_id, n.note_id, :desk_id, :post_id, :now, :name, :type, :size,
       :remark, :body, ''
  FROM note AS n JOIN visible_case AS v ON v.case_id = n.case_id
 WHERE n.note_id = :note_id;

-- name: attachment_list  many
-- The files of an entry, without their bytes; withdrawn ones too.
-- in: note_id id:note, subjects ids, now instant
-- out: attachment_id id:attachment, desk_id id:desk, post_id id:post, who text, desk text, recorded_at instant, name text, type text, size int, remark text, withdrawn bool, withdrawn_why text
SELECT f.attachment_id, f.desk_id, f.post_id, a.name, d.name, f.recorded_at, f.name, f.type,
       f.size, f.remark, f.withdrawn_at IS NOT NULL, f.withdrawn_why
  FROM attachment AS f
  JOIN visible_case AS v ON v.case_id = f.case_id
  JOIN desk AS d ON d.desk_id = f.desk_id
  JOIN post AS p ON p.post_id = f.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE f.note_id = :note_id
 ORDER BY f.recorded_at NULLS LAST, f.attachment_id NULLS LAST;

-- name: attachment_counts  many
-- How many files stand beside each entry of a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: note_id id:note, n int
SELECT f.note_id, COUNT(*)
  FROM attachment AS f
 WHERE f.case_id = :case_id AND f.withdrawn_at IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 GROUP BY f.note_id
 ORDER BY f.note_id NULLS LAST;

-- name: attachment_show  one
-- One file with its bytes; withdrawn ones are not there.
-- in: attachment_id id:attachment, subjects ids, now instant
-- out: case_id id:case, note_id id:note, desk_id id:desk, post_id id:post, name text, type text, body blob
SELECT f.case_id, f.note_id, f.desk_id, f.post_id, f.name, f.type, f.body
  FROM attachment AS f JOIN visible_case AS v ON v.case_id = f.case_id
 WHERE f.attachment_id = :attachment_id AND f.withdrawn_at IS NULL;

-- name: attachment_withdraw  none
-- Takes a file back: who is to see it no more; its bytes go, that it was there stays.
-- in: attachment_id id:attachment, why text, empty blob, now instant, subjects ids
UPDATE attachment SET withdrawn_at = :now, withdrawn_why = :why, body = :empty, size = 0
 WHERE attachment_id = :attachment_id AND withdrawn_at IS NULL
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);
