#include "desk_intake.h"
#include "desk_part.h"
#include "desk_people.h"
#include "desk_watch.h"
#include "desk_words.h"

#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/duty_rule.h"
#include "../policy/shown.h"

#include <string.h>

/* The words of an entry, as search keeps them. */
static bool
keep_words(struct ctx *c,
           struct note_id id,
           struct case_id case_id,
           struct day on,
           const char *const *texts)
{
    return desk_keep_words(c,
                           &(struct sql_record_text_put_in){ .record_id = id.id,
                                                             .case_id = case_id,
                                                             .desk_id = c->viewer->desk,
                                                             .post_id = c->viewer->post,
                                                             .kind = "note",
                                                             .happened_on = on },
                           texts);
}

static bool
add_note(struct ctx *c, struct case_id id, const struct form_note *f)
{
    const struct sql_note_add_in in = {
        .note_id = { id_new(c) },
        .case_id = id,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .happened_on = day_known(f->happened_on) ? f->happened_on : day_of(c->now),
        .now = c->now,
        .method = f->method,
        .result = f->result,
        .minutes = f->minutes,
        .minutes_given = f->minutes_given,
        .fact = f->fact,
        .own_words = f->own_words,
        .opinion = f->opinion,
        .subjects = desk_subjects(c),
    };
    size_t added;

    if (!sql_note_add_changed(c, &in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return keep_words(c, in.note_id, id, in.happened_on,
                      (const char *const[]){ f->fact, f->own_words, f->opinion, NULL })
           && desk_keep_version(c, in.note_id.id, 1, "note", id, "",
                                desk_form_text(c, &form_note_def, f));
}

/* What the fields ask of one another. */
static bool
check_note(struct ctx *c, const struct form_note *f)
{
    bool good = desk_check_codes(c, &form_note_def, f);

    if (day_known(f->happened_on) && f->happened_on.n > day_of(c->now).n)
        good = refuse_field(c, "happened_on",
                            "「いつ」は、きょうまでの日にしてください。");
    if (*f->next_what && !day_known(f->next_on))
        good = refuse_field(c, "next_on",
                            "「次の対応」には、「いつまでに」の日も書いてください。");
    if (!*f->next_what && day_known(f->next_on))
        good = refuse_field(c, "next_what",
                            "「いつまでに」の日には、「次の対応」も書いてください。");
    return good;
}

bool
desk_case_note(struct ctx *c,
               struct case_id id,
               const struct form_note *f,
               struct draft_id draft,
               struct outcome *out)
{
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !check_note(c, f) || !add_note(c, id, f) || !desk_drop_draft(c, draft))
        return false;
    if (*f->next_what
        && !desk_add_step(c, id, c->viewer->post, f->next_what, f->next_on))
        return false;
    if ((f->result == CONTACT_RESULT_MET || f->result == CONTACT_RESULT_SPOKE)
        && !desk_intake_answered(c, id))
        return false;
    if (!desk_watch_case(c, id) || !store_reach_sync(c, id, c->viewer->desk, NULL)
        || !sql_case_touch(
            c, &(struct sql_case_touch_in){
                   .case_id = id, .now = c->now, .subjects = desk_subjects(c) }))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s?said=note#notes", id.id.s);
    return true;
}

bool
desk_note_begin(const struct ctx *c, const char *code, struct form_note *out)
{
    const struct code *t = codes_find(c->town->codes, "note_template", code);
    const char *dot = t ? strchr(code, '.') : NULL;
    const char *end = dot ? strchr(dot + 1, '.') : NULL;

    *out = (struct form_note){ .own_words = "",
                               .opinion = "",
                               .next_what = "",
                               .happened_on = { DAY_NONE },
                               .next_on = { DAY_NONE } };
    if (!end)
        return false;
    out->method = arena_printf(c->mem, "%.*s", (int)(dot - code), code);
    out->fact = t->label;
    return contact_result_read(
        arena_printf(c->mem, "%.*s", (int)(end - dot - 1), dot + 1), &out->result);
}

struct link_list
desk_note_begins(const struct ctx *c, const char *path)
{
    const struct code_options all =
        codes_options(c->mem, c->town->codes, "note_template", day_of(c->now));
    struct link_list out = { 0 };

    for (size_t i = 0; i < all.n; i++)
        *VEC_PUSH(c->mem, &out) = (struct link_view){
            .path = arena_printf(c->mem, "%s?begin=%s#write", path, all.v[i]->code),
            .text = all.v[i]->label,
        };
    return out;
}

/* Only who wrote an entry mends it. */
static bool
load_note(struct ctx *c, struct note_id id, struct sql_note_show_row *row)
{
    struct facts facts;

    return sql_note_show(c,
                         &(struct sql_note_show_in){ .note_id = id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                         row)
           && (id_same(row->post_id.id, c->viewer->post.id)
               || refuse(c, ERR_DENIED, "somebody else's entry"))
           && desk_allow(c, row->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts);
}

bool
desk_case_mend(struct ctx *c,
               struct note_id id,
               const struct form_note_mend *f,
               struct outcome *out)
{
    struct sql_note_show_row n;
    const struct sql_note_change_in in = {
        .note_id = id,
        .version = f->version,
        .fact = f->fact,
        .own_words = f->own_words,
        .opinion = f->opinion,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    size_t changed;

    if (!load_note(c, id, &n) || !sql_note_change_changed(c, &in, &changed))
        return false;
    if (!changed)
        return refuse(
            c, ERR_CONFLICT,
            "この記録は、書いているあいだに直されました。今の内容と見くらべて、"
            "もう一度送ってください。");
    if (!keep_words(c, id, n.case_id, n.happened_on,
                    (const char *const[]){ f->fact, f->own_words, f->opinion, NULL })
        || !desk_keep_version(c, id.id, f->version + 1, "note", n.case_id, f->reason,
                              desk_form_text(c, &form_note_mend_def, f)))
        return false;
    shown_note(c, SHOWN_CASE, n.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s?said=mended#notes", n.case_id.id.s);
    return true;
}

/* The owner must belong to the viewer's desk now. */
static bool
check_owner(struct ctx *c, struct post_id owner)
{
    struct sql_post_of_desk_row row;
    bool found;

    if (!sql_post_of_desk(c,
                          &(struct sql_post_of_desk_in){ .post_id = owner,
                                                         .desk_id = c->viewer->desk,
                                                         .now = c->now },
                          &row, &found))
        return false;
    return found
           || refuse_field(c, "owner",
                           "「担当する人」は、同じ窓口の人から選んでください。");
}

bool
desk_case_step(struct ctx *c,
               struct case_id id,
               const struct form_next_step *f,
               struct outcome *out)
{
    const struct post_id owner = id_none(f->owner.id) ? c->viewer->post : f->owner;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (f->due.n < day_of(c->now).n)
        return refuse_field(c, "due",
                            "「いつまでに」は、きょうからの日にしてください。");
    if (!check_owner(c, owner) || !desk_add_step(c, id, owner, f->what, f->due)
        || !desk_watch_case(c, id))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s?said=step", id.id.s);
    return true;
}

static bool
load_step(struct ctx *c, struct step_id id, struct sql_step_show_row *row)
{
    struct facts facts;

    return sql_step_show(c,
                         &(struct sql_step_show_in){ .step_id = id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                         row)
           && (id_same(row->desk_id.id, c->viewer->desk.id)
               || refuse(c, ERR_DENIED, "a step of another desk"))
           && desk_allow(c, row->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts);
}

bool
desk_case_step_done(struct ctx *c,
                    struct step_id id,
                    const struct form_next_step_done *f,
                    struct outcome *out)
{
    struct sql_step_show_row t;
    const char *result = *f->result ? f->result : "済ませた";
    size_t done;

    if (!load_step(c, id, &t)
        || !sql_step_done_changed(
            c,
            &(struct sql_step_done_in){ .step_id = id,
                                        .result = f->result,
                                        .now = c->now,
                                        .subjects = desk_subjects(c) },
            &done))
        return false;
    if (!done)
        return refuse(c, ERR_CONFLICT, "この対応は、もう済んでいます。");
    if (!desk_clear_duty(c, DUTY_NEXT_STEP, id.id) || !desk_watch_case(c, t.case_id)
        || !desk_keep_version(c, id.id, 2, "step", t.case_id, "次の対応を済ませた",
                              result))
        return false;
    shown_note(c, SHOWN_CASE, t.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s?said=done", t.case_id.id.s);
    return true;
}

static bool
form_page(struct ctx *c,
          struct case_id id,
          const char *path,
          const char *subject,
          struct case_form_view *out)
{
    struct case_view v;

    if (!desk_case_show(c, id, 0, &v))
        return false;
    *out = (struct case_form_view){
        .number = v.head.number,
        .title = v.head.title,
        .case_path = v.head.path,
        .path = path,
        .subject = subject,
        .seen_by = arena_printf(c->mem, "%sの人", c->viewer->desk_name),
        .seal = show_seal(GROUND_OWN),
    };
    return true;
}

bool
desk_case_step_new(struct ctx *c, struct case_id id, struct case_form_view *out)
{
    struct facts facts;

    return desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
           && form_page(c, id, show_path(c, "cases", id.id, "/steps"), NULL, out);
}

bool
desk_case_step_show(struct ctx *c, struct step_id id, struct case_form_view *out)
{
    struct sql_step_show_row t;

    return load_step(c, id, &t)
           && form_page(c, t.case_id, show_path(c, "steps", id.id, "/done"), t.what,
                        out);
}

bool
desk_case_mend_show(struct ctx *c,
                    struct note_id id,
                    struct case_form_view *out,
                    struct form_note_mend *now)
{
    struct sql_note_show_row n;

    if (!load_note(c, id, &n)
        || !form_page(
            c, n.case_id, show_path(c, "notes", id.id, "/mend"),
            arena_printf(c->mem, "%sの支援経過", day_short(c->mem, n.happened_on)),
            out))
        return false;
    out->version = arena_printf(c->mem, "%lld", (long long)n.version);
    *now = (struct form_note_mend){ .fact = n.fact,
                                    .own_words = n.own_words,
                                    .opinion = n.opinion,
                                    .reason = "",
                                    .version = n.version,
                                    .version_given = true };
    return true;
}

/* Versions that say where somebody lives show only while that is open of everybody. */
static bool
places_open(struct ctx *c, const struct sql_version_list_row *v)
{
    static const char *const KINDS[] = { "person", "household", "consultation" };
    const struct sql_case_people_in in = { v->case_id, desk_subjects(c), c->now };
    struct sql_case_people_rows people = { 0 };
    const struct facts *of;
    bool tells = false;

    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        tells = tells || strcmp(v->kind, KINDS[i]) == 0;
    if (!tells)
        return true;
    if (!sql_case_people(c, &in, &people)
        || !desk_people_facts(c, v->case_id, OWN_DESK, &people, &of))
        return false;
    for (size_t i = 0; i < people.n; i++)
        if (of[i].protect == PROTECT_SHUT)
            return refuse(c, ERR_MISSING, "it says where somebody protected lives");
    return true;
}

bool
desk_case_history(struct ctx *c, struct id record, struct history_view *out)
{
    struct sql_version_list_rows rows = { 0 };
    struct sql_case_show_row head;
    struct facts facts;
    const struct db_ids who = desk_subjects(c);

    if (!sql_version_list(c,
                          &(struct sql_version_list_in){
                              .record_id = record, .subjects = who, .now = c->now },
                          &rows))
        return false;
    if (!rows.n)
        return refuse(c, ERR_MISSING, "no such record");
    if (!places_open(c, &rows.v[0])
        || !store_facts_of_case(c, rows.v[0].case_id, &facts)
        || !sql_case_show(c,
                          &(struct sql_case_show_in){ .case_id = rows.v[0].case_id,
                                                      .subjects = who,
                                                      .now = c->now },
                          &head))
        return false;
    *out = (struct history_view){
        .title = "これまでの内容",
        .number = head.number,
        .case_path = show_path(c, "cases", rows.v[0].case_id.id, ""),
    };
    /* a record is its desk's own; neither lead nor hand-over opens it to others */
    facts.handed = HANDED_NONE;
    facts.sent = 0;
    facts.own = id_same(rows.v[rows.n - 1].desk_id.id, c->viewer->desk.id) ? OWN_DESK
                                                                           : OWN_NONE;
    policy_show_versions(c, &facts, &rows, out);
    return true;
}
