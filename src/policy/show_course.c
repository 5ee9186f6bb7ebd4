#include "show_course.h"

#include "../base/day.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/intake_rule.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

/* What the viewer may read of something that a desk wrote. */
static struct decision
of_desk(const struct ctx *c,
        const struct facts *facts,
        struct desk_id desk,
        struct post_id post)
{
    struct facts f = *facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own = viewer_owns(c->viewer, desk, post);
    return policy_decide(ACT_VIEW, &f);
}

static const char *
way_text(const struct ctx *c, enum triage_way way)
{
    const struct profile_settings *s = intake_ways(&c->town->settings);

    for (size_t i = 0; s && i < s->triage_ways.n; i++)
        if (text_same(s->triage_ways.v[i].way, triage_way_code(way)))
            return s->triage_ways.v[i].label;
    return triage_way_label(way);
}

static const char *
more_text(struct ctx *c, const struct sql_triage_list_row *t)
{
    if (*t->drop_reason)
        return town_label(c->town, "drop_reason", t->drop_reason);
    if (*t->no_consent_reason)
        return arena_printf(
            c->mem, "同意が得られないわけ：%s",
            town_label(c->town, "no_consent_reason", t->no_consent_reason));
    return t->rights ? rights_need_label(t->rights) : NULL;
}

static void
show_decisions(struct ctx *c,
               const struct facts *facts,
               const struct sql_triage_list_rows *rows,
               struct decision_line_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_triage_list_row *t = &rows->v[i];
        const struct decision d = of_desk(c, facts, t->desk_id, t->post_id);

        if (!decision_allows(&d, ITEM_COORDINATION))
            continue;
        *VEC_PUSH(c->mem, out) = (struct decision_line_view){
            .way = mask_text(&d, ITEM_COORDINATION, way_text(c, t->way)),
            .reason = mask_text(&d, ITEM_WELFARE, t->reason),
            .more = mask_text(&d, ITEM_WELFARE, more_text(c, t)),
            .when = instant_ja(c->mem, t->decided_at),
            .who = arena_printf(c->mem, "%s　%s", t->desk, t->who),
        };
    }
}

static const char *
chain_when(struct ctx *c, const struct sql_course_referrals_row *r)
{
    const char *sent =
        arena_printf(c->mem, "%sに送りました", day_short(c->mem, day_of(r->sent_at)));

    if (day_known(r->first_contact_on))
        return arena_printf(c->mem, "%s。%sに連絡がつき、%s", sent,
                            day_short(c->mem, r->first_contact_on),
                            town_label(c->town, "referral_outcome", r->outcome));
    if (r->accepted_at)
        return arena_printf(c->mem, "%s。%sに受け取られました", sent,
                            day_short(c->mem, day_of(r->accepted_at)));
    return sent;
}

/* How often the case was handed on before, along the chain. */
static int
turn_of(const struct sql_course_referrals_rows *rows, size_t i)
{
    struct id before = rows->v[i].previous_id.id;
    int n = 1;

    for (size_t hop = 0; hop < rows->n && !id_none(before); hop++)
        for (size_t j = 0; j < rows->n; j++)
            if (id_same(rows->v[j].referral_id.id, before)) {
                before = rows->v[j].previous_id.id;
                n++;
                break;
            }
    return n;
}

static void
show_chain(struct ctx *c,
           const struct sql_course_referrals_rows *rows,
           struct chain_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_course_referrals_row *r = &rows->v[i];
        const bool ours = id_same(r->from_desk.id, c->viewer->desk.id)
                          || (id_same(r->to_desk.id, c->viewer->desk.id)
                              && r->state != REFERRAL_STATE_REJECTED
                              && r->state != REFERRAL_STATE_CANCELLED
                              && r->state != REFERRAL_STATE_FAILED);
        const int turn = turn_of(rows, i);

        *VEC_PUSH(c->mem, out) = (struct chain_view){
            .path = ours ? show_path(c, "referrals", r->referral_id.id, "") : NULL,
            .way = arena_printf(c->mem, "%sから%sへ", r->from_name, r->to_name),
            .again = turn > 1 ? arena_printf(c->mem, "%d回目", turn) : NULL,
            .state = referral_state_label(r->state),
            .tone =
                r->state == REFERRAL_STATE_REJECTED || r->state == REFERRAL_STATE_FAILED
                    ? "warn"
                    : "",
            .when = chain_when(c, r),
        };
    }
}

static const char *
span_text(struct ctx *c, struct day from, struct day until)
{
    return arena_printf(c->mem, "%s～%s", day_ja(c->mem, from),
                        day_known(until) ? day_ja(c->mem, until) : "");
}

static void
add_span(struct ctx *c,
         struct course_view *out,
         const char *desk,
         const char *part,
         const char *span,
         const char *note)
{
    *VEC_PUSH(c->mem, &out->spans) = (struct span_view){
        .desk = desk, .part = part, .span = span, .note = note && *note ? note : NULL
    };
}

static const char *
lead_note(struct ctx *c, const struct sql_lead_change_list_row *l)
{
    if (!day_known(l->joint_visit_on))
        return arena_printf(c->mem, "%s　引き継ぎ", l->who);
    return arena_printf(c->mem, "%s　引き継ぎ。%sにいっしょに会う", l->who,
                        day_short(c->mem, l->joint_visit_on));
}

/* The desk that answers for the case, one after the other, and those beside it. */
static void
show_spans(struct ctx *c, const struct course_records *r, struct course_view *out)
{
    struct day from = day_of(r->head.opened_at);

    for (size_t i = 0; i < r->leads.n; i++) {
        const struct sql_lead_change_list_row *l = &r->leads.v[i];

        add_span(c, out, l->from_name, "主担当", span_text(c, from, l->until_on),
                 lead_note(c, l));
        from = l->until_on;
    }
    add_span(c, out, r->head.desk, "主担当",
             span_text(c, from, (struct day){ DAY_NONE }), NULL);
    for (size_t i = 0; i < r->chain.n; i++) {
        const struct sql_course_referrals_row *k = &r->chain.v[i];

        if (k->accepted_at)
            add_span(c, out, k->to_name, "受け取った窓口",
                     span_text(c, day_of(k->accepted_at),
                               k->ended_at && k->state != REFERRAL_STATE_COMPLETED
                                   ? day_of(k->ended_at)
                                   : (struct day){ DAY_NONE }),
                     NULL);
    }
}

static const char *
minutes_text(struct ctx *c, int64_t ms)
{
    const int64_t m = ms / 60000;

    return m < 120 ? arena_printf(c->mem, "%d分後", (int)m)
                   : arena_printf(c->mem, "%d時間%d分後", (int)(m / 60), (int)(m % 60));
}

static void
show_contacts(struct ctx *c,
              const struct facts *facts,
              const struct sql_course_contacts_rows *rows,
              struct contact_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_course_contacts_row *k = &rows->v[i];
        const bool first = text_same(k->kind, "consultation");
        const struct decision d = of_desk(c, facts, k->desk_id, k->post_id);
        const char *method =
            town_label(c->town, first ? "intake_method" : "contact_method", k->method);

        if (!decision_allows(&d, ITEM_WELFARE))
            continue;
        if (first)
            *VEC_PUSH(c->mem, out) = (struct contact_view){
                .when = instant_ja(c->mem, k->at),
                .what = arena_printf(c->mem, "相談を受けた　%s", method),
                .who = arena_printf(c->mem, "%s　%s", k->desk, k->who),
            };
        if (first && !k->until)
            continue;
        *VEC_PUSH(c->mem, out) = (struct contact_view){
            .when = first ? instant_ja(c->mem, k->until) : day_ja(c->mem, k->day),
            .what = first ? arena_printf(c->mem, "最初に応じた（受けてから%s）",
                                         minutes_text(c, k->until - k->at))
                          : arena_printf(c->mem, "%s　%s", method,
                                         contact_result_label(k->result)),
            .who = arena_printf(c->mem, "%s　%s", k->desk, k->who),
            .first = first,
        };
    }
}

void
policy_show_course(struct ctx *c,
                   const struct facts *facts,
                   const struct course_records *r,
                   struct course_view *out)
{
    const struct decision d = policy_decide(ACT_VIEW, facts);

    show_decisions(c, facts, &r->decisions, &out->decisions);
    if (decision_allows(&d, ITEM_COORDINATION)) {
        show_chain(c, &r->chain, &out->chain);
        show_spans(c, r, out);
    }
    show_contacts(c, facts, &r->contacts, &out->contacts);
    shown_note(c, SHOWN_CASE, r->id.id, d.allow, d.grounds);
}
