#include "desk_place_work_part.h"

#include "../base/vec.h"
#include "../domain/intake_rule.h"
#include "../domain/placement_rule.h"
#include "../domain/town.h"

#include <inttypes.h>
#include <string.h>

enum { PLATFORM_DAYS = 90 };

const char *
place_withdraw_path(struct ctx *c, struct id entry, struct desk_id desk)
{
    return id_same(desk.id, c->viewer->desk.id)
               ? place_path(c, arena_printf(c->mem, "/entries/%s", entry.s))
               : NULL;
}

bool
place_not_ahead(struct ctx *c, const char *field, const char *label, struct day day)
{
    return day.n <= day_of(c->now).n
           || refuse_field(c, field, "「%s」は、きょうまでの日にしてください。", label);
}

/* All platforms, the longest ago first; those over the limit are pointed out. */
static bool
add_platforms(struct ctx *c, struct place_work_page_view *out)
{
    const int64_t days =
        intake_rule_number(&c->town->settings, RULE_PLATFORM_DAYS, PLATFORM_DAYS);
    struct sql_platform_last_rows rows = { 0 };
    int64_t late = 0;

    if (!sql_platform_last(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const int since = day_of(c->now).n - rows.v[i].held_on.n;
        struct figure_row_view *v = place_row(c, &out->platforms, rows.v[i].party);

        v->a = day_ja(c->mem, rows.v[i].held_on);
        v->b = arena_printf(c->mem, "%" PRId64 "回", rows.v[i].n);
        v->c = since > days ? arena_printf(c->mem, "%d日連絡がありません", since)
               : since      ? arena_printf(c->mem, "%d日前", since)
                            : "きょう";
        v->tone = since > days ? "warn" : "ok";
        late += since > days;
    }
    out->limit = arena_printf(c->mem, "%" PRId64 "日", days);
    out->late = arena_printf(c->mem, "%" PRId64 "件", late);
    return true;
}

static void
add_counts(struct ctx *c,
           const struct sql_place_work_counts_rows *rows,
           struct place_work_page_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_place_work_counts_row *r = &rows->v[i];
        struct figure_row_view *v =
            place_row(c, r->contracted ? &out->contracts : &out->own, r->desk);

        v->more = strcmp(r->agency, r->desk) == 0 ? NULL : r->agency;
        v->a = place_number(c, r->grasp);
        v->b = place_number(c, r->support);
        v->c = place_number(c, r->widen);
        v->d = place_number(c, r->grasp + r->support + r->widen);
    }
}

bool
desk_place_works(struct ctx *c, int64_t year, struct place_work_page_view *out)
{
    struct sql_place_work_list_rows rows = { 0 };
    struct sql_place_work_counts_rows counts = { 0 };
    struct day from;
    struct day until;
    const int y = place_year(c, year, &from, &until);

    if (!place_may_write(c)
        || !sql_place_work_list(c, &(struct sql_place_work_list_in){ from, until },
                                &rows)
        || !sql_place_work_counts(c, &(struct sql_place_work_counts_in){ from, until },
                                  &counts))
        return false;
    *out = (struct place_work_page_view){
        .year = arena_printf(c->mem, "%s年度", era_year(c->mem, y)),
        .path = place_path(c, "/work"),
        .csv_path = place_path(c, arena_printf(c->mem, "/work.csv?year=%d", y)),
    };
    place_years(c, "/work", y, &out->years);
    add_counts(c, &counts, out);
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_place_work_list_row *r = &rows.v[i];

        *VEC_PUSH(c->mem, &out->lines) = (struct work_line_view){
            .id = arena_strdup(c->mem, r->work_id.id.s),
            .kind = place_work_label(r->kind),
            .party = r->party,
            .day = day_short(c->mem, r->held_on),
            .desk = r->desk,
            .words = *r->words ? r->words : NULL,
            .withdrawn = *r->withdrawn ? r->withdrawn : NULL,
            .withdraw_path = *r->withdrawn
                                 ? NULL
                                 : place_withdraw_path(c, r->work_id.id, r->desk_id),
        };
    }
    return add_platforms(c, out);
}

bool
desk_place_work_table(struct ctx *c, int64_t year, struct table *out)
{
    struct place_work_page_view v;

    if (!desk_place_works(c, year, &v))
        return false;
    *out = table_new(c->mem, "work", "委託の報告（資源の活動）");
    table_add_column(out, "year", "年度");
    table_add_column(out, "agency", "機関");
    table_add_column(out, "desk", "窓口");
    table_add_column(out, "grasp", place_work_label(PLACE_WORK_GRASP));
    table_add_column(out, "support", place_work_label(PLACE_WORK_SUPPORT));
    table_add_column(out, "widen", place_work_label(PLACE_WORK_WIDEN));
    table_add_column(out, "sum", "計");
    for (size_t i = 0; i < v.contracts.n; i++) {
        const struct figure_row_view *r = &v.contracts.v[i];
        struct cell *row = table_add_row(out);

        row[0] = cell_of_text(v.year);
        row[1] = cell_of_text(r->more ? r->more : r->head);
        row[2] = cell_of_text(r->head);
        row[3] = cell_of_text(r->a);
        row[4] = cell_of_text(r->b);
        row[5] = cell_of_text(r->c);
        row[6] = cell_of_text(r->d);
    }
    return true;
}

bool
desk_place_work_add(struct ctx *c, const struct form_place_work *f, struct outcome *out)
{
    out->id = id_new(c);
    out->place =
        arena_printf(c->mem, "/places/work?said=place_work&entry=%s", out->id.s);
    return place_may_write(c) && place_not_ahead(c, "held_on", "いつ", f->held_on)
           && sql_place_work_add(
               c, &(struct sql_place_work_add_in){ .work_id = { out->id },
                                                   .kind = f->kind,
                                                   .party = f->party,
                                                   .held_on = f->held_on,
                                                   .words = f->words,
                                                   .desk_id = c->viewer->desk,
                                                   .post_id = c->viewer->post,
                                                   .now = c->now });
}

/* An entry of the viewer's desk that stands. */
static bool
load_entry(struct ctx *c, struct entry_id id, struct sql_place_entry_row *row)
{
    bool found;

    if (!place_may_write(c)
        || !sql_place_entry(c, &(struct sql_place_entry_in){ id }, row, &found))
        return false;
    if (!found || !id_same(row->desk_id.id, c->viewer->desk.id))
        return refuse(c, ERR_MISSING, "no such entry");
    return true;
}

static const char *
back_of(struct ctx *c, const struct sql_place_entry_row *row)
{
    switch (row->kind) {
    case PLACE_ENTRY_ANSWER:
        return arena_printf(c->mem, "/surveys/%s", row->under);
    case PLACE_ENTRY_SESSION:
        return arena_printf(c->mem, "/%s/sessions", row->under);
    case PLACE_ENTRY_SURVEY:
        return "/surveys";
    case PLACE_ENTRY_WORK:
    case PLACE_ENTRY_NONE:
        break;
    }
    return "/work";
}

bool
desk_place_entry(struct ctx *c, struct entry_id id, struct place_withdraw_view *out)
{
    struct sql_place_entry_row row;

    if (!load_entry(c, id, &row))
        return false;
    *out = (struct place_withdraw_view){
        .title = arena_printf(c->mem, "%sを取り消す", place_entry_label(row.kind)),
        .what = arena_printf(c->mem, "%s　%s", day_ja(c->mem, row.on_day), row.title),
        .path = place_path(c, arena_printf(c->mem, "/entries/%s", id.id.s)),
        .back_path = place_path(c, back_of(c, &row)),
    };
    return true;
}

bool
desk_place_withdraw(struct ctx *c,
                    struct entry_id id,
                    const struct form_place_withdraw *f,
                    struct outcome *out)
{
    const struct sql_place_work_withdraw_in work = { id, f->why };
    const struct sql_survey_withdraw_in survey = { id, f->why };
    const struct sql_survey_answer_withdraw_in answer = { id, f->why };
    const struct sql_place_session_withdraw_in session = { id, f->why };
    struct sql_place_entry_row row;

    if (!load_entry(c, id, &row))
        return false;
    if (*row.withdrawn)
        return refuse(c, ERR_CONFLICT, "もう取り消されています。");
    out->place =
        arena_printf(c->mem, "/places%s?said=place_withdrawn", back_of(c, &row));
    switch (row.kind) {
    case PLACE_ENTRY_WORK:
        return sql_place_work_withdraw(c, &work);
    case PLACE_ENTRY_SURVEY:
        return sql_survey_withdraw(c, &survey);
    case PLACE_ENTRY_SESSION:
        return sql_place_session_withdraw(c, &session);
    case PLACE_ENTRY_ANSWER:
        return sql_survey_answer_withdraw(c, &answer);
    case PLACE_ENTRY_NONE:
        break;
    }
    return refuse(c, ERR_BUG, "an entry of no kind");
}
