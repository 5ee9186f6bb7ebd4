#include "desk_plan_part.h"

#include "../base/buf.h"

#include <inttypes.h>
#include <string.h>

/* The tables of the plan; making plans goes with multi-agency work. Source: R-004. */
static const struct {
    int64_t item;
    const char *anchor;
    const char *name;
    const char *article;
} GROUPS[] = {
    { ITEM_CONSULTATION, "item-1", "包括的相談支援事業", "第1号" },
    { ITEM_PARTICIPATION, "item-2", "参加支援事業", "第2号" },
    { ITEM_COMMUNITY, "item-3", "地域づくり事業", "第3号" },
    { ITEM_OUTREACH, "item-4", "アウトリーチ等を通じた継続的支援事業", "第4号" },
    { ITEM_MULTI_AGENCY, "item-5", "多機関協働事業・支援プラン", "第5号・第6号" },
};

enum { GROUPS_N = sizeof GROUPS / sizeof *GROUPS };

/* "地域包括支援センター　計 5か所": the total only where parts are shown. */
static const char *
alias_of(struct ctx *c, const struct plan_program *p)
{
    const char *total = p->delivery.n > 1 ? plan_sites_text(c->mem, p) : NULL;

    if (!total)
        return p->local_name;
    return arena_printf(c->mem, "%s%s計 %s", p->local_name ? p->local_name : "",
                        p->local_name ? "　" : "", total);
}

static const char *
sections_of(struct ctx *c, const struct plan_program *p)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < p->departments.n; i++)
        buf_printf(&b, "%s%s", i ? "\n" : "", plan_ref(c, p->departments.v[i]));
    return p->departments.n ? buf_text(&b) : NULL;
}

static const char *
field_of(struct ctx *c, const struct plan_program *p)
{
    const char *fields = plan_fields_text(c->mem, c->town->profile, &p->fields);

    return fields && !p->fields_stated ? arena_printf(c->mem, "%s＊", fields) : fields;
}

static struct delivery_view
delivery_of(struct ctx *c, const struct plan_program *p, const struct plan_delivery *d)
{
    const struct profile *profile = c->town->profile;
    const struct plan_staff_role *role = profile_staff_role(profile, d->staff_role);

    return (struct delivery_view){
        .body = profile_body_name(profile, d->body),
        .note = d->note,
        .forms = plan_forms_text(c->mem, &d->operation_forms),
        .sites = plan_delivery_sites(c, p, d),
        .type = d->setup_type,
        .staff = role ? role->name : NULL,
        .tasks = plan_tag_list(c, &d->tasks),
        .name = p->name,
    };
}

static void
add_program(struct ctx *c, const struct plan_program *p, struct plan_programs_view *out)
{
    static const struct plan_delivery none = { 0 };
    struct delivery_list *rows = &out->groups.v[out->groups.n - 1].rows;
    const size_t first = rows->n;

    for (size_t i = 0; i < p->delivery.n || (!i && !p->delivery.n); i++)
        *VEC_PUSH(c->mem, rows) =
            delivery_of(c, p, p->delivery.n ? &p->delivery.v[i] : &none);
    rows->v[first].first = true;
    rows->v[first].alias = alias_of(c, p);
    rows->v[first].field = field_of(c, p);
    rows->v[first].section = sections_of(c, p);
    rows->v[first].people = plan_list_text(c, &p->target_people);
    rows->v[first].work = plan_tag_list(c, &p->tasks);
    rows->v[first].source = p->source;
    for (size_t i = first; i < rows->n; i++)
        out->typed = out->typed || rows->v[i].type;
    out->field_assigned = out->field_assigned || (p->fields.n && !p->fields_stated);
}

static void
add_group(struct ctx *c, size_t at, struct plan_programs_view *out)
{
    const struct plan_filter filter = { .item = GROUPS[at].item };
    const struct plan_programs programs =
        plan_programs(c->mem, c->town->profile, &filter);

    *VEC_PUSH(c->mem, &out->groups) = (struct program_group_view){
        .anchor = GROUPS[at].anchor,
        .jump = arena_printf(c->mem, "#%s", GROUPS[at].anchor),
        .name = GROUPS[at].name,
        .law = arena_printf(c->mem, "社会福祉法106条の4第2項%s　／　%zu事業",
                            GROUPS[at].article, programs.n),
        .label = arena_printf(c->mem, "%sの表", GROUPS[at].name),
    };
    for (size_t i = 0; i < programs.n; i++)
        add_program(c, programs.v[i], out);
}

static void
add_item(struct ctx *c,
         struct plan_programs_view *out,
         int64_t item,
         int64_t asked,
         const char *text)
{
    const char *path = arena_printf(c->mem, "%s/plan/programs", c->town->path);

    *VEC_PUSH(c->mem, &out->items) = (struct link_view){
        .path = item ? arena_printf(c->mem, "%s?item=%" PRId64, path, item) : path,
        .text = text,
        .current = item == asked,
    };
}

void
desk_plan_programs(struct ctx *c, int64_t item, struct plan_programs_view *out)
{
    const int64_t asked = item == ITEM_SUPPORT_PLAN ? ITEM_MULTI_AGENCY : item;

    *out = (struct plan_programs_view){ .typed = false };
    desk_plan_head(c, "/plan/programs", "事業の表", "setup", &out->head);
    if (asked)
        out->head.csv_path =
            arena_printf(c->mem, "%s?item=%" PRId64, out->head.csv_path, asked);
    add_item(c, out, 0, asked, "すべて");
    for (size_t i = 0; i < GROUPS_N; i++) {
        add_item(c, out, GROUPS[i].item, asked, GROUPS[i].name);
        if (!asked || asked == GROUPS[i].item)
            add_group(c, i, out);
    }
    for (size_t i = 0; i < out->groups.n; i++)
        for (size_t j = 0; j < out->groups.v[i].rows.n; j++)
            out->groups.v[i].rows.v[j].typed = out->typed;
}

/* By item number less one. */
static const char *const ITEMS[] = { "相談",         "参加",       "地域づくり",
                                     "アウトリーチ", "多機関協働", "プラン" };

static bool
has_item(const struct plan_program *p, int64_t item)
{
    for (size_t i = 0; i < p->statutory_items.n; i++)
        if (p->statutory_items.v[i] == item)
            return true;
    return false;
}

static void
add_row(struct ctx *c,
        const struct plan_program *p,
        const struct plan_delivery *d,
        bool first,
        struct matrix_row_list *rows)
{
    struct matrix_row_view *row = VEC_PUSH(c->mem, rows);

    *row = (struct matrix_row_view){
        .name = p->name,
        .first = first,
        .section = first ? sections_of(c, p) : NULL,
        .body = profile_body_name(c->town->profile, d->body),
        .note = d->note,
        .forms = plan_forms_text(c->mem, &d->operation_forms),
        .sites = plan_delivery_sites(c, p, d),
    };
    for (int64_t item = 1; item <= ITEM_LAST; item++)
        plan_tick(c, &row->cells, ITEMS[item - 1], has_item(p, item));
}

void
desk_plan_matrix(struct ctx *c, struct plan_matrix_view *out)
{
    const struct profile *p = c->town->profile;

    *out = (struct plan_matrix_view){ .count = NULL };
    desk_plan_head(c, "/plan/matrix", "だれが何を受け持つか", "matrix", &out->head);
    for (size_t i = 0; i < ITEM_LAST; i++)
        plan_line(c, &out->columns, ITEMS[i]);
    for (size_t i = 0; i < p->programs.n; i++)
        for (size_t j = 0; j < p->programs.v[i].delivery.n; j++)
            add_row(c, &p->programs.v[i], &p->programs.v[i].delivery.v[j], !j,
                    &out->rows);
    out->count = arena_printf(c->mem, "%zuの受け持ち", out->rows.n);
}
