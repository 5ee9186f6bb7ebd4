#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_sitting.h"
#include "../domain/town.h"
#include "../view/ical.h"
#include "gen/pages.h"

#include <string.h>

static struct sitting_id
sitting_of(const struct request *req)
{
    return (struct sitting_id){ .id = req->ids[0] };
}

static struct item_id
item_of(const struct request *req)
{
    return (struct item_id){ .id = req->ids[0] };
}

static struct attendee_id
attendee_of(const struct request *req)
{
    return (struct attendee_id){ .id = req->ids[0] };
}

/*
 * One of several forms of a page: what was typed and what is to be mended belong to the one
 * that was sent; first: takes also what is wrong with an act that has no fields.
 */
static struct form_view
form_of(struct ctx *c,
        const struct request *req,
        const struct form_def *def,
        const char *prefix,
        bool first)
{
    struct form_view v = frame_form(c, req, def, NULL);

    v.prefix = prefix;
    if (req->route->form != def) {
        v.typed = NULL;
        if (!first || req->route->form)
            v.err = NULL;
    }
    return v;
}

bool
show_sittings(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct sittings_view v;

    (void)out;
    if (!desk_sitting_list(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_sittings(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "会議", &f))
        return false;
    view_sittings(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_sitting_new(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    const char *path = arena_printf(c->mem, "%s/meetings", c->town->path);
    struct form_view form = form_of(c, req, &form_sitting_new_def, NULL, true);
    struct form_sitting_new values;
    struct frame_view f;

    (void)out;
    form_clear(&form_sitting_new_def, &values);
    values.scheme.id = request_query_id(req, "scheme");
    values.subject.id = request_query_id(req, "case");
    values.previous.id = request_query_id(req, "previous");
    form.values = &values;
    if (!desk_sitting_may_set(c)
        || !frame_below(c, req, "会議を開く予定を立てる", "/meetings", "会議", &f))
        return false;
    frame_offer(c, &form, desk_sitting_bodies(c));
    frame_offer(c, &form, desk_sitting_triggers(c));
    view_sitting_new(&rep->body, &f, path, &form);
    frame_page(c, rep);
    return true;
}

bool
act_sitting_set(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_sitting_new f;

    return form_sitting_new_read(c, &req->form, &f) && desk_sitting_set(c, &f, out);
}

bool
act_sitting_series(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_sitting_series f;

    return form_sitting_series_read(c, &req->form, &f)
           && desk_sitting_series(c, &f, out);
}

bool
show_sitting_series(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct form_view form = form_of(c, req, &form_sitting_series_def, NULL, true);
    struct frame_view f;

    (void)out;
    if (!desk_sitting_may_set(c)
        || !frame_below(c, req, "1年分の会議の日を立てる", "/meetings", "会議", &f))
        return false;
    frame_offer(c, &form, desk_sitting_bodies(c));
    view_sitting_series(&rep->body, &f,
                        arena_printf(c->mem, "%s/meetings", c->town->path), &form);
    frame_page(c, rep);
    return true;
}

/* Times and places alone: no case, no name. */
bool
show_calendar(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct sittings_view v;
    struct ymd t;

    (void)req;
    (void)out;
    if (!desk_sitting_list(c, &v))
        return false;
    t = day_ymd(day_of(c->now));
    ical_sittings(&rep->body, &v,
                  arena_printf(c->mem, "%04d%02d%02dT000000Z", t.year, t.month, t.day));
    rep->status = 200;
    rep->type = "text/calendar; charset=utf-8";
    rep->file = arena_printf(c->mem, "attachment; filename=\"%s.ics\"", c->town->id);
    return true;
}

bool
show_sitting(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    struct sitting_view v;
    struct form_view item = form_of(c, req, &form_agenda_item_new_def, "i", true);
    struct form_view seat = form_of(c, req, &form_seat_new_def, "s", false);
    struct form_view back = form_of(c, req, &form_copies_back_def, "b", false);
    struct form_view call = form_of(c, req, &form_sitting_call_def, "c", false);

    (void)out;
    if (!desk_sitting_show(c, sitting_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_sitting(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, v.title, "/meetings", "会議", &f))
        return false;
    frame_crumb(c, &f, NULL, v.when);
    frame_offer(c, &item, desk_sitting_acting(c));
    frame_offer(c, &item, desk_sitting_triggers(c));
    if (v.office)
        frame_offer(c, &seat, desk_sitting_seats(c));
    frame_offer(c, &seat, desk_sitting_agenda(c, &v));
    frame_offer(c, &back, desk_sitting_copies(c, &v));
    frame_offer(c, &call, desk_sitting_seated(c, &v));
    view_sitting(&rep->body, &f, &v, &item, &seat, &back, &call);
    frame_page(c, rep);
    return true;
}

/* An act on a sitting that has no fields. */
#define SITTING_ACT(name)                                                              \
    bool act_sitting_##name(struct ctx *c, const struct request *req,                  \
                            struct outcome *out)                                       \
    {                                                                                  \
        return desk_sitting_##name(c, sitting_of(req), out);                           \
    }

SITTING_ACT(open)
SITTING_ACT(close)
SITTING_ACT(cancel)
SITTING_ACT(roll)
SITTING_ACT(told)
SITTING_ACT(pledge)
SITTING_ACT(invite)

bool
act_item_add(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_agenda_item_new f;

    return form_agenda_item_new_read(c, &req->form, &f)
           && desk_item_add(c, sitting_of(req), &f, out);
}

bool
act_seat_add(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_seat_new f;

    return form_seat_new_read(c, &req->form, &f)
           && desk_seat_add(c, sitting_of(req), &f, out);
}

bool
show_item(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct frame_view f;
    struct item_page_view v;
    struct form_item_end values;
    struct form_view fact = form_of(c, req, &form_tabled_new_def, "f", true);
    struct form_view point = form_of(c, req, &form_item_point_def, "p", false);
    struct form_view decided = form_of(c, req, &form_decided_new_def, "d", false);
    struct form_view end = form_of(c, req, &form_item_end_def, "e", false);
    struct form_view ask = form_of(c, req, &form_request_new_def, "r", false);

    (void)out;
    if (!desk_item_show(c, item_of(req), &v, &values))
        return false;
    end.values = &values;
    if (respond_wants_json(req)) {
        json_item(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, v.sitting.title, "/meetings", "会議", &f))
        return false;
    frame_crumb(c, &f, v.sitting.path, v.sitting.when);
    frame_crumb(c, &f, NULL, arena_printf(c->mem, "案件%s", v.item.no));
    frame_offer(c, &point, desk_sitting_points(c, &v));
    frame_offer(c, &decided, desk_sitting_desks(c));
    view_item(&rep->body, &f, &v, &fact, &point, &decided, &end, &ask);
    frame_page(c, rep);
    return true;
}

/* An act on an item or a seat with the fields of one form. */
#define FORM_ACT(name, kind, id)                                                       \
    bool act_##name(struct ctx *c, const struct request *req, struct outcome *out)     \
    {                                                                                  \
        struct form_##kind f;                                                          \
                                                                                       \
        return form_##kind##_read(c, &req->form, &f)                                   \
               && desk_##name(c, id(req), &f, out);                                    \
    }

FORM_ACT(item_table, tabled_new, item_of)
FORM_ACT(item_drop, tabled_drop, item_of)
FORM_ACT(item_point, item_point, item_of)
FORM_ACT(item_end, item_end, item_of)
FORM_ACT(item_decide, decided_new, item_of)
FORM_ACT(request_send, request_new, item_of)
FORM_ACT(seat_sit, seat_sit, attendee_of)
FORM_ACT(seat_swear, seat_swear, attendee_of)
FORM_ACT(seat_items, seat_items, attendee_of)

bool
act_decided_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_decided_end(c, (struct role_id){ .id = req->ids[0] }, out);
}

bool
act_seat_absent(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_seat_absent(c, attendee_of(req), out);
}

bool
act_seat_leave(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_seat_leave(c, attendee_of(req), out);
}

bool
show_seat(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct frame_view f;
    struct seat_page_view v;
    struct form_view sit = form_of(c, req, &form_seat_sit_def, "s", true);
    struct form_view swear = form_of(c, req, &form_seat_swear_def, "w", false);
    struct form_view items = form_of(c, req, &form_seat_items_def, "i", false);
    struct form_seat_items values;

    (void)out;
    if (!desk_seat_show(c, attendee_of(req), &v, &values)
        || !frame_below(c, req, "出席者", "/meetings", "会議", &f))
        return false;
    frame_crumb(c, &f, v.sitting_path, v.sitting);
    items.values = &values;
    frame_offer(c, &sit, desk_sitting_seats(c));
    frame_offer(c, &items, desk_seat_agenda(c, attendee_of(req)));
    view_seat(&rep->body, &f, &v, &sit, &swear, &items);
    frame_page(c, rep);
    return true;
}

bool
show_request(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    struct request_view v;
    struct form_view form = form_of(c, req, &form_request_answer_def, NULL, true);

    (void)out;
    if (!desk_request_show(c, (struct request_id){ .id = req->ids[0] }, &v))
        return false;
    if (respond_wants_json(req)) {
        json_request(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_below(c, req, "協力の求め", "/meetings", "会議", &f))
        return false;
    view_request(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_request_answer(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_request_answer f;

    return form_request_answer_read(c, &req->form, &f)
           && desk_request_answer(c, (struct request_id){ .id = req->ids[0] }, &f, out);
}

static struct form_options
planned(struct ctx *c, const struct case_meetings_view *v)
{
    struct form_option *o = ARENA_ARRAY(c->mem, v->planned.n + 1, struct form_option);

    for (size_t i = 0; i < v->planned.n; i++)
        o[i] = (struct form_option){ .code = v->planned.v[i].id,
                                     .label = arena_printf(c->mem, "%s　%s",
                                                           v->planned.v[i].when,
                                                           v->planned.v[i].body) };
    return (struct form_options){ .name = "sitting", .v = o, .n = v->planned.n };
}

bool
show_case_meetings(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct frame_view f;
    struct case_meetings_view v;
    struct form_view item = form_of(c, req, &form_case_agenda_def, "i", true);

    (void)out;
    if (!desk_case_meetings(c, (struct case_id){ .id = req->ids[0] }, &v))
        return false;
    if (respond_wants_json(req)) {
        json_case_meetings(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "会議", &f))
        return false;
    f.typed = true;
    frame_offer(c, &item, planned(c, &v));
    frame_offer(c, &item, desk_sitting_acting(c));
    frame_offer(c, &item, desk_sitting_triggers(c));
    view_case_meetings(&rep->body, &f, &v, &item);
    frame_page(c, rep);
    return true;
}

bool
act_case_agenda(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_case_agenda f;

    return form_case_agenda_read(c, &req->form, &f)
           && desk_item_add_case(c, (struct case_id){ .id = req->ids[0] }, &f, out);
}
