#include "desk_sitting_work.h"

#include "../domain/working_day.h"
#include "../policy/show.h"
#include "desk_sitting_part.h"

enum { DAYS_BACK = 120 };

/* The working day by which it is due, by the rule of the town. */
static struct day
due_after(struct ctx *c, int64_t instant, const char *rule)
{
    const int64_t n = settings_deadline(&c->town->settings, rule);

    return working_day_after(day_of(instant), n < 0 ? 1 : n, &c->town->settings);
}

/* Where a line is put, and what it is about. */
struct telling {
    struct ctx *c;
    struct day until;
    struct today_view *out;
    struct sitting_id id;
    const char *body;
    struct day held_on;
};

static void
tell(const struct telling *t,
     struct day due,
     const char *rule,
     const char *say,
     const char *act)
{
    const struct sitting_duty d = {
        .sitting_id = t->id,
        .title = arena_printf(t->c->mem, "%s　%s", sitting_body_name(t->c, t->body),
                              day_short(t->c->mem, t->held_on)),
        .due_on = due,
        .rule = rule,
        .say = say,
        .act = act,
    };

    if (due.n <= t->until.n)
        policy_show_sitting_duty(t->c, &d, t->out);
}

static bool
tell_seats(struct telling t)
{
    struct ctx *c = t.c;
    struct sql_sitting_seats_open_rows rows = { 0 };

    if (!sql_sitting_seats_open(
            c,
            &(struct sql_sitting_seats_open_in){
                .desk = c->viewer->desk, .today = day_of(c->now), .until = t.until },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        t.id = rows.v[i].sitting_id;
        t.body = rows.v[i].body;
        t.held_on = rows.v[i].held_on;
        tell(&t, (struct day){ rows.v[i].held_on.n - 1 }, "出席の返事がまだ",
             arena_printf(c->mem, "来る人が決まっていない窓口が%d件あります。",
                          (int)rows.v[i].n),
             "来る人を書く");
    }
    return true;
}

static void
tell_ended(const struct telling *t, const struct sql_sitting_undone_row *r)
{
    struct ctx *c = t->c;
    const bool urgent = r->way == SITTING_WAY_URGENT || r->way == SITTING_WAY_TELEPHONE;

    if (r->minutes)
        tell(t, due_after(c, r->closed_at, "sitting_minutes"), "議事録がまだ",
             arena_printf(c->mem, "話し合ったことを書いていない案件が%d件あります。",
                          (int)r->minutes),
             "議事録を書く");
    if (urgent && !r->settled)
        tell(t, due_after(c, r->closed_at, "sitting_roll"), "急いで開いた会議の名簿",
             "だれが出たかを、次の開庁日までに確定します。", "名簿を確定する");
    if (r->copies)
        tell(t, due_after(c, r->closed_at, "pack_return"), "資料が返っていない",
             arena_printf(c->mem, "返っていない資料が%d部あります。", (int)r->copies),
             "回収を書く");
    if (r->way == SITTING_WAY_TELEPHONE && !r->confirmed)
        tell(t, due_after(c, r->closed_at, "sitting_confirm"),
             "電話・持ち回りの会議の確認",
             "次に集まる会議で報告し、確認します。確認すると消えます。", "会議を見る");
}

static bool
tell_undone(struct telling t)
{
    struct ctx *c = t.c;
    const struct day today = day_of(c->now);
    struct sql_sitting_undone_rows rows = { 0 };

    if (!sql_sitting_undone(
            c,
            &(struct sql_sitting_undone_in){ .desk = c->viewer->desk,
                                             .today = today,
                                             .since = { today.n - DAYS_BACK } },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_sitting_undone_row *r = &rows.v[i];

        t.id = r->sitting_id;
        t.body = r->body;
        t.held_on = r->held_on;
        if (r->state == SITTING_STATE_CLOSED)
            tell_ended(&t, r);
        else if (r->held_on.n < today.n)
            tell(&t, r->held_on,
                 r->state == SITTING_STATE_OPEN ? "会議を終えていない"
                                                : "会議を始めていない",
                 "会議の日が過ぎました。案件の結果を書いて終えるか、取りやめます。",
                 "会議を見る");
    }
    return true;
}

static bool
tell_carried(struct telling t)
{
    struct ctx *c = t.c;
    const struct day today = day_of(c->now);
    struct sql_sitting_carried_rows rows = { 0 };

    if (!sql_sitting_carried(
            c,
            &(struct sql_sitting_carried_in){ .desk = c->viewer->desk,
                                              .since = { today.n - DAYS_BACK },
                                              .until = t.until },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        t.id = rows.v[i].sitting_id;
        t.body = rows.v[i].body;
        t.held_on = rows.v[i].held_on;
        tell(&t, rows.v[i].next_on, "続ける案件に、次の会議がない",
             arena_printf(
                 c->mem,
                 "案件%dは続けて話し合うことになっています。次の会議の案件に加え"
                 "ると消えます。",
                 (int)rows.v[i].place),
             "次の会議に出す");
    }
    return true;
}

bool
sitting_duties(struct ctx *c, struct day until, struct today_view *out)
{
    const struct telling t = { .c = c, .until = until, .out = out };

    if (!role_shares_desk(c->viewer->role))
        return true;
    return tell_seats(t) && tell_undone(t) && tell_carried(t);
}

bool
sitting_duties_due(struct ctx *c, size_t *n)
{
    struct today_view lines = { .who = NULL };

    if (!sitting_duties(c, day_of(c->now), &lines))
        return false;
    *n = lines.late.n + lines.now.n;
    return true;
}

bool
sitting_of_today(struct ctx *c, struct today_view *out)
{
    const struct day today = day_of(c->now);
    struct sql_sitting_list_rows rows = { 0 };

    if (!sql_sitting_list(
            c,
            &(struct sql_sitting_list_in){ .desk = c->viewer->desk,
                                           .post = c->viewer->post,
                                           .shares = role_shares_desk(c->viewer->role),
                                           .since = today,
                                           .until = today },
            &rows))
        return false;
    policy_show_sittings_today(c, &rows, sitting_body_name, out);
    return true;
}
