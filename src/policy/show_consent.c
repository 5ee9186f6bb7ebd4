#include "show_consent.h"

#include "../base/buf.h"
#include "../base/day.h"
#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

uint32_t
consent_items_offered(void)
{
    return ITEM_BIT(ITEM_CONTACT) | ITEM_BIT(ITEM_SAFETY) | ITEM_BIT(ITEM_WELFARE)
           | ITEM_BIT(ITEM_HEALTH) | ITEM_BIT(ITEM_ABUSE) | ITEM_BIT(ITEM_MONEY)
           | ITEM_BIT(ITEM_TAX) | ITEM_BIT(ITEM_OPINION);
}

const char *
consent_items_text(struct arena *mem, uint32_t items)
{
    struct buf b = buf_new(mem);

    for (int i = ITEM_IDENTITY; i <= ITEM_OPINION; i++)
        if (items & ITEM_BIT(i))
            buf_printf(&b, "%s%s", b.n ? "・" : "", policy_items[i].label);
    return buf_text(&b);
}

static void
add_word(struct buf *b, bool on, const char *word)
{
    if (on)
        buf_printf(b, "%s%s", b->n ? "、" : "", word);
}

static const char *
kinds_text(struct ctx *c, const struct sql_consent_list_row *k)
{
    struct buf b = buf_new(c->mem);

    add_word(&b, k->support, "支援を受けること");
    add_word(&b, k->sharing, "ほかの機関と情報を分けもつこと");
    add_word(&b, k->plan, "プランの中身");
    add_word(&b, k->recording, "録音");
    return b.n ? buf_text(&b) : NULL;
}

static const char *
names_text(struct ctx *c,
           const struct sql_consent_names_rows *names,
           struct consent_id consent,
           bool allowed)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < names->n; i++)
        if (id_same(names->v[i].consent_id.id, consent.id)
            && names->v[i].allowed == allowed)
            add_word(&b, true, names->v[i].name);
    return b.n ? buf_text(&b) : NULL;
}

static bool
stands(const struct ctx *c, const struct sql_consent_list_row *k)
{
    return (k->state == CONSENT_STATE_GIVEN || k->state == CONSENT_STATE_PARTLY)
           && k->until_at > c->now;
}

static enum consent_state
state_now(const struct ctx *c, const struct sql_consent_list_row *k)
{
    const bool given =
        k->state == CONSENT_STATE_GIVEN || k->state == CONSENT_STATE_PARTLY;

    return given && k->until_at <= c->now ? CONSENT_STATE_EXPIRED : k->state;
}

static const char *
tone_of(enum consent_state state)
{
    switch (state) {
    case CONSENT_STATE_GIVEN:
    case CONSENT_STATE_PARTLY:
        return "ok";
    case CONSENT_STATE_REFUSED:
    case CONSENT_STATE_WITHDRAWN:
    case CONSENT_STATE_EXPIRED:
        return "late";
    case CONSENT_STATE_ASKED:
    case CONSENT_STATE_UNREACHABLE:
        return "warn";
    case CONSENT_STATE_NONE:
    case CONSENT_STATE_RENEWED:
        return "";
    }
    return "";
}

static const char *
or_null(const char *s)
{
    return *s ? s : NULL;
}

static const char *
how_text(struct ctx *c, const struct sql_consent_list_row *k)
{
    if (k->how == CONSENT_HOW_NONE)
        return NULL;
    return *k->witness
               ? arena_printf(c->mem, "%s（%s）", consent_how_label(k->how), k->witness)
               : consent_how_label(k->how);
}

static const char *
explained_text(struct ctx *c, const struct sql_consent_list_row *k)
{
    if (!*k->explained_by && !*k->explained_version)
        return NULL;
    return arena_printf(c->mem, "%s　%s", k->explained_by, k->explained_version);
}

static const char *
proxy_text(struct ctx *c, const struct sql_consent_list_row *k)
{
    if (!*k->proxy_ground)
        return NULL;
    return arena_printf(c->mem, "%s　%s",
                        town_label(c->town, "proxy_ground", k->proxy_ground),
                        k->proxy_paper);
}

static const char *
ended_text(struct ctx *c, const struct sql_consent_list_row *k, const char *words)
{
    if (!k->ended_at)
        return NULL;
    return arena_printf(c->mem, "%sに終わりました%s%s", instant_ja(c->mem, k->ended_at),
                        words ? "　" : "", words ? words : "");
}

static struct consent_line_view
line_of(struct ctx *c,
        const struct consent_records *r,
        const struct sql_consent_list_row *k,
        const struct decision *d)
{
    const enum consent_state now = state_now(c, k);
    const char *ended = mask_text(d, ITEM_WELFARE, or_null(k->ended_words));

    return (struct consent_line_view){
        .anchor = arena_strdup(c->mem, k->consent_id.id.s),
        .path = show_path(c, "consents", k->consent_id.id, ""),
        .state = consent_state_label(now),
        .tone = tone_of(now),
        .when = day_ja(c->mem, k->from_on),
        .until = day_known(k->until_on)
                     ? arena_printf(c->mem, "%sまで", day_ja(c->mem, k->until_on))
                     : NULL,
        .kinds = kinds_text(c, k),
        .items = k->sharing && k->items ? consent_items_text(c->mem, (uint32_t)k->items)
                                        : NULL,
        .parties = names_text(c, &r->names, k->consent_id, true),
        .denied = names_text(c, &r->names, k->consent_id, false),
        .purpose = or_null(k->purpose),
        .words = mask_text(d, ITEM_WELFARE, or_null(k->words)),
        .child_will = mask_text(d, ITEM_WELFARE, or_null(k->child_will)),
        .how = how_text(c, k),
        .proxy = proxy_text(c, k),
        .explained = explained_text(c, k),
        .evidence = or_null(k->evidence),
        .who = arena_printf(c->mem, "%s %s", k->desk, k->who),
        .ended = ended_text(c, k, ended),
        .stands = stands(c, k),
    };
}

/* By the facts of the person, and whose record it is. */
static struct decision
of_record(const struct consent_records *r, size_t person, enum own own)
{
    struct facts f = r->facts[person];

    f.own = own;
    return policy_decide(ACT_VIEW, &f);
}

static void
show_lines(struct ctx *c,
           const struct consent_records *r,
           size_t person,
           struct consent_person_view *out)
{
    const struct person_id id = r->people.v[person].person_id;

    for (size_t i = 0; i < r->consents.n; i++) {
        const struct sql_consent_list_row *k = &r->consents.v[i];
        const struct decision d =
            of_record(r, person, viewer_owns(c->viewer, k->desk_id, k->post_id));
        struct consent_line_view line;

        if (!id_same(k->person_id.id, id.id) || !decision_allows(&d, ITEM_COORDINATION))
            continue;
        line = line_of(c, r, k, &d);
        if (line.stands)
            *VEC_PUSH(c->mem, &out->standing) = line;
        else
            *VEC_PUSH(c->mem, &out->earlier) = line;
        if (!out->now || (line.stands && !out->until && k->sharing)) {
            out->now = line.state;
            out->tone = line.tone;
            out->until = line.stands ? line.until : NULL;
        }
        shown_note(c, SHOWN_PERSON, id.id, ITEM_BIT(ITEM_COORDINATION), d.grounds);
    }
}

static void
show_told(struct ctx *c,
          const struct consent_records *r,
          size_t person,
          struct consent_person_view *out)
{
    for (size_t i = 0; i < r->told.n; i++) {
        const struct sql_disclosure_list_row *t = &r->told.v[i];
        const bool ours = id_same(t->from_desk.id, c->viewer->desk.id)
                          && role_shares_desk(c->viewer->role);
        const struct decision d = of_record(r, person, ours ? OWN_DESK : OWN_NONE);

        if (!id_same(t->person_id.id, r->people.v[person].person_id.id)
            || !decision_allows(&d, ITEM_COORDINATION))
            continue;
        *VEC_PUSH(c->mem, &out->told) = (struct disclosure_view){
            .when = day_ja(c->mem, t->happened_on),
            .to = t->to_name,
            .from = arena_printf(c->mem, "%s %s", t->desk, t->who),
            .basis = town_label(c->town, "legal_basis", t->basis),
            .items = consent_items_text(c->mem, (uint32_t)t->items),
            .purpose = mask_text(&d, ITEM_WELFARE, t->purpose),
            .way = town_label(c->town, "disclosure_way", t->way),
        };
    }
}

static const char *
name_of(struct ctx *c, const struct sql_case_people_row *p)
{
    return *p->name ? arena_printf(c->mem, "%sさん", p->name)
                    : person_known_label(p->known);
}

void
policy_show_consents(struct ctx *c,
                     const struct consent_records *r,
                     struct consents_view *out)
{
    *out = (struct consents_view){
        .call_path = r->may_write ? show_path(c, "cases", r->id.id, "/call") : NULL,
        .why_path = show_path(c, "cases", r->id.id, "/why"),
        .tell_path =
            r->may_write ? show_path(c, "cases", r->id.id, "/disclosures/new") : NULL,
    };
    for (size_t i = 0; r->may_write && i < r->consents.n; i++) {
        if (!stands(c, &r->consents.v[i]) || !r->consents.v[i].sharing)
            continue;
        if (r->moves)
            out->move_path = show_path(c, "cases", r->id.id, "/consents/move");
        if (r->reaches)
            out->outreach_path = show_path(c, "cases", r->id.id, "/outreach");
    }
    for (size_t i = 0; i < r->people.n; i++) {
        const struct sql_case_people_row *p = &r->people.v[i];
        const struct decision d = of_record(r, i, r->took);
        struct consent_person_view v = { .id = p->person_id.id.s };

        if (!decision_allows(&d, ITEM_EXISTENCE))
            continue;
        v.name = mask_text(&d, ITEM_IDENTITY, name_of(c, p));
        show_lines(c, r, i, &v);
        show_told(c, r, i, &v);
        if (!v.now) {
            v.now = "まだ聞いていない";
            v.tone = "";
        }
        if (r->may_write) {
            v.ask_path = show_path(c, "persons", p->person_id.id, "/consents/new");
            v.form_path = show_path(c, "persons", p->person_id.id, "/consents/paper");
            if (r->facts[i].part == PART_LEAD)
                v.own_path = show_path(c, "persons", p->person_id.id, "/own-report");
        }
        shown_note(c, SHOWN_PERSON, p->person_id.id, d.allow, d.grounds);
        *VEC_PUSH(c->mem, &out->people) = v;
    }
}

void
policy_show_consent_form(struct ctx *c,
                         const struct consent_records *r,
                         struct person_id person,
                         struct consent_form_view *out)
{
    *out = (struct consent_form_view){ .person = arena_strdup(c->mem, person.id.s) };
    for (size_t i = 0; r && i < r->people.n; i++) {
        struct consent_person_view v = { .id = NULL };
        const struct decision d = of_record(r, i, r->took);

        if (!id_same(r->people.v[i].person_id.id, person.id))
            continue;
        out->name = mask_text(&d, ITEM_IDENTITY, name_of(c, &r->people.v[i]));
        show_lines(c, r, i, &v);
        out->standing = v.standing;
    }
}
