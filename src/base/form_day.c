#include "form_day.h"

#include "buf.h"
#include "text.h"

#include <string.h>

static bool
starts_with(const char *s, const char *start)
{
    return strncmp(s, start, strlen(start)) == 0;
}

/* Returns the plain character that a three-byte one stands for, or 0. */
static char
plain_of(const unsigned char *s)
{
    if (s[0] == 0xef && s[1] == 0xbc && s[2] >= 0x81 && s[2] <= 0xbf)
        return (char)(s[2] - 0x81 + '!');
    if (s[0] == 0xef && s[1] == 0xbd && s[2] >= 0x80 && s[2] <= 0x9e)
        return (char)(s[2] - 0x80 + '`');
    if (starts_with((const char *)s, "ー") || starts_with((const char *)s, "−")
        || starts_with((const char *)s, "‐") || starts_with((const char *)s, "―"))
        return '-';
    return 0;
}

const char *
form_plain(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);

    for (s = text_line(mem, s); *s; s++) {
        char ch = plain_of((const unsigned char *)s);

        if (ch) {
            buf_char(&b, ch);
            s += 2;
        } else if (*s != ' ') {
            buf_char(&b, *s);
        }
    }
    return buf_text(&b);
}

static bool
number(const char *s, int *out)
{
    int64_t v;

    if (strlen(s) > 4 || !text_int(s, 1, 9999, &v))
        return false;
    *out = (int)v;
    return true;
}

static enum form_day
make(const struct era *era, int y, int m, int d, struct day *out)
{
    int64_t western = era ? (int64_t)era->from.year + y - 1 : y;

    if (era ? era_make(era, y, m, d, out) : day_make(y, m, d, out))
        return FORM_DAY_OK;
    if (era && day_make((int)western, m, d, out)) {
        out->n = DAY_NONE;
        return FORM_DAY_OTHER_ERA;
    }
    return FORM_DAY_IMPOSSIBLE;
}

enum form_day
form_day_parts(struct arena *mem,
               const char *era,
               const char *year,
               const char *month,
               const char *day,
               struct day *out)
{
    bool western = !*era || strcmp(era, "seireki") == 0;
    const struct era *e = western ? NULL : era_find(era);
    int y = 1;
    int m;
    int d;

    out->n = DAY_NONE;
    year = form_plain(mem, year);
    if ((!western && !e) || (strcmp(year, "元") != 0 && !number(year, &y))
        || (strcmp(year, "元") == 0 && !e) || !number(form_plain(mem, month), &m)
        || !number(form_plain(mem, day), &d))
        return FORM_DAY_UNREADABLE;
    return make(e, y, m, d, out);
}

/* Takes 昭和, 昭 or S; moves on past it. NULL (and no move) for Western years. */
static const struct era *
take_era(const char **s)
{
    size_t n;
    const struct era *all = era_list(&n);

    if (starts_with(*s, "西暦"))
        *s += strlen("西暦");
    for (size_t i = 0; i < n; i++) {
        char letter = all[i].code[0];

        if (**s == letter || **s == (char)(letter - 'a' + 'A'))
            *s += 1;
        else if (starts_with(*s, all[i].name))
            *s += strlen(all[i].name);
        else if (strncmp(*s, all[i].name, 3) == 0)
            *s += 3;
        else
            continue;
        return &all[i];
    }
    return NULL;
}

static bool
take_number(const char **s, int *out)
{
    char digits[5];
    size_t n = strspn(*s, "0123456789");

    if (n == 0 || n > 4)
        return false;
    memcpy(digits, *s, n);
    digits[n] = '\0';
    *s += n;
    return number(digits, out);
}

static bool
take_mark(const char **s, const char *kanji)
{
    size_t n = strlen(kanji);

    if (**s && strchr(".-/", **s))
        *s += 1;
    else if (strncmp(*s, kanji, n) == 0)
        *s += n;
    else
        return false;
    return true;
}

static bool
take_year(const char **s, bool era, int *out)
{
    if (!era || !starts_with(*s, "元"))
        return take_number(s, out);
    *s += strlen("元");
    *out = 1;
    return true;
}

enum form_day
form_day_text(struct arena *mem, const char *s, struct day *out)
{
    const struct era *era;
    int64_t whole;
    int y;
    int m;
    int d;

    out->n = DAY_NONE;
    s = form_plain(mem, s);
    if (strlen(s) == 8 && text_int(s, 1, 99999999, &whole))
        return make(NULL, (int)(whole / 10000), (int)(whole / 100 % 100),
                    (int)(whole % 100), out);
    era = take_era(&s);
    if (!take_year(&s, era != NULL, &y) || !take_mark(&s, "年") || !take_number(&s, &m)
        || !take_mark(&s, "月") || !take_number(&s, &d))
        return FORM_DAY_UNREADABLE;
    if (starts_with(s, "日"))
        s += strlen("日");
    return *s ? FORM_DAY_UNREADABLE : make(era, y, m, d, out);
}
