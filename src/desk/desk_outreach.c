#include "desk_outreach_part.h"

#include "desk_send.h"
#include "desk_watch.h"

#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../domain/outreach_rule.h"
#include "../domain/referral_default.h"
#include "../domain/search_key.h"
#include "../domain/town.h"
#include "../domain/working_day.h"
#include "../policy/giving.h"
#include "../policy/shown.h"

#include <string.h>

enum { FIRST_MOVE_DAYS = 5 };

bool
outreach_day(struct ctx *c,
             const char *field,
             const char *label,
             struct day given,
             struct day *out)
{
    *out = day_known(given) ? given : day_of(c->now);
    return out->n <= day_of(c->now).n
           || refuse_field(c, field, "「%s」は、きょうまでの日にしてください。", label);
}

bool
outreach_load(struct ctx *c, struct case_id id, struct sql_outreach_show_row *row)
{
    bool found;

    if (!sql_outreach_show(c,
                           &(struct sql_outreach_show_in){ .case_id = id,
                                                           .subjects = desk_subjects(c),
                                                           .now = c->now },
                           row, &found))
        return false;
    return found
           || refuse(
               c, ERR_RULE,
               "このケースの働きかけは、まだ始まっていません。先に始めてください。");
}

bool
outreach_touch(struct ctx *c, struct case_id id)
{
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return store_reach_sync(c, id, c->viewer->desk, NULL) && desk_watch_case(c, id)
           && sql_case_touch(
               c, &(struct sql_case_touch_in){
                      .case_id = id, .now = c->now, .subjects = desk_subjects(c) });
}

bool
outreach_move(struct ctx *c,
              struct case_id id,
              const struct sql_outreach_show_row *before,
              const struct sql_outreach_set_in *after,
              const char *why,
              struct day on)
{
    size_t moved;

    if (!sql_outreach_set_changed(c, after, &moved))
        return false;
    if (!moved)
        return refuse(c, ERR_CONFLICT,
                      "この働きかけは、ほかの人がいま直しました。画面を開き直して、"
                      "今のようすを確かめてください。");
    if (before->state == after->state && strcmp(before->stage, after->stage) == 0)
        return true;
    return sql_outreach_move_add(
        c, &(struct sql_outreach_move_add_in){ .move_id = id_new(c),
                                               .case_id = id,
                                               .before_state = before->state,
                                               .state = after->state,
                                               .stage = after->stage,
                                               .why = why,
                                               .moved_on = on,
                                               .now = c->now,
                                               .desk_id = c->viewer->desk,
                                               .post_id = c->viewer->post });
}

static bool
find_desk(struct ctx *c, const char *code, struct desk_id *out, bool *found)
{
    struct sql_desk_by_code_row row;

    if (!sql_desk_by_code(c, &(struct sql_desk_by_code_in){ .code = code }, &row,
                          found))
        return false;
    if (*found)
        *out = row.desk_id;
    return true;
}

/* Whether the law lets the case be handed over without asking anybody. */
static bool
may_give_without_asking(struct ctx *c, struct desk_id desk, bool *may)
{
    struct sql_desk_one_row row;
    bool found;

    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = desk }, &row, &found))
        return false;
    *may = found
           && referral_default_basis(&c->town->settings, c->viewer->kind,
                                     post_kind_of_agency(row.kind))
                  != BASIS_CONSENT;
    return true;
}

bool
outreach_give(struct ctx *c,
              struct case_id id,
              struct desk_id desk,
              const char *purpose,
              const char *handed,
              bool *done)
{
    const struct sql_referral_open_between_in there_in = {
        .case_id = id,
        .to_desk = desk,
        .subjects = desk_subjects(c),
        .now = c->now,
        .rule = RULE_OUTREACH_DESKS,
    };
    const struct rule_referral r = { .rule = RULE_OUTREACH_DESKS,
                                     .basis_reason = "",
                                     .ask = "take_over",
                                     .purpose = purpose,
                                     .handed = handed,
                                     .urgency = URGENCY_NORMAL };
    struct sql_referral_open_between_rows there = { 0 };
    struct sql_case_show_row row;

    *done = true;
    if (!sql_case_show(c,
                       &(struct sql_case_show_in){
                           .case_id = id, .subjects = desk_subjects(c), .now = c->now },
                       &row)
        || !sql_referral_open_between(c, &there_in, &there))
        return false;
    if (id_same(desk.id, c->viewer->desk.id) || id_same(desk.id, row.desk_id.id)
        || there.n)
        return true;
    return may_give_without_asking(c, desk, done)
           && (!*done || desk_send_to(c, id, &r, desk));
}

/* The desks that the plan charges with outreach: on their list, whoever heard of it. */
static bool
tell_desks(struct ctx *c, struct case_id id, const char *words)
{
    const struct plan_desks desks = outreach_desks(c->mem, c->town->profile);
    const struct day due =
        working_day_after(day_of(c->now), FIRST_MOVE_DAYS, &c->town->settings);

    for (size_t i = 0; i < desks.n; i++) {
        struct desk_id desk;
        bool found;
        bool given = true;

        if (!find_desk(c, desks.v[i].code, &desk, &found)
            || (found
                && !outreach_give(
                    c, id, desk,
                    "まだつながっていない人です。働きかけをはじめてください。", words,
                    &given)))
            return false;
        if (!given
            && !desk_add_step(
                c, id, c->viewer->post,
                arena_printf(c->mem, "%sへつなぐ根拠を確かめる", desks.v[i].name), due))
            return false;
    }
    return desk_add_step(c, id, c->viewer->post, "はじめの働きかけを決める", due);
}

static enum person_known
known_of(const struct form_outreach_new *f)
{
    if (!*f->name)
        return *f->place || f->age_given ? PERSON_KNOWN_PARTLY : PERSON_KNOWN_ANONYMOUS;
    return PERSON_KNOWN_PARTLY;
}

static bool
add_case(struct ctx *c, struct case_id id, const struct form_outreach_new *f)
{
    const struct search_person who = { f->name, "", f->place, NULL };
    const char *number;

    return desk_case_number(c, &number)
           && sql_case_add(c, &(struct sql_case_add_in){ .case_id = id,
                                                         .number = number,
                                                         .state = CASE_STATE_HEARD_OF,
                                                         .urgency = URGENCY_UNKNOWN,
                                                         .desk_id = c->viewer->desk,
                                                         .owner_post = c->viewer->post,
                                                         .now = c->now })
           && sql_person_add(c,
                             &(struct sql_person_add_in){
                                 .person_id = { id_new(c) },
                                 .case_id = id,
                                 .known = known_of(f),
                                 .name = f->name,
                                 .kana = "",
                                 .age = f->age,
                                 .age_given = f->age_given,
                                 .place = f->place,
                                 .consent = CONSENT_STAND_NOT_ASKED,
                                 .search_text = search_key_text(c->mem, &who) })
           && store_reach_sync(c, id, c->viewer->desk, NULL);
}

static bool
add_outreach(struct ctx *c,
             struct case_id id,
             const char *safety,
             const struct sql_outreach_source_add_in *source,
             const char *text)
{
    const struct sql_outreach_add_in in = {
        .case_id = id,
        .state = OUTREACH_STATE_HEARD_OF,
        .stage = "0",
        .safety = safety,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .began_on = day_of(c->now),
        .subjects = desk_subjects(c),
        .now = c->now,
    };

    return sql_outreach_add(c, &in) && sql_outreach_source_add(c, source)
           && sql_outreach_move_add(
               c, &(struct sql_outreach_move_add_in){ .move_id = id_new(c),
                                                      .case_id = id,
                                                      .state = OUTREACH_STATE_HEARD_OF,
                                                      .stage = "0",
                                                      .why = "",
                                                      .moved_on = day_of(c->now),
                                                      .now = c->now,
                                                      .desk_id = c->viewer->desk,
                                                      .post_id = c->viewer->post })
           && desk_keep_version(c, source->source_id, 1, "outreach", id,
                                "働きかけをはじめた", text);
}

static struct sql_outreach_source_add_in
source_of(struct ctx *c, struct case_id id, enum source_kind kind)
{
    return (struct sql_outreach_source_add_in){
        .source_id = id_new(c),
        .case_id = id,
        .kind = kind,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
}

bool
desk_outreach_new(struct ctx *c,
                  const struct form_outreach_new *f,
                  struct id gathering,
                  struct outcome *out)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);
    const struct case_id id = { id_new(c) };
    struct sql_outreach_source_add_in source = source_of(c, id, f->kind);

    /* people of the community bring notices; they keep no list of others */
    if (!decision_allows(&d, ITEM_COORDINATION))
        return refuse_decision(c, &d);
    if (!outreach_day(c, "heard_on", "聞いた日", f->heard_on, &source.heard_on))
        return false;
    source.party = f->party;
    source.words = f->words;
    source.gathering_id = gathering;
    if (!add_case(c, id, f)
        || !add_outreach(c, id, f->safety, &source,
                         desk_form_text(c, &form_outreach_new_def, f))
        || !store_reach_sync(c, id, c->viewer->desk, NULL)
        || !tell_desks(c, id, f->words) || !desk_watch_case(c, id))
        return false;
    shown_note(c, SHOWN_CASE, id.id, d.allow, GROUND_BIT(GROUND_OWN));
    out->id = id.id;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=outreach", id.id.s);
    return true;
}

/* A case before its assessment is now one of reaching out. */
static bool
move_case(struct ctx *c, struct case_id id, enum case_state to)
{
    const struct sql_case_show_in in = { .case_id = id,
                                         .subjects = desk_subjects(c),
                                         .now = c->now };
    struct sql_case_show_row row;

    if (!sql_case_show(c, &in, &row))
        return false;
    if (row.state > CASE_STATE_OUTREACH || row.state == to)
        return true;
    return sql_case_move(c, &(struct sql_case_move_in){ .case_id = id,
                                                        .state = to,
                                                        .version = row.version,
                                                        .now = c->now,
                                                        .subjects = in.subjects });
}

bool
desk_outreach_start(struct ctx *c,
                    struct case_id id,
                    const struct form_outreach_start *f,
                    struct outcome *out)
{
    struct sql_outreach_source_add_in source = source_of(c, id, f->kind);
    struct sql_outreach_show_row row;
    struct facts facts;
    bool found;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_day(c, "heard_on", "聞いた日", f->heard_on, &source.heard_on)
        || !sql_outreach_show(
            c,
            &(struct sql_outreach_show_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &row, &found))
        return false;
    if (found)
        return refuse(c, ERR_CONFLICT, "このケースの働きかけは、もう始まっています。");
    source.party = f->party;
    source.words = f->words;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=outreach", id.id.s);
    return add_outreach(c, id, "", &source,
                        desk_form_text(c, &form_outreach_start_def, f))
           && move_case(c, id, CASE_STATE_OUTREACH) && tell_desks(c, id, f->words)
           && outreach_touch(c, id);
}

bool
desk_outreach_source(struct ctx *c,
                     struct case_id id,
                     const struct form_outreach_source *f,
                     struct outcome *out)
{
    struct sql_outreach_source_add_in source = source_of(c, id, f->kind);
    struct sql_outreach_show_row row;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_load(c, id, &row)
        || !outreach_day(c, "heard_on", "聞いた日", f->heard_on, &source.heard_on))
        return false;
    source.party = f->party;
    source.words = f->words;
    out->id = source.source_id;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=source", id.id.s);
    return sql_outreach_source_add(c, &source)
           && desk_keep_version(c, source.source_id, 1, "outreach", id,
                                "情報源を加えた",
                                desk_form_text(c, &form_outreach_source_def, f))
           && outreach_touch(c, id);
}

/* Visits that nobody will make any more leave the work lists. */
static bool
clear_turns(struct ctx *c, struct case_id id)
{
    struct sql_turn_open_rows open = { 0 };

    if (!sql_turn_open(c,
                       &(struct sql_turn_open_in){
                           .case_id = id, .subjects = desk_subjects(c), .now = c->now },
                       &open))
        return false;
    for (size_t i = 0; i < open.n; i++)
        if (!desk_clear_duty(c, DUTY_OUTREACH_VISIT, open.v[i].turn_id.id))
            return false;
    return true;
}

bool
desk_outreach_mend(struct ctx *c,
                   struct case_id id,
                   const struct form_outreach_mend *f,
                   struct outcome *out)
{
    struct sql_outreach_show_row row;
    struct facts facts;
    struct sql_outreach_set_in in = {
        .case_id = id,
        .version = f->version,
        .state = f->state,
        .stage = f->stage,
        .safety = f->safety,
        .coordinating = f->coordinating,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    bool good = desk_check_codes(c, &form_outreach_mend_def, f);

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_load(c, id, &row) || !good)
        return false;
    if (f->state == OUTREACH_STATE_CLOSED && !*f->why)
        return refuse_field(c, "why",
                            "終わりにするときは、「わけ」を書いてください。時間がたった"
                            "だけでは終わりにしません。");
    if (!*f->stage)
        in.stage = row.stage;
    in.handed_on = row.handed_on;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=stage", id.id.s);
    return outreach_move(c, id, &row, &in, f->why, day_of(c->now))
           && (f->state != OUTREACH_STATE_CLOSED || clear_turns(c, id))
           && desk_keep_version(c, id_new(c), 1, "outreach", id,
                                *f->why ? f->why : "働きかけの状態を直した",
                                desk_form_text(c, &form_outreach_mend_def, f))
           && outreach_touch(c, id);
}

bool
outreach_consented(struct ctx *c, struct case_id id, bool *out)
{
    struct sql_outreach_consent_row row;

    if (!sql_outreach_consent(
            c,
            &(struct sql_outreach_consent_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &row))
        return false;
    *out = row.given;
    return true;
}

/*
 * What follows a move to multi-agency work: the desk that does that work goes on with the
 * case; another desk hands it over there. Source.
 */
static bool
hand_place(struct ctx *c, struct case_id id, struct outcome *out)
{
    struct sql_desk_one_row desk;
    bool found;

    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = c->viewer->desk }, &desk,
                      &found))
        return false;
    out->place = found && intake_desk_is_multi(c->mem, c->town->profile, desk.code)
                     ? arena_printf(c->mem, "/cases/%s/outreach?said=handed", id.id.s)
                     : arena_printf(
                         c->mem, "/cases/%s/referrals/new?ask=multi_agency&said=handed",
                         id.id.s);
    return true;
}

bool
desk_outreach_hand(struct ctx *c,
                   struct case_id id,
                   const struct form_outreach_hand *f,
                   struct outcome *out)
{
    struct sql_outreach_show_row row;
    struct sql_outreach_set_in in;
    struct facts facts;
    bool consent;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_load(c, id, &row) || !outreach_consented(c, id, &consent))
        return false;
    if (day_known(row.handed_on))
        return refuse(c, ERR_CONFLICT,
                      "このケースは、もう多機関協働へうつしています。");
    if (!consent && outreach_wants_consent(c->town->profile))
        return refuse(c, ERR_RULE,
                      "この市では、本人の同意を記録してから多機関協働へうつします。"
                      "先に「同意と共有」で同意を記録してください。");
    in = (struct sql_outreach_set_in){
        .case_id = id,
        .version = row.version,
        .state = OUTREACH_STATE_AGREED,
        .stage = row.stage,
        .safety = row.safety,
        .handed_on = day_of(c->now),
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    return hand_place(c, id, out)
           && outreach_move(c, id, &row, &in, f->why, day_of(c->now))
           && move_case(c, id, CASE_STATE_ASSESSMENT)
           && desk_add_step(c, id, c->viewer->post, "多機関協働の相談受付を書く",
                            deadline_after(day_of(c->now), DEADLINE_FIRST_CONTACT,
                                           &c->town->settings))
           && desk_clear_duty(c, DUTY_CONSENT_MOVE, id.id)
           && desk_keep_version(c, id_new(c), 1, "outreach", id,
                                "働きかけから多機関協働へうつした", f->why)
           && outreach_touch(c, id);
}
