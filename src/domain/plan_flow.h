/*
 * Pictures of a plan: the flow of programs, bodies and meetings (展開イメージ), and the portfolio
 * of its leading projects. Nodes and edges only; where they are drawn is the view's business.
 */
#ifndef KASANE_DOMAIN_PLAN_FLOW_H
#define KASANE_DOMAIN_PLAN_FLOW_H

#include "plan.h"

enum flow_kind { FLOW_PROGRAM, FLOW_MEETING, FLOW_PARTY };

struct flow_node {
    enum flow_kind kind;
    const char *id; /* of the program or meeting; of a party: its text */
    const char *name;
    enum profile_category category; /* of a program */
};

enum flow_edge_kind {
    FLOW_REFERRAL, /* one for each referral rule */
    FLOW_RUNS,     /* a program runs a meeting */
    FLOW_REPORTS   /* a meeting reports to a meeting */
};

struct flow_edge {
    enum flow_edge_kind kind;
    size_t from; /* indexes of nodes */
    size_t to;
    const char *label; /* when, in Japanese; NULL unless a referral */
    const struct plan_referral_rule *rule;
};

struct plan_flow {
    struct {
        struct flow_node *v;
        size_t n;
        size_t cap;
    } nodes;
    struct {
        struct flow_edge *v;
        size_t n;
        size_t cap;
    } edges;
};

/*
 * Returns one node per program and meeting and one edge per referral rule; parties that are
 * neither program nor meeting get nodes of their own. Source: R-037.
 */
struct plan_flow plan_flow(struct arena *mem, const struct profile *p);

struct plan_initiatives {
    const struct plan_initiative **v;
    size_t n;
    size_t cap;
};

/* A partner of the leading projects, once, with a mark for each in which it is active. */
struct portfolio_partner {
    const char *name;
    bool *active; /* one for each project */
    size_t projects;
};

struct plan_portfolio {
    struct plan_initiatives projects;
    struct {
        struct portfolio_partner *v;
        size_t n;
        size_t cap;
    } partners;
};

/*
 * Returns the initiatives of the last direction, which the plan leads with, and the bodies
 * that its networks, meetings, trainings and linkages tie to each, by their common source
 * key. Empty where a plan states no directions. Source: R-038.
 */
struct plan_portfolio plan_portfolio(struct arena *mem, const struct profile *p);

/* Says whether a source ("II-2-C5, III-3") holds the key. */
bool plan_source_has(const char *source, const char *key);

#endif
