#include "desk_case.h"
#include "desk_abuse.h"

#include "desk_intake_part.h"
#include "desk_discreet.h"
#include "desk_part.h"
#include "desk_intake.h"
#include "desk_people.h"
#include "desk_watch.h"
#include "desk_words.h"

#include "../base/buf.h"
#include "../base/machine.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/case_number.h"
#include "../domain/duty_rule.h"
#include "../domain/search_key.h"
#include "../domain/search_way.h"
#include "../domain/working_day.h"
#include "../policy/shown.h"

#include <stdio.h>
#include <string.h>

enum {
    NOTES_PER_PAGE = 20,
    LIST_PER_PAGE = 50,
    NUMBER_TRIES = 20,
    DAYS_OF_LANES = 365
};

/* Draws numbers until one is free; they are random, so two may meet. */
bool
desk_case_number(struct ctx *c, const char **out)
{
    for (int i = 0; i < NUMBER_TRIES; i++) {
        struct sql_case_ids_shown_rows taken = { 0 };
        uint32_t random;

        machine_random(c->machine, &random, sizeof random);
        *out = case_number(c->mem, day_of(c->now), random);
        if (!sql_case_ids_shown(c, &(struct sql_case_ids_shown_in){ .number = *out },
                                &taken))
            return false;
        if (!taken.n)
            return true;
    }
    return refuse(c, ERR_BUG, "no free case number");
}

static enum person_known
known_of(const struct form_intake *f)
{
    if (!*f->name)
        return *f->place || f->age_given ? PERSON_KNOWN_PARTLY : PERSON_KNOWN_ANONYMOUS;
    return strpbrk(f->name, " ") || *f->kana ? PERSON_KNOWN_NAMED : PERSON_KNOWN_PARTLY;
}

static const char *
search_text(struct ctx *c, const struct form_intake *f)
{
    return search_key_text(
        c->mem,
        &(struct search_person){ .name = f->name, .kana = f->kana, .place = f->place });
}

static bool
add_person(struct ctx *c,
           struct case_id id,
           struct person_id person,
           const struct form_intake *f)
{
    struct form_person known;

    form_clear(&form_person_def, &known);
    known.name = f->name;
    known.kana = f->kana;
    known.age = f->age;
    known.age_given = f->age_given;
    known.place = f->place;
    return sql_person_add(c,
                          &(struct sql_person_add_in){ .person_id = person,
                                                       .case_id = id,
                                                       .known = known_of(f),
                                                       .name = f->name,
                                                       .kana = f->kana,
                                                       .age = f->age,
                                                       .age_given = f->age_given,
                                                       .place = f->place,
                                                       .consent = f->consent,
                                                       .search_text = search_text(c, f),
                                                       .desk_id = c->viewer->desk,
                                                       .post_id = c->viewer->post })
           && desk_keep_version(c, person.id, 1, "person", id, "",
                                desk_form_text(c, &form_person_def, &known));
}

/* "14時05分", "14:05" or nothing, on the day given or today; never in the future. */
bool
desk_received_at(struct ctx *c, const struct form_intake *f, int64_t *out)
{
    struct day day = day_known(f->received_on) ? f->received_on : day_of(c->now);
    int hour = 0;
    int minute = 0;
    char colon[16] = "";

    *out = c->now;
    if (!*f->received_at && !day_known(f->received_on))
        return true;
    if (*f->received_at
        && (sscanf(text_fold(c->mem, f->received_at), "%2d%15[^0-9]%2d", &hour, colon,
                   &minute)
                < 1
            || hour < 0 || hour > 23 || minute < 0 || minute > 59))
        return refuse_field(
            c, "received_at",
            "「受けた時刻」は、14時05分 か 14:05 のように書いてください。");
    *out = day_begin(day) + ((int64_t)hour * 60 + minute) * 60000;
    if (*out > c->now)
        return refuse_field(
            c, "received_on",
            "「受けた日」と「受けた時刻」は、いまより前にしてください。");
    return true;
}

static const char *
topics_text(struct ctx *c, const struct form_codes *topics)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < topics->n; i++)
        buf_printf(&b, "%s%s", i ? " " : "", topics->v[i]);
    return buf_text(&b);
}

bool
desk_consultation_add(struct ctx *c,
                      struct case_id id,
                      struct person_id person,
                      const struct form_intake *f,
                      int64_t at)
{
    const struct consultation_id consultation = { id_new(c) };
    const struct sql_consultation_add_in in = {
        .consultation_id = consultation,
        .case_id = id,
        .person_id = person,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .received_at = at,
        .now = c->now,
        .words = f->words,
        .speaker = f->speaker,
        .caller_contact = f->caller_contact,
        .informant_hidden = f->informant_hidden,
        .call_back = f->call_back,
        .call_back_when = f->call_back_when,
        .call_back_as = f->call_back_as,
        .voice_mail = f->voice_mail,
        .method = f->method,
        .route = f->route,
        .topic = topics_text(c, &f->topic),
        .urgency = f->urgency,
        .purpose_told = f->purpose_told,
    };

    return sql_consultation_add(c, &in) && desk_intake_way(c, consultation, f, at)
           && desk_keep_words(
               c,
               &(struct sql_record_text_put_in){ .record_id = consultation.id,
                                                 .case_id = id,
                                                 .desk_id = c->viewer->desk,
                                                 .post_id = c->viewer->post,
                                                 .kind = "consultation",
                                                 .happened_on = day_of(at) },
               (const char *const[]){ f->words, NULL })
           && desk_keep_version(c, consultation.id, 1, "consultation", id, "",
                                desk_form_text(c, &form_intake_def, f));
}

/* The case with its people and words, its reach, and the first thing to be done. */
static bool
open_case(struct ctx *c,
          struct case_id id,
          const char *number,
          const struct form_intake *f,
          int64_t at)
{
    const struct person_id person = { id_new(c) };
    const struct sql_case_add_in in = {
        .case_id = id,
        .number = number,
        .state = CASE_STATE_RECEIVED,
        .urgency = f->urgency,
        .desk_id = c->viewer->desk,
        .owner_post = c->viewer->post,
        .now = c->now,
    };
    const struct day due =
        deadline_of_triage(day_of(c->now), f->urgency, &c->town->settings);

    return sql_case_add(c, &in) && add_person(c, id, person, f)
           && desk_consultation_add(c, id, person, f, at)
           && store_reach_sync(c, id, c->viewer->desk, NULL)
           && desk_add_step(c, id, c->viewer->post, "方針を決める", due)
           && desk_watch_case(c, id) && desk_intake_route(c, id, f);
}

bool
desk_case_receive(struct ctx *c,
                  const struct form_intake *typed,
                  struct draft_id draft,
                  struct outcome *out)
{
    const struct form_intake kept = desk_discreet_kept(typed);
    const struct form_intake *f = &kept;
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);
    const struct case_id id = { id_new(c) };
    const char *number;
    int64_t at;
    bool good = desk_check_codes(c, &form_intake_def, f);

    if (!decision_allows(&d, ITEM_WELFARE))
        return refuse_decision(c, &d);
    if (!desk_received_at(c, f, &at) || !good || !desk_intake_check(c, f)
        || !desk_abuse_check(c, f))
        return false;
    if (!desk_case_number(c, &number) || !open_case(c, id, number, f, at)
        || !desk_discreet_seal(c, id, f) || !desk_tell_hidden(c, f)
        || !desk_drop_draft(c, draft))
        return false;
    shown_note(c, SHOWN_CASE, id.id, d.allow, GROUND_BIT(GROUND_OWN));
    out->id = id.id;
    out->place = arena_printf(c->mem, "/cases/%s/receipt", id.id.s);
    return true;
}

bool
desk_case_intake(struct ctx *c, struct intake_view *out)
{
    struct sql_desk_people_row people;
    const struct day due =
        deadline_of_triage(day_of(c->now), URGENCY_NORMAL, &c->town->settings);

    if (!sql_desk_people(
            c,
            &(struct sql_desk_people_in){ .desk_id = c->viewer->desk, .now = c->now },
            &people))
        return false;
    *out = (struct intake_view){
        .path = arena_printf(c->mem, "%s/cases", c->town->path),
        .similar_path = arena_printf(c->mem, "%s/intake/similar", c->town->path),
        .triage_by = day_short(c->mem, due),
        .seen_by =
            arena_printf(c->mem, "%sの%d人だけ", c->viewer->desk_name, (int)people.n),
    };
    return true;
}

static bool
load_case(struct ctx *c, struct case_id id, int64_t before, struct case_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_show_in head = { .case_id = id,
                                           .subjects = who,
                                           .now = c->now };
    const struct sql_case_people_in people = { .case_id = id,
                                               .subjects = who,
                                               .now = c->now };
    const struct sql_issue_list_in issues = { .case_id = id,
                                              .subjects = who,
                                              .now = c->now };
    const struct sql_protected_people_in guarded = { .case_id = id,
                                                     .post_id = c->viewer->post };
    const struct sql_case_consultations_in words = { .case_id = id,
                                                     .subjects = who,
                                                     .now = c->now };
    const struct sql_case_steps_in steps = { .case_id = id,
                                             .subjects = who,
                                             .now = c->now };
    const struct sql_referral_of_case_in referrals = { .case_id = id,
                                                       .subjects = who,
                                                       .now = c->now };
    const struct sql_case_history_in history = { .case_id = id,
                                                 .subjects = who,
                                                 .now = c->now };
    const struct sql_case_notes_in notes = {
        .case_id = id,
        .subjects = who,
        .now = c->now,
        .before = before ? before : c->now + 1,
        .n = NOTES_PER_PAGE + 1,
    };

    const struct sql_case_marks_in marks = {
        .case_id = id,
        .subjects = who,
        .now = c->now,
        .since = { day_of(c->now).n - DAYS_OF_LANES },
    };
    const struct sql_attachment_counts_in files = { .case_id = id,
                                                    .subjects = who,
                                                    .now = c->now };

    const struct sql_case_roles_in roles = { .case_id = id,
                                             .subjects = who,
                                             .now = c->now };

    *r = (struct case_records){ .id = id, .notes_per_page = NOTES_PER_PAGE };
    sql_case_show_later(c, &head, &r->head);
    sql_case_people_later(c, &people, &r->people);
    sql_issue_list_later(c, &issues, &r->issues);
    sql_protected_people_later(c, &guarded, &r->guarded);
    sql_case_consultations_later(c, &words, &r->consultations);
    sql_case_steps_later(c, &steps, &r->steps);
    sql_referral_of_case_later(c, &referrals, &r->referrals);
    sql_case_notes_later(c, &notes, &r->notes);
    sql_case_history_later(c, &history, &r->history);
    sql_attachment_counts_later(c, &files, &r->files);
    sql_case_marks_later(c, &marks, &r->marks);
    sql_case_roles_later(c, &roles, &r->roles);
    return db_gather(c);
}

/* Whose the consultations are: who took one has of its own who the case is about. */
static enum own
took_it(const struct ctx *c, const struct sql_case_consultations_rows *rows)
{
    enum own own = OWN_NONE;

    for (size_t i = 0; i < rows->n && own == OWN_NONE; i++)
        own = viewer_owns(c->viewer, rows->v[i].desk_id, rows->v[i].post_id);
    return own;
}

bool
desk_case_show(struct ctx *c, struct case_id id, int64_t before, struct case_view *out)
{
    struct case_records r;
    struct reached reached;
    struct facts facts;

    if (!store_reached(c, id, &reached) || !store_facts_reached(c, &reached, &facts)
        || !load_case(c, id, before, &r))
        return false;
    r.grounds = reached.grounds;
    /* when sharing ended, for a desk that had a role and has nothing else here */
    if (facts.part == PART_PAST)
        r.over_at = r.grounds.n ? r.grounds.v[0].from_at : c->now;
    facts.own = took_it(c, &r.consultations);
    if (!desk_reached_people(c, &reached, facts.own, &r.people, &r.of))
        return false;
    policy_show_case(c, &facts, &r, out);
    return true;
}

bool
desk_case_receipt(struct ctx *c, struct case_id id, struct receipt_view *out)
{
    struct case_view v;

    if (!desk_case_show(c, id, 0, &v))
        return false;
    *out = (struct receipt_view){
        .number = v.head.number,
        .when = arena_printf(c->mem, "%sに受け付けました", v.seen_at),
        .case_path = v.head.path,
        .next = v.steps.n ? v.steps.v[0].what : NULL,
        .next_due = v.steps.n ? v.steps.v[0].due : NULL,
        .next_path = v.head.path,
        .refer_path = v.refer_path,
        .intake_path = arena_printf(c->mem, "%s/intake", c->town->path),
        .today_path = arena_printf(c->mem, "%s/today", c->town->path),
        .print_path = show_path(c, "cases", id.id, "/papers/reception_a.pdf"),
    };
    *VEC_PUSH(c->mem, &out->seen_by) = (struct receipt_line_view){
        .text = arena_printf(c->mem, "%sの人", c->viewer->desk_name),
        .seal = show_seal(GROUND_OWN),
    };
    return true;
}

/* By number where a number was typed, by the people's names otherwise. */
/* From the newest case on, or all sorted: by how much the viewer reaches. */
static bool
find_way(struct ctx *c, struct sql_case_find_in *in)
{
    struct sql_reach_count_row reached;
    struct sql_person_found_row found;

    if (!sql_reach_count(c,
                         &(struct sql_reach_count_in){ .subjects = in->subjects,
                                                       .most = SEARCH_COUNT_MOST },
                         &reached)
        || !sql_person_found(c,
                             &(struct sql_person_found_in){ .search = in->search,
                                                            .most = SEARCH_COUNT_MOST },
                             &found))
        return false;
    in->by_index =
        search_way_newest(reached.n, found.n, in->skip + in->n) == SEARCH_INDEX;
    return true;
}

/* A case that was made one with another is found as that one. */
static bool
merged_number(struct ctx *c, const char **number)
{
    struct sql_merge_case_number_rows rows = { 0 };

    if (!sql_merge_case_number(
            c, &(struct sql_merge_case_number_in){ .number = *number }, &rows))
        return false;
    if (rows.n)
        *number = rows.v[0].number;
    return true;
}

static bool
list_rows(struct ctx *c,
          const char *search,
          bool open_only,
          int64_t skip,
          struct sql_case_list_rows *rows)
{
    const char *number = case_number_read(c->mem, search);
    const char *key = search_key_query(c->mem, search);
    struct sql_case_list_in list = {
        .subjects = desk_subjects(c),
        .now = c->now,
        .number = number ? number : "",
        .open_only = open_only,
        .skip = skip,
        .n = LIST_PER_PAGE + 1,
    };
    struct sql_case_find_in find = {
        .subjects = list.subjects,
        .now = c->now,
        .search = key,
        .open_only = open_only,
        .skip = skip,
        .n = list.n,
    };

    if (number && !merged_number(c, &list.number))
        return false;
    if (number || !*search)
        return sql_case_list(c, &list, rows);
    return !*key /* nothing to compare finds nothing */
           || (find_way(c, &find) && sql_case_find(c, &find, rows));
}

bool
desk_case_list(struct ctx *c,
               const char *search,
               bool open_only,
               int64_t skip,
               struct case_line_list *out,
               bool *more)
{
    struct sql_case_list_rows rows = { 0 };

    if (!list_rows(c, search, open_only, skip, &rows))
        return false;
    *more = rows.n > LIST_PER_PAGE;
    if (*more)
        rows.n = LIST_PER_PAGE;
    policy_show_cases(c, &rows, search, out);
    return true;
}
