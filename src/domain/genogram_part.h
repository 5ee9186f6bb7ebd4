/*
 * What the steps of laying out a genogram share: rows and order (genogram.c), lines between
 * the rows (genogram_line.c), the line around a home (genogram_home.c).
 */
#ifndef KASANE_DOMAIN_GENOGRAM_PART_H
#define KASANE_DOMAIN_GENOGRAM_PART_H

#include "genogram.h"

enum {
    GENO_HALF = GENOGRAM_SYMBOL / 2,
    GENO_BAND = 52,   /* height of a row: symbol or three lines of words */
    GENO_SPACE = 20,  /* between one person's words and the next symbol */
    GENO_TRACK = 11,  /* between parallel lines */
    GENO_EDGE = 14,   /* between a row and the first line */
    GENO_MARGIN = 26, /* around the picture */
    GENO_LANE = 12    /* between lines at the side */
};

struct geno_row {
    size_t v[KIN_MAX]; /* from left to right */
    size_t n;
    double y; /* of its upper edge */
};

struct geno {
    struct arena *mem;
    const struct kin *k;
    struct genogram *out;
    int rows;
    struct geno_row row[KIN_MAX];
    int row_of[KIN_MAX];
    double x[KIN_MAX];
    double right[KIN_MAX]; /* from the middle of the symbol to the end of the words */
    bool broken_bond[KIN_MAX * 2];
    double lanes; /* width taken at the left side */
};

/* Says whether the family's parents stand in one row and are drawn as a couple. */
bool geno_couple(const struct geno *g, size_t family);

/* Says whether the i-th child of the family hangs one row below its parents. */
bool geno_hangs(const struct geno *g, size_t family, size_t i);

/* The row of the family's parents; that of its children less one without parents. */
int geno_parent_row(const struct geno *g, size_t family);

/* Adds the lines; sets each row's y on the way. */
void geno_lines(struct geno *g);

/* Adds the line around each home. */
void geno_homes(struct geno *g);

#endif
