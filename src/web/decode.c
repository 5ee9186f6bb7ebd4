#include "decode.h"

#include "../base/text.h"

#include <string.h>

static bool
is_word_char(char ch)
{
    return (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z')
           || (ch >= '0' && ch <= '9') || ch == '_' || ch == '.' || ch == '-';
}

static bool
is_word(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!is_word_char(p[i]))
            return false;
    return n > 0;
}

bool
decode_name_good(const char *p, size_t n)
{
    return n <= DECODE_NAME_MAX && is_word(p, n);
}

void
decode_blame(struct decode_fault *why, const char *name, size_t n)
{
    memset(why->field, 0, sizeof why->field);
    if (decode_name_good(name, n))
        memcpy(why->field, name, n);
}

enum decode_verdict
decode_text(const char *p, size_t n)
{
    if (n && memchr(p, '\0', n))
        return DECODE_NUL;
    return text_valid(p, n) ? DECODE_GOOD : DECODE_UTF8;
}

static int
hex(char ch)
{
    if (ch >= '0' && ch <= '9')
        return ch - '0';
    if (ch >= 'A' && ch <= 'F')
        return ch - 'A' + 10;
    if (ch >= 'a' && ch <= 'f')
        return ch - 'a' + 10;
    return -1;
}

/* Undoes percent-encoding; plus: a + is a space. Checks nothing but the digits. */
static bool
unescape(struct arena *mem,
         const char *p,
         size_t n,
         bool plus,
         const char **out,
         size_t *out_n)
{
    char *to = arena_alloc(mem, n + 1);
    size_t at = 0;

    for (size_t i = 0; i < n; i++) {
        if (p[i] == '%') {
            if (n - i < 3 || hex(p[i + 1]) < 0 || hex(p[i + 2]) < 0)
                return false;
            to[at++] = (char)(hex(p[i + 1]) << 4 | hex(p[i + 2]));
            i += 2;
        } else {
            to[at++] = plus && p[i] == '+' ? ' ' : p[i];
        }
    }
    *out = to;
    *out_n = at;
    return true;
}

enum decode_verdict
decode_target(
    struct arena *mem, const char *raw, size_t n, const char **path, const char **query)
{
    const char *mark;
    size_t path_n;

    if (n > DECODE_TARGET_MAX)
        return DECODE_LONG;
    if (n == 0 || raw[0] != '/')
        return DECODE_FORM;
    for (size_t i = 0; i < n; i++)
        if (raw[i] <= ' ' || raw[i] > '~' || raw[i] == '#')
            return DECODE_FORM;
    mark = memchr(raw, '?', n);
    path_n = mark ? (size_t)(mark - raw) : n;
    *path = arena_copy(mem, raw, path_n);
    *query = mark ? arena_copy(mem, mark + 1, n - path_n - 1) : "";
    return DECODE_GOOD;
}

/* A part that could be taken for something else by whoever reads it next. */
static bool
part_misleads(const char *s)
{
    if (strcmp(s, ".") == 0 || strcmp(s, "..") == 0)
        return true;
    for (; *s; s++)
        if ((unsigned char)*s < 0x20 || *s == 0x7f || *s == '/' || *s == '\\')
            return true;
    return false;
}

static enum decode_verdict
add_part(struct arena *mem, const char *p, size_t n, struct decode_path *out)
{
    enum decode_verdict v;
    const char *s;
    size_t s_n;

    if (n == 0 || out->n == DECODE_SEGMENTS_MAX)
        return DECODE_FORM;
    if (!unescape(mem, p, n, false, &s, &s_n))
        return DECODE_PERCENT;
    v = decode_text(s, s_n);
    if (v != DECODE_GOOD)
        return v;
    if (part_misleads(s))
        return DECODE_FORM;
    out->part[out->n++] = s;
    out->text = arena_printf(mem, "%s/%s", out->text, s);
    return DECODE_GOOD;
}

enum decode_verdict
decode_path(struct arena *mem, const char *raw, size_t n, struct decode_path *out)
{
    size_t at = 1;

    *out = (struct decode_path){ .text = "" };
    if (n > DECODE_TARGET_MAX)
        return DECODE_LONG;
    if (n == 0 || raw[0] != '/')
        return DECODE_FORM;
    while (at < n) {
        const char *slash = memchr(raw + at, '/', n - at);
        size_t end = slash ? (size_t)(slash - raw) : n;
        enum decode_verdict v = add_part(mem, raw + at, end - at, out);

        if (v != DECODE_GOOD)
            return v;
        at = end + 1;
        out->slash = slash != NULL;
    }
    if (out->n == 0)
        out->text = "/";
    return DECODE_GOOD;
}

/* Reads "name=value" or "name". */
static enum decode_verdict
add_pair(struct arena *mem,
         const char *p,
         size_t n,
         struct fields *out,
         struct decode_fault *why)
{
    const char *equals = memchr(p, '=', n);
    size_t name_end = equals ? (size_t)(equals - p) : n;
    size_t from = equals ? name_end + 1 : n;
    enum decode_verdict v;
    const char *name;
    const char *value;
    size_t name_n;
    size_t value_n;

    decode_blame(why, "", 0);
    if (name_end > 3 * DECODE_NAME_MAX)
        return DECODE_NAME;
    if (!unescape(mem, p, name_end, true, &name, &name_n))
        return DECODE_PERCENT;
    if (!decode_name_good(name, name_n))
        return DECODE_NAME;
    decode_blame(why, name, name_n);
    if (!unescape(mem, p + from, n - from, true, &value, &value_n))
        return DECODE_PERCENT;
    v = decode_text(value, value_n);
    if (v != DECODE_GOOD)
        return v;
    if (out->n >= DECODE_FIELDS_MAX)
        return DECODE_MANY;
    fields_add(mem, out, name, value);
    return DECODE_GOOD;
}

static enum decode_verdict
decode_pairs(struct arena *mem,
             const char *p,
             size_t n,
             struct fields *out,
             struct decode_fault *why)
{
    size_t at = 0;

    while (at < n) {
        const char *amp = memchr(p + at, '&', n - at);
        size_t end = amp ? (size_t)(amp - p) : n;
        enum decode_verdict v = DECODE_GOOD;

        if (end > at)
            v = add_pair(mem, p + at, end - at, out, why);
        if (v != DECODE_GOOD)
            return v;
        at = end + 1;
    }
    decode_blame(why, "", 0);
    return DECODE_GOOD;
}

enum decode_verdict
decode_query(struct arena *mem,
             const char *p,
             size_t n,
             struct fields *out,
             struct decode_fault *why)
{
    decode_blame(why, "", 0);
    return n > DECODE_TARGET_MAX ? DECODE_LONG : decode_pairs(mem, p, n, out, why);
}

enum decode_verdict
decode_form(struct arena *mem,
            const char *p,
            size_t n,
            struct fields *out,
            struct decode_fault *why)
{
    decode_blame(why, "", 0);
    return n > DECODE_BODY_MAX ? DECODE_LONG : decode_pairs(mem, p, n, out, why);
}

/* Takes our cookie's value, once. */
static enum decode_verdict
take_cookie(struct arena *mem, const char *p, size_t n, const char **value)
{
    if (*value)
        return DECODE_TWICE;
    if (n > DECODE_COOKIE_MAX)
        return DECODE_LONG;
    if (!is_word(p, n))
        return DECODE_FORM;
    *value = arena_copy(mem, p, n);
    return DECODE_GOOD;
}

enum decode_verdict
decode_cookie(struct arena *mem,
              const char *header,
              size_t n,
              const char *name,
              const char **value)
{
    size_t name_n = strlen(name);
    size_t at = 0;

    *value = NULL;
    while (at < n) {
        const char *semicolon = memchr(header + at, ';', n - at);
        size_t end = semicolon ? (size_t)(semicolon - header) : n;
        enum decode_verdict v = DECODE_GOOD;

        while (at < end && (header[at] == ' ' || header[at] == '\t'))
            at++;
        if (end - at > name_n && header[at + name_n] == '='
            && memcmp(header + at, name, name_n) == 0)
            v = take_cookie(mem, header + at + name_n + 1, end - at - name_n - 1,
                            value);
        if (v != DECODE_GOOD) {
            *value = NULL;
            return v;
        }
        at = end + 1;
    }
    return DECODE_GOOD;
}

const char *
decode_code(enum decode_verdict v)
{
    static const char *const codes[] = {
        "good", "long", "many",  "name", "percent",
        "nul",  "utf8", "twice", "kind", "form",
    };

    return codes[v];
}

static const char *
mend(enum decode_verdict v)
{
    switch (v) {
    case DECODE_GOOD:
        return "";
    case DECODE_LONG:
        return "送られた内容が長すぎます。短くして送り直してください。";
    case DECODE_MANY:
        return "項目が多すぎます。分けて送り直してください。";
    case DECODE_NAME:
        return "読めない名前の項目があります。画面を開き直してください。";
    case DECODE_PERCENT:
    case DECODE_FORM:
        return "送られた内容を読めません。画面を開き直してください。";
    case DECODE_NUL:
    case DECODE_UTF8:
        return "読めない文字があります。書き直してください。";
    case DECODE_TWICE:
        return "同じ項目が2回あります。1回にしてください。";
    case DECODE_KIND:
        return "文字、整数、真偽のどれかで書いてください。";
    }
    return "";
}

const char *
decode_sentence(struct arena *mem,
                enum decode_verdict v,
                const struct decode_fault *why)
{
    if (why->field[0] == '\0')
        return mend(v);
    return arena_printf(mem, "「%s」: %s", why->field, mend(v));
}
