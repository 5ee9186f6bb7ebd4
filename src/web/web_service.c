#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_service.h"
#include "gen/pages.h"

static bool
show_of(struct ctx *c, const struct request *req, struct case_id id, struct reply *rep)
{
    struct frame_view f;
    struct consultations_view v;
    struct form_view form = frame_form(c, req, &form_service_request_def, NULL);
    struct form_view decide = frame_form(c, req, &form_service_decision_def, NULL);

    if (!desk_consultations(c, id, &v))
        return false;
    if (respond_wants_json(req)) {
        json_consultations(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "受けた相談とサービスの申し込み", &f))
        return false;
    f.typed = true;
    if (req->route->form != &form_service_request_def)
        form.err = NULL, form.typed = NULL;
    if (req->route->form != &form_service_decision_def)
        decide.err = NULL, decide.typed = NULL;
    decide.prefix = "decide-";
    view_consultations(&rep->body, &f, &v, &form, &decide);
    frame_page(c, rep);
    return true;
}

bool
show_consultations(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    (void)out;
    return show_of(c, req, (struct case_id){ .id = req->ids[0] }, rep);
}

bool
act_service_request(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_service_request form;

    return form_service_request_read(c, &req->form, &form)
           && desk_service_request(c, (struct case_id){ .id = req->ids[0] }, &form,
                                   out);
}

bool
act_service_decide(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_service_decision form;

    return form_service_decision_read(c, &req->form, &form)
           && desk_service_decide(c, (struct service_request_id){ .id = req->ids[0] },
                                  &form, out);
}

bool
show_service_decide(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct case_id id;

    (void)out;
    return desk_service_case(c, (struct service_request_id){ .id = req->ids[0] }, &id)
           && show_of(c, req, id, rep);
}
