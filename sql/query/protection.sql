-- Restrictions: who is kept from a case, who is named nevertheless, how it is lifted.

-- name: restriction_add  none
-- Begins a restriction.
-- in: restriction_id id:restriction, group_id id, kind enum:restriction_kind, case_id id:case, person_id id:person?, subject id?, decided bool, from_on day, until_on day?, reason text, now instant, post_id id:post
-- unscoped: begun by an act that has decided on the case; the other side of a split one is not reached by it
INSERT INTO restriction (restriction_id, group_id, kind, case_id, person_id, subject,
                         decided, from_on, until_on, reason, begun_at, begun_post,
                         lift_reason, version)
VALUES (:restriction_id, :group_id, :kind, :case_id, :person_id, :subject, :decided,
        :from_on, :until_on, :reason, :now, :post_id, '', 1);

-- name: restriction_list  many
-- The restrictions of a case that name the viewer's post, newest first; lifted ones too.
-- in: case_id id:case, post_id id:post, subjects ids, now instant
-- out: restriction_id id:restriction, kind enum:restriction_kind, person text?, decided bool, from_on day, until_on day?, lift_at instant?, lifted_at instant?, who text?
SELECT x.restriction_id, x.kind, e.name, x.decided, x.from_on, x.until_on, x.lift_at,
       x.lifted_at, COALESCE(a.name, d.name)
  FROM restriction AS x
  LEFT JOIN person AS e ON e.person_id = x.person_id
  LEFT JOIN post AS p ON p.post_id = x.subject
  LEFT JOIN account AS a ON a.account_id = p.account_id
  LEFT JOIN desk AS d ON d.desk_id = x.subject
 WHERE x.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
   AND EXISTS (SELECT 1 FROM restriction_named AS l
                WHERE l.restriction_id = x.restriction_id AND l.post_id = :post_id
                  AND NOT l.deputy AND (l.until_at IS NULL OR l.until_at > :now))
 ORDER BY x.begun_at DESC NULLS LAST, x.restriction_id NULLS LAST
 LIMIT 100;

-- name: restriction_one  one
-- A restriction that names the viewer's post, of a case that the viewer reaches.
-- in: restriction_id id:restriction, post_id id:post, subjects ids, now instant
-- out: group_id id, kind enum:restriction_kind, case_id id:case, person_id id:person?, person text?, decided bool, from_on day, until_on day?, reason text, begun_at instant, begun_who text, lift_at instant?, lift_account id:account?, lift_who text?, lift_reason text, lifted_at instant?, version int
SELECT x.group_id, x.kind, x.case_id, x.person_id, e.name, x.decided, x.from_on,
       x.until_on, x.reason, x.begun_at, ba.name, x.lift_at, lp.account_id, la.name,
       x.lift_reason, x.lifted_at, x.version
  FROM restriction AS x
  JOIN visible_case AS v ON v.case_id = x.case_id
  JOIN post AS bp ON bp.post_id = x.begun_post
  JOIN account AS ba ON ba.account_id = bp.account_id
  LEFT JOIN person AS e ON e.person_id = x.person_id
  LEFT JOIN post AS lp ON lp.post_id = x.lift_post
  LEFT JOIN account AS la ON la.account_id = lp.account_id
 WHERE x.restriction_id = :restriction_id
   AND EXISTS (SELECT 1 FROM restriction_named AS l
                WHERE l.restriction_id = x.restriction_id AND l.post_id = :post_id
                  AND NOT l.deputy AND (l.until_at IS NULL OR l.until_at > :now));

-- name: restriction_of_group  many
-- The restrictions that are lifted together, with the cases whose reach follows.
-- in: group_id id
-- out: restriction_id id:restriction, case_id id:case
-- unscoped: the other side of a split household, which who lifts it does not reach
SELECT restriction_id, case_id FROM restriction WHERE group_id = :group_id
 ORDER BY restriction_id NULLS LAST;

-- name: restriction_sealed  opt
-- Whether the case is sealed already.
-- in: case_id id:case
-- out: restriction_id id:restriction
-- unscoped: asked by the act that seals it, which has decided on the case
SELECT restriction_id FROM restriction
 WHERE case_id = :case_id AND kind = 'sealed' AND lifted_at IS NULL
 ORDER BY begun_at NULLS LAST, restriction_id NULLS LAST LIMIT 1;

-- name: restriction_lift_ask  none
-- One asks that it be lifted; NULL in lift_at takes that back.
-- in: group_id id, lift_at instant?, post_id id:post?, reason text
-- unscoped: the act has found the restriction for a viewer whom it names
UPDATE restriction
   SET lift_at = :lift_at, lift_post = :post_id, lift_reason = :reason,
       version = version + 1
 WHERE group_id = :group_id AND lifted_at IS NULL;

-- name: restriction_lift_end  none
-- Another confirms: lifted.
-- in: group_id id, now instant, post_id id:post
-- unscoped: the act has found the restriction for a viewer whom it names
UPDATE restriction
   SET lifted_at = :now, lifted_post = :post_id, version = version + 1
 WHERE group_id = :group_id AND lifted_at IS NULL;

-- name: restriction_decide  none
-- It was decided, until a day.
-- in: restriction_id id:restriction, until_on day?
-- unscoped: the act has found the restriction for a viewer whom it names
UPDATE restriction SET decided = TRUE, until_on = :until_on, version = version + 1
 WHERE restriction_id = :restriction_id AND lifted_at IS NULL;

-- name: named_add  none
-- Names one more post.
-- in: named_id id, restriction_id id:restriction, case_id id:case, post_id id:post, deputy bool, reason text, now instant, until_at instant?, added_by id:post
-- unscoped: the act has found the restriction for a viewer whom it names
INSERT INTO restriction_named (named_id, restriction_id, case_id, post_id, deputy, reason,
                               from_at, until_at, added_by)
VALUES (:named_id, :restriction_id, :case_id, :post_id, :deputy, :reason, :now, :until_at,
        :added_by);

-- name: named_end  none
-- Takes a post off again.
-- in: restriction_id id:restriction, named_id id, now instant
-- unscoped: the act has found the restriction for a viewer whom it names
UPDATE restriction_named SET until_at = :now
 WHERE named_id = :named_id AND restriction_id = :restriction_id
   AND (until_at IS NULL OR until_at > :now);

-- name: named_list  many
-- Who is named in a restriction, in the order in which they are called.
-- in: restriction_id id:restriction, now instant
-- out: named_id id, post_id id:post, account_id id:account, name text, desk text, title text, deputy bool, from_at instant, until_at instant?, in_force bool
-- unscoped: the act has found the restriction for a viewer whom it names
SELECT l.named_id, l.post_id, p.account_id, a.name, d.name, p.title, l.deputy, l.from_at,
       l.until_at,
       p.from_at <= :now AND p.until_at > :now AND NOT p.suspended
         AND a.ended_at IS NULL
  FROM restriction_named AS l
  JOIN post AS p ON p.post_id = l.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE l.restriction_id = :restriction_id AND (l.until_at IS NULL OR l.until_at > :now)
 ORDER BY l.deputy NULLS FIRST, l.from_at NULLS LAST, l.named_id NULLS LAST
 LIMIT 100;

-- name: named_deputy  many
-- The sealed households for which the viewer's post is the deputy.
-- in: post_id id:post, now instant
-- out: restriction_id id:restriction, case_id id:case, begun_at instant, who text, desk text
-- unscoped: a deputy does not reach the case until it is opened in an absence
SELECT x.restriction_id, x.case_id, x.begun_at, a.name, d.name
  FROM restriction_named AS l
  JOIN restriction AS x ON x.restriction_id = l.restriction_id
  JOIN post AS p ON p.post_id = x.begun_post
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE l.post_id = :post_id AND l.deputy AND x.kind = 'sealed' AND x.lifted_at IS NULL
   AND (l.until_at IS NULL OR l.until_at > :now)
 ORDER BY x.begun_at NULLS LAST, x.restriction_id NULLS LAST
 LIMIT 100;

-- name: event_add  none
-- Keeps what happened to a restriction.
-- in: event_id id, restriction_id id:restriction, case_id id:case, now instant, post_id id:post, what text, why text
-- unscoped: written in the act that changed the restriction
INSERT INTO restriction_event (event_id, restriction_id, case_id, at, post_id, what, why)
VALUES (:event_id, :restriction_id, :case_id, :now, :post_id, :what, :why);

-- name: event_list  many
-- The history of a restriction, newest first.
-- in: restriction_id id:restriction
-- out: at instant, who text, desk text, what text, why text
-- unscoped: the act has found the restriction for a viewer whom it names
SELECT y.at, a.name, d.name, y.what, y.why
  FROM restriction_event AS y
  JOIN post AS p ON p.post_id = y.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE y.restriction_id = :restriction_id
 ORDER BY y.at DESC NULLS LAST, y.event_id NULLS LAST
 LIMIT 200;

-- name: whereabouts_add  none
-- Keeps a version of what is sealed.
-- in: restriction_id id:restriction, version int, case_id id:case, post_id id:post, now instant, sealed blob
-- unscoped: written in the act that decided on the restriction
INSERT INTO whereabouts (restriction_id, version, case_id, post_id, at, sealed)
VALUES (:restriction_id, :version, :case_id, :post_id, :now, :sealed);

-- name: whereabouts_last  opt
-- The newest version of what is sealed.
-- in: restriction_id id:restriction
-- out: case_id id:case, version int, at instant, who text, sealed blob
-- unscoped: the act has found the restriction for a viewer whom it names
SELECT w.case_id, w.version, w.at, a.name, w.sealed
  FROM whereabouts AS w
  JOIN post AS p ON p.post_id = w.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE w.restriction_id = :restriction_id
 ORDER BY w.version DESC NULLS LAST
 LIMIT 1;

-- name: protected_people  many
-- The protected people of a case, and whether the post is on all their lists.
-- in: case_id id:case, post_id id:post
-- out: person_id id:person, listed bool
-- unscoped: the facts that policy decides by
SELECT x.person_id,
       COUNT(*) = SUM(CASE WHEN EXISTS (
           SELECT 1 FROM restriction_named AS l
            WHERE l.restriction_id = x.restriction_id AND l.post_id = :post_id
              AND l.until_at IS NULL) THEN 1 ELSE 0 END)
  FROM restriction AS x
 WHERE x.case_id = :case_id AND x.kind = 'whereabouts' AND x.lifted_at IS NULL
 GROUP BY x.person_id
 ORDER BY x.person_id NULLS LAST;

-- name: person_of_case  opt
-- A person of a case that the viewer reaches.
-- in: person_id id:person, case_id id:case, subjects ids, now instant
-- out: name text, place text
SELECT e.name, e.place FROM person AS e
 WHERE e.person_id = :person_id AND e.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: post_by_login  opt
-- The first post in force of a log-in.
-- in: login text, now instant
-- out: post_id id:post, account_id id:account, desk_id id:desk, name text
SELECT p.post_id, p.account_id, p.desk_id, a.name
  FROM account AS a JOIN post AS p ON p.account_id = a.account_id
 WHERE a.login = :login AND a.ended_at IS NULL AND p.from_at <= :now
   AND p.until_at > :now AND NOT p.suspended
 ORDER BY p.from_at NULLS LAST, p.post_id NULLS LAST
 LIMIT 1;

-- name: heads_of_desk  many
-- The heads of a desk who are in force.
-- in: desk_id id:desk, now instant
-- out: post_id id:post
SELECT p.post_id FROM post AS p JOIN account AS a ON a.account_id = p.account_id
 WHERE p.desk_id = :desk_id AND p.role = 'head' AND p.from_at <= :now
   AND p.until_at > :now AND NOT p.suspended AND a.ended_at IS NULL
 ORDER BY p.post_id NULLS LAST;

-- name: unsealed_people  many
-- Protected people whose place or telephone stands open, each with its oldest restriction.
-- out: restriction_id id:restriction, case_id id:case, person_id id:person, name text, kana text, other_names text, place text, phone text
-- unscoped: taken into the vault in the act that wrote it, before anybody can read it
SELECT x.restriction_id, e.case_id, e.person_id, e.name, e.kana, e.other_names, e.place,
       e.phone
  FROM restriction AS x
  JOIN person AS e ON e.person_id = x.person_id
 WHERE x.kind = 'whereabouts' AND x.lifted_at IS NULL
   AND (e.place <> '' OR e.phone <> '')
   AND NOT EXISTS (SELECT 1 FROM restriction AS y
                    WHERE y.person_id = x.person_id AND y.kind = 'whereabouts'
                      AND y.lifted_at IS NULL
                      AND (y.begun_at < x.begun_at
                           OR (y.begun_at = x.begun_at
                               AND y.restriction_id < x.restriction_id)))
 ORDER BY x.restriction_id NULLS LAST
 LIMIT 100;

-- name: person_unplace  none
-- Takes place and telephone of a protected person out of the record and out of search.
-- in: person_id id:person, search_text text
-- unscoped: follows a restriction, whoever wrote them
UPDATE person SET place = '', phone = '', search_text = :search_text
 WHERE person_id = :person_id;

-- name: unsealed_households  many
-- Households with an open place of which a protected person is part now.
-- out: restriction_id id:restriction, case_id id:case, household_id id:household, place text
-- unscoped: taken into the vault in the act that wrote it, before anybody can read it
SELECT x.restriction_id, h.case_id, h.household_id, h.place
  FROM restriction AS x
  JOIN membership AS m ON m.person_id = x.person_id
  JOIN household AS h ON h.household_id = m.household_id
 WHERE x.kind = 'whereabouts' AND x.lifted_at IS NULL AND h.place <> ''
   AND m.until_on IS NULL AND m.until_words = '' AND NOT m.dropped
 ORDER BY x.begun_at NULLS LAST, x.restriction_id NULLS LAST
 LIMIT 100;

-- name: household_unplace  none
-- Takes the place of a protected person's household out of the record.
-- in: household_id id:household
-- unscoped: follows a restriction, whoever wrote it
UPDATE household SET place = '' WHERE household_id = :household_id;

-- name: safety_one  opt
-- Dangers and whom to call first, of a case that the viewer reaches.
-- in: case_id id:case, subjects ids, now instant
-- out: dangers text, call_order text, version int
SELECT f.dangers, f.call_order, f.version FROM safety AS f
 WHERE f.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id);

-- name: safety_put  none
-- Writes dangers and whom to call first.
-- in: case_id id:case, dangers text, call_order text, now instant, post_id id:post, version int
-- unscoped: by an act that has decided on the case
INSERT INTO safety (case_id, dangers, call_order, at, post_id, version)
VALUES (:case_id, :dangers, :call_order, :now, :post_id, :version)
ON CONFLICT (case_id) DO UPDATE
   SET dangers = excluded.dangers, call_order = excluded.call_order, at = excluded.at,
       post_id = excluded.post_id, version = excluded.version;

-- name: arrival_add  none
-- Notes that something like a hidden household came to a desk.
-- in: arrival_id id, case_id id:case, desk_id id:desk, post_id id:post, now instant
-- unscoped: the desk that received it may not know of the case
INSERT INTO similar_arrival (arrival_id, case_id, desk_id, post_id, at)
VALUES (:arrival_id, :case_id, :desk_id, :post_id, :now);

-- name: arrival_list  many
-- What came that is like a case which the viewer reaches and owns.
-- in: case_id id:case, post_id id:post, subjects ids, now instant
-- out: desk text, who text, at instant
SELECT d.name, a.name, y.at
  FROM similar_arrival AS y
  JOIN support_case AS s ON s.case_id = y.case_id
  JOIN desk AS d ON d.desk_id = y.desk_id
  JOIN post AS p ON p.post_id = y.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE y.case_id = :case_id AND y.seen_at IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
   AND (s.owner_post = :post_id
        OR EXISTS (SELECT 1 FROM restriction_named AS l
                     JOIN restriction AS x ON x.restriction_id = l.restriction_id
                    WHERE l.case_id = y.case_id AND l.post_id = :post_id
                      AND NOT l.deputy AND x.lifted_at IS NULL
                      AND (l.until_at IS NULL OR l.until_at > :now)))
 ORDER BY y.at DESC NULLS LAST, y.arrival_id NULLS LAST
 LIMIT 20;

-- name: arrival_seen  none
-- The lead has seen what came.
-- in: case_id id:case, now instant
-- unscoped: by an act that has decided on the case
UPDATE similar_arrival SET seen_at = :now WHERE case_id = :case_id AND seen_at IS NULL;

-- name: hidden_like  many
-- Cases that are hidden, split or hold a protected person, and someone of the name.
-- in: name text, kana text
-- out: case_id id:case, desk_id id:desk, owner_post id:post, sealed bool
-- unscoped: who receives the second consultation is told nothing of it; the lead is
SELECT DISTINCT s.case_id, s.desk_id, s.owner_post,
       EXISTS (SELECT 1 FROM restriction AS y
                WHERE y.case_id = s.case_id AND y.kind = 'sealed'
                  AND y.lifted_at IS NULL)
  FROM restriction AS x
  JOIN support_case AS s ON s.case_id = x.case_id
  JOIN person AS e ON e.case_id = s.case_id
 WHERE x.lifted_at IS NULL AND x.kind IN ('sealed', 'other_side', 'whereabouts')
   AND ((:name <> '' AND REPLACE(e.name, ' ', '') = :name)
        OR (:kana <> '' AND REPLACE(e.kana, ' ', '') = :kana))
 ORDER BY s.case_id NULLS LAST
 LIMIT 20;

-- name: callers  many
-- Who of the protected people of a case may be asked, in the order of their naming.
-- in: case_id id:case, subjects ids, now instant
-- out: name text, desk text, title text
SELECT a.name, d.name, p.title
  FROM restriction AS x
  JOIN restriction_named AS l ON l.restriction_id = x.restriction_id
  JOIN post AS p ON p.post_id = l.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE x.case_id = :case_id AND x.kind = 'whereabouts' AND x.lifted_at IS NULL
   AND l.until_at IS NULL AND p.from_at <= :now AND p.until_at > :now
   AND NOT p.suspended AND a.ended_at IS NULL
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY l.from_at NULLS LAST, l.named_id NULLS LAST
 LIMIT 20;
