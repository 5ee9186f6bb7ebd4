#include "frame.h"
#include "respond.h"
#include "routes.h"
#include "web_part.h"

#include "../desk/desk_household.h"
#include "../desk/desk_merge.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

/* The options that data offers, with the people and households of the case beside them. */
static struct form_view
form_of(struct ctx *c,
        const struct request *req,
        const struct form_def *def,
        const char *prefix,
        struct choice_list people,
        struct choice_list homes)
{
    struct form_view v = frame_part(c, req, def, prefix);

    frame_choices(c, &v, "person", &people);
    frame_choices(c, &v, "other", &people);
    frame_choices(c, &v, "kept", &people);
    frame_choices(c, &v, "gone", &people);
    frame_choices(c, &v, "household", &homes);
    return v;
}

bool
web_people_page(struct ctx *c,
                const struct request *req,
                const struct candidates_view *alike,
                struct reply *rep)
{
    struct frame_view f;
    struct people_view v;
    struct form_view person;
    struct form_view home;
    struct form_view time;
    struct form_view tie;
    struct form_view there;

    if (!desk_people(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_people(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "世帯と人", &f))
        return false;
    f.typed = true;
    person = form_of(c, req, &form_person_def, "p", v.people, v.homes);
    home = form_of(c, req, &form_household_def, "h", v.people, v.homes);
    time = form_of(c, req, &form_membership_def, "m", v.people, v.homes);
    tie = form_of(c, req, &form_relation_def, "r", v.people, v.homes);
    there = form_of(c, req, &form_involvement_def, "a", v.people, v.homes);
    if (alike->asked)
        person.typed = &req->form;
    view_people(&rep->body, &f, &v, &person, &home, &time, &tie, &there, alike);
    frame_page(c, rep);
    return true;
}

bool
show_people(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    (void)out;
    return web_people_page(c, req, &(const struct candidates_view){ .path = NULL },
                           rep);
}

bool
act_person(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_person f;

    return form_person_read(c, &req->form, &f)
           && desk_person_add(c, case_of(req), &f, out);
}

bool
show_person(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_person *now = ARENA_NEW(c->mem, struct form_person);
    struct form_view form;

    (void)out;
    form_clear(&form_person_def, now);
    if (!desk_person_mend_show(c, (struct person_id){ .id = req->ids[0] }, &v, now)
        || !frame_case(c, req, &v.head, "人のことを直す", &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_person_def, NULL, v.people, v.homes);
    form.values = now;
    view_person_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_person_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_person f;

    return form_person_read(c, &req->form, &f)
           && desk_person_mend(c, (struct person_id){ .id = req->ids[0] }, &f, out);
}

bool
act_household(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_household f;

    return form_household_read(c, &req->form, &f)
           && desk_household_add(c, case_of(req), &f, out);
}

bool
show_household(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_household *now = ARENA_NEW(c->mem, struct form_household);
    struct form_view form;

    (void)out;
    form_clear(&form_household_def, now);
    if (!desk_household_mend_show(c, (struct household_id){ .id = req->ids[0] }, &v,
                                  now)
        || !frame_case(c, req, &v.head, "世帯を直す", &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_household_def, NULL, v.people, v.homes);
    form.values = now;
    view_household_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_household_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_household f;

    return form_household_read(c, &req->form, &f)
           && desk_household_mend(c, (struct household_id){ .id = req->ids[0] }, &f,
                                  out);
}

bool
act_membership(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_membership f;

    return form_membership_read(c, &req->form, &f)
           && desk_membership_add(c, case_of(req), &f, out);
}

bool
show_membership(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_membership *now = ARENA_NEW(c->mem, struct form_membership);
    struct form_view form;

    (void)out;
    form_clear(&form_membership_def, now);
    if (!desk_membership_mend_show(c, (struct membership_id){ .id = req->ids[0] }, &v,
                                   now)
        || !frame_case(c, req, &v.head, "世帯にいた期間を直す", &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_membership_def, NULL, v.people, v.homes);
    form.values = now;
    view_membership_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_membership_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_membership f;

    return form_membership_read(c, &req->form, &f)
           && desk_membership_mend(c, (struct membership_id){ .id = req->ids[0] }, &f,
                                   out);
}

bool
act_relation(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_relation f;

    return form_relation_read(c, &req->form, &f)
           && desk_relation_add(c, case_of(req), &f, out);
}

bool
show_relation(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_relation *now = ARENA_NEW(c->mem, struct form_relation);
    struct form_view form;

    (void)out;
    form_clear(&form_relation_def, now);
    if (!desk_relation_mend_show(c, (struct relation_id){ .id = req->ids[0] }, &v, now)
        || !frame_case(c, req, &v.head, "関係を直す", &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_relation_def, NULL, v.people, v.homes);
    form.values = now;
    view_relation_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_relation_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_relation f;

    return form_relation_read(c, &req->form, &f)
           && desk_relation_mend(c, (struct relation_id){ .id = req->ids[0] }, &f, out);
}

bool
act_involvement(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_involvement f;

    return form_involvement_read(c, &req->form, &f)
           && desk_involvement_add(c, case_of(req), &f, out);
}

bool
show_involvement(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_involvement *now = ARENA_NEW(c->mem, struct form_involvement);
    struct form_view form;

    (void)out;
    form_clear(&form_involvement_def, now);
    if (!desk_involvement_mend_show(c, (struct involvement_id){ .id = req->ids[0] }, &v,
                                    now)
        || !frame_case(c, req, &v.head, "関わっている機関を直す", &f))
        return false;
    f.typed = true;
    form = form_of(c, req, &form_involvement_def, NULL, v.people, v.homes);
    form.values = now;
    view_involvement_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_involvement_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_involvement f;

    return form_involvement_read(c, &req->form, &f)
           && desk_involvement_mend(c, (struct involvement_id){ .id = req->ids[0] }, &f,
                                    out);
}

bool
show_merges(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct frame_view f;
    struct people_view v;
    struct form_view same;
    struct form_view cases;

    (void)out;
    if (!desk_people(c, case_of(req), &v)
        || !frame_case(c, req, &v.head, "二重に書かれていたとき", &f))
        return false;
    f.typed = true;
    same = form_of(c, req, &form_person_merge_def, "g", v.people, v.homes);
    cases = form_of(c, req, &form_case_merge_def, "c", v.people, v.homes);
    view_merges(&rep->body, &f, &v, &same, &cases);
    frame_page(c, rep);
    return true;
}

bool
act_person_merge(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_person_merge f;

    return form_person_merge_read(c, &req->form, &f)
           && desk_person_merge(c, case_of(req), &f, out);
}

bool
act_case_merge(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_case_merge f;

    return form_case_merge_read(c, &req->form, &f)
           && desk_case_merge(c, case_of(req), &f, out);
}

bool
show_merge_page(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct frame_view f;
    struct mend_view v;
    struct form_view form = frame_form(c, req, &form_merge_undo_def, NULL);

    (void)out;
    if (!desk_merge_show(c, (struct merge_id){ .id = req->ids[0] }, &v)
        || !frame_case(c, req, &v.head, "まとめたことを取り消す", &f))
        return false;
    f.typed = true;
    view_merge_undo(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_merge_undo(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_merge_undo f;

    return form_merge_undo_read(c, &req->form, &f)
           && desk_merge_undo(c, (struct merge_id){ .id = req->ids[0] }, &f, out);
}
