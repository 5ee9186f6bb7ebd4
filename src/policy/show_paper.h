/*
 * Filling what a paper says, value by value. The functions that fill a certain paper mask
 * with mask.h under ACT_PRINT and put what is left here; NULL is never put.
 */
#ifndef KASANE_POLICY_SHOW_PAPER_H
#define KASANE_POLICY_SHOW_PAPER_H

#include "paper_view.h"
#include "policy.h"

/* Begins a paper with what the decision owes. number: the case's, or NULL. */
void paper_begin(const struct decision *d, const char *number, struct paper_view *out);

/* Puts a value; NULL and "" are left out. A value put twice: the later one prints. */
void paper_put(struct ctx *c, struct paper_view *v, const char *name, const char *text);

/* Ticks a box of a group; NULL and "" tick none. */
void
paper_tick(struct ctx *c, struct paper_view *v, const char *group, const char *code);

/* Begins a row of a table; a value of that row. */
struct paper_row *paper_row(struct ctx *c, struct paper_view *v, const char *table);
void
paper_row_put(struct ctx *c, struct paper_row *row, const char *name, const char *text);

/* Puts a drawing. */
void paper_draw(struct ctx *c,
                struct paper_view *v,
                const char *name,
                const struct picture *drawing);

#endif
