/*
 * One body of the plan in one fiscal year, for the desk that sets its sittings: what the name
 * means here, what the plan puts on its agenda, what its sittings came to. Numbers alone.
 */
#ifndef KASANE_VIEW_BODY_YEAR_VIEW_H
#define KASANE_VIEW_BODY_YEAR_VIEW_H

#include "../policy/link_view.h"

#include <stdbool.h>

struct body_count_view {
    const char *label;
    const char *value; /* "3回" */
};

struct body_count_list {
    struct body_count_view *v;
    size_t n;
    size_t cap;
};

struct body_date_view {
    const char *path;
    const char *day;   /* "令和8年5月20日（水）　14時00分" */
    const char *state; /* "これから" */
    const char *tone;
    const char *way; /* "緊急"; NULL for a regular one */
};

struct body_date_list {
    struct body_date_view *v;
    size_t n;
    size_t cap;
};

/* What a body received or said. */
struct body_entry_view {
    const char *body;
    const char *kind; /* "意見" */
    const char *words;
    const char *when; /* "5月20日　福祉相談室" */
    const char *path; /* where it is corrected, and how it was before; NULL */
    const char *state; /* "直しました", "取り消しました"; NULL: as it was written */
    bool withdrawn;
};

struct body_entry_list {
    struct body_entry_view *v;
    size_t n;
    size_t cap;
};

/* What is spoken of when a sitting of one kind is held. */
struct body_type_view {
    const char *label;  /* "定期開催" */
    const char *agenda; /* "進捗の検証・…" */
};

struct body_type_list {
    struct body_type_view *v;
    size_t n;
    size_t cap;
};

struct body_year_view {
    const char *body;  /* its id */
    const char *kind;  /* "研究会" */
    const char *since; /* "令和2年11月"; NULL: the plan does not say */
    const char *size;  /* "17（課・機関）"; NULL */
    struct body_count_list sizes;
    struct body_type_list types;
    struct link_list programs; /* of the plan, to which it belongs */
    struct body_count_list shares;
    struct body_entry_list received; /* evaluations of bodies that report to it */
    struct body_entry_list waiting;  /* what is put on the next agenda */
    const char *groups_path;         /* of the groups that take part; NULL */
    struct body_entry_list themes;   /* with the practice that each came from */
    const char *theme_path;          /* POST; NULL: the body studies none */
    struct link_list subgroups; /* "検討部会　夜の相談（続いています）" */
    const char *judge_path;     /* POST; NULL: the plan asks it for no evaluation */
    const char *judged; /* "令和7年度の評価は、書かれています"; NULL */
    int fiscal_year;
    const char *title; /* with its statutory kind */
    const char *help;  /* what the name means in this municipality */
    const char *host;
    const char *year;    /* "令和8年度" */
    const char *cadence; /* NULL: the plan asks for no number */
    const char *low;     /* "あと1回", "1回足りません"; NULL */
    const char *planned; /* "予定 12回" */
    const char *source;
    struct link_list years;
    struct link_list bodies;
    struct body_count_list
        totals; /* sittings, cases, topics, decisions, roles, attendance */
    struct body_count_list issues;
    struct body_count_list parties;  /* who came how often */
    struct body_count_list recorded; /* what the plan itself counted for the year */
    struct link_list agenda;
    struct link_list members;
    struct body_date_list sittings;
    struct body_entry_list entries; /* of the year, of all bodies */
    struct body_entry_list rules;   /* of this body, the newest first */
    const char *entry_path;         /* POST */
};

#endif
