-- Support plans: looking at them again, ending them, watching afterwards.

-- name: support_plan_close  none
-- Keeps why a plan ends or is suspended, who leads afterwards, how it is followed up.
-- in: plan_id id:support_plan, closing_reason text, lead_after id:desk?, follow_use enum:support_use, follow_on day?, follow_how text, follow_why text, subjects ids, now instant
UPDATE support_plan
   SET closing_reason = :closing_reason, lead_after = :lead_after,
       follow_use = :follow_use, follow_on = :follow_on, follow_how = :follow_how,
       follow_why = :follow_why
 WHERE plan_id = :plan_id
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_review_add  none
-- Keeps a monitoring or an evaluation.
-- in: review_id id, plan_id id:support_plan, case_id id:case, kind enum:support_review_kind, held_on day, outcome enum:support_outcome, changes text, cooperation text, household text, situation text, own_view text, own_wish enum:support_wish, staff_view text, supporters text, gap text, next_on day?, desk_id id:desk, post_id id:post, now instant
-- unscoped: the act has loaded the plan through its case
INSERT INTO support_review (review_id, plan_id, case_id, kind, held_on, outcome, changes,
                            cooperation, household, situation, own_view, own_wish,
                            staff_view, supporters, gap, next_on, desk_id, post_id,
                            recorded_at)
VALUES (:review_id, :plan_id, :case_id, :kind, :held_on, :outcome, :changes, :cooperation,
        :household, :situation, :own_view, :own_wish, :staff_view, :supporters, :gap,
        :next_on, :desk_id, :post_id, :now);

-- name: support_review_list  many
-- The monitorings and evaluations of a plan, newest first.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: kind enum:support_review_kind, held_on day, outcome enum:support_outcome, changes text, cooperation text, household text, situation text, own_view text, own_wish enum:support_wish, staff_view text, supporters text, gap text, next_on day, desk text, who text, recorded_at instant
SELECT r.kind, r.held_on, r.outcome, r.changes, r.cooperation, r.household, r.situation,
       r.own_view, r.own_wish, r.staff_view, r.supporters, r.gap, r.next_on, d.name,
       a.name, r.recorded_at
  FROM support_review AS r
  JOIN visible_case AS v ON v.case_id = r.case_id
  JOIN desk AS d ON d.desk_id = r.desk_id
  JOIN post AS o ON o.post_id = r.post_id
  JOIN account AS a ON a.account_id = o.account_id
 WHERE r.plan_id = :plan_id
 ORDER BY r.recorded_at DESC NULLS LAST, r.review_id NULLS LAST
 LIMIT 50;

-- name: support_rating_add  none
-- Keeps how far a goal was reached.
-- in: rating_id id, goal_id id:support_goal, plan_id id:support_plan, case_id id:case, rating enum:support_rating, words text, post_id id:post, now instant
-- unscoped: the act has loaded the goal through its case
INSERT INTO support_rating (rating_id, goal_id, plan_id, case_id, rating, words, post_id,
                            at)
VALUES (:rating_id, :goal_id, :plan_id, :case_id, :rating, :words, :post_id, :now);

-- name: support_rating_list  many
-- How far the goals of a plan were reached, newest first.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: goal_id id:support_goal, rating enum:support_rating, words text, at instant
SELECT r.goal_id, r.rating, r.words, r.at
  FROM support_rating AS r JOIN visible_case AS v ON v.case_id = r.case_id
 WHERE r.plan_id = :plan_id
 ORDER BY r.at DESC NULLS LAST, r.rating_id NULLS LAST
 LIMIT 200;

-- name: support_watch_add  none
-- Somebody keeps an eye on the household of a case that the viewer reaches.
-- in: watch_id id:support_watch, plan_id id:support_plan, case_id id:case, desk_id id:desk?, party text, every_days int, how text, from_on day, next_on day, post_id id:post, now instant
-- unscoped: the act has loaded the plan through its case
INSERT INTO support_watch (watch_id, plan_id, case_id, desk_id, party, every_days, how,
                           from_on, next_on, post_id, at)
VALUES (:watch_id, :plan_id, :case_id, :desk_id, :party, :every_days, :how, :from_on,
        :next_on, :post_id, :now);

-- name: support_watch_list  many
-- Who watches over a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: watch_id id:support_watch, desk_id id:desk, desk text?, party text, every_days int, how text, from_on day, next_on day, ended_on day
SELECT w.watch_id, w.desk_id, d.name, w.party, w.every_days, w.how, w.from_on, w.next_on,
       w.ended_on
  FROM support_watch AS w LEFT JOIN desk AS d ON d.desk_id = w.desk_id
 WHERE w.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY w.ended_on NULLS FIRST, w.from_on NULLS LAST, w.watch_id NULLS LAST
 LIMIT 50;

-- name: support_watch_one  one
-- One watch over a case that the viewer reaches.
-- in: watch_id id:support_watch, subjects ids, now instant
-- out: plan_id id:support_plan, case_id id:case, desk_id id:desk, party text, every_days int, next_on day, ended_on day
SELECT w.plan_id, w.case_id, w.desk_id, w.party, w.every_days, w.next_on, w.ended_on
  FROM support_watch AS w JOIN visible_case AS v ON v.case_id = w.case_id
 WHERE w.watch_id = :watch_id;

-- name: support_watch_next  none
-- Sets when somebody looks in next, or ends the watch.
-- in: watch_id id:support_watch, next_on day, ended_on day?, subjects ids, now instant
UPDATE support_watch SET next_on = :next_on, ended_on = :ended_on
 WHERE watch_id = :watch_id
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_watches  many
-- The households that are watched over, as far as the viewer reaches them by name.
-- in: subjects ids, now instant
-- out: watch_id id:support_watch, case_id id:case, ground int, number text, name text, desk text?, party text, every_days int, next_on day, state enum:case_state
SELECT w.watch_id, w.case_id, v.ground, s.number, e.name, d.name, w.party, w.every_days,
       w.next_on, s.state
  FROM visible_named_case AS v
  JOIN support_watch AS w ON w.case_id = v.case_id
  JOIN support_case AS s ON s.case_id = w.case_id
  JOIN person AS e ON e.person_id = (SELECT MIN(x.person_id) FROM person AS x
                                      WHERE x.case_id = w.case_id)
  LEFT JOIN desk AS d ON d.desk_id = w.desk_id
 WHERE w.ended_on IS NULL
 ORDER BY w.next_on NULLS LAST, w.watch_id NULLS LAST
 LIMIT 200;

-- name: support_counts  one
-- Of the cases that the viewer reaches: those in support, those watched over, those settled
-- in a year directly by the agencies, those of the year that became multi-agency work.
-- in: from_on day, until_on day, subjects ids, now instant
-- out: active int, watched int, direct int, multi int
SELECT
  (SELECT COUNT(DISTINCT s.case_id) FROM visible_case AS v
     JOIN support_case AS s ON s.case_id = v.case_id WHERE s.state <> 'closed'),
  (SELECT COUNT(DISTINCT w.case_id) FROM visible_case_any AS v
     JOIN support_watch AS w ON w.case_id = v.case_id WHERE w.ended_on IS NULL),
  (SELECT COUNT(DISTINCT x.case_id) FROM visible_case_any AS v
     JOIN direct_settlement AS x ON x.case_id = v.case_id
    WHERE x.settled_on BETWEEN :from_on AND :until_on),
  (SELECT COUNT(DISTINCT q.case_id) FROM visible_case_any AS v
     JOIN support_plan AS q ON q.case_id = v.case_id
    WHERE q.kind = 'multi_agency' AND q.decided_on BETWEEN :from_on AND :until_on);

-- name: support_evaluations  many
-- The evaluations of plans that ended in a time, of the cases that the viewer reaches by
-- name.
-- in: from_on day, until_on day, subjects ids, now instant
-- out: plan_id id:support_plan, case_id id:case, ground int, number text, kind enum:support_plan_kind, edition int, ended_on day, closing_reason text, held_on day, outcome enum:support_outcome, situation text, desk_id id:desk
SELECT p.plan_id, p.case_id, v.ground, s.number, p.kind, p.edition, p.ended_on,
       p.closing_reason, r.held_on, r.outcome, r.situation, p.desk_id
  FROM visible_named_case AS v
  JOIN support_plan AS p ON p.case_id = v.case_id
  JOIN support_case AS s ON s.case_id = p.case_id
  JOIN support_review AS r
    ON r.review_id = (SELECT MAX(x.review_id) FROM support_review AS x
                       WHERE x.plan_id = p.plan_id AND x.kind = 'evaluation'
                         AND x.recorded_at = (SELECT MAX(y.recorded_at)
                                                FROM support_review AS y
                                               WHERE y.plan_id = p.plan_id
                                                 AND y.kind = 'evaluation'))
 WHERE p.ended_on BETWEEN :from_on AND :until_on
 ORDER BY p.ended_on NULLS LAST, p.plan_id NULLS LAST
 LIMIT 500;

-- name: direct_add  none
-- Notes that the agencies settled a case among themselves.
-- in: settlement_id id, case_id id:case, settled_on day, parties text, words text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO direct_settlement (settlement_id, case_id, settled_on, parties, words,
                               desk_id, post_id, recorded_at)
SELECT :settlement_id, v.case_id, :settled_on, :parties, :words, :desk_id, :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: scheme_plan_add  none
-- Notes a plan that another scheme keeps of the household.
-- in: scheme_plan_id id:scheme_plan, case_id id:case, scheme text, whose text, goal text, from_on day, until_on day?, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO scheme_plan (scheme_plan_id, case_id, scheme, whose, goal, from_on, until_on,
                         desk_id, post_id, recorded_at, version)
SELECT :scheme_plan_id, v.case_id, :scheme, :whose, :goal, :from_on, :until_on, :desk_id,
       :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: scheme_plan_list  many
-- The plans of other schemes of a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: scheme_plan_id id:scheme_plan, scheme text, whose text, goal text, from_on day, until_on day, desk_id id:desk, desk text, post_id id:post, case_id id:case
SELECT x.scheme_plan_id, x.scheme, x.whose, x.goal, x.from_on, x.until_on, x.desk_id,
       d.name, x.post_id, x.case_id
  FROM scheme_plan AS x JOIN desk AS d ON d.desk_id = x.desk_id
 WHERE x.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY x.from_on NULLS LAST, x.scheme_plan_id NULLS LAST
 LIMIT 50;

-- name: scheme_plan_one  one
-- A plan of another scheme, of a case that the viewer reaches.
-- in: scheme_plan_id id:scheme_plan, subjects ids, now instant
-- out: case_id id:case, scheme text, whose text, goal text, from_on day, until_on day, desk_id id:desk, version int
SELECT x.case_id, x.scheme, x.whose, x.goal, x.from_on, x.until_on, x.desk_id, x.version
  FROM scheme_plan AS x JOIN visible_case AS v ON v.case_id = x.case_id
 WHERE x.scheme_plan_id = :scheme_plan_id;

-- name: scheme_plan_save  none
-- Writes a plan of another scheme; its own desk's only.
-- in: scheme_plan_id id:scheme_plan, scheme text, whose text, goal text, from_on day, until_on day?, desk_id id:desk, subjects ids, now instant
UPDATE scheme_plan SET scheme = :scheme, whose = :whose, goal = :goal, from_on = :from_on,
       until_on = :until_on, version = version + 1
 WHERE scheme_plan_id = :scheme_plan_id AND desk_id = :desk_id
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);
