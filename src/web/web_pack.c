/* The papers of a sitting: on the screen, numbered, printed, returned; its calls. */
#include "frame.h"
#include "paper.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_sitting.h"
#include "../domain/town.h"
#include "gen/pages.h"

static struct sitting_id
sitting_of(const struct request *req)
{
    return (struct sitting_id){ .id = req->ids[0] };
}

static struct attendee_id
attendee_of(const struct request *req)
{
    return (struct attendee_id){ .id = req->ids[0] };
}

static struct copy_id
copy_id_of(const struct request *req)
{
    return (struct copy_id){ .id = req->ids[0] };
}

bool
act_sitting_call(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_sitting_call f;

    return form_sitting_call_read(c, &req->form, &f)
           && desk_sitting_call(c, sitting_of(req), &f, out);
}

bool
act_sitting_confirm(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_sitting_confirm f;

    return form_sitting_confirm_read(c, &req->form, &f)
           && desk_sitting_confirm(c, sitting_of(req), &f, out);
}

bool
act_copies_make(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_copies_make(c, sitting_of(req), out);
}

bool
act_copy_make(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_copy_make(c, attendee_of(req), out);
}

bool
act_copy_return(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_copy_return(c, copy_id_of(req), out);
}

bool
act_copies_back(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_copies_back f;

    return form_copies_back_read(c, &req->form, &f)
           && desk_copies_back(c, sitting_of(req), &f, out);
}

bool
act_copy_out(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_copy_out(c, copy_id_of(req), out);
}

bool
act_copy_lost(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_copy_lost f;

    return form_copy_lost_read(c, &req->form, &f)
           && desk_copy_lost(c, copy_id_of(req), &f, out);
}

static bool
show_papers(struct ctx *c,
            const struct request *req,
            const struct pack_view *v,
            struct reply *rep)
{
    struct form_view lost = frame_form(c, req, &form_copy_lost_def, NULL);
    struct frame_view f;

    if (respond_wants_json(req)) {
        json_pack(&rep->body, v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "会議の資料", &f))
        return false;
    f.typed = true;
    frame_crumb(c, &f, arena_printf(c->mem, "%s/meetings", c->town->path), "会議");
    frame_crumb(c, &f, v->back_path, v->title);
    view_pack(&rep->body, &f, v, &lost);
    frame_page(c, rep);
    return true;
}

bool
show_pack(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct pack_view v;

    (void)out;
    return desk_pack_show(c, sitting_of(req), &v) && show_papers(c, req, &v, rep);
}

bool
show_copy(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct pack_view v;

    (void)out;
    return desk_copy_show(c, copy_id_of(req), &v) && show_papers(c, req, &v, rep);
}

bool
show_copy_paper(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct paper_set set = { .v = NULL };

    (void)out;
    return desk_copy_paper(c, copy_id_of(req), &set)
           && paper_reply_set(c, "pack", &set, rep);
}

bool
show_sitting_papers(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct paper_set set = { .v = NULL };

    (void)out;
    return desk_sitting_papers(c, sitting_of(req), &set)
           && paper_reply_set(c, "meeting", &set, rep);
}

bool
show_sitting_cards(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct paper_set set = { .v = NULL };

    (void)out;
    return desk_sitting_cards(c, sitting_of(req), &set)
           && paper_reply_set(c, "cards", &set, rep);
}
