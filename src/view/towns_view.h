/*
 * The page at the root of a server that holds several municipalities.
 */
#ifndef KASANE_VIEW_TOWNS_VIEW_H
#define KASANE_VIEW_TOWNS_VIEW_H

#include "../policy/link_view.h"

struct towns_view {
    struct link_list towns;
    bool demo; /* invented data: says what to try first */
};

#endif
