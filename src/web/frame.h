/*
 * What surrounds every page: who is acting, the navigation with its counts, tokens of the
 * forms, what the last act did.
 */
#ifndef KASANE_WEB_FRAME_H
#define KASANE_WEB_FRAME_H

#include "../policy/household_view.h"
#include "../server/unit.h"
#include "../view/control.h"
#include "../view/frame_view.h"

/* Fills the frame; title is of the page. False only when the store fails. */
bool frame_fill(struct ctx *c,
                const struct request *req,
                const char *title,
                struct frame_view *out) MUST_USE;

/* Adds a breadcrumb; path NULL for the page itself. */
void
frame_crumb(struct ctx *c, struct frame_view *f, const char *path, const char *text);

/*
 * Fills the frame of a page where one types, under a page of the navigation: its path in the
 * municipality and what its crumb is called. The caller adds the crumbs below that.
 */
bool frame_below(struct ctx *c,
                 const struct request *req,
                 const char *title,
                 const char *path,
                 const char *over,
                 struct frame_view *out) MUST_USE;

/*
 * Fills the frame of a page under a case, with its crumbs; title NULL for the case itself.
 */
bool frame_case(struct ctx *c,
                const struct request *req,
                const struct case_head_view *head,
                const char *title,
                struct frame_view *out) MUST_USE;

/* Adds answers for fields that the codes of the town do not know: desks, sittings, goals. */
void frame_options(struct ctx *c,
                   struct form_view *form,
                   const struct form_options *more,
                   size_t n);

/* Adds the answers of one such field. */
void frame_offer(struct ctx *c, struct form_view *form, struct form_options options);

/* Offers people or households as the answers to a field of the form. */
void frame_choices(struct ctx *c,
                   struct form_view *form,
                   const char *field,
                   const struct choice_list *choices);

/* Fills a frame for pages without a session or without a store: log-in, errors. */
void frame_bare(struct ctx *c,
                const struct request *req,
                const char *title,
                struct frame_view *out);

/* The form of a page: typed again after a mistake, from a draft, or empty. */
struct form_view frame_form(struct ctx *c,
                            const struct request *req,
                            const struct form_def *def,
                            const struct fields *draft);

/* One of several forms of a page: mistakes and what was typed belong to the one that was sent. */
struct form_view frame_part(struct ctx *c,
                            const struct request *req,
                            const struct form_def *def,
                            const char *prefix);

/* Why the act was refused, for the page that is to be mended; NULL when it was not. */
const struct err *frame_err(struct ctx *c);

/* Sets the reply to an HTML page. */
void frame_page(struct ctx *c, struct reply *rep);

/* The value of Set-Cookie for a session's token; of its end. */
const char *frame_cookie(struct ctx *c, const char *token);
const char *frame_cookie_end(struct ctx *c);

/* The value of Set-Cookie by which a terminal is known again for a year. */
const char *frame_terminal(struct ctx *c, const char *token);

#endif
