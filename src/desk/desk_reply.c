#include "desk_reply.h"

#include "../base/crypt.h"
#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../domain/referral_rule.h"
#include "../domain/reply_code.h"
#include "../domain/working_day.h"
#include "../policy/shown.h"
#include "desk_referral.h"
#include "desk_referral_part.h"

#include <string.h>

enum { CODE_DAYS = 180, DAY_MS = 24 * 60 * 60 * 1000 };

/*
 * The code follows from the hand-over under a key outside the data, so that a sheet can be
 * printed again while the database knows no code, only what it hashes to.
 */
static const char *
code_of(struct ctx *c, struct referral_id id)
{
    static const char what[] = "reply code";
    const struct bytes parts[] = { { what, sizeof what },
                                   { id.id.s, strlen(id.id.s) } };
    const struct hash h = crypt_mac(c->vault, parts, 2);

    return reply_code(c->mem, h.b);
}

static const char *
hash_of(struct ctx *c, const char *code)
{
    static const char what[] = "reply code kept";
    const struct bytes parts[] = { { what, sizeof what }, { code, strlen(code) } };
    const struct hash h = crypt_mac(c->vault, parts, 2);

    return crypt_base64url(c->mem, h.b, sizeof h.b);
}

bool
desk_reply_code_put(struct ctx *c, struct referral_id id)
{
    const int64_t days =
        intake_rule_number(&c->town->settings, RULE_REPLY_CODE_DAYS, CODE_DAYS);

    if (!c->vault)
        return true;
    return sql_reply_code_add(
        c, &(struct sql_reply_code_add_in){ .referral_id = id,
                                            .code_hash = hash_of(c, code_of(c, id)),
                                            .now = c->now,
                                            .until_at = c->now + days * DAY_MS,
                                            .subjects = desk_subjects(c) });
}

bool
desk_reply_code(struct ctx *c, struct referral_id id, const char **out)
{
    const struct sql_reply_code_stands_in in = { id, desk_subjects(c), c->now };
    struct sql_reply_code_stands_rows rows = { 0 };

    *out = NULL;
    if (!c->vault)
        return true;
    if (!sql_reply_code_stands(c, &in, &rows))
        return false;
    if (rows.n)
        *out = code_of(c, id);
    return true;
}

/* What the parts of the answer ask of one another. */
static bool
check_answer(struct ctx *c, const struct form_referral_reply *f)
{
    const bool accepted = f->answer == REPLY_ANSWER_ACCEPTED;
    const int32_t today = day_of(c->now).n;
    bool good = desk_check_codes(c, &form_referral_reply_def, f);

    if (f->on.n > today)
        good = refuse_field(c, "on", "「返事の日」は、きょうまでの日にしてください。");
    if (f->answer == REPLY_ANSWER_REJECTED && !*f->reason)
        good = refuse_field(
            c, "reason", "受けられないときは、「受けられないわけ」を選んでください。");
    if (!accepted && !*f->explain)
        good =
            refuse_field(c, "explain",
                         "受けてもらえないときは、紙に書かれたわけや、別の機関の名前を"
                         "「くわしいわけ」に写してください。");
    if (accepted && *f->outcome && !day_known(f->first_contact_on))
        good = refuse_field(
            c, "first_contact_on",
            "「結果」を書くときは、「最初に対応した日」も書いてください。");
    if (day_known(f->first_contact_on) && f->first_contact_on.n > today)
        good = refuse_field(c, "first_contact_on",
                            "「最初に対応した日」は、きょうまでの日にしてください。");
    if (accepted && *f->outcome && !*f->result)
        good = refuse_field(
            c, "result", "「結果」を選んだときは、「どうなったか」も写してください。");
    return good;
}

/* Nothing of the answer can be older than what it answers. */
static bool
check_days(struct ctx *c,
           const struct sql_reply_code_find_row *r,
           const struct form_referral_reply *f)
{
    const int32_t sent = day_of(r->sent_at).n;

    if (day_known(f->on) && f->on.n < sent)
        return refuse_field(c, "on",
                            "「返事の日」は、シートを送った日からの日にしてください。");
    return !day_known(f->first_contact_on) || f->first_contact_on.n >= sent
           || refuse_field(c, "first_contact_on",
                           "「最初に対応した日」は、シートを送った日からの日にして"
                           "ください。");
}

/*
 * Finds the hand-over by the code. A code of nobody, one that was used, one that is too old
 * and one whose case the viewer may not know are one answer.
 */
static bool
find_by_code(struct ctx *c, const char *typed, struct sql_reply_code_find_row *out)
{
    const char *code = reply_code_read(c->mem, typed);
    struct sql_reply_code_find_rows rows = { 0 };

    if (!code)
        return refuse_field(c, "code",
                            "「返信コード」に写しまちがいがあります。シートの9文字を、"
                            "もう一度確かめてください。");
    if (c->vault
        && !sql_reply_code_find(
            c,
            &(struct sql_reply_code_find_in){ .code_hash = hash_of(c, code),
                                              .subjects = desk_subjects(c),
                                              .now = c->now },
            &rows))
        return false;
    if (!rows.n)
        return refuse_field(c, "code",
                            "この「返信コード」では書けません。シートの文字を確かめて"
                            "ください。返事を一度写したコードは、もう使えません。");
    *out = *rows.v;
    return true;
}

/* The desk that sent keys in, or the one that answers for the case. */
static bool
may_key_in(struct ctx *c, const struct sql_reply_code_find_row *r)
{
    struct facts facts;

    if (!desk_allow(c, r->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (!id_same(r->from_desk.id, c->viewer->desk.id) && facts.part != PART_LEAD)
        return refuse_field(c, "code",
                            "この「返信コード」では書けません。シートの文字を確かめて"
                            "ください。返事を一度写したコードは、もう使えません。");
    return r->state == REFERRAL_STATE_REQUESTED
           || refuse(c, ERR_CONFLICT,
                     "このつなぎは、もう「%s」です。画面を開き直して、今のようすを"
                     "確かめてください。",
                     referral_state_label(r->state));
}

static const char *
why_of(const struct form_referral_reply *f)
{
    if (f->answer == REPLY_ANSWER_REJECTED)
        return "紙で返されました";
    if (f->answer == REPLY_ANSWER_PASSED)
        return "紙で、別の機関がよいと返されました";
    return *f->outcome ? "紙で結果が届きました" : "紙で受け取りの返事が届きました";
}

static struct sql_referral_reply_in
answered(const struct ctx *c,
         const struct sql_reply_code_find_row *r,
         const struct form_referral_reply *f)
{
    const bool accepted = f->answer == REPLY_ANSWER_ACCEPTED;
    const bool over = !accepted || *f->outcome;
    enum referral_state state = REFERRAL_STATE_REJECTED;

    if (accepted)
        state = over ? REFERRAL_STATE_COMPLETED : REFERRAL_STATE_ACCEPTED;
    return (struct sql_referral_reply_in){
        .referral_id = r->referral_id,
        .version = r->version,
        .state = state,
        .reply = accepted ? f->explain : "",
        .return_reason = accepted                           ? ""
                         : f->answer == REPLY_ANSWER_PASSED ? "known_elsewhere"
                                                            : f->reason,
        .return_text = accepted ? "" : f->explain,
        .first_contact_on = accepted ? f->first_contact_on : (struct day){ DAY_NONE },
        .outcome = accepted ? f->outcome : "",
        .result = accepted ? f->result : "",
        .ended_at = over ? c->now : 0,
        .paper_by = f->by,
        .paper_on = f->on,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
}

/* What the sender has to do next: ask for the result, or find another way. */
static bool
put_next_duty(struct ctx *c,
              const struct sql_reply_code_find_row *r,
              const struct form_referral_reply *f)
{
    const struct day today = day_of(c->now);
    const struct settings *s = &c->town->settings;

    if (f->answer == REPLY_ANSWER_ACCEPTED && !*f->outcome)
        return desk_put_duty(c, r->case_id, DUTY_OUTCOME, r->referral_id.id,
                             r->from_desk, r->from_post,
                             deadline_after(today, DEADLINE_FIRST_CONTACT, s));
    if (f->answer == REPLY_ANSWER_ACCEPTED && referral_connects(f->outcome))
        return true;
    return desk_put_duty(c, r->case_id, DUTY_RETURNED, r->referral_id.id, r->from_desk,
                         r->from_post, deadline_after(today, DEADLINE_RETURNED, s));
}

bool
desk_referral_reply(struct ctx *c,
                    const struct form_referral_reply *f,
                    struct outcome *out)
{
    const bool accepted = f->answer == REPLY_ANSWER_ACCEPTED;
    struct sql_reply_code_find_row r;
    struct sql_referral_reply_in in;
    const struct sql_reply_code_use_in use = { .subjects = desk_subjects(c),
                                               .now = c->now };
    struct sql_reply_code_use_in used = use;
    size_t moved;
    bool good = check_answer(c, f);

    if (!find_by_code(c, f->code, &r) || !good || !may_key_in(c, &r)
        || !check_days(c, &r, f))
        return false;
    in = answered(c, &r, f);
    used.referral_id = r.referral_id;
    if (!sql_referral_reply_changed(c, &in, &moved))
        return false;
    if (!moved)
        return refuse(
            c, ERR_CONFLICT,
            "このつなぎは、ほかの人がいま動かしました。画面を開き直してください。");
    if (!sql_reply_code_use(c, &used)
        || !desk_referral_moved(c, r.referral_id, r.version + 1, r.case_id, why_of(f),
                                desk_form_text(c, &form_referral_reply_def, f))
        || !put_next_duty(c, &r, f)
        || (accepted && !desk_referral_hand_on(c, r.case_id))
        || !store_reach_sync(c, r.case_id, r.to_desk, NULL))
        return false;
    out->id = r.referral_id.id;
    out->place =
        id_same(r.from_desk.id, c->viewer->desk.id)
            ? arena_printf(c->mem, "/referrals/%s?said=replied", r.referral_id.id.s)
            : arena_printf(c->mem, "/cases/%s?said=replied", r.case_id.id.s);
    return true;
}
