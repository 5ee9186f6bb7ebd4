#include "frame.h"
#include "paper.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_support_plan.h"
#include "gen/pages.h"

static struct support_plan_id
plan_of(const struct request *req)
{
    return (struct support_plan_id){ .id = req->ids[0] };
}

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

/* One of several forms of a page: mistakes belong to the one that was sent. */
static struct form_view
form_of(struct ctx *c,
        const struct request *req,
        const struct form_def *def,
        const char *prefix,
        const struct support_options *options)
{
    struct form_view v = frame_part(c, req, def, prefix);

    if (options)
        frame_options(c, &v, options->v, options->n);
    return v;
}

/* A plan as a page; all its acts come back here with what is to be mended. */
static bool
page_plan(struct ctx *c,
          const struct request *req,
          const struct support_plan_view *v,
          struct reply *rep)
{
    struct frame_view f;
    struct form_view kind = form_of(c, req, &form_support_plan_new_def, "k-", NULL);
    struct form_view asked = form_of(c, req, &form_support_request_def, "r-", NULL);
    struct form_view agree = form_of(c, req, &form_support_agreement_def, "g-", NULL);
    struct form_view approve = form_of(c, req, &form_support_approval_def, "a-", NULL);
    struct form_view watch = form_of(c, req, &form_support_watch_def, "w-", NULL);
    struct form_view scheme = form_of(c, req, &form_scheme_plan_def, "s-", NULL);
    struct form_view direct = form_of(c, req, &form_direct_settlement_def, "d-", NULL);
    const struct form_options desks = desk_support_desks(c, "desk");

    if (respond_wants_json(req)) {
        json_support_plan(&rep->body, v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v->head, "支援プラン", &f))
        return false;
    f.typed = true;
    frame_options(c, &watch, &desks, 1);
    view_support_plan(&rep->body, &f, v, &kind, &asked, &agree, &approve, &watch,
                      &scheme, &direct);
    frame_page(c, rep);
    return true;
}

bool
show_support_plans(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct support_plan_view v;

    (void)out;
    return desk_support_plans(c, case_of(req), &v) && page_plan(c, req, &v, rep);
}

bool
show_support_plan(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct support_plan_view v;

    (void)out;
    return desk_support_plan(c, plan_of(req), &v, NULL) && page_plan(c, req, &v, rep);
}

bool
show_support_print(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct support_plan_view v;
    struct frame_view f;

    (void)out;
    if (!desk_support_plan(c, plan_of(req), &v, NULL)
        || !frame_case(c, req, &v.head, v.title, &f))
        return false;
    view_support_print(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_support_paper(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    const bool as_then = text_same(request_query(req, "as"), "decided");
    const char *layout;
    struct paper_view v;

    (void)out;
    return desk_support_paper(c, plan_of(req), as_then, &v, &layout)
           && paper_reply(c, layout, &v, rep);
}

bool
show_support_paper_on(struct ctx *c,
                      const struct request *req,
                      const struct outcome *out,
                      struct reply *rep)
{
    struct support_plan_id plan;
    const char *layout;
    struct paper_view v;
    struct day on;

    (void)out;
    if (!day_read(request_query(req, "on"), &on))
        on = day_of(c->now);
    return desk_support_on(c, case_of(req), on, &plan)
           && desk_support_paper(c, plan, true, &v, &layout)
           && paper_reply(c, layout, &v, rep);
}

bool
show_support_evaluation(struct ctx *c,
                        const struct request *req,
                        const struct outcome *out,
                        struct reply *rep)
{
    struct paper_view v;

    (void)out;
    return desk_support_evaluation_paper(c, plan_of(req), &v)
           && paper_reply(c, "plan_evaluation", &v, rep);
}

bool
show_support_compare(struct ctx *c,
                     const struct request *req,
                     const struct outcome *out,
                     struct reply *rep)
{
    struct support_plan_view v;
    struct support_plan_view before;
    struct frame_view f;

    (void)out;
    if (!desk_support_compare(c, plan_of(req), &v, &before)
        || !frame_case(c, req, &v.head, "前の版とくらべる", &f))
        return false;
    view_support_compare(&rep->body, &f, &v, &before);
    frame_page(c, rep);
    return true;
}

bool
show_support_edit(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct support_plan_view v;
    struct form_support_plan values;
    struct support_options options;
    struct frame_view f;
    struct form_view main;
    struct form_view goal;
    struct form_view item;
    struct form_view bare;

    (void)out;
    if (!desk_support_plan(c, plan_of(req), &v, &values)
        || !desk_support_options(c, plan_of(req), &options)
        || !frame_case(c, req, &v.head, "支援プランの案を書く", &f))
        return false;
    f.typed = true;
    main = form_of(c, req, &form_support_plan_def, NULL, &options);
    goal = form_of(c, req, &form_support_goal_def, "g-", NULL);
    item = form_of(c, req, &form_support_item_def, "i-", &options);
    bare = form_of(c, req, &form_support_uncovered_def, "b-", &options);
    main.values = &values;
    main.options = desk_support_leads(c, &options, &main.n_options);
    view_support_edit(&rep->body, &f, &v, &main, &goal, &item, &bare);
    frame_page(c, rep);
    return true;
}

bool
show_support_goal(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct support_form_view v;
    struct form_support_goal values;
    struct frame_view f;
    struct form_view form;

    (void)out;
    if (!desk_support_goal_show(c, (struct support_goal_id){ .id = req->ids[0] }, &v,
                                &values)
        || !frame_case(c, req, &v.head, v.title, &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_support_goal_def, NULL, NULL);
    form.values = &values;
    view_support_goal(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_support_item(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct support_form_view v;
    struct form_support_item values;
    struct support_plan_id plan;
    struct support_options options;
    struct frame_view f;
    struct form_view form;

    (void)out;
    if (!desk_support_item_show(c, (struct support_item_id){ .id = req->ids[0] }, &v,
                                &values, &plan)
        || !desk_support_options(c, plan, &options)
        || !frame_case(c, req, &v.head, v.title, &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_support_item_def, NULL, &options);
    form.values = &values;
    view_support_item(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_support_move(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct support_form_view v;
    struct frame_view f;
    struct form_options options[2];
    struct form_view form;

    (void)out;
    if (!desk_support_move_show(c, plan_of(req), req->word, &v)
        || !frame_case(c, req, &v.head, v.title, &f))
        return false;
    f.typed = true;
    options[0] = desk_support_desks(c, "lead_after");
    options[1] = desk_support_sittings(c, plan_of(req));
    form = form_of(c, req, &form_support_move_def, NULL, NULL);
    frame_options(c, &form, options, 2);
    view_support_move(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

/* One form on a page of its own. */
#define SUPPORT_PAGE(name, kind, id_type, options)                                     \
    bool show_support_##name(struct ctx *c, const struct request *req,                 \
                             const struct outcome *out, struct reply *rep)             \
    {                                                                                  \
        struct support_form_view v;                                                    \
        struct frame_view f;                                                           \
        struct form_view form;                                                         \
                                                                                       \
        (void)out;                                                                     \
        if (!desk_support_##name##_show(c, (struct id_type){ .id = req->ids[0] }, &v)  \
            || !frame_case(c, req, &v.head, v.title, &f))                              \
            return false;                                                              \
        f.typed = true;                                                                \
        form = form_of(c, req, &form_##kind##_def, NULL, options);                     \
        view_##kind(&rep->body, &f, &v, &form);                                        \
        frame_page(c, rep);                                                            \
        return true;                                                                   \
    }

SUPPORT_PAGE(review, support_review, support_plan_id, NULL)
SUPPORT_PAGE(rate, support_rating, support_goal_id, NULL)
SUPPORT_PAGE(state, support_state, support_item_id, NULL)
SUPPORT_PAGE(watch, support_watch_done, support_watch_id, NULL)

bool
show_scheme_plan(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct support_form_view v;
    struct form_scheme_plan values;
    struct frame_view f;
    struct form_view form;

    (void)out;
    if (!desk_scheme_plan_show(c, (struct scheme_plan_id){ .id = req->ids[0] }, &v,
                               &values)
        || !frame_case(c, req, &v.head, v.title, &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_scheme_plan_def, NULL, NULL);
    form.values = &values;
    view_scheme_plan(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_support_after(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct support_after_view v;
    struct frame_view f;
    int64_t year;

    (void)out;
    if (!text_int(request_query(req, "year"), 1868, 2199, &year))
        year = 0;
    if (!desk_support_after(c, year, &v))
        return false;
    if (respond_wants_json(req)) {
        json_support_after(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "見守りと評価", &f))
        return false;
    view_support_after(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

/* An act of one form about one thing: read it, do it. */
#define SUPPORT_ACT(name, kind, id_type)                                               \
    bool act_support_##name(struct ctx *c, const struct request *req,                  \
                            struct outcome *out)                                       \
    {                                                                                  \
        struct form_##kind f;                                                          \
                                                                                       \
        return form_##kind##_read(c, &req->form, &f)                                   \
               && desk_support_##name(c, (struct id_type){ .id = req->ids[0] }, &f,    \
                                      out);                                            \
    }

SUPPORT_ACT(new, support_plan_new, case_id)
SUPPORT_ACT(request, support_request, case_id)
SUPPORT_ACT(save, support_plan, support_plan_id)
SUPPORT_ACT(goal, support_goal, support_plan_id)
SUPPORT_ACT(goal_save, support_goal, support_goal_id)
SUPPORT_ACT(item, support_item, support_plan_id)
SUPPORT_ACT(item_save, support_item, support_item_id)
SUPPORT_ACT(uncovered, support_uncovered, support_plan_id)
SUPPORT_ACT(agree, support_agreement, support_plan_id)
SUPPORT_ACT(approve, support_approval, support_plan_id)
SUPPORT_ACT(review, support_review, support_plan_id)
SUPPORT_ACT(rate, support_rating, support_goal_id)
SUPPORT_ACT(state, support_state, support_item_id)
SUPPORT_ACT(watch, support_watch, support_plan_id)
SUPPORT_ACT(watch_done, support_watch_done, support_watch_id)
SUPPORT_ACT(direct, direct_settlement, case_id)

bool
act_support_reported(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_support_reported(c, plan_of(req), out);
}

bool
act_scheme_plan(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_scheme_plan f;

    return form_scheme_plan_read(c, &req->form, &f)
           && desk_scheme_plan(c, case_of(req), &f, out);
}

bool
act_scheme_plan_save(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_scheme_plan f;

    return form_scheme_plan_read(c, &req->form, &f)
           && desk_scheme_plan_save(c, (struct scheme_plan_id){ .id = req->ids[0] }, &f,
                                    out);
}

bool
act_support_move(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_support_move f;

    return form_support_move_read(c, &req->form, &f)
           && desk_support_move(c, plan_of(req), req->word, &f, out);
}
