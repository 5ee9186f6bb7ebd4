#include "desk_local_issue_lift.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/town.h"
#include "desk_sitting_part.h"

/* The body that the issue has come to; NULL: it came up at no meeting that may be told. */
static const struct plan_meeting *
level_of(struct ctx *c,
         const struct sql_local_issue_one_row *r,
         const struct sql_lift_list_rows *lifts)
{
    const char *body = lifts->n ? lifts->v[lifts->n - 1].body : r->body;

    return lifts->n || r->ours ? profile_meeting(c->town->profile, body) : NULL;
}

static bool
load(struct ctx *c,
     struct local_issue_id id,
     struct sql_local_issue_one_row *r,
     struct sql_lift_list_rows *lifts)
{
    const struct sql_local_issue_one_in in = { .local_issue_id = id,
                                               .desk = c->viewer->desk,
                                               .shares = true };
    bool found;

    if (!desk_sitting_may_set(c) || !sql_local_issue_one(c, &in, r, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such local issue");
    return sql_lift_list(c, &(struct sql_lift_list_in){ .local_issue_id = id }, lifts);
}

static bool
is_above(const struct plan_meeting *m, const char *body)
{
    for (size_t i = 0; m && i < m->reports_to.n; i++)
        if (text_same(m->reports_to.v[i], body))
            return true;
    return false;
}

/* Says where it can go from here. */
static bool
refuse_level(struct ctx *c, const struct plan_meeting *m)
{
    struct buf b = buf_new(c->mem);

    if (!m)
        return refuse_field(c, "body",
                            "この地域課題は、この窓口の会議で出たものではありません。"
                            "出た会議の窓口が上げます。");
    for (size_t i = 0; i < m->reports_to.n; i++)
        buf_printf(&b, "「%s」", sitting_body_name(c, m->reports_to.v[i]));
    if (!b.n)
        return refuse_field(c, "body", "「%s」の上に、会議はありません。", m->name);
    return refuse_field(c, "body", "「%s」から上げられるのは、%sです。", m->name,
                        buf_text(&b));
}

bool
desk_local_issue_lift(struct ctx *c,
                      struct local_issue_id id,
                      const struct form_local_issue_lift *f,
                      struct outcome *out)
{
    const struct sql_lift_add_in in = { .local_issue_id = id,
                                        .body = f->body,
                                        .words = f->words,
                                        .on_day = day_of(c->now),
                                        .desk_id = c->viewer->desk,
                                        .post_id = c->viewer->post,
                                        .now = c->now };
    struct waiting w = { .body = f->body, .kind = WAITING_KIND_LIFT, .source = id.id };
    struct sql_local_issue_one_row r;
    struct sql_lift_list_rows lifts = { 0 };
    const struct plan_meeting *m;

    if (!load(c, id, &r, &lifts))
        return false;
    m = level_of(c, &r, &lifts);
    if (!is_above(m, f->body))
        return refuse_level(c, m);
    w.title = arena_printf(c->mem, "地域課題　%s",
                           town_label(c->town, "local_issue", r.kind));
    w.words = arena_printf(c->mem, "%s\n%s", r.need, f->words);
    out->id = id.id;
    out->place = arena_printf(c->mem, "/local-issues/%s?said=issue_lifted", id.id.s);
    return sql_lift_add(c, &in) && sitting_wait(c, &w);
}

bool
local_issue_levels(struct ctx *c,
                   struct local_issue_id id,
                   const struct sql_local_issue_one_row *r,
                   struct local_issue_view *out)
{
    struct sql_lift_list_rows lifts = { 0 };
    const struct plan_meeting *m;

    if (!sql_lift_list(c, &(struct sql_lift_list_in){ .local_issue_id = id }, &lifts))
        return false;
    m = level_of(c, r, &lifts);
    if (m && m->reports_to.n)
        out->lift_path = arena_printf(c->mem, "%s/lift", out->head.path);
    if (!lifts.n && !out->lift_path)
        return true;
    *VEC_PUSH(c->mem, &out->levels) = (struct local_issue_level_view){
        .body = r->ours ? sitting_body_name(c, r->body) : r->desk,
        .when = day_ja(c->mem, r->held_on),
    };
    for (size_t i = 0; i < lifts.n; i++)
        *VEC_PUSH(c->mem, &out->levels) = (struct local_issue_level_view){
            .body = sitting_body_name(c, lifts.v[i].body),
            .when = arena_printf(c->mem, "%s　%s", day_ja(c->mem, lifts.v[i].on_day),
                                 lifts.v[i].desk),
            .words = lifts.v[i].words,
        };
    return true;
}

struct form_options
desk_local_issue_above(struct ctx *c, struct local_issue_id id)
{
    struct form_options out = { .name = "body_above" };
    struct sql_local_issue_one_row r;
    struct sql_lift_list_rows lifts = { 0 };
    const struct plan_meeting *m;
    struct form_option *v;

    if (!load(c, id, &r, &lifts) || !(m = level_of(c, &r, &lifts)))
        return out;
    v = ARENA_ARRAY(c->mem, m->reports_to.n + 1, struct form_option);
    for (size_t i = 0; i < m->reports_to.n; i++)
        v[i] =
            (struct form_option){ .code = m->reports_to.v[i],
                                  .label = sitting_body_name(c, m->reports_to.v[i]) };
    out.v = v;
    out.n = m->reports_to.n;
    return out;
}
