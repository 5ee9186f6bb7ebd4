#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

bool
text_valid(const char *p, size_t n)
{
    size_t i = 0;

    while (i < n) {
        utf8proc_int32_t cp;
        utf8proc_ssize_t took = utf8proc_iterate((const utf8proc_uint8_t *)p + i,
                                                 (utf8proc_ssize_t)(n - i), &cp);

        if (took <= 0 || cp == 0)
            return false;
        i += (size_t)took;
    }
    return true;
}

int32_t
text_next(const char **s)
{
    utf8proc_int32_t cp;
    utf8proc_ssize_t took;

    if (!**s)
        return 0;
    took = utf8proc_iterate((const utf8proc_uint8_t *)*s, -1, &cp);
    if (took <= 0) {
        (*s)++;
        return 0xfffd;
    }
    *s += took;
    return cp;
}

void
text_put(struct buf *b, int32_t cp)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char(cp, bytes);

    buf_add(b, bytes, (size_t)n);
}

size_t
text_length(const char *s)
{
    size_t n = 0;

    while (*s)
        n += (*s++ & 0xc0) != 0x80;
    return n;
}

bool
text_is_space(int32_t cp)
{
    return cp == ' ' || cp == '\n' || cp == '\t' || cp == '\r' || cp == 0xa0
           || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200b) || cp == 0xfeff;
}

static bool
is_control(int32_t cp)
{
    return (cp < 0x20 && cp != '\n' && cp != '\t') || (cp >= 0x7f && cp < 0xa0)
           || (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069);
}

static const char *
trimmed(struct arena *mem, const char *s)
{
    const char *at;
    const char *end;

    for (at = s; text_is_space(text_next(&at));)
        s = at;
    end = s;
    for (at = s; *at;)
        if (!text_is_space(text_next(&at)))
            end = at;
    return arena_copy(mem, s, (size_t)(end - s));
}

const char *
text_clean(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);

    while (*s) {
        int32_t cp = text_next(&s);

        if (cp == '\r') {
            if (*s != '\n')
                text_put(&b, '\n');
        } else if (!is_control(cp)) {
            text_put(&b, cp);
        }
    }
    return trimmed(mem, buf_text(&b));
}

const char *
text_line(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);
    bool gap = false;

    for (s = text_clean(mem, s); *s;) {
        int32_t cp = text_next(&s);

        if (text_is_space(cp)) {
            gap = true;
            continue;
        }
        if (gap)
            text_put(&b, ' ');
        gap = false;
        text_put(&b, cp);
    }
    return buf_text(&b);
}

static bool
fold_drops(int32_t cp)
{
    return text_is_space(cp) || cp == 0x30fb || cp == 0xff65 || cp == 0xb7
           || (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0xe0100 && cp <= 0xe01ef);
}

const char *
text_fold(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);
    utf8proc_uint8_t *nfkc = utf8proc_NFKC_Casefold((const utf8proc_uint8_t *)s);
    const char *at;

    if (!nfkc)
        return arena_strdup(mem, s);
    for (at = (const char *)nfkc; *at;) {
        int32_t cp = text_next(&at);

        if (fold_drops(cp))
            continue;
        if (cp >= 0x30a1 && cp <= 0x30f6)
            cp -= 0x60;
        text_put(&b, cp);
    }
    free(nfkc);
    return buf_text(&b);
}

const char *
text_cut(struct arena *mem, const char *s, size_t n)
{
    const char *at = s;

    while (n-- && *at)
        text_next(&at);
    if (!*at)
        return s;
    return arena_printf(mem, "%.*s…", (int)(at - s), s);
}

bool
text_same(const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    return strcmp(a, b) == 0;
}

bool
text_int(const char *s, int64_t min, int64_t max, int64_t *out)
{
    bool minus = *s == '-';
    int64_t v = 0;

    s += minus;
    if (!*s)
        return false;
    for (; *s; s++) {
        if (*s < '0' || *s > '9')
            return false;
        if (__builtin_mul_overflow(v, 10, &v)
            || __builtin_add_overflow(v, (int64_t)(*s - '0'), &v))
            return false;
    }
    if (minus)
        v = -v;
    if (v < min || v > max)
        return false;
    *out = v;
    return true;
}
