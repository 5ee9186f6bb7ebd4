/* The papers, on the screen and as numbered copies. */
#include "desk_sitting_part.h"

#include "../domain/town.h"
#include "../policy/show_paper_pack.h"
#include "../store/store_consent.h"

#include <string.h>

/* Whether an item that rests on consent is about that person. */
static bool
in_matter(const struct sitting_records *r, struct person_id person)
{
    for (size_t i = 0; i < r->matter.n; i++)
        if (id_same(r->matter.v[i].person_id.id, person.id))
            return true;
    return false;
}

/* What each person's consent covers for who reads: a desk, or a post that stands alone. */
static bool
add_consent(struct ctx *c, struct sitting_records *r, struct db_ids reader)
{
    uint32_t *items = ARENA_ARRAY(c->mem, r->people.n + 1, uint32_t);

    for (size_t i = 0; i < r->people.n; i++)
        if (in_matter(r, r->people.v[i].person_id)
            && !store_consent_of_person(c, r->people.v[i].case_id,
                                        r->people.v[i].person_id, reader, &items[i]))
            return false;
    r->consent = items;
    return true;
}

static void
pack_texts(struct ctx *c, const struct sitting_records *r, struct pack_view *out)
{
    struct sitting_view texts = { .id = NULL };

    sitting_texts(c, r, &texts);
    out->title = texts.title;
    out->law = texts.law;
    out->notice = texts.notice;
    out->back_path = arena_printf(c->mem, "%s/meetings/%s", c->town->path, r->id.id.s);
}

bool
desk_pack_show(struct ctx *c, struct sitting_id id, struct pack_view *out)
{
    struct sitting_records r;
    struct sitting_reader who;

    *out = (struct pack_view){ .title = NULL };
    if (!sitting_records(c, id, &r) || !add_consent(c, &r, desk_subjects(c))
        || !sitting_families(c, &r))
        return false;
    who = sitting_reader_of(c, &r);
    who.names = true;
    if (!who.office && r.head.state != SITTING_STATE_OPEN)
        return refuse(c, ERR_DENIED, "the papers are shut");
    if (who.office)
        who.attendee = (struct attendee_id){ .id = { .s = "" } };
    policy_show_pack(c, &r, &who, out);
    pack_texts(c, &r, out);
    out->reader = arena_printf(c->mem, "%s　%s", c->viewer->desk_name, c->viewer->name);
    return true;
}

static bool
add_copy(struct ctx *c,
         struct sitting_id sitting,
         struct attendee_id attendee,
         struct copy_id copy)
{
    return sql_copy_add(c, &(struct sql_copy_add_in){ .copy_id = copy,
                                                      .sitting_id = sitting,
                                                      .attendee_id = attendee,
                                                      .post_id = c->viewer->post,
                                                      .now = c->now });
}

bool
desk_copy_make(struct ctx *c, struct attendee_id id, struct outcome *out)
{
    const struct copy_id copy = { id_new(c) };
    struct sql_attendee_one_row t;

    if (!sql_attendee_one(c,
                          &(struct sql_attendee_one_in){
                              .attendee_id = id,
                              .desk = c->viewer->desk,
                              .shares = role_shares_desk(c->viewer->role) },
                          &t))
        return false;
    if (t.state > SITTING_STATE_OPEN)
        return refuse(c, ERR_CONFLICT, "この会議は、もう終わりました。");
    out->id = copy.id;
    out->place = arena_printf(c->mem, "/copies/%s", copy.id.s);
    return add_copy(c, t.sitting_id, id, copy);
}

/* The records of a sitting whose secretariat the viewer is. */
static bool
office_records(struct ctx *c, struct sitting_id id, struct sitting_records *r)
{
    return sitting_records(c, id, r)
           && (r->head.office || refuse(c, ERR_DENIED, "not the secretariat"));
}

static bool
not_over(struct ctx *c, const struct sitting_records *r)
{
    return r->head.state <= SITTING_STATE_OPEN
           || refuse(c, ERR_CONFLICT,
                     "この会議は、もう終わりました。資料は印刷できません。");
}

/* A copy that somebody has, or none. */
static const struct sql_copy_list_row *
copy_of(const struct sitting_records *r, struct attendee_id id)
{
    for (size_t i = 0; i < r->copies.n; i++)
        if (id_same(r->copies.v[i].attendee_id.id, id.id) && !r->copies.v[i].returned_at
            && !r->copies.v[i].lost_at)
            return &r->copies.v[i];
    return NULL;
}

static bool
takes_part(const struct sitting_records *r, const struct sql_attendee_list_row *t)
{
    for (size_t i = 0; i < r->invited.n; i++)
        if (t->present && id_same(r->invited.v[i].attendee_id.id, t->attendee_id.id))
            return true;
    return false;
}

bool
desk_copies_make(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sitting_records r;
    size_t n = 0;

    if (!office_records(c, id, &r) || !not_over(c, &r))
        return false;
    for (size_t i = 0; i < r.seats.n; i++) {
        const struct sql_attendee_list_row *t = &r.seats.v[i];

        if (!takes_part(&r, t))
            continue;
        n++;
        if (!copy_of(&r, t->attendee_id)
            && !add_copy(c, id, t->attendee_id, (struct copy_id){ id_new(c) }))
            return false;
    }
    if (!n)
        return refuse(c, ERR_RULE,
                      "資料を配る人がいません。先に、案件に出る人を招いてください。");
    out->id = id.id;
    out->place = arena_printf(c->mem, "/meetings/%s/set.pdf", id.id.s);
    return true;
}

static bool
load_copy(struct ctx *c, struct copy_id id, struct sql_copy_one_row *k)
{
    return sql_copy_one(
        c,
        &(struct sql_copy_one_in){ .copy_id = id,
                                   .desk = c->viewer->desk,
                                   .shares = role_shares_desk(c->viewer->role) },
        k);
}

/* As whom somebody without a post reads: by what the seat is. */
static enum post_role
role_of(const struct sql_attendee_list_row *t)
{
    if (t->role != POST_ROLE_NONE)
        return t->role;
    if (t->part == ATTENDEE_PART_RESIDENT)
        return POST_ROLE_RESIDENT_PARTNER;
    return id_none(t->desk_id.id) ? POST_ROLE_MEETING_MEMBER : POST_ROLE_CONTRACTOR;
}

/* What stands between that person and the case of each item. */
static bool
facts_of(struct ctx *c,
         const struct sitting_records *r,
         const struct sql_attendee_list_row *t,
         const struct facts **out)
{
    struct case_id *cases = ARENA_ARRAY(c->mem, r->items.n + 1, struct case_id);
    struct facts *facts = ARENA_ARRAY(c->mem, r->items.n + 1, struct facts);

    for (size_t i = 0; i < r->items.n; i++)
        cases[i] = r->items.v[i].case_id;
    *out = facts;
    return store_facts_of_seat(c, role_of(t),
                               id_none(t->post_id.id) ? t->desk_id.id : t->post_id.id,
                               cases, r->items.n, facts);
}

/* The papers of one attendee, as that person may read them at the sitting. */
static bool
fill_copy(struct ctx *c,
          struct sitting_records *r,
          const struct sql_attendee_list_row *t,
          struct pack_view *out)
{
    const struct id subject = role_shares_desk(role_of(t)) || id_none(t->post_id.id)
                                  ? t->desk_id.id
                                  : t->post_id.id;
    struct sitting_reader who = { .attendee = t->attendee_id,
                                  .part = t->part,
                                  .names = true };

    /* the notice stands before the papers of a member; a resident pledges in writing first */
    out->pledge = t->part == ATTENDEE_PART_RESIDENT && !t->sworn_at;
    who.sworn = !out->pledge;
    if ((!r->family && !sitting_families(c, r)) || !facts_of(c, r, t, &who.seat)
        || !add_consent(c, r, (struct db_ids){ .v = &subject, .n = 1 }))
        return false;
    out->sworn = t->sworn_at ? arena_printf(c->mem, "%s　%s", secrecy_label(t->secrecy),
                                            day_short(c->mem, day_of(t->sworn_at)))
                             : NULL;
    out->reader = *t->who    ? arena_printf(c->mem, "%s　%s", t->desk, t->who)
                  : *t->name ? t->name
                             : t->desk;
    policy_show_pack(c, r, &who, out);
    pack_texts(c, r, out);
    return true;
}

static const struct sql_attendee_list_row *
seat_of(const struct sitting_records *r, struct attendee_id id)
{
    for (size_t i = 0; i < r->seats.n; i++)
        if (id_same(r->seats.v[i].attendee_id.id, id.id))
            return &r->seats.v[i];
    return NULL;
}

static const char *
number_text(struct ctx *c, int64_t number, size_t total)
{
    return arena_printf(c->mem, "%d / %zu", (int)number, total);
}

/* A copy and the records it is made from. */
static bool
load_pack(struct ctx *c,
          struct copy_id id,
          struct sql_copy_one_row *k,
          struct sitting_records *r,
          struct pack_view *out)
{
    const struct sql_attendee_list_row *t;

    *out = (struct pack_view){ .title = NULL };
    if (!load_copy(c, id, k) || !office_records(c, k->sitting_id, r))
        return false;
    t = seat_of(r, k->attendee_id);
    if (!t)
        return refuse(c, ERR_MISSING, "the seat was taken away");
    if (!fill_copy(c, r, t, out))
        return false;
    out->number = number_text(c, k->number, (size_t)k->total);
    return true;
}

static void
copy_state(struct ctx *c,
           struct copy_id id,
           const struct sql_copy_one_row *k,
           struct pack_view *out)
{
    const char *path = arena_printf(c->mem, "%s/copies/%s", c->town->path, id.id.s);

    out->returned = k->returned_at ? day_short(c->mem, day_of(k->returned_at)) : NULL;
    out->lost = k->lost_at ? k->lost_why : NULL;
    out->return_path = arena_printf(c->mem, "%s/return", path);
    out->out_path = arena_printf(c->mem, "%s/out", path);
    out->lost_path = arena_printf(c->mem, "%s/lost", path);
}

bool
desk_copy_show(struct ctx *c, struct copy_id id, struct pack_view *out)
{
    struct sql_copy_one_row k;
    struct sitting_records r;

    if (!load_pack(c, id, &k, &r, out))
        return false;
    if (r.head.state <= SITTING_STATE_OPEN)
        out->pdf_path =
            arena_printf(c->mem, "%s/copies/%s.pdf", c->town->path, id.id.s);
    copy_state(c, id, &k, out);
    out->printed =
        arena_printf(c->mem, "出力 %s %s　%s %s", day_ja(c->mem, day_of(k.printed_at)),
                     instant_clock(c->mem, k.printed_at), k.by_desk, k.by);
    return true;
}

bool
desk_copy_paper(struct ctx *c, struct copy_id id, struct paper_set *out)
{
    struct sql_copy_one_row k;
    struct sitting_records r;
    struct pack_view v;

    if (!load_pack(c, id, &k, &r, &v) || !not_over(c, &r))
        return false;
    policy_show_pack_paper(c, &v, out);
    return true;
}

/* The labels of the boxes of approval, as the town has them. */
static size_t
boxes_of(struct ctx *c, const char ***out)
{
    const struct settings *s = &c->town->settings;
    const struct profile_settings *at =
        s->own && s->own->plan_approvals.n ? s->own : s->defaults;
    const size_t n = at ? at->plan_approvals.n : 0;

    *out = ARENA_ARRAY(c->mem, n + 1, const char *);
    for (size_t i = 0; i < n; i++)
        (*out)[i] = at->plan_approvals.v[i].label;
    return n;
}

bool
desk_sitting_papers(struct ctx *c, struct sitting_id id, struct paper_set *out)
{
    struct sitting_view v = { .id = NULL };
    struct sitting_records r;
    const char **boxes;
    size_t n;

    if (!office_records(c, id, &r) || !not_over(c, &r))
        return false;
    policy_show_sitting(c, &r, &v);
    sitting_texts(c, &r, &v);
    n = boxes_of(c, &boxes);
    policy_show_sitting_papers(c, &v, boxes, n, out);
    for (size_t i = 0; i < r.seats.n; i++) {
        const struct sql_copy_list_row *k = copy_of(&r, r.seats.v[i].attendee_id);
        struct pack_view pack = { .title = NULL };

        if (!k)
            continue;
        if (!fill_copy(c, &r, &r.seats.v[i], &pack))
            return false;
        pack.number = number_text(c, k->number, r.copies.n);
        policy_show_pack_paper(c, &pack, out);
    }
    return true;
}

bool
desk_sitting_cards(struct ctx *c, struct sitting_id id, struct paper_set *out)
{
    struct sql_desk_one_row desk;
    struct sitting_records r;
    bool found;

    if (!office_records(c, id, &r)
        || !sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = c->viewer->desk },
                         &desk, &found))
        return false;
    for (size_t i = 0; i < r.seats.n; i++)
        if (r.seats.v[i].role == POST_ROLE_COMMISSIONER)
            policy_show_reply_card(
                c, r.seats.v[i].who,
                arena_printf(c->mem, "%s　%s", c->town->name, c->viewer->desk_name),
                day_ja(c->mem, day_of(c->now)), out);
    return out->n || refuse(c, ERR_MISSING, "no commissioner is invited");
}

struct form_options
desk_sitting_copies(struct ctx *c, const struct sitting_view *v)
{
    struct form_option *o = ARENA_ARRAY(c->mem, v->copies.n + 1, struct form_option);
    size_t n = 0;

    for (size_t i = 0; i < v->copies.n; i++)
        if (!v->copies.v[i].returned)
            o[n++] = (struct form_option){
                .code = v->copies.v[i].id,
                .label = arena_printf(c->mem, "%s番　%s", v->copies.v[i].number,
                                      v->copies.v[i].who),
            };
    return (struct form_options){ .name = "copy", .v = o, .n = n };
}

bool
desk_copy_return(struct ctx *c, struct copy_id id, struct outcome *out)
{
    struct sql_copy_one_row k;

    if (!load_copy(c, id, &k))
        return false;
    sitting_done(c, k.sitting_id, "returned_copy", out);
    return sql_copy_return(
        c, &(struct sql_copy_return_in){ .copy_id = id, .now = c->now });
}

bool
desk_copies_back(struct ctx *c,
                 struct sitting_id id,
                 const struct form_copies_back *f,
                 struct outcome *out)
{
    struct sitting_records r;
    size_t n = 0;

    if (!office_records(c, id, &r))
        return false;
    for (size_t i = 0; i < r.copies.n; i++)
        for (size_t k = 0; k < f->copies.n; k++) {
            if (strcmp(f->copies.v[k], r.copies.v[i].copy_id.id.s) != 0)
                continue;
            n++;
            if (!sql_copy_return(
                    c, &(struct sql_copy_return_in){ .copy_id = r.copies.v[i].copy_id,
                                                     .now = c->now }))
                return false;
        }
    if (n != f->copies.n)
        return refuse_field(c, "copies",
                            "「回収した番号」を、この会議の番号から選んでください。");
    sitting_done(c, id, "returned_copies", out);
    return true;
}

bool
desk_copy_out(struct ctx *c, struct copy_id id, struct outcome *out)
{
    struct sql_copy_one_row k;

    if (!load_copy(c, id, &k))
        return false;
    sitting_done(c, k.sitting_id, "copy_out", out);
    return sql_copy_out(c, &(struct sql_copy_out_in){ .copy_id = id });
}

bool
desk_copy_lost(struct ctx *c,
               struct copy_id id,
               const struct form_copy_lost *f,
               struct outcome *out)
{
    struct sql_copy_one_row k;

    if (!load_copy(c, id, &k))
        return false;
    if (k.returned_at)
        return refuse(c, ERR_CONFLICT, "この番号の資料は、もう回収しています。");
    sitting_done(c, k.sitting_id, "copy_lost", out);
    return sql_copy_lost(
        c, &(struct sql_copy_lost_in){ .copy_id = id, .why = f->why, .now = c->now });
}
