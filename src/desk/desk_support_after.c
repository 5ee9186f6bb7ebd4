#include "desk_support_plan.h"

#include "desk_case_head.h"
#include "desk_support_part.h"

#include "../base/text.h"
#include "../domain/duty_rule.h"
#include "../policy/shown.h"

static bool
check_desk(struct ctx *c, struct desk_id desk, const char *party)
{
    struct sql_desk_one_row row;
    bool found;

    if (id_none(desk.id))
        return *party
               || refuse_field(
                   c, "desk",
                   "「見守る機関」を選ぶか、「一覧にないとき」に書いてください。");
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = desk }, &row, &found))
        return false;
    return found
           || refuse_field(c, "desk", "「見守る機関」を、一覧から選んでください。");
}

bool
desk_support_watch(struct ctx *c,
                   struct support_plan_id id,
                   const struct form_support_watch *f,
                   struct outcome *out)
{
    const struct support_watch_id watch = { id_new(c) };
    const struct day today = day_of(c->now);
    const struct day next = { .n = today.n + (int32_t)f->every_days };
    struct sql_support_plan_one_row p;

    if (!support_load(c, id, &p) || !check_desk(c, f->desk, f->party))
        return false;
    if (p.state == SUPPORT_PLAN_STATE_DRAFT || p.state == SUPPORT_PLAN_STATE_WITHDRAWN)
        return refuse(c, ERR_CONFLICT, "見守りを決めるのは、支援を始めてからです。");
    if (!sql_support_watch_add(
            c, &(struct sql_support_watch_add_in){ .watch_id = watch,
                                                   .plan_id = id,
                                                   .case_id = p.case_id,
                                                   .desk_id = f->desk,
                                                   .party = f->party,
                                                   .every_days = f->every_days,
                                                   .how = f->how,
                                                   .from_on = today,
                                                   .next_on = next,
                                                   .post_id = c->viewer->post,
                                                   .now = c->now })
        || !desk_put_duty(c, p.case_id, DUTY_SUPPORT_WATCH, watch.id,
                          id_none(f->desk.id) ? p.desk_id : f->desk,
                          (struct post_id){ .id = { .s = "" } }, next))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = watch.id;
    out->place = arena_printf(c->mem, "/support-plans/%s?said=watched&at=%s", id.id.s,
                              watch.id.s);
    return desk_keep_version(c, watch.id, 1, "support_watch", p.case_id,
                             "見守りを決めた",
                             desk_form_text(c, &form_support_watch_def, f));
}

/* The watch's own desk, or that of the plan. */
static bool
load_watch(struct ctx *c,
           struct support_watch_id id,
           struct sql_support_watch_one_row *w)
{
    struct sql_support_plan_one_row p;
    struct facts facts;

    if (!sql_support_watch_one(
            c,
            &(struct sql_support_watch_one_in){
                .watch_id = id, .subjects = desk_subjects(c), .now = c->now },
            w))
        return false;
    if (!id_same(w->desk_id.id, c->viewer->desk.id))
        return support_load(c, w->plan_id, &p);
    return desk_allow(c, w->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts);
}

bool
desk_support_watch_done(struct ctx *c,
                        struct support_watch_id id,
                        const struct form_support_watch_done *f,
                        struct outcome *out)
{
    const struct day today = day_of(c->now);
    struct sql_support_watch_one_row w;
    struct sql_support_watch_next_in in = {
        .watch_id = id,
        .subjects = desk_subjects(c),
        .now = c->now,
        .ended_on = { .n = DAY_NONE },
    };

    if (!load_watch(c, id, &w))
        return false;
    if (day_known(w.ended_on))
        return refuse(c, ERR_CONFLICT, "この見守りは、もう終わっています。");
    in.next_on = (struct day){ .n = today.n + (int32_t)w.every_days };
    if (f->end)
        in.ended_on = today;
    if (!sql_support_watch_next(c, &in)
        || !desk_clear_duty(c, DUTY_SUPPORT_WATCH, id.id))
        return false;
    if (!f->end
        && !desk_put_duty(c, w.case_id, DUTY_SUPPORT_WATCH, id.id,
                          id_none(w.desk_id.id) ? c->viewer->desk : w.desk_id,
                          (struct post_id){ .id = { .s = "" } }, in.next_on))
        return false;
    shown_note(c, SHOWN_CASE, w.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = support_place(c, w.plan_id, "noted");
    return desk_keep_version(c, id_new(c), 1, "support_watch", w.case_id,
                             f->end ? "見守りを終えた" : "見守った",
                             desk_form_text(c, &form_support_watch_done_def, f));
}

bool
desk_support_watch_show(struct ctx *c,
                        struct support_watch_id id,
                        struct support_form_view *out)
{
    struct sql_support_watch_one_row w;

    if (!load_watch(c, id, &w))
        return false;
    policy_show_support_form(
        c,
        &(struct support_form_parts){
            .title = "見守りのようすを書く",
            .lead = arena_printf(c->mem, "%d日ごとの見守り", (int)w.every_days),
            .kind = "support-watches",
            .id = id.id,
            .rest = "",
            .plan = w.plan_id,
            .back = "",
            .button = "書く" },
        out);
    return desk_case_head(c, w.case_id, CASE_TAB_PLAN, &out->head);
}

bool
desk_support_reported(struct ctx *c, struct support_plan_id id, struct outcome *out)
{
    struct sql_support_plan_one_row p;

    if (!support_load(c, id, &p) || !desk_clear_duty(c, DUTY_SUPPORT_REPORT, id.id))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = support_place(c, id, "noted");
    return desk_keep_version(c, id_new(c), 1, "support_step", p.case_id,
                             "会議に、名前を出さずに報告した", "報告した");
}

bool
desk_support_direct(struct ctx *c,
                    struct case_id id,
                    const struct form_direct_settlement *f,
                    struct outcome *out)
{
    const struct id settlement = id_new(c);
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (f->settled_on.n > day_of(c->now).n)
        return refuse_field(c, "settled_on",
                            "「解決した日」は、きょうまでの日にしてください。");
    if (!sql_direct_add(c, &(struct sql_direct_add_in){ .settlement_id = settlement,
                                                        .case_id = id,
                                                        .settled_on = f->settled_on,
                                                        .parties = f->parties,
                                                        .words = f->words,
                                                        .desk_id = c->viewer->desk,
                                                        .post_id = c->viewer->post,
                                                        .subjects = desk_subjects(c),
                                                        .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = settlement;
    out->place =
        arena_printf(c->mem, "/cases/%s/plan?said=noted&at=%s", id.id.s, settlement.s);
    return desk_keep_version(c, settlement, 1, "direct_settlement", id,
                             "機関どうしの調整で解決した",
                             desk_form_text(c, &form_direct_settlement_def, f));
}

bool
desk_scheme_plan(struct ctx *c,
                 struct case_id id,
                 const struct form_scheme_plan *f,
                 struct outcome *out)
{
    const struct scheme_plan_id plan = { id_new(c) };
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !sql_scheme_plan_add(
            c, &(struct sql_scheme_plan_add_in){ .scheme_plan_id = plan,
                                                 .case_id = id,
                                                 .scheme = f->scheme,
                                                 .whose = f->whose,
                                                 .goal = f->goal,
                                                 .from_on = f->from_on,
                                                 .until_on = f->until_on,
                                                 .desk_id = c->viewer->desk,
                                                 .post_id = c->viewer->post,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = plan.id;
    out->place =
        arena_printf(c->mem, "/cases/%s/plan?said=noted&at=%s", id.id.s, plan.id.s);
    return desk_keep_version(c, plan.id, 1, "scheme_plan", id,
                             "ほかの制度のプランを書いた",
                             desk_form_text(c, &form_scheme_plan_def, f));
}

static bool
load_scheme(struct ctx *c, struct scheme_plan_id id, struct sql_scheme_plan_one_row *x)
{
    struct facts facts;

    return sql_scheme_plan_one(
               c,
               &(struct sql_scheme_plan_one_in){
                   .scheme_plan_id = id, .subjects = desk_subjects(c), .now = c->now },
               x)
           && (id_same(x->desk_id.id, c->viewer->desk.id)
               || refuse(c, ERR_DENIED, "a plan of another desk"))
           && desk_allow(c, x->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts);
}

bool
desk_scheme_plan_save(struct ctx *c,
                      struct scheme_plan_id id,
                      const struct form_scheme_plan *f,
                      struct outcome *out)
{
    struct sql_scheme_plan_one_row x;

    if (!load_scheme(c, id, &x)
        || !sql_scheme_plan_save(
            c, &(struct sql_scheme_plan_save_in){ .scheme_plan_id = id,
                                                  .scheme = f->scheme,
                                                  .whose = f->whose,
                                                  .goal = f->goal,
                                                  .from_on = f->from_on,
                                                  .until_on = f->until_on,
                                                  .desk_id = c->viewer->desk,
                                                  .subjects = desk_subjects(c),
                                                  .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, x.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = arena_printf(c->mem, "/cases/%s/plan?said=saved", x.case_id.id.s);
    return desk_keep_version(c, id.id, x.version + 1, "scheme_plan", x.case_id,
                             "ほかの制度のプランを直した",
                             desk_form_text(c, &form_scheme_plan_def, f));
}

bool
desk_scheme_plan_show(struct ctx *c,
                      struct scheme_plan_id id,
                      struct support_form_view *out,
                      struct form_scheme_plan *values)
{
    struct sql_scheme_plan_one_row x;

    if (!load_scheme(c, id, &x))
        return false;
    *values = (struct form_scheme_plan){ .scheme = x.scheme,
                                         .whose = x.whose,
                                         .goal = x.goal,
                                         .from_on = x.from_on,
                                         .until_on = x.until_on };
    policy_show_support_form(
        c,
        &(struct support_form_parts){ .title = "ほかの制度のプランを直す",
                                      .kind = "scheme-plans",
                                      .id = id.id,
                                      .rest = "",
                                      .case_id = x.case_id,
                                      .button = "保存する" },
        out);
    return desk_case_head(c, x.case_id, CASE_TAB_PLAN, &out->head);
}

bool
desk_support_after(struct ctx *c, int64_t year, struct support_after_view *out)
{
    struct support_after_records r = { 0 };
    const struct db_ids who = desk_subjects(c);
    const int64_t fiscal = year ? year : day_fiscal_year(day_of(c->now));
    struct day from;
    struct day until;

    if (!day_make((int)fiscal, 4, 1, &from))
        return refuse(c, ERR_MISSING, "no such year");
    until = day_fiscal_end(from);
    if (!sql_support_watches(
            c, &(struct sql_support_watches_in){ .subjects = who, .now = c->now },
            &r.watches)
        || !sql_support_evaluations(
            c,
            &(struct sql_support_evaluations_in){
                .from_on = from, .until_on = until, .subjects = who, .now = c->now },
            &r.evaluations)
        || !sql_support_counts(
            c,
            &(struct sql_support_counts_in){
                .from_on = from, .until_on = until, .subjects = who, .now = c->now },
            &r.counts))
        return false;
    policy_show_support_after(c, (int)fiscal, &r, out);
    return true;
}
