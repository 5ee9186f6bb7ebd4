#include "desk_household.h"

#include "desk_people.h"

bool
desk_involvement_add(struct ctx *c,
                     struct case_id id,
                     const struct form_involvement *f,
                     struct outcome *out)
{
    const struct sql_involvement_add_in in = {
        .involvement_id = { id_new(c) },
        .case_id = id,
        .person_id = f->person,
        .agency = f->agency,
        .worker = f->worker,
        .field = f->field,
        .since_on = desk_about(c, f->since_words),
        .since_words = f->since_words,
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
        || !sql_involvement_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_people_done(c, id, in.involvement_id.id, 1, "involvement", "",
                            desk_form_text(c, &form_involvement_def, f),
                            "/people?said=involvement#a-", out);
}

static bool
load_involvement(struct ctx *c,
                 struct involvement_id id,
                 struct sql_involvement_one_row *v)
{
    struct people_records r;

    if (!sql_involvement_one(
            c,
            &(struct sql_involvement_one_in){
                .involvement_id = id, .subjects = desk_subjects(c), .now = c->now },
            v)
        || !desk_people_mendable(c, v->case_id, v->desk_id, v->post_id, &r))
        return false;
    return !v->dropped || refuse(c, ERR_MISSING, "taken back");
}

bool
desk_involvement_mend(struct ctx *c,
                      struct involvement_id id,
                      const struct form_involvement *f,
                      struct outcome *out)
{
    const struct sql_involvement_change_in in = {
        .involvement_id = id,
        .version = f->version,
        .agency = f->agency,
        .worker = f->worker,
        .field = f->field,
        .since_on = desk_about(c, f->since_words),
        .since_words = f->since_words,
        .until_on = desk_about(c, f->until_words),
        .until_words = f->until_words,
        .remark = f->remark,
        .dropped = f->dropped,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_involvement_one_row v;
    size_t n;

    if (!load_involvement(c, id, &v) || !sql_involvement_change_changed(c, &in, &n)
        || !desk_changed_one(c, n))
        return false;
    return desk_people_done(c, v.case_id, id.id, f->version + 1, "involvement",
                            f->dropped ? "取り消した" : "",
                            desk_form_text(c, &form_involvement_def, f),
                            "/people?said=mended_people#a-", out);
}

bool
desk_involvement_mend_show(struct ctx *c,
                           struct involvement_id id,
                           struct mend_view *out,
                           struct form_involvement *now)
{
    struct sql_involvement_one_row v;

    if (!load_involvement(c, id, &v))
        return false;
    *now = (struct form_involvement){
        .person = v.person_id,
        .agency = v.agency,
        .worker = v.worker,
        .field = v.field,
        .since_words = v.since_words,
        .until_words = v.until_words,
        .remark = v.remark,
        .version = v.version,
        .version_given = true,
    };
    return desk_people_mend_page(c, v.case_id, "関わっている機関", "involvements",
                                 id.id, v.version, "/people", out);
}
