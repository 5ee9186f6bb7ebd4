/* Reports, opinions and rules of bodies. Source. */
#include "../base/text.h"
#include "../base/vec.h"
#include "desk_body_record.h"
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

bool
body_speaks_of(const struct plan_meeting *m, const char *tag)
{
    for (size_t i = 0; i < m->agenda.n; i++)
        if (text_same(m->agenda.v[i], tag))
            return true;
    for (size_t i = 0; i < m->agenda_by_trigger.n; i++)
        for (size_t k = 0; k < m->agenda_by_trigger.v[i].agenda.n; k++)
            if (text_same(m->agenda_by_trigger.v[i].agenda.v[k], tag))
                return true;
    return false;
}

bool
body_judges(const struct plan_meeting *m)
{
    return body_speaks_of(m, "evaluate_annually");
}

static bool
has(const struct sql_meeting_entries_rows *rows,
    enum body_entry_kind kind,
    const char *body)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].kind == kind && text_same(rows->v[i].body, body)
            && !rows->v[i].withdrawn)
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
    return !has(&rows, BODY_ENTRY_KIND_REPORT, m->id)
           || refuse_field(c, "kind", "%sの報告は、もう「%s」に出ています。",
                           say_year(c, f->fiscal_year), m->name);
}

static bool
check_evaluation(struct ctx *c,
                 const struct plan_meeting *m,
                 int64_t year,
                 const char *field)
{
    struct sql_meeting_entries_rows rows = { 0 };

    if (!body_judges(m))
        return refuse_field(
            c, field, "「%s」が年度の評価をすることは、計画にありません。", m->name);
    if (!sql_meeting_entries(c, &(struct sql_meeting_entries_in){ .fiscal_year = year },
                             &rows))
        return false;
    return !has(&rows, BODY_ENTRY_KIND_EVALUATION, m->id)
           || refuse_field(c, field, "%sの評価は、もう「%s」で書かれています。",
                           say_year(c, year), m->name);
}

/* Those to whom the plan has the body report hear of it once a year. Source: R-165. */
static bool
tell_above(struct ctx *c,
           const struct plan_meeting *m,
           int64_t year,
           struct entry_id entry,
           const char *words)
{
    const struct waiting w = {
        .kind = WAITING_KIND_REVIEW,
        .title = arena_printf(c->mem, "%sの「%s」の評価", say_year(c, year), m->name),
        .words = words,
        .source = entry.id,
    };

    for (size_t i = 0; i < m->reports_to.n; i++) {
        struct waiting one = w;

        one.body = m->reports_to.v[i];
        if (profile_meeting(c->town->profile, one.body) && !sitting_wait(c, &one))
            return false;
    }
    return true;
}

/* Rules are laid down by an item that was decided, or at a sitting of the desk on that day. */
static bool
check_rule(struct ctx *c, const struct plan_meeting *m, struct form_body_entry *f)
{
    struct sql_year_sittings_rows rows = { 0 };
    struct sql_decided_topics_row item;

    if (!id_none(f->item.id)) {
        if (!body_decided(c, f->item, m->id, "review_conference_rules", &item))
            return false;
        f->on_day = item.held_on;
        return true;
    }
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

static bool
add_entry(struct ctx *c,
          const struct plan_meeting *m,
          const struct form_body_entry *f,
          struct outcome *out)
{
    const struct entry_id entry = { id_new(c) };

    out->id = entry.id;
    out->place =
        arena_printf(c->mem, "/meetings/year?body=%s&year=%d&said=entry_kept&at=%s",
                     m->id, (int)f->fiscal_year, entry.id.s);
    if (!sql_meeting_entry_add(
            c, &(struct sql_meeting_entry_add_in){ .entry_id = entry,
                                                   .body = m->id,
                                                   .kind = f->kind,
                                                   .fiscal_year = f->fiscal_year,
                                                   .words = f->words,
                                                   .on_day = f->on_day,
                                                   .item_id = f->item,
                                                   .desk_id = c->viewer->desk,
                                                   .post_id = c->viewer->post,
                                                   .now = c->now }))
        return false;
    return f->kind != BODY_ENTRY_KIND_EVALUATION
           || tell_above(c, m, f->fiscal_year, entry, f->words);
}

bool
desk_body_entry(struct ctx *c, const struct form_body_entry *typed, struct outcome *out)
{
    struct form_body_entry given = *typed;
    struct form_body_entry *f = &given;
    const struct plan_meeting *m = profile_meeting(c->town->profile, f->body);

    if (!desk_sitting_may_set(c))
        return false;
    if (!m)
        return refuse(c, ERR_MISSING, "no such body");
    if (f->kind != BODY_ENTRY_KIND_RULE)
        f->item = (struct item_id){ .id = { .s = "" } };
    if ((f->kind == BODY_ENTRY_KIND_REPORT && !check_report(c, m, f))
        || (f->kind == BODY_ENTRY_KIND_EVALUATION
            && !check_evaluation(c, m, f->fiscal_year, "kind"))
        || (f->kind == BODY_ENTRY_KIND_RULE && !check_rule(c, m, f)))
        return false;
    return add_entry(c, m, f, out);
}

bool
desk_body_evaluation(struct ctx *c,
                     const struct form_body_evaluation *f,
                     struct outcome *out)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, f->body);
    const struct form_body_entry entry = {
        .body = f->body,
        .fiscal_year = f->fiscal_year,
        .kind = BODY_ENTRY_KIND_EVALUATION,
        .words = arena_printf(
            c->mem, "できたこと：%s\n足りなかったこと：%s\n次の年度に直すこと：%s",
            f->good, f->lacking, f->next),
        .on_day = { .n = DAY_NONE },
    };

    if (!desk_sitting_may_set(c))
        return false;
    if (!m)
        return refuse(c, ERR_MISSING, "no such body");
    return check_evaluation(c, m, f->fiscal_year, "good")
           && add_entry(c, m, &entry, out);
}

static struct body_entry_view
entry_view(struct ctx *c, const struct sql_meeting_entries_row *r)
{
    return (struct body_entry_view){
        .body = sitting_body_name(c, r->body),
        .kind = body_entry_kind_label(r->kind),
        .words = r->words,
        .when = arena_printf(c->mem, "%s　%s", day_short(c->mem, day_of(r->made_at)),
                             r->desk),
        .path = body_record_path(c, r->entry_id.id),
        .state = body_record_state(r->changes, r->withdrawn),
        .withdrawn = r->withdrawn,
    };
}

/* Whether the plan has that body report to this one. */
static bool
reports_to(struct ctx *c, const char *body, const struct plan_meeting *m)
{
    const struct plan_meeting *from = profile_meeting(c->town->profile, body);

    for (size_t i = 0; from && i < from->reports_to.n; i++)
        if (text_same(from->reports_to.v[i], m->id))
            return true;
    return false;
}

/* The body that decided, unless it speaks of single cases: of those no day is told by name. */
static const char *
decider(struct ctx *c, const char *acts_as)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, acts_as);

    return m && !sitting_takes_cases(m) ? m->name : "会議";
}

bool
body_decided(struct ctx *c,
             struct item_id id,
             const char *body,
             const char *tag,
             struct sql_decided_topics_row *out)
{
    const struct profile *p = c->town->profile;
    struct sql_decided_topics_rows rows = { 0 };

    if (!sql_decided_topics(
            c,
            &(struct sql_decided_topics_in){
                .desk = c->viewer->desk, .shares = role_shares_desk(c->viewer->role) },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct plan_meeting *m = profile_meeting(p, rows.v[i].acts_as);

        if (!id_same(rows.v[i].item_id.id, id.id) || !m
            || !(text_same(m->id, body) || body_speaks_of(m, tag)))
            continue;
        *out = rows.v[i];
        return true;
    }
    return refuse_field(c, "item",
                        "「決めた会議の案件」は、そのことを話す会議で決まった案件から"
                        "選んでください。");
}

struct form_options
desk_body_topics(struct ctx *c)
{
    struct sql_decided_topics_rows rows = { 0 };
    struct form_option *v;

    if (!sql_decided_topics(
            c,
            &(struct sql_decided_topics_in){
                .desk = c->viewer->desk, .shares = role_shares_desk(c->viewer->role) },
            &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].item_id.id.s),
            .label =
                arena_printf(c->mem, "%s　%s　%s", day_short(c->mem, rows.v[i].held_on),
                             sitting_body_name(c, rows.v[i].acts_as), rows.v[i].title),
        };
    return (struct form_options){ .name = "item", .v = v, .n = rows.n };
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
    for (size_t i = 0; i < rows.n; i++) {
        *VEC_PUSH(c->mem, &out->entries) = entry_view(c, &rows.v[i]);
        if (rows.v[i].kind == BODY_ENTRY_KIND_EVALUATION && !rows.v[i].withdrawn
            && reports_to(c, rows.v[i].body, m))
            *VEC_PUSH(c->mem, &out->received) = entry_view(c, &rows.v[i]);
    }
    for (size_t i = 0; i < rules.n; i++)
        if (text_same(rules.v[i].body, m->id))
            *VEC_PUSH(c->mem, &out->rules) = (struct body_entry_view){
                .body = arena_printf(c->mem, "第%d版", ++n),
                .kind = "会議のルール",
                .words = rules.v[i].words,
                .when = arena_printf(c->mem, "%sの%sで決めた",
                                     day_ja(c->mem, rules.v[i].on_day),
                                     decider(c, rules.v[i].acts_as)),
                .path = body_record_path(c, rules.v[i].entry_id.id),
                .state = body_record_state(rules.v[i].changes, rules.v[i].withdrawn),
                .withdrawn = rules.v[i].withdrawn,
            };
    out->entry_path = arena_printf(c->mem, "%s/meetings/year", c->town->path);
    if (has(&rows, BODY_ENTRY_KIND_EVALUATION, m->id))
        out->judged =
            arena_printf(c->mem, "%sの評価は、書かれています。", say_year(c, year));
    else if (body_judges(m))
        out->judge_path =
            arena_printf(c->mem, "%s/meetings/evaluations", c->town->path);
    return sitting_show_waiting(c, m->id, &out->waiting);
}

/* The bodies from which something of that kind is still missing for last year. */
static void
add_due(struct ctx *c,
        const struct sql_meeting_entries_rows *rows,
        enum body_entry_kind kind,
        struct link_list *out)
{
    const struct profile *p = c->town->profile;
    const int year = day_fiscal_year(day_of(c->now)) - 1;

    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];
        const bool asked = kind == BODY_ENTRY_KIND_EVALUATION
                               ? body_judges(m)
                               : m->consent_required == PROFILE_CONSENT_NOT_APPLICABLE
                                     && looks_at_the_year(m);

        if (!asked || has(rows, kind, m->id))
            continue;
        *VEC_PUSH(c->mem, out) = (struct link_view){
            .text = arena_printf(c->mem, "%s（%s）", m->name, say_year(c, year)),
            .path = arena_printf(c->mem, "%s/meetings/year?body=%s&year=%d",
                                 c->town->path, m->id, year),
        };
    }
}

bool
body_reports_due(struct ctx *c, struct sittings_view *out)
{
    const int year = day_fiscal_year(day_of(c->now)) - 1;
    struct sql_meeting_entries_rows rows = { 0 };

    if (!sql_meeting_entries(c, &(struct sql_meeting_entries_in){ .fiscal_year = year },
                             &rows))
        return false;
    add_due(c, &rows, BODY_ENTRY_KIND_REPORT, &out->due);
    add_due(c, &rows, BODY_ENTRY_KIND_EVALUATION, &out->due_evaluations);
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

        if (!m || m->kind != PROFILE_MEETING_KIND_MULTILAYER)
            continue;
        n++;
        if (rows.v[i].on_day.n <= day.n && !rows.v[i].withdrawn)
            *out = arena_printf(c->mem, "%sのルール 第%d版", m->name, n);
    }
    return true;
}
