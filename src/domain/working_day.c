#include "working_day.h"

/* Source: 行政機関の休日に関する法律1条 and the like ordinances: 12月29日 to 1月3日. */
static bool
turn_of_year(struct day day)
{
    struct ymd v = day_ymd(day);

    return (v.month == 12 && v.day >= 29) || (v.month == 1 && v.day <= 3);
}

bool
working_day(struct day day, const struct closing_days *closed)
{
    int w = day_weekday(day);

    if (w == 0 || w == 6 || turn_of_year(day))
        return false;
    for (size_t i = 0; closed && i < closed->n; i++)
        if (closed->v[i].n == day.n)
            return false;
    return true;
}

struct day
working_day_after(struct day day, int n, const struct closing_days *closed)
{
    while (!working_day(day, closed))
        day.n++;
    while (n-- > 0)
        do
            day.n++;
        while (!working_day(day, closed));
    return day;
}

int
working_days_to_triage(enum urgency urgency)
{
    switch (urgency) {
    case URGENCY_NOW:
        return 0;
    case URGENCY_SOON:
        return 3;
    case URGENCY_WATCH:
        return 5;
    case URGENCY_NONE:
    case URGENCY_UNKNOWN:
    case URGENCY_NORMAL:
        return 10;
    }
    return 10;
}

int
working_days_to_confirm(enum urgency urgency)
{
    switch (urgency) {
    case URGENCY_NOW:
        return 0;
    case URGENCY_SOON:
        return 1;
    case URGENCY_WATCH:
    case URGENCY_NONE:
    case URGENCY_UNKNOWN:
    case URGENCY_NORMAL:
        return 3;
    }
    return 3;
}
