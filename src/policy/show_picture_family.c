#include "show_picture.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/about_day.h"
#include "../domain/genogram.h"
#include "../domain/town.h"
#include "mask.h"

#include <string.h>

enum { CHILDREN_MAX = 24 };

/* A family while it is being put together. */
struct making_family {
    size_t a;
    size_t b;
    enum kin_bond bond;
    size_t child[CHILDREN_MAX];
    bool adopted[CHILDREN_MAX];
    size_t n;
};

struct making {
    const struct picturing *m;
    struct kin_person person[KIN_MAX];
    size_t n;
    struct making_family family[KIN_MAX * 2];
    size_t n_families;
    struct kin_care care[KIN_MAX];
    size_t n_cares;
    struct buf words; /* the same in words */
};

static size_t
place_of(const struct making *k, struct person_id id)
{
    for (size_t i = 0; i < k->m->r->people.n && i < KIN_MAX; i++)
        if (id_same(k->m->r->people.v[i].person_id.id, id.id))
            return i;
    return KIN_NOBODY;
}

static bool
has_code(const char *codes, const char *code)
{
    const size_t n = strlen(code);

    for (const char *p = codes; (p = strstr(p, code)); p += n)
        if ((p == codes || p[-1] == ' ') && (!p[n] || p[n] == ' '))
            return true;
    return false;
}

/* A change that says so, with a day behind the one that is drawn: still alive then. */
static bool
died_later(const struct picturing *m, struct person_id id)
{
    for (size_t i = 0; i < m->r->situations.n; i++) {
        const struct sql_situation_list_row *s = &m->r->situations.v[i];

        if (id_same(s->person_id.id, id.id) && day_known(s->happened_on)
            && s->happened_on.n > m->on.n
            && (strstr(s->words, "亡くな") || strstr(s->words, "死去")))
            return true;
    }
    return false;
}

/* Years on the day, "80代" when no more is known; "" when nothing is. */
static const char *
age_inside(const struct picturing *m, const struct sql_case_people_row *p)
{
    struct arena *mem = m->c->mem;
    const struct day today = day_of(m->c->now);
    struct about_day birth = { { DAY_NONE }, { DAY_NONE } };
    const char *age;

    if (*p->birth_words)
        birth = about_birth_read(mem, p->birth_words, today);
    if (day_known(birth.last) && birth.last.n > m->on.n)
        return "";
    if (day_known(birth.first) && day_known(birth.last)) {
        if (age_on(birth.first, m->on) == age_on(birth.last, m->on))
            return arena_printf(mem, "%d", age_on(birth.last, m->on));
        age = about_age(mem, birth, m->on);
        return age && strlen(age) <= strlen("80代") ? age : "";
    }
    return p->age_given && m->on.n >= today.n ? arena_printf(mem, "%d", (int)p->age)
                                              : "";
}

static int
home_of(const struct picturing *m, struct person_id id)
{
    for (size_t i = 0; i < m->r->memberships.n; i++) {
        const struct sql_membership_list_row *s = &m->r->memberships.v[i];

        if (!id_same(s->person_id.id, id.id) || s->living != LIVING_TOGETHER
            || !picture_holds(m, s->from_on, s->until_words, s->until_on)
            || !picture_open(m, s->desk_id, s->post_id))
            continue;
        for (size_t h = 0; h < m->r->households.n; h++)
            if (id_same(m->r->households.v[h].household_id.id, s->household_id.id))
                return (int)h + 1;
    }
    return 0;
}

static enum kin_sex
sex_of(const struct sql_case_people_row *p)
{
    return strcmp(p->gender, "male") == 0     ? KIN_MALE
           : strcmp(p->gender, "female") == 0 ? KIN_FEMALE
                                              : KIN_UNKNOWN;
}

/* Somebody of whom was decided elsewhere what may be said. */
static void
add_decided(struct making *k,
            const struct sql_case_people_row *p,
            const struct picture_person *as)
{
    const struct picturing *m = k->m;
    const char *kinship =
        p->ordinal == 1 ? "本人" : town_label(m->c->town, "relation", p->kinship);
    struct kin_person *out = &k->person[k->n++];

    *out = (struct kin_person){
        .inside = as->age ? as->age : age_inside(m, p),
        .lines = { text_cut(m->c->mem, as->name, 9), kinship, "" },
        .subject = p->ordinal == 1,
        .sex = sex_of(p),
        .home = home_of(m, p->person_id),
        .dead = as->welfare && has_code(p->attributes, "deceased")
                && !died_later(m, p->person_id),
    };
    if (out->dead) {
        out->lines[*kinship ? 2 : 1] = "故人";
        out->home = 0;
    }
}

static void
add_person(struct making *k, const struct sql_case_people_row *p)
{
    const struct picturing *m = k->m;
    struct ctx *c = m->c;
    const struct decision d =
        show_person_line(c, m->facts, m->r->own, p->desk_id, p->post_id);
    const struct decision rec =
        show_person_record(c, m->facts, m->r->own, p->desk_id, p->post_id);
    const char *name =
        *p->name ? p->name : arena_printf(c->mem, "%s", person_known_label(p->known));
    const char *kinship =
        p->ordinal == 1 ? "本人" : town_label(c->town, "relation", p->kinship);
    struct kin_person *out = &k->person[k->n++];

    *out = (struct kin_person){ .inside = "",
                                .lines = { "", "", "" },
                                .subject = p->ordinal == 1 };
    if (!decision_allows(&d, ITEM_IDENTITY)) {
        out->lines[0] = arena_printf(c->mem, "世帯の人（%d）", (int)p->ordinal);
        out->faint = true;
        return;
    }
    out->inside = age_inside(m, p);
    out->lines[0] = text_cut(c->mem, name, 9);
    out->lines[1] = kinship;
    out->sex = sex_of(p);
    out->home = home_of(m, p->person_id);
    out->dead = decision_allows(&rec, ITEM_WELFARE)
                && has_code(p->attributes, "deceased") && !died_later(m, p->person_id);
    if (out->dead) {
        out->lines[*kinship ? 2 : 1] = "故人";
        out->home = 0;
    }
}

static struct making_family *
family_of(struct making *k, size_t a, size_t b, enum kin_bond bond)
{
    struct making_family *f;

    for (size_t i = 0; i < k->n_families; i++) {
        f = &k->family[i];
        if ((f->a == a && f->b == b) || (f->a == b && f->b == a))
            return f;
    }
    if (k->n_families == KIN_MAX * 2)
        return NULL;
    f = &k->family[k->n_families++];
    *f = (struct making_family){ .a = a, .b = b, .bond = bond };
    return f;
}

static void
add_child(struct making_family *f, size_t child, bool adopted)
{
    if (!f || f->n == CHILDREN_MAX)
        return;
    for (size_t i = 0; i < f->n; i++)
        if (f->child[i] == child)
            return;
    f->child[f->n] = child;
    f->adopted[f->n++] = adopted;
}

/* Who has somebody beside, and how it stands on the day. */
static void
add_couple(struct making *k,
           const struct sql_relation_list_row *t,
           size_t a,
           size_t b,
           bool holds)
{
    enum kin_bond bond = KIN_MARRIED;

    if (t->kind == RELATION_KIND_PARTNER)
        bond = KIN_PARTNERS;
    if (t->kind == RELATION_KIND_FORMER_SPOUSE || !holds)
        bond = KIN_DIVORCED;
    family_of(k, a, b, bond);
}

/* A parent of the generation that nobody has named, so that the rows are right. */
static size_t
unknown_parent(struct making *k)
{
    if (k->n == KIN_MAX)
        return KIN_NOBODY;
    k->person[k->n] =
        (struct kin_person){ .inside = "?", .lines = { "", "", "" }, .faint = true };
    return k->n++;
}

static bool
is_parent(const struct making *k, size_t parent, size_t child)
{
    for (size_t i = 0; i < k->n_families; i++)
        for (size_t c = 0; c < k->family[i].n; c++)
            if (k->family[i].child[c] == child
                && (k->family[i].a == parent || k->family[i].b == parent))
                return true;
    return false;
}

static void
add_grandparent(struct making *k, size_t old, size_t young)
{
    size_t between;

    for (size_t p = 0; p < k->n; p++)
        if (is_parent(k, old, p) && is_parent(k, p, young))
            return;
    between = unknown_parent(k);
    if (between == KIN_NOBODY)
        return;
    add_child(family_of(k, old, KIN_NOBODY, KIN_TOGETHER), between, false);
    add_child(family_of(k, between, KIN_NOBODY, KIN_TOGETHER), young, false);
}

static void
add_sibling(struct making *k, size_t a, size_t b)
{
    struct making_family *f = NULL;

    for (size_t i = 0; i < k->n_families; i++) {
        bool has_a = false;
        bool has_b = false;

        for (size_t c = 0; c < k->family[i].n; c++) {
            has_a = has_a || k->family[i].child[c] == a;
            has_b = has_b || k->family[i].child[c] == b;
        }
        if (has_a && has_b)
            return;
        if (k->family[i].a == KIN_NOBODY && k->family[i].b == KIN_NOBODY
            && (has_a || has_b))
            f = &k->family[i];
    }
    if (!f && k->n_families < KIN_MAX * 2) {
        f = &k->family[k->n_families++];
        *f = (struct making_family){ .a = KIN_NOBODY, .b = KIN_NOBODY };
    }
    add_child(f, a, false);
    add_child(f, b, false);
}

/* Puts each child to the pair of its parents: of the same kind, by birth or not. */
static void
add_parents(struct making *k, size_t child, bool adopted)
{
    const struct people_records *r = k->m->r;
    size_t parent[2] = { KIN_NOBODY, KIN_NOBODY };
    size_t n = 0;

    for (size_t i = 0; i < r->relations.n; i++) {
        const struct sql_relation_list_row *t = &r->relations.v[i];
        const size_t p = place_of(k, t->person_id);

        if (t->kind != (adopted ? RELATION_KIND_ADOPTIVE_PARENT : RELATION_KIND_PARENT)
            || place_of(k, t->other_id) != child || p == KIN_NOBODY || p == child
            || (day_known(t->from_on) && t->from_on.n > k->m->on.n)
            || !picture_open(k->m, t->desk_id, t->post_id))
            continue;
        if (n < 2)
            parent[n++] = p;
        else
            add_child(family_of(k, p, KIN_NOBODY, KIN_TOGETHER), child, adopted);
    }
    if (n)
        add_child(family_of(k, parent[0], parent[1], KIN_TOGETHER), child, adopted);
}

static const char *
called(const struct making *k, struct person_id id)
{
    const struct picturing *m = k->m;
    const size_t i = place_of(k, id);

    return m->as && i != KIN_NOBODY ? m->as[i].name
                                    : show_person_name(m->c, m->facts, m->r, id);
}

/* The same as the lines say, for who does not see them. */
static void
say(struct making *k, const struct sql_relation_list_row *t, bool holds)
{
    const char *a = called(k, t->person_id);
    const char *b = called(k, t->other_id);
    const char *kind = relation_kind_label(t->kind);

    if (t->kind == RELATION_KIND_CARES_FOR)
        buf_printf(&k->words, "%sが%sの世話をしている。", a, b);
    else if (t->kind == RELATION_KIND_PARENT || t->kind == RELATION_KIND_ADOPTIVE_PARENT
             || t->kind == RELATION_KIND_GRANDPARENT)
        buf_printf(&k->words, "%sは%sの%s。", a, b, kind);
    else
        buf_printf(&k->words, "%sと%sは%s%s。", a, b, holds ? "" : "以前、", kind);
}

static void
add_tie(struct making *k, const struct sql_relation_list_row *t)
{
    const size_t a = place_of(k, t->person_id);
    const size_t b = place_of(k, t->other_id);
    const bool holds = picture_holds(k->m, t->from_on, t->until_words, t->until_on);

    if (a == KIN_NOBODY || b == KIN_NOBODY || a == b
        || (day_known(t->from_on) && t->from_on.n > k->m->on.n)
        || !picture_open(k->m, t->desk_id, t->post_id))
        return;
    say(k, t, holds);
    switch (t->kind) {
    case RELATION_KIND_SPOUSE:
    case RELATION_KIND_PARTNER:
    case RELATION_KIND_FORMER_SPOUSE:
        add_couple(k, t, a, b, holds);
        break;
    case RELATION_KIND_SIBLING:
        add_sibling(k, a, b);
        break;
    case RELATION_KIND_GRANDPARENT:
        add_grandparent(k, a, b);
        break;
    case RELATION_KIND_CARES_FOR:
        if (holds && k->n_cares < KIN_MAX)
            k->care[k->n_cares++] = (struct kin_care){ a, b };
        break;
    case RELATION_KIND_NONE:
    case RELATION_KIND_PARENT:
    case RELATION_KIND_ADOPTIVE_PARENT:
    case RELATION_KIND_RELATIVE:
    case RELATION_KIND_CLOSE:
    case RELATION_KIND_CONFLICT:
        break;
    }
}

/* Couples first, then their children, then what needs both to be there. */
static void
add_ties(struct making *k)
{
    const struct sql_relation_list_rows *all = &k->m->r->relations;

    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].kind == RELATION_KIND_SPOUSE
            || all->v[i].kind == RELATION_KIND_PARTNER
            || all->v[i].kind == RELATION_KIND_FORMER_SPOUSE)
            add_tie(k, &all->v[i]);
    for (size_t i = 0; i < k->m->r->people.n && i < KIN_MAX; i++) {
        add_parents(k, i, false);
        add_parents(k, i, true);
    }
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].kind != RELATION_KIND_SPOUSE
            && all->v[i].kind != RELATION_KIND_PARTNER
            && all->v[i].kind != RELATION_KIND_FORMER_SPOUSE)
            add_tie(k, &all->v[i]);
}

static void
say_people(struct making *k)
{
    bool together = false;

    for (size_t i = 0; i < k->n; i++) {
        const struct kin_person *p = &k->person[i];

        if (strcmp(p->inside, "?") == 0)
            continue;
        buf_printf(&k->words, "%s%s%s%s%s%s%s。", p->lines[0], *p->lines[1] ? "、" : "",
                   p->lines[1], *p->inside ? "、" : "", p->inside,
                   *p->inside && !strstr(p->inside, "代") ? "歳" : "",
                   p->dead ? "、故人" : "");
    }
    for (size_t i = 0; i < k->n; i++)
        if (k->person[i].home) {
            buf_printf(&k->words, "%s%s", together ? "・" : "いっしょに暮らす人：",
                       k->person[i].lines[0]);
            together = true;
        }
    if (together)
        buf_str(&k->words, "。");
}

void
picture_family(const struct picturing *m, struct pictures_view *out)
{
    struct making *k = ARENA_NEW(m->c->mem, struct making);
    struct kin_family *family = ARENA_ARRAY(m->c->mem, KIN_MAX * 2, struct kin_family);
    struct buf ties;
    struct genogram g;

    k->m = m;
    k->words = buf_new(m->c->mem);
    for (size_t i = 0; i < m->r->people.n && i < KIN_MAX; i++)
        if (m->as)
            add_decided(k, &m->r->people.v[i], &m->as[i]);
        else
            add_person(k, &m->r->people.v[i]);
    add_ties(k);
    ties = k->words;
    k->words = buf_new(m->c->mem);
    say_people(k);
    for (size_t i = 0; i < k->n_families; i++)
        family[i] = (struct kin_family){
            .a = k->family[i].a,
            .b = k->family[i].b,
            .bond = k->family[i].bond,
            .child = k->family[i].child,
            .adopted = k->family[i].adopted,
            .n = k->family[i].n,
        };
    genogram_lay(m->c->mem,
                 &(const struct kin){ .person = k->person,
                                      .n = k->n,
                                      .family = family,
                                      .n_families = k->n_families,
                                      .care = k->care,
                                      .n_cares = k->n_cares },
                 &g);
    out->family.id = "family";
    out->family.title = "家族図（ジェノグラム）";
    out->family.desc =
        arena_printf(m->c->mem, "%s%s", buf_text(&k->words), buf_text(&ties));
    picture_marks(m->c, &g.picture, &out->family);
    if (g.n_left_out)
        out->left_out = arena_printf(
            m->c->mem, "世代が食いちがうため、図に入らない関係が%zuあります。",
            g.n_left_out);
}
