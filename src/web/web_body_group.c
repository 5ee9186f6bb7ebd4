/* Groups of bodies, and bodies of areas. */
#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_body_area.h"
#include "../desk/desk_body_group.h"
#include "../domain/town.h"
#include "gen/pages.h"

bool
show_body_groups(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct form_view group = frame_part(c, req, &form_body_group_def, "g-");
    struct form_view event = frame_part(c, req, &form_body_event_def, "e-");
    struct form_body_group group_of;
    struct form_body_event event_of;
    struct form_options groups;
    const char *body = request_query(req, "body");
    struct body_groups_view v;
    struct frame_view f;
    struct day on;

    (void)out;
    if (!day_read(request_query(req, "on"), &on))
        on = (struct day){ .n = DAY_NONE };
    if (!desk_body_groups(c, *body ? body : request_form(req, "body"), on, &v))
        return false;
    if (respond_wants_json(req)) {
        json_body_groups(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, v.title, "/meetings", "会議", &f))
        return false;
    frame_crumb(c, &f, v.year_path, v.title);
    form_clear(&form_body_group_def, &group_of);
    form_clear(&form_body_event_def, &event_of);
    group_of.body = event_of.body = v.body;
    group.values = &group_of;
    event.values = &event_of;
    groups = desk_body_group_options(c, v.body);
    frame_offer(c, &event, groups);
    view_body_groups(&rep->body, &f, &v, &group, &event,
                     groups.n ? v.event_path : NULL);
    frame_page(c, rep);
    return true;
}

bool
act_body_group(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_group f;

    return form_body_group_read(c, &req->form, &f) && desk_body_group(c, &f, out);
}

bool
act_body_group_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_group_end f;

    return form_body_group_end_read(c, &req->form, &f)
           && desk_body_group_end(c, (struct group_id){ .id = req->ids[0] }, &f, out);
}

bool
act_body_event(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_body_event f;

    return form_body_event_read(c, &req->form, &f) && desk_body_event(c, &f, out);
}

bool
show_area_bodies(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct form_view form = frame_part(c, req, &form_area_body_def, NULL);
    struct area_bodies_view v;
    struct frame_view f;

    (void)out;
    if (!desk_area_bodies(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_area_bodies(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, "圏域の会議", "/meetings", "会議", &f))
        return false;
    frame_offer(c, &form, desk_area_body_kinds(c));
    view_area_bodies(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_area_body(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_area_body f;

    return form_area_body_read(c, &req->form, &f) && desk_area_body(c, &f, out);
}

bool
act_area_body_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_area_body_end(c, (struct area_body_id){ .id = req->ids[0] }, out);
}
