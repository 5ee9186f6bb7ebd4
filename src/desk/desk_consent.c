#include "desk_consent.h"

#include "desk_consent_part.h"
#include "desk_part.h"

#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../policy/show_consent.h"
#include "../policy/shown.h"
#include "../store/store_consent.h"

#include <string.h>

/* What always goes with sharing: that, whom and who does what. */
static const uint32_t LEAST =
    ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_COORDINATION);

/* Days before the end on which it is asked again, where no rule says. */
enum { NOTICE_DAYS = 60 };

static bool
agreed(const struct form_consent *f)
{
    return f->answer == CONSENT_ANSWER_GIVEN || f->answer == CONSENT_ANSWER_PARTLY;
}

bool
desk_consent_person(struct ctx *c,
                    struct case_id id,
                    struct person_id asked,
                    struct person_id *out)
{
    struct sql_case_people_rows people = { 0 };

    if (!sql_case_people(c,
                         &(struct sql_case_people_in){ .case_id = id,
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now },
                         &people))
        return false;
    for (size_t i = 0; i < people.n; i++)
        if (id_same(people.v[i].person_id.id, asked.id)
            || (id_none(asked.id) && people.n == 1)) {
            *out = people.v[i].person_id;
            return true;
        }
    return refuse_field(c, "person",
                        "「だれの同意か」を、この世帯の人から選んでください。");
}

bool
desk_consent_items(struct ctx *c, const struct form_codes *codes, uint32_t *out)
{
    const uint32_t offered = consent_items_offered();

    *out = LEAST;
    for (size_t i = 0; i < codes->n; i++) {
        enum item_class item = ITEM_NONE;

        for (int k = ITEM_EXISTENCE; k < ITEM_N; k++)
            if (strcmp(policy_items[k].code, codes->v[i]) == 0)
                item = (enum item_class)k;
        if (item == ITEM_NONE || !((offered | LEAST) & ITEM_BIT(item)))
            return refuse_field(c, "items",
                                "「伝えてよいこと」を、一覧から選んでください。");
        *out |= ITEM_BIT(item);
    }
    return true;
}

static bool
offered_party(const struct form_options *all, const char *code)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->v[i].code, code) == 0)
            return true;
    return false;
}

static bool
has(const struct form_codes *codes, const char *code)
{
    for (size_t i = 0; i < codes->n; i++)
        if (strcmp(codes->v[i], code) == 0)
            return true;
    return false;
}

static bool
check_parties(struct ctx *c, const struct form_consent *f)
{
    struct form_options all[CONSENT_OPTIONS];
    bool good = true;

    if (!desk_consent_options(c, all))
        return false;
    for (size_t i = 0; i < f->parties.n; i++) {
        if (!offered_party(&all[0], f->parties.v[i]))
            good = refuse_field(c, "parties",
                                "「伝えてよい相手」を、一覧から選んでください。");
        if (has(&f->denied, f->parties.v[i]))
            good = refuse_field(
                c, "denied",
                "「伝えない相手」と「伝えてよい相手」の両方に、同じ相手があります。");
    }
    for (size_t i = 0; i < f->denied.n; i++)
        if (!offered_party(&all[0], f->denied.v[i]))
            good = refuse_field(c, "denied",
                                "「伝えない相手」を、一覧から選んでください。");
    return good;
}

/* How it was given must be shown: words and ear of what was said, power and paper of a proxy. */
static bool
check_how(struct ctx *c, const struct form_consent *f)
{
    bool good = true;

    if (f->how == CONSENT_HOW_NONE)
        good = refuse_field(c, "how", "「同意のしかた」を選んでください。");
    if (f->how == CONSENT_HOW_ORAL && !*f->words)
        good = refuse_field(
            c, "words", "口頭の同意は、「本人の言葉」を言ったとおりに書いてください。");
    if ((f->how == CONSENT_HOW_ORAL || f->how == CONSENT_HOW_ON_BEHALF) && !*f->witness)
        good = refuse_field(c, "witness",
                            "「聞いた人・代わりに書いた人」を書いてください。");
    if (f->how == CONSENT_HOW_PROXY && !*f->proxy_ground)
        good = refuse_field(c, "proxy_ground",
                            "代理は、その力のある人だけです。「代理の根拠」を選んでくだ"
                            "さい。家族の署名は、代筆か"
                            "その人自身の同意です。");
    if (f->how == CONSENT_HOW_PROXY && !*f->proxy_paper)
        good = refuse_field(c, "proxy_paper", "「確かめた書類」を書いてください。");
    return good;
}

static bool
check_span(struct ctx *c, const struct form_consent *f)
{
    const struct day today = day_of(c->now);
    bool good = true;

    if (day_known(f->from_on) && f->from_on.n > today.n)
        good = refuse_field(c, "from_on",
                            "「いつから」は、きょうまでの日にしてください。");
    if (!day_known(f->until_on))
        good =
            refuse_field(c, "until_on",
                         "「いつまで」を書いてください。期限のない同意はありません。");
    else if (f->until_on.n < today.n)
        good = refuse_field(c, "until_on",
                            "「いつまで」は、きょうからの日にしてください。");
    else if (f->until_on.n > today.n + 3 * 366)
        good = refuse_field(c, "until_on",
                            "「いつまで」は、3年のうちの日にしてください。");
    return good;
}

static bool
check_agreed(struct ctx *c, const struct form_consent *f)
{
    bool good = check_span(c, f);

    good = check_how(c, f) && good;
    if (!f->support && !f->sharing && !f->plan && !f->recording)
        good =
            refuse_field(c, "support", "何についての同意かを、1つは選んでください。");
    if (f->sharing && !f->parties.n)
        good = refuse_field(c, "parties",
                            "情報を分けもつ同意には、「伝えてよい相手」が要ります。");
    if (f->sharing && !*f->purpose)
        good = refuse_field(c, "purpose", "「何のために」を書いてください。");
    return good;
}

static bool
check_consent(struct ctx *c, const struct form_consent *f)
{
    bool good = form_check_codes(c, &form_consent_def, f, desk_consent_code_known,
                                 c->town->codes);

    good = check_parties(c, f) && good;
    if (agreed(f))
        good = check_agreed(c, f) && good;
    else if (f->answer == CONSENT_ANSWER_ASKED
             || f->answer == CONSENT_ANSWER_UNREACHABLE) {
        if (!day_known(f->again_on) || f->again_on.n < day_of(c->now).n)
            good = refuse_field(c, "again_on",
                                "「次に聞く日」を、きょうからの日で書いてください。");
    }
    return good;
}

static enum consent_state
state_of(enum consent_answer answer)
{
    switch (answer) {
    case CONSENT_ANSWER_GIVEN:
        return CONSENT_STATE_GIVEN;
    case CONSENT_ANSWER_PARTLY:
        return CONSENT_STATE_PARTLY;
    case CONSENT_ANSWER_REFUSED:
        return CONSENT_STATE_REFUSED;
    case CONSENT_ANSWER_ASKED:
        return CONSENT_STATE_ASKED;
    case CONSENT_ANSWER_UNREACHABLE:
        return CONSENT_STATE_UNREACHABLE;
    case CONSENT_ANSWER_NONE:
        return CONSENT_STATE_NONE;
    }
    return CONSENT_STATE_NONE;
}

/* How consent stands, for the first glance at the person. */
static enum consent_stand
stand_of(enum consent_state state)
{
    switch (state) {
    case CONSENT_STATE_GIVEN:
    case CONSENT_STATE_PARTLY:
        return CONSENT_STAND_GIVEN;
    case CONSENT_STATE_REFUSED:
    case CONSENT_STATE_WITHDRAWN:
        return CONSENT_STAND_REFUSED;
    case CONSENT_STATE_UNREACHABLE:
        return CONSENT_STAND_CANNOT_ASK;
    case CONSENT_STATE_NONE:
    case CONSENT_STATE_ASKED:
    case CONSENT_STATE_RENEWED:
    case CONSENT_STATE_EXPIRED:
        return CONSENT_STAND_NOT_ASKED;
    }
    return CONSENT_STAND_NOT_ASKED;
}

static bool
put_consent(struct ctx *c,
            struct case_id id,
            struct person_id person,
            const struct form_consent *f,
            struct consent_id consent)
{
    const bool given = agreed(f);
    const struct day from = day_known(f->from_on) ? f->from_on : day_of(c->now);
    struct sql_consent_add_in in = {
        .consent_id = consent,
        .case_id = id,
        .person_id = person,
        .state = state_of(f->answer),
        .support = f->support,
        .sharing = f->sharing,
        .plan = f->plan,
        .recording = f->recording,
        .joins = f->joins,
        .purpose = f->purpose,
        .from_on = from,
        .until_on = given ? f->until_on : (struct day){ DAY_NONE },
        .from_at = c->now,
        .until_at = given ? day_begin((struct day){ f->until_on.n + 1 }) : 0,
        .how = f->how,
        .words = f->words,
        .witness = f->witness,
        .proxy_ground = f->proxy_ground,
        .proxy_paper = f->proxy_paper,
        .child_will = f->child_will,
        .explained_by = *f->explained_by ? f->explained_by : c->viewer->name,
        .explained_version = f->explained_version,
        .evidence = f->evidence,
        .again_on = f->again_on,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };
    uint32_t items;

    if (!desk_consent_items(c, &f->items, &items))
        return false;
    in.items = given && f->sharing ? items : 0;
    return sql_consent_add(c, &in)
           && sql_consent_standing(
               c, &(struct sql_consent_standing_in){ .person_id = person,
                                                     .consent = stand_of(in.state) });
}

static bool
name_one(struct ctx *c, struct consent_id consent, struct id subject, bool allowed)
{
    return sql_consent_name(c, &(struct sql_consent_name_in){ .consent_id = consent,
                                                              .subject = subject,
                                                              .allowed = allowed });
}

/* Those ticked; who took the consent and who leads share in it without being ticked. */
static bool
name_parties(struct ctx *c,
             struct case_id id,
             const struct form_consent *f,
             struct consent_id consent)
{
    struct sql_case_show_row head;
    struct id subject;

    if (!sql_case_show(c,
                       &(struct sql_case_show_in){
                           .case_id = id, .subjects = desk_subjects(c), .now = c->now },
                       &head))
        return false;
    if (agreed(f) && f->sharing
        && (!name_one(c, consent, head.desk_id.id, true)
            || (role_shares_desk(c->viewer->role)
                && !name_one(c, consent, c->viewer->desk.id, true))))
        return false;
    for (size_t i = 0; i < f->parties.n; i++)
        if (id_read(f->parties.v[i], &subject) && !name_one(c, consent, subject, true))
            return false;
    for (size_t i = 0; i < f->denied.n; i++)
        if (id_read(f->denied.v[i], &subject) && !name_one(c, consent, subject, false))
            return false;
    return true;
}

/* Desks that had a role and are named no more read one line: it ended. */
static bool
tell_lost(struct ctx *c, struct case_id id)
{
    const struct post_id nobody = { .id = { .s = "" } };
    struct sql_consent_lost_rows rows = { 0 };

    if (!sql_consent_lost(
            c, &(struct sql_consent_lost_in){ .case_id = id, .now = c->now }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!desk_put_duty(c, id, DUTY_CONSENT_OVER, id.id, rows.v[i].desk_id, nobody,
                           day_of(c->now)))
            return false;
    return true;
}

/* What was handed over by the consent that ended opens nothing any more. */
static bool
revoke_given(struct ctx *c, struct case_id id)
{
    struct sql_consent_given_on_rows rows = { 0 };

    if (!sql_consent_given_on(
            c, &(struct sql_consent_given_on_in){ .case_id = id, .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct id referral = rows.v[i].referral_id.id;

        if (!sql_consent_revoke(
                c,
                &(struct sql_consent_revoke_in){ .referral_id = rows.v[i].referral_id,
                                                 .now = c->now })
            || !desk_clear_duty(c, DUTY_CONFIRM, referral)
            || !desk_clear_duty(c, DUTY_UNCONFIRMED, referral)
            || !desk_clear_duty(c, DUTY_REPORT, referral)
            || !store_reach_sync(c, id, rows.v[i].to_desk, NULL))
            return false;
    }
    return true;
}

/* Reach, hand-overs and work lists follow what stands now; pages under way are void. */
static bool
follow(struct ctx *c, struct case_id id, struct person_id person, bool ended)
{
    if (!store_reach_sync_consent(c, id)
        || !desk_clear_duty(c, DUTY_CONSENT_ENDS, person.id)
        || !desk_clear_duty(c, DUTY_CONSENT_ASK, person.id))
        return false;
    if (!ended)
        return true;
    c->narrows = true;
    return tell_lost(c, id) && revoke_given(c, id);
}

static bool
put_duties(struct ctx *c,
           struct case_id id,
           struct person_id person,
           const struct form_consent *f)
{
    struct sql_case_show_row head;

    if (!agreed(f))
        return !day_known(f->again_on)
               || desk_put_duty(c, id, DUTY_CONSENT_ASK, person.id, c->viewer->desk,
                                c->viewer->post, f->again_on);
    if (!sql_case_show(c,
                       &(struct sql_case_show_in){
                           .case_id = id, .subjects = desk_subjects(c), .now = c->now },
                       &head)
        || !desk_put_duty(
            c, id, DUTY_CONSENT_ENDS, person.id, c->viewer->desk, c->viewer->post,
            (struct day){ f->until_on.n
                          - (int)intake_rule_number(
                              &c->town->settings, RULE_CONSENT_NOTICE, NOTICE_DAYS) }))
        return false;
    return !desk_consent_moves(head.state) || !f->sharing
           || desk_put_duty(c, id, DUTY_CONSENT_MOVE, id.id, head.desk_id,
                            head.owner_post, day_of(c->now));
}

static bool
end_standing(struct ctx *c,
             struct person_id person,
             const struct form_consent *f,
             size_t *ended)
{
    const bool refused = f->answer == CONSENT_ANSWER_REFUSED;

    *ended = 0;
    if (!(agreed(f) && f->sharing) && !refused)
        return true;
    return sql_consent_end_sharing_changed(
        c,
        &(struct sql_consent_end_sharing_in){ .person_id = person,
                                              .state = refused ? CONSENT_STATE_WITHDRAWN
                                                               : CONSENT_STATE_RENEWED,
                                              .how = f->how,
                                              .words = refused ? f->words : "",
                                              .now = c->now },
        ended);
}

bool
desk_consent_record(struct ctx *c,
                    struct case_id id,
                    const struct form_consent *f,
                    struct outcome *out)
{
    const struct consent_id consent = { id_new(c) };
    struct person_id person;
    struct facts facts;
    size_t ended;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_consent_person(c, id, f->person, &person)
        || !store_facts_of_person(c, id, person, &facts) || !check_consent(c, f)
        || !end_standing(c, person, f, &ended)
        || !put_consent(c, id, person, f, consent) || !name_parties(c, id, f, consent)
        || !follow(c, id, person, ended > 0) || !put_duties(c, id, person, f)
        || !desk_keep_version(c, consent.id, 1, "consent", id, "",
                              desk_form_text(c, &form_consent_def, f)))
        return false;
    shown_note(c, SHOWN_PERSON, person.id, ITEM_BIT(ITEM_COORDINATION), 0);
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = consent.id;
    out->place = arena_printf(c->mem, "/cases/%s/consents?said=consent#%s", id.id.s,
                              consent.id.s);
    return true;
}

static bool
load_consent(struct ctx *c, struct consent_id id, struct sql_consent_one_row *row)
{
    struct facts facts;

    return sql_consent_one(c,
                           &(struct sql_consent_one_in){ .consent_id = id,
                                                         .subjects = desk_subjects(c),
                                                         .now = c->now },
                           row)
           && desk_allow(c, row->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts);
}

bool
desk_consent_withdraw(struct ctx *c,
                      struct consent_id id,
                      const struct form_consent_end *f,
                      struct outcome *out)
{
    struct sql_consent_one_row k;
    size_t ended;

    if (!load_consent(c, id, &k)
        || !sql_consent_end_changed(
            c,
            &(struct sql_consent_end_in){ .consent_id = id,
                                          .state = CONSENT_STATE_WITHDRAWN,
                                          .how = f->how,
                                          .words = f->words,
                                          .now = c->now },
            &ended))
        return false;
    if (!ended)
        return refuse(c, ERR_CONFLICT, "この同意は、もう終わっています。");
    if (!sql_consent_standing(c,
                              &(struct sql_consent_standing_in){
                                  .person_id = k.person_id,
                                  .consent = stand_of(CONSENT_STATE_WITHDRAWN) })
        || !follow(c, k.case_id, k.person_id, k.sharing)
        || !desk_keep_version(c, id.id, 2, "consent", k.case_id,
                              "本人がやめたいと言った",
                              desk_form_text(c, &form_consent_end_def, f)))
        return false;
    shown_note(c, SHOWN_PERSON, k.person_id.id, ITEM_BIT(ITEM_COORDINATION), 0);
    shown_note(c, SHOWN_CASE, k.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place =
        arena_printf(c->mem, "/cases/%s/consents?said=withdrawn", k.case_id.id.s);
    return true;
}

bool
desk_consent_moves(enum case_state state)
{
    return state == CASE_STATE_OUTREACH || state == CASE_STATE_SEEKING_CONSENT;
}

bool
desk_consent_move(struct ctx *c, struct case_id id, struct outcome *out)
{
    struct sql_case_show_row head;
    struct facts facts;
    size_t moved;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_COORDINATION, OWN_SELF, &facts)
        || !sql_case_show(c,
                          &(struct sql_case_show_in){ .case_id = id,
                                                      .subjects = desk_subjects(c),
                                                      .now = c->now },
                          &head))
        return false;
    if (head.state == CASE_STATE_OUTREACH)
        return refuse(c, ERR_CONFLICT,
                      "働きかけのページで、うつすわけを書いてください。");
    if (!desk_consent_moves(head.state))
        return refuse(c, ERR_CONFLICT, "このケースは、いま「%s」です。",
                      case_state_label(head.state));
    if (!sql_case_move_changed(
            c,
            &(struct sql_case_move_in){ .case_id = id,
                                        .state = CASE_STATE_ASSESSMENT,
                                        .version = head.version,
                                        .now = c->now,
                                        .subjects = desk_subjects(c) },
            &moved))
        return false;
    if (!moved)
        return refuse(c, ERR_CONFLICT,
                      "ほかの人がいま動かしました。開き直してください。");
    if (!desk_clear_duty(c, DUTY_CONSENT_MOVE, id.id)
        || !desk_keep_version(c, id.id, head.version + 1, "case", id,
                              arena_printf(c->mem, "%sから多機関協働へ移した",
                                           case_state_label(head.state)),
                              case_state_label(CASE_STATE_ASSESSMENT)))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s/consents?said=multi", id.id.s);
    return true;
}

bool
desk_consent_over(struct ctx *c, struct case_id id, struct outcome *out)
{
    struct facts facts;

    if (!store_facts_of_case(c, id, &facts)
        || !sql_duty_clear_of_desk(
            c, &(struct sql_duty_clear_of_desk_in){ .rule = DUTY_CONSENT_OVER,
                                                    .subject_id = id.id,
                                                    .desk_id = c->viewer->desk }))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = "/today?said=read";
    return true;
}
