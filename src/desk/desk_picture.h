/*
 * The pictures of a case as of any day: family, ties, years; on the screen and on paper.
 */
#ifndef KASANE_DESK_PICTURE_H
#define KASANE_DESK_PICTURE_H

#include "../policy/show_picture.h"

/* The page of pictures; MISSING for who may not write in the case, as the page of people. */
bool desk_pictures(struct ctx *c,
                   struct case_id id,
                   struct day on,
                   struct pictures_view *out) MUST_USE;

/* The same on paper. */
bool desk_pictures_paper(struct ctx *c,
                         struct case_id id,
                         struct day on,
                         struct paper_view *out) MUST_USE;

#endif
