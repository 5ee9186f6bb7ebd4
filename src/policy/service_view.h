/*
 * The consultations of a case, each as it was taken, with what was applied for out of it.
 * Filled by policy_show_consultations().
 */
#ifndef KASANE_POLICY_SERVICE_VIEW_H
#define KASANE_POLICY_SERVICE_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

/* One thing that was said at intake: "持ちこんだ人", "民生委員・児童委員". */
struct said_view {
    const char *label;
    const char *text;
};

struct said_list {
    struct said_view *v;
    size_t n;
    size_t cap;
};

struct service_request_view {
    const char *id;
    const char *service;
    const char *place;
    const char *requested;
    const char *decision; /* NULL: not decided yet */
    const char *decided;
    const char *remark;
    const char *desk;
    const char *decide_path; /* POST; NULL: decided, or not the viewer's to write */
};

struct service_request_views {
    struct service_request_view *v;
    size_t n;
    size_t cap;
};

struct consultation_view {
    const char *id;
    const char *anchor; /* "k1" */
    const char *cite;   /* "5月7日 10時　電話　福祉相談室 佐伯" */
    const char *words;  /* NULL: another desk's */
    struct seal_view seal;
    struct said_list said;
    struct service_request_views requests;
};

struct consultation_views {
    struct consultation_view *v;
    size_t n;
    size_t cap;
};

struct consultations_view {
    struct case_head_view head;
    const char *path; /* POST; NULL: may not be written to */
    struct consultation_views all;
};

#endif
