#include "show_pack_people.h"

#include "../base/buf.h"
#include "show_picture.h"

bool
pack_is_matter(const struct sitting_records *r,
               const struct sql_item_list_row *i,
               const struct sql_item_people_row *p)
{
    if (!id_none(p->merged_into.id) || !id_same(p->case_id.id, i->case_id.id))
        return false;
    if (i->footing != ITEM_FOOTING_BY_CONSENT)
        return true;
    for (size_t k = 0; k < r->matter.n; k++)
        if (id_same(r->matter.v[k].item_id.id, i->item_id.id)
            && id_same(r->matter.v[k].person_id.id, p->person_id.id))
            return true;
    return false;
}

/* The record that stays of the one at that place; itself where it is no second record. */
static size_t
stays(const struct sql_item_people_rows *people, size_t at)
{
    for (size_t i = 0; i < people->n; i++)
        if (id_same(people->v[i].person_id.id, people->v[at].merged_into.id))
            return stays(people, i);
    return at;
}

static struct known_person
known_as(const struct sql_item_people_row *p)
{
    return (struct known_person){ .name = p->name,
                                  .kana = p->kana,
                                  .others = p->other_names };
}

/* Gives each of the case a letter: first those whom the item is about, as pack_people(). */
static size_t
add_known(const struct sitting_records *r,
          const struct sql_item_list_row *row,
          struct known_person *v,
          size_t *at)
{
    size_t n = 0;

    for (int matter = 1; matter >= 0; matter--)
        for (size_t i = 0; i < r->people.n; i++) {
            const struct sql_item_people_row *p = &r->people.v[i];

            if (id_none(p->merged_into.id) && id_same(p->case_id.id, row->case_id.id)
                && pack_is_matter(r, row, p) == (matter != 0)) {
                at[i] = n;
                v[n++] = known_as(p);
            }
        }
    return n;
}

struct known_persons
pack_knowns(struct ctx *c,
            const struct sitting_records *r,
            const struct sql_item_list_row *row)
{
    struct known_person *v = ARENA_ARRAY(c->mem, r->people.n + 1, struct known_person);
    struct known_person *also =
        ARENA_ARRAY(c->mem, r->people.n + 1, struct known_person);
    const char **places = ARENA_ARRAY(c->mem, 4 * r->people.n + 1, const char *);
    size_t *at = ARENA_ARRAY(c->mem, r->people.n + 1, size_t);
    struct known_persons all = { .v = v, .places = places };

    all.n = add_known(r, row, v, at);
    for (size_t i = 0; i < r->people.n; i++) {
        const struct sql_item_people_row *p = &r->people.v[i];
        const char *const known[] = { p->phone, p->place, p->number, p->contact };

        if (!id_same(p->case_id.id, row->case_id.id))
            continue;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            if (*known[k])
                places[all.n_places++] = known[k];
        if (!id_none(p->merged_into.id)) {
            struct known_person *one = &v[at[stays(&r->people, i)]];

            also[i] = known_as(p);
            also[i].also = one->also;
            one->also = &also[i];
        }
    }
    return all;
}

/* What may be said of one of them. */
struct said_of {
    bool hidden; /* a letter stands for the name */
    bool welfare;
};

static struct said_of
decide(const struct pack_people *m, size_t i)
{
    struct facts f = *m->facts;
    struct decision d;

    if (m->row->footing == ITEM_FOOTING_BY_CONSENT && m->r->consent)
        f.consent = m->r->consent[i];
    d = policy_decide(ACT_VIEW, &f);
    return (
        struct said_of){ .hidden = m->nameless || !decision_allows(&d, ITEM_IDENTITY),
                         .welfare = m->nameless || decision_allows(&d, ITEM_WELFARE) };
}

static const char *
letter(const struct pack_people *m, int n)
{
    return arena_printf(m->c->mem, "%cさん", 'A' + n % 26);
}

/* "試験 花枝さん　82歳", "Aさん　80代". */
static void
add_person(const struct pack_people *m,
           const struct sql_item_people_row *p,
           bool hidden,
           int n,
           struct buf *b)
{
    const char *age = p->age < 0 ? ""
                      : hidden   ? age_band(m->c->mem, (long)p->age)
                                 : arena_printf(m->c->mem, "%d歳", (int)p->age);

    if (hidden)
        buf_str(b, letter(m, n));
    else
        buf_printf(b, "%s%s", *p->name ? p->name : "（名前は聞いていない）",
                   *p->name ? "さん" : "");
    if (*age)
        buf_printf(b, "　%s", age);
}

const char *
pack_people(const struct pack_people *m)
{
    struct buf b = buf_new(m->c->mem);
    int n = 0;

    for (size_t i = 0; i < m->r->people.n; i++) {
        const struct sql_item_people_row *p = &m->r->people.v[i];

        if (!pack_is_matter(m->r, m->row, p))
            continue;
        if (b.n)
            buf_lit(&b, "、");
        add_person(m, p, decide(m, i).hidden, n, &b);
        n++;
    }
    return b.n ? buf_text(&b) : NULL;
}

/* How the person is drawn; false: the item is not about that person. */
static bool
drawn_as(const struct pack_people *m,
         const struct sql_case_people_row *who,
         struct picture_person *out)
{
    int n = 0;

    for (size_t i = 0; i < m->r->people.n; i++) {
        const struct sql_item_people_row *p = &m->r->people.v[i];
        struct said_of said;

        if (!pack_is_matter(m->r, m->row, p))
            continue;
        if (!id_same(p->person_id.id, who->person_id.id)) {
            n++;
            continue;
        }
        said = decide(m, i);
        *out = (struct picture_person){ .welfare = said.welfare };
        out->name = said.hidden ? letter(m, n) : *p->name ? p->name : "名前は不明";
        if (said.hidden)
            out->age = p->age < 0 ? "" : age_band(m->c->mem, (long)p->age);
        return true;
    }
    return false;
}

void
pack_family(const struct pack_people *m, struct sitting_item_view *out)
{
    const size_t at = (size_t)(m->row - m->r->items.v);
    struct pictures_view all = { .path = NULL };
    struct picturing p = { .c = m->c, .facts = m->facts, .on = m->r->head.held_on };
    struct people_records drawn;
    struct picture_person *as;
    size_t n = 0;

    if (!m->r->family || m->r->family[at].people.n < 2)
        return;
    drawn = m->r->family[at];
    drawn.people.v = ARENA_ARRAY(m->c->mem, drawn.people.n, struct sql_case_people_row);
    as = ARENA_ARRAY(m->c->mem, drawn.people.n, struct picture_person);
    for (size_t i = 0; i < m->r->family[at].people.n; i++)
        if (drawn_as(m, &m->r->family[at].people.v[i], &as[n]))
            drawn.people.v[n++] = m->r->family[at].people.v[i];
    drawn.people.n = n;
    if (n < 2)
        return;
    p.r = &drawn;
    p.as = as;
    picture_family(&p, &all);
    out->family = all.family;
    out->family.id = arena_printf(m->c->mem, "family-%d", (int)m->row->place);
    out->family_words = all.family.desc;
}
