/*
 * The people of a case at a glance: who they are, in which households, what they are to one
 * another, who is there for them, what weighs on them. Filled by policy_show_people() and
 * policy_show_issues(); what is closed is NULL.
 */
#ifndef KASANE_POLICY_HOUSEHOLD_VIEW_H
#define KASANE_POLICY_HOUSEHOLD_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

/* A person to choose in a form. */
struct choice_view {
    const char *id;
    const char *name;
};

struct choice_list {
    struct choice_view *v;
    size_t n;
    size_t cap;
};

struct text_view {
    const char *text;
    const char *tone; /* "late", "ok", "warn", "" */
};

struct text_list {
    struct text_view *v;
    size_t n;
    size_t cap;
};

struct member_view {
    const char *id;
    const char *anchor; /* "p-…" */
    const char *name; /* "名前を聞いていない" when there is none; NULL when closed */
    const char *kana;
    const char *others; /* old names, nicknames */
    bool subject;       /* 本人 */
    const char *kinship;
    const char *age;
    const char *birth;
    const char *gender;
    const char *place;
    const char *phone;
    const char *met;
    bool not_met;
    const char *durations;
    const char *strengths;
    struct text_list attributes;
    struct text_list households; /* "栗原の家（同居）　平成8年ごろから" */
    struct text_list relations; /* "修さんの親" */
    struct text_list agencies; /* "新座市社会福祉協議会　高齢　令和7年から" */
    struct text_list issues; /* chips */
    struct seal_view seal;
    const char *path;         /* to mend; NULL: the viewer may not */
    const char *history_path; /* NULL where nothing was mended */
};

struct member_list {
    struct member_view *v;
    size_t n;
    size_t cap;
};

/* One line of a household: a member and a time. */
struct membership_view {
    const char *id;
    const char *name;
    const char *living;
    const char *span;
    const char *remark;
    const char *path;
    bool past;
};

struct membership_list {
    struct membership_view *v;
    size_t n;
    size_t cap;
};

struct household_view {
    const char *id;
    const char *name;
    const char *types;
    const char *place;
    const char *span;
    const char *strengths;
    const char *remark;
    const char *path;
    bool past;
    struct membership_list members;
};

struct household_list {
    struct household_view *v;
    size_t n;
    size_t cap;
};

struct tie_view {
    const char *id;
    const char *kind;
    const char *text; /* "ハナさんは、修さんの親" */
    const char *span;
    const char *remark;
    const char *path;
    bool past;
};

struct tie_list {
    struct tie_view *v;
    size_t n;
    size_t cap;
};

struct involvement_view {
    const char *id;
    const char *person;
    const char *agency;
    const char *worker;
    const char *field;
    const char *since;
    const char *span;
    const char *remark;
    const char *path;
    bool past;
};

struct involvement_list {
    struct involvement_view *v;
    size_t n;
    size_t cap;
};

/* Two entries that were made one. */
struct merge_view {
    const char *text; /* "見本 花さんの記録を、まとめました" */
    const char *when;
    const char *who;
    const char *why;
    const char *path; /* to undo it */
};

struct merge_list {
    struct merge_view *v;
    size_t n;
    size_t cap;
};

struct people_view {
    struct case_head_view head;
    const char *path; /* POST form_person, and the places of the other forms */
    const char *household_path;
    const char *membership_path;
    const char *relation_path;
    const char *involvement_path;
    const char *issue_path;
    const char *similar_path; /* POST form_similar */
    const char *merges_path;
    const char *person_merge_path;
    const char *case_merge_path;
    struct merge_list merges;
    struct member_list members;
    struct household_list households;
    struct tie_list ties;
    struct involvement_list involvements;
    struct text_list signs; /* "8050：ハナさん（80歳）と修さん（50歳）が同居" */
    struct choice_list people;
    struct choice_list homes;
};

/* The page to mend a person, a household, a time in it, a tie, an issue, a change. */
struct mend_view {
    struct case_head_view head;
    const char *title; /* "見本 修さん" */
    const char *path;  /* POST */
    const char *back_path;
    const char *version;
    const char *history_path;
    bool contact; /* address and telephone are open to the viewer */
    bool welfare; /* attributes, strengths, what lasts */
    struct choice_list people;
    struct choice_list homes;
};

struct issue_view {
    const char *id;
    const char *anchor;
    const char *label; /* NULL when the kind is closed */
    const char *whose; /* "修さん", "世帯" */
    const char *severity;
    const char *state;
    const char *tone;
    const char *priority;
    const char *since;
    const char *words;
    const char *gap; /* "狭間のニーズ（居場所）" */
    const char *desk;
    const char *until; /* the day it was resolved */
    const char *path;
    const char *history_path;
    struct seal_view seal;
};

struct issue_list {
    struct issue_view *v;
    size_t n;
    size_t cap;
};

struct situation_view {
    const char *id;
    const char *day;
    const char *whose;
    const char *words;
    const char *desk;
    const char *written; /* "令和8年11月21日 14時05分" */
    const char *path;
};

struct situation_list {
    struct situation_view *v;
    size_t n;
    size_t cap;
};

struct issues_view {
    struct case_head_view head;
    const char *path;
    const char *situation_path;
    const char *people_path;
    struct issue_list open;
    struct issue_list resolved;
    struct situation_list situations;
    struct choice_list people;
};

#endif
