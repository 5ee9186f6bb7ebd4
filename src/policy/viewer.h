/*
 * Who acts: not a person but a post, with the subjects by which rows of reach are found.
 */
#ifndef KASANE_POLICY_VIEWER_H
#define KASANE_POLICY_VIEWER_H

#include "../base/id.h"
#include "facts.h"
#include "gen/enums.h"

#include <stdbool.h>
#include <stddef.h>

enum { VIEWER_SUBJECTS_MAX = 4 };

struct viewer {
    struct account_id account;
    struct post_id post;
    struct desk_id desk;
    struct agency_id agency;
    enum post_role role;
    enum post_kind kind;
    const char *name;
    const char *post_name;
    const char *desk_name;
    size_t n_subjects;
    struct id subjects[VIEWER_SUBJECTS_MAX]; /* as viewer_set_subjects() filled it */
    const uint32_t *keep; /* by act: what the profile leaves to the role; NULL: all */
    bool childcare; /* the desk is a こども家庭センター of this municipality */
    bool fresh;     /* a factor was given minutes ago */
};

/*
 * Fills the subjects from post and desk. Those who see only what they brought or attend
 * (residents, 民生委員, members of meetings and committees) and those who see no case
 * (administrator, privacy officer, auditor) do not share in what their desk reaches.
 */
void viewer_set_subjects(struct viewer *v);

/*
 * Whose a record is to the viewer: the desk's for those who share in it, for all others only
 * what they wrote themselves.
 */
enum own viewer_owns(const struct viewer *v, struct desk_id desk, struct post_id post);

/*
 * Says whether the viewer finds places that another desk keeps out of the common register:
 * who coordinates for the city, and heads.
 */
bool viewer_sees_hidden_places(const struct viewer *v);

/* Says whether posts of the role share in what their desk reaches. */
bool role_shares_desk(enum post_role role);

/*
 * Says whether posts of the role bring consultations and notices: those who may write at
 * all. The others are offered neither. Source: R-041, as in matrix_test.c.
 */
bool role_brings(enum post_role role);

/*
 * Says whether posts of the role see office numbers, which are counted over all cases: who
 * works on the scheme. Residents and 民生委員 see what they brought. Source: design section 5.
 */
bool role_counts_office(enum post_role role);

/*
 * Says whether posts of the role read office numbers down to the smallest: who works in the
 * office. Members of steering and public bodies do not, where the municipality has set a
 * limit. Source: R-118.
 */
bool role_reads_small_counts(enum post_role role);

#endif
