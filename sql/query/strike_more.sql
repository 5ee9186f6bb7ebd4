-- Striking a word out of everything that is written about a case: the other half.

-- name: strike_next_step  none
-- Strikes a word out of next_step.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE next_step
   SET what = REPLACE(what, :word, :instead),
       result = REPLACE(result, :word, :instead)
 WHERE case_id = :case_id
   AND (what <> REPLACE(what, :word, :instead)
        OR result <> REPLACE(result, :word, :instead));

-- name: strike_note  none
-- Strikes a word out of note.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE note
   SET method = REPLACE(method, :word, :instead),
       result = REPLACE(result, :word, :instead),
       fact = REPLACE(fact, :word, :instead),
       own_words = REPLACE(own_words, :word, :instead),
       opinion = REPLACE(opinion, :word, :instead)
 WHERE case_id = :case_id
   AND (method <> REPLACE(method, :word, :instead)
        OR result <> REPLACE(result, :word, :instead)
        OR fact <> REPLACE(fact, :word, :instead)
        OR own_words <> REPLACE(own_words, :word, :instead)
        OR opinion <> REPLACE(opinion, :word, :instead));

-- name: strike_notice  none
-- Strikes a word out of notice.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE notice
   SET kind = REPLACE(kind, :word, :instead),
       event = REPLACE(event, :word, :instead),
       area = REPLACE(area, :word, :instead),
       words = REPLACE(words, :word, :instead),
       urgency = REPLACE(urgency, :word, :instead),
       answer = REPLACE(answer, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR event <> REPLACE(event, :word, :instead)
        OR area <> REPLACE(area, :word, :instead)
        OR words <> REPLACE(words, :word, :instead)
        OR urgency <> REPLACE(urgency, :word, :instead)
        OR answer <> REPLACE(answer, :word, :instead));

-- name: strike_outreach  none
-- Strikes a word out of outreach.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE outreach
   SET state = REPLACE(state, :word, :instead),
       stage = REPLACE(stage, :word, :instead),
       safety = REPLACE(safety, :word, :instead)
 WHERE case_id = :case_id
   AND (state <> REPLACE(state, :word, :instead)
        OR stage <> REPLACE(stage, :word, :instead)
        OR safety <> REPLACE(safety, :word, :instead));

-- name: strike_outreach_contact  none
-- Strikes a word out of outreach_contact.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE outreach_contact
   SET way = REPLACE(way, :word, :instead),
       result = REPLACE(result, :word, :instead),
       fact = REPLACE(fact, :word, :instead),
       own_words = REPLACE(own_words, :word, :instead),
       letter_name = REPLACE(letter_name, :word, :instead),
       letter = REPLACE(letter, :word, :instead),
       answer = REPLACE(answer, :word, :instead)
 WHERE case_id = :case_id
   AND (way <> REPLACE(way, :word, :instead)
        OR result <> REPLACE(result, :word, :instead)
        OR fact <> REPLACE(fact, :word, :instead)
        OR own_words <> REPLACE(own_words, :word, :instead)
        OR letter_name <> REPLACE(letter_name, :word, :instead)
        OR letter <> REPLACE(letter, :word, :instead)
        OR answer <> REPLACE(answer, :word, :instead));

-- name: strike_outreach_move  none
-- Strikes a word out of outreach_move.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE outreach_move
   SET before_state = REPLACE(before_state, :word, :instead),
       state = REPLACE(state, :word, :instead),
       stage = REPLACE(stage, :word, :instead),
       why = REPLACE(why, :word, :instead)
 WHERE case_id = :case_id
   AND (before_state <> REPLACE(before_state, :word, :instead)
        OR state <> REPLACE(state, :word, :instead)
        OR stage <> REPLACE(stage, :word, :instead)
        OR why <> REPLACE(why, :word, :instead));

-- name: strike_outreach_policy  none
-- Strikes a word out of outreach_policy.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE outreach_policy
   SET meeting = REPLACE(meeting, :word, :instead),
       body = REPLACE(body, :word, :instead)
 WHERE case_id = :case_id
   AND (meeting <> REPLACE(meeting, :word, :instead)
        OR body <> REPLACE(body, :word, :instead));

-- name: strike_outreach_source  none
-- Strikes a word out of outreach_source.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE outreach_source
   SET kind = REPLACE(kind, :word, :instead),
       party = REPLACE(party, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR party <> REPLACE(party, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_outreach_tie  none
-- Strikes a word out of outreach_tie.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE outreach_tie
   SET kind = REPLACE(kind, :word, :instead),
       name = REPLACE(name, :word, :instead),
       part = REPLACE(part, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR name <> REPLACE(name, :word, :instead)
        OR part <> REPLACE(part, :word, :instead));

-- name: strike_person  none
-- Strikes a word out of person.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE person
   SET known = REPLACE(known, :word, :instead),
       name = REPLACE(name, :word, :instead),
       kana = REPLACE(kana, :word, :instead),
       place = REPLACE(place, :word, :instead),
       consent = REPLACE(consent, :word, :instead),
       gender = REPLACE(gender, :word, :instead),
       birth_words = REPLACE(birth_words, :word, :instead),
       other_names = REPLACE(other_names, :word, :instead),
       kinship = REPLACE(kinship, :word, :instead),
       phone = REPLACE(phone, :word, :instead),
       met = REPLACE(met, :word, :instead),
       attributes = REPLACE(attributes, :word, :instead),
       durations = REPLACE(durations, :word, :instead),
       strengths = REPLACE(strengths, :word, :instead)
 WHERE case_id = :case_id
   AND (known <> REPLACE(known, :word, :instead)
        OR name <> REPLACE(name, :word, :instead)
        OR kana <> REPLACE(kana, :word, :instead)
        OR place <> REPLACE(place, :word, :instead)
        OR consent <> REPLACE(consent, :word, :instead)
        OR gender <> REPLACE(gender, :word, :instead)
        OR birth_words <> REPLACE(birth_words, :word, :instead)
        OR other_names <> REPLACE(other_names, :word, :instead)
        OR kinship <> REPLACE(kinship, :word, :instead)
        OR phone <> REPLACE(phone, :word, :instead)
        OR met <> REPLACE(met, :word, :instead)
        OR attributes <> REPLACE(attributes, :word, :instead)
        OR durations <> REPLACE(durations, :word, :instead)
        OR strengths <> REPLACE(strengths, :word, :instead));

-- name: strike_person_relation  none
-- Strikes a word out of person_relation.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE person_relation
   SET kind = REPLACE(kind, :word, :instead),
       from_words = REPLACE(from_words, :word, :instead),
       until_words = REPLACE(until_words, :word, :instead),
       remark = REPLACE(remark, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR from_words <> REPLACE(from_words, :word, :instead)
        OR until_words <> REPLACE(until_words, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead));

-- name: strike_record_version  none
-- Strikes a word out of record_version.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE record_version
   SET kind = REPLACE(kind, :word, :instead),
       why = REPLACE(why, :word, :instead),
       body = REPLACE(body, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR why <> REPLACE(why, :word, :instead)
        OR body <> REPLACE(body, :word, :instead));

-- name: strike_referral  none
-- Strikes a word out of referral.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE referral
   SET state = REPLACE(state, :word, :instead),
       basis = REPLACE(basis, :word, :instead),
       basis_reason = REPLACE(basis_reason, :word, :instead),
       ask = REPLACE(ask, :word, :instead),
       purpose = REPLACE(purpose, :word, :instead),
       handed = REPLACE(handed, :word, :instead),
       urgency = REPLACE(urgency, :word, :instead),
       reply = REPLACE(reply, :word, :instead),
       return_reason = REPLACE(return_reason, :word, :instead),
       return_text = REPLACE(return_text, :word, :instead),
       outcome = REPLACE(outcome, :word, :instead),
       result = REPLACE(result, :word, :instead)
 WHERE case_id = :case_id
   AND (state <> REPLACE(state, :word, :instead)
        OR basis <> REPLACE(basis, :word, :instead)
        OR basis_reason <> REPLACE(basis_reason, :word, :instead)
        OR ask <> REPLACE(ask, :word, :instead)
        OR purpose <> REPLACE(purpose, :word, :instead)
        OR handed <> REPLACE(handed, :word, :instead)
        OR urgency <> REPLACE(urgency, :word, :instead)
        OR reply <> REPLACE(reply, :word, :instead)
        OR return_reason <> REPLACE(return_reason, :word, :instead)
        OR return_text <> REPLACE(return_text, :word, :instead)
        OR outcome <> REPLACE(outcome, :word, :instead)
        OR result <> REPLACE(result, :word, :instead));

-- name: strike_restriction  none
-- Strikes a word out of restriction.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE restriction
   SET kind = REPLACE(kind, :word, :instead),
       reason = REPLACE(reason, :word, :instead),
       lift_reason = REPLACE(lift_reason, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR reason <> REPLACE(reason, :word, :instead)
        OR lift_reason <> REPLACE(lift_reason, :word, :instead));

-- name: strike_restriction_event  none
-- Strikes a word out of restriction_event.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE restriction_event
   SET what = REPLACE(what, :word, :instead),
       why = REPLACE(why, :word, :instead)
 WHERE case_id = :case_id
   AND (what <> REPLACE(what, :word, :instead)
        OR why <> REPLACE(why, :word, :instead));

-- name: strike_restriction_named  none
-- Strikes a word out of restriction_named.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE restriction_named
   SET reason = REPLACE(reason, :word, :instead)
 WHERE case_id = :case_id
   AND (reason <> REPLACE(reason, :word, :instead));

-- name: strike_safety  none
-- Strikes a word out of safety.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE safety
   SET dangers = REPLACE(dangers, :word, :instead),
       call_order = REPLACE(call_order, :word, :instead)
 WHERE case_id = :case_id
   AND (dangers <> REPLACE(dangers, :word, :instead)
        OR call_order <> REPLACE(call_order, :word, :instead));

-- name: strike_scheme_plan  none
-- Strikes a word out of scheme_plan.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE scheme_plan
   SET scheme = REPLACE(scheme, :word, :instead),
       whose = REPLACE(whose, :word, :instead),
       goal = REPLACE(goal, :word, :instead)
 WHERE case_id = :case_id
   AND (scheme <> REPLACE(scheme, :word, :instead)
        OR whose <> REPLACE(whose, :word, :instead)
        OR goal <> REPLACE(goal, :word, :instead));

-- name: strike_sheet  none
-- Strikes a word out of sheet.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE sheet
   SET code = REPLACE(code, :word, :instead),
       digest = REPLACE(digest, :word, :instead),
       body = REPLACE(body, :word, :instead)
 WHERE case_id = :case_id
   AND (code <> REPLACE(code, :word, :instead)
        OR digest <> REPLACE(digest, :word, :instead)
        OR body <> REPLACE(body, :word, :instead));

-- name: strike_sheet_version  none
-- Strikes a word out of sheet_version.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE sheet_version
   SET digest = REPLACE(digest, :word, :instead),
       body = REPLACE(body, :word, :instead),
       why = REPLACE(why, :word, :instead)
 WHERE case_id = :case_id
   AND (digest <> REPLACE(digest, :word, :instead)
        OR body <> REPLACE(body, :word, :instead)
        OR why <> REPLACE(why, :word, :instead));

-- name: strike_situation  none
-- Strikes a word out of situation.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE situation
   SET happened_words = REPLACE(happened_words, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (happened_words <> REPLACE(happened_words, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_succession  none
-- Strikes a word out of succession.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE succession
   SET mind = REPLACE(mind, :word, :instead),
       state = REPLACE(state, :word, :instead),
       reply = REPLACE(reply, :word, :instead)
 WHERE case_id = :case_id
   AND (mind <> REPLACE(mind, :word, :instead)
        OR state <> REPLACE(state, :word, :instead)
        OR reply <> REPLACE(reply, :word, :instead));

-- name: strike_support_agreement  none
-- Strikes a word out of support_agreement.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_agreement
   SET party = REPLACE(party, :word, :instead),
       stand = REPLACE(stand, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (party <> REPLACE(party, :word, :instead)
        OR stand <> REPLACE(stand, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_support_approval  none
-- Strikes a word out of support_approval.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_approval
   SET label = REPLACE(label, :word, :instead),
       state = REPLACE(state, :word, :instead),
       way = REPLACE(way, :word, :instead),
       approver = REPLACE(approver, :word, :instead),
       paper_number = REPLACE(paper_number, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (label <> REPLACE(label, :word, :instead)
        OR state <> REPLACE(state, :word, :instead)
        OR way <> REPLACE(way, :word, :instead)
        OR approver <> REPLACE(approver, :word, :instead)
        OR paper_number <> REPLACE(paper_number, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_support_goal  none
-- Strikes a word out of support_goal.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_goal
   SET whose = REPLACE(whose, :word, :instead),
       words = REPLACE(words, :word, :instead),
       measure = REPLACE(measure, :word, :instead)
 WHERE case_id = :case_id
   AND (whose <> REPLACE(whose, :word, :instead)
        OR words <> REPLACE(words, :word, :instead)
        OR measure <> REPLACE(measure, :word, :instead));

-- name: strike_support_item  none
-- Strikes a word out of support_item.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_item
   SET issue_words = REPLACE(issue_words, :word, :instead),
       what = REPLACE(what, :word, :instead),
       party = REPLACE(party, :word, :instead),
       worker = REPLACE(worker, :word, :instead),
       part = REPLACE(part, :word, :instead),
       frequency = REPLACE(frequency, :word, :instead),
       program = REPLACE(program, :word, :instead),
       state = REPLACE(state, :word, :instead),
       state_words = REPLACE(state_words, :word, :instead)
 WHERE case_id = :case_id
   AND (issue_words <> REPLACE(issue_words, :word, :instead)
        OR what <> REPLACE(what, :word, :instead)
        OR party <> REPLACE(party, :word, :instead)
        OR worker <> REPLACE(worker, :word, :instead)
        OR part <> REPLACE(part, :word, :instead)
        OR frequency <> REPLACE(frequency, :word, :instead)
        OR program <> REPLACE(program, :word, :instead)
        OR state <> REPLACE(state, :word, :instead)
        OR state_words <> REPLACE(state_words, :word, :instead));

-- name: strike_support_plan  none
-- Strikes a word out of support_plan.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_plan
   SET kind = REPLACE(kind, :word, :instead),
       state = REPLACE(state, :word, :instead),
       problem = REPLACE(problem, :word, :instead),
       own_goal = REPLACE(own_goal, :word, :instead),
       unheard = REPLACE(unheard, :word, :instead),
       household_goal = REPLACE(household_goal, :word, :instead),
       interim_goal = REPLACE(interim_goal, :word, :instead),
       policy = REPLACE(policy, :word, :instead),
       own_part = REPLACE(own_part, :word, :instead),
       monitor_how = REPLACE(monitor_how, :word, :instead),
       urgent_how = REPLACE(urgent_how, :word, :instead),
       outreach_use = REPLACE(outreach_use, :word, :instead),
       outreach_why = REPLACE(outreach_why, :word, :instead),
       participation_use = REPLACE(participation_use, :word, :instead),
       participation_why = REPLACE(participation_why, :word, :instead),
       closing_reason = REPLACE(closing_reason, :word, :instead),
       follow_use = REPLACE(follow_use, :word, :instead),
       follow_how = REPLACE(follow_how, :word, :instead),
       follow_why = REPLACE(follow_why, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR state <> REPLACE(state, :word, :instead)
        OR problem <> REPLACE(problem, :word, :instead)
        OR own_goal <> REPLACE(own_goal, :word, :instead)
        OR unheard <> REPLACE(unheard, :word, :instead)
        OR household_goal <> REPLACE(household_goal, :word, :instead)
        OR interim_goal <> REPLACE(interim_goal, :word, :instead)
        OR policy <> REPLACE(policy, :word, :instead)
        OR own_part <> REPLACE(own_part, :word, :instead)
        OR monitor_how <> REPLACE(monitor_how, :word, :instead)
        OR urgent_how <> REPLACE(urgent_how, :word, :instead)
        OR outreach_use <> REPLACE(outreach_use, :word, :instead)
        OR outreach_why <> REPLACE(outreach_why, :word, :instead)
        OR participation_use <> REPLACE(participation_use, :word, :instead)
        OR participation_why <> REPLACE(participation_why, :word, :instead)
        OR closing_reason <> REPLACE(closing_reason, :word, :instead)
        OR follow_use <> REPLACE(follow_use, :word, :instead)
        OR follow_how <> REPLACE(follow_how, :word, :instead)
        OR follow_why <> REPLACE(follow_why, :word, :instead));

-- name: strike_support_rating  none
-- Strikes a word out of support_rating.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_rating
   SET rating = REPLACE(rating, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (rating <> REPLACE(rating, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_support_request  none
-- Strikes a word out of support_request.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_request
   SET kind = REPLACE(kind, :word, :instead),
       requester = REPLACE(requester, :word, :instead),
       words = REPLACE(words, :word, :instead),
       way = REPLACE(way, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR requester <> REPLACE(requester, :word, :instead)
        OR words <> REPLACE(words, :word, :instead)
        OR way <> REPLACE(way, :word, :instead));

-- name: strike_support_review  none
-- Strikes a word out of support_review.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_review
   SET kind = REPLACE(kind, :word, :instead),
       outcome = REPLACE(outcome, :word, :instead),
       changes = REPLACE(changes, :word, :instead),
       cooperation = REPLACE(cooperation, :word, :instead),
       household = REPLACE(household, :word, :instead),
       situation = REPLACE(situation, :word, :instead),
       own_view = REPLACE(own_view, :word, :instead),
       own_wish = REPLACE(own_wish, :word, :instead),
       staff_view = REPLACE(staff_view, :word, :instead),
       supporters = REPLACE(supporters, :word, :instead),
       gap = REPLACE(gap, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR outcome <> REPLACE(outcome, :word, :instead)
        OR changes <> REPLACE(changes, :word, :instead)
        OR cooperation <> REPLACE(cooperation, :word, :instead)
        OR household <> REPLACE(household, :word, :instead)
        OR situation <> REPLACE(situation, :word, :instead)
        OR own_view <> REPLACE(own_view, :word, :instead)
        OR own_wish <> REPLACE(own_wish, :word, :instead)
        OR staff_view <> REPLACE(staff_view, :word, :instead)
        OR supporters <> REPLACE(supporters, :word, :instead)
        OR gap <> REPLACE(gap, :word, :instead));

-- name: strike_support_step  none
-- Strikes a word out of support_step.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_step
   SET move = REPLACE(move, :word, :instead),
       before = REPLACE(before, :word, :instead),
       after = REPLACE(after, :word, :instead),
       way = REPLACE(way, :word, :instead),
       body = REPLACE(body, :word, :instead),
       reason = REPLACE(reason, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (move <> REPLACE(move, :word, :instead)
        OR before <> REPLACE(before, :word, :instead)
        OR after <> REPLACE(after, :word, :instead)
        OR way <> REPLACE(way, :word, :instead)
        OR body <> REPLACE(body, :word, :instead)
        OR reason <> REPLACE(reason, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_support_uncovered  none
-- Strikes a word out of support_uncovered.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_uncovered
   SET reason = REPLACE(reason, :word, :instead)
 WHERE case_id = :case_id
   AND (reason <> REPLACE(reason, :word, :instead));

-- name: strike_support_watch  none
-- Strikes a word out of support_watch.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE support_watch
   SET party = REPLACE(party, :word, :instead),
       how = REPLACE(how, :word, :instead)
 WHERE case_id = :case_id
   AND (party <> REPLACE(party, :word, :instead)
        OR how <> REPLACE(how, :word, :instead));

-- name: strike_words  none
-- Strikes the key of a word out of what search keeps of the records of a case.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE record_text SET search_text = REPLACE(search_text, :word, :instead)
 WHERE case_id = :case_id AND search_text <> REPLACE(search_text, :word, :instead);

-- name: strike_drafts  none
-- Strikes a word, as drafts hold it, out of everybody's drafts.
-- in: word text, instead text
-- unscoped: by the act that protects the whereabouts; nothing is read
UPDATE draft SET body = REPLACE(body, :word, :instead)
 WHERE body <> REPLACE(body, :word, :instead);

-- name: strike_participation  none
-- Strikes a word out of participation.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE participation
   SET reason = REPLACE(reason, :word, :instead),
       decided = REPLACE(decided, :word, :instead)
 WHERE case_id = :case_id
   AND (reason <> REPLACE(reason, :word, :instead)
        OR decided <> REPLACE(decided, :word, :instead));

-- name: strike_wish  none
-- Strikes a word out of wish.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE wish
   SET wishes = REPLACE(wishes, :word, :instead),
       musts = REPLACE(musts, :word, :instead),
       area = REPLACE(area, :word, :instead),
       strengths = REPLACE(strengths, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (wishes <> REPLACE(wishes, :word, :instead)
        OR musts <> REPLACE(musts, :word, :instead)
        OR area <> REPLACE(area, :word, :instead)
        OR strengths <> REPLACE(strengths, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_placement  none
-- Strikes a word out of placement.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE placement
   SET state = REPLACE(state, :word, :instead),
       reasons = REPLACE(reasons, :word, :instead),
       told = REPLACE(told, :word, :instead),
       words = REPLACE(words, :word, :instead),
       end_words = REPLACE(end_words, :word, :instead)
 WHERE case_id = :case_id
   AND (state <> REPLACE(state, :word, :instead)
        OR reasons <> REPLACE(reasons, :word, :instead)
        OR told <> REPLACE(told, :word, :instead)
        OR words <> REPLACE(words, :word, :instead)
        OR end_words <> REPLACE(end_words, :word, :instead));

-- name: strike_placement_day  none
-- Strikes a word out of placement_day.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE placement_day
   SET kind = REPLACE(kind, :word, :instead),
       words = REPLACE(words, :word, :instead)
 WHERE case_id = :case_id
   AND (kind <> REPLACE(kind, :word, :instead)
        OR words <> REPLACE(words, :word, :instead));

-- name: strike_pregnancy  none
-- Strikes a word out of pregnancy.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE pregnancy
   SET reason = REPLACE(reason, :word, :instead),
       remark = REPLACE(remark, :word, :instead),
       support = REPLACE(support, :word, :instead)
 WHERE case_id = :case_id
   AND (reason <> REPLACE(reason, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead)
        OR support <> REPLACE(support, :word, :instead));

-- name: strike_newborn  none
-- Strikes a word out of newborn.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE newborn
   SET name = REPLACE(name, :word, :instead),
       kana = REPLACE(kana, :word, :instead),
       gender = REPLACE(gender, :word, :instead),
       remark = REPLACE(remark, :word, :instead)
 WHERE case_id = :case_id
   AND (name <> REPLACE(name, :word, :instead)
        OR kana <> REPLACE(kana, :word, :instead)
        OR gender <> REPLACE(gender, :word, :instead)
        OR remark <> REPLACE(remark, :word, :instead));

-- name: strike_childcare_version  none
-- Strikes a word out of childcare_version.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE childcare_version
   SET why = REPLACE(why, :word, :instead),
       body = REPLACE(body, :word, :instead)
 WHERE case_id = :case_id
   AND (why <> REPLACE(why, :word, :instead)
        OR body <> REPLACE(body, :word, :instead));

-- name: strike_access_request  none
-- Strikes a word out of access_request.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE access_request
   SET extended_why = REPLACE(extended_why, :word, :instead),
       asked_by = REPLACE(asked_by, :word, :instead),
       agent_paper = REPLACE(agent_paper, :word, :instead),
       confirmed = REPLACE(confirmed, :word, :instead),
       wanted = REPLACE(wanted, :word, :instead),
       decided_words = REPLACE(decided_words, :word, :instead)
 WHERE case_id = :case_id
   AND (extended_why <> REPLACE(extended_why, :word, :instead)
        OR asked_by <> REPLACE(asked_by, :word, :instead)
        OR agent_paper <> REPLACE(agent_paper, :word, :instead)
        OR confirmed <> REPLACE(confirmed, :word, :instead)
        OR wanted <> REPLACE(wanted, :word, :instead)
        OR decided_words <> REPLACE(decided_words, :word, :instead));
