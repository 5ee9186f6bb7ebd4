-- Reaching out: the list, the log of the relation, visits to come, the net around somebody.

-- name: outreach_add  none
-- Begins to reach out in a case that the viewer reaches.
-- in: case_id id:case, state enum:outreach_state, stage text, safety text, desk_id id:desk, post_id id:post, began_on day, subjects ids, now instant
INSERT INTO outreach (case_id, state, stage, safety, coordinating, desk_id, post_id,
                      began_on, tries, meetings, refusals, tried_on, met_on, handed_on,
                      version)
SELECT v.case_id, :state, :stage, :safety, FALSE, :desk_id, :post_id, :began_on, 0, 0, 0,
       NULL, NULL, NULL, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: outreach_show  opt
-- How far somebody is reached, in a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: state enum:outreach_state, stage text, safety text, coordinating bool, desk_id id:desk, desk text, who text, began_on day, tries int, meetings int, refusals int, tried_on day?, met_on day?, handed_on day?, version int
SELECT o.state, o.stage, o.safety, o.coordinating, o.desk_id, d.name, a.name, o.began_on,
       o.tries, o.meetings, o.refusals, o.tried_on, o.met_on, o.handed_on, o.version
  FROM outreach AS o
  JOIN visible_case AS v ON v.case_id = o.case_id
  JOIN desk AS d ON d.desk_id = o.desk_id
  JOIN post AS p ON p.post_id = o.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE o.case_id = :case_id;

-- name: outreach_list  many
-- Whom the viewer may know of, by state; the one without contact for longest comes first.
-- state "": all but closed. refused: only who said no at least once. before: only without a
-- meeting since that day.
-- in: subjects ids, now instant, state text, refused bool, silent bool, before day, skip int, n int
-- out: case_id id:case, ground int, number text, state enum:outreach_state, stage text, coordinating bool, desk text, name text, place text, age int, known enum:person_known, began_on day, tries int, meetings int, refusals int, tried_on day?, met_on day?
SELECT o.case_id, v.ground, s.number, o.state, o.stage, o.coordinating, d.name,
       COALESCE(e.name, ''), COALESCE(e.place, ''), COALESCE(e.age, -1),
       COALESCE(e.known, 'anonymous'), o.began_on, o.tries, o.meetings, o.refusals,
       o.tried_on, o.met_on
  FROM outreach AS o
  JOIN visible_case AS v ON v.case_id = o.case_id
  JOIN support_case AS s ON s.case_id = o.case_id
  JOIN desk AS d ON d.desk_id = s.desk_id
  LEFT JOIN person AS e ON e.person_id =
       (SELECT q.person_id FROM person AS q WHERE q.case_id = o.case_id
         ORDER BY q.person_id NULLS LAST LIMIT 1)
 WHERE (o.state = :state OR (:state = '' AND o.state <> 'closed'))
   AND (NOT :refused OR o.refusals > 0)
   AND (NOT :silent OR COALESCE(o.met_on, o.began_on) < :before)
 ORDER BY COALESCE(o.met_on, o.began_on) NULLS FIRST, o.case_id NULLS LAST
 LIMIT :n OFFSET :skip;

-- name: outreach_counts  many
-- How many whom the viewer may know of stand in each state.
-- in: subjects ids, now instant
-- out: state enum:outreach_state, n int, refused int
SELECT o.state, COUNT(*), SUM(CASE WHEN o.refusals > 0 THEN 1 ELSE 0 END)
  FROM outreach AS o JOIN visible_case AS v ON v.case_id = o.case_id
 GROUP BY o.state
 ORDER BY o.state NULLS LAST;

-- name: outreach_set  none
-- Moves it, if it still is of the version that was read.
-- in: case_id id:case, version int, state enum:outreach_state, stage text, safety text, coordinating bool, handed_on day?, subjects ids, now instant
UPDATE outreach SET state = :state, stage = :stage, safety = :safety,
       coordinating = :coordinating, handed_on = :handed_on, version = version + 1
 WHERE version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: outreach_consent  one
-- Whether anybody of a case that the viewer reaches has consented as of now.
-- in: case_id id:case, subjects ids, now instant
-- out: given bool
SELECT EXISTS (SELECT 1 FROM consent AS k
                WHERE k.case_id = :case_id AND k.state IN ('given', 'partly')
                  AND k.from_at <= :now AND (k.until_at IS NULL OR k.until_at > :now)
                  AND EXISTS (SELECT 1 FROM visible_case_any AS v
                               WHERE v.case_id = :case_id))
    OR EXISTS (SELECT 1 FROM person AS e
                WHERE e.case_id = :case_id AND e.consent = 'given'
                  AND EXISTS (SELECT 1 FROM visible_case_any AS v
                               WHERE v.case_id = :case_id));

-- name: outreach_recount  none
-- Counts the contacts of a case anew.
-- in: case_id id:case, subjects ids, now instant
UPDATE outreach SET
  tries = (SELECT COUNT(*) FROM outreach_contact AS k WHERE k.case_id = outreach.case_id),
  meetings = (SELECT COUNT(*) FROM outreach_contact AS k
               WHERE k.case_id = outreach.case_id AND k.result IN ('met', 'spoke')),
  refusals = (SELECT COUNT(*) FROM outreach_contact AS k
               WHERE k.case_id = outreach.case_id AND k.result = 'refused'),
  tried_on = (SELECT MAX(k.happened_on) FROM outreach_contact AS k
               WHERE k.case_id = outreach.case_id),
  met_on = (SELECT MAX(k.happened_on) FROM outreach_contact AS k
             WHERE k.case_id = outreach.case_id AND k.result IN ('met', 'spoke'))
 WHERE case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: outreach_move_add  none
-- Notes how the relation moved.
-- in: move_id id, case_id id:case, before_state enum:outreach_state, state enum:outreach_state, stage text, why text, moved_on day, now instant, desk_id id:desk, post_id id:post
-- unscoped: written in the act that was allowed to move it
INSERT INTO outreach_move (move_id, case_id, before_state, state, stage, why, moved_on,
                           at, desk_id, post_id)
VALUES (:move_id, :case_id, :before_state, :state, :stage, :why, :moved_on, :now,
        :desk_id, :post_id);

-- name: outreach_moves  many
-- How the relation moved, in a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: before_state enum:outreach_state, state enum:outreach_state, stage text, why text, moved_on day, desk_id id:desk, desk text, who text, post_id id:post
SELECT m.before_state, m.state, m.stage, m.why, m.moved_on, m.desk_id, d.name, a.name,
       m.post_id
  FROM outreach_move AS m
  JOIN desk AS d ON d.desk_id = m.desk_id
  JOIN post AS p ON p.post_id = m.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE m.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY m.at DESC NULLS LAST, m.move_id NULLS LAST
 LIMIT 100;

-- name: outreach_source_add  none
-- Notes from whom it was heard, in a case that the viewer reaches.
-- in: source_id id, case_id id:case, kind enum:source_kind, party text, heard_on day, words text, gathering_id id?, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO outreach_source (source_id, case_id, kind, party, heard_on, words,
                             gathering_id, desk_id, post_id, recorded_at)
SELECT :source_id, v.case_id, :kind, :party, :heard_on, :words, :gathering_id, :desk_id,
       :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: outreach_sources  many
-- From whom it was heard, in a case that the viewer reaches, oldest first.
-- in: case_id id:case, subjects ids, now instant
-- out: source_id id, kind enum:source_kind, party text, heard_on day, words text, gathering_id id?, desk_id id:desk, desk text, who text, post_id id:post
SELECT k.source_id, k.kind, k.party, k.heard_on, k.words, k.gathering_id, k.desk_id,
       d.name, a.name, k.post_id
  FROM outreach_source AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.heard_on NULLS LAST, k.recorded_at NULLS LAST, k.source_id NULLS LAST
 LIMIT 100;

-- name: contact_add  none
-- Adds an attempt, in a case that the viewer reaches.
-- in: contact_id id:contact, case_id id:case, way enum:outreach_way, result enum:contact_result, happened_on day, fact text, own_words text, letter_name text, letter text, asked bool, answer enum:consent_stand, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO outreach_contact (contact_id, case_id, way, result, happened_on, recorded_at,
                              fact, own_words, letter_name, letter, asked, answer,
                              desk_id, post_id)
SELECT :contact_id, v.case_id, :way, :result, :happened_on, :now, :fact, :own_words,
       :letter_name, :letter, :asked, :answer, :desk_id, :post_id
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: contact_list  many
-- The attempts in a case that the viewer reaches, in the order of their days.
-- in: case_id id:case, subjects ids, now instant
-- out: contact_id id:contact, way enum:outreach_way, result enum:contact_result, happened_on day, recorded_at instant, fact text, own_words text, letter_name text, letter text, asked bool, answer enum:consent_stand, desk_id id:desk, desk text, who text, post_id id:post
SELECT k.contact_id, k.way, k.result, k.happened_on, k.recorded_at, k.fact, k.own_words,
       k.letter_name, k.letter, k.asked, k.answer, k.desk_id, d.name, a.name, k.post_id
  FROM outreach_contact AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.happened_on NULLS LAST, k.recorded_at NULLS LAST, k.contact_id NULLS LAST
 LIMIT 500;

-- name: outreach_policy_add  none
-- Notes what a conference decided, in a case that the viewer reaches.
-- in: policy_id id, case_id id:case, decided_on day, meeting text, body text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO outreach_policy (policy_id, case_id, decided_on, meeting, body, desk_id,
                             post_id, recorded_at)
SELECT :policy_id, v.case_id, :decided_on, :meeting, :body, :desk_id, :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: outreach_policies  many
-- What was decided about reaching out, in a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: decided_on day, meeting text, body text, desk_id id:desk, desk text, post_id id:post
SELECT k.decided_on, k.meeting, k.body, k.desk_id, d.name, k.post_id
  FROM outreach_policy AS k JOIN desk AS d ON d.desk_id = k.desk_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.decided_on DESC NULLS LAST, k.policy_id NULLS LAST
 LIMIT 50;

-- name: turn_add  none
-- Plans a visit, in a case that the viewer reaches.
-- in: turn_id id:turn, case_id id:case, series_id id, place int, due_on day, to_desk id:desk, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO outreach_turn (turn_id, case_id, series_id, place, due_on, to_desk,
                           contact_id, cancelled, desk_id, post_id, recorded_at)
SELECT :turn_id, v.case_id, :series_id, :place, :due_on, :to_desk, NULL, FALSE, :desk_id,
       :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: turn_list  many
-- The planned visits of a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: turn_id id:turn, series_id id, place int, due_on day, to_desk id:desk, desk text, contact_id id:contact?, cancelled bool, done_on day?, result text
SELECT t.turn_id, t.series_id, t.place, t.due_on, t.to_desk, d.name, t.contact_id,
       t.cancelled, k.happened_on, COALESCE(k.result, '')
  FROM outreach_turn AS t
  JOIN desk AS d ON d.desk_id = t.to_desk
  LEFT JOIN outreach_contact AS k ON k.contact_id = t.contact_id
 WHERE t.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY t.due_on NULLS LAST, t.series_id NULLS LAST, t.place NULLS LAST
 LIMIT 200;

-- name: turn_one  opt
-- A planned visit of a case that the viewer reaches.
-- in: turn_id id:turn, subjects ids, now instant
-- out: case_id id:case, series_id id, due_on day, to_desk id:desk, contact_id id:contact?, cancelled bool
SELECT t.case_id, t.series_id, t.due_on, t.to_desk, t.contact_id, t.cancelled
  FROM outreach_turn AS t JOIN visible_case AS v ON v.case_id = t.case_id
 WHERE t.turn_id = :turn_id;

-- name: turn_done  none
-- Notes by which contact a planned visit was made.
-- in: turn_id id:turn, contact_id id:contact, subjects ids, now instant
UPDATE outreach_turn SET contact_id = :contact_id
 WHERE turn_id = :turn_id AND contact_id IS NULL AND NOT cancelled
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = outreach_turn.case_id);

-- name: turn_cancel  none
-- Calls off what is still to come of a series.
-- in: series_id id, subjects ids, now instant
UPDATE outreach_turn SET cancelled = TRUE
 WHERE series_id = :series_id AND contact_id IS NULL AND NOT cancelled
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = outreach_turn.case_id);

-- name: turn_open  many
-- What is still to come of a series, or of a whole case.
-- in: case_id id:case, series_id id?, subjects ids, now instant
-- out: turn_id id:turn
SELECT t.turn_id FROM outreach_turn AS t
 WHERE t.case_id = :case_id AND (t.series_id = :series_id OR :series_id IS NULL)
   AND t.contact_id IS NULL AND NOT t.cancelled
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY t.turn_id NULLS LAST;

-- name: tie_add  none
-- Notes who stands by the person, in a case that the viewer reaches.
-- in: tie_id id:tie, case_id id:case, kind enum:tie_kind, name text, part text, since_on day, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO outreach_tie (tie_id, case_id, kind, name, part, since_on, until_on, desk_id,
                          post_id, recorded_at)
SELECT :tie_id, v.case_id, :kind, :name, :part, :since_on, NULL, :desk_id, :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: tie_list  many
-- Who stands by the person, in a case that the viewer reaches, oldest first.
-- in: case_id id:case, subjects ids, now instant
-- out: tie_id id:tie, kind enum:tie_kind, name text, part text, since_on day, until_on day?, desk_id id:desk, desk text, post_id id:post
SELECT k.tie_id, k.kind, k.name, k.part, k.since_on, k.until_on, k.desk_id, d.name,
       k.post_id
  FROM outreach_tie AS k JOIN desk AS d ON d.desk_id = k.desk_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.since_on NULLS LAST, k.recorded_at NULLS LAST, k.tie_id NULLS LAST
 LIMIT 200;

-- name: tie_one  opt
-- One of them.
-- in: tie_id id:tie, subjects ids, now instant
-- out: case_id id:case, since_on day, until_on day?
SELECT k.case_id, k.since_on, k.until_on
  FROM outreach_tie AS k JOIN visible_case AS v ON v.case_id = k.case_id
 WHERE k.tie_id = :tie_id;

-- name: tie_end  none
-- Notes that somebody stands by the person no more.
-- in: tie_id id:tie, until_on day, subjects ids, now instant
UPDATE outreach_tie SET until_on = :until_on
 WHERE tie_id = :tie_id AND until_on IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = outreach_tie.case_id);

-- name: letter_put  none
-- Keeps a letter to be used again, or changes it.
-- in: letter_id id:letter, name text, body text, post_id id:post, now instant
INSERT INTO letter_template (letter_id, name, body, post_id, changed_at)
VALUES (:letter_id, :name, :body, :post_id, :now)
ON CONFLICT (name) DO UPDATE SET body = excluded.body, post_id = excluded.post_id,
                                 changed_at = excluded.changed_at;

-- name: letter_list  many
-- The letters of the municipality.
-- out: letter_id id:letter, name text, body text, changed_at instant
SELECT letter_id, name, body, changed_at FROM letter_template
 ORDER BY name NULLS LAST LIMIT 100;

-- name: letter_one  opt
-- One of them.
-- in: letter_id id:letter
-- out: name text, body text
SELECT name, body FROM letter_template WHERE letter_id = :letter_id;
