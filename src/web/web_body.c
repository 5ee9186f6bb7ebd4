/* One body of the plan in a fiscal year. */
#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_sitting_body.h"
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
    struct form_body_entry entry_of = { .words = "" };
    struct form_body_evaluation judge_of = { .good = "" };
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
    entry_of.body = judge_of.body = v.body;
    entry_of.fiscal_year = judge_of.fiscal_year = v.fiscal_year;
    entry.values = &entry_of;
    judge.values = &judge_of;
    view_body_year(&rep->body, &f, &v, &entry, &judge);
    frame_page(c, rep);
    return true;
}
