/*
 * What the parts of the press share: the page, the place on it, and the one thing that
 * everything is made of: a row of boxes with text, which may go on over the page's end.
 */
#ifndef KASANE_REPORT_PRESS_PART_H
#define KASANE_REPORT_PRESS_PART_H

#include "press.h"

#include <cairo.h>
#include <pango/pangocairo.h>

/* Points; A4 with room for the holes of a file on the left. Source: ISO 216, ISO 838. */
#define PRESS_MM(v) ((v)*72.0 / 25.4)
#define PRESS_WIDTH PRESS_MM(210)
#define PRESS_HEIGHT PRESS_MM(297)
#define PRESS_LEFT PRESS_MM(22)
#define PRESS_RIGHT (PRESS_WIDTH - PRESS_MM(14))
#define PRESS_TOP PRESS_MM(15)
#define PRESS_BOTTOM (PRESS_HEIGHT - PRESS_MM(20))
#define PRESS_SPAN (PRESS_RIGHT - PRESS_LEFT)

struct press {
    const struct paper_doc *paper;
    struct arena *mem;
    cairo_t *cr;
    PangoContext *text;
    bool drawing; /* false while pages are only counted */
    int page;     /* from 1 */
    int head;     /* the page that bears the paper's head */
    int pages;    /* of the whole, once they are counted */
    double y;
    const struct paper_block *table; /* whose columns are repeated on a new page */
};

enum press_align { PRESS_START, PRESS_MIDDLE, PRESS_END };

/* A face of letters. */
struct press_face {
    double size; /* points */
    bool bold;
    bool mincho;
    bool soft; /* grey */
    enum press_align align;
    double air; /* line height as a multiple of size; 0: the usual */
};

/* One box of a row. */
struct press_box {
    double x;
    double w;
    const char *s;
    struct press_face face;
    bool shaded;
    bool bare; /* no frame */
    PangoLayout *layout;
    int line; /* next to be drawn */
    int lines;
};

/* Makes a layout of the text, wrapped at the width; width <= 0: one line. */
PangoLayout *press_layout(struct press *s,
                          const char *text,
                          const struct press_face *face,
                          double width);

/* How high a line of the face is. */
double press_line(const struct press_face *face);

/* Draws the text at x and the top y, wrapped at w; returns its height. */
double press_text(struct press *s,
                  const char *text,
                  const struct press_face *face,
                  double x,
                  double y,
                  double w);

/* Draws a row of boxes at the place and moves below it; splits it where it is long. */
void press_row(struct press *s, struct press_box *v, size_t n, double min_height);

/* Begins a new page unless so much room is left on this one. */
void press_need(struct press *s, double room);

/* Begins a new page. */
void press_turn(struct press *s);

/* Draws a line; width in points. */
void
press_rule(struct press *s, double x1, double y1, double x2, double y2, double width);

/* Draws a block at the place and moves below it. */
void press_block(struct press *s, const struct paper_block *b);

/* Draws the columns of a table: at its head and again on each page. */
void press_columns(struct press *s, const struct paper_block *b);

/* Draws a picture, scaled into the box. */
void press_picture(
    struct press *s, const struct picture *p, double x, double y, double scale);

#endif
