/*
 * A group that a body of the plan set up for one issue, and what follows from an item of an
 * agenda. Nobody is named.
 */
#ifndef KASANE_VIEW_SUBGROUP_VIEW_H
#define KASANE_VIEW_SUBGROUP_VIEW_H

#include "../policy/link_view.h"

struct subgroup_view {
    const char *id;
    const char *path;
    const char *title; /* "検討部会" */
    const char *issue;
    const char *parent;      /* "包括的支援推進会議" */
    const char *parent_path; /* its year */
    const char *decided;     /* "令和8年5月7日の会議で決定" */
    const char *item_path;   /* of the decision */
    const char *report;      /* NULL while it goes on */
    const char *closed;      /* "令和8年6月7日に終了"; NULL */
    const char *close_path;  /* POST; NULL when it is over */
    const char *record_path; /* where it is corrected, and how it was before */
    const char *state;       /* "直しました", "取り消しました"; NULL */
    const char *meet_path;   /* to set its sittings; NULL when it is over */
};

/* A role proposed for a meeting of agencies. */
struct role_proposal_view {
    const char *desk;
    const char *what;
    const char *due;
    const char *state;       /* "提案", "決まった", "取り下げ" */
    const char *why;         /* it was taken back; NULL */
    const char *settle_path; /* POST; NULL: nothing to decide here */
};

struct role_proposal_list {
    struct role_proposal_view *v;
    size_t n;
    size_t cap;
};

/* What can be begun from an item, and what was. */
struct item_after_view {
    const char *title;   /* "案件1" */
    const char *sitting; /* "包括的支援推進会議　令和8年5月7日" */
    const char *item_path;
    const char *sitting_path;
    const char *undecided;  /* why most of it must wait; NULL */
    const char *group_name; /* "検討部会"; NULL: the plan has none under this body */
    const char *group_path; /* POST; NULL while it may not */
    struct link_list groups;
    const char
        *propose_path; /* POST; NULL: the body arranges no meetings of agencies */
    const char *arrange_path;  /* POST */
    const char *withdraw_path; /* POST: of a proposed role; NULL: none is open */
    struct role_proposal_list roles;
    struct link_list meetings; /* arranged from the item */
    const char *plan_path;     /* of the plan that it speaks of; NULL */
    const char *place_path;    /* POST; NULL: the body makes no menu */
    struct link_list places;
    const char *drop_path;       /* POST: unties a place; NULL: none is tied */
    struct link_list dropped;    /* "見本食堂　取り消したわけ：…" */
    const char *definition_path; /* where a version is written; NULL */
    const char *rule_path;
    struct link_list laid; /* versions that the item decided */
    bool nothing;          /* the plan ties nothing to this item */
};

#endif
