/* The tab 会議 of a case: what meetings said of it, and the way to the next one. */
#include "desk_sitting_part.h"

#include "../base/vec.h"
#include "../policy/shown.h"
#include "desk_case_head.h"

enum { AHEAD_DAYS = 200 };

static void
show_items(struct ctx *c,
           const struct sql_case_items_rows *rows,
           struct case_meetings_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_case_items_row *r = &rows->v[i];

        policy_show_case_item(c, r, sitting_body_name(c, r->acts_as), out);
    }
}

/* The sittings that are still to come, to put the case on one of them. */
static bool
show_planned(struct ctx *c, struct case_meetings_view *out)
{
    const struct day today = day_of(c->now);
    struct sql_sitting_list_rows rows = { 0 };
    struct sittings_view all = { .new_path = NULL };

    if (!sql_sitting_list(
            c,
            &(struct sql_sitting_list_in){ .desk = c->viewer->desk,
                                           .post = c->viewer->post,
                                           .shares = role_shares_desk(c->viewer->role),
                                           .since = today,
                                           .until = { today.n + AHEAD_DAYS } },
            &rows))
        return false;
    policy_show_sittings(c, &rows, sitting_body_name, &all);
    for (size_t i = 0; i < all.today.n; i++)
        *VEC_PUSH(c->mem, &out->planned) = all.today.v[i];
    for (size_t i = 0; i < all.coming.n; i++)
        *VEC_PUSH(c->mem, &out->planned) = all.coming.v[i];
    return true;
}

static void
show_ways(struct ctx *c,
          struct case_id id,
          bool consent,
          struct case_meetings_view *out)
{
    const struct plan_meeting *way = sitting_way_out(c->town->profile);
    const char *path = show_path(c, "cases", id.id, "");

    out->item_path = arena_printf(c->mem, "%s/agenda", path);
    out->application_path = arena_printf(c->mem, "%s/applications", path);
    out->new_path = arena_printf(c->mem, "%s/meetings/new", c->town->path);
    out->consent = consent ? "支援と情報の共有に、本人の同意があります。"
                           : "支援と情報の共有への、本人の同意がありません。";
    if (!consent && way)
        out->way_out = sitting_body_name(c, way->id);
    if (c->town->profile->plan_lifecycle.application_needed)
        out->needs_application =
            "この市では、利用申込があると、重層的支援会議でプランを話せます。";
}

bool
desk_case_meetings(struct ctx *c, struct case_id id, struct case_meetings_view *out)
{
    const struct db_ids who = desk_subjects(c);
    struct sql_case_items_rows items = { 0 };
    struct sql_decided_of_case_rows roles = { 0 };
    struct sql_application_list_rows applications = { 0 };
    struct facts facts;
    struct decision d;
    bool consent;

    *out = (struct case_meetings_view){ .may_table = false };
    if (!desk_case_head(c, id, CASE_TAB_MEETINGS, &out->head)
        || !desk_allow(c, id, ACT_VIEW, ITEM_COORDINATION, OWN_NONE, &facts)
        || !sql_case_items(
            c,
            &(struct sql_case_items_in){ .case_id = id,
                                         .desk = c->viewer->desk,
                                         .shares = role_shares_desk(c->viewer->role) },
            &items)
        || !sql_decided_of_case(c,
                                &(struct sql_decided_of_case_in){
                                    .case_id = id, .subjects = who, .now = c->now },
                                &roles)
        || !sql_application_list(c,
                                 &(struct sql_application_list_in){
                                     .case_id = id, .subjects = who, .now = c->now },
                                 &applications)
        || !sitting_consent(c, id, &consent) || !show_planned(c, out))
        return false;
    facts.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &facts);
    out->may_table = decision_allows(&d, ITEM_COORDINATION);
    show_items(c, &items, out);
    facts.own = OWN_NONE;
    policy_show_decided(c, &facts, &roles, &out->roles);
    policy_show_applications(c, &facts, &applications, &out->applications);
    show_ways(c, id, consent, out);
    return true;
}

bool
desk_application(struct ctx *c,
                 struct case_id id,
                 const struct form_application_new *f,
                 struct outcome *out)
{
    const struct application_id application = { id_new(c) };
    struct facts facts;
    size_t added;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !sql_application_add_changed(
            c,
            &(struct sql_application_add_in){
                .application_id = application,
                .case_id = id,
                .applied_on = day_known(f->applied_on) ? f->applied_on : day_of(c->now),
                .applicant = f->applicant,
                .wish = f->wish,
                .desk_id = c->viewer->desk,
                .post_id = c->viewer->post,
                .now = c->now,
                .subjects = desk_subjects(c) },
            &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = application.id;
    out->place = arena_printf(c->mem, "/cases/%s/meetings?said=applied", id.id.s);
    return desk_keep_version(c, application.id, 1, "application", id,
                             "利用申込を受けた",
                             desk_form_text(c, &form_application_new_def, f));
}
