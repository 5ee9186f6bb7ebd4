#include "desk_childcare.h"

#include "desk_case_head.h"
#include "desk_people.h"

#include "../domain/duty_rule.h"
#include "../policy/show_childcare.h"
#include "../policy/shown.h"

/* The viewer is a centre that reaches the case; everybody else finds nothing. */
static bool
load(struct ctx *c, struct case_id id, struct facts *facts, struct childcare_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_pregnancy_list_in pregnancies = { id, who, c->now };
    const struct sql_newborn_list_in newborns = { id, who, c->now };

    *r = (struct childcare_records){ .pregnancies = { 0 } };
    return desk_allow(c, id, ACT_WRITE, ITEM_CHILDCARE, OWN_SELF, facts)
           && desk_people_load(c, id, facts, &r->people)
           && sql_pregnancy_list(c, &pregnancies, &r->pregnancies)
           && sql_newborn_list(c, &newborns, &r->newborns);
}

bool
desk_childcare(struct ctx *c, struct case_id id, struct childcare_view *out)
{
    struct childcare_records r;
    struct facts facts;

    return load(c, id, &facts, &r) && policy_show_childcare(c, &facts, &r, out)
           && desk_case_head(c, id, CASE_TAB_CHILDCARE, &out->head);
}

/* One pregnancy with its case, for who may write there. */
static bool
load_one(struct ctx *c,
         struct pregnancy_id id,
         struct sql_pregnancy_one_row *p,
         struct facts *facts,
         struct childcare_records *r)
{
    const struct sql_pregnancy_one_in in = { id, desk_subjects(c), c->now };

    return sql_pregnancy_one(c, &in, p) && load(c, p->case_id, facts, r);
}

static bool
load_child(struct ctx *c,
           struct newborn_id id,
           struct sql_newborn_one_row *n,
           struct facts *facts,
           struct childcare_records *r)
{
    const struct sql_newborn_one_in in = { id, desk_subjects(c), c->now };

    return sql_newborn_one(c, &in, n) && load(c, n->case_id, facts, r)
           && (!n->dropped || refuse(c, ERR_MISSING, "taken back"));
}

bool
desk_pregnancy_show(struct ctx *c,
                    struct pregnancy_id id,
                    struct pregnancy_page_view *out,
                    struct form_pregnancy_mend *now)
{
    struct sql_childcare_versions_rows history = { 0 };
    struct sql_pregnancy_one_row p;
    struct childcare_records r;
    struct facts facts;

    if (!load_one(c, id, &p, &facts, &r)
        || !sql_childcare_versions(
            c, &(struct sql_childcare_versions_in){ id, desk_subjects(c), c->now },
            &history)
        || !policy_show_pregnancy(c, &facts, &r, id, &history, out))
        return false;
    *now = (struct form_pregnancy_mend){
        .expected_on = p.expected_on,
        .notified_on = p.notified_on,
        .remark = p.remark,
        .support = p.support,
        .why = "",
        .version = p.version,
        .version_given = true,
    };
    return desk_case_head(c, p.case_id, CASE_TAB_CHILDCARE, &out->head);
}

bool
desk_newborn_show(struct ctx *c,
                  struct newborn_id id,
                  struct newborn_page_view *out,
                  struct form_newborn *now)
{
    struct sql_newborn_one_row n;
    struct childcare_records r;
    struct facts facts;

    if (!load_child(c, id, &n, &facts, &r)
        || !policy_show_newborn(c, &facts, &r, id, out))
        return false;
    *now = (struct form_newborn){
        .born_on = n.born_on,
        .name = n.name,
        .kana = n.kana,
        .gender = n.gender,
        .remark = n.remark,
        .known = !id_none(n.person_id.id),
        .why = "",
        .version = n.version,
        .version_given = true,
    };
    return desk_case_head(c, n.case_id, CASE_TAB_CHILDCARE, &out->head);
}

static bool
keep(struct ctx *c,
     struct case_id id,
     struct pregnancy_id of,
     struct id record,
     int64_t version,
     const char *why,
     const char *body)
{
    return sql_childcare_version_add(
        c, &(struct sql_childcare_version_add_in){ .record_id = record,
                                                   .version = version,
                                                   .case_id = id,
                                                   .pregnancy_id = of,
                                                   .post_id = c->viewer->post,
                                                   .now = c->now,
                                                   .why = why,
                                                   .body = body });
}

/* Nothing of it is touched that other desks see: no event, no line, no date of the case. */
static bool
done(struct ctx *c,
     struct case_id id,
     struct pregnancy_id of,
     struct id made,
     const char *said,
     struct outcome *out)
{
    shown_note(c, SHOWN_CASE, id.id,
               ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_CHILDCARE),
               GROUND_BIT(GROUND_CENTER));
    out->id = made;
    out->place =
        arena_printf(c->mem, "/pregnancies/%s?said=%s&at=%s", of.id.s, said, made.s);
    return true;
}

/* The expected day, on the work list of the centre; whoever of it comes first. */
static bool
put_due(struct ctx *c,
        struct case_id id,
        struct pregnancy_id of,
        struct desk_id desk,
        bool going,
        struct day expected)
{
    if (!going || !day_known(expected))
        return desk_clear_duty(c, DUTY_CHILDBIRTH, of.id);
    return desk_put_duty(c, id, DUTY_CHILDBIRTH, of.id, desk,
                         (struct post_id){ { "" } }, expected);
}

/* A notice lies behind; a birth is expected within a year of today. */
static bool
check_days(struct ctx *c, struct day notified, struct day expected)
{
    const struct day today = day_of(c->now);
    bool good = true;

    if (day_known(notified) && notified.n > today.n)
        good = refuse_field(c, "notified_on",
                            "「妊娠の届け出の日」は、きょうまでの日にしてください。");
    if (day_known(expected) && expected.n > today.n + 366)
        good = refuse_field(c, "expected_on",
                            "「出産予定日」は、1年より先にはなりません。");
    return good;
}

bool
desk_pregnancy_add(struct ctx *c,
                   struct case_id id,
                   const struct form_pregnancy *f,
                   struct outcome *out)
{
    const struct sql_pregnancy_add_in in = {
        .pregnancy_id = { id_new(c) },
        .case_id = id,
        .person_id = f->person,
        .expected_on = f->expected_on,
        .notified_on = f->notified_on,
        .remark = f->remark,
        .support = f->support,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct form_pregnancy said = *f;
    struct childcare_records r;
    struct facts facts;
    size_t n;

    said.person = (struct person_id){ { "" } }; /* an id says nothing to who reads it */
    if (!load(c, id, &facts, &r)
        || !desk_person_known(c, &r.people, f->person, "person")
        || !check_days(c, f->notified_on, f->expected_on))
        return false;
    for (size_t i = 0; i < r.pregnancies.n; i++)
        if (r.pregnancies.v[i].state == PREGNANCY_STATE_GOING
            && id_same(r.pregnancies.v[i].person_id.id, f->person.id))
            return refuse_field(c, "person",
                                "この人の妊娠は、もう書かれています。下の記録を直して"
                                "ください。");
    if (!sql_pregnancy_add_changed(c, &in, &n))
        return false;
    if (n != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return put_due(c, id, in.pregnancy_id, in.desk_id, true, f->expected_on)
           && keep(c, id, in.pregnancy_id, in.pregnancy_id.id, 1, "",
                   desk_form_text(c, &form_pregnancy_def, &said))
           && done(c, id, in.pregnancy_id, in.pregnancy_id.id, "pregnancy", out);
}

static struct sql_pregnancy_change_in
change_of(struct ctx *c,
          struct pregnancy_id id,
          const struct sql_pregnancy_one_row *p,
          int64_t version)
{
    return (struct sql_pregnancy_change_in){
        .pregnancy_id = id,
        .version = version,
        .state = p->state,
        .expected_on = p->expected_on,
        .notified_on = p->notified_on,
        .ended_on = p->ended_on,
        .reason = p->reason,
        .remark = p->remark,
        .support = p->support,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
}

/* Writes it, with its line on the work list and what stood there. */
static bool
change(struct ctx *c,
       const struct sql_pregnancy_change_in *in,
       const struct sql_pregnancy_one_row *p,
       const char *why,
       const char *body)
{
    size_t n;

    return sql_pregnancy_change_changed(c, in, &n) && desk_changed_one(c, n)
           && put_due(c, p->case_id, in->pregnancy_id, p->desk_id,
                      in->state == PREGNANCY_STATE_GOING, in->expected_on)
           && keep(c, p->case_id, in->pregnancy_id, in->pregnancy_id.id,
                   in->version + 1, why, body);
}

bool
desk_pregnancy_mend(struct ctx *c,
                    struct pregnancy_id id,
                    const struct form_pregnancy_mend *f,
                    struct outcome *out)
{
    struct sql_pregnancy_change_in in;
    struct sql_pregnancy_one_row p;
    struct childcare_records r;
    struct facts facts;

    if (!load_one(c, id, &p, &facts, &r)
        || !check_days(c, f->notified_on, f->expected_on))
        return false;
    in = change_of(c, id, &p, f->version);
    in.expected_on = f->expected_on;
    in.notified_on = f->notified_on;
    in.remark = f->remark;
    in.support = f->support;
    return change(c, &in, &p, f->why, desk_form_text(c, &form_pregnancy_mend_def, f))
           && done(c, p.case_id, id, id.id, "pregnancy_mended", out);
}

/* The household must be one of the mother's. */
static bool
check_home(struct ctx *c,
           const struct people_records *r,
           struct person_id mother,
           struct household_id home)
{
    for (size_t i = 0; i < r->memberships.n; i++)
        if (id_same(r->memberships.v[i].person_id.id, mother.id)
            && id_same(r->memberships.v[i].household_id.id, home.id))
            return true;
    return refuse_field(c, "household",
                        "お母さんのいる世帯を選んでください。まだなければ、"
                        "「世帯と人」で先に書きます。");
}

static bool
check_birth(struct ctx *c, struct day born)
{
    return born.n <= day_of(c->now).n
           || refuse_field(c, "born_on",
                           "「生まれた日」は、きょうまでの日にしてください。");
}

/* The child as everybody knows it: a person, in the household, the mother's child. */
static bool
tell(struct ctx *c,
     struct case_id id,
     struct person_id mother,
     struct household_id home,
     const struct form_newborn *child,
     struct person_id *out)
{
    struct form_person f;
    struct form_membership time;
    struct form_relation tie;
    struct outcome made = { 0 };
    const char *born = day_ja(c->mem, child->born_on);

    form_clear(&form_person_def, &f);
    form_clear(&form_membership_def, &time);
    form_clear(&form_relation_def, &tie);
    f.name = child->name;
    f.kana = child->kana;
    f.gender = child->gender;
    f.birth = born;
    if (!desk_person_add(c, id, &f, &made))
        return false;
    *out = (struct person_id){ made.id };
    time.household = home;
    time.person = *out;
    time.living = LIVING_TOGETHER;
    time.from_words = born;
    tie.person = mother;
    tie.other = *out;
    tie.kind = RELATION_KIND_PARENT;
    return desk_membership_add(c, id, &time, &made)
           && desk_relation_add(c, id, &tie, &made);
}

static bool
change_child(struct ctx *c,
             struct newborn_id id,
             const struct form_newborn *f,
             struct person_id person,
             int64_t version)
{
    const struct sql_newborn_change_in in = {
        .newborn_id = id,
        .version = version,
        .person_id = person,
        .name = f->name,
        .kana = f->kana,
        .gender = f->gender,
        .born_on = f->born_on,
        .remark = f->remark,
        .dropped = f->dropped,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    size_t n;

    return sql_newborn_change_changed(c, &in, &n) && desk_changed_one(c, n);
}

/* Writes the child, and lets others know if that is wished. */
static bool
add_child(struct ctx *c,
          struct pregnancy_id of,
          const struct sql_pregnancy_one_row *p,
          const struct form_birth *f,
          struct newborn_id *made)
{
    const struct sql_newborn_add_in in = {
        .newborn_id = { id_new(c) },
        .pregnancy_id = of,
        .household_id = f->household,
        .name = f->name,
        .kana = f->kana,
        .gender = f->gender,
        .born_on = f->born_on,
        .remark = f->remark,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    const struct form_newborn child = {
        .born_on = f->born_on,
        .name = f->name,
        .kana = f->kana,
        .gender = f->gender,
        .remark = f->remark,
    };
    struct form_birth said = *f;
    struct person_id person;
    size_t n;

    said.household = (struct household_id){ { "" } };
    *made = in.newborn_id;
    if (!sql_newborn_add_changed(c, &in, &n) || !desk_changed_one(c, n)
        || !keep(c, p->case_id, of, made->id, 1, "生まれた",
                 desk_form_text(c, &form_birth_def, &said)))
        return false;
    if (!f->known)
        return true;
    return tell(c, p->case_id, p->person_id, f->household, &child, &person)
           && change_child(c, *made, &child, person, 1)
           && keep(c, p->case_id, of, made->id, 2, "ほかの窓口にも見せた",
                   desk_form_text(c, &form_newborn_def, &child));
}

bool
desk_pregnancy_birth(struct ctx *c,
                     struct pregnancy_id id,
                     const struct form_birth *f,
                     struct outcome *out)
{
    struct sql_pregnancy_change_in in;
    struct sql_pregnancy_one_row p;
    struct childcare_records r;
    struct newborn_id made;
    struct facts facts;

    if (!load_one(c, id, &p, &facts, &r)
        || !check_home(c, &r.people, p.person_id, f->household)
        || !check_birth(c, f->born_on) || !desk_check_codes(c, &form_birth_def, f))
        return false;
    if (p.state == PREGNANCY_STATE_ENDED)
        return refuse(c, ERR_RULE,
                      "この記録は、閉じています。先に妊娠中へもどします。");
    in = change_of(c, id, &p, f->version);
    in.state = PREGNANCY_STATE_BORN;
    if (!p.children)
        in.ended_on = f->born_on;
    return change(c, &in, &p, "生まれた", day_ja(c->mem, f->born_on))
           && add_child(c, id, &p, f, &made)
           && done(c, p.case_id, id, made.id, "born", out);
}

bool
desk_pregnancy_end(struct ctx *c,
                   struct pregnancy_id id,
                   const struct form_pregnancy_end *f,
                   struct outcome *out)
{
    struct sql_pregnancy_change_in in;
    struct sql_pregnancy_one_row p;
    struct childcare_records r;
    struct facts facts;

    if (!load_one(c, id, &p, &facts, &r))
        return false;
    if (p.state != PREGNANCY_STATE_GOING)
        return refuse(c, ERR_RULE, "この記録は、もう閉じています。");
    if (f->ended_on.n > day_of(c->now).n)
        return refuse_field(c, "ended_on",
                            "「その日」は、きょうまでの日にしてください。");
    in = change_of(c, id, &p, f->version);
    in.state = PREGNANCY_STATE_ENDED;
    in.ended_on = f->ended_on;
    in.reason = f->reason;
    if (*f->remark)
        in.remark =
            *p.remark ? arena_printf(c->mem, "%s\n%s", p.remark, f->remark) : f->remark;
    return change(c, &in, &p, "閉じた", desk_form_text(c, &form_pregnancy_end_def, f))
           && done(c, p.case_id, id, id.id, "pregnancy_ended", out);
}

bool
desk_pregnancy_back(struct ctx *c,
                    struct pregnancy_id id,
                    const struct form_pregnancy_back *f,
                    struct outcome *out)
{
    struct sql_pregnancy_change_in in;
    struct sql_pregnancy_one_row p;
    struct childcare_records r;
    struct facts facts;

    if (!load_one(c, id, &p, &facts, &r))
        return false;
    if (p.state == PREGNANCY_STATE_GOING || p.children)
        return refuse(c, ERR_RULE,
                      "もどせません。生まれた子の記録があるときは、先にそれを"
                      "取り消します。");
    in = change_of(c, id, &p, f->version);
    in.state = PREGNANCY_STATE_GOING;
    in.ended_on = (struct day){ DAY_NONE };
    in.reason = PREGNANCY_END_NONE;
    return change(c, &in, &p, f->why, "妊娠中にもどした")
           && done(c, p.case_id, id, id.id, "pregnancy_back", out);
}

bool
desk_newborn_mend(struct ctx *c,
                  struct newborn_id id,
                  const struct form_newborn *f,
                  struct outcome *out)
{
    struct sql_newborn_one_row n;
    struct childcare_records r;
    struct person_id person;
    struct facts facts;

    if (!load_child(c, id, &n, &facts, &r) || !check_birth(c, f->born_on)
        || !desk_check_codes(c, &form_newborn_def, f))
        return false;
    person = n.person_id;
    if (f->known && !f->dropped && id_none(person.id)
        && !tell(c, n.case_id, n.mother_id, n.household_id, f, &person))
        return false;
    return change_child(c, id, f, person, f->version)
           && keep(c, n.case_id, n.pregnancy_id, id.id, f->version + 1,
                   f->dropped ? "取り消した" : f->why,
                   desk_form_text(c, &form_newborn_def, f))
           && done(c, n.case_id, n.pregnancy_id, id.id, "pregnancy_mended", out);
}
