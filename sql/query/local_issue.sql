-- Local issues: what is lacking in the community, where it came up, what was made of it.
-- Nobody is named in them.

-- name: local_issue_add  none
-- Raises a local issue.
-- in: local_issue_id id:local_issue, kind text, need text, area text, sitting_id id:sitting?, body text, held_on day, desk_id id:desk, post_id id:post, now instant
INSERT INTO local_issue (local_issue_id, kind, need, area, sitting_id, body, held_on,
                         state, resource, desk_id, post_id, raised_at, version)
VALUES (:local_issue_id, :kind, :need, :area, :sitting_id, :body, :held_on, 'raised', '',
        :desk_id, :post_id, :now, 1);

-- name: local_issue_list  many
-- All of them, those that are open first. ours: the viewer's desk set the sitting.
-- in: desk id:desk, shares bool
-- out: local_issue_id id:local_issue, kind text, need text, area text, sitting_id id:sitting, body text, held_on day, state enum:local_issue_state, resource text, desk text, ours bool
-- unscoped: a sitting's day and name are shown only to the desk that set it
SELECT l.local_issue_id, l.kind, l.need, l.area, l.sitting_id, l.body, l.held_on, l.state,
       l.resource, d.name,
       :shares AND EXISTS (SELECT 1 FROM sitting AS s
                            WHERE s.sitting_id = l.sitting_id AND s.desk_id = :desk)
  FROM local_issue AS l
  JOIN desk AS d ON d.desk_id = l.desk_id
 ORDER BY l.state IN ('made', 'dropped') NULLS LAST, l.held_on DESC NULLS LAST,
          l.local_issue_id NULLS LAST
 LIMIT 500;

-- name: local_issue_one  opt
-- One of them.
-- in: local_issue_id id:local_issue, desk id:desk, shares bool
-- out: kind text, need text, area text, sitting_id id:sitting, body text, held_on day, state enum:local_issue_state, resource text, desk text, version int, ours bool
-- unscoped: a sitting's day and name are shown only to the desk that set it
SELECT l.kind, l.need, l.area, l.sitting_id, l.body, l.held_on, l.state, l.resource,
       d.name, l.version,
       :shares AND EXISTS (SELECT 1 FROM sitting AS s
                            WHERE s.sitting_id = l.sitting_id AND s.desk_id = :desk)
  FROM local_issue AS l
  JOIN desk AS d ON d.desk_id = l.desk_id
 WHERE l.local_issue_id = :local_issue_id;

-- name: local_issue_move  none
-- Notes how it stands now if it still is of the version that was read.
-- in: local_issue_id id:local_issue, state enum:local_issue_state, resource text, version int
UPDATE local_issue SET state = :state, resource = :resource, version = version + 1
 WHERE local_issue_id = :local_issue_id AND version = :version;

-- name: local_issue_step_add  none
-- Keeps a step.
-- in: step_id id, local_issue_id id:local_issue, state enum:local_issue_state, words text, resource text, desk_id id:desk, post_id id:post, now instant
INSERT INTO local_issue_step (step_id, local_issue_id, place, state, words, resource,
                              desk_id, post_id, at)
VALUES (:step_id, :local_issue_id,
        (SELECT COUNT(*) FROM local_issue_step AS n
          WHERE n.local_issue_id = :local_issue_id) + 1,
        :state, :words, :resource, :desk_id, :post_id, :now);

-- name: local_issue_steps  many
-- The steps of one, in their order.
-- in: local_issue_id id:local_issue
-- out: state enum:local_issue_state, words text, resource text, desk text, who text, at instant
SELECT s.state, s.words, s.resource, d.name, a.name, s.at
  FROM local_issue_step AS s
  JOIN desk AS d ON d.desk_id = s.desk_id
  JOIN post AS p ON p.post_id = s.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE s.local_issue_id = :local_issue_id
 ORDER BY s.place NULLS LAST
 LIMIT 200;
