#include "desk_triage_part.h"

#include "desk_watch.h"

#include "../base/text.h"
#include "../domain/responsible.h"
#include "../domain/working_day.h"
#include "../policy/shown.h"

bool
desk_course_load(struct ctx *c, struct case_id id, struct course *k)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_show_in head = { id, who, c->now };
    const struct sql_case_people_in people = { id, who, c->now };
    const struct sql_triage_list_in decisions = { id, who, c->now };
    const struct sql_course_referrals_in chain = { id, who, c->now };

    *k = (struct course){ 0 };
    sql_case_show_later(c, &head, &k->head);
    sql_case_people_later(c, &people, &k->people);
    sql_triage_list_later(c, &decisions, &k->decisions);
    sql_course_referrals_later(c, &chain, &k->chain);
    return db_gather(c);
}

static bool
put_state(struct ctx *c, struct case_id id, int64_t version, enum case_state to)
{
    size_t moved;

    if (!sql_case_move_changed(
            c,
            &(struct sql_case_move_in){ .case_id = id,
                                        .state = to,
                                        .version = version,
                                        .now = c->now,
                                        .subjects = desk_subjects(c) },
            &moved))
        return false;
    if (moved != 1)
        return refuse(
            c, ERR_CONFLICT,
            "ほかの人が、いまこのケースを動かしました。画面を開き直してください。");
    return desk_watch_case(c, id); /* what opens again stands on the list again */
}

bool
desk_case_go(struct ctx *c, struct case_id id, enum case_state to)
{
    struct sql_case_show_row head;
    const struct sql_case_show_in in = { id, desk_subjects(c), c->now };

    return sql_case_show(c, &in, &head)
           && (head.state == to || put_state(c, id, head.version, to));
}

/* A case that is only received is triaged in the same breath. */
bool
desk_course_go(struct ctx *c,
               struct case_id id,
               const struct course *k,
               enum case_move move)
{
    enum case_state from = k->head.state;
    enum case_state to;

    if (from == CASE_STATE_HEARD_OF || from == CASE_STATE_RECEIVED)
        from = CASE_STATE_TRIAGE;
    to = move == CASE_TRIAGE && from == CASE_STATE_TRIAGE ? from
                                                          : case_after(from, move);
    if (!to)
        return refuse(
            c, ERR_CONFLICT,
            "このケースは、いま「%s」です。ここからは、その方針に変えられません。",
            case_state_label(k->head.state));
    return to == k->head.state || put_state(c, id, k->head.version, to);
}

/* The case of whom it is about, and nothing else open. */
size_t
desk_course_waiting(const struct sql_course_referrals_rows *chain)
{
    size_t n = 0;

    for (size_t i = 0; i < chain->n; i++)
        n += chain->v[i].state == REFERRAL_STATE_REQUESTED;
    return n;
}

bool
desk_course_target(const struct sql_course_referrals_rows *chain)
{
    for (size_t i = 0; i < chain->n; i++) {
        const enum referral_state s = chain->v[i].state;

        if (s == REFERRAL_STATE_ACCEPTED || s == REFERRAL_STATE_IN_PROGRESS
            || s == REFERRAL_STATE_COMPLETED)
            return true;
    }
    return false;
}

bool
desk_course_refuse(struct ctx *c, enum close_verdict v)
{
    switch (v) {
    case CLOSE_YES:
        return true;
    case CLOSE_UNDECIDED:
        return refuse(c, ERR_RULE, "終えるまえに、「方針」を決めてください。");
    case CLOSE_TARGET:
        return refuse(c, ERR_RULE,
                      "つなぐ方針なのに、受け取った窓口がありません。相手が"
                      "受け取ってから終えてください。");
    case CLOSE_WAITING:
        return refuse(c, ERR_RULE,
                      "まだ受け取られていないつなぎがあります。相手に確かめるか、"
                      "取り下げてから終えてください。");
    case CLOSE_ISSUES:
        return refuse(
            c, ERR_RULE,
            "解決していない課題があります。担当する窓口がなくなるので、"
            "終えられません。課題を閉じるか、ほかの窓口へ引き継いでください。");
    }
    return false;
}

/* Whoever received the case keeps it only while it is open. */
static bool
sync_all(struct ctx *c, struct case_id id, const struct course *k)
{
    if (!store_reach_sync(c, id, c->viewer->desk, NULL)
        || !store_reach_sync(c, id, k->head.desk_id, NULL))
        return false;
    for (size_t i = 0; i < k->chain.n; i++)
        if (!store_reach_sync(c, id, k->chain.v[i].to_desk, NULL))
            return false;
    return true;
}

bool
desk_course_issues(struct ctx *c, struct case_id id, size_t *out)
{
    const struct sql_case_open_issues_in in = { id, desk_subjects(c), c->now };
    struct sql_case_open_issues_row row;

    if (!sql_case_open_issues(c, &in, &row))
        return false;
    *out = (size_t)row.n;
    return true;
}

bool
desk_course_end(struct ctx *c,
                struct case_id id,
                const struct course *k,
                const char *why)
{
    const struct db_ids who = desk_subjects(c);

    return desk_course_go(c, id, k, CASE_CLOSE)
           && sql_step_end_all(c,
                               &(struct sql_step_end_all_in){
                                   .case_id = id,
                                   .result = "ケースを終えたので、閉じました",
                                   .subjects = who,
                                   .now = c->now })
           && sql_duty_clear_case(c, &(struct sql_duty_clear_case_in){ .case_id = id,
                                                                       .subjects = who,
                                                                       .now = c->now })
           && sync_all(c, id, k)
           && desk_keep_version(c, id.id, k->head.version + 1, "case", id, "終えました",
                                why);
}

/* The hand-over by which the desk holds the case; NULL when it holds none. */
const struct sql_course_referrals_row *
desk_course_held(const struct sql_course_referrals_rows *chain, struct desk_id desk)
{
    for (size_t i = chain->n; i-- > 0;) {
        const struct sql_course_referrals_row *r = &chain->v[i];

        if (id_same(r->to_desk.id, desk.id) && r->accepted_at
            && r->state != REFERRAL_STATE_REJECTED
            && r->state != REFERRAL_STATE_CANCELLED
            && r->state != REFERRAL_STATE_FAILED)
            return r;
    }
    return NULL;
}

bool
desk_case_close(struct ctx *c,
                struct case_id id,
                const struct form_case_close *f,
                struct outcome *out)
{
    struct facts facts;
    struct course k;
    struct closing closing = { 0 };

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_check_codes(c, &form_case_close_def, f)
        || !desk_course_load(c, id, &k))
        return false;
    if (facts.part != PART_LEAD)
        return refuse(c, ERR_RULE, "終えられるのは、主担当の窓口だけです。");
    closing = (struct closing){
        .way = k.decisions.n ? k.decisions.v->way : TRIAGE_WAY_NONE,
        .target = desk_course_target(&k.chain),
        .waiting = desk_course_waiting(&k.chain),
        .by_fate = text_same(f->reason, "05") || text_same(f->reason, "06")
                   || text_same(f->reason, "08"),
    };
    if (!desk_course_issues(c, id, &closing.issues)
        || !desk_course_refuse(c, case_may_close(&closing))
        || !desk_course_end(c, id, &k, desk_form_text(c, &form_case_close_def, f)))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s/course?said=closed", id.id.s);
    return true;
}

bool
desk_case_reopen(struct ctx *c, struct case_id id, struct outcome *out)
{
    struct facts facts;
    struct course k;
    enum case_state to;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_course_load(c, id, &k))
        return false;
    to = case_after(k.head.state, CASE_REOPEN);
    if (!to)
        return refuse(c, ERR_CONFLICT, "このケースは、終わっていません。");
    if (!put_state(c, id, k.head.version, to) || !sync_all(c, id, &k)
        || !desk_add_step(
            c, id, c->viewer->post, STEP_TRIAGE,
            deadline_of_triage(day_of(c->now), k.head.urgency, &c->town->settings))
        || !desk_keep_version(c, id.id, k.head.version + 1, "case", id,
                              "もう一度始めました", ""))
        return false;
    c->narrows = false;
    out->place = arena_printf(c->mem, "/cases/%s/course?said=reopened", id.id.s);
    return true;
}

static bool
check_leave(struct ctx *c,
            const struct sql_course_referrals_row *held,
            struct day until)
{
    const struct day today = day_of(c->now);
    struct span spans[2] = { { { 0 }, until }, { { 0 }, { DAY_NONE } } };
    struct day gap;

    if (!held)
        return refuse_field(c, "to",
                            "「主担当になる窓口」は、このケースを受け取った窓口から"
                            "選んでください。受け取られるまでは、こちらの担当です。");
    spans[1].from = day_of(held->accepted_at);
    if (until.n > today.n)
        return refuse_field(
            c, "until_on",
            "「こちらの担当を終える日」は、きょうまでの日にしてください。");
    if (responsible_gap(spans, 2, (struct day){ until.n }, today, &gap))
        return refuse_field(
            c, "until_on",
            "%sに、担当する窓口がなくなります。相手が受け取った%sからにしてください。",
            day_short(c->mem, gap), day_short(c->mem, spans[1].from));
    return true;
}

bool
desk_case_leave(struct ctx *c,
                struct case_id id,
                const struct form_case_leave *f,
                struct outcome *out)
{
    const struct sql_course_referrals_row *held;
    struct day until = day_known(f->until_on) ? f->until_on : day_of(c->now);
    struct facts facts;
    struct course k;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_course_load(c, id, &k))
        return false;
    if (facts.part != PART_LEAD)
        return refuse(c, ERR_RULE, "引き継げるのは、主担当の窓口だけです。");
    held = desk_course_held(&k.chain, f->to);
    if (!check_leave(c, held, until)
        || !sql_lead_change_add(
            c, &(struct sql_lead_change_add_in){ .case_id = id,
                                                 .from_desk = c->viewer->desk,
                                                 .to_desk = f->to,
                                                 .until_on = until,
                                                 .joint_visit_on = f->joint_visit_on,
                                                 .remark = f->note,
                                                 .post_id = c->viewer->post,
                                                 .now = c->now,
                                                 .subjects = desk_subjects(c) })
        || !sql_case_lead_put(
            c, &(struct sql_case_lead_put_in){ .case_id = id,
                                               .desk_id = f->to,
                                               .owner_post = held->owner_post,
                                               .now = c->now,
                                               .subjects = desk_subjects(c) }))
        return false;
    if (!desk_keep_version(c, id.id, k.head.version + 1, "case", id,
                           "主担当を引き継ぎました",
                           desk_form_text(c, &form_case_leave_def, f))
        || !store_reach_sync(c, id, c->viewer->desk, NULL)
        || !store_reach_sync(c, id, f->to, NULL))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s?said=led", id.id.s);
    return true;
}
