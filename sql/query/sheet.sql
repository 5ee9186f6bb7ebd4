-- Assessment sheets: forms, answers, earlier versions, and when an assessment was whole.

-- name: sheet_form_keep  none
-- Keeps the text of a form when it is first used.
-- in: digest text, code text, title text, body text, now instant
INSERT INTO sheet_form (digest, code, title, body, used_at)
VALUES (:digest, :code, :title, :body, :now)
ON CONFLICT (digest) DO NOTHING;

-- name: sheet_list  many
-- The sheets of a case that the viewer reaches, with the form of their day; those of the desk
-- first.
-- in: case_id id:case, desk id:desk, subjects ids, now instant
-- out: sheet_id id:sheet, code text, form text, body text, desk_id id:desk, desk text, post_id id:post, who text, recorded_at instant, version int
SELECT t.sheet_id, t.code, f.body, t.body, t.desk_id, d.name, t.post_id, a.name,
       t.recorded_at, t.version
  FROM sheet AS t
  JOIN sheet_form AS f ON f.digest = t.digest
  JOIN desk AS d ON d.desk_id = t.desk_id
  JOIN post AS p ON p.post_id = t.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE t.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY CASE WHEN t.desk_id = :desk THEN 0 ELSE 1 END NULLS LAST, t.code NULLS LAST,
          t.recorded_at NULLS LAST, t.sheet_id NULLS LAST
 LIMIT 100;

-- name: sheet_add  none
-- Begins a sheet of a case that the viewer reaches.
-- in: sheet_id id:sheet, case_id id:case, code text, digest text, body text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO sheet (sheet_id, case_id, code, digest, body, desk_id, post_id, recorded_at,
                   version)
SELECT :sheet_id, v.case_id, :code, :digest, :body, :desk_id, :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: sheet_change  none
-- Writes answers anew if they still are of the version that was read.
-- in: sheet_id id:sheet, version int, digest text, body text, post_id id:post, subjects ids, now instant
UPDATE sheet SET digest = :digest, body = :body, post_id = :post_id, recorded_at = :now,
       version = version + 1
 WHERE sheet_id = :sheet_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: sheet_version_add  none
-- Keeps a version of a sheet.
-- in: sheet_id id:sheet, version int, case_id id:case, digest text, body text, post_id id:post, now instant, why text
-- unscoped: written in the act that was allowed to change the sheet
INSERT INTO sheet_version (sheet_id, version, case_id, digest, body, post_id, at, why)
VALUES (:sheet_id, :version, :case_id, :digest, :body, :post_id, :now, :why);

-- name: sheet_versions  many
-- All versions of a sheet of a case that the viewer reaches, newest first, with the form of
-- their day.
-- in: sheet_id id:sheet, subjects ids, now instant
-- out: version int, form text, body text, at instant, who text, why text
SELECT w.version, f.body, w.body, w.at, a.name, w.why
  FROM sheet_version AS w
  JOIN visible_case AS v ON v.case_id = w.case_id
  JOIN sheet_form AS f ON f.digest = w.digest
  JOIN post AS p ON p.post_id = w.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE w.sheet_id = :sheet_id
 ORDER BY w.version DESC NULLS LAST
 LIMIT 100;

-- name: assessment_add  none
-- Notes that the desk's assessment of a case that the viewer reaches is whole.
-- in: assessment_id id:assessment, case_id id:case, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO assessment (assessment_id, case_id, desk_id, post_id, completed_at)
SELECT :assessment_id, v.case_id, :desk_id, :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: assessment_last  opt
-- When the desk's assessment of a case that the viewer reaches was last whole.
-- in: case_id id:case, desk id:desk, subjects ids, now instant
-- out: completed_at instant, who text
SELECT s.completed_at, a.name
  FROM assessment AS s
  JOIN visible_case AS v ON v.case_id = s.case_id
  JOIN post AS p ON p.post_id = s.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE s.case_id = :case_id AND s.desk_id = :desk
 ORDER BY s.completed_at DESC NULLS LAST, s.assessment_id NULLS LAST
 LIMIT 1;

-- name: sheet_one  one
-- The case of a sheet that the viewer reaches.
-- in: sheet_id id:sheet, subjects ids, now instant
-- out: case_id id:case, code text
SELECT t.case_id, t.code
  FROM sheet AS t JOIN visible_case AS v ON v.case_id = t.case_id
 WHERE t.sheet_id = :sheet_id;
