#include "working_day.h"

#include "holiday.h"

bool
working_day(struct day day, const struct settings *s)
{
    const int w = day_weekday(day);
    const struct ymd v = day_ymd(day);

    return w != 0 && w != 6 && !settings_closed(s, v.month, v.day)
           && !holiday_name(s, day);
}

struct day
working_day_after(struct day day, int64_t n, const struct settings *s)
{
    while (!working_day(day, s))
        day.n++;
    while (n-- > 0)
        do
            day.n++;
        while (!working_day(day, s));
    return day;
}

int
working_days_between(struct day from, struct day to, const struct settings *s)
{
    int n = 0;

    for (struct day d = { from.n + 1 }; d.n <= to.n; d.n++)
        n += working_day(d, s);
    return n;
}

struct day
deadline_after(struct day day, const char *rule, const struct settings *s)
{
    return working_day_after(day, settings_deadline(s, rule), s);
}

static const char *
triage_rule(enum urgency urgency)
{
    switch (urgency) {
    case URGENCY_NOW:
        return DEADLINE_NOW;
    case URGENCY_SOON:
        return DEADLINE_SOON;
    case URGENCY_WATCH:
        return DEADLINE_WATCH;
    case URGENCY_NONE:
    case URGENCY_UNKNOWN:
    case URGENCY_NORMAL:
        return DEADLINE_TRIAGE;
    }
    return DEADLINE_TRIAGE;
}

struct day
deadline_of_triage(struct day day, enum urgency urgency, const struct settings *s)
{
    const struct day all = deadline_after(day, DEADLINE_TRIAGE, s);
    const struct day own = deadline_after(day, triage_rule(urgency), s);

    return own.n < all.n ? own : all;
}

struct day
deadline_of_confirm(struct day day, enum urgency urgency, const struct settings *s)
{
    const char *rule = urgency == URGENCY_NOW    ? DEADLINE_CONFIRM_NOW
                       : urgency == URGENCY_SOON ? DEADLINE_CONFIRM_SOON
                                                 : DEADLINE_CONFIRM;

    return deadline_after(day, rule, s);
}

const char *
deadline_missing(const struct settings *s)
{
    static const char *const rules[] = {
        DEADLINE_TRIAGE,       DEADLINE_NOW,           DEADLINE_SOON,
        DEADLINE_WATCH,        DEADLINE_CONFIRM,       DEADLINE_CONFIRM_NOW,
        DEADLINE_CONFIRM_SOON, DEADLINE_FIRST_CONTACT, DEADLINE_RETURNED,
        DEADLINE_NO_CONTACT,
    };

    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (settings_deadline(s, rules[i]) < 0)
            return rules[i];
    return NULL;
}
