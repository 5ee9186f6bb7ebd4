/*
 * What went wrong, set once where it is known and passed up in silence. Fronts alone turn a
 * kind into a status and a page; DENIED is shown as MISSING there.
 */
#ifndef KASANE_BASE_ERR_H
#define KASANE_BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

enum err_kind {
    ERR_NONE,
    ERR_INPUT,    /* a field is to be mended: err.fields says which and how */
    ERR_RULE,     /* a rule of the work does not allow it now */
    ERR_DENIED,   /* policy does not allow it; shown as MISSING */
    ERR_MISSING,  /* there is no such thing for this viewer */
    ERR_CONFLICT, /* somebody else changed it meanwhile, or the key was used before */
    ERR_OUTSIDE,  /* disk, database, network: try again later */
    ERR_BUG       /* ours to mend */
};

enum { ERR_FIELDS_MAX = 24 };

struct err_field {
    const char *name; /* of the form's field */
    const char *text; /* Japanese, names the mend */
};

struct err {
    enum err_kind kind;
    const char *text; /* Japanese for people (INPUT, RULE, CONFLICT); else English */
    size_t n_fields;
    struct err_field fields[ERR_FIELDS_MAX];
};

#endif
