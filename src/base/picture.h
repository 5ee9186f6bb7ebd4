/*
 * A drawing as a flat list of marks: lines, shapes, letters. What lays a picture out makes
 * it; pages write it as SVG and papers replay it. Units are CSS pixels, y downwards. Not for
 * deciding what may be drawn: the letters in it were masked before.
 */
#ifndef KASANE_BASE_PICTURE_H
#define KASANE_BASE_PICTURE_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

enum picture_kind {
    PICTURE_LINE,  /* through n points */
    PICTURE_SHAPE, /* the same, closed */
    PICTURE_CURVE, /* closed and smooth: its points are the corners it rounds */
    PICTURE_ROUND, /* point 0 the centre, point 1 the half axes */
    PICTURE_TEXT /* point 0 where it stands: the middle of its base line, or its start */
};

enum picture_look {
    PICTURE_SOLID,
    PICTURE_BOLD,
    PICTURE_DASHED,
    PICTURE_DOTTED,
    PICTURE_THIN,
    PICTURE_HOME,   /* the line around those who live together */
    PICTURE_FILLED, /* ink inside */
    PICTURE_PAPER,  /* paper inside, no line */
    PICTURE_LABEL,  /* letters */
    PICTURE_STRONG, /* letters in bold */
    PICTURE_NOTE,   /* small soft letters */
    PICTURE_LOOK_N
};

struct picture_point {
    double x;
    double y;
};

struct picture_mark {
    enum picture_kind kind;
    enum picture_look look;
    bool from_start; /* text: begins at the point instead of being centred on it */
    struct picture_point *p;
    size_t n;
    const char *text; /* "" for what is not text */
};

struct picture {
    double width;
    double height;
    struct picture_mark *v;
    size_t n;
    size_t cap;
};

/* Adds a mark with its points copied. */
void picture_add(struct arena *mem,
                 struct picture *to,
                 enum picture_kind kind,
                 enum picture_look look,
                 const struct picture_point *p,
                 size_t n);

/* Adds letters, centred on the point or beginning there. */
void picture_text(struct arena *mem,
                  struct picture *to,
                  enum picture_look look,
                  struct picture_point at,
                  bool from_start,
                  const char *text);

/* Returns the height of letters of that look. */
double picture_letter(enum picture_look look);

/* Returns about how wide the letters run: wide characters count one, others half. */
double picture_text_width(enum picture_look look, const char *text);

/* Returns the mark as the d of an SVG path; "" for letters. */
const char *picture_path(struct arena *mem, const struct picture_mark *m);

/* Returns the name of the look as pages style it: "solid", "home" … */
const char *picture_look_name(enum picture_look look);

/*
 * Takes the corner i of a smooth closed curve: where it comes from (the middle of the edge
 * before), and where it goes on (the middle of the edge behind).
 */
void picture_corner(const struct picture_mark *m,
                    size_t i,
                    struct picture_point *from,
                    struct picture_point *to);

#endif
