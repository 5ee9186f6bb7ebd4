/*
 * The head of every page of one case: who it is about, where it stands, its other pages.
 */
#ifndef KASANE_POLICY_CASE_HEAD_VIEW_H
#define KASANE_POLICY_CASE_HEAD_VIEW_H

#include "link_view.h"

struct case_head_view {
    const char *number;
    const char *title; /* "高田さん世帯"; the number when no name may be shown */
    const char *state; /* "支援中"; NULL when closed to the viewer */
    const char *urgency;   /* "急ぐ"; NULL when ordinary, unknown or closed */
    const char *lead;      /* "福祉相談室　佐伯" */
    const char *path;      /* of the case */
    struct link_list tabs; /* none for who only waits to receive the case */
};

#endif
