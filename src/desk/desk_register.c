#include "desk_register.h"

#include "desk_part.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "../domain/town.h"

#include <inttypes.h>
#include <string.h>

/* Whether the viewer's desk is engaged in the program: the city in all. Source: R-029. */
static bool
engaged(struct ctx *c, const char *program, bool *out)
{
    struct sql_desk_one_row d;
    const struct plan_program *p = profile_program(c->town->profile, program);
    struct plan_filter filter = { .body = NULL };
    char *slash;
    char *body;
    bool found;

    *out = c->viewer->kind == POST_KIND_CITY;
    if (*out || !p)
        return true;
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = c->viewer->desk }, &d,
                      &found)
        || !found)
        return found || refuse(c, ERR_DENIED, "no such desk");
    body = arena_strdup(c->mem, d.code);
    slash = strchr(body, '/');
    if (slash)
        *slash = '\0';
    filter.body = body;
    *out = plan_program_passes(c->town->profile, p, &filter);
    return true;
}

/* The registers hold what coordinates the work; whoever may write that may write here. */
static bool
allow(struct ctx *c, const char *program)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);
    bool mine = true;

    if (!decision_allows(&d, ITEM_COORDINATION))
        return refuse_decision(c, &d);
    if (program && !engaged(c, program, &mine))
        return false;
    return mine || refuse(c, ERR_DENIED, "a program of others");
}

static bool
allow_program(struct ctx *c, const char *program)
{
    if (!profile_program(c->town->profile, program))
        return refuse(c, ERR_MISSING, "no such program");
    return allow(c, program);
}

static const char *
program_place(struct ctx *c, const char *program, int64_t year, const char *anchor)
{
    return arena_printf(
        c->mem, "/plan/registers/program?id=%s&year=%" PRId64 "&said=register#%s",
        program, year, anchor);
}

static bool
keep(struct ctx *c,
     struct entry_id id,
     int64_t version,
     const char *why,
     const char *body)
{
    return sql_register_keep(c,
                             &(struct sql_register_keep_in){ .entry_id = id,
                                                             .version = version,
                                                             .post_id = c->viewer->post,
                                                             .now = c->now,
                                                             .why = why,
                                                             .body = body });
}

static bool
add(struct ctx *c,
    struct sql_register_add_in *in,
    const struct form_def *def,
    const void *values)
{
    in->entry_id.id = id_new(c);
    in->desk_id = c->viewer->desk;
    in->post_id = c->viewer->post;
    in->now = c->now;
    if (!in->issues)
        in->issues = "";
    if (!in->plans)
        in->plans = "";
    if (!in->item)
        in->item = "";
    if (!in->party)
        in->party = "";
    return sql_register_add(c, in)
           && keep(c, in->entry_id, 1, "", desk_form_text(c, def, values));
}

static bool
not_ahead(struct ctx *c, struct day day)
{
    return day.n <= day_of(c->now).n
           || refuse_field(c, "happened_on",
                           "「いつ」は、きょうまでの日にしてください。");
}

static bool
has_task(const struct plan_program *p, const char *task)
{
    for (size_t i = 0; i < p->tasks.n; i++)
        if (strcmp(p->tasks.v[i], task) == 0)
            return true;
    for (size_t i = 0; i < p->delivery.n; i++)
        for (size_t j = 0; j < p->delivery.v[i].tasks.n; j++)
            if (strcmp(p->delivery.v[i].tasks.v[j], task) == 0)
                return true;
    return false;
}

bool
desk_register_activity(struct ctx *c,
                       const struct form_activity *f,
                       struct outcome *out)
{
    struct sql_register_add_in in = {
        .kind = ENTRY_KIND_ACTIVITY,
        .fiscal_year = day_fiscal_year(f->happened_on),
        .subject = f->program,
        .item = f->task,
        .party = f->party,
        .happened_on = f->happened_on,
        .amount = 1,
        .remark = f->note,
    };

    if (!allow_program(c, f->program))
        return false;
    if (!has_task(profile_program(c->town->profile, f->program), f->task))
        return refuse_field(
            c, "task", "「計画のどの内容か」は、この事業の内容から選んでください。");
    if (!not_ahead(c, f->happened_on) || !add(c, &in, &form_activity_def, f))
        return false;
    out->id = in.entry_id.id;
    out->place = program_place(c, f->program, in.fiscal_year, "activities");
    return true;
}

bool
desk_register_grant(struct ctx *c, const struct form_grant *f, struct outcome *out)
{
    struct sql_register_add_in in = {
        .kind = ENTRY_KIND_GRANT,
        .fiscal_year = f->fiscal_year,
        .subject = f->program,
        .party = f->party,
        .happened_on = { DAY_NONE },
        .amount = f->amount,
        .remark = f->note,
    };

    if (!allow_program(c, f->program) || !add(c, &in, &form_grant_def, f))
        return false;
    out->id = in.entry_id.id;
    out->place = program_place(c, f->program, in.fiscal_year, "grants");
    return true;
}

bool
desk_register_liaison(struct ctx *c,
                      const struct form_liaison_entry *f,
                      struct outcome *out)
{
    struct sql_register_add_in in = {
        .kind = ENTRY_KIND_LIAISON,
        .fiscal_year = day_fiscal_year(f->happened_on),
        .subject = f->program,
        .item = liaison_code(f->kind),
        .party = f->party,
        .happened_on = f->happened_on,
        .amount = 1,
        .remark = f->note,
    };

    if (!allow_program(c, f->program) || !not_ahead(c, f->happened_on)
        || !add(c, &in, &form_liaison_entry_def, f))
        return false;
    out->id = in.entry_id.id;
    out->place = program_place(c, f->program, in.fiscal_year, "liaisons");
    return true;
}

/* "3.5" in thousandths; halves and quarters of a person are common. */
static bool
read_persons(struct ctx *c, const char *typed, int64_t *out)
{
    const char *s = text_fold(c->mem, typed);
    const char *dot = strchr(s, '.');
    int64_t whole;
    int64_t part = 0;
    size_t digits = dot ? strlen(dot + 1) : 0;

    if (!text_int(dot ? arena_copy(c->mem, s, (size_t)(dot - s)) : s, 0, 9999, &whole)
        || (dot && (digits < 1 || digits > 3 || !text_int(dot + 1, 0, 999, &part))))
        return refuse_field(c, "persons",
                            "「人数」は、3 か 3.5 のように数字で書いてください。");
    for (; digits && digits < 3; digits++)
        part *= 10;
    *out = whole * 1000 + part;
    return true;
}

bool
desk_register_staffing(struct ctx *c,
                       const struct form_staffing *f,
                       struct outcome *out)
{
    struct sql_register_add_in in = {
        .kind = ENTRY_KIND_STAFFING,
        .fiscal_year = f->fiscal_year,
        .subject = f->role,
        .happened_on = { DAY_NONE },
        .remark = f->note,
    };
    struct sql_register_staffing_rows rows = { 0 };

    if (!allow(c, NULL) || !read_persons(c, f->persons, &in.amount))
        return false;
    if (!profile_staff_role(c->town->profile, f->role))
        return refuse_field(c, "role", "「職」は、計画にある職から選んでください。");
    if (!sql_register_staffing(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (rows.v[i].fiscal_year == f->fiscal_year
            && strcmp(rows.v[i].subject, f->role) == 0)
            return refuse_field(c, "fiscal_year",
                                "この職の、この年度の人数はもう書かれています。"
                                "表の数字から直してください。");
    if (!add(c, &in, &form_staffing_def, f))
        return false;
    out->id = in.entry_id.id;
    out->place = "/plan/registers?said=register#staffing";
    return true;
}

static bool
mend_status(struct ctx *c,
            const struct form_status_form *f,
            const struct sql_register_status_of_row *row)
{
    const struct sql_register_mend_in in = {
        .entry_id = row->entry_id,
        .party = "",
        .happened_on = { DAY_NONE },
        .fiscal_year = f->fiscal_year,
        .amount = 0,
        .remark = f->note,
        .issues = f->issues,
        .plans = f->plans,
        .version = row->version,
    };

    if (!*f->why)
        return refuse_field(
            c, "why", "前に書いたものがあります。「直したわけ」を書いてください。");
    return sql_register_mend(c, &in)
           && keep(c, row->entry_id, row->version + 1, f->why,
                   desk_form_text(c, &form_status_form_def, f));
}

bool
desk_register_status(struct ctx *c,
                     const struct form_status_form *f,
                     struct outcome *out)
{
    struct sql_register_add_in in = {
        .kind = ENTRY_KIND_STATUS,
        .fiscal_year = f->fiscal_year,
        .subject = f->program,
        .happened_on = { DAY_NONE },
        .remark = f->note,
        .issues = f->issues,
        .plans = f->plans,
    };
    struct sql_register_status_of_row row;
    bool found;

    if (!allow_program(c, f->program)
        || !sql_register_status_of(
            c,
            &(struct sql_register_status_of_in){ .fiscal_year = f->fiscal_year,
                                                 .subject = f->program },
            &row, &found))
        return false;
    if (found ? !mend_status(c, f, &row) : !add(c, &in, &form_status_form_def, f))
        return false;
    out->id = found ? row.entry_id.id : in.entry_id.id;
    out->place = program_place(c, f->program, f->fiscal_year, "status");
    return true;
}

static bool
read_amount(struct ctx *c, enum entry_kind kind, const char *typed, int64_t *out)
{
    if (kind == ENTRY_KIND_STAFFING)
        return read_persons(c, typed, out);
    if (kind != ENTRY_KIND_GRANT)
        return true;
    return text_int(text_fold(c->mem, typed), 0, 10000000000, out)
           || refuse_field(c, "amount", "「金額」は、数字だけで書いてください。");
}

bool
desk_register_mend(struct ctx *c,
                   struct entry_id id,
                   const struct form_register_mend *f,
                   struct outcome *out)
{
    struct sql_register_one_row row;
    struct sql_register_mend_in in = { .entry_id = id };
    bool found;
    bool dated;
    size_t changed;

    if (!sql_register_one(c, &(struct sql_register_one_in){ .entry_id = id }, &row,
                          &found))
        return false;
    if (!found || row.kind == ENTRY_KIND_STATUS)
        return refuse(c, ERR_MISSING, "no such entry");
    if (!(row.kind == ENTRY_KIND_STAFFING ? allow(c, NULL)
                                          : allow_program(c, row.subject)))
        return false;
    dated = row.kind == ENTRY_KIND_ACTIVITY || row.kind == ENTRY_KIND_LIAISON;
    in.amount = row.amount;
    if (dated && !day_known(f->happened_on))
        return refuse_field(c, "happened_on", "「いつ」を書いてください。");
    if ((dated && !not_ahead(c, f->happened_on))
        || !read_amount(c, row.kind, f->amount, &in.amount))
        return false;
    in.party = f->party;
    in.happened_on = dated ? f->happened_on : (struct day){ DAY_NONE };
    in.fiscal_year = dated ? day_fiscal_year(f->happened_on) : row.fiscal_year;
    in.remark = f->note;
    in.issues = row.issues;
    in.plans = row.plans;
    in.withdrawn = f->withdrawn;
    in.version = row.version;
    if (!sql_register_mend_changed(c, &in, &changed))
        return false;
    if (changed != 1)
        return refuse(c, ERR_CONFLICT,
                      "ほかの人が先に直しました。開き直してください。");
    out->id = id.id;
    out->place = row.kind == ENTRY_KIND_STAFFING
                     ? "/plan/registers?said=register#staffing"
                     : program_place(c, row.subject, in.fiscal_year, "activities");
    return keep(c, id, row.version + 1, f->why,
                desk_form_text(c, &form_register_mend_def, f));
}
