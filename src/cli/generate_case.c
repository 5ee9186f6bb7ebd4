#include "generate_part.h"

#include "generate_words.h"

#include "../desk/desk_part.h"
#include "../domain/case_number.h"
#include "../domain/duty_rule.h"
#include "../domain/search_key.h"
#include "../domain/snippet.h"
#include "gen/sql.h"

enum { NUMBER_STEP = 387420489 /* 3^18: visits every number below a million once */ };

static const int64_t DAY_MS = 86400000;

int64_t
gen_moment(struct generator *g, const struct gen_case *k, int from, int until)
{
    const int64_t span = k->last - k->opened;
    const int64_t low = span / 1000 * from;
    const int64_t high = span / 1000 * until;

    return k->opened + low + (int64_t)gen_below(g, (uint64_t)(high - low) + 1);
}

struct db_ids
gen_as(struct generator *g, const struct gen_desk *desk, int64_t at)
{
    g->c->now = at;
    return (struct db_ids){ .v = &desk->id.id, .n = 1 };
}

bool
gen_version(struct generator *g,
            const struct gen_case *k,
            struct post_id post,
            struct id record,
            int64_t version,
            const char *kind,
            const char *why,
            const char *body)
{
    const struct sql_version_add_in in = {
        .record_id = record,
        .version = version,
        .kind = kind,
        .case_id = k->id,
        .post_id = post,
        .now = g->c->now,
        .why = why,
        .body = body,
    };

    sql_version_add_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &g->out->versions);
}

bool
gen_duty(struct generator *g,
         const struct gen_case *k,
         const char *rule,
         struct id subject,
         struct desk_id desk,
         struct post_id post,
         struct day due)
{
    const struct sql_duty_put_in in = {
        .duty_id = { id_new(g->c) },
        .case_id = k->id,
        .rule = rule,
        .subject_id = subject,
        .desk_id = desk,
        .post_id = post,
        .due_on = due,
    };

    sql_duty_put_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &g->out->duties);
}

/* A number nobody has: each fiscal year counts through a shuffled million. */
static const char *
draw_number(struct generator *g, struct day opened)
{
    const int back = day_fiscal_year(day_of(g->now)) - day_fiscal_year(opened);
    const uint64_t n = g->drawn[back]++;

    return case_number(g->c->mem, opened, (uint32_t)((n + 1) * NUMBER_STEP % 1000000));
}

static enum case_state
draw_state(struct generator *g, const struct gen_case *k)
{
    static const enum case_state OPEN[] = {
        CASE_STATE_RECEIVED,   CASE_STATE_TRIAGE,    CASE_STATE_CONTINUING,
        CASE_STATE_CONTINUING, CASE_STATE_UNDER_WAY, CASE_STATE_UNDER_WAY,
        CASE_STATE_HANDED_ON,  CASE_STATE_OUTREACH,  CASE_STATE_ASSESSMENT,
        CASE_STATE_PLAN_DRAFT, CASE_STATE_REVIEW,    CASE_STATE_SEEKING_CONSENT,
        CASE_STATE_SUSPENDED
    };

    return k->open ? OPEN[gen_below(g, sizeof OPEN / sizeof *OPEN)] : CASE_STATE_CLOSED;
}

/* When it began and ended: of the last half year most are open, of the rest few. */
static void
draw_case(struct generator *g, struct gen_case *k)
{
    static const enum urgency URGENCIES[] = { URGENCY_NORMAL, URGENCY_NORMAL,
                                              URGENCY_NORMAL, URGENCY_WATCH,
                                              URGENCY_SOON,   URGENCY_NOW,
                                              URGENCY_UNKNOWN };
    const int64_t age = (1 + (int64_t)gen_below(g, GENERATE_YEARS * 365)) * DAY_MS
                        + (int64_t)gen_below(g, (uint64_t)DAY_MS);
    const int64_t lasts = (30 + (int64_t)gen_below(g, 500)) * DAY_MS;

    *k = (struct gen_case){ .id = { id_new(g->c) },
                            .desk = gen_desk(g, NULL),
                            .opened = g->now - age };
    k->owner = gen_post(g, k->desk);
    k->open = age < 182 * DAY_MS ? gen_often(g, 700) : gen_often(g, 30);
    k->last = k->open || lasts > age
                  ? g->now - age / 16 + (int64_t)gen_below(g, (uint64_t)age / 16)
                  : k->opened + lasts;
    k->urgency = URGENCIES[gen_below(g, sizeof URGENCIES / sizeof *URGENCIES)];
}

static bool
add_head(struct generator *g, const struct gen_case *k)
{
    const struct sql_case_add_in in = {
        .case_id = k->id,
        .number = draw_number(g, day_of(k->opened)),
        .state = draw_state(g, k),
        .urgency = k->urgency,
        .desk_id = k->desk->id,
        .owner_post = k->owner,
        .now = k->opened,
    };

    g->c->now = k->opened;
    sql_case_add_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &g->out->cases);
}

static bool
add_person(struct generator *g,
           const struct gen_case *k,
           struct person_id person,
           const struct form_intake *f)
{
    struct arena *mem = g->c->mem;
    const struct sql_person_add_in in = {
        .person_id = person,
        .case_id = k->id,
        .known = *f->name ? PERSON_KNOWN_NAMED : PERSON_KNOWN_PARTLY,
        .name = f->name,
        .kana = f->kana,
        .age = f->age,
        .age_given = f->age_given,
        .place = f->place,
        .consent = f->consent,
        .search_text = search_key_text(
            mem, &(struct search_person){ f->name, f->kana, f->place, NULL }),
    };

    sql_person_add_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &g->out->people);
}

/* Once in a while nobody knows the name, as at real desks. */
static void
draw_intake(struct generator *g, const struct gen_case *k, struct form_intake *f)
{
    struct gen_person p = gen_words_person(g);
    const bool named = gen_often(g, 930);

    *f = (struct form_intake){
        .words = gen_words_consultation(g, &p),
        .name = named ? p.name : "",
        .kana = named ? p.kana : "",
        .age = p.age,
        .age_given = true,
        .place = p.place,
        .speaker = "",
        .caller_contact = "",
        .call_back_when = "",
        .call_back_as = "",
        .method = gen_word(g, GEN_INTAKE),
        .route = gen_word(g, GEN_ROUTE),
        .urgency = k->urgency,
        .consent = gen_often(g, 600) ? CONSENT_STAND_GIVEN : CONSENT_STAND_NOT_ASKED,
        .received_on = { .n = DAY_NONE },
        .received_at = "",
        .purpose_told = true,
    };
}

static bool
add_words(struct generator *g,
          struct sql_record_text_put_in in,
          const char *first,
          const char *second,
          const char *third)
{
    int64_t texts = 0; /* they are no records of their own */

    in.search_text =
        arena_printf(g->c->mem, "%s %s %s", snippet_key(g->c->mem, first),
                     snippet_key(g->c->mem, second), snippet_key(g->c->mem, third));
    sql_record_text_put_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &texts);
}

static bool
add_consultation(struct generator *g,
                 const struct gen_case *k,
                 struct person_id person,
                 const struct form_intake *f)
{
    const struct sql_consultation_add_in in = {
        .consultation_id = { id_new(g->c) },
        .case_id = k->id,
        .person_id = person,
        .desk_id = k->desk->id,
        .post_id = k->owner,
        .received_at = k->opened - 600000,
        .now = k->opened,
        .words = f->words,
        .speaker = f->speaker,
        .caller_contact = f->caller_contact,
        .call_back_when = f->call_back_when,
        .call_back_as = f->call_back_as,
        .method = f->method,
        .route = f->route,
        .topic = gen_word(g, GEN_TOPIC),
        .urgency = f->urgency,
        .purpose_told = f->purpose_told,
    };

    sql_consultation_add_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &g->out->consultations)
           && add_words(
               g,
               (struct sql_record_text_put_in){ .record_id = in.consultation_id.id,
                                                .case_id = k->id,
                                                .desk_id = in.desk_id,
                                                .post_id = in.post_id,
                                                .kind = "consultation",
                                                .happened_on = day_of(in.received_at) },
               f->words, "", "")
           && gen_version(g, k, k->owner, in.consultation_id.id, 1, "consultation", "",
                          desk_form_text(g->c, &form_intake_def, f));
}

static void
draw_note(struct generator *g, int64_t at, struct form_note *f)
{
    *f = (struct form_note){
        .method = gen_word(g, GEN_METHOD),
        .result = gen_often(g, 800) ? CONTACT_RESULT_SPOKE : CONTACT_RESULT_NOT_MET,
        .happened_on = day_of(at),
        .minutes = 5 * (int64_t)gen_below(g, 20),
        .minutes_given = true,
        .fact = gen_words_fact(g),
        .own_words = gen_word(g, GEN_SAID),
        .opinion = gen_word(g, GEN_OPINION),
        .next_what = "",
        .next_on = { .n = DAY_NONE },
    };
}

bool
gen_note(struct generator *g,
         const struct gen_case *k,
         const struct gen_desk *desk,
         int64_t at)
{
    struct form_note f;
    struct sql_note_add_in in = {
        .note_id = { id_new(g->c) },
        .case_id = k->id,
        .desk_id = desk->id,
        .post_id = gen_post(g, desk),
        .now = at,
        .subjects = gen_as(g, desk, at),
    };

    draw_note(g, at, &f);
    in.happened_on = f.happened_on;
    in.method = f.method;
    in.result = f.result;
    in.minutes = f.minutes;
    in.minutes_given = f.minutes_given;
    in.fact = f.fact;
    in.own_words = f.own_words;
    in.opinion = f.opinion;
    sql_note_add_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &g->out->notes)
           && add_words(
               g,
               (struct sql_record_text_put_in){ .record_id = in.note_id.id,
                                                .case_id = k->id,
                                                .desk_id = in.desk_id,
                                                .post_id = in.post_id,
                                                .kind = "note",
                                                .happened_on = in.happened_on },
               f.fact, f.own_words, f.opinion)
           && gen_version(g, k, in.post_id, in.note_id.id, 1, "note", "",
                          desk_form_text(g->c, &form_note_def, &f));
}

/* About ten a case; in three of a hundred, many more than one page of them. */
static bool
add_notes(struct generator *g, const struct gen_case *k)
{
    const size_t n = gen_often(g, 30) ? 24 + gen_below(g, 40) : 1 + gen_below(g, 17);

    for (size_t i = 0; i < n; i++)
        if (!gen_note(g, k, k->desk, gen_moment(g, k, 0, 1000)))
            return false;
    return true;
}

static bool
add_step(struct generator *g, const struct gen_case *k, int64_t at, bool open)
{
    const struct sql_step_add_in in = {
        .step_id = { id_new(g->c) },
        .case_id = k->id,
        .desk_id = k->desk->id,
        .owner_post = k->owner,
        .what = gen_word(g, GEN_STEP),
        .due_on =
            open ? (struct day){ .n = day_of(g->now).n - 5 + (int32_t)gen_below(g, 90) }
                 : (struct day){ .n = day_of(at).n + 7 },
        .now = at,
        .subjects = gen_as(g, k->desk, at),
    };

    sql_step_add_later(g->c, gen_keep(g, &in, sizeof in));
    if (!gen_declared(g, &g->out->steps)
        || !gen_version(g, k, k->owner, in.step_id.id, 1, "step", "次の対応を決めた",
                        in.what))
        return false;
    if (open)
        return gen_duty(g, k, DUTY_NEXT_STEP, in.step_id.id, k->desk->id, k->owner,
                        in.due_on);
    return true;
}

/* A step that was done between two moments of the case. */
static bool
add_step_done(struct generator *g, const struct gen_case *k)
{
    const int64_t at = gen_moment(g, k, 0, 500);
    const int64_t done = gen_moment(g, k, 500, 1000);
    const struct sql_step_add_in step = {
        .step_id = { id_new(g->c) },
        .case_id = k->id,
        .desk_id = k->desk->id,
        .owner_post = k->owner,
        .what = gen_word(g, GEN_STEP),
        .due_on = { .n = day_of(at).n + 7 },
        .now = at,
        .subjects = gen_as(g, k->desk, at),
    };
    const struct sql_step_done_in end = { .step_id = step.step_id,
                                          .result = "済ませた",
                                          .now = done,
                                          .subjects = step.subjects };
    int64_t uncounted = 0;

    sql_step_add_later(g->c, gen_keep(g, &step, sizeof step));
    if (!gen_declared(g, &g->out->steps)
        || !gen_version(g, k, k->owner, step.step_id.id, 1, "step", "次の対応を決めた",
                        step.what))
        return false;
    sql_step_done_later(g->c, gen_keep(g, &end, sizeof end));
    if (!gen_declared(g, &uncounted))
        return false;
    g->c->now = done;
    return gen_version(g, k, k->owner, step.step_id.id, 2, "step", "次の対応を済ませた",
                       end.result);
}

static bool
touch(struct generator *g, const struct gen_case *k)
{
    const struct sql_case_touch_in in = { .case_id = k->id,
                                          .now = k->last,
                                          .subjects = gen_as(g, k->desk, k->last) };
    int64_t uncounted = 0;

    sql_case_touch_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &uncounted);
}

/* Reach from the acts' own function, at the time of the act. */
static bool
reach_from(struct generator *g, const struct gen_case *k)
{
    size_t put = 0;

    if (!gen_flush(g) || !store_reach_sync(g->c, k->id, k->desk->id, &put))
        return false;
    g->out->reach += (int64_t)put;
    return true;
}

bool
gen_case(struct generator *g)
{
    const struct person_id person = { id_new(g->c) };
    struct form_intake f;
    struct gen_case k;

    draw_case(g, &k);
    draw_intake(g, &k, &f);
    return add_head(g, &k) && add_person(g, &k, person, &f)
           && add_consultation(g, &k, person, &f) && reach_from(g, &k)
           && add_notes(g, &k) && add_step_done(g, &k)
           && (!k.open || add_step(g, &k, gen_moment(g, &k, 900, 1000), true))
           && (!gen_often(g, 600) || gen_referral(g, &k)) && touch(g, &k);
}
