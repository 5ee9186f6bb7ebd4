#include "press_part.h"

#include "../base/text.h"

/*
 * Faces that Debian packages and that are made for reading by everybody; the second has the
 * rare letters of names.
 */
static const char *const GOTHIC = "BIZ UDPGothic,IPAmjMincho";
static const char *const MINCHO = "BIZ UDPMincho,IPAmjMincho";
static const char *const OF_NAMES = "IPAmjMincho";

enum { PAD = 3 };

/* A row that is lower than this goes to the next page as a whole. */
static const double WHOLE = PRESS_MM(60);

double
press_line(const struct press_face *face)
{
    return face->size * (face->air > 0 ? face->air : 1.5);
}

/* Variants of letters, as families write their names, lie in the face of names only. */
static void
set_variants(PangoAttrList *list, const char *text)
{
    const char *p = text;
    const char *start = text;
    const char *before = text;

    for (int32_t cp; (cp = text_next(&p)); before = start, start = p) {
        PangoFontDescription *d;
        PangoAttribute *a;

        if (cp < 0xe0100 || cp > 0xe01ef)
            continue;
        d = pango_font_description_from_string(OF_NAMES);
        a = pango_attr_font_desc_new(d);
        a->start_index = (guint)(before - text);
        a->end_index = (guint)(p - text);
        pango_font_description_unset_fields(d, PANGO_FONT_MASK_SIZE);
        pango_attr_list_insert(list, a);
        pango_font_description_free(d);
    }
}

PangoLayout *
press_layout(struct press *s,
             const char *text,
             const struct press_face *face,
             double width)
{
    PangoLayout *l = pango_layout_new(s->text);
    PangoFontDescription *d =
        pango_font_description_from_string(face->mincho ? MINCHO : GOTHIC);
    PangoAttrList *list = pango_attr_list_new();

    pango_font_description_set_absolute_size(d, face->size * PANGO_SCALE);
    if (face->bold)
        pango_font_description_set_weight(d, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(l, d);
    set_variants(list, text);
    pango_layout_set_attributes(l, list);
    pango_layout_set_text(l, text, -1);
    if (width > 0) {
        pango_layout_set_width(l, (int)(width * PANGO_SCALE));
        pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
    }
    pango_attr_list_unref(list);
    pango_font_description_free(d);
    return l;
}

static void
set_ink(struct press *s, bool soft)
{
    const double v = soft ? 0.35 : 0;

    cairo_set_source_rgb(s->cr, v, v, v);
}

/* Draws one line of a layout into the band that begins at the top y. */
static void
draw_line(struct press *s,
          PangoLayout *l,
          int i,
          const struct press_face *face,
          double x,
          double y,
          double w)
{
    PangoLayoutLine *line = pango_layout_get_line_readonly(l, i);
    PangoRectangle r;
    double wide;

    pango_layout_line_get_extents(line, NULL, &r);
    wide = (double)r.width / PANGO_SCALE;
    if (face->align == PRESS_MIDDLE)
        x += (w - wide) / 2;
    else if (face->align == PRESS_END)
        x += w - wide;
    set_ink(s, face->soft);
    cairo_move_to(s->cr, x, y + press_line(face) / 2 + face->size * 0.38);
    pango_cairo_show_layout_line(s->cr, line);
}

/* In boxes that begin at the start, a face without a wish does so too. */
double
press_text(struct press *s,
           const char *text,
           const struct press_face *face,
           double x,
           double y,
           double w)
{
    PangoLayout *l;
    int n;

    if (!*text)
        return 0;
    l = press_layout(s, text, face, w);
    n = pango_layout_get_line_count(l);
    for (int i = 0; s->drawing && i < n; i++)
        draw_line(s, l, i, face, x, y + i * press_line(face), w);
    g_object_unref(l);
    return n * press_line(face);
}

void
press_rule(struct press *s, double x1, double y1, double x2, double y2, double width)
{
    if (!s->drawing)
        return;
    set_ink(s, false);
    cairo_set_line_width(s->cr, width);
    cairo_move_to(s->cr, x1, y1);
    cairo_line_to(s->cr, x2, y2);
    cairo_stroke(s->cr);
}

static void
measure(struct press *s, struct press_box *v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        v[i].layout = press_layout(s, v[i].s, &v[i].face, v[i].w - 2 * PAD);
        v[i].lines = *v[i].s ? pango_layout_get_line_count(v[i].layout) : 0;
        v[i].line = 0;
    }
}

static double
height_left(const struct press_box *v, size_t n)
{
    double high = 0;

    for (size_t i = 0; i < n; i++) {
        const double h = (v[i].lines - v[i].line) * press_line(&v[i].face);

        if (h > high)
            high = h;
    }
    return high > 0 ? high + 2 * PAD : 0;
}

static void
draw_frame(struct press *s, const struct press_box *b, double h)
{
    if (!s->drawing || (b->bare && !b->shaded))
        return;
    cairo_rectangle(s->cr, b->x, s->y, b->w, h);
    if (b->shaded) {
        cairo_set_source_rgb(s->cr, 0.93, 0.93, 0.93);
        cairo_fill_preserve(s->cr);
    }
    set_ink(s, false);
    cairo_set_line_width(s->cr, 0.5);
    if (b->bare)
        cairo_new_path(s->cr);
    else
        cairo_stroke(s->cr);
}

/* Draws of each box what fits into the height; returns whether all is drawn. */
static void
draw_part(struct press *s, struct press_box *v, size_t n, double h)
{
    for (size_t i = 0; i < n; i++) {
        const double line = press_line(&v[i].face);
        const int fit = (int)((h - 2 * PAD + 0.01) / line);
        double y = s->y + PAD;

        draw_frame(s, &v[i], h);
        for (int k = 0; k < fit && v[i].line < v[i].lines; k++, y += line) {
            if (s->drawing)
                draw_line(s, v[i].layout, v[i].line, &v[i].face, v[i].x + PAD, y,
                          v[i].w - 2 * PAD);
            v[i].line++;
        }
    }
    s->y += h;
}

static double
tallest_line(const struct press_box *v, size_t n)
{
    double high = 0;

    for (size_t i = 0; i < n; i++)
        if (press_line(&v[i].face) > high)
            high = press_line(&v[i].face);
    return high;
}

void
press_row(struct press *s, struct press_box *v, size_t n, double min_height)
{
    double left;

    measure(s, v, n);
    left = height_left(v, n);
    if (left < min_height)
        left = min_height;
    if (left < WHOLE)
        press_need(s, left);
    while (left > 0 && s->page <= PRESS_PAGES_MAX) {
        const double room = PRESS_BOTTOM - s->y;

        if (left <= room) {
            draw_part(s, v, n, left);
            break;
        }
        if (room >= 3 * tallest_line(v, n) + 2 * PAD)
            draw_part(s, v, n, room);
        left = height_left(v, n);
        if (left > 0)
            press_turn(s);
    }
    for (size_t i = 0; i < n; i++)
        g_object_unref(v[i].layout);
}
