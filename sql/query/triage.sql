-- Deciding the course of a case, closing it, who answers for it.

-- name: triage_add  none
-- Keeps a decision about a case that the viewer reaches.
-- in: triage_id id:triage, case_id id:case, way enum:triage_way, reason text, drop_reason text, no_consent_reason text, rights enum:rights_need, conference bool, desk_id id:desk, post_id id:post, now instant, subjects ids
INSERT INTO triage (triage_id, case_id, way, reason, drop_reason, no_consent_reason,
                    rights, conference, desk_id, post_id, decided_at)
SELECT :triage_id, v.case_id, :way, :reason, :drop_reason, :no_consent_reason, :rights,
       :conference, :desk_id, :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: triage_list  many
-- The decisions about a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: triage_id id:triage, way enum:triage_way, reason text, drop_reason text, no_consent_reason text, rights enum:rights_need, conference bool, desk_id id:desk, desk text, post_id id:post, who text, decided_at instant
SELECT t.triage_id, t.way, t.reason, t.drop_reason, t.no_consent_reason, t.rights,
       t.conference, t.desk_id, d.name, t.post_id, a.name, t.decided_at
  FROM triage AS t
  JOIN desk AS d ON d.desk_id = t.desk_id
  JOIN post AS p ON p.post_id = t.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE t.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY t.decided_at DESC NULLS LAST, t.triage_id NULLS LAST
 LIMIT 50;

-- name: case_open_issues  one
-- How many issues of a case that the viewer reaches are not resolved.
-- in: case_id id:case, subjects ids, now instant
-- out: n int
SELECT COUNT(*) FROM issue AS i
 WHERE i.case_id = :case_id AND i.state <> 'resolved'
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: case_urgency_put  none
-- How urgent a case is that the viewer reaches.
-- in: case_id id:case, urgency enum:urgency, now instant, subjects ids
UPDATE support_case SET urgency = :urgency, touched_at = :now
 WHERE case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: consultation_urgency_put  none
-- How urgent the consultations of a new case were said to be, where nothing was said yet; the
-- viewer reaches the case.
-- in: case_id id:case, urgency enum:urgency, subjects ids, now instant
UPDATE consultation SET urgency = :urgency
 WHERE urgency IN ('', 'unknown')
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: case_lead_put  none
-- Which desk answers for a case that the viewer reaches, and who there.
-- in: case_id id:case, desk_id id:desk, owner_post id:post, now instant, subjects ids
UPDATE support_case SET desk_id = :desk_id, owner_post = :owner_post, touched_at = :now,
       version = version + 1
 WHERE case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: lead_change_add  none
-- Keeps that another desk answers for a case that the viewer reaches.
-- in: case_id id:case, from_desk id:desk, to_desk id:desk, until_on day, joint_visit_on day?, remark text, post_id id:post, now instant, subjects ids
INSERT INTO lead_change (case_id, at, from_desk, to_desk, until_on, joint_visit_on, remark,
                         post_id)
SELECT v.case_id, :now, :from_desk, :to_desk, :until_on, :joint_visit_on, :remark, :post_id
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: lead_change_list  many
-- Which desks answered for a case that the viewer reaches, oldest first.
-- in: case_id id:case, subjects ids, now instant
-- out: at instant, from_desk id:desk, from_name text, to_desk id:desk, to_name text, until_on day, joint_visit_on day, remark text, who text
SELECT l.at, l.from_desk, f.name, l.to_desk, t.name, l.until_on, l.joint_visit_on,
       l.remark, a.name
  FROM lead_change AS l
  JOIN desk AS f ON f.desk_id = l.from_desk
  JOIN desk AS t ON t.desk_id = l.to_desk
  JOIN post AS p ON p.post_id = l.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE l.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY l.at NULLS LAST
 LIMIT 100;

-- name: course_referrals  many
-- The chain of hand-overs of a case that the viewer reaches, oldest first; of another desk's
-- only who, to whom, how it stands.
-- in: case_id id:case, subjects ids, now instant
-- out: referral_id id:referral, previous_id id:referral, from_desk id:desk, from_name text, to_desk id:desk, to_name text, owner_post id:post, state enum:referral_state, ask text, sent_at instant, accepted_at instant, ended_at instant, first_contact_on day, outcome text, by_rule text
SELECT r.referral_id, COALESCE(r.previous_id, ''), r.from_desk, f.name, r.to_desk, t.name,
       COALESCE(r.owner_post, ''), r.state, r.ask, r.sent_at,
       COALESCE((SELECT MIN(h.at) FROM record_version AS h
                  WHERE h.record_id = r.referral_id AND h.why IN ('受け取りました', '紙で受け取りの返事が届きました',
                                '紙で結果が届きました')), 0),
       COALESCE(r.ended_at, 0), r.first_contact_on, r.outcome, r.by_rule
  FROM referral AS r
  JOIN desk AS f ON f.desk_id = r.from_desk
  JOIN desk AS t ON t.desk_id = r.to_desk
 WHERE r.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY r.sent_at NULLS LAST, r.referral_id NULLS LAST
 LIMIT 100;

-- name: course_contacts  many
-- When the people of a case that the viewer reaches were answered first, and each contact
-- after that, oldest first. kind: consultation, note.
-- in: case_id id:case, subjects ids, now instant
-- out: kind text, at instant, day day, until instant, method text, result enum:contact_result, desk_id id:desk, desk text, post_id id:post, who text
SELECT k.kind, k.at, k.day, k.until, k.method, k.result, k.desk_id, d.name, k.post_id, a.name
  FROM (SELECT 'consultation' AS kind, c.received_at AS at, NULL AS day,
               COALESCE(c.responded_at, 0) AS until, c.method AS method, '' AS result,
               c.desk_id AS desk_id, COALESCE(c.responded_post, c.post_id) AS post_id
          FROM consultation AS c WHERE c.case_id = :case_id
        UNION ALL
        SELECT 'note', n.recorded_at, n.happened_on, 0, n.method, n.result, n.desk_id,
               n.post_id
          FROM note AS n WHERE n.case_id = :case_id) AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.at NULLS LAST, k.post_id NULLS LAST
 LIMIT 200;

-- name: duty_clear_case  none
-- Takes all lines about a case that the viewer reaches off the work lists.
-- in: case_id id:case, subjects ids, now instant
DELETE FROM duty
 WHERE case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: step_end_all  none
-- Ends the open next steps of a case that the viewer reaches.
-- in: case_id id:case, result text, subjects ids, now instant
UPDATE next_step SET done_at = :now, result = :result
 WHERE done_at IS NULL
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: definition_add  one
-- Adds a version of what multi-agency work takes.
-- in: body text, criteria text, meeting text, decided_on day, item_id id:item?, desk_id id:desk, post_id id:post, now instant
-- out: version int
INSERT INTO multi_agency_definition (version, body, criteria, meeting, decided_on, item_id,
                                     desk_id, post_id, recorded_at)
SELECT COALESCE(MAX(version), 0) + 1, :body, :criteria, :meeting, :decided_on, :item_id,
       :desk_id, :post_id, :now
  FROM multi_agency_definition
RETURNING version;

-- name: definition_list  many
-- All versions of what multi-agency work takes, newest first.
-- out: version int, body text, criteria text, meeting text, decided_on day, desk text, who text, recorded_at instant
SELECT m.version, m.body, m.criteria, m.meeting, m.decided_on, d.name, a.name, m.recorded_at
  FROM multi_agency_definition AS m
  JOIN desk AS d ON d.desk_id = m.desk_id
  JOIN post AS p ON p.post_id = m.post_id
  JOIN account AS a ON a.account_id = p.account_id
 ORDER BY m.version DESC NULLS LAST
 LIMIT 100;

-- name: consultation_way_put  none
-- How a consultation came, and who answered it first.
-- in: consultation_id id:consultation, brought_by text, site text, procedure_name text, unsure bool, asks_advice bool, area text, main_topic text, agencies text, no_consent_reason text, outlook text, wanted text, rights enum:rights_need, answered bool, responded_at instant, post_id id:post
-- unscoped: the row was written in the same act
UPDATE consultation
   SET brought_by = :brought_by, site = :site, procedure_name = :procedure_name,
       unsure = :unsure, asks_advice = :asks_advice, area = :area,
       main_topic = :main_topic, agencies = :agencies,
       no_consent_reason = :no_consent_reason, outlook = :outlook, wanted = :wanted,
       rights = :rights,
       responded_at = CASE WHEN :answered THEN :responded_at END,
       responded_post = CASE WHEN :answered THEN :post_id END
 WHERE consultation_id = :consultation_id;

-- name: consultation_answer  none
-- Somebody answers the consultations of a case that the viewer reaches, if nobody has yet.
-- in: case_id id:case, post_id id:post, now instant, subjects ids
UPDATE consultation SET responded_at = :now, responded_post = :post_id
 WHERE responded_at IS NULL
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);
