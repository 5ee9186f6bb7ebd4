/*
 * The 実施計画 as its profile states it. A text that the plan does not state is NULL and
 * printed as ―, which never means zero.
 */
#ifndef KASANE_VIEW_PLAN_VIEW_H
#define KASANE_VIEW_PLAN_VIEW_H

#include "../policy/link_view.h"

/* What all pages of the plan have in common. */
struct plan_head_view {
    const char *heading; /* of this page: "事業の表" */
    const char *title;   /* "新座市重層的支援体制整備事業実施計画" */
    const char *edition; /* "令和8年度～令和9年度" */
    const char *issued;  /* "令和8年3月" */
    struct link_list tabs;
    const char *xlsx_path;
    const char *csv_path;
    const char *print_path;
};

/* A name and what the plan says under it. */
struct fact_view {
    const char *name;
    const char *text;
    const char *note;
};

struct fact_list {
    struct fact_view *v;
    size_t n;
    size_t cap;
};

/* Sentences under a heading of the plan's own; name NULL: they stand together. */
struct saying_view {
    const char *name;
    struct link_list lines; /* text only */
};

struct saying_list {
    struct saying_view *v;
    size_t n;
    size_t cap;
};

/* Overview: period, ground, aims, neighbours. */
struct related_plan_view {
    const char *name;
    const char *relation; /* "上位の計画" */
    const char *period;
    const char *note;
};

struct related_plan_list {
    struct related_plan_view *v;
    size_t n;
    size_t cap;
};

struct plan_overview_view {
    struct plan_head_view head;
    struct fact_list facts;  /* period, ground, revision … */
    struct fact_list counts; /* name: "事業", text: "13" */
    struct link_list aims;   /* text only */
    struct link_list effects;
    struct saying_list principles;
    struct related_plan_list related;
    struct related_plan_list editions; /* before and after this one */
    struct fact_list milestones;       /* name: date, text: event */
    struct link_list notes;            /* what could not be read from the plan */
};

/* Programs, a table for each statutory item. */
struct delivery_view {
    const char *body; /* who carries it out */
    const char *note;
    const char *forms; /* "直営・委託" */
    const char *sites; /* "8か所" */
    const char *type;  /* "基本型" */
    const char *staff;
    const char *tasks;
    bool typed; /* the page has a column for the type */
    bool first; /* begins a program: name, field and section stand in this row */
    const char *name;
    const char *alias; /* a second line under the name: "計 5か所" */
    const char *field;
    const char *section;
    const char *people; /* whom the program is for */
    const char *work;   /* its tasks */
    const char *source; /* where the plan says it */
};

struct delivery_list {
    struct delivery_view *v;
    size_t n;
    size_t cap;
};

struct program_group_view {
    const char *anchor; /* "item-1" */
    const char *jump;   /* "#item-1" */
    const char *name;   /* "包括的相談支援事業" */
    const char *law;    /* "社会福祉法106条の4第2項第1号　／　5事業" */
    const char *label;  /* "包括的相談支援事業の表" */
    struct delivery_list rows;
};

struct program_group_list {
    struct program_group_view *v;
    size_t n;
    size_t cap;
};

struct plan_programs_view {
    struct plan_head_view head;
    bool typed;          /* the plan sets types */
    bool field_assigned; /* some field is marked as not in the plan's table */
    struct link_list items;
    struct program_group_list groups;
};

/* Sections of the town hall and bodies outside it. */
struct body_view {
    const char *name;
    const char *kind; /* "社会福祉協議会", "主管課" */
    const char *part; /* units, or who runs it */
    const char *sites;
    const char *alias;
    const char *programs; /* names, joined */
};

struct body_list {
    struct body_view *v;
    size_t n;
    size_t cap;
};

struct plan_bodies_view {
    struct plan_head_view head;
    struct body_list sections;
    struct body_list bodies;
    struct body_list staff; /* name, kind: qualifications, part: placed at */
    struct body_list areas; /* name, kind, sites: count */
};

/* Meetings, with the rules that come with their ground in law. */
struct meeting_body_view {
    const char *anchor;
    const char *name;
    const char *kind;
    const char *mark; /* "会", "同" or NULL: the seal of its ground */
    const char *tone;
    const char *seal; /* its name */
    const char *law;
    const char *host;
    const char *cadence;
    const char *consent; /* "要", "不要", "案件による" */
    const char *secrecy;
    const char *members;
    const char *triggers;
    const char *agenda;
    struct fact_list agendas; /* by what the sitting was called for */
    const char *programs;
    const char *note;
    const char *source;
    const char *acts_as;
    const char *reports_to;
};

struct meeting_body_list {
    struct meeting_body_view *v;
    size_t n;
    size_t cap;
};

struct plan_meetings_view {
    struct plan_head_view head;
    struct meeting_body_list bodies;
};

/* Indicators with their targets by fiscal year. */
struct target_view {
    const char *label; /* "令和8年度" */
    const char *value; /* "240件" */
};

struct target_list {
    struct target_view *v;
    size_t n;
    size_t cap;
};

struct indicator_view {
    const char *name;
    const char *owner;
    const char *unit;
    const char *cumulative;
    const char *baseline;
    struct target_list targets; /* as many as the page has years */
};

struct indicator_list {
    struct indicator_view *v;
    size_t n;
    size_t cap;
};

struct plan_indicators_view {
    struct plan_head_view head;
    struct link_list years; /* heads of the columns, text only */
    struct indicator_list rows;
    struct fact_list evaluation; /* cycle, methods, bodies */
};

/* History: one row per point of a series, oldest first. */
struct series_view {
    const char *name;
    const char *unit;
    const char *note; /* "延べ", "年度の途中まで" */
    struct target_list points;
};

struct series_list {
    struct series_view *v;
    size_t n;
    size_t cap;
};

struct plan_history_view {
    struct plan_head_view head;
    struct fact_list milestones;
    struct related_plan_list editions;
    struct series_list series;
};

/* Linkages with other schemes. */
struct linkage_view {
    const char *number;
    const char *name;
    const char *kind;
    const char *parts;
};

struct linkage_list {
    struct linkage_view *v;
    size_t n;
    size_t cap;
};

struct plan_linkages_view {
    struct plan_head_view head;
    struct linkage_list rows;
};

/* A mark in a matrix, with the name of its column. */
struct tick_view {
    const char *name;
    const char *text; /* "○" or NULL */
};

struct tick_list {
    struct tick_view *v;
    size_t n;
    size_t cap;
};

/* Who answers for what: a row for each body that carries out a program. */
struct matrix_row_view {
    const char *name;
    bool first;             /* begins a program */
    struct tick_list cells; /* in the order of the columns */
    const char *section;
    const char *body;
    const char *note;
    const char *forms;
    const char *sites;
};

struct matrix_row_list {
    struct matrix_row_view *v;
    size_t n;
    size_t cap;
};

struct plan_matrix_view {
    struct plan_head_view head;
    const char *count; /* "19の組み合わせ" */
    struct link_list columns;
    struct matrix_row_list rows;
};

/* Directions, initiatives and self-evaluation (春日井市). */
struct initiative_view {
    const char *anchor;
    const char *number;
    const char *name;
    const char *subtitle;
    struct link_list states; /* what is done now */
    struct link_list actions;
    struct fact_list marks; /* name: ○ or ▲, text: what was seen */
};

struct initiative_list {
    struct initiative_view *v;
    size_t n;
    size_t cap;
};

struct plan_initiatives_view {
    struct plan_head_view head;
    struct fact_list directions;
    struct initiative_list initiatives;
    struct link_list projects; /* the leading ones: heads of the columns */
    struct matrix_row_list partners;
};

/* A page of plain sections: principles, life of a support plan, outreach, participation … */
struct plan_section_view {
    const char *anchor;
    const char *jump;
    const char *name;
    const char *source;
    struct fact_list facts;
};

struct plan_section_list {
    struct plan_section_view *v;
    size_t n;
    size_t cap;
};

struct plan_sections_view {
    struct plan_head_view head;
    struct plan_section_list sections;
};

#endif
