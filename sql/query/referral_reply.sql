-- Answers that come back on paper, by the code printed on the sheet (F7).

-- name: reply_code_add  none
-- Keeps the code of a hand-over whose case the viewer reaches: only its keyed hash.
-- in: referral_id id:referral, code_hash text, now instant, until_at instant, subjects ids
INSERT INTO reply_code (referral_id, code_hash, made_at, until_at, used_at)
SELECT r.referral_id, :code_hash, :now, :until_at, NULL
  FROM referral AS r
 WHERE r.referral_id = :referral_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = r.case_id);

-- name: reply_code_stands  many
-- Whether the hand-over still has a code to answer with; its case is one the viewer reaches.
-- in: referral_id id:referral, subjects ids, now instant
-- out: referral_id id:referral
SELECT k.referral_id FROM reply_code AS k
  JOIN referral AS r ON r.referral_id = k.referral_id
  JOIN visible_case AS v ON v.case_id = r.case_id
 WHERE k.referral_id = :referral_id AND k.used_at IS NULL AND k.until_at > :now;

-- name: reply_code_find  many
-- The hand-over that a code belongs to, while it may be used and the viewer reaches the case.
-- in: code_hash text, subjects ids, now instant
-- out: referral_id id:referral, case_id id:case, from_desk id:desk, from_post id:post, to_desk id:desk, state enum:referral_state, sent_at instant, version int
SELECT r.referral_id, r.case_id, r.from_desk, r.from_post, r.to_desk, r.state, r.sent_at,
       r.version
  FROM reply_code AS k
  JOIN referral AS r ON r.referral_id = k.referral_id
  JOIN visible_case AS v ON v.case_id = r.case_id
 WHERE k.code_hash = :code_hash AND k.used_at IS NULL AND k.until_at > :now;

-- name: reply_code_use  none
-- A code serves once; its case is one the viewer reaches.
-- in: referral_id id:referral, subjects ids, now instant
UPDATE reply_code SET used_at = :now
 WHERE referral_id = :referral_id AND used_at IS NULL
   AND EXISTS (SELECT 1 FROM referral AS r
                 JOIN visible_case_any AS v ON v.case_id = r.case_id
                WHERE r.referral_id = reply_code.referral_id);

-- name: referral_reply  none
-- What stood on the paper, if the hand-over still is of the version the act has seen.
-- in: referral_id id:referral, version int, state enum:referral_state, reply text, return_reason text, return_text text, first_contact_on day?, outcome text, result text, ended_at instant?, paper_by text, paper_on day, subjects ids, now instant
UPDATE referral
   SET state = :state, reply = :reply, return_reason = :return_reason,
       return_text = :return_text, first_contact_on = :first_contact_on,
       outcome = :outcome, result = :result, ended_at = :ended_at, paper_by = :paper_by,
       paper_on = :paper_on, version = version + 1
 WHERE referral_id = :referral_id AND version = :version
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = referral.case_id);
