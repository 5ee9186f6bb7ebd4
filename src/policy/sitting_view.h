/*
 * Sittings of meetings: the list, one sitting, one item of its agenda, the papers, a letter of
 * request. Filled by policy_show_sitting*(); a name stands in the papers alone, and only there
 * where the item's footing lets it.
 */
#ifndef KASANE_POLICY_SITTING_VIEW_H
#define KASANE_POLICY_SITTING_VIEW_H

#include "case_head_view.h"
#include "picture_view.h"
#include "seal_view.h"

struct sitting_entry_view {
    const char *id;
    const char *path;
    const char *body; /* "包括的支援推進・情報共有会議（支援会議）" */
    const char *when; /* "5月20日（水）14時00分" */
    const char *day;  /* "20260520" */
    const char *place;
    const char *desk;
    const char *state; /* "これから" */
    const char *tone;
    const char *way;   /* "緊急"; NULL for a regular one */
    const char *items; /* "案件 3"; NULL for who is only invited */
    bool cancelled;
};

struct sitting_entry_list {
    struct sitting_entry_view *v;
    size_t n;
    size_t cap;
};

/* What a body's cadence asks and what there is. */
struct cadence_view {
    const char *body;
    const char *path;  /* of its year */
    const char *asked; /* "月2回（原則）" */
    const char *held;  /* "今月 1回" */
    const char *low;   /* "あと1回"; NULL: nothing is short */
};

struct cadence_list {
    struct cadence_view *v;
    size_t n;
    size_t cap;
};

struct request_line_view {
    const char *id;
    const char *path;
    const char *party;
    const char *asked;
    const char *due;
    const char *age;    /* "12日前" */
    const char *answer; /* NULL while it is open */
    const char *item;   /* "案件1　支援会議 5月20日" */
    bool late;
};

struct request_line_list {
    struct request_line_view *v;
    size_t n;
    size_t cap;
};

/* A plan that waits for the word of a conference. */
struct waiting_plan_view {
    const char *id;
    const char *number; /* of the case */
    const char *kind;   /* "多機関協働プラン　第2版" */
    const char *moment; /* "プラン変更" */
    const char *path;   /* of the plan */
};

struct waiting_plan_list {
    struct waiting_plan_view *v;
    size_t n;
    size_t cap;
};

struct sittings_view {
    struct waiting_plan_list plans; /* that wait for a conference */
    const char *new_path;           /* NULL: the viewer sets no sittings */
    const char *series_path;
    const char *feed_path; /* of the calendar */
    const char *pledges_path;
    const char *areas_path; /* of the bodies of areas; NULL: the plan has none */
    struct sitting_entry_list today;
    struct sitting_entry_list coming;
    struct sitting_entry_list past;
    struct cadence_list cadence;
    struct link_list bodies;           /* all of the plan, with their year */
    struct link_list due;              /* reports on the last year not yet given */
    struct link_list due_evaluations;  /* evaluations of it not yet written */
    struct request_line_list requests; /* open ones */
};

struct tabled_view {
    const char *kind; /* "健康・医療" */
    const char *body;
    const char *desk;
    struct seal_view seal;
    const char *drop; /* its id, to be taken back; NULL when it may not be */
};

struct tabled_list {
    struct tabled_view *v;
    size_t n;
    size_t cap;
};

/* A point that the plan puts on the agenda, and what the minutes say to it. */
struct point_view {
    const char *code;
    const char *label;
    const char *body; /* NULL: nothing yet */
};

struct point_list {
    struct point_view *v;
    size_t n;
    size_t cap;
};

struct decided_view {
    const char *what;
    const char *desk;
    const char *kind; /* "続ける役割" */
    const char *due;
    const char *until; /* NULL: no end */
    const char *state; /* "仕事になった", "済んだ", "終わった" */
    const char *tone;
    const char *end_path; /* POST; NULL */
    bool lead;
};

struct decided_list {
    struct decided_view *v;
    size_t n;
    size_t cap;
};

struct sitting_item_view {
    const char *id;
    const char *no; /* "1" */
    const char *anchor;
    const char *path;     /* of the item's page, for the secretariat; NULL */
    const char *title;    /* number of the case, or "事例1", or the topic */
    const char *on_paper; /* the same without the number where names are hidden */
    const char *body; /* "支援会議として"; NULL when it is the sitting's own body */
    const char *footing;
    const char *law;    /* "社会福祉法106条の6"; NULL */
    const char *reason; /* why there is no consent; NULL */
    const char *purpose;
    const char *trigger;
    const char *state;
    const char *tone;
    const char *shut; /* why the papers are shut to this viewer; NULL: they are open */
    const char *people; /* "試験 花枝さん　82歳" or "Aさん　80代"; of the papers */
    struct drawing_view family; /* the genogram of the papers */
    const char *family_words;   /* the same in words; NULL: nothing is drawn */
    struct seal_view seal;
    struct tabled_list facts;
    struct point_list points;
    const char *discussion;
    const char *decision;
    const char *next;
    struct decided_list decided;
    struct request_line_list requests;
    struct link_list residues; /* words to look at before the papers go out */
    const char *case_path;     /* NULL when the case is not open to the viewer */
    bool open;
};

struct sitting_item_list {
    struct sitting_item_view *v;
    size_t n;
    size_t cap;
};

struct seat_view {
    const char *id;
    const char *who; /* "社協　見本 千尋"; "社協（来る人はまだ）" */
    const char *part;
    const char *items;   /* "案件 1・3" */
    const char *secrecy; /* "誓約書 5月7日"; "確認はまだ"; "要りません" */
    const char *said;    /* on the telephone; NULL */
    const char *tone;
    const char *path; /* of the seat; NULL for who may not change it */
    bool absent;
};

struct seat_list {
    struct seat_view *v;
    size_t n;
    size_t cap;
};

struct copy_view {
    const char *path;
    const char *number; /* "3" */
    const char *who;
    const char *printed;  /* "5月19日 16時05分 見本 一子" */
    const char *returned; /* NULL: still out */
    const char *lost;     /* what was found out; NULL */
    const char *return_path;
    const char *out_path; /* POST: it was ticked off by mistake; NULL */
    const char *id;
    const char *pdf_path; /* NULL once the sitting is over */
};

struct copy_list {
    struct copy_view *v;
    size_t n;
    size_t cap;
};

/* A desk that might be invited, and why. */
struct proposal_view {
    const char *id; /* of the desk */
    const char *desk;
    const char *why;        /* "相談した機関" */
    struct link_list items; /* ids of those to invite to, "-" for none; empty: all */
};

struct proposal_list {
    struct proposal_view *v;
    size_t n;
    size_t cap;
};

/* One call of a sitting by telephone. */
struct sitting_call_view {
    const char *at; /* "14時05分" */
    const char *who;
    const char *answer;
    const char *tone;
    const char *told; /* "秘密を守ることを説明した"; NULL */
    const char *said;
    const char *by; /* "見本 一子　5月7日 14時10分に書いた" */
};

struct sitting_call_list {
    struct sitting_call_view *v;
    size_t n;
    size_t cap;
};

struct sitting_view {
    const char *id;
    const char *title; /* with its statutory kind; no name */
    const char *when;
    const char *place;
    const char *desk;
    const char *state;
    const char *tone;
    const char *way;
    const char *reason;
    const char *convener;
    const char *help;     /* what the body's name means here; NULL */
    const char *question; /* how the consent question was answered; NULL */
    const char *also;     /* other bodies as which it sits; NULL */
    const char *law;      /* "社会福祉法106条の6"; NULL */
    const char *notice;   /* what secrecy means here; NULL where nothing binds */
    const char *naming;   /* "名前を出さずに話します"; NULL */
    bool office;
    const char *path;
    const char *pack_path;   /* NULL while it is shut */
    const char *pack_shut;   /* why */
    const char *pledge_path; /* POST; NULL: nothing to pledge */
    const char *open_path;   /* POST; NULL when it may not */
    const char *close_path;
    const char *cancel_path;
    const char *roll_path;
    const char *told_path;
    const char *closing; /* what keeps it from being closed; NULL */
    const char *roll;    /* "名簿 5月20日に確定"; NULL */
    struct sitting_item_list items;
    struct seat_list seats;
    struct copy_list copies;
    const char
        *copies_path;     /* POST: numbers a copy for everybody and prints all; NULL */
    const char *set_path; /* all copies and the office's own papers as one PDF; NULL */
    const char
        *cards_path; /* reply cards for 民生委員; NULL: none of them is invited */
    const char *back_path;    /* POST: ticks copies off; NULL: none is out */
    const char *call_path;    /* POST: of a sitting by telephone that is open; NULL */
    const char *answers;      /* "返事 2 / 3"; NULL */
    const char *confirmed;    /* "6月17日の会議で確認しました"; NULL */
    const char *confirm_path; /* POST: what is to be confirmed here; NULL */
    struct link_list unconfirmed; /* path: the id of a sitting by telephone */
    struct sitting_call_list calls;
    struct link_list
        refused;         /* what a rule refused here: for who has the chair alone */
    const char *missing; /* "3番 社協　見本 千尋、…" after the sitting; NULL */
    struct link_list way_on; /* linked sittings */
    struct proposal_list proposed;
    struct link_list parts;         /* "案内　3人"; current: it is there */
    struct waiting_plan_list plans; /* that could be put on its agenda */
    const char *plans_path;         /* POST; NULL: none waits for this body */
    struct link_list classes; /* whom the plan names without saying who: 医療機関 */
    const char *propose_path; /* POST; NULL: nobody to invite */
};

/* What the minutes said at some time. */
struct minute_view {
    const char *what; /* the point, or "結果" */
    const char *when; /* "5月20日 15時05分　見本 一子" */
    const char *why;  /* NULL: while the sitting was open */
    const char *body;
};

struct minute_list {
    struct minute_view *v;
    size_t n;
    size_t cap;
};

struct item_page_view {
    struct sitting_view sitting;
    struct sitting_item_view item;
    struct minute_list minutes; /* newest first */
    bool may_write;
    bool may_mend; /* the sitting is over: minutes are corrected, with the reason */
    bool ended;    /* decided, continued or withdrawn: what was said of it is mended */
    const char *path;
};

struct seat_page_view {
    const char *who;
    const char *sitting;
    const char *sitting_path;
    const char *path;
};

/* The papers of a sitting, for one reader. */
struct pack_view {
    const char *title;
    const char *when;
    const char *place;
    const char *law;
    const char *notice;
    const char *nameless; /* says that names are hidden; NULL */
    const char *number;   /* "3 / 7"; NULL on the screen */
    const char *reader;
    const char *printed;
    const char *back_path;
    const char *pdf_path;    /* of a copy; NULL */
    const char *sworn;       /* of a copy: how secrecy was confirmed; NULL: not yet */
    const char *returned;    /* of a copy: when it came back; NULL */
    const char *lost;        /* what was found out; NULL */
    const char *return_path; /* POST */
    const char *out_path;
    const char *lost_path;
    bool
        pledge; /* of a copy: a written pledge is needed first, nothing else is printed */
    struct sitting_item_list items;
};

struct request_view {
    const char *party;
    const char *asked;
    const char *basis;
    const char *due;
    const char *sent;
    const char *age;
    const char *answer;
    const char *answered;
    const char *body;
    const char *from;
    const char *sitting_path;
    const char *path;
    bool lawful;
};

/* What meetings said of one case, for the secretariat; roles for all who reach the case. */
struct case_item_view {
    const char *path;
    const char *when;
    const char *body;
    const char *state;
    const char *tone;
    const char *decision;
    const char *next;
};

struct case_item_list {
    struct case_item_view *v;
    size_t n;
    size_t cap;
};

struct case_meetings_view {
    struct case_head_view head;
    const char *item_path;        /* POST */
    const char *application_path; /* where it is written */
    const char *new_path;
    const char *consent;           /* "同意がある" */
    const char *way_out;           /* where the case goes while there is none; NULL */
    const char *needs_application; /* NULL: the plan asks for none */
    bool may_table;
    struct case_item_list items;
    struct decided_list roles;
    struct link_list rules;            /* by which rules each plan was made: R-167 */
    struct sitting_entry_list planned; /* to choose from */
};

#endif
