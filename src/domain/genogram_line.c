#include "genogram_part.h"

#include <math.h>

/* What runs in the space above a row, from its upper to its lower edge. */
enum { OF_COUPLE, OF_CARE, OF_CHILDREN, KINDS };

enum { PORTS_MAX = KIN_MAX * 8, BARS_MAX = KIN_MAX * 6, NONE = -1 };

/* Where a line leaves a person; key: the side to which it goes on. */
struct port {
    size_t p;
    bool top;
    double key;
    double x;
};

/* A level stretch of a line in the space above row `space`. */
struct bar {
    int space;
    int kind;
    double x1;
    double x2;
    int track;
    double y;
};

struct family_lines {
    int a; /* ports; NONE for a parent that is not there */
    int b;
    int first_child; /* port of the first child that hangs */
    int n;
    int couple; /* bars */
    int children;
    double drop;
};

struct care_lines {
    int from;
    int to;
    int bar[2];
    double lane; /* 0: none is needed */
};

struct lines {
    struct geno *g;
    struct port port[PORTS_MAX];
    int n_ports;
    struct bar bar[BARS_MAX];
    int n_bars;
    struct family_lines family[KIN_MAX * 2];
    struct care_lines care[KIN_MAX];
    double top[KIN_MAX + 1]; /* of each space */
    int n_cares;
};

static int
add_port(struct lines *l, size_t p, bool top, double key)
{
    if (l->n_ports == PORTS_MAX)
        return NONE;
    l->port[l->n_ports] =
        (struct port){ .p = p, .top = top, .key = key, .x = l->g->x[p] };
    return l->n_ports++;
}

static int
add_bar(struct lines *l, int space, int kind, double x1, double x2)
{
    if (l->n_bars == BARS_MAX)
        return NONE;
    l->bar[l->n_bars] = (struct bar){
        .space = space, .kind = kind, .x1 = fmin(x1, x2), .x2 = fmax(x1, x2)
    };
    return l->n_bars++;
}

static double
children_middle(const struct geno *g, size_t family)
{
    const struct kin_family *f = &g->k->family[family];
    double sum = 0;
    double n = 0;

    for (size_t i = 0; i < f->n; i++)
        if (geno_hangs(g, family, i)) {
            sum += g->x[f->child[i]];
            n++;
        }
    return n > 0 ? sum / n : 0;
}

static bool
has_children(const struct geno *g, size_t family)
{
    for (size_t i = 0; i < g->k->family[family].n; i++)
        if (geno_hangs(g, family, i))
            return true;
    return false;
}

static void
family_ports(struct lines *l, size_t family)
{
    const struct geno *g = l->g;
    const struct kin_family *f = &g->k->family[family];
    struct family_lines *out = &l->family[family];
    const size_t one = f->a != KIN_NOBODY ? f->a : f->b;
    double middle = children_middle(g, family);

    *out =
        (struct family_lines){ .a = NONE, .b = NONE, .couple = NONE, .children = NONE };
    if (geno_couple(g, family)) {
        middle = (g->x[f->a] + g->x[f->b]) / 2;
        out->a = add_port(l, f->a, false, g->x[f->b]);
        out->b = add_port(l, f->b, false, g->x[f->a]);
    } else if (one != KIN_NOBODY && has_children(g, family)) {
        out->a = add_port(l, one, false, middle);
        middle = g->x[one];
    }
    out->first_child = l->n_ports;
    for (size_t i = 0; i < f->n; i++)
        if (geno_hangs(g, family, i) && add_port(l, f->child[i], true, middle) != NONE)
            out->n++;
}

/* An arrow goes by the space between the two, or by the one below both. */
static void
care_ports(struct lines *l, const struct kin_care *c)
{
    const struct geno *g = l->g;
    const int down = g->row_of[c->to] - g->row_of[c->from];
    struct care_lines *out;

    if (c->from == c->to || l->n_cares == KIN_MAX)
        return;
    out = &l->care[l->n_cares++];
    *out = (struct care_lines){ .bar = { NONE, NONE } };
    if (down > 1 || down < -1)
        out->lane = 12 + GENO_LANE * (double)(l->n_cares - 1);
    if (out->lane > 12 + g->lanes)
        out->lane = 12;
    out->from = add_port(l, c->from, down<0, out->lane> 0 ? 0 : g->x[c->to]);
    out->to = add_port(l, c->to, down > 0, out->lane > 0 ? 0 : g->x[c->from]);
    if (out->from == NONE || out->to == NONE)
        l->n_cares--;
}

/* Spreads the ports of each side of a person, in the order in which they go on. */
static void
spread_ports(struct lines *l)
{
    for (int i = 0; i < l->n_ports; i++) {
        struct port *p = &l->port[i];
        double step;
        int before = 0;
        int n = 0;

        for (int k = 0; k < l->n_ports; k++) {
            const struct port *q = &l->port[k];

            if (q->p != p->p || q->top != p->top)
                continue;
            n++;
            before += q->key < p->key || (!(q->key > p->key) && k < i);
        }
        step = n > 1 ? fmin(9, 34.0 / (n - 1)) : 0;
        p->x = l->g->x[p->p] + (before - (n - 1) / 2.0) * step;
    }
}

/* Says whether another line already runs up and down at about x in the space. */
static bool
taken(const struct lines *l, int space, double x, size_t but)
{
    for (int i = 0; i < l->n_ports; i++) {
        const struct port *p = &l->port[i];
        const int of = l->g->row_of[p->p] + (p->top ? 0 : 1);

        if (of == space && fabs(p->x - x) < 5)
            return true;
    }
    for (size_t f = 0; f < but; f++)
        if (l->family[f].children != NONE
            && l->bar[l->family[f].children].space == space
            && fabs(l->family[f].drop - x) < 5)
            return true;
    return false;
}

/* Where children hang from the line of a couple: near its middle, beside other lines. */
static double
find_drop(const struct lines *l, size_t family, int space)
{
    const struct family_lines *f = &l->family[family];
    const double x1 = fmin(l->port[f->a].x, l->port[f->b].x);
    const double x2 = fmax(l->port[f->a].x, l->port[f->b].x);
    const double middle = (x1 + x2) / 2;

    if (f->n == 1 && l->port[f->first_child].x > x1 + 4
        && l->port[f->first_child].x < x2 - 4)
        return l->port[f->first_child].x;
    for (double d = 0; d < (x2 - x1) / 2 - 5; d += 3) {
        if (!taken(l, space, middle + d, family))
            return middle + d;
        if (!taken(l, space, middle - d, family))
            return middle - d;
    }
    return middle;
}

static void
family_bars(struct lines *l, size_t family)
{
    struct family_lines *f = &l->family[family];
    const int space = geno_parent_row(l->g, family) + 1;
    double x1 = INFINITY;
    double x2 = -INFINITY;

    if (f->b != NONE && f->a != NONE)
        f->couple = add_bar(l, space, OF_COUPLE, l->port[f->a].x, l->port[f->b].x);
    if (!f->n || (f->a == NONE && f->n == 1))
        return; /* brothers and sisters whose parents are not there are two at least */
    if (f->couple != NONE)
        f->drop = find_drop(l, family, space);
    else
        f->drop = f->a != NONE ? l->port[f->a].x : l->port[f->first_child].x;
    for (int i = 0; i < f->n; i++) {
        x1 = fmin(x1, l->port[f->first_child + i].x);
        x2 = fmax(x2, l->port[f->first_child + i].x);
    }
    f->children = add_bar(l, space, OF_CHILDREN, fmin(x1, f->drop), fmax(x2, f->drop));
}

static int
space_of(const struct lines *l, const struct port *p)
{
    return l->g->row_of[p->p] + (p->top ? 0 : 1);
}

static void
care_bars(struct lines *l, struct care_lines *c)
{
    const struct port *from = &l->port[c->from];
    const struct port *to = &l->port[c->to];

    if (c->lane > 0) {
        c->bar[0] = add_bar(l, space_of(l, from), OF_CARE, c->lane, from->x);
        c->bar[1] = add_bar(l, space_of(l, to), OF_CARE, c->lane, to->x);
    } else {
        c->bar[0] = add_bar(l, space_of(l, from), OF_CARE, from->x, to->x);
    }
}

static bool
clashes(const struct lines *l, int i, int track)
{
    const struct bar *b = &l->bar[i];

    for (int k = 0; k < l->n_bars; k++) {
        const struct bar *o = &l->bar[k];

        if (k != i && o->track == track && o->space == b->space && o->x1 < b->x2 + 5
            && b->x1 < o->x2 + 5)
            return true;
    }
    return false;
}

/* Gives each bar of a kind in a space its track, the short ones first; returns the next. */
static int
give_tracks(struct lines *l, int space, int kind, int base)
{
    int next = base;

    for (;;) {
        int best = NONE;
        int track = base;

        for (int i = 0; i < l->n_bars; i++)
            if (l->bar[i].space == space && l->bar[i].kind == kind
                && l->bar[i].track == NONE
                && (best == NONE
                    || l->bar[i].x2 - l->bar[i].x1 < l->bar[best].x2 - l->bar[best].x1))
                best = i;
        if (best == NONE)
            return next;
        while (clashes(l, best, track))
            track++;
        l->bar[best].track = track;
        if (track >= next)
            next = track + 1;
    }
}

/* Sets how high each space is, and with it where the rows stand. */
static void
set_heights(struct lines *l)
{
    struct geno *g = l->g;
    double y = GENO_MARGIN;

    for (int i = 0; i < l->n_bars; i++)
        l->bar[i].track = NONE;
    for (int space = 0; space <= g->rows; space++) {
        int n = 0;

        for (int kind = 0; kind < KINDS; kind++)
            n = give_tracks(l, space, kind, n);
        l->top[space] = y;
        if (n)
            y += 2 * GENO_EDGE + (n - 1) * GENO_TRACK;
        else if (space > 0 && space < g->rows)
            y += 2 * GENO_EDGE;
        if (space == g->rows)
            break;
        g->row[space].y = y;
        y += GENO_BAND;
    }
    g->out->picture.height = y + GENO_MARGIN;
    for (int i = 0; i < l->n_bars; i++)
        l->bar[i].y =
            l->top[l->bar[i].space] + GENO_EDGE + l->bar[i].track * GENO_TRACK;
}

/* The point at which a line meets the person's symbol. */
static struct picture_point
port_point(const struct lines *l, int i)
{
    const struct port *p = &l->port[i];
    const double y = l->g->row[l->g->row_of[p->p]].y + GENO_BAND / 2.0;

    return (struct picture_point){ p->x, p->top ? y - GENO_HALF : y + GENO_HALF };
}

static void
line(const struct lines *l,
     enum picture_look look,
     const struct picture_point *p,
     size_t n)
{
    picture_add(l->g->mem, &l->g->out->picture, PICTURE_LINE, look, p, n);
}

/* Two short strokes across the line: it was dissolved. */
static void
draw_dissolved(const struct lines *l, double x, double y)
{
    for (int i = 0; i < 2; i++) {
        const double at = x + 5 * i;
        const struct picture_point p[] = { { at - 3, y + 6 }, { at + 3, y - 6 } };

        line(l, PICTURE_SOLID, p, 2);
    }
}

static void
draw_couple(const struct lines *l,
            const struct kin_family *f,
            const struct family_lines *at)
{
    const struct bar *b = &l->bar[at->couple];
    const struct picture_point from = port_point(l, at->a);
    const struct picture_point to = port_point(l, at->b);
    const struct picture_point p[] = { from, { from.x, b->y }, { to.x, b->y }, to };

    line(l, f->bond == KIN_PARTNERS ? PICTURE_DASHED : PICTURE_SOLID, p, 4);
    if (f->bond == KIN_DIVORCED)
        draw_dissolved(l, b->x1 + (fmin(at->n ? at->drop : b->x2, b->x2) - b->x1) / 2,
                       b->y);
}

static void
draw_children(const struct lines *l,
              size_t family,
              const struct kin_family *f,
              const struct family_lines *at)
{
    const struct bar *b = &l->bar[at->children];
    const struct picture_point level[] = { { b->x1, b->y }, { b->x2, b->y } };
    int port = at->first_child;

    if (at->couple != NONE || at->a != NONE) {
        const struct picture_point top =
            at->couple != NONE
                ? (struct picture_point){ at->drop, l->bar[at->couple].y }
                : port_point(l, at->a);
        const struct picture_point p[] = { top, { at->drop, b->y } };

        line(l, PICTURE_SOLID, p, 2);
    }
    if (b->x2 > b->x1)
        line(l, PICTURE_SOLID, level, 2);
    for (size_t i = 0; i < f->n && port < at->first_child + at->n; i++) {
        struct picture_point p[2];

        if (!geno_hangs(l->g, family, i))
            continue;
        p[1] = port_point(l, port++);
        p[0] = (struct picture_point){ p[1].x, b->y };
        line(l, f->adopted && f->adopted[i] ? PICTURE_DASHED : PICTURE_SOLID, p, 2);
    }
}

static void
draw_care(const struct lines *l, const struct care_lines *c)
{
    const struct picture_point from = port_point(l, c->from);
    const struct picture_point to = port_point(l, c->to);
    const double way = l->port[c->to].top ? -7 : 7; /* back from the tip */
    const struct picture_point head[] = { to,
                                          { to.x - 4, to.y + way },
                                          { to.x + 4, to.y + way } };
    const double y = l->bar[c->bar[0]].y;

    if (c->lane > 0) {
        const double y2 = l->bar[c->bar[1]].y;
        const struct picture_point p[] = { from,           { from.x, y },
                                           { c->lane, y }, { c->lane, y2 },
                                           { to.x, y2 },   to };

        line(l, PICTURE_DOTTED, p, 6);
    } else {
        const struct picture_point p[] = { from, { from.x, y }, { to.x, y }, to };

        line(l, PICTURE_DOTTED, p, 4);
    }
    picture_add(l->g->mem, &l->g->out->picture, PICTURE_SHAPE, PICTURE_FILLED, head, 3);
}

void
geno_lines(struct geno *g)
{
    struct lines *l = ARENA_NEW(g->mem, struct lines);

    l->g = g;
    for (size_t f = 0; f < g->k->n_families; f++)
        family_ports(l, f);
    for (size_t i = 0; i < g->k->n_cares; i++)
        care_ports(l, &g->k->care[i]);
    spread_ports(l);
    for (size_t f = 0; f < g->k->n_families; f++)
        family_bars(l, f);
    for (int i = 0; i < l->n_cares; i++)
        care_bars(l, &l->care[i]);
    set_heights(l);
    for (size_t f = 0; f < g->k->n_families; f++) {
        if (l->family[f].couple != NONE)
            draw_couple(l, &g->k->family[f], &l->family[f]);
        if (l->family[f].children != NONE)
            draw_children(l, f, &g->k->family[f], &l->family[f]);
    }
    for (int i = 0; i < l->n_cares; i++)
        if (l->care[i].bar[0] != NONE
            && (l->care[i].lane <= 0 || l->care[i].bar[1] != NONE))
            draw_care(l, &l->care[i]);
}
