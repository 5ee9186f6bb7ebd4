#include "draft.h"
#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_referral.h"
#include "../server/server.h"
#include "gen/pages.h"

static struct referral_id
referral_of(const struct request *req)
{
    return (struct referral_id){ .id = req->ids[0] };
}

bool
show_referrals(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct frame_view f;
    struct referral_list_view v;

    (void)out;
    if (!desk_referral_list(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_referrals(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "つなぎ", &f))
        return false;
    view_referral_list(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

/* The desks to choose from, as options of the form's field. */
static void
offer_desks(struct ctx *c, const struct referral_new_view *v, struct form_view *form)
{
    struct form_options *all =
        ARENA_ARRAY(c->mem, form->n_options + 1, struct form_options);
    struct form_option *desks = ARENA_ARRAY(c->mem, v->desks.n, struct form_option);

    for (size_t i = 0; i < form->n_options; i++)
        all[i] = form->options[i];
    for (size_t i = 0; i < v->desks.n; i++)
        desks[i] = (struct form_option){ .code = v->desks.v[i].id,
                                         .label = v->desks.v[i].name };
    all[form->n_options++] =
        (struct form_options){ .name = "desk", .v = desks, .n = v->desks.n };
    form->options = all;
}

bool
show_referral_new(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct frame_view f;
    struct referral_new_view v;
    struct form_view form;
    const struct fields *draft;

    (void)out;
    if (!desk_referral_new(c, (struct case_id){ .id = req->ids[0] }, &v)
        || !frame_fill(c, req, "つなぐ", &f) || !draft_take(c, req, &draft, &v.saved))
        return false;
    f.typed = true;
    v.draft_id =
        id_none(draft_of(req).id) ? NULL : arena_strdup(c->mem, draft_of(req).id.s);
    frame_crumb(c, &f, v.case_path, v.number);
    frame_crumb(c, &f, NULL, "つなぐ");
    form = frame_form(c, req, &form_referral_new_def, draft);
    form.not_yet = "まだ送っていません。";
    offer_desks(c, &v, &form);
    view_referral_new(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_referral(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_referral_new form;
    const char *route = arena_printf(c->mem, "/cases/%s/referrals/new", req->ids[0].s);

    if (draft_wanted(req))
        return draft_keep(c, req, route, "つなぎ", out);
    return form_referral_new_read(c, &req->form, &form)
           && desk_referral_send(c, (struct case_id){ .id = req->ids[0] }, &form,
                                 draft_of(req), out);
}

/* Which of the page's three forms was sent; the others are drawn empty. */
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

bool
show_referral(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct referral_view v;
    struct form_view accept;
    struct form_view back;
    struct form_view complete;
    struct form_view hold;
    struct form_view fail;

    (void)out;
    if (!desk_referral_show(c, referral_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_referral(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "つなぎ", &f))
        return false;
    frame_crumb(c, &f, arena_printf(c->mem, "%s/referrals", c->town->path), "つなぎ");
    frame_crumb(c, &f, NULL, v.title);
    accept = form_if(c, req, &form_referral_accept_def);
    back = form_if(c, req, &form_referral_return_def);
    complete = form_if(c, req, &form_referral_complete_def);
    back.prefix = "back-";
    complete.prefix = "complete-";
    hold = form_if(c, req, &form_referral_hold_def);
    fail = form_if(c, req, &form_referral_fail_def);
    hold.prefix = "hold-";
    fail.prefix = "fail-";
    view_referral_show(&rep->body, &f, &v, &accept, &back, &complete, &hold, &fail);
    frame_page(c, rep);
    return true;
}

bool
act_referral_accept(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_referral_accept form;

    return form_referral_accept_read(c, &req->form, &form)
           && desk_referral_accept(c, referral_of(req), &form, out);
}

bool
act_referral_return(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_referral_return form;

    return form_referral_return_read(c, &req->form, &form)
           && desk_referral_return(c, referral_of(req), &form, out);
}

bool
act_referral_complete(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_referral_complete form;

    return form_referral_complete_read(c, &req->form, &form)
           && desk_referral_complete(c, referral_of(req), &form, out);
}

bool
act_referral_cancel(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_referral_cancel(c, referral_of(req), out);
}

bool
act_referral_hold(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_referral_hold form;

    return form_referral_hold_read(c, &req->form, &form)
           && desk_referral_hold(c, referral_of(req), &form, out);
}

bool
act_referral_resume(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_referral_resume(c, referral_of(req), out);
}

bool
act_referral_fail(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_referral_fail form;

    return form_referral_fail_read(c, &req->form, &form)
           && desk_referral_fail(c, referral_of(req), &form, out);
}

/*
 * Keys in a reply on paper. Who tries codes is slowed down, for each post by itself; only a
 * code that was wrong counts.
 */
bool
act_referral_reply(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct throttle *t = unit_of(c)->place->throttle;
    const char *who = arena_printf(c->mem, "reply %s", c->viewer->post.id.s);
    struct form_referral_reply form;
    int64_t wait;

    if (!form_referral_reply_read(c, &req->form, &form))
        return false;
    wait = throttle_try(t, who, NULL, c->now);
    if (wait)
        return refuse(
            c, ERR_RULE,
            "まちがった返信コードが続いたので、少し休んでいます。%d秒たってから、"
            "もう一度入れてください。",
            (int)(wait / 1000) + 1);
    if (desk_referral_reply(c, &form, out)) {
        throttle_passed(t, who, NULL);
        return true;
    }
    if (!err_of_field(&c->err, "code"))
        throttle_undo(t, who, NULL);
    return false;
}

bool
show_referral_reply(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct frame_view f;
    struct form_view form = frame_form(c, req, &form_referral_reply_def, NULL);

    (void)out;
    if (!frame_fill(c, req, "紙の返事を写す", &f))
        return false;
    frame_crumb(c, &f, arena_printf(c->mem, "%s/referrals", c->town->path), "つなぎ");
    frame_crumb(c, &f, NULL, "紙の返事を写す");
    form.not_yet = "まだ写していません。";
    view_referral_reply(&rep->body, &f,
                        arena_printf(c->mem, "%s/referrals/reply", c->town->path),
                        &form);
    frame_page(c, rep);
    return true;
}
