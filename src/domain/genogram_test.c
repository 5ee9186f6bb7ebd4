#include "genogram.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* Of one family, in milliseconds of the processor: what else runs does not count. */
enum { FAMILIES = 500, SLOWEST_MS = 20 };

/* A made-up family of up to five generations. */
struct made {
    struct arena *mem;
    uint64_t seed;
    struct kin_person person[KIN_MAX];
    size_t n;
    struct kin_family family[KIN_MAX * 2];
    size_t n_families;
    struct kin_care care[KIN_MAX];
    size_t n_cares;
    int row[KIN_MAX];
};

static unsigned
draw(struct made *m, unsigned below)
{
    m->seed = m->seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(m->seed >> 33) % below;
}

static size_t
born(struct made *m, int row)
{
    static const char *const NAMES[] = { "見本 一郎",          "試験 花枝", "仮野",
                                         "長い名前の見本太郎", "母",        "" };

    if (m->n == KIN_MAX)
        return KIN_NOBODY;
    m->row[m->n] = row;
    m->person[m->n] = (struct kin_person){
        .inside = draw(m, 3) ? arena_printf(m->mem, "%u", draw(m, 99)) : "",
        .lines = { NAMES[draw(m, 6)], draw(m, 2) ? "別居" : "",
                   draw(m, 4) ? "" : "平成29年に死去" },
        .sex = (enum kin_sex)draw(m, 3),
        .subject = m->n == 0,
        .dead = draw(m, 6) == 0,
        .faint = draw(m, 9) == 0,
        .home = draw(m, 3) ? 0 : 1 + (int)draw(m, 3),
    };
    return m->n++;
}

/* Somebody of the row, born now or long there. */
static size_t
partner(struct made *m, int row, size_t not_this)
{
    for (size_t i = 0; i < m->n; i++)
        if (draw(m, 6) == 0 && m->row[i] == row && i != not_this)
            return i;
    return born(m, row);
}

static void
found(struct made *m, size_t a, size_t b, int row)
{
    const size_t n = draw(m, 4);
    size_t *child = ARENA_ARRAY(m->mem, 4, size_t);
    bool *adopted = ARENA_ARRAY(m->mem, 4, bool);
    struct kin_family *f = &m->family[m->n_families];

    *f = (struct kin_family){
        .a = a,
        .b = b,
        .bond = (enum kin_bond)draw(m, 4),
        .child = child,
        .adopted = adopted,
    };
    for (size_t i = 0; i < n; i++) {
        child[f->n] = born(m, row + 1);
        adopted[f->n] = draw(m, 10) == 0;
        f->n += child[f->n] != KIN_NOBODY;
    }
    m->n_families++;
}

static void
make(struct made *m, struct arena *mem, uint64_t seed, size_t most)
{
    *m = (struct made){ .mem = mem, .seed = seed * 2654435761u + 1 };
    born(m, 1 + (int)draw(m, 2));
    while (m->n < most && m->n_families < most) {
        const size_t a = draw(m, (unsigned)m->n);
        const bool alone = draw(m, 6) == 0;
        const size_t b = alone ? KIN_NOBODY : partner(m, m->row[a], a);

        if (m->row[a] > 4)
            born(m, (int)draw(m, 4)); /* tied to nobody */
        else if (draw(m, 8) == 0 && m->n + 2 < most)
            found(m, KIN_NOBODY, KIN_NOBODY, m->row[a] - 1);
        else
            found(m, a, b, m->row[a]);
    }
    for (unsigned i = draw(m, 4); i > 0; i--)
        m->care[m->n_cares++] =
            (struct kin_care){ draw(m, (unsigned)m->n), draw(m, (unsigned)m->n) };
}

static struct kin
kin_of(const struct made *m)
{
    return (struct kin){ .person = m->person,
                         .n = m->n,
                         .family = m->family,
                         .n_families = m->n_families,
                         .care = m->care,
                         .n_cares = m->n_cares };
}

/* Symbols and words of two people do not overlap. */
static bool
people_apart(const struct genogram *g, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            const struct genogram_spot *a = &g->spot[i];
            const struct genogram_spot *b = &g->spot[k];
            const double half = GENOGRAM_SYMBOL / 2.0;

            if (fabs(a->y - b->y) < GENOGRAM_SYMBOL + 4 && a->x - half < b->right + 8
                && b->x - half < a->right + 8)
                return false;
        }
    return true;
}

/* A stretch of a line does not enter the symbol or the words of anybody. */
static bool
clear_of(const struct genogram *g,
         size_t n,
         struct picture_point p,
         struct picture_point q)
{
    for (size_t i = 0; i < n; i++) {
        const struct genogram_spot *s = &g->spot[i];
        const double half = GENOGRAM_SYMBOL / 2.0 - 1;

        if (fmax(p.x, q.x) > s->x - half && fmin(p.x, q.x) < s->right - 1
            && fmax(p.y, q.y) > s->y - half && fmin(p.y, q.y) < s->y + half)
            return false;
    }
    return true;
}

static bool
lines_clear(const struct genogram *g, size_t n)
{
    for (size_t i = 0; i < g->first_symbol; i++) {
        const struct picture_mark *m = &g->picture.v[i];
        const size_t stretches = m->kind == PICTURE_SHAPE ? m->n : m->n - 1;

        for (size_t k = 0; k < stretches; k++)
            if (!clear_of(g, n, m->p[k], m->p[(k + 1) % m->n]))
                return false;
    }
    return true;
}

/* Counts how often the outline of a home goes around a point. */
static bool
within(const struct picture_mark *m, double x, double y)
{
    bool in = false;

    for (size_t i = 0; i < m->n; i++) {
        const struct picture_point p = m->p[i];
        const struct picture_point q = m->p[(i + 1) % m->n];

        if ((p.y > y) != (q.y > y) && x < p.x + (q.x - p.x) * (y - p.y) / (q.y - p.y))
            in = !in;
    }
    return in;
}

/* Each is inside the line of its own home if one is drawn, and of no other home. */
static bool
homes_right(const struct genogram *g, const struct made *m)
{
    size_t members[4] = { 0 };
    bool in[KIN_MAX][4] = { { false } };
    size_t number = 0;

    for (size_t i = 0; i < m->n; i++)
        members[m->person[i].home]++;
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; k < g->first_symbol; k++)
            if (g->picture.v[k].look == PICTURE_HOME
                && within(&g->picture.v[k], g->spot[i].x, g->spot[i].y))
                in[i][0] = !in[i][0];
    for (size_t i = 0; i < m->n; i++) {
        number = (size_t)m->person[i].home;
        if (in[i][0] != (number > 0 && members[number] > 1))
            return false;
    }
    return true;
}

static bool
inside_the_picture(const struct genogram *g)
{
    for (size_t i = 0; i < g->picture.n; i++)
        for (size_t k = 0; k < g->picture.v[i].n; k++) {
            const struct picture_point p = g->picture.v[i].p[k];

            if (g->picture.v[i].kind == PICTURE_ROUND && k == 1)
                continue;
            if (p.x < 0 || p.y < 0 || p.x > g->picture.width || p.y > g->picture.height)
                return false;
        }
    return true;
}

/* Writes the picture where somebody can look at it. */
static void
save(const struct genogram *g, struct arena *mem, const char *folder, int i)
{
    static const char *const CSS =
        "<style>path{fill:none;stroke:#1a1a1a;stroke-width:1.8}.solid,.bold,.dashed"
        "{fill:#fff}.dashed{stroke-dasharray:6 4}.dotted{stroke-dasharray:2 4}"
        ".thin{stroke-width:1}.home{stroke:#115a36;stroke-dasharray:9 5}.filled"
        "{fill:#1a1a1a;stroke:none}.line{fill:none}text{font:14px 'BIZ UDPGothic'}"
        ".strong{font-weight:700}.small{font-size:12px;fill:#555}</style>";
    FILE *f = fopen(arena_printf(mem, "%s/%02d.svg", folder, i), "w");

    if (!f)
        return;
    fprintf(f,
            "<svg xmlns='http://www.w3.org/2000/svg' width='%.0f' height='%.0f'>%s"
            "<rect width='100%%' height='100%%' fill='#fff'/>",
            g->picture.width, g->picture.height, CSS);
    for (size_t k = 0; k < g->picture.n; k++) {
        const struct picture_mark *m = &g->picture.v[k];

        if (m->kind == PICTURE_TEXT)
            fprintf(f,
                    "<text class='%s' x='%.1f' y='%.1f' text-anchor='%s'>%s</text>\n",
                    picture_look_name(m->look), m->p->x, m->p->y,
                    m->from_start ? "start" : "middle", m->text);
        else
            fprintf(f, "<path class='%s%s' d='%s'/>\n", picture_look_name(m->look),
                    m->kind == PICTURE_LINE ? " line" : "", picture_path(mem, m));
    }
    fputs("</svg>\n", f);
    fclose(f);
}

static void
no_family_has_a_line_through_a_person(void **state)
{
    const char *folder = getenv("KASANE_LOOK");
    struct timespec from;
    struct timespec to;
    double worst = 0;
    size_t left_out = 0;

    (void)state;
    for (int i = 0; i < FAMILIES; i++) {
        struct arena *mem = arena_new();
        struct made *m = ARENA_NEW(mem, struct made);
        struct genogram g;
        struct kin k;
        double ms;

        make(m, mem, (uint64_t)i, i % 10 ? 4 + (size_t)i % 24 : 60);
        k = kin_of(m);
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
        genogram_lay(mem, &k, &g);
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
        ms = (double)(to.tv_sec - from.tv_sec) * 1e3
             + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
        worst = fmax(worst, ms);
        left_out += g.n_left_out;
        if (folder && i < 30)
            save(&g, mem, folder, i);
        if (!people_apart(&g, m->n) || !lines_clear(&g, m->n) || !homes_right(&g, m)
            || !inside_the_picture(&g))
            fail_msg("family %d of %zu people: apart %d, clear %d, homes %d, inside %d",
                     i, m->n, people_apart(&g, m->n), lines_clear(&g, m->n),
                     homes_right(&g, m), inside_the_picture(&g));
        arena_free(mem);
    }
    print_message("%d families, the slowest %.2f ms, %zu ties left out\n", FAMILIES,
                  worst, left_out);
    assert_true(worst < SLOWEST_MS);
}

/* Mother and son who live together, the father dead, a daughter elsewhere. */
static void
the_rows_are_the_generations(void **state)
{
    static const size_t children[] = { 2, 3 };
    const struct kin_person person[] = {
        { .lines = { "見本 ハナ", "", "" },
          .inside = "80",
          .sex = KIN_FEMALE,
          .subject = true,
          .home = 1 },
        { .lines = { "夫", "", "" }, .inside = "", .sex = KIN_MALE, .dead = true },
        { .lines = { "見本 修", "", "" }, .inside = "50", .sex = KIN_MALE, .home = 1 },
        { .lines = { "長女", "", "" }, .inside = "55", .sex = KIN_FEMALE },
    };
    const struct kin_family family = {
        .a = 1, .b = 0, .bond = KIN_MARRIED, .child = children, .n = 2
    };
    const struct kin_care care = { .from = 2, .to = 0 };
    const struct kin k = { .person = person,
                           .n = 4,
                           .family = &family,
                           .n_families = 1,
                           .care = &care,
                           .n_cares = 1 };
    struct arena *mem = arena_new();
    struct genogram g;
    size_t homes = 0;
    size_t arrows = 0;

    (void)state;
    genogram_lay(mem, &k, &g);
    assert_int_equal(0, g.spot[0].row);
    assert_int_equal(0, g.spot[1].row);
    assert_int_equal(1, g.spot[2].row);
    assert_int_equal(1, g.spot[3].row);
    assert_true(g.spot[2].x < g.spot[3].x);
    assert_int_equal(0, g.n_left_out);
    for (size_t i = 0; i < g.picture.n; i++) {
        homes += g.picture.v[i].look == PICTURE_HOME;
        arrows += g.picture.v[i].look == PICTURE_FILLED;
    }
    assert_int_equal(1, homes);
    assert_int_equal(1, arrows);
    arena_free(mem);
}

/* Data may contradict itself: nothing is drawn wrong, and it is said. */
static void
contradictions_are_left_out_and_counted(void **state)
{
    static const size_t first[] = { 1 };
    static const size_t second[] = { 0 };
    const struct kin_person person[] = {
        { .lines = { "い", "", "" }, .inside = "" },
        { .lines = { "ろ", "", "" }, .inside = "" },
    };
    const struct kin_family family[] = {
        { .a = 0, .b = KIN_NOBODY, .child = first, .n = 1 },
        { .a = 1, .b = KIN_NOBODY, .child = second, .n = 1 },
        { .a = 0, .b = 1 },
    };
    const struct kin k = {
        .person = person, .n = 2, .family = family, .n_families = 3
    };
    const struct kin none = { .n = 0 };
    struct arena *mem = arena_new();
    struct genogram g;

    (void)state;
    genogram_lay(mem, &k, &g);
    assert_int_equal(2, g.n_left_out);
    genogram_lay(mem, &none, &g);
    assert_int_equal(0, g.picture.n);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rows_are_the_generations),
        cmocka_unit_test(no_family_has_a_line_through_a_person),
        cmocka_unit_test(contradictions_are_left_out_and_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
