#include "about_day.h"

#include <stdlib.h>
#include <string.h>

#include "../base/form_day.h"

static const struct about_day NO_DAY = { { DAY_NONE }, { DAY_NONE } };

static bool
take(const char **s, const char *word)
{
    const size_t n = strlen(word);

    if (strncmp(*s, word, n) != 0)
        return false;
    *s += n;
    return true;
}

static bool
take_number(const char **s, int *out)
{
    char *end;

    if (**s < '0' || **s > '9')
        return false;
    *out = (int)strtol(*s, &end, 10);
    *s = end;
    return *out < 10000;
}

/* 約, およそ before a time; ごろ, くらい behind it: what was said stays, they say no day. */
static void
take_about(const char **s)
{
    static const char *const WORDS[] = {
        "約",     "およそ", "だいたい", "ごろ", "頃",
        "くらい", "ぐらい", "ほど",     "程度", "以上"
    };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (take(s, WORDS[i]))
            i = (size_t)-1;
}

static const struct era *
take_era(const char **s)
{
    size_t n;
    const struct era *all = era_list(&n);

    for (size_t i = 0; i < n; i++) {
        const char letter[2] = { (char)(all[i].code[0] - 'a' + 'A'), '\0' };

        if (take(s, all[i].name) || take(s, letter))
            return &all[i];
    }
    return NULL;
}

/* The first day of the month, and the last of it. */
static struct about_day
month(int year, int m)
{
    struct about_day out = NO_DAY;
    struct day next;

    if (!day_make(year, m, 1, &out.first)
        || !day_make(m == 12 ? year + 1 : year, m == 12 ? 1 : m + 1, 1, &next))
        return NO_DAY;
    out.last.n = next.n - 1;
    return out;
}

static struct about_day
years(int from, int until)
{
    struct about_day out = NO_DAY;

    if (!day_make(from, 1, 1, &out.first) || !day_make(until, 12, 31, &out.last))
        return NO_DAY;
    return out;
}

/* 昭和20年, 1945年, 昭和20年7月: a year or a month of a calendar. */
static struct about_day
calendar(const char *s)
{
    const struct era *era = take_era(&s);
    struct about_day out;
    int year = 1;
    int m;

    if (!(era && take(&s, "元")) && !take_number(&s, &year))
        return NO_DAY;
    if (era)
        year += era->from.year - 1;
    if (year < 1868 || year > 2199)
        return NO_DAY;
    if (take(&s, "年代"))
        return years(year - year % 10, year - year % 10 + 9);
    (void)take(&s, "年");
    out = years(year, year);
    if (take_number(&s, &m) && take(&s, "月"))
        out = month(year, m);
    take_about(&s);
    return out;
}

/* 30年前, 3か月前: back from today, a twelfth either way. */
static struct about_day
ago(const char *s, struct day today)
{
    int n;
    int days;
    struct about_day out;

    if (!take_number(&s, &n))
        return NO_DAY;
    if (take(&s, "年"))
        days = n * 365 + n / 4;
    else if (take(&s, "か月") || take(&s, "ヶ月") || take(&s, "ヵ月")
             || take(&s, "カ月"))
        days = n * 61 / 2;
    else if (take(&s, "週間"))
        days = n * 7;
    else if (take(&s, "日"))
        days = n;
    else
        return NO_DAY;
    take_about(&s);
    if (!take(&s, "前"))
        return NO_DAY;
    out.first.n = today.n - days - days / 12;
    out.last.n = today.n - days + days / 12;
    return out;
}

struct about_day
about_day_read(struct arena *mem, const char *said, struct day today)
{
    const char *s = form_plain(mem, said);
    struct about_day out;
    struct day exact;

    take_about(&s);
    if (form_day_text(mem, s, &exact) == FORM_DAY_OK)
        return (struct about_day){ exact, exact };
    out = ago(s, today);
    return day_known(out.first) ? out : calendar(s);
}

/* Who is of an age from least to most today was born on one of these days. */
static struct about_day
born(int least, int most, struct day today)
{
    const struct ymd t = day_ymd(today);
    struct about_day out = NO_DAY;

    if (most > 130)
        return NO_DAY;
    /* the 28th stands in for a 29th of February */
    if (!day_make(t.year - most - 1, t.month, t.day > 28 ? 28 : t.day, &out.first)
        || !day_make(t.year - least, t.month, t.day > 28 ? 28 : t.day, &out.last))
        return NO_DAY;
    out.first.n++;
    return out;
}

struct about_day
about_birth_read(struct arena *mem, const char *said, struct day today)
{
    const char *s = form_plain(mem, said);
    int n;

    take_about(&s);
    if (take_number(&s, &n)) {
        if (take(&s, "代"))
            return n % 10 || n > 120 ? NO_DAY : born(n, n + 9, today);
        if (take(&s, "歳") || take(&s, "才"))
            return born(n, n, today);
    }
    return about_day_read(mem, said, today);
}

int
age_on(struct day birth, struct day day)
{
    const struct ymd b = day_ymd(birth);
    const struct ymd t = day_ymd(day);

    return t.year - b.year
           - (t.month < b.month || (t.month == b.month && t.day < b.day));
}

const char *
about_age(struct arena *mem, struct about_day birth, struct day today)
{
    int least;
    int most;

    if (!day_known(birth.first) || birth.last.n > today.n)
        return NULL;
    least = age_on(birth.last, today);
    most = age_on(birth.first, today);
    if (least == most)
        return arena_printf(mem, "%d歳", least);
    if (most - least >= 8 && least / 10 == most / 10)
        return arena_printf(mem, "%d代", least / 10 * 10);
    return arena_printf(mem, "%d～%d歳", least, most);
}
