/*
 * One control while it is drawn: what the files of this folder share to draw it. Not for
 * pages, which use control.h.
 */
#ifndef KASANE_VIEW_CONTROL_PART_H
#define KASANE_VIEW_CONTROL_PART_H

#include "control.h"

#include "gen/words.h"

struct control {
    struct buf *out;
    const struct form_view *v;
    const struct form_field *f;
    const struct fields *typed; /* what it shows */
    const char *id;
    const char *error; /* NULL when it is right */
};

/* Returns the word in the wording of the municipality. */
const char *control_word(const struct control *k, enum word w);

/* Returns the first value that was typed into the field; "" when there is none. */
const char *control_typed(const struct control *k);

/* Appends name="value"; name is a literal of ours. */
void control_attribute(struct buf *out, const char *name, const char *value);

/* Appends one option of a select. */
void control_option(const struct control *k,
                    const char *code,
                    const char *label,
                    bool chosen);

/* Appends what stands around a group of inputs: legend and hint before, error after. */
void control_begin_group(const struct control *k);
void control_end_group(const struct control *k);

/* Draws era, year, month and day. */
void control_draw_day(const struct control *k);

#endif
