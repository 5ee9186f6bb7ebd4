-- Cases, the people they are about, consultations, records and next steps.

-- name: case_add  none
-- Opens a case. unscoped: it is only being made.
-- in: case_id id:case, number text, state enum:case_state, urgency enum:urgency, desk_id id:desk, owner_post id:post, now instant
-- unscoped: the row is new; reach is given in the same act
INSERT INTO support_case (case_id, number, state, urgency, desk_id, owner_post, opened_at,
                          touched_at, version)
VALUES (:case_id, :number, :state, :urgency, :desk_id, :owner_post, :now, :now, 1);

-- name: person_add  none
-- Adds whom the case is about.
-- in: person_id id:person, case_id id:case, known enum:person_known, name text, kana text, age int, age_given bool, place text, consent enum:consent_stand, search_text text, desk_id id:desk, post_id id:post
-- unscoped: the row is new and belongs to the case that the act has opened
INSERT INTO person (person_id, case_id, known, name, kana, age, place, consent,
                    search_text, desk_id, post_id, version)
VALUES (:person_id, :case_id, :known, :name, :kana,
        CASE WHEN :age_given THEN :age END, :place, :consent, :search_text, :desk_id,
        :post_id, 1);

-- name: consultation_add  none
-- Adds the consultation with its words.
-- in: consultation_id id:consultation, case_id id:case, person_id id:person, desk_id id:desk, post_id id:post, received_at instant, now instant, words text, speaker text, caller_contact text, informant_hidden bool, call_back bool, call_back_when text, call_back_as text, voice_mail bool, method text, route text, topic text, urgency enum:urgency, purpose_told bool
-- unscoped: the row is new and belongs to the case that the act has opened
INSERT INTO consultation (consultation_id, case_id, person_id, desk_id, post_id,
                          received_at, recorded_at, words, speaker, caller_contact,
                          informant_hidden, call_back, call_back_when, call_back_as,
                          voice_mail, method, route, topic, urgency, purpose_told, version)
VALUES (:consultation_id, :case_id, :person_id, :desk_id, :post_id, :received_at, :now,
        :words, :speaker, :caller_contact, :informant_hidden, :call_back, :call_back_when,
        :call_back_as, :voice_mail, :method, :route, :topic, :urgency, :purpose_told, 1);

-- name: case_show  one
-- A case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: number text, state enum:case_state, urgency enum:urgency, desk_id id:desk, desk text, agency text, owner_post id:post, owner text, opened_at instant, version int
SELECT s.number, s.state, s.urgency, s.desk_id, d.name, g.name, s.owner_post, a.name,
       s.opened_at, s.version
  FROM support_case AS s
  JOIN desk AS d ON d.desk_id = s.desk_id
  JOIN agency AS g ON g.agency_id = d.agency_id
  JOIN post AS p ON p.post_id = s.owner_post
  JOIN account AS a ON a.account_id = p.account_id
 WHERE s.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id);

-- name: case_people  many
-- The people of a case that the viewer reaches: whom it is about first, those merged into
-- another left out.
-- in: case_id id:case, subjects ids, now instant
-- out: person_id id:person, known enum:person_known, name text, kana text, age int, age_given bool, place text, consent enum:consent_stand, ordinal int, gender text, birth_on day, birth_words text, other_names text, kinship text, phone text, met enum:person_met, attributes text, durations text, strengths text, desk_id id:desk, post_id id:post, version int
SELECT e.person_id, e.known, e.name, e.kana, COALESCE(e.age, 0), e.age IS NOT NULL,
       e.place, e.consent, e.ordinal, e.gender, e.birth_on, e.birth_words, e.other_names,
       e.kinship, e.phone, e.met, e.attributes, e.durations, e.strengths, e.desk_id,
       e.post_id, e.version
  FROM person AS e
 WHERE e.case_id = :case_id AND e.merged_into IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY e.ordinal NULLS LAST, e.person_id NULLS LAST;

-- name: case_consultations  many
-- The consultations of a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: consultation_id id:consultation, desk_id id:desk, desk text, who text, received_at instant, words text, speaker text, caller_contact text, informant_hidden bool, call_back bool, call_back_when text, call_back_as text, voice_mail bool, method text, route text, topic text, post_id id:post
SELECT k.consultation_id, k.desk_id, d.name, a.name, k.received_at, k.words, k.speaker,
       k.caller_contact, k.informant_hidden, k.call_back, k.call_back_when,
       k.call_back_as, k.voice_mail, k.method, k.route, k.topic, k.post_id
  FROM consultation AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY k.received_at DESC NULLS LAST, k.consultation_id NULLS LAST
 LIMIT 20;

-- name: case_notes  many
-- A page of the record of a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant, before instant, n int
-- out: note_id id:note, desk_id id:desk, desk text, who text, happened_on day, recorded_at instant, method text, result enum:contact_result, minutes int, fact text, own_words text, opinion text, version int, post_id id:post
SELECT n.note_id, n.desk_id, d.name, a.name, n.happened_on, n.recorded_at, n.method,
       n.result, COALESCE(n.minutes, -1), n.fact, n.own_words, n.opinion, n.version,
       n.post_id
  FROM note AS n
  JOIN desk AS d ON d.desk_id = n.desk_id
  JOIN post AS p ON p.post_id = n.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE n.case_id = :case_id
   AND n.recorded_at < :before
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY n.recorded_at DESC NULLS LAST, n.note_id NULLS FIRST
 LIMIT :n;

-- name: case_marks  many
-- The contacts of a case since a day, oldest first: when, by which agency, met or not.
-- in: case_id id:case, subjects ids, now instant, since day
-- out: desk_id id:desk, desk text, post_id id:post, happened_on day, method text, result text
SELECT n.desk_id, d.name, n.post_id, n.happened_on, n.method, n.result
  FROM note AS n
  JOIN desk AS d ON d.desk_id = n.desk_id
 WHERE n.case_id = :case_id
   AND n.happened_on >= :since
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY n.happened_on NULLS LAST, n.recorded_at NULLS LAST, n.note_id NULLS LAST
 LIMIT 1000;

-- name: case_steps  many
-- The open next steps of a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: step_id id:step, desk_id id:desk, desk text, owner_post id:post, owner text, what text, due_on day
SELECT t.step_id, t.desk_id, d.name, t.owner_post, a.name, t.what, t.due_on
  FROM next_step AS t
  JOIN desk AS d ON d.desk_id = t.desk_id
  JOIN post AS p ON p.post_id = t.owner_post
  JOIN account AS a ON a.account_id = p.account_id
 WHERE t.case_id = :case_id
   AND t.done_at IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY t.due_on NULLS LAST, t.step_id NULLS LAST
 LIMIT 50;

-- name: case_history  many
-- What changed in a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: record_id id, kind text, version int, at instant, who text, desk text, why text
SELECT r.record_id, r.kind, r.version, r.at, a.name, d.name, r.why
  FROM record_version AS r
  JOIN post AS p ON p.post_id = r.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE r.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY r.at DESC NULLS LAST, r.record_id NULLS FIRST, r.version DESC NULLS LAST
 LIMIT 20;

-- name: case_list  many
-- The cases that the viewer reaches by name, last touched first: what only waits to be
-- received lies in its own list, without a name. number "" finds all, else the one of that
-- number. The lines are chosen first, from the begin of what each of the viewer's subjects has
-- in recent; all else is looked up for these alone. SQLite keeps the order of CROSS JOIN.
-- in: subjects ids, now instant, number text, open_only bool, skip int, n int
-- out: case_id id:case, ground int, number text, state enum:case_state, desk_id id:desk, desk text, owner text, name text, kana text, age int, place text, known enum:person_known, touched_at instant, next_what text, next_on day, consented bool, others text
SELECT s.case_id,
       (SELECT MIN(v.ground) FROM visible_named_case AS v WHERE v.case_id = s.case_id),
       s.number, s.state, s.desk_id, d.name, a.name, e.name,
       e.kana, COALESCE(e.age, -1), e.place, e.known, s.touched_at,
       (SELECT t.what FROM next_step AS t
         WHERE t.case_id = s.case_id AND t.done_at IS NULL
         ORDER BY t.due_on NULLS LAST, t.step_id NULLS LAST LIMIT 1),
       (SELECT MIN(t.due_on) FROM next_step AS t
         WHERE t.case_id = s.case_id AND t.done_at IS NULL),
       EXISTS (SELECT 1 FROM sharing_person AS c WHERE c.person_id = e.person_id),
       e.other_names
  FROM (SELECT t.case_id FROM (
          SELECT o.case_id, o.ago FROM (
            SELECT w.case_id, w.ago FROM recent_of_first AS w
             WHERE :number = '' AND w.open = 1
               AND EXISTS (SELECT 1 FROM visible_named_case_any AS v
                            WHERE v.case_id = w.case_id)
             ORDER BY w.ago NULLS LAST, w.case_id NULLS LAST
             LIMIT :skip + :n) AS o
          UNION
          SELECT p.case_id, p.ago FROM (
            SELECT w.case_id, w.ago FROM recent_of_last AS w
             WHERE :number = '' AND w.open = 1
               AND EXISTS (SELECT 1 FROM visible_named_case_any AS v
                            WHERE v.case_id = w.case_id)
             ORDER BY w.ago NULLS LAST, w.case_id NULLS LAST
             LIMIT :skip + :n) AS p
          UNION
          SELECT q.case_id, q.ago FROM (
            SELECT w.case_id, w.ago FROM recent_of_first AS w
             WHERE :number = '' AND NOT :open_only AND w.open = 0
               AND EXISTS (SELECT 1 FROM visible_named_case_any AS v
                            WHERE v.case_id = w.case_id)
             ORDER BY w.ago NULLS LAST, w.case_id NULLS LAST
             LIMIT :skip + :n) AS q
          UNION
          SELECT r.case_id, r.ago FROM (
            SELECT w.case_id, w.ago FROM recent_of_last AS w
             WHERE :number = '' AND NOT :open_only AND w.open = 0
               AND EXISTS (SELECT 1 FROM visible_named_case_any AS v
                            WHERE v.case_id = w.case_id)
             ORDER BY w.ago NULLS LAST, w.case_id NULLS LAST
             LIMIT :skip + :n) AS r
          UNION
          SELECT k.case_id, -k.touched_at FROM support_case AS k
           WHERE k.number = :number AND (NOT :open_only OR k.state <> 'closed')
             AND EXISTS (SELECT 1 FROM visible_named_case_any AS v
                          WHERE v.case_id = k.case_id)) AS t
         ORDER BY t.ago NULLS LAST, t.case_id NULLS LAST
         LIMIT :n OFFSET :skip) AS top
 CROSS JOIN support_case AS s
 CROSS JOIN person AS e
  JOIN desk AS d ON d.desk_id = s.desk_id
  JOIN post AS p ON p.post_id = s.owner_post
  JOIN account AS a ON a.account_id = p.account_id
 WHERE s.case_id = top.case_id AND e.case_id = s.case_id AND e.ordinal = 1
 ORDER BY s.touched_at DESC NULLS LAST, s.case_id NULLS LAST, e.person_id NULLS LAST;

-- name: case_find  many
-- The cases that the viewer reaches by name whose people the key of what was typed finds,
-- last touched first. By consent (ground 3) only those are found who consented themselves.
-- by_index: the index finds the people, and who is in a case that is not reached is not looked
-- up; else what the viewer's subjects have in recent is walked until enough are found. SQLite
-- keeps the order of CROSS JOIN.
-- in: subjects ids, now instant, search text, by_index bool, open_only bool, skip int, n int
-- rows: case_list
SELECT s.case_id,
       (SELECT MIN(w.ground) FROM visible_named_case AS w WHERE w.case_id = s.case_id),
       s.number, s.state, s.desk_id, d.name, a.name, e.name,
       e.kana, COALESCE(e.age, -1), e.place, e.known, s.touched_at,
       (SELECT t.what FROM next_step AS t
         WHERE t.case_id = s.case_id AND t.done_at IS NULL
         ORDER BY t.due_on NULLS LAST, t.step_id NULLS LAST LIMIT 1),
       (SELECT MIN(t.due_on) FROM next_step AS t
         WHERE t.case_id = s.case_id AND t.done_at IS NULL),
       EXISTS (SELECT 1 FROM sharing_person AS c WHERE c.person_id = e.person_id),
       e.other_names
  FROM (SELECT g.person_id FROM (
          SELECT e.person_id AS person_id
            FROM @found_in_case(person, person_id, search_text, :search) AS h
           CROSS JOIN person AS e
           CROSS JOIN support_case AS s
           WHERE :by_index AND EXISTS (SELECT 1 FROM visible_named_case_any AS u
                                        WHERE u.case_id = h.case_id)
             AND e.person_id = h.person_id
             AND e.merged_into IS NULL AND @contains(e.search_text, :search)
             AND s.case_id = e.case_id AND (NOT :open_only OR s.state <> 'closed')
             AND EXISTS (SELECT 1 FROM visible_named_case AS v
                          WHERE v.case_id = s.case_id
                            AND (v.ground <> 3 OR EXISTS (SELECT 1 FROM sharing_person AS c
                                            WHERE c.person_id = e.person_id)))
           ORDER BY s.touched_at DESC NULLS LAST, s.case_id NULLS LAST,
                    e.person_id NULLS LAST
           LIMIT :n OFFSET :skip) AS g
        UNION ALL
        SELECT m.person_id FROM (
          SELECT k.person_id, k.ago, k.case_id FROM (
            SELECT e.person_id AS person_id, w.ago, w.case_id
              FROM recent_of_first AS w
             CROSS JOIN person AS e
             WHERE NOT :by_index AND (NOT :open_only OR w.open = 1)
               AND e.case_id = w.case_id AND e.merged_into IS NULL
               AND @contains(e.search_text, :search)
               AND EXISTS (SELECT 1 FROM visible_named_case AS v
                            WHERE v.case_id = w.case_id
                              AND (v.ground <> 3 OR EXISTS (SELECT 1 FROM sharing_person AS c
                                              WHERE c.person_id = e.person_id)))
             ORDER BY w.ago NULLS LAST, w.case_id NULLS LAST, e.person_id NULLS LAST
             LIMIT :skip + :n) AS k
          UNION
          SELECT l.person_id, l.ago, l.case_id FROM (
            SELECT e.person_id AS person_id, w.ago, w.case_id
              FROM recent_of_last AS w
             CROSS JOIN person AS e
             WHERE NOT :by_index AND (NOT :open_only OR w.open = 1)
               AND e.case_id = w.case_id AND e.merged_into IS NULL
               AND @contains(e.search_text, :search)
               AND EXISTS (SELECT 1 FROM visible_named_case AS v
                            WHERE v.case_id = w.case_id
                              AND (v.ground <> 3 OR EXISTS (SELECT 1 FROM sharing_person AS c
                                              WHERE c.person_id = e.person_id)))
             ORDER BY w.ago NULLS LAST, w.case_id NULLS LAST, e.person_id NULLS LAST
             LIMIT :skip + :n) AS l
           ORDER BY ago NULLS LAST, case_id NULLS LAST, person_id NULLS LAST
           LIMIT :n OFFSET :skip) AS m) AS top
 CROSS JOIN person AS e
 CROSS JOIN support_case AS s
  JOIN desk AS d ON d.desk_id = s.desk_id
  JOIN post AS p ON p.post_id = s.owner_post
  JOIN account AS a ON a.account_id = p.account_id
 WHERE e.person_id = top.person_id AND s.case_id = e.case_id
 ORDER BY s.touched_at DESC NULLS LAST, s.case_id NULLS LAST, e.person_id NULLS LAST;

-- name: person_found  one
-- How many people the key of what was typed finds, most at the most.
-- in: search text, most int
-- out: n int
-- unscoped: counted to choose how to search, and not shown
SELECT @found_count(person, search_text, :search, :most);

-- name: case_ids_shown  many
-- Whether a number is taken; asked when a new one is drawn.
-- in: number text
-- out: case_id id:case
-- unscoped: only whether it exists is used, to draw another random number
SELECT case_id FROM support_case WHERE number = :number;

-- name: case_touch  none
-- Notes that something happened in the case.
-- in: case_id id:case, now instant, subjects ids
UPDATE support_case SET touched_at = :now
 WHERE case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: case_move  none
-- Moves a case to another state if it still is of the version the act has seen.
-- in: case_id id:case, state enum:case_state, version int, now instant, subjects ids
UPDATE support_case SET state = :state, version = version + 1, touched_at = :now
 WHERE version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: note_add  none
-- Adds an entry to the record of a case that the viewer reaches.
-- in: note_id id:note, case_id id:case, desk_id id:desk, post_id id:post, happened_on day, now instant, method text, result enum:contact_result, minutes int, minutes_given bool, fact text, own_words text, opinion text, subjects ids
INSERT INTO note (note_id, case_id, desk_id, post_id, happened_on, recorded_at, method,
                  result, minutes, fact, own_words, opinion, version)
SELECT :note_id, v.case_id, :desk_id, :post_id, :happened_on, :now, :method, :result,
       CASE WHEN :minutes_given THEN :minutes END, :fact, :own_words, :opinion, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: note_show  one
-- An entry of the record of a case that the viewer reaches.
-- in: note_id id:note, subjects ids, now instant
-- out: case_id id:case, desk_id id:desk, post_id id:post, happened_on day, fact text, own_words text, opinion text, version int
SELECT n.case_id, n.desk_id, n.post_id, n.happened_on, n.fact, n.own_words, n.opinion,
       n.version
  FROM note AS n JOIN visible_case AS v ON v.case_id = n.case_id
 WHERE n.note_id = :note_id;

-- name: note_change  none
-- Mends an entry if it still is of the version that was read.
-- in: note_id id:note, version int, fact text, own_words text, opinion text, subjects ids, now instant
UPDATE note SET fact = :fact, own_words = :own_words, opinion = :opinion,
       version = version + 1
 WHERE note_id = :note_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: step_add  none
-- Adds a next step to a case that the viewer reaches.
-- in: step_id id:step, case_id id:case, desk_id id:desk, owner_post id:post, what text, due_on day, now instant, subjects ids
INSERT INTO next_step (step_id, case_id, desk_id, owner_post, what, due_on, made_at,
                       done_at, result)
SELECT :step_id, v.case_id, :desk_id, :owner_post, :what, :due_on, :now, NULL, ''
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: step_show  one
-- A next step of a case that the viewer reaches.
-- in: step_id id:step, subjects ids, now instant
-- out: case_id id:case, desk_id id:desk, owner_post id:post, what text, due_on day, done_at instant
SELECT t.case_id, t.desk_id, t.owner_post, t.what, t.due_on, COALESCE(t.done_at, 0)
  FROM next_step AS t JOIN visible_case AS v ON v.case_id = t.case_id
 WHERE t.step_id = :step_id;

-- name: step_done  none
-- Finishes a next step that is still open.
-- in: step_id id:step, result text, now instant, subjects ids
UPDATE next_step SET done_at = :now, result = :result
 WHERE step_id = :step_id AND done_at IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = next_step.case_id);

-- name: version_add  none
-- Keeps a version of a record.
-- in: record_id id, version int, kind text, case_id id:case, post_id id:post, now instant, why text, body text
-- unscoped: written in the act that was allowed to change the record
INSERT INTO record_version (record_id, version, kind, case_id, post_id, at, why, body)
VALUES (:record_id, :version, :kind, :case_id, :post_id, :now, :why, :body);

-- name: version_list  many
-- All versions of a record of a case that the viewer reaches, newest first.
-- in: record_id id, subjects ids, now instant
-- out: version int, kind text, case_id id:case, at instant, who text, desk_id id:desk, desk text, why text, body text
SELECT r.version, r.kind, r.case_id, r.at, a.name, d.desk_id, d.name, r.why, r.body
  FROM record_version AS r
  JOIN visible_case AS v ON v.case_id = r.case_id
  JOIN post AS p ON p.post_id = r.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE r.record_id = :record_id
 ORDER BY r.version DESC NULLS LAST
 LIMIT 100;
