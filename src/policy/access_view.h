/*
 * Requests by which people ask what is recorded about them. Filled by policy_show_access*().
 */
#ifndef KASANE_POLICY_ACCESS_VIEW_H
#define KASANE_POLICY_ACCESS_VIEW_H

#include "case_head_view.h"

/* A line of the register; who asked stays on the page of the request. */
struct access_line_view {
    const char *number; /* "R8-3" */
    const char *state;
    const char *tone;
    const char *received;
    const char *due;
    const char *decision;
    const char *decided;
    const char *handed;
    const char *desk;
    const char *path; /* NULL in the office's list */
    bool extended;
};

struct access_line_list {
    struct access_line_view *v;
    size_t n;
    size_t cap;
};

/* A line of the record that somebody is to read. */
struct access_note_view {
    const char *id;
    const char *when;
    const char *who;
    const char *text; /* NULL: told to nobody by this paper, and why */
    const char *why;
    bool ticked;
};

struct access_note_list {
    struct access_note_view *v;
    size_t n;
    size_t cap;
};

/* A time in which the request waited for being put right. */
struct access_mend_view {
    const char *asked;
    const char *what;
    const char *mended; /* NULL while it waits */
    const char *days;   /* "12日"; NULL while it waits */
};

struct access_mend_list {
    struct access_mend_view *v;
    size_t n;
    size_t cap;
};

/* A path is NULL when there is nothing to do there. */
struct access_view {
    struct case_head_view head;
    struct access_line_view line;
    const char *id;
    const char *version;
    const char *name; /* whom it is about */
    const char *asked_by;
    const char *agent;
    const char *agent_paper;
    const char *confirmed;
    const char *wanted;
    const char *extended_why;
    const char *refusal;
    const char *words;
    const char *how;
    const char *late;
    const char *waits; /* what the page says while it is to be put right; NULL */
    const char *mend_path;
    const char *mended_path;
    struct access_mend_list mends;
    const char *extend_path;
    const char *decide_path;
    const char *check_path;
    const char *hand_path;
    const char *back_path;
    const char *paper_path; /* the copy, once it is handed over */
    const char *person_path;
    const char *limit; /* "令和8年7月6日": the day that one extension leads to */
    struct access_note_list notes;
    bool alone; /* nobody else is in the record: nothing has to be read by hand */
};

/* The register of the office, without a name. */
struct accesses_view {
    const char *year;
    const char *late; /* "1件" or NULL */
    struct access_line_list lines;
};

#endif
