#include "paper.h"

#include "../report/layout.h"
#include "../report/press.h"
#include "../server/server.h"

const struct printer_press paper_press = { .warm = press_warm, .draw = press_bytes };

static struct layout_print
print_of(struct ctx *c)
{
    const struct viewer *v = c->viewer;
    const char *when = instant_ja(c->mem, c->now);

    return (struct layout_print){
        .foot = arena_printf(c->mem, "出力　%s　%s　%s　%s", when, c->town->name,
                             v->desk_name, v->name),
        .mark = arena_printf(c->mem, "%s　%s　%s", v->desk_name, v->name, when),
        .made = instant_iso(c->mem, c->now / 1000 * 1000),
    };
}

/* No name of a person: the file may lie about on a disk. */
static const char *
file_name(struct ctx *c, const char *layout, const struct paper_view *v)
{
    return arena_printf(c->mem, "inline; filename=\"%s%s%s.pdf\"",
                        v->number ? v->number : "", v->number ? "-" : "", layout);
}

/* Has the job drawn. */
static bool
draw(struct ctx *c, const struct buf *job, const char *layout, struct reply *rep)
{
    switch (printer_draw(unit_of(c)->server->printer, job->p, job->n, &rep->body)) {
    case PRINTER_DONE:
        rep->status = 200;
        rep->type = "application/pdf";
        return true;
    case PRINTER_BUSY:
        return refuse(c, ERR_OUTSIDE, "too many papers are under way");
    case PRINTER_FAILED:
        return refuse(c, ERR_OUTSIDE, "paper %s was not drawn", layout);
    }
    return false;
}

bool
paper_reply(struct ctx *c,
            const char *layout,
            const struct paper_view *v,
            struct reply *rep)
{
    const struct layout_print print = print_of(c);
    struct buf job = buf_new(c->mem);
    struct paper_doc p;

    rep->file = file_name(c, layout, v);
    if (!layout_fill(c, layout, v, &print, &p))
        return false;
    paper_encode(&p, &job);
    return draw(c, &job, layout, rep);
}

bool
paper_reply_set(struct ctx *c,
                const char *name,
                const struct paper_set *set,
                struct reply *rep)
{
    const struct layout_print print = print_of(c);
    struct buf job = buf_new(c->mem);

    rep->file = arena_printf(c->mem, "inline; filename=\"%s.pdf\"", name);
    for (size_t i = 0; i < set->n; i++) {
        struct paper_doc p;

        if (!layout_fill(c, set->v[i].layout, &set->v[i].view, &print, &p))
            return false;
        p.goes_on = i > 0 && set->v[i].goes_on;
        paper_encode(&p, &job);
    }
    return draw(c, &job, name, rep);
}
