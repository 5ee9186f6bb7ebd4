-- The registers of programs, and the services that people use.

-- name: register_add  none
-- Writes an entry.
-- in: entry_id id:entry, kind enum:entry_kind, fiscal_year int, subject text, item text, party text, happened_on day?, amount int, remark text, issues text, plans text, desk_id id:desk, post_id id:post, now instant
INSERT INTO register_entry (entry_id, kind, fiscal_year, subject, item, party,
                            happened_on, amount, remark, issues, plans, desk_id, post_id,
                            recorded_at, withdrawn, version)
VALUES (:entry_id, :kind, :fiscal_year, :subject, :item, :party, :happened_on, :amount,
        :remark, :issues, :plans, :desk_id, :post_id, :now, FALSE, 1);

-- name: register_mend  none
-- Corrects an entry if it still is of the version the act has seen.
-- in: entry_id id:entry, party text, happened_on day?, fiscal_year int, amount int, remark text, issues text, plans text, withdrawn bool, version int
UPDATE register_entry
   SET party = :party, happened_on = :happened_on, fiscal_year = :fiscal_year,
       amount = :amount, remark = :remark, issues = :issues, plans = :plans,
       withdrawn = :withdrawn, version = version + 1
 WHERE entry_id = :entry_id AND version = :version;

-- name: register_one  opt
-- One entry.
-- in: entry_id id:entry
-- out: kind enum:entry_kind, fiscal_year int, subject text, item text, party text, happened_on day, amount int, remark text, issues text, plans text, desk text, withdrawn bool, version int
SELECT r.kind, r.fiscal_year, r.subject, r.item, r.party, r.happened_on, r.amount,
       r.remark, r.issues, r.plans, d.name, r.withdrawn, r.version
  FROM register_entry AS r JOIN desk AS d ON d.desk_id = r.desk_id
 WHERE r.entry_id = :entry_id;

-- name: register_status_of  opt
-- The status form of a program for a year.
-- in: fiscal_year int, subject text
-- out: entry_id id:entry, version int, remark text, issues text, plans text
SELECT entry_id, version, remark, issues, plans FROM register_entry
 WHERE kind = 'status' AND fiscal_year = :fiscal_year AND subject = :subject;

-- name: register_list  many
-- The entries of a year that stand, of one subject or of all, in the order of their days.
-- in: fiscal_year int, subject text
-- out: entry_id id:entry, kind enum:entry_kind, subject text, item text, party text, happened_on day, amount int, remark text, issues text, plans text, desk text, recorded_at instant, version int
SELECT r.entry_id, r.kind, r.subject, r.item, r.party, r.happened_on, r.amount,
       r.remark, r.issues, r.plans, d.name, r.recorded_at, r.version
  FROM register_entry AS r JOIN desk AS d ON d.desk_id = r.desk_id
 WHERE r.fiscal_year = :fiscal_year AND NOT r.withdrawn
   AND (:subject = '' OR r.subject = :subject)
 ORDER BY r.happened_on NULLS LAST, r.recorded_at NULLS LAST, r.entry_id NULLS LAST
 LIMIT 2000;

-- name: register_staffing  many
-- How many persons held each role in each year.
-- out: entry_id id:entry, subject text, fiscal_year int, amount int
SELECT entry_id, subject, fiscal_year, amount FROM register_entry
 WHERE kind = 'staffing' AND NOT withdrawn
 ORDER BY subject NULLS LAST, fiscal_year NULLS LAST, recorded_at NULLS LAST;

-- name: register_keep  none
-- Keeps a version of an entry.
-- in: entry_id id:entry, version int, post_id id:post, now instant, why text, body text
INSERT INTO register_version (entry_id, version, post_id, at, why, body)
VALUES (:entry_id, :version, :post_id, :now, :why, :body);

-- name: register_history  many
-- All versions of an entry, newest first.
-- in: entry_id id:entry
-- out: version int, at instant, who text, desk text, why text, body text
SELECT v.version, v.at, a.name, d.name, v.why, v.body
  FROM register_version AS v
  JOIN post AS p ON p.post_id = v.post_id
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE v.entry_id = :entry_id
 ORDER BY v.version DESC NULLS LAST
 LIMIT 100;

-- name: enrolment_add  none
-- Notes that somebody of a case that the viewer reaches uses a service.
-- in: enrolment_id id:enrolment, case_id id:case, program text, service text, from_on day, plan_id id:support_plan?, remark text, desk_id id:desk, post_id id:post, now instant, subjects ids
INSERT INTO enrolment (enrolment_id, case_id, program, service, from_on, until_on, plan_id,
                       remark, desk_id, post_id, recorded_at, version)
SELECT :enrolment_id, v.case_id, :program, :service, :from_on, NULL, :plan_id, :remark,
       :desk_id, :post_id, :now, 1
  FROM visible_case AS v WHERE v.case_id = :case_id;

-- name: enrolment_one  one
-- A service in use of a case that the viewer reaches.
-- in: enrolment_id id:enrolment, subjects ids, now instant
-- out: case_id id:case, desk_id id:desk, program text, service text, from_on day, until_on day
SELECT n.case_id, n.desk_id, n.program, n.service, n.from_on, n.until_on
  FROM enrolment AS n JOIN visible_case AS v ON v.case_id = n.case_id
 WHERE n.enrolment_id = :enrolment_id;

-- name: enrolment_end  none
-- Notes the last day of a service that is still used.
-- in: enrolment_id id:enrolment, until_on day, subjects ids, now instant
UPDATE enrolment SET until_on = :until_on, version = version + 1
 WHERE enrolment_id = :enrolment_id AND until_on IS NULL
   AND case_id IN (SELECT v.case_id FROM visible_case AS v);

-- name: enrolment_list  many
-- The services of a case that the viewer reaches, those in use first.
-- in: case_id id:case, subjects ids, now instant
-- out: enrolment_id id:enrolment, program text, service text, from_on day, until_on day, plan_id id:support_plan, remark text, desk text, desk_id id:desk
SELECT n.enrolment_id, n.program, n.service, n.from_on, n.until_on, n.plan_id, n.remark,
       d.name, n.desk_id
  FROM visible_case AS v
  JOIN enrolment AS n ON n.case_id = v.case_id
  JOIN desk AS d ON d.desk_id = n.desk_id
 WHERE v.case_id = :case_id
 ORDER BY n.until_on DESC NULLS FIRST, n.from_on NULLS LAST, n.enrolment_id NULLS LAST
 LIMIT 100;

-- name: enrolment_counts  many
-- How often each service of a program was used in a time; figures only.
-- in: program text, from_on day, until_on day
-- out: service text, n int
-- unscoped: counts for the yearly report; no person and no case leaves the statement
SELECT service, COUNT(*) FROM enrolment
 WHERE program = :program AND from_on <= :until_on
   AND (until_on IS NULL OR until_on >= :from_on)
 GROUP BY service ORDER BY service NULLS LAST;
