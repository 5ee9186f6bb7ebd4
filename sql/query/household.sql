-- People of a case beyond the first, households and who was part of them, relations, who is
-- there for them already. Every statement names the case; rows of a case go with it.

-- name: person_enter  none
-- Adds another person to a case that the viewer reaches.
-- in: person_id id:person, case_id id:case, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO person (person_id, case_id, known, name, kana, age, place, consent,
                    search_text, ordinal, desk_id, post_id, version)
SELECT :person_id, v.case_id, 'anonymous', '', '', NULL, '', '', '',
       (SELECT COALESCE(MAX(o.ordinal), 0) + 1 FROM person AS o
         WHERE o.case_id = :case_id),
       :desk_id, :post_id, 0
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: person_one  one
-- A person of a case that the viewer reaches; merged_into: whose second entry it was.
-- in: person_id id:person, subjects ids, now instant
-- out: case_id id:case, known enum:person_known, name text, kana text, age int, age_given bool, place text, consent enum:consent_stand, search_text text, ordinal int, gender text, birth_on day, birth_words text, other_names text, kinship text, phone text, met enum:person_met, attributes text, durations text, strengths text, desk_id id:desk, post_id id:post, merged_into id:person, version int
SELECT e.case_id, e.known, e.name, e.kana, COALESCE(e.age, 0), e.age IS NOT NULL,
       e.place, e.consent, e.search_text, e.ordinal, e.gender, e.birth_on, e.birth_words,
       e.other_names, e.kinship, e.phone, e.met, e.attributes, e.durations, e.strengths,
       e.desk_id, e.post_id, e.merged_into, e.version
  FROM person AS e JOIN visible_case AS v ON v.case_id = e.case_id
 WHERE e.person_id = :person_id;

-- name: person_change  none
-- Writes what is known of a person if it still is of the version that was read.
-- in: person_id id:person, version int, known enum:person_known, name text, kana text, age int, age_given bool, place text, gender text, birth_on day, birth_words text, other_names text, kinship text, phone text, met enum:person_met, attributes text, durations text, strengths text, search_text text, subjects ids, now instant
UPDATE person
   SET known = :known, name = :name, kana = :kana,
       age = CASE WHEN :age_given THEN :age END, place = :place, gender = :gender,
       birth_on = :birth_on, birth_words = :birth_words, other_names = :other_names,
       kinship = :kinship, phone = :phone, met = :met, attributes = :attributes,
       durations = :durations, strengths = :strengths, search_text = :search_text,
       version = version + 1
 WHERE person_id = :person_id AND version = :version AND merged_into IS NULL
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: household_add  none
-- Adds a household to a case that the viewer reaches.
-- in: household_id id:household, case_id id:case, name text, types text, place text, from_on day, from_words text, until_on day, until_words text, strengths text, remark text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO household (household_id, case_id, name, types, place, from_on, from_words,
                       until_on, until_words, strengths, remark, desk_id, post_id,
                       recorded_at, version)
SELECT :household_id, v.case_id, :name, :types, :place, :from_on, :from_words, :until_on,
       :until_words, :strengths, :remark, :desk_id, :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: household_change  none
-- Writes what is known of a household if it still is of the version that was read.
-- in: household_id id:household, version int, name text, types text, place text, from_on day, from_words text, until_on day, until_words text, strengths text, remark text, subjects ids, now instant
UPDATE household
   SET name = :name, types = :types, place = :place, from_on = :from_on,
       from_words = :from_words, until_on = :until_on, until_words = :until_words,
       strengths = :strengths, remark = :remark, version = version + 1
 WHERE household_id = :household_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: household_list  many
-- The households of a case that the viewer reaches, those that are first.
-- in: case_id id:case, subjects ids, now instant
-- out: household_id id:household, name text, types text, place text, from_on day, from_words text, until_on day, until_words text, strengths text, remark text, desk_id id:desk, post_id id:post, version int
SELECT h.household_id, h.name, h.types, h.place, h.from_on, h.from_words, h.until_on,
       h.until_words, h.strengths, h.remark, h.desk_id, h.post_id, h.version
  FROM household AS h
 WHERE h.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY h.until_words NULLS LAST, h.recorded_at NULLS LAST, h.household_id NULLS LAST
 LIMIT 50;

-- name: household_one  one
-- A household of a case that the viewer reaches.
-- in: household_id id:household, subjects ids, now instant
-- out: case_id id:case, name text, types text, place text, from_on day, from_words text, until_on day, until_words text, strengths text, remark text, desk_id id:desk, post_id id:post, version int
SELECT h.case_id, h.name, h.types, h.place, h.from_on, h.from_words, h.until_on,
       h.until_words, h.strengths, h.remark, h.desk_id, h.post_id, h.version
  FROM household AS h JOIN visible_case AS v ON v.case_id = h.case_id
 WHERE h.household_id = :household_id;

-- name: membership_add  none
-- Notes that a person of the case was part of a household of the same case.
-- in: membership_id id:membership, case_id id:case, household_id id:household, person_id id:person, living enum:living, from_on day, from_words text, until_on day, until_words text, remark text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO membership (membership_id, case_id, household_id, person_id, living, from_on,
                        from_words, until_on, until_words, remark, dropped, desk_id,
                        post_id, recorded_at, version)
SELECT :membership_id, v.case_id, h.household_id, e.person_id, :living, :from_on,
       :from_words, :until_on, :until_words, :remark, FALSE, :desk_id, :post_id, :now, 1
  FROM visible_case AS v
  JOIN household AS h ON h.case_id = v.case_id AND h.household_id = :household_id
  JOIN person AS e ON e.case_id = v.case_id AND e.person_id = :person_id
 WHERE v.case_id = :case_id AND e.merged_into IS NULL;

-- name: membership_change  none
-- Mends or takes back a time in a household if it still is of the version that was read.
-- in: membership_id id:membership, version int, living enum:living, from_on day, from_words text, until_on day, until_words text, remark text, dropped bool, subjects ids, now instant
UPDATE membership
   SET living = :living, from_on = :from_on, from_words = :from_words,
       until_on = :until_on, until_words = :until_words, remark = :remark,
       dropped = :dropped, version = version + 1
 WHERE membership_id = :membership_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: membership_list  many
-- Who was part of which household of a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: membership_id id:membership, household_id id:household, person_id id:person, living enum:living, from_on day, from_words text, until_on day, until_words text, remark text, desk_id id:desk, post_id id:post, version int
SELECT m.membership_id, m.household_id, m.person_id, m.living, m.from_on, m.from_words,
       m.until_on, m.until_words, m.remark, m.desk_id, m.post_id, m.version
  FROM membership AS m
  JOIN person AS e ON e.person_id = m.person_id
 WHERE m.case_id = :case_id AND NOT m.dropped
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY e.ordinal NULLS LAST, m.recorded_at NULLS LAST, m.membership_id NULLS LAST
 LIMIT 200;

-- name: membership_one  one
-- A time in a household of a case that the viewer reaches.
-- in: membership_id id:membership, subjects ids, now instant
-- out: case_id id:case, household_id id:household, person_id id:person, living enum:living, from_on day, from_words text, until_on day, until_words text, remark text, dropped bool, desk_id id:desk, post_id id:post, version int
SELECT m.case_id, m.household_id, m.person_id, m.living, m.from_on, m.from_words,
       m.until_on, m.until_words, m.remark, m.dropped, m.desk_id, m.post_id, m.version
  FROM membership AS m JOIN visible_case AS v ON v.case_id = m.case_id
 WHERE m.membership_id = :membership_id;

-- name: relation_add  none
-- Notes what a person is to another of the same case.
-- in: relation_id id:relation, case_id id:case, person_id id:person, other_id id:person, kind enum:relation_kind, from_on day, from_words text, until_on day, until_words text, remark text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO person_relation (relation_id, case_id, person_id, other_id, kind, from_on,
                             from_words, until_on, until_words, remark, dropped, desk_id,
                             post_id, recorded_at, version)
SELECT :relation_id, v.case_id, e.person_id, o.person_id, :kind, :from_on, :from_words,
       :until_on, :until_words, :remark, FALSE, :desk_id, :post_id, :now, 1
  FROM visible_case AS v
  JOIN person AS e ON e.case_id = v.case_id AND e.person_id = :person_id
  JOIN person AS o ON o.case_id = v.case_id AND o.person_id = :other_id
 WHERE v.case_id = :case_id AND e.merged_into IS NULL AND o.merged_into IS NULL;

-- name: relation_change  none
-- Mends or takes back a relation if it still is of the version that was read.
-- in: relation_id id:relation, version int, kind enum:relation_kind, from_on day, from_words text, until_on day, until_words text, remark text, dropped bool, subjects ids, now instant
UPDATE person_relation
   SET kind = :kind, from_on = :from_on, from_words = :from_words, until_on = :until_on,
       until_words = :until_words, remark = :remark, dropped = :dropped,
       version = version + 1
 WHERE relation_id = :relation_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: relation_list  many
-- What the people of a case that the viewer reaches are to one another.
-- in: case_id id:case, subjects ids, now instant
-- out: relation_id id:relation, person_id id:person, other_id id:person, kind enum:relation_kind, from_on day, from_words text, until_on day, until_words text, remark text, desk_id id:desk, post_id id:post, version int
SELECT r.relation_id, r.person_id, r.other_id, r.kind, r.from_on, r.from_words, r.until_on,
       r.until_words, r.remark, r.desk_id, r.post_id, r.version
  FROM person_relation AS r
  JOIN person AS e ON e.person_id = r.person_id AND e.merged_into IS NULL
  JOIN person AS o ON o.person_id = r.other_id AND o.merged_into IS NULL
 WHERE r.case_id = :case_id AND NOT r.dropped
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY r.recorded_at NULLS LAST, r.relation_id NULLS LAST
 LIMIT 200;

-- name: relation_one  one
-- A relation of a case that the viewer reaches.
-- in: relation_id id:relation, subjects ids, now instant
-- out: case_id id:case, person_id id:person, other_id id:person, kind enum:relation_kind, from_on day, from_words text, until_on day, until_words text, remark text, dropped bool, desk_id id:desk, post_id id:post, version int
SELECT r.case_id, r.person_id, r.other_id, r.kind, r.from_on, r.from_words, r.until_on,
       r.until_words, r.remark, r.dropped, r.desk_id, r.post_id, r.version
  FROM person_relation AS r JOIN visible_case AS v ON v.case_id = r.case_id
 WHERE r.relation_id = :relation_id;

-- name: involvement_add  none
-- Notes who is already there for a person of the case.
-- in: involvement_id id:involvement, case_id id:case, person_id id:person, agency text, worker text, field text, since_on day, since_words text, until_on day, until_words text, remark text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO involvement (involvement_id, case_id, person_id, agency, worker, field,
                         since_on, since_words, until_on, until_words, remark, dropped,
                         desk_id, post_id, recorded_at, version)
SELECT :involvement_id, v.case_id, e.person_id, :agency, :worker, :field, :since_on,
       :since_words, :until_on, :until_words, :remark, FALSE, :desk_id, :post_id, :now, 1
  FROM visible_case AS v
  JOIN person AS e ON e.case_id = v.case_id AND e.person_id = :person_id
 WHERE v.case_id = :case_id AND e.merged_into IS NULL;

-- name: involvement_change  none
-- Mends or takes back who is there if it still is of the version that was read.
-- in: involvement_id id:involvement, version int, agency text, worker text, field text, since_on day, since_words text, until_on day, until_words text, remark text, dropped bool, subjects ids, now instant
UPDATE involvement
   SET agency = :agency, worker = :worker, field = :field, since_on = :since_on,
       since_words = :since_words, until_on = :until_on, until_words = :until_words,
       remark = :remark, dropped = :dropped, version = version + 1
 WHERE involvement_id = :involvement_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: involvement_list  many
-- Who is there for whom in a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: involvement_id id:involvement, person_id id:person, agency text, worker text, field text, since_on day, since_words text, until_on day, until_words text, remark text, desk_id id:desk, post_id id:post, version int
SELECT i.involvement_id, i.person_id, i.agency, i.worker, i.field, i.since_on,
       i.since_words, i.until_on, i.until_words, i.remark, i.desk_id, i.post_id, i.version
  FROM involvement AS i
  JOIN person AS e ON e.person_id = i.person_id
 WHERE i.case_id = :case_id AND NOT i.dropped
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY e.ordinal NULLS LAST, i.since_on NULLS LAST, i.recorded_at NULLS LAST,
          i.involvement_id NULLS LAST
 LIMIT 200;

-- name: involvement_one  one
-- Who is there for somebody of a case that the viewer reaches.
-- in: involvement_id id:involvement, subjects ids, now instant
-- out: case_id id:case, person_id id:person, agency text, worker text, field text, since_on day, since_words text, until_on day, until_words text, remark text, dropped bool, desk_id id:desk, post_id id:post, version int
SELECT i.case_id, i.person_id, i.agency, i.worker, i.field, i.since_on, i.since_words,
       i.until_on, i.until_words, i.remark, i.dropped, i.desk_id, i.post_id, i.version
  FROM involvement AS i JOIN visible_case AS v ON v.case_id = i.case_id
 WHERE i.involvement_id = :involvement_id;

-- name: candidate_find  many
-- People whom the viewer reaches by name and whose key holds what is sought; any n of them,
-- as who is alike is told afterwards. also, unless "": another key that must be there as
-- well. Ages from least to most years, or not known, unless most is below 0. The index finds
-- them; who is in a case that is not reached is not looked up. SQLite keeps the order of
-- CROSS JOIN.
-- in: subjects ids, now instant, search text, also text, least int, most int, n int
-- out: person_id id:person, case_id id:case, number text, state enum:case_state, desk text, known enum:person_known, name text, kana text, other_names text, age int, age_given bool, birth_words text, place text, phone text, kinship text, ground int
SELECT e.person_id, e.case_id, s.number, s.state, d.name, e.known, e.name, e.kana,
       e.other_names, COALESCE(e.age, 0), e.age IS NOT NULL, e.birth_words, e.place,
       e.phone, e.kinship,
       (SELECT MIN(w.ground) FROM visible_named_case AS w WHERE w.case_id = e.case_id)
  FROM (SELECT f.person_id FROM (
          SELECT e.person_id
            FROM @found_in_case(person, person_id, search_text, :search || ' ' || :also) AS h
           CROSS JOIN person AS e
           WHERE EXISTS (SELECT 1 FROM visible_named_case_any AS u
                          WHERE u.case_id = h.case_id)
             AND e.person_id = h.person_id AND e.merged_into IS NULL
             AND @contains(e.search_text, :search)
             AND (:also = '' OR @contains(e.search_text, :also))
             AND (:most < 0 OR e.age IS NULL OR e.age BETWEEN :least AND :most)
             AND EXISTS (SELECT 1 FROM visible_named_case AS v
                          WHERE v.case_id = e.case_id
                            AND (v.ground <> 3 OR EXISTS (SELECT 1 FROM sharing_person AS c
                                            WHERE c.person_id = e.person_id)))
           LIMIT :n) AS f) AS top
 CROSS JOIN person AS e
 CROSS JOIN support_case AS s
  JOIN desk AS d ON d.desk_id = s.desk_id
 WHERE e.person_id = top.person_id AND s.case_id = e.case_id
 ORDER BY e.person_id NULLS LAST;

-- name: candidate_scan  many
-- The same where the viewer reaches little: all of it is looked through once for every key.
-- whole, reading, latin, and family together with town: "" is not sought; town by itself only
-- with an age. The surest keys first. SQLite keeps the order of CROSS JOIN.
-- in: subjects ids, now instant, whole text, reading text, latin text, family text, town text, least int, most int, n int
-- rows: candidate_find
SELECT e.person_id, e.case_id, s.number, s.state, d.name, e.known, e.name, e.kana,
       e.other_names, COALESCE(e.age, 0), e.age IS NOT NULL, e.birth_words, e.place,
       e.phone, e.kinship,
       (SELECT MIN(w.ground) FROM visible_named_case AS w WHERE w.case_id = e.case_id)
  FROM (SELECT g.person_id FROM (
          SELECT e.person_id, e.case_id,
                 CASE WHEN :whole <> '' AND @contains(e.search_text, :whole) THEN 1
                      WHEN :reading <> '' AND @contains(e.search_text, :reading) THEN 2
                      WHEN :latin <> '' AND @contains(e.search_text, :latin) THEN 3
                      WHEN :town = '' OR NOT @contains(e.search_text, :town) THEN 0
                      WHEN :family <> '' AND @contains(e.search_text, :family) THEN 4
                      WHEN :most < 0 THEN 0
                      WHEN e.age IS NULL OR e.age BETWEEN :least AND :most THEN 5
                      ELSE 0 END AS rank
            FROM (SELECT x.case_id FROM recent_of_first AS x
                  UNION ALL SELECT y.case_id FROM recent_of_last AS y) AS w
           CROSS JOIN person AS e
           WHERE e.case_id = w.case_id AND e.merged_into IS NULL) AS g
         WHERE g.rank > 0
           AND EXISTS (SELECT 1 FROM visible_named_case AS v
                        WHERE v.case_id = g.case_id
                          AND (v.ground <> 3 OR EXISTS (SELECT 1 FROM sharing_person AS c
                                            WHERE c.person_id = g.person_id)))
         ORDER BY g.rank NULLS LAST, g.person_id NULLS LAST
         LIMIT :n) AS top
 CROSS JOIN person AS e
 CROSS JOIN support_case AS s
  JOIN desk AS d ON d.desk_id = s.desk_id
 WHERE e.person_id = top.person_id AND s.case_id = e.case_id
 ORDER BY e.person_id NULLS LAST;
