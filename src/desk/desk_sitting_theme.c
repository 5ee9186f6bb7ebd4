/* What a body studies, and the groups set up under it. Source. */
#include "../base/text.h"
#include "../base/vec.h"
#include "desk_body_record.h"
#include "desk_sitting_body.h"
#include "desk_sitting_part.h"

#define THEMES "set_research_theme_from_practice"

/* A theme comes from practice: from a local issue, or from what was seen at work. */
static bool
check_origin(struct ctx *c, const struct form_body_theme *f)
{
    const struct sql_local_issue_one_in in = { .local_issue_id = f->local_issue,
                                               .desk = c->viewer->desk,
                                               .shares = true };
    struct sql_local_issue_one_row issue;
    bool found;

    if (id_none(f->local_issue.id))
        return *f->origin
               || refuse_field(c, "origin",
                               "テーマは、現場の実践から立てます。「もとの地域課題」か"
                               "「もとの実践」を書いてください。");
    if (!sql_local_issue_one(c, &in, &issue, &found))
        return false;
    return found
           || refuse_field(c, "local_issue",
                           "「もとの地域課題」を、一覧から選んでください。");
}

bool
desk_body_theme(struct ctx *c, const struct form_body_theme *f, struct outcome *out)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, f->body);
    const struct sql_theme_add_in in = { .theme_id = { id_new(c) },
                                         .body = f->body,
                                         .title = f->title,
                                         .local_issue_id = f->local_issue,
                                         .origin = f->origin,
                                         .from_on = day_of(c->now),
                                         .desk_id = c->viewer->desk,
                                         .post_id = c->viewer->post,
                                         .now = c->now };

    if (!desk_sitting_may_set(c))
        return false;
    if (!m)
        return refuse(c, ERR_MISSING, "no such body");
    if (!body_speaks_of(m, THEMES))
        return refuse_field(
            c, "title", "「%s」がテーマを立てることは、計画にありません。", m->name);
    out->id = in.theme_id.id;
    out->place = arena_printf(c->mem, "/meetings/year?body=%s&said=entry_kept&at=%s",
                              m->id, out->id.s);
    return check_origin(c, f) && sql_theme_add(c, &in);
}

static struct body_entry_view
theme_view(struct ctx *c, const struct sql_theme_list_row *t)
{
    const char *both = *t->need && *t->origin ? "\n" : "";

    return (struct body_entry_view){
        .body = t->title,
        .kind = *t->need ? "地域課題から" : "実践から",
        .words = arena_printf(c->mem, "%s%s%s", t->need, both, t->origin),
        .when = arena_printf(c->mem, "%s　%s", day_ja(c->mem, t->from_on), t->desk),
        .path = body_record_path(c, t->theme_id.id),
        .state = body_record_state(t->changes, t->withdrawn),
        .withdrawn = t->withdrawn,
    };
}

static bool
show_themes(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out)
{
    struct sql_theme_list_rows rows = { 0 };

    if (!body_speaks_of(m, THEMES))
        return true;
    out->theme_path = arena_printf(c->mem, "%s/meetings/themes", c->town->path);
    if (!sql_theme_list(c, &(struct sql_theme_list_in){ .body = m->id }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->themes) = theme_view(c, &rows.v[i]);
    return true;
}

bool
body_work(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out)
{
    const struct sql_subgroup_list_in in = { .desk = c->viewer->desk, .shares = true };
    struct sql_subgroup_list_rows rows = { 0 };

    if (!show_themes(c, m, out) || !sql_subgroup_list(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_subgroup_list_row *g = &rows.v[i];
        const struct plan_meeting *of = profile_meeting(c->town->profile, g->body);

        if (!text_same(g->parent, m->id) && !text_same(g->body, m->id))
            continue;
        *VEC_PUSH(c->mem, &out->subgroups) = (struct link_view){
            .path = arena_printf(c->mem, "%s/subgroups/%s", c->town->path,
                                 g->subgroup_id.id.s),
            .text =
                arena_printf(c->mem, "%s　%s（%s）", of ? of->name : g->body, g->topic,
                             day_known(g->closed_on) ? "終わりました" : "続いています"),
        };
    }
    return true;
}

struct form_options
desk_body_issues(struct ctx *c)
{
    const struct sql_local_issue_list_in in = { .desk = c->viewer->desk,
                                                .shares = true };
    struct sql_local_issue_list_rows rows = { 0 };
    struct form_option *v;

    if (!sql_local_issue_list(c, &in, &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].local_issue_id.id.s),
            .label = rows.v[i].need,
        };
    return (struct form_options){ .name = "local_issue", .v = v, .n = rows.n };
}
