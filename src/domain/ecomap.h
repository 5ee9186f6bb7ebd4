/*
 * Lays out an ecomap: the household in the middle, who is there for it on both sides, the
 * lines as strong as the ties. Pure, as genogram.h.
 */
#ifndef KASANE_DOMAIN_ECOMAP_H
#define KASANE_DOMAIN_ECOMAP_H

#include "../base/picture.h"

enum { ECO_NODES_MAX = 40, ECO_LETTERS_MAX = 13 };

enum eco_tie {
    ECO_STRONG,  /* bold */
    ECO_USUAL,   /* plain */
    ECO_WEAK,    /* dotted */
    ECO_STRAINED /* dashed, with a stroke across */
};

struct eco_node {
    const char *name; /* cut where it is longer than ECO_LETTERS_MAX */
    const char *note; /* under the name; "" for none */
    enum eco_tie tie;
    bool person; /* drawn round */
};

/* Lays it out; centre: lines in the middle. At most ECO_NODES_MAX are drawn. */
void ecomap_lay(struct arena *mem,
                const char *const *centre,
                size_t n_centre,
                const struct eco_node *node,
                size_t n,
                struct picture *out);

#endif
