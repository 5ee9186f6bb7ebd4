#include "day.h"

#include <string.h>

enum { MS_PER_DAY = 86400000, JST_MS = 9 * 3600000, YEAR_MIN = 1868, YEAR_MAX = 2199 };

/* Source: 元号法 and the cabinet orders under it; earlier eras by 太政官布告. */
static const struct era ERAS[] = {
    { "reiwa", "令和", { 2019, 5, 1 } },   { "heisei", "平成", { 1989, 1, 8 } },
    { "showa", "昭和", { 1926, 12, 25 } }, { "taisho", "大正", { 1912, 7, 30 } },
    { "meiji", "明治", { 1868, 1, 25 } },
};

static const char *const WEEKDAYS[] = { "日", "月", "火", "水", "木", "金", "土" };

bool
day_known(struct day d)
{
    return d.n != DAY_NONE;
}

/* Days from civil and back: the proleptic Gregorian calendar in 400-year cycles. */
static int32_t
days_from(int y, int m, int d)
{
    int era;
    int yoe;
    int doy;

    y -= m <= 2;
    era = (y >= 0 ? y : y - 399) / 400;
    yoe = y - era * 400;
    doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct ymd
day_ymd(struct day d)
{
    int z = d.n + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    struct ymd out = { .year = yoe + era * 400,
                       .month = mp < 10 ? mp + 3 : mp - 9,
                       .day = doy - (153 * mp + 2) / 5 + 1 };

    out.year += out.month <= 2;
    return out;
}

bool
day_make(int year, int month, int day, struct day *out)
{
    struct ymd back;

    out->n = DAY_NONE;
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1
        || day > 31)
        return false;
    out->n = days_from(year, month, day);
    back = day_ymd(*out);
    if (back.month == month && back.day == day)
        return true;
    out->n = DAY_NONE;
    return false;
}

static bool
digits(const char *s, int n, int *out)
{
    int v = 0;

    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return false;
        v = v * 10 + (s[i] - '0');
    }
    *out = v;
    return true;
}

bool
day_read(const char *s, struct day *out)
{
    int y;
    int m;
    int d;

    out->n = DAY_NONE;
    return strlen(s) == 10 && digits(s, 4, &y) && s[4] == '-' && digits(s + 5, 2, &m)
           && s[7] == '-' && digits(s + 8, 2, &d) && day_make(y, m, d, out);
}

struct day
day_of(int64_t instant)
{
    int64_t ms = instant + JST_MS;
    int64_t n = ms / MS_PER_DAY - (ms % MS_PER_DAY < 0);

    return (struct day){ .n = (int32_t)n };
}

int64_t
day_begin(struct day d)
{
    return (int64_t)d.n * MS_PER_DAY - JST_MS;
}

int
day_weekday(struct day d)
{
    int w = (d.n + 4) % 7;

    return w < 0 ? w + 7 : w;
}

int
day_fiscal_year(struct day d)
{
    struct ymd v = day_ymd(d);

    return v.month >= 4 ? v.year : v.year - 1;
}

struct day
day_fiscal_end(struct day d)
{
    return (struct day){ .n = days_from(day_fiscal_year(d) + 1, 3, 31) };
}

const char *
day_iso(struct arena *mem, struct day d)
{
    struct ymd v = day_ymd(d);

    return arena_printf(mem, "%04d-%02d-%02d", v.year, v.month, v.day);
}

const struct era *
era_list(size_t *n)
{
    *n = sizeof ERAS / sizeof *ERAS;
    return ERAS;
}

const struct era *
era_find(const char *code)
{
    for (size_t i = 0; i < sizeof ERAS / sizeof *ERAS; i++)
        if (strcmp(ERAS[i].code, code) == 0)
            return &ERAS[i];
    return NULL;
}

bool
era_make(const struct era *e, int year, int month, int day, struct day *out)
{
    out->n = DAY_NONE;
    if (year < 1 || year > YEAR_MAX
        || !day_make(e->from.year + year - 1, month, day, out))
        return false;
    if (era_of(*out) == e)
        return true;
    out->n = DAY_NONE;
    return false;
}

const struct era *
era_of(struct day d)
{
    for (size_t i = 0; i < sizeof ERAS / sizeof *ERAS; i++)
        if (d.n >= days_from(ERAS[i].from.year, ERAS[i].from.month, ERAS[i].from.day))
            return &ERAS[i];
    return NULL;
}

static const char *
year_ja(struct arena *mem, struct day d)
{
    const struct era *era = era_of(d);
    struct ymd v = day_ymd(d);
    int n;

    if (!era)
        return arena_printf(mem, "%d年", v.year);
    n = v.year - era->from.year + 1;
    if (n == 1)
        return arena_printf(mem, "%s元年", era->name);
    return arena_printf(mem, "%s%d年", era->name, n);
}

const char *
day_ja(struct arena *mem, struct day d)
{
    return arena_printf(mem, "%s%s", year_ja(mem, d), day_short(mem, d));
}

const char *
day_short(struct arena *mem, struct day d)
{
    struct ymd v = day_ymd(d);

    return arena_printf(mem, "%d月%d日（%s）", v.month, v.day,
                        WEEKDAYS[day_weekday(d)]);
}

const char *
instant_clock(struct arena *mem, int64_t instant)
{
    int64_t min = (instant - day_begin(day_of(instant))) / 60000;

    return arena_printf(mem, "%d時%02d分", (int)(min / 60), (int)(min % 60));
}

const char *
instant_ja(struct arena *mem, int64_t instant)
{
    struct day d = day_of(instant);
    struct ymd v = day_ymd(d);

    return arena_printf(mem, "%s%d月%d日 %s", year_ja(mem, d), v.month, v.day,
                        instant_clock(mem, instant));
}

const char *
instant_iso(struct arena *mem, int64_t instant)
{
    struct day d = day_of(instant);
    int ms = (int)(instant - day_begin(d));

    return arena_printf(mem, "%sT%02d:%02d:%02d.%03d+09:00", day_iso(mem, d),
                        ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

const char *
era_year(struct arena *mem, int year)
{
    struct day first = { .n = days_from(year, 4, 1) };
    const struct era *era = era_of(first);
    int n;

    if (!era)
        return arena_printf(mem, "%d", year);
    /* an era that begins later in the fiscal year names all of it: 令和元年度 is 2019 */
    if (year == 2019)
        return "令和元";
    n = year - era->from.year + 1;
    return n == 1 ? arena_printf(mem, "%s元", era->name)
                  : arena_printf(mem, "%s%d", era->name, n);
}
