-- Whether acts are whole: looked at after a crash and by tests, without a viewer.

-- name: check_whole  one
-- How much there is, and how much of it is half an act: cases without what a consultation
-- makes, hand-overs without each version of theirs, steps and hand-overs whose line on the
-- work list is missing or should be gone.
-- out: cases int, referrals int, half_cases int, half_referrals int, half_steps int, half_duties int
-- unscoped: only counts leave; a job without a viewer looks whether acts are whole
SELECT
  (SELECT COUNT(*) FROM support_case),
  (SELECT COUNT(*) FROM referral),
  (SELECT COUNT(*) FROM support_case AS s
    WHERE s.merged_into IS NULL
      AND (NOT EXISTS (SELECT 1 FROM person AS e WHERE e.case_id = s.case_id)
       OR NOT EXISTS (SELECT 1 FROM consultation AS k WHERE k.case_id = s.case_id)
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
          <> (SELECT COUNT(*) FROM duty AS y WHERE y.subject_id = r.referral_id));
