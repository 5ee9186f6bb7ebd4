/* Reports, opinions and rules of bodies. Source. */
#include "../base/text.h"
#include "../base/vec.h"
#include "desk_plan_say.h"
#include "desk_sitting_body.h"
#include "desk_sitting_part.h"

/* Whether the plan has the body look at the year. */
static bool
looks_at_the_year(const struct plan_meeting *m)
{
    for (size_t i = 0; i < m->agenda.n; i++)
        if (text_same(m->agenda.v[i], "receive_status_report")
            || text_same(m->agenda.v[i], "evaluate_annually")
            || text_same(m->agenda.v[i], "verify_progress"))
            return true;
    return false;
}

static bool
has_report(const struct sql_meeting_entries_rows *rows, const char *body)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].kind == BODY_ENTRY_KIND_REPORT
            && text_same(rows->v[i].body, body))
            return true;
    return false;
}

static bool
check_report(struct ctx *c,
             const struct plan_meeting *m,
             const struct form_body_entry *f)
{
    struct sql_meeting_entries_rows rows = { 0 };

    if (!looks_at_the_year(m))
        return refuse_field(
            c, "kind", "「%s」が年度の報告を受けることは、計画にありません。", m->name);
    if (!sql_meeting_entries(
            c, &(struct sql_meeting_entries_in){ .fiscal_year = f->fiscal_year },
            &rows))
        return false;
    return !has_report(&rows, m->id)
           || refuse_field(c, "kind", "%sの報告は、もう「%s」に出ています。",
                           say_year(c, f->fiscal_year), m->name);
}

/* Rules are laid down at a sitting of the desk on that day. */
static bool
check_rule(struct ctx *c, const struct form_body_entry *f)
{
    struct sql_year_sittings_rows rows = { 0 };

    if (!day_known(f->on_day))
        return refuse_field(c, "on_day", "「決めた会議の日」を書いてください。");
    if (!sql_year_sittings(c,
                           &(struct sql_year_sittings_in){ .desk = c->viewer->desk,
                                                           .since = f->on_day,
                                                           .until = f->on_day },
                           &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (rows.v[i].state != SITTING_STATE_CANCELLED)
            return true;
    return refuse_field(c, "on_day", "その日に、この窓口が開いた会議はありません。");
}

bool
desk_body_entry(struct ctx *c, const struct form_body_entry *f, struct outcome *out)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, f->body);

    if (!desk_sitting_may_set(c))
        return false;
    if (!m)
        return refuse(c, ERR_MISSING, "no such body");
    if ((f->kind == BODY_ENTRY_KIND_REPORT && !check_report(c, m, f))
        || (f->kind == BODY_ENTRY_KIND_RULE && !check_rule(c, f)))
        return false;
    out->place = arena_printf(c->mem, "/meetings/year?body=%s&year=%d&said=entry_kept",
                              m->id, (int)f->fiscal_year);
    return sql_meeting_entry_add(
        c, &(struct sql_meeting_entry_add_in){ .entry_id = { id_new(c) },
                                               .body = m->id,
                                               .kind = f->kind,
                                               .fiscal_year = f->fiscal_year,
                                               .words = f->words,
                                               .on_day = f->on_day,
                                               .desk_id = c->viewer->desk,
                                               .post_id = c->viewer->post,
                                               .now = c->now });
}

bool
body_entries(struct ctx *c,
             const struct plan_meeting *m,
             int year,
             struct body_year_view *out)
{
    struct sql_meeting_entries_rows rows = { 0 };
    struct sql_meeting_rules_rows rules = { 0 };
    int n = 0;

    if (!sql_meeting_entries(c, &(struct sql_meeting_entries_in){ .fiscal_year = year },
                             &rows)
        || !sql_meeting_rules(c, &rules))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->entries) = (struct body_entry_view){
            .body = sitting_body_name(c, rows.v[i].body),
            .kind = body_entry_kind_label(rows.v[i].kind),
            .words = rows.v[i].words,
            .when = arena_printf(c->mem, "%s　%s",
                                 day_short(c->mem, day_of(rows.v[i].made_at)),
                                 rows.v[i].desk),
        };
    for (size_t i = 0; i < rules.n; i++)
        if (text_same(rules.v[i].body, m->id))
            *VEC_PUSH(c->mem, &out->rules) = (struct body_entry_view){
                .body = arena_printf(c->mem, "第%d版", ++n),
                .kind = "会議のルール",
                .words = rules.v[i].words,
                .when = arena_printf(c->mem, "%sの会議で決めた",
                                     day_ja(c->mem, rules.v[i].on_day)),
            };
    out->entry_path = arena_printf(c->mem, "%s/meetings/year", c->town->path);
    return true;
}

bool
body_reports_due(struct ctx *c, struct link_list *out)
{
    const struct profile *p = c->town->profile;
    const int year = day_fiscal_year(day_of(c->now)) - 1;
    struct sql_meeting_entries_rows rows = { 0 };

    if (!sql_meeting_entries(c, &(struct sql_meeting_entries_in){ .fiscal_year = year },
                             &rows))
        return false;
    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];

        if (m->consent_required != PROFILE_CONSENT_NOT_APPLICABLE
            || !looks_at_the_year(m) || has_report(&rows, m->id))
            continue;
        *VEC_PUSH(c->mem, out) = (struct link_view){
            .text = arena_printf(c->mem, "%s（%s）", m->name, say_year(c, year)),
            .path = arena_printf(c->mem, "%s/meetings/year?body=%s&year=%d",
                                 c->town->path, m->id, year),
        };
    }
    return true;
}

bool
body_rule_on(struct ctx *c, struct day day, const char **out)
{
    struct sql_meeting_rules_rows rows = { 0 };
    const struct profile *p = c->town->profile;
    int n = 0;

    *out = NULL;
    if (!sql_meeting_rules(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct plan_meeting *m = profile_meeting(p, rows.v[i].body);

        if (m && m->kind == PROFILE_MEETING_KIND_MULTILAYER
            && rows.v[i].on_day.n <= day.n)
            *out = arena_printf(c->mem, "%sのルール 第%d版", m->name, ++n);
    }
    return true;
}
