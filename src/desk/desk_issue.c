#include "desk_household.h"

#include "desk_people.h"

/* Where it stands and its day of being resolved go together. */
static struct day
resolved_on(struct ctx *c, enum issue_state state, struct day was)
{
    if (state != ISSUE_STATE_RESOLVED)
        return (struct day){ DAY_NONE };
    return day_known(was) ? was : day_of(c->now);
}

static bool
check_issue(struct ctx *c, const struct people_records *r, const struct form_issue *f)
{
    bool good = desk_check_codes(c, &form_issue_def, f);

    if (*f->gap_kind && !f->gap)
        good = refuse_field(
            c, "gap",
            "「何が足りないか」を選ぶときは、「いまの制度では応えられない」にも"
            "しるしをつけてください。");
    return (id_none(f->person.id) || desk_person_known(c, r, f->person, "person"))
           && good;
}

bool
desk_issue_add(struct ctx *c,
               struct case_id id,
               const struct form_issue *f,
               struct outcome *out)
{
    const enum issue_state state = f->state ? f->state : ISSUE_STATE_OPEN;
    const struct sql_issue_add_in in = {
        .issue_id = { id_new(c) },
        .case_id = id,
        .person_id = f->person,
        .code = f->code,
        .severity = f->severity ? f->severity : ISSUE_SEVERITY_UNKNOWN,
        .state = state,
        .priority = f->priority,
        .priority_given = f->priority_given,
        .gap = f->gap,
        .gap_kind = f->gap_kind,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = resolved_on(c, state, (struct day){ DAY_NONE }),
        .words = f->words,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct people_records r;
    struct facts facts;
    size_t n;

    if (!desk_people_load(c, id, &facts, &r) || !check_issue(c, &r, f)
        || !sql_issue_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_people_done(c, id, in.issue_id.id, 1, "issue", "",
                            desk_form_text(c, &form_issue_def, f),
                            "/issues?said=issue#i-", out);
}

static bool
load_issue(struct ctx *c,
           struct issue_id id,
           struct sql_issue_one_row *row,
           struct people_records *r)
{
    return sql_issue_one(c,
                         &(struct sql_issue_one_in){ .issue_id = id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                         row)
           && desk_people_mendable(c, row->case_id, row->desk_id, row->post_id, r);
}

bool
desk_issue_mend(struct ctx *c,
                struct issue_id id,
                const struct form_issue *f,
                struct outcome *out)
{
    struct sql_issue_one_row row;
    struct people_records r;
    struct sql_issue_change_in in;
    size_t n;

    if (!load_issue(c, id, &row, &r) || !check_issue(c, &r, f))
        return false;
    in = (struct sql_issue_change_in){
        .issue_id = id,
        .version = f->version,
        .person_id = f->person,
        .code = f->code,
        .severity = f->severity ? f->severity : ISSUE_SEVERITY_UNKNOWN,
        .state = f->state ? f->state : ISSUE_STATE_OPEN,
        .priority = f->priority,
        .priority_given = f->priority_given,
        .gap = f->gap,
        .gap_kind = f->gap_kind,
        .from_on = desk_about(c, f->from_words),
        .from_words = f->from_words,
        .until_on = resolved_on(c, f->state, row.until_on),
        .words = f->words,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    if (!sql_issue_change_changed(c, &in, &n) || !desk_changed_one(c, n))
        return false;
    return desk_people_done(c, row.case_id, id.id, f->version + 1, "issue", "",
                            desk_form_text(c, &form_issue_def, f),
                            "/issues?said=issue_mended#i-", out);
}

bool
desk_issue_mend_show(struct ctx *c,
                     struct issue_id id,
                     struct mend_view *out,
                     struct form_issue *now)
{
    struct sql_issue_one_row row;
    struct people_records r;

    if (!load_issue(c, id, &row, &r))
        return false;
    *now = (struct form_issue){
        .person = row.person_id,
        .code = row.code,
        .severity = row.severity,
        .priority = row.priority,
        .priority_given = row.priority_given,
        .state = row.state,
        .from_words = row.from_words,
        .words = row.words,
        .gap = row.gap,
        .gap_kind = row.gap_kind,
        .version = row.version,
        .version_given = true,
    };
    return desk_people_mend_page(c, row.case_id, "課題を直す", "issues", id.id,
                                 row.version, "/issues", out);
}

bool
desk_situation_add(struct ctx *c,
                   struct case_id id,
                   const struct form_situation *f,
                   struct outcome *out)
{
    const struct sql_situation_add_in in = {
        .situation_id = { id_new(c) },
        .case_id = id,
        .person_id = f->person,
        .happened_on = desk_about(c, f->happened_words),
        .happened_words = f->happened_words,
        .words = f->words,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct people_records r;
    struct facts facts;
    size_t n;

    if (!desk_people_load(c, id, &facts, &r)
        || (!id_none(f->person.id) && !desk_person_known(c, &r, f->person, "person"))
        || !sql_situation_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_people_done(c, id, in.situation_id.id, 1, "situation", "",
                            desk_form_text(c, &form_situation_def, f),
                            "/issues?said=situation#s-", out);
}

static bool
load_situation(struct ctx *c,
               struct situation_id id,
               struct sql_situation_one_row *row,
               struct people_records *r)
{
    return sql_situation_one(
               c,
               &(struct sql_situation_one_in){
                   .situation_id = id, .subjects = desk_subjects(c), .now = c->now },
               row)
           && desk_people_mendable(c, row->case_id, row->desk_id, row->post_id, r)
           && (!row->dropped || refuse(c, ERR_MISSING, "taken back"));
}

bool
desk_situation_mend(struct ctx *c,
                    struct situation_id id,
                    const struct form_situation *f,
                    struct outcome *out)
{
    const struct sql_situation_change_in in = {
        .situation_id = id,
        .version = f->version,
        .person_id = f->person,
        .happened_on = desk_about(c, f->happened_words),
        .happened_words = f->happened_words,
        .words = f->words,
        .dropped = f->dropped,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_situation_one_row row;
    struct people_records r;
    size_t n;

    if (!load_situation(c, id, &row, &r)
        || (!id_none(f->person.id) && !desk_person_known(c, &r, f->person, "person"))
        || !sql_situation_change_changed(c, &in, &n) || !desk_changed_one(c, n))
        return false;
    return desk_people_done(c, row.case_id, id.id, f->version + 1, "situation",
                            f->dropped ? "取り消した" : "",
                            desk_form_text(c, &form_situation_def, f),
                            "/issues?said=situation_mended#s-", out);
}

bool
desk_situation_mend_show(struct ctx *c,
                         struct situation_id id,
                         struct mend_view *out,
                         struct form_situation *now)
{
    struct sql_situation_one_row row;
    struct people_records r;

    if (!load_situation(c, id, &row, &r))
        return false;
    *now = (struct form_situation){
        .happened_words = row.happened_words,
        .person = row.person_id,
        .words = row.words,
        .version = row.version,
        .version_given = true,
    };
    return desk_people_mend_page(c, row.case_id, "できごとを直す", "situations", id.id,
                                 row.version, "/issues", out);
}
