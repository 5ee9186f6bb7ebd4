-- Office numbers: counted over all cases by nobody in particular, with no person in them. One
-- shape for all: two groups and a number, so that a report is a statement and a row in
-- src/desk/desk_report.c.

-- name: report_by_desk  many
-- Consultations received, by the desk that received them: those entered there, and each case
-- that another desk handed over to be taken on, once. What a rule of the municipality sent
-- by itself is no consultation. Source: R-065, S-05.
-- in: from instant, until instant, filter text
-- out: a text, b text, n int
-- unscoped: an office number; counts only, nobody is named
SELECT d.name, '', COUNT(*)
  FROM (SELECT k.desk_id AS desk_id FROM consultation AS k
         WHERE k.received_at >= :from AND k.received_at < :until
           AND (:filter = '' OR k.brought_by = :filter)
        UNION ALL
        SELECT r.to_desk FROM taken_referral AS r
         WHERE r.sent_at >= :from AND r.sent_at < :until
           AND r.ask IN ('take_over', 'multi_agency')
           AND NOT EXISTS (SELECT 1 FROM consultation AS k
                            WHERE k.case_id = r.case_id AND k.desk_id = r.to_desk)
           AND NOT EXISTS (SELECT 1 FROM taken_referral AS o
                            WHERE o.case_id = r.case_id AND o.to_desk = r.to_desk
                              AND o.ask IN ('take_over', 'multi_agency')
                              AND (o.sent_at < r.sent_at
                                  OR (o.sent_at = r.sent_at
                                      AND o.referral_id < r.referral_id)))
           AND (:filter = ''
               OR EXISTS (SELECT 1 FROM consultation AS k
                           WHERE k.case_id = r.case_id AND k.brought_by = :filter))) AS i
  JOIN desk AS d ON d.desk_id = i.desk_id
 GROUP BY d.name ORDER BY d.name NULLS LAST;

-- name: report_by_site  many
-- Consultations received, by desk and the place where it sat. Source: R-047, R-065.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT d.name, k.site, COUNT(*) FROM consultation AS k JOIN desk AS d ON d.desk_id = k.desk_id
 WHERE k.received_at >= :from AND k.received_at < :until AND k.site <> ''
   AND (:filter = '' OR k.brought_by = :filter)
 GROUP BY d.name, k.site ORDER BY d.name NULLS LAST, k.site NULLS LAST;

-- name: report_by_source  many
-- Consultations received, by who brought them. Source: R-052, R-067.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT k.brought_by, '', COUNT(*) FROM consultation AS k
 WHERE k.received_at >= :from AND k.received_at < :until
   AND (:filter = '' OR k.brought_by = :filter)
 GROUP BY k.brought_by ORDER BY k.brought_by NULLS LAST;

-- name: report_by_topic  many
-- Consultations received, by what they are about; one counts under each of its topics.
-- Source: R-066, R-078.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT t.code, '', COUNT(*)
  FROM consultation AS k
  JOIN (SELECT '01' AS code UNION ALL SELECT '02' UNION ALL SELECT '03' UNION ALL
        SELECT '04' UNION ALL SELECT '05' UNION ALL SELECT '06' UNION ALL SELECT '07'
        UNION ALL SELECT '08' UNION ALL SELECT '09' UNION ALL SELECT '10' UNION ALL
        SELECT '11' UNION ALL SELECT '12' UNION ALL SELECT '13' UNION ALL SELECT '14'
        UNION ALL SELECT '15' UNION ALL SELECT '16') AS t
    ON REPLACE(k.topic, t.code, '') <> k.topic
 WHERE k.received_at >= :from AND k.received_at < :until
   AND (:filter = '' OR k.brought_by = :filter)
 GROUP BY t.code ORDER BY t.code NULLS LAST;

-- name: report_by_area  many
-- Consultations with a district, by district. Source: R-068.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT k.area, '', COUNT(*) FROM consultation AS k
 WHERE k.received_at >= :from AND k.received_at < :until AND k.area <> ''
   AND (:filter = '' OR k.brought_by = :filter)
 GROUP BY k.area ORDER BY k.area NULLS LAST;

-- name: report_linked_areas  many
-- From how many districts at least one consultation was linked to the leading section: it came
-- there itself, or another desk handed it over. Source: R-068, S-18.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT '', '', COUNT(DISTINCT i.area)
  FROM (SELECT k.area AS area FROM consultation AS k JOIN desk AS d ON d.desk_id = k.desk_id
         WHERE d.is_lead AND k.received_at >= :from AND k.received_at < :until
           AND k.area <> '' AND (:filter = '' OR k.brought_by = :filter)
        UNION ALL
        SELECT r.area FROM taken_referral AS r JOIN desk AS d ON d.desk_id = r.to_desk
         WHERE d.is_lead AND r.sent_at >= :from AND r.sent_at < :until AND r.area <> ''
           AND (:filter = ''
               OR EXISTS (SELECT 1 FROM consultation AS k
                           WHERE k.case_id = r.case_id AND k.brought_by = :filter))) AS i;

-- name: report_by_route  many
-- Consultations received, by the way they came. Source: R-048, domain research 2.12 C02.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT k.route, '', COUNT(*) FROM consultation AS k
 WHERE k.received_at >= :from AND k.received_at < :until
   AND (:filter = '' OR k.brought_by = :filter)
 GROUP BY k.route ORDER BY k.route NULLS LAST;

-- name: report_by_procedure  many
-- Consultations opened beside another procedure, by procedure and desk. Source: R-048.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT k.procedure_name, d.name, COUNT(*)
  FROM consultation AS k JOIN desk AS d ON d.desk_id = k.desk_id
 WHERE k.received_at >= :from AND k.received_at < :until AND k.procedure_name <> ''
   AND (:filter = '' OR k.brought_by = :filter)
 GROUP BY k.procedure_name, d.name
 ORDER BY k.procedure_name NULLS LAST, d.name NULLS LAST;

-- name: report_by_issue  many
-- Issues written down, by kind and how they stand now. Source: R-051.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT i.code, i.state, COUNT(*) FROM issue AS i
 WHERE i.recorded_at >= :from AND i.recorded_at < :until
   AND (:filter = '' OR i.state = :filter)
 GROUP BY i.code, i.state ORDER BY i.code NULLS LAST, i.state NULLS LAST;

-- name: report_dropped  many
-- Consultations that broke off, by reason. Source: R-062.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT t.drop_reason, '', COUNT(DISTINCT t.case_id) FROM triage AS t
 WHERE t.decided_at >= :from AND t.decided_at < :until AND t.way = 'dropped'
   AND (:filter = '' OR t.drop_reason = :filter)
 GROUP BY t.drop_reason ORDER BY t.drop_reason NULLS LAST;

-- name: report_courses  many
-- What was decided, by way. Source: R-053.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT t.way, '', COUNT(*) FROM triage AS t
 WHERE t.decided_at >= :from AND t.decided_at < :until AND (:filter = '' OR t.way = :filter)
 GROUP BY t.way ORDER BY t.way NULLS LAST;

-- name: report_gaps  many
-- What nobody could take, by kind and district. Source: design section 6 (gap ledger).
-- in: first text, last text, filter text
-- rows: report_by_desk
SELECT g.kind, g.area, COUNT(*) FROM gap_entry AS g
 WHERE g.month >= :first AND g.month <= :last AND (:filter = '' OR g.kind = :filter)
 GROUP BY g.kind, g.area ORDER BY g.kind NULLS LAST, g.area NULLS LAST;

-- name: report_first_answer  many
-- How many minutes passed until somebody answered, for each consultation, by desk. Source: R-076.
-- in: from instant, until instant, filter text
-- rows: report_by_desk
-- unscoped: an office number; minutes only, nobody is named
SELECT d.name, '', (k.responded_at - k.received_at) / 60000
  FROM consultation AS k JOIN desk AS d ON d.desk_id = k.desk_id
 WHERE k.received_at >= :from AND k.received_at < :until AND k.responded_at IS NOT NULL
   AND (:filter = '' OR k.brought_by = :filter)
 ORDER BY d.name NULLS LAST, k.responded_at - k.received_at NULLS LAST;

-- name: report_without_desk  many
-- Open cases whose desk is no longer open: always none. Source: R-061.
-- in: filter text
-- rows: report_by_desk
-- unscoped: an office number; counts only, nobody is named
SELECT d.name, '', COUNT(*) FROM support_case AS s JOIN desk AS d ON d.desk_id = s.desk_id
 WHERE s.state <> 'closed' AND d.until_on IS NOT NULL AND :filter = ''
 GROUP BY d.name ORDER BY d.name NULLS LAST;
