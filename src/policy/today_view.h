/*
 * きょう: what would be forgotten tomorrow, a line each. Names of persons only where the
 * ground allows it in lists; on the ground of a meeting and before a hand-over is opened
 * there is none. Filled by policy_show_today().
 */
#ifndef KASANE_POLICY_TODAY_VIEW_H
#define KASANE_POLICY_TODAY_VIEW_H

#include "community_view.h"
#include "link_view.h"
#include "seal_view.h"

struct duty_view {
    const char *due;      /* "2日超過", "きょう", "24日（火）" */
    const char *due_note; /* "11月18日（水）", "あと4日" */
    const char *rule;     /* "つなぎの受け取りが確認されていない" */
    struct seal_view seal;
    const char *ground; /* "自機関が主担当"; NULL: no seal is drawn */
    const char *path;   /* the case, hand-over or draft */
    const char *number; /* "R8-00117"; NULL where there is none yet */
    const char *name; /* "丸山さん（50代・単身）"; NULL: 氏名は開くと出ます */
    bool nameless;     /* not about a person at all: number alone is the link */
    const char *say;   /* one sentence */
    const char *owner; /* "担当　佐伯 真理"; NULL when it is the viewer */
    const char *act_path;
    const char *act; /* "電話して確かめる"; the one act that clears the line */
    bool act_main;   /* drawn solid; at most one or two on a page */
};

struct duty_list {
    struct duty_view *v;
    size_t n;
    size_t cap;
};

/* A hand-over that waits, at the side. */
struct waiting_view {
    const char *path;
    const char *party;    /* "社協 大野 健" */
    const char *due;      /* "きょう17時", "2日超過" */
    const char *due_tone; /* "late", "" */
    const char *what;     /* no name: "食べるものがない　60代 女性" */
};

struct waiting_list {
    struct waiting_view *v;
    size_t n;
    size_t cap;
};

struct draft_view {
    const char *path;
    const char *title;     /* "相談受付　電話　40代 男性" */
    const char *when;      /* "きのう 16時12分まで書きました" */
    const char *drop_path; /* POST: throws it away; NULL where not offered */
};

struct draft_list {
    struct draft_view *v;
    size_t n;
    size_t cap;
};

/* A sitting of today. */
struct sitting_line_view {
    const char *path;
    const char *clock; /* "14時00分〜15時30分" */
    const char *name;
    const char *place;
};

struct sitting_line_list {
    struct sitting_line_view *v;
    size_t n;
    size_t cap;
};

/* How much one desk has before it; numbers of an office, for its head. */
struct desk_load_view {
    const char *name;
    const char *late;
    const char *today;
    const char *soon;
    const char *oldest; /* "11月4日（水）"; NULL: nothing waits */
    bool over;
};

struct desk_load_list {
    struct desk_load_view *v;
    size_t n;
    size_t cap;
};

/* Somebody whose post is over and who left lines behind. */
struct stranded_view {
    const char *post;         /* its id */
    const char *who;          /* "福祉政策課　見本 四季（推進員）" */
    const char *over;         /* "令和9年3月31日で役目が終わりました" */
    const char *n;            /* "用事 3件" */
    const char *oldest;       /* "いちばん古い期限 3月20日（金）" */
    const char *cases_path;   /* cases still to be handed over; NULL: none */
    struct link_list choices; /* path: the id of a post */
    const char *nobody;       /* nobody works at that desk; NULL */
};

struct stranded_list {
    struct stranded_view *v;
    size_t n;
    size_t cap;
};

struct today_view {
    const char *who;                 /* "福祉相談室　佐伯 真理" */
    struct link_list tabs;           /* 窓口, 自分 */
    struct desk_load_list loads;     /* for heads alone */
    struct stranded_list stranded;   /* for heads alone */
    const char *stranded_path;       /* POST */
    const char *more_path;           /* the lines after these; NULL: all are here */
    struct notice_line_list notices; /* new ones that nobody has answered */
    const char *notices_path;
    const char
        *tell_path; /* for who brings notices and has no desk to share; or NULL */
    struct duty_list late;
    struct duty_list now;
    struct duty_list soon;
    const char *soon_range; /* "11月21日〜27日" */
    struct sitting_line_list sittings;
    struct waiting_list incoming; /* we are to receive */
    struct waiting_list outgoing; /* the other side is to receive */
    const char *referrals_path;
    struct draft_list drafts;
    const char *drafts_path;
    const char *intake_path;
};

struct drafts_view {
    struct draft_list drafts;
    const char *intake_path;
};

#endif
