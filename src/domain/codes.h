/*
 * Lists of codes that are data (codes/NAME.yaml): what a form offers, what a record keeps, and
 * what it is called. A code that is no longer offered keeps its name for old records.
 */
#ifndef KASANE_DOMAIN_CODES_H
#define KASANE_DOMAIN_CODES_H

#include "../base/day.h"
#include "profile.h"
#include "profile_error.h"

/* As profiles have it: a code of the municipality's own in one of the lists of codes/. Source: R-051. */
struct plan_code {
    const char *list; /* "issue" */
    const char *code;
    const char *label;
    const char *source;
};

struct code {
    const char *code;
    const char *label;
    const char *parent;     /* a broader code of the same list; NULL: none */
    const char *valid_from; /* YYYY-MM-DD, inclusive; NULL: ever */
    const char *valid_to;   /* inclusive; NULL: still */
    const char *outside;    /* the code that others use for it; NULL: none known */
    const char *item;   /* the class that shows it, "abuse"; NULL: as all of its kind */
    const char *source; /* NULL: the list's */
};

struct code_list {
    const char *list; /* "consultation_route" */
    const char *label;
    const char *source;
    struct {
        const struct code *v;
        size_t n;
    } codes;
};

/* All lists of a municipality. */
struct codes {
    struct {
        const struct code_list **v;
        size_t n;
        size_t cap;
    } lists;
};

struct code_options {
    const struct code **v;
    size_t n;
    size_t cap;
};

/* Reads one list; errors as in profile_read(). It lives in c->mem. */
bool codes_read(struct ctx *c,
                const char *file,
                const char *bytes,
                size_t n,
                struct profile_errors *errors,
                const struct code_list **out) MUST_USE;

/*
 * Adds the municipality's own codes behind those of the lists; one of the same code takes its
 * place. OUTSIDE with the name of a list that there is not. own may be NULL.
 */
bool codes_extend(struct ctx *c,
                  struct codes *all,
                  const struct profile_settings *own) MUST_USE;

/* Finds a list, a code of a list; NULL when there is none. */
const struct code_list *codes_list(const struct codes *all, const char *list);
const struct code *
codes_find(const struct codes *all, const char *list, const char *code);

/* Returns what the code is called; the code itself when the list does not know it. */
const char *codes_label(const struct codes *all, const char *list, const char *code);

/* Says whether the list has the code, in force or not; all is a struct codes. */
bool codes_known(const void *all, const char *list, const char *code);

/* Says whether the code is offered on the day. */
bool code_in_force(const struct code *code, struct day day);

/* Returns the codes that the list offers on the day, in its order; none for no list. */
struct code_options codes_options(struct arena *mem,
                                  const struct codes *all,
                                  const char *list,
                                  struct day day);

#endif
