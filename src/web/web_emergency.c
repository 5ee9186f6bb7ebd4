#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_emergency.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

bool
show_emergency(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct frame_view f;
    struct emergency_view v;
    struct form_view form = frame_form(c, req, &form_emergency_def, NULL);

    (void)out;
    if (!desk_emergency(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_emergency(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "緊急の確認", &f))
        return false;
    view_emergency(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_glass(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct frame_view f;
    struct glass_view v;
    struct form_view form = frame_form(c, req, &form_break_glass_def, NULL);

    (void)out;
    if (!desk_glass(c, case_of(req), &v) || !frame_fill(c, req, "緊急に開く", &f))
        return false;
    frame_crumb(c, &f, v.back_path, "緊急の確認");
    frame_crumb(c, &f, NULL, v.number);
    view_glass(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_emergency_review(struct ctx *c,
                      const struct request *req,
                      const struct outcome *out,
                      struct reply *rep)
{
    struct frame_view f;
    struct review_view v;
    struct form_view form = frame_form(c, req, &form_emergency_review_def, NULL);
    struct form_view duty = frame_form(c, req, &form_duty_post_def, NULL);

    (void)out;
    if (!desk_emergency_queue(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_review(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "緊急の点検", &f))
        return false;
    view_review(&rep->body, &f, &v, &form, &duty);
    frame_page(c, rep);
    return true;
}

/* A factor that was given with the form itself counts for this act. */
static bool
take_factor(struct ctx *c, const struct request *req, const char *code)
{
    bool good;

    if (!desk_emergency_code(c, code, &good))
        return false;
    unit_of(c)->viewer.fresh = good || fresh_given(c, req);
    return true;
}

bool
act_emergency(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_emergency f;

    return form_emergency_read(c, &req->form, &f) && take_factor(c, req, f.code)
           && desk_emergency_find(c, &f, out);
}

bool
act_glass(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_break_glass f;

    return form_break_glass_read(c, &req->form, &f) && take_factor(c, req, f.code)
           && desk_glass_break(c, case_of(req), &f, out);
}

bool
act_emergency_review(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_emergency_review f;

    return form_emergency_review_read(c, &req->form, &f)
           && desk_emergency_review(c, (struct use_id){ .id = req->ids[0] }, &f, out);
}

bool
act_duty_post(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_duty_post f;

    return form_duty_post_read(c, &req->form, &f) && desk_duty_add(c, &f, out);
}

bool
act_duty_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_duty_end(c, (struct post_id){ .id = req->ids[0] }, out);
}
