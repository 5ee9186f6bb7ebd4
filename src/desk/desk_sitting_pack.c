/* The papers, on the screen and as numbered copies. */
#include "desk_sitting_part.h"

#include "../policy/shown.h"
#include "../store/store_consent.h"

/* What each person's consent covers for who reads: a desk, or a post that stands alone. */
static bool
add_consent(struct ctx *c, struct sitting_records *r, struct db_ids reader)
{
    uint32_t *items = ARENA_ARRAY(c->mem, r->people.n + 1, uint32_t);

    for (size_t i = 0; i < r->people.n; i++)
        if (!store_consent_of_person(c, r->people.v[i].case_id,
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
    if (!sitting_records(c, id, &r) || !add_consent(c, &r, desk_subjects(c)))
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
    if (!sql_copy_add(c, &(struct sql_copy_add_in){ .copy_id = copy,
                                                    .sitting_id = t.sitting_id,
                                                    .attendee_id = id,
                                                    .post_id = c->viewer->post,
                                                    .now = c->now }))
        return false;
    out->id = copy.id;
    out->place = arena_printf(c->mem, "/copies/%s", copy.id.s);
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

bool
desk_copy_show(struct ctx *c, struct copy_id id, struct pack_view *out)
{
    struct sql_copy_one_row k;
    struct sitting_records r;
    struct sitting_reader who = { .office = true, .sworn = true, .names = true };
    struct id subject = { .s = "" };

    *out = (struct pack_view){ .title = NULL };
    if (!load_copy(c, id, &k) || !sitting_records(c, k.sitting_id, &r))
        return false;
    who.attendee = k.attendee_id;
    for (size_t i = 0; i < r.seats.n; i++) {
        const struct sql_attendee_list_row *t = &r.seats.v[i];

        if (!id_same(t->attendee_id.id, k.attendee_id.id))
            continue;
        who.part = t->part;
        subject = role_shares_desk(t->role) || id_none(t->post_id.id) ? t->desk_id.id
                                                                      : t->post_id.id;
        out->reader = *t->who    ? arena_printf(c->mem, "%s　%s", t->desk, t->who)
                      : *t->name ? t->name
                                 : t->desk;
    }
    if (!add_consent(c, &r, (struct db_ids){ .v = &subject, .n = 1 }))
        return false;
    policy_show_pack(c, &r, &who, out);
    pack_texts(c, &r, out);
    out->number = arena_printf(c->mem, "%d / %d", (int)k.number, (int)k.total);
    out->printed =
        arena_printf(c->mem, "出力 %s %s　%s %s", day_ja(c->mem, day_of(k.printed_at)),
                     instant_clock(c->mem, k.printed_at), k.by_desk, k.by);
    return true;
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
