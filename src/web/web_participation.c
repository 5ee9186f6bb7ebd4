#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_attendance.h"
#include "../desk/desk_participation.h"
#include "../desk/desk_place.h"
#include "../domain/town.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

static struct placement_id
placement_of(const struct request *req)
{
    return (struct placement_id){ .id = req->ids[0] };
}

static struct placement_day_id
day_of_request(const struct request *req)
{
    return (struct placement_day_id){ .id = req->ids[0] };
}

bool
show_participation(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct form_view entry = frame_part(c, req, &form_participation_def, "e");
    struct form_view wish = frame_part(c, req, &form_wish_def, "w");
    struct form_view missing = frame_part(c, req, &form_place_missing_def, "m");
    struct form_view came = frame_part(c, req, &form_attendance_def, "a");
    struct frame_view f;
    struct participation_view v;
    struct form_options sessions;
    int64_t page;

    (void)out;
    if (!text_int(request_query(req, "page"), 1, 2000, &page))
        page = 1;
    if (!desk_participation(c, case_of(req),
                            (struct wish_id){ .id = request_query_id(req, "wish") },
                            page, &v))
        return false;
    if (respond_wants_json(req)) {
        json_participation(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "参加と場所", &f))
        return false;
    f.typed = true;
    sessions = desk_attendance_sessions(c);
    frame_offer(c, &entry, desk_participation_items(c, case_of(req)));
    frame_offer(c, &wish, desk_participation_people(c, case_of(req)));
    frame_offer(c, &missing, desk_place_sittings(c));
    frame_offer(c, &came, desk_participation_people(c, case_of(req)));
    frame_offer(c, &came, sessions);
    view_participation(&rep->body, &f, &v, &entry, &wish, &missing, &came,
                       sessions.n ? v.attended_path : NULL);
    frame_page(c, rep);
    return true;
}

bool
act_participation(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_participation form;

    return form_participation_read(c, &req->form, &form)
           && desk_participation_open(c, case_of(req), &form, out);
}

bool
act_wish(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_wish form;

    return form_wish_read(c, &req->form, &form)
           && desk_wish_add(c, case_of(req), &form, out);
}

bool
act_attendance(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_attendance form;

    return form_attendance_read(c, &req->form, &form)
           && desk_attendance(c, case_of(req), &form, out);
}

bool
act_place_missing(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place_missing form;

    return form_place_missing_read(c, &req->form, &form)
           && desk_place_missing(c, case_of(req), &form, out);
}

bool
show_placement_new(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    const struct id asked = req->method == METHOD_POST ? (struct id){ .s = "" }
                                                       : request_query_id(req, "place");
    struct place_id place = { .id = asked };
    struct form_view form = frame_form(c, req, &form_placement_def, NULL);
    struct form_placement values;
    struct frame_view f;
    struct propose_view v;

    (void)out;
    if (req->method == METHOD_POST && !id_read(request_form(req, "place"), &place.id))
        place.id = (struct id){ .s = "" };
    if (!desk_placement_form(c, case_of(req), place, &v)
        || !frame_case(c, req, &v.head, "場所をすすめる", &f))
        return false;
    form_clear(&form_placement_def, &values);
    values.place = place;
    form.values = &values;
    f.typed = true;
    frame_offer(c, &form, desk_participation_people(c, case_of(req)));
    view_propose(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_placement(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_placement form;

    return form_placement_read(c, &req->form, &form)
           && desk_placement_add(c, case_of(req), &form, out);
}

static bool
placement_page(struct ctx *c,
               const struct request *req,
               struct placement_id id,
               struct reply *rep)
{
    struct form_view move = frame_part(c, req, &form_placement_move_def, "s");
    struct form_view day = frame_part(c, req, &form_placement_day_def, "d");
    struct form_view host = frame_part(c, req, &form_placement_host_def, "h");
    struct form_option *next;
    struct frame_view f;
    struct placement_page_view v;

    if (!desk_placement_show(c, id, &v))
        return false;
    if (respond_wants_json(req)) {
        json_placement(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, v.line.place, &f))
        return false;
    f.typed = true;
    next = ARENA_ARRAY(c->mem, v.next.n + 1, struct form_option);
    for (size_t i = 0; i < v.next.n; i++)
        next[i] = (struct form_option){ v.next.v[i].path, v.next.v[i].text };
    frame_offer(c, &move,
                (struct form_options){ .name = "state", .v = next, .n = v.next.n });
    view_placement(&rep->body, &f, &v, &move, &day, &host);
    frame_page(c, rep);
    return true;
}

bool
show_placement(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    (void)out;
    return placement_page(c, req, placement_of(req), rep);
}

/* A line of the work list leads here: the placement that the day belongs to. */
bool
show_placement_day(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct placement_id id;

    (void)out;
    return desk_placement_of_day(c, day_of_request(req), &id)
           && placement_page(c, req, id, rep);
}

bool
act_placement_move(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_placement_move form;

    return form_placement_move_read(c, &req->form, &form)
           && desk_placement_move(c, placement_of(req), &form, out);
}

bool
act_placement_host(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_placement_host form;

    return form_placement_host_read(c, &req->form, &form)
           && desk_placement_host(c, placement_of(req), &form, out);
}

bool
act_placement_day(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_placement_day form;

    return form_placement_day_read(c, &req->form, &form)
           && desk_placement_day(c, day_of_request(req), &form, out);
}

bool
show_place_paper(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct frame_view f;
    struct place_paper_page_view v;

    (void)out;
    if (!desk_participation_paper(
            c, case_of(req), (struct wish_id){ .id = request_query_id(req, "wish") },
            &v)
        || !frame_fill(c, req, "場所のご案内", &f))
        return false;
    view_place_paper(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}
