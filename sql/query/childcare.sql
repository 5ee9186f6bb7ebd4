-- Pregnancies and the children born, for こども家庭センター. Each statement names the case, which
-- the viewer reaches; that the viewer is such a centre, the act has decided.

-- name: pregnancy_add  none
-- Adds a pregnancy of a person of the case.
-- in: pregnancy_id id:pregnancy, case_id id:case, person_id id:person, expected_on day?, notified_on day?, remark text, support text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO pregnancy (pregnancy_id, case_id, person_id, state, expected_on, notified_on,
                       ended_on, reason, remark, support, desk_id, post_id, recorded_at,
                       version)
SELECT :pregnancy_id, v.case_id, e.person_id, 'going', :expected_on, :notified_on, NULL, '',
       :remark, :support, :desk_id, :post_id, :now, 1
  FROM visible_case AS v
  JOIN person AS e ON e.case_id = v.case_id AND e.person_id = :person_id
 WHERE v.case_id = :case_id AND e.merged_into IS NULL;

-- name: pregnancy_list  many
-- The pregnancies of a case, the latest first; of a mother who was a second entry, the one kept.
-- in: case_id id:case, subjects ids, now instant
-- out: pregnancy_id id:pregnancy, person_id id:person, state enum:pregnancy_state, expected_on day, notified_on day, ended_on day, reason enum:pregnancy_end, remark text, support text, desk text, version int
SELECT p.pregnancy_id, COALESCE(e.merged_into, e.person_id), p.state, p.expected_on,
       p.notified_on, p.ended_on, p.reason, p.remark, p.support, d.name, p.version
  FROM pregnancy AS p
  JOIN person AS e ON e.person_id = p.person_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY p.recorded_at DESC NULLS LAST, p.pregnancy_id NULLS LAST
 LIMIT 50;

-- name: pregnancy_one  one
-- One pregnancy of a case that the viewer reaches; children: how many stand written from it.
-- in: pregnancy_id id:pregnancy, subjects ids, now instant
-- out: case_id id:case, person_id id:person, state enum:pregnancy_state, expected_on day, notified_on day, ended_on day, reason enum:pregnancy_end, remark text, support text, desk_id id:desk, version int, children int
SELECT p.case_id, COALESCE(e.merged_into, e.person_id), p.state, p.expected_on,
       p.notified_on, p.ended_on, p.reason, p.remark, p.support, p.desk_id, p.version,
       (SELECT COUNT(*) FROM newborn AS n
         WHERE n.pregnancy_id = p.pregnancy_id AND NOT n.dropped)
  FROM pregnancy AS p
  JOIN person AS e ON e.person_id = p.person_id
  JOIN visible_case AS v ON v.case_id = p.case_id
 WHERE p.pregnancy_id = :pregnancy_id;

-- name: pregnancy_change  none
-- Writes what is known of a pregnancy if it still is of the version that was read.
-- in: pregnancy_id id:pregnancy, version int, state enum:pregnancy_state, expected_on day?, notified_on day?, ended_on day?, reason enum:pregnancy_end, remark text, support text, subjects ids, now instant
UPDATE pregnancy
   SET state = :state, expected_on = :expected_on, notified_on = :notified_on,
       ended_on = :ended_on, reason = :reason, remark = :remark, support = :support,
       version = version + 1
 WHERE pregnancy_id = :pregnancy_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: newborn_add  none
-- Adds a child to a pregnancy, in a household of which the mother is part.
-- in: newborn_id id:newborn, pregnancy_id id:pregnancy, household_id id:household, name text, kana text, gender text, born_on day, remark text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO newborn (newborn_id, case_id, pregnancy_id, household_id, person_id, name, kana,
                     gender, born_on, remark, dropped, desk_id, post_id, recorded_at, version)
SELECT :newborn_id, p.case_id, p.pregnancy_id, h.household_id, NULL, :name, :kana, :gender,
       :born_on, :remark, FALSE, :desk_id, :post_id, :now, 1
  FROM pregnancy AS p
  JOIN visible_case AS v ON v.case_id = p.case_id
  JOIN household AS h ON h.case_id = p.case_id AND h.household_id = :household_id
 WHERE p.pregnancy_id = :pregnancy_id;

-- name: newborn_list  many
-- The children born, of all pregnancies of a case.
-- in: case_id id:case, subjects ids, now instant
-- out: newborn_id id:newborn, pregnancy_id id:pregnancy, household_id id:household, person_id id:person, name text, kana text, gender text, born_on day, remark text, version int
SELECT n.newborn_id, n.pregnancy_id, n.household_id, n.person_id, n.name, n.kana, n.gender,
       n.born_on, n.remark, n.version
  FROM newborn AS n
 WHERE n.case_id = :case_id AND NOT n.dropped
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY n.born_on NULLS LAST, n.recorded_at NULLS LAST, n.newborn_id NULLS LAST
 LIMIT 100;

-- name: newborn_one  one
-- One child of a case that the viewer reaches; mother_id: of whom it was born.
-- in: newborn_id id:newborn, subjects ids, now instant
-- out: case_id id:case, pregnancy_id id:pregnancy, mother_id id:person, household_id id:household, person_id id:person, name text, kana text, gender text, born_on day, remark text, dropped bool, version int
SELECT n.case_id, n.pregnancy_id, COALESCE(e.merged_into, e.person_id), n.household_id,
       n.person_id, n.name, n.kana, n.gender, n.born_on, n.remark, n.dropped, n.version
  FROM newborn AS n
  JOIN pregnancy AS p ON p.pregnancy_id = n.pregnancy_id
  JOIN person AS e ON e.person_id = p.person_id
  JOIN visible_case AS v ON v.case_id = n.case_id
 WHERE n.newborn_id = :newborn_id;

-- name: newborn_change  none
-- Writes what is known of a child if it still is of the version that was read.
-- in: newborn_id id:newborn, version int, person_id id:person?, name text, kana text, gender text, born_on day, remark text, dropped bool, subjects ids, now instant
UPDATE newborn
   SET person_id = :person_id, name = :name, kana = :kana, gender = :gender,
       born_on = :born_on, remark = :remark, dropped = :dropped, version = version + 1
 WHERE newborn_id = :newborn_id AND version = :version
   AND case_id IN (SELECT v.case_id FROM visible_case_any AS v);

-- name: childcare_version_add  none
-- Keeps a version of a pregnancy or of a child.
-- in: record_id id, version int, case_id id:case, pregnancy_id id:pregnancy, post_id id:post, now instant, why text, body text
-- unscoped: kept by the act that wrote the record, which has decided on the case
INSERT INTO childcare_version (record_id, version, case_id, pregnancy_id, post_id, at, why,
                               body)
VALUES (:record_id, :version, :case_id, :pregnancy_id, :post_id, :now, :why, :body);

-- name: childcare_versions  many
-- What was written of a pregnancy and of its children, the latest first.
-- in: pregnancy_id id:pregnancy, subjects ids, now instant
-- out: at instant, who text, desk text, why text, body text
SELECT x.at, a.name, d.name, x.why, x.body
  FROM childcare_version AS x
  JOIN post AS p ON p.post_id = x.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
  JOIN visible_case AS v ON v.case_id = x.case_id
 WHERE x.pregnancy_id = :pregnancy_id
 ORDER BY x.at DESC NULLS LAST, x.record_id NULLS LAST, x.version DESC NULLS LAST
 LIMIT 100;
