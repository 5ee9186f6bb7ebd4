/*
 * From restrictions to their views; as show.h, for one kind of record. What is sealed is let
 * through here and nowhere else.
 */
#ifndef KASANE_POLICY_SHOW_PROTECTION_H
#define KASANE_POLICY_SHOW_PROTECTION_H

#include "../base/form.h"
#include "gen/rows.h"
#include "policy.h"
#include "protection_view.h"

/* A restriction with where it stands, found for a viewer whom it names. */
struct restriction_record {
    struct restriction_id id;
    struct sql_restriction_one_row row;
    enum restriction_state state;
    struct day lift_until;
    struct sql_named_list_rows named;
    struct sql_event_list_rows events;
};

/* Fills the lines of a case's restrictions; states stands beside rows. */
void policy_show_restrictions(struct ctx *c,
                              const struct sql_restriction_list_rows *rows,
                              const enum restriction_state *states,
                              struct protection_view *out);

/* Makes the page of a case, with what the viewer may begin there. */
void policy_show_protection(struct ctx *c,
                            const struct facts *facts,
                            struct case_id id,
                            struct protection_view *out);

/* Fills whom of the case one may protect: those whose name the viewer may know. */
void policy_show_protectable(struct ctx *c,
                             const struct facts *facts,
                             const struct sql_case_people_rows *people,
                             struct protection_view *out);

/* Fills what was told of similar arrivals and what is known of dangers. */
void policy_show_safety(struct ctx *c,
                        const struct facts *facts,
                        struct case_id id,
                        const struct sql_safety_one_row *safety,
                        const struct sql_arrival_list_rows *arrivals,
                        struct protection_view *out);

/* Fills the page of one restriction. */
void policy_show_restriction(struct ctx *c,
                             const struct restriction_record *r,
                             const char *number,
                             struct restriction_view *out);

/*
 * Fills what is sealed, for a viewer who is on the list: false (DENIED) when the decision on
 * the facts does not open whereabouts. labels: of the form's fields.
 */
bool policy_show_whereabouts(struct ctx *c,
                             const struct facts *facts,
                             const struct restriction_record *r,
                             const struct sql_whereabouts_last_row *last,
                             const struct fields *plain,
                             const struct form_def *labels,
                             struct whereabouts_view *out) MUST_USE;

/* Fills the deputies' page. */
void policy_show_deputies(struct ctx *c,
                          const struct sql_named_deputy_rows *rows,
                          struct deputies_view *out);

/* Fills who of the protected people may be asked, in the order in which they are called. */
void policy_show_callers(struct ctx *c,
                         const struct sql_callers_rows *rows,
                         struct named_list *out);

#endif
