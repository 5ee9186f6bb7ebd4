/*
 * What the acts on support plans share. Only desk_support_*.c include this.
 */
#ifndef KASANE_DESK_SUPPORT_PART_H
#define KASANE_DESK_SUPPORT_PART_H

#include "../domain/support_plan.h"
#include "../policy/show_support_plan.h"
#include "desk_part.h"
#include "gen/forms.h"

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
    struct item_id
        item; /* of the sitting that decided it; none: not of one kept here */
};
bool support_put_move(struct ctx *c,
                      struct support_plan_id id,
                      const struct sql_support_plan_one_row *p,
                      enum support_plan_move move,
                      const struct support_how *how) MUST_USE;

/* Loads what there is; CONFLICT when the plan stands where the move may not be made. */
bool support_load_stock(struct ctx *c,
                        struct support_plan_id id,
                        const struct sql_support_plan_one_row *p,
                        enum support_plan_move move,
                        struct support_stock *stock) MUST_USE;

/* Notes each missing part by its name; each mistake in where and when it was decided. */
bool support_check_whole(struct ctx *c,
                         const struct sql_support_plan_one_row *p,
                         enum support_plan_move move,
                         const struct form_support_move *f,
                         struct support_stock *stock) MUST_USE;
bool support_check_way(struct ctx *c,
                       const struct sql_support_plan_one_row *p,
                       enum support_plan_move move,
                       const struct form_support_move *f,
                       bool consent) MUST_USE;

/*
 * Takes where and when it was decided from an item of a sitting of the viewer's desk, which
 * must be about this case and decided; nothing when none is given. body: the meeting's name.
 */
bool support_take_item(struct ctx *c,
                       const struct sql_support_plan_one_row *p,
                       struct form_support_move *f,
                       const char **body) MUST_USE;

/* Says whether the move ends the plan, or proposes to. */
bool support_is_end(enum support_plan_move move);

/* The lines of the work list that a plan in force makes; takes them away again.. */
bool support_put_duties(struct ctx *c,
                        struct support_plan_id id,
                        const struct sql_support_plan_one_row *p) MUST_USE;
bool support_clear_duties(struct ctx *c, struct support_plan_id id) MUST_USE;

/* What was decided without consent is told to the next meeting without a name. Practice 3. */
bool support_tell_meeting(struct ctx *c,
                          struct support_plan_id id,
                          const struct sql_support_plan_one_row *p,
                          bool consent) MUST_USE;

/* The case is worked on again, with its history. Source: R-182. */
bool
support_reopen_case(struct ctx *c, const struct sql_support_plan_one_row *p) MUST_USE;

/* Where the plan is seen after an act. */
const char *support_place(struct ctx *c, struct support_plan_id id, const char *said);

#endif
