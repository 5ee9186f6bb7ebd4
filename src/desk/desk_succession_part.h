/*
 * What the hand-over of cases shares with the nightly work.
 */
#ifndef KASANE_DESK_SUCCESSION_PART_H
#define KASANE_DESK_SUCCESSION_PART_H

#include "desk_part.h"

/* Moves owner, open steps, held hand-overs and work list of one case between two posts. */
bool succession_move(struct ctx *c,
                     struct case_id id,
                     struct post_id from,
                     struct post_id to) MUST_USE;

#endif
