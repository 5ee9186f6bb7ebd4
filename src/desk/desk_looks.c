#include "desk_looks.h"

#include "desk_part.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../store/leaf.h"

#include <stdlib.h>
#include <string.h>

enum {
    DAYS_BACK = 7,
    LEAVES_AT_ONCE = 2000,
    LEAVES_MAX = 200000,
    HOUR_MS = 3600000,
    DAY_MS = 86400000,
    PEOPLE_SHOWN = 100,
    CASES_SHOWN = 30,
    REVIEWED_SHOWN = 100
};

/* Rules of codes/look_rule.yaml, as bits. */
enum {
    WHY_NIGHT = 1,
    WHY_DAY_OFF = 2,
    WHY_MANY = 4,
    WHY_EMERGENCY = 8,
    WHY_NO_STEP = 16,
    WHY_SAME_NAME = 32
};

static const struct {
    uint32_t bit;
    const char *code;
} RULES[] = {
    { WHY_EMERGENCY, "emergency" }, { WHY_NO_STEP, "no_step" },
    { WHY_SAME_NAME, "same_name" }, { WHY_NIGHT, "night" },
    { WHY_DAY_OFF, "day_off" },     { WHY_MANY, "many" },
};

enum { RULES_N = sizeof RULES / sizeof *RULES };

/* One look at one case. */
struct look {
    int64_t seq;
    int64_t at;
    struct post_id post;
    struct desk_id desk;
    struct case_id case_id;
    uint32_t grounds;
    uint32_t why;
    bool changed;
    const struct sql_look_review_list_row *seen;
};

struct looks {
    struct look *v;
    size_t n;
    size_t cap;
};

/* The looks of one person at one case: of[0] is the latest. */
struct group {
    const struct look *of;
    size_t n;
    size_t open;  /* with a reason and no answer */
    uint32_t why; /* of those */
    struct sql_look_group_row tie;
    struct sql_look_name_row name;
};

struct groups {
    struct group *v;
    size_t n;
    size_t cap;
};

static bool
in_force(const struct ctx *c, const char *rule, const struct code **out)
{
    *out = codes_find(c->town->codes, "look_rule", rule);
    return *out && code_in_force(*out, day_of(c->now));
}

static int64_t
hour_of(int64_t at)
{
    return (at - day_begin(day_of(at))) / HOUR_MS;
}

/* "22-6": from that hour until before the other, over midnight. */
static bool
at_night(const struct code *rule, int64_t at)
{
    const char *span = rule->outside ? rule->outside : "22-6";
    const char *dash = strchr(span, '-');
    const int64_t hour = hour_of(at);
    int64_t from = 22;
    int64_t until = 6;

    if (dash) {
        int64_t typed = 0;

        for (const char *p = span; p < dash; p++)
            typed = typed * 10 + (*p - '0');
        from = typed;
        if (!text_int(dash + 1, 0, 24, &until))
            until = 6;
    }
    return hour >= from || hour < until;
}

static int
by_post_and_time(const void *a, const void *b)
{
    const struct look *x = a;
    const struct look *y = b;
    const int post = strcmp(x->post.id.s, y->post.id.s);

    return post ? post : (x->seq > y->seq) - (x->seq < y->seq);
}

static int
by_post_and_case(const void *a, const void *b)
{
    const struct look *x = a;
    const struct look *y = b;
    const int post = strcmp(x->post.id.s, y->post.id.s);
    const int of = post ? post : strcmp(x->case_id.id.s, y->case_id.id.s);

    return of ? of : (x->seq < y->seq) - (x->seq > y->seq);
}

/* Who saw more than so many within an hour: each look of that hour beyond them. */
static void
mark_many(const struct ctx *c, struct looks *all)
{
    const struct code *rule;
    int64_t most = 30;
    size_t first = 0;

    if (!in_force(c, "many", &rule))
        return;
    if (rule->outside && !text_int(rule->outside, 1, 10000, &most))
        most = 30;
    for (size_t i = 0; i < all->n; i++) {
        while (!id_same(all->v[first].post.id, all->v[i].post.id)
               || all->v[first].at <= all->v[i].at - HOUR_MS)
            first++;
        if ((int64_t)(i - first + 1) > most)
            all->v[i].why |= WHY_MANY;
    }
}

static void
mark_times(const struct ctx *c, struct looks *all)
{
    const struct code *rule;
    const struct code *night = in_force(c, "night", &rule) ? rule : NULL;
    const bool off = in_force(c, "day_off", &rule);
    const bool emergency = in_force(c, "emergency", &rule);

    for (size_t i = 0; i < all->n; i++) {
        struct look *l = &all->v[i];
        const int weekday = day_weekday(day_of(l->at));

        if (night && at_night(night, l->at))
            l->why |= WHY_NIGHT;
        if (off && (weekday == 0 || weekday == 6))
            l->why |= WHY_DAY_OFF;
        if (emergency
            && (l->grounds & (GROUND_BIT(GROUND_LOOKUP) | GROUND_BIT(GROUND_GLASS))))
            l->why |= WHY_EMERGENCY;
    }
}

static void
mark_seen(struct looks *all, const struct sql_look_review_list_rows *reviews)
{
    for (size_t i = 0; i < all->n; i++) {
        size_t low = 0;
        size_t high = reviews->n;

        /* newest first */
        while (low < high) {
            const size_t mid = low + (high - low) / 2;

            if (reviews->v[mid].seq > all->v[i].seq)
                low = mid + 1;
            else
                high = mid;
        }
        if (low < reviews->n && reviews->v[low].seq == all->v[i].seq)
            all->v[i].seen = &reviews->v[low];
    }
}

/* The first case that a leaf is about, when it opened one; lists show many and open none. */
static bool
take_case(const struct leaf *l, struct case_id *out)
{
    size_t cases = 0;

    for (size_t i = 0; i < l->things.n; i++)
        if (l->things.v[i].kind == LEAF_CASE) {
            out->id = l->things.v[i].id;
            cases++;
        }
    return cases == 1 && (l->outcome == LEAF_SERVED || l->outcome == LEAF_CHANGED);
}

static bool
take_leaf(struct ctx *c, const struct sql_leaf_search_row *row, struct looks *all)
{
    struct look l = { .seq = row->seq, .at = row->at };
    struct leaf leaf;
    uint64_t place;

    if (leaf_decode(c->mem, row->body.p, row->body.n, &leaf, &place) != LEAF_GOOD)
        return refuse(c, ERR_BUG, "a leaf cannot be read");
    if (id_none(leaf.post.id) || !take_case(&leaf, &l.case_id))
        return true;
    l.post = leaf.post;
    l.desk = leaf.desk;
    l.grounds = leaf.grounds;
    l.changed = leaf.outcome == LEAF_CHANGED;
    *VEC_PUSH(c->mem, all) = l;
    return true;
}

static bool
load(struct ctx *c, struct looks *all)
{
    struct sql_leaf_search_in in = {
        .before = INT64_MAX,
        .from_at = c->now - (int64_t)DAYS_BACK * DAY_MS,
        .until_at = INT64_MAX,
        .login = "",
        .whom = "",
        .n = LEAVES_AT_ONCE,
    };
    struct sql_look_review_list_rows reviews = { 0 };

    for (int read = 0; read < LEAVES_MAX; read += LEAVES_AT_ONCE) {
        struct sql_leaf_search_rows rows = { 0 };

        if (!sql_leaf_search(c, &in, &rows))
            return false;
        for (size_t i = 0; i < rows.n; i++)
            if (!take_leaf(c, &rows.v[i], all))
                return false;
        if (rows.n < LEAVES_AT_ONCE)
            break;
        in.before = rows.v[rows.n - 1].seq;
    }
    if (!sql_look_review_list(
            c, &(struct sql_look_review_list_in){ all->n ? all->v[all->n - 1].seq : 0 },
            &reviews))
        return false;
    if (all->n)
        qsort(all->v, all->n, sizeof *all->v, by_post_and_time);
    mark_times(c, all);
    mark_many(c, all);
    mark_seen(all, &reviews);
    if (all->n)
        qsort(all->v, all->n, sizeof *all->v, by_post_and_case);
    return true;
}

static void
make_groups(struct ctx *c, const struct looks *all, struct groups *out)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct look *l = &all->v[i];

        if (!i || !id_same(l->post.id, l[-1].post.id)
            || !id_same(l->case_id.id, l[-1].case_id.id))
            *VEC_PUSH(c->mem, out) = (struct group){ .of = l };
        out->v[out->n - 1].n++;
    }
}

static const char *
family_of(struct ctx *c, const char *name)
{
    const char *space = strchr(name, ' ');

    return space ? arena_copy(c->mem, name, (size_t)(space - name)) : "";
}

/* Whether somebody of the case has the family name of who looks. */
static bool
ask_names(struct ctx *c, struct groups *groups)
{
    struct sql_look_name_in in[DB_LATER_MAX];

    for (size_t i = 0; i < groups->n; i += DB_LATER_MAX) {
        for (size_t k = 0; k < DB_LATER_MAX && i + k < groups->n; k++) {
            struct group *g = &groups->v[i + k];

            in[k] = (struct sql_look_name_in){ .case_id = g->of->case_id,
                                               .family = family_of(c, g->tie.name) };
            sql_look_name_later(c, &in[k], &g->name);
        }
        if (!db_gather(c))
            return false;
    }
    return true;
}

/* What is the same for all looks of a person at a case: whether there is any task. */
static bool
ask_ties(struct ctx *c, struct groups *groups)
{
    struct sql_look_group_in in[DB_LATER_MAX];

    for (size_t i = 0; i < groups->n; i += DB_LATER_MAX) {
        for (size_t k = 0; k < DB_LATER_MAX && i + k < groups->n; k++) {
            struct group *g = &groups->v[i + k];

            in[k] = (struct sql_look_group_in){ .case_id = g->of->case_id,
                                                .desk_id = g->of->desk,
                                                .post_id = g->of->post,
                                                .now = c->now };
            sql_look_group_later(c, &in[k], &g->tie);
        }
        if (!db_gather(c))
            return false;
    }
    return true;
}

static void
judge(const struct ctx *c, struct groups *groups)
{
    const struct code *rule;
    const bool no_step = in_force(c, "no_step", &rule);
    const bool same = in_force(c, "same_name", &rule);

    for (size_t i = 0; i < groups->n; i++) {
        struct group *g = &groups->v[i];
        const uint32_t always = (no_step && !g->tie.tied ? WHY_NO_STEP : 0)
                                | (same && g->name.same ? WHY_SAME_NAME : 0);

        for (size_t k = 0; k < g->n; k++)
            if (!g->of[k].seen && (g->of[k].why | always)) {
                g->open++;
                g->why |= g->of[k].why | always;
            }
    }
}

static const char *
ground_of(uint32_t grounds)
{
    for (int g = 1; g < GROUND_N; g++)
        if (grounds & GROUND_BIT(g))
            return ground_label((enum ground)g);
    return "";
}

static size_t
reasons(uint32_t why)
{
    size_t n = 0;

    for (; why; why &= why - 1)
        n++;
    return n;
}

/* Most reasons first, then the latest. */
static int
by_weight(const void *a, const void *b)
{
    const struct group *x = a;
    const struct group *y = b;
    const size_t nx = reasons(x->why);
    const size_t ny = reasons(y->why);

    if (nx != ny)
        return (nx < ny) - (nx > ny);
    return (x->of->seq < y->of->seq) - (x->of->seq > y->of->seq);
}

static const char *
why_text(struct ctx *c, uint32_t why)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < RULES_N; i++)
        if (why & RULES[i].bit)
            buf_printf(&b, "%s%s", b.n ? "、" : "",
                       codes_label(c->town->codes, "look_rule", RULES[i].code));
    return buf_text(&b);
}

static const char *
span_text(struct ctx *c, const struct group *g)
{
    const struct look *first = &g->of[g->n - 1];

    return g->n == 1 ? instant_ja(c->mem, g->of->at)
                     : arena_printf(c->mem, "%s から %s", instant_ja(c->mem, first->at),
                                    instant_ja(c->mem, g->of->at));
}

static struct look_view
view_of(struct ctx *c, const struct group *g)
{
    const struct sql_look_review_list_row *seen = NULL;
    uint32_t grounds = 0;
    bool changed = false;

    for (size_t i = 0; i < g->n; i++) {
        grounds |= g->of[i].grounds;
        changed |= g->of[i].changed;
        if (!seen)
            seen = g->of[i].seen;
    }
    return (struct look_view){
        .seq = arena_printf(c->mem, "%lld", (long long)g->of->seq),
        .when = span_text(c, g),
        .times = arena_printf(c->mem, "%zu回", g->n),
        .who = arena_printf(c->mem, "%s（%s）", g->tie.name, g->tie.desk),
        .act = changed ? "見て、書いた" : "見た",
        .number = g->tie.number,
        .ground = ground_of(grounds),
        .why = why_text(c, g->why),
        .note = seen ? arena_printf(c->mem, "%s（%s）", seen->remark, seen->who) : NULL,
    };
}

static struct look_person_view *
person_of(struct ctx *c, const struct group *g, struct look_person_list *out)
{
    for (size_t i = 0; i < out->n; i++)
        if (strcmp(out->v[i].post, g->of->post.id.s) == 0)
            return &out->v[i];
    *VEC_PUSH(c->mem, out) = (struct look_person_view){
        .post = g->of->post.id.s,
        .who = arena_printf(c->mem, "%s（%s）", g->tie.name, g->tie.desk),
    };
    return &out->v[out->n - 1];
}

/* The latest of all that the person's one answer covers. */
static void
cover(struct ctx *c, struct look_person_view *p, const struct group *g)
{
    int64_t have = 0;

    if (!p->seq || !text_int(p->seq, 0, INT64_MAX, &have) || have < g->of->seq)
        p->seq = arena_printf(c->mem, "%lld", (long long)g->of->seq);
}

static void
show_groups(struct ctx *c, const struct groups *groups, struct looks_view *out)
{
    size_t open = 0;

    for (size_t i = 0; i < groups->n; i++) {
        const struct group *g = &groups->v[i];
        struct look_person_view *p;

        if (!g->open) {
            struct look_view v = view_of(c, g);

            if (v.note && out->reviewed.n < REVIEWED_SHOWN)
                *VEC_PUSH(c->mem, &out->reviewed) = v;
            continue;
        }
        open++;
        if (out->open.n >= PEOPLE_SHOWN
            && strcmp(out->open.v[out->open.n - 1].post, g->of->post.id.s) != 0)
            continue;
        p = person_of(c, g, &out->open);
        cover(c, p, g);
        p->n++;
        if (p->cases.n < CASES_SHOWN)
            *VEC_PUSH(c->mem, &p->cases) = view_of(c, g);
    }
    out->count = arena_printf(c->mem, "%zu人、%zu件", out->open.n, open);
    for (size_t i = 0; i < out->open.n; i++) {
        struct look_person_view *p = &out->open.v[i];

        p->count = arena_printf(c->mem, "%zuケース", p->n);
        p->several = p->n > 1;
        if (p->n > p->cases.n)
            p->more = arena_printf(c->mem, "ほかに%zuケース", p->n - p->cases.n);
    }
}

static bool
may_audit(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_AUDIT, &facts);

    return decision_allows(&d, ITEM_LEDGER) || refuse_decision(c, &d);
}

bool
desk_looks(struct ctx *c, struct looks_view *out)
{
    struct groups groups = { 0 };
    struct looks all = { 0 };

    if (!may_audit(c) || !load(c, &all))
        return false;
    make_groups(c, &all, &groups);
    if (!ask_ties(c, &groups) || !ask_names(c, &groups))
        return false;
    judge(c, &groups);
    if (groups.n)
        qsort(groups.v, groups.n, sizeof *groups.v, by_weight);
    *out = (struct looks_view){
        .ledger_path = arena_printf(c->mem, "%s/ledger", c->town->path),
        .path = arena_printf(c->mem, "%s/ledger/looks", c->town->path),
        .span =
            arena_printf(c->mem, "%sから",
                         day_ja(c->mem, (struct day){ day_of(c->now).n - DAYS_BACK })),
    };
    show_groups(c, &groups, out);
    return true;
}

static bool
put_review(struct ctx *c, int64_t seq, const char *note)
{
    return sql_look_review_put(
        c, &(struct sql_look_review_put_in){
               .seq = seq, .post_id = c->viewer->post, .now = c->now, .remark = note });
}

/* The answer goes for all looks of that person until then: at this case, or at any. */
static bool
put_all(struct ctx *c,
        const struct looks *all,
        const struct look *of,
        const struct form_look_review *f)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct look *l = &all->v[i];

        if (l->seen || l->seq > f->seq || !id_same(l->post.id, of->post.id)
            || (!f->whole && !id_same(l->case_id.id, of->case_id.id)))
            continue;
        if (!put_review(c, l->seq, f->note))
            return false;
    }
    return true;
}

bool
desk_look_review(struct ctx *c, const struct form_look_review *f, struct outcome *out)
{
    struct sql_leaf_last_row last;
    struct looks all = { 0 };

    if (!may_audit(c) || !sql_leaf_last(c, &last))
        return false;
    if (f->seq > last.n)
        return refuse_field(c, "seq", "その番号の記録はありません。");
    out->place = "/ledger/looks?said=reviewed";
    if (!load(c, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.v[i].seq == f->seq)
            return put_all(c, &all, &all.v[i], f);
    return put_review(c, f->seq, f->note);
}
