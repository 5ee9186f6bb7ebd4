-- What the bodies of the plan leave beside minutes. Nobody is named here.

-- name: waiting_add  none
-- Lets a matter wait for the next sitting of a body.
-- in: waiting_id id:waiting, body text, kind enum:waiting_kind, title text, words text, source_id id, desk_id id:desk, post_id id:post, now instant
INSERT INTO waiting_matter (waiting_id, body, kind, title, words, source_id, desk_id,
                            post_id, made_at)
VALUES (:waiting_id, :body, :kind, :title, :words, :source_id, :desk_id, :post_id, :now);

-- name: waiting_list  many
-- What waits for a body, the oldest first.
-- in: body text
-- out: waiting_id id:waiting, kind enum:waiting_kind, title text, words text, made_at instant
SELECT w.waiting_id, w.kind, w.title, w.words, w.made_at
  FROM waiting_matter AS w
 WHERE w.body = :body AND w.item_id IS NULL
 ORDER BY w.made_at NULLS LAST, w.waiting_id NULLS LAST
 LIMIT 200;

-- name: waiting_place  none
-- Notes on which agenda a matter was put.
-- in: waiting_id id:waiting, item_id id:item
UPDATE waiting_matter SET item_id = :item_id
 WHERE waiting_id = :waiting_id AND item_id IS NULL;

-- name: waiting_release  none
-- Lets the matters of a sitting that is not held wait again.
-- in: sitting_id id:sitting
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE waiting_matter SET item_id = NULL
 WHERE item_id IN (SELECT i.item_id FROM agenda_item AS i
                    WHERE i.sitting_id = :sitting_id);

-- name: sitting_next  opt
-- The next sitting of a body that has not begun.
-- in: body text, today day
-- out: sitting_id id:sitting
-- unscoped: it is written to, not shown; whoever writes does not learn of it
SELECT s.sitting_id FROM sitting AS s
 WHERE s.body = :body AND s.state = 'planned' AND s.held_on >= :today
   AND s.from_item IS NULL
 ORDER BY s.held_on NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 1;

-- name: decided_topics  many
-- What the sittings of the viewer's desk decided without a case, the newest first.
-- in: desk id:desk, shares bool
-- out: item_id id:item, sitting_id id:sitting, acts_as text, title text, held_on day
-- unscoped: only for the secretariat, as the condition says
SELECT i.item_id, i.sitting_id, i.acts_as, i.title, s.held_on
  FROM agenda_item AS i JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE :shares AND s.desk_id = :desk AND i.case_id IS NULL AND i.state = 'decided'
 ORDER BY s.held_on DESC NULLS LAST, i.item_id NULLS LAST
 LIMIT 100;

-- name: subgroup_add  none
-- Sets up a subgroup.
-- in: subgroup_id id:subgroup, body text, parent text, topic text, item_id id:item, set_on day, desk_id id:desk, post_id id:post, now instant
INSERT INTO subgroup (subgroup_id, body, parent, topic, item_id, set_on, report, desk_id,
                      post_id, made_at, version)
VALUES (:subgroup_id, :body, :parent, :topic, :item_id, :set_on, '', :desk_id, :post_id,
        :now, 1);

-- name: subgroup_one  one
-- A subgroup that the viewer's desk set up.
-- in: subgroup_id id:subgroup, desk id:desk, shares bool
-- out: body text, parent text, topic text, item_id id:item, set_on day, report text, closed_on day, version int, changes int, withdrawn bool
-- unscoped: only for the secretariat, as the condition says
SELECT g.body, g.parent, g.topic, g.item_id, g.set_on, g.report, g.closed_on, g.version,
       (SELECT COUNT(*) FROM body_change AS x WHERE x.subject_id = g.subgroup_id),
       EXISTS (SELECT 1 FROM body_change AS x
                WHERE x.subject_id = g.subgroup_id AND x.withdrawn)
  FROM subgroup AS g
 WHERE g.subgroup_id = :subgroup_id AND :shares AND g.desk_id = :desk;

-- name: subgroup_list  many
-- The subgroups that the viewer's desk set up, those that go on first.
-- in: desk id:desk, shares bool
-- out: subgroup_id id:subgroup, body text, parent text, topic text, item_id id:item, set_on day, closed_on day
-- unscoped: only for the secretariat, as the condition says
SELECT g.subgroup_id, g.body, g.parent, g.topic, g.item_id, g.set_on, g.closed_on
  FROM subgroup AS g
 WHERE :shares AND g.desk_id = :desk
 ORDER BY g.closed_on NULLS FIRST, g.set_on NULLS LAST, g.subgroup_id NULLS LAST
 LIMIT 200;

-- name: subgroup_close  none
-- Ends a subgroup with its report, if it still goes on.
-- in: subgroup_id id:subgroup, report text, closed_on day
-- unscoped: the act has checked that the viewer's desk set it up
UPDATE subgroup SET report = :report, closed_on = :closed_on, version = version + 1
 WHERE subgroup_id = :subgroup_id AND closed_on IS NULL;

-- name: lift_add  none
-- Hands a local issue to the body above.
-- in: local_issue_id id:local_issue, body text, words text, on_day day, desk_id id:desk, post_id id:post, now instant
INSERT INTO local_issue_lift (local_issue_id, place, body, words, on_day, desk_id, post_id,
                              at)
VALUES (:local_issue_id,
        (SELECT COUNT(*) FROM local_issue_lift AS n
          WHERE n.local_issue_id = :local_issue_id) + 1,
        :body, :words, :on_day, :desk_id, :post_id, :now);

-- name: lift_list  many
-- The levels to which a local issue was handed, in their order.
-- in: local_issue_id id:local_issue
-- out: body text, words text, on_day day, desk text
SELECT l.body, l.words, l.on_day, d.name
  FROM local_issue_lift AS l JOIN desk AS d ON d.desk_id = l.desk_id
 WHERE l.local_issue_id = :local_issue_id
 ORDER BY l.place NULLS LAST;

-- name: theme_add  none
-- Keeps what a body studies.
-- in: theme_id id:theme, body text, title text, local_issue_id id:local_issue?, origin text, from_on day, desk_id id:desk, post_id id:post, now instant
INSERT INTO body_theme (theme_id, body, title, local_issue_id, origin, from_on, desk_id,
                        post_id, made_at)
VALUES (:theme_id, :body, :title, :local_issue_id, :origin, :from_on, :desk_id, :post_id,
        :now);

-- name: theme_list  many
-- What a body studies, the newest first.
-- in: body text
-- out: theme_id id:theme, title text, local_issue_id id:local_issue, need text, origin text, from_on day, desk text, changes int, withdrawn bool
SELECT t.theme_id, t.title, t.local_issue_id, COALESCE(l.need, ''), t.origin, t.from_on,
       d.name,
       (SELECT COUNT(*) FROM body_change AS x WHERE x.subject_id = t.theme_id),
       EXISTS (SELECT 1 FROM body_change AS x
                WHERE x.subject_id = t.theme_id AND x.withdrawn)
  FROM body_theme AS t
  JOIN desk AS d ON d.desk_id = t.desk_id
  LEFT JOIN local_issue AS l ON l.local_issue_id = t.local_issue_id
 WHERE t.body = :body
 ORDER BY t.from_on DESC NULLS LAST, t.theme_id NULLS LAST
 LIMIT 200;

-- name: definitions_of_item  many
-- The versions of the definition and of rules that an item decided.
-- in: item_id id:item
-- out: version int, decided_on day
-- unscoped: the page has found that the viewer is the secretariat of the item
SELECT m.version, m.decided_on FROM multi_agency_definition AS m
 WHERE m.item_id = :item_id
 ORDER BY m.version NULLS LAST;

-- name: rules_of_item  many
-- The versions of rules that an item decided.
-- in: item_id id:item
-- out: body text, words text, fiscal_year int
-- unscoped: the page has found that the viewer is the secretariat of the item
SELECT e.body, e.words, e.fiscal_year FROM meeting_entry AS e
 WHERE e.item_id = :item_id AND e.kind = 'rule'
   AND NOT EXISTS (SELECT 1 FROM body_change AS x
                    WHERE x.subject_id = e.entry_id AND x.withdrawn)
 ORDER BY e.made_at NULLS LAST, e.entry_id NULLS LAST;

-- name: group_add  none
-- Lets a group take part in a body.
-- in: group_id id:group, body text, name text, work text, from_on day, desk_id id:desk, post_id id:post, now instant
INSERT INTO body_group (group_id, body, name, work, from_on, desk_id, post_id, made_at,
                        version)
VALUES (:group_id, :body, :name, :work, :from_on, :desk_id, :post_id, :now, 1);

-- name: group_list  many
-- The groups of a body that took part on a day.
-- in: body text, on_day day
-- out: group_id id:group, name text, work text, from_on day, until_on day
SELECT g.group_id, g.name, g.work, g.from_on, g.until_on
  FROM body_group AS g
 WHERE g.body = :body AND g.from_on <= :on_day
   AND (g.until_on IS NULL OR g.until_on >= :on_day)
   AND NOT EXISTS (SELECT 1 FROM body_change AS x
                    WHERE x.subject_id = g.group_id AND x.withdrawn)
 ORDER BY g.name NULLS LAST, g.group_id NULLS LAST
 LIMIT 1000;

-- name: group_one  opt
-- One group.
-- in: group_id id:group
-- out: body text, name text, from_on day, until_on day
SELECT g.body, g.name, g.from_on, g.until_on FROM body_group AS g
 WHERE g.group_id = :group_id;

-- name: group_end  none
-- Ends that a group takes part, if it still does.
-- in: group_id id:group, until_on day
UPDATE body_group SET until_on = :until_on, version = version + 1
 WHERE group_id = :group_id AND until_on IS NULL;

-- name: body_event_add  none
-- Keeps what groups did together.
-- in: event_id id:event, body text, kind enum:body_event_kind, title text, words text, on_day day, desk_id id:desk, post_id id:post, now instant
INSERT INTO body_event (event_id, body, kind, title, words, on_day, desk_id, post_id,
                        made_at)
VALUES (:event_id, :body, :kind, :title, :words, :on_day, :desk_id, :post_id, :now);

-- name: body_event_group_add  none
-- Says that a group was part of it.
-- in: event_id id:event, group_id id:group
INSERT INTO body_event_group (event_id, group_id) VALUES (:event_id, :group_id)
ON CONFLICT (event_id, group_id) DO NOTHING;

-- name: body_event_list  many
-- What the groups of a body did together, each group of each by its name; the newest first.
-- in: body text
-- out: event_id id:event, kind enum:body_event_kind, title text, words text, on_day day, group_id id:group, name text, changes int, withdrawn bool
SELECT e.event_id, e.kind, e.title, e.words, e.on_day, x.group_id, g.name,
       (SELECT COUNT(*) FROM body_change AS k WHERE k.subject_id = e.event_id),
       EXISTS (SELECT 1 FROM body_change AS k
                WHERE k.subject_id = e.event_id AND k.withdrawn)
  FROM body_event AS e
  JOIN body_event_group AS x ON x.event_id = e.event_id
  JOIN body_group AS g ON g.group_id = x.group_id
 WHERE e.body = :body
 ORDER BY e.on_day DESC NULLS LAST, e.event_id NULLS LAST, g.name NULLS LAST,
          g.group_id NULLS LAST
 LIMIT 2000;

-- name: area_body_add  none
-- Keeps a body of an area.
-- in: area_body_id id:area_body, body text, area text, name text, from_on day, desk_id id:desk, post_id id:post, now instant
INSERT INTO area_body (area_body_id, body, area, name, from_on, desk_id, post_id, made_at,
                       version)
VALUES (:area_body_id, :body, :area, :name, :from_on, :desk_id, :post_id, :now, 1);

-- name: area_body_list  many
-- The bodies that areas have now.
-- out: area_body_id id:area_body, body text, area text, name text, from_on day
SELECT b.area_body_id, b.body, b.area, b.name, b.from_on
  FROM area_body AS b
 WHERE b.until_on IS NULL
 ORDER BY b.area NULLS LAST, b.body NULLS LAST, b.area_body_id NULLS LAST
 LIMIT 1000;

-- name: area_body_end  none
-- Ends a body of an area.
-- in: area_body_id id:area_body, until_on day
UPDATE area_body SET until_on = :until_on, version = version + 1
 WHERE area_body_id = :area_body_id AND until_on IS NULL;

-- name: item_place_add  none
-- Ties a place of the menu to the item that it came of.
-- in: item_id id:item, place_id id:place
-- unscoped: the act has checked that the viewer is the secretariat of the item
INSERT INTO item_place (item_id, place_id) VALUES (:item_id, :place_id)
ON CONFLICT (item_id, place_id) DO UPDATE SET dropped_at = NULL;

-- name: item_places  many
-- The places of the menu that came of an item.
-- in: item_id id:item
-- out: place_id id:place, name text, dropped_at instant, dropped_why text
-- unscoped: the page has found that the viewer is the secretariat of the item
SELECT x.place_id, p.name, COALESCE(x.dropped_at, 0), x.dropped_why
  FROM item_place AS x JOIN place AS p ON p.place_id = x.place_id
 WHERE x.item_id = :item_id
 ORDER BY p.name NULLS LAST, x.place_id NULLS LAST;

-- name: plan_proposals  many
-- Plans of the viewer's desk that wait for the word of a conference and are on no agenda for
-- it since they were laid before it.
-- in: desk id:desk, subjects ids, now instant
-- out: plan_id id:support_plan, case_id id:case, number text, kind enum:support_plan_kind, edition int, state enum:support_plan_state
SELECT p.plan_id, p.case_id, k.number, p.kind, p.edition, p.state
  FROM support_plan AS p
  JOIN support_case AS k ON k.case_id = p.case_id
 WHERE p.desk_id = :desk AND p.state IN ('laid', 'ending', 'pausing')
   AND EXISTS (SELECT 1 FROM visible_case AS v WHERE v.case_id = p.case_id)
   AND NOT EXISTS (SELECT 1 FROM agenda_item AS i
                    WHERE i.plan_id = p.plan_id AND i.state IN ('open', 'decided')
                      AND CASE p.state WHEN 'ending' THEN i.trigger = 'closing_decision'
                                       WHEN 'pausing'
                                       THEN i.trigger = 'suspension_decision'
                                       ELSE i.trigger IN ('plan_creation',
                                                          'plan_change') END
                      AND i.added_at >= (SELECT MAX(s.at) FROM support_step AS s
                                          WHERE s.plan_id = p.plan_id
                                            AND s.after = p.state))
 ORDER BY k.number NULLS LAST, p.plan_id NULLS LAST
 LIMIT 200;

-- name: contact_log  many
-- Whether those who went out met somebody of the case, in the order of the days.
-- in: case_id id:case, subjects ids, now instant
-- out: result enum:contact_result
SELECT t.result
  FROM visible_case AS v
  JOIN (SELECT n.case_id, n.result, n.happened_on, n.recorded_at FROM note AS n
         WHERE n.result <> ''
        UNION ALL
        SELECT o.case_id, o.result, o.happened_on, o.recorded_at
          FROM outreach_contact AS o WHERE o.result <> '') AS t ON t.case_id = v.case_id
 WHERE v.case_id = :case_id
 ORDER BY t.happened_on NULLS LAST, t.recorded_at NULLS LAST
 LIMIT 2000;

-- name: scheme_items  many
-- What sittings of the viewer's desk said of the plans that other schemes keep in a case.
-- in: case_id id:case, desk id:desk, shares bool
-- out: scheme_plan_id id:scheme_plan, acts_as text, held_on day, state enum:item_state, decision text
-- unscoped: only for the secretariat, as the condition says
SELECT i.scheme_plan_id, i.acts_as, s.held_on, i.state, i.decision
  FROM agenda_item AS i JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE i.case_id = :case_id AND i.scheme_plan_id IS NOT NULL
   AND :shares AND s.desk_id = :desk
 ORDER BY s.held_on NULLS LAST, i.item_id NULLS LAST
 LIMIT 100;

-- name: role_propose  none
-- Proposes a role for a meeting of agencies.
-- in: proposal_id id:role_proposal, item_id id:item, case_id id:case, desk_id id:desk, what text, due_on day, now instant
-- unscoped: the act has checked that the viewer is the secretariat of the item
INSERT INTO proposed_role (proposal_id, item_id, case_id, desk_id, what, due_on, made_at)
VALUES (:proposal_id, :item_id, :case_id, :desk_id, :what, :due_on, :now);

-- name: roles_proposed  many
-- The roles that an item proposes, or that were proposed for it.
-- in: item_id id:item
-- out: proposal_id id:role_proposal, for_item_id id:item, desk_id id:desk, desk text, what text, due_on day, role_id id:role, withdrawn_at instant, withdrawn_why text
-- unscoped: the page has found that the viewer is the secretariat of the item
SELECT p.proposal_id, p.for_item_id, p.desk_id, d.name, p.what, p.due_on, p.role_id,
       COALESCE(p.withdrawn_at, 0), p.withdrawn_why
  FROM proposed_role AS p JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.item_id = :item_id OR p.for_item_id = :item_id
 ORDER BY p.made_at NULLS LAST, p.proposal_id NULLS LAST
 LIMIT 100;

-- name: role_proposal_one  opt
-- A role proposed for an item of a sitting that the viewer's desk set.
-- in: proposal_id id:role_proposal, desk id:desk, shares bool
-- out: item_id id:item, desk_id id:desk, what text, due_on day, role_id id:role
-- unscoped: only for the secretariat, as the condition says
SELECT p.for_item_id, p.desk_id, p.what, p.due_on, p.role_id
  FROM proposed_role AS p
  JOIN agenda_item AS i ON i.item_id = p.for_item_id
  JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE p.proposal_id = :proposal_id AND p.withdrawn_at IS NULL
   AND :shares AND s.desk_id = :desk;

-- name: roles_move  none
-- Takes the roles that an item proposes to the item of the meeting that was arranged.
-- in: item_id id:item, for_item_id id:item
-- unscoped: the act has checked that the viewer is the secretariat of both
UPDATE proposed_role SET for_item_id = :for_item_id
 WHERE item_id = :item_id AND for_item_id IS NULL AND withdrawn_at IS NULL;

-- name: role_settled  none
-- Notes that a proposed role was decided.
-- in: proposal_id id:role_proposal, role_id id:role
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE proposed_role SET role_id = :role_id
 WHERE proposal_id = :proposal_id AND role_id IS NULL;

-- name: sitting_arranged  none
-- Ties a sitting to the item from which it was arranged.
-- in: sitting_id id:sitting, item_id id:item
-- unscoped: it is only being made
UPDATE sitting SET from_item = :item_id WHERE sitting_id = :sitting_id;

-- name: sitting_first_item  one
-- The first item of a sitting.
-- in: sitting_id id:sitting
-- out: item_id id:item
-- unscoped: the act has just put it there
SELECT i.item_id FROM agenda_item AS i
 WHERE i.sitting_id = :sitting_id
 ORDER BY i.place NULLS LAST LIMIT 1;

-- name: sitting_origin  opt
-- The item from which a sitting was arranged.
-- in: sitting_id id:sitting
-- out: item_id id:item
-- unscoped: the page has found that the viewer is the secretariat
SELECT s.from_item FROM sitting AS s
 WHERE s.sitting_id = :sitting_id AND s.from_item IS NOT NULL;

-- name: meetings_arranged  many
-- The meetings of agencies that were arranged from an item.
-- in: item_id id:item
-- out: sitting_id id:sitting, held_on day, state enum:sitting_state
-- unscoped: the page has found that the viewer is the secretariat of the item
SELECT s.sitting_id, s.held_on, s.state FROM sitting AS s
 WHERE s.from_item = :item_id
 ORDER BY s.held_on NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 100;
