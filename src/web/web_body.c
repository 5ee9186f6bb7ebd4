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
show_body_year(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_body_entry_def, NULL);
    struct form_body_entry values = { .words = "" };
    const char *body = request_query(req, "body");
    const char *typed = request_form(req, "fiscal_year");
    struct frame_view f;
    struct body_year_view v;
    int64_t year;

    (void)out;
    if (!text_int(*typed ? typed : request_query(req, "year"), 2000, 2199, &year))
        year = 0;
    if (!desk_body_year(c, *body ? body : request_form(req, "body"), year, &v))
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
    values.body = v.body;
    values.fiscal_year = v.fiscal_year;
    form.values = &values;
    view_body_year(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}
