#include "frame.h"
#include "paper.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_access_mend.h"
#include "../desk/desk_own_report.h"
#include "gen/pages.h"

static struct person_id
person_of(const struct request *req)
{
    return (struct person_id){ .id = req->ids[0] };
}

bool
show_own_reports(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct own_reports_view v;
    struct form_view form;
    struct form_view ask;
    struct frame_view f;

    (void)out;
    if (!desk_own_reports(c, person_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_own_reports(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "ご本人からの開示の請求", &f))
        return false;
    f.typed = true;
    form = frame_part(c, req, &form_own_report_def, "o");
    ask = frame_part(c, req, &form_access_request_def, "a");
    view_own_reports(&rep->body, &f, &v, &form, &ask);
    frame_page(c, rep);
    return true;
}

bool
act_own_report(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_own_report f;

    return form_own_report_read(c, &req->form, &f)
           && desk_access_now(c, person_of(req), &f, out);
}

bool
show_own_report_paper(struct ctx *c,
                      const struct request *req,
                      const struct outcome *out,
                      struct reply *rep)
{
    struct paper_view v;

    (void)out;
    return desk_own_report_paper(c, (struct disclosure_id){ .id = req->ids[0] }, &v)
           && paper_reply(c, "own_report", &v, rep);
}
