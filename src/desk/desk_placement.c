#include "desk_participation_part.h"

#include "desk_case_head.h"
#include "desk_place_part.h"
#include "desk_placement_told.h"
#include "desk_sitting.h"

#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../domain/placement_rule.h"
#include "../domain/town.h"
#include "../domain/working_day.h"
#include "../policy/shown.h"

#include <string.h>

enum { ANSWER_DAYS = 7 };

/* The row of a place among those that the wish finds; NULL. */
static const struct match_hit *
hit_of(const struct participation_match *m, struct place_id place)
{
    for (size_t i = 0; i < m->result.hits.n; i++)
        if (strcmp(m->result.hits.v[i].place->id, place.id.s) == 0)
            return &m->result.hits.v[i];
    return NULL;
}

static bool
has_room(struct ctx *c, const struct sql_place_one_row *place)
{
    if (place->stage == PLACE_STAGE_IDEA || place->stage == PLACE_STAGE_CLOSED)
        return refuse_field(c, "place", "この場所は、いまは開いていません。");
    return place->capacity < 0 || place->taken < place->capacity
           || refuse_field(c, "place",
                           "この場所は、受け入れられる人数に達しています。");
}

/* What has to be there before anything is proposed. */
static bool
may_propose(struct ctx *c,
            const struct participation *p,
            const struct sql_wish_list_row *w)
{
    if (!p->r.openings.n)
        return refuse(c, ERR_RULE,
                      "参加支援が始まっていません。先に、始めるわけを書いてください。");
    if (!w && intake_rule_is_on(&c->town->settings, RULE_MATCH_NEEDS_WISH))
        return refuse(c, ERR_RULE,
                      "この市では、場所をすすめる前に本人の希望を聞きます。"
                      "先に、希望を書いてください。");
    return true;
}

bool
desk_placement_form(struct ctx *c,
                    struct case_id id,
                    struct place_id place,
                    struct propose_view *out)
{
    struct sql_place_one_row row;
    struct case_head_view head;

    if (!place_may_write(c) || !place_load(c, place, &row)
        || !desk_case_head(c, id, CASE_TAB_PLACES, &head))
        return false;
    policy_show_propose(c, &head, row.name, out);
    return true;
}

static bool
reasons_of(struct ctx *c,
           const struct participation *p,
           const struct sql_wish_list_row *wish,
           struct place_id place,
           const char **out)
{
    struct participation_match m;
    const struct match_hit *hit;

    *out = "";
    if (!wish)
        return true;
    if (!participation_match(c, p, wish, &m))
        return false;
    hit = hit_of(&m, place);
    if (hit)
        *out = policy_points_text(c, hit);
    return true;
}

bool
desk_placement_add(struct ctx *c,
                   struct case_id id,
                   const struct form_placement *f,
                   struct outcome *out)
{
    const struct sql_wish_list_row *wish;
    struct participation p;
    struct sql_place_one_row place;
    struct sql_placement_add_in in;
    size_t n;

    if (!participation_load(c, id, &p)
        || (!id_none(f->person.id)
            && !desk_person_known(c, &p.people, f->person, "person")))
        return false;
    wish = participation_wish(c, &p, participation_person(&p, f->person));
    if (!may_propose(c, &p, wish) || !place_load(c, f->place, &place)
        || !has_room(c, &place))
        return false;
    in = (struct sql_placement_add_in){
        .placement_id = { id_new(c) },
        .case_id = id,
        .person_id = participation_person(&p, f->person),
        .wish_id = wish ? wish->wish_id : (struct wish_id){ .id = { .s = "" } },
        .place_id = f->place,
        .told = f->told,
        .proposed_on = day_of(c->now),
        .next_on = day_known(f->next_on)
                       ? f->next_on
                       : (struct day){ .n = day_of(c->now).n + ANSWER_DAYS },
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    if (!placement_may_tell(c, id, in.person_id, f->told, &in.consent_id)
        || !reasons_of(c, &p, wish, f->place, &in.reasons)
        || !sql_placement_add_changed(c, &in, &n) || !desk_changed_one(c, n)
        || !desk_put_duty(c, id, DUTY_PLACE_NEXT, in.placement_id.id, c->viewer->desk,
                          c->viewer->post, in.next_on))
        return false;
    out->id = in.placement_id.id;
    out->place = arena_printf(c->mem, "/placements/%s?said=placement", out->id.s);
    return participation_done(c, id, out->id, 1, "placement", &form_placement_def, f);
}

static bool
load_one(struct ctx *c, struct placement_id id, struct sql_placement_one_row *row)
{
    bool found;

    if (!sql_placement_one(c,
                           &(struct sql_placement_one_in){ .placement_id = id,
                                                           .subjects = desk_subjects(c),
                                                           .now = c->now },
                           row, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "no such placement");
}

bool
desk_placement_show(struct ctx *c,
                    struct placement_id id,
                    struct placement_page_view *out)
{
    struct sql_placement_one_row row;
    struct participation p;
    struct case_head_view head;

    if (!load_one(c, id, &row) || !participation_load(c, row.case_id, &p)
        || !desk_case_head(c, row.case_id, CASE_TAB_PLACES, &head))
        return false;
    for (size_t i = 0; i < p.r.placements.n; i++)
        if (id_same(p.r.placements.v[i].placement_id.id, id.id)
            && policy_show_placement_page(c, &p.facts, &p.r, &p.r.placements.v[i],
                                          &head, out))
            return true;
    return refuse(c, ERR_MISSING, "no such placement");
}

static bool
add_day(struct ctx *c,
        struct placement_id id,
        struct case_id of,
        enum placement_day_kind kind,
        struct day due,
        const char *words)
{
    const struct placement_day_id day = { id_new(c) };

    return sql_placement_day_add(
               c, &(struct sql_placement_day_add_in){ .day_id = day,
                                                      .placement_id = id,
                                                      .case_id = of,
                                                      .kind = kind,
                                                      .due_on = due,
                                                      .words = words,
                                                      .desk_id = c->viewer->desk,
                                                      .post_id = c->viewer->post })
           && desk_put_duty(c, of,
                            kind == PLACEMENT_DAY_KIND_WATCH ? DUTY_PLACE_WATCH
                                                             : DUTY_PLACE_FOLLOW,
                            day.id, c->viewer->desk, c->viewer->post, due);
}

/* Follow-up of somebody who goes there; watching over who begins to live there. */
static bool
add_days(struct ctx *c,
         struct placement_id id,
         const struct sql_placement_one_row *row,
         struct day from)
{
    const bool housing = strcmp(row->kind, PLACE_KIND_HOUSING) == 0;
    const struct settings *s = &c->town->settings;
    const int64_t every =
        intake_rule_number(s, housing ? RULE_WATCH_DAYS : RULE_FOLLOW_DAYS, 30);
    const int64_t times =
        intake_rule_number(s, housing ? RULE_WATCH_TIMES : RULE_FOLLOW_TIMES, 3);

    for (int64_t i = 1; i <= times; i++)
        if (!add_day(c, id, row->case_id,
                     housing ? PLACEMENT_DAY_KIND_WATCH : PLACEMENT_DAY_KIND_FOLLOW,
                     (struct day){ .n = from.n + (int)(i * every) }, ""))
            return false;
    return true;
}

/* Takes back what was still to be asked; open: how many there were. */
static bool
drop_days(struct ctx *c,
          const struct participation *p,
          struct placement_id id,
          bool really,
          size_t *open)
{
    *open = 0;
    for (size_t i = 0; i < p->r.days.n; i++) {
        const struct sql_placement_days_row *y = &p->r.days.v[i];
        const char *rule =
            y->kind == PLACEMENT_DAY_KIND_WATCH ? DUTY_PLACE_WATCH : DUTY_PLACE_FOLLOW;

        if (!id_same(y->placement_id.id, id.id) || y->dropped || day_known(y->done_on))
            continue;
        ++*open;
        if (really
            && (!sql_placement_day_drop(
                    c, &(struct sql_placement_day_drop_in){ y->day_id })
                || !desk_clear_duty(c, rule, y->day_id.id)))
            return false;
    }
    return true;
}

static struct day
last_day(const struct sql_placement_one_row *row)
{
    const struct day days[] = { row->accepted_on, row->visit_on, row->trial_on,
                                row->regular_on, row->role_on };
    struct day last = row->proposed_on;

    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (day_known(days[i]) && days[i].n > last.n)
            last = days[i];
    return last;
}

static bool
check_move(struct ctx *c,
           const struct sql_placement_one_row *row,
           const struct form_placement_move *f,
           struct day on,
           size_t open)
{
    const bool plan =
        f->state == PLACEMENT_STATE_VISIT || f->state == PLACEMENT_STATE_TRIAL;

    if (!placement_may_move(row->state, f->state))
        return refuse_field(c, "state", "「%s」から「%s」へは進めません。",
                            placement_state_label(row->state),
                            placement_state_label(f->state));
    if (on.n < last_day(row).n || (!plan && on.n > day_of(c->now).n))
        return refuse_field(
            c, "on_day",
            "「いつ」は、前の段階の日から、きょうまでの日にしてください。"
            "見学と体験は、先の日でもかまいません。");
    if (f->state == PLACEMENT_STATE_DECLINED && !*f->words)
        return refuse_field(c, "words", "ことわったわけを書いてください。");
    return f->state != PLACEMENT_STATE_ENDED || !open || *f->words
           || refuse_field(c, "words",
                           "フォローアップがまだ%zu回あります。その前に終えるわけを"
                           "書いてください。",
                           open);
}

/* The next day on which somebody asks; none once somebody goes there or has ended. */
static bool
set_next(struct ctx *c,
         struct placement_id id,
         struct case_id of,
         const struct form_placement_move *f,
         struct day on,
         struct day *next)
{
    const bool plan =
        f->state == PLACEMENT_STATE_VISIT || f->state == PLACEMENT_STATE_TRIAL;

    *next = f->next_on;
    if (!desk_clear_duty(c, DUTY_PLACE_NEXT, id.id))
        return false;
    if (f->state == PLACEMENT_STATE_ENDED || f->state == PLACEMENT_STATE_DECLINED) {
        *next = (struct day){ DAY_NONE };
        return true;
    }
    if (!day_known(*next) && plan)
        *next = on;
    if (!day_known(*next) && f->state == PLACEMENT_STATE_ACCEPTED)
        next->n = on.n + ANSWER_DAYS;
    return !day_known(*next)
           || desk_put_duty(c, of, DUTY_PLACE_NEXT, id.id, c->viewer->desk,
                            c->viewer->post, *next);
}

bool
desk_placement_move(struct ctx *c,
                    struct placement_id id,
                    const struct form_placement_move *f,
                    struct outcome *out)
{
    const struct day on = day_known(f->on_day) ? f->on_day : day_of(c->now);
    const bool over =
        f->state == PLACEMENT_STATE_ENDED || f->state == PLACEMENT_STATE_DECLINED;
    struct sql_placement_one_row row;
    struct participation p;
    struct day next;
    size_t open;
    size_t n;

    if (!load_one(c, id, &row) || !participation_load(c, row.case_id, &p)
        || !drop_days(c, &p, id, false, &open) || !check_move(c, &row, f, on, open)
        || !set_next(c, id, row.case_id, f, on, &next)
        || (over && !drop_days(c, &p, id, true, &open))
        || (f->state == PLACEMENT_STATE_REGULAR && !add_days(c, id, &row, on))
        || !sql_placement_move_changed(
            c,
            &(struct sql_placement_move_in){ .placement_id = id,
                                             .version = row.version,
                                             .state = f->state,
                                             .code = placement_state_code(f->state),
                                             .on_day = on,
                                             .next_on = next,
                                             .words = f->words,
                                             .subjects = desk_subjects(c),
                                             .now = c->now },
            &n)
        || !desk_changed_one(c, n)
        || (row.state == PLACEMENT_STATE_PROPOSED && !over
            && !placement_tell(c, &p, row.case_id, id, on)))
        return false;
    out->place = arena_printf(c->mem, "/placements/%s?said=placement_moved", id.id.s);
    return participation_done(c, row.case_id, id.id, row.version + 1, "placement",
                              &form_placement_move_def, f);
}

bool
desk_placement_host(struct ctx *c,
                    struct placement_id id,
                    const struct form_placement_host *f,
                    struct outcome *out)
{
    struct sql_placement_one_row row;
    struct participation p;

    if (!load_one(c, id, &row) || !participation_load(c, row.case_id, &p)
        || !add_day(c, id, row.case_id, PLACEMENT_DAY_KIND_HOST, f->due_on, f->words))
        return false;
    shown_note(c, SHOWN_CASE, row.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/placements/%s?said=placement_day", id.id.s);
    return true;
}

static bool
load_day(struct ctx *c,
         struct placement_day_id id,
         struct sql_placement_day_one_row *row)
{
    bool found;

    if (!sql_placement_day_one(
            c,
            &(struct sql_placement_day_one_in){
                .day_id = id, .subjects = desk_subjects(c), .now = c->now },
            row, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "no such day");
}

bool
desk_placement_of_day(struct ctx *c,
                      struct placement_day_id id,
                      struct placement_id *out)
{
    struct sql_placement_day_one_row row;

    if (!load_day(c, id, &row))
        return false;
    *out = row.placement_id;
    return true;
}

bool
desk_placement_day(struct ctx *c,
                   struct placement_day_id id,
                   const struct form_placement_day *f,
                   struct outcome *out)
{
    struct sql_placement_day_one_row row;
    struct participation p;
    struct day on;
    size_t n;

    if (!load_day(c, id, &row) || !participation_load(c, row.case_id, &p)
        || !participation_day(c, "done_on", "確かめた日", f->done_on, &on)
        || !sql_placement_day_done_changed(
            c,
            &(struct sql_placement_day_done_in){ .day_id = id,
                                                 .done_on = on,
                                                 .words = f->words,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now },
            &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_CONFLICT, "この日のことは、もう書かれています。");
    out->place = arena_printf(c->mem, "/placements/%s?said=placement_asked",
                              row.placement_id.id.s);
    return desk_clear_duty(c,
                           row.kind == PLACEMENT_DAY_KIND_WATCH ? DUTY_PLACE_WATCH
                                                                : DUTY_PLACE_FOLLOW,
                           id.id)
           && participation_done(c, row.case_id, id.id, 1, "placement_day",
                                 &form_placement_day_def, f);
}

bool
desk_place_missing(struct ctx *c,
                   struct case_id id,
                   const struct form_place_missing *f,
                   struct outcome *out)
{
    const struct ymd d = day_ymd(day_of(c->now));
    struct form_agenda_item_new item;
    struct participation p;
    struct outcome tabled = { .done = false };

    if (!participation_load(c, id, &p)
        || !desk_check_codes(c, &form_place_missing_def, f)
        || !sql_gap_add(c,
                        &(struct sql_gap_add_in){
                            .gap_id = { id_new(c) },
                            .month = arena_printf(c->mem, "%04d-%02d", d.year, d.month),
                            .area = f->area,
                            .kind = f->kind,
                            .desk_id = c->viewer->desk }))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s/places?said=place_missing", id.id.s);
    if (id_none(f->sitting.id))
        return true;
    form_clear(&form_agenda_item_new_def, &item);
    item.title = arena_printf(c->mem, "足りない資源：%s", f->what);
    return desk_item_add(c, f->sitting, &item, &tabled);
}
