/*
 * What the acts on support plans share. Only desk_support_*.c include this.
 */
#ifndef KASANE_DESK_SUPPORT_PART_H
#define KASANE_DESK_SUPPORT_PART_H

#include "../domain/support_plan.h"
#include "../policy/show_support_plan.h"
#include "desk_part.h"

/* The issues of a case. */
bool
support_issues(struct ctx *c, struct case_id id, struct support_issues *out) MUST_USE;

/* Loads a plan that the viewer may write; MISSING or DENIED otherwise. */
bool support_load(struct ctx *c,
                  struct support_plan_id id,
                  struct sql_support_plan_one_row *row) MUST_USE;

/* As support_load(), and only while it is a draft. */
bool support_load_draft(struct ctx *c,
                        struct support_plan_id id,
                        struct sql_support_plan_one_row *row) MUST_USE;

/* Loads goals and lines of a version. */
bool support_content(struct ctx *c,
                     struct support_plan_id id,
                     struct support_content *out) MUST_USE;

/* What there is, to hold the town's demands against. */
struct support_stock {
    struct support_plan_facts facts;
    struct support_issues issues;
    struct support_content content;
    struct {
        const char **v;
        size_t n, cap;
    } parties; /* agencies that the plan names */
};
bool support_stock(struct ctx *c,
                   struct support_plan_id id,
                   const struct sql_support_plan_one_row *p,
                   struct support_stock *out) MUST_USE;

/* The move that comes next for a plan that stands there; NONE: none that has a check list. */
enum support_plan_move support_next(enum support_plan_state state);

/* Moves the plan and its case on and keeps the step. */
struct support_how {
    enum support_way way;
    struct day held_on;
    const char *body;
    const char *reason;
    const char *words;
};
bool support_put_move(struct ctx *c,
                      struct support_plan_id id,
                      const struct sql_support_plan_one_row *p,
                      enum support_plan_move move,
                      const struct support_how *how) MUST_USE;

/* Where the plan is seen after an act. */
const char *support_place(struct ctx *c, struct support_plan_id id, const char *said);

#endif
