#include "desk_service.h"

#include "desk_case_head.h"
#include "desk_part.h"

#include "../policy/show_service.h"
#include "../policy/shown.h"

bool
desk_consultations(struct ctx *c, struct case_id id, struct consultations_view *out)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_consultation_list_in in = { id, who, c->now };
    const struct sql_service_request_list_in of = { id, who, c->now };
    struct sql_consultation_list_rows rows = { 0 };
    struct sql_service_request_list_rows requests = { 0 };
    struct decision d;
    struct facts facts;
    struct facts writing;

    if (!store_facts_of_case(c, id, &facts) || !sql_consultation_list(c, &in, &rows)
        || !sql_service_request_list(c, &of, &requests))
        return false;
    writing = facts;
    writing.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &writing);
    policy_show_consultations(c, &facts, id, decision_allows(&d, ITEM_WELFARE), &rows,
                              &requests, out);
    return desk_case_head(c, id, CASE_TAB_COURSE, &out->head);
}

bool
desk_service_request(struct ctx *c,
                     struct case_id id,
                     const struct form_service_request *f,
                     struct outcome *out)
{
    const struct sql_service_request_add_in in = {
        .service_request_id = { id_new(c) },
        .case_id = id,
        .consultation_id = f->consultation,
        .service = f->service,
        .place = f->place,
        .requested_on = f->requested_on,
        .remark = f->remark,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct facts facts;
    size_t added;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (f->requested_on.n > day_of(c->now).n)
        return refuse_field(c, "requested_on",
                            "「申し込んだ日」は、きょうまでの日にしてください。");
    if (!sql_service_request_add_changed(c, &in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such consultation");
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = in.service_request_id.id;
    out->place =
        arena_printf(c->mem, "/cases/%s/consultations?said=service_applied&at=%s",
                     id.id.s, in.service_request_id.id.s);
    return desk_keep_version(c, in.service_request_id.id, 1, "service_request", id,
                             "サービスを申し込んだ",
                             desk_form_text(c, &form_service_request_def, f));
}

static bool
load(struct ctx *c,
     struct service_request_id id,
     struct sql_service_request_one_row *out)
{
    return sql_service_request_one(
        c, &(struct sql_service_request_one_in){ id, desk_subjects(c), c->now }, out);
}

bool
desk_service_case(struct ctx *c, struct service_request_id id, struct case_id *out)
{
    struct sql_service_request_one_row r;

    if (!load(c, id, &r))
        return false;
    *out = r.case_id;
    return true;
}

bool
desk_service_decide(struct ctx *c,
                    struct service_request_id id,
                    const struct form_service_decision *f,
                    struct outcome *out)
{
    struct sql_service_request_one_row r;
    struct facts facts;
    size_t changed;

    if (!load(c, id, &r)
        || !desk_allow(c, r.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (!id_same(r.desk_id.id, c->viewer->desk.id))
        return refuse(c, ERR_DENIED, "an application of another desk");
    if (f->decision == SERVICE_DECISION_PENDING)
        return refuse_field(c, "decision",
                            "「決まったこと」には、決まった結果を選んでください。");
    if (f->decided_on.n < r.requested_on.n || f->decided_on.n > day_of(c->now).n)
        return refuse_field(
            c, "decided_on",
            "「決まった日」は、申し込んだ日から、きょうまでの日にしてください。");
    if (r.decision != SERVICE_DECISION_PENDING)
        return refuse(c, ERR_CONFLICT,
                      "この申し込みには、もう結果が書かれています。画面を開き直して"
                      "ください。");
    if (!sql_service_request_decide_changed(
            c,
            &(struct sql_service_request_decide_in){ .service_request_id = id,
                                                     .decision = f->decision,
                                                     .decided_on = f->decided_on,
                                                     .remark = *f->remark ? f->remark
                                                                          : r.remark,
                                                     .version = r.version,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
            &changed))
        return false;
    if (changed != 1)
        return refuse(
            c, ERR_CONFLICT,
            "この申し込みは、ほかの人がいま書きました。画面を開き直してください。");
    shown_note(c, SHOWN_CASE, r.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = arena_printf(c->mem, "/cases/%s/consultations?said=service_decided",
                              r.case_id.id.s);
    return desk_keep_version(c, id.id, r.version + 1, "service_request", r.case_id,
                             "申し込みの結果を書いた",
                             desk_form_text(c, &form_service_decision_def, f));
}
