#include "genogram_part.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { NO_ROW = -1000, ROUNDS = 4, STEPS = 40 };

/* A couple that is not drawn as one leaves each parent for itself. */
bool
geno_couple(const struct geno *g, size_t family)
{
    const struct kin_family *f = &g->k->family[family];

    return f->a != KIN_NOBODY && f->b != KIN_NOBODY && f->a != f->b
           && g->row_of[f->a] == g->row_of[f->b];
}

int
geno_parent_row(const struct geno *g, size_t family)
{
    const struct kin_family *f = &g->k->family[family];

    if (f->a != KIN_NOBODY)
        return g->row_of[f->a];
    if (f->b != KIN_NOBODY)
        return g->row_of[f->b];
    return f->n ? g->row_of[f->child[0]] - 1 : 0;
}

bool
geno_hangs(const struct geno *g, size_t family, size_t i)
{
    const struct kin_family *f = &g->k->family[family];

    return g->row_of[f->child[i]] == geno_parent_row(g, family) + 1
           && f->child[i] != f->a && f->child[i] != f->b;
}

/* Gives a person a row if it has none yet; true when it got one. */
static bool
settle(struct geno *g, size_t p, int row)
{
    if (p == KIN_NOBODY || g->row_of[p] != NO_ROW)
        return false;
    g->row_of[p] = row;
    return true;
}

/* Passes rows on inside one family; true when somebody got one. */
static bool
spread(struct geno *g, const struct kin_family *f)
{
    int row = NO_ROW;
    bool changed = false;

    if (f->a != KIN_NOBODY && g->row_of[f->a] != NO_ROW)
        row = g->row_of[f->a];
    else if (f->b != KIN_NOBODY && g->row_of[f->b] != NO_ROW)
        row = g->row_of[f->b];
    for (size_t i = 0; row == NO_ROW && i < f->n; i++)
        if (g->row_of[f->child[i]] != NO_ROW)
            row = g->row_of[f->child[i]] - 1;
    if (row == NO_ROW)
        return false;
    changed |= settle(g, f->a, row);
    changed |= settle(g, f->b, row);
    for (size_t i = 0; i < f->n; i++)
        changed |= settle(g, f->child[i], row + 1);
    return changed;
}

static size_t
subject_of(const struct kin *k)
{
    for (size_t i = 0; i < k->n; i++)
        if (k->person[i].subject)
            return i;
    return 0;
}

/* Rows relative to the person in the middle of it all, then counted from the top. */
static void
find_rows(struct geno *g)
{
    size_t next = subject_of(g->k);
    int top = 0;

    for (size_t i = 0; i < g->k->n; i++)
        g->row_of[i] = NO_ROW;
    while (next < g->k->n) {
        bool changed = true;

        g->row_of[next] = 0; /* who is tied to nobody stands beside them */
        while (changed) {
            changed = false;
            for (size_t i = 0; i < g->k->n_families; i++)
                changed |= spread(g, &g->k->family[i]);
        }
        for (next = 0; next < g->k->n && g->row_of[next] != NO_ROW;)
            next++;
    }
    for (size_t i = 0; i < g->k->n; i++)
        if (g->row_of[i] < top)
            top = g->row_of[i];
    for (size_t i = 0; i < g->k->n; i++) {
        g->row_of[i] -= top;
        if (g->row_of[i] >= g->rows)
            g->rows = g->row_of[i] + 1;
    }
}

static void
count_left_out(struct geno *g)
{
    for (size_t i = 0; i < g->k->n_families; i++) {
        const struct kin_family *f = &g->k->family[i];

        if (f->a != KIN_NOBODY && f->b != KIN_NOBODY && !geno_couple(g, i))
            g->out->n_left_out++;
        for (size_t c = 0; c < f->n; c++)
            if (!geno_hangs(g, i, c))
                g->out->n_left_out++;
    }
}

/* Stands in a row beside partners; the first of several goes to the left. */
static void
line_up(struct geno *g, size_t p, bool *placed)
{
    struct geno_row *r = &g->row[g->row_of[p]];
    size_t partner[KIN_MAX * 2];
    size_t n = 0;

    if (placed[p])
        return;
    placed[p] = true;
    for (size_t i = 0; i < g->k->n_families && n < KIN_MAX * 2; i++) {
        const struct kin_family *f = &g->k->family[i];

        if (geno_couple(g, i) && (f->a == p || f->b == p)) {
            const size_t other = f->a == p ? f->b : f->a;

            if (!placed[other])
                partner[n++] = other;
        }
    }
    if (n > 1)
        line_up(g, partner[0], placed);
    r->v[r->n++] = p;
    for (size_t i = n > 1 ? 1 : 0; i < n; i++)
        line_up(g, partner[i], placed);
}

/* Children follow the order of their parents, brothers and sisters stay together. */
static void
first_order(struct geno *g)
{
    bool placed[KIN_MAX] = { false };

    for (int r = 0; r < g->rows; r++) {
        for (size_t i = 0; r > 0 && i < g->row[r - 1].n; i++)
            for (size_t f = 0; f < g->k->n_families; f++) {
                const struct kin_family *family = &g->k->family[f];
                const size_t p = g->row[r - 1].v[i];

                if (family->a != p && family->b != p)
                    continue;
                for (size_t c = 0; c < family->n; c++)
                    if (geno_hangs(g, f, c))
                        line_up(g, family->child[c], placed);
            }
        for (size_t f = 0; f < g->k->n_families; f++)
            for (size_t c = 0; c < g->k->family[f].n; c++)
                if (g->row_of[g->k->family[f].child[c]] == r)
                    line_up(g, g->k->family[f].child[c], placed);
        for (size_t p = 0; p < g->k->n; p++)
            if (g->row_of[p] == r)
                line_up(g, p, placed);
    }
}

/* How far the next one stands to the right. */
static double
apart(const struct geno *g, size_t left)
{
    return g->right[left] + GENO_SPACE + GENO_HALF;
}

/* Puts a row where it wants to be as nearly as its order and the distances let it. */
static void
place_row(struct geno *g, const struct geno_row *r, const double *wish)
{
    double mean[KIN_MAX];
    double weight[KIN_MAX];
    double shift[KIN_MAX];
    size_t length[KIN_MAX];
    size_t n = 0;
    size_t at = 0;

    for (size_t i = 0; i < r->n; i++) {
        shift[i] = i ? shift[i - 1] + apart(g, r->v[i - 1]) : 0;
        mean[n] = wish[r->v[i]] - shift[i];
        weight[n] = 1;
        length[n++] = 1;
        while (n > 1 && mean[n - 2] > mean[n - 1]) {
            mean[n - 2] = (mean[n - 2] * weight[n - 2] + mean[n - 1] * weight[n - 1])
                          / (weight[n - 2] + weight[n - 1]);
            weight[n - 2] += weight[n - 1];
            length[n - 2] += length[n - 1];
            n--;
        }
    }
    for (size_t b = 0; b < n; b++)
        for (size_t i = 0; i < length[b]; i++, at++)
            g->x[r->v[at]] = mean[b] + shift[at];
}

static double
middle_of_parents(const struct geno *g, size_t family)
{
    const struct kin_family *f = &g->k->family[family];

    if (geno_couple(g, family))
        return (g->x[f->a] + g->x[f->b]) / 2;
    return g->x[f->a != KIN_NOBODY ? f->a : f->b];
}

/* Adds what one family wishes of its members: children below the middle of their parents. */
static void
add_wishes(const struct geno *g, size_t family, double *pull, double *count)
{
    const struct kin_family *f = &g->k->family[family];
    double children = 0;
    double n = 0;
    double gap;

    if (f->a == KIN_NOBODY && f->b == KIN_NOBODY)
        return;
    for (size_t i = 0; i < f->n; i++)
        if (geno_hangs(g, family, i)) {
            children += g->x[f->child[i]];
            n++;
        }
    if (n > 0) {
        gap = middle_of_parents(g, family) - children / n;
        for (size_t i = 0; i < f->n; i++)
            if (geno_hangs(g, family, i)) {
                pull[f->child[i]] += gap;
                count[f->child[i]]++;
            }
        if (f->a != KIN_NOBODY) {
            pull[f->a] -= gap;
            count[f->a]++;
        }
        if (geno_couple(g, family)) {
            pull[f->b] -= gap;
            count[f->b]++;
        }
    }
    if (geno_couple(g, family)) {
        gap = g->x[f->b] - g->x[f->a];
        pull[f->a] += gap * 0.15;
        pull[f->b] -= gap * 0.15;
        count[f->a] += 0.3;
        count[f->b] += 0.3;
    }
}

static void
relax(struct geno *g)
{
    for (int step = 0; step < STEPS; step++) {
        double pull[KIN_MAX] = { 0 };
        double count[KIN_MAX] = { 0 };
        double wish[KIN_MAX];

        for (size_t f = 0; f < g->k->n_families; f++)
            add_wishes(g, f, pull, count);
        for (size_t p = 0; p < g->k->n; p++)
            wish[p] = g->x[p] + (count[p] > 0 ? 0.6 * pull[p] / count[p] : 0);
        for (int r = 0; r < g->rows; r++)
            place_row(g, &g->row[r], wish);
    }
}

/* Where a person's own parents stand; its own place when they are not in the picture. */
static double
from_above(const struct geno *g, size_t p)
{
    for (size_t f = 0; f < g->k->n_families; f++) {
        const struct kin_family *family = &g->k->family[f];

        for (size_t c = 0; c < family->n; c++)
            if (family->child[c] == p && geno_hangs(g, f, c)
                && (family->a != KIN_NOBODY || family->b != KIN_NOBODY))
                return middle_of_parents(g, f);
    }
    return g->x[p];
}

static bool
coupled(const struct geno *g, size_t p, size_t q)
{
    for (size_t f = 0; f < g->k->n_families; f++)
        if (geno_couple(g, f)
            && ((g->k->family[f].a == p && g->k->family[f].b == q)
                || (g->k->family[f].a == q && g->k->family[f].b == p)))
            return true;
    return false;
}

/* Neighbours who are a couple, or a chain of couples, move as one. */
struct block {
    size_t from;
    size_t n;
    double key;
};

static void
sort_row(struct geno *g, struct geno_row *r)
{
    struct geno_row old = *r;
    struct block block[KIN_MAX];
    size_t n = 0;
    size_t at = 0;

    for (size_t i = 0; i < r->n; i++) {
        if (i && coupled(g, r->v[i - 1], r->v[i])) {
            block[n - 1].n++;
            continue;
        }
        block[n++] = (struct block){ .from = i, .n = 1 };
    }
    for (size_t b = 0; b < n; b++) {
        for (size_t i = 0; i < block[b].n; i++)
            block[b].key += from_above(g, r->v[block[b].from + i]);
        block[b].key /= (double)block[b].n;
        for (size_t i = b; i > 0 && block[i - 1].key > block[i].key + 0.5; i--) {
            const struct block swap = block[i];

            block[i] = block[i - 1];
            block[i - 1] = swap;
        }
    }
    for (size_t b = 0; b < n; b++) {
        const size_t *v = &old.v[block[b].from];
        const size_t last = block[b].n - 1;
        const bool turn =
            last > 0 && from_above(g, v[0]) > from_above(g, v[last]) + 0.5;

        for (size_t i = 0; i <= last; i++)
            r->v[at++] = v[turn ? last - i : i];
    }
}

static void
find_places(struct geno *g)
{
    for (int r = 0; r < g->rows; r++) {
        double x = 0;

        for (size_t i = 0; i < g->row[r].n; i++) {
            if (i)
                x += apart(g, g->row[r].v[i - 1]);
            g->x[g->row[r].v[i]] = x;
        }
    }
    for (int round = 0; round < ROUNDS; round++) {
        relax(g);
        for (int r = 0; round + 1 < ROUNDS && r < g->rows; r++)
            sort_row(g, &g->row[r]);
    }
}

static void
measure(struct geno *g)
{
    for (size_t i = 0; i < g->k->n; i++) {
        double wide = 0;

        for (size_t k = 0; k < KIN_LINES; k++) {
            const char *line = g->k->person[i].lines[k];
            const double w =
                line && *line
                    ? picture_text_width(k ? PICTURE_NOTE : PICTURE_STRONG, line)
                    : 0;

            if (w > wide)
                wide = w;
        }
        g->right[i] = GENO_HALF + (wide > 0 ? 6 + wide : 0);
    }
}

/* Moves everything so that the picture begins at its margin. */
static void
move_in(struct geno *g)
{
    double left = 0;
    double right = 0;

    for (size_t i = 0; i < g->k->n; i++) {
        const double from = g->x[i] - GENO_HALF;

        left = i && left < from ? left : from;
    }
    for (size_t i = 0; i < g->k->n; i++) {
        g->x[i] = round(g->x[i] - left + GENO_MARGIN + g->lanes);
        if (g->x[i] + g->right[i] > right)
            right = g->x[i] + g->right[i];
    }
    g->out->picture.width = right + GENO_MARGIN;
}

static void
draw_symbol(struct geno *g, size_t i)
{
    const struct kin_person *p = &g->k->person[i];
    const double x = g->out->spot[i].x;
    const double y = g->out->spot[i].y;
    const enum picture_look look = p->faint ? PICTURE_DASHED : PICTURE_SOLID;
    struct picture *to = &g->out->picture;

    for (int in = 0; in < (p->subject ? 2 : 1); in++) {
        const double h = GENO_HALF - 5.0 * in;
        const struct picture_point square[] = {
            { x - h, y - h }, { x + h, y - h }, { x + h, y + h }, { x - h, y + h }
        };
        const struct picture_point round[] = { { x, y }, { h, h } };
        const struct picture_point triangle[] = { { x, y - h },
                                                  { x + h, y + h },
                                                  { x - h, y + h } };

        if (p->sex == KIN_MALE)
            picture_add(g->mem, to, PICTURE_SHAPE, look, square, 4);
        else if (p->sex == KIN_FEMALE)
            picture_add(g->mem, to, PICTURE_ROUND, look, round, 2);
        else
            picture_add(g->mem, to, PICTURE_SHAPE, look, triangle, 3);
    }
    if (p->dead) {
        const double h = p->sex == KIN_FEMALE ? GENO_HALF * 0.7 : GENO_HALF;
        const struct picture_point down[] = { { x - h, y - h }, { x + h, y + h } };
        const struct picture_point up[] = { { x - h, y + h }, { x + h, y - h } };

        picture_add(g->mem, to, PICTURE_LINE, PICTURE_THIN, down, 2);
        picture_add(g->mem, to, PICTURE_LINE, PICTURE_THIN, up, 2);
    }
    picture_text(g->mem, to, p->subject ? PICTURE_STRONG : PICTURE_LABEL,
                 (struct picture_point){ x, y + (p->sex == KIN_UNKNOWN ? 14 : 5) },
                 false, p->inside);
}

static void
draw_words(struct geno *g, size_t i)
{
    const struct kin_person *p = &g->k->person[i];
    struct picture_point at = { g->out->spot[i].x + GENO_HALF + 6, 0 };
    size_t n = 0;

    while (n < KIN_LINES && p->lines[n] && *p->lines[n])
        n++;
    at.y = g->out->spot[i].y + 5 - 8 * ((double)n - 1);
    for (size_t k = 0; k < n; k++, at.y += 16)
        picture_text(g->mem, &g->out->picture, k ? PICTURE_NOTE : PICTURE_STRONG, at,
                     true, p->lines[k]);
}

void
genogram_lay(struct arena *mem, const struct kin *k, struct genogram *out)
{
    struct geno *g = ARENA_NEW(mem, struct geno);

    assert(k->n <= KIN_MAX && k->n_families <= KIN_MAX * 2);
    *out = (struct genogram){ .spot = ARENA_ARRAY(mem, k->n ? k->n : 1,
                                                  struct genogram_spot) };
    g->mem = mem;
    g->k = k;
    g->out = out;
    if (!k->n) {
        out->picture.width = out->picture.height = 1;
        return;
    }
    find_rows(g);
    count_left_out(g);
    measure(g);
    first_order(g);
    find_places(g);
    for (size_t i = 0; i < k->n_cares; i++) {
        const int down = g->row_of[k->care[i].to] - g->row_of[k->care[i].from];

        if (down > 1 || down < -1)
            g->lanes += GENO_LANE;
    }
    move_in(g);
    geno_lines(g); /* the rows' places follow from the lines between them */
    for (size_t i = 0; i < k->n; i++)
        out->spot[i] = (struct genogram_spot){
            .x = g->x[i],
            .y = g->row[g->row_of[i]].y + GENO_BAND / 2.0,
            .right = g->x[i] + g->right[i],
            .row = g->row_of[i],
        };
    geno_homes(g);
    out->first_symbol = out->picture.n;
    for (size_t i = 0; i < k->n; i++) {
        draw_symbol(g, i);
        draw_words(g, i);
    }
}
