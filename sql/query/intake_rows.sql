-- The consultations of a period as a table with the same columns for every desk. Source: R-078.

-- name: intake_rows  many
-- Consultations of cases that the viewer may list by name, oldest first.
-- in: from instant, until instant, n int, subjects ids, now instant
-- out: case_id id:case, person_id id:person, number text, desk_id id:desk, desk text, post_id id:post, who text, received_at instant, responded_at instant, method text, route text, brought_by text, site text, procedure_name text, unsure bool, asks_advice bool, area text, topic text, main_topic text, urgency enum:urgency, words text, wanted text, informant_hidden bool, way text, name text
SELECT k.case_id, k.person_id, s.number, k.desk_id, d.name, k.post_id, a.name,
       k.received_at, COALESCE(k.responded_at, 0), k.method, k.route, k.brought_by, k.site,
       k.procedure_name, k.unsure, k.asks_advice, k.area, k.topic, k.main_topic, k.urgency,
       k.words, k.wanted, k.informant_hidden,
       COALESCE((SELECT t.way FROM triage AS t
                  WHERE t.case_id = k.case_id
                    AND NOT EXISTS (SELECT 1 FROM triage AS l
                                     WHERE l.case_id = t.case_id
                                       AND (l.decided_at > t.decided_at
                                            OR (l.decided_at = t.decided_at
                                                AND l.triage_id > t.triage_id)))), ''),
       p.name
  FROM consultation AS k
  JOIN support_case AS s ON s.case_id = k.case_id
  JOIN person AS p ON p.person_id = k.person_id
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN post AS o ON o.post_id = k.post_id
  JOIN account AS a ON a.account_id = o.account_id
 WHERE k.received_at >= :from AND k.received_at < :until
   AND EXISTS (SELECT 1 FROM visible_named_case_any AS v WHERE v.case_id = k.case_id)
 ORDER BY k.received_at NULLS LAST, k.consultation_id NULLS LAST
 LIMIT :n;
