/*
 * The items of a sitting and its papers: each item by the seat of who reads, each fact by its
 * class, each person by the consent of that very person where the item rests on consent.
 */
#include "show_sitting.h"

#include "show_pack_people.h"

#include "../base/vec.h"
#include "../domain/anonymise.h"
#include "../domain/sitting_points.h"
#include "../domain/sitting_rule.h"
#include "mask.h"
#include "show.h"
#include "shown.h"
#include "sitting_facts.h"

#include <string.h>

static bool
invited(const struct sitting_records *r, struct attendee_id id, struct item_id item)
{
    for (size_t i = 0; i < r->invited.n; i++)
        if (id_same(r->invited.v[i].attendee_id.id, id.id)
            && id_same(r->invited.v[i].item_id.id, item.id))
            return true;
    return false;
}

/*
 * What the consents of all whom the item is about cover for the reader: what is said there is
 * said of all of them. Source: R-100.
 */
static uint32_t
consent_of_item(const struct sitting_records *r, const struct sql_item_list_row *i)
{
    uint32_t all = UINT32_MAX;
    bool any = false;

    for (size_t k = 0; k < r->people.n; k++)
        if (pack_is_matter(r, i, &r->people.v[k])) {
            all &= r->consent ? r->consent[k] : 0;
            any = true;
        }
    return any ? all : 0;
}

struct facts
sitting_facts_of_item(const struct sitting_records *r,
                      const struct sitting_reader *who,
                      const struct sql_item_list_row *i)
{
    const struct seat_at_item seat = {
        .office = who->office,
        .invited = !id_none(who->attendee.id) && invited(r, who->attendee, i->item_id),
        .sworn = who->sworn || !sitting_must_swear(i->bound, who->part),
        /* a copy is printed beforehand as it is read at the sitting, never after it */
        .open = who->seat ? r->head.state <= SITTING_STATE_OPEN
                          : r->head.state == SITTING_STATE_OPEN,
        .withdrawn = i->state == ITEM_STATE_WITHDRAWN,
        .footing = i->footing,
    };
    struct facts f = (who->seat ? who->seat : r->seat)[i - r->items.v];

    f.sitting = facts_sitting(&seat);
    f.informant = INFORMANT_SHUT;
    f.consent = i->footing == ITEM_FOOTING_BY_CONSENT ? consent_of_item(r, i) : 0;
    return f;
}

/* One item while its view is being made. */
struct making {
    struct ctx *c;
    const struct sitting_records *r;
    const struct sitting_reader *who;
    const struct sql_item_list_row *row;
    struct facts facts;
    struct decision d;
    struct known_persons known;
    struct residues left;
    struct sitting_item_view v;
    bool nameless;
};

/* The text as this item's papers may have it. */
static const char *
said(struct making *m, const char *text)
{
    if (!text || !*text)
        return NULL;
    return m->nameless ? anonymise(m->c->mem, text, &m->known, &m->left) : text;
}

/* Whether the reader may read a fact of that class: the secretariat keeps the papers. */
static bool
may_read(const struct making *m, const struct sql_tabled_list_row *f)
{
    struct facts own = m->facts;
    struct decision d;

    if (m->facts.sitting == SITTING_NAMELESS || m->facts.sitting == SITTING_OFFICE)
        return decision_allows(&m->d, ITEM_MEETING);
    if (!m->who->seat)
        own.own = viewer_owns(m->c->viewer, f->desk_id, f->post_id);
    d = policy_decide(ACT_VIEW, &own);
    return decision_allows(&d, facts_tabled(f->kind));
}

static void
show_facts(struct making *m)
{
    for (size_t i = 0; i < m->r->facts.n; i++) {
        const struct sql_tabled_list_row *f = &m->r->facts.v[i];

        if (!id_same(f->item_id.id, m->row->item_id.id) || !may_read(m, f))
            continue;
        *VEC_PUSH(m->c->mem, &m->v.facts) = (struct tabled_view){
            .kind = tabled_kind_label(f->kind),
            .body = said(m, f->body),
            .desk = f->desk,
            .seal = show_seal((enum ground)f->ground),
            .drop = m->who->office && m->r->head.state == SITTING_STATE_PLANNED
                        ? arena_strdup(m->c->mem, f->tabled_id.id.s)
                        : NULL,
        };
    }
}

static const char *
point_text(const struct making *m, const char *point)
{
    for (size_t i = 0; i < m->r->points.n; i++)
        if (id_same(m->r->points.v[i].item_id.id, m->row->item_id.id)
            && strcmp(m->r->points.v[i].point, point) == 0)
            return m->r->points.v[i].body;
    return NULL;
}

/* The points that the plan puts on the agenda for what set the item off. */
static void
show_points(struct making *m)
{
    const struct agenda_points p =
        sitting_points(m->c->mem, m->c->town, m->row->acts_as, m->row->trigger);

    for (size_t i = 0; i < p.n; i++)
        *VEC_PUSH(m->c->mem, &m->v.points) = (struct point_view){
            .code = p.v[i].code,
            .label = p.v[i].label,
            .body = said(m, point_text(m, p.v[i].code)),
        };
}

static void
show_decided(struct making *m)
{
    for (size_t i = 0; i < m->r->decided.n; i++) {
        const struct sql_decided_of_sitting_row *r = &m->r->decided.v[i];

        if (!id_same(r->item_id.id, m->row->item_id.id))
            continue;
        *VEC_PUSH(m->c->mem, &m->v.decided) = (struct decided_view){
            .what = said(m, r->what),
            .desk = r->desk,
            .kind = decision_kind_label(r->kind),
            .due = day_short(m->c->mem, r->due_on),
            .until = day_known(r->until_on) ? day_short(m->c->mem, r->until_on) : NULL,
            .state = r->done_at    ? "済んだ"
                     : r->ended_at ? "役割は終わった"
                                   : "仕事になった",
            .tone = "ok",
            .lead = r->lead,
            .end_path = m->who->office && !m->who->names && !r->ended_at
                            ? show_path(m->c, "decisions", r->role_id.id, "/end")
                            : NULL,
        };
    }
}

static const char *
title_of(struct making *m)
{
    if (m->row->footing == ITEM_FOOTING_TOPIC)
        return m->row->title;
    if (m->nameless && !m->who->office)
        return arena_printf(m->c->mem, "事例%d", (int)m->row->place);
    return m->row->number;
}

static const char *
shut_text(const struct making *m)
{
    if (m->facts.sitting == SITTING_UNSWORN)
        return "秘密を守る確認がまだです。確認すると、資料が開きます。";
    if (m->r->head.state == SITTING_STATE_PLANNED)
        return "会議が始まると、資料が開きます。";
    if (m->r->head.state == SITTING_STATE_CLOSED)
        return "会議は終わりました。資料は閉じています。";
    return NULL;
}

static const char *
footing_law(enum item_footing f)
{
    return f == ITEM_FOOTING_LAWFUL ? "社会福祉法106条の6" : NULL;
}

static const char *
item_tone(enum item_state s)
{
    return s == ITEM_STATE_OPEN ? "fill" : s == ITEM_STATE_DECIDED ? "ok" : "";
}

static void
show_papers(struct making *m)
{
    struct ctx *c = m->c;

    if (m->who->names)
        m->v.people = pack_people(
            &(const struct pack_people){ c, m->r, m->row, &m->facts, m->nameless });
    show_facts(m);
    shown_note(c, SHOWN_CASE, m->row->case_id.id, m->d.allow, m->d.grounds);
    /* residents hear the facts that consent gives them, not what the meeting makes of them */
    if (m->row->footing != ITEM_FOOTING_TOPIC && !decision_allows(&m->d, ITEM_MEETING))
        return;
    if (m->who->names)
        pack_family(
            &(const struct pack_people){ c, m->r, m->row, &m->facts, m->nameless },
            &m->v);
    m->v.reason = *m->row->reason
                      ? town_label(c->town, "no_consent_reason", m->row->reason)
                      : NULL;
    m->v.purpose = said(m, m->row->purpose);
    show_points(m);
    show_decided(m);
    m->v.discussion = said(m, m->row->discussion);
    m->v.decision = said(m, m->row->decision);
    m->v.next = day_known(m->row->next_on) ? day_short(c->mem, m->row->next_on) : NULL;
    if (m->who->office && !m->who->names)
        policy_show_requests(c, &m->r->requests, m->row->item_id, false,
                             &m->v.requests);
    for (size_t i = 0; m->who->office && i < m->left.n; i++)
        *VEC_PUSH(c->mem, &m->v.residues) = (struct link_view){ .text = m->left.v[i] };
}

/*
 * Whether the viewer may print what the meeting says of the case: the secretariat alone.
 * Source: rules.def, matter_carried_out.
 */
static bool
may_print(struct making *m)
{
    struct facts f = m->r->seat[m->row - m->r->items.v];
    struct decision d;

    if (!m->who->seat || m->row->footing == ITEM_FOOTING_TOPIC)
        return true;
    f.sitting = SITTING_OFFICE;
    f.informant = INFORMANT_SHUT;
    d = policy_decide(ACT_PRINT, &f);
    m->d.grounds |= d.grounds;
    return m->r->head.office && decision_allows(&d, ITEM_MEETING);
}

/* Whether any of the papers are open to the reader. */
static bool
papers_open(const struct making *m)
{
    if (m->row->footing == ITEM_FOOTING_TOPIC)
        return m->facts.sitting != SITTING_UNSWORN
               && (m->facts.sitting != SITTING_NONE || m->who->office);
    return decision_allows(&m->d, ITEM_MEETING)
           || (m->facts.sitting == SITTING_BY_CONSENT
               && decision_allows(&m->d, ITEM_IDENTITY));
}

static enum ground
seal_of(const struct sql_item_list_row *i)
{
    return i->footing == ITEM_FOOTING_BY_CONSENT ? GROUND_MULTILAYER : GROUND_SITTING;
}

static struct sitting_item_view
show_item(struct ctx *c,
          const struct sitting_records *r,
          const struct sitting_reader *who,
          const struct sql_item_list_row *i)
{
    struct making m = { .c = c, .r = r, .who = who, .row = i };
    const bool office = who->office && !who->names;

    m.facts = sitting_facts_of_item(r, who, i);
    m.d = policy_decide(ACT_VIEW, &m.facts);
    m.nameless = i->footing == ITEM_FOOTING_NAMELESS;
    m.known = pack_knowns(c, r, i);
    m.v = (struct sitting_item_view){
        .id = arena_strdup(c->mem, i->item_id.id.s),
        .no = arena_printf(c->mem, "%d", (int)i->place),
        .anchor = arena_printf(c->mem, "item-%d", (int)i->place),
        .path = office ? show_path(c, "items", i->item_id.id, "") : NULL,
        .title = title_of(&m),
        .footing = item_footing_label(i->footing),
        .law = footing_law(i->footing),
        .state = item_state_label(i->state),
        .tone = item_tone(i->state),
        .seal = i->footing == ITEM_FOOTING_TOPIC ? (struct seal_view){ .tone = NULL }
                                                 : show_seal(seal_of(i)),
        .open = i->state == ITEM_STATE_OPEN,
    };
    m.v.on_paper =
        m.nameless ? arena_printf(c->mem, "事例%d", (int)i->place) : m.v.title;
    if (papers_open(&m) && may_print(&m))
        show_papers(&m);
    else
        m.v.shut = shut_text(&m);
    if (m.v.shut && m.facts.sitting != SITTING_OFFICE
        && (m.facts.sitting == SITTING_UNSWORN || i->footing == ITEM_FOOTING_NAMELESS))
        m.v.title = arena_printf(c->mem, "案件%d", (int)i->place);
    return m.v;
}

void
policy_show_items(struct ctx *c,
                  const struct sitting_records *r,
                  const struct sitting_reader *who,
                  struct sitting_item_list *out)
{
    const bool closed = r->head.state == SITTING_STATE_CLOSED;

    for (size_t i = 0; i < r->items.n; i++) {
        const struct sql_item_list_row *row = &r->items.v[i];
        const bool theirs = invited(r, who->attendee, row->item_id);

        /* residents learn of an item only after their pledge: time and place till then */
        if (!who->office && !who->sworn && who->part == ATTENDEE_PART_RESIDENT)
            continue;
        if (who->office && (!who->names || id_none(who->attendee.id) || theirs))
            *VEC_PUSH(c->mem, out) = show_item(c, r, who, row);
        else if (!who->office && theirs && !closed)
            *VEC_PUSH(c->mem, out) = show_item(c, r, who, row);
    }
}

void
policy_show_pack(struct ctx *c,
                 const struct sitting_records *r,
                 const struct sitting_reader *who,
                 struct pack_view *out)
{
    out->when = arena_printf(c->mem, "%s　%s", day_ja(c->mem, r->head.held_on),
                             r->head.held_at);
    out->place = r->head.place;
    policy_show_items(c, r, who, &out->items);
    for (size_t i = 0; i < out->items.n; i++) {
        out->items.v[i].decided.n = 0;
        if (strcmp(out->items.v[i].footing, item_footing_label(ITEM_FOOTING_NAMELESS))
            == 0)
            out->nameless = "この資料は、名前・住所・年齢・日付・番号を伏せています。";
    }
}
