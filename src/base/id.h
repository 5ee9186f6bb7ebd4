/*
 * Identifiers: 128 random bits as 22 characters of base64url, and one-member structs for
 * each kind so that they cannot be swapped.
 */
#ifndef KASANE_BASE_ID_H
#define KASANE_BASE_ID_H

#include "ctx.h"

enum { ID_LEN = 22 };

struct id {
    char s[ID_LEN + 2]; /* NUL-terminated; empty when there is none */
};

#define ID_KIND(name)                                                                  \
    struct name {                                                                      \
        struct id id;                                                                  \
    }

/* Every kind; X(name) is written once for each. A new kind is added here. */
#define ID_KINDS(X)                                                                    \
    X(account_id)                                                                      \
    X(post_id)                                                                         \
    X(agency_id)                                                                       \
    X(desk_id)                                                                         \
    X(case_id)                                                                         \
    X(consultation_id)                                                                 \
    X(person_id)                                                                       \
    X(access_id)                                                                       \
    X(pregnancy_id)                                                                    \
    X(newborn_id)                                                                      \
    X(household_id)                                                                    \
    X(sheet_id)                                                                        \
    X(assessment_id)                                                                   \
    X(membership_id)                                                                   \
    X(relation_id)                                                                     \
    X(issue_id)                                                                        \
    X(involvement_id)                                                                  \
    X(merge_id)                                                                        \
    X(situation_id)                                                                    \
    X(note_id)                                                                         \
    X(step_id)                                                                         \
    X(duty_id)                                                                         \
    X(referral_id)                                                                     \
    X(consent_id)                                                                      \
    X(disclosure_id)                                                                   \
    X(support_plan_id)                                                                 \
    X(support_goal_id)                                                                 \
    X(support_item_id)                                                                 \
    X(support_request_id)                                                              \
    X(local_issue_id)                                                                  \
    X(support_watch_id)                                                                \
    X(scheme_plan_id)                                                                  \
    X(sitting_id)                                                                      \
    X(waiting_id)                                                                      \
    X(subgroup_id)                                                                     \
    X(theme_id)                                                                        \
    X(group_id)                                                                        \
    X(event_id)                                                                        \
    X(area_body_id)                                                                    \
    X(role_proposal_id)                                                                \
    X(item_id)                                                                         \
    X(attendee_id)                                                                     \
    X(refused_id)                                                                      \
    X(tabled_id)                                                                       \
    X(copy_id)                                                                         \
    X(call_id)                                                                         \
    X(request_id)                                                                      \
    X(role_id)                                                                         \
    X(plan_id)                                                                         \
    X(support_id)                                                                      \
    X(session_id)                                                                      \
    X(entry_id)                                                                        \
    X(enrolment_id)                                                                    \
    X(contact_id)                                                                      \
    X(turn_id)                                                                         \
    X(tie_id)                                                                          \
    X(letter_id)                                                                       \
    X(attachment_id)                                                                   \
    X(gathering_id)                                                                    \
    X(finding_id)                                                                      \
    X(notice_id)                                                                       \
    X(draft_id)                                                                        \
    X(restriction_id)                                                                  \
    X(use_id)                                                                          \
    X(triage_id)                                                                       \
    X(gap_id)                                                                          \
    X(place_id)                                                                        \
    X(community_id)                                                                    \
    X(participation_id)                                                                \
    X(wish_id)                                                                         \
    X(placement_id)                                                                    \
    X(placement_day_id)                                                                \
    X(survey_id)                                                                       \
    X(answer_id)                                                                       \
    X(work_id)                                                                         \
    X(place_session_id)                                                                \
    X(attendance_id)                                                                   \
    X(service_request_id)

#define ID_KIND_DECLARE(name) ID_KIND(name);
ID_KINDS(ID_KIND_DECLARE)

/* Makes a new random id. */
struct id id_new(struct ctx *c);

/* Reads an id from text; false (and an empty id) unless it is one. */
bool id_read(const char *s, struct id *out) MUST_USE;

/* Says whether the id is empty; whether two are the same. */
bool id_none(struct id id);
bool id_same(struct id a, struct id b);

/* Writes 16 bytes as an id, and back. */
struct id id_from_bytes(const unsigned char bytes[16]);
bool id_to_bytes(struct id id, unsigned char bytes[16]) MUST_USE;

#endif
