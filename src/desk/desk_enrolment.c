#include "desk_register.h"

#include "desk_case_head.h"
#include "desk_part.h"

#include "../base/vec.h"
#include "../domain/plan.h"
#include "../policy/show_enrolment.h"
#include "../policy/shown.h"

#include <string.h>

bool
desk_enrolments(struct ctx *c, struct case_id id, struct enrolments_view *out)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_enrolment_list_in in = { .case_id = id,
                                              .subjects = who,
                                              .now = c->now };
    const struct sql_case_people_in of = { id, who, c->now };
    struct sql_enrolment_list_rows rows = { 0 };
    const struct sql_support_plan_list_in made = { id, who, c->now };
    struct sql_support_plan_list_rows plans = { 0 };
    struct sql_case_people_rows people = { 0 };
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !sql_enrolment_list(c, &in, &rows) || !sql_case_people(c, &of, &people)
        || !sql_support_plan_list(c, &made, &plans))
        return false;
    policy_show_enrolments(c, &facts, id, &people, &plans, &rows, out);
    return desk_case_head(c, id, CASE_TAB_SERVICES, &out->head);
}

/* "program.service" of the plan in force, taken apart. */
static bool
read_service(struct ctx *c,
             const char *typed,
             const char **program,
             const char **service)
{
    const struct form_options all = desk_register_services(c);
    char *copy = arena_strdup(c->mem, typed);
    char *dot = strchr(copy, '.');

    *program = copy;
    *service = "";
    if (dot) {
        *dot = '\0';
        *service = dot + 1;
    }
    for (size_t i = 0; i < all.n; i++)
        if (strcmp(all.v[i].code, typed) == 0)
            return true;
    return refuse_field(c, "service",
                        "「サービス」は、この市の事業から選んでください。");
}

/* The plan named has to be one of the case. */
static bool
check_plan(struct ctx *c, struct case_id id, struct support_plan_id plan)
{
    const struct sql_support_plan_list_in in = { id, desk_subjects(c), c->now };
    struct sql_support_plan_list_rows rows = { 0 };

    if (id_none(plan.id))
        return true;
    if (!sql_support_plan_list(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (id_same(rows.v[i].plan_id.id, plan.id))
            return true;
    return refuse_field(c, "plan",
                        "「支援プラン」は、このケースのプランから選んでください。");
}

struct form_options
desk_enrolment_plans(struct ctx *c, struct case_id id)
{
    const struct sql_support_plan_list_in in = { id, desk_subjects(c), c->now };
    struct sql_support_plan_list_rows rows = { 0 };
    struct form_option *v;
    size_t n = 0;

    if (!sql_support_plan_list(c, &in, &rows))
        return (struct form_options){ .name = "plan" };
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[n++] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].plan_id.id.s),
            .label = policy_plan_title(c, &rows.v[i]),
        };
    return (struct form_options){ .name = "plan", .v = v, .n = n };
}

bool
desk_enrol(struct ctx *c,
           struct case_id id,
           const struct form_enrolment *f,
           struct outcome *out)
{
    struct sql_enrolment_add_in in = {
        .enrolment_id = { id_new(c) },
        .case_id = id,
        .from_on = f->from_on,
        .plan_id = f->plan,
        .remark = f->note,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
        .subjects = desk_subjects(c),
    };
    struct facts facts;
    size_t added;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !read_service(c, f->service, &in.program, &in.service)
        || !check_plan(c, id, f->plan) || !sql_enrolment_add_changed(c, &in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = in.enrolment_id.id;
    out->place = arena_printf(c->mem, "/cases/%s/enrolments?said=enrolled", id.id.s);
    return desk_keep_version(c, in.enrolment_id.id, 1, "enrolment", id,
                             "利用しているサービスを書いた",
                             desk_form_text(c, &form_enrolment_def, f));
}

bool
desk_enrolment_end(struct ctx *c,
                   struct enrolment_id id,
                   const struct form_enrolment_end *f,
                   struct outcome *out)
{
    const struct db_ids who = desk_subjects(c);
    struct sql_enrolment_one_row row;
    struct facts facts;
    size_t ended;

    if (!sql_enrolment_one(c,
                           &(struct sql_enrolment_one_in){
                               .enrolment_id = id, .subjects = who, .now = c->now },
                           &row))
        return false;
    if (!id_same(row.desk_id.id, c->viewer->desk.id))
        return refuse(c, ERR_DENIED, "an enrolment of another desk");
    if (!desk_allow(c, row.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (f->until_on.n < row.from_on.n)
        return refuse_field(
            c, "until_on",
            "「使い終わった日」は、使い始めた日よりあとにしてください。");
    if (!sql_enrolment_end_changed(
            c,
            &(struct sql_enrolment_end_in){ .enrolment_id = id,
                                            .until_on = f->until_on,
                                            .subjects = who,
                                            .now = c->now },
            &ended))
        return false;
    if (ended != 1)
        return refuse(c, ERR_CONFLICT, "このサービスは、もう終わっています。");
    shown_note(c, SHOWN_CASE, row.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place =
        arena_printf(c->mem, "/cases/%s/enrolments?said=ended", row.case_id.id.s);
    return desk_keep_version(c, id.id, 2, "enrolment", row.case_id,
                             "サービスの利用が終わった",
                             desk_form_text(c, &form_enrolment_end_def, f));
}
