/*
 * Support plans; as show.h, for one kind of view.
 */
#ifndef KASANE_POLICY_SHOW_SUPPORT_PLAN_H
#define KASANE_POLICY_SHOW_SUPPORT_PLAN_H

#include "case_view.h"
#include "gen/rows.h"
#include "policy.h"
#include "support_plan_view.h"

/* An issue of the case, as far as a plan asks. */
struct support_issue {
    struct id id;
    const char *label;
    bool open;
};

struct support_issues {
    struct support_issue *v;
    size_t n;
    size_t cap;
};

/* The lines and goals of one version. */
struct support_content {
    struct sql_support_goal_list_rows goals;
    struct sql_support_item_list_rows items;
};

/* All records of one plan, as the store has them. */
struct support_records {
    struct support_plan_id id;
    struct sql_support_plan_one_row plan;
    struct support_content now;
    bool has_before;
    bool to_report; /* decided without consent: the meeting has not been told yet */
    struct support_content before; /* of the version before */
    struct support_issues issues;
    struct sql_support_uncovered_list_rows uncovered;
    struct sql_support_plan_list_rows plans;
    struct sql_support_request_list_rows requests;
    struct sql_support_step_list_rows steps;
    struct sql_support_agreement_list_rows agreements;
    struct sql_support_approval_list_rows approvals;
    struct sql_support_review_list_rows reviews;
    struct sql_support_rating_list_rows ratings;
    struct sql_support_watch_list_rows watchers;
    struct sql_situation_list_rows changes; /* since this version was decided */
    struct sql_scheme_plan_list_rows schemes;
    struct sql_scheme_items_rows scheme_items; /* for the secretariat alone */
    uint32_t demands;                          /* SUPPORT_DEMAND() */
    uint32_t lacks;                            /* for the next move */
    enum support_plan_move next;
    bool consent;
};

/* Whose the plan is to the viewer: its desk's, or the lead's when several agencies work. */
enum own support_plan_owns(struct ctx *c,
                           const struct facts *facts,
                           enum support_plan_kind kind,
                           struct desk_id desk);

/* Fills the page of a plan; r NULL: the case has none. facts: about the case as a whole. */
void policy_show_support_plan(struct ctx *c,
                              const struct facts *facts,
                              struct case_id id,
                              const struct support_records *r,
                              struct support_plan_view *out);

/* What the page of one form says; kind and id: of what its address names. */
struct support_form_parts {
    const char *title;
    const char *lead;
    const char *kind; /* "support-items" */
    struct id id;
    const char *rest; /* behind the address */
    struct support_plan_id plan;
    const char *back;       /* behind the plan's address */
    struct case_id case_id; /* goes back there instead, when it is not empty */
    const char *button;
    int64_t version; /* 0: none */
    bool grave;
    uint32_t asked; /* SUPPORT_DEMAND() */
    uint32_t lacks;
};
void policy_show_support_form(struct ctx *c,
                              const struct support_form_parts *p,
                              struct support_form_view *out);

/* What the list of watches and evaluations is made from. */
struct support_after_records {
    struct sql_support_watches_rows watches;
    struct sql_support_evaluations_rows evaluations;
    struct sql_support_counts_row counts;
};
void policy_show_support_after(struct ctx *c,
                               int year,
                               const struct support_after_records *r,
                               struct support_after_view *out);

/*
 * Fills the board of roles on the case page: issue by issue who leads, who helps, until when.
 * may_write: not NULL where the viewer may decide who leads.
 */
void policy_show_roles(struct ctx *c,
                       const struct facts *facts,
                       struct case_id id,
                       const struct sql_case_roles_rows *rows,
                       const char *may_write,
                       struct role_list *out);

/* Fills the list of what must be there for a move. */
void policy_show_support_checks(struct ctx *c,
                                uint32_t asked,
                                uint32_t lacks,
                                struct support_check_list *out);

#endif
