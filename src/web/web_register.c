#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_register.h"
#include "../domain/town.h"
#include "gen/pages.h"

#include <string.h>

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

static int64_t
year_of(const struct request *req)
{
    const char *typed = request_form(req, "fiscal_year");
    int64_t year;

    if (!text_int(*typed ? typed : request_query(req, "year"), 1868, 2199, &year))
        return 0;
    return year;
}

/* One of several forms of a page: mistakes belong to the one that was sent. */
static struct form_view
form_of(struct ctx *c,
        const struct request *req,
        const struct form_def *def,
        const char *prefix,
        const struct form_options *options)
{
    struct form_view v = frame_part(c, req, def, prefix);

    if (options)
        frame_offer(c, &v, *options);
    return v;
}

bool
show_registers(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    const struct form_options roles = desk_register_roles(c);
    struct frame_view f;
    struct registers_view v;
    struct form_view form = form_of(c, req, &form_staffing_def, NULL, &roles);

    (void)out;
    if (!desk_registers(c, req->method == METHOD_POST ? 0 : year_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_registers(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, v.head.heading, &f))
        return false;
    view_registers(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_register_program(struct ctx *c,
                      const struct request *req,
                      const struct outcome *out,
                      struct reply *rep)
{
    const char *typed = request_form(req, "program");
    const char *id = *typed ? typed : request_query(req, "id");
    const struct form_options tasks = desk_register_tasks(c, id);
    struct frame_view f;
    struct register_program_view v;
    struct form_status_form status;
    struct form_view forms[] = {
        form_of(c, req, &form_activity_def, "a", &tasks),
        form_of(c, req, &form_grant_def, "g", NULL),
        form_of(c, req, &form_liaison_entry_def, "l", NULL),
        form_of(c, req, &form_status_form_def, "s", NULL),
    };

    (void)out;
    if (!desk_register_program(c, id, year_of(req), &v, &status))
        return false;
    if (respond_wants_json(req)) {
        json_register_program(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    forms[3].values = &status;
    if (!frame_fill(c, req, v.name, &f))
        return false;
    f.typed = true;
    view_register_program(&rep->body, &f, &v, &forms[0], &forms[1], &forms[2],
                          &forms[3]);
    frame_page(c, rep);
    return true;
}

bool
show_register_entry(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct frame_view f;
    struct register_entry_view v;
    struct form_register_mend values;
    struct form_view form = form_of(c, req, &form_register_mend_def, NULL, NULL);

    (void)out;
    if (!desk_register_entry(c, (struct entry_id){ .id = req->ids[0] }, &v, &values)
        || !frame_fill(c, req, v.title, &f))
        return false;
    form.values = &values;
    frame_crumb(c, &f, in_town(c, "/plan/registers"), "事業の台帳");
    frame_crumb(c, &f, v.back_path, v.name);
    frame_crumb(c, &f, NULL, v.title);
    view_register_entry(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

/* An act of one form: read it, do it. */
#define REGISTER_ACT(name, kind)                                                       \
    bool act_register_##name(struct ctx *c, const struct request *req,                 \
                             struct outcome *out)                                      \
    {                                                                                  \
        struct form_##kind f;                                                          \
                                                                                       \
        return form_##kind##_read(c, &req->form, &f)                                   \
               && desk_register_##name(c, &f, out);                                    \
    }

REGISTER_ACT(activity, activity)
REGISTER_ACT(grant, grant)
REGISTER_ACT(liaison, liaison_entry)
REGISTER_ACT(status, status_form)
REGISTER_ACT(staffing, staffing)

bool
act_register_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_register_mend f;

    return form_register_mend_read(c, &req->form, &f)
           && desk_register_mend(c, (struct entry_id){ .id = req->ids[0] }, &f, out);
}

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

bool
show_enrolments(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    const struct form_options services = desk_register_services(c);
    struct frame_view f;
    struct enrolments_view v;
    struct form_view form = form_of(c, req, &form_enrolment_def, NULL, &services);

    (void)out;
    frame_offer(c, &form, desk_enrolment_plans(c, case_of(req)));
    if (!desk_enrolments(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_enrolments(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "利用しているサービス", &f))
        return false;
    f.typed = true;
    view_enrolments(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_enrol(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_enrolment f;

    return form_enrolment_read(c, &req->form, &f)
           && desk_enrol(c, case_of(req), &f, out);
}

bool
show_enrolment_end(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    const char *path =
        in_town(c, arena_printf(c->mem, "/enrolments/%s/end", req->ids[0].s));
    struct frame_view f;
    struct form_view form = form_of(c, req, &form_enrolment_end_def, NULL, NULL);

    (void)out;
    if (!frame_fill(c, req, "サービスの終わりを書く", &f))
        return false;
    f.typed = true;
    view_enrolment_end(&rep->body, &f, path, &form);
    frame_page(c, rep);
    return true;
}

bool
act_enrolment_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_enrolment_end f;

    return form_enrolment_end_read(c, &req->form, &f)
           && desk_enrolment_end(c, (struct enrolment_id){ .id = req->ids[0] }, &f,
                                 out);
}
