#include "desk_bases.h"

#include "desk_plan_part.h"
#include "desk_plan_say.h"
#include "desk_small.h"

#include "../base/day.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/legal_basis.h"
#include "../domain/small_count.h"
#include "../domain/town.h"
#include "../policy/viewer.h"
#include "gen/sql.h"

#include <string.h>

enum { YEARS_BACK = 3 };

static int64_t
cited(const char *id, const struct plan_legal_basis *v, size_t n)
{
    int64_t all = 0;

    for (size_t i = 0; i < n; i++) {
        const char *code = legal_basis_of(&v[i]);

        all += code && strcmp(code, id) == 0;
    }
    return all;
}

static int64_t
of_programs(const struct profile *p, const char *id)
{
    int64_t all = 0;

    for (size_t i = 0; i < p->programs.n; i++)
        for (size_t k = 0; k < p->programs.v[i].statutory_items.n; k++) {
            const char *code =
                legal_basis_of_item(p->programs.v[i].statutory_items.v[k]);

            all += code && strcmp(code, id) == 0;
        }
    return all;
}

static int64_t
of_meetings(const struct profile *p, const char *id)
{
    int64_t all = 0;

    for (size_t i = 0; i < p->meetings.n; i++)
        all +=
            cited(id, p->meetings.v[i].legal_basis.v, p->meetings.v[i].legal_basis.n);
    return all;
}

static int64_t
of_transfers(const struct sql_disclosure_counts_rows *rows, const char *id)
{
    for (size_t i = 0; i < rows->n; i++)
        if (strcmp(rows->v[i].basis, id) == 0)
            return rows->v[i].n;
    return 0;
}

static const char *
count_text(struct ctx *c, int64_t n)
{
    return arena_printf(c->mem, "%d", (int)n);
}

static const char *
cell_of(struct ctx *c, const struct small_cell *k)
{
    return k->hidden ? SMALL_COUNT_MARK : count_text(c, k->n);
}

static void
add_row(struct ctx *c,
        const struct code *k,
        const struct small_cell *given,
        struct bases_view *out)
{
    const struct profile *p = c->town->profile;
    const char *about = k->source ? k->source : "";
    const int64_t plans = cited(k->code, p->plan.legal_basis.v, p->plan.legal_basis.n);

    *VEC_PUSH(c->mem, &out->rows) = (struct basis_view){
        .id = k->code,
        .label = k->label,
        .article = k->outside ? k->outside : "",
        .about = about,
        .unverified = strstr(about, "†") != NULL,
        .plans = count_text(c, plans),
        .programs = count_text(c, of_programs(p, k->code)),
        .meetings = count_text(c, of_meetings(p, k->code)),
        .transfers = out->counted ? cell_of(c, given) : "",
    };
}

static bool
in_group(const struct code *k, const struct code *group)
{
    return k->parent && text_same(k->parent, group->code);
}

/*
 * A group and the bases in it: its sum is the total by which a hidden one could be known.
 * given: of each code of the list.
 */
static void
add_group(struct ctx *c,
          const struct code_list *list,
          const struct code *group,
          int64_t below,
          struct small_cell *given,
          struct bases_view *out)
{
    struct small_cell *own = ARENA_ARRAY(c->mem, list->codes.n, struct small_cell);
    struct small_cell sum = { 0 };
    const bool told = !text_same(group->code, "by_scheme");
    size_t n = 0;

    for (size_t i = 0; i < list->codes.n; i++)
        if (in_group(&list->codes.v[i], group)) {
            own[n++] = given[i];
            sum.n += given[i].n;
        }
    sum.hidden = small_count_hide(own, n, below, told);
    n = 0;
    for (size_t i = 0; i < list->codes.n; i++)
        if (in_group(&list->codes.v[i], group))
            given[i] = own[n++];
    if (told)
        *VEC_PUSH(c->mem, &out->groups) = (struct basis_group_view){
            .name = group->label, .transfers = out->counted ? cell_of(c, &sum) : ""
        };
}

static void
add_all(struct ctx *c,
        const struct sql_disclosure_counts_rows *rows,
        int64_t below,
        struct bases_view *out)
{
    const struct code_list *list = codes_list(c->town->codes, "legal_basis");
    struct small_cell *given;

    if (!list)
        return;
    given = ARENA_ARRAY(c->mem, list->codes.n, struct small_cell);
    for (size_t i = 0; i < list->codes.n; i++)
        given[i].n = of_transfers(rows, list->codes.v[i].code);
    for (size_t i = 0; i < list->codes.n; i++)
        if (!list->codes.v[i].parent)
            add_group(c, list, &list->codes.v[i], below, given, out);
    for (size_t i = 0; i < list->codes.n; i++)
        if (list->codes.v[i].parent)
            add_row(c, &list->codes.v[i], &given[i], out);
}

/* The way between all numbers and those that may leave the office, and the years. */
static void
add_ways(struct ctx *c, int64_t y, int64_t below, bool outside, struct bases_view *out)
{
    const char *base = arena_printf(c->mem, "%s/plan/bases", c->town->path);
    const int64_t last = day_fiscal_year(day_of(c->now)) - (below > 0);

    out->small = below ? desk_small_note(c, below) : NULL;
    if (desk_small_offered(c)) {
        out->full_path = below ? base : NULL;
        out->outside_path = below ? NULL : arena_printf(c->mem, "%s?for=outside", base);
    }
    for (int64_t k = last; k > last - YEARS_BACK; k--)
        *VEC_PUSH(c->mem, &out->years) = (struct link_view){
            .path = arena_printf(c->mem, "%s?year=%d%s", base, (int)k,
                                 below && outside ? "&for=outside" : ""),
            .text = say_year(c, k),
            .current = k == y,
        };
}

bool
desk_bases(struct ctx *c, int64_t year, bool outside, struct bases_view *out)
{
    const bool counted = role_counts_office(c->viewer->role);
    const int64_t below = counted ? desk_small_below(c, outside) : 0;
    const int64_t now = day_fiscal_year(day_of(c->now));
    const int64_t y = below ? desk_small_year(c, year) : year ? year : now;
    struct sql_disclosure_counts_rows rows = { 0 };
    struct sql_disclosure_counts_in in = { .from_on = { DAY_NONE } };

    *out = (struct bases_view){ .year = say_year(c, y), .counted = counted };
    desk_plan_head(c, "/plan/bases", "法令の根拠の台帳", NULL, &out->head);
    if (!day_make((int)y, 4, 1, &in.from_on)
        || !day_make((int)y + 1, 3, 31, &in.until_on))
        return refuse(c, ERR_INPUT, "年度を確かめてください。");
    if (counted && !sql_disclosure_counts(c, &in, &rows))
        return false;
    add_all(c, &rows, below, out);
    add_ways(c, y, below, outside, out);
    return true;
}
