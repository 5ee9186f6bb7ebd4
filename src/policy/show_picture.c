#include "show_picture.h"

#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

bool
picture_holds(const struct picturing *m,
              struct day from,
              const char *until_words,
              struct day until)
{
    if (day_known(from) && from.n > m->on.n)
        return false;
    if (day_known(until))
        return until.n > m->on.n;
    return !*until_words; /* it has ended, nobody knows when */
}

bool
picture_open(const struct picturing *m, struct desk_id desk, struct post_id post)
{
    struct decision d;

    if (m->as)
        return true; /* who and what is drawn was decided before */
    d = show_person_record(m->c, m->facts, m->r->own, desk, post);
    return decision_allows(&m->whole, ITEM_COORDINATION)
           || decision_allows(&d, ITEM_COORDINATION);
}

void
picture_marks(struct ctx *c, const struct picture *p, struct drawing_view *out)
{
    out->picture = *p;
    out->box = arena_printf(c->mem, "0 0 %.0f %.0f", p->width, p->height);
    out->width = arena_printf(c->mem, "%.0f", p->width);
    for (size_t i = 0; i < p->n; i++) {
        const struct picture_mark *m = &p->v[i];
        struct mark_view *v = VEC_PUSH(c->mem, &out->marks);

        *v = (struct mark_view){ .look = picture_look_name(m->look) };
        if (m->kind == PICTURE_TEXT) {
            v->x = arena_printf(c->mem, "%.1f", m->p->x);
            v->y = arena_printf(c->mem, "%.1f", m->p->y);
            v->anchor = m->from_start ? "start" : "middle";
            v->text = m->text;
            continue;
        }
        v->d = picture_path(c->mem, m);
        if (m->kind == PICTURE_LINE)
            v->look = arena_printf(c->mem, "%s open", v->look);
    }
}

void
policy_show_pictures(struct ctx *c,
                     const struct facts *facts,
                     const struct people_records *r,
                     const struct sql_paper_notes_rows *notes,
                     struct day on,
                     struct pictures_view *out)
{
    const struct picturing m = {
        .c = c,
        .facts = facts,
        .r = r,
        .on = on,
        .whole = policy_decide(ACT_VIEW, facts),
    };
    const struct case_head_view head = out->head;

    *out = (struct pictures_view){
        .head = head,
        .path = show_path(c, "cases", r->id.id, "/pictures"),
        .on = day_iso(c->mem, on),
        .day = arena_printf(c->mem, "%sのようす", day_ja(c->mem, on)),
        .people_path = show_path(c, "cases", r->id.id, "/people"),
        .small = r->people.n < 2,
    };
    out->print_path = arena_printf(c->mem, "%s.pdf?on=%s", out->path, out->on);
    if (on.n != day_of(c->now).n)
        out->now_path = out->path;
    shown_note(c, SHOWN_CASE, r->id.id, m.whole.allow, m.whole.grounds);
    picture_family(&m, out);
    picture_ties(&m, notes, out);
    picture_years(&m, out);
}

void
policy_show_pictures_paper(struct ctx *c,
                           const struct facts *facts,
                           const struct pictures_view *v,
                           struct paper_view *out)
{
    const struct decision d = policy_decide(ACT_PRINT, facts);

    paper_begin(&d, v->head.number, out);
    paper_put(c, out, "day", v->day);
    paper_put(c, out, "left_out", v->left_out);
    if (!decision_allows(&d, ITEM_IDENTITY))
        return;
    paper_put(c, out, "title", v->head.title);
    paper_put(c, out, "family_words", v->family.desc);
    paper_draw(c, out, "family", &v->family.picture);
    if (v->ties.picture.n)
        paper_draw(c, out, "ties", &v->ties.picture);
    for (size_t i = 0; i < v->years.n; i++) {
        struct paper_row *row = paper_row(c, out, "years");

        paper_row_put(c, row, "when", v->years.v[i].when);
        paper_row_put(c, row, "year", v->years.v[i].year);
        paper_row_put(c, row, "whose", v->years.v[i].whose);
        paper_row_put(c, row, "what", v->years.v[i].what);
        paper_row_put(c, row, "kind", v->years.v[i].kind);
    }
}
