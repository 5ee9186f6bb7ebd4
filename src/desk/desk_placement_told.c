#include "desk_placement_told.h"

#include "../store/store_disclosure.h"

bool
placement_may_tell(struct ctx *c,
                   struct case_id id,
                   struct person_id who,
                   const char *told,
                   struct consent_id *by)
{
    const struct sql_placement_consent_in in = { id, who, desk_subjects(c), c->now };
    struct sql_placement_consent_row row;
    bool found;

    if (!*told)
        return true;
    if (id_none(who.id))
        return refuse_field(c, "person",
                            "「先方に伝えること」を書くときは、「だれに」を選んで"
                            "ください。");
    if (!sql_placement_consent(c, &in, &row, &found))
        return false;
    if (found)
        *by = row.consent_id;
    return found
           || refuse_field(
               c, "told",
               "「先方に伝えること」は、その人が情報を伝えることに同意して"
               "いるときだけ書けます。先に「同意と共有」に書くか、空けておいて"
               "ください。");
}

bool
placement_tell(struct ctx *c,
               const struct participation *p,
               struct case_id of,
               struct placement_id id,
               struct day on)
{
    const struct sql_placement_list_row *k = NULL;

    for (size_t i = 0; i < p->r.placements.n; i++)
        if (id_same(p->r.placements.v[i].placement_id.id, id.id))
            k = &p->r.placements.v[i];
    if (!k || !*k->told || !k->consent_stands || id_none(k->person_id.id))
        return true;
    return store_disclosure_add(
        c, &(const struct disclosure){
               .case_id = of,
               .person = k->person_id,
               .to_name = k->place,
               .items = ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_WELFARE),
               .basis = "consent",
               .reason = "",
               .purpose = arena_printf(c->mem, "参加支援。伝えたこと：%s", k->told),
               .way = "other",
               .record = id.id,
               .on = on });
}
