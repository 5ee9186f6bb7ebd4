/* The dates of a body for a whole year, set in one act. */
#include "desk_sitting_part.h"

#include "../base/text.h"
#include "../domain/working_day.h"

enum { MONTHS = 12, WEEK = 7 };

/* The day of a month that stands where the first date stood in its own. */
static bool
same_place(struct ctx *c,
           struct day first,
           int months,
           enum sitting_rhythm rhythm,
           struct day *out)
{
    const struct ymd t = day_ymd(first);
    const int m = t.month - 1 + months;
    struct day begin;
    int shift;

    if (!day_make(t.year + m / MONTHS, m % MONTHS + 1, 1, &begin))
        return refuse(c, ERR_BUG, "no such month");
    if (rhythm == SITTING_RHYTHM_DAY) {
        out->n = begin.n + t.day - 1;
        while (day_ymd(*out).month != m % MONTHS + 1)
            out->n--; /* the 31st of a short month is its last day */
        return true;
    }
    shift = (day_weekday(first) - day_weekday(begin) + WEEK) % WEEK;
    out->n = begin.n + shift + (t.day - 1) / WEEK * WEEK;
    while (day_ymd(*out).month != m % MONTHS + 1)
        out->n -= WEEK; /* the fifth of a month that has four is the last */
    return true;
}

static bool
stands(const struct sql_sitting_count_rows *rows, const char *body, struct day day)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].held_on.n == day.n && text_same(rows->v[i].body, body))
            return true;
    return false;
}

static bool
set_one(struct ctx *c, const struct form_sitting_series *f, struct day day)
{
    return sql_sitting_add(
        c, &(struct sql_sitting_add_in){ .sitting_id = { id_new(c) },
                                         .body = f->body,
                                         .also = "",
                                         .way = SITTING_WAY_REGULAR,
                                         .held_on = day,
                                         .held_at = f->held_at,
                                         .place = f->place,
                                         .reason = "",
                                         .convener = "",
                                         .consent_question = f->consent_question,
                                         .trigger = "",
                                         .desk_id = c->viewer->desk,
                                         .post_id = c->viewer->post,
                                         .now = c->now });
}

static bool
set_all(struct ctx *c,
        const struct form_sitting_series *f,
        struct day first,
        struct day end,
        const struct sql_sitting_count_rows *rows,
        int *n)
{
    const enum sitting_rhythm rhythm = f->rhythm ? f->rhythm : SITTING_RHYTHM_WEEKDAY;

    for (int i = 0; i < MONTHS; i++) {
        struct day day = first;

        if (!same_place(c, first, i, rhythm, &day))
            return false;
        day = working_day_after(day, 0, &c->town->settings);
        if (day.n > end.n)
            break;
        if (stands(rows, f->body, day))
            continue;
        if (!set_one(c, f, day))
            return false;
        ++*n;
    }
    return true;
}

static bool
check_series(struct ctx *c, const struct form_sitting_series *f)
{
    const struct form_sitting_new one = { .body = f->body,
                                          .way = SITTING_WAY_REGULAR,
                                          .reason = "",
                                          .convener = "",
                                          .consent_question = f->consent_question };
    bool good = sitting_check_new(c, &one);

    if (f->first.n < day_of(c->now).n)
        good =
            refuse_field(c, "first", "「最初の日」は、きょうからの日にしてください。");
    if (day_known(f->second)
        && (f->second.n <= f->first.n
            || day_ymd(f->second).month != day_ymd(f->first).month))
        good = refuse_field(
            c, "second",
            "「月の2回目の日」は、最初の日と同じ月の、あとの日にしてください。");
    return good;
}

bool
desk_sitting_series(struct ctx *c,
                    const struct form_sitting_series *f,
                    struct outcome *out)
{
    const struct day end = day_fiscal_end(f->first);
    struct sql_sitting_count_rows rows = { 0 };
    int n = 0;

    if (!desk_sitting_may_set(c) || !check_series(c, f)
        || !sql_sitting_count(
            c, &(struct sql_sitting_count_in){ .since = f->first, .until = end }, &rows)
        || !set_all(c, f, f->first, end, &rows, &n)
        || (day_known(f->second) && !set_all(c, f, f->second, end, &rows, &n)))
        return false;
    if (!n)
        return refuse_field(c, "first",
                            "その日取りの会議は、もうすべて立ててあります。");
    out->place = arena_strdup(c->mem, "/meetings?said=series_set");
    return sitting_place_waiting(c, f->body);
}
