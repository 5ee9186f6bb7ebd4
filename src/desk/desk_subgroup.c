#include "desk_subgroup.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "desk_agency_meeting.h"
#include "desk_body_record.h"
#include "desk_place_part.h"
#include "desk_sitting_body.h"
#include "desk_sitting_part.h"

enum { ALL_PLACES = 20000 };

/* The kind of subgroup that the plan has under a body; NULL: none. */
static const struct plan_meeting *
group_under(struct ctx *c, const char *body)
{
    const struct profile *p = c->town->profile;

    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];

        if (m->kind != PROFILE_MEETING_KIND_WORKING_GROUP)
            continue;
        for (size_t k = 0; k < m->reports_to.n; k++)
            if (text_same(m->reports_to.v[k], body))
                return m;
    }
    return NULL;
}

static const char *
name_of(struct ctx *c, const char *body)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);

    return m ? m->name : body;
}

static const char *
path_of(struct ctx *c, struct subgroup_id id)
{
    return arena_printf(c->mem, "%s/subgroups/%s", c->town->path, id.id.s);
}

bool
desk_subgroup_add(struct ctx *c,
                  struct item_id id,
                  const struct form_subgroup_new *f,
                  struct outcome *out)
{
    struct sql_subgroup_add_in in = {
        .subgroup_id = { id_new(c) },
        .topic = f->issue,
        .item_id = id,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };
    const struct plan_meeting *m;
    struct sql_item_show_row i;

    if (!sitting_item(c, id, &i))
        return false;
    m = group_under(c, i.acts_as);
    if (!m)
        return refuse_field(c, "issue",
                            "「%s」の下に部会を置くことは、計画にありません。",
                            name_of(c, i.acts_as));
    if (i.state != ITEM_STATE_DECIDED)
        return refuse_field(c, "issue",
                            "この案件は、まだ決まっていません。会議で「決まった」と"
                            "してから、部会をつくってください。");
    in.body = m->id;
    in.parent = i.acts_as;
    in.set_on = i.held_on;
    out->id = in.subgroup_id.id;
    out->place = arena_printf(c->mem, "/subgroups/%s?said=subgroup", out->id.s);
    return sql_subgroup_add(c, &in);
}

static bool
load(struct ctx *c, struct subgroup_id id, struct sql_subgroup_one_row *row)
{
    return sql_subgroup_one(
        c,
        &(struct sql_subgroup_one_in){ .subgroup_id = id,
                                       .desk = c->viewer->desk,
                                       .shares = role_shares_desk(c->viewer->role) },
        row);
}

bool
desk_subgroup_show(struct ctx *c, struct subgroup_id id, struct subgroup_view *out)
{
    const char *town = c->town->path;
    struct sql_subgroup_one_row g;

    if (!load(c, id, &g))
        return false;
    *out = (struct subgroup_view){
        .id = arena_strdup(c->mem, id.id.s),
        .path = path_of(c, id),
        .title = name_of(c, g.body),
        .issue = g.topic,
        .parent = name_of(c, g.parent),
        .parent_path = arena_printf(c->mem, "%s/meetings/year?body=%s", town, g.parent),
        .decided = arena_printf(c->mem, "%sの会議で決定", day_ja(c->mem, g.set_on)),
        .item_path = arena_printf(c->mem, "%s/items/%s", town, g.item_id.id.s),
        .record_path = body_record_path(c, id.id),
        .state = body_record_state(g.changes, g.withdrawn),
    };
    if (day_known(g.closed_on)) {
        out->report = *g.report ? g.report : NULL;
        out->closed = arena_printf(c->mem, "%sに終了", day_ja(c->mem, g.closed_on));
        return true;
    }
    out->close_path = arena_printf(c->mem, "%s/close", out->path);
    out->meet_path = arena_printf(c->mem, "%s/meetings/new", town);
    return true;
}

bool
desk_subgroup_close(struct ctx *c,
                    struct subgroup_id id,
                    const struct form_subgroup_close *f,
                    struct outcome *out)
{
    const struct sql_subgroup_close_in in = { .subgroup_id = id,
                                              .report = f->report,
                                              .closed_on = day_of(c->now) };
    struct sql_subgroup_one_row g;
    struct waiting w = { .kind = WAITING_KIND_SUBGROUP,
                         .words = f->report,
                         .source = id.id };
    size_t closed;

    if (!load(c, id, &g) || !sql_subgroup_close_changed(c, &in, &closed))
        return false;
    if (!closed)
        return refuse(c, ERR_CONFLICT, "この部会は、もう終わっています。");
    w.body = g.parent;
    w.title = arena_printf(c->mem, "%sの報告　%s", name_of(c, g.body), g.topic);
    out->id = id.id;
    out->place = arena_printf(c->mem, "/subgroups/%s?said=subgroup_over", id.id.s);
    return sitting_wait(c, &w);
}

/* The subgroups that came of an item, and whether another may. */
static bool
show_groups(struct ctx *c,
            struct item_id id,
            const struct sql_item_show_row *i,
            struct item_after_view *out)
{
    const struct plan_meeting *m = group_under(c, i->acts_as);
    struct sql_subgroup_list_rows rows = { 0 };

    if (!m)
        return true;
    out->group_name = m->name;
    if (i->state == ITEM_STATE_DECIDED)
        out->group_path =
            arena_printf(c->mem, "%s/items/%s/subgroups", c->town->path, id.id.s);
    if (!sql_subgroup_list(
            c,
            &(struct sql_subgroup_list_in){ .desk = c->viewer->desk, .shares = true },
            &rows))
        return false;
    for (size_t k = 0; k < rows.n; k++)
        if (id_same(rows.v[k].item_id.id, id.id))
            *VEC_PUSH(c->mem, &out->groups) = (struct link_view){
                .path = path_of(c, rows.v[k].subgroup_id),
                .text = rows.v[k].topic,
            };
    return true;
}

/* The versions of definitions and rules that it decided. */
static bool
show_laid(struct ctx *c, struct item_id id, struct item_after_view *out)
{
    const struct sql_definitions_of_item_in definitions_of = { .item_id = id };
    const struct sql_rules_of_item_in rules_of = { .item_id = id };
    struct sql_definitions_of_item_rows definitions = { 0 };
    struct sql_rules_of_item_rows rules = { 0 };

    if (!sql_definitions_of_item(c, &definitions_of, &definitions)
        || !sql_rules_of_item(c, &rules_of, &rules))
        return false;
    for (size_t k = 0; k < definitions.n; k++)
        *VEC_PUSH(c->mem, &out->laid) = (struct link_view){
            .path = arena_printf(c->mem, "%s/plan/target-cases#v%d", c->town->path,
                                 (int)definitions.v[k].version),
            .text = arena_printf(c->mem, "多機関協働の対象とする事例　第%d版",
                                 (int)definitions.v[k].version),
        };
    for (size_t k = 0; k < rules.n; k++)
        *VEC_PUSH(c->mem, &out->laid) = (struct link_view){
            .path =
                arena_printf(c->mem, "%s/meetings/year?body=%s&year=%d", c->town->path,
                             rules.v[k].body, (int)rules.v[k].fiscal_year),
            .text = arena_printf(c->mem, "%sのルール　%s", name_of(c, rules.v[k].body),
                                 rules.v[k].words),
        };
    return true;
}

/* Where definitions and rules are written, if the body speaks of them. */
static void
offer_laying(struct ctx *c,
             const struct sql_item_show_row *i,
             struct item_after_view *out)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, i->acts_as);

    if (!m || !id_none(i->case_id.id))
        return;
    if (body_speaks_of(m, "review_case_definition"))
        out->definition_path =
            arena_printf(c->mem, "%s/plan/target-cases", c->town->path);
    if (body_speaks_of(m, "review_conference_rules"))
        out->rule_path =
            arena_printf(c->mem, "%s/meetings/year?body=%s", c->town->path, i->acts_as);
}

/* Whether the plan has the body make the menu of places. */
static bool
makes_menu(struct ctx *c, const struct sql_item_show_row *i)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, i->acts_as);

    return m && id_none(i->case_id.id)
           && (body_speaks_of(m, "develop_support_menu")
               || body_speaks_of(m, "plan_resource_development"));
}

/* All places that the viewer may see. */
static bool
load_places(struct ctx *c, struct sql_place_list_rows *out)
{
    const struct sql_place_list_in in = {
        .key = "",
        .kind = "",
        .area = "",
        .feature = "",
        .stage = "",
        .old_before = day_of(c->now),
        .staff = place_staff(c),
        .every = viewer_sees_hidden_places(c->viewer),
        .desk_id = c->viewer->desk,
        .n = ALL_PLACES,
    };

    *out = (struct sql_place_list_rows){ 0 };
    return sql_place_list(c, &in, out);
}

bool
desk_item_place(struct ctx *c,
                struct item_id id,
                const struct form_item_place *f,
                struct outcome *out)
{
    struct sql_item_show_row i;
    struct sql_place_list_rows rows;
    bool found = false;

    if (!sitting_item(c, id, &i))
        return false;
    if (!makes_menu(c, &i))
        return refuse_field(c, "place",
                            "「%s」がメニューをつくることは、計画にありません。",
                            name_of(c, i.acts_as));
    if (!load_places(c, &rows))
        return false;
    for (size_t k = 0; k < rows.n; k++)
        found |= id_same(rows.v[k].place_id.id, f->place.id);
    if (!found)
        return refuse_field(c, "place",
                            "「できたメニュー」を、一覧から選んでください。");
    out->id = f->place.id;
    out->place = arena_printf(c->mem, "/items/%s/after?said=entry_kept", id.id.s);
    return sql_item_place_add(
        c, &(struct sql_item_place_add_in){ .item_id = id, .place_id = f->place });
}

struct form_options
desk_item_places(struct ctx *c)
{
    struct sql_place_list_rows rows;
    struct form_option *v;

    if (!load_places(c, &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].place_id.id.s),
            .label = rows.v[i].name,
        };
    return (struct form_options){ .name = "place", .v = v, .n = rows.n };
}

struct form_options
desk_item_tied(struct ctx *c, struct item_id id)
{
    struct sql_item_places_rows rows = { 0 };
    struct form_option *v;
    size_t n = 0;

    if (!sql_item_places(c, &(struct sql_item_places_in){ .item_id = id }, &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        if (!rows.v[i].dropped_at)
            v[n++] = (struct form_option){
                .code = arena_strdup(c->mem, rows.v[i].place_id.id.s),
                .label = rows.v[i].name,
            };
    return (struct form_options){ .name = "place", .v = v, .n = n };
}

bool
desk_item_place_drop(struct ctx *c,
                     struct item_id id,
                     const struct form_item_place_drop *f,
                     struct outcome *out)
{
    const struct sql_item_place_drop_in in = {
        .item_id = id, .place_id = f->place, .why = f->reason, .now = c->now
    };
    struct sql_item_show_row i;
    size_t n;

    if (!sitting_item(c, id, &i) || !sql_item_place_drop_changed(c, &in, &n))
        return false;
    out->id = f->place.id;
    out->place = arena_printf(c->mem, "/items/%s/after?said=record_withdrawn", id.id.s);
    return n
           || refuse_field(c, "place",
                           "「取り消すメニュー」を、一覧から選んでください。");
}

static bool
show_places(struct ctx *c,
            struct item_id id,
            const struct sql_item_show_row *i,
            struct item_after_view *out)
{
    struct sql_item_places_rows rows = { 0 };

    if (!makes_menu(c, i))
        return true;
    out->place_path =
        arena_printf(c->mem, "%s/items/%s/places", c->town->path, id.id.s);
    if (!sql_item_places(c, &(struct sql_item_places_in){ .item_id = id }, &rows))
        return false;
    for (size_t k = 0; k < rows.n; k++) {
        const struct sql_item_places_row *r = &rows.v[k];
        const struct link_view v = {
            .path =
                arena_printf(c->mem, "%s/places/%s", c->town->path, r->place_id.id.s),
            .text = r->dropped_at ? arena_printf(c->mem, "%s　取り消したわけ：%s",
                                                 r->name, r->dropped_why)
                                  : r->name,
        };

        *VEC_PUSH(c->mem, r->dropped_at ? &out->dropped : &out->places) = v;
    }
    if (out->places.n)
        out->drop_path = arena_printf(c->mem, "%s/drop", out->place_path);
    return true;
}

bool
desk_item_after(struct ctx *c, struct item_id id, struct item_after_view *out)
{
    const char *town = c->town->path;
    struct sql_item_show_row i;

    if (!sitting_item(c, id, &i))
        return false;
    *out = (struct item_after_view){
        .title = arena_printf(c->mem, "案件%d", (int)i.place),
        .sitting = arena_printf(c->mem, "%s　%s", sitting_body_name(c, i.acts_as),
                                day_ja(c->mem, i.held_on)),
        .item_path = arena_printf(c->mem, "%s/items/%s", town, id.id.s),
        .sitting_path = arena_printf(c->mem, "%s/meetings/%s", town, i.sitting_id.id.s),
    };
    if (i.state != ITEM_STATE_DECIDED)
        out->undecided =
            "この案件は、まだ決まっていません。決まると、ここから始められます。";
    if (!id_none(i.plan_id.id))
        out->plan_path =
            arena_printf(c->mem, "%s/support-plans/%s", town, i.plan_id.id.s);
    else if (!id_none(i.scheme_plan_id.id))
        out->plan_path = arena_printf(c->mem, "%s/cases/%s/plan", town, i.case_id.id.s);
    offer_laying(c, &i, out);
    if (!agency_after(c, id, &i, out) || !show_groups(c, id, &i, out)
        || !show_places(c, id, &i, out) || !show_laid(c, id, out))
        return false;
    out->nothing = !out->group_name && !out->definition_path && !out->rule_path
                   && !out->place_path && !out->plan_path && !out->propose_path;
    return true;
}
