#include "show.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/referral_rule.h"
#include "mask.h"
#include "show_event.h"
#include "show_head.h"
#include "show_household.h"
#include "show_lanes.h"
#include "show_support_plan.h"
#include "shown.h"

#include <string.h>

/* What one page of a case is being made from. */
struct making {
    struct ctx *c;
    const struct facts *facts;
    const struct case_records *r;
    struct decision whole; /* about the case as a whole */
    struct case_view *out;
};

/* Classes of which the last, hatched sheet speaks, whatever is behind it. */
static const uint32_t SPOKEN_OF_BELOW = ITEM_BIT(ITEM_TAX) | ITEM_BIT(ITEM_WHEREABOUTS);

/* What the viewer may read of a record: who wrote it, and at which desk. */
static struct decision
of_record(const struct making *m,
          struct desk_id desk,
          struct post_id post,
          bool informant_hidden)
{
    struct facts f = *m->facts;

    /* what was handed over lies in the hand-over itself, frozen; records do not follow */
    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own = viewer_owns(m->c->viewer, desk, post);
    f.informant = informant_hidden ? INFORMANT_SHUT : INFORMANT_OPEN;
    return policy_decide(ACT_VIEW, &f);
}

static const char *
classes_text(struct ctx *c, uint32_t classes)
{
    struct buf b = buf_new(c->mem);

    for (int i = ITEM_IDENTITY; i <= ITEM_OPINION; i++)
        if (classes & ITEM_BIT(i)) {
            if (b.n)
                buf_lit(&b, "・");
            buf_str(&b, policy_items[i].label);
        }
    return buf_text(&b);
}

static void
show_layers(struct making *m)
{
    int n = 0;

    for (int g = 1; g < GROUND_N; g++) {
        uint32_t opens = policy_opens[g][ACT_VIEW] & m->whole.allow;

        if (!(m->whole.grounds & GROUND_BIT(g)))
            continue;
        if (g == GROUND_HELD || g == GROUND_SENT)
            opens &= m->facts->sent;
        opens &= ~SPOKEN_OF_BELOW;
        *VEC_PUSH(m->c->mem, &m->out->layers) = (struct layer_view){
            .seal = show_seal((enum ground)g),
            .name = ground_label((enum ground)g),
            .what = classes_text(m->c, opens),
            .until = "",
            .depth = arena_printf(m->c->mem, "%d", n++),
        };
    }
    m->out->grounds =
        arena_printf(m->c->mem, "この画面は、%dつの根拠の重なりで見えています", n);
}

/* Nobody is reminded to ask the dead, as far as the viewer may know of the death. */
static const char *
consent_text(const struct decision *d, const struct sql_case_people_row *p)
{
    const bool asked =
        p->consent != CONSENT_STAND_NONE && p->consent != CONSENT_STAND_NOT_ASKED;

    if (asked)
        return consent_stand_label(p->consent);
    if (decision_allows(d, ITEM_WELFARE) && strstr(p->attributes, "deceased"))
        return "故人";
    return consent_stand_label(CONSENT_STAND_NOT_ASKED);
}

/* Chips of what weighs on the person and is not resolved. */
static void
show_person_issues(struct making *m, struct person_id id, struct text_list *out)
{
    for (size_t i = 0; i < m->r->issues.n; i++) {
        const struct sql_issue_list_row *s = &m->r->issues.v[i];
        const struct decision rec = of_record(m, s->desk_id, s->post_id, false);
        const char *label = show_issue_label(m->c, &m->whole, &rec, s->code);

        if (label && id_same(s->person_id.id, id.id)
            && s->state != ISSUE_STATE_RESOLVED)
            *VEC_PUSH(m->c->mem, out) = (struct text_view){ .text = label };
    }
}

static void
show_people(struct making *m)
{
    for (size_t i = 0; i < m->r->people.n; i++) {
        const struct sql_case_people_row *p = &m->r->people.v[i];
        const struct facts page =
            m->r->of ? show_facts_of_page(&m->r->of[i]) : *m->facts;
        const struct facts own =
            show_facts_of_person(&page, &m->r->guarded, p->person_id);
        const struct decision of = policy_decide(ACT_VIEW, &page);
        const struct decision where = policy_decide(ACT_VIEW, &own);
        const struct decision *d = &of;
        const char *name = *p->name ? p->name : person_known_label(p->known);
        const char *kinship = town_label(m->c->town, "relation", p->kinship);

        if (!decision_allows(d, ITEM_EXISTENCE))
            continue;
        *VEC_PUSH(m->c->mem, &m->out->people) = (struct person_view){
            .name = mask_text(d, ITEM_IDENTITY, name),
            .kana = mask_text(d, ITEM_IDENTITY, *p->kana ? p->kana : NULL),
            .age = mask_text(d, ITEM_IDENTITY, show_person_age(m->c, p)),
            .relation = mask_text(d, ITEM_IDENTITY, *kinship ? kinship : NULL),
            .subject = p->ordinal == 1,
            .not_met = mask_flag(d, ITEM_COORDINATION, p->met == PERSON_MET_NOT_YET),
            .place = mask_text(&where, ITEM_CONTACT, *p->place ? p->place : NULL),
            .seal = show_seal(decision_ground(d)),
            .consent = mask_text(d, ITEM_COORDINATION, consent_text(d, p)),
        };
        show_person_issues(m, p->person_id,
                           &m->out->people.v[m->out->people.n - 1].issues);
        shown_note(m->c, SHOWN_PERSON, p->person_id.id, d->allow, d->grounds);
    }
}

static const char *
call_back_text(struct ctx *c, const struct sql_case_consultations_row *k)
{
    if (!k->call_back && !*k->call_back_as)
        return NULL;
    return arena_printf(c->mem, "折り返し：%s%s%s%s\n留守番電話：%s",
                        *k->call_back_when ? k->call_back_when : "時間は決めていない",
                        *k->call_back_as ? "\n名のり方：" : "", k->call_back_as,
                        *k->caller_contact ? "" : "\n連絡先は聞いていない",
                        k->voice_mail ? "残してよい" : "残さない");
}

/* "11月20日　電話　近所の人から　福祉相談室 佐伯 聞きとり" */
static const char *
cite_of(struct ctx *c, const struct sql_case_consultations_row *k, const char *speaker)
{
    return arena_printf(
        c->mem, "%s　%s　%s%s%s %s 聞きとり", instant_ja(c->mem, k->received_at),
        town_label(c->town, "intake_method", k->method), speaker ? speaker : "",
        speaker && *speaker ? "から　" : "", k->desk, k->who);
}

static void
show_heard(struct making *m, const struct sql_case_consultations_row *k)
{
    struct ctx *c = m->c;
    const struct decision d = of_record(m, k->desk_id, k->post_id, k->informant_hidden);
    const char *speaker =
        mask_text(&d, ITEM_INFORMANT, town_label(c->town, "relation", k->speaker));

    if (decision_allows(&d, ITEM_WELFARE))
        *VEC_PUSH(c->mem, &m->out->heard) =
            (struct quote_view){ .text = k->words,
                                 .cite = cite_of(c, k, speaker),
                                 .seal = show_seal(decision_ground(&d)) };
}

static void
show_words(struct making *m)
{
    const struct sql_case_consultations_row *k = m->r->consultations.v;
    struct ctx *c = m->c;
    struct decision d;
    const char *speaker;

    if (!m->r->consultations.n)
        return;
    d = of_record(m, k->desk_id, k->post_id, k->informant_hidden);
    speaker =
        mask_text(&d, ITEM_INFORMANT, town_label(c->town, "relation", k->speaker));
    m->out->words = mask_text(&d, ITEM_WELFARE, k->words);
    m->out->words_seal = show_seal(decision_ground(&d));
    m->out->warning = mask_text(&d, ITEM_INFORMANT, call_back_text(c, k));
    if (m->out->words)
        m->out->words_cite = cite_of(c, k, speaker);
    for (size_t i = 1; i < m->r->consultations.n; i++)
        show_heard(m, &m->r->consultations.v[i]);
}

static void
show_steps(struct making *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->steps.n; i++) {
        const struct sql_case_steps_row *t = &m->r->steps.v[i];
        const bool ours = id_same(t->desk_id.id, c->viewer->desk.id);
        const struct decision d = of_record(m, t->desk_id, t->owner_post, false);
        const char *what = mask_text(&d, ITEM_WELFARE, t->what);

        if (!decision_allows(&m->whole, ITEM_COORDINATION) && !what)
            continue;
        *VEC_PUSH(c->mem, &m->out->steps) = (struct step_view){
            .due = show_due(c, t->due_on),
            .left = show_due_note(c, t->due_on),
            .late = show_late(c, t->due_on) != NULL,
            .what = what ? what : "次の対応（中身は担当の窓口が持っています）",
            .who = arena_printf(c->mem, "%s（%s）", t->owner, t->desk),
            .done_path = ours ? show_path(c, "steps", t->step_id.id, "/done") : NULL,
        };
    }
}

static const char *
referral_tone(enum referral_state state, bool late)
{
    if (late)
        return "late";
    if (state == REFERRAL_STATE_REJECTED || state == REFERRAL_STATE_FAILED)
        return "warn";
    return state == REFERRAL_STATE_COMPLETED || state == REFERRAL_STATE_ACCEPTED ? "ok"
                                                                                 : "";
}

static void
show_referrals(struct making *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->referrals.n; i++) {
        const struct sql_referral_of_case_row *r = &m->r->referrals.v[i];
        const bool sent = id_same(r->from_desk.id, c->viewer->desk.id);
        const bool got = id_same(r->to_desk.id, c->viewer->desk.id);
        const bool waits = referral_both_responsible(r->state);
        const char *late = waits ? show_late(c, r->due_on) : NULL;

        if (!sent && !got && !decision_allows(&m->whole, ITEM_COORDINATION))
            continue;
        *VEC_PUSH(c->mem, &m->out->referrals) = (struct case_referral_view){
            .path = sent || got ? show_path(c, "referrals", r->referral_id.id, "")
                                : "#referrals",
            .way = sent  ? arena_printf(c->mem, "%sへ", r->to_name)
                   : got ? arena_printf(c->mem, "%sから", r->from_name)
                         : arena_printf(c->mem, "%sから%sへ", r->from_name, r->to_name),
            .state = referral_state_label(r->state),
            .tone = referral_tone(r->state, late != NULL),
            .sent = arena_printf(c->mem, "%sに送りました",
                                 day_short(c->mem, day_of(r->sent_at))),
            .ask = town_label(c->town, "referral_ask", r->ask),
            .both = waits,
            .late = late,
        };
    }
}

static const char *
files_text(const struct making *m, struct note_id id, bool ours)
{
    for (size_t i = 0; i < m->r->files.n; i++)
        if (id_same(m->r->files.v[i].note_id.id, id.id))
            return arena_printf(m->c->mem, "写真・文書 %d", (int)m->r->files.v[i].n);
    return ours ? "写真・文書をそえる" : NULL;
}

static void
show_note(struct making *m, const struct sql_case_notes_row *n)
{
    struct ctx *c = m->c;
    const struct decision d = of_record(m, n->desk_id, n->post_id, false);
    const bool own = id_same(n->post_id.id, c->viewer->post.id);

    if (!decision_allows(&d, ITEM_WELFARE))
        return;
    *VEC_PUSH(c->mem, &m->out->notes) = (struct note_view){
        .anchor = arena_printf(c->mem, "n-%s", n->note_id.id.s),
        .day = day_short(c->mem, n->happened_on),
        .about = n->minutes < 0 ? NULL : arena_printf(c->mem, "%d分", (int)n->minutes),
        .who = arena_printf(c->mem, "%s %s", n->desk, n->who),
        .method = town_label(c->town, "contact_method", n->method),
        .result = contact_result_label(n->result),
        .tone = n->result == CONTACT_RESULT_MET ? "ok" : "",
        .seal = show_seal(decision_ground(&d)),
        .ground = ground_label(decision_ground(&d)),
        .fact = n->fact,
        .own_words = *n->own_words ? n->own_words : NULL,
        .opinion = mask_text(&d, ITEM_OPINION, *n->opinion ? n->opinion : NULL),
        .mended =
            n->version > 1 ? arena_printf(c->mem, "第%d版", (int)n->version) : NULL,
        .path = show_path(c, "history", n->note_id.id, ""),
        .mend_path = own ? show_path(c, "notes", n->note_id.id, "/mend") : NULL,
        .files = files_text(m, n->note_id,
                            viewer_owns(c->viewer, n->desk_id, n->post_id) != OWN_NONE),
        .files_path = show_path(c, "notes", n->note_id.id, "/files"),
    };
}

static void
show_notes(struct making *m)
{
    struct ctx *c = m->c;
    const struct sql_case_notes_rows *rows = &m->r->notes;
    const size_t page = m->r->notes_per_page;

    for (size_t i = 0; i < rows->n && i < page; i++)
        show_note(m, &rows->v[i]);
    m->out->notes_count = arena_printf(c->mem, "%zu件", m->out->notes.n);
    if (rows->n > page)
        m->out->older_path =
            arena_printf(c->mem, "%s?before=%lld#notes", m->out->head.path,
                         (long long)rows->v[page - 1].recorded_at);
    m->out->older = "前の記録を見る";
}

static void
show_events(struct making *m)
{
    struct ctx *c = m->c;

    if (!decision_allows(&m->whole, ITEM_COORDINATION))
        return;
    for (size_t i = 0; i < m->r->history.n; i++) {
        const struct sql_case_history_row *h = &m->r->history.v[i];
        const char *text = show_event_text(&m->whole, h->kind, h->version);

        if (!text)
            continue;
        *VEC_PUSH(c->mem, &m->out->events) = (struct event_view){
            .day = day_short(c->mem, day_of(h->at)),
            .text = text,
            .who = arena_printf(c->mem, "%s %s", h->desk, h->who),
        };
    }
}

/* Writing and handing on need their own decision; the buttons follow it. */
static void
show_acts(struct making *m)
{
    struct ctx *c = m->c;
    struct facts f = *m->facts;
    struct decision d;

    f.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &f);
    if (decision_allows(&d, ITEM_WELFARE) && m->facts->handed != HANDED_WAITING) {
        m->out->note_path = show_path(c, "cases", m->r->id.id, "/notes");
        m->out->step_path = show_path(c, "cases", m->r->id.id, "/steps/new");
        m->out->note_seen_by = arena_printf(c->mem, "%sの人", c->viewer->desk_name);
        m->out->note_seal = show_seal(GROUND_OWN);
    }
    if (m->facts->part == PART_LEAD || m->out->note_path)
        m->out->refer_path = show_path(c, "cases", m->r->id.id, "/referrals/new");
}

void
policy_show_case(struct ctx *c,
                 const struct facts *facts,
                 const struct case_records *r,
                 struct case_view *out)
{
    const struct facts page = show_facts_of_page(facts);
    struct making m = { .c = c, .facts = &page, .r = r, .out = out };

    m.whole = policy_decide(ACT_VIEW, &page);
    *out = (struct case_view){ .seen_at = instant_ja(c->mem, c->now) };
    policy_show_head(c, facts, r->id, &r->head, &r->people, CASE_TAB_OVERVIEW,
                     &out->head);
    if (r->over_at) {
        out->over = arena_printf(c->mem, "情報の共有は、%sに終わりました。",
                                 day_ja(c->mem, day_of(r->over_at)));
        out->over_path = show_path(c, "cases", r->id.id, "/over");
        out->head.tabs.n = 0; /* nothing else of the case is there any more */
        return;
    }
    out->grounds_path = show_path(c, "cases", r->id.id, "/why");
    if (!out->head.state)
        out->head.state = "つなぎ";
    show_layers(&m);
    show_acts(&m);
    show_people(&m);
    show_words(&m);
    show_steps(&m);
    show_referrals(&m);
    policy_show_lanes(c, &m.whole, &r->marks, &r->referrals, &r->grounds, &out->lanes);
    policy_show_roles(c, &page, r->id, &r->roles, out->note_path, &out->roles);
    show_notes(&m);
    show_events(&m);
}
