/*
 * Taking a consultation, and the receipt after it is saved. Filled by policy_show_intake().
 */
#ifndef KASANE_POLICY_INTAKE_VIEW_H
#define KASANE_POLICY_INTAKE_VIEW_H

#include "candidate_view.h"
#include "seal_view.h"

struct intake_view {
    const char *path;     /* POST; the button named draft with value 1 puts it aside */
    const char *draft_id; /* hidden; NULL while nothing is kept */
    const char
        *saved; /* "10時42分 書きかけを保存しました"; NULL when nothing is kept */
    const char
        *triage_by; /* "11月27日（金）": the date by which the course is decided */
    const char *seen_by;      /* "福祉相談室の4人だけ" */
    const char *similar_path; /* POST form_similar: who it may be */
};

/* One line of what happens next or who can see it. */
struct receipt_line_view {
    const char *text;
    struct seal_view seal; /* tone NULL: none is drawn */
};

struct receipt_line_list {
    struct receipt_line_view *v;
    size_t n;
    size_t cap;
};

struct receipt_view {
    const char *number; /* "R8-00142" */
    const char *when;   /* "令和8年11月20日 10時45分に受け付けました" */
    const char *case_path;
    const char *next; /* the next step in words */
    const char *next_due;
    const char *next_path; /* where it is changed */
    const char *refer_path;
    const char *intake_path; /* one more */
    const char *today_path;
    const char *print_path; /* the reception sheet; NULL where there is none */
    struct receipt_line_list seen_by;
};

#endif
