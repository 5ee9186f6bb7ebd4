#include "match.h"

#include "../base/vec.h"
#include "place_rule.h"

#include <stdlib.h>
#include <string.h>

/* What a rule closes when it is the only one that does; for the cheapest change. */
struct closing {
    const char *rule;
    size_t n;
};

bool
match_has(const char *codes, const char *code)
{
    const size_t n = strlen(code);

    for (const char *at = codes; (at = strstr(at, code)); at++)
        if (at > codes && at[-1] == ',' && at[n] == ',')
            return true;
    return false;
}

static int
points_of(const struct match_ask *ask, const char *code)
{
    for (size_t i = 0; i < ask->n_weights; i++)
        if (strcmp(ask->weights[i].code, code) == 0)
            return ask->weights[i].points;
    return 0;
}

static bool
in_area(const struct match_ask *ask, const struct match_place *p)
{
    return !*ask->area || !*p->area || strcmp(ask->area, p->area) == 0;
}

/* "near" is met by a place of one's own area, all else by what is written there. */
static bool
meets(const struct match_ask *ask, const struct match_place *p, const char *code)
{
    if (strcmp(code, "near") == 0)
        return *ask->area && strcmp(ask->area, p->area) == 0;
    return match_has(p->features, code);
}

/* Of an age that is known only about, any that may be right lets the place stand. */
static bool
of_other_age(const struct match_ask *ask, const struct match_place *p)
{
    const int most = ask->age_most > ask->age ? ask->age_most : ask->age;

    return ask->age >= 0
           && ((p->age_from >= 0 && most < p->age_from)
               || (p->age_to >= 0 && ask->age > p->age_to));
}

/* What nobody can give up: being open, room, age, gender. */
static bool
stays_shut(const struct match_ask *ask, const struct match_place *p)
{
    return !p->open || (p->capacity >= 0 && p->taken >= p->capacity)
           || of_other_age(ask, p)
           || (*ask->gender && *p->gender && strcmp(ask->gender, p->gender) != 0);
}

/* How many rules that can be given up close the place; rule: one of them. */
static int
closed_by(struct arena *mem,
          const struct match_ask *ask,
          const struct match_place *p,
          const char **rule)
{
    const char *at = ask->musts;
    const char *code;
    int n = 0;

    if (ask->area_only && !in_area(ask, p)) {
        *rule = "area";
        n++;
    }
    while ((code = place_next_code(mem, &at)))
        if (!meets(ask, p, code)) {
            *rule = code;
            n++;
        }
    return n;
}

static void
give(struct arena *mem, struct match_hit *hit, const char *code, int points)
{
    if (!points)
        return;
    *VEC_PUSH(mem, &hit->points) = (struct match_point){ code, points };
    hit->score += points;
}

static struct match_hit
hit_of(struct arena *mem, const struct match_ask *ask, const struct match_place *p)
{
    struct match_hit hit = { .place = p };
    const char *at = ask->wishes;
    const char *code;

    while ((code = place_next_code(mem, &at))) {
        if (meets(ask, p, code))
            give(mem, &hit, code, points_of(ask, code));
        else
            *VEC_PUSH(mem, &hit.unmet) = code;
    }
    if (p->settled)
        give(mem, &hit, "settled", ask->points_settled);
    if (p->old)
        give(mem, &hit, "old", -ask->points_old);
    return hit;
}

static int
compare(const void *a, const void *b)
{
    const struct match_hit *x = a;
    const struct match_hit *y = b;
    int d;

    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    d = strcmp(x->place->name, y->place->name);
    return d ? d : strcmp(x->place->id, y->place->id);
}

static void
count(struct closing *all, size_t *n, size_t cap, const char *rule)
{
    for (size_t i = 0; i < *n; i++)
        if (strcmp(all[i].rule, rule) == 0) {
            all[i].n++;
            return;
        }
    if (*n < cap)
        all[(*n)++] = (struct closing){ rule, 1 };
}

enum { RULES_MAX = 64 };

void
match_run(struct arena *mem,
          const struct match_ask *ask,
          const struct match_place *places,
          size_t n,
          struct match_result *out)
{
    struct closing closing[RULES_MAX];
    size_t n_closing = 0;

    *out = (struct match_result){ .relax = "" };
    for (size_t i = 0; i < n; i++) {
        const char *rule = "";
        int closed;

        if (stays_shut(ask, &places[i]))
            continue;
        closed = closed_by(mem, ask, &places[i], &rule);
        if (closed == 1)
            count(closing, &n_closing, RULES_MAX, rule);
        if (!closed)
            *VEC_PUSH(mem, &out->hits) = hit_of(mem, ask, &places[i]);
    }
    if (out->hits.n)
        qsort(out->hits.v, out->hits.n, sizeof *out->hits.v, compare);
    for (size_t i = 0; i < n_closing; i++)
        if (closing[i].n > out->opened
            || (closing[i].n == out->opened
                && strcmp(closing[i].rule, out->relax) < 0)) {
            out->relax = closing[i].rule;
            out->opened = closing[i].n;
        }
}
