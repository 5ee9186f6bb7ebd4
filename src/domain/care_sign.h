/*
 * What the shape of a family says: a parent of 80 living with a child of 50, a child who
 * cares, one who cares for two. Signs to look at, never a verdict; nothing is stored.
 */
#ifndef KASANE_DOMAIN_CARE_SIGN_H
#define KASANE_DOMAIN_CARE_SIGN_H

#include "../base/arena.h"
#include "gen/enums.h"

#include <stdbool.h>

enum care_sign_kind {
    CARE_SIGN_8050,        /* parent of 75 and more with a child of 45 and more */
    CARE_SIGN_9060,        /* of 85 and more with one of 55 and more */
    CARE_SIGN_YOUNG_CARER, /* under 18; 若者: under 30 */
    CARE_SIGN_DOUBLE_CARE  /* cares for a child and for somebody old or ill */
};

/* age: in years, -1 when it is not known. */
struct care_person {
    int age;
    bool together; /* lives in the same household as the others */
};

/* person and other are places in the list of people. */
struct care_tie {
    size_t person;
    size_t other;
    enum relation_kind kind;
};

struct care_sign {
    enum care_sign_kind kind;
    size_t person; /* the child, the carer */
    size_t other;  /* the parent, the one cared for; person itself for double care */
};

struct care_sign_list {
    struct care_sign *v;
    size_t n;
    size_t cap;
};

/*
 * Returns the signs that the ties show, in the order of the people. Source: R-051, domain
 * research C09; こども・若者育成支援推進法 2条7項 (ヤングケアラー) for under 18 and the young above.
 */
struct care_sign_list care_signs(struct arena *mem,
                                 const struct care_person *people,
                                 size_t n_people,
                                 const struct care_tie *ties,
                                 size_t n_ties);

/* Returns what a sign is called: "8050"; and the code of the issue that it would be. */
const char *care_sign_label(enum care_sign_kind kind);
const char *care_sign_issue(enum care_sign_kind kind);

#endif
