#include "show_protection.h"

#include "../base/vec.h"
#include "../domain/restriction.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

static const char *
tone_of(enum restriction_state state)
{
    switch (state) {
    case RESTRICTION_STATE_NONE:
    case RESTRICTION_STATE_LIFTED:
        return "";
    case RESTRICTION_STATE_ASKED:
    case RESTRICTION_STATE_LIFTING:
        return "warn";
    case RESTRICTION_STATE_IN_FORCE:
        return "ok";
    case RESTRICTION_STATE_OVERDUE:
        return "late";
    }
    return "";
}

static const char *
kind_path(struct ctx *c, struct restriction_id id, const char *rest)
{
    return show_path(c, "restrictions", id.id, rest);
}

void
policy_show_restrictions(struct ctx *c,
                         const struct sql_restriction_list_rows *rows,
                         const enum restriction_state *states,
                         struct protection_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_restriction_list_row *r = &rows->v[i];
        struct restriction_line_list *to =
            restriction_holds(states[i]) ? &out->present : &out->past;

        *VEC_PUSH(c->mem, to) = (struct restriction_line_view){
            .path = kind_path(c, r->restriction_id, ""),
            .kind = restriction_kind_label(r->kind),
            .whose = r->person && *r->person ? r->person : r->who,
            .state = restriction_state_label(states[i]),
            .tone = tone_of(states[i]),
            .span =
                arena_printf(c->mem, "%sから%s%s", day_ja(c->mem, r->from_on),
                             day_known(r->until_on) ? "　次に決める日　" : "",
                             day_known(r->until_on) ? day_ja(c->mem, r->until_on) : ""),
        };
    }
}

void
policy_show_protection(struct ctx *c,
                       const struct facts *facts,
                       struct case_id id,
                       struct protection_view *out)
{
    *out = (struct protection_view){
        .abuse_path = show_path(c, "cases", id.id, "/abuse"),
        .safety_path = show_path(c, "cases", id.id, "/safety"),
        .protect_path = show_path(c, "cases", id.id, "/protection/whereabouts"),
        .conflict_path = show_path(c, "cases", id.id, "/protection/conflict"),
        .seen_path = show_path(c, "cases", id.id, "/protection/seen"),
    };
    if (facts->part != PART_LEAD)
        return;
    out->seal_path = show_path(c, "cases", id.id, "/protection/seal");
    out->split_path = show_path(c, "cases", id.id, "/protection/split");
}

void
policy_show_protectable(struct ctx *c,
                        const struct facts *facts,
                        const struct sql_case_people_rows *people,
                        struct protection_view *out)
{
    const struct facts page = show_facts_of_page(facts);
    const struct decision d = policy_decide(ACT_VIEW, &page);

    for (size_t i = 0; i < people->n; i++) {
        const struct sql_case_people_row *p = &people->v[i];
        const char *name = *p->name ? p->name : person_known_label(p->known);

        if (decision_allows(&d, ITEM_IDENTITY))
            *VEC_PUSH(c->mem, &out->people) =
                (struct protection_person_view){ .id = p->person_id.id.s,
                                                 .name = name };
    }
}

void
policy_show_safety(struct ctx *c,
                   const struct facts *facts,
                   struct case_id id,
                   const struct sql_safety_one_row *safety,
                   const struct sql_arrival_list_rows *arrivals,
                   struct protection_view *out)
{
    const struct facts page = show_facts_of_page(facts);
    const struct decision d = policy_decide(ACT_VIEW, &page);

    if (safety) {
        out->dangers =
            mask_text(&d, ITEM_SAFETY, *safety->dangers ? safety->dangers : NULL);
        out->calls =
            mask_text(&d, ITEM_SAFETY, *safety->call_order ? safety->call_order : NULL);
    }
    for (size_t i = 0; i < arrivals->n; i++)
        *VEC_PUSH(c->mem, &out->arrivals) = (struct arrival_view){
            .when = day_ja(c->mem, day_of(arrivals->v[i].at)),
            .desk = arrivals->v[i].desk,
            .who = arrivals->v[i].who,
        };
    out->hidden = mask_hidden_line(c->mem, facts->role, ACT_VIEW);
    shown_note(c, SHOWN_CASE, id.id, d.allow & ITEM_BIT(ITEM_SAFETY), d.grounds);
}

static const char *
named_note(struct ctx *c, const struct sql_named_list_row *r)
{
    if (!r->in_force)
        return "いまは役目を離れています";
    if (r->deputy)
        return "代わりの人";
    if (r->until_at)
        return arena_printf(c->mem, "%sまで", instant_ja(c->mem, r->until_at));
    return NULL;
}

static void
show_named(struct ctx *c, const struct restriction_record *r, struct named_list *out)
{
    const bool open = restriction_holds(r->state);

    for (size_t i = 0; i < r->named.n; i++) {
        const struct sql_named_list_row *n = &r->named.v[i];
        const bool self = id_same(n->post_id.id, c->viewer->post.id);

        *VEC_PUSH(c->mem, out) = (struct named_view){
            .order = arena_printf(c->mem, "%zu", i + 1),
            .name = n->name,
            .desk = arena_printf(c->mem, "%s　%s", n->desk, n->title),
            .note = named_note(c, n),
            .end_path = open && !self ? kind_path(c, r->id, "/unname") : NULL,
            .named_id = arena_strdup(c->mem, n->named_id.s),
        };
    }
}

static void
show_events(struct ctx *c,
            const struct restriction_record *r,
            struct restriction_event_list *out)
{
    for (size_t i = 0; i < r->events.n; i++) {
        const struct sql_event_list_row *e = &r->events.v[i];

        *VEC_PUSH(c->mem, out) = (struct restriction_event_view){
            .when = instant_ja(c->mem, e->at),
            .who = arena_printf(c->mem, "%s　%s", e->desk, e->who),
            .what = e->what,
            .why = *e->why ? e->why : NULL,
        };
    }
}

static void
show_acts(struct ctx *c, const struct restriction_record *r, struct restriction_view *v)
{
    const bool same = id_same(r->row.lift_account.id, c->viewer->account.id);

    if (r->row.kind == RESTRICTION_KIND_WHEREABOUTS)
        v->whereabouts_path = kind_path(c, r->id, "/whereabouts");
    if (!restriction_holds(r->state))
        return;
    v->name_path = kind_path(c, r->id, "/names");
    if (r->row.kind == RESTRICTION_KIND_WHEREABOUTS)
        v->decide_path = kind_path(c, r->id, "/decide");
    if (r->state != RESTRICTION_STATE_LIFTING)
        v->lift_path = kind_path(c, r->id, "/lift");
    else
        v->keep_path = kind_path(c, r->id, "/keep");
    if (restriction_may_confirm(r->state, same) == LIFT_YES)
        v->confirm_path = kind_path(c, r->id, "/confirm");
}

void
policy_show_restriction(struct ctx *c,
                        const struct restriction_record *r,
                        const char *number,
                        struct restriction_view *out)
{
    const struct sql_restriction_one_row *x = &r->row;

    *out = (struct restriction_view){
        .number = number,
        .case_path = show_path(c, "cases", x->case_id.id, ""),
        .protection_path = show_path(c, "cases", x->case_id.id, "/protection"),
        .kind = restriction_kind_label(x->kind),
        .whose = x->person && *x->person ? x->person : NULL,
        .state = restriction_state_label(r->state),
        .tone = tone_of(r->state),
        .reason = *x->reason ? x->reason : NULL,
        .begun = arena_printf(c->mem, "%s　%s", instant_ja(c->mem, x->begun_at),
                              x->begun_who),
        .until = day_known(x->until_on) ? day_ja(c->mem, x->until_on) : NULL,
    };
    if (r->state == RESTRICTION_STATE_LIFTING) {
        out->lift = arena_printf(c->mem,
                                 "%sさんが解除を申し出ました。%sまでに、別の人が"
                                 "確かめなければ、もとのまま閉じています。",
                                 x->lift_who, day_short(c->mem, r->lift_until));
        out->lift_reason = x->lift_reason;
    }
    show_named(c, r, &out->named);
    show_events(c, r, &out->events);
    show_acts(c, r, out);
    shown_note(c, SHOWN_CASE, x->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
}

bool
policy_show_whereabouts(struct ctx *c,
                        const struct facts *facts,
                        const struct restriction_record *r,
                        const struct sql_whereabouts_last_row *last,
                        const struct fields *plain,
                        const struct form_def *labels,
                        struct whereabouts_view *out)
{
    const struct decision d = policy_decide(ACT_VIEW, facts);

    if (!decision_allows(&d, ITEM_WHEREABOUTS))
        return refuse_item(c, &d, ACT_VIEW, ITEM_WHEREABOUTS);
    *out = (struct whereabouts_view){
        .whose = r->row.person && *r->row.person ? r->row.person : NULL,
        .path = kind_path(c, r->id, "/whereabouts"),
        .restriction_path = kind_path(c, r->id, ""),
        .version = arena_printf(c->mem, "第%d版　%s　%s", (int)last->version,
                                instant_ja(c->mem, last->at), last->who),
    };
    for (size_t i = 0; i < plain->n; i++) {
        const struct form_field *f = form_field(labels, plain->v[i].name);

        *VEC_PUSH(c->mem, &out->lines) = (struct sealed_line_view){
            .label = f ? f->label : plain->v[i].name,
            .text = plain->v[i].value,
        };
    }
    shown_note(c, SHOWN_CASE, r->row.case_id.id,
               ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_WHEREABOUTS),
               GROUND_BIT(GROUND_LISTED));
    shown_note(c, SHOWN_PERSON, r->row.person_id.id, ITEM_BIT(ITEM_WHEREABOUTS),
               GROUND_BIT(GROUND_LISTED));
    return true;
}

void
policy_show_deputies(struct ctx *c,
                     const struct sql_named_deputy_rows *rows,
                     struct deputies_view *out)
{
    *out = (struct deputies_view){ .lines = { .n = 0 } };
    for (size_t i = 0; i < rows->n; i++)
        *VEC_PUSH(c->mem, &out->lines) = (struct deputy_view){
            .who = arena_printf(c->mem, "%s　%s", rows->v[i].desk, rows->v[i].who),
            .when = arena_printf(c->mem, "%sに伏せました",
                                 day_ja(c->mem, day_of(rows->v[i].begun_at))),
            .path = kind_path(c, rows->v[i].restriction_id, "/open"),
        };
}

void
policy_show_callers(struct ctx *c,
                    const struct sql_callers_rows *rows,
                    struct named_list *out)
{
    for (size_t i = 0; i < rows->n; i++)
        *VEC_PUSH(c->mem, out) = (struct named_view){
            .order = arena_printf(c->mem, "%zu", i + 1),
            .name = rows->v[i].name,
            .desk = arena_printf(c->mem, "%s　%s", rows->v[i].desk, rows->v[i].title),
        };
}
