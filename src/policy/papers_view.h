/*
 * The papers that can be printed about one case. No facts but the head.
 */
#ifndef KASANE_POLICY_PAPERS_VIEW_H
#define KASANE_POLICY_PAPERS_VIEW_H

#include "case_head_view.h"

struct papers_view {
    struct case_head_view head;
    const char *record_path; /* GET with from and until */
    const char *base;        /* "/niiza/cases/…/papers/" */
    const char *pictures_path;
    const char
        *own_path; /* the people of the case, each with what they asked to be told */
    const char *sheets_path;
    const char *referrals_path;
};

#endif
