#include "viewer.h"

/* All that a desk's rows of reach may be shared with; they have the same ceilings there. */
bool
viewer_sees_hidden_places(const struct viewer *v)
{
    return v->kind == POST_KIND_CITY
           && (v->role == POST_ROLE_COORDINATOR || v->role == POST_ROLE_HEAD);
}

bool
role_shares_desk(enum post_role role)
{
    switch (role) {
    case POST_ROLE_DESK_WORKER:
    case POST_ROLE_COORDINATOR:
    case POST_ROLE_PROMOTER:
    case POST_ROLE_CONTRACTOR:
    case POST_ROLE_HEAD:
        return true;
    case POST_ROLE_NONE:
    case POST_ROLE_MEETING_MEMBER:
    case POST_ROLE_COMMITTEE_MEMBER:
    case POST_ROLE_RESIDENT_PARTNER:
    case POST_ROLE_COMMISSIONER:
    case POST_ROLE_PRIVACY_OFFICER:
    case POST_ROLE_ADMIN:
    case POST_ROLE_AUDITOR:
        return false;
    }
    return false;
}

bool
role_brings(enum post_role role)
{
    return role_shares_desk(role) || role == POST_ROLE_MEETING_MEMBER
           || role == POST_ROLE_RESIDENT_PARTNER || role == POST_ROLE_COMMISSIONER;
}

bool
role_counts_office(enum post_role role)
{
    switch (role) {
    case POST_ROLE_DESK_WORKER:
    case POST_ROLE_COORDINATOR:
    case POST_ROLE_PROMOTER:
    case POST_ROLE_CONTRACTOR:
    case POST_ROLE_HEAD:
    case POST_ROLE_COMMITTEE_MEMBER:
    case POST_ROLE_PRIVACY_OFFICER:
        return true;
    case POST_ROLE_NONE:
    case POST_ROLE_MEETING_MEMBER:
    case POST_ROLE_RESIDENT_PARTNER:
    case POST_ROLE_COMMISSIONER:
    case POST_ROLE_ADMIN:
    case POST_ROLE_AUDITOR:
        return false;
    }
    return false;
}

bool
role_reads_small_counts(enum post_role role)
{
    return role_counts_office(role) && role != POST_ROLE_COMMITTEE_MEMBER;
}

void
viewer_set_subjects(struct viewer *v)
{
    v->n_subjects = 0;
    if (!id_none(v->post.id))
        v->subjects[v->n_subjects++] = v->post.id;
    if (!id_none(v->desk.id) && role_shares_desk(v->role))
        v->subjects[v->n_subjects++] = v->desk.id;
}

enum own
viewer_owns(const struct viewer *v, struct desk_id desk, struct post_id post)
{
    if (role_shares_desk(v->role))
        return id_same(v->desk.id, desk.id) ? OWN_DESK : OWN_NONE;
    return id_same(v->post.id, post.id) ? OWN_SELF : OWN_NONE;
}
