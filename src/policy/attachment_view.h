/*
 * The files beside one entry of the record.
 */
#ifndef KASANE_POLICY_ATTACHMENT_VIEW_H
#define KASANE_POLICY_ATTACHMENT_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

struct attachment_view {
    const char *path; /* NULL: withdrawn */
    const char *name;
    const char *kind; /* "写真（JPEG）" */
    const char *size; /* "1.2 MiB" */
    const char *remark;
    const char *who;           /* "福祉相談室 佐伯　11月13日" */
    const char *withdrawn;     /* why it was taken back; NULL: it is here */
    const char *withdraw_path; /* POST; NULL: not the viewer's own */
};

struct attachment_list {
    struct attachment_view *v;
    size_t n;
    size_t cap;
};

struct attachments_view {
    struct case_head_view head;
    const char *subject; /* "11月13日（金）の支援経過" */
    const char *fact;    /* how the entry begins */
    const char *path;    /* POST; NULL: the viewer may not add */
    const char *back_path;
    struct attachment_list files;
    const char *seen_by;
    struct seal_view seal;
};

#endif
