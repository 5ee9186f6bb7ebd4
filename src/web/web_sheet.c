#include "frame.h"
#include "paper.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../desk/desk_sheet.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

bool
show_sheets(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    const struct err *err = frame_err(c);
    struct frame_view f;
    struct sheets_view v;

    (void)out;
    if (!desk_sheets(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_sheets(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "アセスメント", &f))
        return false;
    v.error = err ? err->text : NULL;
    view_sheets(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
act_sheet_complete(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_sheet_complete(c, case_of(req), out);
}

static bool
sheet_page(struct ctx *c,
           const struct request *req,
           struct sheet_view *v,
           struct reply *rep)
{
    const struct err *err = frame_err(c);
    struct frame_view f;

    if (respond_wants_json(req)) {
        json_sheet(&rep->body, v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v->head, v->title, &f))
        return false;
    f.typed = v->path != NULL;
    for (size_t i = 0; err && i < err->n_fields; i++)
        *VEC_PUSH(c->mem, &v->errors) = (struct link_view){
            .path = arena_printf(c->mem, "#f-%s", err->fields[i].name),
            .text = err->fields[i].text,
        };
    view_sheet(&rep->body, &f, v);
    frame_page(c, rep);
    return true;
}

bool
show_sheet(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    const struct fields *typed = frame_err(c) ? &req->form : NULL;
    struct sheet_view v;

    (void)out;
    return desk_sheet_write(c, case_of(req), req->word, typed, &v)
           && sheet_page(c, req, &v, rep);
}

bool
act_sheet(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_sheet_save(c, case_of(req), req->word, &req->form, out);
}

bool
show_sheet_read(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    int64_t version = 0;
    struct sheet_view v;

    (void)out;
    if (!text_int(request_query(req, "version"), 1, 1000000, &version))
        version = 0;
    return desk_sheet_read(c, (struct sheet_id){ .id = req->ids[0] }, version, &v)
           && sheet_page(c, req, &v, rep);
}

bool
show_sheet_paper(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct paper_view v;

    (void)out;
    return desk_sheet_paper(c, (struct sheet_id){ .id = req->ids[0] }, &v)
           && paper_reply(c, "sheet", &v, rep);
}
