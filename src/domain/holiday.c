#include "holiday.h"

#include "../base/text.h"

enum { MARCH = 3, MONDAY = 1 };

/* Which day of March or September the sun crosses the equator, seen from Japan. */
static int
equinox(int month, int year)
{
    const double base = month == MARCH ? 20.8431 : 23.2488;

    return (int)(base + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}

static bool
in_force(const struct plan_holiday *h, int year)
{
    return (!h->from_year.given || year >= h->from_year.v)
           && (!h->to_year.given || year <= h->to_year.v);
}

static bool
falls_on(const struct plan_holiday *h, struct ymd v, int weekday)
{
    if (v.month != h->month || !in_force(h, v.year))
        return false;
    if (text_same(h->rule, "equinox"))
        return v.day == equinox(v.month, v.year);
    if (text_same(h->rule, "monday"))
        return weekday == MONDAY && (v.day + 6) / 7 == h->day.v;
    return v.day == h->day.v;
}

/* The holidays that article 2 names. */
static const char *
named(const struct settings *s, struct day day)
{
    const struct profile_settings *from =
        s->own && s->own->holidays.n ? s->own : s->defaults;
    const struct ymd v = day_ymd(day);
    const int weekday = day_weekday(day);

    for (size_t i = 0; from && i < from->holidays.n; i++)
        if (falls_on(&from->holidays.v[i], v, weekday))
            return from->holidays.v[i].name;
    return NULL;
}

/* Whether a holiday on a Sunday pushes its rest to this day: the next that is none itself. */
static bool
in_lieu(const struct settings *s, struct day day)
{
    for (struct day d = { day.n - 1 }; named(s, d); d.n--)
        if (day_weekday(d) == 0)
            return true;
    return false;
}

const char *
holiday_name(const struct settings *s, struct day day)
{
    const char *name = named(s, day);

    if (name)
        return name;
    if (in_lieu(s, day))
        return "振替休日";
    if (named(s, (struct day){ day.n - 1 }) && named(s, (struct day){ day.n + 1 }))
        return "国民の休日";
    return NULL;
}
