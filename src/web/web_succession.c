#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/vec.h"
#include "../desk/desk_succession.h"
#include "../domain/town.h"
#include "gen/pages.h"

/* The successors to choose from, for each of the page's forms. */
static void
offer(struct ctx *c, const struct successions_view *v, struct form_view *form)
{
    struct form_options *all = ARENA_ARRAY(c->mem, 1, struct form_options);
    struct form_option *to = ARENA_ARRAY(c->mem, v->choices.n, struct form_option);

    for (size_t i = 0; i < v->choices.n; i++)
        to[i] = (struct form_option){ .code = v->choices.v[i].id,
                                      .label = v->choices.v[i].name };
    all[0] = (struct form_options){ .name = "to", .v = to, .n = v->choices.n };
    form->options = all;
    form->n_options = 1;
}

static bool
page(struct ctx *c,
     const struct request *req,
     struct post_id post,
     bool paper,
     struct reply *rep)
{
    struct form_view all = frame_part(c, req, &form_handover_def, "a");
    struct form_view one = frame_part(c, req, &form_handover_one_def, "o");
    struct successions_view v;
    struct frame_view f;

    if (!desk_successions(c, post, &v))
        return false;
    if (respond_wants_json(req)) {
        json_successions(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, paper ? v.title : "担当の引きつぎ", &f))
        return false;
    f.typed = true;
    offer(c, &v, &all);
    offer(c, &v, &one);
    if (paper)
        view_succession_paper(&rep->body, &f, &v);
    else
        view_successions(&rep->body, &f, &v, &all, &one);
    frame_page(c, rep);
    return true;
}

static struct post_id
post_of(const struct request *req)
{
    struct post_id post = { .id = { .s = "" } };
    const char *typed = request_form(req, "from");

    if (!id_read(*typed ? typed : request_query(req, "post"), &post.id))
        post.id = (struct id){ .s = "" };
    return post;
}

bool
show_handovers(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    (void)out;
    return page(c, req, post_of(req), false, rep);
}

bool
show_handover_case(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct post_id post;

    (void)out;
    if (!desk_succession_owner(c, (struct case_id){ .id = req->ids[0] }, &post))
        return false;
    if (page(c, req, post, false, rep))
        return true;
    if (c->err.kind != ERR_DENIED)
        return false;
    forgive(c); /* a colleague's: what one was asked oneself stands on one's own page */
    return page(c, req, (struct post_id){ .id = { .s = "" } }, false, rep);
}

bool
show_handover_paper(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    (void)out;
    return page(c, req, post_of(req), true, rep);
}

bool
act_handover(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_handover form;

    return form_handover_read(c, &req->form, &form)
           && desk_succession_all(c, &form, out);
}

bool
act_handover_one(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_handover_one form;

    return form_handover_one_read(c, &req->form, &form)
           && desk_succession_one(c, (struct case_id){ .id = req->ids[0] }, &form, out);
}

bool
act_handover_accept(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_succession_accept(c, req->ids[0], out);
}

bool
act_handover_accept_all(struct ctx *c, const struct request *req, struct outcome *out)
{
    (void)req;
    return desk_succession_accept_all(c, out);
}

bool
act_handover_decline(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_handover_answer form;

    return form_handover_answer_read(c, &req->form, &form)
           && desk_succession_decline(c, req->ids[0], &form, out);
}
