/*
 * Papers as data: reads papers/NAME.yaml (title, head, blocks in order) and pours what a
 * paper says into it. Not for what may be said (policy) nor how it is drawn (press.h).
 *
 *     title: 支援経過記録             {name} in any text is the value of that name
 *     form: F3                        below, law: further texts of the head
 *     secret: true                    秘 in the corner
 *     blocks:
 *       - kind: fields                heading text fields table ticks stamps sign lines
 *         columns: 2                  cut break picture
 *         when: number                only if that value, table or drawing is there; unless:
 *         cells:
 *           - {label: ケース番号, value: number, width: 1}
 *       - kind: table
 *         rows: notes                 a table of the view; empty: what to say without rows
 *       - kind: ticks
 *         group: consent              cells: {code: yes, label: 同意する}
 */
#ifndef KASANE_REPORT_LAYOUT_H
#define KASANE_REPORT_LAYOUT_H

#include "paper.h"

#include "../base/ctx.h"
#include "../policy/paper_view.h"

/* What is true of this print and of no other. */
struct layout_print {
    const char *foot; /* who printed it when */
    const char *mark; /* the same in short, across the page where it is owed */
    const char *made; /* ISO 8601 */
};

/* Fills the paper of that name. False with BUG when there is none or its file is wrong. */
bool layout_fill(struct ctx *c,
                 const char *name,
                 const struct paper_view *v,
                 const struct layout_print *print,
                 struct paper_doc *out) MUST_USE;

/* As layout_fill(), from the text of a layout; file: its name for messages. */
bool layout_pour(struct ctx *c,
                 const char *file,
                 const char *yaml,
                 const struct paper_view *v,
                 const struct layout_print *print,
                 struct paper_doc *out) MUST_USE;

#endif
