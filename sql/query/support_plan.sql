-- Support plans: their content, version by version. A row belongs to its case and is found
-- through it.

-- name: support_plan_add  none
-- Adds a plan or its next version, as a draft, to a case that the viewer reaches.
-- in: plan_id id:support_plan, case_id id:case, kind enum:support_plan_kind, round int, edition int, previous_id id:support_plan?, from_on day?, until_on day?, lead_desk id:desk?, problem text, own_goal text, unheard text, household_goal text, interim_goal text, policy text, own_part text, monitor_on day?, monitor_how text, urgent_how text, outreach_use enum:support_use, outreach_why text, participation_use enum:support_use, participation_why text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO support_plan (plan_id, case_id, kind, round, edition, previous_id, state,
                          from_on, until_on, lead_desk, problem, own_goal, unheard,
                          household_goal, interim_goal, policy, own_part, monitor_on,
                          monitor_how, urgent_how, outreach_use, outreach_why,
                          participation_use, participation_why, desk_id, post_id, made_at,
                          days_suspended, version)
SELECT :plan_id, v.case_id, :kind, :round, :edition, :previous_id, 'draft', :from_on,
       :until_on, :lead_desk, :problem, :own_goal, :unheard, :household_goal,
       :interim_goal, :policy, :own_part, :monitor_on, :monitor_how, :urgent_how,
       :outreach_use, :outreach_why, :participation_use, :participation_why, :desk_id,
       :post_id, :now, 0, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: support_plan_save  none
-- Writes the content of a draft if it still is of the version that was read.
-- in: plan_id id:support_plan, version int, from_on day?, until_on day?, lead_desk id:desk?, problem text, own_goal text, unheard text, household_goal text, interim_goal text, policy text, own_part text, monitor_on day?, monitor_how text, urgent_how text, outreach_use enum:support_use, outreach_why text, participation_use enum:support_use, participation_why text, subjects ids, now instant
UPDATE support_plan
   SET from_on = :from_on, until_on = :until_on, lead_desk = :lead_desk,
       problem = :problem, own_goal = :own_goal, unheard = :unheard,
       household_goal = :household_goal, interim_goal = :interim_goal, policy = :policy,
       own_part = :own_part, monitor_on = :monitor_on, monitor_how = :monitor_how,
       urgent_how = :urgent_how, outreach_use = :outreach_use,
       outreach_why = :outreach_why, participation_use = :participation_use,
       participation_why = :participation_why, version = version + 1
 WHERE plan_id = :plan_id AND version = :version AND state = 'draft'
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_plan_one  one
-- A plan of a case that the viewer reaches.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: case_id id:case, kind enum:support_plan_kind, round int, edition int, previous_id id:support_plan, state enum:support_plan_state, from_on day, until_on day, lead_desk id:desk, lead text?, problem text, own_goal text, unheard text, household_goal text, interim_goal text, policy text, own_part text, monitor_on day, monitor_how text, urgent_how text, outreach_use enum:support_use, outreach_why text, participation_use enum:support_use, participation_why text, desk_id id:desk, desk text, post_id id:post, who text, account_id id:account, made_at instant, decided_on day, started_on day, ended_on day, days_suspended int, suspended_on day, closing_reason text, lead_after id:desk, after_name text?, follow_use enum:support_use, follow_on day, follow_how text, follow_why text, version int
SELECT p.case_id, p.kind, p.round, p.edition, p.previous_id, p.state, p.from_on,
       p.until_on, p.lead_desk, l.name, p.problem, p.own_goal, p.unheard,
       p.household_goal, p.interim_goal, p.policy, p.own_part, p.monitor_on,
       p.monitor_how, p.urgent_how, p.outreach_use, p.outreach_why, p.participation_use,
       p.participation_why, p.desk_id, d.name, p.post_id, a.name, a.account_id, p.made_at,
       p.decided_on, p.started_on, p.ended_on, p.days_suspended, p.suspended_on, p.closing_reason,
       p.lead_after, la.name, p.follow_use, p.follow_on, p.follow_how, p.follow_why,
       p.version
  FROM support_plan AS p
  JOIN visible_case AS v ON v.case_id = p.case_id
  JOIN desk AS d ON d.desk_id = p.desk_id
  JOIN post AS o ON o.post_id = p.post_id
  JOIN account AS a ON a.account_id = o.account_id
  LEFT JOIN desk AS l ON l.desk_id = p.lead_desk
  LEFT JOIN desk AS la ON la.desk_id = p.lead_after
 WHERE p.plan_id = :plan_id;

-- name: support_plan_list  many
-- The plans of a case that the viewer reaches, every version, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: plan_id id:support_plan, kind enum:support_plan_kind, round int, edition int, state enum:support_plan_state, desk_id id:desk, decided_on day, made_at instant, who text
SELECT p.plan_id, p.kind, p.round, p.edition, p.state, p.desk_id, p.decided_on, p.made_at,
       a.name
  FROM support_plan AS p
  JOIN post AS o ON o.post_id = p.post_id
  JOIN account AS a ON a.account_id = o.account_id
 WHERE p.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY p.kind NULLS LAST, p.round DESC NULLS LAST, p.edition DESC NULLS LAST
 LIMIT 100;

-- name: support_plan_move  none
-- Moves a plan on if it still stands where the act has seen it.
-- in: plan_id id:support_plan, before enum:support_plan_state, after enum:support_plan_state, decided_on day?, started_on day?, ended_on day?, days_suspended int, suspended_on day?, subjects ids, now instant
UPDATE support_plan
   SET state = :after, decided_on = :decided_on, started_on = :started_on,
       ended_on = :ended_on, days_suspended = :days_suspended,
       suspended_on = :suspended_on
 WHERE plan_id = :plan_id AND state = :before
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_plan_monitor_on  none
-- Sets when a plan in force is looked at next.
-- in: plan_id id:support_plan, monitor_on day?, subjects ids, now instant
UPDATE support_plan SET monitor_on = :monitor_on
 WHERE plan_id = :plan_id
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_goal_add  none
-- Adds a goal to a draft of a case that the viewer reaches.
-- in: goal_id id:support_goal, plan_id id:support_plan, place int, whose text, words text, measure text, same_as id?, subjects ids, now instant
INSERT INTO support_goal (goal_id, plan_id, case_id, place, whose, words, measure, same_as,
                          dropped, version)
SELECT :goal_id, p.plan_id, p.case_id, :place, :whose, :words, :measure, :same_as, FALSE, 1
  FROM support_plan AS p JOIN visible_case AS v ON v.case_id = p.case_id
 WHERE p.plan_id = :plan_id AND p.state = 'draft';

-- name: support_goal_list  many
-- The goals of a plan.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: goal_id id:support_goal, place int, whose text, words text, measure text, same_as id, version int
SELECT g.goal_id, g.place, g.whose, g.words, g.measure, g.same_as, g.version
  FROM support_goal AS g JOIN visible_case AS v ON v.case_id = g.case_id
 WHERE g.plan_id = :plan_id AND NOT g.dropped
 ORDER BY g.place NULLS LAST, g.goal_id NULLS LAST;

-- name: support_goal_one  one
-- A goal, and the plan it is of.
-- in: goal_id id:support_goal, subjects ids, now instant
-- out: plan_id id:support_plan, case_id id:case, whose text, words text, measure text, version int
SELECT g.plan_id, g.case_id, g.whose, g.words, g.measure, g.version
  FROM support_goal AS g JOIN visible_case AS v ON v.case_id = g.case_id
 WHERE g.goal_id = :goal_id AND NOT g.dropped;

-- name: support_goal_save  none
-- Writes a goal of a draft, or takes it out, if it still is of the version that was read.
-- in: goal_id id:support_goal, whose text, words text, measure text, dropped bool, version int, subjects ids, now instant
UPDATE support_goal SET whose = :whose, words = :words, measure = :measure,
       dropped = :dropped, version = version + 1
 WHERE goal_id = :goal_id AND version = :version
   AND plan_id IN (SELECT p.plan_id FROM support_plan AS p WHERE p.state = 'draft')
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_item_add  none
-- Adds a line to a draft of a case that the viewer reaches.
-- in: item_id id:support_item, plan_id id:support_plan, place int, goal_id id:support_goal?, issue_id id?, issue_words text, what text, desk_id id:desk?, party text, worker text, part enum:support_part, frequency text, from_on day?, until_on day?, review_on day?, program text, state enum:support_item_state, state_words text, same_as id?, subjects ids, now instant
INSERT INTO support_item (item_id, plan_id, case_id, place, goal_id, issue_id, issue_words,
                          what, desk_id, party, worker, part, frequency, from_on, until_on,
                          review_on, program, state, state_words, same_as, dropped, version)
SELECT :item_id, p.plan_id, p.case_id, :place, :goal_id, :issue_id, :issue_words, :what,
       :desk_id, :party, :worker, :part, :frequency, :from_on, :until_on, :review_on,
       :program, :state, :state_words, :same_as, FALSE, 1
  FROM support_plan AS p JOIN visible_case AS v ON v.case_id = p.case_id
 WHERE p.plan_id = :plan_id AND p.state = 'draft';

-- name: support_item_list  many
-- The lines of a plan.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: item_id id:support_item, place int, goal_id id:support_goal, issue_id id, issue_words text, what text, desk_id id:desk, desk text?, party text, worker text, part enum:support_part, frequency text, from_on day, until_on day, review_on day, program text, state enum:support_item_state, state_words text, same_as id, version int
SELECT i.item_id, i.place, i.goal_id, i.issue_id, i.issue_words, i.what, i.desk_id, d.name,
       i.party, i.worker, i.part, i.frequency, i.from_on, i.until_on, i.review_on,
       i.program, i.state, i.state_words, i.same_as, i.version
  FROM support_item AS i
  JOIN visible_case AS v ON v.case_id = i.case_id
  LEFT JOIN desk AS d ON d.desk_id = i.desk_id
 WHERE i.plan_id = :plan_id AND NOT i.dropped
 ORDER BY i.place NULLS LAST, i.item_id NULLS LAST;

-- name: support_item_one  one
-- A line, and the plan it is of.
-- in: item_id id:support_item, subjects ids, now instant
-- out: plan_id id:support_plan, case_id id:case, goal_id id:support_goal, issue_id id, issue_words text, what text, desk_id id:desk, party text, worker text, part enum:support_part, frequency text, from_on day, until_on day, review_on day, program text, state enum:support_item_state, state_words text, version int
SELECT i.plan_id, i.case_id, i.goal_id, i.issue_id, i.issue_words, i.what, i.desk_id,
       i.party, i.worker, i.part, i.frequency, i.from_on, i.until_on, i.review_on,
       i.program, i.state, i.state_words, i.version
  FROM support_item AS i JOIN visible_case AS v ON v.case_id = i.case_id
 WHERE i.item_id = :item_id AND NOT i.dropped;

-- name: support_item_save  none
-- Writes a line of a draft, or takes it out, if it still is of the version that was read.
-- in: item_id id:support_item, goal_id id:support_goal?, issue_id id?, issue_words text, what text, desk_id id:desk?, party text, worker text, part enum:support_part, frequency text, from_on day?, until_on day?, review_on day?, program text, dropped bool, version int, subjects ids, now instant
UPDATE support_item
   SET goal_id = :goal_id, issue_id = :issue_id, issue_words = :issue_words, what = :what,
       desk_id = :desk_id, party = :party, worker = :worker, part = :part,
       frequency = :frequency, from_on = :from_on, until_on = :until_on,
       review_on = :review_on, program = :program, dropped = :dropped,
       version = version + 1
 WHERE item_id = :item_id AND version = :version
   AND plan_id IN (SELECT p.plan_id FROM support_plan AS p WHERE p.state = 'draft')
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_item_state  none
-- Notes how a line of a plan in force stands.
-- in: item_id id:support_item, state enum:support_item_state, state_words text, subjects ids, now instant
UPDATE support_item SET state = :state, state_words = :state_words
 WHERE item_id = :item_id
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_uncovered_put  none
-- Says why an issue has no line in a draft.
-- in: plan_id id:support_plan, issue_id id, reason text, subjects ids, now instant
INSERT INTO support_uncovered (plan_id, case_id, issue_id, reason)
SELECT p.plan_id, p.case_id, :issue_id, :reason
  FROM support_plan AS p JOIN visible_case AS v ON v.case_id = p.case_id
 WHERE p.plan_id = :plan_id AND p.state = 'draft'
ON CONFLICT (plan_id, issue_id) DO UPDATE SET reason = excluded.reason;

-- name: support_uncovered_list  many
-- The issues for which a plan states why they have no line.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: issue_id id, reason text
SELECT u.issue_id, u.reason
  FROM support_uncovered AS u JOIN visible_case AS v ON v.case_id = u.case_id
 WHERE u.plan_id = :plan_id ORDER BY u.issue_id NULLS LAST;

-- name: support_request_add  none
-- Adds a request to a case that the viewer reaches.
-- in: request_id id:support_request, case_id id:case, kind enum:support_request_kind, on_day day, requester text, words text, way enum:support_request_way, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO support_request (request_id, case_id, kind, on_day, requester, words, way,
                             desk_id, post_id, recorded_at, dropped)
SELECT :request_id, v.case_id, :kind, :on_day, :requester, :words, :way, :desk_id,
       :post_id, :now, FALSE
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: support_request_list  many
-- The requests of a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: request_id id:support_request, kind enum:support_request_kind, on_day day, requester text, words text, way enum:support_request_way, desk_id id:desk, post_id id:post, desk text, who text
SELECT q.request_id, q.kind, q.on_day, q.requester, q.words, q.way, q.desk_id, q.post_id,
       d.name, a.name
  FROM support_request AS q
  JOIN desk AS d ON d.desk_id = q.desk_id
  JOIN post AS o ON o.post_id = q.post_id
  JOIN account AS a ON a.account_id = o.account_id
 WHERE q.case_id = :case_id AND NOT q.dropped
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY q.on_day NULLS LAST, q.request_id NULLS LAST;

-- name: support_step_add  none
-- Keeps a step of a plan's life.
-- in: step_id id:step, plan_id id:support_plan, case_id id:case, move enum:support_plan_move, before enum:support_plan_state, after enum:support_plan_state, way enum:support_way, held_on day?, body text, reason text, words text, item_id id:item?, desk_id id:desk, post_id id:post, now instant
-- unscoped: kept by the act that moves the plan, which has checked the case
INSERT INTO support_step (step_id, plan_id, case_id, place, move, before, after, way,
                          held_on, body, reason, words, item_id, desk_id, post_id, at)
VALUES (:step_id, :plan_id, :case_id,
        (SELECT COUNT(*) FROM support_step AS n WHERE n.plan_id = :plan_id) + 1,
        :move, :before, :after, :way, :held_on, :body, :reason, :words, :item_id,
        :desk_id, :post_id, :now);

-- name: support_step_list  many
-- The life of a plan, newest first.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: move enum:support_plan_move, before enum:support_plan_state, after enum:support_plan_state, way enum:support_way, held_on day, body text, reason text, words text, desk_id id:desk, desk text, who text, at instant
SELECT s.move, s.before, s.after, s.way, s.held_on, s.body, s.reason, s.words, s.desk_id,
       d.name, a.name, s.at
  FROM support_step AS s
  JOIN visible_case AS v ON v.case_id = s.case_id
  JOIN desk AS d ON d.desk_id = s.desk_id
  JOIN post AS o ON o.post_id = s.post_id
  JOIN account AS a ON a.account_id = o.account_id
 WHERE s.plan_id = :plan_id
 ORDER BY s.at DESC NULLS LAST, s.place DESC NULLS LAST;

-- name: support_agreement_put  none
-- Keeps what an agency says to a plan that is laid before a meeting.
-- in: agreement_id id, plan_id id:support_plan, party text, stand enum:support_stand, words text, held_on day, post_id id:post, subjects ids, now instant
INSERT INTO support_agreement (agreement_id, plan_id, case_id, party, stand, words,
                               held_on, post_id, at)
SELECT :agreement_id, p.plan_id, p.case_id, :party, :stand, :words, :held_on, :post_id,
       :now
  FROM support_plan AS p JOIN visible_case AS v ON v.case_id = p.case_id
 WHERE p.plan_id = :plan_id AND p.state = 'laid'
ON CONFLICT (plan_id, party)
DO UPDATE SET stand = excluded.stand, words = excluded.words, held_on = excluded.held_on,
              post_id = excluded.post_id, at = excluded.at;

-- name: support_agreement_list  many
-- What the agencies say to a plan.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: party text, stand enum:support_stand, words text, held_on day
SELECT g.party, g.stand, g.words, g.held_on
  FROM support_agreement AS g JOIN visible_case AS v ON v.case_id = g.case_id
 WHERE g.plan_id = :plan_id ORDER BY g.party NULLS LAST;

-- name: support_approval_add  none
-- Adds a box of approval.
-- in: approval_id id, plan_id id:support_plan, case_id id:case, place int, label text
-- unscoped: made by the act that lays the plan before a meeting, which has checked the case
INSERT INTO support_approval (approval_id, plan_id, case_id, place, label, state, way,
                              approver, paper_number, words, void)
VALUES (:approval_id, :plan_id, :case_id, :place, :label, 'waiting', '', '', '', '', FALSE);

-- name: support_approval_list  many
-- The boxes of approval that stand.
-- in: plan_id id:support_plan, subjects ids, now instant
-- out: approval_id id, place int, label text, state enum:approval_state, way enum:approval_way, approver text, post_id id:post, at instant?, paper_number text, paper_on day, words text
SELECT b.approval_id, b.place, b.label, b.state, b.way, b.approver, b.post_id, b.at,
       b.paper_number, b.paper_on, b.words
  FROM support_approval AS b JOIN visible_case AS v ON v.case_id = b.case_id
 WHERE b.plan_id = :plan_id AND NOT b.void
 ORDER BY b.place NULLS LAST;

-- name: support_approval_fill  none
-- Fills a box that waits.
-- in: approval_id id, state enum:approval_state, way enum:approval_way, approver text, post_id id:post, now instant, paper_number text, paper_on day?, words text, subjects ids
UPDATE support_approval
   SET state = :state, way = :way, approver = :approver, post_id = :post_id, at = :now,
       paper_number = :paper_number, paper_on = :paper_on, words = :words
 WHERE approval_id = :approval_id AND NOT void
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_approval_void  none
-- The stamps of a draft that is drafted again fall.
-- in: plan_id id:support_plan, subjects ids, now instant
UPDATE support_approval SET void = TRUE
 WHERE plan_id = :plan_id
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: support_consent  one
-- Whether somebody of the case stands by a consent to being supported or to the plan, and
-- whether use was applied for.
-- in: case_id id:case, subjects ids, now instant
-- out: given bool, applied bool
SELECT (SELECT COUNT(*) FROM consent AS k
         WHERE k.case_id = :case_id AND k.state IN ('given', 'partly')
           AND (k.support OR k.plan) AND k.from_at <= :now
           AND (k.until_at IS NULL OR k.until_at > :now)) > 0,
       (SELECT COUNT(*) FROM support_request AS u
         WHERE u.case_id = :case_id AND u.kind = 'application' AND NOT u.dropped) > 0
  FROM support_case AS s
 WHERE s.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: case_roles  many
-- Who does what about which issue of a case that the viewer reaches: each open issue with the
-- lines of the plan that is in force, or of the first draft, and the lines without an issue.
-- in: case_id id:case, subjects ids, now instant
-- out: issue_id id, code text?, words text?, household bool, plan_id id:support_plan, kind enum:support_plan_kind, plan_desk id:desk, desk_id id:desk, desk text?, party text?, worker text?, part enum:support_part, what text?, until_on day, review_on day
SELECT i.issue_id, i.code, NULL, i.person_id IS NULL, p.plan_id, COALESCE(p.kind, ''),
       p.desk_id, t.desk_id, d.name, t.party, t.worker, COALESCE(t.part, ''), t.what,
       t.until_on, t.review_on
  FROM issue AS i
  LEFT JOIN support_item AS t
    ON t.issue_id = i.issue_id AND NOT t.dropped AND t.part <> 'family'
   AND t.plan_id IN (SELECT q.plan_id FROM support_plan AS q
                      WHERE q.case_id = :case_id
                        AND (q.state IN ('decided', 'under_way', 'review', 'ending',
                                         'pausing', 'suspended')
                             OR (q.state IN ('draft', 'laid', 'judged')
                                 AND q.edition = 1)))
  LEFT JOIN support_plan AS p ON p.plan_id = t.plan_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
 WHERE i.case_id = :case_id AND i.state <> 'resolved'
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
UNION ALL
SELECT NULL, NULL, t.issue_words, FALSE, p.plan_id, p.kind, p.desk_id, t.desk_id, d.name,
       t.party, t.worker, t.part, t.what, t.until_on, t.review_on
  FROM support_item AS t
  JOIN support_plan AS p ON p.plan_id = t.plan_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
 WHERE t.case_id = :case_id AND t.issue_id IS NULL AND t.issue_words <> ''
   AND NOT t.dropped AND t.part <> 'family'
   AND (p.state IN ('decided', 'under_way', 'review', 'ending', 'pausing', 'suspended')
        OR (p.state IN ('draft', 'laid', 'judged') AND p.edition = 1))
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY 1 NULLS LAST, 3 NULLS LAST, 12 NULLS LAST, 13 NULLS LAST;
