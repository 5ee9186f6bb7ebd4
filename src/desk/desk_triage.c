#include "desk_triage_part.h"
#include "desk_abuse.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../domain/working_day.h"
#include "../policy/shown.h"

static bool
no_consent(const struct course *k)
{
    const enum consent_stand s =
        k->people.n ? k->people.v->consent : CONSENT_STAND_NONE;

    return s == CONSENT_STAND_REFUSED || s == CONSENT_STAND_CANNOT_ASK;
}

static bool
is_offered(const struct ctx *c, enum triage_way way, const char **label)
{
    const struct profile_settings *s = intake_ways(&c->town->settings);

    for (size_t i = 0; s && i < s->triage_ways.n; i++)
        if (text_same(s->triage_ways.v[i].way, triage_way_code(way))) {
            *label = s->triage_ways.v[i].label;
            return true;
        }
    *label = triage_way_label(way);
    return false;
}

/* Whether the fields fit the way, beyond what each of them asks for. */
static bool
check_fields(struct ctx *c, const struct form_triage *f)
{
    bool good = desk_check_codes(c, &form_triage_def, f);

    if (f->way == TRIAGE_WAY_DROPPED && !*f->drop_reason)
        good = refuse_field(c, "drop_reason",
                            "途切れたときは、「途切れたわけ」を選んでください。");
    if (f->rights && !*f->rights_text)
        good = refuse_field(c, "rights_text",
                            "「虐待・権利擁護」を選んだときは、「担当の課に伝えること」"
                            "を書いてください。");
    if (f->way == TRIAGE_WAY_SEEK_CONSENT
        && (!*f->no_consent_reason || !*f->next_what || !day_known(f->next_on)))
        good = refuse_field(
            c, *f->no_consent_reason ? "next_on" : "no_consent_reason",
            "同意に向けて取り組むときは、同意が得られないわけと、次の働きかけ、"
            "その日を書いてください。");
    if (*f->next_what && !day_known(f->next_on))
        good = refuse_field(c, "next_on",
                            "「次の働きかけ」には、「いつまでに」も書いてください。");
    if (day_known(f->next_on) && f->next_on.n < day_of(c->now).n)
        good = refuse_field(c, "next_on",
                            "「いつまでに」は、きょうからの日にしてください。");
    return good;
}

static bool
check_way(struct ctx *c, const struct form_triage *f, const struct course *k)
{
    const char *label;

    if (!is_offered(c, f->way, &label))
        return refuse_field(c, "way",
                            "「方針」を、この市で選べるものから選んでください。");
    if (no_consent(k) && !triage_without_consent(f->way))
        return refuse_field(
            c, "way",
            "本人の同意がないので、「%s」は選べません。支援会議で検討する、"
            "この窓口で続ける、アウトリーチ、名前を出さない助言、緊急の対応から選べます"
            "。",
            label);
    if (f->conference && f->urgency != URGENCY_NOW && k->head.urgency != URGENCY_NOW)
        return refuse_field(c, "conference",
                            "緊急の支援会議は、「緊急度」が至急のときに開けます。");
    if (f->conference && !intake_has_urgent_meeting(c->town->profile))
        return refuse_field(c, "conference",
                            "この市の計画には、緊急のときに開く支援会議がありません。");
    return true;
}

static bool
keep_decision(struct ctx *c,
              struct case_id id,
              const struct form_triage *f,
              struct triage_id triage)
{
    const struct sql_triage_add_in in = {
        .triage_id = triage,
        .case_id = id,
        .way = f->way,
        .reason = f->reason,
        .drop_reason = f->way == TRIAGE_WAY_DROPPED ? f->drop_reason : "",
        .no_consent_reason = f->no_consent_reason,
        .rights = f->rights,
        .conference = f->conference,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
        .subjects = desk_subjects(c),
    };
    size_t added;

    if (!sql_triage_add_changed(c, &in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_keep_version(c, triage.id, 1, "triage", id, "方針を決めた",
                             desk_form_text(c, &form_triage_def, f));
}

/* What has to be done because of the decision. */
static bool
add_duties(struct ctx *c, struct case_id id, const struct form_triage *f)
{
    const struct day today = day_of(c->now);

    if (f->conference
        && !desk_put_duty(c, id, DUTY_URGENT_MEETING, id.id, c->viewer->desk,
                          c->viewer->post, today))
        return false;
    if (*f->next_what
        && !desk_add_step(c, id, c->viewer->post, f->next_what, f->next_on))
        return false;
    if (f->urgency
        && !sql_case_urgency_put(
            c, &(struct sql_case_urgency_put_in){ .case_id = id,
                                                  .urgency = f->urgency,
                                                  .now = c->now,
                                                  .subjects = desk_subjects(c) }))
        return false;
    return !f->rights || desk_abuse_route(c, id, f->rights, f->rights_text);
}

/* The step that intake made is done by deciding. */
static bool
finish_first_step(struct ctx *c, struct case_id id)
{
    const struct sql_case_steps_in in = { id, desk_subjects(c), c->now };
    struct sql_case_steps_rows rows = { 0 };

    if (!sql_case_steps(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (text_same(rows.v[i].what, STEP_TRIAGE)
            && (!sql_step_done(
                    c, &(struct sql_step_done_in){ .step_id = rows.v[i].step_id,
                                                   .result = "方針を決めました",
                                                   .now = c->now,
                                                   .subjects = desk_subjects(c) })
                || !desk_clear_duty(c, DUTY_NEXT_STEP, rows.v[i].step_id.id)))
            return false;
    return true;
}

/* What came back or did not connect is answered by deciding. */
static bool
answer_returned(struct ctx *c, const struct sql_course_referrals_rows *chain)
{
    for (size_t i = 0; i < chain->n; i++)
        if (id_same(chain->v[i].from_desk.id, c->viewer->desk.id)
            && !desk_clear_duty(c, DUTY_RETURNED, chain->v[i].referral_id.id))
            return false;
    return true;
}

static const char *
place_after(struct ctx *c, struct case_id id, const struct form_triage *f, bool target)
{
    if (!triage_needs_target(f->way) || target)
        return arena_printf(c->mem, "/cases/%s/course?said=course", id.id.s);
    return arena_printf(c->mem, "/cases/%s/referrals/new?ask=%s", id.id.s,
                        f->way == TRIAGE_WAY_MULTI_AGENCY ? "multi_agency"
                                                          : "take_over");
}

bool
desk_triage_decide(struct ctx *c,
                   struct case_id id,
                   const struct form_triage *f,
                   struct outcome *out)
{
    const struct triage_id triage = { id_new(c) };
    struct facts facts;
    struct course k;
    struct closing closing;
    bool fields;
    bool ends = triage_ends(f->way);

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_course_load(c, id, &k))
        return false;
    fields = check_fields(c, f);
    if (!check_way(c, f, &k) || !fields)
        return false;
    closing =
        (struct closing){ .way = f->way, .waiting = desk_course_waiting(&k.chain) };
    if (ends
        && (!desk_course_issues(c, id, &closing.issues)
            || !desk_course_refuse(c, case_may_close(&closing))))
        return false;
    if (!keep_decision(c, id, f, triage) || !finish_first_step(c, id)
        || !answer_returned(c, &k.chain)
        || !(ends ? desk_course_end(c, id, &k, f->reason)
                  : desk_course_go(c, id, &k,
                                   triage_needs_target(f->way)
                                           && desk_course_target(&k.chain)
                                       ? CASE_HAND_ON
                                       : case_move_of(f->way)))
        || (!ends && !add_duties(c, id, f)))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_WELFARE), 0);
    out->id = triage.id;
    out->place = place_after(c, id, f, desk_course_target(&k.chain));
    return true;
}

bool
desk_triage_ways(struct ctx *c,
                 struct case_id id,
                 struct form_options *ways,
                 struct form_options *desks)
{
    const struct profile_settings *s = intake_ways(&c->town->settings);
    struct form_option *v =
        ARENA_ARRAY(c->mem, s->triage_ways.n + 1, struct form_option);
    struct form_option *to;
    struct course k;

    if (!desk_course_load(c, id, &k))
        return false;
    *ways = (struct form_options){ .name = "way", .v = v };
    for (size_t i = 0; i < s->triage_ways.n; i++) {
        const struct plan_way *w = &s->triage_ways.v[i];
        enum triage_way way;

        if (!triage_way_read(w->way, &way)
            || (no_consent(&k) && !triage_without_consent(way)))
            continue;
        v[ways->n++] = (struct form_option){ .code = w->way, .label = w->label };
    }
    to = ARENA_ARRAY(c->mem, k.chain.n + 1, struct form_option);
    *desks = (struct form_options){ .name = "to", .v = to };
    for (size_t i = 0; i < k.chain.n; i++)
        if (desk_course_held(&k.chain, k.chain.v[i].to_desk) == &k.chain.v[i])
            to[desks->n++] =
                (struct form_option){ .code = arena_strdup(c->mem,
                                                           k.chain.v[i].to_desk.id.s),
                                      .label = k.chain.v[i].to_name };
    return true;
}
