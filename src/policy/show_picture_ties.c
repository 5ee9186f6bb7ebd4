#include "show_picture.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/ecomap.h"
#include "../domain/town.h"
#include "mask.h"

#include <stdlib.h>
#include <string.h>

/* So many contacts within the time make a tie strong. */
enum { STRONG_CONTACTS = 3, RECENT_DAYS = 90 };

struct nodes {
    struct eco_node *v;
    size_t n;
    size_t cap;
};

/* Contacts of a desk by that name with the household lately, as far as the viewer may read. */
static size_t
contacts_of(const struct picturing *m,
            const struct sql_paper_notes_rows *notes,
            const char *desk)
{
    size_t n = 0;

    for (size_t i = 0; i < notes->n; i++) {
        const struct sql_paper_notes_row *t = &notes->v[i];
        const struct decision d =
            show_person_record(m->c, m->facts, m->r->own, t->desk_id, t->post_id);

        n += strcmp(t->desk, desk) == 0 && t->happened_on.n <= m->on.n
             && t->happened_on.n > m->on.n - RECENT_DAYS
             && decision_allows(&d, ITEM_WELFARE);
    }
    return n;
}

static bool
named(const struct nodes *list, const char *name)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->v[i].name, name) == 0)
            return true;
    return false;
}

static void
add_agency(const struct picturing *m,
           struct nodes *list,
           const char *name,
           const char *note,
           size_t contacts,
           bool there)
{
    if (named(list, name))
        return;
    *VEC_PUSH(m->c->mem, list) = (struct eco_node){
        .name = name,
        .note = contacts ? arena_printf(m->c->mem, "3か月に%zu回", contacts) : note,
        .tie = contacts >= STRONG_CONTACTS ? ECO_STRONG
               : contacts || there         ? ECO_USUAL
                                           : ECO_WEAK,
    };
}

static void
add_agencies(const struct picturing *m,
             const struct sql_paper_notes_rows *notes,
             struct nodes *list)
{
    for (size_t i = 0; i < m->r->involvements.n; i++) {
        const struct sql_involvement_list_row *v = &m->r->involvements.v[i];

        if (picture_holds(m, v->since_on, v->until_words, v->until_on)
            && picture_open(m, v->desk_id, v->post_id))
            add_agency(m, list, v->agency, v->field, contacts_of(m, notes, v->agency),
                       true);
    }
    for (size_t i = 0; i < notes->n; i++) {
        const size_t n = contacts_of(m, notes, notes->v[i].desk);

        if (n)
            add_agency(m, list, notes->v[i].desk, "", n, false);
    }
}

static const struct sql_case_people_row *
person(const struct picturing *m, struct person_id id)
{
    for (size_t i = 0; i < m->r->people.n; i++)
        if (id_same(m->r->people.v[i].person_id.id, id.id))
            return &m->r->people.v[i];
    return NULL;
}

static bool
lives_together(const struct picturing *m, struct person_id id)
{
    for (size_t i = 0; i < m->r->memberships.n; i++) {
        const struct sql_membership_list_row *s = &m->r->memberships.v[i];

        if (id_same(s->person_id.id, id.id) && s->living == LIVING_TOGETHER
            && picture_holds(m, s->from_on, s->until_words, s->until_on))
            return picture_open(m, s->desk_id, s->post_id);
    }
    return false;
}

/* In the middle stand the one it is about and who lives in the same house. */
static bool
in_the_middle(const struct picturing *m, const struct sql_case_people_row *p)
{
    return p->ordinal == 1 || lives_together(m, p->person_id);
}

/* People outside the house, by what they are to somebody inside. */
static void
add_people(const struct picturing *m, struct nodes *list)
{
    for (size_t i = 0; i < m->r->relations.n; i++) {
        const struct sql_relation_list_row *t = &m->r->relations.v[i];
        const struct sql_case_people_row *a = person(m, t->person_id);
        const struct sql_case_people_row *b = person(m, t->other_id);
        const struct sql_case_people_row *outside;
        const char *name;

        if (!a || !b || in_the_middle(m, a) == in_the_middle(m, b)
            || !picture_holds(m, t->from_on, t->until_words, t->until_on)
            || !picture_open(m, t->desk_id, t->post_id))
            continue;
        outside = in_the_middle(m, a) ? b : a;
        name = show_person_name(m->c, m->facts, m->r, outside->person_id);
        if (named(list, name) || strstr(outside->attributes, "deceased"))
            continue;
        *VEC_PUSH(m->c->mem, list) = (struct eco_node){
            .name = name,
            .note = t->kind == RELATION_KIND_CONFLICT || t->kind == RELATION_KIND_CLOSE
                            || !*outside->kinship
                        ? relation_kind_label(t->kind)
                        : town_label(m->c->town, "relation", outside->kinship),
            .tie =
                t->kind == RELATION_KIND_CONFLICT ? ECO_STRAINED
                : t->kind == RELATION_KIND_CLOSE || t->kind == RELATION_KIND_CARES_FOR
                    ? ECO_STRONG
                    : ECO_USUAL,
            .person = true,
        };
    }
}

static const char *
in_words(const struct picturing *m, const struct nodes *list)
{
    static const char *const TIES[] = {
        [ECO_STRONG] = "強いつながり",
        [ECO_USUAL] = "つながり",
        [ECO_WEAK] = "弱いつながり",
        [ECO_STRAINED] = "対立",
    };
    struct buf b = buf_new(m->c->mem);

    for (size_t i = 0; i < list->n; i++)
        buf_printf(&b, "%s：%s%s%s。", list->v[i].name, TIES[list->v[i].tie],
                   *list->v[i].note ? "、" : "", list->v[i].note);
    return buf_text(&b);
}

void
picture_ties(const struct picturing *m,
             const struct sql_paper_notes_rows *notes,
             struct pictures_view *out)
{
    struct nodes list = { .n = 0 };
    const char *centre[6];
    size_t n = 0;
    struct picture p;

    add_agencies(m, notes, &list);
    add_people(m, &list);
    if (!list.n)
        return;
    for (size_t i = 0; i < m->r->people.n && n < 6; i++)
        if (in_the_middle(m, &m->r->people.v[i]))
            centre[n++] =
                show_person_name(m->c, m->facts, m->r, m->r->people.v[i].person_id);
    ecomap_lay(m->c->mem, centre, n, list.v, list.n, &p);
    out->ties.id = "ties";
    out->ties.title = "つながりの図（エコマップ）";
    out->ties.desc = in_words(m, &list);
    picture_marks(m->c, &p, &out->ties);
}

/* A line with its place in time, while the lines are being put in order. */
struct line {
    struct year_view view;
    int32_t day; /* INT32_MAX: nobody knows when */
};

struct lines {
    struct line *v;
    size_t n;
    size_t cap;
};

static void
add_line(const struct picturing *m,
         struct lines *to,
         struct day day,
         const char *when,
         const char *whose,
         const char *what,
         const char *kind)
{
    struct ctx *c = m->c;
    const bool known = day_known(day);

    if (!what || !*what || (known && day.n > m->on.n))
        return;
    *VEC_PUSH(c->mem, to) = (struct line){
        .view = { .when = *when   ? when
                          : known ? day_ja(c->mem, day)
                                  : "いつかはわからない",
                  .year = known ? arena_printf(c->mem, "%d", day_ymd(day).year) : NULL,
                  .whose = whose,
                  .what = what,
                  .kind = kind },
        .day = known ? day.n : INT32_MAX,
    };
}

static void
add_changes(const struct picturing *m, struct lines *to)
{
    for (size_t i = 0; i < m->r->situations.n; i++) {
        const struct sql_situation_list_row *s = &m->r->situations.v[i];
        const struct decision d =
            show_person_record(m->c, m->facts, m->r->own, s->desk_id, s->post_id);

        add_line(m, to, s->happened_on, s->happened_words,
                 show_person_name(m->c, m->facts, m->r, s->person_id),
                 mask_text(&d, ITEM_WELFARE, s->words), "できごと");
    }
    for (size_t i = 0; i < m->r->issues.n; i++) {
        const struct sql_issue_list_row *s = &m->r->issues.v[i];
        const struct decision d =
            show_person_record(m->c, m->facts, m->r->own, s->desk_id, s->post_id);

        if (*s->from_words)
            add_line(m, to, s->from_on, s->from_words,
                     show_person_name(m->c, m->facts, m->r, s->person_id),
                     show_issue_label(m->c, &m->whole, &d, s->code), "課題");
    }
}

static void
add_lives(const struct picturing *m, struct lines *to)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->people.n; i++) {
        const struct sql_case_people_row *p = &m->r->people.v[i];
        const struct decision d =
            show_person_line(c, m->facts, m->r->own, p->desk_id, p->post_id);

        /* 80代 is an age, no year */
        if (*p->birth_words && !strstr(p->birth_words, "代")
            && decision_allows(&d, ITEM_IDENTITY))
            add_line(m, to, p->birth_on, p->birth_words,
                     show_person_name(c, m->facts, m->r, p->person_id), "生まれる",
                     "生まれ");
    }
    for (size_t i = 0; i < m->r->memberships.n; i++) {
        const struct sql_membership_list_row *s = &m->r->memberships.v[i];
        const char *name = show_person_name(c, m->facts, m->r, s->person_id);

        if (!picture_open(m, s->desk_id, s->post_id))
            continue;
        if (*s->from_words)
            add_line(m, to, s->from_on, s->from_words, name,
                     s->living == LIVING_APART ? "別に暮らしはじめる"
                                               : "いっしょに暮らしはじめる",
                     "暮らし");
        if (*s->until_words)
            add_line(m, to, s->until_on, s->until_words, name, "家を出る", "暮らし");
    }
    for (size_t i = 0; i < m->r->involvements.n; i++) {
        const struct sql_involvement_list_row *v = &m->r->involvements.v[i];

        if (*v->since_words && picture_open(m, v->desk_id, v->post_id))
            add_line(m, to, v->since_on, v->since_words,
                     show_person_name(c, m->facts, m->r, v->person_id),
                     arena_printf(c->mem, "%sが関わりはじめる", v->agency), "支援");
    }
}

static int
by_day(const void *a, const void *b)
{
    const struct line *x = a;
    const struct line *y = b;

    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return strcmp(x->view.what, y->view.what);
}

void
picture_years(const struct picturing *m, struct pictures_view *out)
{
    struct lines all = { .n = 0 };

    add_changes(m, &all);
    add_lives(m, &all);
    if (all.n)
        qsort(all.v, all.n, sizeof *all.v, by_day);
    for (size_t i = 0; i < all.n; i++)
        *VEC_PUSH(m->c->mem, &out->years) = all.v[i].view;
}
