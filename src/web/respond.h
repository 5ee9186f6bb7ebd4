/*
 * How answers are worded: the one place that turns a cause of failure into a status and a
 * page, and an act that was done into the way on.
 */
#ifndef KASANE_WEB_RESPOND_H
#define KASANE_WEB_RESPOND_H

#include "../domain/table.h"
#include "../server/unit.h"

/* The fronts as the server's threads know them. */
extern const struct front web_front;

/* The status of a cause of failure; DENIED and MISSING are one. */
int respond_status(enum err_kind kind);

/* Sets the reply to JSON. */
void respond_json(struct reply *rep);

/*
 * Sets the reply to a file of CSV, with a mark in front so that table programs read it as
 * UTF-8. name: "places".
 */
void
respond_csv(struct ctx *c, const char *name, const struct table *t, struct reply *rep);

/* Says whether the request wants JSON rather than a page. */
bool respond_wants_json(const struct request *req);

#endif
