-- Work about places beside single people: surveys, contact with platforms, resources, and the
-- figures of a year. Nobody whom the office helps is named; what was withdrawn stays to be read.

-- name: survey_add  none
-- Notes a survey that was sent.
-- in: survey_id id:survey, title text, sent_on day, schools int, centers int, disability int, others int, desk_id id:desk, post_id id:post, now instant
INSERT INTO survey (survey_id, title, sent_on, schools, centers, disability, others,
                    withdrawn, desk_id, post_id, recorded_at)
VALUES (:survey_id, :title, :sent_on, :schools, :centers, :disability, :others, '',
        :desk_id, :post_id, :now);

-- name: survey_list  many
-- All surveys that stand, newest first.
-- out: survey_id id:survey, title text, sent_on day, schools int, centers int, disability int, others int
SELECT survey_id, title, sent_on, schools, centers, disability, others FROM survey
 WHERE withdrawn = ''
 ORDER BY sent_on DESC NULLS LAST, survey_id NULLS LAST
 LIMIT 200;

-- name: survey_one  opt
-- One survey that stands.
-- in: survey_id id:survey
-- out: title text, sent_on day, schools int, centers int, disability int, others int
SELECT title, sent_on, schools, centers, disability, others FROM survey
 WHERE survey_id = :survey_id AND withdrawn = '';

-- name: survey_counts  many
-- How many answered each survey that stands.
-- out: survey_id id:survey, n int
SELECT a.survey_id, COUNT(*) FROM survey_answer AS a
 WHERE a.withdrawn = ''
 GROUP BY a.survey_id
 ORDER BY a.survey_id NULLS LAST;

-- name: survey_answer_add  none
-- Keeps one answer.
-- in: answer_id id:answer, survey_id id:survey, target enum:survey_target, party text, needs text, words text, desk_id id:desk, post_id id:post, now instant
INSERT INTO survey_answer (answer_id, survey_id, target, party, needs, words, withdrawn,
                           desk_id, post_id, recorded_at)
VALUES (:answer_id, :survey_id, :target, :party, :needs, :words, '', :desk_id, :post_id,
        :now);

-- name: survey_answers  many
-- The answers to a survey in the order in which they came, withdrawn ones too.
-- in: survey_id id:survey
-- out: answer_id id:answer, target enum:survey_target, party text, needs text, words text, withdrawn text, desk_id id:desk
SELECT answer_id, target, party, needs, words, withdrawn, desk_id FROM survey_answer
 WHERE survey_id = :survey_id
 ORDER BY recorded_at NULLS LAST, answer_id NULLS LAST
 LIMIT 2000;

-- name: place_work_add  none
-- Notes work beside single people.
-- in: work_id id:work, kind enum:place_work, party text, held_on day, words text, desk_id id:desk, post_id id:post, now instant
INSERT INTO place_work (work_id, kind, party, held_on, words, withdrawn, desk_id, post_id,
                        recorded_at)
VALUES (:work_id, :kind, :party, :held_on, :words, '', :desk_id, :post_id, :now);

-- name: place_work_list  many
-- Such work over a span of days, newest first, withdrawn entries too.
-- in: from_on day, until_on day
-- out: work_id id:work, kind enum:place_work, party text, held_on day, words text, withdrawn text, desk text, desk_id id:desk
SELECT w.work_id, w.kind, w.party, w.held_on, w.words, w.withdrawn, d.name, w.desk_id
  FROM place_work AS w JOIN desk AS d ON d.desk_id = w.desk_id
 WHERE w.held_on >= :from_on AND w.held_on <= :until_on
 ORDER BY w.held_on DESC NULLS LAST, w.recorded_at DESC NULLS LAST, w.work_id NULLS LAST
 LIMIT 1000;

-- name: place_work_counts  many
-- How often each desk did each of the three kinds over a span of days, and whether it did so
-- under contract. Source: R-225.
-- in: from_on day, until_on day
-- out: desk text, agency text, contracted bool, grasp int, support int, widen int
SELECT d.name, g.name, p.kind = 'commissioned',
       SUM(CASE WHEN w.kind = 'grasp' THEN 1 ELSE 0 END),
       SUM(CASE WHEN w.kind = 'support' THEN 1 ELSE 0 END),
       SUM(CASE WHEN w.kind = 'widen' THEN 1 ELSE 0 END)
  FROM place_work AS w
  JOIN desk AS d ON d.desk_id = w.desk_id
  JOIN agency AS g ON g.agency_id = d.agency_id
  JOIN post AS p ON p.post_id = w.post_id
 WHERE w.held_on >= :from_on AND w.held_on <= :until_on AND w.withdrawn = ''
   AND w.kind <> 'platform'
 GROUP BY d.name, g.name, p.kind
 ORDER BY g.name NULLS LAST, d.name NULLS LAST, p.kind NULLS LAST
 LIMIT 500;

-- name: platform_last  many
-- When each platform was last in contact, the longest ago first. Source: R-224.
-- out: party text, held_on day, n int
SELECT w.party, MAX(w.held_on), COUNT(*) FROM place_work AS w
 WHERE w.kind = 'platform' AND w.withdrawn = ''
 GROUP BY w.party
 ORDER BY MAX(w.held_on) NULLS LAST, w.party NULLS LAST
 LIMIT 500;

-- name: place_entry  opt
-- An entry that may be withdrawn: what it is, what stands there, under what it is seen.
-- in: entry_id id:entry
-- out: kind enum:place_entry, title text, on_day day, withdrawn text, desk_id id:desk, under text
SELECT 'work', party, held_on, withdrawn, desk_id, '' FROM place_work
 WHERE work_id = :entry_id
UNION ALL
SELECT 'survey', title, sent_on, withdrawn, desk_id, '' FROM survey
 WHERE survey_id = :entry_id
UNION ALL
SELECT 'session', title, held_on, withdrawn, desk_id, place_id FROM place_session
 WHERE place_session_id = :entry_id
UNION ALL
SELECT 'answer', CASE WHEN a.party <> '' THEN a.party ELSE s.title END, s.sent_on,
       a.withdrawn, a.desk_id, a.survey_id
  FROM survey_answer AS a JOIN survey AS s ON s.survey_id = a.survey_id
 WHERE a.answer_id = :entry_id;

-- name: place_work_withdraw  none
-- Withdraws such work.
-- in: entry_id id:entry, why text
UPDATE place_work SET withdrawn = :why WHERE work_id = :entry_id AND withdrawn = '';

-- name: survey_withdraw  none
-- Withdraws a survey.
-- in: entry_id id:entry, why text
UPDATE survey SET withdrawn = :why WHERE survey_id = :entry_id AND withdrawn = '';

-- name: survey_answer_withdraw  none
-- Withdraws an answer.
-- in: entry_id id:entry, why text
UPDATE survey_answer SET withdrawn = :why WHERE answer_id = :entry_id AND withdrawn = '';

-- name: placement_menu  many
-- Over a span of days: cases for which each place was proposed, and how many of them take part.
-- Source: R-228.
-- in: from_on day, until_on day, every bool, desk_id id:desk
-- out: place_id id:place, name text, host text, cases int, active int, ended int
-- unscoped: an office number over all cases; it names nobody
SELECT p.place_id, p.name, p.host, COUNT(DISTINCT k.case_id),
       COUNT(DISTINCT CASE WHEN k.regular_on IS NOT NULL THEN k.case_id END),
       COUNT(DISTINCT CASE WHEN k.ended_on IS NOT NULL THEN k.case_id END)
  FROM placement AS k JOIN place AS p ON p.place_id = k.place_id
 WHERE k.proposed_on >= :from_on AND k.proposed_on <= :until_on
   AND (NOT p.hidden OR :every OR p.desk_id = :desk_id)
 GROUP BY p.place_id, p.name, p.host
 ORDER BY COUNT(DISTINCT k.case_id) DESC NULLS LAST, p.name NULLS LAST,
          p.place_id NULLS LAST
 LIMIT 1000;

-- name: placement_corporations  many
-- The same for what corporations do for the public good, each corporation once. Source: R-219.
-- in: from_on day, until_on day, kind text, every bool, desk_id id:desk
-- out: host text, places int, cases int, active int
-- unscoped: an office number over all cases; it names nobody
SELECT p.host, COUNT(DISTINCT p.place_id), COUNT(DISTINCT k.case_id),
       COUNT(DISTINCT CASE WHEN k.regular_on IS NOT NULL THEN k.case_id END)
  FROM place AS p
  LEFT JOIN placement AS k ON k.place_id = p.place_id AND k.proposed_on >= :from_on
       AND k.proposed_on <= :until_on
 WHERE p.kind = :kind AND (NOT p.hidden OR :every OR p.desk_id = :desk_id)
 GROUP BY p.host
 ORDER BY p.host NULLS LAST
 LIMIT 500;

-- name: placement_totals  one
-- Over all places: cases that took the way of participation, those for which a place was
-- proposed, those that take part. Source: R-228.
-- in: from_on day, until_on day
-- out: opened int, cases int, active int
-- unscoped: an office number over all cases; it names nobody
SELECT (SELECT COUNT(DISTINCT x.case_id) FROM participation AS x
         WHERE x.opened_on >= :from_on AND x.opened_on <= :until_on),
       (SELECT COUNT(DISTINCT k.case_id) FROM placement AS k
         WHERE k.proposed_on >= :from_on AND k.proposed_on <= :until_on),
       (SELECT COUNT(DISTINCT k.case_id) FROM placement AS k
         WHERE k.proposed_on >= :from_on AND k.proposed_on <= :until_on
           AND k.regular_on IS NOT NULL);

-- name: menu_bodies  many
-- The menus, by the body that made them. Source: R-223.
-- in: every bool, desk_id id:desk
-- out: body text, place_id id:place, name text
SELECT p.body, p.place_id, p.name
  FROM place AS p
 WHERE p.body <> '' AND p.stage <> 'closed'
   AND (NOT p.hidden OR :every OR p.desk_id = :desk_id)
 ORDER BY p.body NULLS LAST, p.name NULLS LAST, p.place_id NULLS LAST
 LIMIT 2000;
