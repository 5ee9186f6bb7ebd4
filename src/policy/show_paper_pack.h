/*
 * Papers of a sitting: each attendee's pack with its cover, what the secretariat itself needs,
 * reply cards. From views that policy has masked already.
 */
#ifndef KASANE_POLICY_SHOW_PAPER_PACK_H
#define KASANE_POLICY_SHOW_PAPER_PACK_H

#include "show_paper.h"
#include "sitting_view.h"

/*
 * Adds one attendee's pack: the cover with the notice of secrecy or the pledge to be signed,
 * then a sheet for each item that the person is invited to. Where a written pledge is needed
 * first, the cover alone. Source; practice rules 14, 17.
 */
void
policy_show_pack_paper(struct ctx *c, const struct pack_view *v, struct paper_set *out);

/*
 * Adds what the secretariat needs at the table: notice, agenda, list to sign, minutes to be
 * written with the table of roles, boxes of approval. boxes: their labels, n of them.
 * Source: practice rule 25; domain research 2.10.
 */
void policy_show_sitting_papers(struct ctx *c,
                                const struct sitting_view *v,
                                const char *const *boxes,
                                size_t n,
                                struct paper_set *out);

/*
 * Fills the reply card for somebody who told of a person: it arrived, please keep watching;
 * no details, and not that a meeting is held. who: "" where the name is not open. from: whom
 * to call. Source: practice rules 14, 15, 25.
 */
void policy_show_reply_card(struct ctx *c,
                            const char *who,
                            const char *from,
                            const char *on,
                            struct paper_set *out);

#endif
