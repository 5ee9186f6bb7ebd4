#include "show_enrolment.h"

#include "../base/day.h"
#include "../base/vec.h"
#include "../domain/about_day.h"
#include "../domain/plan.h"
#include "../domain/support_program.h"
#include "../domain/target_rule.h"
#include "../domain/town.h"
#include "mask.h"
#include "shown.h"

#include <string.h>

static const char *
service_label(struct ctx *c, const char *program, const char *code)
{
    const struct plan_services all = plan_services(c->mem, c->town->profile, program);

    for (size_t i = 0; i < all.n; i++)
        if (strcmp(all.v[i]->code, code) == 0)
            return all.v[i]->label;
    return *code ? code : NULL;
}

const char *
policy_plan_title(struct ctx *c, const struct sql_support_plan_list_row *p)
{
    const char *again =
        p->round > 1 ? arena_printf(c->mem, "（%d回目）", (int)p->round) : "";

    return arena_printf(c->mem, "%s%s　第%d版", support_plan_kind_label(p->kind), again,
                        (int)p->edition);
}

/* What the program is called: one of the plan, or one of another system. */
static const char *
program_label(struct ctx *c, const struct sql_enrolment_list_row *r)
{
    const struct plan_program *p = profile_program(c->town->profile, r->program);

    if (strcmp(r->program, ENROLMENT_OTHER) == 0)
        return town_label(c->town, "other_program", r->service);
    return p ? p->name : r->program;
}

static const char *
plan_label(struct ctx *c,
           const struct sql_support_plan_list_rows *plans,
           struct support_plan_id id)
{
    for (size_t i = 0; i < plans->n; i++)
        if (id_same(plans->v[i].plan_id.id, id.id))
            return policy_plan_title(c, &plans->v[i]);
    return NULL;
}

enum { AGE_OF_ELDERLY = 65 };

/* The age from which the plan means the program; 0 when it names none. */
static int
age_of(const struct plan_program *p)
{
    const int said = p ? target_age(p->target_people.v, p->target_people.n) : 0;

    if (said || !p)
        return said;
    return p->fields.n == 1 && p->fields.v[0] == PROFILE_FIELD_ELDERLY ? AGE_OF_ELDERLY
                                                                       : 0;
}

/* What is known of the age of whom the case is about; -1 for nothing. */
static int
years_of(const struct ctx *c, const struct sql_case_people_rows *people)
{
    const struct sql_case_people_row *p = people->n ? people->v : NULL;
    struct about_day birth = { { DAY_NONE }, { DAY_NONE } };

    if (p && *p->birth_words)
        birth = about_birth_read(c->mem, p->birth_words, day_of(c->now));
    if (day_known(birth.last))
        return age_on(birth.last, day_of(c->now));
    return p && p->age_given ? (int)p->age : -1;
}

/* Everybody may use a program; who is younger than the plan says is pointed out. Source: R-094. */
static const char *
age_hint(struct ctx *c,
         const struct facts *facts,
         const struct sql_case_people_rows *people,
         const struct plan_program *program)
{
    const struct decision d = policy_decide(ACT_VIEW, facts);
    const int from = age_of(program);
    const int years = years_of(c, people);

    if (!from || years < 0 || years >= from || !decision_allows(&d, ITEM_IDENTITY))
        return NULL;
    return arena_printf(
        c->mem, "計画では%d歳からです。%d歳なので、対象になるかを確かめてください。",
        from, years);
}

static struct enrolment_view
line_of(struct ctx *c,
        const struct decision *d,
        const struct sql_enrolment_list_row *r,
        bool mine)
{
    const struct plan_program *p = profile_program(c->town->profile, r->program);
    const bool open = !day_known(r->until_on);
    const bool other = strcmp(r->program, ENROLMENT_OTHER) == 0;
    const char *span = arena_printf(c->mem, "%s～%s", day_ja(c->mem, r->from_on),
                                    open ? "" : day_ja(c->mem, r->until_on));

    return (struct enrolment_view){
        .program = mask_text(d, ITEM_WELFARE, program_label(c, r)),
        .service = other ? NULL
                         : mask_text(d, ITEM_WELFARE,
                                     service_label(c, r->program, r->service)),
        .item = p && p->statutory_items.n
                    ? arena_printf(c->mem, "第%d号", (int)p->statutory_items.v[0])
                    : NULL,
        .span = mask_text(d, ITEM_WELFARE, span),
        .note = *r->remark ? mask_text(d, ITEM_WELFARE, r->remark) : NULL,
        .desk = r->desk,
        .end_path = open && mine ? arena_printf(c->mem, "%s/enrolments/%s/end",
                                                c->town->path, r->enrolment_id.id.s)
                                 : NULL,
    };
}

void
policy_show_enrolments(struct ctx *c,
                       const struct facts *facts,
                       struct case_id id,
                       const struct sql_case_people_rows *people,
                       const struct sql_support_plan_list_rows *plans,
                       const struct sql_enrolment_list_rows *rows,
                       struct enrolments_view *out)
{
    struct facts of_row = *facts;

    *out = (struct enrolments_view){
        .path = arena_printf(c->mem, "%s/cases/%s/enrolments", c->town->path, id.id.s),
    };
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_enrolment_list_row *r = &rows->v[i];
        const bool mine = id_same(r->desk_id.id, c->viewer->desk.id);
        struct enrolment_view line;
        struct decision d;

        of_row.own = mine ? OWN_DESK : OWN_NONE;
        d = policy_decide(ACT_VIEW, &of_row);
        if (!decision_allows(&d, ITEM_WELFARE))
            continue;
        line = line_of(c, &d, r, mine);
        if (!id_none(r->plan_id.id)) {
            line.plan = mask_text(&d, ITEM_WELFARE, plan_label(c, plans, r->plan_id));
            line.plan_id =
                mask_text(&d, ITEM_WELFARE, arena_strdup(c->mem, r->plan_id.id.s));
        }
        line.hint =
            age_hint(c, facts, people, profile_program(c->town->profile, r->program));
        shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_WELFARE), d.grounds);
        if (day_known(r->until_on))
            *VEC_PUSH(c->mem, &out->past) = line;
        else
            *VEC_PUSH(c->mem, &out->present) = line;
    }
}
