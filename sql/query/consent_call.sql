-- Who is involved in a case, and what may be said to each.

-- name: call_parties  many
-- The desks involved in a case that the viewer reaches, other than the viewer's: those who
-- lead, took part, hold a hand-over or are named by standing consent. items: of hand-overs.
-- in: case_id id:case, desk id:desk, subjects ids, now instant
-- out: desk_id id:desk, name text, kind text, leads bool, holds bool
SELECT d.desk_id, d.name, g.kind,
       EXISTS (SELECT 1 FROM support_case AS s
                WHERE s.case_id = :case_id AND s.desk_id = d.desk_id),
       EXISTS (SELECT 1 FROM referral AS r
                WHERE r.case_id = :case_id AND r.revoked_at IS NULL
                  AND (r.to_desk = d.desk_id OR r.from_desk = d.desk_id)
                  AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold',
                                  'completed'))
  FROM desk AS d JOIN agency AS g ON g.agency_id = d.agency_id
 WHERE d.desk_id <> :desk
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
   AND d.desk_id IN (
       SELECT s.desk_id FROM support_case AS s WHERE s.case_id = :case_id
       UNION SELECT r.to_desk FROM referral AS r
              WHERE r.case_id = :case_id AND r.revoked_at IS NULL
                AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold',
                                'completed')
       UNION SELECT r.from_desk FROM referral AS r
              WHERE r.case_id = :case_id AND r.revoked_at IS NULL
                AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold',
                                'completed')
       UNION SELECT y.subject FROM consent AS k
               JOIN consent_party AS y ON y.consent_id = k.consent_id
              WHERE k.case_id = :case_id AND k.state IN ('given', 'partly', 'refused'))
 ORDER BY d.name NULLS LAST, d.desk_id NULLS LAST;

-- name: call_handed  many
-- What stands handed over between the viewer's desk and others about a case.
-- in: case_id id:case, desk id:desk, subjects ids, now instant
-- out: from_desk id:desk, to_desk id:desk, items int, basis enum:basis
SELECT r.from_desk, r.to_desk, r.items, r.basis FROM referral AS r
 WHERE r.case_id = :case_id AND r.revoked_at IS NULL
   AND (r.from_desk = :desk OR r.to_desk = :desk)
   AND r.state IN ('requested', 'accepted', 'in_progress', 'on_hold', 'completed')
   AND EXISTS (SELECT 1 FROM visible_case_any AS v WHERE v.case_id = :case_id)
 ORDER BY r.sent_at NULLS LAST, r.referral_id NULLS LAST;
