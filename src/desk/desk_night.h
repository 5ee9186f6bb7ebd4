/*
 * What is put right every night without anybody's asking: reach against its sources, the work
 * list against the records, posts that have ended. In passes, so that the writer stays free.
 */
#ifndef KASANE_DESK_NIGHT_H
#define KASANE_DESK_NIGHT_H

#include "../store/store_night.h"

/*
 * Does the next pass of the night's work in the transaction that is open; done says that all
 * is put right. Without a viewer. n->after and n->step are where to go on.
 */
bool desk_night(struct ctx *c, struct night *n) MUST_USE;

#endif
