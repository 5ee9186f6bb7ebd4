/*
 * A support plan as a page: goals with their lines, what is still missing, its life. Filled
 * by policy_show_support_plan(); what is not open to the viewer is NULL.
 */
#ifndef KASANE_POLICY_SUPPORT_PLAN_VIEW_H
#define KASANE_POLICY_SUPPORT_PLAN_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

/* One line: who does what about which issue. */
struct support_line_view {
    const char *id;
    const char *anchor;
    const char *what;
    const char *issue;
    const char *part;    /* "主", "副", "本人・家族" */
    const char *who;     /* "高齢者相談センター 木村"; NULL: not decided */
    const char *program; /* what it makes use of; NULL */
    const char *frequency;
    const char *from;
    const char *until;
    const char *state;
    const char *state_words;
    bool late;
    const char *mark;       /* "追加", "変更", "なくなった"; NULL: as before */
    const char *tone;       /* of the mark: "add", "chg" */
    const char *was;        /* what it was in the version before */
    const char *mend_path;  /* NULL: may not be written now */
    const char *state_path; /* NULL: how it stands cannot be noted */
};

struct support_line_list {
    struct support_line_view *v;
    size_t n;
    size_t cap;
};

struct support_goal_view {
    const char *id;
    const char *anchor;
    const char *number; /* "1" */
    const char *words;
    const char *whose;
    const char *measure;
    const char *rating; /* of the last evaluation */
    const char *rating_words;
    const char *mark;
    const char *mend_path;
    const char *rate_path; /* NULL: not to be rated now */
    struct support_line_list lines;
};

struct support_goal_list {
    struct support_goal_view *v;
    size_t n;
    size_t cap;
};

/* A label and a text: monitoring, urgent, why an issue has no line. */
struct support_pair_view {
    const char *label;
    const char *text;
    bool late;
    const char *path;      /* where it is mended; NULL */
    const char *meet_path; /* where a meeting about it is set; NULL */
};

struct support_pair_list {
    struct support_pair_view *v;
    size_t n;
    size_t cap;
};

/* A check of a move: what must be there. */
struct support_check_view {
    const char *label;
    const char *note;
    bool done;
};

struct support_check_list {
    struct support_check_view *v;
    size_t n;
    size_t cap;
};

/* Something that may be done with the plan now. */
struct support_act_view {
    const char *path;
    const char *text;
    bool main;
};

struct support_act_list {
    struct support_act_view *v;
    size_t n;
    size_t cap;
};

struct support_stage_view {
    const char *number;
    const char *label;
    const char *note;
    const char *tone; /* "done", "now", "" */
};

struct support_stage_list {
    struct support_stage_view *v;
    size_t n;
    size_t cap;
};

struct support_event_view {
    const char *day;
    const char *text;
    const char *where;
    const char *who;
    const char *why;
};

struct support_event_list {
    struct support_event_view *v;
    size_t n;
    size_t cap;
};

struct support_box_view {
    const char *label;
    const char *stamp; /* "見本" ; NULL: waits */
    const char *day;
    const char *note; /* "代決", "紙で決裁　福発第12号" */
};

struct support_box_list {
    struct support_box_view *v;
    size_t n;
    size_t cap;
};

struct support_plan_view {
    struct case_head_view head;
    bool there; /* false: the case has no plan yet */
    const char *id;
    const char *path;  /* of this version */
    const char *title; /* "多機関協働プラン　第2版（案）" */
    const char *state;
    const char *tone;         /* of the state */
    const char *span;         /* "令和8年12月16日 から 令和9年3月31日" */
    const char *made;         /* "作成 福祉相談室 見本 一子　11月19日" */
    const char *items_of_law; /* "法106条の4第2項 第5号・第6号" */
    struct link_list versions;
    struct support_stage_list stages;
    const char *problem;
    const char *own_goal;
    const char *own_cite;
    const char *unheard;
    const char *household_goal;
    const char *interim_goal;
    const char *interim_missing; /* a town asks for it and it is not set */
    const char *policy;
    const char *own_part;
    struct support_goal_list goals;
    struct support_line_list loose; /* lines without a goal */
    struct support_pair_list bare;  /* issues without a line, with the reason */
    struct support_pair_list watch; /* monitoring, urgent, other programmes */
    struct support_pair_list strengths;
    struct support_pair_list agreed;
    struct support_pair_list requests;
    struct support_pair_list
        changes; /* of the situation since this version was decided */
    struct support_pair_list reviews;
    struct support_pair_list schemes;
    struct support_pair_list watchers;
    struct support_box_list boxes;
    struct support_event_list events;
    struct support_check_list checks; /* before the next move */
    const char *checks_title;
    struct support_act_list acts;
    struct support_pair_list ending; /* why, who leads on, how it is followed up */
    const char *progress; /* "進みぐあい 25％　期限を過ぎた役割 1" */
    const char *duration; /* "支援した日数 40日（中断した12日を除く）" */
    const char *consent;
    bool consent_late;
    bool may_write;
    const char *version; /* of the content, for the form */
    const char *edit_path;
    const char *save_path;
    const char *goal_path;
    const char *item_path;
    const char *bare_path;
    const char *print_path;
    const char *paper_path;   /* F4 as PDF */
    const char *then_path;    /* the same as it was decided; NULL: not decided */
    const char *rated_path;   /* F5 as PDF; NULL: no evaluation */
    const char *compare_path; /* NULL: there is no version before */
    const char *report_path;  /* POST: the meeting was told, without a name; NULL */
    const char *agenda_path;  /* where the case is put on an agenda; NULL: not to be */
    const char *agree_path;   /* POST; NULL: not laid before a meeting */
    const char *approve_path;
    const char *new_path; /* POST: a plan of another kind; NULL: may not */
    const char *request_path;
    const char *scheme_path;
    const char *direct_path;
    const char *watch_path;  /* POST; NULL: not yet decided */
    const char *review_path; /* NULL: not to be looked at now */
    const char *plan_path;   /* of the case's plans */
};

/* One form about a plan: a goal, a line, a move. */
struct support_form_view {
    struct case_head_view head;
    const char *title;
    const char *lead; /* what it is about */
    const char *path; /* POST */
    const char *back_path;
    const char *button;
    const char *version;
    bool grave;
    struct support_check_list checks;
};

/* A line of the list of what is watched, or was evaluated. */
struct support_after_line {
    const char *path;
    const char *number;
    const char *name;
    const char *text;
    const char *when;
    bool late;
};

struct support_after_list {
    struct support_after_line *v;
    size_t n;
    size_t cap;
};

/* What comes after plans: households that are watched over, evaluations of a year. */
struct support_after_view {
    const char *issues_path; /* local issues */
    const char *year;
    const char *active;
    const char *watched;
    const char *direct;
    const char *multi;
    const char *share; /* of the direct among both */
    struct support_after_list watches;
    struct support_after_list evaluations;
};

#endif
