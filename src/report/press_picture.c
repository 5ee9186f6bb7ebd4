#include "press_part.h"

#include <math.h>

/* How each look is drawn, in units of the picture. */
static const struct style {
    double width;
    double dash[2];
    bool filled;
    bool paper;
    double grey;
} STYLES[PICTURE_LOOK_N] = {
    [PICTURE_SOLID] = { .width = 1.8, .paper = true },
    [PICTURE_BOLD] = { .width = 3.2, .paper = true },
    [PICTURE_DASHED] = { .width = 1.8, .dash = { 6, 4 }, .paper = true },
    [PICTURE_DOTTED] = { .width = 1.8, .dash = { 2, 4 } },
    [PICTURE_THIN] = { .width = 1.0 },
    [PICTURE_HOME] = { .width = 1.6, .dash = { 9, 5 }, .grey = 0.35 },
    [PICTURE_FILLED] = { .width = 0, .filled = true },
    [PICTURE_PAPER] = { .width = 0, .paper = true },
};

static void
trace(cairo_t *cr, const struct picture_mark *m)
{
    struct picture_point from;
    struct picture_point to;

    cairo_new_path(cr);
    if (m->kind == PICTURE_ROUND) {
        cairo_save(cr);
        cairo_translate(cr, m->p[0].x, m->p[0].y);
        cairo_scale(cr, fmax(m->p[1].x, 0.1), fmax(m->p[1].y, 0.1));
        cairo_arc(cr, 0, 0, 1, 0, 2 * M_PI);
        cairo_restore(cr);
        return;
    }
    if (m->kind == PICTURE_CURVE) {
        for (size_t i = 0; i < m->n; i++) {
            const double x = m->p[i].x;
            const double y = m->p[i].y;

            picture_corner(m, i, &from, &to);
            if (i == 0)
                cairo_move_to(cr, from.x, from.y);
            /* the cubic that is the quadratic through the same corner */
            cairo_curve_to(cr, from.x + (x - from.x) * 2 / 3,
                           from.y + (y - from.y) * 2 / 3, to.x + (x - to.x) * 2 / 3,
                           to.y + (y - to.y) * 2 / 3, to.x, to.y);
        }
        cairo_close_path(cr);
        return;
    }
    for (size_t i = 0; i < m->n; i++)
        cairo_line_to(cr, m->p[i].x, m->p[i].y);
    if (m->kind == PICTURE_SHAPE)
        cairo_close_path(cr);
}

static void
draw_mark(cairo_t *cr, const struct picture_mark *m)
{
    const struct style *style = &STYLES[m->look];
    const bool closed = m->kind != PICTURE_LINE;

    trace(cr, m);
    if ((style->paper && closed) || style->filled) {
        cairo_set_source_rgb(cr, style->filled ? 0 : 1, style->filled ? 0 : 1,
                             style->filled ? 0 : 1);
        cairo_fill_preserve(cr);
    }
    cairo_set_source_rgb(cr, style->grey, style->grey, style->grey);
    cairo_set_line_width(cr, style->width);
    cairo_set_dash(cr, style->dash, style->dash[0] > 0 ? 2 : 0, 0);
    if (style->width > 0)
        cairo_stroke(cr);
    else
        cairo_new_path(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static void
draw_letters(struct press *s, const struct picture_mark *m)
{
    const struct press_face face = { .size = picture_letter(m->look),
                                     .bold = m->look == PICTURE_STRONG };
    PangoLayout *l = press_layout(s, m->text, &face, 0);
    int wide;

    pango_layout_get_size(l, &wide, NULL);
    cairo_set_source_rgb(s->cr, 0, 0, 0);
    cairo_move_to(s->cr,
                  m->p[0].x - (m->from_start ? 0 : (double)wide / PANGO_SCALE / 2),
                  m->p[0].y);
    pango_cairo_show_layout_line(s->cr, pango_layout_get_line_readonly(l, 0));
    g_object_unref(l);
}

void
press_picture(
    struct press *s, const struct picture *p, double x, double y, double scale)
{
    if (!s->drawing)
        return;
    cairo_save(s->cr);
    cairo_translate(s->cr, x, y);
    cairo_scale(s->cr, scale, scale);
    for (size_t i = 0; i < p->n; i++)
        if (p->v[i].kind == PICTURE_TEXT)
            draw_letters(s, &p->v[i]);
        else
            draw_mark(s->cr, &p->v[i]);
    cairo_restore(s->cr);
}
