/* Whom an item is about, and what each of them consents to. */
#include "desk_sitting_part.h"

#include "../store/store_consent.h"

bool
sitting_matter(struct ctx *c, struct case_id id, struct matter *out)
{
    struct sql_case_people_rows people = { 0 };

    *out = (struct matter){ .n = 0 };
    if (!sql_case_people(c,
                         &(struct sql_case_people_in){ .case_id = id,
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now },
                         &people))
        return false;
    out->v = ARENA_ARRAY(c->mem, people.n + 1, struct person_id);
    out->all = people.n;
    for (size_t i = 0; i < people.n; i++) {
        struct consent_kinds k;

        if (!store_consent_kinds(c, people.v[i].person_id, &k))
            return false;
        if (k.support && k.sharing)
            out->v[out->n++] = people.v[i].person_id;
    }
    return true;
}

const char *
sitting_matter_text(struct ctx *c, const struct matter *m)
{
    if (m->n == 0)
        return "支援と情報の共有への、本人の同意がありません。";
    if (m->n == m->all)
        return "支援と情報の共有に、本人の同意があります。";
    return arena_printf(c->mem,
                        "支援と情報の共有に、%zu人のうち%zu人の同意があります。"
                        "同意は、一人ひとりのものです。",
                        m->all, m->n);
}

bool
sitting_matter_add(struct ctx *c, struct item_id id, const struct matter *m)
{
    for (size_t i = 0; i < m->n; i++)
        if (!sql_matter_add(
                c, &(struct sql_matter_add_in){ .item_id = id, .person_id = m->v[i] }))
            return false;
    return true;
}

/* What the person's own consents cover, whomever they name: the rows from one on. */
static uint32_t
at_all(const struct sql_matter_of_item_rows *rows, size_t *i)
{
    const struct id person = rows->v[*i].person_id.id;
    uint32_t items = 0;

    for (; *i < rows->n && id_same(rows->v[*i].person_id.id, person); ++*i)
        items |= (uint32_t)rows->v[*i].items;
    return items;
}

bool
sitting_matter_covers(struct ctx *c,
                      const struct sql_item_show_row *i,
                      struct item_id id,
                      uint32_t *out)
{
    struct sql_item_recipients_rows who = { 0 };
    struct sql_matter_of_item_rows rows = { 0 };
    struct id *recipients;

    *out = 0;
    if (!sql_matter_of_item(
            c, &(struct sql_matter_of_item_in){ .item_id = id, .now = c->now }, &rows)
        || !sql_item_recipients(
            c,
            &(struct sql_item_recipients_in){ .item_id = id, .desk = c->viewer->desk },
            &who))
        return false;
    recipients = ARENA_ARRAY(c->mem, who.n + 1, struct id);
    for (size_t k = 0; k < who.n; k++)
        recipients[k] = who.v[k].subject;
    *out = rows.n ? UINT32_MAX : 0;
    for (size_t k = 0; k < rows.n;) {
        const struct person_id person = rows.v[k].person_id;
        uint32_t told = UINT32_MAX;

        *out &= at_all(&rows, &k);
        if (who.n
            && !store_consent_of_sitting(c, i->case_id, person, recipients, who.n,
                                         &told))
            return false;
        *out &= told;
    }
    return true;
}
