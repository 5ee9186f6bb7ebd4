#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_household.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

/* The options that data offers, with the people and households of the case beside them. */
static struct form_view
form_of(struct ctx *c,
        const struct request *req,
        const struct form_def *def,
        const char *prefix,
        struct choice_list people,
        struct choice_list homes)
{
    struct form_view v = frame_part(c, req, def, prefix);

    frame_choices(c, &v, "person", &people);
    frame_choices(c, &v, "other", &people);
    frame_choices(c, &v, "household", &homes);
    return v;
}

bool
show_issues(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct frame_view f;
    struct issues_view v;
    struct form_view issue;
    struct form_view situation;

    (void)out;
    if (!desk_issues(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_issues(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "課題", &f))
        return false;
    f.typed = true;
    issue = form_of(c, req, &form_issue_def, "i", v.people, (struct choice_list){ 0 });
    situation =
        form_of(c, req, &form_situation_def, "s", v.people, (struct choice_list){ 0 });
    view_issues(&rep->body, &f, &v, &issue, &situation);
    frame_page(c, rep);
    return true;
}

bool
act_issue(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_issue f;

    return form_issue_read(c, &req->form, &f)
           && desk_issue_add(c, case_of(req), &f, out);
}

bool
show_issue(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_issue *now = ARENA_NEW(c->mem, struct form_issue);
    struct form_view form;

    (void)out;
    form_clear(&form_issue_def, now);
    if (!desk_issue_mend_show(c, (struct issue_id){ .id = req->ids[0] }, &v, now)
        || !frame_case(c, req, &v.head, "課題を直す", &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_issue_def, NULL, v.people, v.homes);
    form.values = now;
    view_issue_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_issue_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_issue f;

    return form_issue_read(c, &req->form, &f)
           && desk_issue_mend(c, (struct issue_id){ .id = req->ids[0] }, &f, out);
}

bool
act_situation(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_situation f;

    return form_situation_read(c, &req->form, &f)
           && desk_situation_add(c, case_of(req), &f, out);
}

bool
show_situation(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_situation *now = ARENA_NEW(c->mem, struct form_situation);
    struct form_view form;

    (void)out;
    form_clear(&form_situation_def, now);
    if (!desk_situation_mend_show(c, (struct situation_id){ .id = req->ids[0] }, &v,
                                  now)
        || !frame_case(c, req, &v.head, "できごとを直す", &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_situation_def, NULL, v.people, v.homes);
    form.values = now;
    view_situation_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_situation_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_situation f;

    return form_situation_read(c, &req->form, &f)
           && desk_situation_mend(c, (struct situation_id){ .id = req->ids[0] }, &f,
                                  out);
}
