#include "kgen_text.h"

#include <string.h>

bool
kgen_is_name_n(const char *s, size_t n)
{
    if (n == 0 || *s < 'a' || *s > 'z')
        return false;
    for (size_t i = 0; i < n; i++)
        if (!(s[i] >= 'a' && s[i] <= 'z') && !(s[i] >= '0' && s[i] <= '9')
            && s[i] != '_')
            return false;
    return true;
}

bool
kgen_is_name(const char *s)
{
    return kgen_is_name_n(s, strlen(s));
}

static void
quote_char(struct buf *b, unsigned char ch)
{
    switch (ch) {
    case '\n':
        buf_lit(b, "\\n");
        break;
    case '"':
    case '\\':
    case '?': /* no trigraph may arise */
        buf_char(b, '\\');
        buf_char(b, (char)ch);
        break;
    default:
        if (ch < 0x20 || ch == 0x7f)
            buf_printf(b, "\\%03o", ch);
        else
            buf_char(b, (char)ch);
        break;
    }
}

void
kgen_quote_n(struct buf *b, const char *s, size_t n)
{
    buf_char(b, '"');
    for (size_t i = 0; i < n; i++)
        quote_char(b, (unsigned char)s[i]);
    buf_char(b, '"');
}

void
kgen_quote(struct buf *b, const char *s)
{
    kgen_quote_n(b, s, strlen(s));
}

void
kgen_mark(struct buf *b, int line, const char *path)
{
    buf_printf(b, "#line %d ", line);
    kgen_quote(b, path);
    buf_char(b, '\n');
}

char *
kgen_rest(char *s)
{
    s += strcspn(s, " \t");
    if (*s)
        *s++ = '\0';
    return kgen_trim(s);
}
