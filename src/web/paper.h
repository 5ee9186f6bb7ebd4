/*
 * The answer that is a paper: pours the view into its layout and has it drawn.
 */
#ifndef KASANE_WEB_PAPER_H
#define KASANE_WEB_PAPER_H

#include "../policy/paper_view.h"
#include "../server/unit.h"

/* What draws; for the table of the front. */
extern const struct printer_press paper_press;

/*
 * Fills the reply with the paper of that layout (papers/NAME.yaml) as PDF; its foot says who
 * printed it when. OUTSIDE when it cannot be drawn now.
 */
bool paper_reply(struct ctx *c,
                 const char *layout,
                 const struct paper_view *v,
                 struct reply *rep) MUST_USE;

/* The same with several papers in one file of that name. */
bool paper_reply_set(struct ctx *c,
                     const char *name,
                     const struct paper_set *set,
                     struct reply *rep) MUST_USE;

#endif
