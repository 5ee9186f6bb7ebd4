#include "show.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/case_number.h"
#include "../domain/duty_rule.h"
#include "../domain/search_key.h"
#include "../domain/snippet.h"
#include "mask.h"
#include "shown.h"

#include <string.h>

/* What a line in a list consists of. */
static const uint32_t LINE =
    ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_COORDINATION);

/*
 * What the viewer may see of a list's row, by its strongest ground. consented: this very
 * person's consent names the viewer.
 */
struct decision
show_row(const struct ctx *c, int64_t ground, bool consented)
{
    struct facts f = {
        .role = c->viewer->role,
        .standing = STANDING_ACTIVE,
        .protect = PROTECT_NONE,
        .informant = INFORMANT_OPEN,
        .barrier = BARRIER_NONE,
        .paper = PAPER_NONE,
        .keep = c->viewer->keep,
    };

    if (ground == GROUND_OWN)
        f.own = role_shares_desk(f.role) ? OWN_DESK : OWN_SELF;
    if (ground == GROUND_LEAD)
        f.part = PART_LEAD;
    if (ground == GROUND_CONSENT) {
        f.part = PART_TEAM;
        f.consent = consented ? LINE : LINE & ~ITEM_BIT(ITEM_IDENTITY);
    }
    if (ground == GROUND_SENT)
        f.handed = HANDED_WAITING;
    if (ground == GROUND_HELD) {
        f.handed = HANDED_HELD;
        f.sent = LINE;
    }
    return policy_decide(ACT_LIST, &f);
}

static const char *
about_text(struct ctx *c, int64_t age, const char *place)
{
    if (age < 0)
        return place;
    return arena_printf(c->mem, "%d歳くらい%s%s", (int)age, *place ? "　" : "", place);
}

static const char *
name_text(struct ctx *c, const struct sql_case_list_row *r)
{
    if (*r->name)
        return arena_printf(c->mem, "%sさん", r->name);
    return person_known_label(r->known);
}

/* Why what was typed finds the row; NULL where it says nothing beyond the name itself. */
static const char *
hit_text(struct ctx *c, const struct sql_case_list_row *r, const char *search)
{
    const struct search_person p = { r->name, r->kana, r->place, r->others };
    const char *number = case_number_read(c->mem, search);
    const char *typed = text_line(c->mem, search);

    if (number && text_same(number, r->number))
        return "番号が同じ";
    switch (search_key_why(c->mem, &p, search)) {
    case SEARCH_HIT_NONE:
    case SEARCH_HIT_NAME:
        return NULL;
    case SEARCH_HIT_SHAPE:
        return arena_printf(c->mem, "%s ≒ %s（異体字）", r->name, typed);
    case SEARCH_HIT_SIMILAR:
        return arena_printf(c->mem, "%s ≒ %s（似た字）", r->name, typed);
    case SEARCH_HIT_READING:
    case SEARCH_HIT_LATIN:
        return arena_printf(c->mem, "よみが同じ（%s）", *r->kana ? r->kana : r->name);
    case SEARCH_HIT_PLACE:
        return "住所にある";
    case SEARCH_HIT_OTHER:
        return arena_printf(c->mem, "ほかの名前（%s）", r->others);
    }
    return NULL;
}

void
policy_show_cases(struct ctx *c,
                  const struct sql_case_list_rows *rows,
                  const char *search,
                  struct case_line_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_case_list_row *r = &rows->v[i];
        const struct decision d = show_row(c, r->ground, r->consented);
        const bool due = day_known(r->next_on);
        /* what a step says belongs to the desk that leads; others see that there is one */
        const bool ours = id_same(r->desk_id.id, c->viewer->desk.id);

        *VEC_PUSH(c->mem, out) = (struct case_line_view){
            .path = show_path(c, "cases", r->case_id.id, ""),
            .number = r->number,
            .name = mask_text(&d, ITEM_IDENTITY, name_text(c, r)),
            .about = mask_text(&d, ITEM_IDENTITY, about_text(c, r->age, r->place)),
            .state = mask_text(&d, ITEM_COORDINATION, case_state_label(r->state)),
            .lead = arena_printf(c->mem, "%s　%s", r->desk, r->owner),
            .next = ours && due ? r->next_what : NULL,
            .next_due = ours && due ? show_due(c, r->next_on) : NULL,
            .late = ours && due && show_late(c, r->next_on) != NULL,
            .last = day_short(c->mem, day_of(r->touched_at)),
            .seal = show_seal((enum ground)r->ground),
            .hit = mask_text(&d, ITEM_IDENTITY, hit_text(c, r, search)),
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, d.allow, d.grounds);
    }
}

void
policy_show_words(struct ctx *c,
                  const struct sql_record_scan_rows *rows,
                  const char *key,
                  size_t most,
                  struct search_view *out)
{
    if (rows->n > most)
        out->records_more =
            arena_printf(c->mem, "新しいものから%zu件だけを出しています。", most);
    for (size_t i = 0; i < rows->n && i < most; i++) {
        const struct sql_record_scan_row *r = &rows->v[i];
        const struct decision list = show_row(c, r->ground, false);
        const struct decision own = show_row(c, GROUND_OWN, false);
        const bool note = strcmp(r->kind, "note") == 0;
        const struct snippet s = snippet_of(c->mem, r->words, key);

        if (!decision_allows(&own, ITEM_EXISTENCE))
            continue;
        *VEC_PUSH(c->mem, &out->records) = (struct record_line_view){
            .path = note ? arena_printf(c->mem, "%s#n-%s",
                                        show_path(c, "cases", r->case_id.id, ""),
                                        r->record_id.s)
                         : show_path(c, "cases", r->case_id.id, "#words"),
            .when = day_short(c->mem, r->happened_on),
            .kind = note ? "支援経過" : "話されたこと",
            .number = r->number,
            .name = *r->name ? mask_text(&list, ITEM_IDENTITY,
                                         arena_printf(c->mem, "%sさん", r->name))
                             : NULL,
            .before = s.before,
            .hit = s.hit,
            .after = s.after,
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, list.allow | ITEM_BIT(ITEM_WELFARE),
                   GROUND_BIT(GROUND_OWN));
    }
}

/* The rule's sentence, which begins with the step or the other party. */
static const char *
say_text(struct ctx *c, const struct duty_rule *rule, const char *with)
{
    return arena_printf(c->mem, "%s%s", with, rule->say);
}

static void
show_duty(struct ctx *c, const struct sql_duty_list_row *r, struct duty_list *to)
{
    const struct duty_rule *rule = duty_rule(r->rule);
    const struct decision d = show_row(c, r->ground, r->consented);
    const bool mine = id_same(r->post_id.id, c->viewer->post.id);
    const char *name = *r->name ? arena_printf(c->mem, "%sさん", r->name) : "";
    const char *with = r->step ? r->step : r->party ? r->party : "";
    const char *act_path;

    /* the desk's line, but not of those who only bring or attend */
    if (!rule || (strcmp(rule->code, DUTY_CHILDBIRTH) == 0 && !c->viewer->childcare))
        return;
    act_path = show_path(c, rule->kind, r->subject_id, rule->rest);
    *VEC_PUSH(c->mem, to) = (struct duty_view){
        .due = show_due(c, r->due_on),
        .due_note = show_due_note(c, r->due_on),
        .rule = rule->label,
        .seal = show_seal((enum ground)r->ground),
        .ground = ground_label((enum ground)r->ground),
        .path = strcmp(rule->kind, "referrals") == 0
                    ? act_path
                    : show_path(c, "cases", r->case_id.id, ""),
        .number = r->number,
        .name = r->opened ? mask_text(&d, ITEM_IDENTITY, name) : NULL,
        .say = say_text(c, rule, with),
        .owner = mine || !r->owner ? NULL : arena_printf(c->mem, "担当　%s", r->owner),
        .act_path = act_path,
        .act = rule->act,
        .act_main = strcmp(rule->code, DUTY_CONFIRM) == 0,
    };
    shown_note(c, SHOWN_CASE, r->case_id.id, d.allow, d.grounds);
}

void
policy_show_duties(struct ctx *c,
                   const struct sql_duty_list_rows *rows,
                   struct today_view *out)
{
    const struct day today = day_of(c->now);

    for (size_t i = 0; i < rows->n; i++) {
        const int left = rows->v[i].due_on.n - today.n;

        show_duty(c, &rows->v[i],
                  left < 0    ? &out->late
                  : left == 0 ? &out->now
                              : &out->soon);
    }
}

void
policy_show_sitting_duty(struct ctx *c,
                         const struct sitting_duty *d,
                         struct today_view *out)
{
    const int left = d->due_on.n - day_of(c->now).n;
    const char *path = show_path(c, "meetings", d->sitting_id.id, "");

    *VEC_PUSH(c->mem, left < 0    ? &out->late
                      : left == 0 ? &out->now
                                  : &out->soon) = (struct duty_view){
        .due = show_due(c, d->due_on),
        .due_note = show_due_note(c, d->due_on),
        .rule = d->rule,
        .path = path,
        .number = d->title,
        .nameless = true,
        .say = d->say,
        .act_path = path,
        .act = d->act,
    };
}

void
policy_show_loads(struct ctx *c,
                  const struct sql_duty_counts_rows *rows,
                  struct desk_load_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_duty_counts_row *r = &rows->v[i];

        *VEC_PUSH(c->mem, out) = (struct desk_load_view){
            .name = r->name,
            .late = arena_printf(c->mem, "%d", (int)r->late),
            .today = arena_printf(c->mem, "%d", (int)r->today),
            .soon = arena_printf(c->mem, "%d", (int)r->soon),
            .oldest = day_known(r->oldest) ? day_short(c->mem, r->oldest) : NULL,
            .over = r->late > 0,
        };
    }
}

static const char *
waiting_tone(struct ctx *c, struct day due)
{
    return show_late(c, due) || due.n == day_of(c->now).n ? "late" : "";
}

void
policy_show_waiting(struct ctx *c,
                    const struct sql_referral_incoming_rows *in,
                    const struct sql_referral_outgoing_rows *out_rows,
                    struct today_view *out)
{
    for (size_t i = 0; i < in->n; i++) {
        const struct sql_referral_incoming_row *r = &in->v[i];

        if (r->state != REFERRAL_STATE_REQUESTED)
            continue;
        *VEC_PUSH(c->mem, &out->incoming) = (struct waiting_view){
            .path = show_path(c, "referrals", r->referral_id.id, ""),
            .party = arena_printf(c->mem, "%s %s", r->party, r->who),
            .due = show_due(c, r->due_on),
            .due_tone = waiting_tone(c, r->due_on),
            .what = town_label(c->town, "referral_ask", r->ask),
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    }
    for (size_t i = 0; i < out_rows->n; i++) {
        const struct sql_referral_outgoing_row *r = &out_rows->v[i];

        if (r->state != REFERRAL_STATE_REQUESTED)
            continue;
        *VEC_PUSH(c->mem, &out->outgoing) = (struct waiting_view){
            .path = show_path(c, "referrals", r->referral_id.id, ""),
            .party = r->party,
            .due = show_due(c, r->due_on),
            .due_tone = waiting_tone(c, r->due_on),
            .what = arena_printf(c->mem, "%s　送ったのは%s", r->number,
                                 day_short(c->mem, day_of(r->sent_at))),
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    }
}

void
policy_show_stranded(struct ctx *c,
                     const struct sql_stranded_posts_row *r,
                     const struct sql_desk_hands_rows *hands,
                     struct stranded_list *out)
{
    struct stranded_view v = {
        .post = arena_strdup(c->mem, r->post_id.id.s),
        .who = *r->title
                   ? arena_printf(c->mem, "%s　%s（%s）", r->desk, r->who, r->title)
                   : arena_printf(c->mem, "%s　%s", r->desk, r->who),
        .over = r->until_at <= c->now
                    ? arena_printf(c->mem, "%sで役目が終わりました",
                                   day_ja(c->mem, day_of(r->until_at - 1)))
                    : "役目が止められています",
        .n = arena_printf(c->mem, "用事 %d件", (int)r->n),
        .oldest =
            arena_printf(c->mem, "いちばん古い期限 %s", day_short(c->mem, r->oldest)),
        .cases_path = r->cases ? arena_printf(c->mem, "%s/handovers?post=%s",
                                              c->town->path, r->post_id.id.s)
                               : NULL,
        .nobody = hands->n
                      ? NULL
                      : "この窓口には、いま役目のある人がいません。先に、利用者と役"
                        "目の管理をする人に、役目をつけてもらってください。",
    };

    for (size_t i = 0; i < hands->n; i++)
        *VEC_PUSH(c->mem, &v.choices) = (struct link_view){
            .path = arena_strdup(c->mem, hands->v[i].post_id.id.s),
            .text = *hands->v[i].title ? arena_printf(
                        c->mem, "%s（%s）", hands->v[i].name, hands->v[i].title)
                                       : hands->v[i].name,
        };
    *VEC_PUSH(c->mem, out) = v;
}
