/*
 * What each person of a case said about consent, to whom what was told, and what may be said
 * to whom. Filled by policy_show_consents() and policy_show_call().
 */
#ifndef KASANE_POLICY_CONSENT_VIEW_H
#define KASANE_POLICY_CONSENT_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

/* One record: what was said then. */
struct consent_line_view {
    const char *anchor; /* id of the line */
    const char *path;
    const char *state; /* "同意", "期限が過ぎた" */
    const char *tone;  /* "ok", "warn", "late", "" */
    const char *when;  /* "令和8年11月21日（土）" */
    const char *until; /* "令和9年11月20日（土）まで"; NULL */
    const char *kinds; /* "支援を受けること、ほかの機関と情報を分けもつこと" */
    const char *items;
    const char *parties;
    const char *denied;
    const char *purpose;
    const char *words; /* as they were said; NULL when none or closed */
    const char *child_will;
    const char *how;   /* "口頭　聞いた人 見本 一子" */
    const char *proxy; /* "成年後見人　登記事項証明書" */
    const char *explained;
    const char *evidence;
    const char *who;   /* "福祉相談室 見本 一子" */
    const char *ended; /* "令和8年12月1日 10時00分　「もうやめたい」" */
    bool stands;
};

struct consent_line_list {
    struct consent_line_view *v;
    size_t n;
    size_t cap;
};

/* Something that was told to somebody. */
struct disclosure_view {
    const char *when;
    const char *to;
    const char *from; /* "福祉相談室 見本 一子" */
    const char *basis;
    const char *items;
    const char *purpose;
    const char *way;
};

struct disclosure_list {
    struct disclosure_view *v;
    size_t n;
    size_t cap;
};

struct consent_person_view {
    const char *id;   /* for the doors that ask by id */
    const char *name; /* NULL: closed to the viewer */
    const char *now;  /* "同意", "まだ聞いていない" */
    const char *tone;
    const char *until;
    struct consent_line_list standing;
    struct consent_line_list earlier;
    struct disclosure_list told;
    const char *ask_path; /* NULL: the viewer may not */
    const char *form_path;
    const char *own_path; /* what the person asked to be told; NULL: not the lead */
};

struct consent_person_list {
    struct consent_person_view *v;
    size_t n;
    size_t cap;
};

struct consents_view {
    struct case_head_view head;
    struct consent_person_list people;
    const char *tell_path; /* noting something told; NULL: the viewer may not */
    const char *call_path;
    const char *why_path;
    const char *outreach_path; /* where outreach is handed on; NULL: not the time */
    const char
        *move_path; /* POST: on to multi-agency work; NULL: not the time for it */
};

/* The page to record an answer, to take consent back, to note something told. */
struct consent_form_view {
    struct case_head_view head;
    const char *name;
    const char *person;
    const char *path;
    const char *back_path;
    const char *default_until; /* how the usual end came about */
    struct consent_line_list standing;
};

/* Before you call: three lines for one party. */
struct call_view {
    const char *party;
    const char *may;
    const char *not_to;
    const char *ground;
    const char *tone; /* "ok", "warn" */
};

struct call_list {
    struct call_view *v;
    size_t n;
    size_t cap;
};

struct calls_view {
    struct case_head_view head;
    const char *how; /* how to call back and as whom; NULL */
    struct call_list parties;
    const char *tell_path;
};

#endif
