#include "desk_body_record.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "desk_part.h"
#include "desk_sitting_part.h"

const char *
body_record_path(struct ctx *c, struct id id)
{
    return arena_printf(c->mem, "%s/body-records/%s", c->town->path, id.s);
}

const char *
body_record_state(int64_t changes, bool withdrawn)
{
    return withdrawn ? "取り消しました" : changes ? "直しました" : NULL;
}

static bool
load(struct ctx *c, struct id id, struct sql_body_record_one_row *r)
{
    bool found;

    if (!desk_sitting_may_set(c)
        || !sql_body_record_one(c, &(struct sql_body_record_one_in){ .record_id = id },
                                r, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "no such record");
}

/* The record, if the viewer's desk wrote it and it still holds. */
static bool
load_own(struct ctx *c, struct id id, struct sql_body_record_one_row *r)
{
    if (!load(c, id, r))
        return false;
    if (!id_same(r->desk_id.id, c->viewer->desk.id))
        return refuse(c, ERR_RULE, "直せるのは、書いた窓口（%s）です。", r->desk);
    return !r->withdrawn || refuse(c, ERR_CONFLICT, "もう取り消されています。");
}

static bool
has_title(enum body_record k)
{
    return k != BODY_RECORD_ENTRY;
}

static bool
takes_words(const struct sql_body_record_one_row *r)
{
    return r->kind != BODY_RECORD_AREA && (r->kind != BODY_RECORD_SUBGROUP || r->over);
}

static bool
needs_words(const struct sql_body_record_one_row *r)
{
    return r->kind == BODY_RECORD_ENTRY || (r->kind == BODY_RECORD_SUBGROUP && r->over)
           || (r->kind == BODY_RECORD_THEME && !r->tied);
}

/* Where the record stands among others. */
static const char *
page_of(struct ctx *c, const struct sql_body_record_one_row *r, struct id id)
{
    switch (r->kind) {
    case BODY_RECORD_ENTRY:
        return arena_printf(c->mem, "/meetings/year?body=%s&year=%d", r->body,
                            (int)r->fiscal_year);
    case BODY_RECORD_THEME:
        return arena_printf(c->mem, "/meetings/year?body=%s", r->body);
    case BODY_RECORD_EVENT:
    case BODY_RECORD_GROUP:
        return arena_printf(c->mem, "/meetings/groups?body=%s", r->body);
    case BODY_RECORD_SUBGROUP:
        return arena_printf(c->mem, "/subgroups/%s", id.s);
    case BODY_RECORD_AREA:
        return "/meetings/areas";
    case BODY_RECORD_NONE:
        break;
    }
    return "/meetings";
}

static const char *
kind_of(const struct sql_body_record_one_row *r)
{
    return r->kind == BODY_RECORD_ENTRY ? body_entry_kind_label(r->entry_kind)
                                        : body_record_label(r->kind);
}

/* Why the record has to stay; NULL: it may be withdrawn. */
static const char *
must_stay(const struct sql_body_record_one_row *r)
{
    if (r->kind == BODY_RECORD_SUBGROUP && r->over)
        return "報告を出した部会は、取り消せません。報告を直してください。";
    if (r->kind == BODY_RECORD_GROUP && r->tied)
        return "催しや活動に出ている団体は、取り消せません。「抜けた」と書くか、先に催"
               "し"
               "・活動を取り消してください。";
    return NULL;
}

static const char *
or_null(const char *text)
{
    return *text ? text : NULL;
}

static bool
show_changes(struct ctx *c,
             struct id id,
             const struct sql_body_record_one_row *r,
             struct body_record_view *out)
{
    struct sql_body_changes_rows rows = { 0 };

    if (!sql_body_changes(c, &(struct sql_body_changes_in){ .record_id = id }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_body_changes_row *x = &rows.v[i];

        *VEC_PUSH(c->mem, &out->changes) = (struct body_change_view){
            .what = x->withdrawn ? "取り消し" : "直す前",
            .when = arena_printf(c->mem, "%s %s　%s　%s", day_ja(c->mem, day_of(x->at)),
                                 instant_clock(c->mem, x->at), x->desk, x->who),
            .why = x->why,
            .title = has_title(r->kind) && !x->withdrawn ? x->title : NULL,
            .words = x->withdrawn ? NULL : or_null(x->words),
        };
    }
    return true;
}

/* A group may leave on a day other than today. */
static bool
offer_leaving(struct ctx *c,
              const struct sql_body_record_one_row *r,
              struct id id,
              struct body_record_view *out)
{
    const struct sql_group_one_in in = { .group_id = { id } };
    struct sql_group_one_row g;
    bool found;

    if (r->kind != BODY_RECORD_GROUP || r->withdrawn)
        return true;
    if (!sql_group_one(c, &in, &g, &found))
        return false;
    if (found && !day_known(g.until_on))
        out->leave_path = arena_printf(c->mem, "%s/groups/%s/end", c->town->path, id.s);
    return true;
}

bool
desk_body_record(struct ctx *c, struct id id, struct body_record_view *out)
{
    struct sql_body_record_one_row r;

    if (!load(c, id, &r))
        return false;
    *out = (struct body_record_view){
        .id = arena_strdup(c->mem, id.s),
        .kind = kind_of(&r),
        .body = sitting_body_name(c, r.body),
        .title = has_title(r.kind) ? r.title : NULL,
        .words = or_null(r.words),
        .when =
            arena_printf(c->mem, "%s　%s", day_ja(c->mem, day_of(r.made_at)), r.desk),
        .state = body_record_state(r.changes, r.withdrawn),
        .back_path = arena_printf(c->mem, "%s%s", c->town->path, page_of(c, &r, id)),
        .takes_words = takes_words(&r),
        .needs_words = needs_words(&r),
        .version = (long)r.changes,
    };
    if (!r.withdrawn && id_same(r.desk_id.id, c->viewer->desk.id)) {
        out->mend_path = body_record_path(c, id);
        out->kept = must_stay(&r);
        if (!out->kept)
            out->withdraw_path = arena_printf(c->mem, "%s/withdraw", out->mend_path);
    }
    return offer_leaving(c, &r, id, out) && show_changes(c, id, &r, out);
}

/* What the kind of record cannot be without. */
static bool
check(struct ctx *c,
      const struct sql_body_record_one_row *r,
      const struct form_body_mend *f)
{
    if (f->version_given && f->version != r->changes)
        return refuse(
            c, ERR_CONFLICT,
            "ほかの人が、いま直しました。画面を開き直して、今の内容を確かめてく"
            "ださい。");
    if (has_title(r->kind) && !*f->title)
        return refuse_field(c, "title", "「名前・テーマ・課題」を書いてください。");
    if (needs_words(r) && !*f->words)
        return refuse_field(c, "words", "「内容」を書いてください。");
    return !(text_same(f->title, r->title) && text_same(f->words, r->words))
           || refuse_field(c, "words",
                           "前と同じです。直すところを書き換えてください。");
}

static bool
put(struct ctx *c,
    enum body_record kind,
    struct id id,
    const char *title,
    const char *words)
{
    switch (kind) {
    case BODY_RECORD_ENTRY:
        return sql_meeting_entry_mend(
            c, &(struct sql_meeting_entry_mend_in){ .record_id = id, .words = words });
    case BODY_RECORD_THEME:
        return sql_theme_mend(c, &(struct sql_theme_mend_in){
                                     .record_id = id, .title = title, .words = words });
    case BODY_RECORD_EVENT:
        return sql_body_event_mend(
            c, &(struct sql_body_event_mend_in){
                   .record_id = id, .title = title, .words = words });
    case BODY_RECORD_GROUP:
        return sql_group_mend(c, &(struct sql_group_mend_in){
                                     .record_id = id, .title = title, .words = words });
    case BODY_RECORD_SUBGROUP:
        return sql_subgroup_mend(c, &(struct sql_subgroup_mend_in){ .record_id = id,
                                                                    .title = title,
                                                                    .words = words });
    case BODY_RECORD_AREA:
        return sql_area_body_mend(
            c, &(struct sql_area_body_mend_in){ .record_id = id, .title = title });
    case BODY_RECORD_NONE:
        break;
    }
    return refuse(c, ERR_BUG, "a record without a kind");
}

/* Keeps how the record was. */
static bool
keep(struct ctx *c,
     struct id id,
     const struct sql_body_record_one_row *r,
     const char *why,
     bool withdrawn)
{
    return sql_body_change_add(
        c, &(struct sql_body_change_add_in){ .record_id = id,
                                             .place = r->changes + 1,
                                             .title = r->title,
                                             .words = r->words,
                                             .why = why,
                                             .withdrawn = withdrawn,
                                             .post_id = c->viewer->post,
                                             .now = c->now });
}

bool
desk_body_record_mend(struct ctx *c,
                      struct id id,
                      const struct form_body_mend *f,
                      struct outcome *out)
{
    struct sql_body_record_one_row r;
    struct form_body_mend given = *f;

    if (!load_own(c, id, &r))
        return false;
    if (!has_title(r.kind))
        given.title = r.title;
    if (!takes_words(&r))
        given.words = r.words;
    if (!check(c, &r, &given) || !keep(c, id, &r, f->reason, false)
        || !put(c, r.kind, id, given.title, given.words)
        || !sql_waiting_mend(
            c, &(struct sql_waiting_mend_in){ .record_id = id, .words = given.words }))
        return false;
    out->place = arena_printf(c->mem, "/body-records/%s?said=record_mended", id.s);
    return true;
}

bool
desk_body_record_withdraw(struct ctx *c,
                          struct id id,
                          const struct form_body_withdraw *f,
                          struct outcome *out)
{
    const struct day today = day_of(c->now);
    struct sql_body_record_one_row r;

    if (!load_own(c, id, &r))
        return false;
    if (must_stay(&r))
        return refuse_field(c, "reason", "%s", must_stay(&r));
    if (!keep(c, id, &r, f->reason, true)
        || !sql_waiting_drop(c, &(struct sql_waiting_drop_in){ .record_id = id }))
        return false;
    out->place = arena_printf(c->mem, "/body-records/%s?said=record_withdrawn", id.s);
    if (r.kind == BODY_RECORD_SUBGROUP)
        return sql_subgroup_close(
            c, &(struct sql_subgroup_close_in){
                   .subgroup_id = { id }, .report = "", .closed_on = today });
    return r.kind != BODY_RECORD_AREA
           || sql_area_body_end(c, &(struct sql_area_body_end_in){
                                       .area_body_id = { id }, .until_on = today });
}
