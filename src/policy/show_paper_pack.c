#include "show_paper_pack.h"

#include "../base/vec.h"
#include "../domain/town.h"

#include <string.h>

static struct paper_view *
part(struct ctx *c, const char *layout, bool goes_on, struct paper_set *out)
{
    struct paper_part *p = VEC_PUSH(c->mem, out);

    *p = (struct paper_part){ .layout = layout, .goes_on = goes_on };
    return &p->view;
}

/* What stands at the head of every sheet of a copy. */
static void
begin(struct ctx *c, const struct pack_view *v, struct paper_view *p)
{
    p->copy = arena_printf(c->mem, "配布番号　%s\n%s", v->number, v->reader);
    p->mark = arena_printf(c->mem, "配布番号 %s　%s", v->number, v->reader);
    paper_put(c, p, "title", v->title);
    paper_put(c, p, "when", v->when);
    paper_put(c, p, "place", v->place);
    paper_put(c, p, "law", v->law);
    paper_put(c, p, "notice", v->notice);
    paper_put(c, p, "nameless", v->nameless);
    paper_put(c, p, "reader", v->reader);
    paper_put(c, p, "sworn", v->sworn);
}

/* Rows to be written on by hand. */
static void
add_blanks(struct ctx *c, const char *table, int n, struct paper_view *p)
{
    for (int i = 0; i < n; i++)
        paper_row_put(c, paper_row(c, p, table), "blank", "　\n　");
}

static void
add_cover(struct ctx *c, const struct pack_view *v, struct paper_set *out)
{
    struct paper_view *p =
        part(c, v->pledge ? "pack_pledge" : "pack_cover", false, out);

    begin(c, v, p);
    for (size_t i = 0; i < v->items.n; i++) {
        const struct sitting_item_view *t = &v->items.v[i];
        struct paper_row *row = paper_row(c, p, "items");

        paper_row_put(c, row, "no", t->no);
        paper_row_put(c, row, "title", t->on_paper);
        paper_row_put(c, row, "footing",
                      t->body ? arena_printf(c->mem, "%s\n%s", t->footing, t->body)
                              : t->footing);
    }
}

static void
add_facts(struct ctx *c, const struct sitting_item_view *t, struct paper_view *p)
{
    for (size_t i = 0; i < t->facts.n; i++) {
        const struct tabled_view *f = &t->facts.v[i];
        struct paper_row *row = paper_row(c, p, "facts");

        paper_row_put(c, row, "desk", f->desk);
        paper_row_put(c, row, "kind", f->kind);
        paper_row_put(c, row, "body",
                      f->seal.mark
                          ? arena_printf(c->mem, "%s〔%s〕", f->body, f->seal.mark)
                          : f->body);
    }
}

static void
add_points(struct ctx *c, const struct sitting_item_view *t, struct paper_view *p)
{
    for (size_t i = 0; i < t->points.n; i++) {
        struct paper_row *row = paper_row(c, p, "points");

        paper_row_put(c, row, "label", t->points.v[i].label);
        paper_row_put(c, row, "body", t->points.v[i].body);
    }
}

static void
put_item(struct ctx *c, const struct sitting_item_view *t, struct paper_view *p)
{
    paper_put(c, p, "no", t->no);
    paper_put(c, p, "item", t->on_paper);
    paper_put(c, p, "people", t->people);
    if (t->family_words) {
        paper_put(c, p, "family_words", t->family_words);
        paper_draw(c, p, "family", &t->family.picture);
    }
    paper_put(c, p, "footing", t->footing);
    paper_put(c, p, "acts_as", t->body);
    paper_put(c, p, "reason", t->reason);
    paper_put(c, p, "trigger", t->trigger);
    paper_put(c, p, "purpose", t->purpose);
    paper_put(c, p, "discussion", t->discussion);
    paper_put(c, p, "decision", t->decision);
    paper_put(c, p, "next", t->next);
    paper_put(c, p, "shut", t->shut);
}

void
policy_show_pack_paper(struct ctx *c, const struct pack_view *v, struct paper_set *out)
{
    add_cover(c, v, out);
    for (size_t i = 0; !v->pledge && i < v->items.n; i++) {
        struct paper_view *p = part(c, "pack_item", true, out);

        begin(c, v, p);
        put_item(c, &v->items.v[i], p);
        add_facts(c, &v->items.v[i], p);
        add_points(c, &v->items.v[i], p);
        add_blanks(c, "blank", 3, p);
    }
}

/* What all papers of the secretariat say of the sitting. */
static struct paper_view *
office(struct ctx *c,
       const struct sitting_view *v,
       const char *layout,
       bool goes_on,
       struct paper_set *out)
{
    struct paper_view *p = part(c, layout, goes_on, out);

    p->watermark = true;
    paper_put(c, p, "town", c->town->name);
    paper_put(c, p, "title", v->title);
    paper_put(c, p, "when", v->when);
    paper_put(c, p, "place", v->place);
    paper_put(c, p, "desk", v->desk);
    paper_put(c, p, "law", v->law);
    paper_put(c, p, "notice", v->notice);
    paper_put(c, p, "naming", v->naming);
    paper_put(c, p, "way", v->way);
    paper_put(c, p, "reason", v->reason);
    paper_put(c, p, "convener", v->convener);
    paper_put(c, p, "also", v->also);
    paper_put(c, p, "question", v->question);
    paper_put(c, p, "items", arena_printf(c->mem, "%zu件", v->items.n));
    paper_put(c, p, "seats", arena_printf(c->mem, "%zu人", v->seats.n));
    return p;
}

static void
add_agenda(struct ctx *c, const struct sitting_view *v, struct paper_set *out)
{
    struct paper_view *p = office(c, v, "pack_agenda", false, out);

    for (size_t i = 0; i < v->items.n; i++) {
        const struct sitting_item_view *t = &v->items.v[i];
        struct paper_row *row = paper_row(c, p, "agenda");

        paper_row_put(c, row, "no", t->no);
        paper_row_put(c, row, "title", t->on_paper);
        paper_row_put(c, row, "footing", t->footing);
        paper_row_put(c, row, "purpose", t->purpose);
    }
}

static const char *
number_of(struct ctx *c, const struct sitting_view *v, const char *who)
{
    for (size_t i = v->copies.n; i-- > 0;)
        if (!v->copies.v[i].returned && !v->copies.v[i].lost
            && strcmp(v->copies.v[i].who, who) == 0)
            return arena_printf(c->mem, "%s", v->copies.v[i].number);
    return NULL;
}

static void
add_roll(struct ctx *c, const struct sitting_view *v, struct paper_set *out)
{
    struct paper_view *p = office(c, v, "pack_roll", false, out);

    for (size_t i = 0; i < v->seats.n; i++) {
        const struct seat_view *s = &v->seats.v[i];
        struct paper_row *row = paper_row(c, p, "roll");

        paper_row_put(c, row, "who",
                      s->part ? arena_printf(c->mem, "%s（%s）", s->who, s->part)
                              : s->who);
        paper_row_put(c, row, "items", s->items);
        paper_row_put(c, row, "secrecy", s->absent ? "欠席" : s->secrecy);
        paper_row_put(c, row, "number", number_of(c, v, s->who));
        paper_row_put(c, row, "back", "□");
    }
    add_blanks(c, "others", 3, p);
}

static void
add_minutes(struct ctx *c,
            const struct sitting_view *v,
            const char *const *boxes,
            size_t n,
            struct paper_set *out)
{
    struct paper_view *p = office(c, v, "pack_minutes", false, out);

    for (size_t i = 0; i < n; i++)
        paper_row_put(c, paper_row(c, p, "approval"), "label", boxes[i]);
    for (size_t i = 0; i < v->items.n; i++) {
        p = office(c, v, "pack_minutes_item", true, out);
        put_item(c, &v->items.v[i], p);
        add_points(c, &v->items.v[i], p);
        add_blanks(c, "roles", 4, p);
    }
}

void
policy_show_sitting_papers(struct ctx *c,
                           const struct sitting_view *v,
                           const char *const *boxes,
                           size_t n,
                           struct paper_set *out)
{
    office(c, v, "pack_notice", false, out);
    add_agenda(c, v, out);
    add_roll(c, v, out);
    add_minutes(c, v, boxes, n, out);
}

void
policy_show_reply_card(struct ctx *c,
                       const char *who,
                       const char *from,
                       const char *on,
                       struct paper_set *out)
{
    struct paper_view *p = part(c, "reply_card", false, out);

    paper_put(c, p, "town", c->town->name);
    paper_put(c, p, "who",
              *who ? arena_printf(c->mem, "%s　様", who)
                   : "　　　　　　　　　　　　　　様");
    paper_put(c, p, "from", from);
    paper_put(c, p, "on", on);
}
