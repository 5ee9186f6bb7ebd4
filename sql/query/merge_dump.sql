-- All that a merge of cases moves, as text, so that tests can hold what was undone against what was.

-- name: merge_dump  many
-- Every row of two cases as text, for the proof that undoing a merge leaves no trace.
-- in: one id:case, two id:case
-- out: kind text, body text
-- unscoped: only tests ask it
SELECT z.kind, z.body FROM (
  SELECT 'support_case' AS kind,
         COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.number AS TEXT), '-')
         || '|' || COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.urgency AS
         TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.owner_post AS TEXT), '-') || '|' || COALESCE(CAST(x.opened_at AS
         TEXT), '-') || '|' || COALESCE(CAST(x.touched_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-') || '|' || COALESCE(CAST(x.merged_into AS TEXT),
         '-')
    AS body
    FROM support_case AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'person',
         COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.known AS TEXT), '-') || '|' || COALESCE(CAST(x.name AS
         TEXT), '-') || '|' || COALESCE(CAST(x.kana AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.age AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.consent AS TEXT), '-') || '|' || COALESCE(CAST(x.search_text AS
         TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.ordinal AS TEXT), '-') || '|' || COALESCE(CAST(x.gender AS TEXT), '-')
         || '|' || COALESCE(CAST(x.birth_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.birth_words AS TEXT), '-') || '|' || COALESCE(CAST(x.other_names AS
         TEXT), '-') || '|' || COALESCE(CAST(x.kinship AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.phone AS TEXT), '-') || '|' || COALESCE(CAST(x.met AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.attributes AS TEXT), '-') || '|' || COALESCE(CAST(x.durations
         AS TEXT), '-') || '|' || COALESCE(CAST(x.strengths AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.merged_into AS TEXT), '-')
    FROM person AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'consultation',
         COALESCE(CAST(x.consultation_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.received_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT),
         '-') || '|' || COALESCE(CAST(x.speaker AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.caller_contact AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.informant_hidden AS TEXT), '-') || '|' || COALESCE(CAST(x.call_back AS
         TEXT), '-') || '|' || COALESCE(CAST(x.call_back_when AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.call_back_as AS TEXT), '-') || '|' || COALESCE(CAST(x.voice_mail AS
         TEXT), '-') || '|' || COALESCE(CAST(x.method AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.route AS TEXT), '-') || '|' || COALESCE(CAST(x.topic AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.urgency AS TEXT), '-') || '|' || COALESCE(CAST(x.purpose_told
         AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.brought_by AS TEXT), '-') || '|' || COALESCE(CAST(x.site AS TEXT),
         '-') || '|' || COALESCE(CAST(x.procedure_name AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.unsure AS TEXT), '-') || '|' || COALESCE(CAST(x.asks_advice AS TEXT),
         '-') || '|' || COALESCE(CAST(x.area AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.main_topic AS TEXT), '-') || '|' || COALESCE(CAST(x.agencies AS TEXT),
         '-') || '|' || COALESCE(CAST(x.no_consent_reason AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.outlook AS TEXT), '-') || '|' || COALESCE(CAST(x.wanted AS TEXT), '-')
         || '|' || COALESCE(CAST(x.rights AS TEXT), '-') || '|' || COALESCE(CAST(x.responded_at
         AS TEXT), '-') || '|' || COALESCE(CAST(x.responded_post AS TEXT), '-')
    FROM consultation AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'note',
         COALESCE(CAST(x.note_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.happened_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.method AS TEXT), '-') || '|' || COALESCE(CAST(x.result AS TEXT), '-')
         || '|' || COALESCE(CAST(x.minutes AS TEXT), '-') || '|' || COALESCE(CAST(x.fact AS
         TEXT), '-') || '|' || COALESCE(CAST(x.own_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.opinion AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM note AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'next_step',
         COALESCE(CAST(x.step_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.owner_post AS TEXT), '-') || '|' || COALESCE(CAST(x.what AS TEXT),
         '-') || '|' || COALESCE(CAST(x.due_on AS TEXT), '-') || '|' || COALESCE(CAST(x.made_at
         AS TEXT), '-') || '|' || COALESCE(CAST(x.done_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.result AS TEXT), '-')
    FROM next_step AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'duty',
         COALESCE(CAST(x.duty_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.rule AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.subject_id AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.due_on
         AS TEXT), '-')
    FROM duty AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'referral',
         COALESCE(CAST(x.referral_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.from_desk AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_post AS TEXT), '-') || '|' || COALESCE(CAST(x.to_desk AS TEXT),
         '-') || '|' || COALESCE(CAST(x.owner_post AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.previous_id AS TEXT), '-') || '|' || COALESCE(CAST(x.state AS TEXT),
         '-') || '|' || COALESCE(CAST(x.basis AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.basis_reason AS TEXT), '-') || '|' || COALESCE(CAST(x.ask AS TEXT),
         '-') || '|' || COALESCE(CAST(x.purpose AS TEXT), '-') || '|' || COALESCE(CAST(x.handed
         AS TEXT), '-') || '|' || COALESCE(CAST(x.items AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.urgency AS TEXT), '-') || '|' || COALESCE(CAST(x.sent_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.due_on AS TEXT), '-') || '|' || COALESCE(CAST(x.reply
         AS TEXT), '-') || '|' || COALESCE(CAST(x.return_reason AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.return_text AS TEXT), '-') || '|' || COALESCE(CAST(x.first_contact_on
         AS TEXT), '-') || '|' || COALESCE(CAST(x.outcome AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.result AS TEXT), '-') || '|' || COALESCE(CAST(x.ended_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.revoked_at AS TEXT), '-') || '|' || COALESCE(CAST(x.multi_reason AS
         TEXT), '-') || '|' || COALESCE(CAST(x.network AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.tried AS TEXT), '-') || '|' || COALESCE(CAST(x.tried_none AS TEXT),
         '-') || '|' || COALESCE(CAST(x.definition_version AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.joint_visit_on AS TEXT), '-') || '|' || COALESCE(CAST(x.hold_until AS
         TEXT), '-') || '|' || COALESCE(CAST(x.by_rule AS TEXT), '-')
    FROM referral AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'record_version',
         COALESCE(CAST(x.record_id AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.at AS TEXT), '-') || '|' || COALESCE(CAST(x.why AS TEXT), '-') || '|'
         || COALESCE(CAST(x.body AS TEXT), '-')
    FROM record_version AS x WHERE x.case_id IN (:one, :two) AND x.kind <> 'merge'
  UNION ALL
  SELECT 'enrolment',
         COALESCE(CAST(x.enrolment_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.program AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.service AS TEXT), '-') || '|' || COALESCE(CAST(x.from_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.remark AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at
         AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-')
    FROM enrolment AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'lead_change',
         COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.at AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.from_desk AS TEXT), '-') || '|' || COALESCE(CAST(x.to_desk AS
         TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.joint_visit_on AS TEXT), '-') || '|' || COALESCE(CAST(x.remark AS
         TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
    FROM lead_change AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_plan',
         COALESCE(CAST(x.plan_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.kind AS TEXT), '-') || '|' || COALESCE(CAST(x.round AS TEXT),
         '-') || '|' || COALESCE(CAST(x.edition AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.previous_id AS TEXT), '-') || '|' || COALESCE(CAST(x.state AS TEXT),
         '-') || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.until_on AS TEXT), '-') || '|' || COALESCE(CAST(x.lead_desk AS TEXT),
         '-') || '|' || COALESCE(CAST(x.problem AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.own_goal AS TEXT), '-') || '|' || COALESCE(CAST(x.unheard AS TEXT),
         '-') || '|' || COALESCE(CAST(x.household_goal AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.interim_goal AS TEXT), '-') || '|' || COALESCE(CAST(x.policy AS TEXT),
         '-') || '|' || COALESCE(CAST(x.own_part AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.monitor_on AS TEXT), '-') || '|' || COALESCE(CAST(x.monitor_how AS
         TEXT), '-') || '|' || COALESCE(CAST(x.urgent_how AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.outreach_use AS TEXT), '-') || '|' || COALESCE(CAST(x.outreach_why AS
         TEXT), '-') || '|' || COALESCE(CAST(x.participation_use AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.participation_why AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.made_at AS TEXT), '-') || '|' || COALESCE(CAST(x.decided_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.started_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.ended_on AS TEXT), '-') || '|' || COALESCE(CAST(x.days_suspended AS
         TEXT), '-') || '|' || COALESCE(CAST(x.suspended_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.closing_reason AS TEXT), '-') || '|' || COALESCE(CAST(x.lead_after AS
         TEXT), '-') || '|' || COALESCE(CAST(x.follow_use AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.follow_on AS TEXT), '-') || '|' || COALESCE(CAST(x.follow_how AS TEXT),
         '-') || '|' || COALESCE(CAST(x.follow_why AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM support_plan AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_goal',
         COALESCE(CAST(x.goal_id AS TEXT), '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS
         TEXT), '-') || '|' || COALESCE(CAST(x.whose AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.words AS TEXT), '-') || '|' || COALESCE(CAST(x.measure AS TEXT), '-')
         || '|' || COALESCE(CAST(x.same_as AS TEXT), '-') || '|' || COALESCE(CAST(x.dropped AS
         TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-')
    FROM support_goal AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_item',
         COALESCE(CAST(x.item_id AS TEXT), '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS
         TEXT), '-') || '|' || COALESCE(CAST(x.goal_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.issue_id AS TEXT), '-') || '|' || COALESCE(CAST(x.issue_words AS TEXT),
         '-') || '|' || COALESCE(CAST(x.what AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.party AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.worker AS TEXT), '-') || '|' || COALESCE(CAST(x.part AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.frequency AS TEXT), '-') || '|' || COALESCE(CAST(x.from_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.review_on AS TEXT), '-') || '|' || COALESCE(CAST(x.program AS TEXT),
         '-') || '|' || COALESCE(CAST(x.state AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.state_words AS TEXT), '-') || '|' || COALESCE(CAST(x.same_as AS TEXT),
         '-') || '|' || COALESCE(CAST(x.dropped AS TEXT), '-') || '|' || COALESCE(CAST(x.version
         AS TEXT), '-')
    FROM support_item AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_uncovered',
         COALESCE(CAST(x.plan_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.issue_id AS TEXT), '-') || '|' || COALESCE(CAST(x.reason AS
         TEXT), '-')
    FROM support_uncovered AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_request',
         COALESCE(CAST(x.request_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-') || '|' || COALESCE(CAST(x.on_day AS
         TEXT), '-') || '|' || COALESCE(CAST(x.requester AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.words AS TEXT), '-') || '|' || COALESCE(CAST(x.way AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.dropped AS TEXT), '-')
    FROM support_request AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_step',
         COALESCE(CAST(x.step_id AS TEXT), '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.move AS
         TEXT), '-') || '|' || COALESCE(CAST(x.before AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.after AS TEXT), '-') || '|' || COALESCE(CAST(x.way AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.held_on AS TEXT), '-') || '|' || COALESCE(CAST(x.body AS TEXT),
         '-') || '|' || COALESCE(CAST(x.reason AS TEXT), '-') || '|' || COALESCE(CAST(x.words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.at AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.place AS TEXT), '-') || '|' || COALESCE(CAST(x.item_id AS TEXT),
         '-')
    FROM support_step AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_agreement',
         COALESCE(CAST(x.agreement_id AS TEXT), '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.party
         AS TEXT), '-') || '|' || COALESCE(CAST(x.stand AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.words AS TEXT), '-') || '|' || COALESCE(CAST(x.held_on AS TEXT), '-')
         || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.at AS TEXT),
         '-')
    FROM support_agreement AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_approval',
         COALESCE(CAST(x.approval_id AS TEXT), '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.place
         AS TEXT), '-') || '|' || COALESCE(CAST(x.label AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.way AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.approver AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.paper_number AS TEXT), '-') || '|' || COALESCE(CAST(x.paper_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.void AS TEXT), '-')
    FROM support_approval AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_review',
         COALESCE(CAST(x.review_id AS TEXT), '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS
         TEXT), '-') || '|' || COALESCE(CAST(x.held_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.outcome AS TEXT), '-') || '|' || COALESCE(CAST(x.changes AS TEXT), '-')
         || '|' || COALESCE(CAST(x.cooperation AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.household AS TEXT), '-') || '|' || COALESCE(CAST(x.situation AS TEXT),
         '-') || '|' || COALESCE(CAST(x.own_view AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.own_wish AS TEXT), '-') || '|' || COALESCE(CAST(x.staff_view AS TEXT),
         '-') || '|' || COALESCE(CAST(x.supporters AS TEXT), '-') || '|' || COALESCE(CAST(x.gap
         AS TEXT), '-') || '|' || COALESCE(CAST(x.next_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM support_review AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_rating',
         COALESCE(CAST(x.rating_id AS TEXT), '-') || '|' || COALESCE(CAST(x.goal_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.rating AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.words AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.at AS TEXT), '-')
    FROM support_rating AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'support_watch',
         COALESCE(CAST(x.watch_id AS TEXT), '-') || '|' || COALESCE(CAST(x.plan_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.party AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.every_days AS TEXT), '-') || '|' || COALESCE(CAST(x.how AS TEXT), '-')
         || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' || COALESCE(CAST(x.next_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.ended_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.at AS TEXT), '-')
    FROM support_watch AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'scheme_plan',
         COALESCE(CAST(x.scheme_plan_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.scheme AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.whose AS TEXT), '-') || '|' || COALESCE(CAST(x.goal AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.version AS TEXT), '-')
    FROM scheme_plan AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'direct_settlement',
         COALESCE(CAST(x.settlement_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.settled_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.parties AS TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-')
         || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM direct_settlement AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'participation',
         COALESCE(CAST(x.participation_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.opened_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.reason AS TEXT), '-') || '|' || COALESCE(CAST(x.item_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.decided AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM participation AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'wish',
         COALESCE(CAST(x.wish_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.heard_on
         AS TEXT), '-') || '|' || COALESCE(CAST(x.wishes AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.musts AS TEXT), '-') || '|' || COALESCE(CAST(x.area AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.area_only AS TEXT), '-') || '|' || COALESCE(CAST(x.strengths AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM wish AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'placement',
         COALESCE(CAST(x.placement_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.wish_id AS TEXT), '-') || '|' || COALESCE(CAST(x.place_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.reasons
         AS TEXT), '-') || '|' || COALESCE(CAST(x.told AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.proposed_on AS TEXT), '-') || '|' || COALESCE(CAST(x.accepted_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.declined_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.visit_on AS TEXT), '-') || '|' || COALESCE(CAST(x.trial_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.regular_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.role_on AS TEXT), '-') || '|' || COALESCE(CAST(x.ended_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.next_on AS TEXT), '-') || '|' || COALESCE(CAST(x.words
         AS TEXT), '-') || '|' || COALESCE(CAST(x.end_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version
         AS TEXT), '-')
    FROM placement AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'placement_day',
         COALESCE(CAST(x.day_id AS TEXT), '-') || '|' || COALESCE(CAST(x.placement_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS
         TEXT), '-') || '|' || COALESCE(CAST(x.due_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.done_on AS TEXT), '-') || '|' || COALESCE(CAST(x.dropped AS TEXT), '-')
         || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
    FROM placement_day AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'attendance',
         COALESCE(CAST(x.attendance_id AS TEXT), '-') || '|' || COALESCE(CAST(x.place_session_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.times AS TEXT), '-')
         || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM attendance AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'access_request',
         COALESCE(CAST(x.access_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.year
         AS TEXT), '-') || '|' || COALESCE(CAST(x.number AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.received_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.due_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.extended_on AS TEXT), '-') || '|' || COALESCE(CAST(x.extended_why AS
         TEXT), '-') || '|' || COALESCE(CAST(x.asked_by AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.agent AS TEXT), '-') || '|' || COALESCE(CAST(x.agent_paper AS TEXT),
         '-') || '|' || COALESCE(CAST(x.confirmed AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.wanted AS TEXT), '-') || '|' || COALESCE(CAST(x.decision AS TEXT), '-')
         || '|' || COALESCE(CAST(x.refusal AS TEXT), '-') || '|' || COALESCE(CAST(x.decided_on
         AS TEXT), '-') || '|' || COALESCE(CAST(x.decided_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.handed_on AS TEXT), '-') || '|' || COALESCE(CAST(x.handed_how AS TEXT),
         '-') || '|' || COALESCE(CAST(x.copy_id AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM access_request AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'access_line',
         COALESCE(CAST(x.access_id AS TEXT), '-') || '|' || COALESCE(CAST(x.note_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.at AS TEXT), '-')
    FROM access_line AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'pregnancy',
         COALESCE(CAST(x.pregnancy_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.state
         AS TEXT), '-') || '|' || COALESCE(CAST(x.expected_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.notified_on AS TEXT), '-') || '|' || COALESCE(CAST(x.ended_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.reason AS TEXT), '-') || '|' || COALESCE(CAST(x.remark
         AS TEXT), '-') || '|' || COALESCE(CAST(x.support AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version
         AS TEXT), '-')
    FROM pregnancy AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'newborn',
         COALESCE(CAST(x.newborn_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.pregnancy_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.household_id AS TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.name AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.kana AS TEXT), '-') || '|' || COALESCE(CAST(x.gender AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.born_on AS TEXT), '-') || '|' || COALESCE(CAST(x.remark AS
         TEXT), '-') || '|' || COALESCE(CAST(x.dropped AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version
         AS TEXT), '-')
    FROM newborn AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'childcare_version',
         COALESCE(CAST(x.record_id AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.pregnancy_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.at AS TEXT), '-') || '|' || COALESCE(CAST(x.why AS
         TEXT), '-') || '|' || COALESCE(CAST(x.body AS TEXT), '-')
    FROM childcare_version AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'household',
         COALESCE(CAST(x.household_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.name AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.types AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' || COALESCE(CAST(x.from_words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.until_words AS TEXT), '-') || '|' || COALESCE(CAST(x.strengths AS
         TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM household AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'membership',
         COALESCE(CAST(x.membership_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.household_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.living AS TEXT),
         '-') || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_words AS TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.until_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.remark AS TEXT), '-') || '|' || COALESCE(CAST(x.dropped AS TEXT), '-')
         || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM membership AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'person_relation',
         COALESCE(CAST(x.relation_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.other_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-')
         || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' || COALESCE(CAST(x.from_words
         AS TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.until_words AS TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT),
         '-') || '|' || COALESCE(CAST(x.dropped AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM person_relation AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'issue',
         COALESCE(CAST(x.issue_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' || COALESCE(CAST(x.code
         AS TEXT), '-') || '|' || COALESCE(CAST(x.severity AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.priority AS TEXT), '-')
         || '|' || COALESCE(CAST(x.gap AS TEXT), '-') || '|' || COALESCE(CAST(x.gap_kind AS
         TEXT), '-') || '|' || COALESCE(CAST(x.from_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_words AS TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM issue AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'involvement',
         COALESCE(CAST(x.involvement_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.agency AS TEXT), '-') || '|' || COALESCE(CAST(x.worker AS TEXT), '-')
         || '|' || COALESCE(CAST(x.field AS TEXT), '-') || '|' || COALESCE(CAST(x.since_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.since_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.until_on AS TEXT), '-') || '|' || COALESCE(CAST(x.until_words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.dropped AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM involvement AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'situation',
         COALESCE(CAST(x.situation_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.happened_on AS TEXT), '-') || '|' || COALESCE(CAST(x.happened_words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.dropped AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' || COALESCE(CAST(x.version AS TEXT),
         '-')
    FROM situation AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'consent',
         COALESCE(CAST(x.consent_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.state AS TEXT), '-') || '|' || COALESCE(CAST(x.support AS TEXT), '-')
         || '|' || COALESCE(CAST(x.sharing AS TEXT), '-') || '|' || COALESCE(CAST(x.plan AS
         TEXT), '-') || '|' || COALESCE(CAST(x.recording AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.items AS TEXT), '-') || '|' || COALESCE(CAST(x.joins AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.purpose AS TEXT), '-') || '|' || COALESCE(CAST(x.from_on AS
         TEXT), '-') || '|' || COALESCE(CAST(x.until_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_at AS TEXT), '-') || '|' || COALESCE(CAST(x.until_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.how AS TEXT), '-') || '|' || COALESCE(CAST(x.words AS
         TEXT), '-') || '|' || COALESCE(CAST(x.witness AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.proxy_ground AS TEXT), '-') || '|' || COALESCE(CAST(x.proxy_paper AS
         TEXT), '-') || '|' || COALESCE(CAST(x.child_will AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.explained_by AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.explained_version AS TEXT), '-') || '|' || COALESCE(CAST(x.evidence AS
         TEXT), '-') || '|' || COALESCE(CAST(x.again_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.ended_at AS TEXT), '-') || '|' || COALESCE(CAST(x.ended_how AS TEXT),
         '-') || '|' || COALESCE(CAST(x.ended_words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM consent AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'attachment',
         COALESCE(CAST(x.attachment_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.note_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.name AS TEXT), '-') || '|' || COALESCE(CAST(x.type AS TEXT), '-') ||
         '|' || COALESCE(CAST(x.size AS TEXT), '-') || '|' || COALESCE(CAST(x.remark AS TEXT),
         '-') || '|' || COALESCE(CAST(x.withdrawn_at AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.withdrawn_why AS TEXT), '-')
    FROM attachment AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'record_text',
         COALESCE(CAST(x.record_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.post_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-')
         || '|' || COALESCE(CAST(x.happened_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.search_text AS TEXT), '-')
    FROM record_text AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'finding',
         COALESCE(CAST(x.finding_id AS TEXT), '-') || '|' || COALESCE(CAST(x.gathering_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.source AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.party AS TEXT), '-') || '|' || COALESCE(CAST(x.heard_on AS TEXT), '-')
         || '|' || COALESCE(CAST(x.area AS TEXT), '-') || '|' || COALESCE(CAST(x.of_area AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.case_id AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM finding AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'notice',
         COALESCE(CAST(x.notice_id AS TEXT), '-') || '|' || COALESCE(CAST(x.kind AS TEXT), '-')
         || '|' || COALESCE(CAST(x.event AS TEXT), '-') || '|' || COALESCE(CAST(x.area AS
         TEXT), '-') || '|' || COALESCE(CAST(x.words AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.urgency AS TEXT), '-') || '|' || COALESCE(CAST(x.from_desk AS TEXT),
         '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.to_desk AS TEXT), '-') || '|' || COALESCE(CAST(x.sent_at AS TEXT),
         '-') || '|' || COALESCE(CAST(x.answer AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.answered_at AS TEXT), '-') || '|' || COALESCE(CAST(x.answered_by AS
         TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT), '-')
    FROM notice AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'disclosure',
         COALESCE(CAST(x.disclosure_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.person_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.from_desk AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.to_desk AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.to_name AS TEXT), '-') || '|' || COALESCE(CAST(x.items AS TEXT), '-')
         || '|' || COALESCE(CAST(x.basis AS TEXT), '-') || '|' || COALESCE(CAST(x.basis_reason
         AS TEXT), '-') || '|' || COALESCE(CAST(x.purpose AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.way AS TEXT), '-') || '|' || COALESCE(CAST(x.record_id AS TEXT), '-')
         || '|' || COALESCE(CAST(x.happened_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM disclosure AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'triage',
         COALESCE(CAST(x.triage_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.way AS TEXT), '-') || '|' || COALESCE(CAST(x.reason AS
         TEXT), '-') || '|' || COALESCE(CAST(x.drop_reason AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.no_consent_reason AS TEXT), '-') || '|' || COALESCE(CAST(x.rights AS
         TEXT), '-') || '|' || COALESCE(CAST(x.conference AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.desk_id AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT),
         '-') || '|' || COALESCE(CAST(x.decided_at AS TEXT), '-')
    FROM triage AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'service_request',
         COALESCE(CAST(x.service_request_id AS TEXT), '-') || '|' || COALESCE(CAST(x.case_id AS
         TEXT), '-') || '|' || COALESCE(CAST(x.consultation_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.service AS TEXT), '-') || '|' || COALESCE(CAST(x.place AS TEXT), '-')
         || '|' || COALESCE(CAST(x.requested_on AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.decision AS TEXT), '-') || '|' || COALESCE(CAST(x.decided_on AS TEXT),
         '-') || '|' || COALESCE(CAST(x.remark AS TEXT), '-') || '|' || COALESCE(CAST(x.desk_id
         AS TEXT), '-') || '|' || COALESCE(CAST(x.post_id AS TEXT), '-') || '|' ||
         COALESCE(CAST(x.version AS TEXT), '-')
    FROM service_request AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'sheet',
         COALESCE(CAST(x.sheet_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.code AS TEXT), '-') || '|'
         || COALESCE(CAST(x.digest AS TEXT), '-') || '|'
         || COALESCE(CAST(x.body AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|'
         || COALESCE(CAST(x.version AS TEXT), '-')
    FROM sheet AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'sheet_version',
         COALESCE(CAST(x.sheet_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.version AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.digest AS TEXT), '-') || '|'
         || COALESCE(CAST(x.body AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.at AS TEXT), '-') || '|'
         || COALESCE(CAST(x.why AS TEXT), '-')
    FROM sheet_version AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'assessment',
         COALESCE(CAST(x.assessment_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.completed_at AS TEXT), '-')
    FROM assessment AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'outreach',
         COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.state AS TEXT), '-') || '|'
         || COALESCE(CAST(x.stage AS TEXT), '-') || '|'
         || COALESCE(CAST(x.safety AS TEXT), '-') || '|'
         || COALESCE(CAST(x.coordinating AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.began_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.tries AS TEXT), '-') || '|'
         || COALESCE(CAST(x.meetings AS TEXT), '-') || '|'
         || COALESCE(CAST(x.refusals AS TEXT), '-') || '|'
         || COALESCE(CAST(x.tried_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.met_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.handed_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.version AS TEXT), '-')
    FROM outreach AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'outreach_source',
         COALESCE(CAST(x.source_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.kind AS TEXT), '-') || '|'
         || COALESCE(CAST(x.party AS TEXT), '-') || '|'
         || COALESCE(CAST(x.heard_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.words AS TEXT), '-') || '|'
         || COALESCE(CAST(x.gathering_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM outreach_source AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'outreach_contact',
         COALESCE(CAST(x.contact_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.way AS TEXT), '-') || '|'
         || COALESCE(CAST(x.result AS TEXT), '-') || '|'
         || COALESCE(CAST(x.happened_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.recorded_at AS TEXT), '-') || '|'
         || COALESCE(CAST(x.fact AS TEXT), '-') || '|'
         || COALESCE(CAST(x.own_words AS TEXT), '-') || '|'
         || COALESCE(CAST(x.letter_name AS TEXT), '-') || '|'
         || COALESCE(CAST(x.letter AS TEXT), '-') || '|'
         || COALESCE(CAST(x.asked AS TEXT), '-') || '|'
         || COALESCE(CAST(x.answer AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-')
    FROM outreach_contact AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'outreach_move',
         COALESCE(CAST(x.move_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.before_state AS TEXT), '-') || '|'
         || COALESCE(CAST(x.state AS TEXT), '-') || '|'
         || COALESCE(CAST(x.stage AS TEXT), '-') || '|'
         || COALESCE(CAST(x.why AS TEXT), '-') || '|'
         || COALESCE(CAST(x.moved_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.at AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-')
    FROM outreach_move AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'outreach_policy',
         COALESCE(CAST(x.policy_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.decided_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.meeting AS TEXT), '-') || '|'
         || COALESCE(CAST(x.body AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM outreach_policy AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'outreach_turn',
         COALESCE(CAST(x.turn_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.series_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.place AS TEXT), '-') || '|'
         || COALESCE(CAST(x.due_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.to_desk AS TEXT), '-') || '|'
         || COALESCE(CAST(x.contact_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.cancelled AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM outreach_turn AS x WHERE x.case_id IN (:one, :two)
  UNION ALL
  SELECT 'outreach_tie',
         COALESCE(CAST(x.tie_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.case_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.kind AS TEXT), '-') || '|'
         || COALESCE(CAST(x.name AS TEXT), '-') || '|'
         || COALESCE(CAST(x.part AS TEXT), '-') || '|'
         || COALESCE(CAST(x.since_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.until_on AS TEXT), '-') || '|'
         || COALESCE(CAST(x.desk_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.post_id AS TEXT), '-') || '|'
         || COALESCE(CAST(x.recorded_at AS TEXT), '-')
    FROM outreach_tie AS x WHERE x.case_id IN (:one, :two)) AS z
 ORDER BY z.kind NULLS LAST, z.body NULLS LAST;
