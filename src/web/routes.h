/*
 * The table of all addresses and the handlers it names.
 */
#ifndef KASANE_WEB_ROUTES_H
#define KASANE_WEB_ROUTES_H

#include "../server/route.h"

/* Ended by one without a pattern. */
extern const struct route web_routes[];

/* The rows of each file of handlers; each is ended by one without a pattern. */
#define ACT(name)                                                                      \
    bool name(struct ctx *c, const struct request *req, struct outcome *out) MUST_USE
#define SHOW(name)                                                                     \
    bool name(struct ctx *c, const struct request *req, const struct outcome *out,     \
              struct reply *rep) MUST_USE

bool prepare_login(struct ctx *c, struct request *req) MUST_USE;
bool prepare_password(struct ctx *c, struct request *req) MUST_USE;
ACT(act_login);
ACT(act_code);
ACT(act_post);
ACT(act_size);
ACT(act_logout);
ACT(act_password);
SHOW(show_home);
SHOW(show_login);
SHOW(show_code);
SHOW(show_post);
SHOW(show_session);
SHOW(show_password);
SHOW(show_logged_out);

SHOW(show_today);
SHOW(show_drafts);
ACT(act_draft_drop);
SHOW(show_ledger);
SHOW(show_ledger_csv);
SHOW(show_seen);

SHOW(show_intake);
ACT(act_case);
SHOW(show_receipt);
SHOW(show_case);
SHOW(show_cases);
SHOW(show_search);
ACT(act_note);
SHOW(show_note);
SHOW(show_mend);
ACT(act_mend);
SHOW(show_step_new);
ACT(act_step);
SHOW(show_step);
ACT(act_step_done);
SHOW(show_history);

/* reaching out */
SHOW(show_outreach_list);
SHOW(show_outreach_new);
ACT(act_outreach_new);
SHOW(show_outreach);
ACT(act_outreach_start);
ACT(act_outreach_source);
ACT(act_outreach_contact);
ACT(act_outreach_plan);
ACT(act_outreach_cancel);
ACT(act_outreach_tie);
ACT(act_outreach_mend);
ACT(act_outreach_hand);
SHOW(show_turn);
ACT(act_tie_end);
SHOW(show_letters);
ACT(act_letter);
SHOW(show_gatherings);
ACT(act_gathering);
SHOW(show_gathering);
ACT(act_finding);
ACT(act_finding_turn);
SHOW(show_areas);
ACT(act_area_note);
SHOW(show_notices);
ACT(act_notice);
ACT(act_notice_counter);
SHOW(show_notice);
ACT(act_notice_answer);
ACT(act_notice_turn);
bool prepare_user(struct ctx *c, struct request *req) MUST_USE;
bool prepare_user_password(struct ctx *c, struct request *req) MUST_USE;
SHOW(show_users);
SHOW(show_user);
ACT(act_user);
ACT(act_user_post);
ACT(act_user_post_end);
ACT(act_user_password);
SHOW(show_handovers);
SHOW(show_handover_case);
SHOW(show_handover_paper);
ACT(act_handover);
ACT(act_handover_one);
ACT(act_handover_accept);
ACT(act_handover_accept_all);
ACT(act_handover_decline);
SHOW(show_outreach_report);
ACT(act_outreach_report);
SHOW(show_local_issues);
SHOW(show_local_issue);
ACT(act_local_issue);
ACT(act_local_issue_step);
SHOW(show_support_paper);
SHOW(show_support_paper_on);
SHOW(show_support_evaluation);
SHOW(show_gaps);
SHOW(show_gaps_paper);

/* places where people take part */
SHOW(show_places);
SHOW(show_places_csv);
SHOW(show_places_public);
SHOW(show_place_new);
ACT(act_place);
SHOW(show_place);
SHOW(show_place_mend);
ACT(act_place_mend);
ACT(act_place_check);
ACT(act_place_stage);
SHOW(show_place_import);
ACT(act_place_import);
SHOW(show_place_figures);
SHOW(show_place_works);
SHOW(show_place_work_csv);
ACT(act_place_work);
SHOW(show_surveys);
ACT(act_survey);
SHOW(show_survey);
ACT(act_survey_answer);
SHOW(show_place_withdraw);
ACT(act_place_withdraw);
SHOW(show_place_sessions);
ACT(act_place_session);
ACT(act_attendance);
SHOW(show_community_items);
SHOW(show_participation);
ACT(act_participation);
ACT(act_wish);
ACT(act_place_missing);
SHOW(show_placement_new);
ACT(act_placement);
SHOW(show_placement);
SHOW(show_placement_day);
ACT(act_placement_move);
ACT(act_placement_host);
ACT(act_placement_day);
SHOW(show_place_paper);
SHOW(show_sheets);
ACT(act_sheet_complete);
SHOW(show_sheet);
ACT(act_sheet);
SHOW(show_sheet_read);
SHOW(show_sheet_paper);

SHOW(show_pictures);
SHOW(show_pictures_paper);
SHOW(show_case_papers);
SHOW(show_record_paper);
SHOW(show_case_paper);
SHOW(show_referral_paper);
SHOW(show_intake_similar);
SHOW(show_people_similar);
ACT(act_join);
SHOW(show_join);
ACT(act_person_merge);
ACT(act_case_merge);
ACT(act_merge_undo);
SHOW(show_merge_page);
SHOW(show_merges);
SHOW(show_people);
ACT(act_person);
SHOW(show_person);
ACT(act_person_mend);
ACT(act_household);
SHOW(show_household);
ACT(act_household_mend);
ACT(act_membership);
SHOW(show_membership);
ACT(act_membership_mend);
ACT(act_relation);
SHOW(show_relation);
ACT(act_relation_mend);
ACT(act_involvement);
SHOW(show_involvement);
ACT(act_involvement_mend);
SHOW(show_issues);
ACT(act_issue);
SHOW(show_issue);
ACT(act_issue_mend);
ACT(act_situation);
SHOW(show_situation);
ACT(act_situation_mend);
SHOW(show_protection);
SHOW(show_restriction);
SHOW(show_whereabouts);
SHOW(show_deputies);
ACT(act_protect);
ACT(act_seal);
ACT(act_conflict);
ACT(act_split);
ACT(act_abuse);
SHOW(show_pledges);
ACT(act_safety);
ACT(act_restriction_name);
ACT(act_restriction_unname);
ACT(act_restriction_decide);
ACT(act_restriction_lift);
ACT(act_restriction_confirm);
ACT(act_restriction_keep);
ACT(act_whereabouts);
ACT(act_deputy_open);
ACT(act_arrival_seen);
bool prepare_fresh(struct ctx *c, struct request *req) MUST_USE;
bool fresh_given(struct ctx *c, const struct request *req) MUST_USE;
SHOW(show_emergency);
SHOW(show_glass);
SHOW(show_emergency_review);
ACT(act_emergency);
ACT(act_glass);
ACT(act_emergency_review);
ACT(act_duty_post);
ACT(act_duty_end);

SHOW(show_referrals);
SHOW(show_referral_new);
ACT(act_referral);
SHOW(show_referral);
ACT(act_referral_accept);
ACT(act_referral_return);
ACT(act_referral_complete);
ACT(act_referral_cancel);
ACT(act_referral_reply);
SHOW(show_consultations);
SHOW(show_consultation_new);
SHOW(show_definitions);
ACT(act_definition);
SHOW(show_rollout);
ACT(act_rollout);
SHOW(show_alone);
ACT(act_service_request);
ACT(act_service_decide);
SHOW(show_service_decide);
SHOW(show_intake_csv);
SHOW(show_referral_reply);

SHOW(show_consents);
SHOW(show_consent_new);
SHOW(show_consent_mend);
ACT(act_consent);
SHOW(show_consent);
ACT(act_consent_withdraw);
ACT(act_consent_move);
ACT(act_consent_over);
SHOW(show_disclosure_new);
ACT(act_disclosure);
SHOW(show_why);
SHOW(show_calls);
SHOW(show_bases);
SHOW(show_own_reports);
ACT(act_own_report);
SHOW(show_own_report_paper);
SHOW(show_consent_paper);
SHOW(show_looks);
ACT(act_look_review);

SHOW(show_plan);
SHOW(show_plan_programs);
SHOW(show_plan_sections);
SHOW(show_plan_meetings);
SHOW(show_plan_indicators);
SHOW(show_plan_linkages);
SHOW(show_plan_history);
SHOW(show_plan_matrix);
SHOW(show_plan_initiatives);
SHOW(show_plan_ways);
SHOW(show_plan_words);
SHOW(show_plan_csv);
SHOW(show_plan_json);
SHOW(show_openapi);

SHOW(show_support_plans);
SHOW(show_support_plan);
SHOW(show_support_print);
SHOW(show_support_compare);
SHOW(show_support_edit);
SHOW(show_support_goal);
SHOW(show_support_item);
SHOW(show_support_move);
ACT(act_support_new);
ACT(act_support_request);
ACT(act_support_save);
ACT(act_support_goal);
ACT(act_support_goal_save);
ACT(act_support_item);
ACT(act_support_item_save);
ACT(act_support_uncovered);
ACT(act_support_move);
ACT(act_support_agree);
ACT(act_support_approve);
SHOW(show_support_review);
SHOW(show_support_rate);
SHOW(show_support_state);
SHOW(show_support_watch);
SHOW(show_support_after);
SHOW(show_scheme_plan);
ACT(act_support_review);
ACT(act_support_rate);
ACT(act_support_state);
ACT(act_support_watch);
ACT(act_support_watch_done);
ACT(act_support_direct);
ACT(act_support_reported);
ACT(act_scheme_plan);
ACT(act_scheme_plan_save);

SHOW(show_registers);
SHOW(show_register_program);
SHOW(show_register_entry);
ACT(act_register_activity);
ACT(act_register_grant);
ACT(act_register_liaison);
ACT(act_register_status);
ACT(act_register_staffing);
ACT(act_register_mend);
SHOW(show_attachments);
SHOW(show_file);
ACT(act_attach);
ACT(act_withdraw_file);
SHOW(show_sittings);
SHOW(show_sitting_new);
SHOW(show_sitting_series);
SHOW(show_calendar);
SHOW(show_body_year);
SHOW(show_sitting);
SHOW(show_pack);
SHOW(show_item);
SHOW(show_seat);
SHOW(show_copy);
SHOW(show_request);
SHOW(show_case_meetings);
ACT(act_sitting_set);
ACT(act_sitting_open);
ACT(act_sitting_close);
ACT(act_sitting_cancel);
ACT(act_sitting_roll);
ACT(act_sitting_told);
ACT(act_sitting_pledge);
ACT(act_sitting_invite);
ACT(act_sitting_series);
ACT(act_body_entry);
ACT(act_body_evaluation);
ACT(act_area_body);
ACT(act_item_add_plan);
ACT(act_role_propose);
ACT(act_agency_meeting);
ACT(act_role_settle);
ACT(act_role_withdraw);
ACT(act_stranded);
ACT(act_item_place_drop);
ACT(act_body_mend);
ACT(act_body_withdraw);
SHOW(show_body_record);
ACT(act_area_body_end);
ACT(act_body_event);
ACT(act_body_group);
ACT(act_body_group_end);
ACT(act_item_place);
SHOW(show_area_bodies);
SHOW(show_sitting_plans);
SHOW(show_body_groups);
ACT(act_body_theme);
ACT(act_local_issue_lift);
ACT(act_subgroup);
ACT(act_subgroup_close);
SHOW(show_item_after);
SHOW(show_subgroup);
ACT(act_item_add);
ACT(act_item_table);
ACT(act_item_drop);
ACT(act_item_point);
ACT(act_item_decide);
ACT(act_item_end);
ACT(act_request_send);
ACT(act_request_answer);
ACT(act_decided_end);
ACT(act_seat_add);
ACT(act_seat_sit);
ACT(act_seat_swear);
ACT(act_seat_absent);
ACT(act_seat_leave);
ACT(act_copy_make);
ACT(act_copy_return);
ACT(act_sitting_call);
ACT(act_seat_items);
ACT(act_sitting_confirm);
ACT(act_copies_make);
ACT(act_copies_back);
ACT(act_copy_out);
ACT(act_copy_lost);
SHOW(show_copy_paper);
SHOW(show_sitting_papers);
SHOW(show_sitting_cards);
ACT(act_case_agenda);

SHOW(show_enrolments);
ACT(act_enrol);
SHOW(show_enrolment_end);
ACT(act_enrolment_end);
SHOW(show_access);
SHOW(show_accesses);
ACT(act_access_receive);
ACT(act_outreach_pass);
ACT(act_access_extend);
ACT(act_access_mend);
ACT(act_access_mended);
ACT(act_access_decide);
ACT(act_access_check);
ACT(act_access_hand);
ACT(act_access_back);
SHOW(show_childcare);
SHOW(show_pregnancy);
SHOW(show_newborn);
ACT(act_pregnancy);
ACT(act_pregnancy_mend);
ACT(act_birth);
ACT(act_pregnancy_end);
ACT(act_pregnancy_back);
ACT(act_newborn_mend);

#undef ACT
#undef SHOW

bool act_referral_hold(struct ctx *c,
                       const struct request *req,
                       struct outcome *out) MUST_USE;
bool act_referral_resume(struct ctx *c,
                         const struct request *req,
                         struct outcome *out) MUST_USE;
bool act_referral_fail(struct ctx *c,
                       const struct request *req,
                       struct outcome *out) MUST_USE;

/* office numbers */
bool show_reports(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep) MUST_USE;
bool show_report_csv(struct ctx *c,
                     const struct request *req,
                     const struct outcome *out,
                     struct reply *rep) MUST_USE;

/* the course of a case */
bool show_course(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep) MUST_USE;
bool act_triage(struct ctx *c, const struct request *req, struct outcome *out) MUST_USE;
bool act_close(struct ctx *c, const struct request *req, struct outcome *out) MUST_USE;
bool act_reopen(struct ctx *c, const struct request *req, struct outcome *out) MUST_USE;
bool act_leave(struct ctx *c, const struct request *req, struct outcome *out) MUST_USE;

#endif
