/*
 * What a line of a support plan may make use of: the programs of the municipality, the
 * services that they hold apart, and what participation support offers. Not for who takes
 * part in them: that is an enrolment.
 */
#ifndef KASANE_DOMAIN_SUPPORT_PROGRAM_H
#define KASANE_DOMAIN_SUPPORT_PROGRAM_H

#include "../base/arena.h"

struct profile;

/* Before the dot of a service in use that is of another system; behind it its other_program. */
#define ENROLMENT_OTHER "other_program"

struct support_program {
    const char *code; /* "program", "program.service", "program.task" */
    const char *label;
};

struct support_programs {
    struct support_program *v;
    size_t n;
    size_t cap;
};

/* Returns them in the order of the plan. Source: R-186; 甲州市 7(4), 春日井市 III-3. */
struct support_programs support_programs(struct arena *mem, const struct profile *p);

/* Returns the label of a code, or NULL when the plan in force does not know it. */
const char *
support_program_label(struct arena *mem, const struct profile *p, const char *code);

#endif
