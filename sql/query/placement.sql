-- People and places: why participation is opened, what is wished, what was proposed, how it
-- goes. All of it is reached through the case.

-- name: participation_add  none
-- Notes why participation support is opened.
-- in: participation_id id:participation, case_id id:case, opened_on day, reason text, item_id id:item?, decided text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO participation (participation_id, case_id, opened_on, reason, item_id, decided,
                           desk_id, post_id, recorded_at)
SELECT :participation_id, v.case_id, :opened_on, :reason, :item_id, :decided, :desk_id,
       :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: participation_list  many
-- The openings of a case, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: participation_id id:participation, opened_on day, reason text, decided text, desk text, desk_id id:desk, post_id id:post
SELECT x.participation_id, x.opened_on, x.reason, x.decided, d.name, x.desk_id, x.post_id
  FROM visible_case AS v
  JOIN participation AS x ON x.case_id = v.case_id
  JOIN desk AS d ON d.desk_id = x.desk_id
 WHERE v.case_id = :case_id
 ORDER BY x.recorded_at DESC NULLS LAST, x.participation_id NULLS LAST
 LIMIT 50;

-- name: participation_items  many
-- Items of this case that a conference decided.
-- in: case_id id:case, subjects ids, now instant
-- out: item_id id:item, body text, held_on day, decision text
SELECT i.item_id, CASE WHEN i.acts_as <> '' THEN i.acts_as ELSE s.body END, s.held_on,
       i.decision
  FROM visible_case AS v
  JOIN agenda_item AS i ON i.case_id = v.case_id
  JOIN sitting AS s ON s.sitting_id = i.sitting_id
 WHERE v.case_id = :case_id AND i.state = 'decided' AND i.footing = 'by_consent'
 ORDER BY s.held_on DESC NULLS LAST, i.item_id NULLS LAST
 LIMIT 20;

-- name: wish_add  none
-- Keeps what somebody wishes.
-- in: wish_id id:wish, case_id id:case, person_id id:person?, heard_on day, wishes text, musts text, area text, area_only bool, strengths text, words text, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO wish (wish_id, case_id, person_id, heard_on, wishes, musts, area, area_only,
                  strengths, words, desk_id, post_id, recorded_at)
SELECT :wish_id, v.case_id, :person_id, :heard_on, :wishes, :musts, :area, :area_only,
       :strengths, :words, :desk_id, :post_id, :now
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: wish_list  many
-- The wishes of a case, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: wish_id id:wish, person_id id:person, heard_on day, wishes text, musts text, area text, area_only bool, strengths text, words text, desk text, desk_id id:desk, post_id id:post
SELECT w.wish_id, w.person_id, w.heard_on, w.wishes, w.musts, w.area, w.area_only,
       w.strengths, w.words, d.name, w.desk_id, w.post_id
  FROM visible_case AS v
  JOIN wish AS w ON w.case_id = v.case_id
  JOIN desk AS d ON d.desk_id = w.desk_id
 WHERE v.case_id = :case_id
 ORDER BY w.recorded_at DESC NULLS LAST, w.wish_id NULLS LAST
 LIMIT 100;

-- name: placement_add  none
-- Proposes a place.
-- in: placement_id id:placement, case_id id:case, person_id id:person?, wish_id id:wish?, place_id id:place, reasons text, told text, consent_id id:consent?, proposed_on day, next_on day, desk_id id:desk, post_id id:post, subjects ids, now instant
INSERT INTO placement (placement_id, case_id, person_id, wish_id, place_id, state, reasons,
                       told, consent_id, proposed_on, next_on, words, end_words, desk_id, post_id,
                       recorded_at, version)
SELECT :placement_id, v.case_id, :person_id, :wish_id, :place_id, 'proposed', :reasons,
       :told, :consent_id, :proposed_on, :next_on, '', '', :desk_id, :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: placement_consent  opt
-- The newest consent to sharing of a person that stands now.
-- in: case_id id:case, person_id id:person, subjects ids, now instant
-- out: consent_id id:consent
SELECT q.consent_id
  FROM visible_case AS v
  JOIN consent AS q ON q.case_id = v.case_id
 WHERE v.case_id = :case_id AND q.person_id = :person_id AND q.sharing
   AND q.state IN ('given', 'partly') AND q.from_at <= :now
   AND (q.until_at IS NULL OR q.until_at > :now)
 ORDER BY q.from_at DESC NULLS LAST, q.consent_id NULLS LAST
 LIMIT 1;

-- name: placement_list  many
-- The placements of a case, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: placement_id id:placement, person_id id:person, wish_id id:wish, place_id id:place, place text, kind text, state enum:placement_state, reasons text, told text, consent_on day, consent_stands bool, proposed_on day, accepted_on day, declined_on day, visit_on day, trial_on day, regular_on day, role_on day, ended_on day, next_on day, words text, end_words text, desk text, desk_id id:desk, post_id id:post
SELECT k.placement_id, k.person_id, k.wish_id, k.place_id, p.name, p.kind, k.state,
       k.reasons, k.told, q.from_on,
       COALESCE(q.sharing AND q.state IN ('given', 'partly')
                AND (q.until_at IS NULL OR q.until_at > :now), FALSE),
       k.proposed_on, k.accepted_on, k.declined_on, k.visit_on,
       k.trial_on, k.regular_on, k.role_on, k.ended_on, k.next_on, k.words, k.end_words,
       d.name, k.desk_id, k.post_id
  FROM visible_case AS v
  JOIN placement AS k ON k.case_id = v.case_id
  JOIN place AS p ON p.place_id = k.place_id
  JOIN desk AS d ON d.desk_id = k.desk_id
  LEFT JOIN consent AS q ON q.consent_id = k.consent_id
 WHERE v.case_id = :case_id
 ORDER BY k.recorded_at DESC NULLS LAST, k.placement_id NULLS LAST
 LIMIT 100;

-- name: placement_one  opt
-- One placement of a case that the viewer reaches.
-- in: placement_id id:placement, subjects ids, now instant
-- out: case_id id:case, person_id id:person, place_id id:place, kind text, state enum:placement_state, proposed_on day, accepted_on day, visit_on day, trial_on day, regular_on day, role_on day, desk_id id:desk, version int
SELECT k.case_id, k.person_id, k.place_id, p.kind, k.state, k.proposed_on, k.accepted_on,
       k.visit_on, k.trial_on, k.regular_on, k.role_on, k.desk_id, k.version
  FROM placement AS k JOIN place AS p ON p.place_id = k.place_id
 WHERE k.placement_id = :placement_id
   AND EXISTS (SELECT 1 FROM visible_case AS v WHERE v.case_id = k.case_id);

-- name: placement_move  none
-- Moves a placement on; each state keeps its own day.
-- in: placement_id id:placement, version int, state enum:placement_state, code text, on_day day, next_on day?, words text, subjects ids, now instant
UPDATE placement
   SET state = :state, next_on = :next_on, version = version + 1,
       accepted_on = CASE WHEN :code = 'accepted' THEN :on_day ELSE accepted_on END,
       declined_on = CASE WHEN :code = 'declined' THEN :on_day ELSE declined_on END,
       visit_on = CASE WHEN :code = 'visit' THEN :on_day ELSE visit_on END,
       trial_on = CASE WHEN :code = 'trial' THEN :on_day ELSE trial_on END,
       regular_on = CASE WHEN :code = 'regular' THEN :on_day ELSE regular_on END,
       role_on = CASE WHEN :code = 'role' THEN :on_day ELSE role_on END,
       ended_on = CASE WHEN :code = 'ended' THEN :on_day ELSE ended_on END,
       words = CASE WHEN :code IN ('ended', 'declined') OR :words = ''
                    THEN words ELSE :words END,
       end_words = CASE WHEN :code IN ('ended', 'declined') THEN :words
                        ELSE end_words END
 WHERE placement_id = :placement_id AND version = :version
   AND EXISTS (SELECT 1 FROM visible_case AS v WHERE v.case_id = placement.case_id);

-- name: placement_day_add  none
-- Sets a day on which to ask how it goes.
-- in: day_id id:placement_day, placement_id id:placement, case_id id:case, kind enum:placement_day_kind, due_on day, words text, desk_id id:desk, post_id id:post
-- unscoped: by the act that has decided about the case
INSERT INTO placement_day (day_id, placement_id, case_id, kind, due_on, done_on, dropped,
                           words, desk_id, post_id)
VALUES (:day_id, :placement_id, :case_id, :kind, :due_on, NULL, FALSE, :words, :desk_id,
        :post_id);

-- name: placement_days  many
-- The days set in a case, in their order.
-- in: case_id id:case, subjects ids, now instant
-- out: day_id id:placement_day, placement_id id:placement, kind enum:placement_day_kind, due_on day, done_on day, dropped bool, words text, desk_id id:desk, post_id id:post
SELECT y.day_id, y.placement_id, y.kind, y.due_on, y.done_on, y.dropped, y.words,
       y.desk_id, y.post_id
  FROM visible_case AS v
  JOIN placement_day AS y ON y.case_id = v.case_id
 WHERE v.case_id = :case_id
 ORDER BY y.due_on NULLS LAST, y.day_id NULLS LAST
 LIMIT 500;

-- name: placement_day_one  opt
-- One such day of a case that the viewer reaches.
-- in: day_id id:placement_day, subjects ids, now instant
-- out: case_id id:case, placement_id id:placement, kind enum:placement_day_kind, due_on day, done_on day, dropped bool
SELECT y.case_id, y.placement_id, y.kind, y.due_on, y.done_on, y.dropped
  FROM placement_day AS y
 WHERE y.day_id = :day_id
   AND EXISTS (SELECT 1 FROM visible_case AS v WHERE v.case_id = y.case_id);

-- name: placement_day_done  none
-- Notes that somebody asked.
-- in: day_id id:placement_day, done_on day, words text, subjects ids, now instant
UPDATE placement_day SET done_on = :done_on, words = :words
 WHERE day_id = :day_id AND done_on IS NULL AND NOT dropped
   AND EXISTS (SELECT 1 FROM visible_case AS v WHERE v.case_id = placement_day.case_id);

-- name: placement_day_drop  none
-- Takes back a day that is still to come, when the placement ends.
-- in: day_id id:placement_day
-- unscoped: by the act that has decided about the case
UPDATE placement_day SET dropped = TRUE WHERE day_id = :day_id AND done_on IS NULL;
