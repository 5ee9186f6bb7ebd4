#include "desk_looks.h"

#include "desk_part.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../store/leaf.h"

#include <string.h>

enum { DAYS_BACK = 7, LEAVES_MAX = 2000, HOUR_MS = 3600000, DAY_MS = 86400000 };

/* One look at one case. */
struct look {
    int64_t seq;
    int64_t at;
    struct leaf leaf;
    struct case_id case_id;
};

struct looks {
    struct look *v;
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

/* How many cases the same post saw in the hour before and with this look. */
static int64_t
in_the_hour(const struct looks *all, const struct look *l)
{
    int64_t n = 0;

    for (size_t i = 0; i < all->n; i++)
        n += id_same(all->v[i].leaf.post.id, l->leaf.post.id) && all->v[i].at <= l->at
             && all->v[i].at > l->at - HOUR_MS;
    return n;
}

static void
add_why(struct ctx *c, struct buf *b, const char *rule)
{
    buf_printf(b, "%s%s", b->n ? "、" : "",
               codes_label(c->town->codes, "look_rule", rule));
}

static const char *
family_of(struct ctx *c, const char *name)
{
    const char *space = strchr(name, ' ');

    return space ? arena_copy(c->mem, name, (size_t)(space - name)) : "";
}

static bool
tie_and_name(struct ctx *c,
             const struct look *l,
             const struct sql_leaf_names_row *who,
             struct buf *why)
{
    const struct code *rule;
    struct sql_look_tie_row tie;
    struct sql_look_name_row name;

    if (!sql_look_tie(c,
                      &(struct sql_look_tie_in){ .case_id = l->case_id,
                                                 .desk_id = l->leaf.desk,
                                                 .now = c->now },
                      &tie)
        || !sql_look_name(
            c,
            &(struct sql_look_name_in){ .case_id = l->case_id,
                                        .family = family_of(c, who->name) },
            &name))
        return false;
    if (!tie.tied && in_force(c, "no_step", &rule))
        add_why(c, why, "no_step");
    if (name.same && in_force(c, "same_name", &rule))
        add_why(c, why, "same_name");
    return true;
}

static void
time_and_number(struct ctx *c,
                const struct looks *all,
                const struct look *l,
                struct buf *why)
{
    const struct code *rule;
    const int weekday = day_weekday(day_of(l->at));
    int64_t most = 30;

    if (in_force(c, "night", &rule) && at_night(rule, l->at))
        add_why(c, why, "night");
    if (in_force(c, "day_off", &rule) && (weekday == 0 || weekday == 6))
        add_why(c, why, "day_off");
    if (in_force(c, "many", &rule)) {
        if (rule->outside && !text_int(rule->outside, 1, 10000, &most))
            most = 30;
        if (in_the_hour(all, l) > most)
            add_why(c, why, "many");
    }
    if (in_force(c, "emergency", &rule)
        && (l->leaf.grounds & (GROUND_BIT(GROUND_LOOKUP) | GROUND_BIT(GROUND_GLASS))))
        add_why(c, why, "emergency");
}

static const char *
ground_of(uint32_t grounds)
{
    for (int g = 1; g < GROUND_N; g++)
        if (grounds & GROUND_BIT(g))
            return ground_label((enum ground)g);
    return "";
}

static const struct sql_look_review_list_row *
review_of(const struct sql_look_review_list_rows *rows, int64_t seq)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].seq == seq)
            return &rows->v[i];
    return NULL;
}

static bool
add_look(struct ctx *c,
         const struct looks *all,
         const struct look *l,
         const struct sql_look_review_list_rows *reviews,
         struct looks_view *out)
{
    const struct sql_look_review_list_row *seen = review_of(reviews, l->seq);
    struct buf why = buf_new(c->mem);
    struct sql_leaf_names_row who = { .name = "", .desk = "" };
    struct sql_leaf_case_number_row number = { .number = "" };
    struct look_view v;
    bool found;

    if (!sql_leaf_names(c, &(struct sql_leaf_names_in){ .post_id = l->leaf.post }, &who,
                        &found))
        return false;
    time_and_number(c, all, l, &why);
    if (!tie_and_name(c, l, &who, &why))
        return false;
    if (!why.n && !seen)
        return true;
    if (!sql_leaf_case_number(
            c, &(struct sql_leaf_case_number_in){ .case_id = l->case_id }, &number,
            &found))
        return false;
    v = (struct look_view){
        .seq = arena_printf(c->mem, "%lld", (long long)l->seq),
        .when = instant_ja(c->mem, l->at),
        .who = arena_printf(c->mem, "%s（%s）", who.name, who.desk),
        .act = l->leaf.outcome == LEAF_CHANGED ? "書いた" : "見た",
        .number = found ? arena_strdup(c->mem, number.number) : "",
        .ground = ground_of(l->leaf.grounds),
        .why = why.n ? buf_text(&why) : "",
        .note = seen ? arena_printf(c->mem, "%s（%s）", seen->remark, seen->who) : NULL,
    };
    if (seen)
        *VEC_PUSH(c->mem, &out->reviewed) = v;
    else
        *VEC_PUSH(c->mem, &out->open) = v;
    return true;
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
load(struct ctx *c, struct looks *all)
{
    struct sql_leaf_search_rows rows = { 0 };
    const struct sql_leaf_search_in in = {
        .before = INT64_MAX,
        .from_at = c->now - (int64_t)DAYS_BACK * DAY_MS,
        .until_at = INT64_MAX,
        .login = "",
        .whom = "",
        .n = LEAVES_MAX,
    };

    if (!sql_leaf_search(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        struct look l = { .seq = rows.v[i].seq, .at = rows.v[i].at };
        uint64_t place;

        if (leaf_decode(c->mem, rows.v[i].body.p, rows.v[i].body.n, &l.leaf, &place)
            != LEAF_GOOD)
            return refuse(c, ERR_BUG, "a leaf cannot be read");
        if (!id_none(l.leaf.post.id) && take_case(&l.leaf, &l.case_id))
            *VEC_PUSH(c->mem, all) = l;
    }
    return true;
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
    struct sql_look_review_list_rows reviews = { 0 };
    struct looks all = { 0 };

    if (!may_audit(c) || !load(c, &all)
        || !sql_look_review_list(c, &(struct sql_look_review_list_in){ .seq = 0 },
                                 &reviews))
        return false;
    *out = (struct looks_view){
        .ledger_path = arena_printf(c->mem, "%s/ledger", c->town->path),
        .path = arena_printf(c->mem, "%s/ledger/looks", c->town->path),
        .span =
            arena_printf(c->mem, "%sから",
                         day_ja(c->mem, (struct day){ day_of(c->now).n - DAYS_BACK })),
    };
    for (size_t i = 0; i < all.n; i++)
        if (!add_look(c, &all, &all.v[i], &reviews, out))
            return false;
    return true;
}

bool
desk_look_review(struct ctx *c, const struct form_look_review *f, struct outcome *out)
{
    struct sql_leaf_last_row last;

    if (!may_audit(c) || !sql_leaf_last(c, &last))
        return false;
    if (f->seq > last.n)
        return refuse_field(c, "seq", "その番号の記録はありません。");
    out->place = "/ledger/looks?said=reviewed";
    return sql_look_review_put(
        c, &(struct sql_look_review_put_in){ .seq = f->seq,
                                             .post_id = c->viewer->post,
                                             .now = c->now,
                                             .remark = f->note });
}
