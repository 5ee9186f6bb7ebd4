/*
 * Whom a program of the plan is for, as far as issues and attributes tell: a help for who
 * assesses, never a bar. Which issues speak for which category is data (targets/); the words
 * of the rule are those of the plan. Not for deciding about a use.
 * Source: R-095; the five plans, people addressed by each program.
 */
#ifndef KASANE_DOMAIN_TARGET_RULE_H
#define KASANE_DOMAIN_TARGET_RULE_H

#include "../base/ctx.h"

enum { TARGET_CODES_MAX = 60 };

/* What speaks for one category; any of them does. */
struct target_def {
    const char *category; /* "outreach", as profiles write it */
    const char *label;
    const char *issues[TARGET_CODES_MAX];
    size_t n_issues;
    const char *attributes[TARGET_CODES_MAX];
    size_t n_attributes;
    int64_t
        min_issues; /* so many different open issues; 0: their number says nothing */
    bool gap;       /* a need that no scheme meets */
};

struct target_defs {
    struct target_def *v;
    size_t n;
    size_t cap;
};

/* What is known of a case. */
struct target_facts {
    const char *const *issues; /* codes of those that are open */
    size_t n_issues;
    const char *const *attributes;
    size_t n_attributes;
    bool gap;
};

/* Reads the definitions; on failure c->err says file, line and what is to be mended. */
bool target_read(struct ctx *c,
                 const char *file,
                 const char *yaml,
                 struct target_defs *out) MUST_USE;

/* Finds those in use: the town's own (targets/TOWN.yaml) before the common ones. */
bool target_find(struct ctx *c, const char *town, struct target_defs *out) MUST_USE;

/* Says whether the category speaks for the case. */
bool target_matches(const struct target_def *d, const struct target_facts *f);

/* The age from which a program is meant, by its words ("65歳以上"); 0 when they name none. */
int target_age(const char *const *target_people, size_t n);

#endif
