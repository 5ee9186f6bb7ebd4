#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_triage.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

/* Which of the page's forms was sent; the others are drawn empty. */
static struct form_view
form_if(struct ctx *c,
        const struct request *req,
        const struct form_def *def,
        const struct form_options *more)
{
    struct form_view v = frame_form(c, req, def, NULL);
    struct form_options *all =
        ARENA_ARRAY(c->mem, v.n_options + 1, struct form_options);

    for (size_t i = 0; i < v.n_options; i++)
        all[i] = v.options[i];
    if (more)
        all[v.n_options++] = *more;
    v.options = all;
    if (req->route->form == def)
        return v;
    v.err = NULL;
    v.typed = NULL;
    return v;
}

bool
show_course(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct form_options ways;
    struct form_options desks;
    struct frame_view f;
    struct course_view v;
    struct form_view decide;
    struct form_view close;
    struct form_view leave;

    (void)out;
    if (!desk_course(c, case_of(req), &v)
        || !desk_triage_ways(c, case_of(req), &ways, &desks))
        return false;
    if (respond_wants_json(req)) {
        json_course(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "方針とつなぎ", &f))
        return false;
    decide = form_if(c, req, &form_triage_def, &ways);
    close = form_if(c, req, &form_case_close_def, NULL);
    leave = form_if(c, req, &form_case_leave_def, &desks);
    close.prefix = "close-";
    leave.prefix = "leave-";
    view_course(&rep->body, &f, &v, &decide, &close, &leave);
    frame_page(c, rep);
    return true;
}

bool
act_triage(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_triage form;

    return form_triage_read(c, &req->form, &form)
           && desk_triage_decide(c, case_of(req), &form, out);
}

bool
act_close(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_case_close form;

    return form_case_close_read(c, &req->form, &form)
           && desk_case_close(c, case_of(req), &form, out);
}

bool
act_reopen(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_case_reopen(c, case_of(req), out);
}

bool
act_leave(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_case_leave form;

    return form_case_leave_read(c, &req->form, &form)
           && desk_case_leave(c, case_of(req), &form, out);
}
