#include "tpl.h"

#include <string.h>

const char *
tpl_str(struct buf *out, const char *s)
{
    (void)out;
    return s;
}

const char *
tpl_str_int(struct buf *out, int64_t v)
{
    return arena_printf(out->mem, "%lld", (long long)v);
}

const char *
tpl_str_size(struct buf *out, size_t v)
{
    return arena_printf(out->mem, "%zu", v);
}

const char *
tpl_str_day(struct buf *out, struct day d)
{
    return day_known(d) ? day_ja(out->mem, d) : "";
}

const char *
tpl_str_id(struct buf *out, struct id id)
{
    return arena_strdup(out->mem, id.s);
}

bool
tpl_true(bool b)
{
    return b;
}

bool
tpl_true_text(const char *s)
{
    return s && *s;
}

bool
tpl_true_int(int64_t v)
{
    return v != 0;
}

bool
tpl_true_size(size_t v)
{
    return v != 0;
}

bool
tpl_true_enum(unsigned v)
{
    return v != 0;
}

bool
tpl_true_day(struct day d)
{
    return day_known(d);
}

bool
tpl_true_id(struct id id)
{
    return !id_none(id);
}

void
tpl_json(struct buf *out, const char *s)
{
    esc_json(out, s);
}

void
tpl_json_bool(struct buf *out, bool b)
{
    buf_str(out, b ? "true" : "false");
}

void
tpl_json_int(struct buf *out, int64_t v)
{
    buf_int(out, v);
}

void
tpl_json_size(struct buf *out, size_t v)
{
    buf_str(out, tpl_str_size(out, v));
}

void
tpl_json_day(struct buf *out, struct day d)
{
    esc_json(out, day_known(d) ? day_iso(out->mem, d) : NULL);
}

void
tpl_json_id(struct buf *out, struct id id)
{
    esc_json(out, id_none(id) ? NULL : id.s);
}

void
tpl_text(struct buf *out, const char *s)
{
    if (s)
        esc_html(out, s);
}

void
tpl_lines(struct buf *out, const char *s)
{
    while (s && *s) {
        size_t n = strcspn(s, "\n");

        esc_html(out, arena_copy(out->mem, s, n));
        s += n;
        if (*s) {
            buf_lit(out, "<br>");
            s++;
        }
    }
}

void
tpl_part(struct buf *out, const char *s)
{
    if (s)
        esc_component(out, s);
}

void
tpl_path(struct buf *out, const char *s)
{
    if (s)
        buf_str(out, s);
}

/* Most of our paths need neither escape nor doubt. */
static bool
is_plain(const char *s)
{
    size_t n = strspn(s, "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789-_.~?=%#");

    return s[0] == '/' && s[1] != '/' && !s[n];
}

void
tpl_url_end(struct buf *out, size_t at)
{
    const char *url = buf_text(out) + at;

    if (is_plain(url))
        return;
    url = arena_copy(out->mem, url, out->n - at);
    out->n = at;
    esc_url(out, url);
}

bool
tpl_same(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

const char *
tpl_day_short(struct buf *out, struct day d)
{
    return day_known(d) ? day_short(out->mem, d) : "";
}

const char *
tpl_day_iso(struct buf *out, struct day d)
{
    return day_known(d) ? day_iso(out->mem, d) : "";
}

const char *
tpl_instant(struct buf *out, int64_t instant)
{
    return instant_ja(out->mem, instant);
}

const char *
tpl_instant_clock(struct buf *out, int64_t instant)
{
    return instant_clock(out->mem, instant);
}

const char *
tpl_instant_iso(struct buf *out, int64_t instant)
{
    return instant_iso(out->mem, instant);
}

const char *
tpl_num(struct buf *out, int64_t v)
{
    struct buf b = buf_new(out->mem);
    const char *digits = tpl_str_int(out, v);
    size_t n;

    if (*digits == '-')
        buf_char(&b, *digits++);
    for (n = strlen(digits); n > 0; n--) {
        buf_char(&b, *digits++);
        if (n > 1 && n % 3 == 1)
            buf_char(&b, ',');
    }
    return buf_text(&b);
}
