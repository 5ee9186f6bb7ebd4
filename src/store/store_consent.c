#include "store_consent.h"

#include "gen/sql.h"

#include "../policy/policy.h"
#include "../policy/shown.h"

static const uint32_t COUNTS = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY);
static const uint32_t SHARED = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_COORDINATION);

static bool
load(struct ctx *c,
     struct case_id case_id,
     struct db_ids subjects,
     struct sql_consent_covers_rows *rows)
{
    return sql_consent_covers(c,
                              &(struct sql_consent_covers_in){ .case_id = case_id,
                                                               .subjects = subjects,
                                                               .now = c->now },
                              rows);
}

static uint32_t
covered(struct ctx *c,
        const struct sql_consent_covers_rows *rows,
        struct person_id person)
{
    uint32_t items = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const uint32_t these = (uint32_t)rows->v[i].items;

        if (!id_same(rows->v[i].person_id.id, person.id) || (these & COUNTS) != COUNTS)
            continue;
        items |= these;
        if (c->shown)
            shown_ends(c, rows->v[i].until_at);
    }
    return items;
}

bool
store_consent_of_person(struct ctx *c,
                        struct case_id case_id,
                        struct person_id person,
                        struct db_ids subjects,
                        uint32_t *out)
{
    struct sql_consent_covers_rows rows = { 0 };

    if (!load(c, case_id, subjects, &rows))
        return false;
    *out = covered(c, &rows, person);
    return true;
}

bool
store_consent_of_case(struct ctx *c,
                      struct case_id case_id,
                      struct db_ids subjects,
                      uint32_t *out)
{
    struct sql_consent_covers_rows rows = { 0 };
    struct sql_consent_people_rows people = { 0 };
    uint32_t any = 0;
    uint32_t all = UINT32_MAX;

    if (!load(c, case_id, subjects, &rows)
        || !sql_consent_people(c, &(struct sql_consent_people_in){ .case_id = case_id },
                               &people))
        return false;
    for (size_t i = 0; i < people.n; i++) {
        const uint32_t one = covered(c, &rows, people.v[i].person_id);

        any |= one;
        all &= one;
    }
    *out = people.n ? all | (any & SHARED) : 0;
    return true;
}

bool
store_consent_of_sitting(struct ctx *c,
                         struct case_id case_id,
                         struct person_id person,
                         const struct id *recipients,
                         size_t n,
                         uint32_t *out)
{
    *out = n ? UINT32_MAX : 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t one;

        if (!store_consent_of_person(c, case_id, person,
                                     (struct db_ids){ .v = &recipients[i], .n = 1 },
                                     &one))
            return false;
        *out &= one;
    }
    return true;
}

bool
store_consent_kinds(struct ctx *c, struct person_id person, struct consent_kinds *out)
{
    struct sql_consent_kinds_rows rows = { 0 };

    *out = (struct consent_kinds){ .support = false };
    if (!sql_consent_kinds(
            c, &(struct sql_consent_kinds_in){ .person_id = person, .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        out->support |= rows.v[i].support;
        out->sharing |= rows.v[i].sharing;
        out->plan |= rows.v[i].plan;
        out->recording |= rows.v[i].recording;
    }
    return true;
}
