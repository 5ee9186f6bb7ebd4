#include "desk_outreach_part.h"

#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/outreach_rule.h"
#include "../domain/plan.h"
#include "../domain/town.h"
#include "../policy/shown.h"

#include <string.h>

/* What the conference of the municipality is called that decides how somebody is approached. */
static const char *
conference_name(const struct profile *p)
{
    for (size_t i = 0; i < p->meetings.n; i++)
        if (p->meetings.v[i].kind == PROFILE_MEETING_KIND_SUPPORT)
            return p->meetings.v[i].name;
    return "支援会議";
}

/* Where the plan says so, the city visits on a policy that a conference decided. */
static bool
check_policy(struct ctx *c, struct case_id id, enum post_kind visitor)
{
    struct sql_outreach_policies_rows rows = { 0 };

    if (visitor != POST_KIND_CITY || !outreach_wants_policy(c->town->profile))
        return true;
    if (!sql_outreach_policies(
            c,
            &(struct sql_outreach_policies_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    return rows.n
           || refuse(
               c, ERR_RULE,
               "この市では、市の職員が訪ねる前に「%s」で方針を決めます。決めた日と"
               "方針を「訪問の予定と方針」に書いてから、始めてください。",
               conference_name(c->town->profile));
}

static bool
check_contact(struct ctx *c, const struct form_outreach_contact *f, struct day *on)
{
    bool good = desk_check_codes(c, &form_outreach_contact_def, f);

    good = outreach_day(c, "happened_on", "いつ", f->happened_on, on) && good;
    if (outreach_is_visit(f->way) && !f->result)
        good = refuse_field(c, "result",
                            "訪問や同行のときは、「会えたか」を選んでください。");
    if (f->way == OUTREACH_WAY_LETTER && id_none(f->letter.id) && !*f->letter_text)
        good =
            refuse_field(c, "letter_text",
                         "手紙のときは、「手紙のひな形」を選ぶか、「出した手紙の文」を"
                         "書いてください。");
    if (*f->next_what && !day_known(f->next_on))
        good = refuse_field(
            c, "next_on", "「次の働きかけ」には、「いつまでに」の日も書いてください。");
    return good;
}

/* The letter as it is sent: what was typed, else the template's text of this moment. */
static bool
take_letter(struct ctx *c,
            const struct form_outreach_contact *f,
            struct sql_contact_add_in *in)
{
    struct sql_letter_one_row row;
    bool found;

    in->letter = f->letter_text;
    in->letter_name = "";
    if (id_none(f->letter.id))
        return true;
    if (!sql_letter_one(c, &(struct sql_letter_one_in){ .letter_id = f->letter }, &row,
                        &found))
        return false;
    if (!found)
        return refuse_field(c, "letter",
                            "「手紙のひな形」を、一覧から選んでください。");
    in->letter_name = row.name;
    if (!*f->letter_text)
        in->letter = row.body;
    return true;
}

/* A planned visit was made: whose turn it was makes it. */
static bool
finish_turn(struct ctx *c, struct case_id id, struct turn_id turn, struct contact_id by)
{
    struct sql_turn_one_row row;
    size_t done;
    bool found;

    if (id_none(turn.id))
        return true;
    if (!sql_turn_one(c,
                      &(struct sql_turn_one_in){ .turn_id = turn,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now },
                      &row, &found))
        return false;
    if (!found || !id_same(row.case_id.id, id.id)
        || !id_same(row.to_desk.id, c->viewer->desk.id))
        return refuse(c, ERR_DENIED, "another desk's turn");
    if (!sql_turn_done_changed(c,
                               &(struct sql_turn_done_in){ .turn_id = turn,
                                                           .contact_id = by,
                                                           .subjects = desk_subjects(c),
                                                           .now = c->now },
                               &done))
        return false;
    if (!done)
        return refuse(c, ERR_CONFLICT,
                      "この訪問の予定は、もう済んでいるか、取りやめです。");
    return desk_clear_duty(c, DUTY_OUTREACH_VISIT, turn.id);
}

static bool
follow(struct ctx *c,
       struct case_id id,
       const struct sql_outreach_show_row *row,
       const struct form_outreach_contact *f,
       struct day on)
{
    struct sql_outreach_set_in in = {
        .case_id = id,
        .version = row->version,
        .state = f->state ? f->state : outreach_state_after(row->state, f->result),
        .stage = *f->stage ? f->stage : row->stage,
        .safety = row->safety,
        .coordinating = row->coordinating,
        .handed_on = row->handed_on,
        .subjects = desk_subjects(c),
        .now = c->now,
    };

    if (f->state == OUTREACH_STATE_CLOSED)
        return refuse_field(
            c, "state", "終わりにするのは、「状態を直す」で、わけを書いてからです。");
    return in.state == row->state && strcmp(in.stage, row->stage) == 0
               ? true
               : outreach_move(c, id, row, &in, "", on);
}

bool
desk_outreach_contact(struct ctx *c,
                      struct case_id id,
                      const struct form_outreach_contact *f,
                      struct outcome *out)
{
    struct sql_contact_add_in in = {
        .contact_id = { id_new(c) },
        .case_id = id,
        .way = f->way,
        .result = f->result,
        .fact = f->fact,
        .own_words = f->own_words,
        .asked = f->asked || f->answer,
        .answer = f->answer,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_outreach_show_row row;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_load(c, id, &row) || !check_contact(c, f, &in.happened_on)
        || (outreach_is_visit(f->way) && !check_policy(c, id, c->viewer->kind))
        || !take_letter(c, f, &in) || !sql_contact_add(c, &in)
        || !finish_turn(c, id, f->turn, in.contact_id)
        || !sql_outreach_recount(
            c, &(struct sql_outreach_recount_in){ .case_id = id,
                                                  .subjects = in.subjects,
                                                  .now = c->now })
        || !follow(c, id, &row, f, in.happened_on))
        return false;
    if (*f->next_what
        && !desk_add_step(c, id, c->viewer->post, f->next_what, f->next_on))
        return false;
    out->id = in.contact_id.id;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=contact#log", id.id.s);
    return desk_keep_version(c, in.contact_id.id, 1, "contact", id,
                             outreach_way_label(f->way),
                             desk_form_text(c, &form_outreach_contact_def, f))
           && outreach_touch(c, id);
}

/* The desks chosen, in the order in which they take turns. */
static size_t
desks_of(const struct form_outreach_plan *f, struct desk_id out[3])
{
    const struct desk_id all[] = { f->first, f->second, f->third };
    size_t n = 0;

    for (size_t i = 0; i < 3; i++)
        if (!id_none(all[i].id))
            out[n++] = all[i];
    return n;
}

bool
outreach_visitor(struct ctx *c,
                 struct case_id id,
                 const char *field,
                 struct desk_id desk)
{
    struct sql_desk_one_row row;
    bool found;

    if (id_none(desk.id))
        return true;
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = desk }, &row, &found))
        return false;
    if (!found)
        return refuse_field(c, field, "「訪ねる機関」を、一覧から選んでください。");
    return check_policy(
        c, id, strcmp(row.kind, "city") == 0 ? POST_KIND_CITY : POST_KIND_COMMISSIONED);
}

static bool
add_policy(struct ctx *c, struct case_id id, const struct form_outreach_plan *f)
{
    if (!*f->policy && !day_known(f->decided_on))
        return true;
    if (!*f->policy || !day_known(f->decided_on))
        return refuse_field(
            c, *f->policy ? "decided_on" : "policy",
            "方針は、「方針を決めた日」と「決めた方針」をいっしょに書いて"
            "ください。");
    if (f->decided_on.n > day_of(c->now).n)
        return refuse_field(c, "decided_on",
                            "「方針を決めた日」は、きょうまでの日にしてください。");
    return sql_outreach_policy_add(
        c, &(struct sql_outreach_policy_add_in){
               .policy_id = id_new(c),
               .case_id = id,
               .decided_on = f->decided_on,
               .meeting = *f->meeting ? f->meeting : conference_name(c->town->profile),
               .body = f->policy,
               .desk_id = c->viewer->desk,
               .post_id = c->viewer->post,
               .subjects = desk_subjects(c),
               .now = c->now });
}

static bool
add_turn(struct ctx *c, struct sql_turn_add_in *in)
{
    size_t added;

    in->turn_id.id = id_new(c);
    if (!sql_turn_add_changed(c, in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_put_duty(c, in->case_id, DUTY_OUTREACH_VISIT, in->turn_id.id,
                         in->to_desk, (struct post_id){ .id = { .s = "" } },
                         in->due_on);
}

static bool
add_turns(struct ctx *c,
          struct case_id id,
          const struct form_outreach_plan *f,
          const struct desk_id *desks,
          size_t n)
{
    const int turns = outreach_turns((int)f->every, (int)f->weeks);
    const size_t series = f->in_turn ? 1 : n;
    struct sql_turn_add_in in = {
        .case_id = id,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };

    for (size_t s = 0; s < series; s++) {
        in.series_id = id_new(c);
        for (int i = 0; i < turns; i++) {
            in.place = i + 1;
            in.due_on.n = f->from_on.n + i * (int)f->every;
            in.to_desk = desks[f->in_turn ? (size_t)i % n : s];
            if (!add_turn(c, &in))
                return false;
        }
    }
    return true;
}

/* Each agency that is to visit has the case, or gets it handed over. */
static bool
give_all(struct ctx *c,
         struct case_id id,
         const struct form_outreach_plan *f,
         const struct desk_id *desks,
         size_t n)
{
    static const char *const FIELDS[] = { "first", "second", "third" };
    const char *why = *f->policy ? f->policy : "訪問の予定に入っています。";

    for (size_t i = 0; i < n; i++) {
        bool done;

        if (!outreach_give(c, id, desks[i], "予定にそって訪ねてください。", why, &done))
            return false;
        if (!done)
            return refuse_field(
                c, FIELDS[i],
                "この機関へは、本人の同意か特別の理由がなければ渡せません。"
                "先に「つなぐ」から根拠を選んで送ってください。");
    }
    return true;
}

bool
desk_outreach_plan(struct ctx *c,
                   struct case_id id,
                   const struct form_outreach_plan *f,
                   struct outcome *out)
{
    struct desk_id desks[3];
    const size_t n = desks_of(f, desks);
    struct sql_outreach_show_row row;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_load(c, id, &row))
        return false;
    if (f->from_on.n < day_of(c->now).n)
        return refuse_field(c, "from_on",
                            "「はじめの訪問の日」は、きょうからの日にしてください。");
    if (!add_policy(c, id, f) || !outreach_visitor(c, id, "first", f->first)
        || !outreach_visitor(c, id, "second", f->second)
        || !outreach_visitor(c, id, "third", f->third) || !give_all(c, id, f, desks, n)
        || !add_turns(c, id, f, desks, n))
        return false;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=planned#plan", id.id.s);
    return desk_keep_version(c, id_new(c), 1, "outreach", id, "訪問の予定を決めた",
                             desk_form_text(c, &form_outreach_plan_def, f))
           && outreach_touch(c, id);
}

bool
desk_outreach_cancel(struct ctx *c, struct turn_id turn, struct outcome *out)
{
    const struct sql_turn_one_in one = { .turn_id = turn,
                                         .subjects = desk_subjects(c),
                                         .now = c->now };
    struct sql_turn_open_in in = { .subjects = one.subjects, .now = c->now };
    struct sql_turn_open_rows open = { 0 };
    struct sql_turn_one_row row;
    struct facts facts;
    bool found;

    if (!sql_turn_one(c, &one, &row, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such turn");
    in.case_id = row.case_id;
    in.series_id = row.series_id;
    if (!desk_allow(c, row.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !sql_turn_open(c, &in, &open))
        return false;
    if (!open.n)
        return refuse(c, ERR_CONFLICT, "取りやめる訪問は、もうありません。");
    for (size_t i = 0; i < open.n; i++)
        if (!desk_clear_duty(c, DUTY_OUTREACH_VISIT, open.v[i].turn_id.id))
            return false;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=unplanned#plan",
                              row.case_id.id.s);
    return sql_turn_cancel(c, &(struct sql_turn_cancel_in){ .series_id = row.series_id,
                                                            .subjects = in.subjects,
                                                            .now = c->now })
           && desk_keep_version(c, id_new(c), 1, "outreach", row.case_id,
                                "訪問の予定を取りやめた", "")
           && outreach_touch(c, row.case_id);
}

bool
desk_outreach_tie(struct ctx *c,
                  struct case_id id,
                  const struct form_outreach_tie *f,
                  struct outcome *out)
{
    struct sql_tie_add_in in = {
        .tie_id = { id_new(c) },
        .case_id = id,
        .kind = f->kind,
        .name = f->name,
        .part = f->part,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_outreach_show_row row;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_load(c, id, &row)
        || !outreach_day(c, "since_on", "いつから", f->since_on, &in.since_on)
        || !sql_tie_add(c, &in))
        return false;
    out->id = in.tie_id.id;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=tie&tie=%s#net", id.id.s,
                              in.tie_id.id.s);
    return desk_keep_version(c, in.tie_id.id, 1, "tie", id, "支える人を加えた",
                             desk_form_text(c, &form_outreach_tie_def, f))
           && outreach_touch(c, id);
}

bool
desk_outreach_tie_end(struct ctx *c,
                      struct tie_id tie,
                      const struct form_outreach_tie_end *f,
                      struct outcome *out)
{
    struct sql_tie_one_row row;
    struct facts facts;
    struct day on;
    size_t ended;
    bool found;

    if (!sql_tie_one(c,
                     &(struct sql_tie_one_in){
                         .tie_id = tie, .subjects = desk_subjects(c), .now = c->now },
                     &row, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such tie");
    if (!desk_allow(c, row.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_day(c, "until_on", "いつまで", f->until_on, &on))
        return false;
    if (on.n < row.since_on.n)
        return refuse_field(c, "until_on",
                            "「いつまで」は、始まった日よりあとにしてください。");
    if (!sql_tie_end_changed(c,
                             &(struct sql_tie_end_in){ .tie_id = tie,
                                                       .until_on = on,
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now },
                             &ended))
        return false;
    if (!ended)
        return refuse(c, ERR_CONFLICT, "この人・機関の終わりは、もう書かれています。");
    out->place =
        arena_printf(c->mem, "/cases/%s/outreach?said=tie#net", row.case_id.id.s);
    return desk_keep_version(c, tie.id, 2, "tie", row.case_id,
                             "支える人の終わりを書いた", day_iso(c->mem, on))
           && outreach_touch(c, row.case_id);
}
