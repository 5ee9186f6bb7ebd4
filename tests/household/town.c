#include "town.h"

#include "../../src/desk/desk_case.h"
#include "../../src/desk/desk_household.h"
#include "../../src/desk/desk_outreach.h"
#include "../../src/desk/desk_participation.h"
#include "../../src/desk/desk_support_plan.h"
#include "gen/sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t
draw(struct trial *t, uint32_t n)
{
    t->random =
        t->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(t->random >> 33) % n;
}

struct ctx *
enter(struct trial *t)
{
    struct ctx *c = &t->o.unit.c;

    forgive(c);
    if (!office_enter(&t->o, &t->seat, c->now + 1000)) {
        printf("FAIL nobody enters: %s\n", c->err.text);
        exit(1);
    }
    return c;
}

static const char *
pick(struct trial *t, const char *const *words, uint32_t n)
{
    return words[draw(t, n)];
}

#define PICK(t, words) pick((t), (words), sizeof(words) / sizeof *(words))

struct people_view
people_of(struct trial *t, struct case_id id)
{
    struct people_view v = { .path = NULL };
    struct ctx *c = enter(t);

    if (!desk_people(c, id, &v)) {
        printf("FAIL people: %s\n", c->err.text);
        exit(1);
    }
    return v;
}

struct person_id
someone(struct trial *t, const struct people_view *v)
{
    struct person_id id = { { "" } };

    if (!id_read(v->people.v[draw(t, (uint32_t)v->people.n)].id, &id.id))
        exit(1);
    return id;
}

static bool
add_person(struct trial *t, struct case_id id)
{
    static const char *const NAMES[] = { "試験 花", "試験 ハナ", "", "見本 修",
                                         "髙田 一" };
    static const char *const BIRTHS[] = { "", "80代", "昭和21年7月3日", "約30年前" };
    struct form_person f;
    struct outcome out = { 0 };

    form_clear(&form_person_def, &f);
    f.name = PICK(t, NAMES);
    f.birth = PICK(t, BIRTHS);
    f.kana = draw(t, 2) ? "しけん はな" : "";
    f.place = draw(t, 2) ? "栗原3丁目" : "";
    f.strengths = draw(t, 2) ? "花の世話" : "";
    f.met = draw(t, 2) ? PERSON_MET_NOT_YET : PERSON_MET_NONE;
    return desk_person_add(enter(t), id, &f, &out);
}

/* Some have a mother whom a こども家庭センター knows, with the child born. */
static bool
add_mother(struct trial *t,
           struct case_id id,
           struct person_id mother,
           struct household_id home)
{
    struct ctx *c = enter(t);
    const struct db_ids who = { .v = c->viewer->subjects, .n = c->viewer->n_subjects };
    const struct pregnancy_id of = { id_new(c) };
    const struct newborn_id child = { id_new(c) };

    if (draw(t, 3))
        return true;
    return sql_pregnancy_add(
               c, &(struct sql_pregnancy_add_in){ .pregnancy_id = of,
                                                  .case_id = id,
                                                  .person_id = mother,
                                                  .expected_on = day_of(c->now),
                                                  .notified_on = { DAY_NONE },
                                                  .remark = "試験のようす",
                                                  .support = "",
                                                  .desk_id = c->viewer->desk,
                                                  .post_id = c->viewer->post,
                                                  .subjects = who,
                                                  .now = c->now })
           && sql_newborn_add(c,
                              &(struct sql_newborn_add_in){ .newborn_id = child,
                                                            .pregnancy_id = of,
                                                            .household_id = home,
                                                            .name = "試験 若葉",
                                                            .kana = "",
                                                            .gender = "",
                                                            .born_on = day_of(c->now),
                                                            .remark = "",
                                                            .desk_id = c->viewer->desk,
                                                            .post_id = c->viewer->post,
                                                            .subjects = who,
                                                            .now = c->now })
           && sql_childcare_version_add(
               c, &(struct sql_childcare_version_add_in){ .record_id = of.id,
                                                          .version = 1,
                                                          .case_id = id,
                                                          .pregnancy_id = of,
                                                          .post_id = c->viewer->post,
                                                          .now = c->now,
                                                          .why = "",
                                                          .body = "試験" })
           && sql_duty_put(c, &(struct sql_duty_put_in){ .duty_id = { id_new(c) },
                                                         .case_id = id,
                                                         .rule = "childbirth",
                                                         .subject_id = of.id,
                                                         .desk_id = c->viewer->desk,
                                                         .due_on = day_of(c->now) });
}

static bool
add_things(struct trial *t, struct case_id id)
{
    const struct people_view v = people_of(t, id);
    struct form_household home;
    struct form_membership time;
    struct form_relation tie;
    struct form_issue issue;
    struct form_involvement there;
    struct form_situation change;
    struct outcome out = { 0 };

    form_clear(&form_household_def, &home);
    form_clear(&form_membership_def, &time);
    form_clear(&form_relation_def, &tie);
    form_clear(&form_issue_def, &issue);
    form_clear(&form_involvement_def, &there);
    form_clear(&form_situation_def, &change);
    home.name = "栗原の家";
    if (!desk_household_add(enter(t), id, &home, &out))
        return false;
    time.household.id = out.id;
    time.person = someone(t, &v);
    time.from_words = "平成8年ごろ";
    issue.person = someone(t, &v);
    issue.code = "J07";
    there.person = someone(t, &v);
    there.agency = "見本の会";
    change.person = someone(t, &v);
    change.happened_words = "去年";
    change.words = "引っ越した";
    tie.person = someone(t, &v);
    tie.other = someone(t, &v);
    tie.kind = (enum relation_kind)(1 + draw(t, RELATION_KIND_CONFLICT));
    if (!id_same(tie.person.id, tie.other.id)
        && !desk_relation_add(enter(t), id, &tie, &out))
        return false;
    return desk_membership_add(enter(t), id, &time, &out)
           && add_mother(t, id, time.person, time.household)
           && desk_issue_add(enter(t), id, &issue, &out)
           && desk_involvement_add(enter(t), id, &there, &out)
           && desk_situation_add(enter(t), id, &change, &out);
}

/* A place to propose, once for all cases. */
bool
make_place(struct trial *t)
{
    struct ctx *c = enter(t);

    t->place.id = id_new(c);
    return sql_place_add(c,
                         &(struct sql_place_add_in){ .place_id = t->place,
                                                     .name = "見本の居場所",
                                                     .kind = "04",
                                                     .host = "",
                                                     .area = "",
                                                     .address = "",
                                                     .target = "",
                                                     .gender = "",
                                                     .days = "",
                                                     .fee = "",
                                                     .features = "",
                                                     .help = "",
                                                     .mind = "",
                                                     .contact = "",
                                                     .stage = PLACE_STAGE_ESTABLISHED,
                                                     .idea_on = { DAY_NONE },
                                                     .body = "",
                                                     .checked_on = { DAY_NONE },
                                                     .checked_by = "",
                                                     .search_text = "",
                                                     .desk_id = c->viewer->desk,
                                                     .post_id = c->viewer->post,
                                                     .now = c->now });
}

/* Some have a plan with a goal and a line; its kind is drawn, so that two often get along. */
static bool
add_plan(struct trial *t, struct case_id id)
{
    struct form_support_plan_new f;
    struct form_support_goal goal;
    struct form_support_item item;
    struct outcome out = { 0 };
    struct support_plan_id plan;

    if (draw(t, 2))
        return true;
    form_clear(&form_support_plan_new_def, &f);
    form_clear(&form_support_goal_def, &goal);
    form_clear(&form_support_item_def, &item);
    f.kind = draw(t, 2) ? SUPPORT_PLAN_KIND_MULTI_AGENCY : SUPPORT_PLAN_KIND_OUTREACH;
    goal.words = "試験の目標";
    goal.whose = "本人";
    item.what = "試験の支援";
    item.party = "見本の会";
    item.from_on = day_of(t->o.unit.c.now);
    item.until_on = (struct day){ .n = item.from_on.n + 30 };
    if (!desk_support_new(enter(t), id, &f, &out))
        return false;
    plan.id = out.id;
    t->plans++;
    return desk_support_goal(enter(t), plan, &goal, &out)
           && desk_support_item(enter(t), plan, &item, &out);
}

/* Some took part in something, were led by another desk before, or asked for their record. */
static bool
add_more(struct trial *t, struct case_id id)
{
    const struct people_view v = people_of(t, id);
    const struct person_id who = someone(t, &v);
    struct ctx *c = enter(t);
    const struct db_ids subjects = { .v = c->viewer->subjects,
                                     .n = c->viewer->n_subjects };
    const struct day today = day_of(c->now);
    const struct placement_id placement = { id_new(c) };
    const struct access_id access = { id_new(c) };
    struct sql_paper_notes_in of = {
        .case_id = id, .method = "", .n = 1, .subjects = subjects, .now = c->now
    };
    struct sql_paper_notes_rows notes = { 0 };
    struct form_wish wish;
    struct outcome out = { 0 };

    of.from_on = (struct day){ .n = today.n - 400 };
    of.until_on = (struct day){ .n = today.n + 400 };
    if (!sql_paper_notes(c, &of, &notes) || !notes.n)
        return false;
    if (draw(t, 2)) {
        form_clear(&form_wish_def, &wish);
        wish.words = "土をさわりたい";
        wish.person = who;
        if (!desk_wish_add(c, id, &wish, &out))
            return false;
        if (!sql_placement_add(
                c, &(struct sql_placement_add_in){ .placement_id = placement,
                                                   .case_id = id,
                                                   .person_id = who,
                                                   .wish_id = { out.id },
                                                   .place_id = t->place,
                                                   .reasons = "",
                                                   .told = "名字",
                                                   .proposed_on = today,
                                                   .next_on = today,
                                                   .desk_id = c->viewer->desk,
                                                   .post_id = c->viewer->post,
                                                   .subjects = subjects,
                                                   .now = c->now })
            || !sql_placement_day_add(c, &(struct sql_placement_day_add_in){
                                             .day_id = { id_new(c) },
                                             .placement_id = placement,
                                             .case_id = id,
                                             .kind = PLACEMENT_DAY_KIND_FOLLOW,
                                             .due_on = today,
                                             .words = "",
                                             .desk_id = c->viewer->desk,
                                             .post_id = c->viewer->post }))
            return false;
        t->placements++;
    }
    if (draw(t, 2)
        && !sql_lead_change_add(
            c, &(struct sql_lead_change_add_in){ .case_id = id,
                                                 .from_desk = t->o.desk[1],
                                                 .to_desk = t->o.desk[0],
                                                 .until_on = today,
                                                 .joint_visit_on = { DAY_NONE },
                                                 .remark = "試験",
                                                 .post_id = c->viewer->post,
                                                 .now = c->now,
                                                 .subjects = subjects }))
        return false;
    if (draw(t, 2))
        return true;
    return sql_access_add(c, &(struct sql_access_add_in){ .access_id = access,
                                                          .case_id = id,
                                                          .person_id = who,
                                                          .year = 2026,
                                                          .received_on = today,
                                                          .due_on = today,
                                                          .asked_by = "試験 花枝",
                                                          .agent = ACCESS_AGENT_SELF,
                                                          .agent_paper = "",
                                                          .confirmed = "旅券",
                                                          .wanted = "",
                                                          .desk_id = c->viewer->desk,
                                                          .post_id = c->viewer->post,
                                                          .subjects = subjects,
                                                          .now = c->now })
           && sql_access_line_put(
               c, &(struct sql_access_line_put_in){ .access_id = access,
                                                    .note_id = notes.v[0].note_id,
                                                    .case_id = id,
                                                    .post_id = c->viewer->post,
                                                    .now = c->now });
}

/* Some cases are ones of reaching out, with an attempt and who stands around the person. */
static bool
add_reaching(struct trial *t, struct case_id id)
{
    struct form_outreach_start begin;
    struct form_outreach_contact try;
    struct outcome out = { 0 };

    if (draw(t, 3))
        return true;
    form_clear(&form_outreach_start_def, &begin);
    form_clear(&form_outreach_contact_def, &try);
    begin.words = "試験の働きかけ";
    begin.kind = SOURCE_KIND_AGENCY;
    try.way = OUTREACH_WAY_PHONE;
    try.result = CONTACT_RESULT_NOT_MET;
    try.fact = "留守だった";
    return desk_outreach_start(enter(t), id, &begin, &out)
           && desk_outreach_contact(enter(t), id, &try, &out);
}

bool
add_case(struct trial *t, struct home *h)
{
    struct form_intake f;
    struct form_note note;
    struct outcome out = { 0 };
    struct sql_case_show_row head;
    struct ctx *c = enter(t);

    form_clear(&form_intake_def, &f);
    form_clear(&form_note_def, &note);
    f.words = "試験の相談";
    f.name = draw(t, 2) ? "試験 花枝" : "";
    f.age = draw(t, 90);
    f.age_given = draw(t, 2);
    if (!desk_case_receive(c, &f, (struct draft_id){ { "" } }, &out))
        return false;
    h->id.id = out.id;
    for (uint32_t i = draw(t, PEOPLE_MAX); i; i--)
        if (!add_person(t, h->id))
            return false;
    c = enter(t);
    note.method = "telephone";
    note.result = CONTACT_RESULT_MET;
    note.fact = "試験の記録";
    note.opinion = "";
    if (!add_things(t, h->id) || !add_reaching(t, h->id)
        || !desk_case_note(enter(t), h->id, &note, (struct draft_id){ { "" } }, &out)
        || !add_plan(t, h->id) || !add_more(t, h->id) || !add_guards(t, h->id)
        || !add_sitting(t, h->id) || !add_hand_over(t, h->id)
        || !sql_case_show(c,
                          &(struct sql_case_show_in){
                              h->id,
                              { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
                              c->now },
                          &head))
        return false;
    snprintf(h->number, sizeof h->number, "%s", head.number);
    return true;
}
