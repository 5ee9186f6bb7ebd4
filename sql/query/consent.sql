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
-- in: person_id id:person, state enum:consent_state, how text, words text, now instant
-- unscoped: the act has decided by the facts of this very person
UPDATE consent SET state = :state, ended_at = :now, ended_how = :how,
                   ended_words = :words, version = version + 1
 WHERE person_id = :person_id AND sharing AND state IN ('given', 'partly');
