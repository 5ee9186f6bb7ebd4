#include "desk_register.h"

#include "desk_plan_part.h"
#include "desk_part.h"

#include "../domain/codes.h"
#include "../domain/support_program.h"
#include "../domain/town.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static int64_t
year_or_now(const struct ctx *c, int64_t year)
{
    return year ? year : day_fiscal_year(day_of(c->now));
}

static const char *
yen(struct ctx *c, int64_t v)
{
    char digits[24];
    struct buf b = buf_new(c->mem);
    size_t n = (size_t)snprintf(digits, sizeof digits, "%" PRId64, v);

    for (size_t i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0)
            buf_char(&b, ',');
        buf_char(&b, digits[i]);
    }
    buf_lit(&b, "円");
    return buf_text(&b);
}

static const char *
persons(struct ctx *c, int64_t milli)
{
    return say_number(c, (struct decimal){ milli, true }, "名");
}

/* This year, the three before it and those of the plan can be turned to. */
static void
add_years(struct ctx *c, int64_t year, const char *base, struct link_list *out)
{
    const int64_t now = day_fiscal_year(day_of(c->now));

    for (int64_t y = now - 3; y <= now + 1; y++)
        *VEC_PUSH(c->mem, out) = (struct link_view){
            .path = arena_printf(c->mem, "%syear=%" PRId64, base, y),
            .text = say_year(c, y),
            .current = y == year,
        };
}

struct figures {
    int64_t activities;
    int64_t grants;
    int64_t liaisons;
    bool status;
};

static struct figures
figures_of(const struct sql_register_list_rows *rows, const char *program)
{
    struct figures n = { 0 };

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_register_list_row *r = &rows->v[i];

        if (strcmp(r->subject, program) != 0)
            continue;
        n.activities += r->kind == ENTRY_KIND_ACTIVITY;
        n.grants += r->kind == ENTRY_KIND_GRANT ? r->amount : 0;
        n.liaisons += r->kind == ENTRY_KIND_LIAISON;
        n.status = n.status || r->kind == ENTRY_KIND_STATUS;
    }
    return n;
}

static const char *
counted(struct ctx *c, int64_t n)
{
    return n ? arena_printf(c->mem, "%" PRId64 "件", n) : NULL;
}

static void
add_line(struct ctx *c,
         const struct plan_program *p,
         int64_t year,
         const struct figures *n,
         struct register_line_list *to)
{
    *VEC_PUSH(c->mem, to) = (struct register_line_view){
        .path = arena_printf(c->mem, "%s/plan/registers/program?id=%s&year=%" PRId64,
                             c->town->path, p->id, year),
        .id = p->id,
        .name = p->name,
        .section = plan_sections_text(c->mem, c->town->profile, &p->departments),
        .activities = counted(c, n->activities),
        .grants = n->grants ? yen(c, n->grants) : NULL,
        .liaisons = counted(c, n->liaisons),
        .status = n->status ? "書きました" : NULL,
    };
}

static bool
add_staffing(struct ctx *c, struct registers_view *out)
{
    const struct profile *p = c->town->profile;
    struct sql_register_staffing_rows rows = { 0 };

    if (!sql_register_staffing(c, &rows))
        return false;
    for (size_t i = 0; i < p->staff_roles.n; i++) {
        struct staffing_view *s = VEC_PUSH(c->mem, &out->staffing);

        *s = (struct staffing_view){ .name = p->staff_roles.v[i].name };
        for (size_t j = 0; j < rows.n; j++)
            if (strcmp(rows.v[j].subject, p->staff_roles.v[i].id) == 0)
                *VEC_PUSH(c->mem, &s->points) = (struct link_view){
                    .path = arena_printf(c->mem, "%s/plan/registers/entries/%s",
                                         c->town->path, rows.v[j].entry_id.id.s),
                    .text = arena_printf(c->mem, "%s　%s",
                                         say_year(c, rows.v[j].fiscal_year),
                                         persons(c, rows.v[j].amount)),
                };
    }
    return true;
}

static bool
count_use(struct ctx *c, const char *program, int64_t year, int64_t *out)
{
    struct sql_enrolment_counts_in in = { .program = program };
    struct sql_enrolment_counts_rows rows = { 0 };

    *out = 0;
    if (!day_make((int)year, 4, 1, &in.from_on)
        || !day_make((int)year + 1, 3, 31, &in.until_on))
        return refuse(c, ERR_MISSING, "no such year");
    if (!sql_enrolment_counts(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *out += rows.v[i].n;
    return true;
}

/* One use counts under every item of its program, entered once. Source: R-004. */
static bool
add_items(struct ctx *c, int64_t year, struct registers_view *out)
{
    const struct profile *p = c->town->profile;
    int64_t by_item[ITEM_LAST + 1] = { 0 };

    for (size_t i = 0; i < p->programs.n; i++) {
        const struct ints *items = &p->programs.v[i].statutory_items;
        int64_t n;

        if (!count_use(c, p->programs.v[i].id, year, &n))
            return false;
        for (size_t k = 0; k < items->n; k++)
            by_item[items->v[k]] += n;
    }
    for (int item = 1; item <= ITEM_LAST; item++)
        plan_fact(c, &out->items, arena_printf(c->mem, "第%d号", item),
                  arena_printf(c->mem, "%" PRId64 "件", by_item[item]));
    return true;
}

bool
desk_registers(struct ctx *c, int64_t year, struct registers_view *out)
{
    const struct profile *p = c->town->profile;
    const int64_t y = year_or_now(c, year);
    struct sql_register_list_rows rows = { 0 };

    *out = (struct registers_view){ .year = say_year(c, y) };
    if (!sql_register_list(
            c, &(struct sql_register_list_in){ .fiscal_year = y, .subject = "" },
            &rows))
        return false;
    desk_plan_head(c, "/plan/registers", "事業の台帳", NULL, &out->head);
    add_years(c, y, arena_printf(c->mem, "%s/plan/registers?", c->town->path),
              &out->years);
    for (size_t i = 0; i < p->programs.n; i++) {
        const struct figures n = figures_of(&rows, p->programs.v[i].id);

        add_line(c, &p->programs.v[i], y, &n, &out->programs);
    }
    out->staffing_path =
        arena_printf(c->mem, "%s/plan/registers/staffing", c->town->path);
    return add_items(c, y, out) && add_staffing(c, out);
}

static struct entry_view
entry_of(struct ctx *c, const struct sql_register_list_row *r)
{
    const bool grant = r->kind == ENTRY_KIND_GRANT;
    enum liaison kind;
    const char *what = NULL;

    if (r->kind == ENTRY_KIND_ACTIVITY)
        what = profile_tag_label(c->town->profile, r->item);
    else if (r->kind == ENTRY_KIND_LIAISON && liaison_read(r->item, &kind))
        what = liaison_label(kind);
    return (struct entry_view){
        .path = arena_printf(c->mem, "%s/plan/registers/entries/%s", c->town->path,
                             r->entry_id.id.s),
        .when = day_known(r->happened_on) ? day_ja(c->mem, r->happened_on) : NULL,
        .what = what,
        .party = *r->party ? r->party : NULL,
        .amount = grant ? yen(c, r->amount) : NULL,
        .note = *r->remark ? r->remark : NULL,
        .desk = r->desk,
    };
}

static int64_t
count_of(const struct sql_register_list_rows *rows,
         enum entry_kind kind,
         const char *item)
{
    int64_t n = 0;

    for (size_t i = 0; i < rows->n; i++)
        n += rows->v[i].kind == kind && strcmp(rows->v[i].item, item) == 0;
    return n;
}

static void
add_counts(struct ctx *c,
           const struct sql_register_list_rows *rows,
           const char *program,
           struct register_program_view *out)
{
    const struct form_options tasks = desk_register_tasks(c, program);

    for (size_t i = 0; i < tasks.n; i++)
        plan_fact(c, &out->by_task, tasks.v[i].label,
                  arena_printf(c->mem, "%" PRId64 "件",
                               count_of(rows, ENTRY_KIND_ACTIVITY, tasks.v[i].code)));
    for (int k = LIAISON_MEDICAL; k <= LIAISON_AWARENESS; k++)
        plan_fact(c, &out->by_kind, liaison_label((enum liaison)k),
                  arena_printf(c->mem, "%" PRId64 "件",
                               count_of(rows, ENTRY_KIND_LIAISON,
                                        liaison_code((enum liaison)k))));
}

static void
add_entries(struct ctx *c,
            const struct sql_register_list_rows *rows,
            struct register_program_view *out)
{
    int64_t sum = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_register_list_row *r = &rows->v[i];

        if (r->kind == ENTRY_KIND_ACTIVITY)
            *VEC_PUSH(c->mem, &out->activities) = entry_of(c, r);
        else if (r->kind == ENTRY_KIND_GRANT)
            *VEC_PUSH(c->mem, &out->grants) = entry_of(c, r);
        else if (r->kind == ENTRY_KIND_LIAISON)
            *VEC_PUSH(c->mem, &out->liaisons) = entry_of(c, r);
        sum += r->kind == ENTRY_KIND_GRANT ? r->amount : 0;
    }
    if (sum)
        out->grant_sum = yen(c, sum);
}

/* Services of a program and how many used each in the year. Source: R-040. */
static bool
add_services(struct ctx *c,
             const char *program,
             int64_t year,
             struct register_program_view *out)
{
    const struct plan_services kinds = plan_services(c->mem, c->town->profile, program);
    struct sql_enrolment_counts_in in = { .program = program };
    struct sql_enrolment_counts_rows rows = { 0 };
    int64_t whole = 0;

    if (!day_make((int)year, 4, 1, &in.from_on)
        || !day_make((int)year + 1, 3, 31, &in.until_on))
        return refuse(c, ERR_MISSING, "no such year");
    if (!sql_enrolment_counts(c, &in, &rows))
        return false;
    for (size_t i = 0; i < kinds.n; i++) {
        int64_t n = 0;

        for (size_t j = 0; j < rows.n; j++)
            if (strcmp(rows.v[j].service, kinds.v[i]->code) == 0)
                n = rows.v[j].n;
        plan_fact(c, &out->services, kinds.v[i]->label,
                  arena_printf(c->mem, "%" PRId64 "件", n));
    }
    for (size_t j = 0; j < rows.n; j++)
        whole += *rows.v[j].service ? 0 : rows.v[j].n;
    if (whole || !kinds.n)
        plan_fact(c, &out->services, kinds.n ? "種類を分けないもの" : "利用",
                  arena_printf(c->mem, "%" PRId64 "件", whole));
    return true;
}

static void
add_status(struct ctx *c,
           const struct sql_register_list_rows *rows,
           struct register_program_view *out,
           struct form_status_form *status)
{
    status->program = out->id;
    status->fiscal_year = out->fiscal_year;
    status->fiscal_year_given = true;
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_register_list_row *r = &rows->v[i];

        if (r->kind != ENTRY_KIND_STATUS)
            continue;
        status->note = r->remark;
        status->issues = r->issues;
        status->plans = r->plans;
        out->status_when =
            arena_printf(c->mem, "%s（%s、%d回目）", instant_ja(c->mem, r->recorded_at),
                         r->desk, (int)r->version);
        out->status_entry = entry_of(c, r).path;
    }
}

bool
desk_register_program(struct ctx *c,
                      const char *program,
                      int64_t year,
                      struct register_program_view *out,
                      struct form_status_form *status)
{
    const struct plan_program *p = profile_program(c->town->profile, program);
    const int64_t y = year_or_now(c, year);
    const char *base = arena_printf(c->mem, "%s/plan/registers", c->town->path);
    struct sql_register_list_rows rows = { 0 };

    if (!p)
        return refuse(c, ERR_MISSING, "no such program");
    form_clear(&form_status_form_def, status);
    if (!sql_register_list(
            c, &(struct sql_register_list_in){ .fiscal_year = y, .subject = p->id },
            &rows))
        return false;
    *out = (struct register_program_view){
        .id = p->id,
        .name = p->name,
        .year = say_year(c, y),
        .fiscal_year = y,
        .back_path = arena_printf(c->mem, "%s?year=%" PRId64, base, y),
        .activity_path = arena_printf(c->mem, "%s/activities", base),
        .grant_path = arena_printf(c->mem, "%s/grants", base),
        .liaison_path = arena_printf(c->mem, "%s/liaisons", base),
        .status_path = arena_printf(c->mem, "%s/status", base),
    };
    desk_plan_head(c, "/plan/registers", p->name, NULL, &out->head);
    add_years(c, y, arena_printf(c->mem, "%s/program?id=%s&", base, p->id),
              &out->years);
    add_counts(c, &rows, p->id, out);
    add_entries(c, &rows, out);
    add_status(c, &rows, out, status);
    return add_services(c, p->id, y, out);
}

/* How the amount would be typed again. */
static const char *
typed_amount(struct ctx *c, const struct sql_register_one_row *r)
{
    if (r->kind == ENTRY_KIND_STAFFING)
        return say_number(c, (struct decimal){ r->amount, true }, NULL);
    if (r->kind == ENTRY_KIND_GRANT)
        return arena_printf(c->mem, "%" PRId64, r->amount);
    return "";
}

static void
add_versions(struct ctx *c,
             const struct sql_register_history_rows *rows,
             struct register_entry_view *out)
{
    for (size_t i = 0; i < rows->n; i++)
        *VEC_PUSH(c->mem, &out->versions) = (struct entry_version_view){
            .number = arena_printf(c->mem, "第%d版", (int)rows->v[i].version),
            .when = instant_ja(c->mem, rows->v[i].at),
            .who = arena_printf(c->mem, "%s　%s", rows->v[i].desk, rows->v[i].who),
            .why = *rows->v[i].why ? rows->v[i].why : NULL,
            .text = rows->v[i].body,
        };
}

bool
desk_register_entry(struct ctx *c,
                    struct entry_id id,
                    struct register_entry_view *out,
                    struct form_register_mend *values)
{
    struct sql_register_one_row r;
    struct sql_register_history_rows past = { 0 };
    bool found;
    const char *name;

    if (!sql_register_one(c, &(struct sql_register_one_in){ .entry_id = id }, &r,
                          &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such entry");
    if (!sql_register_history(c, &(struct sql_register_history_in){ .entry_id = id },
                              &past))
        return false;
    name = plan_name_in(c->town->profile, r.subject, r.fiscal_year);
    *out = (struct register_entry_view){
        .title = arena_printf(c->mem, "%sの記録", entry_kind_label(r.kind)),
        .name = name ? name : plan_ref(c, r.subject),
        .what = r.kind == ENTRY_KIND_ACTIVITY
                    ? profile_tag_label(c->town->profile, r.item)
                    : say_year(c, r.fiscal_year),
        .path = arena_printf(c->mem, "%s/plan/registers/entries/%s", c->town->path,
                             id.id.s),
        .back_path =
            r.kind == ENTRY_KIND_STAFFING
                ? arena_printf(c->mem, "%s/plan/registers", c->town->path)
                : arena_printf(c->mem, "%s/plan/registers/program?id=%s&year=%" PRId64,
                               c->town->path, r.subject, r.fiscal_year),
        .withdrawn = r.withdrawn,
        .mendable = r.kind != ENTRY_KIND_STATUS,
    };
    add_versions(c, &past, out);
    form_clear(&form_register_mend_def, values);
    values->party = r.party;
    values->happened_on = r.happened_on;
    values->amount = typed_amount(c, &r);
    values->note = r.remark;
    values->withdrawn = r.withdrawn;
    return true;
}

struct options {
    struct form_option *v;
    size_t n;
    size_t cap;
};

static void
offer(struct ctx *c, struct options *to, const char *code, const char *label)
{
    for (size_t i = 0; i < to->n; i++)
        if (strcmp(to->v[i].code, code) == 0)
            return;
    *VEC_PUSH(c->mem, to) = (struct form_option){ .code = code, .label = label };
}

struct form_options
desk_register_tasks(struct ctx *c, const char *program)
{
    const struct profile *profile = c->town->profile;
    const struct plan_program *p = profile_program(profile, program);
    struct options to = { 0 };

    for (size_t i = 0; p && i < p->tasks.n; i++)
        offer(c, &to, p->tasks.v[i], profile_tag_label(profile, p->tasks.v[i]));
    for (size_t i = 0; p && i < p->delivery.n; i++)
        for (size_t j = 0; j < p->delivery.v[i].tasks.n; j++)
            offer(c, &to, p->delivery.v[i].tasks.v[j],
                  profile_tag_label(profile, p->delivery.v[i].tasks.v[j]));
    return (struct form_options){ .name = "plan_task", .v = to.v, .n = to.n };
}

struct form_options
desk_register_roles(struct ctx *c)
{
    const struct profile *p = c->town->profile;
    struct options to = { 0 };

    for (size_t i = 0; i < p->staff_roles.n; i++)
        offer(c, &to, p->staff_roles.v[i].id, p->staff_roles.v[i].name);
    return (struct form_options){ .name = "plan_role", .v = to.v, .n = to.n };
}

/* "program" or "program.service": where a program holds services apart, each of them. */
/* What is no program of the plan but used beside it: 就労準備支援, ひきこもり支援. Source: R-227. */
static void
offer_others(struct ctx *c, struct options *to)
{
    const struct code_options all =
        codes_options(c->mem, c->town->codes, "other_program", day_of(c->now));

    for (size_t i = 0; i < all.n; i++)
        offer(c, to, arena_printf(c->mem, ENROLMENT_OTHER ".%s", all.v[i]->code),
              arena_printf(c->mem, "ほかの制度　%s", all.v[i]->label));
}

struct form_options
desk_register_services(struct ctx *c)
{
    const struct profile *p = c->town->profile;
    struct options to = { 0 };

    for (size_t i = 0; i < p->programs.n; i++) {
        const struct plan_program *x = &p->programs.v[i];
        const struct plan_services kinds = plan_services(c->mem, p, x->id);

        offer(c, &to, x->id, x->name);
        for (size_t j = 0; j < kinds.n; j++)
            offer(c, &to, arena_printf(c->mem, "%s.%s", x->id, kinds.v[j]->code),
                  arena_printf(c->mem, "%s　%s", x->name, kinds.v[j]->label));
    }
    offer_others(c, &to);
    return (struct form_options){ .name = "plan_service", .v = to.v, .n = to.n };
}
