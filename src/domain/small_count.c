#include "small_count.h"

/* What is known of the hidden cells to who has the total. */
struct hidden {
    int64_t n;
    int64_t sum;
    int64_t large; /* how many among them are not small */
};

static struct hidden
of_hidden(const struct small_cell *v, size_t n, int64_t below)
{
    struct hidden h = { 0 };

    for (size_t i = 0; i < n; i++)
        if (v[i].hidden) {
            h.n++;
            h.sum += v[i].n;
            h.large += v[i].n >= below;
        }
    return h;
}

/* All ones, or all as large as a small number can be, follow from their sum. */
static bool
safe(const struct hidden *h, int64_t below)
{
    return h->n >= 2 && h->sum >= below && h->sum != h->n
           && (h->large || h->sum != h->n * (below - 1));
}

/* Hides the smallest of those still told; false: none is left. */
static bool
hide_one(struct small_cell *v, size_t n)
{
    struct small_cell *least = NULL;

    for (size_t i = 0; i < n; i++)
        if (!v[i].hidden && v[i].n > 0 && (!least || v[i].n < least->n))
            least = &v[i];
    if (least)
        least->hidden = true;
    return least;
}

bool
small_count_hide(struct small_cell *v, size_t n, int64_t below, bool with_total)
{
    struct hidden h;

    for (size_t i = 0; i < n; i++)
        v[i].hidden = v[i].n > 0 && v[i].n < below;
    if (!with_total)
        return false;
    for (;;) {
        h = of_hidden(v, n, below);
        if (!h.n || safe(&h, below))
            return false;
        if (!hide_one(v, n))
            return true;
    }
}
