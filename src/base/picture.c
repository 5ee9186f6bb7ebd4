#include "picture.h"

#include "buf.h"
#include "text.h"
#include "vec.h"

#include <string.h>

void
picture_add(struct arena *mem,
            struct picture *to,
            enum picture_kind kind,
            enum picture_look look,
            const struct picture_point *p,
            size_t n)
{
    struct picture_point *own = ARENA_ARRAY(mem, n, struct picture_point);

    memcpy(own, p, n * sizeof *own);
    *VEC_PUSH(mem, to) = (struct picture_mark){
        .kind = kind, .look = look, .p = own, .n = n, .text = ""
    };
}

void
picture_text(struct arena *mem,
             struct picture *to,
             enum picture_look look,
             struct picture_point at,
             bool from_start,
             const char *text)
{
    if (!text || !*text)
        return;
    picture_add(mem, to, PICTURE_TEXT, look, &at, 1);
    to->v[to->n - 1].text = text;
    to->v[to->n - 1].from_start = from_start;
}

double
picture_letter(enum picture_look look)
{
    return look == PICTURE_NOTE ? 12 : 14;
}

double
picture_text_width(enum picture_look look, const char *text)
{
    double wide = 0;
    int32_t cp;

    while ((cp = text_next(&text)))
        wide += cp < 0x1100 ? 0.6 : cp >= 0xfe00 && cp <= 0xfe0f ? 0 : 1;
    return wide * picture_letter(look);
}

void
picture_corner(const struct picture_mark *m,
               size_t i,
               struct picture_point *from,
               struct picture_point *to)
{
    const struct picture_point *before = &m->p[(i + m->n - 1) % m->n];
    const struct picture_point *behind = &m->p[(i + 1) % m->n];

    *from = (struct picture_point){ (before->x + m->p[i].x) / 2,
                                    (before->y + m->p[i].y) / 2 };
    *to = (struct picture_point){ (behind->x + m->p[i].x) / 2,
                                  (behind->y + m->p[i].y) / 2 };
}

static void
add_curve(struct buf *b, const struct picture_mark *m)
{
    struct picture_point from;
    struct picture_point to;

    for (size_t i = 0; i < m->n; i++) {
        picture_corner(m, i, &from, &to);
        if (i == 0)
            buf_printf(b, "M%.1f %.1f", from.x, from.y);
        buf_printf(b, "Q%.1f %.1f %.1f %.1f", m->p[i].x, m->p[i].y, to.x, to.y);
    }
    buf_lit(b, "Z");
}

const char *
picture_path(struct arena *mem, const struct picture_mark *m)
{
    struct buf b = buf_new(mem);

    switch (m->kind) {
    case PICTURE_LINE:
    case PICTURE_SHAPE:
        for (size_t i = 0; i < m->n; i++)
            buf_printf(&b, "%c%.1f %.1f", i ? 'L' : 'M', m->p[i].x, m->p[i].y);
        buf_str(&b, m->kind == PICTURE_SHAPE ? "Z" : "");
        break;
    case PICTURE_CURVE:
        add_curve(&b, m);
        break;
    case PICTURE_ROUND:
        buf_printf(&b, "M%.1f %.1fa%.1f %.1f 0 1 0 %.1f 0a%.1f %.1f 0 1 0 %.1f 0Z",
                   m->p[0].x - m->p[1].x, m->p[0].y, m->p[1].x, m->p[1].y,
                   2 * m->p[1].x, m->p[1].x, m->p[1].y, -2 * m->p[1].x);
        break;
    case PICTURE_TEXT:
        break;
    }
    return buf_text(&b);
}

const char *
picture_look_name(enum picture_look look)
{
    static const char *const NAMES[PICTURE_LOOK_N] = {
        "solid",  "bold",  "dashed", "dotted", "thin",  "home",
        "filled", "paper", "label",  "strong", "small",
    };

    return NAMES[look];
}
