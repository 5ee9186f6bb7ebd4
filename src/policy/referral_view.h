/*
 * つなぎ: sending a hand-over, receiving or returning it, and the lists both ways. Until the
 * receiver confirms, both sides are responsible, and every page says so. Filled by
 * policy_show_referral().
 */
#ifndef KASANE_POLICY_REFERRAL_VIEW_H
#define KASANE_POLICY_REFERRAL_VIEW_H

#include "seal_view.h"

/* A desk to hand over to, with the ground that usually holds there. */
struct desk_choice_view {
    const char *id;
    const char *name;
    const char *agency;
    const char *basis;  /* "委託に伴う提供" */
    const char *answer; /* "3開庁日のうち" */
    bool chosen;
};

struct desk_choice_list {
    struct desk_choice_view *v;
    size_t n;
    size_t cap;
};

struct referral_new_view {
    const char *number;
    const char *title;
    const char *case_path;
    const char *path; /* POST form_referral_new; the button named draft puts it aside */
    const char *draft_id;
    const char *saved;
    struct desk_choice_list desks;
    const char *default_basis; /* "市長部局の内部での提供" */
    const char *default_due;   /* "11月25日（水）" */
    bool multi;                /* the part about multi-agency work is shown */
    bool network;              /* what the network answered is asked for */
    bool tried;                /* who had tried is asked for */
    const char *definition; /* of cases for multi-agency work; NULL: none is written */
    const char *tax_note;   /* what the law keeps out; NULL where it does not arise */
};

/* A step in the life of a hand-over. */
struct referral_event_view {
    const char *when;
    const char *text; /* "送りました" */
    const char *who;
    const char *why;
};

struct referral_event_list {
    struct referral_event_view *v;
    size_t n;
    size_t cap;
};

struct referral_view {
    const char *title;  /* "社協 から 福祉相談室 へ" */
    const char *number; /* of the case; NULL for the receiver until it is accepted */
    const char *case_path;
    const char *from;
    const char *from_who;
    const char *from_phone;
    const char *to;
    const char *to_who; /* NULL: nobody has taken it */
    const char *state;
    const char *tone;
    const char *sent;
    const char *due;
    const char *late; /* "2日超過" */
    const char *basis; /* "市長部局の内部での提供（個人情報保護法69条2項2号）" */
    const char *basis_reason;
    struct seal_view seal;
    const char *urgency;
    const char *ask;
    const char *area; /* NULL: not known */
    const char *purpose;
    const char *handed; /* what was frozen when it was sent */
    const char *name;   /* of the person, after it is opened */
    bool both;          /* both are responsible */
    bool may_accept;
    bool may_return;
    bool may_complete;
    bool may_cancel; /* the sender takes it back */
    bool may_hold;
    bool may_resume;
    bool may_fail; /* nobody could take it */
    const char *hold_path;
    const char *resume_path;
    const char *fail_path;
    const char *
        paper_reply_path; /* where a reply on paper is keyed in; NULL: none is awaited */
    const char *paper; /* "紙の返事（6月3日、試験 受子さん）"; NULL: answered here */
    const char *multi; /* why multi-agency work, what the network said, who tried */
    const char *definition; /* the version it was sent under; NULL: none */
    const char *definition_path;
    const char *joint_visit;
    const char *accept_path;
    const char *return_path;
    const char *complete_path;
    const char *cancel_path;
    const char
        *print_path;    /* the sheet that goes with it; NULL: not to be printed yet */
    const char *reply;  /* of the receiver */
    const char *reason; /* why it was returned */
    const char *result; /* what came of it */
    const char *next;   /* what the viewer should do now, in a sentence */
    struct referral_event_list events;
};

/* A line of つなぎ. Before it is opened there is no name. */
struct referral_line_view {
    const char *path;
    const char *party; /* "社協 大野 健" */
    const char *number;
    const char *name; /* NULL: 氏名は開くと出ます */
    const char *what;
    const char *state;
    const char *tone;
    const char *sent;
    const char *due;
    const char *late;
    const char
        *act; /* "受け取る", "電話して確かめる"; NULL when nothing is to be done */
};

struct referral_line_list {
    struct referral_line_view *v;
    size_t n;
    size_t cap;
};

struct referral_list_view {
    struct referral_line_list incoming; /* waiting for us */
    struct referral_line_list outgoing; /* waiting for the other side */
    struct referral_line_list under_way;
    struct referral_line_list ended;
    const char *cases_path;       /* where a hand-over begins */
    const char *paper_reply_path; /* where a reply on paper is keyed in */
};

#endif
