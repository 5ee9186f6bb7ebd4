/*
 * Reaching out: the list of people not yet reached, and the log of one relation, apart from
 * the record of services. Filled by policy_show_outreach().
 */
#ifndef KASANE_POLICY_OUTREACH_VIEW_H
#define KASANE_POLICY_OUTREACH_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

struct outreach_line_view {
    const char *path;
    const char *number;
    const char *name;  /* NULL: 氏名は開くと出ます */
    const char *about; /* "80歳くらい　栗原" */
    const char *state; /* "存在を聞いた" */
    const char *stage; /* "家族・周囲と接触"; NULL: not noted */
    const char *desk;
    const char *tries; /* "5回（会えた2回）" */
    const char *silent; /* "731日会えていない", "まだ会えていない（12日）" */
    const char *met; /* "5月7日（木）"; NULL: never */
    bool refused;
    bool coordinating;
    struct seal_view seal;
};

struct outreach_line_list {
    struct outreach_line_view *v;
    size_t n;
    size_t cap;
};

/* A state with how many stand there; a link that narrows the list. */
struct outreach_count_view {
    const char *path;
    const char *code; /* "heard_of" */
    const char *text; /* "存在を聞いた" */
    const char *n;    /* "3" */
    bool current;
};

struct outreach_count_list {
    struct outreach_count_view *v;
    size_t n;
    size_t cap;
};

struct outreach_list_view {
    struct outreach_count_list counts;
    struct link_list filters;
    struct outreach_line_list lines;
    struct link_list pages;
    const char *shown; /* "12件" */
    const char
        *new_path; /* this and the four below; NULL: the viewer works at no desk */
    const char *letters_path;
    const char *gatherings_path;
    const char *areas_path;
    const char *report_path;
};

struct outreach_contact_view {
    const char *day;    /* "5月7日（木）" */
    const char *who;    /* "社協　見本 千尋" */
    const char *way;    /* "訪問" */
    const char *code;   /* "visit" */
    const char *result; /* "会えなかった"; NULL: none noted */
    const char *tone;
    const char *fact; /* NULL: another agency's own record */
    const char *own_words;
    const char *letter_name;
    const char *letter; /* as it was sent */
    const char *asked; /* "同意についてたずねた：いやだと言われた" */
    struct seal_view seal;
};

struct outreach_contact_list {
    struct outreach_contact_view *v;
    size_t n;
    size_t cap;
};

struct outreach_source_view {
    const char *day;
    const char *kind;
    const char *party; /* NULL: closed, or not noted */
    const char *words;
    const char *who;
    const char *gathering; /* id of the meeting or salon visit; NULL: none */
    const char *gathering_path;
};

struct outreach_source_list {
    struct outreach_source_view *v;
    size_t n;
    size_t cap;
};

struct outreach_turn_view {
    const char *day;
    const char *desk;
    const char *state; /* "予定", "済み　会えた", "抜けた", "取りやめ" */
    const char *tone;
    const char *done_path; /* of the form below; NULL: another desk's, or done */
    const char *id;
};

struct outreach_turn_list {
    struct outreach_turn_view *v;
    size_t n;
    size_t cap;
};

struct outreach_series_view {
    const char *title; /* "14日ごと　4回" */
    struct outreach_turn_list turns;
    const char *cancel_path; /* POST; NULL: nothing left to call off */
};

struct outreach_series_list {
    struct outreach_series_view *v;
    size_t n;
    size_t cap;
};

struct outreach_tie_view {
    const char *kind;
    const char *name;
    const char *part;
    const char *span;     /* "令和8年5月7日～" */
    const char *end_path; /* POST; NULL: has ended */
};

struct outreach_tie_list {
    struct outreach_tie_view *v;
    size_t n;
    size_t cap;
};

/* How many stand by the person from that day on. */
struct outreach_growth_view {
    const char *day;
    const char *n;
};

struct outreach_growth_list {
    struct outreach_growth_view *v;
    size_t n;
    size_t cap;
};

struct outreach_move_view {
    const char *day;
    const char *text; /* "存在を聞いた → 接触できた" */
    const char *who;
    const char *why;
};

struct outreach_move_list {
    struct outreach_move_view *v;
    size_t n;
    size_t cap;
};

struct outreach_policy_view {
    const char *day;
    const char *meeting;
    const char *text;
};

struct outreach_policy_list {
    struct outreach_policy_view *v;
    size_t n;
    size_t cap;
};

/* How one agency handed the household on to the next. */
struct outreach_passing_view {
    const char *day;     /* "5月7日（木）" */
    const char *text;    /* "社協　見本 千尋 → 福祉相談室" */
    const char *next;    /* "つぎの訪問　5月21日（木）" */
    const char *learned; /* NULL: between the two agencies */
};

struct outreach_passing_list {
    struct outreach_passing_view *v;
    size_t n;
    size_t cap;
};

struct outreach_desk_view {
    const char *id;
    const char *name;
};

struct outreach_desk_list {
    struct outreach_desk_view *v;
    size_t n;
    size_t cap;
};

struct outreach_letter_view {
    const char *id;
    const char *name;
    const char *body;
    const char *when;
};

struct outreach_letter_list {
    struct outreach_letter_view *v;
    size_t n;
    size_t cap;
};

struct outreach_view {
    struct case_head_view head;
    bool begun; /* false: the page offers to begin */
    const char *path;
    const char *state;
    const char *state_code;
    const char *stage;
    const char *began;
    const char *desk;
    const char *tally; /* "5回（会えた2回、断られた1回）" */
    const char *silent;
    const char *coordinating; /* "事前調整"; NULL: not now */
    const char *safety;
    const char *prompt;        /* why handing over is near; NULL: nothing to say */
    const char *handed;        /* "5月7日に多機関協働へうつしました" */
    const char *policy_wanted; /* what must be decided before visiting; NULL */
    bool may_hand;
    const char *hand_note; /* what is wanted before; NULL: nothing */
    struct outreach_contact_list contacts;
    struct outreach_source_list sources;
    struct outreach_series_list series;
    struct outreach_tie_list ties;
    struct outreach_growth_list growth;
    struct outreach_move_list moves;
    struct outreach_policy_list policies;
    struct outreach_passing_list passings;
    struct outreach_desk_list desks;     /* to choose from */
    struct outreach_letter_list letters; /* to choose from */
    const char *meeting_path; /* a sitting about the case; NULL: none can be opened */
};

struct letters_view {
    struct outreach_letter_list letters;
    const char *path;
    const char *back_path;
};

#endif
