#include "desk_intake.h"

#include "desk_abuse.h"
#include "../base/text.h"
#include "../domain/codes.h"
#include "../domain/intake_rule.h"
#include "../domain/town.h"
#include "desk_send.h"
#include "desk_triage.h"

#include <stdio.h>
#include <string.h>

/* The codes of the desks that the rollout has reached; "" stands for all. */
static bool
is_enabled(struct ctx *c, bool *out)
{
    struct sql_setting_get_row row;
    struct sql_desk_one_row desk;
    bool found;
    const char *at;

    *out = true;
    if (!sql_setting_get(c, &(struct sql_setting_get_in){ .name = "intake_desks" },
                         &row, &found))
        return false;
    if (!found || !*row.value)
        return true;
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = c->viewer->desk }, &desk,
                      &found))
        return false;
    at = found ? strstr(row.value, arena_printf(c->mem, "\n%s\n", desk.code)) : NULL;
    *out = at != NULL;
    return true;
}

static bool
is_site_of_desk(struct ctx *c, const char *site, bool *out)
{
    const struct profile_settings *s = c->town->settings.own;
    struct sql_desk_one_row desk;
    bool found;

    *out = false;
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = c->viewer->desk }, &desk,
                      &found))
        return false;
    for (size_t i = 0; found && s && i < s->sites.n; i++)
        if (text_same(s->sites.v[i].code, site))
            *out = true;
    return true;
}

bool
desk_intake_check(struct ctx *c, const struct form_intake *f)
{
    bool enabled;
    bool site = true;

    if (!is_enabled(c, &enabled) || (*f->site && !is_site_of_desk(c, f->site, &site)))
        return false;
    if (!enabled)
        return refuse(c, ERR_RULE,
                      "この窓口での受付は、まだ始まっていません。始まっている窓口へ"
                      "つないでください。");
    return site || refuse_field(c, "site", "「会場」を、一覧から選んでください。");
}

/* Who comes or calls is answered there and then; a letter is answered later. */
static bool
answered_at_once(const char *method)
{
    return !*method || text_same(method, "visit_us") || text_same(method, "telephone")
           || text_same(method, "home") || text_same(method, "outstation");
}

/* "10時30分" or "10:30" on the day it was received; never before that nor to come. */
static bool
answered_at(struct ctx *c, const struct form_intake *f, int64_t at, int64_t *out)
{
    int hour;
    int minute = 0;
    char colon[16];

    *out = answered_at_once(f->method) ? at : 0;
    if (!*f->responded_at)
        return true;
    if (sscanf(text_fold(c->mem, f->responded_at), "%2d%15[^0-9]%2d", &hour, colon,
               &minute)
            < 2
        || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return refuse_field(
            c, "responded_at",
            "「最初に応じた時刻」は、14時05分 か 14:05 のように書いてください。");
    *out = day_begin(day_of(at)) + ((int64_t)hour * 60 + minute) * 60000;
    return (*out >= at && *out <= c->now)
           || refuse_field(
               c, "responded_at",
               "「最初に応じた時刻」は、受けた時刻より後、いまより前にしてください。");
}

bool
desk_intake_way(struct ctx *c,
                struct consultation_id id,
                const struct form_intake *f,
                int64_t at)
{
    int64_t answered;

    return answered_at(c, f, at, &answered)
           && sql_consultation_way_put(
               c, &(struct sql_consultation_way_put_in){
                      .consultation_id = id,
                      .brought_by = *f->brought_by ? f->brought_by : "unknown",
                      .site = f->site,
                      .procedure_name = f->procedure_name,
                      .unsure = f->unsure,
                      .asks_advice = f->asks_advice,
                      .area = f->area,
                      .main_topic = f->main_topic,
                      .agencies = f->agencies,
                      .no_consent_reason = f->no_consent_reason,
                      .outlook = f->outlook,
                      .wanted = f->wanted,
                      .rights = f->rights,
                      .answered = answered != 0,
                      .responded_at = answered,
                      .post_id = c->viewer->post });
}

static bool
send(struct ctx *c,
     struct case_id id,
     const struct form_intake *f,
     const char *rule,
     const char *purpose,
     bool *sent)
{
    const bool pool = text_same(rule, RULE_POOL_DESK);
    const char *handed =
        pool ? arena_printf(c->mem, "受け皿に入りました。緊急度：%s",
                            urgency_label(f->urgency ? f->urgency : URGENCY_UNKNOWN))
             : f->words;
    const struct rule_referral r = {
        .rule = rule,
        .basis_reason = "",
        .ask = pool ? "information" : "take_over",
        .purpose = purpose,
        .handed = handed,
        .items = pool ? ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_COORDINATION) : 0,
        .urgency = f->urgency,
    };
    bool own;

    return desk_send_by_rule(c, id, &r, sent, &own);
}

bool
desk_intake_route(struct ctx *c, struct case_id id, const struct form_intake *f)
{
    bool sent = false;

    if (f->discreet) /* who does not want to be known is sent nowhere by itself */
        return f->rights != RIGHTS_NEED_ABUSE || desk_abuse_minded(c, id);
    if (f->rights && !desk_rights_route(c, id, f->rights, f->words))
        return false;
    if (f->unsure
        && !send(c, id, f, RULE_UNSURE_DESK,
                 "どこに相談すればよいかわからない方です。課題を整理してください。",
                 &sent))
        return false;
    return sent
           || send(c, id, f, RULE_POOL_DESK,
                   "市の受け皿に入れます。最初の対応は、この窓口でしました。", &sent);
}

bool
desk_intake_answered(struct ctx *c, struct case_id id)
{
    return sql_consultation_answer(
        c, &(struct sql_consultation_answer_in){ .case_id = id,
                                                 .post_id = c->viewer->post,
                                                 .now = c->now,
                                                 .subjects = desk_subjects(c) });
}
