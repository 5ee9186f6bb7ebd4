-- Sittings by telephone or in turn: the calls, and their being confirmed later.

-- name: call_add  none
-- Keeps one call: what somebody was asked and answered.
-- in: call_id id:call, sitting_id id:sitting, attendee_id id:attendee, called_at text, answer enum:call_answer, told bool, said text, post_id id:post, now instant
-- unscoped: the act has checked that the viewer is the secretariat
INSERT INTO sitting_call (call_id, sitting_id, place, attendee_id, called_at, answer, told,
                          said, post_id, noted_at)
SELECT :call_id, :sitting_id, COALESCE(MAX(k.place), 0) + 1, :attendee_id, :called_at,
       :answer, :told, :said, :post_id, :now
  FROM sitting_call AS k WHERE k.sitting_id = :sitting_id;

-- name: call_list  many
-- The calls of a sitting, in turn.
-- in: sitting_id id:sitting
-- out: attendee_id id:attendee, called_at text, answer enum:call_answer, told bool, said text, by text, noted_at instant, desk text, who text, name text
-- unscoped: the page shows them to the secretariat only
SELECT k.attendee_id, k.called_at, k.answer, k.told, k.said, a.name, k.noted_at,
       COALESCE(d.name, ''), COALESCE(b.name, ''), t.name
  FROM sitting_call AS k
  JOIN attendee AS t ON t.attendee_id = k.attendee_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
  LEFT JOIN post AS q ON q.post_id = t.post_id
  LEFT JOIN account AS b ON b.account_id = q.account_id
 WHERE k.sitting_id = :sitting_id
 ORDER BY k.place NULLS LAST, k.call_id NULLS LAST
 LIMIT 500;

-- name: sitting_unconfirmed  many
-- Sittings by telephone of the same body that ended and were not confirmed by a later one.
-- in: sitting_id id:sitting, body text, desk id:desk
-- out: sitting_id id:sitting, held_on day
-- unscoped: the secretariat's own sittings; no case is named
SELECT s.sitting_id, s.held_on FROM sitting AS s
 WHERE s.desk_id = :desk AND s.body = :body AND s.way = 'telephone'
   AND s.state = 'closed' AND s.confirmed_id IS NULL AND s.sitting_id <> :sitting_id
 ORDER BY s.held_on NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 20;

-- name: sitting_confirm  none
-- Notes by which sitting one by telephone was confirmed.
-- in: sitting_id id:sitting, confirmed_id id:sitting, desk id:desk
-- unscoped: the act has checked that the viewer is the secretariat of both
UPDATE sitting SET confirmed_id = :confirmed_id
 WHERE sitting_id = :sitting_id AND desk_id = :desk AND confirmed_id IS NULL;
