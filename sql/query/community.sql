-- What the community lets the desks know: gatherings with findings, notes of areas, notices.

-- name: gathering_add  none
-- Notes a meeting joined, a salon visited, a desk held open.
-- in: gathering_id id:gathering, kind enum:gathering_kind, name text, held_on day, party text, staff text, desk_id id:desk, post_id id:post, now instant
INSERT INTO gathering (gathering_id, kind, name, held_on, party, staff, desk_id, post_id,
                       recorded_at)
VALUES (:gathering_id, :kind, :name, :held_on, :party, :staff, :desk_id, :post_id, :now);

-- name: gathering_list  many
-- The gatherings of a desk, newest first, with how much was heard there.
-- in: desk_id id:desk
-- out: gathering_id id:gathering, kind enum:gathering_kind, name text, held_on day, party text, staff text, findings int
-- unscoped: how much was heard is a count of the desk's own notes
SELECT g.gathering_id, g.kind, g.name, g.held_on, g.party, g.staff,
       (SELECT COUNT(*) FROM finding AS f WHERE f.gathering_id = g.gathering_id)
  FROM gathering AS g WHERE g.desk_id = :desk_id
 ORDER BY g.held_on DESC NULLS LAST, g.gathering_id NULLS LAST
 LIMIT 200;

-- name: gathering_one  opt
-- A gathering of a desk.
-- in: gathering_id id:gathering, desk_id id:desk
-- out: kind enum:gathering_kind, name text, held_on day, party text, staff text
SELECT kind, name, held_on, party, staff FROM gathering
 WHERE gathering_id = :gathering_id AND desk_id = :desk_id;

-- name: finding_add  none
-- Notes what was heard.
-- in: finding_id id:finding, gathering_id id:gathering?, source enum:source_kind, party text, heard_on day, area text, of_area bool, words text, desk_id id:desk, post_id id:post, now instant
-- unscoped: the row is new and about nobody who is known yet
INSERT INTO finding (finding_id, gathering_id, source, party, heard_on, area, of_area,
                     words, case_id, desk_id, post_id, recorded_at)
VALUES (:finding_id, :gathering_id, :source, :party, :heard_on, :area, :of_area, :words,
        NULL, :desk_id, :post_id, :now);

-- name: finding_list  many
-- What a desk heard at a gathering, in the order in which it was written.
-- in: gathering_id id:gathering, desk_id id:desk
-- out: finding_id id:finding, source enum:source_kind, party text, heard_on day, area text, of_area bool, words text, who text, desk_id id:desk, post_id id:post, turned bool
-- unscoped: the desk's own notes; whom they turned out to be about is not told here
SELECT f.finding_id, f.source, f.party, f.heard_on, f.area, f.of_area, f.words, a.name,
       f.desk_id, f.post_id, f.case_id IS NOT NULL
  FROM finding AS f
  JOIN post AS p ON p.post_id = f.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE f.gathering_id = :gathering_id AND f.desk_id = :desk_id
 ORDER BY f.recorded_at NULLS LAST, f.finding_id NULLS LAST
 LIMIT 200;

-- name: finding_one  opt
-- One of them.
-- in: finding_id id:finding, desk_id id:desk
-- out: gathering_id id:gathering?, source enum:source_kind, party text, heard_on day, area text, of_area bool, words text, turned bool
-- unscoped: the desk's own note
SELECT gathering_id, source, party, heard_on, area, of_area, words, case_id IS NOT NULL
  FROM finding WHERE finding_id = :finding_id AND desk_id = :desk_id;

-- name: finding_turn  none
-- Notes with which case of outreach a finding went on.
-- in: finding_id id:finding, case_id id:case
-- unscoped: the act that opened the case has checked both
UPDATE finding SET case_id = :case_id WHERE finding_id = :finding_id AND case_id IS NULL;

-- name: area_notes  many
-- What was heard of areas and of nobody in particular, by area, newest first. area "": all.
-- in: area text
-- out: finding_id id:finding, source enum:source_kind, party text, heard_on day, area text, words text, desk text, desk_id id:desk, post_id id:post
-- unscoped: about no person
SELECT f.finding_id, f.source, f.party, f.heard_on, f.area, f.words, d.name, f.desk_id,
       f.post_id
  FROM finding AS f JOIN desk AS d ON d.desk_id = f.desk_id
 WHERE f.of_area AND (:area = '' OR f.area = :area)
 ORDER BY f.area NULLS LAST, f.heard_on DESC NULLS LAST, f.finding_id NULLS LAST
 LIMIT 300;

-- name: source_counts  many
-- How much was heard from each kind of source in a span of days: an office number.
-- in: from_on day, until_on day
-- out: source enum:source_kind, n int
-- unscoped: counts over all records, nobody is named
SELECT u.kind, COUNT(*) FROM (
  SELECT f.source AS kind FROM finding AS f
   WHERE f.heard_on >= :from_on AND f.heard_on <= :until_on
  UNION ALL
  SELECT k.kind FROM outreach_source AS k
   WHERE k.heard_on >= :from_on AND k.heard_on <= :until_on
     AND k.gathering_id IS NULL) AS u
 GROUP BY u.kind ORDER BY u.kind NULLS LAST;

-- name: gathering_counts  many
-- How much was heard at each gathering in a span of days: an office number.
-- in: from_on day, until_on day
-- out: gathering_id id:gathering, kind enum:gathering_kind, name text, held_on day, party text, n int
-- unscoped: counts over all records, nobody is named
SELECT g.gathering_id, g.kind, g.name, g.held_on, g.party,
       (SELECT COUNT(*) FROM finding AS f WHERE f.gathering_id = g.gathering_id)
  FROM gathering AS g
 WHERE g.held_on >= :from_on AND g.held_on <= :until_on
 ORDER BY g.held_on NULLS LAST, g.gathering_id NULLS LAST
 LIMIT 500;

-- name: notice_add  none
-- Lets a desk know of something.
-- in: notice_id id:notice, kind enum:notice_kind, event text, area text, words text, urgency enum:urgency, from_desk id:desk, post_id id:post, to_desk id:desk, now instant
-- unscoped: the row is new and about nobody who is known yet
INSERT INTO notice (notice_id, kind, event, area, words, urgency, from_desk, post_id,
                    to_desk, sent_at, answer, answered_at, answered_by, case_id)
VALUES (:notice_id, :kind, :event, :area, :words, :urgency, :from_desk, :post_id,
        :to_desk, :now, '', NULL, NULL, NULL);

-- name: notice_list  many
-- What a desk was let know of, or what one post let others know; what is not answered first.
-- in: to_desk id:desk?, post_id id:post?
-- out: notice_id id:notice, kind enum:notice_kind, event text, area text, words text, urgency enum:urgency, from_name text, who text, to_name text, sent_at instant, answer enum:notice_answer, answered_at instant?, turned bool, to_desk id:desk, post_id id:post
-- unscoped: a notice belongs to the desk that received it and to the post that brought it
SELECT n.notice_id, n.kind, n.event, n.area, n.words, n.urgency, f.name, a.name, t.name,
       n.sent_at, n.answer, n.answered_at, n.case_id IS NOT NULL, n.to_desk, n.post_id
  FROM notice AS n
  JOIN desk AS f ON f.desk_id = n.from_desk
  JOIN desk AS t ON t.desk_id = n.to_desk
  JOIN post AS p ON p.post_id = n.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE n.to_desk = :to_desk OR n.post_id = :post_id
 ORDER BY n.answered_at DESC NULLS FIRST, n.sent_at DESC NULLS LAST,
          n.notice_id NULLS LAST
 LIMIT 200;

-- name: notice_one  opt
-- One notice, with the case that came of it for the desk that received it.
-- in: notice_id id:notice
-- out: kind enum:notice_kind, event text, area text, words text, urgency enum:urgency, from_name text, who text, to_name text, sent_at instant, answer enum:notice_answer, answered_at instant?, turned bool, case_id id:case?, to_desk id:desk, post_id id:post
-- unscoped: the act checks that the notice was received or brought by the viewer
SELECT n.kind, n.event, n.area, n.words, n.urgency, f.name, a.name, t.name, n.sent_at,
       n.answer, n.answered_at, n.case_id IS NOT NULL, n.case_id, n.to_desk, n.post_id
  FROM notice AS n
  JOIN desk AS f ON f.desk_id = n.from_desk
  JOIN desk AS t ON t.desk_id = n.to_desk
  JOIN post AS p ON p.post_id = n.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE n.notice_id = :notice_id;

-- name: notice_answer  none
-- Answers a notice once.
-- in: notice_id id:notice, answer enum:notice_answer, post_id id:post, now instant
-- unscoped: the act has checked that the viewer's desk received it
UPDATE notice SET answer = :answer, answered_at = :now, answered_by = :post_id
 WHERE notice_id = :notice_id AND answered_at IS NULL;

-- name: notice_turn  none
-- Notes which case came of a notice.
-- in: notice_id id:notice, case_id id:case
-- unscoped: the act that opened the case has checked both
UPDATE notice SET case_id = :case_id WHERE notice_id = :notice_id AND case_id IS NULL;

-- name: notice_waiting  one
-- How many notices a desk has not answered yet.
-- in: to_desk id:desk
-- out: n int
-- unscoped: a count of what the viewer's own desk received
SELECT COUNT(*) FROM notice WHERE to_desk = :to_desk AND answered_at IS NULL;

-- name: notice_spans  many
-- When notices of a kind were sent and answered in a span of instants: an office number.
-- in: kind enum:notice_kind, from_at instant, until_at instant
-- out: sent_at instant, answered_at instant?
-- unscoped: times alone, nobody is named
SELECT sent_at, answered_at FROM notice
 WHERE kind = :kind AND sent_at >= :from_at AND sent_at < :until_at
 ORDER BY sent_at NULLS LAST;

-- name: outreach_figures  one
-- The four figures of a span of days, replayed from the log: an office number. People on the
-- list are those who began before its end and had not ended before its beginning.
-- in: from_on day, until_on day
-- out: listed int, contacts int, agreements int, moves int
-- unscoped: counts over all records, nobody is named
SELECT
  (SELECT COUNT(*) FROM outreach AS o
    WHERE o.began_on <= :until_on
      AND COALESCE((SELECT m.state FROM outreach_move AS m
                     WHERE m.case_id = o.case_id AND m.moved_on < :from_on
                     ORDER BY m.at DESC NULLS LAST, m.move_id NULLS LAST LIMIT 1),
                   'heard_of') <> 'closed'),
  (SELECT COUNT(*) FROM outreach_contact AS k
    WHERE k.happened_on >= :from_on AND k.happened_on <= :until_on),
  (SELECT COUNT(DISTINCT m.case_id) FROM outreach_move AS m
    WHERE m.state = 'agreed' AND m.before_state <> 'agreed'
      AND m.moved_on >= :from_on AND m.moved_on <= :until_on),
  (SELECT COUNT(*) FROM outreach_move AS m
    WHERE m.before_state <> '' AND m.moved_on >= :from_on AND m.moved_on <= :until_on);

-- name: month_put  none
-- Keeps the figures of a month as they are reported.
-- in: month text, listed int, contacts int, agreements int, moves int, post_id id:post, now instant
INSERT INTO outreach_month (month, listed, contacts, agreements, moves, post_id,
                            closed_at)
VALUES (:month, :listed, :contacts, :agreements, :moves, :post_id, :now)
ON CONFLICT (month) DO UPDATE
   SET listed = excluded.listed, contacts = excluded.contacts,
       agreements = excluded.agreements, moves = excluded.moves,
       post_id = excluded.post_id, closed_at = excluded.closed_at;

-- name: month_one  opt
-- The figures of a month as they were reported.
-- in: month text
-- out: listed int, contacts int, agreements int, moves int, closed_at instant
SELECT listed, contacts, agreements, moves, closed_at FROM outreach_month
 WHERE month = :month;
