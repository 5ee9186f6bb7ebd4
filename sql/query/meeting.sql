-- Sittings of meetings. A sitting exists for its secretariat (the desk that set it) and for
-- those invited; what of a case is read there is decided item by item.

-- name: sitting_add  none
-- Sets a sitting.
-- in: sitting_id id:sitting, body text, also text, way enum:sitting_way, held_on day, held_at text, place text, reason text, convener text, consent_question enum:consent_question, nameless bool, trigger text, previous_id id:sitting?, needed int, desk_id id:desk, post_id id:post, now instant
-- unscoped: it is only being made
INSERT INTO sitting (sitting_id, body, also, way, state, held_on, held_at, place, reason,
                     convener, consent_question, nameless, trigger, previous_id, needed,
                     desk_id, post_id, made_at, version)
VALUES (:sitting_id, :body, :also, :way, 'planned', :held_on, :held_at, :place, :reason,
        :convener, :consent_question, :nameless, :trigger, :previous_id, :needed,
        :desk_id, :post_id, :now, 1);

-- name: sitting_show  one
-- A sitting that the viewer's desk set or that the viewer is invited to. shares: the viewer
-- works for the desk.
-- in: sitting_id id:sitting, desk id:desk, post id:post, shares bool
-- out: body text, also text, way enum:sitting_way, state enum:sitting_state, held_on day, held_at text, place text, reason text, convener text, consent_question enum:consent_question, nameless bool, trigger text, previous_id id:sitting, desk_id id:desk, desk text, who text, opened_at instant, closed_at instant, roll_at instant, version int, needed int, confirmed_on day?, office bool
-- unscoped: only for the secretariat and those invited, as the condition says
SELECT s.body, s.also, s.way, s.state, s.held_on, s.held_at, s.place, s.reason,
       s.convener, s.consent_question, s.nameless, s.trigger, s.previous_id, s.desk_id,
       d.name, a.name, COALESCE(s.opened_at, 0), COALESCE(s.closed_at, 0),
       COALESCE(s.roll_at, 0), s.version, s.needed,
       (SELECT n.held_on FROM sitting AS n WHERE n.sitting_id = s.confirmed_id),
       :shares AND s.desk_id = :desk
  FROM sitting AS s
  JOIN desk AS d ON d.desk_id = s.desk_id
  JOIN post AS p ON p.post_id = s.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE s.sitting_id = :sitting_id
   AND ((:shares AND s.desk_id = :desk)
        OR EXISTS (SELECT 1 FROM attendee AS t
                    WHERE t.sitting_id = s.sitting_id AND t.left_at IS NULL
                      AND (t.post_id = :post
                           OR (:shares AND t.post_id IS NULL AND t.desk_id = :desk))));

-- name: sitting_list  many
-- The sittings from a day on that the viewer's desk set or that the viewer is invited to.
-- in: desk id:desk, post id:post, shares bool, since day, until day
-- out: sitting_id id:sitting, body text, also text, way enum:sitting_way, state enum:sitting_state, held_on day, held_at text, place text, desk text, items int, cases int, open_items int, office bool
-- unscoped: only for the secretariat and those invited, as the condition says
SELECT s.sitting_id, s.body, s.also, s.way, s.state, s.held_on, s.held_at, s.place,
       d.name,
       (SELECT COUNT(*) FROM agenda_item AS i
         WHERE i.sitting_id = s.sitting_id AND i.state <> 'withdrawn'),
       (SELECT COUNT(i.case_id) FROM agenda_item AS i
         WHERE i.sitting_id = s.sitting_id AND i.state <> 'withdrawn'),
       (SELECT COUNT(*) FROM agenda_item AS i
         WHERE i.sitting_id = s.sitting_id AND i.state = 'open'),
       :shares AND s.desk_id = :desk
  FROM sitting AS s
  JOIN desk AS d ON d.desk_id = s.desk_id
 WHERE s.held_on >= :since AND s.held_on <= :until
   AND ((:shares AND s.desk_id = :desk)
        OR EXISTS (SELECT 1 FROM attendee AS t
                    WHERE t.sitting_id = s.sitting_id AND t.left_at IS NULL
                      AND (t.post_id = :post
                           OR (:shares AND t.post_id IS NULL AND t.desk_id = :desk))))
 ORDER BY s.held_on NULLS LAST, s.held_at NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 400;

-- name: sitting_move  none
-- Opens, closes or cancels a sitting that still is of the version the act has seen.
-- in: sitting_id id:sitting, state enum:sitting_state, opened_at instant?, closed_at instant?, version int
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE sitting SET state = :state, opened_at = :opened_at, closed_at = :closed_at,
       version = version + 1
 WHERE sitting_id = :sitting_id AND version = :version;

-- name: sitting_roll  none
-- Settles who attended.
-- in: sitting_id id:sitting, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE sitting SET roll_at = :now WHERE sitting_id = :sitting_id AND roll_at IS NULL;

-- name: item_add  none
-- Puts an item on the agenda, behind the last one.
-- in: item_id id:item, sitting_id id:sitting, acts_as text, footing enum:item_footing, bound bool, case_id id:case?, title text, trigger text, reason text, purpose text, plan_id id:support_plan?, scheme_plan_id id:scheme_plan?, desk_id id:desk, post_id id:post, now instant
-- unscoped: the act has decided that the viewer may table the case
INSERT INTO agenda_item (item_id, sitting_id, place, acts_as, footing, bound, case_id,
                         title, trigger, reason, purpose, state, discussion, decision,
                         plan_id, scheme_plan_id, desk_id, post_id, added_at, version)
SELECT :item_id, :sitting_id, COALESCE(MAX(i.place), 0) + 1, :acts_as, :footing, :bound,
       :case_id, :title, :trigger, :reason, :purpose, 'open', '', '', :plan_id,
       :scheme_plan_id, :desk_id, :post_id, :now, 1
  FROM agenda_item AS i WHERE i.sitting_id = :sitting_id;

-- name: item_list  many
-- The agenda of a sitting: all of it for the secretariat, for others what they are invited to.
-- in: sitting_id id:sitting, office bool, post id:post
-- out: item_id id:item, place int, acts_as text, footing enum:item_footing, bound bool, case_id id:case, title text, trigger text, reason text, purpose text, state enum:item_state, discussion text, decision text, next_on day, desk text, number text, age int
-- unscoped: only for the secretariat and those invited to the item, as the condition says
SELECT i.item_id, i.place, i.acts_as, i.footing, i.bound, i.case_id, i.title, i.trigger,
       i.reason, i.purpose, i.state, i.discussion, i.decision, i.next_on, d.name,
       COALESCE(s.number, ''),
       COALESCE((SELECT MIN(e.age) FROM person AS e
                  WHERE e.person_id = (SELECT MIN(f.person_id) FROM person AS f
                                        WHERE f.case_id = i.case_id)), -1)
  FROM agenda_item AS i
  JOIN desk AS d ON d.desk_id = i.desk_id
  LEFT JOIN support_case AS s ON s.case_id = i.case_id
 WHERE i.sitting_id = :sitting_id
   AND (:office OR EXISTS (
         SELECT 1 FROM attendee AS t JOIN attendee_item AS x
             ON x.attendee_id = t.attendee_id
          WHERE x.item_id = i.item_id AND t.post_id = :post AND t.left_at IS NULL))
 ORDER BY i.place NULLS LAST, i.item_id NULLS LAST
 LIMIT 200;

-- name: item_show  one
-- An item of a sitting that the viewer's desk set.
-- in: item_id id:item, desk id:desk, shares bool
-- out: sitting_id id:sitting, place int, acts_as text, footing enum:item_footing, bound bool, case_id id:case, title text, trigger text, reason text, purpose text, state enum:item_state, discussion text, decision text, next_on day, version int, body text, also text, sitting_state enum:sitting_state, held_on day, nameless bool, plan_id id:support_plan, scheme_plan_id id:scheme_plan
-- unscoped: only for the secretariat, as the condition says
SELECT i.sitting_id, i.place, i.acts_as, i.footing, i.bound, i.case_id, i.title,
       i.trigger, i.reason, i.purpose, i.state, i.discussion, i.decision, i.next_on,
       i.version, s.body, s.also, s.state, s.held_on, s.nameless, i.plan_id,
       i.scheme_plan_id
  FROM agenda_item AS i JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE i.item_id = :item_id AND :shares AND s.desk_id = :desk;

-- name: item_end  none
-- Ends an item, or opens it again, if it still is of the version the act has seen.
-- in: item_id id:item, state enum:item_state, discussion text, decision text, next_on day?, ended_at instant?, version int
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE agenda_item SET state = :state, discussion = :discussion, decision = :decision,
       next_on = :next_on, ended_at = :ended_at, version = version + 1
 WHERE item_id = :item_id AND version = :version;

-- name: item_open_before  many
-- Whether the case already waits on the agenda of that sitting.
-- in: sitting_id id:sitting, case_id id:case
-- out: place int
-- unscoped: the act has decided that the viewer may table the case
SELECT place FROM agenda_item
 WHERE sitting_id = :sitting_id AND case_id = :case_id AND state = 'open';

-- name: attendee_add  none
-- Gives somebody a seat.
-- in: attendee_id id:attendee, sitting_id id:sitting, desk_id id:desk?, post_id id:post?, name text, part enum:attendee_part, secrecy enum:secrecy, sworn_at instant?
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO attendee (attendee_id, sitting_id, desk_id, post_id, name, part, secrecy,
                      sworn_at, said, present)
VALUES (:attendee_id, :sitting_id, :desk_id, :post_id, :name, :part, :secrecy, :sworn_at,
        '', TRUE);

-- name: attendee_item_add  none
-- Invites an attendee to one item.
-- in: attendee_id id:attendee, item_id id:item
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO attendee_item (attendee_id, item_id) VALUES (:attendee_id, :item_id)
ON CONFLICT (attendee_id, item_id) DO NOTHING;

-- name: attendee_item_drop  none
-- Takes all items from a seat, to be said anew.
-- in: attendee_id id:attendee
-- unscoped: the act has checked that the viewer is the secretariat
DELETE FROM attendee_item WHERE attendee_id = :attendee_id;

-- name: attendee_list  many
-- Who has a seat at a sitting.
-- in: sitting_id id:sitting
-- out: attendee_id id:attendee, desk_id id:desk, post_id id:post, desk text, who text, name text, part enum:attendee_part, secrecy enum:secrecy, sworn_at instant, said text, present bool, role enum:post_role
-- unscoped: the page has found that the sitting exists for the viewer
SELECT t.attendee_id, t.desk_id, t.post_id, COALESCE(d.name, ''), COALESCE(a.name, ''),
       t.name, t.part, t.secrecy, COALESCE(t.sworn_at, 0), t.said, t.present,
       COALESCE(p.role, '')
  FROM attendee AS t
  LEFT JOIN post AS p ON p.post_id = t.post_id
  LEFT JOIN account AS a ON a.account_id = p.account_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
 WHERE t.sitting_id = :sitting_id AND t.left_at IS NULL
 ORDER BY t.attendee_id NULLS LAST
 LIMIT 200;

-- name: attendee_items  many
-- Which items each attendee of a sitting is invited to.
-- in: sitting_id id:sitting
-- out: attendee_id id:attendee, item_id id:item, place int, bound bool, case_id id:case
-- unscoped: the page has found that the sitting exists for the viewer
SELECT x.attendee_id, x.item_id, i.place, i.bound, i.case_id
  FROM agenda_item AS i
  JOIN attendee_item AS x ON x.item_id = i.item_id
  JOIN attendee AS t ON t.attendee_id = x.attendee_id
 WHERE i.sitting_id = :sitting_id AND t.left_at IS NULL
 ORDER BY i.place NULLS LAST, x.attendee_id NULLS LAST;

-- name: attendee_one  one
-- A seat at a sitting that the viewer's desk set.
-- in: attendee_id id:attendee, desk id:desk, shares bool
-- out: sitting_id id:sitting, desk_id id:desk, post_id id:post, name text, part enum:attendee_part, sworn_at instant, state enum:sitting_state, desk text, who text
-- unscoped: only for the secretariat, as the condition says
SELECT t.sitting_id, t.desk_id, t.post_id, t.name, t.part, COALESCE(t.sworn_at, 0),
       s.state, COALESCE(d.name, ''), COALESCE(a.name, '')
  FROM attendee AS t
  JOIN sitting AS s ON s.sitting_id = t.sitting_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
  LEFT JOIN post AS p ON p.post_id = t.post_id
  LEFT JOIN account AS a ON a.account_id = p.account_id
 WHERE t.attendee_id = :attendee_id AND t.left_at IS NULL
   AND :shares AND s.desk_id = :desk;

-- name: attendee_swear  none
-- Notes how and when an attendee confirmed secrecy, and what was said on the telephone.
-- in: attendee_id id:attendee, secrecy enum:secrecy, sworn_at instant?, sworn_by id:post, said text
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE attendee SET secrecy = :secrecy, sworn_at = :sworn_at, sworn_by = :sworn_by,
       said = :said
 WHERE attendee_id = :attendee_id;

-- name: attendee_swear_self  none
-- Notes the pledge that the viewer gives at the seat of the viewer's own.
-- in: sitting_id id:sitting, post id:post, now instant
-- unscoped: one's own seat alone
UPDATE attendee SET secrecy = 'pledge', sworn_at = :now, sworn_by = :post
 WHERE sitting_id = :sitting_id AND post_id = :post AND left_at IS NULL
   AND sworn_at IS NULL;

-- name: attendee_leave  none
-- Takes a seat away.
-- in: attendee_id id:attendee, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE attendee SET left_at = :now WHERE attendee_id = :attendee_id AND left_at IS NULL;

-- name: attendee_sit  none
-- Puts somebody else on a seat: a deputy, or whom a desk sends. Secrecy is confirmed anew.
-- in: attendee_id id:attendee, desk_id id:desk?, post_id id:post?, name text, sworn_at instant?, secrecy enum:secrecy
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE attendee SET desk_id = :desk_id, post_id = :post_id, name = :name,
       secrecy = :secrecy, sworn_at = :sworn_at, sworn_by = NULL
 WHERE attendee_id = :attendee_id;

-- name: attendee_absent  none
-- Notes that somebody did not come, or came after all.
-- in: attendee_id id:attendee, present bool
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE attendee SET present = :present WHERE attendee_id = :attendee_id;

-- name: seat_posts  many
-- Everybody who can be given a seat now.
-- in: now instant
-- out: post_id id:post, desk_id id:desk, name text, desk text, title text, role enum:post_role
SELECT p.post_id, p.desk_id, a.name, d.name, p.title, p.role
  FROM post AS p
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.from_at <= :now AND p.until_at > :now AND NOT p.suspended
   AND a.ended_at IS NULL
   AND p.role NOT IN ('admin', 'auditor', 'privacy_officer')
 ORDER BY d.is_lead DESC NULLS LAST, d.name NULLS LAST, a.name NULLS LAST,
          p.post_id NULLS LAST
 LIMIT 2000;

-- name: pledge_put  none
-- Keeps the yearly pledge of a post.
-- in: post_id id:post, until_on day, wording text, now instant
INSERT INTO pledge (post_id, until_on, wording, given_at)
VALUES (:post_id, :until_on, :wording, :now)
ON CONFLICT (post_id, until_on) DO NOTHING;

-- name: pledge_of  opt
-- The pledge of a post that holds on a day.
-- in: post_id id:post, today day
-- out: until_on day, given_at instant
SELECT until_on, given_at FROM pledge
 WHERE post_id = :post_id AND until_on >= :today
 ORDER BY until_on DESC NULLS LAST LIMIT 1;

-- name: pledge_list  many
-- Who pledged secrecy, whether the post stands or not: the duty does not end with it.
-- in: now instant
-- out: who text, desk text, title text, given_at instant, until_on day, over bool
SELECT a.name, d.name, p.title, g.given_at, g.until_on,
       p.until_at <= :now OR p.suspended OR a.ended_at IS NOT NULL
  FROM pledge AS g
  JOIN post AS p ON p.post_id = g.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 ORDER BY d.name NULLS LAST, a.name NULLS LAST, g.post_id NULLS LAST,
          g.until_on DESC NULLS LAST
 LIMIT 2000;

-- name: sworn_list  many
-- Who without a post confirmed secrecy at sittings that the viewer's desk set.
-- in: desk id:desk
-- out: who text, desk text, secrecy enum:secrecy, sworn_at instant
-- unscoped: the secretariat's own list; it names no case
SELECT t.name, COALESCE(d.name, ''), t.secrecy, t.sworn_at
  FROM sitting AS s
  JOIN attendee AS t ON t.sitting_id = s.sitting_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
 WHERE s.desk_id = :desk AND t.post_id IS NULL AND t.name <> ''
   AND t.sworn_at IS NOT NULL
 ORDER BY t.name NULLS LAST, t.sworn_at DESC NULLS LAST, t.attendee_id NULLS LAST
 LIMIT 500;

-- name: tabled_add  none
-- Lays a fact before an item, frozen.
-- in: tabled_id id:tabled, item_id id:item, kind enum:tabled_kind, ground int, body text, note_id id:note?, desk_id id:desk, post_id id:post, now instant
-- unscoped: the act has decided that the viewer may table this class
INSERT INTO tabled_fact (tabled_id, item_id, kind, ground, body, note_id, desk_id,
                         post_id, tabled_at)
VALUES (:tabled_id, :item_id, :kind, :ground, :body, :note_id, :desk_id, :post_id, :now);

-- name: tabled_list  many
-- What lies before the items of a sitting.
-- in: sitting_id id:sitting
-- out: tabled_id id:tabled, item_id id:item, kind enum:tabled_kind, ground int, body text, desk_id id:desk, post_id id:post, desk text, tabled_at instant
-- unscoped: policy shows each by the facts of its item
SELECT f.tabled_id, f.item_id, f.kind, f.ground, f.body, f.desk_id, f.post_id, d.name,
       f.tabled_at
  FROM agenda_item AS i
  JOIN tabled_fact AS f ON f.item_id = i.item_id
  JOIN desk AS d ON d.desk_id = f.desk_id
 WHERE i.sitting_id = :sitting_id AND f.dropped_at IS NULL
 ORDER BY f.tabled_at NULLS LAST, f.tabled_id NULLS LAST
 LIMIT 500;

-- name: tabled_drop  none
-- Takes a fact back before the sitting opens.
-- in: tabled_id id:tabled, sitting_id id:sitting, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE tabled_fact SET dropped_at = :now
 WHERE tabled_id = :tabled_id AND dropped_at IS NULL
   AND item_id IN (SELECT i.item_id FROM agenda_item AS i
                    WHERE i.sitting_id = :sitting_id);

-- name: item_people  many
-- Whom the items of a sitting are about; merged_into: whose second record it was.
-- in: sitting_id id:sitting
-- out: case_id id:case, person_id id:person, name text, kana text, other_names text, age int, place text, phone text, number text, contact text, merged_into id:person
-- unscoped: policy shows each by the facts of its item
SELECT e.case_id, e.person_id, e.name, e.kana, e.other_names, COALESCE(e.age, -1),
       e.place, e.phone, s.number,
       COALESCE((SELECT MAX(k.caller_contact) FROM consultation AS k
                  WHERE k.case_id = e.case_id AND k.person_id = e.person_id), ''),
       e.merged_into
  FROM person AS e JOIN support_case AS s ON s.case_id = e.case_id
 WHERE e.case_id IN (SELECT i.case_id FROM agenda_item AS i
                      WHERE i.sitting_id = :sitting_id)
 ORDER BY e.case_id NULLS LAST, e.ordinal NULLS LAST, e.person_id NULLS LAST;

-- name: matter_add  none
-- Says that an item which rests on consent is about that person.
-- in: item_id id:item, person_id id:person
-- unscoped: part of the item that the act is putting on the agenda
INSERT INTO item_person (item_id, person_id) VALUES (:item_id, :person_id);

-- name: matter_list  many
-- Whom the items of a sitting are about that rest on consent.
-- in: sitting_id id:sitting
-- out: item_id id:item, person_id id:person
-- unscoped: policy shows each by the consent of that very person
SELECT m.item_id, m.person_id
  FROM agenda_item AS i JOIN item_person AS m ON m.item_id = i.item_id
 WHERE i.sitting_id = :sitting_id
 ORDER BY m.item_id NULLS LAST, m.person_id NULLS LAST;

-- name: matter_of_item  many
-- Whom an item is about, with all that each consents to at all: those chosen where it rests on
-- consent, else everybody of the case.
-- in: item_id id:item, now instant
-- out: person_id id:person, items int
-- unscoped: the facts that policy decides by
SELECT e.person_id, COALESCE(k.items, 0)
  FROM agenda_item AS i
  JOIN person AS e ON e.case_id = i.case_id AND e.merged_into IS NULL
  LEFT JOIN consent AS k
    ON k.person_id = e.person_id AND k.sharing AND k.state IN ('given', 'partly')
   AND k.from_at <= :now AND k.until_at > :now
 WHERE i.item_id = :item_id
   AND (i.footing <> 'by_consent'
        OR EXISTS (SELECT 1 FROM item_person AS m
                    WHERE m.item_id = i.item_id AND m.person_id = e.person_id))
 ORDER BY e.person_id NULLS LAST, k.consent_id NULLS LAST;

-- name: item_point_put  none
-- Writes what the minutes say to one point of an item.
-- in: item_id id:item, point text, body text
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO item_point (item_id, point, body) VALUES (:item_id, :point, :body)
ON CONFLICT (item_id, point) DO UPDATE SET body = excluded.body;

-- name: item_points  many
-- What the minutes say to the points of the items of a sitting.
-- in: sitting_id id:sitting
-- out: item_id id:item, point text, body text
-- unscoped: policy shows each by the facts of its item
SELECT x.item_id, x.point, x.body
  FROM agenda_item AS i JOIN item_point AS x ON x.item_id = i.item_id
 WHERE i.sitting_id = :sitting_id
 ORDER BY x.item_id NULLS LAST, x.point NULLS LAST;

-- name: sitting_reach  many
-- Whose reach follows from a sitting: each case with its attendees' posts and the secretariat.
-- in: sitting_id id:sitting
-- out: case_id id:case, subject id
-- unscoped: reach itself is made from this
SELECT p.case_id, p.subject FROM (
  SELECT i.case_id, t.post_id AS subject
    FROM agenda_item AS i
    JOIN attendee_item AS x ON x.item_id = i.item_id
    JOIN attendee AS t ON t.attendee_id = x.attendee_id
   WHERE i.sitting_id = :sitting_id AND i.case_id IS NOT NULL AND t.post_id IS NOT NULL
  UNION
  SELECT i.case_id, s.desk_id
    FROM agenda_item AS i JOIN sitting AS s ON s.sitting_id = i.sitting_id
   WHERE i.sitting_id = :sitting_id AND i.case_id IS NOT NULL) AS p
 ORDER BY p.case_id NULLS LAST, p.subject NULLS LAST;

-- name: sitting_count  many
-- How many sittings each body held or has set, by month, for what its cadence asks.
-- in: since day, until day
-- out: body text, also text, state enum:sitting_state, held_on day
-- unscoped: a count without cases; the page shows it to the office that sets the sittings
SELECT body, also, state, held_on FROM sitting
 WHERE held_on >= :since AND held_on <= :until AND state <> 'cancelled'
   AND from_item IS NULL
 ORDER BY held_on NULLS LAST
 LIMIT 2000;

-- name: item_recipients  many
-- Who would hear an item: desks of those invited, and posts that stand for themselves.
-- in: item_id id:item, desk id:desk
-- out: subject id
-- unscoped: the facts that policy decides by
SELECT DISTINCT CASE WHEN p.role IN ('commissioner', 'resident_partner', 'meeting_member')
                     THEN t.post_id ELSE t.desk_id END
  FROM attendee_item AS x
  JOIN attendee AS t ON t.attendee_id = x.attendee_id
  LEFT JOIN post AS p ON p.post_id = t.post_id
 WHERE x.item_id = :item_id AND t.left_at IS NULL AND t.desk_id IS NOT NULL
   AND (t.desk_id <> :desk OR p.role IN ('commissioner', 'resident_partner',
                                         'meeting_member'))
 ORDER BY 1 NULLS LAST;

-- name: case_items  many
-- The items on which the case stood at sittings that the viewer's desk set.
-- in: case_id id:case, desk id:desk, shares bool
-- out: item_id id:item, sitting_id id:sitting, place int, body text, acts_as text, footing enum:item_footing, state enum:item_state, decision text, next_on day, held_on day, held_at text, sitting_state enum:sitting_state, trigger text
-- unscoped: only for the secretariat, as the condition says
SELECT i.item_id, i.sitting_id, i.place, s.body, i.acts_as, i.footing, i.state,
       i.decision, i.next_on, s.held_on, s.held_at, s.state, i.trigger
  FROM agenda_item AS i JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE i.case_id = :case_id AND :shares AND s.desk_id = :desk
 ORDER BY s.held_on DESC NULLS LAST, i.item_id NULLS LAST
 LIMIT 100;

-- name: decided_add  none
-- Keeps what a meeting decided that somebody does.
-- in: role_id id:role, case_id id:case, item_id id:item, kind enum:decision_kind, desk_id id:desk, what text, lead bool, days int, step_id id:step?, named bool, due_on day, now instant, until_on day?
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO decided_role (role_id, case_id, item_id, kind, desk_id, what, lead, days,
                          step_id, named, due_on, from_at, until_on)
VALUES (:role_id, :case_id, :item_id, :kind, :desk_id, :what, :lead, :days, :step_id,
        :named, :due_on, :now, :until_on);

-- name: decided_of_sitting  many
-- What was decided at a sitting.
-- in: sitting_id id:sitting
-- out: role_id id:role, item_id id:item, kind enum:decision_kind, desk_id id:desk, desk text, what text, lead bool, days int, step_id id:step, due_on day, until_on day, ended_at instant, done_at instant
-- unscoped: policy shows each by the facts of its item
SELECT r.role_id, r.item_id, r.kind, r.desk_id, d.name, r.what, r.lead, r.days, r.step_id,
       r.due_on, r.until_on, COALESCE(r.ended_at, 0), COALESCE(t.done_at, 0)
  FROM agenda_item AS i
  JOIN decided_role AS r ON r.item_id = i.item_id
  JOIN desk AS d ON d.desk_id = r.desk_id
  LEFT JOIN next_step AS t ON t.step_id = r.step_id
 WHERE i.sitting_id = :sitting_id
 ORDER BY r.from_at NULLS LAST, r.role_id NULLS LAST
 LIMIT 500;

-- name: decided_of_case  many
-- The roles in a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: role_id id:role, kind enum:decision_kind, desk_id id:desk, desk text, what text, lead bool, days int, due_on day, until_on day, ended_at instant, held_on day, body text
SELECT r.role_id, r.kind, r.desk_id, d.name, r.what, r.lead, r.days, r.due_on,
       r.until_on, COALESCE(r.ended_at, 0), s.held_on, i.acts_as
  FROM decided_role AS r
  JOIN desk AS d ON d.desk_id = r.desk_id
  JOIN agenda_item AS i ON i.item_id = r.item_id
  JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE r.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY r.lead DESC NULLS LAST, r.from_at NULLS LAST, r.role_id NULLS LAST
 LIMIT 100;

-- name: decided_one  one
-- A decided role whose sitting the viewer's desk set.
-- in: role_id id:role, desk id:desk, shares bool
-- out: case_id id:case, item_id id:item, sitting_id id:sitting, desk_id id:desk, ended_at instant
-- unscoped: only for the secretariat, as the condition says
SELECT r.case_id, r.item_id, i.sitting_id, r.desk_id, COALESCE(r.ended_at, 0)
  FROM decided_role AS r
  JOIN agenda_item AS i ON i.item_id = r.item_id
  JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE r.role_id = :role_id AND :shares AND s.desk_id = :desk;

-- name: decided_end  none
-- Ends a role.
-- in: role_id id:role, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE decided_role SET ended_at = :now WHERE role_id = :role_id AND ended_at IS NULL;

-- name: desk_reaches  one
-- Whether a desk already reaches a case on a ground of its own.
-- in: desk_id id:desk, case_id id:case, own int, lead int, held int, now instant
-- out: n int
SELECT COUNT(*) FROM reach AS r
 WHERE r.subject = :desk_id AND r.case_id = :case_id
   AND r.ground IN (:own, :lead, :held) AND r.from_at <= :now
   AND (r.until_at IS NULL OR r.until_at > :now);

-- name: step_add_for  none
-- Adds a next step for the desk that a meeting gave it to.
-- in: step_id id:step, case_id id:case, desk_id id:desk, owner_post id:post, what text, due_on day, now instant
-- unscoped: the act has checked that the viewer is the secretariat of the item
INSERT INTO next_step (step_id, case_id, desk_id, owner_post, what, due_on, made_at,
                       done_at, result)
VALUES (:step_id, :case_id, :desk_id, :owner_post, :what, :due_on, :now, NULL, '');

-- name: request_add  none
-- Asks somebody for cooperation under article 106-6.
-- in: request_id id:request, item_id id:item, party text, asked text, basis text, due_on day, desk_id id:desk, post_id id:post, now instant
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO cooperation_request (request_id, item_id, party, asked, basis, due_on, desk_id,
                                 post_id, sent_at, answer)
VALUES (:request_id, :item_id, :party, :asked, :basis, :due_on, :desk_id, :post_id, :now,
        '');

-- name: request_list  many
-- The requests of the viewer's desk, open ones first, the oldest first.
-- in: desk id:desk, sitting_id id:sitting, all bool
-- out: request_id id:request, item_id id:item, sitting_id id:sitting, place int, party text, asked text, basis text, due_on day, sent_at instant, answer text, answered_at instant, body text, held_on day
-- unscoped: only for the secretariat, as the condition says
SELECT q.request_id, q.item_id, i.sitting_id, i.place, q.party, q.asked, q.basis,
       q.due_on, q.sent_at, q.answer, COALESCE(q.answered_at, 0), s.body, s.held_on
  FROM cooperation_request AS q
  JOIN agenda_item AS i ON i.item_id = q.item_id
  JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE q.desk_id = :desk AND ((:all AND q.answered_at IS NULL)
                              OR i.sitting_id = :sitting_id)
 ORDER BY q.answered_at NULLS FIRST, q.sent_at NULLS LAST, q.request_id NULLS LAST
 LIMIT 200;

-- name: request_one  one
-- A request of the viewer's desk.
-- in: request_id id:request, desk id:desk
-- out: item_id id:item, sitting_id id:sitting, party text, asked text, basis text, due_on day, sent_at instant, answer text, answered_at instant, body text, held_on day, desk text, agency text
-- unscoped: only for the secretariat, as the condition says
SELECT q.item_id, i.sitting_id, q.party, q.asked, q.basis, q.due_on, q.sent_at, q.answer,
       COALESCE(q.answered_at, 0), i.acts_as, s.held_on, d.name, g.name
  FROM cooperation_request AS q
  JOIN agenda_item AS i ON i.item_id = q.item_id
  JOIN sitting AS s ON s.sitting_id = i.sitting_id
  JOIN desk AS d ON d.desk_id = q.desk_id
  JOIN agency AS g ON g.agency_id = d.agency_id
 WHERE q.request_id = :request_id AND q.desk_id = :desk;

-- name: request_answer  none
-- Writes down the answer.
-- in: request_id id:request, answer text, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE cooperation_request SET answer = :answer, answered_at = :now
 WHERE request_id = :request_id;

-- name: copy_add  none
-- Numbers a copy of the papers.
-- in: copy_id id:copy, sitting_id id:sitting, attendee_id id:attendee, post_id id:post, now instant
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO pack_copy (copy_id, sitting_id, attendee_id, number, post_id, printed_at)
SELECT :copy_id, :sitting_id, :attendee_id, COALESCE(MAX(k.number), 0) + 1, :post_id, :now
  FROM pack_copy AS k WHERE k.sitting_id = :sitting_id;

-- name: copy_list  many
-- The copies of the papers of a sitting.
-- in: sitting_id id:sitting
-- out: copy_id id:copy, attendee_id id:attendee, number int, printed_at instant, returned_at instant, lost_at instant, lost_why text, by text, desk text, who text, name text
-- unscoped: the page shows them to the secretariat only
SELECT k.copy_id, k.attendee_id, k.number, k.printed_at, COALESCE(k.returned_at, 0),
       COALESCE(k.lost_at, 0), k.lost_why, a.name, COALESCE(d.name, ''),
       COALESCE(b.name, ''), t.name
  FROM pack_copy AS k
  JOIN attendee AS t ON t.attendee_id = k.attendee_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
  LEFT JOIN post AS q ON q.post_id = t.post_id
  LEFT JOIN account AS b ON b.account_id = q.account_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE k.sitting_id = :sitting_id
 ORDER BY k.number NULLS LAST;

-- name: copy_one  one
-- A copy of the papers of a sitting that the viewer's desk set.
-- in: copy_id id:copy, desk id:desk, shares bool
-- out: sitting_id id:sitting, attendee_id id:attendee, number int, printed_at instant, returned_at instant, lost_at instant, lost_why text, by text, by_desk text, total int
-- unscoped: only for the secretariat, as the condition says
SELECT k.sitting_id, k.attendee_id, k.number, k.printed_at, COALESCE(k.returned_at, 0),
       COALESCE(k.lost_at, 0), k.lost_why, a.name, d.name,
       (SELECT COUNT(*) FROM pack_copy AS o WHERE o.sitting_id = k.sitting_id)
  FROM pack_copy AS k
  JOIN sitting AS s ON s.sitting_id = k.sitting_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE k.copy_id = :copy_id AND :shares AND s.desk_id = :desk;

-- name: copy_return  none
-- Notes that a copy came back.
-- in: copy_id id:copy, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE pack_copy SET returned_at = :now
 WHERE copy_id = :copy_id AND returned_at IS NULL;

-- name: copy_out  none
-- Notes that a copy is still out: it was ticked off by mistake.
-- in: copy_id id:copy
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE pack_copy SET returned_at = NULL WHERE copy_id = :copy_id;

-- name: copy_lost  none
-- Notes that a copy is lost, and what was found out and done.
-- in: copy_id id:copy, why text, now instant
-- unscoped: the act has checked that the viewer is the secretariat
UPDATE pack_copy SET lost_at = :now, lost_why = :why
 WHERE copy_id = :copy_id AND returned_at IS NULL;
