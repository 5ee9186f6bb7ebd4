-- What the sittings of a fiscal year came to, for the desk that set them.

-- name: year_sittings  many
-- The sittings that the viewer's desk set between two days, with what each came to.
-- in: desk id:desk, since day, until day
-- out: sitting_id id:sitting, body text, also text, way enum:sitting_way, state enum:sitting_state, held_on day, held_at text, cases int, topics int, decided int, roles int, present int
-- unscoped: only for the secretariat, as the condition says
SELECT s.sitting_id, s.body, s.also, s.way, s.state, s.held_on, s.held_at,
       (SELECT COUNT(i.case_id) FROM agenda_item AS i
         WHERE i.sitting_id = s.sitting_id AND i.state <> 'withdrawn'),
       (SELECT COUNT(*) FROM agenda_item AS i
         WHERE i.sitting_id = s.sitting_id AND i.state <> 'withdrawn'
           AND i.case_id IS NULL),
       (SELECT COUNT(*) FROM agenda_item AS i
         WHERE i.sitting_id = s.sitting_id AND i.state = 'decided'),
       (SELECT COUNT(*) FROM agenda_item AS i
          JOIN decided_role AS r ON r.item_id = i.item_id
         WHERE i.sitting_id = s.sitting_id),
       (SELECT COUNT(*) FROM attendee AS t
         WHERE t.sitting_id = s.sitting_id AND t.present AND t.left_at IS NULL)
  FROM sitting AS s
 WHERE s.desk_id = :desk AND s.held_on >= :since AND s.held_on <= :until
   AND s.from_item IS NULL
 ORDER BY s.held_on NULLS LAST, s.held_at NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 1000;

-- name: year_issues  many
-- Which issues the cases on the agenda have, as far as the viewer reaches them.
-- in: desk id:desk, since day, until day, subjects ids, now instant
-- out: sitting_id id:sitting, code text, n int
SELECT s.sitting_id, q.code, COUNT(DISTINCT i.item_id)
  FROM sitting AS s
  JOIN agenda_item AS i ON i.sitting_id = s.sitting_id
  JOIN issue AS q ON q.case_id = i.case_id
 WHERE s.desk_id = :desk AND s.held_on >= :since AND s.held_on <= :until
   AND i.state <> 'withdrawn'
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = i.case_id)
 GROUP BY s.sitting_id, q.code
 ORDER BY q.code NULLS LAST, s.sitting_id NULLS LAST
 LIMIT 5000;

-- name: year_seats  many
-- Which agencies came to which sitting.
-- in: desk id:desk, since day, until day
-- out: sitting_id id:sitting, name text, n int, code text
-- unscoped: only for the secretariat, as the condition says
SELECT s.sitting_id, COALESCE(d.name, t.name), COUNT(*), COALESCE(MIN(d.code), '')
  FROM sitting AS s
  JOIN attendee AS t ON t.sitting_id = s.sitting_id
  LEFT JOIN desk AS d ON d.desk_id = t.desk_id
 WHERE s.desk_id = :desk AND s.held_on >= :since AND s.held_on <= :until
   AND t.present AND t.left_at IS NULL
 GROUP BY s.sitting_id, COALESCE(d.name, t.name)
 ORDER BY 2 NULLS LAST, 1 NULLS LAST
 LIMIT 5000;

-- name: meeting_entry_add  none
-- Keeps a report, an opinion or a version of rules.
-- in: entry_id id:entry, body text, kind enum:body_entry_kind, fiscal_year int, words text, on_day day?, item_id id:item?, desk_id id:desk, post_id id:post, now instant
INSERT INTO meeting_entry (entry_id, body, kind, fiscal_year, words, on_day, item_id,
                           desk_id, post_id, made_at)
VALUES (:entry_id, :body, :kind, :fiscal_year, :words, :on_day, :item_id, :desk_id,
        :post_id, :now);

-- name: meeting_entries  many
-- What all bodies received and said for a fiscal year.
-- in: fiscal_year int
-- out: entry_id id:entry, body text, kind enum:body_entry_kind, words text, on_day day, made_at instant, desk text, changes int, withdrawn bool
SELECT e.entry_id, e.body, e.kind, e.words, e.on_day, e.made_at, d.name,
       (SELECT COUNT(*) FROM body_change AS x WHERE x.subject_id = e.entry_id),
       EXISTS (SELECT 1 FROM body_change AS x
                WHERE x.subject_id = e.entry_id AND x.withdrawn)
  FROM meeting_entry AS e JOIN desk AS d ON d.desk_id = e.desk_id
 WHERE e.fiscal_year = :fiscal_year AND e.kind <> 'rule'
 ORDER BY e.body NULLS LAST, e.kind DESC NULLS LAST, e.made_at NULLS LAST,
          e.entry_id NULLS LAST
 LIMIT 500;

-- name: meeting_rules  many
-- The versions of the rules of bodies, oldest first.
-- out: entry_id id:entry, body text, words text, on_day day, desk text, acts_as text, changes int, withdrawn bool
-- unscoped: the day and the body of the item that decided them, as they were written down
SELECT e.entry_id, e.body, e.words, e.on_day, d.name, COALESCE(i.acts_as, ''),
       (SELECT COUNT(*) FROM body_change AS x WHERE x.subject_id = e.entry_id),
       EXISTS (SELECT 1 FROM body_change AS x
                WHERE x.subject_id = e.entry_id AND x.withdrawn)
  FROM meeting_entry AS e
  JOIN desk AS d ON d.desk_id = e.desk_id
  LEFT JOIN agenda_item AS i ON i.item_id = e.item_id
 WHERE e.kind = 'rule'
 ORDER BY e.body NULLS LAST, e.on_day NULLS LAST, e.made_at NULLS LAST,
          e.entry_id NULLS LAST
 LIMIT 500;
