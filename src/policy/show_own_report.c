#include "show_own_report.h"

#include "../base/buf.h"
#include "../base/day.h"
#include "../base/vec.h"
#include "../domain/anonymise.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "show_access.h"
#include "show_consent.h"
#include "show_household.h"
#include "show_paper_case.h"
#include "shown.h"

#include <string.h>

/* A consultation list that is this long may leave some out: nothing is known of those. */
enum { ALL_CONSULTATIONS = 20 };

/* What one copy is being filled from. */
struct telling {
    struct ctx *c;
    const struct own_report_records *r;
    const struct sql_case_people_row *own;
    struct known_person self;
    const struct known_person *others; /* on each other by also; NULL: nobody */
    struct decision whole;
    struct paper_view *out;
};

static const struct sql_case_people_row *
asked_about(const struct own_report_records *r)
{
    for (size_t i = 0; i < r->people.n; i++)
        if (id_same(r->people.v[i].person_id.id, r->person.id))
            return &r->people.v[i];
    return NULL;
}

static struct known_person
known_as(const struct sql_case_people_row *p)
{
    return (struct known_person){ .name = p->name,
                                  .kana = p->kana,
                                  .others = p->other_names };
}

/* About whom is told, and who else there is that must not be told of. */
static struct telling
begin(struct ctx *c, const struct own_report_records *r, struct paper_view *out)
{
    struct telling t = { .c = c,
                         .r = r,
                         .own = asked_about(r),
                         .whole = policy_decide(ACT_PRINT, &r->facts),
                         .out = out };

    if (t.own)
        t.self = known_as(t.own);
    for (size_t i = 0; i < r->people.n; i++) {
        struct known_person *other;

        if (&r->people.v[i] == t.own)
            continue;
        other = ARENA_NEW(c->mem, struct known_person);
        *other = known_as(&r->people.v[i]);
        other->also = t.others;
        t.others = other;
    }
    return t;
}

/* May this record be printed for this very person: whose it is decides. */
static struct decision
of_record(const struct telling *t, struct desk_id desk, struct post_id post)
{
    struct facts f = t->r->facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own = viewer_owns(t->c->viewer, desk, post);
    f.informant = INFORMANT_SHUT;
    return policy_decide(ACT_PRINT, &f);
}

/* Whether a word about somebody else, which is not the person's own too, stands in it. */
static bool
says(const struct ctx *c, const char *text, const char *word, size_t n, const char *own)
{
    const char *one = arena_copy(c->mem, word, n);

    return n && strstr(text, one) && !strstr(own, one);
}

/* The whole name or any part of it: "試験 修", "修"; of several names, parted by 、, each. */
static bool
says_name(const struct ctx *c, const char *text, const char *name, const char *own)
{
    static const char *const PARTS[] = { " ", "　", "、" };

    while (*name) {
        size_t n = strlen(name);
        size_t gap = 0;

        for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
            const char *at = strstr(name, PARTS[i]);

            if (at && (size_t)(at - name) < n) {
                n = (size_t)(at - name);
                gap = strlen(PARTS[i]);
            }
        }
        if (says(c, text, name, n, own))
            return true;
        name += n + gap;
    }
    return false;
}

static bool
says_person(const struct telling *t,
            const char *text,
            const struct sql_case_people_row *p)
{
    const struct sql_case_people_row *own = t->own;

    return says_name(t->c, text, p->name, own->name)
           || says_name(t->c, text, p->kana, own->kana)
           || says_name(t->c, text, p->other_names, own->other_names)
           || says(t->c, text, p->place, strlen(p->place), own->place)
           || says(t->c, text, p->phone, strlen(p->phone), own->phone);
}

/*
 * The text when it tells of nobody else that the case knows, else NULL. While anybody in the
 * case is protected nothing that was written freely is told: it may say where.
 */
static const char *
told(const struct telling *t, const char *text)
{
    if (!text || !*text || t->r->guarded.n
        || (t->others && anonymise_names_other(t->c->mem, text, &t->self, t->others)))
        return NULL;
    for (size_t i = 0; i < t->r->people.n; i++)
        if (&t->r->people.v[i] != t->own && says_person(t, text, &t->r->people.v[i]))
            return NULL;
    for (size_t i = 0; i < t->r->consultations.n; i++) {
        const struct sql_case_consultations_row *k = &t->r->consultations.v[i];

        if (says_name(t->c, text, k->caller_contact, t->own->phone))
            return NULL;
    }
    return text;
}

/* The record of the case is the person's alone only where there is nobody else in it. */
static bool
nobody_else(const struct own_report_records *r)
{
    for (size_t i = 0; i < r->consultations.n; i++) {
        const struct sql_case_consultations_row *k = &r->consultations.v[i];

        if (k->informant_hidden || strcmp(k->speaker, "self") != 0)
            return false;
    }
    return r->people.n == 1 && r->consultations.n < ALL_CONSULTATIONS;
}

static void
put(const struct telling *t, const char *name, enum item_class item, const char *text)
{
    paper_put(t->c, t->out, name, mask_text(&t->whole, item, text));
}

static void
add(const struct telling *t,
    const char *table,
    const char *day,
    const char *who,
    const char *fact)
{
    struct paper_row *row;

    if (!fact)
        return;
    row = paper_row(t->c, t->out, table);
    paper_row_put(t->c, row, "day", day);
    paper_row_put(t->c, row, "who", who);
    paper_row_put(t->c, row, "fact", fact);
}

static void
put_who(const struct telling *t)
{
    struct ctx *c = t->c;
    const struct sql_case_people_row *p = t->own;
    const struct own_report_records *r = t->r;

    put(t, "name", ITEM_IDENTITY, *p->name ? p->name : person_known_label(p->known));
    put(t, "kana", ITEM_IDENTITY, p->kana);
    put(t, "age", ITEM_IDENTITY,
        *p->birth_words ? p->birth_words : show_person_age(c, p));
    put(t, "gender", ITEM_IDENTITY, town_label(c->town, "gender", p->gender));
    put(t, "other_names", ITEM_IDENTITY, p->other_names);
    if (r->facts.protect == PROTECT_NONE) {
        put(t, "place", ITEM_CONTACT, p->place);
        put(t, "phone", ITEM_CONTACT, p->phone);
    }
    put(t, "lead", ITEM_COORDINATION, r->head.desk);
    put(t, "opened", ITEM_COORDINATION, day_ja(c->mem, day_of(r->head.opened_at)));
    put(t, "number", ITEM_EXISTENCE, r->head.number);
}

static void
put_facts(const struct telling *t)
{
    const struct sql_case_people_row *p = t->own;
    const struct decision mine = of_record(t, p->desk_id, p->post_id);

    add(t, "facts", "", "", mask_text(&mine, ITEM_WELFARE, told(t, p->durations)));
    add(t, "facts", "", "", mask_text(&mine, ITEM_WELFARE, told(t, p->strengths)));
    for (size_t i = 0; i < t->r->situations.n; i++) {
        const struct sql_situation_list_row *s = &t->r->situations.v[i];
        const struct decision d = of_record(t, s->desk_id, s->post_id);

        if (id_same(s->person_id.id, t->r->person.id))
            add(t, "facts", s->happened_words, s->desk,
                mask_text(&d, ITEM_WELFARE, told(t, s->words)));
    }
}

static void
put_words(const struct telling *t)
{
    for (size_t i = 0; i < t->r->words.n; i++) {
        const struct sql_own_words_row *k = &t->r->words.v[i];
        const struct decision d = of_record(t, k->desk_id, k->post_id);

        add(t, "words", day_ja(t->c->mem, day_of(k->received_at)), k->desk,
            mask_text(&d, ITEM_WELFARE, told(t, k->words)));
    }
}

/* What a line of the record says; what staff think stays out. */
static const char *
note_text(const struct telling *t, const struct sql_paper_notes_row *n)
{
    if (!*n->own_words)
        return n->fact;
    return arena_printf(t->c->mem, "%s%s本人の言葉：%s", n->fact, *n->fact ? "\n" : "",
                        n->own_words);
}

/* Somebody has read it and found that it tells of the person alone. */
static bool
is_checked(const struct own_report_records *r, struct note_id id)
{
    for (size_t i = 0; i < r->checked.n; i++)
        if (id_same(r->checked.v[i].note_id.id, id.id))
            return true;
    return false;
}

static void
put_notes(const struct telling *t)
{
    const bool all = nobody_else(t->r);

    for (size_t i = 0; i < t->r->notes.n; i++) {
        const struct sql_paper_notes_row *n = &t->r->notes.v[i];
        const struct decision d = of_record(t, n->desk_id, n->post_id);
        const char *text = note_text(t, n);

        if (!all && !is_checked(t->r, n->note_id))
            continue;
        add(t, "notes", day_ja(t->c->mem, n->happened_on),
            arena_printf(t->c->mem, "%s\n%s", n->desk,
                         town_label(t->c->town, "contact_method", n->method)),
            mask_text(&d, ITEM_WELFARE, told(t, text)));
    }
}

/* Classes that a paper names to the person; tax, meetings and informants are not among them. */
static const char *
items_text(struct ctx *c, int64_t items)
{
    return consent_items_text(c->mem,
                              (uint32_t)items
                                  & (ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_CONTACT)
                                     | ITEM_BIT(ITEM_COORDINATION)
                                     | ITEM_BIT(ITEM_SAFETY) | ITEM_BIT(ITEM_WELFARE)
                                     | ITEM_BIT(ITEM_HEALTH) | ITEM_BIT(ITEM_MONEY)));
}

static const char *
consent_what(const struct telling *t, const struct sql_consent_list_row *k)
{
    struct ctx *c = t->c;
    struct buf b = buf_new(c->mem);
    const char *purpose = told(t, k->purpose);

    if (purpose)
        buf_printf(&b, "%s", purpose);
    for (size_t i = 0; i < t->r->names.n; i++) {
        const struct sql_consent_names_row *y = &t->r->names.v[i];

        if (id_same(y->consent_id.id, k->consent_id.id) && *y->name)
            buf_printf(&b, "%s%s%s", b.n ? "\n" : "", y->name,
                       y->allowed ? "" : "（伝えない）");
    }
    if (k->sharing && k->items)
        buf_printf(&b, "%s%s", b.n ? "\n" : "", items_text(c, k->items));
    return buf_text(&b);
}

static void
put_consents(const struct telling *t)
{
    for (size_t i = 0; i < t->r->consents.n; i++) {
        const struct sql_consent_list_row *k = &t->r->consents.v[i];
        const struct decision d = of_record(t, k->desk_id, k->post_id);
        struct paper_row *row;

        if (!id_same(k->person_id.id, t->r->person.id)
            || !decision_allows(&d, ITEM_COORDINATION))
            continue;
        row = paper_row(t->c, t->out, "consents");
        paper_row_put(t->c, row, "day",
                      day_known(k->until_on) ? arena_printf(
                          t->c->mem, "%s\n%sまで", day_ja(t->c->mem, k->from_on),
                          day_ja(t->c->mem, k->until_on))
                                             : day_ja(t->c->mem, k->from_on));
        paper_row_put(t->c, row, "state", consent_state_label(k->state));
        paper_row_put(t->c, row, "what",
                      mask_text(&d, ITEM_WELFARE, consent_what(t, k)));
        paper_row_put(t->c, row, "words",
                      mask_text(&d, ITEM_WELFARE, told(t, k->words)));
    }
}

/*
 * What rests on a request of 支援会議, was its papers, or was told as a law on abuse asks is
 * not named to anybody who asks. Source: practice rules 7, 15.
 */
static bool
may_be_named(const struct sql_disclosure_list_row *x)
{
    return strcmp(x->way, "meeting") != 0
           && strcmp(x->basis, basis_code(BASIS_REQUEST_106_6)) != 0
           && strcmp(x->basis, basis_code(BASIS_OTHER_LAW)) != 0
           && !((uint32_t)x->items & (ITEM_BIT(ITEM_ABUSE) | ITEM_BIT(ITEM_MEETING)));
}

static void
put_told(const struct telling *t)
{
    struct ctx *c = t->c;

    for (size_t i = 0; i < t->r->told.n; i++) {
        const struct sql_disclosure_list_row *x = &t->r->told.v[i];
        const struct post_id nobody = { .id = { .s = "" } };
        const struct decision d = of_record(t, x->from_desk, nobody);
        struct paper_row *row;

        if (!id_same(x->person_id.id, t->r->person.id) || !may_be_named(x)
            || !decision_allows(&d, ITEM_WELFARE))
            continue;
        row = paper_row(c, t->out, "told");
        paper_row_put(c, row, "day", day_ja(c->mem, x->happened_on));
        paper_row_put(c, row, "to", x->to_name);
        paper_row_put(c, row, "items", items_text(c, x->items));
        paper_row_put(c, row, "basis", town_label(c->town, "legal_basis", x->basis));
        paper_row_put(c, row, "purpose", told(t, x->purpose));
    }
}

void
policy_show_own_notes(struct ctx *c,
                      const struct own_report_records *r,
                      struct access_note_list *out,
                      bool *alone)
{
    const struct telling t = begin(c, r, NULL);

    *alone = !t.own || nobody_else(r);
    for (size_t i = 0; !*alone && i < r->notes.n; i++) {
        const struct sql_paper_notes_row *n = &r->notes.v[i];
        const struct decision d = of_record(&t, n->desk_id, n->post_id);
        const char *text = note_text(&t, n);

        if (!decision_allows(&d, ITEM_WELFARE))
            continue; /* another desk's, which answers for itself */
        *VEC_PUSH(c->mem, out) = (struct access_note_view){
            .id = n->note_id.id.s,
            .when = day_ja(c->mem, n->happened_on),
            .who = arena_printf(c->mem, "%s %s", n->desk, n->who),
            .text = mask_text(&d, ITEM_WELFARE, told(&t, text)),
            .why =
                r->guarded.n
                    ? "居所が保護されている人がいるため、自由に書いた文は出しません。"
                    : "ほかの人の名前や住まいが出てくる文です。紙には出しません。",
            .ticked = is_checked(r, n->note_id),
        };
    }
}

const char *
policy_own_name(struct ctx *c, const struct own_report_records *r)
{
    const struct sql_case_people_row *p = asked_about(r);

    if (!p)
        return NULL;
    return *p->name ? arena_printf(c->mem, "%sさん", p->name)
                    : person_known_label(p->known);
}

static const char *
number_text(struct ctx *c, size_t copy)
{
    return arena_printf(c->mem, "第%zu号", copy + 1);
}

void
policy_show_paper_own(struct ctx *c,
                      const struct own_report_records *r,
                      size_t copy,
                      struct paper_view *out)
{
    const struct telling t = begin(c, r, out);

    paper_begin(&t.whole, r->head.number, out);
    if (!t.own || !decision_allows(&t.whole, ITEM_IDENTITY))
        return;
    paper_put(c, out, "town", c->town->name);
    paper_put(c, out, "today", day_ja(c->mem, day_of(c->now)));
    paper_put(c, out, "copy", number_text(c, copy));
    paper_put(c, out, "asked", r->copies.v[copy].purpose);
    put_who(&t);
    put_facts(&t);
    put_words(&t);
    put_notes(&t);
    put_consents(&t);
    put_told(&t);
    shown_note(c, SHOWN_CASE, r->id.id, t.whole.allow, t.whole.grounds);
    shown_note(c, SHOWN_PERSON, r->person.id, t.whole.allow | ITEM_BIT(ITEM_WELFARE),
               t.whole.grounds);
}

void
policy_show_own_reports(struct ctx *c,
                        const struct own_report_records *r,
                        struct own_reports_view *out)
{
    const struct sql_case_people_row *p = asked_about(r);
    const struct decision d = policy_decide(ACT_PRINT, &r->facts);

    *out = (struct own_reports_view){
        .path = show_path(c, "persons", r->person.id, "/own-report"),
        .back_path = show_path(c, "cases", r->id.id, "/consents"),
    };
    if (!p)
        return;
    out->name = mask_text(&d, ITEM_IDENTITY, policy_own_name(c, r));
    policy_show_access_lines(c, &r->asked, &out->requests);
    out->receive_path = show_path(c, "persons", r->person.id, "/access");
    for (size_t i = r->copies.n; i > 0; i--) {
        const struct sql_own_copies_row *k = &r->copies.v[i - 1];

        *VEC_PUSH(c->mem, &out->lines) = (struct own_report_line){
            .number = number_text(c, i - 1),
            .when = day_ja(c->mem, day_of(k->recorded_at)),
            .purpose = mask_text(&d, ITEM_IDENTITY, k->purpose),
            .who = arena_printf(c->mem, "%s %s", k->desk, k->who),
            .path = show_path(c, "own-reports", k->disclosure_id.id, ".pdf"),
        };
    }
    shown_note(c, SHOWN_PERSON, r->person.id,
               ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY), d.grounds);
}
