#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_abuse.h"
#include "../desk/desk_protection.h"
#include "../desk/desk_restriction.h"
#include "../desk/desk_split.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

static struct restriction_id
restriction_of(const struct request *req)
{
    return (struct restriction_id){ .id = req->ids[0] };
}

/* One of the page's forms: with what was typed when it is the one that was sent. */
static struct form_view
form_if(struct ctx *c, const struct request *req, const struct form_def *def)
{
    struct form_view v = frame_form(c, req, def, NULL);

    if (req->route->form == def)
        return v;
    v.err = NULL;
    v.typed = NULL;
    return v;
}

/* Whom of the case one may protect, as options of the form's field. */
static void
offer_people(struct ctx *c, const struct protection_view *v, struct form_view *form)
{
    struct form_options *all = ARENA_ARRAY(c->mem, 1, struct form_options);
    struct form_option *people =
        ARENA_ARRAY(c->mem, v->people.n + 1, struct form_option);

    for (size_t i = 0; i < v->people.n; i++)
        people[i] = (struct form_option){ .code = v->people.v[i].id,
                                          .label = v->people.v[i].name };
    *all = (struct form_options){ .name = "person", .v = people, .n = v->people.n };
    form->options = all;
    form->n_options = 1;
}

bool
show_protection(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct frame_view f;
    struct protection_view v;
    struct form_view whereabouts = form_if(c, req, &form_whereabouts_def);
    struct form_view seal = form_if(c, req, &form_seal_def);
    struct form_view conflict = form_if(c, req, &form_conflict_def);
    struct form_view split = form_if(c, req, &form_split_def);
    struct form_view safety = form_if(c, req, &form_safety_def);
    struct form_view abuse = form_if(c, req, &form_abuse_report_def);

    (void)out;
    if (!desk_protection(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_protection(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "守ること", &f))
        return false;
    offer_people(c, &v, &whereabouts);
    whereabouts.prefix = "w-";
    seal.prefix = "s-";
    conflict.prefix = "c-";
    split.prefix = "p-";
    safety.prefix = "d-";
    abuse.prefix = "a-";
    f.typed = true;
    view_protection(&rep->body, &f, &v, &whereabouts, &seal, &conflict, &split, &safety,
                    &abuse);
    frame_page(c, rep);
    return true;
}

bool
show_restriction(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct frame_view f;
    struct restriction_view v;
    struct form_view name = form_if(c, req, &form_restriction_name_def);
    struct form_view lift = form_if(c, req, &form_restriction_lift_def);
    struct form_view decide = form_if(c, req, &form_restriction_decide_def);

    (void)out;
    if (!desk_restriction(c, restriction_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_restriction(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, v.kind, &f))
        return false;
    frame_crumb(c, &f, v.protection_path, v.number);
    frame_crumb(c, &f, NULL, v.kind);
    name.prefix = "n-";
    lift.prefix = "l-";
    decide.prefix = "d-";
    view_restriction(&rep->body, &f, &v, &name, &lift, &decide);
    frame_page(c, rep);
    return true;
}

bool
show_whereabouts(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct frame_view f;
    struct whereabouts_view v;
    struct form_whereabouts *now = ARENA_NEW(c->mem, struct form_whereabouts);
    struct form_view form = frame_form(c, req, &form_whereabouts_def, NULL);

    (void)out;
    if (!desk_whereabouts(c, restriction_of(req), &v, now))
        return false;
    if (respond_wants_json(req)) {
        json_whereabouts(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "保護されている居所", &f))
        return false;
    frame_crumb(c, &f, v.restriction_path, "居所の保護");
    frame_crumb(c, &f, NULL, "居所");
    form.values = now;
    view_whereabouts(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_deputies(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct deputies_view v;
    struct form_view form = frame_form(c, req, &form_deputy_open_def, NULL);

    (void)out;
    if (!desk_deputies(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_deputies(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "代わりの人として開く", &f))
        return false;
    view_deputies(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

/* An act of one form: read it, do it. */
#define CASE_ACT(act, kind, desk)                                                      \
    bool act(struct ctx *c, const struct request *req, struct outcome *out)            \
    {                                                                                  \
        struct form_##kind f;                                                          \
                                                                                       \
        return form_##kind##_read(c, &req->form, &f)                                   \
               && desk(c, case_of(req), &f, out);                                      \
    }
#define RESTRICTION_ACT(act, kind, desk)                                               \
    bool act(struct ctx *c, const struct request *req, struct outcome *out)            \
    {                                                                                  \
        struct form_##kind f;                                                          \
                                                                                       \
        return form_##kind##_read(c, &req->form, &f)                                   \
               && desk(c, restriction_of(req), &f, out);                               \
    }

CASE_ACT(act_protect, whereabouts, desk_protect)
CASE_ACT(act_seal, seal, desk_seal)
CASE_ACT(act_conflict, conflict, desk_conflict)
CASE_ACT(act_split, split, desk_split)
CASE_ACT(act_safety, safety, desk_safety)
CASE_ACT(act_abuse, abuse_report, desk_abuse_report)
RESTRICTION_ACT(act_restriction_name, restriction_name, desk_restriction_name)
RESTRICTION_ACT(act_restriction_decide, restriction_decide, desk_restriction_decide)
RESTRICTION_ACT(act_restriction_lift, restriction_lift, desk_restriction_lift)
RESTRICTION_ACT(act_whereabouts, whereabouts, desk_whereabouts_change)
RESTRICTION_ACT(act_deputy_open, deputy_open, desk_deputy_open)

bool
act_restriction_unname(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_restriction_unname f;
    struct id named;

    if (!form_restriction_unname_read(c, &req->form, &f))
        return false;
    if (!id_read(f.named, &named))
        return refuse_field(c, "named", "「名簿の行」を確かめてください。");
    return desk_restriction_unname(c, restriction_of(req), named, out);
}

bool
act_arrival_seen(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_arrival_seen(c, case_of(req), out);
}

bool
act_restriction_confirm(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_restriction_confirm(c, restriction_of(req), out);
}

bool
act_restriction_keep(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_restriction_keep(c, restriction_of(req), out);
}
