/*
 * One case on one page: on which grounds it is seen, what is next, who is who, what was done.
 * Filled by policy_show_case(); what a ground does not open is absent here, never empty.
 */
#ifndef KASANE_POLICY_CASE_VIEW_H
#define KASANE_POLICY_CASE_VIEW_H

#include "household_view.h"
#include "lane_view.h"
#include "seal_view.h"

struct step_view {
    const char *due;  /* "26日" */
    const char *left; /* "あと6日" */
    bool late;
    const char *what;
    const char *who; /* "佐伯（福祉相談室）" */
    const char
        *why; /* "10月7日の会議で決めたこと"; NULL when there is nothing to say */
    const char *done_path; /* POST form_next_step_done; NULL: not ours to finish */
};

struct step_list {
    struct step_view *v;
    size_t n;
    size_t cap;
};

struct person_view {
    const char *name; /* NULL: only the shape is known to the viewer */
    const char *kana;
    const char *age;      /* "80歳", "80歳くらい" */
    const char *relation; /* "息子　同居" */
    bool subject;         /* 本人 */
    const char *contact; /* telephone, how to call, what not to say; NULL when closed */
    const char *place;
    struct seal_view seal;
    const char *consent; /* "同意あり　令和9年3月31日まで" */
    bool consent_late;
    bool not_met;
    struct text_list issues; /* chips of what is not resolved */
    const char *path;        /* NULL where there is no page of its own */
};

struct person_list {
    struct person_view *v;
    size_t n;
    size_t cap;
};

/* The person's own words, kept as they were said. */
struct quote_view {
    const char *text;
    const char *cite; /* "ハナさん　7月1日　木村さん聞きとり" */
    struct seal_view seal;
};

struct quote_list {
    struct quote_view *v;
    size_t n;
    size_t cap;
};

/* Who does what about which issue. */
struct role_view {
    const char *issue;
    const char *whose;  /* "ハナさん", "世帯" */
    const char *lead;   /* "高齢者相談センター"; NULL: 主担当なし */
    const char *task;   /* of the lead */
    const char *others; /* "保健センター、社協" */
    const char *until;
    const char *path; /* where it is decided; NULL where the viewer may not */
};

struct role_list {
    struct role_view *v;
    size_t n;
    size_t cap;
};

/* A hand-over, as a line of the case. */
struct case_referral_view {
    const char *path;
    const char *way;   /* "自立相談支援機関へ", "社協から" */
    const char *state; /* "受け取り待ち" */
    const char *tone;  /* "late", "ok", "warn", "" */
    const char *sent;  /* "11月16日に送りました" */
    const char *ask;   /* "受け入れて対応" */
    bool both;         /* not confirmed: both sides are responsible */
    const char *late;  /* "2日超過"; NULL in time */
};

struct case_referral_list {
    struct case_referral_view *v;
    size_t n;
    size_t cap;
};

struct note_view {
    const char *anchor; /* "n-…": id of the line */
    const char *day;    /* "11月13日" */
    const char *about;  /* "金　15分" */
    const char *who;    /* "高齢者相談センター 木村" */
    const char *method; /* "訪問" */
    const char *result; /* "会えた" */
    const char *tone;   /* of the result: "ok", "" */
    struct seal_view seal;
    const char *ground; /* "ハナさんの同意" */
    const char *fact;
    const char *own_words;
    const char *opinion;
    const char *mended; /* "第2版　11月14日に直しました"; NULL: never mended */
    const char *path;   /* its history */
    const char *mend_path; /* NULL: not ours to mend */
    const char *files; /* "写真・文書 2"; what to press; NULL: none, nor ours to add */
    const char *files_path;
};

struct note_list {
    struct note_view *v;
    size_t n;
    size_t cap;
};

/* A change of the case's standing, as a line of its history. */
struct event_view {
    const char *day;
    const char *text; /* "受付 → 方針を決める" */
    const char *who;
    const char *why;
};

struct event_list {
    struct event_view *v;
    size_t n;
    size_t cap;
};

struct case_view {
    struct case_head_view head;
    const char *area;    /* "第1圏域" */
    const char *seen_at; /* "11月20日 10時42分": this look is on the ledger */
    const char *grounds; /* "この画面は、3つの根拠の重なりで見えています" */
    const char *grounds_path;
    const char *over;      /* sharing ended on that day; NULL: it has not */
    const char *over_path; /* POST: read */
    struct layer_list layers;

    const char *warning; /* what to mind before calling; NULL when nothing */
    struct step_list steps;
    const char *step_path; /* new step; NULL: the viewer may not */
    const char *review; /* "12月15日（火）　重層的支援会議で"; NULL when not set */

    const char *words; /* of the consultation, as they were said */
    const char *words_cite; /* "11月20日　電話　近所の人から　佐伯 聞きとり" */
    struct seal_view words_seal;
    struct quote_list heard; /* the other consultations of the case, newest first */
    struct quote_list quotes;

    struct person_list people;
    struct role_list roles;
    struct case_referral_list referrals;
    const char *refer_path; /* つなぐ; NULL: the viewer may not */

    struct lanes_view lanes;
    struct note_list notes;
    const char *notes_count;  /* "46件" */
    const char *older_path;   /* NULL: all are here */
    const char *older;        /* "前の記録を見る（39件）" */
    const char *note_path;    /* POST form_note; NULL: the viewer may not write */
    const char *note_seen_by; /* "福祉相談室の4人" */
    struct seal_view note_seal;

    struct event_list events;
    const char *history_path;
};

/* One version of a record. */
struct version_view {
    const char *number; /* "第2版" */
    const char *when;
    const char *who;
    const char *why; /* NULL for the first */
    const char *text;
    bool current;
};

struct version_list {
    struct version_view *v;
    size_t n;
    size_t cap;
};

struct history_view {
    const char *title; /* "11月13日の支援経過" */
    const char *number;
    const char *case_path;
    struct version_list versions; /* newest first */
};

/* The page to finish a step, to add one, or to mend a record: a form beside its subject. */
struct case_form_view {
    const char *number;
    const char *title;
    const char *case_path;
    const char *path;    /* POST */
    const char *subject; /* the step or record it is about; NULL for a new one */
    const char *version; /* of the record that is mended; NULL for a new one */
    const char *seen_by;
    struct seal_view seal;
};

#endif
