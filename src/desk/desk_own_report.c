#include "desk_own_report.h"

#include "desk_own_report_part.h"

#include "desk_case_head.h"
#include "desk_part.h"

#include "../base/vec.h"
#include "../policy/show.h"
#include "../policy/show_own_report.h"
#include "../policy/show_paper_case.h"
#include "../policy/shown.h"

/* Only who leads answers: one desk, so that nothing is handed out twice or by halves. */
static bool
may_answer(struct ctx *c,
           struct case_id id,
           struct person_id person,
           struct facts *facts)
{
    struct decision d;

    if (!store_facts_of_person(c, id, person, facts))
        return false;
    if (facts->part != PART_LEAD)
        return refuse(c, ERR_DENIED, "not the leading desk");
    d = policy_decide(ACT_PRINT, facts);
    return decision_allows(&d, ITEM_IDENTITY)
           || refuse_item(c, &d, ACT_PRINT, ITEM_IDENTITY);
}

static bool
load(struct ctx *c,
     struct case_id id,
     struct person_id person,
     struct own_report_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_show_in head = { id, who, c->now };
    const struct sql_case_people_in people = { id, who, c->now };
    const struct sql_protected_people_in guarded = { .case_id = id,
                                                     .post_id = c->viewer->post };
    const struct sql_own_copies_in copies = { id, person, who, c->now };

    *r = (struct own_report_records){ .id = id, .person = person };
    if (!may_answer(c, id, person, &r->facts))
        return false;
    sql_case_show_later(c, &head, &r->head);
    sql_case_people_later(c, &people, &r->people);
    sql_protected_people_later(c, &guarded, &r->guarded);
    sql_own_copies_later(c, &copies, &r->copies);
    return db_gather(c);
}

static bool
load_all(struct ctx *c, struct own_report_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct case_id id = r->id;
    const struct sql_case_consultations_in consultations = { id, who, c->now };
    const struct sql_own_words_in words = { id, r->person, who, c->now };
    const struct sql_situation_list_in situations = { id, 0, who, c->now };
    const struct sql_consent_list_in consents = { id, who, c->now };
    const struct sql_consent_names_in names = { id, who, c->now };
    const struct sql_disclosure_list_in told = { id, who, c->now };
    struct sql_paper_notes_in notes = { .case_id = id,
                                        .method = "",
                                        .n = PAPER_NOTES_MAX,
                                        .subjects = who,
                                        .now = c->now };

    if (!day_make(1868, 1, 25, &notes.from_on)
        || !day_make(2199, 12, 31, &notes.until_on))
        return refuse(c, ERR_BUG, "no such days");
    sql_case_consultations_later(c, &consultations, &r->consultations);
    sql_own_words_later(c, &words, &r->words);
    sql_situation_list_later(c, &situations, &r->situations);
    sql_consent_list_later(c, &consents, &r->consents);
    sql_consent_names_later(c, &names, &r->names);
    sql_disclosure_list_later(c, &told, &r->told);
    sql_paper_notes_later(c, &notes, &r->notes);
    return db_gather(c);
}

bool
desk_own_case(struct ctx *c, struct person_id person, struct case_id *out)
{
    const struct sql_consent_person_in in = { person, desk_subjects(c), c->now };
    struct sql_consent_person_row row;

    if (!sql_consent_person(c, &in, &row))
        return false;
    *out = row.case_id;
    return true;
}

bool
desk_own_load(struct ctx *c,
              struct case_id id,
              struct person_id person,
              struct own_report_records *r)
{
    return load(c, id, person, r) && load_all(c, r);
}

bool
desk_own_reports(struct ctx *c, struct person_id person, struct own_reports_view *out)
{
    struct sql_access_of_person_in in = { .person_id = person,
                                          .subjects = desk_subjects(c),
                                          .now = c->now };
    struct own_report_records r;
    struct case_id id;

    if (!desk_own_case(c, person, &id) || !load(c, id, person, &r))
        return false;
    in.case_id = id;
    if (!sql_access_of_person(c, &in, &r.asked))
        return false;
    policy_show_own_reports(c, &r, out);
    return desk_case_head(c, id, CASE_TAB_CONSENTS, &out->head);
}

bool
desk_own_report_paper(struct ctx *c, struct disclosure_id copy, struct paper_view *out)
{
    const struct sql_own_copy_of_in in = { copy, desk_subjects(c), c->now };
    struct sql_own_copy_of_row of;
    const struct sql_access_lines_of_copy_in read = { copy, desk_subjects(c), c->now };
    struct sql_access_lines_of_copy_rows checked = { 0 };
    struct own_report_records r;

    if (!sql_own_copy_of(c, &in, &of) || !load(c, of.case_id, of.person_id, &r)
        || !load_all(c, &r) || !sql_access_lines_of_copy(c, &read, &checked))
        return false;
    for (size_t i = 0; i < checked.n; i++)
        *VEC_PUSH(c->mem, &r.checked) =
            (struct sql_access_lines_row){ .note_id = checked.v[i].note_id };
    for (size_t i = 0; i < r.copies.n; i++)
        if (id_same(r.copies.v[i].disclosure_id.id, copy.id)) {
            policy_show_paper_own(c, &r, i, out);
            return true;
        }
    return refuse(c, ERR_MISSING, "no such copy");
}
