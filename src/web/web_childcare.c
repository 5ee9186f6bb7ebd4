#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_childcare.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

static struct pregnancy_id
pregnancy_of(const struct request *req)
{
    return (struct pregnancy_id){ .id = req->ids[0] };
}

static struct newborn_id
newborn_of(const struct request *req)
{
    return (struct newborn_id){ .id = req->ids[0] };
}

bool
show_childcare(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct form_view form = frame_part(c, req, &form_pregnancy_def, "p");
    struct frame_view f;
    struct childcare_view v;
    struct choice_list people;

    (void)out;
    if (!desk_childcare(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_childcare(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "妊娠と子育て", &f))
        return false;
    f.typed = true;
    people = v.people;
    frame_choices(c, &form, "person", &people);
    view_childcare(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_pregnancy(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct form_view mend = frame_part(c, req, &form_pregnancy_mend_def, "m");
    struct form_view birth = frame_part(c, req, &form_birth_def, "b");
    struct form_view end = frame_part(c, req, &form_pregnancy_end_def, "e");
    struct form_view back = frame_part(c, req, &form_pregnancy_back_def, "k");
    struct form_pregnancy_mend *now = ARENA_NEW(c->mem, struct form_pregnancy_mend);
    struct frame_view f;
    struct pregnancy_page_view v;
    struct choice_list homes;

    (void)out;
    form_clear(&form_pregnancy_mend_def, now);
    if (!desk_pregnancy_show(c, pregnancy_of(req), &v, now))
        return false;
    if (respond_wants_json(req)) {
        json_pregnancy(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "妊娠の記録", &f))
        return false;
    f.typed = true;
    mend.values = now;
    homes = v.homes;
    frame_choices(c, &birth, "household", &homes);
    view_pregnancy(&rep->body, &f, &v, &mend, &birth, &end, &back);
    frame_page(c, rep);
    return true;
}

bool
show_newborn(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct form_view form = frame_part(c, req, &form_newborn_def, NULL);
    struct form_newborn *now = ARENA_NEW(c->mem, struct form_newborn);
    struct frame_view f;
    struct newborn_page_view v;

    (void)out;
    form_clear(&form_newborn_def, now);
    if (!desk_newborn_show(c, newborn_of(req), &v, now))
        return false;
    if (respond_wants_json(req)) {
        json_newborn(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "生まれた子のことを直す", &f))
        return false;
    f.typed = true;
    form.values = now;
    view_newborn(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_pregnancy(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_pregnancy f;

    return form_pregnancy_read(c, &req->form, &f)
           && desk_pregnancy_add(c, case_of(req), &f, out);
}

bool
act_pregnancy_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_pregnancy_mend f;

    return form_pregnancy_mend_read(c, &req->form, &f)
           && desk_pregnancy_mend(c, pregnancy_of(req), &f, out);
}

bool
act_birth(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_birth f;

    return form_birth_read(c, &req->form, &f)
           && desk_pregnancy_birth(c, pregnancy_of(req), &f, out);
}

bool
act_pregnancy_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_pregnancy_end f;

    return form_pregnancy_end_read(c, &req->form, &f)
           && desk_pregnancy_end(c, pregnancy_of(req), &f, out);
}

bool
act_pregnancy_back(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_pregnancy_back f;

    return form_pregnancy_back_read(c, &req->form, &f)
           && desk_pregnancy_back(c, pregnancy_of(req), &f, out);
}

bool
act_newborn_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_newborn f;

    return form_newborn_read(c, &req->form, &f)
           && desk_newborn_mend(c, newborn_of(req), &f, out);
}
