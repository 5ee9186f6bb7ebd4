#include "desk_attendance.h"

#include "desk_participation_part.h"
#include "desk_place_work_part.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "../policy/show_attendance.h"

/* A page never loads more cases than these. */
enum { CASES_MAX = 100 };

struct cases {
    struct attendance_case *v;
    size_t n;
    size_t cap;
};

/* Says whether the viewer takes part in the case so far as to write there. */
static bool
may_write(const struct facts *facts)
{
    struct facts f = *facts;
    struct decision d;

    f.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &f);
    return f.part != PART_PAST && decision_allows(&d, ITEM_WELFARE);
}

static bool
add_case(struct ctx *c, struct case_id id, struct cases *out)
{
    struct attendance_case k = { .people = { .id = id } };

    if (!store_facts_of_case(c, id, &k.facts))
        return false;
    if (!may_write(&k.facts))
        return true;
    if (!desk_people_load(c, id, &k.facts, &k.people))
        return false;
    *VEC_PUSH(c->mem, out) = k;
    return true;
}

/* The cases of the rows, each once; rows come in the order of cases. */
static bool
load_cases(struct ctx *c,
           const struct sql_attendance_at_rows *rows,
           struct cases *out,
           bool *more)
{
    *more = false;
    for (size_t i = 0; i < rows->n; i++) {
        if (i && id_same(rows->v[i].case_id.id, rows->v[i - 1].case_id.id))
            continue;
        *more = out->n >= CASES_MAX;
        if (*more)
            return true;
        if (!add_case(c, rows->v[i].case_id, out))
            return false;
    }
    return true;
}

bool
desk_place_sessions(struct ctx *c, struct place_id id, struct place_sessions_view *out)
{
    const struct sql_attendance_at_in at = { id, desk_subjects(c), c->now };
    struct sql_place_session_list_rows sessions = { 0 };
    struct sql_attendance_at_rows who = { 0 };
    struct sql_place_session_sums_row sums;
    struct cases cases = { .n = 0 };
    struct sql_place_one_row place;
    bool more;

    if (!place_may_write(c) || !place_load(c, id, &place)
        || !sql_place_session_list(c, &(struct sql_place_session_list_in){ id },
                                   &sessions)
        || !sql_place_session_sums(c, &(struct sql_place_session_sums_in){ id }, &sums)
        || !sql_attendance_at(c, &at, &who) || !load_cases(c, &who, &cases, &more))
        return false;
    policy_show_place_sessions(c, id, place.name, &sums, &sessions, out);
    if (more)
        policy_show_attendants_left_out(out);
    policy_show_attendants(c, cases.v, cases.n, &who, out);
    return true;
}

bool
desk_place_session_add(struct ctx *c,
                       struct place_id id,
                       const struct form_place_session *f,
                       struct outcome *out)
{
    struct sql_place_one_row place;

    if (!place_may_write(c) || !place_load(c, id, &place)
        || !place_not_ahead(c, "held_on", "いつ", f->held_on))
        return false;
    if (place.stage == PLACE_STAGE_IDEA)
        return refuse_field(c, "kind",
                            "「%s」の場所では、まだ会を開けません。先に段階を"
                            "進めてください。",
                            place_stage_label(place.stage));
    out->id = id_new(c);
    out->place = arena_printf(c->mem, "/places/%s/sessions?said=session&entry=%s",
                              id.id.s, out->id.s);
    return sql_place_session_add(
        c, &(struct sql_place_session_add_in){ .place_session_id = { out->id },
                                               .place_id = id,
                                               .kind = f->kind,
                                               .title = f->title,
                                               .held_on = f->held_on,
                                               .came = f->came,
                                               .desk_id = c->viewer->desk,
                                               .post_id = c->viewer->post,
                                               .now = c->now });
}

struct form_options
desk_attendance_sessions(struct ctx *c)
{
    const struct sql_place_sessions_recent_in in = {
        viewer_sees_hidden_places(c->viewer), c->viewer->desk
    };
    struct sql_place_sessions_recent_rows rows = { 0 };
    struct form_option *v;

    if (!place_may_write(c) || !sql_place_sessions_recent(c, &in, &rows))
        return (struct form_options){ .name = "session" };
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].place_session_id.id.s),
            .label =
                arena_printf(c->mem, "%s　%s　%s", day_short(c->mem, rows.v[i].held_on),
                             rows.v[i].place, rows.v[i].title),
        };
    return (struct form_options){ .name = "session", .v = v, .n = rows.n };
}

/* What the act writes about: a session that the viewer finds, a person of the case. */
static bool
check(struct ctx *c,
      const struct participation *p,
      const struct form_attendance *f,
      struct person_id *who)
{
    const struct sql_place_session_one_in in = { f->session,
                                                 viewer_sees_hidden_places(c->viewer),
                                                 c->viewer->desk };
    struct sql_place_session_one_row session;
    bool found;

    *who = participation_person(p, f->person);
    if (!sql_place_session_one(c, &in, &session, &found))
        return false;
    if (!found)
        return refuse_field(c, "session", "「どの会」は、一覧から選んでください。");
    if (id_none(who->id))
        return refuse_field(c, "person", "「だれが」を選んでください。");
    return desk_person_known(c, &p->people, *who, "person");
}

bool
desk_attendance(struct ctx *c,
                struct case_id id,
                const struct form_attendance *f,
                struct outcome *out)
{
    const int64_t times = f->times_given ? f->times : 1;
    struct sql_attendance_one_row was;
    struct participation p;
    struct person_id who;
    bool found;
    size_t n;

    if (!participation_load(c, id, &p) || !check(c, &p, f, &who)
        || !sql_attendance_one(
            c,
            &(struct sql_attendance_one_in){ .place_session_id = f->session,
                                             .person_id = who,
                                             .case_id = id,
                                             .desk_id = c->viewer->desk,
                                             .subjects = desk_subjects(c),
                                             .now = c->now },
            &was, &found))
        return false;
    out->id = found ? was.attendance_id.id : id_new(c);
    out->place = arena_printf(c->mem, "/cases/%s/places?said=attendance", id.id.s);
    if (found ? !sql_attendance_mend_changed(
            c,
            &(struct sql_attendance_mend_in){ .attendance_id = was.attendance_id,
                                              .version = was.version,
                                              .times = times,
                                              .subjects = desk_subjects(c),
                                              .now = c->now },
            &n)
              : !sql_attendance_add_changed(
                  c,
                  &(struct sql_attendance_add_in){ .attendance_id = { out->id },
                                                   .place_session_id = f->session,
                                                   .case_id = id,
                                                   .person_id = who,
                                                   .times = times,
                                                   .desk_id = c->viewer->desk,
                                                   .post_id = c->viewer->post,
                                                   .subjects = desk_subjects(c),
                                                   .now = c->now },
                  &n))
        return false;
    return desk_changed_one(c, n)
           && participation_done(c, id, out->id, found ? was.version + 1 : 1,
                                 "attendance", &form_attendance_def, f);
}
