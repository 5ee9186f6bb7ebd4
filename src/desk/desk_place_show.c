#include "desk_place_part.h"

#include "../base/esc.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/place_rule.h"
#include "../domain/search_key.h"
#include "../domain/town.h"

#include <inttypes.h>
#include <string.h>

enum { PER_PAGE = 50, ALL_PLACES = 20000 };

static const char *
or_null(const char *text)
{
    return *text ? text : NULL;
}

static void
add_features(struct ctx *c, const char *codes, struct link_list *out)
{
    const char *code;

    while ((code = place_next_code(c->mem, &codes)))
        *VEC_PUSH(c->mem, out) =
            (struct link_view){ .text = town_label(c->town, "wish", code) };
}

/* "高齢者　60歳から　女性" */
static const char *
target_text(struct ctx *c, const struct sql_place_list_row *r)
{
    struct buf b = buf_new(c->mem);

    buf_str(&b, r->target);
    if (r->age_from >= 0)
        buf_printf(&b, "%s%d歳から", *buf_text(&b) ? "　" : "", (int)r->age_from);
    if (r->age_to >= 0)
        buf_printf(&b, "%s%d歳まで", *buf_text(&b) ? "　" : "", (int)r->age_to);
    if (*r->gender)
        buf_printf(&b, "%s%s", *buf_text(&b) ? "　" : "",
                   town_label(c->town, "gender", r->gender));
    return or_null(buf_text(&b));
}

static const char *
capacity_text(struct ctx *c, const struct sql_place_list_row *r)
{
    if (r->capacity < 0)
        return NULL;
    return arena_printf(c->mem, "受け入れ %d人（いま %d人）", (int)r->capacity,
                        (int)r->taken);
}

static const char *
meeting_name(struct ctx *c, const char *body)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);

    return m ? m->name : or_null(body);
}

void
place_line(struct ctx *c,
           const struct sql_place_list_row *r,
           struct place_line_view *out)
{
    const bool staff = place_staff(c);

    *out = (struct place_line_view){
        .path = place_path(c, arena_printf(c->mem, "/%s", r->place_id.id.s)),
        .id = arena_strdup(c->mem, r->place_id.id.s),
        .name = r->name,
        .kind = town_label(c->town, "resource_kind", r->kind),
        .host = or_null(r->host),
        .area = *r->area ? town_label(c->town, "plan_area", r->area) : NULL,
        .where = or_null(r->address),
        .target = target_text(c, r),
        .capacity = capacity_text(c, r),
        .days = or_null(r->days),
        .fee = or_null(r->fee),
        .help = or_null(r->help),
        .mind = staff ? or_null(r->mind) : NULL,
        .contact = or_null(r->contact),
        .checked = day_known(r->checked_on) ? arena_printf(
                       c->mem, "%sに確かめた", day_short(c->mem, r->checked_on))
                                            : "まだ確かめていない",
        .old = place_is_old(r->checked_on, day_of(c->now), place_check_days(c)),
        .stage =
            r->stage == PLACE_STAGE_ESTABLISHED ? NULL : place_stage_label(r->stage),
        .body = staff ? meeting_name(c, r->body) : NULL,
        .published = r->published ? "公開" : "公開しない",
        .hidden = r->hidden,
    };
    add_features(c, r->features, &out->features);
}

/* The address of the list with one thing asked for otherwise. */
static const char *
list_path(struct ctx *c,
          const struct place_query *q,
          const char *key,
          const char *value)
{
    struct buf b = buf_new(c->mem);
    const char *page = arena_printf(c->mem, "%" PRId64, q->page);
    const struct pair all[] = { { "q", q->key },       { "kind", q->kind },
                                { "area", q->area },   { "feature", q->feature },
                                { "stage", q->stage }, { "old", q->old ? "1" : "" },
                                { "page", page } };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const bool this = strcmp(all[i].key, key) == 0;
        const char *v = this ? value : all[i].text;

        if (!*v || (strcmp(all[i].key, "page") == 0 && !this))
            continue;
        buf_printf(&b, "%s%s=", *buf_text(&b) ? "&" : "?", all[i].key);
        esc_component(&b, v);
    }
    return place_path(c, buf_text(&b));
}

static void
add_choices(struct ctx *c,
            const char *list,
            const char *chosen,
            const char *none,
            struct link_list *out)
{
    const struct code_options all =
        codes_options(c->mem, c->town->codes, list, day_of(c->now));

    *VEC_PUSH(c->mem, out) =
        (struct link_view){ .path = "", .text = none, .current = !*chosen };
    for (size_t i = 0; i < all.n; i++)
        *VEC_PUSH(c->mem, out) =
            (struct link_view){ .path = all.v[i]->code,
                                .text = all.v[i]->label,
                                .current = strcmp(chosen, all.v[i]->code) == 0 };
}

static void
add_stages(struct ctx *c, const struct place_query *q, struct link_list *out)
{
    *VEC_PUSH(c->mem, out) = (struct link_view){ .path = list_path(c, q, "stage", ""),
                                                 .text = "いまある場所",
                                                 .current = !*q->stage && !q->old };
    for (int s = PLACE_STAGE_IDEA; s < PLACE_STAGE_N; s++) {
        const enum place_stage stage = (enum place_stage)s;
        const char *code = place_stage_code(stage);

        *VEC_PUSH(c->mem, out) =
            (struct link_view){ .path = list_path(c, q, "stage", code),
                                .text = place_stage_label(stage),
                                .current = strcmp(q->stage, code) == 0 };
    }
    *VEC_PUSH(c->mem, out) = (struct link_view){ .path = list_path(c, q, "old", "1"),
                                                 .text = "確かめてから古い",
                                                 .current = q->old };
}

static void
add_pages(struct ctx *c, const struct place_query *q, int64_t n, struct link_list *out)
{
    const int64_t last = (n + PER_PAGE - 1) / PER_PAGE;

    for (int64_t p = 1; p <= last && last > 1; p++) {
        const char *text = arena_printf(c->mem, "%" PRId64, p);

        if (p == 1 || p == last || (p >= q->page - 2 && p <= q->page + 2))
            *VEC_PUSH(c->mem, out) =
                (struct link_view){ .path = list_path(c, q, "page", text),
                                    .text = text,
                                    .current = p == q->page };
    }
}

static struct sql_place_list_in
asked(struct ctx *c, const struct place_query *q)
{
    return (struct sql_place_list_in){
        .key = search_key_query(c->mem, q->key),
        .kind = q->kind,
        .area = q->area,
        .feature = *q->feature ? arena_printf(c->mem, ",%s,", q->feature) : "",
        .stage = q->stage,
        .old_only = q->old,
        .old_before = { .n = day_of(c->now).n - (int)place_check_days(c) },
        .staff = place_staff(c),
        .every = viewer_sees_hidden_places(c->viewer),
        .desk_id = c->viewer->desk,
        .skip = (q->page - 1) * PER_PAGE,
        .n = PER_PAGE,
    };
}

/* A page behind the last is the last. */
static int64_t
page_there(int64_t page, int64_t n)
{
    const int64_t last = (n + PER_PAGE - 1) / PER_PAGE;

    return page > last && last ? last : page;
}

bool
desk_places(struct ctx *c, const struct place_query *query, struct places_view *out)
{
    struct place_query at = *query;
    const struct place_query *q = &at;
    struct sql_place_list_in in = asked(c, q);
    const struct sql_place_count_in count = {
        .key = in.key,
        .kind = in.kind,
        .area = in.area,
        .feature = in.feature,
        .stage = in.stage,
        .old_before = in.old_before,
        .old_only = in.old_only,
        .staff = in.staff,
        .every = in.every,
        .desk_id = in.desk_id,
    };
    struct sql_place_list_rows rows = { 0 };
    struct sql_place_count_row n;

    if (!sql_place_count(c, &count, &n))
        return false;
    at.page = page_there(at.page, n.n);
    in.skip = (at.page - 1) * PER_PAGE;
    if (!sql_place_list(c, &in, &rows))
        return false;
    *out = (struct places_view){
        .path = place_path(c, ""),
        .new_path = in.staff ? place_path(c, "/new") : NULL,
        .import_path = place_path(c, "/import"),
        .csv_path = place_path(c, ".csv"),
        .public_path = place_path(c, "/public.csv"),
        .figures_path = place_path(c, "/figures"),
        .key = q->key,
        .total = arena_printf(c->mem, "%" PRId64 "件", n.n),
    };
    add_choices(c, "resource_kind", q->kind, "どの種別も", &out->kinds);
    add_choices(c, "plan_area", q->area, "市内すべて", &out->areas);
    add_choices(c, "wish", q->feature, "問わない", &out->features);
    add_stages(c, q, &out->stages);
    add_pages(c, q, n.n, &out->pages);
    for (size_t i = 0; i < rows.n; i++)
        place_line(c, &rows.v[i], VEC_PUSH(c->mem, &out->lines));
    return true;
}

static void
add_columns(struct table *t)
{
    static const char *const COLUMNS[][2] = {
        { "name", "名前" },
        { "kind", "種別" },
        { "host", "運営している団体・法人" },
        { "area", "圏域" },
        { "address", "場所" },
        { "days", "曜日・時間" },
        { "target", "対象" },
        { "fee", "費用" },
        { "contact", "担当者・連絡先" },
        { "features", "ようす" },
        { "published", "公開" },
        { "checked_on", "確かめた日" },
    };

    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++)
        table_add_column(t, COLUMNS[i][0], COLUMNS[i][1]);
}

static const char *
features_text(struct ctx *c, const struct link_list *all)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < all->n; i++)
        buf_printf(&b, "%s%s", i ? "、" : "", all->v[i].text);
    return buf_text(&b);
}

bool
desk_places_table(struct ctx *c, bool published, struct table *out)
{
    const struct place_query q = { "", "", "", "", "", false, 1 };
    struct sql_place_list_in in = asked(c, &q);
    struct sql_place_list_rows rows = { 0 };

    in.n = ALL_PLACES;
    in.staff = in.staff && !published;
    in.every = in.every && !published;
    if (!sql_place_list(c, &in, &rows))
        return false;
    *out = table_new(c->mem, "places", "場所の一覧");
    add_columns(out);
    for (size_t i = 0; i < rows.n; i++) {
        struct cell *row = table_add_row(out);
        struct place_line_view v;

        place_line(c, &rows.v[i], &v);
        row[0] = cell_of_text(v.name);
        row[1] = cell_of_text(v.kind);
        row[2] = cell_of_text(v.host);
        row[3] = cell_of_text(v.area);
        row[4] = cell_of_text(v.where);
        row[5] = cell_of_text(v.days);
        row[6] = cell_of_text(v.target);
        row[7] = cell_of_text(v.fee);
        row[8] = cell_of_text(v.contact);
        row[9] = cell_of_text(features_text(c, &v.features));
        row[10] = cell_of_text(v.published);
        row[11] = cell_of_text(day_known(rows.v[i].checked_on)
                                   ? day_iso(c->mem, rows.v[i].checked_on)
                                   : NULL);
    }
    return true;
}

static void
add_day(struct ctx *c, struct link_list *out, enum place_stage stage, struct day day)
{
    if (day_known(day))
        *VEC_PUSH(c->mem, out) =
            (struct link_view){ .text = arena_printf(c->mem, "%s　%s",
                                                     place_stage_label(stage),
                                                     day_ja(c->mem, day)) };
}

static struct sql_place_list_row
list_row(struct place_id id, const struct sql_place_one_row *r)
{
    return (struct sql_place_list_row){
        .place_id = id,
        .name = r->name,
        .kind = r->kind,
        .host = r->host,
        .area = r->area,
        .address = r->address,
        .target = r->target,
        .age_from = r->age_from,
        .age_to = r->age_to,
        .gender = r->gender,
        .capacity = r->capacity,
        .days = r->days,
        .fee = r->fee,
        .features = r->features,
        .help = r->help,
        .mind = r->mind,
        .contact = r->contact,
        .published = r->published,
        .hidden = r->hidden,
        .stage = r->stage,
        .checked_on = r->checked_on,
        .body = r->body,
        .taken = r->taken,
    };
}

static bool
add_history(struct ctx *c, struct place_id id, struct place_view *out)
{
    struct sql_place_history_rows rows = { 0 };

    if (!place_staff(c))
        return true;
    if (!sql_place_history(c, &(struct sql_place_history_in){ id }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->history) = (struct place_version_view){
            .when = instant_ja(c->mem, rows.v[i].at),
            .who = arena_printf(c->mem, "%s　%s", rows.v[i].desk, rows.v[i].who),
            .why = or_null(rows.v[i].why),
            .body = rows.v[i].body,
        };
    return true;
}

bool
desk_place_show(struct ctx *c, struct place_id id, struct place_view *out)
{
    const bool staff = place_staff(c);
    const char *path = place_path(c, arena_printf(c->mem, "/%s", id.id.s));
    struct sql_community_of_place_row community;
    struct sql_place_list_row line;
    struct sql_place_session_sums_row sums;
    struct sql_place_one_row row;
    bool handed;

    if (!place_load(c, id, &row)
        || !sql_place_session_sums(c, &(struct sql_place_session_sums_in){ id }, &sums)
        || !sql_community_of_place(c, &(struct sql_community_of_place_in){ id },
                                   &community, &handed))
        return false;
    line = list_row(id, &row);
    *out = (struct place_view){ .back_path = place_path(c, ""), .desk = row.desk };
    if (staff) {
        out->mend_path = arena_printf(c->mem, "%s/mend", path);
        out->check_path = arena_printf(c->mem, "%s/check", path);
        out->stage_path = arena_printf(c->mem, "%s/stage", path);
        out->sessions_path = arena_printf(c->mem, "%s/sessions", path);
        out->held = arena_printf(c->mem, "%" PRId64 "回　のべ %" PRId64 "人", sums.held,
                                 sums.came);
    }
    if (handed) {
        out->community = arena_printf(c->mem, "%sに地域づくりへ渡しました",
                                      day_ja(c->mem, community.made_on));
        out->community_path = place_path(c, "/community");
    }
    place_line(c, &line, &out->line);
    add_day(c, &out->days, PLACE_STAGE_IDEA, row.idea_on);
    add_day(c, &out->days, PLACE_STAGE_TRIAL, row.trial_on);
    add_day(c, &out->days, PLACE_STAGE_ESTABLISHED, row.established_on);
    add_day(c, &out->days, PLACE_STAGE_CLOSED, row.closed_on);
    return add_history(c, id, out);
}

static void
split_codes(struct ctx *c, const char *codes, struct form_codes *out)
{
    const char *code;

    while ((code = place_next_code(c->mem, &codes)))
        *VEC_PUSH(c->mem, out) = code;
}

bool
desk_place_values(struct ctx *c,
                  struct place_id id,
                  struct place_mend_view *out,
                  struct form_place *values)
{
    const char *path = place_path(c, arena_printf(c->mem, "/%s", id.id.s));
    struct sql_place_one_row r;

    if (!place_may_write(c) || !place_load(c, id, &r))
        return false;
    *out = (struct place_mend_view){ .path = path, .back_path = path, .title = r.name };
    form_clear(&form_place_def, values);
    *values = (struct form_place){
        .name = r.name,
        .kind = r.kind,
        .host = r.host,
        .area = r.area,
        .address = r.address,
        .target = r.target,
        .age_from = r.age_from,
        .age_from_given = r.age_from >= 0,
        .age_to = r.age_to,
        .age_to_given = r.age_to >= 0,
        .gender = r.gender,
        .capacity = r.capacity,
        .capacity_given = r.capacity >= 0,
        .days = r.days,
        .fee = r.fee,
        .help = r.help,
        .mind = r.mind,
        .contact = r.contact,
        .sitting = r.sitting_id,
        .published = r.published,
        .hidden = r.hidden,
        .checked_on = r.checked_on,
        .why = "",
        .version = r.version,
        .version_given = true,
    };
    split_codes(c, r.features, &values->features);
    return true;
}

bool
desk_community_items(struct ctx *c, struct community_items_view *out)
{
    const struct sql_community_list_in in = { .staff = place_staff(c),
                                              .every =
                                                  viewer_sees_hidden_places(c->viewer),
                                              .desk_id = c->viewer->desk };
    struct sql_community_list_rows rows = { 0 };

    *out = (struct community_items_view){ .back_path = place_path(c, "") };
    if (!sql_community_list(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->lines) = (struct link_view){
            .path = place_path(c, arena_printf(c->mem, "/%s", rows.v[i].place_id.id.s)),
            .text = arena_printf(c->mem, "%s　%s　%s", rows.v[i].name,
                                 day_ja(c->mem, rows.v[i].made_on), rows.v[i].desk),
        };
    return true;
}
