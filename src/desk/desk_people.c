#include "desk_people.h"

#include "desk_case_head.h"

#include "../domain/about_day.h"
#include "../policy/shown.h"

#include <string.h>

/* Who took a consultation of the case has of its own who the case is about. */
static enum own
took_it(const struct ctx *c, const struct sql_case_consultations_rows *rows)
{
    enum own own = OWN_NONE;

    for (size_t i = 0; i < rows->n && own == OWN_NONE; i++)
        own = viewer_owns(c->viewer, rows->v[i].desk_id, rows->v[i].post_id);
    return own;
}

static bool
gather(struct ctx *c, struct case_id id, struct people_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_people_in people = { id, who, c->now };
    const struct sql_household_list_in homes = { id, who, c->now };
    const struct sql_membership_list_in times = { id, who, c->now };
    const struct sql_relation_list_in ties = { id, who, c->now };
    const struct sql_involvement_list_in there = { id, who, c->now };
    const struct sql_issue_list_in issues = { id, who, c->now };
    const struct sql_situation_list_in changes = { id, 0, who, c->now };
    const struct sql_merge_list_in merges = { id, who, c->now };
    const struct sql_case_consultations_in words = { id, who, c->now };
    struct sql_case_consultations_rows taken = { 0 };

    sql_case_people_later(c, &people, &r->people);
    sql_household_list_later(c, &homes, &r->households);
    sql_membership_list_later(c, &times, &r->memberships);
    sql_relation_list_later(c, &ties, &r->relations);
    sql_involvement_list_later(c, &there, &r->involvements);
    sql_issue_list_later(c, &issues, &r->issues);
    sql_situation_list_later(c, &changes, &r->situations);
    sql_merge_list_later(c, &merges, &r->merges);
    sql_case_consultations_later(c, &words, &taken);
    if (!db_gather(c))
        return false;
    r->own = took_it(c, &taken);
    return true;
}

bool
desk_reached_people(struct ctx *c,
                    const struct reached *reached,
                    enum own own,
                    const struct sql_case_people_rows *people,
                    const struct facts **out)
{
    struct facts *of = ARENA_ARRAY(c->mem, people->n, struct facts);

    if (!store_facts_of_people(c, reached, people, of))
        return false;
    for (size_t i = 0; i < people->n; i++)
        of[i].own = own;
    *out = of;
    return true;
}

bool
desk_people_facts(struct ctx *c,
                  struct case_id id,
                  enum own own,
                  const struct sql_case_people_rows *people,
                  const struct facts **out)
{
    struct reached reached;

    return store_reached(c, id, &reached)
           && desk_reached_people(c, &reached, own, people, out);
}

bool
desk_people_load(struct ctx *c,
                 struct case_id id,
                 struct facts *facts,
                 struct people_records *r)
{
    *r = (struct people_records){ .id = id };
    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, facts))
        return false;
    facts->own = OWN_NONE;
    if (!gather(c, id, r))
        return false;
    facts->own = r->own;
    return desk_people_facts(c, id, r->own, &r->people, &r->of);
}

bool
desk_people_mendable(struct ctx *c,
                     struct case_id id,
                     struct desk_id desk,
                     struct post_id post,
                     struct people_records *r)
{
    struct facts facts;
    struct decision d;

    if (!desk_people_load(c, id, &facts, r))
        return false;
    d = show_person_record(c, &facts, r->own, desk, post);
    return decision_allows(&d, ITEM_WELFARE)
           || refuse(c, ERR_DENIED, "what another desk wrote down");
}

const struct sql_case_people_row *
desk_person_of(const struct people_records *r, struct person_id id)
{
    for (size_t i = 0; i < r->people.n; i++)
        if (id_same(r->people.v[i].person_id.id, id.id))
            return &r->people.v[i];
    return NULL;
}

bool
desk_person_known(struct ctx *c,
                  const struct people_records *r,
                  struct person_id id,
                  const char *field)
{
    return desk_person_of(r, id)
           || refuse_field(c, field, "このケースの人から選んでください。");
}

struct day
desk_about(struct ctx *c, const char *said)
{
    return about_day_read(c->mem, said, day_of(c->now)).first;
}

bool
desk_changed_one(struct ctx *c, size_t changed)
{
    return changed == 1
           || refuse(c, ERR_CONFLICT,
                     "書いているあいだに、ほかの人が直しました。開きなおして、"
                     "今の内容と見くらべてください。");
}

bool
desk_people_done(struct ctx *c,
                 struct case_id id,
                 struct id record,
                 int64_t version,
                 const char *kind,
                 const char *why,
                 const char *body,
                 const char *place,
                 struct outcome *out)
{
    if (!desk_keep_version(c, record, version, kind, id, why, body)
        || !sql_case_touch(
            c, &(struct sql_case_touch_in){
                   .case_id = id, .now = c->now, .subjects = desk_subjects(c) }))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = record;
    out->place = arena_printf(c->mem, "/cases/%s%.*s&at=%s%s%s", id.id.s,
                              (int)strcspn(place, "#"), place, record.s,
                              place + strcspn(place, "#"), record.s);
    return true;
}

bool
desk_people_mend_page(struct ctx *c,
                      struct case_id id,
                      const char *title,
                      const char *kind,
                      struct id record,
                      int64_t version,
                      const char *back,
                      struct mend_view *out)
{
    struct people_records r;
    struct facts facts;

    if (!desk_people_load(c, id, &facts, &r))
        return false;
    policy_show_mend(c, &facts, &r, title, kind, record, version, back, out);
    return desk_case_head(c, id, CASE_TAB_PEOPLE, &out->head);
}

bool
desk_people(struct ctx *c, struct case_id id, struct people_view *out)
{
    struct people_records r;
    struct facts facts;

    if (!desk_people_load(c, id, &facts, &r))
        return false;
    policy_show_people(c, &facts, &r, out);
    return desk_case_head(c, id, CASE_TAB_PEOPLE, &out->head);
}

bool
desk_issues(struct ctx *c, struct case_id id, struct issues_view *out)
{
    struct people_records r;
    struct facts facts;

    if (!desk_people_load(c, id, &facts, &r))
        return false;
    policy_show_issues(c, &facts, &r, out);
    return desk_case_head(c, id, CASE_TAB_ISSUES, &out->head);
}
