/*
 * Draws the controls of a form: label and need, hint, field, error, in this order, with the
 * ids that tie them together. What was typed stays, right or wrong.
 *
 * Templates write "% errors intake form", "% fields intake form" and
 * "% field intake form words" with a parameter "struct form_view form".
 */
#ifndef KASANE_VIEW_CONTROL_H
#define KASANE_VIEW_CONTROL_H

#include "../base/buf.h"
#include "../base/err.h"
#include "../base/fields.h"
#include "../base/form.h"

struct words;

/* One answer that data offers: a code and what it is called. */
struct form_option {
    const char *code;
    const char *label;
};

/* The answers to one field, or to all fields of one list. */
struct form_options {
    const char *name; /* of the field, or of its list ("consultation_route") */
    const struct form_option *v;
    size_t n;
};

struct form_view {
    const struct form_def
        *def; /* when another form's, values, typed and err are ignored */
    const void
        *values; /* the form's struct, to be edited; NULL when there is none yet */
    const struct fields
        *typed;            /* as it came; goes before values; NULL the first time */
    const struct err *err; /* NULL when nothing is wrong */
    const struct form_options *options;
    size_t n_options;
    const char *prefix; /* before every id of this form; NULL when it stands alone */
    const char *not_yet; /* "まだ受け付けていません。"; NULL: not saved yet */
    const char *const *
        needs; /* fields that this page needs though the form does not; NULL-ended, or NULL */
    const struct words *words; /* of the profile; NULL for the default */
};

/* Draws all controls; the one at that place in the form (FORM_INTAKE_WORDS). */
void
control_fields(struct buf *out, const struct form_def *def, const struct form_view *v);
void control_field(struct buf *out,
                   const struct form_def *def,
                   const struct form_view *v,
                   size_t field);

/* Draws the summary of what to mend, each line a link to its field; or nothing. */
void
control_errors(struct buf *out, const struct form_def *def, const struct form_view *v);

#endif
