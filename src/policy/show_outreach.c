#include "show_outreach.h"

#include "../base/vec.h"
#include "../domain/outreach_rule.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

/* What one page of a relation is being made from. */
struct making {
    struct ctx *c;
    const struct facts *facts;
    const struct outreach_records *r;
    struct decision whole;
    struct outreach_view *out;
};

/* What the viewer may read of a record: whose desk wrote it. */
static struct decision
of_record(const struct making *m, struct desk_id desk, struct post_id post)
{
    struct facts f = *m->facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own = viewer_owns(m->c->viewer, desk, post);
    return policy_decide(ACT_VIEW, &f);
}

static const char *
text_or_null(const struct decision *d, enum item_class item, const char *text)
{
    return *text ? mask_text(d, item, text) : NULL;
}

static const char *
who_text(struct ctx *c, const char *desk, const char *who)
{
    return arena_printf(c->mem, "%s　%s", desk, who);
}

static const char *
tally_text(struct ctx *c, int64_t tries, int64_t met, int64_t refused)
{
    if (!tries)
        return "まだありません";
    if (refused)
        return arena_printf(c->mem, "%d回（会えた%d回、断られた%d回）", (int)tries,
                            (int)met, (int)refused);
    return arena_printf(c->mem, "%d回（会えた%d回）", (int)tries, (int)met);
}

/* For how long nobody has met the person; the count never ends by itself. */
static const char *
silent_text(struct ctx *c, struct day met, struct day began)
{
    const int today = day_of(c->now).n;

    if (!day_known(met))
        return arena_printf(c->mem, "まだ会えていない（%d日）", today - began.n);
    if (met.n >= today)
        return "きょう会えた";
    return arena_printf(c->mem, "%d日会えていない", today - met.n);
}

static const char *
stage_text(struct ctx *c, const char *stage)
{
    return *stage ? town_label(c->town, "relationship_stage", stage) : NULL;
}

static const char *
result_tone(enum contact_result r)
{
    if (r == CONTACT_RESULT_MET || r == CONTACT_RESULT_SPOKE)
        return "ok";
    return r == CONTACT_RESULT_REFUSED ? "warn" : "";
}

static void
show_contacts(struct making *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->contacts.n; i++) {
        const struct sql_contact_list_row *k = &m->r->contacts.v[i];
        const struct decision d = of_record(m, k->desk_id, k->post_id);
        const char *asked = k->answer == CONSENT_STAND_NONE
                                ? "同意についてたずねた"
                                : arena_printf(c->mem, "同意についてたずねた：%s",
                                               consent_stand_label(k->answer));

        if (!decision_allows(&m->whole, ITEM_COORDINATION)
            && !decision_allows(&d, ITEM_COORDINATION))
            continue;
        *VEC_PUSH(c->mem, &m->out->contacts) = (struct outreach_contact_view){
            .day = day_short(c->mem, k->happened_on),
            .who = who_text(c, k->desk, k->who),
            .way = outreach_way_label(k->way),
            .code = outreach_way_code(k->way),
            .result = k->result ? contact_result_label(k->result) : NULL,
            .tone = result_tone(k->result),
            .fact = mask_text(&d, ITEM_WELFARE, k->fact),
            .own_words = text_or_null(&d, ITEM_WELFARE, k->own_words),
            .letter_name = text_or_null(&d, ITEM_WELFARE, k->letter_name),
            .letter = text_or_null(&d, ITEM_WELFARE, k->letter),
            .asked = k->asked ? asked : NULL,
            .seal = show_seal(decision_ground(&d)),
        };
        if (decision_allows(&d, ITEM_WELFARE))
            shown_note(c, SHOWN_CASE, m->r->id.id, ITEM_BIT(ITEM_WELFARE), d.grounds);
    }
}

static void
show_sources(struct making *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->sources.n; i++) {
        const struct sql_outreach_sources_row *k = &m->r->sources.v[i];
        const struct decision d = of_record(m, k->desk_id, k->post_id);
        const bool place = !id_none(k->gathering_id);

        if (!decision_allows(&d, ITEM_WELFARE))
            continue;
        *VEC_PUSH(c->mem, &m->out->sources) = (struct outreach_source_view){
            .day = day_short(c->mem, k->heard_on),
            .kind = source_kind_label(k->kind),
            .party = text_or_null(&d, ITEM_INFORMANT, k->party),
            .words = mask_text(&d, ITEM_WELFARE, k->words),
            .who = who_text(c, k->desk, k->who),
            .gathering = place ? arena_strdup(c->mem, k->gathering_id.s) : NULL,
            .gathering_path =
                place ? show_path(c, "gatherings", k->gathering_id, "") : NULL,
        };
        shown_note(c, SHOWN_CASE, m->r->id.id, d.allow, d.grounds);
    }
}

static struct outreach_series_view *
series_of(struct making *m, struct id series, struct id *last)
{
    struct outreach_series_list *list = &m->out->series;

    /* turns of a series may interleave with another's: ids decide, in order of first day */
    for (size_t i = 0; i < list->n; i++)
        if (id_same(last[i], series))
            return &list->v[i];
    last[list->n] = series;
    return VEC_PUSH(m->c->mem, list);
}

static const char *
turn_state(struct ctx *c, const struct sql_turn_list_row *t, const char **tone)
{
    enum contact_result result;

    *tone = "";
    if (t->cancelled)
        return "取りやめ";
    if (!id_none(t->contact_id.id)) {
        *tone = "ok";
        if (!contact_result_read(t->result, &result))
            return "済み";
        return arena_printf(c->mem, "済み　%s", contact_result_label(result));
    }
    if (t->due_on.n < day_of(c->now).n) {
        *tone = "late";
        return "抜けた";
    }
    return "予定";
}

static void
show_turns(struct making *m)
{
    struct ctx *c = m->c;
    struct id *last = ARENA_ARRAY(c->mem, m->r->turns.n + 1, struct id);

    if (!decision_allows(&m->whole, ITEM_COORDINATION))
        return;
    for (size_t i = 0; i < m->r->turns.n; i++) {
        const struct sql_turn_list_row *t = &m->r->turns.v[i];
        struct outreach_series_view *s = series_of(m, t->series_id, last);
        const bool open = id_none(t->contact_id.id) && !t->cancelled;
        const bool ours = id_same(t->to_desk.id, c->viewer->desk.id);
        struct outreach_turn_view *v = VEC_PUSH(c->mem, &s->turns);

        *v = (struct outreach_turn_view){
            .day = day_short(c->mem, t->due_on),
            .desk = t->desk,
            .done_path = open && ours
                             ? show_path(c, "cases", m->r->id.id,
                                         arena_printf(c->mem, "/outreach?turn=%s#write",
                                                      t->turn_id.id.s))
                             : NULL,
            .id = arena_strdup(c->mem, t->turn_id.id.s),
        };
        v->state = turn_state(c, t, &v->tone);
        s->title = arena_printf(c->mem, "%d回", (int)s->turns.n);
        if (open)
            s->cancel_path = show_path(c, "turns", t->turn_id.id, "/cancel");
    }
}

/* Each day on which the net changed, with how many stand by the person from then on. */
static void
show_growth(struct making *m)
{
    struct ctx *c = m->c;
    const struct sql_tie_list_rows *ties = &m->r->ties;

    for (size_t i = 0; i < ties->n; i++) {
        const struct day day = ties->v[i].since_on;
        int n = 0;

        if (i + 1 < ties->n && ties->v[i + 1].since_on.n == day.n)
            continue;
        for (size_t j = 0; j < ties->n; j++)
            if (ties->v[j].since_on.n <= day.n
                && (!day_known(ties->v[j].until_on) || ties->v[j].until_on.n > day.n))
                n++;
        *VEC_PUSH(c->mem, &m->out->growth) =
            (struct outreach_growth_view){ .day = day_short(c->mem, day),
                                           .n = arena_printf(c->mem, "%d", n) };
    }
}

static void
show_ties(struct making *m)
{
    struct ctx *c = m->c;

    if (!decision_allows(&m->whole, ITEM_COORDINATION))
        return;
    for (size_t i = 0; i < m->r->ties.n; i++) {
        const struct sql_tie_list_row *k = &m->r->ties.v[i];
        const bool open = !day_known(k->until_on);

        *VEC_PUSH(c->mem, &m->out->ties) = (struct outreach_tie_view){
            .kind = tie_kind_label(k->kind),
            .name = k->name,
            .part = *k->part ? k->part : NULL,
            .span = arena_printf(c->mem, "%s～%s", day_ja(c->mem, k->since_on),
                                 open ? "" : day_ja(c->mem, k->until_on)),
            .end_path = open ? show_path(c, "ties", k->tie_id.id, "/end") : NULL,
        };
    }
    show_growth(m);
}

static void
show_moves(struct making *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->moves.n; i++) {
        const struct sql_outreach_moves_row *k = &m->r->moves.v[i];
        const struct decision d = of_record(m, k->desk_id, k->post_id);
        const char *to = outreach_state_label(k->state);

        if (k->before_state != k->state && k->before_state)
            to = arena_printf(c->mem, "%s → %s", outreach_state_label(k->before_state),
                              to);
        if (*k->stage)
            to = arena_printf(c->mem, "%s（%s）", to, stage_text(c, k->stage));
        *VEC_PUSH(c->mem, &m->out->moves) = (struct outreach_move_view){
            .day = day_short(c->mem, k->moved_on),
            .text = mask_text(&m->whole, ITEM_COORDINATION, to),
            .who = who_text(c, k->desk, k->who),
            .why = text_or_null(&d, ITEM_WELFARE, k->why),
        };
    }
}

static void
show_policies(struct making *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->policies.n; i++) {
        const struct sql_outreach_policies_row *k = &m->r->policies.v[i];
        const struct decision d = of_record(m, k->desk_id, k->post_id);

        if (!decision_allows(&d, ITEM_WELFARE))
            continue;
        *VEC_PUSH(c->mem, &m->out->policies) = (struct outreach_policy_view){
            .day = day_ja(c->mem, k->decided_on), .meeting = k->meeting, .text = k->body
        };
    }
}

/* What one agency told the next is read by these two. */
static void
show_passings(struct making *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->passings.n; i++) {
        const struct sql_passing_list_row *k = &m->r->passings.v[i];
        struct decision d = of_record(m, k->desk_id, k->post_id);

        if (!decision_allows(&d, ITEM_WELFARE))
            d = of_record(m, k->to_desk, (struct post_id){ { "" } });
        if (!decision_allows(&m->whole, ITEM_COORDINATION)
            && !decision_allows(&d, ITEM_COORDINATION))
            continue;
        *VEC_PUSH(c->mem, &m->out->passings) = (struct outreach_passing_view){
            .day = day_short(c->mem, day_of(k->recorded_at)),
            .text = arena_printf(c->mem, "%s　%s → %s", k->desk, k->who, k->to_name),
            .next =
                arena_printf(c->mem, "つぎの訪問　%s", day_short(c->mem, k->next_on)),
            .learned = mask_text(&d, ITEM_WELFARE, k->learned),
        };
        if (decision_allows(&d, ITEM_WELFARE))
            shown_note(c, SHOWN_CASE, m->r->id.id, ITEM_BIT(ITEM_WELFARE), d.grounds);
    }
}

void
policy_show_outreach(struct ctx *c,
                     const struct facts *facts,
                     const struct outreach_records *r,
                     struct outreach_view *out)
{
    const struct sql_outreach_show_row *h = &r->head;
    struct making m = { c, facts, r, policy_decide(ACT_VIEW, facts), out };

    *out = (struct outreach_view){
        .begun = r->begun,
        .path = show_path(c, "cases", r->id.id, "/outreach"),
    };
    shown_note(c, SHOWN_CASE, r->id.id, m.whole.allow, m.whole.grounds);
    if (r->begun)
        out->meeting_path =
            arena_printf(c->mem, "%s/meetings/new?case=%s", c->town->path, r->id.id.s);
    if (!r->begun)
        return;
    out->state = mask_text(&m.whole, ITEM_COORDINATION, outreach_state_label(h->state));
    out->state_code =
        mask_text(&m.whole, ITEM_COORDINATION, outreach_state_code(h->state));
    out->stage = mask_text(&m.whole, ITEM_COORDINATION, stage_text(c, h->stage));
    out->began = day_ja(c->mem, h->began_on);
    out->desk = h->desk;
    out->tally = mask_text(&m.whole, ITEM_COORDINATION,
                           tally_text(c, h->tries, h->meetings, h->refusals));
    out->silent =
        mask_text(&m.whole, ITEM_COORDINATION, silent_text(c, h->met_on, h->began_on));
    out->coordinating = h->coordinating ? "事前調整" : NULL;
    out->safety = text_or_null(&m.whole, ITEM_SAFETY, h->safety);
    if (day_known(h->handed_on))
        out->handed = arena_printf(c->mem, "%sに多機関協働へうつしました",
                                   day_ja(c->mem, h->handed_on));
    show_contacts(&m);
    show_sources(&m);
    show_turns(&m);
    show_ties(&m);
    show_moves(&m);
    show_policies(&m);
    show_passings(&m);
}

void
policy_show_outreach_list(struct ctx *c,
                          const struct sql_outreach_list_rows *rows,
                          struct outreach_line_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_outreach_list_row *r = &rows->v[i];
        const struct decision d = show_row(c, r->ground, false);
        const char *age =
            r->age < 0 ? "" : arena_printf(c->mem, "%d歳くらい　", (int)r->age);

        *VEC_PUSH(c->mem, out) = (struct outreach_line_view){
            .path = show_path(c, "cases", r->case_id.id, "/outreach"),
            .number = r->number,
            .name = mask_text(&d, ITEM_IDENTITY,
                              *r->name ? r->name : person_known_label(r->known)),
            .about = mask_text(&d, ITEM_IDENTITY,
                               arena_printf(c->mem, "%s%s", age, r->place)),
            .state = mask_text(&d, ITEM_COORDINATION, outreach_state_label(r->state)),
            .stage = mask_text(&d, ITEM_COORDINATION, stage_text(c, r->stage)),
            .desk = r->desk,
            .tries = mask_text(&d, ITEM_COORDINATION,
                               tally_text(c, r->tries, r->meetings, r->refusals)),
            .silent = mask_text(&d, ITEM_COORDINATION,
                                silent_text(c, r->met_on, r->began_on)),
            .met = day_known(r->met_on)
                       ? mask_text(&d, ITEM_COORDINATION, day_short(c->mem, r->met_on))
                       : NULL,
            .refused = mask_flag(&d, ITEM_COORDINATION, r->refusals > 0),
            .coordinating = mask_flag(&d, ITEM_COORDINATION, r->coordinating),
            .seal = show_seal((enum ground)r->ground),
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, d.allow, d.grounds);
    }
}
