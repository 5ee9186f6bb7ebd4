-- The work list, reach, drafts and the answers of repeated requests.

-- name: duty_put  none
-- Puts a line on a desk's work list, or moves its date.
-- in: duty_id id:duty, case_id id:case, rule text, subject_id id, desk_id id:desk, post_id id:post?, due_on day
-- unscoped: kept by the act that makes the duty, which has checked the case
INSERT INTO duty (duty_id, case_id, rule, subject_id, desk_id, post_id, due_on)
VALUES (:duty_id, :case_id, :rule, :subject_id, :desk_id, :post_id, :due_on)
ON CONFLICT (rule, subject_id, desk_id)
DO UPDATE SET due_on = excluded.due_on, post_id = excluded.post_id;

-- name: case_watch  one
-- What the standing lines of the work list follow from: steps still open, the last day on
-- which somebody was met or spoken to.
-- in: case_id id:case
-- out: state enum:case_state, desk_id id:desk, owner_post id:post, opened_at instant, steps int, contact_on day?
-- unscoped: only the work list of the case's own desk is made from this
SELECT s.state, s.desk_id, s.owner_post, s.opened_at,
       (SELECT COUNT(*) FROM next_step AS t
         WHERE t.case_id = s.case_id AND t.done_at IS NULL),
       (SELECT MAX(c.happened_on) FROM (
          SELECT n.happened_on FROM note AS n
           WHERE n.case_id = s.case_id AND n.result IN ('met', 'spoke')
          UNION ALL
          SELECT k.happened_on FROM outreach_contact AS k
           WHERE k.case_id = s.case_id AND k.result IN ('met', 'spoke')) AS c)
  FROM support_case AS s
 WHERE s.case_id = :case_id;

-- name: duty_clear  none
-- Takes a line off the work lists.
-- in: rule text, subject_id id
-- unscoped: cleared by the act that fulfils the duty, which has checked the case
DELETE FROM duty WHERE rule = :rule AND subject_id = :subject_id;

-- name: duty_stands  one
-- Whether a line of that rule is on a work list for its subject.
-- in: rule text, subject_id id
-- out: stands bool
-- unscoped: asked by the page of the subject, which has checked the case
SELECT EXISTS (SELECT 1 FROM duty WHERE rule = :rule AND subject_id = :subject_id);

-- name: duty_list  many
-- The work list of a desk up to a day, of the cases that the viewer reaches; mine: the lines
-- of one post. The lines are chosen first, all else is looked up for these alone.
-- in: desk id:desk, post id:post, mine bool, until day, subjects ids, now instant, skip int, n int
-- out: case_id id:case, ground int, rule text, subject_id id, due_on day, post_id id:post, owner text?, number text, name text, age int, step text?, party text?, opened bool, consented bool
SELECT y.case_id,
       (SELECT MIN(v.ground) FROM visible_case AS v WHERE v.case_id = y.case_id),
       y.rule, y.subject_id, y.due_on, y.post_id, a.name, s.number,
       e.name, COALESCE(e.age, -1), COALESCE(t.what, pi.what),
       CASE WHEN r.from_desk = y.desk_id THEN rt.name ELSE rf.name END,
       r.referral_id IS NULL OR r.state <> 'requested' OR r.from_desk = y.desk_id,
       EXISTS (SELECT 1 FROM sharing_person AS c WHERE c.person_id = e.person_id)
  FROM (SELECT d.duty_id, d.case_id, d.rule, d.subject_id, d.desk_id, d.post_id, d.due_on
          FROM duty AS d
         WHERE d.desk_id = :desk AND d.due_on <= :until
           AND (NOT :mine OR d.post_id = :post)
           AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = d.case_id)
         ORDER BY d.due_on NULLS LAST, d.rule NULLS LAST, d.duty_id NULLS LAST
         LIMIT :n OFFSET :skip) AS y
  JOIN support_case AS s ON s.case_id = y.case_id
  JOIN person AS e ON e.person_id = (SELECT MIN(x.person_id) FROM person AS x
                                      WHERE x.case_id = y.case_id)
  LEFT JOIN post AS p ON p.post_id = y.post_id
  LEFT JOIN account AS a ON a.account_id = p.account_id
  LEFT JOIN next_step AS t ON t.step_id = y.subject_id
  LEFT JOIN support_item AS pi ON pi.item_id = y.subject_id
  LEFT JOIN referral AS r ON r.referral_id = y.subject_id
  LEFT JOIN desk AS rf ON rf.desk_id = r.from_desk
  LEFT JOIN desk AS rt ON rt.desk_id = r.to_desk
 ORDER BY y.due_on NULLS LAST, y.rule NULLS LAST, y.duty_id NULLS LAST;

-- name: duty_counts  many
-- How much each desk of an agency has before it, for the head; no case is named, and what a
-- こども家庭センター keeps to itself is not counted.
-- in: desk id:desk, today day, soon day
-- out: name text, late int, today int, soon int, oldest day?
-- unscoped: counts of an office, without a case; the act asks for the head's role
SELECT k.name,
       (SELECT COUNT(*) FROM duty AS y WHERE y.rule <> 'childbirth'
           AND y.desk_id = k.desk_id AND y.due_on < :today),
       (SELECT COUNT(*) FROM duty AS y WHERE y.rule <> 'childbirth'
           AND y.desk_id = k.desk_id AND y.due_on = :today),
       (SELECT COUNT(*) FROM duty AS y WHERE y.rule <> 'childbirth'
           AND y.desk_id = k.desk_id AND y.due_on > :today AND y.due_on <= :soon),
       (SELECT MIN(y.due_on) FROM duty AS y
         WHERE y.rule <> 'childbirth' AND y.desk_id = k.desk_id)
  FROM desk AS h
  JOIN desk AS k ON k.agency_id = h.agency_id
 WHERE h.desk_id = :desk AND k.until_on IS NULL
 ORDER BY k.name NULLS LAST, k.desk_id NULLS LAST;

-- name: reach_put  none
-- Gives a subject reach of a case, or opens it again.
-- in: subject id, case_id id:case, ground int, from_at instant, until_at instant?, now instant
INSERT INTO reach (subject, case_id, ground, from_at, until_at, updated_at)
VALUES (:subject, :case_id, :ground, :from_at, :until_at, :now)
ON CONFLICT (subject, case_id, ground)
DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at,
              updated_at = excluded.updated_at;

-- name: reach_end  none
-- Ends the reach of a subject on one ground.
-- in: subject id, case_id id:case, ground int, now instant
UPDATE reach SET until_at = :now, updated_at = :now
 WHERE subject = :subject AND case_id = :case_id AND ground = :ground
   AND (until_at IS NULL OR until_at > :now);

-- name: reach_of_case  many
-- On which grounds the viewer reaches the case now, and until when.
-- in: case_id id:case, subjects ids, now instant
-- out: ground int, from_at instant, until_at instant
SELECT r.ground, MIN(r.from_at), MAX(COALESCE(r.until_at, 0)) FROM reach AS r
 WHERE r.case_id = :case_id AND COALESCE(r.subject, '') IN (:subjects) AND r.from_at <= :now
   AND (r.until_at IS NULL OR r.until_at > :now)
 GROUP BY r.ground
 ORDER BY r.ground NULLS LAST;

-- name: reach_count  one
-- How much the viewer reaches, most at the most: lists and searches choose their way by it.
-- in: subjects ids, most int
-- out: n int
SELECT COUNT(*)
  FROM (SELECT r.case_id FROM reach AS r WHERE r.subject IN (:subjects)
         ORDER BY r.subject NULLS FIRST, r.case_id NULLS FIRST LIMIT :most) AS few;

-- name: reach_all  many
-- All reach, for the nightly comparison with its sources.
-- out: subject id, case_id id:case, ground int, open bool
SELECT subject, case_id, ground, until_at IS NULL FROM reach
 ORDER BY subject NULLS LAST, case_id NULLS LAST, ground NULLS LAST;

-- name: reach_source  one
-- What the reach of one subject over one case is made from: since when it leads, has records
-- of its own, has a hand-over waiting, holds one; 0 where it does not. A desk has what was
-- recorded there, a post what it wrote itself; role is empty for a desk. team: it is named by
-- consent that stands, until team_until; past: it had a role by consent and that ended or will.
-- office: it is the secretariat of a sitting that takes the case up; decided: it holds a role
-- that was decided, until its last day.
-- in: case_id id:case, subject id
-- out: lead instant, own instant, waiting instant, held instant, team instant, team_until instant, past instant, office instant, decided instant, decided_open bool, decided_until day, role enum:post_role
-- unscoped: reach itself is made from this
SELECT
  COALESCE((SELECT MIN(s.opened_at) FROM support_case AS s
             WHERE s.case_id = :case_id AND s.desk_id = :subject
               AND s.merged_into IS NULL), 0),
  COALESCE((SELECT MIN(o.at) FROM (
     SELECT k.recorded_at AS at FROM consultation AS k
      WHERE k.case_id = :case_id AND (k.desk_id = :subject OR k.post_id = :subject)
     UNION ALL
     SELECT n.recorded_at FROM note AS n
      WHERE n.case_id = :case_id
        AND (n.desk_id = :subject OR n.post_id = :subject)
     UNION ALL
     SELECT x.recorded_at FROM outreach_source AS x
      WHERE x.case_id = :case_id
        AND (x.desk_id = :subject OR x.post_id = :subject)
     UNION ALL
     SELECT y.recorded_at FROM outreach_contact AS y
      WHERE y.case_id = :case_id
        AND (y.desk_id = :subject OR y.post_id = :subject)) AS o), 0),
  COALESCE((SELECT MIN(r.sent_at) FROM referral AS r
             WHERE r.case_id = :case_id AND r.to_desk = :subject
               AND r.revoked_at IS NULL
               AND (r.state = 'requested'
                    OR (r.state = 'on_hold' AND r.owner_post IS NULL))), 0),
  COALESCE((SELECT MIN(r.sent_at) FROM referral AS r
              JOIN support_case AS h ON h.case_id = r.case_id
             WHERE r.case_id = :case_id AND r.to_desk = :subject
               AND r.revoked_at IS NULL
               AND (r.state IN ('accepted', 'in_progress')
                    OR (r.state = 'on_hold' AND r.owner_post IS NOT NULL)
                    OR (r.state = 'completed' AND h.state <> 'closed'))), 0),
  COALESCE((SELECT MIN(k.from_at) FROM consent AS k
              JOIN consent_party AS y ON y.consent_id = k.consent_id
             WHERE k.case_id = :case_id AND y.subject = :subject AND y.allowed
               AND k.sharing AND k.state IN ('given', 'partly')), 0),
  COALESCE((SELECT MAX(k.until_at) FROM consent AS k
              JOIN consent_party AS y ON y.consent_id = k.consent_id
             WHERE k.case_id = :case_id AND y.subject = :subject AND y.allowed
               AND k.sharing AND k.state IN ('given', 'partly')), 0),
  COALESCE((SELECT MAX(CASE WHEN k.ended_at < k.until_at THEN k.ended_at
                            ELSE k.until_at END) FROM consent AS k
              JOIN consent_party AS y ON y.consent_id = k.consent_id
             WHERE k.case_id = :case_id AND y.subject = :subject AND y.allowed
               AND k.sharing AND k.joins
               AND k.state IN ('given', 'partly', 'withdrawn', 'renewed')), 0),
  COALESCE((SELECT MIN(i.added_at) FROM agenda_item AS i
              JOIN sitting AS s ON s.sitting_id = i.sitting_id
             WHERE i.case_id = :case_id AND s.desk_id = :subject
               AND i.state <> 'withdrawn'), 0),
  COALESCE((SELECT MIN(r.from_at) FROM decided_role AS r
             WHERE r.case_id = :case_id AND r.desk_id = :subject AND r.named
               AND r.ended_at IS NULL), 0),
  EXISTS (SELECT 1 FROM decided_role AS r
           WHERE r.case_id = :case_id AND r.desk_id = :subject AND r.named
             AND r.ended_at IS NULL AND r.until_on IS NULL),
  (SELECT MAX(r.until_on) FROM decided_role AS r
    WHERE r.case_id = :case_id AND r.desk_id = :subject AND r.named
      AND r.ended_at IS NULL),
  COALESCE((SELECT p.role FROM post AS p WHERE p.post_id = :subject), '');

-- name: reach_seat  one
-- What a post reaches by its seats at sittings, while they are open: lawful, or agreed by
-- consent that names its desk (or the post where it stands for itself), until agreed_until.
-- in: case_id id:case, subject id
-- out: lawful instant, agreed instant, agreed_until instant
-- unscoped: reach itself is made from this
SELECT
  COALESCE((SELECT MIN(s.opened_at) FROM agenda_item AS i
              JOIN sitting AS s ON s.sitting_id = i.sitting_id
              JOIN attendee_item AS x ON x.item_id = i.item_id
              JOIN attendee AS t ON t.attendee_id = x.attendee_id
             WHERE i.case_id = :case_id AND i.footing = 'lawful'
               AND i.state <> 'withdrawn' AND s.state = 'open'
               AND t.post_id = :subject AND t.left_at IS NULL
               AND (t.sworn_at IS NOT NULL
                    OR (NOT i.bound AND t.part <> 'resident'))), 0),
  COALESCE((SELECT MIN(s.opened_at) FROM agenda_item AS i
              JOIN sitting AS s ON s.sitting_id = i.sitting_id
              JOIN attendee_item AS x ON x.item_id = i.item_id
              JOIN attendee AS t ON t.attendee_id = x.attendee_id
              JOIN item_person AS m ON m.item_id = i.item_id
              JOIN consent AS k ON k.person_id = m.person_id
              JOIN consent_party AS y ON y.consent_id = k.consent_id
             WHERE i.case_id = :case_id AND i.footing = 'by_consent'
               AND i.state <> 'withdrawn' AND s.state = 'open'
               AND t.post_id = :subject AND t.left_at IS NULL
               AND (t.sworn_at IS NOT NULL
                    OR (NOT i.bound AND t.part <> 'resident'))
               AND (y.subject = t.desk_id OR y.subject = t.post_id) AND y.allowed
               AND k.sharing AND k.state IN ('given', 'partly')), 0),
  COALESCE((SELECT MAX(k.until_at) FROM consent AS k
              JOIN consent_party AS y ON y.consent_id = k.consent_id
              JOIN attendee AS t ON t.desk_id = y.subject OR t.post_id = y.subject
             WHERE k.case_id = :case_id AND t.post_id = :subject AND y.allowed
               AND k.sharing AND k.state IN ('given', 'partly')), 0);

-- name: reach_of_pair  many
-- The rows of reach that one subject has for one case, ended ones too.
-- in: subject id, case_id id:case
-- out: ground int, from_at instant, until_at instant
SELECT ground, from_at, COALESCE(until_at, 0) FROM reach
 WHERE subject = :subject AND case_id = :case_id ORDER BY ground NULLS LAST;

-- name: reach_pairs  many
-- Of the next n cases: every desk that has or had to do with it, every post that shares in no
-- desk but recorded something, and where something stands between them the posts of those
-- desks, who is named, who looked it up; for the nightly comparison.
-- in: after id, n int
-- out: case_id id:case, subject id
-- unscoped: a job without a viewer compares reach with its sources
WITH b AS (SELECT case_id, desk_id FROM support_case
            WHERE case_id > COALESCE(:after, '') ORDER BY case_id NULLS LAST LIMIT :n)
SELECT p.case_id, p.subject FROM (
  SELECT b.case_id, b.desk_id AS subject FROM b
  UNION SELECT k.case_id, k.desk_id FROM b JOIN consultation AS k ON k.case_id = b.case_id
  UNION SELECT n.case_id, n.desk_id FROM b JOIN note AS n ON n.case_id = b.case_id
  UNION SELECT r.case_id, r.to_desk FROM b JOIN referral AS r ON r.case_id = b.case_id
  UNION SELECT k.case_id, y.subject FROM b JOIN consent AS k ON k.case_id = b.case_id
    JOIN consent_party AS y ON y.consent_id = k.consent_id
  UNION SELECT k.case_id, k.post_id
    FROM b JOIN consultation AS k ON k.case_id = b.case_id
    JOIN post AS o ON o.post_id = k.post_id
   WHERE o.role NOT IN ('desk_worker', 'coordinator', 'promoter', 'contractor', 'head')
  UNION SELECT n.case_id, n.post_id
    FROM b JOIN note AS n ON n.case_id = b.case_id
    JOIN post AS o ON o.post_id = n.post_id
   WHERE o.role NOT IN ('desk_worker', 'coordinator', 'promoter', 'contractor', 'head')
  UNION SELECT x.case_id, o.post_id
    FROM b JOIN restriction AS x ON x.case_id = b.case_id
    JOIN post AS o
      ON o.desk_id = b.desk_id
      OR o.desk_id IN (SELECT k.desk_id FROM consultation AS k
                        WHERE k.case_id = x.case_id)
      OR o.desk_id IN (SELECT n.desk_id FROM note AS n WHERE n.case_id = x.case_id)
      OR o.desk_id IN (SELECT r.to_desk FROM referral AS r WHERE r.case_id = x.case_id)
      OR o.desk_id IN (SELECT h.desk_id FROM outreach_source AS h
                        WHERE h.case_id = x.case_id)
      OR o.desk_id IN (SELECT a.desk_id FROM outreach_contact AS a
                        WHERE a.case_id = x.case_id)
      OR o.desk_id IN (SELECT z.subject FROM reach AS z WHERE z.case_id = x.case_id)
   WHERE x.lifted_at IS NULL AND x.kind <> 'whereabouts'
  UNION SELECT l.case_id, l.post_id
    FROM b JOIN restriction_named AS l ON l.case_id = b.case_id
  UNION SELECT u.case_id, u.post_id
    FROM b JOIN emergency_use AS u ON u.case_id = b.case_id
  UNION SELECT x.case_id, x.desk_id
    FROM b JOIN outreach_source AS x ON x.case_id = b.case_id
  UNION SELECT y.case_id, y.desk_id
    FROM b JOIN outreach_contact AS y ON y.case_id = b.case_id
  UNION SELECT i.case_id, t.post_id
    FROM b CROSS JOIN agenda_item AS i
    CROSS JOIN attendee_item AS x
    JOIN attendee AS t ON t.attendee_id = x.attendee_id
   WHERE i.case_id = b.case_id AND x.item_id = i.item_id AND t.post_id IS NOT NULL
  UNION SELECT i.case_id, s.desk_id
    FROM b JOIN agenda_item AS i ON i.case_id = b.case_id
    JOIN sitting AS s ON s.sitting_id = i.sitting_id
  UNION SELECT g.case_id, g.desk_id
    FROM b JOIN decided_role AS g ON g.case_id = b.case_id
  UNION SELECT e.case_id, e.subject FROM b JOIN reach AS e ON e.case_id = b.case_id) AS p
 ORDER BY p.case_id NULLS LAST, p.subject NULLS LAST;

-- name: recent_add  none
-- Adds the lines that are missing for the cases behind one id, up to another, so that no list
-- can lack a case for longer than a day. The triggers leave none out; the night looks anyway.
-- in: after id, until id
-- unscoped: a job without a viewer compares an order with its sources
INSERT INTO recent (subject, open, ago, case_id)
SELECT DISTINCT r.subject, CASE WHEN s.state = 'closed' THEN 0 ELSE 1 END, -s.touched_at,
       s.case_id
  FROM support_case AS s JOIN reach AS r ON r.case_id = s.case_id
 WHERE s.case_id > COALESCE(:after, '') AND s.case_id <= :until
   AND NOT EXISTS (SELECT 1 FROM recent AS w
                    WHERE w.subject = r.subject AND w.case_id = s.case_id
                      AND w.ago = -s.touched_at
                      AND w.open = CASE WHEN s.state = 'closed' THEN 0 ELSE 1 END);

-- name: draft_put  none
-- Keeps what is being written; one's own only.
-- in: draft_id id:draft, post_id id:post, route text, title text, body text, now instant
-- unscoped: a draft belongs to its post alone
INSERT INTO draft (draft_id, post_id, route, title, body, saved_at)
VALUES (:draft_id, :post_id, :route, :title, :body, :now)
ON CONFLICT (draft_id) DO UPDATE
   SET title = excluded.title, body = excluded.body, saved_at = excluded.saved_at
 WHERE draft.post_id = excluded.post_id;

-- name: draft_list  many
-- One's own drafts, newest first.
-- in: post_id id:post
-- out: draft_id id:draft, route text, title text, saved_at instant
-- unscoped: a draft belongs to its post alone
SELECT draft_id, route, title, saved_at FROM draft WHERE post_id = :post_id
 ORDER BY saved_at DESC NULLS LAST, draft_id NULLS LAST LIMIT 100;

-- name: draft_show  one
-- One of one's own drafts.
-- in: draft_id id:draft, post_id id:post
-- out: route text, title text, body text, saved_at instant
-- unscoped: a draft belongs to its post alone
SELECT route, title, body, saved_at FROM draft
 WHERE draft_id = :draft_id AND post_id = :post_id;

-- name: draft_drop  none
-- Throws a draft away.
-- in: draft_id id:draft, post_id id:post
-- unscoped: a draft belongs to its post alone
DELETE FROM draft WHERE draft_id = :draft_id AND post_id = :post_id;

-- name: answer_find  opt
-- The answer that a key was given before.
-- in: post_id id:post, route text, key text
-- out: body_hash blob, status int, place text, made id
SELECT body_hash, status, place, made FROM idempotency
 WHERE post_id = :post_id AND route = :route AND key = :key;

-- name: answer_keep  none
-- Keeps the answer of an act that is being acknowledged.
-- in: post_id id:post, route text, key text, body_hash blob, status int, place text, made id?, now instant
INSERT INTO idempotency (post_id, route, key, body_hash, status, place, made, at)
VALUES (:post_id, :route, :key, :body_hash, :status, :place, :made, :now);

-- name: answer_forget  none
-- Forgets answers older than a day.
-- in: before instant
DELETE FROM idempotency WHERE at < :before;

-- name: work_counts  one
-- How much waits for a desk: lines due by today, hand-overs to confirm; most at the most.
-- in: desk id:desk, today day, subjects ids, now instant, most int
-- out: due int, waiting int
SELECT
  (SELECT COUNT(*) FROM (
     SELECT y.case_id FROM duty AS y
      WHERE y.desk_id = :desk AND y.due_on <= :today
        AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = y.case_id)
      ORDER BY y.due_on NULLS FIRST LIMIT :most) AS due),
  (SELECT COUNT(*) FROM (
     SELECT r.case_id FROM referral AS r
      WHERE r.to_desk = :desk AND r.state = 'requested'
        AND EXISTS (SELECT 1 FROM visible_case_one AS v WHERE v.case_id = r.case_id)
      ORDER BY r.state NULLS FIRST LIMIT :most) AS waiting);

-- name: duty_clear_of_desk  none
-- Takes a line off one desk's work list.
-- in: rule text, subject_id id, desk_id id:desk
-- unscoped: cleared by the act of that desk, which has checked the case
DELETE FROM duty WHERE rule = :rule AND subject_id = :subject_id AND desk_id = :desk_id;
