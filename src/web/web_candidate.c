#include "draft.h"
#include "frame.h"
#include "respond.h"
#include "routes.h"
#include "web_part.h"

#include "../base/text.h"
#include "../desk/desk_candidate.h"
#include "gen/pages.h"

/* What is typed so far; nothing of it need be right yet. */
static struct form_similar
typed(struct ctx *c, const struct request *req)
{
    return (struct form_similar){
        .name = text_line(c->mem, request_form(req, "name")),
        .kana = text_line(c->mem, request_form(req, "kana")),
        .age = text_line(c->mem, request_form(req, "age")),
        .birth = text_line(c->mem, request_form(req, "birth")),
        .place = text_line(c->mem, request_form(req, "place")),
        .phone = text_line(c->mem, request_form(req, "phone")),
    };
}

bool
show_intake_similar(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    const struct form_similar f = typed(c, req);
    struct candidates_view v;

    (void)out;
    if (!desk_candidates(c, &f, (struct case_id){ .id = { "" } }, &v))
        return false;
    if (respond_wants_json(req) || text_same(request_form(req, "as"), "json")) {
        json_candidates(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    return web_intake_page(c, req, &v, rep);
}

bool
show_people_similar(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    const struct form_similar f = typed(c, req);
    struct candidates_view v;

    (void)out;
    if (!desk_candidates(c, &f, (struct case_id){ .id = req->ids[0] }, &v))
        return false;
    return web_people_page(c, req, &v, rep);
}

bool
act_join(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_intake form;
    struct person_id person = { .id = { "" } };
    const char *id = request_query(req, "person");

    if (*id && !id_read(id, &person.id))
        return refuse(c, ERR_MISSING, "no person of that id");
    return form_intake_read(c, &req->form, &form)
           && desk_case_join(c, (struct case_id){ .id = req->ids[0] }, person, &form,
                             draft_of(req), out);
}

/* What is to mend about it is mended on the page where it was written. */
bool
show_join(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    return show_intake_similar(c, req, out, rep);
}
