-- Requests by which people ask what is recorded about them.

-- name: access_add  none
-- Enters a request of a person of the case, with the next number of the fiscal year.
-- in: access_id id:access, case_id id:case, person_id id:person, year int, received_on day, due_on day, asked_by text, agent enum:access_agent, agent_paper text, confirmed text, wanted text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO access_request (access_id, case_id, person_id, year, number, state, received_on,
                            due_on, extended_on, extended_why, asked_by, agent, agent_paper,
                            confirmed, wanted, decision, refusal, decided_on, decided_words,
                            handed_on, handed_how, copy_id, desk_id, post_id, recorded_at,
                            version)
SELECT :access_id, v.case_id, e.person_id, :year,
       (SELECT COALESCE(MAX(o.number), 0) + 1 FROM access_request AS o WHERE o.year = :year),
       'received', :received_on, :due_on, NULL, '', :asked_by, :agent, :agent_paper,
       :confirmed, :wanted, '', '', NULL, '', NULL, '', NULL, :desk_id, :post_id, :now, 1
  FROM visible_case AS v
  JOIN person AS e ON e.case_id = v.case_id AND e.person_id = :person_id
 WHERE v.case_id = :case_id;

-- name: access_one  one
-- A request about a person of a case that the viewer reaches.
-- in: access_id id:access, subjects ids, now instant
-- out: case_id id:case, person_id id:person, year int, number int, state enum:access_state, received_on day, due_on day, extended_on day, extended_why text, asked_by text, agent enum:access_agent, agent_paper text, confirmed text, wanted text, decision enum:access_decision, refusal enum:access_refusal, decided_on day, decided_words text, handed_on day, handed_how enum:access_way, copy_id id:disclosure, desk_id id:desk, version int
SELECT x.case_id, x.person_id, x.year, x.number, x.state, x.received_on, x.due_on,
       x.extended_on, x.extended_why, x.asked_by, x.agent, x.agent_paper, x.confirmed,
       x.wanted, x.decision, x.refusal, x.decided_on, x.decided_words, x.handed_on,
       x.handed_how, x.copy_id, x.desk_id, x.version
  FROM access_request AS x JOIN visible_case AS v ON v.case_id = x.case_id
 WHERE x.access_id = :access_id;

-- name: access_change  none
-- Writes where a request stands if it still is of the version that was read.
-- in: access_id id:access, version int, state enum:access_state, due_on day, extended_on day?, extended_why text, decision enum:access_decision, refusal enum:access_refusal, decided_on day?, decided_words text, handed_on day?, handed_how enum:access_way, copy_id id:disclosure?, subjects ids, now instant
UPDATE access_request
   SET state = :state, due_on = :due_on, extended_on = :extended_on,
       extended_why = :extended_why, decision = :decision, refusal = :refusal,
       decided_on = :decided_on, decided_words = :decided_words, handed_on = :handed_on,
       handed_how = :handed_how, copy_id = :copy_id, version = version + 1
 WHERE access_id = :access_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: access_of_person  many
-- The requests about one person of a case that the viewer reaches, the latest first.
-- in: case_id id:case, person_id id:person, subjects ids, now instant
-- out: access_id id:access, year int, number int, state enum:access_state, received_on day, due_on day, decision enum:access_decision
SELECT x.access_id, x.year, x.number, x.state, x.received_on, x.due_on, x.decision
  FROM access_request AS x
 WHERE x.case_id = :case_id AND x.person_id = :person_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY x.recorded_at DESC NULLS LAST, x.access_id NULLS LAST
 LIMIT 50;

-- name: access_office  many
-- The register without a name: for the privacy officer. desk none: of all desks.
-- in: year int
-- out: number int, state enum:access_state, received_on day, due_on day, extended_on day, decision enum:access_decision, decided_on day, handed_on day, desk text, mending bool
-- unscoped: numbers and dates of an office; no person and no case leaves
SELECT x.number, x.state, x.received_on, x.due_on, x.extended_on, x.decision, x.decided_on,
       x.handed_on, d.name,
       EXISTS (SELECT 1 FROM access_mend AS m
                WHERE m.access_id = x.access_id AND m.mended_on IS NULL
                  AND m.asked_on <= x.due_on)
  FROM access_request AS x JOIN desk AS d ON d.desk_id = x.desk_id
 WHERE x.year = :year
 ORDER BY x.number DESC NULLS LAST
 LIMIT 500;

-- name: access_waiting  one
-- How many requests wait for a decision or for being handed over, how many of them are late.
-- in: today day
-- out: open int, late int
-- unscoped: numbers of an office
SELECT (SELECT COUNT(*) FROM access_request AS x
         WHERE x.state = 'received' OR (x.state = 'decided' AND x.decision <> 'refused')),
       (SELECT COUNT(*) FROM access_request AS x
         WHERE x.state = 'received' AND x.due_on < :today
           AND NOT EXISTS (SELECT 1 FROM access_mend AS m
                            WHERE m.access_id = x.access_id AND m.mended_on IS NULL
                              AND m.asked_on <= x.due_on));

-- name: access_mend_ask  none
-- Notes that who asks was told to put the request right.
-- in: mend_id id, access_id id:access, asked_on day, what text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO access_mend (mend_id, access_id, case_id, asked_on, what, mended_on, desk_id,
                         post_id, recorded_at)
SELECT :mend_id, x.access_id, v.case_id, :asked_on, :what, NULL, :desk_id, :post_id, :now
  FROM access_request AS x JOIN visible_case AS v ON v.case_id = x.case_id
 WHERE x.access_id = :access_id;

-- name: access_mend_end  none
-- Notes the day on which it was put right, or on which nobody waits any more.
-- in: access_id id:access, mended_on day
-- unscoped: the act has decided on the request
UPDATE access_mend SET mended_on = :mended_on
 WHERE access_id = :access_id AND mended_on IS NULL;

-- name: access_mends  many
-- When a request waited for being put right, in order.
-- in: access_id id:access, subjects ids, now instant
-- out: asked_on day, what text, mended_on day?
SELECT m.asked_on, m.what, m.mended_on
  FROM access_mend AS m JOIN visible_case AS v ON v.case_id = m.case_id
 WHERE m.access_id = :access_id
 ORDER BY m.recorded_at NULLS LAST, m.mend_id NULLS LAST
 LIMIT 50;

-- name: access_line_put  none
-- Notes that a line of the record was read and tells of the person who asks.
-- in: access_id id:access, note_id id:note, case_id id:case, post_id id:post, now instant
-- unscoped: the act has decided on the request and offered the line
INSERT INTO access_line (access_id, note_id, case_id, post_id, at)
VALUES (:access_id, :note_id, :case_id, :post_id, :now);

-- name: access_line_clear  none
-- Takes all such lines back, before they are written anew.
-- in: access_id id:access
-- unscoped: the act has decided on the request
DELETE FROM access_line WHERE access_id = :access_id;

-- name: access_lines  many
-- The lines of a request of a case that the viewer reaches.
-- in: access_id id:access, subjects ids, now instant
-- out: note_id id:note
SELECT l.note_id FROM access_line AS l
  JOIN visible_case AS v ON v.case_id = l.case_id
 WHERE l.access_id = :access_id
 ORDER BY l.note_id NULLS LAST;

-- name: access_lines_of_copy  many
-- The lines that were read for the request by which a copy was handed over.
-- in: copy_id id:disclosure, subjects ids, now instant
-- out: note_id id:note
SELECT l.note_id FROM access_request AS x
  JOIN access_line AS l ON l.access_id = x.access_id
  JOIN visible_case AS v ON v.case_id = x.case_id
 WHERE x.copy_id = :copy_id
 ORDER BY l.note_id NULLS LAST;
