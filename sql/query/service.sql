-- The consultations of a case as they were taken, and what was applied for out of them.

-- name: consultation_list  many
-- The consultations of a case that the viewer reaches, oldest first, with how each came.
-- in: case_id id:case, subjects ids, now instant
-- out: consultation_id id:consultation, person_id id:person, desk_id id:desk, desk text, post_id id:post, who text, received_at instant, responded_at instant, responder text, words text, speaker text, method text, route text, brought_by text, site text, procedure_name text, unsure bool, asks_advice bool, area text, main_topic text, agencies text, no_consent_reason text, outlook text, wanted text, informant_hidden bool
SELECT k.consultation_id, k.person_id, k.desk_id, d.name, k.post_id, a.name, k.received_at,
       COALESCE(k.responded_at, 0),
       COALESCE((SELECT ra.name FROM post AS rp
                   JOIN account AS ra ON ra.account_id = rp.account_id
                  WHERE rp.post_id = k.responded_post), ''),
       k.words, k.speaker, k.method, k.route, k.brought_by, k.site, k.procedure_name,
       k.unsure, k.asks_advice, k.area, k.main_topic, k.agencies, k.no_consent_reason,
       k.outlook, k.wanted, k.informant_hidden
  FROM consultation AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.received_at NULLS LAST, k.consultation_id NULLS LAST
 LIMIT 100;

-- name: service_request_add  none
-- Notes what was applied for out of a consultation of a case that the viewer reaches.
-- in: service_request_id id:service_request, case_id id:case, consultation_id id:consultation, service text, place text, requested_on day, remark text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO service_request (service_request_id, case_id, consultation_id, service, place,
                             requested_on, decision, decided_on, remark, desk_id, post_id,
                             version)
SELECT :service_request_id, k.case_id, k.consultation_id, :service, :place, :requested_on,
       'pending',
       NULL, :remark, :desk_id, :post_id, 1
  FROM consultation AS k
  JOIN visible_case AS v ON v.case_id = k.case_id
 WHERE k.consultation_id = :consultation_id AND k.case_id = :case_id;

-- name: service_request_list  many
-- What was applied for in a case that the viewer reaches, oldest first.
-- in: case_id id:case, subjects ids, now instant
-- out: service_request_id id:service_request, consultation_id id:consultation, service text, place text, requested_on day, decision enum:service_decision, decided_on day, remark text, desk_id id:desk, desk text, post_id id:post, version int
SELECT q.service_request_id, q.consultation_id, q.service, q.place, q.requested_on,
       q.decision, q.decided_on, q.remark, q.desk_id, d.name, q.post_id, q.version
  FROM service_request AS q
  JOIN desk AS d ON d.desk_id = q.desk_id
 WHERE q.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY q.requested_on NULLS LAST, q.service_request_id NULLS LAST
 LIMIT 100;

-- name: service_request_one  one
-- An application of a case that the viewer reaches.
-- in: service_request_id id:service_request, subjects ids, now instant
-- out: case_id id:case, service text, place text, requested_on day, decision enum:service_decision, remark text, desk_id id:desk, version int
SELECT q.case_id, q.service, q.place, q.requested_on, q.decision, q.remark, q.desk_id,
       q.version
  FROM service_request AS q
  JOIN visible_case AS v ON v.case_id = q.case_id
 WHERE q.service_request_id = :service_request_id;

-- name: service_request_decide  none
-- What was decided, if nobody else has written meanwhile; the case is one the viewer reaches.
-- in: service_request_id id:service_request, decision enum:service_decision, decided_on day, remark text, version int, subjects ids, now instant
UPDATE service_request
   SET decision = :decision, decided_on = :decided_on, remark = :remark,
       version = version + 1
 WHERE service_request_id = :service_request_id AND version = :version
   AND EXISTS (SELECT 1 FROM visible_case_any AS v
                WHERE v.case_id = service_request.case_id);
