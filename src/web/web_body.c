/* One body of the plan in a fiscal year. */
#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_agency_meeting.h"
#include "../desk/desk_sitting.h"
#include "../desk/desk_sitting_body.h"
#include "../desk/desk_subgroup.h"
#include "../domain/town.h"
#include "gen/pages.h"

bool
act_body_entry(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_entry f;

    return form_body_entry_read(c, &req->form, &f) && desk_body_entry(c, &f, out);
}

bool
act_body_evaluation(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_evaluation f;

    return form_body_evaluation_read(c, &req->form, &f)
           && desk_body_evaluation(c, &f, out);
}

bool
act_body_theme(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_theme f;

    return form_body_theme_read(c, &req->form, &f) && desk_body_theme(c, &f, out);
}

/* The body and the year that the address, or the form that was sent, speak of. */
static bool
load(struct ctx *c, const struct request *req, struct body_year_view *out)
{
    const char *body = request_query(req, "body");
    const char *typed = request_form(req, "fiscal_year");
    int64_t year;

    if (!text_int(*typed ? typed : request_query(req, "year"), 2000, 2199, &year))
        year = 0;
    return desk_body_year(c, *body ? body : request_form(req, "body"), year, out);
}

bool
show_body_year(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct form_view entry = frame_part(c, req, &form_body_entry_def, NULL);
    struct form_view judge = frame_part(c, req, &form_body_evaluation_def, "e-");
    struct form_view theme = frame_part(c, req, &form_body_theme_def, "t-");
    struct form_body_theme theme_of;
    struct form_body_entry entry_of;
    struct form_body_evaluation judge_of;
    struct frame_view f;
    struct body_year_view v;

    (void)out;
    if (!load(c, req, &v))
        return false;
    if (respond_wants_json(req)) {
        json_body_year(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, v.title, &f))
        return false;
    f.typed = true;
    frame_crumb(c, &f, arena_printf(c->mem, "%s/meetings", c->town->path), "会議");
    form_clear(&form_body_theme_def, &theme_of);
    form_clear(&form_body_entry_def, &entry_of);
    form_clear(&form_body_evaluation_def, &judge_of);
    entry_of.body = judge_of.body = theme_of.body = v.body;
    entry_of.fiscal_year = judge_of.fiscal_year = theme_of.fiscal_year = v.fiscal_year;
    entry_of.fiscal_year_given = judge_of.fiscal_year_given = true;
    theme_of.fiscal_year_given = true;
    theme.values = &theme_of;
    frame_offer(c, &entry, desk_body_topics(c));
    frame_offer(c, &theme, desk_body_issues(c));
    entry.values = &entry_of;
    judge.values = &judge_of;
    view_body_year(&rep->body, &f, &v, &entry, &judge, &theme);
    frame_page(c, rep);
    return true;
}

static struct subgroup_id
subgroup_of(const struct request *req)
{
    return (struct subgroup_id){ .id = req->ids[0] };
}

static struct item_id
item_of(const struct request *req)
{
    return (struct item_id){ .id = req->ids[0] };
}

bool
show_item_after(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct form_view group = frame_part(c, req, &form_subgroup_new_def, "g-");
    struct form_view place = frame_part(c, req, &form_item_place_def, "p-");
    struct form_view role = frame_part(c, req, &form_role_proposal_def, "r-");
    struct form_view meet = frame_part(c, req, &form_agency_meeting_def, "m-");
    struct form_view unrole = frame_part(c, req, &form_role_withdraw_def, "u-");
    struct form_view untie = frame_part(c, req, &form_item_place_drop_def, "d-");
    struct item_after_view v;
    struct form_options places;
    struct frame_view f;

    (void)out;
    if (!desk_item_after(c, item_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_item_after(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, "決まったあとのこと", "/meetings", "会議", &f))
        return false;
    frame_crumb(c, &f, v.sitting_path, v.sitting);
    frame_crumb(c, &f, v.item_path, v.title);
    places = desk_item_places(c);
    frame_offer(c, &place, places);
    frame_offer(c, &role, desk_sitting_desks(c));
    frame_offer(c, &unrole, desk_role_proposals(c, item_of(req)));
    frame_offer(c, &untie, desk_item_tied(c, item_of(req)));
    view_item_after(&rep->body, &f, &v, &group, &place, &role, &meet, &unrole, &untie,
                    places.n ? v.place_path : NULL);
    frame_page(c, rep);
    return true;
}

bool
act_item_place(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_item_place f;

    return form_item_place_read(c, &req->form, &f)
           && desk_item_place(c, item_of(req), &f, out);
}

bool
act_subgroup(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_subgroup_new f;

    return form_subgroup_new_read(c, &req->form, &f)
           && desk_subgroup_add(c, item_of(req), &f, out);
}

bool
show_subgroup(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct form_view form = frame_part(c, req, &form_subgroup_close_def, NULL);
    struct subgroup_view v;
    struct frame_view f;

    (void)out;
    if (!desk_subgroup_show(c, subgroup_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_subgroup(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, v.title, "/meetings", "会議", &f))
        return false;
    frame_crumb(c, &f, v.parent_path, v.parent);
    frame_crumb(c, &f, NULL, v.title);
    view_subgroup(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_subgroup_close(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_subgroup_close f;

    return form_subgroup_close_read(c, &req->form, &f)
           && desk_subgroup_close(c, subgroup_of(req), &f, out);
}

bool
act_item_add_plan(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_plan_agenda f;

    return form_plan_agenda_read(c, &req->form, &f)
           && desk_item_add_plan(c, (struct sitting_id){ .id = req->ids[0] }, &f, out);
}

bool
show_sitting_plans(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct form_view form = frame_part(c, req, &form_plan_agenda_def, NULL);
    struct sitting_view v;
    struct frame_view f;

    (void)out;
    if (!desk_sitting_show(c, (struct sitting_id){ .id = req->ids[0] }, &v))
        return false;
    if (!frame_below(c, req, v.title, "/meetings", "会議", &f))
        return false;
    frame_crumb(c, &f, v.path, v.when);
    frame_offer(c, &form, desk_sitting_plans(c, &v));
    view_sitting_plans(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_role_propose(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_role_proposal f;

    return form_role_proposal_read(c, &req->form, &f)
           && desk_role_propose(c, item_of(req), &f, out);
}

bool
act_agency_meeting(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_agency_meeting f;

    return form_agency_meeting_read(c, &req->form, &f)
           && desk_agency_meeting(c, item_of(req), &f, out);
}

bool
act_role_settle(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_role_settle(c, (struct role_proposal_id){ .id = req->ids[0] }, out);
}

bool
act_role_withdraw(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_role_withdraw f;

    return form_role_withdraw_read(c, &req->form, &f)
           && desk_role_withdraw(c, item_of(req), &f, out);
}

bool
act_item_place_drop(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_item_place_drop f;

    return form_item_place_drop_read(c, &req->form, &f)
           && desk_item_place_drop(c, item_of(req), &f, out);
}
