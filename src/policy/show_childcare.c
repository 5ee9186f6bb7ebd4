#include "show_childcare.h"

#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

struct making {
    struct ctx *c;
    const struct facts *facts;
    const struct childcare_records *r;
    struct decision d;
};

static bool
begin(struct ctx *c,
      const struct facts *facts,
      const struct childcare_records *r,
      struct making *m)
{
    struct facts own = *facts;

    own.own = OWN_DESK; /* of whichever centre that the case exists for */
    *m = (struct making){ c, facts, r, policy_decide(ACT_VIEW, &own) };
    if (!decision_allows(&m->d, ITEM_CHILDCARE))
        return refuse(c, ERR_DENIED, "for a centre alone");
    shown_note(c, SHOWN_CASE, r->people.id.id,
               ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_CHILDCARE), m->d.grounds);
    return true;
}

static const char *
text(const struct making *m, const char *value)
{
    return mask_text(&m->d, ITEM_CHILDCARE, value && *value ? value : NULL);
}

static const char *
day_text(const struct making *m, struct day day)
{
    return day_known(day) ? text(m, day_ja(m->c->mem, day)) : NULL;
}

static const char *
home_name(const struct making *m, struct household_id id)
{
    const struct sql_household_list_rows *all = &m->r->people.households;

    for (size_t i = 0; i < all->n; i++)
        if (id_same(all->v[i].household_id.id, id.id))
            return *all->v[i].name ? all->v[i].name : "名前のない世帯";
    return NULL;
}

static struct newborn_view
newborn_line(const struct making *m, const struct sql_newborn_list_row *n)
{
    return (struct newborn_view){
        .id = n->newborn_id.id.s,
        .name = text(m, *n->name ? n->name : "名前はこれから"),
        .kana = text(m, n->kana),
        .gender = text(m, town_label(m->c->town, "gender", n->gender)),
        .born = day_text(m, n->born_on),
        .home = text(m, home_name(m, n->household_id)),
        .remark = text(m, n->remark),
        .known = id_none(n->person_id.id)
                     ? "このセンターだけが読みます"
                     : "名前・生まれた日・性別は「世帯と人」にも出ています",
        .path = show_path(m->c, "newborns", n->newborn_id.id, ""),
    };
}

static struct pregnancy_view
line_of(const struct making *m, const struct sql_pregnancy_list_row *p)
{
    const struct day today = day_of(m->c->now);
    const bool going = p->state == PREGNANCY_STATE_GOING;
    struct pregnancy_view v = {
        .id = p->pregnancy_id.id.s,
        .mother = show_person_name(m->c, m->facts, &m->r->people, p->person_id),
        .state = text(m, pregnancy_state_label(p->state)),
        .tone = going ? "ok" : "",
        .expected = day_text(m, p->expected_on),
        .notified = day_text(m, p->notified_on),
        .ended = going ? NULL : day_text(m, p->ended_on),
        .reason = text(m, pregnancy_end_label(p->reason)),
        .remark = text(m, p->remark),
        .support = text(m, p->support),
        .desk = p->desk,
        .path = show_path(m->c, "pregnancies", p->pregnancy_id.id, ""),
    };

    if (going && day_known(p->expected_on) && p->expected_on.n < today.n)
        v.late = "出産予定日を過ぎています。ようすを確かめてください。";
    for (size_t i = 0; i < m->r->newborns.n; i++)
        if (id_same(m->r->newborns.v[i].pregnancy_id.id, p->pregnancy_id.id))
            *VEC_PUSH(m->c->mem, &v.children) = newborn_line(m, &m->r->newborns.v[i]);
    return v;
}

bool
policy_show_childcare(struct ctx *c,
                      const struct facts *facts,
                      const struct childcare_records *r,
                      struct childcare_view *out)
{
    struct making m;

    if (!begin(c, facts, r, &m))
        return false;
    *out = (struct childcare_view){
        .path = show_path(c, "cases", r->people.id.id, "/childcare"),
    };
    for (size_t i = 0; i < r->pregnancies.n; i++) {
        const struct sql_pregnancy_list_row *p = &r->pregnancies.v[i];

        if (p->state == PREGNANCY_STATE_GOING)
            *VEC_PUSH(c->mem, &out->going) = line_of(&m, p);
        else
            *VEC_PUSH(c->mem, &out->past) = line_of(&m, p);
    }
    policy_show_choices(c, facts, &r->people, &out->people, NULL);
    return true;
}

/* The households of which the mother is part now, or was. */
static void
add_homes(const struct making *m, struct person_id mother, struct choice_list *to)
{
    struct choice_list people = { 0 };
    struct choice_list all = { 0 };
    const struct sql_membership_list_rows *times = &m->r->people.memberships;

    policy_show_choices(m->c, m->facts, &m->r->people, &people, &all);
    for (size_t i = 0; i < all.n; i++)
        for (size_t k = 0; k < times->n; k++)
            if (id_same(times->v[k].person_id.id, mother.id)
                && strcmp(times->v[k].household_id.id.s, all.v[i].id) == 0) {
                *VEC_PUSH(m->c->mem, to) = all.v[i];
                break;
            }
}

static void
add_history(const struct making *m,
            const struct sql_childcare_versions_rows *rows,
            struct childcare_event_list *to)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_childcare_versions_row *x = &rows->v[i];

        *VEC_PUSH(m->c->mem, to) = (struct childcare_event){
            .at = day_ja(m->c->mem, day_of(x->at)),
            .who = arena_printf(m->c->mem, "%s　%s", x->desk, x->who),
            .why = text(m, x->why),
            .body = text(m, x->body),
        };
    }
}

bool
policy_show_pregnancy(struct ctx *c,
                      const struct facts *facts,
                      const struct childcare_records *r,
                      struct pregnancy_id id,
                      const struct sql_childcare_versions_rows *history,
                      struct pregnancy_page_view *out)
{
    const struct sql_pregnancy_list_row *p = NULL;
    struct making m;

    if (!begin(c, facts, r, &m))
        return false;
    for (size_t i = 0; i < r->pregnancies.n && !p; i++)
        if (id_same(r->pregnancies.v[i].pregnancy_id.id, id.id))
            p = &r->pregnancies.v[i];
    if (!p)
        return refuse(c, ERR_MISSING, "no such pregnancy");
    *out = (struct pregnancy_page_view){
        .line = line_of(&m, p),
        .version = arena_printf(c->mem, "%d", (int)p->version),
        .back_path = show_path(c, "cases", r->people.id.id, "/childcare"),
        .people_path = show_path(c, "cases", r->people.id.id, "/people"),
        .parted = p->reason == PREGNANCY_END_PARTED,
    };
    if (p->state != PREGNANCY_STATE_ENDED)
        out->birth_path = show_path(c, "pregnancies", id.id, "/birth");
    if (p->state == PREGNANCY_STATE_GOING)
        out->end_path = show_path(c, "pregnancies", id.id, "/end");
    else if (!out->line.children.n)
        out->reopen_path = show_path(c, "pregnancies", id.id, "/back");
    add_homes(&m, p->person_id, &out->homes);
    add_history(&m, history, &out->history);
    return true;
}

bool
policy_show_newborn(struct ctx *c,
                    const struct facts *facts,
                    const struct childcare_records *r,
                    struct newborn_id id,
                    struct newborn_page_view *out)
{
    struct making m;

    if (!begin(c, facts, r, &m))
        return false;
    for (size_t i = 0; i < r->newborns.n; i++) {
        const struct sql_newborn_list_row *n = &r->newborns.v[i];

        if (!id_same(n->newborn_id.id, id.id))
            continue;
        *out = (struct newborn_page_view){
            .line = newborn_line(&m, n),
            .version = arena_printf(c->mem, "%d", (int)n->version),
            .back_path = show_path(c, "pregnancies", n->pregnancy_id.id, ""),
            .told = !id_none(n->person_id.id),
        };
        return true;
    }
    return refuse(c, ERR_MISSING, "no such child");
}
