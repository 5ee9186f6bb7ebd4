#include "desk_household.h"

#include "desk_people.h"

#include "../base/buf.h"
#include "../base/vec.h"

#include <string.h>

static const char *
codes_of(struct ctx *c, const struct form_codes *codes)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < codes->n; i++)
        buf_printf(&b, "%s%s", i ? " " : "", codes->v[i]);
    return buf_text(&b);
}

/* An end before its beginning is a slip; both must be known for that. */
static bool
check_span(struct ctx *c, const char *from, const char *until)
{
    const struct day a = desk_about(c, from);
    const struct day b = desk_about(c, until);

    return !day_known(a) || !day_known(b) || a.n <= b.n
           || refuse_field(c, "until_words",
                           "「いつまで」は、「いつから」よりあとにしてください。");
}

bool
desk_household_add(struct ctx *c,
                   struct case_id id,
                   const struct form_household *f,
                   struct outcome *out)
{
    const struct sql_household_add_in in = {
        .household_id = { id_new(c) },
        .case_id = id,
        .name = f->name,
        .types = codes_of(c, &f->types),
        .place = f->place,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = desk_about(c, f->until_words),
        .until_words = f->until_words,
        .strengths = f->strengths,
        .remark = f->remark,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct facts facts;
    size_t n;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_check_codes(c, &form_household_def, f)
        || !check_span(c, f->from_words, f->until_words)
        || !sql_household_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_people_done(c, id, in.household_id.id, 1, "household", "",
                            desk_form_text(c, &form_household_def, f),
                            "/people?said=household#h-", out);
}

static bool
load_household(struct ctx *c,
               struct household_id id,
               struct sql_household_one_row *h,
               bool *place)
{
    struct people_records r;
    struct facts facts;

    if (!sql_household_one(c,
                           &(struct sql_household_one_in){ .household_id = id,
                                                           .subjects = desk_subjects(c),
                                                           .now = c->now },
                           h)
        || !desk_people_mendable(c, h->case_id, h->desk_id, h->post_id, &r)
        || !store_facts_of_case(c, h->case_id, &facts))
        return false;
    facts.own = r.own;
    *place = show_place_open(&facts, &r, id);
    return true;
}

bool
desk_household_mend(struct ctx *c,
                    struct household_id id,
                    const struct form_household *f,
                    struct outcome *out)
{
    struct sql_household_change_in in = {
        .household_id = id,
        .version = f->version,
        .name = f->name,
        .types = codes_of(c, &f->types),
        .place = f->place,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = desk_about(c, f->until_words),
        .until_words = f->until_words,
        .strengths = f->strengths,
        .remark = f->remark,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_household_one_row h;
    bool place;
    size_t n;

    if (!load_household(c, id, &h, &place))
        return false;
    if (!place)
        in.place = h.place; /* what is closed stays as it is */
    if (!desk_check_codes(c, &form_household_def, f)
        || !check_span(c, f->from_words, f->until_words)
        || !sql_household_change_changed(c, &in, &n) || !desk_changed_one(c, n))
        return false;
    return desk_people_done(c, h.case_id, id.id, f->version + 1, "household", "",
                            desk_form_text(c, &form_household_def, f),
                            "/people?said=mended_people#h-", out);
}

bool
desk_household_mend_show(struct ctx *c,
                         struct household_id id,
                         struct mend_view *out,
                         struct form_household *now)
{
    struct sql_household_one_row h;
    const char *codes;
    bool place;

    if (!load_household(c, id, &h, &place))
        return false;
    *now = (struct form_household){
        .name = h.name,
        .place = place ? h.place : "",
        .from_words = h.from_words,
        .until_words = h.until_words,
        .strengths = h.strengths,
        .remark = h.remark,
        .version = h.version,
        .version_given = true,
    };
    for (codes = h.types; *codes; codes += strspn(codes, " ")) {
        const size_t len = strcspn(codes, " ");

        *VEC_PUSH(c->mem, &now->types) = arena_copy(c->mem, codes, len);
        codes += len;
    }
    return desk_people_mend_page(c, h.case_id, h.name, "households", id.id, h.version,
                                 "/people", out);
}

static bool
home_known(struct ctx *c, const struct people_records *r, struct household_id id)
{
    for (size_t i = 0; i < r->households.n; i++)
        if (id_same(r->households.v[i].household_id.id, id.id))
            return true;
    return refuse_field(c, "household", "このケースの世帯から選んでください。");
}

bool
desk_membership_add(struct ctx *c,
                    struct case_id id,
                    const struct form_membership *f,
                    struct outcome *out)
{
    const struct sql_membership_add_in in = {
        .membership_id = { id_new(c) },
        .case_id = id,
        .household_id = f->household,
        .person_id = f->person,
        .living = f->living,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = desk_about(c, f->until_words),
        .until_words = f->until_words,
        .remark = f->remark,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct people_records r;
    struct facts facts;
    size_t n;

    if (!desk_people_load(c, id, &facts, &r) || !home_known(c, &r, f->household)
        || !desk_person_known(c, &r, f->person, "person")
        || !check_span(c, f->from_words, f->until_words)
        || !sql_membership_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_people_done(c, id, in.membership_id.id, 1, "membership", "",
                            desk_form_text(c, &form_membership_def, f),
                            "/people?said=membership#m-", out);
}

static bool
load_membership(struct ctx *c,
                struct membership_id id,
                struct sql_membership_one_row *m)
{
    struct people_records r;

    if (!sql_membership_one(
            c,
            &(struct sql_membership_one_in){
                .membership_id = id, .subjects = desk_subjects(c), .now = c->now },
            m)
        || !desk_people_mendable(c, m->case_id, m->desk_id, m->post_id, &r))
        return false;
    return !m->dropped || refuse(c, ERR_MISSING, "taken back");
}

bool
desk_membership_mend(struct ctx *c,
                     struct membership_id id,
                     const struct form_membership *f,
                     struct outcome *out)
{
    const struct sql_membership_change_in in = {
        .membership_id = id,
        .version = f->version,
        .living = f->living,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = desk_about(c, f->until_words),
        .until_words = f->until_words,
        .remark = f->remark,
        .dropped = f->dropped,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_membership_one_row m;
    size_t n;

    if (!load_membership(c, id, &m) || !check_span(c, f->from_words, f->until_words)
        || !sql_membership_change_changed(c, &in, &n) || !desk_changed_one(c, n))
        return false;
    return desk_people_done(c, m.case_id, id.id, f->version + 1, "membership",
                            f->dropped ? "取り消した" : "",
                            desk_form_text(c, &form_membership_def, f),
                            "/people?said=mended_people#m-", out);
}

bool
desk_membership_mend_show(struct ctx *c,
                          struct membership_id id,
                          struct mend_view *out,
                          struct form_membership *now)
{
    struct sql_membership_one_row m;

    if (!load_membership(c, id, &m))
        return false;
    *now = (struct form_membership){
        .household = m.household_id,
        .person = m.person_id,
        .living = m.living,
        .from_words = m.from_words,
        .until_words = m.until_words,
        .remark = m.remark,
        .version = m.version,
        .version_given = true,
    };
    return desk_people_mend_page(c, m.case_id, "世帯にいた期間", "memberships", id.id,
                                 m.version, "/people", out);
}

bool
desk_relation_add(struct ctx *c,
                  struct case_id id,
                  const struct form_relation *f,
                  struct outcome *out)
{
    const struct sql_relation_add_in in = {
        .relation_id = { id_new(c) },
        .case_id = id,
        .person_id = f->person,
        .other_id = f->other,
        .kind = f->kind,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = desk_about(c, f->until_words),
        .until_words = f->until_words,
        .remark = f->remark,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct people_records r;
    struct facts facts;
    size_t n;

    if (!desk_people_load(c, id, &facts, &r)
        || !desk_person_known(c, &r, f->person, "person")
        || !desk_person_known(c, &r, f->other, "other"))
        return false;
    if (id_same(f->person.id, f->other.id))
        return refuse_field(c, "other", "ちがう2人を選んでください。");
    if (!check_span(c, f->from_words, f->until_words)
        || !sql_relation_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_people_done(c, id, in.relation_id.id, 1, "relation", "",
                            desk_form_text(c, &form_relation_def, f),
                            "/people?said=relation#r-", out);
}

static bool
load_relation(struct ctx *c, struct relation_id id, struct sql_relation_one_row *t)
{
    struct people_records r;

    if (!sql_relation_one(c,
                          &(struct sql_relation_one_in){ .relation_id = id,
                                                         .subjects = desk_subjects(c),
                                                         .now = c->now },
                          t)
        || !desk_people_mendable(c, t->case_id, t->desk_id, t->post_id, &r))
        return false;
    return !t->dropped || refuse(c, ERR_MISSING, "taken back");
}

bool
desk_relation_mend(struct ctx *c,
                   struct relation_id id,
                   const struct form_relation *f,
                   struct outcome *out)
{
    const struct sql_relation_change_in in = {
        .relation_id = id,
        .version = f->version,
        .kind = f->kind,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = desk_about(c, f->until_words),
        .until_words = f->until_words,
        .remark = f->remark,
        .dropped = f->dropped,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_relation_one_row t;
    size_t n;

    if (!load_relation(c, id, &t) || !check_span(c, f->from_words, f->until_words)
        || !sql_relation_change_changed(c, &in, &n) || !desk_changed_one(c, n))
        return false;
    return desk_people_done(
        c, t.case_id, id.id, f->version + 1, "relation", f->dropped ? "取り消した" : "",
        desk_form_text(c, &form_relation_def, f), "/people?said=mended_people#r-", out);
}

bool
desk_relation_mend_show(struct ctx *c,
                        struct relation_id id,
                        struct mend_view *out,
                        struct form_relation *now)
{
    struct sql_relation_one_row t;

    if (!load_relation(c, id, &t))
        return false;
    *now = (struct form_relation){
        .person = t.person_id,
        .other = t.other_id,
        .kind = t.kind,
        .from_words = t.from_words,
        .until_words = t.until_words,
        .remark = t.remark,
        .version = t.version,
        .version_given = true,
    };
    return desk_people_mend_page(c, t.case_id, "人と人の関係", "relations", id.id,
                                 t.version, "/people", out);
}
