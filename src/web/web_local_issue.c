#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_local_issue.h"
#include "../desk/desk_local_issue_lift.h"
#include "gen/pages.h"

static struct local_issue_id
issue_of(const struct request *req)
{
    return (struct local_issue_id){ .id = req->ids[0] };
}

bool
show_local_issues(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_local_issue_def, NULL);
    struct form_options sittings;
    struct local_issues_view v;
    struct frame_view f;

    (void)out;
    if (!desk_local_issues(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_local_issues(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "地域課題", &f))
        return false;
    f.typed = true;
    sittings = desk_local_issue_sittings(c);
    frame_options(c, &form, &sittings, 1);
    view_local_issues(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_local_issue(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_local_issue form;

    return form_local_issue_read(c, &req->form, &form)
           && desk_local_issue_add(c, &form, out);
}

bool
show_local_issue(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct form_view form = frame_part(c, req, &form_local_issue_step_def, NULL);
    struct form_view lift = frame_part(c, req, &form_local_issue_lift_def, "l-");
    struct form_local_issue_step values;
    struct local_issue_view v;
    struct frame_view f;

    (void)out;
    if (!desk_local_issue_show(c, issue_of(req), &v, &values))
        return false;
    if (respond_wants_json(req)) {
        json_local_issue(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "地域課題", &f))
        return false;
    f.typed = true;
    frame_crumb(c, &f, v.back_path, "地域課題");
    frame_crumb(c, &f, NULL, v.head.kind);
    form.values = &values;
    frame_offer(c, &lift, desk_local_issue_above(c, issue_of(req)));
    view_local_issue(&rep->body, &f, &v, &form, &lift);
    frame_page(c, rep);
    return true;
}

bool
act_local_issue_step(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_local_issue_step form;

    return form_local_issue_step_read(c, &req->form, &form)
           && desk_local_issue_step(c, issue_of(req), &form, out);
}

bool
act_local_issue_lift(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_local_issue_lift form;

    return form_local_issue_lift_read(c, &req->form, &form)
           && desk_local_issue_lift(c, issue_of(req), &form, out);
}
