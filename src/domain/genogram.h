/*
 * Lays out a family as a genogram: generations as rows, couples joined by a line below them,
 * children hanging from it, a line around those who live together, arrows for care. Lines run
 * between the rows only, so none ever goes through a person. Pure: what each person is
 * called was masked before. Not for reading records (policy/show_picture.c).
 * Source: McGoldrick's notation as Japanese social work uses it.
 */
#ifndef KASANE_DOMAIN_GENOGRAM_H
#define KASANE_DOMAIN_GENOGRAM_H

#include "../base/picture.h"

enum { KIN_LINES = 3, KIN_MAX = 80 };

#define KIN_NOBODY ((size_t)-1)

enum kin_sex { KIN_UNKNOWN, KIN_MALE, KIN_FEMALE };

struct kin_person {
    const char *inside;           /* in the symbol: "80"; "" for nothing */
    const char *lines[KIN_LINES]; /* beside it, the name first; "" for nothing */
    enum kin_sex sex;
    bool subject; /* 本人: drawn doubled */
    bool dead;    /* crossed out */
    bool faint;   /* only known to exist: drawn dashed */
    int home;     /* number of the home in which they live; 0 for none known */
};

enum kin_bond { KIN_MARRIED, KIN_PARTNERS, KIN_DIVORCED, KIN_TOGETHER };

/* Parents with their children; either parent may be missing, also both (siblings only). */
struct kin_family {
    size_t a;
    size_t b;
    enum kin_bond bond;
    const size_t *child; /* in order of birth */
    const bool *adopted; /* NULL: none */
    size_t n;
};

struct kin_care {
    size_t from;
    size_t to;
};

struct kin {
    const struct kin_person *person;
    size_t n;
    const struct kin_family *family;
    size_t n_families;
    const struct kin_care *care;
    size_t n_cares;
};

/* Where a person stands: the middle of the symbol and how far the words beside it reach. */
struct genogram_spot {
    double x;
    double y;
    double right;
    int row;
};

struct genogram {
    struct picture picture;
    struct genogram_spot *spot; /* one for each person */
    size_t first_symbol; /* marks before it are lines, behind it symbols and words */
    size_t n_left_out;   /* ties between rows that contradict one another */
};

enum { GENOGRAM_SYMBOL = 44 };

/* Lays the family out; k: at most KIN_MAX persons, indices in range. */
void genogram_lay(struct arena *mem, const struct kin *k, struct genogram *out);

#endif
