#include "plan_settings.h"

#include <stdlib.h>

#include "../base/text.h"

enum { PLACES = 2 };

/* Returns the place to look into at a turn: the municipality's own, then the defaults. */
static const struct profile_settings *
place(const struct settings *s, size_t turn)
{
    return turn == 0 ? s->own : s->defaults;
}

const char *
settings_word(const struct settings *s, const char *key)
{
    for (size_t turn = 0; turn < PLACES; turn++) {
        const struct profile_settings *at = place(s, turn);

        for (size_t i = 0; at && i < at->words.n; i++)
            if (text_same(at->words.v[i].key, key))
                return at->words.v[i].text;
    }
    return NULL;
}

int64_t
settings_deadline(const struct settings *s, const char *rule)
{
    for (size_t turn = 0; turn < PLACES; turn++) {
        const struct profile_settings *at = place(s, turn);

        for (size_t i = 0; at && i < at->deadlines.n; i++)
            if (text_same(at->deadlines.v[i].rule, rule))
                return at->deadlines.v[i].working_days;
    }
    return -1;
}

const char *
settings_basis(const struct settings *s, const char *giver, const char *receiver)
{
    for (size_t turn = 0; turn < PLACES; turn++) {
        const struct profile_settings *at = place(s, turn);

        for (size_t i = 0; at && i < at->referral_bases.n; i++)
            if (text_same(at->referral_bases.v[i].giver, giver)
                && text_same(at->referral_bases.v[i].receiver, receiver))
                return at->referral_bases.v[i].basis;
    }
    return NULL;
}

const char *
settings_rule(const struct settings *s, const char *rule)
{
    for (size_t turn = 0; turn < PLACES; turn++) {
        const struct profile_settings *at = place(s, turn);

        for (size_t i = 0; at && i < at->rules.n; i++)
            if (text_same(at->rules.v[i].rule, rule))
                return at->rules.v[i].value;
    }
    return "";
}

/* Reads MM-DD, checked when the file was read, as a number that sorts: 1229. */
static int
month_day(const char *text)
{
    return (int)(strtol(text, NULL, 10) * 100 + strtol(text + 3, NULL, 10));
}

static bool
falls_in(const struct plan_closing_days *days, int at)
{
    int from = month_day(days->from);
    int to = month_day(days->to);

    if (from <= to)
        return from <= at && at <= to;
    return at >= from || at <= to;
}

const char *
settings_closed(const struct settings *s, int month, int day)
{
    const struct profile_settings *at = s->own;

    if (!at || !at->closing_days.v)
        at = s->defaults;
    for (size_t i = 0; at && i < at->closing_days.n; i++)
        if (falls_in(&at->closing_days.v[i], month * 100 + day))
            return at->closing_days.v[i].name;
    return NULL;
}

int64_t
settings_small_below(const struct settings *s)
{
    if (s->own && s->own->suppress_below.given)
        return s->own->suppress_below.v;
    return s->defaults && s->defaults->suppress_below.given
               ? s->defaults->suppress_below.v
               : 0;
}
