-- Whether acts are whole: looked at after a crash and by tests, without a viewer.

-- name: check_whole  one
-- How much there is, and how much of it is half an act: cases without what a consultation
-- or reaching out makes, hand-overs without each version of theirs, steps and hand-overs whose
-- line on the work list is missing or should be gone; wishes, placements and plans without their versions,
-- placements with a day and no line.
-- out: cases int, referrals int, half_cases int, half_referrals int, half_steps int, half_duties int, half_wishes int, half_placements int, half_plans int
-- unscoped: only counts leave; a job without a viewer looks whether acts are whole
SELECT
  (SELECT COUNT(*) FROM support_case),
  (SELECT COUNT(*) FROM referral),
  (SELECT COUNT(*) FROM support_case AS s
    WHERE s.merged_into IS NULL
      AND (NOT EXISTS (SELECT 1 FROM person AS e WHERE e.case_id = s.case_id)
       OR (NOT EXISTS (SELECT 1 FROM consultation AS k WHERE k.case_id = s.case_id)
           AND NOT EXISTS (SELECT 1 FROM outreach AS h WHERE h.case_id = s.case_id))
       OR NOT EXISTS (SELECT 1 FROM next_step AS t WHERE t.case_id = s.case_id)
       OR NOT EXISTS (SELECT 1 FROM reach AS w WHERE w.case_id = s.case_id)
       OR NOT EXISTS (SELECT 1 FROM record_version AS v WHERE v.case_id = s.case_id))),
  (SELECT COUNT(*) FROM referral AS r
    WHERE r.version <> (SELECT COUNT(*) FROM record_version AS v
                         WHERE v.record_id = r.referral_id)),
  (SELECT COUNT(*) FROM next_step AS t
    WHERE (CASE WHEN t.done_at IS NULL THEN 1 ELSE 0 END)
          <> (SELECT COUNT(*) FROM duty AS y
               WHERE y.rule = 'next_step' AND y.subject_id = t.step_id)),
  (SELECT COUNT(*) FROM referral AS r
    WHERE (CASE WHEN r.state IN ('requested', 'accepted') THEN 2
                WHEN r.state = 'rejected' THEN 1 ELSE 0 END)
          <> (SELECT COUNT(*) FROM duty AS y WHERE y.subject_id = r.referral_id)),
  (SELECT COUNT(*) FROM wish AS w
    WHERE NOT EXISTS (SELECT 1 FROM record_version AS v WHERE v.record_id = w.wish_id)),
  (SELECT COUNT(*) FROM placement AS k
    WHERE k.version <> (SELECT COUNT(*) FROM record_version AS v
                         WHERE v.record_id = k.placement_id)
       OR (k.next_on IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM duty AS y
                            WHERE y.rule = 'place_next' AND y.subject_id = k.placement_id))),
  (SELECT COUNT(*) FROM support_plan AS p
    WHERE NOT EXISTS (SELECT 1 FROM record_version AS v WHERE v.record_id = p.plan_id));

-- name: check_open  one
-- How many cases are open, and how many of them nobody answers for or nothing is to be done in
-- on a day; how many hand-overs have neither arrived nor stand on a work list (one that came back
-- is answered by the next one or by deciding anew); how many lines stand where nobody works.
-- in: now instant
-- out: cases int, open int, no_owner int, no_step int, no_line int, no_contact int, lost int, unseen int
-- unscoped: only counts leave; a job without a viewer looks whether anything was forgotten
SELECT
  (SELECT COUNT(*) FROM support_case),
  (SELECT COUNT(*) FROM support_case AS s
    WHERE s.state <> 'closed' AND s.merged_into IS NULL),
  (SELECT COUNT(*) FROM support_case AS s
    WHERE s.state <> 'closed' AND s.merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM post AS o JOIN account AS a ON a.account_id = o.account_id
                       WHERE o.post_id = s.owner_post AND o.until_at > :now
                         AND NOT o.suspended AND a.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM duty AS y
                       WHERE y.case_id = s.case_id AND y.rule IN ('no_owner', 'succession'))),
  (SELECT COUNT(*) FROM support_case AS s
    WHERE s.state <> 'closed' AND s.merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM next_step AS t
                       WHERE t.case_id = s.case_id AND t.done_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM duty AS y
                       WHERE y.case_id = s.case_id AND y.rule = 'no_step')),
  (SELECT COUNT(*) FROM next_step AS t JOIN support_case AS s ON s.case_id = t.case_id
    WHERE t.done_at IS NULL AND s.state <> 'closed'
      AND NOT EXISTS (SELECT 1 FROM duty AS y
                       WHERE y.rule = 'next_step' AND y.subject_id = t.step_id
                         AND y.due_on = t.due_on)),
  (SELECT COUNT(*) FROM support_case AS s
    WHERE s.state <> 'closed' AND s.merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM duty AS y
                       WHERE y.case_id = s.case_id AND y.rule = 'no_contact')),
  (SELECT COUNT(*) FROM referral AS r JOIN support_case AS s ON s.case_id = r.case_id
    WHERE s.state <> 'closed' AND r.state IN ('requested', 'accepted', 'rejected')
      AND NOT EXISTS (SELECT 1 FROM duty AS y WHERE y.subject_id = r.referral_id)
      AND NOT (r.state = 'rejected'
               AND (EXISTS (SELECT 1 FROM referral AS n WHERE n.previous_id = r.referral_id)
                    OR EXISTS (SELECT 1 FROM triage AS t
                                WHERE t.case_id = r.case_id AND t.decided_at > r.ended_at)))),
  (SELECT COUNT(*) FROM duty AS y
    WHERE NOT EXISTS (SELECT 1 FROM post AS o JOIN account AS a ON a.account_id = o.account_id
                       WHERE o.desk_id = y.desk_id AND o.until_at > :now
                         AND NOT o.suspended AND a.ended_at IS NULL));
