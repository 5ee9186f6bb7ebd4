#include "desk_access_mend.h"

#include "desk_access_part.h"
#include "desk_part.h"
#include "desk_people.h"

/* Since when the request waits for being put right; DAY_NONE when it does not. */
static bool
waits_since(struct ctx *c, struct access_id id, struct day *out)
{
    const struct sql_access_mends_in in = { id, desk_subjects(c), c->now };
    struct sql_access_mends_rows rows = { 0 };

    *out = (struct day){ DAY_NONE };
    if (!sql_access_mends(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!day_known(rows.v[i].mended_on))
            *out = rows.v[i].asked_on;
    return true;
}

static bool
load_open(struct ctx *c,
          struct access_id id,
          struct sql_access_one_row *x,
          struct day *since)
{
    struct own_report_records r;

    return access_load(c, id, x, &r)
           && (x->state == ACCESS_STATE_RECEIVED
               || refuse(c, ERR_RULE, "この請求は、もう決まっています。"))
           && waits_since(c, id, since);
}

bool
desk_access_mend(struct ctx *c,
                 struct access_id id,
                 const struct form_access_mend *f,
                 struct outcome *out)
{
    struct sql_access_mend_ask_in ask = { .mend_id = id_new(c),
                                          .access_id = id,
                                          .asked_on = f->asked_on,
                                          .what = f->what,
                                          .desk_id = c->viewer->desk,
                                          .post_id = c->viewer->post,
                                          .subjects = desk_subjects(c),
                                          .now = c->now };
    struct sql_access_change_in in;
    struct sql_access_one_row x;
    struct day since;

    if (!load_open(c, id, &x, &since))
        return false;
    if (day_known(since))
        return refuse(c, ERR_RULE, "補正を求めて、待っているところです。");
    if (f->asked_on.n < x.received_on.n || f->asked_on.n > day_of(c->now).n)
        return refuse_field(c, "asked_on",
                            "「補正を求めた日」は、請求を受けた日からきょうまでの日に"
                            "してください。");
    in = access_change_of(c, id, &x, f->version);
    return access_change(c, &in, &x) && sql_access_mend_ask(c, &ask)
           && access_done(c, id, &x, f->version + 1, "補正を求めた",
                          desk_form_text(c, &form_access_mend_def, f), "access_mend",
                          out);
}

/*
 * The days from the one on which the mending was asked for until the one on which it was done
 * do not count: the term ends that much later. Source: 個人情報保護法 83条1項ただし書.
 */
bool
desk_access_mended(struct ctx *c,
                   struct access_id id,
                   const struct form_access_mended *f,
                   struct outcome *out)
{
    struct sql_access_change_in in;
    struct sql_access_one_row x;
    struct day since;

    if (!load_open(c, id, &x, &since))
        return false;
    if (!day_known(since))
        return refuse(c, ERR_RULE, "補正を求めていません。");
    if (f->mended_on.n < since.n || f->mended_on.n > day_of(c->now).n)
        return refuse_field(c, "mended_on",
                            "「補正された日」は、補正を求めた日からきょうまでの日に"
                            "してください。");
    in = access_change_of(c, id, &x, f->version);
    if (since.n <= x.due_on.n)
        in.due_on.n += f->mended_on.n - since.n;
    return access_change(c, &in, &x)
           && sql_access_mend_end(c,
                                  &(struct sql_access_mend_end_in){ id, f->mended_on })
           && access_done(c, id, &x, f->version + 1, "補正された",
                          desk_form_text(c, &form_access_mended_def, f),
                          "access_mended", out);
}

bool
access_mend_over(struct ctx *c, struct access_id id, const struct form_access_decide *f)
{
    struct day since;

    if (!waits_since(c, id, &since))
        return false;
    if (!day_known(since))
        return true;
    return (f->decision == ACCESS_DECISION_REFUSED
            || refuse_field(c, "decision",
                            "補正を待っています。先に「補正された日」を書くか、"
                            "補正されないときは不開示にしてください。"))
           && sql_access_mend_end(
               c, &(struct sql_access_mend_end_in){ id, f->decided_on });
}

/* What is handed over at the counter at once: received, decided and handed in one line. */
bool
desk_access_now(struct ctx *c,
                struct person_id person,
                const struct form_own_report *f,
                struct outcome *out)
{
    const struct day today = day_of(c->now);
    const struct access_id id = { id_new(c) };
    const struct form_access_request ask = { .received_on = today,
                                             .asked_by = f->asked_by,
                                             .agent = ACCESS_AGENT_SELF,
                                             .agent_paper = "",
                                             .confirmed = f->confirmed,
                                             .wanted = "" };
    const struct form_access_hand hand = { .handed_on = today,
                                           .how = ACCESS_WAY_COUNTER };
    struct access_note_list notes = { 0 };
    struct sql_access_change_in in;
    struct own_report_records r;
    struct sql_access_one_row x;
    bool alone;

    if (!access_enter(c, person, &ask, id, &x)
        || !desk_keep_version(c, id.id, 1, "access", x.case_id, "請求を受けた",
                              desk_form_text(c, &form_own_report_def, f))
        || !access_load(c, id, &x, &r))
        return false;
    policy_show_own_notes(c, &r, &notes, &alone);
    in = access_change_of(c, id, &x, x.version);
    in.state = ACCESS_STATE_HANDED;
    in.decision = alone ? ACCESS_DECISION_WHOLE : ACCESS_DECISION_PART;
    in.refusal = alone ? ACCESS_REFUSAL_NONE : ACCESS_REFUSAL_OTHERS;
    in.decided_on = in.handed_on = today;
    in.handed_how = hand.how;
    if (!access_copy(c, &x, &hand, &in.copy_id) || !access_change(c, &in, &x)
        || !access_done(c, id, &x, x.version + 1, "その場で渡した", "", "own_report",
                        out))
        return false;
    out->place =
        arena_printf(c->mem, "/persons/%s/own-report?said=own_report", person.id.s);
    return true;
}
