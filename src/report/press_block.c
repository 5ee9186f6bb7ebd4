#include "press_part.h"

#include "../base/vec.h"

#include <string.h>

static const struct press_face BODY = { .size = 9.5 };
static const struct press_face SMALL = { .size = 8 };
static const struct press_face LABEL = { .size = 8, .bold = true };
static const struct press_face CELL = { .size = 8.5, .air = 1.4 };
static const struct press_face COLUMN = { .size = 8, .bold = true, .air = 1.4 };

enum { BOXES_MAX = 80 };

static const double AFTER = 7; /* between blocks */

static void
draw_heading(struct press *s, const struct paper_block *b)
{
    const struct press_face face = { .size = 10.5, .bold = true };

    press_need(s, PRESS_MM(22));
    if (s->drawing) {
        cairo_set_source_rgb(s->cr, 0, 0, 0);
        cairo_rectangle(s->cr, PRESS_LEFT, s->y + 3, 3, 10.5);
        cairo_fill(s->cr);
    }
    s->y += press_text(s, b->text, &face, PRESS_LEFT + 8, s->y, PRESS_SPAN - 8) + 2;
}

static struct press_face
face_of(const struct paper_block *b)
{
    struct press_face face = b->flags & PAPER_SMALL ? SMALL : BODY;

    face.mincho = (b->flags & PAPER_MINCHO) != 0;
    return face;
}

static void
draw_text(struct press *s, const struct paper_block *b)
{
    struct press_box box = { .x = PRESS_LEFT,
                             .w = PRESS_SPAN,
                             .s = b->text,
                             .face = face_of(b),
                             .bare = !(b->flags & PAPER_BOX) };

    if (*b->label) {
        press_need(s, PRESS_MM(16));
        s->y += press_text(s, b->label, &LABEL, PRESS_LEFT, s->y, PRESS_SPAN) + 1;
    }
    press_row(s, &box, 1, b->flags & PAPER_BOX ? b->n * press_line(&box.face) + 6 : 0);
    s->y += b->flags & PAPER_BOX ? AFTER : 3;
}

/* One line of fields: each its label and its value. */
static void
draw_field_line(struct press *s,
                const struct paper_cell *v,
                size_t n,
                double column,
                size_t columns)
{
    struct press_box box[BOXES_MAX];
    double x = PRESS_LEFT;
    size_t used = 0;

    for (size_t i = 0; i < n; i++) {
        const size_t span = i + 1 == n ? columns - used : v[i].width;
        const double label = PRESS_MM(columns > 2 ? 20 : 26);
        const double w = column * (double)span;

        used += span;
        box[2 * i] = (struct press_box){
            .x = x, .w = label, .s = v[i].label, .face = COLUMN, .shaded = true
        };
        box[2 * i + 1] = (struct press_box){
            .x = x + label, .w = w - label, .s = v[i].text, .face = BODY
        };
        x += w;
    }
    press_row(s, box, 2 * n, 19);
}

static void
draw_fields(struct press *s, const struct paper_block *b)
{
    const size_t columns = b->n > 4 ? 4 : b->n;
    const double column = PRESS_SPAN / (double)columns;

    for (size_t i = 0; i < b->cells.n;) {
        size_t used = 0;
        size_t n = 0;

        while (i + n < b->cells.n) {
            const size_t w = b->cells.v[i + n].width ? b->cells.v[i + n].width : 1;

            if (n && used + w > columns)
                break;
            used += w;
            n++;
        }
        draw_field_line(s, &b->cells.v[i], n, column, columns > used ? columns : used);
        i += n;
    }
    s->y += AFTER;
}

/* Fills the boxes of a table's row; widths are shares of the whole. */
static void
table_row(struct press *s, const struct paper_block *b, size_t from, bool head)
{
    struct press_box box[BOXES_MAX / 2];
    const size_t n = b->n;
    double x = PRESS_LEFT;
    uint32_t whole = 0;

    for (size_t i = 0; i < n; i++)
        whole += b->cells.v[i].width;
    for (size_t i = 0; i < n; i++) {
        const struct paper_cell *cell = &b->cells.v[from + i];
        const double w = PRESS_SPAN * b->cells.v[i].width / (double)(whole ? whole : 1);

        box[i] = (struct press_box){ .x = x,
                                     .w = w,
                                     .s = head ? cell->label : cell->text,
                                     .face = head ? COLUMN : CELL,
                                     .shaded = head || cell->flags & PAPER_SHADED };
        x += w;
    }
    press_row(s, box, n, head ? 0 : 17);
}

void
press_columns(struct press *s, const struct paper_block *b)
{
    table_row(s, b, 0, true);
}

static void
draw_table(struct press *s, const struct paper_block *b)
{
    press_need(s, PRESS_MM(24));
    press_columns(s, b);
    s->table = b;
    for (size_t i = b->n; i + b->n <= b->cells.n; i += b->n)
        table_row(s, b, i, false);
    s->table = NULL;
    if (b->cells.n == b->n && *b->text) {
        struct press_box box = {
            .x = PRESS_LEFT, .w = PRESS_SPAN, .s = b->text, .face = CELL
        };

        press_row(s, &box, 1, 17);
    }
    s->y += AFTER;
}

static double
wide(struct press *s, const char *text, const struct press_face *face)
{
    PangoLayout *l = press_layout(s, text, face, 0);
    int w;

    pango_layout_get_size(l, &w, NULL);
    g_object_unref(l);
    return (double)w / PANGO_SCALE;
}

/* The boxes with what they say, broken only between boxes. */
static const char *
ticks_text(struct press *s, const struct paper_block *b, double room)
{
    struct buf text = buf_new(s->mem);
    double used = 0;

    for (size_t i = 0; i < b->cells.n; i++) {
        const char *one = arena_printf(s->mem, "%s %s",
                                       b->cells.v[i].flags & PAPER_TICKED ? "■" : "□",
                                       b->cells.v[i].label);
        const double w = wide(s, one, &BODY) + 2 * BODY.size;
        const bool turn = b->n == 1 || used + w > room + 2 * BODY.size;

        if (i)
            buf_str(&text, turn ? "\n" : "　　");
        buf_str(&text, one);
        used = i && turn ? w : used + w;
    }
    return buf_text(&text);
}

static void
draw_ticks(struct press *s, const struct paper_block *b)
{
    const double label = *b->label ? PRESS_MM(26) : 0;
    struct press_box box[2];

    box[0] = (struct press_box){
        .x = PRESS_LEFT, .w = label, .s = b->label, .face = COLUMN, .shaded = true
    };
    box[1] = (struct press_box){ .x = PRESS_LEFT + label,
                                 .w = PRESS_SPAN - label,
                                 .s = ticks_text(s, b, PRESS_SPAN - label - 8),
                                 .face = BODY };
    press_row(s, box + (label > 0 ? 0 : 1), label > 0 ? 2 : 1, 19);
    s->y += AFTER;
}

static void
draw_stamps(struct press *s, const struct paper_block *b)
{
    const double w = PRESS_MM(19);
    const size_t n = b->cells.n > 8 ? 8 : b->cells.n;
    double x = PRESS_RIGHT - w * (double)n;

    press_need(s, PRESS_MM(24));
    for (size_t i = 0; i < n; i++, x += w) {
        struct press_face face = COLUMN;

        face.align = PRESS_MIDDLE;
        press_text(s, b->cells.v[i].label, &face, x, s->y + 2, w);
        if (!s->drawing)
            continue;
        cairo_set_source_rgb(s->cr, 0, 0, 0);
        cairo_set_line_width(s->cr, 0.5);
        cairo_rectangle(s->cr, x, s->y, w, 15);
        cairo_rectangle(s->cr, x, s->y + 15, w, PRESS_MM(17));
        cairo_stroke(s->cr);
        if (*b->cells.v[i].text)
            press_text(s, b->cells.v[i].text, &face, x, s->y + 28, w);
    }
    if (*b->text)
        press_text(s, b->text, &SMALL, PRESS_LEFT, s->y,
                   PRESS_SPAN - w * (double)n - 10);
    s->y += 15 + PRESS_MM(17) + AFTER;
}

static void
draw_sign(struct press *s, const struct paper_block *b)
{
    press_need(s, PRESS_MM(10) * (double)b->cells.n);
    for (size_t i = 0; i < b->cells.n; i++) {
        const struct paper_cell *c = &b->cells.v[i];
        const double x = PRESS_LEFT + PRESS_SPAN * 0.36;
        const double base = s->y + PRESS_MM(9);
        struct press_face end = SMALL;

        end.align = PRESS_END;
        press_text(s, c->label, &BODY, PRESS_LEFT + PRESS_SPAN * 0.14,
                   base - press_line(&BODY), PRESS_SPAN * 0.22);
        press_text(s, c->text, &end, x, base - press_line(&SMALL) - 1, PRESS_RIGHT - x);
        press_rule(s, x, base, PRESS_RIGHT, base, 0.5);
        s->y = base;
    }
    s->y += AFTER + 3;
}

static void
draw_lines(struct press *s, const struct paper_block *b)
{
    /* the label stays with its lines */
    press_need(s, press_line(&LABEL) + PRESS_MM(8) * (double)b->n);
    if (*b->label)
        s->y += press_text(s, b->label, &LABEL, PRESS_LEFT, s->y, PRESS_SPAN);
    for (uint32_t i = 0; i < b->n; i++) {
        press_need(s, PRESS_MM(8));
        s->y += PRESS_MM(8);
        press_rule(s, PRESS_LEFT, s->y, PRESS_RIGHT, s->y, 0.3);
    }
    s->y += AFTER;
}

static void
draw_cut(struct press *s, const struct paper_block *b)
{
    struct press_face face = SMALL;

    face.align = PRESS_MIDDLE;
    press_need(s, PRESS_MM(40));
    s->y += 4;
    if (s->drawing) {
        const double dash[] = { 3, 3 };

        cairo_set_dash(s->cr, dash, 2, 0);
        press_rule(s, PRESS_LEFT - 20, s->y, PRESS_RIGHT + 14, s->y, 0.6);
        cairo_set_dash(s->cr, NULL, 0, 0);
    }
    s->y += 3;
    s->y += press_text(s, b->text, &face, PRESS_LEFT, s->y, PRESS_SPAN) + 3;
}

static void
draw_picture(struct press *s, const struct paper_block *b)
{
    const struct picture *p = &b->picture;
    const double high = PRESS_MM((double)(b->n ? b->n : 120));
    double scale = 0.72;

    if (p->width * scale > PRESS_SPAN)
        scale = PRESS_SPAN / p->width;
    if (p->height * scale > high)
        scale = high / p->height;
    press_need(s, p->height * scale + 14);
    if (*b->label)
        s->y += press_text(s, b->label, &LABEL, PRESS_LEFT, s->y, PRESS_SPAN) + 2;
    press_picture(s, p, PRESS_LEFT + (PRESS_SPAN - p->width * scale) / 2, s->y, scale);
    s->y += p->height * scale + AFTER;
}

void
press_block(struct press *s, const struct paper_block *b)
{
    switch (b->kind) {
    case PAPER_HEADING:
        draw_heading(s, b);
        break;
    case PAPER_TEXT:
        draw_text(s, b);
        break;
    case PAPER_FIELDS:
        draw_fields(s, b);
        break;
    case PAPER_TABLE:
        draw_table(s, b);
        break;
    case PAPER_TICKS:
        draw_ticks(s, b);
        break;
    case PAPER_STAMPS:
        draw_stamps(s, b);
        break;
    case PAPER_SIGN:
        draw_sign(s, b);
        break;
    case PAPER_LINES:
        draw_lines(s, b);
        break;
    case PAPER_CUT:
        draw_cut(s, b);
        break;
    case PAPER_BREAK:
        press_turn(s);
        break;
    case PAPER_PICTURE:
        draw_picture(s, b);
        break;
    case PAPER_KIND_N:
        break;
    }
}
