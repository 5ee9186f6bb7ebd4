#include "show_candidate.h"

#include "../base/vec.h"
#include "../domain/about_day.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

struct like_person
policy_candidate_person(struct ctx *c,
                        const struct facts *facts,
                        const struct sql_candidate_find_row *row)
{
    const struct decision d = policy_decide(ACT_VIEW, facts);
    const bool contact = decision_allows(&d, ITEM_CONTACT);
    struct like_person p = {
        .name = row->name,
        .kana = row->kana,
        .others = row->other_names,
        .place = contact ? row->place : "",
        .phone = contact ? row->phone : "",
    };

    like_ages(c->mem, &p, row->birth_words, row->age, row->age_given, day_of(c->now));
    return p;
}

static const char *
about_of(struct ctx *c,
         const struct decision *d,
         const struct sql_candidate_find_row *r)
{
    const struct day today = day_of(c->now);
    const char *age =
        about_age(c->mem, about_birth_read(c->mem, r->birth_words, today), today);
    const char *place = mask_text(d, ITEM_CONTACT, *r->place ? r->place : NULL);

    if (!age && r->age_given)
        age = arena_printf(c->mem, "%d歳くらい", (int)r->age);
    return arena_printf(c->mem, "%s%s%s", age ? age : "", age && place ? "　" : "",
                        place ? place : "");
}

void
policy_show_candidate(struct ctx *c,
                      const struct candidate *k,
                      struct case_id here,
                      struct candidates_view *out)
{
    const struct sql_candidate_find_row *r = k->row;
    const struct decision d = policy_decide(ACT_VIEW, &k->facts);
    const bool same = id_same(here.id, r->case_id.id);
    const char *path = show_path(c, "cases", r->case_id.id, "");

    if (!decision_allows(&d, ITEM_IDENTITY))
        return;
    *VEC_PUSH(c->mem, &out->list) = (struct candidate_view){
        .person = r->person_id.id.s,
        .name = *r->name ? r->name : person_known_label(r->known),
        .kana = *r->kana ? r->kana : NULL,
        .about = about_of(c, &d, r),
        .number = r->number,
        .state = mask_text(&d, ITEM_COORDINATION, case_state_label(r->state)),
        .desk = r->desk,
        .why = like_text(c->mem, k->likeness.why),
        .sure = k->likeness.points >= LIKE_SURE ? "よく似ている" : "似ている",
        .case_path = path,
        .join_path =
            arena_printf(c->mem, "%s/consultations?person=%s", path, r->person_id.id.s),
        .mend_path = same ? show_path(c, "people", r->person_id.id, "") : NULL,
        .seal = show_seal(decision_ground(&d)),
    };
    shown_note(c, SHOWN_PERSON, r->person_id.id,
               d.allow
                   & (ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY)
                      | ITEM_BIT(ITEM_CONTACT)),
               d.grounds);
}
