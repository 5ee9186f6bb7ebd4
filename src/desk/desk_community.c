#include "desk_community.h"

#include "desk_outreach.h"
#include "desk_part.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "../policy/show_community.h"
#include "../policy/shown.h"

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

/* Whoever works at a desk; people of the community have their own way (notices). */
static bool
may_hear(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);

    return (decision_allows(&d, ITEM_COORDINATION) && role_shares_desk(c->viewer->role))
           || refuse(c, ERR_DENIED, "no work at a desk");
}

static bool
not_ahead(struct ctx *c, const char *field, const char *label, struct day day)
{
    return !day_known(day) || day.n <= day_of(c->now).n
           || refuse_field(c, field, "「%s」は、きょうまでの日にしてください。", label);
}

static struct gathering_line_view
line_of(struct ctx *c,
        struct gathering_id id,
        const struct sql_gathering_one_row *r,
        int64_t n)
{
    return (struct gathering_line_view){
        .path = arena_printf(c->mem, "%s/gatherings/%s", c->town->path, id.id.s),
        .id = arena_strdup(c->mem, id.id.s),
        .kind = gathering_kind_label(r->kind),
        .name = r->name,
        .day = day_ja(c->mem, r->held_on),
        .party = *r->party ? r->party : NULL,
        .staff = *r->staff ? r->staff : NULL,
        .findings = arena_printf(c->mem, "%d件", (int)n),
    };
}

bool
desk_gatherings(struct ctx *c, struct gatherings_view *out)
{
    const struct sql_gathering_list_in in = { .desk_id = c->viewer->desk };
    struct sql_gathering_list_rows rows = { 0 };

    *out = (struct gatherings_view){ .path = in_town(c, "/gatherings"),
                                     .back_path = in_town(c, "/outreach") };
    if (!may_hear(c) || !sql_gathering_list(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_gathering_list_row *r = &rows.v[i];
        const struct sql_gathering_one_row one = { .kind = r->kind,
                                                   .name = r->name,
                                                   .held_on = r->held_on,
                                                   .party = r->party,
                                                   .staff = r->staff };

        *VEC_PUSH(c->mem, &out->lines) = line_of(c, r->gathering_id, &one, r->findings);
    }
    return true;
}

bool
desk_gathering_add(struct ctx *c, const struct form_gathering *f, struct outcome *out)
{
    out->id = id_new(c);
    out->place = arena_printf(c->mem, "/gatherings/%s?said=gathering", out->id.s);
    return may_hear(c) && not_ahead(c, "held_on", "いつ", f->held_on)
           && sql_gathering_add(c, &(struct sql_gathering_add_in){
                                       .gathering_id = { out->id },
                                       .kind = f->kind,
                                       .name = f->name,
                                       .held_on = f->held_on,
                                       .party = f->party,
                                       .staff = *f->staff ? f->staff : c->viewer->name,
                                       .desk_id = c->viewer->desk,
                                       .post_id = c->viewer->post,
                                       .now = c->now });
}

static bool
load_gathering(struct ctx *c, struct gathering_id id, struct sql_gathering_one_row *row)
{
    bool found;

    if (!may_hear(c)
        || !sql_gathering_one(c,
                              &(struct sql_gathering_one_in){
                                  .gathering_id = id, .desk_id = c->viewer->desk },
                              row, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "no such gathering");
}

bool
desk_gathering_show(struct ctx *c, struct gathering_id id, struct gathering_view *out)
{
    const struct sql_finding_list_in in = { .gathering_id = id,
                                            .desk_id = c->viewer->desk };
    struct sql_finding_list_rows rows = { 0 };
    struct sql_gathering_one_row row;

    if (!load_gathering(c, id, &row) || !sql_finding_list(c, &in, &rows))
        return false;
    *out = (struct gathering_view){
        .head = line_of(c, id, &row, (int64_t)rows.n),
        .back_path = in_town(c, "/gatherings"),
    };
    out->path = arena_printf(c->mem, "%s/findings", out->head.path);
    policy_show_findings(c, &rows, &out->findings);
    return true;
}

bool
desk_finding_add(struct ctx *c,
                 struct gathering_id id,
                 const struct form_finding *f,
                 struct outcome *out)
{
    struct sql_gathering_one_row row;

    if (!load_gathering(c, id, &row))
        return false;
    out->id = id_new(c);
    out->place =
        arena_printf(c->mem, "/gatherings/%s?said=finding&made=%s", id.id.s, out->id.s);
    return sql_finding_add(c, &(struct sql_finding_add_in){ .finding_id = { out->id },
                                                            .gathering_id = id,
                                                            .source = f->source,
                                                            .party = f->party,
                                                            .heard_on = row.held_on,
                                                            .area = f->area,
                                                            .of_area = false,
                                                            .words = f->words,
                                                            .desk_id = c->viewer->desk,
                                                            .post_id = c->viewer->post,
                                                            .now = c->now });
}

bool
desk_finding_turn(struct ctx *c, struct finding_id id, struct outcome *out)
{
    struct form_outreach_new f;
    struct sql_finding_one_row row;
    bool found;

    if (!may_hear(c)
        || !sql_finding_one(c,
                            &(struct sql_finding_one_in){ .finding_id = id,
                                                          .desk_id = c->viewer->desk },
                            &row, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such finding");
    if (row.turned)
        return refuse(c, ERR_CONFLICT,
                      "この気づきからは、もう働きかけが始まっています。");
    form_clear(&form_outreach_new_def, &f);
    f.words = row.words;
    f.kind = row.source;
    f.party = row.party;
    f.heard_on = row.heard_on;
    f.place = row.area;
    return desk_outreach_new(c, &f, row.gathering_id.id, out)
           && sql_finding_turn(c, &(struct sql_finding_turn_in){
                                      .finding_id = id, .case_id = { out->id } });
}

bool
desk_areas(struct ctx *c, const char *area, struct areas_view *out)
{
    struct sql_area_notes_rows rows = { 0 };

    *out = (struct areas_view){ .path = in_town(c, "/areas"),
                                .back_path = in_town(c, "/outreach") };
    if (!may_hear(c)
        || !sql_area_notes(c, &(struct sql_area_notes_in){ .area = area }, &rows))
        return false;
    policy_show_areas(c, &rows, &out->areas);
    return true;
}

bool
desk_area_note(struct ctx *c, const struct form_area_note *f, struct outcome *out)
{
    const struct sql_finding_add_in in = {
        .finding_id = { id_new(c) },
        .source = f->source,
        .party = f->party,
        .heard_on = day_known(f->heard_on) ? f->heard_on : day_of(c->now),
        .area = f->area,
        .of_area = true,
        .words = f->words,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };

    out->id = in.finding_id.id;
    out->place = arena_printf(c->mem, "/areas?said=area&made=%s", out->id.s);
    return may_hear(c) && not_ahead(c, "heard_on", "いつ", f->heard_on)
           && sql_finding_add(c, &in);
}

/* "2026-05"; the present month when nothing sensible is asked for. */
static struct day
month_of(struct ctx *c, const char *text)
{
    struct ymd now = day_ymd(day_of(c->now));
    struct day first;

    if (day_read(arena_printf(c->mem, "%s-01", text), &first))
        return first;
    if (!day_make(now.year, now.month, 1, &first))
        return day_of(c->now);
    return first;
}

static struct day
next_month(struct day first, int step)
{
    struct ymd d = day_ymd(first);
    struct day out = first;

    d.month += step;
    if (d.month > 12) {
        d.month = 1;
        d.year++;
    } else if (d.month < 1) {
        d.month = 12;
        d.year--;
    }
    return day_make(d.year, d.month, 1, &out) ? out : first;
}

static const char *
month_text(struct ctx *c, struct day first)
{
    const struct ymd d = day_ymd(first);

    return arena_printf(c->mem, "%04d-%02d", d.year, d.month);
}

static bool
figures_of(struct ctx *c, struct day first, struct sql_outreach_figures_row *out)
{
    return sql_outreach_figures(
        c,
        &(struct sql_outreach_figures_in){
            .from_on = first, .until_on = { .n = next_month(first, 1).n - 1 } },
        out);
}

static void
add_figure(struct ctx *c,
           struct outreach_report_view *out,
           const char *code,
           const char *label,
           const int64_t *stored,
           int64_t now)
{
    *VEC_PUSH(c->mem, &out->figures) = (struct figure_view){
        .label = label,
        .code = code,
        .stored = stored ? arena_printf(c->mem, "%d", (int)*stored) : NULL,
        .now = arena_printf(c->mem, "%d", (int)now),
    };
    out->same = out->same && stored && *stored == now;
}

static bool
add_sources(struct ctx *c, struct day first, struct outreach_report_view *out)
{
    const struct day last = { .n = next_month(first, 1).n - 1 };
    const struct sql_source_counts_in kinds = { .from_on = first, .until_on = last };
    const struct sql_gathering_counts_in met = { .from_on = first, .until_on = last };
    struct sql_source_counts_rows sources = { 0 };
    struct sql_gathering_counts_rows rows = { 0 };

    if (!sql_source_counts(c, &kinds, &sources)
        || !sql_gathering_counts(c, &met, &rows))
        return false;
    for (size_t i = 0; i < sources.n; i++)
        *VEC_PUSH(c->mem, &out->sources) = (struct figure_view){
            .label = source_kind_label(sources.v[i].source),
            .code = source_kind_code(sources.v[i].source),
            .now = arena_printf(c->mem, "%d", (int)sources.v[i].n),
        };
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->gatherings) = (struct figure_view){
            .label =
                arena_printf(c->mem, "%s　%s　%s", day_short(c->mem, rows.v[i].held_on),
                             rows.v[i].name, rows.v[i].party),
            .code = arena_strdup(c->mem, rows.v[i].gathering_id.id.s),
            .now = arena_printf(c->mem, "%d", (int)rows.v[i].n),
        };
    return true;
}

bool
desk_outreach_report(struct ctx *c, const char *month, struct outreach_report_view *out)
{
    const struct day first = month_of(c, month);
    const char *name = month_text(c, first);
    struct sql_outreach_figures_row now;
    struct sql_month_one_row was = { 0 };
    bool found;

    if (!may_hear(c) || !figures_of(c, first, &now)
        || !sql_month_one(c, &(struct sql_month_one_in){ .month = name }, &was, &found))
        return false;
    *out = (struct outreach_report_view){
        .month = name,
        .title =
            arena_printf(c->mem, "%s年%d月の働きかけ",
                         era_year(c->mem, day_ymd(first).year), day_ymd(first).month),
        .closed = found ? arena_printf(c->mem, "%sに報告としました",
                                       instant_ja(c->mem, was.closed_at))
                        : NULL,
        .same = found,
        .path = in_town(c, "/outreach/report"),
        .before_path = in_town(c, arena_printf(c->mem, "/outreach/report?month=%s",
                                               month_text(c, next_month(first, -1)))),
        .after_path = in_town(c, arena_printf(c->mem, "/outreach/report?month=%s",
                                              month_text(c, next_month(first, 1)))),
        .back_path = in_town(c, "/outreach"),
    };
    add_figure(c, out, "listed", "一覧にいる人", found ? &was.listed : NULL,
               now.listed);
    add_figure(c, out, "contacts", "働きかけの回数", found ? &was.contacts : NULL,
               now.contacts);
    add_figure(c, out, "agreements", "支援に同意した人", found ? &was.agreements : NULL,
               now.agreements);
    add_figure(c, out, "moves", "状態・段階が動いた回数", found ? &was.moves : NULL,
               now.moves);
    return add_sources(c, first, out);
}

bool
desk_outreach_report_close(struct ctx *c, const char *month, struct outcome *out)
{
    const struct day first = month_of(c, month);
    const char *name = month_text(c, first);
    struct sql_outreach_figures_row now;

    out->place = arena_printf(c->mem, "/outreach/report?month=%s&said=month", name);
    return may_hear(c) && figures_of(c, first, &now)
           && sql_month_put(c, &(struct sql_month_put_in){ .month = name,
                                                           .listed = now.listed,
                                                           .contacts = now.contacts,
                                                           .agreements = now.agreements,
                                                           .moves = now.moves,
                                                           .post_id = c->viewer->post,
                                                           .now = c->now });
}
