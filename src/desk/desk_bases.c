#include "desk_bases.h"

#include "desk_plan_part.h"
#include "desk_plan_say.h"

#include "../base/day.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/legal_basis.h"
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

static int64_t
small_below(const struct ctx *c)
{
    const struct profile_settings *s = c->town->profile->settings;

    return s && s->suppress_below.given ? s->suppress_below.v : 0;
}

/* A number, or that it is small, where the municipality hides small ones. */
static const char *
count_text(struct ctx *c, int64_t n, bool hide)
{
    const int64_t below = small_below(c);

    if (hide && n && n < below)
        return arena_printf(c->mem, "%d未満", (int)below);
    return arena_printf(c->mem, "%d", (int)n);
}

static void
add_row(struct ctx *c,
        const struct code *k,
        const struct sql_disclosure_counts_rows *rows,
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
        .plans = count_text(c, plans, false),
        .programs = count_text(c, of_programs(p, k->code), false),
        .meetings = count_text(c, of_meetings(p, k->code), false),
        .transfers =
            out->counted ? count_text(c, of_transfers(rows, k->code), true) : "",
    };
}

static void
add_group(struct ctx *c,
          const struct code_list *list,
          const struct code *group,
          const struct sql_disclosure_counts_rows *rows,
          struct bases_view *out)
{
    int64_t n = 0;

    for (size_t i = 0; i < list->codes.n; i++)
        if (list->codes.v[i].parent && text_same(list->codes.v[i].parent, group->code))
            n += of_transfers(rows, list->codes.v[i].code);
    if (text_same(group->code, "by_scheme"))
        return;
    *VEC_PUSH(c->mem, &out->groups) = (struct basis_group_view){
        .name = group->label, .transfers = out->counted ? count_text(c, n, true) : ""
    };
}

bool
desk_bases(struct ctx *c, int64_t year, struct bases_view *out)
{
    const struct code_list *list = codes_list(c->town->codes, "legal_basis");
    const int64_t now = day_fiscal_year(day_of(c->now));
    const int64_t y = year ? year : now;
    struct sql_disclosure_counts_rows rows = { 0 };
    struct sql_disclosure_counts_in in = { .from_on = { DAY_NONE } };

    *out = (struct bases_view){ .year = say_year(c, y) };
    out->counted = role_counts_office(c->viewer->role);
    desk_plan_head(c, "/plan/bases", "法令の根拠の台帳", NULL, &out->head);
    if (!day_make((int)y, 4, 1, &in.from_on)
        || !day_make((int)y + 1, 3, 31, &in.until_on))
        return refuse(c, ERR_INPUT, "年度を確かめてください。");
    if (out->counted && !sql_disclosure_counts(c, &in, &rows))
        return false;
    for (size_t i = 0; list && i < list->codes.n; i++)
        if (list->codes.v[i].parent)
            add_row(c, &list->codes.v[i], &rows, out);
        else
            add_group(c, list, &list->codes.v[i], &rows, out);
    if (small_below(c))
        out->small = arena_printf(c->mem, "%dより小さい数は、数を出しません。",
                                  (int)small_below(c));
    for (int64_t k = now; k > now - YEARS_BACK; k--)
        *VEC_PUSH(c->mem, &out->years) = (struct link_view){
            .path =
                arena_printf(c->mem, "%s/plan/bases?year=%d", c->town->path, (int)k),
            .text = say_year(c, k),
            .current = k == y,
        };
    return true;
}
