#include "draft.h"

#include "decode.h"

#include "../base/esc.h"
#include "../desk/desk_work.h"

#include <string.h>

struct draft_id
draft_of(const struct request *req)
{
    const char *typed = request_form(req, "draft_id");
    struct draft_id id = { .id = { .s = "" } };

    if (!id_read(*typed ? typed : request_query(req, "draft"), &id.id))
        id.id = (struct id){ .s = "" };
    return id;
}

bool
draft_wanted(const struct request *req)
{
    return strcmp(request_form(req, "draft"), "1") == 0;
}

bool
draft_keep(struct ctx *c,
           const struct request *req,
           const char *route,
           const char *title,
           struct outcome *out)
{
    struct buf body = buf_new(c->mem);

    for (size_t i = 0; i < req->form.n; i++) {
        const struct field *f = &req->form.v[i];

        if (strcmp(f->name, "csrf") == 0 || strcmp(f->name, "key") == 0
            || strcmp(f->name, "draft") == 0 || strcmp(f->name, "draft_id") == 0)
            continue;
        if (body.n)
            buf_char(&body, '&');
        esc_component(&body, f->name);
        buf_char(&body, '=');
        esc_component(&body, f->value);
    }
    return desk_draft_keep(c, draft_of(req), route, title, buf_text(&body), out);
}

bool
draft_take(struct ctx *c,
           const struct request *req,
           const struct fields **typed,
           const char **saved)
{
    struct fields *f = ARENA_NEW(c->mem, struct fields);
    struct decode_fault why;
    const struct draft_id id = draft_of(req);
    const char *body;

    *typed = NULL;
    *saved = NULL;
    if (id_none(id.id))
        return true;
    if (!desk_draft_take(c, id, &body, saved))
        return false;
    if (decode_form(c->mem, body, strlen(body), f, &why) != DECODE_GOOD)
        return refuse(c, ERR_BUG, "a draft cannot be read");
    *typed = f;
    return true;
}
