#include "paper.h"

#include "../base/text.h"
#include "../base/vec.h"

#include <math.h>
#include <string.h>

static const char MAGIC[8] = "KSNPPR1\n";

/* Pictures lie within this; so no number can overflow on the way to the page. */
static const double FAR = 100000;

struct paper_block *
paper_add(struct arena *mem, struct paper_doc *p, enum paper_kind kind)
{
    *VEC_PUSH(mem, &p->blocks) =
        (struct paper_block){ .kind = kind, .label = "", .text = "" };
    return &p->blocks.v[p->blocks.n - 1];
}

struct paper_cell *
paper_cell(struct arena *mem,
           struct paper_block *b,
           const char *label,
           const char *text)
{
    *VEC_PUSH(mem, &b->cells) = (struct paper_cell){ .label = label ? label : "",
                                                     .text = text ? text : "",
                                                     .width = 1 };
    return &b->cells.v[b->cells.n - 1];
}

static void
put_number(struct buf *b, size_t v)
{
    const unsigned char bytes[4] = { (unsigned char)(v >> 24), (unsigned char)(v >> 16),
                                     (unsigned char)(v >> 8), (unsigned char)v };

    buf_add(b, bytes, sizeof bytes);
}

static void
put_text(struct buf *b, const char *s)
{
    const size_t n = s ? strlen(s) : 0;

    put_number(b, n);
    if (n)
        buf_add(b, s, n);
}

/* In hundredths, moved so that it is never negative. */
static void
put_real(struct buf *b, double v)
{
    put_number(b, (size_t)llround((v + FAR) * 100));
}

static void
put_picture(struct buf *b, const struct picture *p)
{
    put_real(b, p->width);
    put_real(b, p->height);
    put_number(b, p->n);
    for (size_t i = 0; i < p->n; i++) {
        const struct picture_mark *m = &p->v[i];

        put_number(b, (size_t)m->kind);
        put_number(b, (size_t)m->look);
        put_number(b, m->from_start);
        put_text(b, m->text);
        put_number(b, m->n);
        for (size_t k = 0; k < m->n; k++) {
            put_real(b, m->p[k].x);
            put_real(b, m->p[k].y);
        }
    }
}

static void
put_block(struct buf *b, const struct paper_block *k)
{
    put_number(b, (size_t)k->kind);
    put_text(b, k->label);
    put_text(b, k->text);
    put_number(b, k->n);
    put_number(b, k->flags);
    put_number(b, k->cells.n);
    for (size_t i = 0; i < k->cells.n; i++) {
        put_text(b, k->cells.v[i].label);
        put_text(b, k->cells.v[i].text);
        put_number(b, k->cells.v[i].width);
        put_number(b, k->cells.v[i].flags);
    }
    if (k->kind == PAPER_PICTURE)
        put_picture(b, &k->picture);
}

void
paper_encode(const struct paper_doc *p, struct buf *out)
{
    const char *const texts[] = { p->form, p->title, p->below, p->side,
                                  p->law,  p->foot,  p->mark,  p->made };

    buf_add(out, MAGIC, sizeof MAGIC);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        put_text(out, texts[i]);
    put_number(out, p->secret | p->goes_on << 1);
    put_number(out, p->blocks.n);
    for (size_t i = 0; i < p->blocks.n; i++)
        put_block(out, &p->blocks.v[i]);
}

/* Where reading stands; after the first mistake everything reads as nothing. */
struct reading {
    struct arena *mem;
    const unsigned char *p;
    size_t n;
    size_t cells; /* so far */
    bool bad;
};

static uint32_t
get_number(struct reading *r, uint32_t max)
{
    uint32_t v;

    if (r->bad || r->n < 4) {
        r->bad = true;
        return 0;
    }
    v = (uint32_t)r->p[0] << 24 | (uint32_t)r->p[1] << 16 | (uint32_t)r->p[2] << 8
        | (uint32_t)r->p[3];
    r->p += 4;
    r->n -= 4;
    if (v <= max)
        return v;
    r->bad = true;
    return 0;
}

static const char *
get_text(struct reading *r)
{
    const size_t n = get_number(r, PAPER_BYTES_MAX);
    const char *s;

    if (r->bad || n > r->n || !text_valid((const char *)r->p, n)) {
        r->bad = true;
        return "";
    }
    s = arena_copy(r->mem, r->p, n);
    r->p += n;
    r->n -= n;
    return s;
}

static double
get_real(struct reading *r)
{
    return (double)get_number(r, (uint32_t)(2 * FAR * 100)) / 100 - FAR;
}

/* How many points a mark of the kind has at least. */
static size_t
points_of(enum picture_kind kind)
{
    return kind == PICTURE_TEXT ? 1 : kind == PICTURE_CURVE ? 3 : 2;
}

static void
get_mark(struct reading *r, struct picture_mark *m)
{
    m->kind = (enum picture_kind)get_number(r, PICTURE_TEXT);
    m->look = (enum picture_look)get_number(r, PICTURE_LOOK_N - 1);
    m->from_start = get_number(r, 1) == 1;
    m->text = get_text(r);
    m->n = get_number(r, (uint32_t)(r->n / 8));
    if (r->bad || m->n < points_of(m->kind)) {
        r->bad = true;
        return;
    }
    m->p = ARENA_ARRAY(r->mem, m->n, struct picture_point);
    for (size_t i = 0; i < m->n; i++)
        m->p[i] = (struct picture_point){ get_real(r), get_real(r) };
}

static void
get_picture(struct reading *r, struct picture *out)
{
    size_t n;

    out->width = get_real(r);
    out->height = get_real(r);
    n = get_number(r, (uint32_t)(r->n / 20));
    if (out->width < 1 || out->height < 1)
        r->bad = true;
    for (size_t i = 0; i < n && !r->bad; i++) {
        struct picture_mark m = { .text = "" };

        get_mark(r, &m);
        if (!r->bad)
            *VEC_PUSH(r->mem, out) = m;
    }
}

static void
get_cells(struct reading *r, struct paper_block *b)
{
    const size_t n = get_number(r, (uint32_t)(PAPER_CELLS_MAX - r->cells));

    r->cells += n;
    for (size_t i = 0; i < n && !r->bad; i++) {
        struct paper_cell cell = { .label = get_text(r) };

        cell.text = get_text(r);
        cell.width = get_number(r, 100);
        cell.flags = get_number(r, PAPER_FLAGS);
        *VEC_PUSH(r->mem, &b->cells) = cell;
    }
}

/* What the drawing relies on. */
static bool
block_good(const struct paper_block *b)
{
    if (b->kind == PAPER_TABLE || b->kind == PAPER_FIELDS)
        return b->n > 0 && b->n <= 40;
    return b->n <= 300;
}

static void
get_block(struct reading *r, struct paper_doc *out)
{
    struct paper_block *b =
        paper_add(r->mem, out, (enum paper_kind)get_number(r, PAPER_KIND_N - 1));

    b->label = get_text(r);
    b->text = get_text(r);
    b->n = get_number(r, 300);
    b->flags = get_number(r, PAPER_FLAGS);
    get_cells(r, b);
    if (b->kind == PAPER_PICTURE)
        get_picture(r, &b->picture);
    if (!block_good(b)
        || (b->kind == PAPER_TABLE && (b->cells.n < b->n || b->cells.n % b->n)))
        r->bad = true;
}

bool
paper_decode_next(struct arena *mem,
                  const unsigned char **bytes,
                  size_t *n,
                  struct paper_doc *out)
{
    struct reading r = { .mem = mem, .p = *bytes, .n = *n };
    const char **texts[] = { &out->form, &out->title, &out->below, &out->side,
                             &out->law,  &out->foot,  &out->mark,  &out->made };
    size_t blocks;
    uint32_t flags;

    *out = (struct paper_doc){ .form = "" };
    if (*n < sizeof MAGIC || memcmp(*bytes, MAGIC, sizeof MAGIC) != 0)
        return false;
    r.p += sizeof MAGIC;
    r.n -= sizeof MAGIC;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = get_text(&r);
    flags = get_number(&r, 3);
    out->secret = flags & 1;
    out->goes_on = flags >> 1;
    blocks = get_number(&r, PAPER_BLOCKS_MAX);
    for (size_t i = 0; i < blocks && !r.bad; i++)
        get_block(&r, out);
    *bytes = r.p;
    *n = r.n;
    return !r.bad;
}

bool
paper_decode(struct arena *mem,
             const unsigned char *bytes,
             size_t n,
             struct paper_doc *out)
{
    *out = (struct paper_doc){ .form = "" };
    return n <= PAPER_BYTES_MAX && paper_decode_next(mem, &bytes, &n, out) && n == 0;
}
