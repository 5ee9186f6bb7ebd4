#include "draft.h"
#include "frame.h"
#include "respond.h"
#include "routes.h"
#include "web_part.h"

#include "../base/text.h"
#include "../desk/desk_candidate.h"
#include "../desk/desk_case.h"
#include "../desk/desk_household.h"
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

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

bool
act_join(struct ctx *c, const struct request *req, struct outcome *out)
{
    const char *route =
        arena_printf(c->mem, "/cases/%s/consultations/new", req->ids[0].s);
    const char *id = request_query(req, "person");
    struct form_intake form;
    struct form_join whose;

    if (draft_wanted(req))
        return web_intake_aside(c, req, route, out);
    if (!form_join_read(c, &req->form, &whose)
        || !form_intake_read(c, &req->form, &form))
        return false;
    if (*id && !id_read(id, &whose.person.id))
        return refuse(c, ERR_MISSING, "no person of that id");
    return desk_case_join(c, case_of(req), whose.person, &form, draft_of(req), out);
}

bool
show_consultation_new(struct ctx *c,
                      const struct request *req,
                      const struct outcome *out,
                      struct reply *rep)
{
    struct frame_view f;
    struct people_view people;
    struct choice_list whom;
    struct intake_view v;
    struct form_view form;
    struct form_view who;
    const struct fields *draft;

    (void)out;
    if (!desk_people(c, case_of(req), &people) || !desk_case_intake(c, &v)
        || !draft_take(c, req, &draft, &v.saved)
        || !frame_case(c, req, &people.head, "このケースの相談を受ける", &f))
        return false;
    f.typed = true;
    v.draft_id = draft ? arena_strdup(c->mem, draft_of(req).id.s) : NULL;
    form = frame_form(c, req, &form_intake_def, draft);
    form.not_yet = "まだ受け付けていません。";
    who = frame_form(c, req, &form_join_def, draft);
    whom = people.people;
    frame_choices(c, &who, "person", &whom);
    view_consultation_new(&rep->body, &f, &people, &v, &form, &who);
    frame_page(c, rep);
    return true;
}

/* What is to mend about it is mended on the page where it was written. */
bool
show_join(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    return *request_query(req, "person") ? show_intake_similar(c, req, out, rep)
                                         : show_consultation_new(c, req, out, rep);
}
