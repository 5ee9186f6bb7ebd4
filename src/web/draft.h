/*
 * Forms that are put aside: kept on the server as they were typed, taken up again by address.
 */
#ifndef KASANE_WEB_DRAFT_H
#define KASANE_WEB_DRAFT_H

#include "../server/unit.h"

/* The draft that a request names, or an empty id. */
struct draft_id draft_of(const struct request *req);

/* Says whether the button "put aside" was pressed. */
bool draft_wanted(const struct request *req);

/* Keeps the posted form; route: the page that takes it up again. */
bool draft_keep(struct ctx *c,
                const struct request *req,
                const char *route,
                const char *title,
                struct outcome *out) MUST_USE;

/* Reads the draft that the address names; NULL fields when it names none. */
bool draft_take(struct ctx *c,
                const struct request *req,
                const struct fields **typed,
                const char **saved) MUST_USE;

#endif
