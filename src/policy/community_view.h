/*
 * What the community lets the desks know: gatherings with what was heard there, notes of
 * areas, notices with their reply card. Filled by policy_show_*().
 */
#ifndef KASANE_POLICY_COMMUNITY_VIEW_H
#define KASANE_POLICY_COMMUNITY_VIEW_H

#include "link_view.h"

struct gathering_line_view {
    const char *path;
    const char *id;
    const char *kind;
    const char *name;
    const char *day;
    const char *party;
    const char *staff;
    const char *findings; /* "2件" */
};

struct gathering_line_list {
    struct gathering_line_view *v;
    size_t n;
    size_t cap;
};

struct gatherings_view {
    struct gathering_line_list lines;
    const char *path; /* POST */
    const char *back_path;
};

struct finding_view {
    const char *source;
    const char *party;
    const char *area;
    const char *day;
    const char *words;
    const char *who;
    const char *turn_path; /* POST: makes an entry of it; NULL: was made */
};

struct finding_list {
    struct finding_view *v;
    size_t n;
    size_t cap;
};

struct gathering_view {
    struct gathering_line_view head;
    struct finding_list findings;
    const char *path; /* POST */
    const char *back_path;
};

struct area_view {
    const char *area;
    struct finding_list notes;
};

struct area_list {
    struct area_view *v;
    size_t n;
    size_t cap;
};

struct areas_view {
    struct area_list areas;
    const char *path; /* POST */
    const char *back_path;
};

struct notice_line_view {
    const char *path;
    const char *id;
    const char *kind;
    const char *event;
    const char *area;
    const char *words;
    const char *urgency;
    const char *from;
    const char *to;
    const char *sent;
    const char *answer; /* NULL: not answered */
    const char *waits;  /* "3日たちました"; NULL: answered */
    bool turned;        /* for the desk that received it */
};

struct notice_line_list {
    struct notice_line_view *v;
    size_t n;
    size_t cap;
};

struct notices_view {
    struct notice_line_list received;
    struct notice_line_list brought;
    bool receives;    /* the viewer's desk gets notices */
    bool counter;     /* the form asks which procedure it was */
    const char *path; /* POST */
    const char *figures; /* "民生委員からの知らせ 4件、返事までの日数の中央値 4日" */
};

struct notice_page_view {
    struct notice_line_view line;
    bool ours;               /* received by the viewer's desk */
    const char *answer_path; /* POST; NULL: answered, or not ours */
    const char *turn_path;   /* POST; NULL: was made, or not ours */
    const char *case_path;   /* NULL: none, or not ours */
    const char *back_path;
    const char *card_from; /* whom to ask */
    const char *answered;
};

/* A figure of the report, as it was reported and as the log gives it now. */
struct figure_view {
    const char *label;
    const char *code;
    const char *stored; /* NULL: not reported yet */
    const char *now;
};

struct figure_list {
    struct figure_view *v;
    size_t n;
    size_t cap;
};

struct outreach_report_view {
    const char *month; /* "2026-05" */
    const char *title;
    const char *closed; /* "令和8年6月1日 10時00分に締めました"; NULL: open */
    bool same;          /* what was reported and the log agree */
    struct figure_list figures;
    struct figure_list sources;    /* notes by kind of source */
    struct figure_list gatherings; /* notes by gathering */
    const char *path;              /* POST: reports the month */
    const char *before_path;
    const char *after_path;
    const char *back_path;
};

#endif
