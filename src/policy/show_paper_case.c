#include "show_paper_case.h"

#include "../base/buf.h"
#include "mask.h"
#include "shown.h"

#include <string.h>

/* What one paper is being filled from. */
struct filling {
    struct ctx *c;
    const struct facts *facts;
    struct case_id id;
    struct decision whole; /* to print, about the case as a whole */
    struct paper_view *out;
};

/* May this record be printed: who wrote it, at which desk. */
static struct decision
of_record(const struct filling *m,
          struct desk_id desk,
          struct post_id post,
          bool informant_hidden)
{
    struct facts f = *m->facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own = viewer_owns(m->c->viewer, desk, post);
    f.informant = informant_hidden ? INFORMANT_SHUT : INFORMANT_OPEN;
    return policy_decide(ACT_PRINT, &f);
}

/* What is protected never leaves the screen, whoever may read it there. */
static enum item_class
class_of_place(const struct filling *m)
{
    return m->facts->protect == PROTECT_NONE ? ITEM_CONTACT : ITEM_WHEREABOUTS;
}

static const char *
place_of(const struct filling *m, const char *text)
{
    return mask_text(&m->whole, class_of_place(m), text);
}

static void
put(const struct filling *m, const char *name, enum item_class item, const char *text)
{
    paper_put(m->c, m->out, name, mask_text(&m->whole, item, text));
}

static void
begin(struct filling *m, const char *number)
{
    m->whole = policy_decide(ACT_PRINT, m->facts);
    paper_begin(&m->whole, number, m->out);
    shown_note(m->c, SHOWN_CASE, m->id.id, m->whole.allow, m->whole.grounds);
    paper_put(m->c, m->out, "town", m->c->town->name);
    paper_put(m->c, m->out, "today", day_ja(m->c->mem, day_of(m->c->now)));
    paper_put(m->c, m->out, "desk", m->c->viewer->desk_name);
    paper_put(m->c, m->out, "staff", m->c->viewer->name);
}

static const char *
name_of(const struct sql_case_people_row *p)
{
    return *p->name ? p->name : person_known_label(p->known);
}

/* Head of a case: who it is about, who is responsible. */
static void
put_head(const struct filling *m, const struct case_records *r)
{
    struct ctx *c = m->c;
    const struct sql_case_people_row *p = r->people.n ? r->people.v : NULL;

    put(m, "lead", ITEM_COORDINATION,
        arena_printf(c->mem, "%s　%s", r->head.desk, r->head.owner));
    put(m, "state", ITEM_COORDINATION, case_state_label(r->head.state));
    put(m, "urgency", ITEM_COORDINATION, urgency_label(r->head.urgency));
    put(m, "opened", ITEM_COORDINATION, day_ja(c->mem, day_of(r->head.opened_at)));
    if (!p)
        return;
    shown_note(c, SHOWN_PERSON, p->person_id.id, m->whole.allow, m->whole.grounds);
    put(m, "name", ITEM_IDENTITY, name_of(p));
    put(m, "kana", ITEM_IDENTITY, p->kana);
    if (p->age_given)
        put(m, "age", ITEM_IDENTITY, arena_printf(c->mem, "%d歳くらい", (int)p->age));
    paper_put(c, m->out, "place", place_of(m, p->place));
    if (p->consent != CONSENT_STAND_NONE
        && decision_allows(&m->whole, ITEM_COORDINATION))
        paper_tick(c, m->out, "consent", consent_stand_code(p->consent));
}

/* Facts, own words and opinion are kept apart on paper as on the screen. */
static void
put_note(const struct filling *m, const struct sql_paper_notes_row *n)
{
    struct ctx *c = m->c;
    const struct decision d = of_record(m, n->desk_id, n->post_id, false);
    struct paper_row *row;
    struct buf b = buf_new(c->mem);

    if (!decision_allows(&d, ITEM_WELFARE))
        return;
    row = paper_row(c, m->out, "notes");
    paper_row_put(c, row, "day", day_ja(c->mem, n->happened_on));
    paper_row_put(c, row, "who", arena_printf(c->mem, "%s\n%s", n->desk, n->who));
    buf_printf(&b, "%s", town_label(c->town, "contact_method", n->method));
    if (n->result != CONTACT_RESULT_NONE)
        buf_printf(&b, "\n%s", contact_result_label(n->result));
    if (n->minutes >= 0)
        buf_printf(&b, "\n%d分", (int)n->minutes);
    paper_row_put(c, row, "how", buf_text(&b));
    b = buf_new(c->mem);
    buf_str(&b, n->fact);
    if (*n->own_words)
        buf_printf(&b, "%s本人の言葉：%s", b.n ? "\n" : "", n->own_words);
    paper_row_put(c, row, "fact", buf_text(&b));
    paper_row_put(c, row, "opinion", mask_text(&d, ITEM_OPINION, n->opinion));
    shown_note(c, SHOWN_CASE, m->id.id, ITEM_BIT(ITEM_WELFARE), d.grounds);
}

static const char *
span_text(struct ctx *c, const struct record_wish *w)
{
    struct buf b = buf_new(c->mem);

    if (!day_known(w->from) && !day_known(w->until))
        buf_lit(&b, "すべての期間");
    else
        buf_printf(&b, "%s～%s",
                   day_known(w->from) ? day_ja(c->mem, w->from) : "はじめ",
                   day_known(w->until) ? day_ja(c->mem, w->until) : "きょう");
    if (*w->method)
        buf_printf(&b, "　%sだけ", town_label(c->town, "contact_method", w->method));
    return buf_text(&b);
}

void
policy_show_paper_record(struct ctx *c,
                         const struct facts *facts,
                         const struct case_records *r,
                         const struct sql_paper_notes_rows *notes,
                         const struct record_wish *wish,
                         struct paper_view *out)
{
    struct filling m = { .c = c, .facts = facts, .id = r->id, .out = out };
    size_t printed;

    begin(&m, r->head.number);
    put_head(&m, r);
    paper_put(c, out, "span", span_text(c, wish));
    for (size_t i = 0; i < notes->n && i < PAPER_NOTES_MAX; i++)
        put_note(&m, &notes->v[i]);
    printed = out->tables.n ? out->tables.v[0].n : 0;
    paper_put(c, out, "count", arena_printf(c->mem, "%zu件", printed));
    if (notes->n > PAPER_NOTES_MAX)
        paper_put(
            c, out, "more",
            arena_printf(c->mem,
                         "はじめの%d件です。残りは、期間を分けて印刷してください。",
                         PAPER_NOTES_MAX));
}

/* Boxes of troubles: "01 04" into ticks. */
static void
tick_topics(const struct filling *m, const struct decision *d, const char *topics)
{
    const char *at = mask_text(d, ITEM_WELFARE, topics);

    while (at && *at) {
        const size_t n = strcspn(at, " ");

        paper_tick(m->c, m->out, "topic", arena_copy(m->c->mem, at, n));
        at += n + strspn(at + n, " ");
    }
}

static void
put_consultation(const struct filling *m, const struct sql_case_consultations_row *k)
{
    struct ctx *c = m->c;
    const struct decision d = of_record(m, k->desk_id, k->post_id, k->informant_hidden);
    const char *speaker = town_label(c->town, "relation", k->speaker);

    paper_put(c, m->out, "received",
              mask_text(&d, ITEM_WELFARE, instant_ja(c->mem, k->received_at)));
    paper_put(
        c, m->out, "receiver",
        mask_text(&d, ITEM_WELFARE, arena_printf(c->mem, "%s　%s", k->desk, k->who)));
    paper_put(
        c, m->out, "method",
        mask_text(&d, ITEM_WELFARE, town_label(c->town, "intake_method", k->method)));
    paper_put(c, m->out, "route",
              mask_text(&d, ITEM_INFORMANT,
                        town_label(c->town, "consultation_route", k->route)));
    paper_put(c, m->out, "words", mask_text(&d, ITEM_WELFARE, k->words));
    paper_put(c, m->out, "speaker", mask_text(&d, ITEM_INFORMANT, speaker));
    paper_put(c, m->out, "caller", mask_text(&d, ITEM_INFORMANT, k->caller_contact));
    tick_topics(m, &d, k->topic);
}

static void
put_agencies(const struct filling *m, const struct case_records *r)
{
    struct ctx *c = m->c;

    if (!decision_allows(&m->whole, ITEM_COORDINATION))
        return;
    for (size_t i = 0; i < r->referrals.n; i++) {
        const struct sql_referral_of_case_row *f = &r->referrals.v[i];
        struct paper_row *row = paper_row(c, m->out, "agencies");

        paper_row_put(c, row, "agency", f->to_name);
        paper_row_put(c, row, "since", day_ja(c->mem, day_of(f->sent_at)));
        paper_row_put(c, row, "what", town_label(c->town, "referral_ask", f->ask));
        paper_row_put(c, row, "state", referral_state_label(f->state));
    }
}

void
policy_show_paper_reception(struct ctx *c,
                            const struct facts *facts,
                            const struct case_records *r,
                            struct paper_view *out)
{
    struct filling m = { .c = c, .facts = facts, .id = r->id, .out = out };

    begin(&m, r->head.number);
    put_head(&m, r);
    put_agencies(&m, r);
    if (r->consultations.n)
        put_consultation(&m, &r->consultations.v[0]);
}

void
policy_show_paper_consent(struct ctx *c,
                          const struct facts *facts,
                          const struct case_records *r,
                          struct paper_view *out)
{
    struct filling m = { .c = c, .facts = facts, .id = r->id, .out = out };

    begin(&m, r->head.number);
    paper_put(c, out, "number", r->head.number); /* again beside who told of it */
    put_head(&m, r);
    put_agencies(&m, r);
}

/*
 * The sheet goes to the receiver: it says what was frozen when it was sent and nothing more,
 * so that both sides print the same.
 */
void
policy_show_paper_referral(struct ctx *c,
                           const struct facts *facts,
                           const struct sql_referral_show_row *r,
                           const struct sql_case_people_rows *people,
                           const char *reply_code,
                           struct paper_view *out)
{
    const bool sender = id_same(r->from_desk.id, c->viewer->desk.id);
    struct facts f = *facts;
    struct filling m = { .c = c, .facts = &f, .id = r->case_id, .out = out };

    if (sender)
        f.own = OWN_DESK;
    begin(&m, r->number);
    paper_put(c, out, "from", r->from_name);
    paper_put(c, out, "from_who", r->from_who);
    paper_put(c, out, "to", r->to_name);
    paper_put(c, out, "sent", instant_ja(c->mem, r->sent_at));
    paper_put(c, out, "due", day_ja(c->mem, r->due_on));
    paper_put(c, out, "basis",
              *r->basis_reason ? arena_printf(c->mem, "%s（%s）", basis_label(r->basis),
                                              r->basis_reason)
                               : basis_label(r->basis));
    paper_tick(c, out, "consent", r->basis == BASIS_CONSENT ? "given" : "law");
    paper_put(c, out, "urgency", urgency_label(r->urgency));
    paper_put(c, out, "ask", town_label(c->town, "referral_ask", r->ask));
    put(&m, "purpose", ITEM_WELFARE, r->purpose);
    put(&m, "handed", ITEM_WELFARE, r->handed);
    if (people->n && r->items & ITEM_BIT(ITEM_IDENTITY)) {
        put(&m, "name", ITEM_IDENTITY, name_of(people->v));
        put(&m, "kana", ITEM_IDENTITY, people->v->kana);
        shown_note(c, SHOWN_PERSON, people->v->person_id.id, m.whole.allow,
                   m.whole.grounds);
    }
    paper_put(c, out, "number", r->number);
    paper_put(c, out, "joint",
              day_known(r->joint_visit_on) ? day_ja(c->mem, r->joint_visit_on)
                                           : "なし");
    paper_put(c, out, "reply_code", reply_code ? reply_code : "");
    put(&m, "reply", ITEM_WELFARE, r->reply);
    put(&m, "result", ITEM_WELFARE, r->result);
}
