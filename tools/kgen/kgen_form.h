/*
 * Forms between reading and writing C.
 */
#ifndef KASANE_TOOLS_KGEN_FORM_H
#define KASANE_TOOLS_KGEN_FORM_H

#include "kgen_text.h"

struct form_shape {
    const char *name;     /* in the file: "choice" */
    const char *constant; /* of enum form_kind: "CHOICE" */
    bool text;            /* takes max */
    bool list;            /* is written choice:NAME */
    int64_t max;
};

struct form_line {
    const char *path;
    int line;
    const char *name;
    const struct form_shape *shape;
    const char *list;
    const char *label;
    const char *hint;
    const char *fill;
    int64_t min;
    int64_t max;
    bool range;
    bool required;
    bool personal;
    bool hidden;
    bool big;
};

struct form {
    const char *name;
    const char *path;
    int line;
    struct form_line *v;
    size_t n;
    size_t cap;
};

struct forms {
    struct form *v;
    size_t n;
    size_t cap;
};

void form_write_header(struct arena *mem, const char *out, const struct forms *all);
void form_write_code(struct arena *mem, const char *out, const struct forms *all);

#endif
