/*
 * The desks of a municipality, derived from its profile: what the first filling of a database
 * makes agencies and desks from. A desk that the profile does not state does not exist.
 */
#ifndef KASANE_DOMAIN_PLAN_DESK_H
#define KASANE_DOMAIN_PLAN_DESK_H

#include "plan.h"

/* A desk where work arrives: what init makes agencies and desks from. Source. */
struct plan_desk {
    const char *code; /* stable: "urban_policy/住宅政策担当", "elderly_centers" */
    const char *name; /* "都市政策課住宅政策担当" */
    const char *body; /* id */
    const char *unit; /* of a section; NULL: the section itself */
    const char *agency; /* id of the body that answers for it, or of the municipality */
    const char *agency_name;
    bool city;         /* run by the municipality (直営); otherwise on commission */
    bool form_stated;  /* the plan says in which form; otherwise city is a guess */
    bool lead;         /* project-wide work goes here */
    bool consultation; /* people may turn to it */
    struct maybe_int sites;
    struct plan_programs programs;
};

struct plan_desks {
    struct plan_desk *v;
    size_t n;
    size_t cap;
};

/*
 * Returns the desks of the lead section, of every body that delivers consultation,
 * participation, outreach or multi-agency work, and of consultation bodies that the plan
 * names without a program; each once, the lead first.
 */
struct plan_desks plan_desks(struct arena *mem, const struct profile *p);

/* Finds a desk by code or name; NULL when the municipality has none such. */
const struct plan_desk *
plan_desk_find(const struct plan_desks *desks, const char *name);

#endif
