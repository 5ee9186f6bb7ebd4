#include "desk_why.h"

#include "desk_case_head.h"
#include "desk_part.h"

#include "../policy/show.h"
#include "../policy/show_call.h"
#include "../policy/show_why.h"
#include "../store/store_consent.h"

bool
desk_why(struct ctx *c, struct case_id id, struct why_view *out)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_reach_of_case_in reach = { .case_id = id,
                                                .subjects = who,
                                                .now = c->now };
    const struct sql_consent_list_in consents = { .case_id = id,
                                                  .subjects = who,
                                                  .now = c->now };
    const struct sql_consent_names_in names = { .case_id = id,
                                                .subjects = who,
                                                .now = c->now };
    const struct sql_referral_of_case_in referrals = { .case_id = id,
                                                       .subjects = who,
                                                       .now = c->now };
    const struct sql_case_show_in head = { .case_id = id,
                                           .subjects = who,
                                           .now = c->now };
    struct why_records r = { .id = id };
    struct facts facts;

    if (!store_facts_of_case(c, id, &facts))
        return false;
    sql_reach_of_case_later(c, &reach, &r.reach);
    sql_consent_list_later(c, &consents, &r.consents);
    sql_consent_names_later(c, &names, &r.names);
    sql_referral_of_case_later(c, &referrals, &r.referrals);
    sql_case_show_later(c, &head, &r.head);
    if (!db_gather(c))
        return false;
    policy_show_why(c, &facts, &r, out);
    return desk_case_head(c, id, CASE_TAB_OVERVIEW, &out->head);
}

/* Whether somebody's standing word is that this party must not be told. */
static bool
denied(const struct sql_consent_list_rows *consents,
       const struct sql_consent_names_rows *names,
       struct desk_id desk)
{
    for (size_t i = 0; i < names->n; i++) {
        if (names->v[i].allowed || !id_same(names->v[i].subject, desk.id))
            continue;
        for (size_t k = 0; k < consents->n; k++)
            if (id_same(consents->v[k].consent_id.id, names->v[i].consent_id.id)
                && (consents->v[k].state == CONSENT_STATE_GIVEN
                    || consents->v[k].state == CONSENT_STATE_PARTLY
                    || consents->v[k].state == CONSENT_STATE_REFUSED))
                return true;
    }
    return false;
}

static void
add_handed(const struct sql_call_handed_rows *rows,
           struct desk_id desk,
           struct call_party *p)
{
    for (size_t i = 0; i < rows->n; i++)
        if (id_same(rows->v[i].to_desk.id, desk.id)
            || id_same(rows->v[i].from_desk.id, desk.id)) {
            p->handed |= (uint32_t)rows->v[i].items;
            p->basis = rows->v[i].basis;
        }
}

bool
desk_calls(struct ctx *c, struct case_id id, struct calls_view *out)
{
    const struct db_ids who = desk_subjects(c);
    struct sql_call_parties_rows parties = { 0 };
    struct sql_call_handed_rows handed = { 0 };
    struct sql_consent_list_rows consents = { 0 };
    struct sql_consent_names_rows names = { 0 };
    struct case_view v;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_case_show(c, id, 0, &v)
        || !sql_call_parties(c,
                             &(struct sql_call_parties_in){ .case_id = id,
                                                            .desk = c->viewer->desk,
                                                            .subjects = who,
                                                            .now = c->now },
                             &parties)
        || !sql_call_handed(c,
                            &(struct sql_call_handed_in){ .case_id = id,
                                                          .desk = c->viewer->desk,
                                                          .subjects = who,
                                                          .now = c->now },
                            &handed)
        || !sql_consent_list(c,
                             &(struct sql_consent_list_in){
                                 .case_id = id, .subjects = who, .now = c->now },
                             &consents)
        || !sql_consent_names(c,
                              &(struct sql_consent_names_in){
                                  .case_id = id, .subjects = who, .now = c->now },
                              &names))
        return false;
    policy_show_calls(c, id, v.warning, out);
    for (size_t i = 0; i < parties.n; i++) {
        const struct sql_call_parties_row *d = &parties.v[i];
        struct call_party p = { .name = d->name, .leads = d->leads };

        add_handed(&handed, d->desk_id, &p);
        /* who else takes part is coordination: not for those to whom that is closed */
        if (!v.head.state && !p.handed && !p.leads)
            continue;
        if (!store_consent_of_case(
                c, id, (struct db_ids){ .v = &d->desk_id.id, .n = 1 }, &p.consent))
            return false;
        p.denied = denied(&consents, &names, d->desk_id);
        policy_show_call(c, &p, out);
    }
    return desk_case_head(c, id, CASE_TAB_CONSENTS, &out->head);
}
