#include "desk_paper.h"

#include "desk_case_head.h"
#include "desk_part.h"
#include "desk_reply.h"

/* What papers about a case share: its head, people, consultations, hand-overs. */
static bool
load(struct ctx *c, struct case_id id, struct facts *facts, struct case_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_show_in head = { .case_id = id,
                                           .subjects = who,
                                           .now = c->now };
    const struct sql_case_people_in people = { .case_id = id,
                                               .subjects = who,
                                               .now = c->now };
    const struct sql_case_consultations_in words = { .case_id = id,
                                                     .subjects = who,
                                                     .now = c->now };
    const struct sql_referral_of_case_in referrals = { .case_id = id,
                                                       .subjects = who,
                                                       .now = c->now };
    struct decision d;

    *r = (struct case_records){ .id = id };
    if (!store_facts_of_case(c, id, facts))
        return false;
    sql_case_show_later(c, &head, &r->head);
    sql_case_people_later(c, &people, &r->people);
    sql_case_consultations_later(c, &words, &r->consultations);
    sql_referral_of_case_later(c, &referrals, &r->referrals);
    if (!db_gather(c))
        return false;
    for (size_t i = 0; i < r->consultations.n && facts->own == OWN_NONE; i++)
        facts->own = viewer_owns(c->viewer, r->consultations.v[i].desk_id,
                                 r->consultations.v[i].post_id);
    d = policy_decide(ACT_PRINT, facts);
    return decision_allows(&d, ITEM_IDENTITY)
           || refuse_item(c, &d, ACT_PRINT, ITEM_IDENTITY);
}

bool
desk_papers(struct ctx *c, struct case_id id, struct papers_view *out)
{
    const char *base = show_path(c, "cases", id.id, "");
    struct case_records r;
    struct facts facts;

    *out = (struct papers_view){ .base = NULL };
    if (!load(c, id, &facts, &r) || !desk_case_head(c, id, CASE_TAB_PAPERS, &out->head))
        return false;
    out->base = arena_printf(c->mem, "%s/papers/", base);
    out->record_path = arena_printf(c->mem, "%s/record.pdf", base);
    out->pictures_path = arena_printf(c->mem, "%s/pictures", base);
    out->own_path = arena_printf(c->mem, "%s/consents", base);
    out->sheets_path = arena_printf(c->mem, "%s/sheets", base);
    out->referrals_path = arena_printf(c->mem, "%s#referrals", base);
    return true;
}

static struct day
day_or(struct day d, int year, int month, int day)
{
    struct day other = { DAY_NONE };

    return day_known(d) || !day_make(year, month, day, &other) ? d : other;
}

bool
desk_paper_record(struct ctx *c,
                  struct case_id id,
                  const struct record_wish *wish,
                  struct paper_view *out)
{
    const struct sql_paper_notes_in in = {
        .case_id = id,
        .from_on = day_or(wish->from, 1868, 1, 25),
        .until_on = day_or(wish->until, 2199, 12, 31),
        .method = wish->method,
        .n = PAPER_NOTES_MAX + 1,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_paper_notes_rows notes = { 0 };
    struct case_records r;
    struct facts facts;

    if (!load(c, id, &facts, &r) || !sql_paper_notes(c, &in, &notes))
        return false;
    policy_show_paper_record(c, &facts, &r, &notes, wish, out);
    return true;
}

bool
desk_paper_reception(struct ctx *c, struct case_id id, struct paper_view *out)
{
    struct case_records r;
    struct facts facts;

    if (!load(c, id, &facts, &r))
        return false;
    policy_show_paper_reception(c, &facts, &r, out);
    return true;
}

bool
desk_paper_consent(struct ctx *c, struct case_id id, struct paper_view *out)
{
    struct case_records r;
    struct facts facts;

    if (!load(c, id, &facts, &r))
        return false;
    policy_show_paper_consent(c, &facts, &r, out);
    return true;
}

bool
desk_paper_referral(struct ctx *c, struct referral_id id, struct paper_view *out)
{
    const struct sql_referral_show_in in = { .referral_id = id,
                                             .desk = c->viewer->desk,
                                             .subjects = desk_subjects(c),
                                             .now = c->now };
    struct sql_referral_show_row r;
    struct sql_case_people_rows people = { 0 };
    struct facts facts;
    struct decision d;
    const char *reply_code = NULL;

    if (!sql_referral_show(c, &in, &r) || !store_facts_of_case(c, r.case_id, &facts)
        || !sql_case_people(c,
                            &(struct sql_case_people_in){ .case_id = r.case_id,
                                                          .subjects = desk_subjects(c),
                                                          .now = c->now },
                            &people))
        return false;
    if (id_same(r.from_desk.id, c->viewer->desk.id))
        facts.own = OWN_DESK;
    d = policy_decide(ACT_PRINT, &facts);
    if (!decision_allows(&d, ITEM_WELFARE))
        return refuse_item(c, &d, ACT_PRINT, ITEM_WELFARE);
    /* only who sent the paper is to read the code: it answers in the receiver's name */
    if (id_same(r.from_desk.id, c->viewer->desk.id)
        && !desk_reply_code(c, id, &reply_code))
        return false;
    policy_show_paper_referral(c, &facts, &r, &people, reply_code, out);
    return true;
}
