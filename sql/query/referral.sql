-- Hand-overs (つなぎ) between desks.

-- name: referral_add  none
-- Sends a hand-over about a case that the viewer reaches. Where no district is given, it is
-- that of the last consultation that has one.
-- in: referral_id id:referral, case_id id:case, from_desk id:desk, from_post id:post, to_desk id:desk, previous_id id:referral?, basis enum:basis, basis_reason text, ask text, purpose text, handed text, items int, urgency enum:urgency, due_on day, now instant, subjects ids, multi_reason text, network text, tried text, tried_none text, definition_version int, joint_visit_on day?, by_rule text, area text
INSERT INTO referral (referral_id, case_id, from_desk, from_post, to_desk, owner_post,
                      previous_id, state, basis, basis_reason, ask, purpose, handed,
                      items, urgency, sent_at, due_on, reply, return_reason, return_text,
                      first_contact_on, outcome, result, ended_at, version,
                      multi_reason, network, tried, tried_none, definition_version,
                      joint_visit_on, by_rule, area)
SELECT :referral_id, v.case_id, :from_desk, :from_post, :to_desk, NULL, :previous_id,
       'requested', :basis, :basis_reason, :ask, :purpose, :handed, :items, :urgency, :now,
       :due_on, '', '', '', NULL, '', '', NULL, 1,
       :multi_reason, :network, :tried, :tried_none, NULLIF(:definition_version, 0),
       :joint_visit_on,
       :by_rule,
       COALESCE(NULLIF(:area, ''),
                (SELECT k.area FROM consultation AS k
                  WHERE k.case_id = v.case_id AND k.area <> ''
                  ORDER BY k.received_at DESC NULLS LAST, k.consultation_id NULLS LAST LIMIT 1),
                '')
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: referral_show  one
-- A hand-over of a case that the viewer reaches, sent by or to the viewer's desk. What the
-- receiver returned, or the sender took back, stays closed to the receiver, also when the
-- case comes again.
-- in: referral_id id:referral, desk id:desk, subjects ids, now instant
-- out: case_id id:case, number text, from_desk id:desk, from_name text, from_who text, to_desk id:desk, to_name text, owner_post id:post, state enum:referral_state, basis enum:basis, basis_reason text, ask text, purpose text, handed text, urgency enum:urgency, sent_at instant, due_on day, reply text, return_reason text, return_text text, first_contact_on day, outcome text, result text, ended_at instant?, version int, from_post id:post, items int, multi_reason text, network text, tried text, tried_none text, definition_version int, joint_visit_on day, hold_until day, by_rule text, paper_by text, paper_on day, owner_name text, area text
SELECT r.case_id, s.number, r.from_desk, f.name, a.name, r.to_desk, t.name, r.owner_post,
       r.state, r.basis, r.basis_reason, r.ask, r.purpose, r.handed, r.urgency, r.sent_at,
       r.due_on, r.reply, r.return_reason, r.return_text, r.first_contact_on, r.outcome,
       r.result, r.ended_at, r.version, r.from_post, r.items, r.multi_reason, r.network,
       r.tried, r.tried_none, COALESCE(r.definition_version, 0), r.joint_visit_on,
       r.hold_until, r.by_rule, r.paper_by, r.paper_on,
       COALESCE((SELECT oa.name FROM post AS op
                   JOIN account AS oa ON oa.account_id = op.account_id
                  WHERE op.post_id = r.owner_post), ''), r.area
  FROM referral AS r
  JOIN visible_case AS v ON v.case_id = r.case_id
  JOIN support_case AS s ON s.case_id = r.case_id
  JOIN desk AS f ON f.desk_id = r.from_desk
  JOIN desk AS t ON t.desk_id = r.to_desk
  JOIN post AS p ON p.post_id = r.from_post
  JOIN account AS a ON a.account_id = p.account_id
 WHERE r.referral_id = :referral_id
   AND (r.from_desk = :desk
        OR (r.to_desk = :desk AND r.revoked_at IS NULL
            AND r.state NOT IN ('rejected', 'cancelled', 'failed')));

-- name: referral_of_case  many
-- The hand-overs of a case that the viewer reaches, newest first; another desk's are only
-- a line: who, to whom, how it stands.
-- in: case_id id:case, subjects ids, now instant
-- out: referral_id id:referral, from_desk id:desk, from_name text, to_desk id:desk, to_name text, state enum:referral_state, sent_at instant, due_on day, ask text
SELECT r.referral_id, r.from_desk, f.name, r.to_desk, t.name, r.state, r.sent_at,
       r.due_on, r.ask
  FROM referral AS r
  JOIN desk AS f ON f.desk_id = r.from_desk
  JOIN desk AS t ON t.desk_id = r.to_desk
 WHERE r.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = :case_id)
 ORDER BY r.sent_at DESC NULLS LAST, r.referral_id NULLS LAST
 LIMIT 50;

-- name: referral_incoming  many
-- What other desks sent to this one and is not ended, the earliest date first: the lines are
-- chosen before all else is looked up.
-- in: desk id:desk, subjects ids, now instant
-- out: referral_id id:referral, case_id id:case, number text, party text, who text, state enum:referral_state, ask text, urgency enum:urgency, sent_at instant, due_on day
SELECT r.referral_id, r.case_id, s.number, f.name, a.name, r.state, r.ask, r.urgency,
       r.sent_at, r.due_on
  FROM (SELECT o.referral_id
          FROM referral AS o
         WHERE o.to_desk = :desk AND o.revoked_at IS NULL
           AND o.state IN ('requested', 'accepted', 'in_progress', 'on_hold')
           AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = o.case_id)
         ORDER BY o.due_on NULLS LAST, o.sent_at NULLS LAST, o.referral_id NULLS LAST
         LIMIT 100) AS top
  JOIN referral AS r ON r.referral_id = top.referral_id
  JOIN support_case AS s ON s.case_id = r.case_id
  JOIN desk AS f ON f.desk_id = r.from_desk
  JOIN post AS p ON p.post_id = r.from_post
  JOIN account AS a ON a.account_id = p.account_id
 ORDER BY r.due_on NULLS LAST, r.sent_at NULLS LAST, r.referral_id NULLS LAST;

-- name: referral_outgoing  many
-- What this desk sent and is not ended, the earliest date first: the lines are
-- chosen before all else is looked up.
-- in: desk id:desk, subjects ids, now instant
-- out: referral_id id:referral, case_id id:case, number text, party text, state enum:referral_state, ask text, urgency enum:urgency, sent_at instant, due_on day
SELECT r.referral_id, r.case_id, s.number, t.name, r.state, r.ask, r.urgency, r.sent_at,
       r.due_on
  FROM (SELECT o.referral_id
          FROM referral AS o
         WHERE o.from_desk = :desk
           AND o.state IN ('requested', 'accepted', 'in_progress', 'on_hold')
           AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = o.case_id)
         ORDER BY o.due_on NULLS LAST, o.sent_at NULLS LAST, o.referral_id NULLS LAST
         LIMIT 100) AS top
  JOIN referral AS r ON r.referral_id = top.referral_id
  JOIN support_case AS s ON s.case_id = r.case_id
  JOIN desk AS t ON t.desk_id = r.to_desk
 ORDER BY r.due_on NULLS LAST, r.sent_at NULLS LAST, r.referral_id NULLS LAST;

-- name: referral_ended  many
-- What this desk sent or received and is ended, newest first: the lines are chosen before all
-- else is looked up.
-- in: desk id:desk, subjects ids, now instant
-- out: referral_id id:referral, case_id id:case, number text, from_desk id:desk, from_name text, to_name text, state enum:referral_state, ask text, sent_at instant, ended_at instant
SELECT r.referral_id, r.case_id, s.number, r.from_desk, f.name, t.name, r.state, r.ask,
       r.sent_at, COALESCE(r.ended_at, 0)
  FROM (SELECT g.referral_id FROM (
          SELECT o.referral_id
            FROM referral AS o
           WHERE o.from_desk = :desk
             AND o.state IN ('rejected', 'completed', 'cancelled', 'failed')
             AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = o.case_id)
           ORDER BY o.ended_at DESC NULLS FIRST, o.referral_id NULLS LAST
           LIMIT 50) AS g
        UNION
        SELECT h.referral_id FROM (
          SELECT o.referral_id
            FROM referral AS o
           WHERE o.to_desk = :desk
             AND o.state IN ('rejected', 'completed', 'cancelled', 'failed')
             AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = o.case_id)
           ORDER BY o.ended_at DESC NULLS FIRST, o.referral_id NULLS LAST
           LIMIT 50) AS h) AS top
  JOIN referral AS r ON r.referral_id = top.referral_id
  JOIN support_case AS s ON s.case_id = r.case_id
  JOIN desk AS f ON f.desk_id = r.from_desk
  JOIN desk AS t ON t.desk_id = r.to_desk
 ORDER BY r.ended_at DESC NULLS LAST, r.referral_id NULLS LAST
 LIMIT 50;

-- name: referral_move  none
-- Moves a hand-over to another state if it still is of the version the act has seen.
-- in: referral_id id:referral, version int, state enum:referral_state, owner_post id:post?, reply text, return_reason text, return_text text, first_contact_on day?, outcome text, result text, ended_at instant?, subjects ids, now instant
UPDATE referral
   SET state = :state, owner_post = :owner_post, reply = :reply,
       return_reason = :return_reason, return_text = :return_text,
       first_contact_on = :first_contact_on, outcome = :outcome, result = :result,
       ended_at = :ended_at, version = version + 1
 WHERE referral_id = :referral_id AND version = :version
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = referral.case_id);

-- name: referral_hold_put  none
-- Until when a hand-over rests whose case the viewer reaches.
-- in: referral_id id:referral, hold_until day?, subjects ids, now instant
UPDATE referral SET hold_until = :hold_until
 WHERE referral_id = :referral_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = referral.case_id);

-- name: gap_add  none
-- Notes what nobody could take: the month, the district, the kind; nothing about a person.
-- in: gap_id id:gap, month text, area text, kind text, desk_id id:desk
INSERT INTO gap_entry (gap_id, month, area, kind, desk_id)
VALUES (:gap_id, :month, :area, :kind, :desk_id);

-- name: referral_open_between  many
-- Whether the case was handed to the desk already and that is not ended. What a rule of the
-- town sent by itself does not stand in the way of what somebody sends, nor of another rule.
-- in: case_id id:case, to_desk id:desk, rule text, subjects ids, now instant
-- out: referral_id id:referral
SELECT r.referral_id FROM referral AS r
  JOIN visible_case AS v ON v.case_id = r.case_id
 WHERE r.case_id = :case_id AND r.to_desk = :to_desk AND r.by_rule = :rule
   AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold')
 ORDER BY r.sent_at NULLS LAST, r.referral_id NULLS LAST
 LIMIT 1;

-- name: referral_events  many
-- The life of a hand-over whose case the viewer reaches, oldest first.
-- in: referral_id id:referral, subjects ids, now instant
-- out: version int, at instant, who text, desk text, why text
SELECT r.version, r.at, a.name, d.name, r.why
  FROM record_version AS r
  JOIN visible_case AS v ON v.case_id = r.case_id
  JOIN post AS p ON p.post_id = r.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE r.record_id = :referral_id
 ORDER BY r.version NULLS LAST
 LIMIT 100;

-- name: referral_handed  many
-- What stands handed over to a desk about a case: the facts of the ground. unscoped facts
-- are what the decision itself is made from.
-- in: case_id id:case, desk id:desk
-- out: state enum:referral_state, items int
-- unscoped: the facts that policy decides by
SELECT state, items FROM referral
 WHERE case_id = :case_id AND to_desk = :desk
   AND revoked_at IS NULL
   AND state IN ('requested', 'accepted', 'in_progress', 'on_hold', 'completed')
 ORDER BY sent_at NULLS LAST, referral_id NULLS LAST;
