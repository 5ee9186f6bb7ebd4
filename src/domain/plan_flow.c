#include "plan_flow.h"

#include <string.h>

#include "../base/text.h"
#include "../base/vec.h"

static void
add_node(struct arena *mem, struct plan_flow *f, struct flow_node node)
{
    *VEC_PUSH(mem, &f->nodes) = node;
}

static size_t
node_of(const struct plan_flow *f, enum flow_kind kind, const char *id)
{
    size_t i = 0;

    while (i < f->nodes.n
           && !(f->nodes.v[i].kind == kind && text_same(f->nodes.v[i].id, id)))
        i++;
    return i;
}

/* Says how much of the party's text the name covers from its beginning; 0: none. */
static size_t
covers(const char *party, const char *name)
{
    size_t n = name ? strlen(name) : 0;

    return n && !strncmp(party, name, n) ? n : 0;
}

/* Returns the node whose name the party begins with, the longest one; n when there is none. */
static size_t
node_named(const struct plan_flow *f, const char *party)
{
    size_t best = f->nodes.n;
    size_t most = 0;

    for (size_t i = 0; i < f->nodes.n; i++) {
        size_t n = covers(party, f->nodes.v[i].name);

        if (n > most) {
            most = n;
            best = i;
        }
    }
    return best;
}

/* Returns the party's node, making one when it is neither program nor meeting. */
static size_t
node_of_party(struct arena *mem, struct plan_flow *f, const char *party)
{
    size_t at = node_named(f, party);

    if (at == f->nodes.n)
        add_node(mem, f,
                 (struct flow_node){ .kind = FLOW_PARTY, .id = party, .name = party });
    return at;
}

static void
add_edge(struct arena *mem, struct plan_flow *f, struct flow_edge edge)
{
    *VEC_PUSH(mem, &f->edges) = edge;
}

static void
add_rules(struct arena *mem, const struct profile *p, struct plan_flow *f)
{
    for (size_t i = 0; i < p->referral_rules.n; i++) {
        const struct plan_referral_rule *rule = &p->referral_rules.v[i];
        struct flow_edge edge = { .kind = FLOW_REFERRAL, .rule = rule };

        edge.from = node_of_party(mem, f, rule->from_party);
        edge.to = node_of_party(mem, f, rule->to_party);
        edge.label = plan_tags_text(mem, p, &rule->when);
        add_edge(mem, f, edge);
    }
}

static void
add_meeting_edges(struct arena *mem, const struct profile *p, struct plan_flow *f)
{
    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];
        size_t at = node_of(f, FLOW_MEETING, m->id);

        for (size_t j = 0; j < m->related_programs.n; j++)
            add_edge(mem, f,
                     (struct flow_edge){
                         .kind = FLOW_RUNS,
                         .from = node_of(f, FLOW_PROGRAM, m->related_programs.v[j]),
                         .to = at });
        for (size_t j = 0; j < m->reports_to.n; j++)
            add_edge(mem, f,
                     (struct flow_edge){
                         .kind = FLOW_REPORTS,
                         .from = at,
                         .to = node_of(f, FLOW_MEETING, m->reports_to.v[j]) });
    }
}

struct plan_flow
plan_flow(struct arena *mem, const struct profile *p)
{
    struct plan_flow f = { 0 };

    for (size_t i = 0; i < p->programs.n; i++)
        add_node(mem, &f,
                 (struct flow_node){ .kind = FLOW_PROGRAM,
                                     .id = p->programs.v[i].id,
                                     .name = p->programs.v[i].name,
                                     .category = p->programs.v[i].category });
    for (size_t i = 0; i < p->meetings.n; i++)
        add_node(mem, &f,
                 (struct flow_node){ .kind = FLOW_MEETING,
                                     .id = p->meetings.v[i].id,
                                     .name = p->meetings.v[i].name });
    add_rules(mem, p, &f);
    add_meeting_edges(mem, p, &f);
    return f;
}

bool
plan_source_has(const char *source, const char *key)
{
    size_t n = strlen(key);

    for (const char *s = source; s && *s; s = strchr(s, ','), s = s ? s + 1 : NULL) {
        while (*s == ' ')
            s++;
        if (!strncmp(s, key, n) && (s[n] == ',' || !s[n]))
            return true;
    }
    return false;
}

struct portfolio {
    struct arena *mem;
    const struct profile *p;
    struct plan_portfolio out;
};

static struct portfolio_partner *
partner_named(struct portfolio *k, const char *name)
{
    struct portfolio_partner *partner;

    for (size_t i = 0; i < k->out.partners.n; i++)
        if (text_same(k->out.partners.v[i].name, name))
            return &k->out.partners.v[i];
    partner = VEC_PUSH(k->mem, &k->out.partners);
    *partner =
        (struct portfolio_partner){ .name = name, .projects = k->out.projects.n };
    partner->active = ARENA_ARRAY(k->mem, partner->projects, bool);
    return partner;
}

/* Marks the body in every project whose source the fact shares. */
static void
mark(struct portfolio *k, const char *source, const char *name)
{
    for (size_t i = 0; name && i < k->out.projects.n; i++)
        if (plan_source_has(source, k->out.projects.v[i]->source))
            partner_named(k, name)->active[i] = true;
}

static void
mark_all(struct portfolio *k, const char *source, const struct texts *names)
{
    for (size_t i = 0; i < names->n; i++)
        mark(k, source, names->v[i]);
}

static void
mark_meeting(struct portfolio *k, const struct plan_meeting *m)
{
    mark(k, m->source, m->host_name);
    for (size_t i = 0; i < m->members.n; i++)
        if (m->members.v[i].kind != PROFILE_MEMBER_CLASS)
            mark(k, m->source, m->members.v[i].name);
}

/* A linkage of kind body is a partner itself, or stands for its parts. */
static void
mark_linkage(struct portfolio *k, const struct plan_linkage *l)
{
    if (l->kind != PROFILE_LINKAGE_BODY)
        return;
    if (l->parts.n)
        mark_all(k, l->source, &l->parts);
    else
        mark(k, l->source, l->name);
}

struct plan_portfolio
plan_portfolio(struct arena *mem, const struct profile *p)
{
    struct portfolio k = { .mem = mem, .p = p };
    const char *leading =
        p->directions.n ? p->directions.v[p->directions.n - 1].id : "";

    for (size_t i = 0; i < p->initiatives.n; i++)
        if (text_same(p->initiatives.v[i].direction, leading))
            *VEC_PUSH(mem, &k.out.projects) = &p->initiatives.v[i];
    for (size_t i = 0; i < p->community.networks.n; i++) {
        mark_all(&k, p->community.networks.v[i].source,
                 &p->community.networks.v[i].operators);
        mark_all(&k, p->community.networks.v[i].source,
                 &p->community.networks.v[i].members);
    }
    for (size_t i = 0; i < p->meetings.n; i++)
        mark_meeting(&k, &p->meetings.v[i]);
    for (size_t i = 0; i < p->training.n; i++)
        mark_all(&k, p->training.v[i].source, &p->training.v[i].audience);
    for (size_t i = 0; i < p->linkages.n; i++)
        mark_linkage(&k, &p->linkages.v[i]);
    return k.out;
}
