#include "desk_participation_part.h"

#include "desk_case_head.h"
#include "desk_place_part.h"

#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/intake_rule.h"
#include "../domain/place_rule.h"
#include "../domain/placement_rule.h"
#include "../domain/plan.h"
#include "../domain/town.h"
#include "../policy/shown.h"

#include <string.h>

enum { PER_PAGE = 10, ALL_PLACES = 20000 };

bool
participation_load(struct ctx *c, struct case_id id, struct participation *out)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_participation_list_in openings = { id, who, c->now };
    const struct sql_wish_list_in wishes = { id, who, c->now };
    const struct sql_placement_list_in placements = { id, who, c->now };
    const struct sql_placement_days_in days = { id, who, c->now };
    const struct sql_attendance_of_case_in came = {
        id, viewer_sees_hidden_places(c->viewer), c->viewer->desk, who, c->now
    };

    *out = (struct participation){ .r = { .chosen = NULL } };
    if (!desk_people_load(c, id, &out->facts, &out->people))
        return false;
    out->r.people = &out->people;
    sql_participation_list_later(c, &openings, &out->r.openings);
    sql_wish_list_later(c, &wishes, &out->r.wishes);
    sql_placement_list_later(c, &placements, &out->r.placements);
    sql_placement_days_later(c, &days, &out->r.days);
    sql_attendance_of_case_later(c, &came, &out->r.attended);
    return db_gather(c);
}

const struct sql_wish_list_row *
participation_wish(struct ctx *c,
                   const struct participation *p,
                   struct person_id person)
{
    for (size_t i = 0; i < p->r.wishes.n; i++) {
        const struct sql_wish_list_row *w = &p->r.wishes.v[i];

        if (id_same(w->person_id.id, person.id)
            && policy_wish_open(c, &p->facts, &p->people, w))
            return w;
    }
    return NULL;
}

struct person_id
participation_person(const struct participation *p, struct person_id named)
{
    return id_none(named.id) && p->people.people.n == 1
               ? p->people.people.v[0].person_id
               : named;
}

bool
participation_day(struct ctx *c,
                  const char *field,
                  const char *label,
                  struct day given,
                  struct day *out)
{
    *out = day_known(given) ? given : day_of(c->now);
    return out->n <= day_of(c->now).n
           || refuse_field(c, field, "「%s」は、きょうまでの日にしてください。", label);
}

bool
participation_done(struct ctx *c,
                   struct case_id id,
                   struct id record,
                   int64_t version,
                   const char *kind,
                   const struct form_def *def,
                   const void *values)
{
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return desk_keep_version(c, record, version, kind, id, "",
                             desk_form_text(c, def, values));
}

/* What each wish is worth here; data of the profile over the defaults. */
static void
fill_weights(struct ctx *c, struct match_ask *ask)
{
    const struct settings *s = &c->town->settings;
    const struct code_options all =
        codes_options(c->mem, c->town->codes, "wish", day_of(c->now));
    struct match_weight *v = ARENA_ARRAY(c->mem, all.n + 1, struct match_weight);

    for (size_t i = 0; i < all.n; i++)
        v[i] = (struct match_weight){
            all.v[i]->code,
            (int)intake_rule_number(
                s, arena_printf(c->mem, RULE_WISH "%s", all.v[i]->code), 10)
        };
    ask->weights = v;
    ask->n_weights = all.n;
    ask->points_settled = (int)intake_rule_number(s, RULE_WISH_SETTLED, 5);
    ask->points_old = (int)intake_rule_number(s, RULE_WISH_OLD, 10);
}

static struct match_ask
ask_of(struct ctx *c,
       const struct participation *p,
       const struct sql_wish_list_row *wish)
{
    const struct sql_case_people_row *who = desk_person_of(&p->people, wish->person_id);
    struct match_ask ask = {
        .age = -1,
        .gender = who ? who->gender : "",
        .area = wish->area,
        .area_only = wish->area_only,
        .wishes = wish->wishes,
        .musts = wish->musts,
    };

    if (who)
        show_person_years(c, who, &ask.age, &ask.age_most);
    if (strcmp(ask.gender, "unknown") == 0)
        ask.gender = "";
    fill_weights(c, &ask);
    return ask;
}

bool
participation_match(struct ctx *c,
                    const struct participation *p,
                    const struct sql_wish_list_row *wish,
                    struct participation_match *out)
{
    const struct sql_place_list_in in = {
        .key = "",
        .kind = "",
        .area = "",
        .feature = "",
        .stage = "",
        .old_before = day_of(c->now),
        .staff = place_staff(c),
        .every = viewer_sees_hidden_places(c->viewer),
        .desk_id = c->viewer->desk,
        .n = ALL_PLACES,
    };
    const struct match_ask ask = ask_of(c, p, wish);

    *out = (struct participation_match){ .places = NULL };
    if (!sql_place_list(c, &in, &out->rows))
        return false;
    out->places = ARENA_ARRAY(c->mem, out->rows.n + 1, struct match_place);
    for (size_t i = 0; i < out->rows.n; i++) {
        const struct sql_place_list_row *r = &out->rows.v[i];

        out->places[i] = (struct match_place){
            .id = r->place_id.id.s,
            .name = r->name,
            .features = r->features,
            .area = r->area,
            .gender = r->gender,
            .age_from = (int)r->age_from,
            .age_to = (int)r->age_to,
            .capacity = (int)r->capacity,
            .taken = (int)r->taken,
            .settled = (int)r->settled,
            .open = r->stage != PLACE_STAGE_IDEA && r->stage != PLACE_STAGE_CLOSED,
            .old = place_is_old(r->checked_on, day_of(c->now), place_check_days(c)),
        };
    }
    match_run(c->mem, &ask, out->places, out->rows.n, &out->result);
    return true;
}

/* The wish that is asked for, else the newest. */
static const struct sql_wish_list_row *
chosen_wish(struct ctx *c, const struct participation *p, struct wish_id wish)
{
    for (size_t i = 0; i < p->r.wishes.n; i++) {
        const struct sql_wish_list_row *w = &p->r.wishes.v[i];

        if ((id_none(wish.id) || id_same(w->wish_id.id, wish.id))
            && policy_wish_open(c, &p->facts, &p->people, w))
            return w;
    }
    return NULL;
}

static const char *
conference_name(struct ctx *c)
{
    const struct profile *p = c->town->profile;

    if (strcmp(settings_rule(&c->town->settings, RULE_PARTICIPATION_ENTRY),
               "conference")
        != 0)
        return NULL;
    for (size_t i = 0; i < p->meetings.n; i++)
        if (p->meetings.v[i].kind == PROFILE_MEETING_KIND_MULTILAYER)
            return p->meetings.v[i].name;
    return "重層的支援会議";
}

bool
desk_participation(struct ctx *c,
                   struct case_id id,
                   struct wish_id wish,
                   int64_t page,
                   struct participation_view *out)
{
    struct participation p;
    struct participation_match m;
    struct case_head_view head;

    if (!participation_load(c, id, &p)
        || !desk_case_head(c, id, CASE_TAB_PLACES, &head))
        return false;
    p.r.chosen = chosen_wish(c, &p, wish);
    policy_show_participation_page(c, &head, &p.r, conference_name(c), out);
    policy_show_participation(c, &p.facts, &p.r, out);
    if (!p.r.chosen)
        return true;
    if (!participation_match(c, &p, p.r.chosen, &m))
        return false;
    policy_show_fits(c, &m.rows, m.places, &m.result, (size_t)(page - 1) * PER_PAGE,
                     PER_PAGE, out);
    policy_show_fit_pages(c, &p.r, m.result.hits.n, PER_PAGE, page, out);
    return true;
}

/* The decided item that the opening rests on; decided: what the page calls it. */
static bool
find_item(struct ctx *c, struct case_id id, struct item_id item, const char **decided)
{
    const struct sql_participation_items_in in = { id, desk_subjects(c), c->now };
    struct sql_participation_items_rows rows = { 0 };

    if (!sql_participation_items(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct plan_meeting *m =
            profile_meeting(c->town->profile, rows.v[i].body);

        if (!id_same(rows.v[i].item_id.id, item.id)
            || (m && m->kind != PROFILE_MEETING_KIND_MULTILAYER))
            continue;
        *decided = arena_printf(c->mem, "%s　%sに決定", m ? m->name : rows.v[i].body,
                                day_short(c->mem, rows.v[i].held_on));
        return true;
    }
    return refuse_field(c, "item",
                        "「会議の案件」は、このケースについて%sで決まった案件を"
                        "選んでください。",
                        conference_name(c) ? conference_name(c) : "重層的支援会議");
}

bool
desk_participation_open(struct ctx *c,
                        struct case_id id,
                        const struct form_participation *f,
                        struct outcome *out)
{
    const char *decided = "";
    struct participation p;
    struct day on;
    size_t n;

    if (!participation_load(c, id, &p)
        || !participation_day(c, "opened_on", "始める日", f->opened_on, &on))
        return false;
    if (id_none(f->item.id) && conference_name(c))
        return refuse_field(
            c, "item",
            "この市では、%"
            "sで要ると決まってから始めます。決まった案件を選んでください。",
            conference_name(c));
    if (!id_none(f->item.id) && !find_item(c, id, f->item, &decided))
        return false;
    out->id = id_new(c);
    out->place = arena_printf(c->mem, "/cases/%s/places?said=participation", id.id.s);
    if (!sql_participation_add_changed(
            c,
            &(struct sql_participation_add_in){ .participation_id = { out->id },
                                                .case_id = id,
                                                .opened_on = on,
                                                .reason = f->reason,
                                                .item_id = f->item,
                                                .decided = decided,
                                                .desk_id = c->viewer->desk,
                                                .post_id = c->viewer->post,
                                                .subjects = desk_subjects(c),
                                                .now = c->now },
            &n))
        return false;
    return desk_changed_one(c, n)
           && participation_done(c, id, out->id, 1, "participation",
                                 &form_participation_def, f);
}

static const char *
join_codes(struct ctx *c, const struct form_codes *codes)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < codes->n; i++)
        buf_printf(&b, ",%s", codes->v[i]);
    if (codes->n)
        buf_char(&b, ',');
    return buf_text(&b);
}

bool
desk_wish_add(struct ctx *c,
              struct case_id id,
              const struct form_wish *f,
              struct outcome *out)
{
    struct participation p;
    struct day on;
    size_t n;
    bool good;

    if (!participation_load(c, id, &p))
        return false;
    good = desk_check_codes(c, &form_wish_def, f);
    good = participation_day(c, "heard_on", "聞いた日", f->heard_on, &on) && good;
    if (f->area_only && !*f->area)
        good = refuse_field(
            c, "area", "「この圏域のなかだけで」のときは、「圏域」を選んでください。");
    if (!good
        || (!id_none(f->person.id)
            && !desk_person_known(c, &p.people, f->person, "person")))
        return false;
    out->id = id_new(c);
    out->place =
        arena_printf(c->mem, "/cases/%s/places?said=wish&wish=%s", id.id.s, out->id.s);
    if (!sql_wish_add_changed(
            c,
            &(struct sql_wish_add_in){ .wish_id = { out->id },
                                       .case_id = id,
                                       .person_id = participation_person(&p, f->person),
                                       .heard_on = on,
                                       .wishes = join_codes(c, &f->wishes),
                                       .musts = join_codes(c, &f->musts),
                                       .area = f->area,
                                       .area_only = f->area_only,
                                       .strengths = f->strengths,
                                       .words = f->words,
                                       .desk_id = c->viewer->desk,
                                       .post_id = c->viewer->post,
                                       .subjects = desk_subjects(c),
                                       .now = c->now },
            &n))
        return false;
    return desk_changed_one(c, n)
           && participation_done(c, id, out->id, 1, "wish", &form_wish_def, f);
}

struct form_options
desk_participation_people(struct ctx *c, struct case_id id)
{
    struct form_options none = { .name = "person" };
    struct participation p;
    struct form_option *v;

    if (!participation_load(c, id, &p))
        return none;
    v = ARENA_ARRAY(c->mem, p.people.people.n + 1, struct form_option);
    for (size_t i = 0; i < p.people.people.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, p.people.people.v[i].person_id.id.s),
            .label = show_person_name(c, &p.facts, &p.people,
                                      p.people.people.v[i].person_id),
        };
    return (struct form_options){ .name = "person", .v = v, .n = p.people.people.n };
}

struct form_options
desk_participation_items(struct ctx *c, struct case_id id)
{
    const struct sql_participation_items_in in = { id, desk_subjects(c), c->now };
    struct sql_participation_items_rows rows = { 0 };
    struct form_option *v;

    if (!sql_participation_items(c, &in, &rows))
        return (struct form_options){ .name = "item" };
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++) {
        const struct plan_meeting *m =
            profile_meeting(c->town->profile, rows.v[i].body);

        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].item_id.id.s),
            .label =
                arena_printf(c->mem, "%s　%s", day_short(c->mem, rows.v[i].held_on),
                             m ? m->name : rows.v[i].body),
        };
    }
    return (struct form_options){ .name = "item", .v = v, .n = rows.n };
}

bool
desk_participation_paper(struct ctx *c,
                         struct case_id id,
                         struct wish_id wish,
                         struct place_paper_page_view *out)
{
    enum { MOST = 12 };
    struct participation p;
    struct participation_match m;
    const struct sql_wish_list_row *chosen;

    if (!participation_load(c, id, &p))
        return false;
    chosen = chosen_wish(c, &p, wish);
    if (!chosen)
        return refuse(c, ERR_MISSING, "no such wish");
    if (!participation_match(c, &p, chosen, &m))
        return false;
    policy_show_place_paper(c, id, &m.rows, m.places, &m.result, MOST, out);
    return true;
}
