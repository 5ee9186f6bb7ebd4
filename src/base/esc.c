#include "esc.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *
entity(char ch)
{
    switch (ch) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/*
 * Whether one of eight bytes is below '@', as all are that are escaped. Japanese text has
 * none: it is passed over eight bytes at a time.
 */
static bool
has_low(const char *s)
{
    uint64_t w;

    memcpy(&w, s, sizeof w);
    return ((w - UINT64_C(0x4040404040404040)) & ~w & UINT64_C(0x8080808080808080))
           != 0;
}

void
esc_html(struct buf *b, const char *s)
{
    const char *from = s;
    const char *end = s + strlen(s);

    while (s < end) {
        const char *e;

        if (end - s >= 8 && !has_low(s)) {
            s += 8;
            continue;
        }
        for (const char *stop = end - s > 8 ? s + 8 : end; s < stop; s++) {
            e = entity(*s);
            if (!e)
                continue;
            buf_add(b, from, (size_t)(s - from));
            buf_str(b, e);
            from = s + 1;
        }
    }
    buf_add(b, from, (size_t)(s - from));
}

static bool
url_is_ours(const char *s)
{
    /* browsers drop tabs and line ends: a / TAB / is another host */
    for (const char *p = s; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 0x7f)
            return false;
    if (s[0] == '/')
        return s[1] != '/' && s[1] != '\\';
    return s[0] == '#' || s[0] == '?' || strncmp(s, "tel:", 4) == 0
           || strncmp(s, "mailto:", 7) == 0;
}

void
esc_url(struct buf *b, const char *s)
{
    esc_html(b, url_is_ours(s) ? s : "#");
}

static bool
unreserved(unsigned char ch)
{
    return (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z')
           || (ch >= '0' && ch <= '9') || strchr("-._~", ch) != NULL;
}

void
esc_component(struct buf *b, const char *s)
{
    for (; *s; s++) {
        unsigned char ch = (unsigned char)*s;

        if (unreserved(ch))
            buf_char(b, *s);
        else
            buf_printf(b, "%%%02X", ch);
    }
}

static void
json_char(struct buf *b, unsigned char ch)
{
    switch (ch) {
    case '"':
        buf_lit(b, "\\\"");
        break;
    case '\\':
        buf_lit(b, "\\\\");
        break;
    case '\n':
        buf_lit(b, "\\n");
        break;
    case '\r':
        buf_lit(b, "\\r");
        break;
    case '\t':
        buf_lit(b, "\\t");
        break;
    default:
        if (ch < 0x20 || ch == 0x7f)
            buf_printf(b, "\\u%04x", ch);
        else
            buf_char(b, (char)ch);
        break;
    }
}

void
esc_json(struct buf *b, const char *s)
{
    if (!s) {
        buf_lit(b, "null");
        return;
    }
    buf_char(b, '"');
    for (; *s; s++)
        json_char(b, (unsigned char)*s);
    buf_char(b, '"');
}

void
esc_csv(struct buf *b, const char *s)
{
    bool formula = *s && strchr("=+-@\t\r\n", *s);
    bool quote = strpbrk(s, ",\"\r\n") != NULL;

    if (quote)
        buf_char(b, '"');
    if (formula)
        buf_char(b, '\'');
    for (; *s; s++) {
        if (*s == '"')
            buf_char(b, '"');
        buf_char(b, *s);
    }
    if (quote)
        buf_char(b, '"');
}
