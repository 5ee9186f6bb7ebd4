#include "ecomap.h"

#include "../base/text.h"

#include <math.h>

enum { BOX_W = 200, BOX_H = 44, STEP = 60, MARGIN = 16, GAP = 130, CENTRE_W = 190 };

static const enum picture_look LINE_OF[] = {
    [ECO_STRONG] = PICTURE_BOLD,
    [ECO_USUAL] = PICTURE_SOLID,
    [ECO_WEAK] = PICTURE_DOTTED,
    [ECO_STRAINED] = PICTURE_DASHED,
};

static void
draw_box(struct arena *mem,
         struct picture *to,
         double x,
         double y,
         double w,
         double h,
         double cut,
         enum picture_look look)
{
    const struct picture_point p[] = {
        { x + cut, y },         { x + w - cut, y },     { x + w, y + cut },
        { x + w, y + h - cut }, { x + w - cut, y + h }, { x + cut, y + h },
        { x, y + h - cut },     { x, y + cut },
    };

    picture_add(mem, to, PICTURE_SHAPE, look, p, 8);
}

static void
draw_tie(struct arena *mem,
         struct picture *to,
         const struct eco_node *n,
         struct picture_point from,
         struct picture_point at)
{
    const struct picture_point p[] = { from, at };
    const double x = (from.x + at.x) / 2;
    const double y = (from.y + at.y) / 2;
    const struct picture_point across[] = { { x - 5, y - 8 }, { x + 5, y + 8 } };

    picture_add(mem, to, PICTURE_LINE, LINE_OF[n->tie], p, 2);
    if (n->tie == ECO_STRAINED)
        picture_add(mem, to, PICTURE_LINE, PICTURE_SOLID, across, 2);
}

void
ecomap_lay(struct arena *mem,
           const char *const *centre,
           size_t n_centre,
           const struct eco_node *node,
           size_t n,
           struct picture *out)
{
    const size_t drawn = n > ECO_NODES_MAX ? ECO_NODES_MAX : n;
    const double sides = (double)((drawn + 1) / 2);
    const double middle_h = 24 + 18 * (double)n_centre;
    const double high = fmax(sides * STEP, middle_h + 20);
    const double left = MARGIN + BOX_W + GAP;

    *out = (struct picture){ .width = 2 * (MARGIN + BOX_W + GAP) + CENTRE_W,
                             .height = high + 2 * MARGIN };
    for (size_t i = 0; i < drawn; i++) {
        const bool right = i % 2 == 1;
        const double rows = right ? (double)(drawn / 2) : sides;
        const double y = MARGIN + high / 2 + ((double)(i / 2) - (rows - 1) / 2) * STEP;
        const double x = right ? left + CENTRE_W + GAP : MARGIN;
        const struct picture_point from = { right ? left + CENTRE_W : left,
                                            out->height / 2 };
        const struct picture_point at = { right ? x : x + BOX_W, y };

        draw_tie(mem, out, &node[i], from, at);
        draw_box(mem, out, x, y - BOX_H / 2.0, BOX_W, BOX_H, node[i].person ? 20 : 4,
                 PICTURE_SOLID);
        picture_text(
            mem, out, PICTURE_LABEL,
            (struct picture_point){ x + BOX_W / 2.0, y + (*node[i].note ? -3 : 5) },
            false, text_cut(mem, node[i].name, ECO_LETTERS_MAX));
        picture_text(mem, out, PICTURE_NOTE,
                     (struct picture_point){ x + BOX_W / 2.0, y + 15 }, false,
                     text_cut(mem, node[i].note, ECO_LETTERS_MAX + 2));
    }
    draw_box(mem, out, left, (out->height - middle_h) / 2, CENTRE_W, middle_h, 14,
             PICTURE_BOLD);
    for (size_t i = 0; i < n_centre; i++)
        picture_text(
            mem, out, i ? PICTURE_LABEL : PICTURE_STRONG,
            (struct picture_point){ left + CENTRE_W / 2.0, (out->height - middle_h) / 2
                                                               + 26 + 18 * (double)i },
            false, text_cut(mem, centre[i], 12));
}
