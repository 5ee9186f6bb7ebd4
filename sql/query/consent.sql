-- Consent: what stands, for whom, and until when.

-- name: consent_covers  many
-- What standing consent covers for some recipients, for each person of a case: no row when it
-- names none of them. A consent counts only if it covers existence and identity.
-- in: case_id id:case, subjects ids, now instant
-- out: person_id id:person, items int, until_at instant
-- unscoped: the facts that policy decides by
SELECT k.person_id, k.items, COALESCE(k.until_at, 0)
  FROM consent AS k
 WHERE k.case_id = :case_id AND k.sharing AND k.state IN ('given', 'partly')
   AND k.from_at <= :now AND k.until_at > :now
   AND EXISTS (SELECT 1 FROM consent_party AS y
                WHERE y.consent_id = k.consent_id AND y.allowed
                  AND y.subject IN (:subjects))
   AND NOT EXISTS (SELECT 1 FROM consent_party AS z
                    WHERE z.consent_id = k.consent_id AND NOT z.allowed
                      AND z.subject IN (:subjects))
 ORDER BY k.person_id NULLS LAST, k.consent_id NULLS LAST;

-- name: consent_people  many
-- The people of a case, to see for whom there is no consent.
-- in: case_id id:case
-- out: person_id id:person
-- unscoped: the facts that policy decides by
SELECT person_id FROM person WHERE case_id = :case_id ORDER BY person_id NULLS LAST;

-- name: consent_kinds  many
-- To what a person has consented as of now.
-- in: person_id id:person, now instant
-- out: support bool, sharing bool, plan bool, recording bool
-- unscoped: the facts that policy decides by
SELECT support, sharing, plan, recording FROM consent
 WHERE person_id = :person_id AND state IN ('given', 'partly') AND from_at <= :now
   AND until_at > :now
 ORDER BY recorded_at NULLS LAST, consent_id NULLS LAST;

-- name: consent_subjects  many
-- All who are or were named by consents of a case, and all who sit where it is spoken of by
-- consent, so that their reach is made anew.
-- in: case_id id:case
-- out: subject id
-- unscoped: reach itself is made from this
SELECT p.subject FROM (
  SELECT y.subject FROM consent AS k
    JOIN consent_party AS y ON y.consent_id = k.consent_id
   WHERE k.case_id = :case_id
  UNION
  SELECT t.post_id FROM agenda_item AS i
    JOIN attendee_item AS x ON x.item_id = i.item_id
    JOIN attendee AS t ON t.attendee_id = x.attendee_id
   WHERE i.case_id = :case_id AND i.footing = 'by_consent' AND t.post_id IS NOT NULL) AS p
 ORDER BY p.subject NULLS LAST;

-- name: consent_add  none
-- Records what a person said about consent.
-- in: consent_id id:consent, case_id id:case, person_id id:person, state enum:consent_state, support bool, sharing bool, plan bool, recording bool, items int, joins bool, purpose text, from_on day, until_on day?, from_at instant, until_at instant?, how enum:consent_how, words text, witness text, proxy_ground text, proxy_paper text, child_will text, explained_by text, explained_version text, evidence text, again_on day?, desk_id id:desk, post_id id:post, now instant
-- unscoped: the act has decided by the facts of this very person
INSERT INTO consent (consent_id, case_id, person_id, state, support, sharing, plan,
                     recording, items, joins, purpose, from_on, until_on, from_at,
                     until_at, how, words, witness, proxy_ground, proxy_paper, child_will,
                     explained_by, explained_version, evidence, again_on, desk_id,
                     post_id, recorded_at, ended_at, ended_how, ended_words, version)
VALUES (:consent_id, :case_id, :person_id, :state, :support, :sharing, :plan, :recording,
        :items, :joins, :purpose, :from_on, :until_on, :from_at, :until_at, :how, :words,
        :witness, :proxy_ground, :proxy_paper, :child_will, :explained_by,
        :explained_version, :evidence, :again_on, :desk_id, :post_id, :now, NULL, '', '',
        1);

-- name: consent_name  none
-- Names somebody in a consent: who may be told, or must not be.
-- in: consent_id id:consent, subject id, allowed bool
-- unscoped: part of the consent that the act is recording
INSERT INTO consent_party (consent_id, subject, allowed)
VALUES (:consent_id, :subject, :allowed)
ON CONFLICT (consent_id, subject) DO UPDATE SET allowed = excluded.allowed;

-- name: consent_end_sharing  none
-- Ends the sharing consent of a person that stands: withdrawn, or another took its place.
-- in: person_id id:person, state enum:consent_state, how enum:consent_how, words text, now instant
-- unscoped: the act has decided by the facts of this very person
UPDATE consent SET state = :state, ended_at = :now, ended_how = :how,
                   ended_words = :words, version = version + 1
 WHERE person_id = :person_id AND sharing AND state IN ('given', 'partly');

-- name: consent_list  many
-- What the people of a case that the viewer reaches said about consent, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: consent_id id:consent, person_id id:person, state enum:consent_state, support bool, sharing bool, plan bool, recording bool, items int, joins bool, purpose text, from_on day, until_on day, until_at instant, how enum:consent_how, words text, witness text, proxy_ground text, proxy_paper text, child_will text, explained_by text, explained_version text, evidence text, again_on day, desk_id id:desk, post_id id:post, desk text, who text, recorded_at instant, ended_at instant, ended_how enum:consent_how, ended_words text
SELECT k.consent_id, k.person_id, k.state, k.support, k.sharing, k.plan, k.recording,
       k.items, k.joins, k.purpose, k.from_on, k.until_on, COALESCE(k.until_at, 0), k.how,
       k.words, k.witness, k.proxy_ground, k.proxy_paper, k.child_will, k.explained_by,
       k.explained_version, k.evidence, k.again_on, k.desk_id, k.post_id, d.name, a.name,
       k.recorded_at, COALESCE(k.ended_at, 0), k.ended_how, k.ended_words
  FROM consent AS k
  JOIN desk AS d ON d.desk_id = k.desk_id
  JOIN post AS p ON p.post_id = k.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY k.recorded_at DESC NULLS LAST, k.consent_id NULLS LAST
 LIMIT 200;

-- name: consent_names  many
-- Whom the consents of a case that the viewer reaches name.
-- in: case_id id:case, subjects ids, now instant
-- out: consent_id id:consent, subject id, allowed bool, name text
SELECT y.consent_id, y.subject, y.allowed,
       COALESCE(d.name, (SELECT a.name FROM post AS p
                           JOIN account AS a ON a.account_id = p.account_id
                          WHERE p.post_id = y.subject), '')
  FROM consent AS k
  JOIN consent_party AS y ON y.consent_id = k.consent_id
  LEFT JOIN desk AS d ON d.desk_id = y.subject
 WHERE k.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY y.consent_id NULLS LAST, 4 NULLS LAST, y.subject NULLS LAST;

-- name: consent_one  one
-- A consent of a case that the viewer reaches.
-- in: consent_id id:consent, subjects ids, now instant
-- out: case_id id:case, person_id id:person, state enum:consent_state, sharing bool, until_at instant, desk_id id:desk, post_id id:post
SELECT k.case_id, k.person_id, k.state, k.sharing, COALESCE(k.until_at, 0), k.desk_id,
       k.post_id
  FROM consent AS k JOIN visible_case AS v ON v.case_id = k.case_id
 WHERE k.consent_id = :consent_id;

-- name: consent_person  one
-- The case of a person, if the viewer reaches it.
-- in: person_id id:person, subjects ids, now instant
-- out: case_id id:case, name text, known enum:person_known
SELECT e.case_id, e.name, e.known
  FROM person AS e JOIN visible_case AS v ON v.case_id = e.case_id
 WHERE e.person_id = :person_id;

-- name: consent_end  none
-- Ends one consent that stands.
-- in: consent_id id:consent, state enum:consent_state, how enum:consent_how, words text, now instant
-- unscoped: the act has decided by the facts of this very person
UPDATE consent SET state = :state, ended_at = :now, ended_how = :how,
                   ended_words = :words, version = version + 1
 WHERE consent_id = :consent_id AND state IN ('given', 'partly');

-- name: consent_standing  none
-- Notes beside the person how consent stands, for the first glance.
-- in: person_id id:person, consent enum:consent_stand
-- unscoped: the act has decided by the facts of this very person
UPDATE person SET consent = :consent WHERE person_id = :person_id;

-- name: consent_lost  many
-- The desks that had a role by a consent ended in this act and are named by none any more.
-- in: case_id id:case, now instant
-- out: desk_id id:desk
-- unscoped: those who are told that sharing has ended, and nothing else
SELECT DISTINCT d.desk_id FROM consent AS k
  JOIN consent_party AS y ON y.consent_id = k.consent_id
  JOIN desk AS d ON d.desk_id = y.subject
  JOIN support_case AS s ON s.case_id = k.case_id
 WHERE k.case_id = :case_id AND k.ended_at = :now AND k.joins AND y.allowed
   AND d.desk_id <> s.desk_id
   AND NOT EXISTS (SELECT 1 FROM consent AS q
                     JOIN consent_party AS z ON z.consent_id = q.consent_id
                    WHERE q.case_id = k.case_id AND z.subject = d.desk_id AND z.allowed
                      AND q.sharing AND q.state IN ('given', 'partly')
                      AND q.until_at > :now)
 ORDER BY d.desk_id NULLS LAST;

-- name: consent_given_on  many
-- What was handed over by consent to desks that no standing consent of the case names.
-- in: case_id id:case, now instant
-- out: referral_id id:referral, to_desk id:desk
-- unscoped: the act that ends the consent ends what rests on it
SELECT r.referral_id, r.to_desk FROM referral AS r
 WHERE r.case_id = :case_id AND r.basis = 'consent' AND r.revoked_at IS NULL
   AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold', 'completed')
   AND NOT EXISTS (SELECT 1 FROM consent AS q
                     JOIN consent_party AS z ON z.consent_id = q.consent_id
                    WHERE q.case_id = r.case_id AND z.subject = r.to_desk AND z.allowed
                      AND q.sharing AND q.state IN ('given', 'partly')
                      AND q.until_at > :now)
 ORDER BY r.referral_id NULLS LAST;

-- name: consent_revoke  none
-- Ends what a hand-over by consent opens; it stays on record.
-- in: referral_id id:referral, now instant
-- unscoped: the act that ends the consent ends what rests on it
UPDATE referral SET revoked_at = :now WHERE referral_id = :referral_id;

-- name: plan_end  one
-- When the last plan of a case ends that is not over.
-- in: case_id id:case, subjects ids, now instant
-- out: until_on day
SELECT MAX(p.until_on) FROM support_plan AS p JOIN visible_case AS v ON v.case_id = p.case_id
 WHERE p.case_id = :case_id AND p.ended_on IS NULL;

-- name: consent_residents  many
-- Residents and 民生委員 whom a consent may name.
-- in: now instant
-- out: post_id id:post, name text, role enum:post_role, desk text
SELECT p.post_id, a.name, p.role, d.name
  FROM post AS p
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.role IN ('resident_partner', 'commissioner') AND p.from_at <= :now
   AND p.until_at > :now AND NOT p.suspended AND a.ended_at IS NULL
 ORDER BY d.name NULLS LAST, a.name NULLS LAST, p.post_id NULLS LAST
 LIMIT 200;

-- name: case_took  one
-- Whether the viewer, or the viewer's desk, took the consultation of a case.
-- in: case_id id:case, desk id:desk, post id:post
-- out: desk bool, self bool
-- unscoped: the facts that policy decides by
SELECT EXISTS (SELECT 1 FROM consultation AS k
                WHERE k.case_id = :case_id AND k.desk_id = :desk),
       EXISTS (SELECT 1 FROM consultation AS k
                WHERE k.case_id = :case_id AND k.post_id = :post);

-- name: disclosure_add  none
-- Notes what of a person went to somebody, on which basis and why.
-- in: disclosure_id id:disclosure, case_id id:case, person_id id:person, from_desk id:desk, post_id id:post, to_desk id:desk?, to_name text, items int, basis text, basis_reason text, purpose text, way text, record_id id?, happened_on day, now instant
-- unscoped: part of the act that gave it
INSERT INTO disclosure (disclosure_id, case_id, person_id, from_desk, post_id, to_desk,
                        to_name, items, basis, basis_reason, purpose, way, record_id,
                        happened_on, recorded_at)
VALUES (:disclosure_id, :case_id, :person_id, :from_desk, :post_id, :to_desk, :to_name,
        :items, :basis, :basis_reason, :purpose, :way, :record_id, :happened_on, :now);

-- name: disclosure_list  many
-- What went to others about the people of a case that the viewer reaches, newest first.
-- in: case_id id:case, subjects ids, now instant
-- out: person_id id:person, from_desk id:desk, desk text, who text, to_desk id:desk?, to_name text, items int, basis text, basis_reason text, purpose text, way text, happened_on day, recorded_at instant
SELECT x.person_id, x.from_desk, d.name, a.name, x.to_desk, x.to_name, x.items, x.basis,
       x.basis_reason, x.purpose, x.way, x.happened_on, x.recorded_at
  FROM disclosure AS x
  JOIN desk AS d ON d.desk_id = x.from_desk
  JOIN post AS p ON p.post_id = x.post_id
  JOIN account AS a ON a.account_id = p.account_id
 WHERE x.case_id = :case_id
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY x.recorded_at DESC NULLS LAST, x.disclosure_id NULLS LAST
 LIMIT 300;

-- name: disclosure_counts  many
-- How often something was given on each basis in a time; figures only.
-- in: from_on day, until_on day
-- out: basis text, n int
-- unscoped: counts for the report; no person and no case leaves the statement
SELECT basis, COUNT(*) FROM disclosure
 WHERE happened_on >= :from_on AND happened_on <= :until_on
 GROUP BY basis ORDER BY basis NULLS LAST;
