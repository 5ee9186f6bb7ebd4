#include "press_part.h"

#include "../base/vec.h"

#include <cairo-pdf.h>
#include <string.h>

static const struct press_face TITLE = { .size = 15, .bold = true };
static const struct press_face BELOW = { .size = 9.5 };
static const struct press_face SIDE = { .size = 8.5, .align = PRESS_END };
static const struct press_face SIDE_FIRST = { .size = 9.5,
                                              .bold = true,
                                              .align = PRESS_END };
static const struct press_face LAW = { .size = 8, .mincho = true };
static const struct press_face FOOT = { .size = 7.5, .soft = true };
static const struct press_face SECRET = {
    .size = 17, .bold = true, .mincho = true, .align = PRESS_MIDDLE
};

static void
draw_mark(struct press *s)
{
    const struct press_face face = { .size = 19 };
    PangoLayout *l;
    int wide;

    if (!s->drawing || !*s->paper->mark)
        return;
    l = press_layout(s, s->paper->mark, &face, 0);
    pango_layout_get_size(l, &wide, NULL);
    cairo_save(s->cr);
    cairo_set_source_rgba(s->cr, 0, 0, 0, 0.07);
    for (int i = 0; i < 3; i++) {
        cairo_save(s->cr);
        cairo_translate(s->cr, PRESS_WIDTH / 2, PRESS_HEIGHT * (0.25 + 0.26 * i));
        cairo_rotate(s->cr, -0.5);
        cairo_move_to(s->cr, -wide / 2.0 / PANGO_SCALE, 0);
        /* as a shape: what is copied or read aloud is the paper itself */
        pango_cairo_layout_path(s->cr, l);
        cairo_fill(s->cr);
        cairo_restore(s->cr);
    }
    cairo_restore(s->cr);
    g_object_unref(l);
}

static void
draw_foot(struct press *s)
{
    const double y = PRESS_BOTTOM + PRESS_MM(4);
    struct press_face right = FOOT;
    const char *number =
        s->pages ? arena_printf(s->mem, "%d / %d", s->page, s->pages) : "";

    right.align = PRESS_END;
    press_rule(s, PRESS_LEFT, y - 3, PRESS_RIGHT, y - 3, 0.4);
    press_text(s, s->paper->foot, &FOOT, PRESS_LEFT, y, PRESS_SPAN - 60);
    press_text(s,
               arena_printf(s->mem, "%s%s%s", s->paper->form,
                            *s->paper->form ? "　" : "", number),
               &right, PRESS_RIGHT - 60, y, 60);
}

/* Later pages say again what they belong to. */
static void
draw_running_head(struct press *s)
{
    const struct press_face face = { .size = 8, .soft = true };
    struct press_face right = face;
    const char *side = s->paper->side;
    const size_t n = strcspn(side, "\n");

    right.align = PRESS_END;
    press_text(s,
               arena_printf(s->mem, "%s%s（つづき）", s->paper->secret ? "秘　" : "",
                            s->paper->title),
               &face, PRESS_LEFT, PRESS_TOP, PRESS_SPAN * 0.6);
    press_text(s, arena_copy(s->mem, side, n), &right, PRESS_LEFT + PRESS_SPAN * 0.6,
               PRESS_TOP, PRESS_SPAN * 0.4);
    s->y = PRESS_TOP + 14;
    press_rule(s, PRESS_LEFT, s->y, PRESS_RIGHT, s->y, 0.4);
    s->y += 6;
}

static void
begin_page(struct press *s)
{
    s->page++;
    s->y = PRESS_TOP;
    draw_mark(s);
    draw_foot(s);
    if (s->page > s->head)
        draw_running_head(s);
}

void
press_turn(struct press *s)
{
    const struct paper_block *table = s->table;

    if (s->page >= PRESS_PAGES_MAX) {
        s->page = PRESS_PAGES_MAX + 1; /* counted as too many; goes on in place */
        s->y = PRESS_TOP;
        return;
    }
    if (s->drawing)
        cairo_show_page(s->cr);
    begin_page(s);
    s->table = NULL; /* the columns themselves never turn the page */
    if (table)
        press_columns(s, table);
    s->table = table;
}

void
press_need(struct press *s, double room)
{
    if (s->y + room > PRESS_BOTTOM && s->y > PRESS_TOP + 40)
        press_turn(s);
}

static double
draw_secret(struct press *s)
{
    const double side = PRESS_MM(10);

    if (!s->paper->secret)
        return 0;
    if (s->drawing) {
        cairo_set_line_width(s->cr, 1.2);
        cairo_rectangle(s->cr, PRESS_LEFT + 1, PRESS_TOP + 1, side, side);
        cairo_stroke(s->cr);
    }
    press_text(s, "秘", &SECRET, PRESS_LEFT + 1, PRESS_TOP + 2, side);
    return side + 8;
}

/* Right of the title; the first line, by which the paper is told from others, is bold. */
static double
draw_side(struct press *s, double w)
{
    const char *side = s->paper->side;
    const size_t n = strcspn(side, "\n");
    const double x = PRESS_RIGHT - w;
    double y = PRESS_TOP;

    if (!*side)
        return 0;
    y += press_text(s, arena_copy(s->mem, side, n), &SIDE_FIRST, x, y, w);
    return y - PRESS_TOP + press_text(s, side + n + (side[n] == '\n'), &SIDE, x, y, w);
}

static void
draw_head(struct press *s)
{
    const struct paper_doc *p = s->paper;
    const double shift = draw_secret(s);
    const double right = *p->side ? PRESS_MM(52) : 0;
    const double x = PRESS_LEFT + shift;
    const double w = PRESS_SPAN - shift - right;
    double y = PRESS_TOP + (*p->below ? 0 : 4);
    double end;

    y += press_text(s, p->title, &TITLE, x, y, w);
    if (*p->below)
        y += press_text(s, p->below, &BELOW, x, y, w);
    end = PRESS_TOP + draw_side(s, right);
    if (shift > 0 && end < PRESS_TOP + PRESS_MM(11))
        end = PRESS_TOP + PRESS_MM(11);
    s->y = (y > end ? y : end) + 4;
    press_rule(s, PRESS_LEFT, s->y, PRESS_RIGHT, s->y, 1);
    s->y += 6;
    if (*p->law) {
        struct press_box box = {
            .x = PRESS_LEFT, .w = PRESS_SPAN, .s = p->law, .face = LAW
        };

        press_row(s, &box, 1, 0);
        s->y += 6;
    }
}

static void
run(struct press *s, const struct paper_doc *p)
{
    s->paper = p;
    s->head = s->page + 1;
    s->table = NULL;
    begin_page(s);
    draw_head(s);
    for (size_t i = 0; i < p->blocks.n && s->page <= PRESS_PAGES_MAX; i++)
        press_block(s, &p->blocks.v[i]);
    if (s->drawing)
        cairo_show_page(s->cr);
}

static cairo_status_t
take_bytes(void *arg, const unsigned char *bytes, unsigned int n)
{
    buf_add(arg, bytes, n);
    return CAIRO_STATUS_SUCCESS;
}

static void
set_facts(cairo_surface_t *surface, const struct paper_doc *p)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, p->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Kasane");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, p->made);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, p->made);
}

static PangoContext *
text_context(cairo_t *cr)
{
    PangoContext *t = pango_cairo_create_context(cr);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_resolution(t, 72);
    pango_cairo_context_set_font_options(t, options);
    pango_context_set_language(t, pango_language_from_string("ja"));
    pango_context_set_round_glyph_positions(t, FALSE);
    cairo_font_options_destroy(options);
    return t;
}

/* Runs through a paper and what goes on from it; returns how many papers these were. */
static size_t
run_group(struct press *s, const struct paper_doc *v, size_t n)
{
    size_t i = 0;

    s->page = 0;
    do
        run(s, &v[i++]);
    while (i < n && v[i].goes_on && s->page <= PRESS_PAGES_MAX);
    while (i < n && v[i].goes_on)
        i++;
    return i;
}

/* The back of a sheet whose front ends a paper. */
static void
draw_blank(struct press *s)
{
    const struct press_face face = { .size = 8, .soft = true, .align = PRESS_MIDDLE };

    press_text(s, "（この面は白紙です）", &face, PRESS_LEFT, PRESS_HEIGHT / 2,
               PRESS_SPAN);
    cairo_show_page(s->cr);
}

/* Draws all; counts the pages; false where there are too many. */
static bool
draw_all(struct press *s, const struct paper_doc *v, size_t n, int *pages)
{
    int all = 0;

    *pages = 0;
    for (size_t i = 0; i < n;) {
        size_t group;

        s->drawing = false;
        s->pages = 0;
        group = run_group(s, &v[i], n - i);
        s->pages = s->page;
        all += s->pages;
        *pages = all;
        if (s->pages > PRESS_PAGES_MAX || all > PRESS_SET_PAGES_MAX)
            return false;
        s->drawing = true;
        run_group(s, &v[i], n - i);
        i += group;
        if (i < n && s->pages % 2) {
            draw_blank(s);
            *pages = ++all;
        }
    }
    return true;
}

bool
press_papers(const struct paper_doc *v, size_t n, struct buf *out, int *pages)
{
    const size_t before = out->n;
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(take_bytes, out, PRESS_WIDTH, PRESS_HEIGHT);
    struct press s = { .mem = arena_new(), .cr = cairo_create(surface) };
    int all;
    bool good;

    set_facts(surface, &v[0]);
    s.text = text_context(s.cr);
    good = draw_all(&s, v, n, &all);
    cairo_surface_finish(surface);
    good = good && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
           && cairo_status(s.cr) == CAIRO_STATUS_SUCCESS;
    g_object_unref(s.text);
    cairo_destroy(s.cr);
    cairo_surface_destroy(surface);
    arena_free(s.mem);
    if (!good)
        out->n = before;
    if (pages)
        *pages = all;
    return good;
}

bool
press_paper(const struct paper_doc *p, struct buf *out, int *pages)
{
    return press_papers(p, 1, out, pages);
}

bool
press_bytes(const unsigned char *job, size_t n, struct buf *out)
{
    struct {
        struct paper_doc *v;
        size_t n;
        size_t cap;
    } all = { .v = NULL };
    struct paper_doc p;

    while (n) {
        if (!paper_decode_next(out->mem, &job, &n, &p))
            return false;
        *VEC_PUSH(out->mem, &all) = p;
    }
    return all.n && press_papers(all.v, all.n, out, NULL);
}

void
press_warm(void)
{
    struct arena *mem = arena_new();
    struct buf b = buf_new(mem);
    struct paper_doc p = {
        .form = "",
        .title = "秘",
        .below = "",
        .side = "",
        .law = "法",
        .foot = "",
        .mark = "",
        .made = "2026-01-01T00:00:00+09:00",
        .secret = 1,
    };

    paper_add(mem, &p, PAPER_HEADING)->text = "あア漢0A";
    (void)!press_paper(&p, &b, NULL);
    arena_free(mem);
}
