#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/buf.h"
#include "../base/esc.h"
#include "../base/vec.h"
#include "../desk/desk_attachment.h"
#include "gen/pages.h"

#include <string.h>

static struct note_id
note_of(const struct request *req)
{
    return (struct note_id){ .id = req->ids[0] };
}

bool
show_attachments(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct frame_view f;
    struct attachments_view v;
    struct form_view form = frame_form(c, req, &form_attachment_def, NULL);

    (void)out;
    if (!desk_attachments(c, note_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_attachments(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "写真・文書", &f))
        return false;
    view_attachments(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_attach(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_attachment form;
    struct {
        struct attachment_file *v;
        size_t n;
        size_t cap;
    } files = { 0 };

    for (size_t i = 0; i < req->n_files; i++)
        if (strcmp(req->files[i].field, "file") == 0)
            *VEC_PUSH(c->mem, &files) =
                (struct attachment_file){ req->files[i].name, req->files[i].p,
                                          req->files[i].n };
    return form_attachment_read(c, &req->form, &form)
           && desk_attach(c, note_of(req), &form, files.v, files.n, out);
}

/* Always saved, never shown in the browser: what it is called may be in any script. */
bool
show_file(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct attachment_file file;
    struct buf name = buf_new(c->mem);
    const char *type;

    (void)out;
    if (!desk_attachment_file(c, (struct attachment_id){ .id = req->ids[0] }, &file,
                              &type))
        return false;
    buf_lit(&name, "attachment; filename*=UTF-8''");
    esc_component(&name, file.name);
    buf_add(&rep->body, file.p, file.n);
    rep->status = 200;
    rep->type = type;
    rep->file = buf_text(&name);
    return true;
}

bool
act_withdraw_file(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_attachment_withdraw form;

    return form_attachment_withdraw_read(c, &req->form, &form)
           && desk_attachment_withdraw(c, (struct attachment_id){ .id = req->ids[0] },
                                       &form, out);
}
