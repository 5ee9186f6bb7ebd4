#include "show_target.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "../domain/town.h"
#include "mask.h"

#include <string.h>

enum { CODES_MAX = 200 };

/* What the viewer may know of the case, as the rule takes it. */
struct known {
    const char *issues[CODES_MAX];
    const char *labels[CODES_MAX]; /* of the same issues */
    size_t n;
    const char *attributes[CODES_MAX];
    size_t n_attributes;
    bool gap;
};

static void
take_issues(struct ctx *c,
            const struct facts *facts,
            const struct people_records *r,
            struct known *k)
{
    const struct decision line = policy_decide(ACT_VIEW, facts);

    for (size_t i = 0; i < r->issues.n && k->n < CODES_MAX; i++) {
        const struct sql_issue_list_row *s = &r->issues.v[i];
        const struct decision d =
            show_person_record(c, facts, r->own, s->desk_id, s->post_id);
        const char *label = show_issue_label(c, &line, &d, s->code);

        if (!label || s->state == ISSUE_STATE_RESOLVED)
            continue;
        k->issues[k->n] = s->code;
        k->labels[k->n++] = label;
        k->gap = k->gap || s->gap;
    }
}

static void
take_attributes(struct ctx *c,
                const struct facts *facts,
                const struct people_records *r,
                struct known *k)
{
    for (size_t i = 0; i < r->people.n; i++) {
        const struct sql_case_people_row *p = &r->people.v[i];
        const struct decision d =
            show_person_record(c, facts, r->own, p->desk_id, p->post_id);
        const char *at = mask_text(&d, ITEM_WELFARE, p->attributes);

        while (at && *at && k->n_attributes < CODES_MAX) {
            const size_t n = strcspn(at, " ");

            k->attributes[k->n_attributes++] = arena_copy(c->mem, at, n);
            at += n + strspn(at + n, " ");
        }
    }
}

/* What speaks for it, in words. */
static const char *
reasons(struct ctx *c, const struct target_def *d, const struct known *k)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < k->n; i++) {
        bool speaks = d->min_issues > 0;

        for (size_t q = 0; q < d->n_issues; q++)
            speaks = speaks || strcmp(d->issues[q], k->issues[i]) == 0;
        if (speaks)
            buf_printf(&b, "%s%s", b.n ? "・" : "", k->labels[i]);
    }
    if (d->gap && k->gap)
        buf_printf(&b, "%s狭間のニーズ", b.n ? "・" : "");
    return b.n ? buf_text(&b) : NULL;
}

static enum profile_category
category_of(const char *code)
{
    if (strcmp(code, "outreach") == 0)
        return PROFILE_CATEGORY_OUTREACH;
    if (strcmp(code, "participation_support") == 0)
        return PROFILE_CATEGORY_PARTICIPATION;
    if (strcmp(code, "multi_agency") == 0)
        return PROFILE_CATEGORY_MULTI_AGENCY;
    return PROFILE_CATEGORY_NONE;
}

/* Whom the plan names for the category, word for word, with the place in the plan. */
static const char *
rule_text(struct ctx *c, enum profile_category category)
{
    const struct profile *p = c->town->profile;
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < p->programs.n; i++) {
        const struct plan_program *g = &p->programs.v[i];

        if (g->category != category)
            continue;
        for (size_t k = 0; k < g->target_people.n; k++)
            if (!b.n || !strstr(buf_text(&b), g->target_people.v[k]))
                buf_printf(&b, "%s%s", b.n ? "、" : "", g->target_people.v[k]);
    }
    return b.n ? buf_text(&b) : "実施計画に、対象者の定めはありません";
}

void
policy_show_targets(struct ctx *c,
                    const struct facts *facts,
                    const struct people_records *r,
                    const struct target_defs *defs,
                    struct target_line_list *out)
{
    struct known *k = ARENA_NEW(c->mem, struct known);

    take_issues(c, facts, r, k);
    take_attributes(c, facts, r, k);
    for (size_t i = 0; i < defs->n; i++) {
        const struct target_def *d = &defs->v[i];
        const struct target_facts f = { .issues = k->issues,
                                        .n_issues = k->n,
                                        .attributes = k->attributes,
                                        .n_attributes = k->n_attributes,
                                        .gap = k->gap };
        const bool matches = target_matches(d, &f);

        *VEC_PUSH(c->mem, out) = (struct target_line_view){
            .category = d->category,
            .label = d->label,
            .matches = matches,
            .verdict = matches ? "当てはまる" : "当てはまらない",
            .tone = matches ? "ok" : "",
            .why = matches ? reasons(c, d, k) : NULL,
            .rule = rule_text(c, category_of(d->category)),
        };
    }
}
