#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_access.h"
#include "../desk/desk_access_mend.h"
#include "gen/pages.h"

static struct access_id
access_of(const struct request *req)
{
    return (struct access_id){ .id = req->ids[0] };
}

bool
show_accesses(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct accesses_view v;

    (void)out;
    if (!desk_accesses(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_accesses(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "開示の請求の受付簿", &f))
        return false;
    view_accesses(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_access(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct form_view extend = frame_part(c, req, &form_access_extend_def, "e");
    struct form_view decide = frame_part(c, req, &form_access_decide_def, "d");
    struct form_view check = frame_part(c, req, &form_access_check_def, "c");
    struct form_view hand = frame_part(c, req, &form_access_hand_def, "h");
    struct form_view back = frame_part(c, req, &form_access_back_def, "k");
    struct form_view mend = frame_part(c, req, &form_access_mend_def, "m");
    struct form_view mended = frame_part(c, req, &form_access_mended_def, "n");
    struct form_options lines;
    struct frame_view f;
    struct access_view v;

    (void)out;
    if (!desk_access_show(c, access_of(req), &v, &lines))
        return false;
    if (respond_wants_json(req)) {
        json_access(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "開示の請求", &f))
        return false;
    f.typed = true;
    frame_offer(c, &check, lines);
    view_access(&rep->body, &f, &v, &extend, &decide, &check, &hand, &back, &mend,
                &mended);
    frame_page(c, rep);
    return true;
}

bool
act_access_receive(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_request f;

    return form_access_request_read(c, &req->form, &f)
           && desk_access_receive(c, (struct person_id){ .id = req->ids[0] }, &f, out);
}

bool
act_access_extend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_extend f;

    return form_access_extend_read(c, &req->form, &f)
           && desk_access_extend(c, access_of(req), &f, out);
}

bool
act_access_decide(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_decide f;

    return form_access_decide_read(c, &req->form, &f)
           && desk_access_decide(c, access_of(req), &f, out);
}

bool
act_access_check(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_check f;

    return form_access_check_read(c, &req->form, &f)
           && desk_access_check(c, access_of(req), &f, out);
}

bool
act_access_hand(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_hand f;

    return form_access_hand_read(c, &req->form, &f)
           && desk_access_hand(c, access_of(req), &f, out);
}

bool
act_access_back(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_back f;

    return form_access_back_read(c, &req->form, &f)
           && desk_access_back(c, access_of(req), &f, out);
}

bool
act_access_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_mend f;

    return form_access_mend_read(c, &req->form, &f)
           && desk_access_mend(c, access_of(req), &f, out);
}

bool
act_access_mended(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_access_mended f;

    return form_access_mended_read(c, &req->form, &f)
           && desk_access_mended(c, access_of(req), &f, out);
}
