/*
 * Who saw whom, on which ground, and whether the record of that is whole: for the privacy
 * officer, and each person's own list. Filled by policy_show_ledger().
 */
#ifndef KASANE_POLICY_LEDGER_VIEW_H
#define KASANE_POLICY_LEDGER_VIEW_H

#include "link_view.h"
#include "seal_view.h"

struct leaf_view {
    const char *number; /* "128,411" */
    const char *when;   /* "11月20日 10時42分05秒" */
    const char *who;    /* "佐伯 真理（福祉相談室）" */
    const char *act;    /* "ケースを見た", "出なかった" */
    const char *whom;   /* the case's number; NULL: nobody */
    const char *path;   /* NULL where the officer does not reach the case */
    struct seal_view seal;
    const char *ground;  /* "自機関の記録" */
    const char *classes; /* "世帯、福祉、健康" */
    const char *tone;    /* "late" for emergency use and refusals; "" else */
};

struct leaf_list {
    struct leaf_view *v;
    size_t n;
    size_t cap;
};

struct ledger_view {
    const char *title;
    bool own; /* the viewer's own looks: neither search nor proof */

    const char *proof_tone; /* "ok", "warn", "late" */
    const char *proof; /* "1番から128,411番まで、変わっていません" */
    const char *proof_note; /* "確かめたのは11月20日 3時00分。署名の鍵 a1b2c3" */
    const char *verify_path; /* POST: checks again; NULL where not offered */

    const char *path; /* GET of the search below */
    const char *who;  /* as typed */
    const char *whom;
    const char *from;
    const char *until;
    const char *count; /* "312件" */
    struct leaf_list leaves;
    struct link_list pages;
    const char *looks_path; /* those that ask for a reason; NULL: one's own */
    const char *csv_path;   /* NULL where it may not be taken out */
};

#endif
