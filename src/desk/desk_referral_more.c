#include "desk_referral.h"

#include "desk_referral_part.h"

#include "../domain/duty_rule.h"
#include "../domain/working_day.h"

static bool
put_hold(struct ctx *c, struct referral_id id, struct day until)
{
    return sql_referral_hold_put(
        c, &(struct sql_referral_hold_put_in){ .referral_id = id,
                                               .hold_until = until,
                                               .subjects = desk_subjects(c),
                                               .now = c->now });
}

bool
desk_referral_hold(struct ctx *c,
                   struct referral_id id,
                   const struct form_referral_hold *f,
                   struct outcome *out)
{
    struct sql_referral_show_row r;
    struct sql_referral_move_in in;
    enum referral_state after;

    if (f->until.n < day_of(c->now).n)
        return refuse_field(c, "until",
                            "「いつまで保留」は、きょうからの日にしてください。");
    if (!desk_referral_load(c, id, &r)
        || !desk_referral_check(c, &r, REFERRAL_HOLD, &after))
        return false;
    in = desk_referral_stands(c, id, &r);
    in.state = after;
    in.reply = f->explain;
    if (!desk_referral_put(c, &in, r.case_id, "保留にしました",
                           desk_form_text(c, &form_referral_hold_def, f))
        || !put_hold(c, id, f->until)
        || !desk_put_duty(c, r.case_id, DUTY_REPORT, id.id, c->viewer->desk,
                          r.owner_post, f->until)
        || !desk_put_duty(c, r.case_id, DUTY_OUTCOME, id.id, r.from_desk, r.from_post,
                          (struct day){ f->until.n + 1 })
        || !store_reach_sync(c, r.case_id, c->viewer->desk, NULL))
        return false;
    out->place = arena_printf(c->mem, "/referrals/%s?said=held", id.id.s);
    return true;
}

bool
desk_referral_resume(struct ctx *c, struct referral_id id, struct outcome *out)
{
    const struct day due =
        deadline_after(day_of(c->now), DEADLINE_FIRST_CONTACT, &c->town->settings);
    struct sql_referral_show_row r;
    struct sql_referral_move_in in;
    enum referral_state after;

    if (!desk_referral_load(c, id, &r)
        || !desk_referral_check(c, &r, REFERRAL_RESUME, &after))
        return false;
    in = desk_referral_stands(c, id, &r);
    in.state = after;
    if (!desk_referral_put(c, &in, r.case_id, "対応を再開しました", "")
        || !put_hold(c, id, (struct day){ DAY_NONE })
        || !desk_put_duty(c, r.case_id, DUTY_REPORT, id.id, c->viewer->desk,
                          r.owner_post, due)
        || !desk_put_duty(c, r.case_id, DUTY_OUTCOME, id.id, r.from_desk, r.from_post,
                          (struct day){ due.n + 1 })
        || !store_reach_sync(c, r.case_id, c->viewer->desk, NULL))
        return false;
    out->place = arena_printf(c->mem, "/referrals/%s?said=resumed", id.id.s);
    return true;
}

/* The month alone, so that an entry of the ledger does not lead back to the day of a case. */
static const char *
month_of(struct ctx *c, struct day day)
{
    const struct ymd v = day_ymd(day);

    return arena_printf(c->mem, "%04d-%02d", v.year, v.month);
}

bool
desk_referral_fail(struct ctx *c,
                   struct referral_id id,
                   const struct form_referral_fail *f,
                   struct outcome *out)
{
    const struct day today = day_of(c->now);
    struct sql_referral_show_row r;
    struct sql_referral_move_in in;
    enum referral_state after;

    if (!desk_check_codes(c, &form_referral_fail_def, f)
        || !desk_referral_load(c, id, &r)
        || !desk_referral_check(c, &r, REFERRAL_FAIL, &after))
        return false;
    in = desk_referral_stands(c, id, &r);
    in.state = after;
    in.ended_at = c->now;
    in.result = f->note;
    if (!desk_referral_put(c, &in, r.case_id, "どこも受けられませんでした",
                           desk_form_text(c, &form_referral_fail_def, f))
        || !sql_gap_add(c, &(struct sql_gap_add_in){ .gap_id = { id_new(c) },
                                                     .month = month_of(c, today),
                                                     .area = f->area,
                                                     .kind = f->kind,
                                                     .desk_id = c->viewer->desk })
        || !desk_add_step(c, r.case_id, c->viewer->post,
                          "受けられるところがなかった。次の手を決める",
                          deadline_after(today, DEADLINE_RETURNED, &c->town->settings))
        || !store_reach_sync(c, r.case_id, r.to_desk, NULL))
        return false;
    out->place = arena_printf(c->mem, "/referrals/%s?said=failed", id.id.s);
    return true;
}
