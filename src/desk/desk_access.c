#include "desk_access.h"

#include "desk_access_part.h"
#include "desk_case_head.h"
#include "desk_own_report_part.h"
#include "desk_part.h"
#include "desk_people.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../policy/show_access.h"
#include "../policy/shown.h"
#include "../store/store_disclosure.h"

#define LAW_OF_ACCESS "個人情報保護法 第76条第1項（保有個人情報の開示請求）"

/* Days; what the law allows when nobody has set less. Source: 個人情報保護法 83条. */
enum { TERM = 30, PROLONGED = 30 };

static int
days(const struct ctx *c, const char *rule, int most)
{
    const int64_t n = intake_rule_number(&c->town->settings, rule, most);

    return n > 0 && n < most ? (int)n : most;
}

static struct day
limit_of(const struct ctx *c, struct day due)
{
    return (struct day){ .n = due.n + days(c, RULE_ACCESS_PROLONGED, PROLONGED) };
}

bool
access_load(struct ctx *c,
            struct access_id id,
            struct sql_access_one_row *x,
            struct own_report_records *r)
{
    const struct sql_access_one_in in = { id, desk_subjects(c), c->now };
    const struct sql_access_lines_in lines = { id, desk_subjects(c), c->now };

    return sql_access_one(c, &in, x) && desk_own_load(c, x->case_id, x->person_id, r)
           && sql_access_lines(c, &lines, &r->checked);
}

bool
access_done(struct ctx *c,
            struct access_id id,
            const struct sql_access_one_row *x,
            int64_t version,
            const char *why,
            const char *body,
            const char *said,
            struct outcome *out)
{
    shown_note(c, SHOWN_PERSON, x->person_id.id, ITEM_BIT(ITEM_IDENTITY), 0);
    shown_note(c, SHOWN_CASE, x->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = arena_printf(c->mem, "/access-requests/%s?said=%s&at=%s", id.id.s,
                              said, id.id.s);
    return desk_keep_version(c, id.id, version, "access", x->case_id, why, body);
}

static bool
check_agent(struct ctx *c, const struct form_access_request *f)
{
    if (f->received_on.n > day_of(c->now).n)
        return refuse_field(c, "received_on",
                            "「請求を受けた日」は、きょうまでの日にしてください。");
    return f->agent == ACCESS_AGENT_SELF || *f->agent_paper
           || refuse_field(
               c, "agent_paper",
               "代理人からの請求です。「代理人の資格を確かめた書類」を書いて"
               "ください。");
}

bool
access_enter(struct ctx *c,
             struct person_id person,
             const struct form_access_request *f,
             struct access_id id,
             struct sql_access_one_row *x)
{
    struct sql_access_add_in in = {
        .access_id = id,
        .person_id = person,
        .year = day_fiscal_year(f->received_on),
        .received_on = f->received_on,
        .due_on = { .n = f->received_on.n + days(c, RULE_ACCESS_DAYS, TERM) },
        .asked_by = f->asked_by,
        .agent = f->agent,
        .agent_paper = f->agent_paper,
        .confirmed = f->confirmed,
        .wanted = f->wanted,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct own_report_records r;
    size_t n;

    if (!desk_own_case(c, person, &in.case_id)
        || !desk_own_load(c, in.case_id, person, &r) || !check_agent(c, f)
        || !sql_access_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    *x = (struct sql_access_one_row){ .case_id = in.case_id,
                                      .person_id = person,
                                      .desk_id = in.desk_id,
                                      .due_on = in.due_on,
                                      .asked_by = f->asked_by,
                                      .agent = f->agent,
                                      .confirmed = f->confirmed };
    return true;
}

bool
desk_access_receive(struct ctx *c,
                    struct person_id person,
                    const struct form_access_request *f,
                    struct outcome *out)
{
    const struct access_id id = { id_new(c) };
    struct sql_access_one_row x;

    return access_enter(c, person, f, id, &x)
           && desk_put_duty(c, x.case_id, DUTY_ACCESS, id.id, x.desk_id,
                            (struct post_id){ { "" } }, x.due_on)
           && access_done(c, id, &x, 1, "請求を受けた",
                          desk_form_text(c, &form_access_request_def, f), "access",
                          out);
}

bool
desk_access_show(struct ctx *c,
                 struct access_id id,
                 struct access_view *out,
                 struct form_options *lines)
{
    const struct sql_access_mends_in in = { id, desk_subjects(c), c->now };
    struct sql_access_mends_rows mends = { 0 };
    struct own_report_records r;
    struct sql_access_one_row x;
    struct form_option *v;
    size_t n = 0;

    if (!access_load(c, id, &x, &r) || !sql_access_mends(c, &in, &mends))
        return false;
    policy_show_access(c, &r, id, &x, &mends, limit_of(c, x.due_on), out);
    v = ARENA_ARRAY(c->mem, out->notes.n + 1, struct form_option);
    for (size_t i = 0; i < out->notes.n; i++)
        if (out->notes.v[i].text)
            v[n++] = (struct form_option){ out->notes.v[i].id, out->notes.v[i].text };
    *lines = (struct form_options){ .name = "access_line", .v = v, .n = n };
    return desk_case_head(c, x.case_id, CASE_TAB_CONSENTS, &out->head);
}

static bool
watches(struct ctx *c)
{
    const struct facts f = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_AUDIT, &f);

    return decision_allows(&d, ITEM_LEDGER) || refuse_decision(c, &d);
}

bool
desk_accesses(struct ctx *c, struct accesses_view *out)
{
    const struct sql_access_office_in in = { .year = day_fiscal_year(day_of(c->now)) };
    struct sql_access_office_rows rows = { 0 };

    if (!watches(c) || !sql_access_office(c, &in, &rows))
        return false;
    policy_show_accesses(c, in.year, &rows, out);
    return true;
}

bool
desk_access_count(struct ctx *c, size_t *open)
{
    struct sql_access_waiting_row row;

    if (!watches(c)
        || !sql_access_waiting(c, &(struct sql_access_waiting_in){ day_of(c->now) },
                               &row))
        return false;
    *open = (size_t)row.open;
    return true;
}

struct sql_access_change_in
access_change_of(struct ctx *c,
                 struct access_id id,
                 const struct sql_access_one_row *x,
                 int64_t version)
{
    return (struct sql_access_change_in){
        .access_id = id,
        .version = version,
        .state = x->state,
        .due_on = x->due_on,
        .extended_on = x->extended_on,
        .extended_why = x->extended_why,
        .decision = x->decision,
        .refusal = x->refusal,
        .decided_on = x->decided_on,
        .decided_words = x->decided_words,
        .handed_on = x->handed_on,
        .handed_how = x->handed_how,
        .copy_id = x->copy_id,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
}

/* The work list holds the day of the decision, then of the handing over. */
bool
access_change(struct ctx *c,
              const struct sql_access_change_in *in,
              const struct sql_access_one_row *x)
{
    const bool open = in->state == ACCESS_STATE_RECEIVED
                      || (in->state == ACCESS_STATE_DECIDED
                          && in->decision != ACCESS_DECISION_REFUSED);
    size_t n;

    if (!sql_access_change_changed(c, in, &n) || !desk_changed_one(c, n))
        return false;
    return open ? desk_put_duty(c, x->case_id, DUTY_ACCESS, in->access_id.id,
                                x->desk_id, (struct post_id){ { "" } }, in->due_on)
                : desk_clear_duty(c, DUTY_ACCESS, in->access_id.id);
}

static bool
expect(struct ctx *c, bool good, const char *otherwise)
{
    return good || refuse(c, ERR_RULE, "%s", otherwise);
}

bool
desk_access_extend(struct ctx *c,
                   struct access_id id,
                   const struct form_access_extend *f,
                   struct outcome *out)
{
    struct sql_access_change_in in;
    struct own_report_records r;
    struct sql_access_one_row x;

    if (!access_load(c, id, &x, &r)
        || !expect(c, x.state == ACCESS_STATE_RECEIVED,
                   "この請求は、もう決まっています。")
        || !expect(c, !day_known(x.extended_on),
                   "期限は、もう一度延ばしています。延ばせるのは一度だけです。")
        || !expect(c, day_of(c->now).n <= x.due_on.n,
                   "期限を過ぎています。延ばせるのは、期限のうちだけです。"))
        return false;
    in = access_change_of(c, id, &x, f->version);
    in.due_on = limit_of(c, x.due_on);
    in.extended_on = day_of(c->now);
    in.extended_why = f->why;
    return access_change(c, &in, &x)
           && access_done(c, id, &x, f->version + 1, "期限を延ばした",
                          desk_form_text(c, &form_access_extend_def, f),
                          "access_extended", out);
}

static bool
check_decision(struct ctx *c,
               const struct sql_access_one_row *x,
               const struct form_access_decide *f)
{
    bool good = true;

    if (f->decided_on.n > day_of(c->now).n || f->decided_on.n < x->received_on.n)
        good = refuse_field(c, "decided_on",
                            "「決めた日」は、請求を受けた日からきょうまでの日に"
                            "してください。");
    if (f->decision != ACCESS_DECISION_WHOLE && f->refusal == ACCESS_REFUSAL_NONE)
        good = refuse_field(c, "refusal",
                            "出さないところがあります。「出さない根拠」を選んで"
                            "ください。");
    if (f->decision == ACCESS_DECISION_WHOLE && f->refusal != ACCESS_REFUSAL_NONE)
        good = refuse_field(c, "refusal",
                            "すべて開示するときは、「出さない根拠」は要りません。");
    return good;
}

bool
desk_access_decide(struct ctx *c,
                   struct access_id id,
                   const struct form_access_decide *f,
                   struct outcome *out)
{
    struct sql_access_change_in in;
    struct own_report_records r;
    struct sql_access_one_row x;

    if (!access_load(c, id, &x, &r)
        || !expect(c, x.state == ACCESS_STATE_RECEIVED,
                   "この請求は、もう決まっています。")
        || !check_decision(c, &x, f) || !access_mend_over(c, id, f))
        return false;
    in = access_change_of(c, id, &x, f->version);
    in.state = ACCESS_STATE_DECIDED;
    in.decision = f->decision;
    in.refusal = f->refusal;
    in.decided_on = f->decided_on;
    in.decided_words = f->words;
    return access_change(c, &in, &x)
           && access_done(c, id, &x, f->version + 1, "決定した",
                          desk_form_text(c, &form_access_decide_def, f),
                          "access_decided", out);
}

/* Only lines that the page offers: of this desk, and without another's name. */
static bool
offered(const struct access_note_list *notes, const char *id)
{
    for (size_t i = 0; i < notes->n; i++)
        if (notes->v[i].text && text_same(notes->v[i].id, id))
            return true;
    return false;
}

bool
desk_access_check(struct ctx *c,
                  struct access_id id,
                  const struct form_access_check *f,
                  struct outcome *out)
{
    struct access_note_list notes = { 0 };
    bool alone;
    struct sql_access_change_in in;
    struct own_report_records r;
    struct sql_access_one_row x;

    if (!access_load(c, id, &x, &r)
        || !expect(c,
                   x.state == ACCESS_STATE_RECEIVED
                       || (x.state == ACCESS_STATE_DECIDED
                           && x.decision != ACCESS_DECISION_REFUSED),
                   "この請求では、もう紙を渡したか、出さないと決めています。"))
        return false;
    policy_show_own_notes(c, &r, &notes, &alone);
    in = access_change_of(c, id, &x, f->version);
    if (!access_change(c, &in, &x)
        || !sql_access_line_clear(c, &(struct sql_access_line_clear_in){ id }))
        return false;
    for (size_t i = 0; i < f->lines.n; i++) {
        struct sql_access_line_put_in line = { .access_id = id,
                                               .case_id = x.case_id,
                                               .post_id = c->viewer->post,
                                               .now = c->now };

        if (!offered(&notes, f->lines.v[i])
            || !id_read(f->lines.v[i], &line.note_id.id))
            return refuse_field(c, "lines", "この画面に出ている行から選んでください。");
        if (!sql_access_line_put(c, &line))
            return false;
    }
    return access_done(
        c, id, &x, f->version + 1, "行を確かめた",
        arena_printf(c->mem, "ご本人のことだけを書いた行：%zu", f->lines.n),
        "access_checked", out);
}

/* The copy is a disclosure to the very person; its number follows from the order. */
bool
access_copy(struct ctx *c,
            const struct sql_access_one_row *x,
            const struct form_access_hand *f,
            struct disclosure_id *out)
{
    const struct disclosure given = {
        .case_id = x->case_id,
        .person = x->person_id,
        .to_name = x->agent == ACCESS_AGENT_SELF ? "ご本人" : "ご本人の代理人",
        .items =
            ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_CONTACT) | ITEM_BIT(ITEM_WELFARE),
        .basis = basis_code(BASIS_OTHER_LAW),
        .reason = LAW_OF_ACCESS,
        .purpose =
            arena_printf(c->mem, "開示の請求：%s（%s）　本人の確認：%s", x->asked_by,
                         access_agent_label(x->agent), x->confirmed),
        .way = "paper",
        .record = x->person_id.id,
        .on = f->handed_on,
    };
    const struct sql_own_copies_in in = { x->case_id, x->person_id, desk_subjects(c),
                                          c->now };
    struct sql_own_copies_rows before = { 0 };
    struct sql_own_copies_rows copies = { 0 };

    if (!sql_own_copies(c, &in, &before) || !store_disclosure_add(c, &given)
        || !sql_own_copies(c, &in, &copies))
        return false;
    for (size_t i = 0; i < copies.n; i++) {
        bool old = false;

        for (size_t k = 0; k < before.n; k++)
            old |= id_same(before.v[k].disclosure_id.id, copies.v[i].disclosure_id.id);
        if (!old)
            *out = copies.v[i].disclosure_id;
    }
    return copies.n == before.n + 1 || refuse(c, ERR_BUG, "the copy is nowhere");
}

bool
desk_access_hand(struct ctx *c,
                 struct access_id id,
                 const struct form_access_hand *f,
                 struct outcome *out)
{
    struct sql_access_change_in in;
    struct own_report_records r;
    struct sql_access_one_row x;

    if (!access_load(c, id, &x, &r)
        || !expect(
            c, x.state == ACCESS_STATE_DECIDED && x.decision != ACCESS_DECISION_REFUSED,
            "開示すると決めてから、渡したことを書きます。"))
        return false;
    if (f->handed_on.n > day_of(c->now).n || f->handed_on.n < x.decided_on.n)
        return refuse_field(
            c, "handed_on",
            "「渡した日」は、決めた日からきょうまでの日にしてください。");
    in = access_change_of(c, id, &x, f->version);
    in.state = ACCESS_STATE_HANDED;
    in.handed_on = f->handed_on;
    in.handed_how = f->how;
    return access_copy(c, &x, f, &in.copy_id) && access_change(c, &in, &x)
           && access_done(c, id, &x, f->version + 1, "紙を渡した",
                          desk_form_text(c, &form_access_hand_def, f), "access_handed",
                          out);
}

bool
desk_access_back(struct ctx *c,
                 struct access_id id,
                 const struct form_access_back *f,
                 struct outcome *out)
{
    struct sql_access_change_in in;
    struct own_report_records r;
    struct sql_access_one_row x;

    if (!access_load(c, id, &x, &r)
        || !expect(c,
                   x.state == ACCESS_STATE_RECEIVED || x.state == ACCESS_STATE_DECIDED,
                   "この請求は、もう終わっています。"))
        return false;
    in = access_change_of(c, id, &x, f->version);
    in.state = ACCESS_STATE_WITHDRAWN;
    return access_change(c, &in, &x)
           && access_done(c, id, &x, f->version + 1, f->why, "取り下げた",
                          "access_back", out);
}
