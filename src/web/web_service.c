#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../desk/desk_service.h"
#include "../view/service_form_view.h"
#include "gen/pages.h"

/* One form of many: its own ids, and what was typed only where it was sent from. */
static struct form_view
form_of(struct ctx *c, const struct form_view *all, const char *of, bool sent)
{
    struct form_view v = *all;

    v.prefix = arena_printf(c->mem, "%s-", of);
    if (!sent) {
        v.err = NULL;
        v.typed = NULL;
    }
    return v;
}

/*
 * Gives each consultation and each application its form, and lets the summary of mistakes
 * point into the one that was sent.
 */
static void
add_forms(struct ctx *c,
          const struct request *req,
          const struct consultations_view *m,
          struct form_view *apply,
          struct form_view *decide,
          struct consultation_form_list *out)
{
    const bool applied = req->route->form == &form_service_request_def;
    const bool decided = req->route->form == &form_service_decision_def;
    const char *at = applied   ? fields_get(&req->form, "consultation")
                     : decided ? req->ids[0].s
                               : NULL;
    const struct form_view apply_all = *apply;
    const struct form_view decide_all = *decide;

    *apply = form_of(c, apply, at ? at : "", applied);
    *decide = form_of(c, decide, at ? at : "", decided);
    for (size_t i = 0; i < m->all.n; i++) {
        const struct consultation_view *k = &m->all.v[i];
        struct consultation_form_view *row = VEC_PUSH(c->mem, out);

        *row = (struct consultation_form_view){
            .of = *k,
            .form = form_of(c, &apply_all, k->id, applied && text_same(at, k->id)),
        };
        for (size_t j = 0; j < k->requests.n; j++) {
            const struct service_request_view *r = &k->requests.v[j];

            *VEC_PUSH(c->mem, &row->requests) = (struct service_decide_view){
                .of = *r,
                .form = form_of(c, &decide_all, r->id, decided && text_same(at, r->id)),
            };
        }
    }
}

static bool
show_of(struct ctx *c, const struct request *req, struct case_id id, struct reply *rep)
{
    struct frame_view f;
    struct consultations_view v;
    struct consultation_form_list rows = { 0 };
    struct form_view apply = frame_form(c, req, &form_service_request_def, NULL);
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
    add_forms(c, req, &v, &apply, &decide, &rows);
    view_consultations(&rep->body, &f, &v, &rows, &apply, &decide);
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
