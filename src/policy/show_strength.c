#include "show_strength.h"

#include "../base/vec.h"
#include "mask.h"

#include <string.h>

/* Each once, wherever it is written. */
static void
add(struct ctx *c, struct support_pair_list *out, const char *whose, const char *text)
{
    if (!text || !*text)
        return;
    for (size_t i = 0; i < out->n; i++)
        if (strcmp(out->v[i].text, text) == 0)
            return;
    *VEC_PUSH(c->mem, out) = (struct support_pair_view){ .label = whose, .text = text };
}

void
policy_show_strengths(struct ctx *c,
                      const struct facts *facts,
                      const struct people_records *r,
                      struct support_pair_list *out)
{
    for (size_t i = 0; i < r->people.n; i++) {
        const struct sql_case_people_row *p = &r->people.v[i];
        const struct decision d =
            show_person_record(c, facts, r->own, p->desk_id, p->post_id);

        add(c, out, show_person_name(c, facts, r, p->person_id),
            mask_text(&d, ITEM_WELFARE, p->strengths));
    }
    for (size_t i = 0; i < r->households.n; i++) {
        const struct sql_household_list_row *h = &r->households.v[i];
        const struct decision d =
            show_person_record(c, facts, r->own, h->desk_id, h->post_id);

        add(c, out, "世帯", mask_text(&d, ITEM_WELFARE, h->strengths));
    }
}

void
policy_show_sheet_strengths(struct ctx *c,
                            const struct facts *facts,
                            const struct sheet_records *r,
                            struct support_pair_list *out)
{
    const struct decision d = show_sheet_decision(c, facts, r);

    for (size_t s = 0; s < r->sheet->sections.n; s++)
        for (size_t i = 0; i < r->sheet->sections.v[s].fields.n; i++) {
            const struct sheet_field *f = &r->sheet->sections.v[s].fields.v[i];

            if (!f->strength || !show_sheet_open(&d, f))
                continue;
            if (!r->sheet->sections.v[s].per_person)
                add(c, out, "世帯", fields_get(r->answers, f->key));
            for (size_t p = 0;
                 r->sheet->sections.v[s].per_person && p < r->people->people.n; p++) {
                const struct sql_case_people_row *who = &r->people->people.v[p];
                const char *ordinal = arena_printf(c->mem, "%d", (int)who->ordinal);

                add(c, out, show_person_name(c, facts, r->people, who->person_id),
                    fields_get(r->answers, sheet_name(c->mem, f->key, ordinal)));
            }
        }
}
