#include "care_sign.h"

#include "../base/vec.h"

enum { CHILD = 18, YOUNG = 30, GROWN = 20 };

static void
add(struct arena *mem,
    struct care_sign_list *out,
    enum care_sign_kind kind,
    size_t person,
    size_t other)
{
    for (size_t i = 0; i < out->n; i++)
        if (out->v[i].kind == kind && out->v[i].person == person)
            return;
    *VEC_PUSH(mem, out) =
        (struct care_sign){ .kind = kind, .person = person, .other = other };
}

static bool
is_parent(enum relation_kind kind)
{
    return kind == RELATION_KIND_PARENT || kind == RELATION_KIND_ADOPTIVE_PARENT;
}

static void
look_at_parent(struct arena *mem,
               const struct care_person *people,
               const struct care_tie *t,
               struct care_sign_list *out)
{
    const struct care_person *parent = &people[t->person];
    const struct care_person *child = &people[t->other];

    if (!parent->together || !child->together)
        return;
    if (parent->age >= 85 && child->age >= 55)
        add(mem, out, CARE_SIGN_9060, t->other, t->person);
    else if (parent->age >= 75 && child->age >= 45)
        add(mem, out, CARE_SIGN_8050, t->other, t->person);
}

/* Whether the one is cared for by a carer: told so, or a child of theirs under age. */
static bool
cares_for_child(const struct care_person *people,
                const struct care_tie *t,
                size_t carer)
{
    return t->person == carer && people[t->other].age >= 0
           && people[t->other].age < CHILD
           && (t->kind == RELATION_KIND_CARES_FOR || is_parent(t->kind));
}

static void
look_at_carer(struct arena *mem,
              const struct care_person *people,
              const struct care_tie *ties,
              size_t n_ties,
              const struct care_tie *t,
              struct care_sign_list *out)
{
    const int age = people[t->person].age;
    const int other = people[t->other].age;

    if (age >= 0 && age < YOUNG && (other < 0 || other >= GROWN || age < CHILD))
        add(mem, out, CARE_SIGN_YOUNG_CARER, t->person, t->other);
    if (other < CHILD || age < CHILD)
        return;
    for (size_t i = 0; i < n_ties; i++)
        if (cares_for_child(people, &ties[i], t->person))
            add(mem, out, CARE_SIGN_DOUBLE_CARE, t->person, t->person);
}

struct care_sign_list
care_signs(struct arena *mem,
           const struct care_person *people,
           size_t n_people,
           const struct care_tie *ties,
           size_t n_ties)
{
    struct care_sign_list out = { 0 };

    for (size_t p = 0; p < n_people; p++)
        for (size_t i = 0; i < n_ties; i++) {
            const struct care_tie *t = &ties[i];

            if (is_parent(t->kind) && t->other == p)
                look_at_parent(mem, people, t, &out);
            if (t->kind == RELATION_KIND_CARES_FOR && t->person == p)
                look_at_carer(mem, people, ties, n_ties, t, &out);
        }
    return out;
}

const char *
care_sign_label(enum care_sign_kind kind)
{
    switch (kind) {
    case CARE_SIGN_8050:
        return "8050";
    case CARE_SIGN_9060:
        return "9060";
    case CARE_SIGN_YOUNG_CARER:
        return "ヤングケアラー";
    case CARE_SIGN_DOUBLE_CARE:
        return "ダブルケア";
    }
    return "";
}

const char *
care_sign_issue(enum care_sign_kind kind)
{
    switch (kind) {
    case CARE_SIGN_8050:
    case CARE_SIGN_9060:
        return "J06";
    case CARE_SIGN_YOUNG_CARER:
        return "J04";
    case CARE_SIGN_DOUBLE_CARE:
        return "J05";
    }
    return "";
}
