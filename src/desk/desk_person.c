#include "desk_household.h"

#include "desk_people.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/about_day.h"
#include "../domain/search_key.h"

#include <string.h>

static enum person_known
known_of(const struct form_person *f)
{
    if (!*f->name)
        return *f->place || *f->birth || f->age_given || *f->kinship
                   ? PERSON_KNOWN_PARTLY
                   : PERSON_KNOWN_ANONYMOUS;
    return strpbrk(f->name, " ") || *f->kana ? PERSON_KNOWN_NAMED : PERSON_KNOWN_PARTLY;
}

static const char *
codes_of(struct ctx *c, const struct form_codes *codes)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < codes->n; i++)
        buf_printf(&b, "%s%s", i ? " " : "", codes->v[i]);
    return buf_text(&b);
}

static struct sql_person_change_in
change_of(struct ctx *c,
          struct person_id id,
          int64_t version,
          const struct form_person *f)
{
    const struct search_person key = {
        .name = f->name, .kana = f->kana, .place = f->place, .others = f->other_names
    };

    return (struct sql_person_change_in){
        .person_id = id,
        .version = version,
        .known = known_of(f),
        .name = f->name,
        .kana = f->kana,
        .age = f->age,
        .age_given = f->age_given,
        .place = f->place,
        .gender = f->gender,
        .birth_on = about_birth_read(c->mem, f->birth, day_of(c->now)).first,
        .birth_words = f->birth,
        .other_names = f->other_names,
        .kinship = f->kinship,
        .phone = f->phone,
        .met = f->met,
        .attributes = codes_of(c, &f->attributes),
        .durations = f->durations,
        .strengths = f->strengths,
        .search_text = search_key_text(c->mem, &key),
        .subjects = desk_subjects(c),
        .now = c->now,
    };
}

/* A birth may be anything said; only one that lies ahead is a slip. */
static bool
check_person(struct ctx *c, const struct form_person *f)
{
    bool good = desk_check_codes(c, &form_person_def, f);

    if (about_birth_read(c->mem, f->birth, day_of(c->now)).first.n > day_of(c->now).n)
        good = refuse_field(c, "birth",
                            "「生まれた日」は、きょうまでの日にしてください。");
    return good;
}

bool
desk_person_add(struct ctx *c,
                struct case_id id,
                const struct form_person *f,
                struct outcome *out)
{
    const struct sql_person_enter_in in = {
        .person_id = { id_new(c) },
        .case_id = id,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_person_change_in change;
    struct facts facts;
    size_t n;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !check_person(c, f) || !sql_person_enter_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    change = change_of(c, in.person_id, 0, f);
    if (!sql_person_change_changed(c, &change, &n) || !desk_changed_one(c, n))
        return false;
    return desk_people_done(c, id, in.person_id.id, 1, "person", f->why,
                            desk_form_text(c, &form_person_def, f),
                            "/people?said=person#p-", out);
}

static void
read_codes(struct ctx *c, const char *text, struct form_codes *out)
{
    *out = (struct form_codes){ 0 };
    while (*text) {
        const size_t n = strcspn(text, " ");

        *VEC_PUSH(c->mem, out) = arena_copy(c->mem, text, n);
        text += n + (text[n] == ' ');
    }
}

static struct form_person
form_of(struct ctx *c, const struct sql_person_one_row *p)
{
    struct form_person f = {
        .name = p->name,
        .kana = p->kana,
        .other_names = p->other_names,
        .kinship = p->kinship,
        .gender = p->gender,
        .birth = p->birth_words,
        .age = p->age,
        .age_given = p->age_given,
        .place = p->place,
        .phone = p->phone,
        .met = p->met,
        .durations = p->durations,
        .strengths = p->strengths,
        .why = "",
        .version = p->version,
        .version_given = true,
    };

    read_codes(c, p->attributes, &f.attributes);
    return f;
}

/* A person's row with what the viewer may read of it; who may not see the name finds none. */
static bool
load_person(struct ctx *c,
            struct person_id id,
            struct sql_person_one_row *p,
            bool *contact,
            bool *welfare)
{
    struct people_records r;
    struct facts facts;
    struct decision line;
    struct decision record;

    if (!sql_person_one(c,
                        &(struct sql_person_one_in){ .person_id = id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                        p)
        || !desk_people_load(c, p->case_id, &facts, &r))
        return false;
    if (!id_none(p->merged_into.id))
        return refuse(c, ERR_MISSING, "merged into another");
    line = show_person_line(c, show_facts_of(&facts, &r, id), r.own, p->desk_id,
                            p->post_id);
    record = show_person_record(c, show_facts_of(&facts, &r, id), r.own, p->desk_id,
                                p->post_id);
    if (!decision_allows(&line, ITEM_IDENTITY))
        return refuse(c, ERR_DENIED, "somebody whose name is closed");
    *contact = decision_allows(&line, ITEM_CONTACT);
    *welfare = decision_allows(&record, ITEM_WELFARE);
    return true;
}

/* What is closed to the viewer stays as it is, whatever was sent. */
static void
keep_closed(struct form_person *f,
            const struct form_person *was,
            bool contact,
            bool welfare)
{
    if (!contact) {
        f->place = was->place;
        f->phone = was->phone;
    }
    if (!welfare) {
        f->attributes = was->attributes;
        f->durations = was->durations;
        f->strengths = was->strengths;
    }
}

bool
desk_person_mend(struct ctx *c,
                 struct person_id id,
                 const struct form_person *typed,
                 struct outcome *out)
{
    struct form_person f = *typed;
    struct form_person was;
    struct sql_person_one_row p;
    struct sql_person_change_in change;
    bool contact;
    bool welfare;
    size_t n;

    if (!load_person(c, id, &p, &contact, &welfare))
        return false;
    was = form_of(c, &p);
    keep_closed(&f, &was, contact, welfare);
    if (!check_person(c, &f))
        return false;
    change = change_of(c, id, f.version, &f);
    if (!sql_person_change_changed(c, &change, &n) || !desk_changed_one(c, n))
        return false;
    return desk_people_done(c, p.case_id, id.id, f.version + 1, "person", f.why,
                            desk_form_text(c, &form_person_def, &f),
                            "/people?said=person_mended#p-", out);
}

bool
desk_person_mend_show(struct ctx *c,
                      struct person_id id,
                      struct mend_view *out,
                      struct form_person *now)
{
    struct sql_person_one_row p;
    bool contact;
    bool welfare;

    if (!load_person(c, id, &p, &contact, &welfare))
        return false;
    *now = form_of(c, &p);
    if (!contact)
        now->place = now->phone = "";
    if (!welfare) {
        now->attributes = (struct form_codes){ 0 };
        now->durations = now->strengths = "";
    }
    return desk_people_mend_page(c, p.case_id,
                                 *p.name ? arena_printf(c->mem, "%sさん", p.name)
                                         : person_known_label(p.known),
                                 "people", id.id, p.version, "/people", out)
           && policy_show_mend_parts(out, contact, welfare);
}
