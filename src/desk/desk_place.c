#include "desk_place_part.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/intake_rule.h"
#include "../domain/place_rule.h"
#include "../domain/placement_rule.h"
#include "../domain/search_key.h"
#include "../domain/town.h"

#include <string.h>

const char *
place_path(struct ctx *c, const char *rest)
{
    return arena_printf(c->mem, "%s/places%s", c->town->path, rest);
}

bool
place_staff(const struct ctx *c)
{
    return role_shares_desk(c->viewer->role);
}

int64_t
place_check_days(const struct ctx *c)
{
    return intake_rule_number(&c->town->settings, RULE_PLACE_CHECK_DAYS, 180);
}

bool
place_may_write(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);

    return (decision_allows(&d, ITEM_COORDINATION) && place_staff(c))
           || refuse(c, ERR_DENIED, "no work at a desk");
}

bool
place_load(struct ctx *c, struct place_id id, struct sql_place_one_row *row)
{
    bool found;

    if (!sql_place_one(
            c,
            &(struct sql_place_one_in){ .place_id = id,
                                        .staff = place_staff(c),
                                        .every = viewer_sees_hidden_places(c->viewer),
                                        .desk_id = c->viewer->desk },
            row, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "no such place");
}

bool
place_keep(struct ctx *c,
           struct place_id id,
           int64_t version,
           const char *why,
           const char *body)
{
    return sql_place_keep(c, &(struct sql_place_keep_in){ .place_id = id,
                                                          .version = version,
                                                          .post_id = c->viewer->post,
                                                          .now = c->now,
                                                          .why = why,
                                                          .body = body });
}

/* ",near,quiet,": each between commas, so that one is found by its own. */
static const char *
join_codes(struct ctx *c, const struct form_codes *codes)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < codes->n; i++)
        buf_printf(&b, ",%s", codes->v[i]);
    if (codes->n)
        buf_char(&b, ',');
    return buf_text(&b);
}

/* That a 支援会議 sat is nobody's to read in a register. Source: practice rule 15. */
static bool
makes_menus(const struct ctx *c, const char *body)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);

    return m && m->kind != PROFILE_MEETING_KIND_SUPPORT;
}

static bool
read_sitting(struct ctx *c, const struct form_place *f, struct sql_place_add_in *in)
{
    struct sql_menu_sittings_rows rows = { 0 };

    in->body = "";
    if (id_none(f->sitting.id))
        return true;
    if (!sql_menu_sittings(c, &(struct sql_menu_sittings_in){ c->viewer->desk }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (id_same(rows.v[i].sitting_id.id, f->sitting.id)
            && makes_menus(c, rows.v[i].body)) {
            in->sitting_id = rows.v[i].sitting_id;
            in->body = rows.v[i].body;
            return true;
        }
    return refuse_field(
        c, "sitting",
        "「どの会議で作ったか」は、この窓口が開いた会議から選んでください。");
}

static bool
check(struct ctx *c, const struct form_place *f)
{
    bool good = true;

    if (f->age_from_given && f->age_to_given && f->age_to < f->age_from)
        good = refuse_field(c, "age_to",
                            "「何歳まで」は、「何歳から」より下にできません。");
    if (strcmp(f->kind, PLACE_KIND_PUBLIC_GOOD) == 0 && !*f->host)
        good = refuse_field(c, "host",
                            "「運営している団体・法人」に、取り組んでいる法人の名前を"
                            "書いてください。");
    if (f->published && f->hidden)
        good = refuse_field(c, "published",
                            "「公開してよい」と「書いた窓口…だけに見せる」は、"
                            "いっしょに選べません。");
    if (day_known(f->checked_on) && f->checked_on.n > day_of(c->now).n)
        good = refuse_field(c, "checked_on",
                            "「確かめた日」は、きょうまでの日にしてください。");
    return good;
}

bool
place_read(struct ctx *c, const struct form_place *f, struct sql_place_add_in *in)
{
    const enum place_stage stage = f->stage ? f->stage : PLACE_STAGE_ESTABLISHED;
    const bool good = check(c, f);

    *in = (struct sql_place_add_in){
        .place_id = { id_new(c) },
        .name = f->name,
        .kind = f->kind,
        .host = f->host,
        .area = f->area,
        .address = f->address,
        .target = f->target,
        .age_from = f->age_from_given ? f->age_from : -1,
        .age_to = f->age_to_given ? f->age_to : -1,
        .gender = f->gender,
        .capacity = f->capacity_given ? f->capacity : -1,
        .days = f->days,
        .fee = f->fee,
        .features = join_codes(c, &f->features),
        .help = f->help,
        .mind = f->mind,
        .contact = f->contact,
        .published = f->published,
        .hidden = f->hidden,
        .stage = stage,
        .idea_on =
            stage == PLACE_STAGE_IDEA ? day_of(c->now) : (struct day){ DAY_NONE },
        .checked_on = f->checked_on,
        .checked_by = day_known(f->checked_on) ? c->viewer->name : "",
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };
    in->search_text = arena_printf(
        c->mem, "%s %s %s %s %s", search_key_query(c->mem, f->name),
        search_key_query(c->mem, f->host), search_key_query(c->mem, f->address),
        search_key_query(c->mem, f->days), search_key_query(c->mem, f->help));
    return desk_check_codes(c, &form_place_def, f) && good && read_sitting(c, f, in);
}

bool
desk_place_new(struct ctx *c)
{
    return place_may_write(c);
}

bool
desk_place_add(struct ctx *c, const struct form_place *f, struct outcome *out)
{
    struct sql_place_add_in in;

    if (!place_may_write(c) || !place_read(c, f, &in))
        return false;
    if (in.stage != PLACE_STAGE_ESTABLISHED && in.stage != PLACE_STAGE_IDEA)
        return refuse_field(c, "stage",
                            "はじめは「構想」か、すでにある場所（選ばない）です。"
                            "試行・定着へは、あとから進めます。");
    out->id = in.place_id.id;
    out->place = arena_printf(c->mem, "/places/%s?said=place", out->id.s);
    return sql_place_add(c, &in)
           && place_keep(c, in.place_id, 1, f->why,
                         desk_form_text(c, &form_place_def, f));
}

bool
desk_place_mend(struct ctx *c,
                struct place_id id,
                const struct form_place *f,
                struct outcome *out)
{
    struct sql_place_one_row row;
    struct sql_place_add_in in;
    size_t n;

    if (!place_may_write(c) || !place_load(c, id, &row) || !place_read(c, f, &in))
        return false;
    if (id_none(f->sitting.id)) {
        in.sitting_id = row.sitting_id;
        in.body = row.body;
    }
    if (!sql_place_mend_changed(
            c,
            &(struct sql_place_mend_in){
                .place_id = id,
                .version = f->version,
                .name = in.name,
                .kind = in.kind,
                .host = in.host,
                .area = in.area,
                .address = in.address,
                .target = in.target,
                .age_from = in.age_from,
                .age_to = in.age_to,
                .gender = in.gender,
                .capacity = in.capacity,
                .days = in.days,
                .fee = in.fee,
                .features = in.features,
                .help = in.help,
                .mind = in.mind,
                .contact = in.contact,
                .published = in.published,
                .hidden = in.hidden,
                .sitting_id = in.sitting_id,
                .body = in.body,
                .checked_on = in.checked_on,
                .checked_by =
                    day_known(in.checked_on) && in.checked_on.n == row.checked_on.n
                        ? row.checked_by
                        : in.checked_by,
                .search_text = in.search_text,
            },
            &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_CONFLICT,
                      "ほかの人が先に直しました。いまの内容を見てください。");
    out->place = arena_printf(c->mem, "/places/%s?said=place_mended", id.id.s);
    return place_keep(c, id, row.version + 1, f->why,
                      desk_form_text(c, &form_place_def, f));
}

bool
desk_place_check(struct ctx *c,
                 struct place_id id,
                 const struct form_place_check *f,
                 struct outcome *out)
{
    struct sql_place_one_row row;

    if (!place_may_write(c) || !place_load(c, id, &row))
        return false;
    if (f->checked_on.n > day_of(c->now).n)
        return refuse_field(c, "checked_on",
                            "「確かめた日」は、きょうまでの日にしてください。");
    out->place = arena_printf(c->mem, "/places/%s?said=place_checked", id.id.s);
    return sql_place_check(
               c, &(struct sql_place_check_in){ .place_id = id,
                                                .checked_on = f->checked_on,
                                                .checked_by = c->viewer->name })
           && place_keep(c, id, row.version + 1, "先方に確かめた",
                         desk_form_text(c, &form_place_check_def, f));
}

/* Hands a settled place on; a second time changes nothing. */
static bool
to_community(struct ctx *c, struct place_id id, struct day on)
{
    if (!intake_rule_is_on(&c->town->settings, RULE_PLACE_TO_COMMUNITY))
        return true;
    return sql_community_add(
        c, &(struct sql_community_add_in){ .community_id = { id_new(c) },
                                           .place_id = id,
                                           .made_on = on,
                                           .desk_id = c->viewer->desk,
                                           .post_id = c->viewer->post });
}

static struct day
last_day(const struct sql_place_one_row *row)
{
    const struct day days[] = { row->idea_on, row->trial_on, row->established_on,
                                row->closed_on };
    struct day last = { DAY_NONE };

    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (day_known(days[i]) && (!day_known(last) || days[i].n > last.n))
            last = days[i];
    return last;
}

bool
desk_place_move(struct ctx *c,
                struct place_id id,
                const struct form_place_stage *f,
                struct outcome *out)
{
    const struct day on = day_known(f->on_day) ? f->on_day : day_of(c->now);
    struct sql_place_one_row row;
    struct day last;

    if (!place_may_write(c) || !place_load(c, id, &row))
        return false;
    last = last_day(&row);
    out->place = arena_printf(c->mem, "/places/%s?said=place_moved", id.id.s);
    if (row.stage == f->stage)
        return refuse(c, ERR_CONFLICT, "もう「%s」です。", place_stage_label(f->stage));
    if (!place_may_move(row.stage, f->stage))
        return refuse_field(
            c, "stage",
            "「%s」から「%s」へは進めません。構想・試行・定着の順に進めてください。",
            place_stage_label(row.stage), place_stage_label(f->stage));
    if (on.n > day_of(c->now).n || (day_known(last) && on.n < last.n))
        return refuse_field(
            c, "on_day",
            "「いつ」は、前の段階の日から、きょうまでの日にしてください。");
    return sql_place_move(c,
                          &(struct sql_place_move_in){
                              .place_id = id,
                              .stage = f->stage,
                              .on_day = on,
                              .trial = f->stage == PLACE_STAGE_TRIAL,
                              .established = f->stage == PLACE_STAGE_ESTABLISHED,
                              .closed = f->stage == PLACE_STAGE_CLOSED })
           && (f->stage != PLACE_STAGE_ESTABLISHED || to_community(c, id, on))
           && place_keep(c, id, row.version + 1, f->why,
                         desk_form_text(c, &form_place_stage_def, f));
}

struct form_options
desk_place_sittings(struct ctx *c)
{
    struct sql_menu_sittings_rows rows = { 0 };
    struct form_option *v;
    size_t n = 0;

    if (!sql_menu_sittings(c, &(struct sql_menu_sittings_in){ c->viewer->desk }, &rows))
        return (struct form_options){ .name = "sitting" };
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++) {
        const struct plan_meeting *m =
            profile_meeting(c->town->profile, rows.v[i].body);

        if (makes_menus(c, rows.v[i].body))
            v[n++] = (struct form_option){
                .code = arena_strdup(c->mem, rows.v[i].sitting_id.id.s),
                .label =
                    arena_printf(c->mem, "%s　%s", day_short(c->mem, rows.v[i].held_on),
                                 m ? m->name : rows.v[i].body),
            };
    }
    return (struct form_options){ .name = "sitting", .v = v, .n = n };
}
