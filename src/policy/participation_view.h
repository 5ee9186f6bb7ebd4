/*
 * Participation of the people of one case: why, what is wished, which places fit and why, how
 * far somebody has come. Filled by policy_show_participation().
 */
#ifndef KASANE_POLICY_PARTICIPATION_VIEW_H
#define KASANE_POLICY_PARTICIPATION_VIEW_H

#include "attendance_view.h"
#include "case_head_view.h"

struct opening_view {
    const char *day;
    const char *reason;  /* NULL: not for the viewer */
    const char *decided; /* the conference; NULL: none */
    const char *who;
};

struct opening_list {
    struct opening_view *v;
    size_t n;
    size_t cap;
};

struct wish_view {
    const char *id;
    const char *path; /* the page with what fits this one */
    const char *whose;
    const char *day;
    const char *words;
    const char *strengths; /* NULL: none said */
    const char *area;      /* "第1圏域のなかだけ"; NULL */
    bool current;
    struct link_list wishes; /* labels; current: not to be given up */
};

struct wish_list_view {
    struct wish_view *v;
    size_t n;
    size_t cap;
};

struct fit_point_view {
    const char *text;   /* a sentence */
    const char *points; /* "＋20" */
    bool minus;
};

struct fit_point_list {
    struct fit_point_view *v;
    size_t n;
    size_t cap;
};

struct fit_view {
    const char *path;
    const char *propose_path; /* NULL: not allowed to now */
    const char *id;
    const char *rank;
    const char *name;
    const char *about; /* host, kind, days in one line */
    const char *room;
    const char *score;
    const char *checked;
    bool old;
    const char *unmet; /* "人の少ない時間、近いところ"; NULL: every wish is met */
    struct fit_point_list points;
};

struct fit_list {
    struct fit_view *v;
    size_t n;
    size_t cap;
};

struct placement_day_view {
    const char *id;
    const char *kind;
    const char *day;
    const char *state; /* 済み, 予定, 抜けた, 取りやめ */
    const char *tone;
    const char *words;
    const char *done_path; /* POST; NULL: nothing to be done */
};

struct placement_day_list {
    struct placement_day_view *v;
    size_t n;
    size_t cap;
};

struct placement_view {
    const char *path;
    const char *id;
    const char *place;
    const char *place_path;
    const char *kind;
    const char *whose; /* NULL: of the household, or not for the viewer */
    const char *state;
    const char *tone;
    const char *told;
    const char *told_by; /* the consent: "5月7日（木）の同意"; NULL */
    bool told_over;      /* it has ended */
    const char *reasons;
    const char *wish; /* id of the wish; NULL */
    const char *words;
    const char *ended;
    const char *next;
    const char *who;
    bool open;
    struct link_list steps; /* "体験　5月8日"; current: the state now */
    struct placement_day_list days;
};

struct placement_list_view {
    struct placement_view *v;
    size_t n;
    size_t cap;
};

struct participation_view {
    struct case_head_view head;
    const char *open_path; /* POST */
    const char *wish_path;
    const char *missing_path;
    const char *print_path;
    const char *places_path;
    const char *conference; /* what has to be decided first; NULL: a reason is enough */
    const char *consent;    /* what may be told to a place */
    bool opened;
    struct opening_list openings;
    struct wish_list_view wishes;
    const char *found; /* "12件"; NULL: no wish is chosen */
    const char *relax; /* "「手を動かす」をゆずると、あと3件"; NULL */
    struct fit_list fits;
    struct link_list pages;
    struct placement_list_view placements;
    const char *attended_path; /* POST */
    struct attended_list attended;
};

/* One placement with its days. */
struct placement_page_view {
    struct case_head_view head;
    const char *back_path;
    const char *move_path;
    const char *host_path;
    struct placement_view line;
    struct link_list next; /* states that may follow; path: the code */
};

/* What a person takes along: places and nothing about anybody. */
struct place_paper_line_view {
    const char *name;
    const char *about;
    const char *where;
    const char *fee;
    const char *contact;
};

struct place_paper_list {
    struct place_paper_line_view *v;
    size_t n;
    size_t cap;
};

struct place_paper_page_view {
    const char *back_path;
    const char *day;
    const char *desk;
    struct place_paper_list lines;
};

struct propose_view {
    struct case_head_view head;
    const char *path;
    const char *back_path;
    const char *place;
};

#endif
