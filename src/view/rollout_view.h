/*
 * Which desks take consultations yet, for the administrator.
 */
#ifndef KASANE_VIEW_ROLLOUT_VIEW_H
#define KASANE_VIEW_ROLLOUT_VIEW_H

#include "../policy/link_view.h"
#include "control.h"

struct rollout_view {
    const char *path; /* POST */
    const char *now;  /* "3つの窓口で受けています" */
    struct form_options desks;
    const char *chosen; /* ids of the desks, parted by spaces */
    const char *back_path;
};

#endif
