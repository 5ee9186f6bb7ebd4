-- Striking a word out of everything that is written about a case: one statement for each
-- table with texts. Codes and numbers never hold such a word (vault_strikable()).

-- name: strike_agenda_item  none
-- Strikes a word out of agenda_item.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE agenda_item
   SET acts_as = REPLACE(acts_as, :word, :instead),
       footing = REPLACE(footing, :word, :instead),
       title = REPLACE(title, :word, :instead),
       trigger = REPLACE(trigger, :word, :instead),
       reason = REPLACE(reason, :word, :instead),
       purpose = REPLACE(purpose, :word, :instead),
       state = REPLACE(state, :word, :instead),
       discussion = REPLACE(discussion, :word, :instead),
       decision = REPLACE(decision, :word, :instead)
 WHERE case_id = :case_id
   AND (acts_as <> REPLACE(acts_as, :word, :instead)
        OR footing <> REPLACE(footing, :word, :instead)
        OR title <> REPLACE(title, :word, :instead)
        OR trigger <> REPLACE(trigger, :word, :instead)
        OR reason <> REPLACE(reason, :word, :instead)
        OR purpose <> REPLACE(purpose, :word, :instead)
        OR state <> REPLACE(state, :word, :instead)
        OR discussion <> REPLACE(discussion, :word, :instead)
        OR decision <> REPLACE(decision, :word, :instead));

-- name: strike_attachment  none
-- Strikes a word out of attachment.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE attachment
   SET name = REPLACE(name, :word, :instead),
       type = REPLACE(type, :word, :instead),
       remark = REPLACE(remark, :word, :instead),
       withdrawn_why = REPLACE(withdrawn_why, :word, :instead)
 WHERE case_id = :case_id
   AND (name <> REPLACE(name, :word, :instead)
        OR type <> REPLACE(type, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead)
        OR withdrawn_why <> REPLACE(withdrawn_why, :word, :instead));

-- name: strike_consent  none
-- Strikes a word out of consent.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE consent
   SET state = REPLACE(state, :word, :instead),
       purpose = REPLACE(purpose, :word, :instead),
       how = REPLACE(how, :word, :instead),
       words = REPLACE(words, :word, :instead),
       witness = REPLACE(witness, :word, :instead),
       proxy_ground = REPLACE(proxy_ground, :word, :instead),
       proxy_paper = REPLACE(proxy_paper, :word, :instead),
       child_will = REPLACE(child_will, :word, :instead),
       explained_by = REPLACE(explained_by, :word, :instead),
       explained_version = REPLACE(explained_version, :word, :instead),
       evidence = REPLACE(evidence, :word, :instead),
       ended_how = REPLACE(ended_how, :word, :instead),
       ended_words = REPLACE(ended_words, :word, :instead)
 WHERE case_id = :case_id
   AND (state <> REPLACE(state, :word, :instead)
        OR purpose <> REPLACE(purpose, :word, :instead)
        OR how <> REPLACE(how, :word, :instead)
        OR words <> REPLACE(words, :word, :instead)
        OR witness <> REPLACE(witness, :word, :instead)
        OR proxy_ground <> REPLACE(proxy_ground, :word, :instead)
        OR proxy_paper <> REPLACE(proxy_paper, :word, :instead)
        OR child_will <> REPLACE(child_will, :word, :instead)
        OR explained_by <> REPLACE(explained_by, :word, :instead)
        OR explained_version <> REPLACE(explained_version, :word, :instead)
        OR evidence <> REPLACE(evidence, :word, :instead)
        OR ended_how <> REPLACE(ended_how, :word, :instead)
        OR ended_words <> REPLACE(ended_words, :word, :instead));

-- name: strike_consultation  none
-- Strikes a word out of consultation.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE consultation
   SET words = REPLACE(words, :word, :instead),
       speaker = REPLACE(speaker, :word, :instead),
       caller_contact = REPLACE(caller_contact, :word, :instead),
       call_back_when = REPLACE(call_back_when, :word, :instead),
       call_back_as = REPLACE(call_back_as, :word, :instead),
       method = REPLACE(method, :word, :instead),
       route = REPLACE(route, :word, :instead),
       topic = REPLACE(topic, :word, :instead),
       urgency = REPLACE(urgency, :word, :instead)
 WHERE case_id = :case_id
   AND (words <> REPLACE(words, :word, :instead)
        OR speaker <> REPLACE(speaker, :word, :instead)
        OR caller_contact <> REPLACE(caller_contact, :word, :instead)
        OR call_back_when <> REPLACE(call_back_when, :word, :instead)
        OR call_back_as <> REPLACE(call_back_as, :word, :instead)
        OR method <> REPLACE(method, :word, :instead)
        OR route <> REPLACE(route, :word, :instead)
        OR topic <> REPLACE(topic, :word, :instead)
        OR urgency <> REPLACE(urgency, :word, :instead));

-- name: strike_decided_role  none
-- Strikes a word out of decided_role.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE decided_role
   SET kind = REPLACE(kind, :word, :instead),
       what = REPLACE(what, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR what <> REPLACE(what, :word, :instead));

-- name: strike_direct_settlement  none
-- Strikes a word out of direct_settlement.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE direct_settlement
   SET parties = REPLACE(parties, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (parties <> REPLACE(parties, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_disclosure  none
-- Strikes a word out of disclosure.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE disclosure
   SET to_name = REPLACE(to_name, :word, :instead),
       basis = REPLACE(basis, :word, :instead),
       basis_reason = REPLACE(basis_reason, :word, :instead),
       purpose = REPLACE(purpose, :word, :instead),
       way = REPLACE(way, :word, :instead)
 WHERE case_id = :case_id
   AND (to_name <> REPLACE(to_name, :word, :instead)
        OR basis <> REPLACE(basis, :word, :instead)
        OR basis_reason <> REPLACE(basis_reason, :word, :instead)
        OR purpose <> REPLACE(purpose, :word, :instead)
        OR way <> REPLACE(way, :word, :instead));

-- name: strike_duty  none
-- Strikes a word out of duty.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE duty
   SET rule = REPLACE(rule, :word, :instead)
 WHERE case_id = :case_id
   AND (rule <> REPLACE(rule, :word, :instead));

-- name: strike_emergency_use  none
-- Strikes a word out of emergency_use.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE emergency_use
   SET kind = REPLACE(kind, :word, :instead),
       reason = REPLACE(reason, :word, :instead),
       verdict = REPLACE(verdict, :word, :instead),
       verdict_text = REPLACE(verdict_text, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR reason <> REPLACE(reason, :word, :instead)
        OR verdict <> REPLACE(verdict, :word, :instead)
        OR verdict_text <> REPLACE(verdict_text, :word, :instead));

-- name: strike_enrolment  none
-- Strikes a word out of enrolment.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE enrolment
   SET program = REPLACE(program, :word, :instead),
       service = REPLACE(service, :word, :instead),
       remark = REPLACE(remark, :word, :instead)
 WHERE case_id = :case_id
   AND (program <> REPLACE(program, :word, :instead)
        OR service <> REPLACE(service, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead));

-- name: strike_finding  none
-- Strikes a word out of finding.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE finding
   SET source = REPLACE(source, :word, :instead),
       party = REPLACE(party, :word, :instead),
       area = REPLACE(area, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (source <> REPLACE(source, :word, :instead)
        OR party <> REPLACE(party, :word, :instead)
        OR area <> REPLACE(area, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_household  none
-- Strikes a word out of household.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE household
   SET name = REPLACE(name, :word, :instead),
       types = REPLACE(types, :word, :instead),
       place = REPLACE(place, :word, :instead),
       from_words = REPLACE(from_words, :word, :instead),
       until_words = REPLACE(until_words, :word, :instead),
       strengths = REPLACE(strengths, :word, :instead),
       remark = REPLACE(remark, :word, :instead)
 WHERE case_id = :case_id
   AND (name <> REPLACE(name, :word, :instead)
        OR types <> REPLACE(types, :word, :instead)
        OR place <> REPLACE(place, :word, :instead)
        OR from_words <> REPLACE(from_words, :word, :instead)
        OR until_words <> REPLACE(until_words, :word, :instead)
        OR strengths <> REPLACE(strengths, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead));

-- name: strike_involvement  none
-- Strikes a word out of involvement.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE involvement
   SET agency = REPLACE(agency, :word, :instead),
       worker = REPLACE(worker, :word, :instead),
       field = REPLACE(field, :word, :instead),
       since_words = REPLACE(since_words, :word, :instead),
       until_words = REPLACE(until_words, :word, :instead),
       remark = REPLACE(remark, :word, :instead)
 WHERE case_id = :case_id
   AND (agency <> REPLACE(agency, :word, :instead)
        OR worker <> REPLACE(worker, :word, :instead)
        OR field <> REPLACE(field, :word, :instead)
        OR since_words <> REPLACE(since_words, :word, :instead)
        OR until_words <> REPLACE(until_words, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead));

-- name: strike_issue  none
-- Strikes a word out of issue.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE issue
   SET code = REPLACE(code, :word, :instead),
       severity = REPLACE(severity, :word, :instead),
       state = REPLACE(state, :word, :instead),
       gap_kind = REPLACE(gap_kind, :word, :instead),
       from_words = REPLACE(from_words, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (code <> REPLACE(code, :word, :instead)
        OR severity <> REPLACE(severity, :word, :instead)
        OR state <> REPLACE(state, :word, :instead)
        OR gap_kind <> REPLACE(gap_kind, :word, :instead)
        OR from_words <> REPLACE(from_words, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_membership  none
-- Strikes a word out of membership.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE membership
   SET living = REPLACE(living, :word, :instead),
       from_words = REPLACE(from_words, :word, :instead),
       until_words = REPLACE(until_words, :word, :instead),
       remark = REPLACE(remark, :word, :instead)
 WHERE case_id = :case_id
   AND (living <> REPLACE(living, :word, :instead)
        OR from_words <> REPLACE(from_words, :word, :instead)
        OR until_words <> REPLACE(until_words, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead));

-- name: strike_merge  none
-- Strikes a word out of merge.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE merge
   SET kind = REPLACE(kind, :word, :instead),
       why = REPLACE(why, :word, :instead),
       undone_why = REPLACE(undone_why, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR why <> REPLACE(why, :word, :instead)
        OR undone_why <> REPLACE(undone_why, :word, :instead));

-- name: strike_item_point  none
-- Strikes a word out of item_point.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE item_point
   SET body = REPLACE(body, :word, :instead)
 WHERE item_id IN (SELECT i.item_id FROM agenda_item AS i WHERE i.case_id = :case_id)
   AND body <> REPLACE(body, :word, :instead);

-- name: strike_item_version  none
-- Strikes a word out of item_version.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE item_version
   SET body = REPLACE(body, :word, :instead)
 WHERE item_id IN (SELECT i.item_id FROM agenda_item AS i WHERE i.case_id = :case_id)
   AND body <> REPLACE(body, :word, :instead);

-- name: strike_tabled_fact  none
-- Strikes a word out of tabled_fact.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE tabled_fact
   SET body = REPLACE(body, :word, :instead)
 WHERE item_id IN (SELECT i.item_id FROM agenda_item AS i WHERE i.case_id = :case_id)
   AND body <> REPLACE(body, :word, :instead);

-- name: strike_cooperation_request  none
-- Strikes a word out of cooperation_request.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE cooperation_request
   SET asked = REPLACE(asked, :word, :instead)
 WHERE item_id IN (SELECT i.item_id FROM agenda_item AS i WHERE i.case_id = :case_id)
   AND asked <> REPLACE(asked, :word, :instead);
