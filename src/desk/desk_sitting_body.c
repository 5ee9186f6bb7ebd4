/* One body of the plan in one fiscal year. Source. */
#include "desk_sitting_body.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "desk_plan_say.h"
#include "desk_sitting_part.h"

#include <string.h>

static const char *
consent_words(const struct plan_meeting *m)
{
    switch (m->consent_required) {
    case PROFILE_CONSENT_YES:
        return "本人の同意がある人のことだけを話します。";
    case PROFILE_CONSENT_NO:
        return "本人の同意がなくても話せます。";
    case PROFILE_CONSENT_MIXED:
        return "案件によって、本人の同意が要ります。";
    case PROFILE_CONSENT_NOT_APPLICABLE:
        return "ひとりひとりの案件は話しません。";
    case PROFILE_CONSENT_NOT_STATED:
    case PROFILE_CONSENT_NONE:
        break;
    }
    return "本人の同意が要るかどうかは計画になく、開くときに決めます。";
}

static const char *
cited_law(struct ctx *c, const struct plan_meeting *m)
{
    return m->legal_basis.n && m->legal_basis.v[0].cited
               ? say_law(c, m->legal_basis.v, m->legal_basis.n)
               : NULL;
}

const char *
sitting_help(struct ctx *c, const struct plan_meeting *m)
{
    const char *law = cited_law(c, m);
    struct buf b = buf_new(c->mem);

    buf_printf(&b, "%sの「%s」は、%s%s", c->town->name, m->name,
               m->host_name ? m->host_name : "主催を計画が決めていない会議として",
               m->host_name ? "が開きます。" : "開かれます。");
    if (law)
        buf_printf(&b, "%sの会議です。", law);
    else if (m->kind == PROFILE_MEETING_KIND_SUPPORT)
        buf_lit(&b, "計画は法の条を挙げていません。");
    buf_str(&b, consent_words(m));
    if (m->confidentiality.anonymise == TRI_YES)
        buf_lit(&b, "名前などの個人情報は伏せます。");
    if (sitting_binds(m))
        buf_lit(&b, "出る人は秘密を守る義務を負います。");
    if (m->agenda.n)
        buf_printf(&b, "話すこと：%s。",
                   plan_tags_text(c->mem, c->town->profile, &m->agenda));
    return buf_text(&b);
}

bool
sitting_counts_for(const char *of, const char *also, const char *body)
{
    const size_t n = strlen(body);
    const char *at = also;

    if (text_same(of, body))
        return true;
    while ((at = strstr(at, body)) != NULL) {
        if ((at == also || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
            return true;
        at += n;
    }
    return false;
}

static bool
is_of(const struct sql_year_sittings_row *s, const char *body)
{
    return sitting_counts_for(s->body, s->also, body);
}

static bool
was_held(const struct sql_year_sittings_row *s)
{
    return s->state == SITTING_STATE_OPEN || s->state == SITTING_STATE_CLOSED;
}

/* All rows of the year; of the body and held: what is counted. */
struct year {
    const char *body;
    struct sql_year_sittings_rows sittings;
    struct sql_year_issues_rows issues;
    struct sql_year_seats_rows seats;
};

static bool
counts(const struct year *y, struct sitting_id id)
{
    for (size_t i = 0; i < y->sittings.n; i++)
        if (id_same(y->sittings.v[i].sitting_id.id, id.id))
            return is_of(&y->sittings.v[i], y->body) && was_held(&y->sittings.v[i]);
    return false;
}

static void
count(struct ctx *c,
      struct body_count_list *out,
      const char *label,
      long n,
      const char *unit)
{
    *VEC_PUSH(c->mem, out) =
        (struct body_count_view){ .label = label,
                                  .value = arena_printf(c->mem, "%ld%s", n, unit) };
}

static void
show_totals(struct ctx *c, const struct year *y, struct body_year_view *out)
{
    long held = 0, cases = 0, topics = 0, decided = 0, roles = 0, present = 0;

    for (size_t i = 0; i < y->sittings.n; i++) {
        const struct sql_year_sittings_row *s = &y->sittings.v[i];

        if (!is_of(s, y->body) || !was_held(s))
            continue;
        held++;
        cases += (long)s->cases;
        topics += (long)s->topics;
        decided += (long)s->decided;
        roles += (long)s->roles;
        present += (long)s->present;
    }
    count(c, &out->totals, "開いた回数", held, "回");
    count(c, &out->totals, "話したケースの案件", cases, "件");
    count(c, &out->totals, "ケースのない案件", topics, "件");
    count(c, &out->totals, "決まった案件", decided, "件");
    count(c, &out->totals, "決めた役割・仕事", roles, "件");
    count(c, &out->totals, "出席（延べ）", present, "人");
}

/* Rows come sorted by label: runs of the same are one line. */
static void
show_runs(struct ctx *c, const struct year *y, struct body_year_view *out)
{
    long n = 0;

    for (size_t i = 0; i < y->issues.n; i++) {
        n += counts(y, y->issues.v[i].sitting_id) ? (long)y->issues.v[i].n : 0;
        if (i + 1 < y->issues.n
            && text_same(y->issues.v[i + 1].code, y->issues.v[i].code))
            continue;
        if (n)
            count(c, &out->issues, town_label(c->town, "issue", y->issues.v[i].code), n,
                  "件");
        n = 0;
    }
    for (size_t i = 0; i < y->seats.n; i++) {
        n += counts(y, y->seats.v[i].sitting_id);
        if (i + 1 < y->seats.n && text_same(y->seats.v[i + 1].name, y->seats.v[i].name))
            continue;
        if (n)
            count(c, &out->parties, y->seats.v[i].name, n, "回");
        n = 0;
    }
}

static void
show_dates(struct ctx *c, const struct year *y, struct body_year_view *out)
{
    long n = 0;

    for (size_t i = 0; i < y->sittings.n; i++) {
        const struct sql_year_sittings_row *s = &y->sittings.v[i];

        if (!is_of(s, y->body))
            continue;
        n += s->state != SITTING_STATE_CANCELLED;
        *VEC_PUSH(c->mem, &out->sittings) = (struct body_date_view){
            .path = arena_printf(c->mem, "%s/meetings/%s", c->town->path,
                                 s->sitting_id.id.s),
            .day = arena_printf(c->mem, "%s%s%s", day_ja(c->mem, s->held_on),
                                *s->held_at ? "　" : "", s->held_at),
            .state = sitting_state_label(s->state),
            .tone = s->state == SITTING_STATE_CLOSED ? "ok" : "",
            .way = s->way == SITTING_WAY_REGULAR ? NULL : sitting_way_label(s->way),
        };
    }
    out->planned = arena_printf(c->mem, "予定 %ld回", n);
}

/* At how many sittings somebody of the kinds was that the plan looks for. Source: R-155. */
static long
sittings_with(struct ctx *c, const struct year *y, const struct texts *members)
{
    long n = 0;

    for (size_t i = 0; i < y->sittings.n; i++) {
        bool there = false;

        for (size_t k = 0; k < y->seats.n && !there; k++)
            for (size_t j = 0; j < members->n && !there; j++) {
                const char *name = profile_body_name(c->town->profile, members->v[j]);

                there =
                    id_same(y->seats.v[k].sitting_id.id, y->sittings.v[i].sitting_id.id)
                    && (sitting_belongs(y->seats.v[k].code, members->v[j])
                        || (name
                            && strncmp(y->seats.v[k].name, name, strlen(name)) == 0));
            }
        n += there && counts(y, y->sittings.v[i].sitting_id);
    }
    return n;
}

static void
show_shares(struct ctx *c, const struct year *y, struct body_year_view *out)
{
    const struct profile_settings *s = c->town->profile->settings;
    long held = 0;

    for (size_t i = 0; i < y->sittings.n; i++)
        held += counts(y, y->sittings.v[i].sitting_id);
    for (size_t i = 0; s && i < s->body_shares.n; i++) {
        const struct plan_body_share *one = &s->body_shares.v[i];
        const long with = sittings_with(c, y, &one->members);

        if (text_same(one->body, y->body))
            *VEC_PUSH(c->mem, &out->shares) = (struct body_count_view){
                .label = one->label,
                .value = held ? arena_printf(c->mem, "%ld回のうち%ld回（%ld％）", held,
                                             with, with * 100 / held)
                              : "まだ開いていません",
            };
    }
}

/* How many sittings of the year are missing to what the plan asks at least. Source: R-161. */
static bool
show_low(struct ctx *c,
         const struct plan_meeting *m,
         int year,
         const struct sql_year_sittings_in *of,
         struct body_year_view *out)
{
    const bool over = year < day_fiscal_year(day_of(c->now));
    struct sql_sitting_count_rows rows = { 0 };
    long n = 0;

    if (!m->cadence.per_year_min.given)
        return true;
    if (!sql_sitting_count(
            c, &(struct sql_sitting_count_in){ .since = of->since, .until = of->until },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        n += sitting_counts_for(rows.v[i].body, rows.v[i].also, m->id)
             && (!over || rows.v[i].state != SITTING_STATE_PLANNED);
    n = (long)m->cadence.per_year_min.v - n;
    if (n > 0)
        out->low = arena_printf(c->mem, over ? "%ld回足りません" : "あと%ld回", n);
    return true;
}

static void
show_years(struct ctx *c, const char *body, int year, struct body_year_view *out)
{
    for (int y = year - 2; y <= year + 1; y++)
        *VEC_PUSH(c->mem, &out->years) = (struct link_view){
            .text = say_year(c, y),
            .current = y == year,
            .path = arena_printf(c->mem, "%s/meetings/year?body=%s&year=%d",
                                 c->town->path, body, y),
        };
}

bool
desk_body_year(struct ctx *c,
               const char *body,
               int64_t asked,
               struct body_year_view *out)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);
    const int year = asked ? (int)asked : day_fiscal_year(day_of(c->now));
    struct year y = { .body = body };
    struct day from;
    struct sql_year_sittings_in in = { .desk = c->viewer->desk };

    *out = (struct body_year_view){ .title = NULL };
    if (!desk_sitting_may_set(c))
        return false;
    if (!m || !day_make(year, 4, 1, &from))
        return refuse(c, ERR_MISSING, "no such body");
    in.since = from;
    in.until = day_fiscal_end(from);
    if (!sql_year_sittings(c, &in, &y.sittings)
        || !sql_year_issues(c,
                            &(struct sql_year_issues_in){ .desk = in.desk,
                                                          .since = in.since,
                                                          .until = in.until,
                                                          .subjects = desk_subjects(c),
                                                          .now = c->now },
                            &y.issues)
        || !sql_year_seats(c,
                           &(struct sql_year_seats_in){
                               .desk = in.desk, .since = in.since, .until = in.until },
                           &y.seats))
        return false;
    out->title = sitting_body_name(c, body);
    out->help = sitting_help(c, m);
    out->host = m->host_name;
    out->year = say_year(c, year);
    out->cadence = sitting_asked(c, &m->cadence);
    out->source = m->source;
    show_totals(c, &y, out);
    show_runs(c, &y, out);
    show_dates(c, &y, out);
    show_shares(c, &y, out);
    body_of_plan(c, m, out);
    show_years(c, body, year, out);
    out->body = m->id;
    out->fiscal_year = year;
    return show_low(c, m, year, &in, out) && body_work(c, m, out)
           && body_entries(c, m, year, out);
}
