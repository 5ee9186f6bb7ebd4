#include "show_household.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/about_day.h"
#include "../domain/care_sign.h"
#include "../domain/codes.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

/* What one page is being made from. */
struct making {
    struct ctx *c;
    const struct facts *facts;
    const struct people_records *r;
    struct people_view *out;
};

struct decision
show_person_line(struct ctx *c,
                 const struct facts *facts,
                 enum own own,
                 struct desk_id desk,
                 struct post_id post)
{
    struct facts f = *facts;

    f.own = id_none(desk.id) ? own : viewer_owns(c->viewer, desk, post);
    if (f.own == OWN_NONE)
        f.own = own; /* who took the consultation knows who it is about */
    return policy_decide(ACT_VIEW, &f);
}

struct decision
show_person_record(struct ctx *c,
                   const struct facts *facts,
                   enum own own,
                   struct desk_id desk,
                   struct post_id post)
{
    struct facts f = *facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own = id_none(desk.id) ? own : viewer_owns(c->viewer, desk, post);
    return policy_decide(ACT_VIEW, &f);
}

const struct facts *
show_facts_of(const struct facts *whole,
              const struct people_records *r,
              struct person_id id)
{
    for (size_t i = 0; r->of && i < r->people.n; i++)
        if (id_same(r->people.v[i].person_id.id, id.id))
            return &r->of[i];
    return whole;
}

const char *
show_span(struct ctx *c, const char *from, const char *until)
{
    if (*from && *until)
        return arena_printf(c->mem, "%s～%s", from, until);
    if (*from)
        return arena_printf(c->mem, "%sから", from);
    return *until ? arena_printf(c->mem, "%sまで", until) : NULL;
}

static const struct sql_case_people_row *
person_of(const struct people_records *r, struct person_id id, size_t *at)
{
    for (size_t i = 0; i < r->people.n; i++)
        if (id_same(r->people.v[i].person_id.id, id.id)) {
            if (at)
                *at = i;
            return &r->people.v[i];
        }
    return NULL;
}

static const char *
or_null(const char *s)
{
    return *s ? s : NULL;
}

static const char *
name_of(const struct sql_case_people_row *p)
{
    return *p->name ? p->name : person_known_label(p->known);
}

const char *
show_person_name(struct ctx *c,
                 const struct facts *facts,
                 const struct people_records *r,
                 struct person_id id)
{
    const struct sql_case_people_row *p = person_of(r, id, NULL);
    struct decision d;

    if (!p)
        return "世帯";
    d = show_person_line(c, show_facts_of(facts, r, id), r->own, p->desk_id,
                         p->post_id);
    if (!decision_allows(&d, ITEM_IDENTITY))
        return arena_printf(c->mem, "世帯の人（%d）", (int)p->ordinal);
    if (*p->name)
        return arena_printf(c->mem, "%sさん", p->name);
    return arena_printf(c->mem, "%s（%d）", person_known_label(p->known),
                        (int)p->ordinal);
}

static const char *
name_in(const struct making *m, struct person_id id)
{
    return show_person_name(m->c, m->facts, m->r, id);
}

static struct about_day
birth_of(const struct ctx *c, const struct sql_case_people_row *p)
{
    if (*p->birth_words)
        return about_birth_read(c->mem, p->birth_words, day_of(c->now));
    return (struct about_day){ { DAY_NONE }, { DAY_NONE } };
}

const char *
show_person_age(struct ctx *c, const struct sql_case_people_row *p)
{
    const char *age = about_age(c->mem, birth_of(c, p), day_of(c->now));

    if (age)
        return age;
    return p->age_given ? arena_printf(c->mem, "%d歳くらい", (int)p->age) : NULL;
}

void
show_person_years(const struct ctx *c,
                  const struct sql_case_people_row *p,
                  int *least,
                  int *most)
{
    const struct about_day birth = birth_of(c, p);

    *least = p->age_given ? (int)p->age : -1;
    *most = *least;
    if (!day_known(birth.last))
        return;
    *least = age_on(birth.last, day_of(c->now));
    *most = day_known(birth.first) ? age_on(birth.first, day_of(c->now)) : *least;
}

/* In years, -1 when nothing is known: for the signs. */
static int
years_of(const struct ctx *c, const struct sql_case_people_row *p)
{
    int least;
    int most;

    show_person_years(c, p, &least, &most);
    return least;
}

static void
add_text(struct ctx *c, struct text_list *out, const char *text, const char *tone)
{
    if (text && *text)
        *VEC_PUSH(c->mem, out) = (struct text_view){ .text = text, .tone = tone };
}

/* Labels of the codes that stand in the text, parted by spaces. */
static void
add_codes(struct ctx *c, struct text_list *out, const char *list, const char *codes)
{
    while (*codes) {
        const size_t n = strcspn(codes, " ");
        const char *code = arena_copy(c->mem, codes, n);

        add_text(c, out, town_label(c->town, list, code), "");
        codes += n + (codes[n] == ' ');
    }
}

static const char *
codes_text(struct ctx *c, const char *list, const char *codes)
{
    struct text_list all = { 0 };
    struct buf b = buf_new(c->mem);

    add_codes(c, &all, list, codes);
    for (size_t i = 0; i < all.n; i++)
        buf_printf(&b, "%s%s", i ? "・" : "", all.v[i].text);
    return or_null(buf_text(&b));
}

const char *
show_issue_label(struct ctx *c,
                 const struct decision *line,
                 const struct decision *record,
                 const char *code)
{
    const struct code *found = codes_find(c->town->codes, "issue", code);
    const char *label = found ? found->label : code;

    if (found && found->item && strcmp(found->item, "abuse") == 0)
        return mask_text(record, ITEM_ABUSE, label);
    if (decision_allows(line, ITEM_COORDINATION))
        return label;
    return mask_text(record, ITEM_COORDINATION, label);
}

static void
add_issues(struct making *m, struct person_id id, struct text_list *out)
{
    for (size_t i = 0; i < m->r->issues.n; i++) {
        const struct sql_issue_list_row *s = &m->r->issues.v[i];
        struct decision line;
        struct decision record;

        if (!id_same(s->person_id.id, id.id) || s->state == ISSUE_STATE_RESOLVED)
            continue;
        line = policy_decide(ACT_VIEW, show_facts_of(m->facts, m->r, id));
        record = show_person_record(m->c, show_facts_of(m->facts, m->r, id), m->r->own,
                                    s->desk_id, s->post_id);
        add_text(m->c, out, show_issue_label(m->c, &line, &record, s->code),
                 s->severity >= ISSUE_SEVERITY_HEAVY ? "warn" : "");
    }
}

static const char *
home_name(const struct people_records *r, struct household_id id)
{
    for (size_t i = 0; i < r->households.n; i++)
        if (id_same(r->households.v[i].household_id.id, id.id))
            return r->households.v[i].name;
    return "";
}

static void
add_homes(struct making *m, struct person_id id, struct text_list *out)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->memberships.n; i++) {
        const struct sql_membership_list_row *s = &m->r->memberships.v[i];
        const char *span = show_span(c, s->from_words, s->until_words);
        const char *living = s->living ? living_label(s->living) : "";

        if (!id_same(s->person_id.id, id.id) || *s->until_words)
            continue;
        add_text(c, out,
                 arena_printf(c->mem, "%s%s%s%s%s", home_name(m->r, s->household_id),
                              *living ? "　" : "", living, span ? "　" : "",
                              span ? span : ""),
                 "");
    }
}

/* "修さんの親", "ハナさんの世話をしている"; from the other side "ハナさんの子". */
static const char *
tie_of(const struct making *m,
       const struct sql_relation_list_row *t,
       struct person_id id)
{
    const bool first = id_same(t->person_id.id, id.id);
    const char *other = name_in(m, first ? t->other_id : t->person_id);
    const char *kind = relation_kind_label(t->kind);

    if (!first && t->kind == RELATION_KIND_PARENT)
        kind = "子";
    if (!first && t->kind == RELATION_KIND_ADOPTIVE_PARENT)
        kind = "子（養子・継子）";
    if (!first && t->kind == RELATION_KIND_GRANDPARENT)
        kind = "孫";
    if (t->kind == RELATION_KIND_CARES_FOR)
        return arena_printf(m->c->mem,
                            first ? "%sの世話をしている" : "%sが世話をしている", other);
    if (t->kind == RELATION_KIND_CLOSE || t->kind == RELATION_KIND_CONFLICT)
        return arena_printf(m->c->mem, "%sと%s", other, kind);
    return arena_printf(m->c->mem, "%sの%s", other, kind);
}

static void
add_ties(struct making *m, struct person_id id, struct text_list *out)
{
    for (size_t i = 0; i < m->r->relations.n; i++) {
        const struct sql_relation_list_row *t = &m->r->relations.v[i];

        if (*t->until_words
            || (!id_same(t->person_id.id, id.id) && !id_same(t->other_id.id, id.id)))
            continue;
        add_text(m->c, out, tie_of(m, t, id), "");
    }
}

static void
add_agencies(struct making *m, struct person_id id, struct text_list *out)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->involvements.n; i++) {
        const struct sql_involvement_list_row *v = &m->r->involvements.v[i];
        const char *span = show_span(c, v->since_words, v->until_words);

        if (!id_same(v->person_id.id, id.id) || *v->until_words)
            continue;
        add_text(c, out,
                 arena_printf(c->mem, "%s%s%s%s%s", v->agency, *v->field ? "　" : "",
                              v->field, span ? "　" : "", span ? span : ""),
                 "");
    }
}

static void
show_member(struct making *m, const struct sql_case_people_row *p)
{
    struct ctx *c = m->c;
    const struct facts *facts = show_facts_of(m->facts, m->r, p->person_id);
    const struct decision d =
        show_person_line(c, facts, m->r->own, p->desk_id, p->post_id);
    const struct decision rec =
        show_person_record(c, facts, m->r->own, p->desk_id, p->post_id);
    const bool met = p->met != PERSON_MET_NONE;
    struct member_view *v = VEC_PUSH(c->mem, &m->out->members);

    *v = (struct member_view){
        .id = p->person_id.id.s,
        .anchor = arena_printf(c->mem, "p-%s", p->person_id.id.s),
        .name = mask_text(&d, ITEM_IDENTITY, name_of(p)),
        .kana = mask_text(&d, ITEM_IDENTITY, or_null(p->kana)),
        .others = mask_text(&d, ITEM_IDENTITY, or_null(p->other_names)),
        .subject = p->ordinal == 1,
        .kinship = mask_text(&d, ITEM_IDENTITY,
                             or_null(town_label(c->town, "relation", p->kinship))),
        .age = mask_text(&d, ITEM_IDENTITY, show_person_age(c, p)),
        .birth = mask_text(&d, ITEM_IDENTITY, or_null(p->birth_words)),
        .gender = mask_text(&d, ITEM_IDENTITY,
                            or_null(town_label(c->town, "gender", p->gender))),
        .place = mask_text(&d, ITEM_CONTACT, or_null(p->place)),
        .phone = mask_text(&d, ITEM_CONTACT, or_null(p->phone)),
        .met = mask_text(&d, ITEM_COORDINATION, met ? person_met_label(p->met) : NULL),
        .not_met = mask_flag(&d, ITEM_COORDINATION, p->met == PERSON_MET_NOT_YET),
        .durations = mask_text(&rec, ITEM_WELFARE, or_null(p->durations)),
        .strengths = mask_text(&rec, ITEM_WELFARE, or_null(p->strengths)),
        .seal = show_seal(decision_ground(&d)),
    };
    shown_note(c, SHOWN_PERSON, p->person_id.id, d.allow | rec.allow,
               d.grounds | rec.grounds);
    if (decision_allows(&d, ITEM_IDENTITY)) {
        v->path = show_path(c, "people", p->person_id.id, "");
        if (p->version > 1)
            v->history_path = show_path(c, "history", p->person_id.id, "");
    }
    if (decision_allows(&rec, ITEM_WELFARE))
        add_codes(c, &v->attributes, "attribute", p->attributes);
    add_issues(m, p->person_id, &v->issues);
    if (!decision_allows(&d, ITEM_COORDINATION))
        return;
    add_homes(m, p->person_id, &v->households);
    add_ties(m, p->person_id, &v->relations);
    add_agencies(m, p->person_id, &v->agencies);
}

/* Where a record is mended; NULL when it is closed to the viewer. */
static const char *
mend_path(struct ctx *c, const struct decision *d, const char *kind, struct id id)
{
    return decision_allows(d, ITEM_WELFARE) ? show_path(c, kind, id, "") : NULL;
}

static void
show_membership(struct making *m,
                const struct sql_membership_list_row *s,
                struct membership_list *out)
{
    const struct decision rec =
        show_person_record(m->c, m->facts, m->r->own, s->desk_id, s->post_id);

    *VEC_PUSH(m->c->mem, out) = (struct membership_view){
        .id = s->membership_id.id.s,
        .name = name_in(m, s->person_id),
        .living = s->living ? living_label(s->living) : NULL,
        .span = show_span(m->c, s->from_words, s->until_words),
        .remark = mask_text(&rec, ITEM_WELFARE, or_null(s->remark)),
        .path = mend_path(m->c, &rec, "memberships", s->membership_id.id),
        .past = *s->until_words != '\0',
    };
}

bool
show_place_open(const struct facts *facts,
                const struct people_records *r,
                struct household_id id)
{
    struct decision d = policy_decide(ACT_VIEW, facts);

    for (size_t i = 0; i < r->memberships.n; i++) {
        const struct sql_membership_list_row *s = &r->memberships.v[i];

        if (!id_same(s->household_id.id, id.id))
            continue;
        d = policy_decide(ACT_VIEW, show_facts_of(facts, r, s->person_id));
        if (!decision_allows(&d, ITEM_CONTACT))
            return false;
    }
    return decision_allows(&d, ITEM_CONTACT);
}

static void
show_home(struct making *m, const struct sql_household_list_row *h)
{
    struct ctx *c = m->c;
    const struct decision d = policy_decide(ACT_VIEW, m->facts);
    const struct decision rec =
        show_person_record(c, m->facts, m->r->own, h->desk_id, h->post_id);
    struct household_view *v;

    if (!decision_allows(&d, ITEM_COORDINATION)
        && !decision_allows(&rec, ITEM_COORDINATION))
        return;
    v = VEC_PUSH(c->mem, &m->out->households);
    *v = (struct household_view){
        .id = h->household_id.id.s,
        .name = h->name,
        .types = codes_text(c, "household_type", h->types),
        .place =
            show_place_open(m->facts, m->r, h->household_id) ? or_null(h->place) : NULL,
        .span = show_span(c, h->from_words, h->until_words),
        .strengths = mask_text(&rec, ITEM_WELFARE, or_null(h->strengths)),
        .remark = mask_text(&rec, ITEM_WELFARE, or_null(h->remark)),
        .path = mend_path(c, &rec, "households", h->household_id.id),
        .past = *h->until_words != '\0',
    };
    for (size_t i = 0; i < m->r->memberships.n; i++)
        if (id_same(m->r->memberships.v[i].household_id.id, h->household_id.id))
            show_membership(m, &m->r->memberships.v[i], &v->members);
}

static const char *
tie_text(const struct making *m, const struct sql_relation_list_row *t)
{
    const char *a = name_in(m, t->person_id);
    const char *b = name_in(m, t->other_id);
    const char *kind = relation_kind_label(t->kind);

    switch (t->kind) {
    case RELATION_KIND_PARENT:
    case RELATION_KIND_ADOPTIVE_PARENT:
    case RELATION_KIND_GRANDPARENT:
        return arena_printf(m->c->mem, "%sは、%sの%s", a, b, kind);
    case RELATION_KIND_CARES_FOR:
        return arena_printf(m->c->mem, "%sが、%sの世話をしている", a, b);
    case RELATION_KIND_CLOSE:
    case RELATION_KIND_CONFLICT:
        return arena_printf(m->c->mem, "%sと%sは、%s", a, b, kind);
    case RELATION_KIND_NONE:
    case RELATION_KIND_SPOUSE:
    case RELATION_KIND_PARTNER:
    case RELATION_KIND_FORMER_SPOUSE:
    case RELATION_KIND_SIBLING:
    case RELATION_KIND_RELATIVE:
        break;
    }
    return arena_printf(m->c->mem, "%sと%sは、%s", a, b, kind);
}

static void
show_tie(struct making *m, const struct sql_relation_list_row *t)
{
    const struct decision d = policy_decide(ACT_VIEW, m->facts);
    const struct decision rec =
        show_person_record(m->c, m->facts, m->r->own, t->desk_id, t->post_id);

    if (!decision_allows(&d, ITEM_COORDINATION)
        && !decision_allows(&rec, ITEM_COORDINATION))
        return;
    *VEC_PUSH(m->c->mem, &m->out->ties) = (struct tie_view){
        .id = t->relation_id.id.s,
        .kind = relation_kind_label(t->kind),
        .text = tie_text(m, t),
        .span = show_span(m->c, t->from_words, t->until_words),
        .remark = mask_text(&rec, ITEM_WELFARE, or_null(t->remark)),
        .path = mend_path(m->c, &rec, "relations", t->relation_id.id),
        .past = *t->until_words != '\0',
    };
}

static void
show_involvement(struct making *m, const struct sql_involvement_list_row *v)
{
    struct ctx *c = m->c;
    const struct facts *facts = show_facts_of(m->facts, m->r, v->person_id);
    const struct decision d = policy_decide(ACT_VIEW, facts);
    const struct decision rec =
        show_person_record(c, facts, m->r->own, v->desk_id, v->post_id);

    if (!decision_allows(&d, ITEM_COORDINATION)
        && !decision_allows(&rec, ITEM_COORDINATION))
        return;
    *VEC_PUSH(c->mem, &m->out->involvements) = (struct involvement_view){
        .id = v->involvement_id.id.s,
        .person = name_in(m, v->person_id),
        .agency = v->agency,
        .worker = or_null(v->worker),
        .field = or_null(v->field),
        .since = or_null(v->since_words),
        .span = show_span(c, v->since_words, v->until_words),
        .remark = mask_text(&rec, ITEM_WELFARE, or_null(v->remark)),
        .path = mend_path(c, &rec, "involvements", v->involvement_id.id),
        .past = *v->until_words != '\0',
    };
}

/* Whether both live in one household now; nothing written down counts as together. */
static bool
lives_together(const struct people_records *r, struct person_id id)
{
    bool known = false;

    for (size_t i = 0; i < r->memberships.n; i++) {
        const struct sql_membership_list_row *s = &r->memberships.v[i];

        if (!id_same(s->person_id.id, id.id) || *s->until_words)
            continue;
        if (s->living != LIVING_APART)
            return true;
        known = true;
    }
    return !known;
}

static void
show_signs(struct making *m)
{
    struct ctx *c = m->c;
    const struct people_records *r = m->r;
    const struct decision d = policy_decide(ACT_VIEW, m->facts);
    struct care_person *people = ARENA_ARRAY(c->mem, r->people.n, struct care_person);
    struct care_tie *ties = ARENA_ARRAY(c->mem, r->relations.n, struct care_tie);
    struct care_sign_list signs;
    size_t n = 0;

    if (!decision_allows(&d, ITEM_COORDINATION) || !decision_allows(&d, ITEM_IDENTITY))
        return;
    for (size_t i = 0; i < r->people.n; i++)
        people[i] = (struct care_person){
            .age = years_of(c, &r->people.v[i]),
            .together = lives_together(r, r->people.v[i].person_id),
        };
    for (size_t i = 0; i < r->relations.n; i++) {
        const struct sql_relation_list_row *t = &r->relations.v[i];

        if (!*t->until_words && person_of(r, t->person_id, &ties[n].person)
            && person_of(r, t->other_id, &ties[n].other))
            ties[n++].kind = t->kind;
    }
    signs = care_signs(c->mem, people, r->people.n, ties, n);
    for (size_t i = 0; i < signs.n; i++) {
        const struct care_sign *s = &signs.v[i];
        const char *a = name_in(m, r->people.v[s->person].person_id);
        const char *b = name_in(m, r->people.v[s->other].person_id);

        add_text(
            c, &m->out->signs,
            s->person == s->other
                ? arena_printf(c->mem, "%s：%s", care_sign_label(s->kind), a)
                : arena_printf(c->mem, "%s：%sと%s", care_sign_label(s->kind), a, b),
            "");
    }
}

static void
show_merge(struct making *m, const struct sql_merge_list_row *g)
{
    struct ctx *c = m->c;
    const struct decision d = policy_decide(ACT_VIEW, m->facts);
    const bool people = g->kind == MERGE_KIND_PEOPLE;
    const char *name = mask_text(&d, ITEM_IDENTITY, g->gone_name);

    if (!decision_allows(&d, ITEM_COORDINATION))
        return;
    *VEC_PUSH(c->mem, &m->out->merges) = (struct merge_view){
        .text = people ? arena_printf(c->mem, "%sの二重の記録を、まとめました",
                                      name && *name ? name : "名前のない人")
                       : arena_printf(c->mem, "%s を、このケースに合わせました",
                                      g->gone_number),
        .when = instant_ja(c->mem, g->done_at),
        .who = arena_printf(c->mem, "%s %s", g->desk, g->who),
        .why = mask_text(&d, ITEM_IDENTITY, g->why),
        .path = show_path(c, "merges", g->merge_id.id, ""),
    };
}

void
policy_show_choices(struct ctx *c,
                    const struct facts *facts,
                    const struct people_records *r,
                    struct choice_list *people,
                    struct choice_list *homes)
{
    for (size_t i = 0; i < r->people.n; i++)
        *VEC_PUSH(c->mem, people) = (struct choice_view){
            .id = r->people.v[i].person_id.id.s,
            .name = show_person_name(c, facts, r, r->people.v[i].person_id),
        };
    for (size_t i = 0; homes && i < r->households.n; i++)
        *VEC_PUSH(c->mem, homes) = (struct choice_view){
            .id = r->households.v[i].household_id.id.s,
            .name = r->households.v[i].name,
        };
}

void
policy_show_people(struct ctx *c,
                   const struct facts *facts,
                   const struct people_records *r,
                   struct people_view *out)
{
    struct making m = { .c = c, .facts = facts, .r = r, .out = out };
    const char *base = show_path(c, "cases", r->id.id, "");

    *out = (struct people_view){
        .path = arena_printf(c->mem, "%s/people", base),
        .household_path = arena_printf(c->mem, "%s/households", base),
        .membership_path = arena_printf(c->mem, "%s/memberships", base),
        .relation_path = arena_printf(c->mem, "%s/relations", base),
        .involvement_path = arena_printf(c->mem, "%s/involvements", base),
        .issue_path = arena_printf(c->mem, "%s/issues", base),
        .similar_path = arena_printf(c->mem, "%s/people/similar", base),
        .merges_path = arena_printf(c->mem, "%s/merges", base),
        .person_merge_path = arena_printf(c->mem, "%s/people/merge", base),
        .case_merge_path = arena_printf(c->mem, "%s/merge", base),
    };
    for (size_t i = 0; i < r->people.n; i++)
        show_member(&m, &r->people.v[i]);
    for (size_t i = 0; i < r->households.n; i++)
        show_home(&m, &r->households.v[i]);
    for (size_t i = 0; i < r->relations.n; i++)
        show_tie(&m, &r->relations.v[i]);
    for (size_t i = 0; i < r->involvements.n; i++)
        show_involvement(&m, &r->involvements.v[i]);
    for (size_t i = 0; i < r->merges.n; i++)
        show_merge(&m, &r->merges.v[i]);
    show_signs(&m);
    policy_show_choices(c, facts, r, &out->people, &out->homes);
}

void
policy_show_mend(struct ctx *c,
                 const struct facts *facts,
                 const struct people_records *r,
                 const char *title,
                 const char *kind,
                 struct id record,
                 int64_t version,
                 const char *back,
                 struct mend_view *out)
{
    *out = (struct mend_view){
        .title = title,
        .path = show_path(c, kind, record, ""),
        .back_path = show_path(c, "cases", r->id.id, back),
        .version = arena_printf(c->mem, "%lld", (long long)version),
    };
    if (version > 1)
        out->history_path = show_path(c, "history", record, "");
    policy_show_choices(c, facts, r, &out->people, &out->homes);
}

bool
policy_show_mend_parts(struct mend_view *out, bool contact, bool welfare)
{
    out->contact = contact;
    out->welfare = welfare;
    return true;
}
