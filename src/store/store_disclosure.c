#include "store_disclosure.h"

#include "gen/sql.h"

#include "../domain/codes.h"
#include "../domain/town.h"
#include "../policy/viewer.h"

bool
store_disclosure_add(struct ctx *c, const struct disclosure *d)
{
    if (!*d->purpose)
        return refuse(c, ERR_RULE, "何のために渡すかを書いてください。");
    if (!codes_known(c->town->codes, "legal_basis", d->basis))
        return refuse(
            c, ERR_RULE,
            "渡す根拠を台帳から選んでください。根拠のない提供は記録できません。");
    return sql_disclosure_add(
        c, &(struct sql_disclosure_add_in){ .disclosure_id = { id_new(c) },
                                            .case_id = d->case_id,
                                            .person_id = d->person,
                                            .from_desk = c->viewer->desk,
                                            .post_id = c->viewer->post,
                                            .to_desk = d->to_desk,
                                            .to_name = d->to_name,
                                            .items = d->items,
                                            .basis = d->basis,
                                            .basis_reason = d->reason,
                                            .purpose = d->purpose,
                                            .way = d->way,
                                            .record_id = d->record,
                                            .happened_on = d->on,
                                            .now = c->now });
}

bool
store_disclosure_of_case(struct ctx *c, const struct disclosure *d)
{
    struct sql_consent_people_rows people = { 0 };
    struct disclosure one = *d;

    if (!sql_consent_people(c, &(struct sql_consent_people_in){ .case_id = d->case_id },
                            &people))
        return false;
    for (size_t i = 0; i < people.n; i++) {
        one.person = people.v[i].person_id;
        if (!store_disclosure_add(c, &one))
            return false;
    }
    return true;
}
