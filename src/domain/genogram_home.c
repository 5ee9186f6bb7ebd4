#include "genogram_part.h"

#include "../base/vec.h"

#include <math.h>

/*
 * The line around those who live together is the outline of rectangles: one around each run
 * of neighbours, joined by corridors in the spaces between the rows, where nobody stands.
 */

enum { OUT_LEFT = 9, OUT_RIGHT = 8, OUT_UP = 5, CORRIDOR = 13, DOOR = 16, CUT = 6 };

struct rect {
    double x1;
    double y1;
    double x2;
    double y2;
    int row;
};

struct home {
    struct geno *g;
    struct {
        struct rect *v;
        size_t n;
        size_t cap;
    } rect;
    size_t runs; /* the first ones are runs of people, the rest corridors */
};

static void
add_rect(struct home *h, double x1, double y1, double x2, double y2, int row)
{
    *VEC_PUSH(h->g->mem, &h->rect) =
        (struct rect){ fmin(x1, x2), y1, fmax(x1, x2), y2, row };
}

static void
add_runs(struct home *h, int number)
{
    struct geno *g = h->g;

    for (int r = 0; r < g->rows; r++) {
        const struct geno_row *row = &g->row[r];

        for (size_t i = 0; i < row->n; i++) {
            const size_t p = row->v[i];
            const bool goes_on = i > 0 && g->k->person[row->v[i - 1]].home == number;

            if (g->k->person[p].home != number)
                continue;
            if (!goes_on)
                add_rect(h, g->x[p] - GENO_HALF - OUT_LEFT, row->y - OUT_UP, g->x[p],
                         row->y + GENO_BAND + OUT_UP, r);
            h->rect.v[h->rect.n - 1].x2 = g->x[p] + g->right[p] + OUT_RIGHT;
        }
    }
    h->runs = h->rect.n;
}

/* Runs of one row are joined below it. */
static void
join_beside(struct home *h)
{
    for (size_t i = 1; i < h->runs; i++) {
        const struct rect a = h->rect.v[i - 1];
        const struct rect b = h->rect.v[i];

        if (a.row == b.row)
            add_rect(h, a.x2 - DOOR, a.y2 - 1, b.x1 + DOOR, a.y2 - OUT_UP + CORRIDOR,
                     -1);
    }
}

/* Two runs, one row apart: straight down where they face each other, else along the lower. */
static void
join_below(struct home *h, const struct rect a, const struct rect b)
{
    const double x1 = fmax(a.x1, b.x1);
    const double x2 = fmin(a.x2, b.x2);
    const double level = b.y1 + OUT_UP - CORRIDOR;

    if (x2 - x1 >= DOOR) {
        add_rect(h, x1, a.y2 - 1, x2, b.y1 + 1, -1);
    } else if (a.x2 < b.x2) {
        add_rect(h, a.x2 - DOOR, a.y2 - 1, a.x2, b.y1 + 1, -1);
        add_rect(h, a.x2 - DOOR, level, b.x1 + DOOR, b.y1 + 1, -1);
    } else {
        add_rect(h, a.x1, a.y2 - 1, a.x1 + DOOR, b.y1 + 1, -1);
        add_rect(h, a.x1 + DOOR, level, b.x2 - DOOR, b.y1 + 1, -1);
    }
}

static double
distance(const struct rect *a, const struct rect *b)
{
    return fmax(0, fmax(a->x1, b->x1) - fmin(a->x2, b->x2));
}

static void
join_rows(struct home *h)
{
    for (int r = 0; r + 1 < h->g->rows; r++) {
        const size_t none = h->runs;
        size_t best_a = none;
        size_t best_b = none;

        for (size_t a = 0; a < h->runs; a++)
            for (size_t b = 0; b < h->runs; b++)
                if (h->rect.v[a].row == r && h->rect.v[b].row == r + 1
                    && (best_a == none
                        || distance(&h->rect.v[a], &h->rect.v[b])
                               < distance(&h->rect.v[best_a], &h->rect.v[best_b]))) {
                    best_a = a;
                    best_b = b;
                }
        if (best_a != none)
            join_below(h, h->rect.v[best_a], h->rect.v[best_b]);
    }
}

/* Coordinates in order, each once. */
struct scale {
    double *v;
    size_t n;
    size_t cap;
};

static void
note(struct arena *mem, struct scale *s, double at)
{
    size_t i = s->n;

    for (size_t k = 0; k < s->n; k++)
        if (fabs(s->v[k] - at) < 0.01)
            return;
    *VEC_PUSH(mem, s) = at;
    for (; i > 0 && s->v[i - 1] > at; i--)
        s->v[i] = s->v[i - 1];
    s->v[i] = at;
}

struct grid {
    struct scale x;
    struct scale y;
    bool *in;       /* cells, by rows */
    bool *from_top; /* an edge leaves this corner eastward that nobody has walked */
};

static bool
inside(const struct grid *d, long x, long y)
{
    const long w = (long)d->x.n - 1;

    return x >= 0 && y >= 0 && x < w && y < (long)d->y.n - 1 && d->in[y * w + x];
}

static void
fill(const struct home *h, struct grid *d)
{
    struct arena *mem = h->g->mem;

    for (size_t i = 0; i < h->rect.n; i++) {
        note(mem, &d->x, h->rect.v[i].x1);
        note(mem, &d->x, h->rect.v[i].x2);
        note(mem, &d->y, h->rect.v[i].y1);
        note(mem, &d->y, h->rect.v[i].y2);
    }
    d->in = ARENA_ARRAY(mem, d->x.n * d->y.n, bool);
    d->from_top = ARENA_ARRAY(mem, d->x.n * d->y.n, bool);
    for (size_t y = 0; y + 1 < d->y.n; y++)
        for (size_t x = 0; x + 1 < d->x.n; x++)
            for (size_t i = 0; i < h->rect.n; i++) {
                const struct rect *r = &h->rect.v[i];

                if (r->x1 <= d->x.v[x] + 0.01 && r->x2 >= d->x.v[x + 1] - 0.01
                    && r->y1 <= d->y.v[y] + 0.01 && r->y2 >= d->y.v[y + 1] - 0.01)
                    d->in[y * (d->x.n - 1) + x] = true;
            }
    for (size_t y = 0; y + 1 < d->y.n; y++)
        for (size_t x = 0; x + 1 < d->x.n; x++)
            d->from_top[y * d->x.n + x] =
                inside(d, (long)x, (long)y) && !inside(d, (long)x, (long)y - 1);
}

struct corners {
    struct picture_point *v;
    size_t n;
    size_t cap;
};

/* Walks once around, the inside on the right, beginning eastward; keeps the corners. */
static void
walk_round(struct arena *mem, struct grid *d, size_t x0, size_t y0, struct corners *out)
{
    static const int DX[] = { 1, 0, -1, 0 };
    static const int DY[] = { 0, 1, 0, -1 };
    /* the cells ahead on the left and on the right of each direction */
    static const int LX[] = { 0, 0, -1, -1 };
    static const int LY[] = { -1, 0, 0, -1 };
    static const int RX[] = { 0, -1, -1, 0 };
    static const int RY[] = { 0, 0, -1, -1 };
    long x = (long)x0;
    long y = (long)y0;
    int way = 0;

    do {
        if (way == 0)
            d->from_top[(size_t)y * d->x.n + (size_t)x] = false;
        x += DX[way];
        y += DY[way];
        if (inside(d, x + LX[way], y + LY[way]))
            way = (way + 3) % 4; /* to the left */
        else if (!inside(d, x + RX[way], y + RY[way]))
            way = (way + 1) % 4; /* to the right */
        else
            continue;
        *VEC_PUSH(mem, out) = (struct picture_point){ d->x.v[x], d->y.v[y] };
    } while (x != (long)x0 || y != (long)y0 || way != 0);
}

/* Takes the points off the corners, so that the line is not mistaken for a symbol. */
static void
draw_round(struct geno *g, const struct corners *c)
{
    struct corners cut = { .n = 0 };

    for (size_t i = 0; i < c->n; i++) {
        const struct picture_point *before = &c->v[(i + c->n - 1) % c->n];
        const struct picture_point *at = &c->v[i];
        const struct picture_point *behind = &c->v[(i + 1) % c->n];
        const double in = hypot(at->x - before->x, at->y - before->y);
        const double out = hypot(behind->x - at->x, behind->y - at->y);
        const double a = fmin(CUT, in / 2) / fmax(in, 1);
        const double b = fmin(CUT, out / 2) / fmax(out, 1);

        *VEC_PUSH(g->mem, &cut) =
            (struct picture_point){ at->x + (before->x - at->x) * a,
                                    at->y + (before->y - at->y) * a };
        *VEC_PUSH(g->mem, &cut) =
            (struct picture_point){ at->x + (behind->x - at->x) * b,
                                    at->y + (behind->y - at->y) * b };
    }
    picture_add(g->mem, &g->out->picture, PICTURE_SHAPE, PICTURE_HOME, cut.v, cut.n);
}

static void
draw_home(struct geno *g, int number)
{
    struct home h = { .g = g };
    struct grid d = { .in = NULL };

    add_runs(&h, number);
    join_beside(&h);
    join_rows(&h);
    fill(&h, &d);
    for (size_t y = 0; y + 1 < d.y.n; y++)
        for (size_t x = 0; x + 1 < d.x.n; x++) {
            struct corners c = { .n = 0 };

            if (!d.from_top[y * d.x.n + x])
                continue;
            /* a straight edge may begin before: only a corner is a beginning */
            if (x > 0 && inside(&d, (long)x - 1, (long)y)
                && !inside(&d, (long)x - 1, (long)y - 1))
                continue;
            walk_round(g->mem, &d, x, y, &c);
            draw_round(g, &c);
        }
}

void
geno_homes(struct geno *g)
{
    for (size_t i = 0; i < g->k->n; i++) {
        const int number = g->k->person[i].home;
        size_t members = 0;
        bool first = number > 0;

        for (size_t k = 0; k < g->k->n; k++) {
            members += g->k->person[k].home == number;
            first = first && !(k < i && g->k->person[k].home == number);
        }
        if (first && members > 1)
            draw_home(g, number);
    }
}
