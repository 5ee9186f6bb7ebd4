/*
 * How long it takes to match one wish with many places: the median of many rounds, without the
 * store. usage: bench_match [PLACES]
 */
#include "../../src/domain/match.h"

#include "../../src/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 101, PLACES = 5000 };

static double
now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return x < y ? -1 : x > y;
}

int
main(int argc, char **argv)
{
    static const struct match_weight WEIGHTS[] = { { "near", 25 },
                                                   { "hands", 20 },
                                                   { "silent", 16 },
                                                   { "quiet", 15 },
                                                   { "look", 10 } };
    static const char *const FEATURES[] = { ",hands,silent,quiet,", ",talk,meal,",
                                            ",hands,look,free,role,", ",quiet,", "" };
    static const char *const AREAS[] = { "", "a1", "a2", "a3" };
    const struct match_ask ask = { .age = 50,
                                   .gender = "",
                                   .area = "a1",
                                   .wishes = ",near,hands,silent,quiet,look,",
                                   .musts = "",
                                   .weights = WEIGHTS,
                                   .n_weights = 5,
                                   .points_settled = 5,
                                   .points_old = 10 };
    struct arena *mem = arena_new();
    double took[ROUNDS];
    struct match_place *p;
    size_t hits = 0;
    int64_t n = PLACES;

    if (argc > 1 && !text_int(argv[1], 1, 1000000, &n))
        return 2;
    p = ARENA_ARRAY(mem, (size_t)n, struct match_place);
    for (int64_t i = 0; i < n; i++)
        p[i] = (struct match_place){ .id = arena_printf(mem, "%d", (int)i),
                                     .name = arena_printf(mem, "場所 %d",
                                                          (int)(i * 7919 % n)),
                                     .features = FEATURES[i % 5],
                                     .area = AREAS[i % 4],
                                     .gender = "",
                                     .age_from = -1,
                                     .age_to = i % 9 ? -1 : 40,
                                     .capacity = (int)(i % 8),
                                     .open = i % 11 != 0,
                                     .old = i % 6 == 0 };
    for (int r = 0; r < ROUNDS; r++) {
        struct arena_mark pass = arena_mark(mem);
        struct match_result out;
        const double from = now_ms();

        match_run(mem, &ask, p, (size_t)n, &out);
        took[r] = now_ms() - from;
        hits = out.hits.n;
        arena_rewind(mem, pass);
    }
    qsort(took, ROUNDS, sizeof *took, compare);
    printf("%d places, %zu fit: %.2f ms (%.2f to %.2f)\n", (int)n, hits,
           took[ROUNDS / 2], took[0], took[ROUNDS - 1]);
    arena_free(mem);
    return 0;
}
