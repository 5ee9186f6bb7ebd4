/* One record of a body, corrected or withdrawn. */
#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_body_record.h"
#include "gen/pages.h"

/* What some kinds of record cannot be without. */
static const char *const NEEDED[] = { "words", "title", NULL };

bool
show_body_record(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct form_view mend = frame_part(c, req, &form_body_mend_def, "m-");
    struct form_view back = frame_part(c, req, &form_body_withdraw_def, "w-");
    struct form_view leave = frame_part(c, req, &form_body_group_end_def, "l-");
    struct form_body_mend *now = ARENA_ARRAY(c->mem, 1, struct form_body_mend);
    struct body_record_view v;
    struct frame_view f;

    (void)out;
    if (!desk_body_record(c, req->ids[0], &v))
        return false;
    if (respond_wants_json(req)) {
        json_body_record(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, v.kind, "/meetings", "会議", &f))
        return false;
    f.typed = true;
    frame_crumb(c, &f, v.back_path, v.body);
    frame_crumb(c, &f, NULL, v.kind);
    *now = (struct form_body_mend){ .title = v.title ? v.title : "",
                                    .words = v.words ? v.words : "",
                                    .reason = "" };
    mend.values = now;
    mend.needs = v.needs_words ? NEEDED : NEEDED + 1;
    view_body_record(&rep->body, &f, &v, &mend, &back, &leave);
    frame_page(c, rep);
    return true;
}

bool
act_body_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_mend f;

    return form_body_mend_read(c, &req->form, &f)
           && desk_body_record_mend(c, req->ids[0], &f, out);
}

bool
act_body_withdraw(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_withdraw f;

    return form_body_withdraw_read(c, &req->form, &f)
           && desk_body_record_withdraw(c, req->ids[0], &f, out);
}
