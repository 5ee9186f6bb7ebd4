#include "show_household.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

static const char *
or_null(const char *s)
{
    return *s ? s : NULL;
}

static const char *
tone_of(enum issue_state state, enum issue_severity severity)
{
    if (state == ISSUE_STATE_RESOLVED || state == ISSUE_STATE_IMPROVED)
        return "ok";
    if (severity == ISSUE_SEVERITY_DANGER)
        return "late";
    return severity == ISSUE_SEVERITY_HEAVY ? "warn" : "";
}

static const char *
gap_text(struct ctx *c, const struct sql_issue_list_row *s)
{
    const char *kind = town_label(c->town, "local_issue", s->gap_kind);

    if (!s->gap)
        return NULL;
    return *kind ? arena_printf(c->mem, "狭間のニーズ（%s）", kind) : "狭間のニーズ";
}

static void
show_issue(struct ctx *c,
           const struct facts *facts,
           const struct people_records *r,
           const struct sql_issue_list_row *s,
           struct issues_view *out)
{
    const struct facts *of = show_facts_of(facts, r, s->person_id);
    const struct decision line = policy_decide(ACT_VIEW, of);
    const struct decision rec =
        show_person_record(c, of, r->own, s->desk_id, s->post_id);
    const char *label = show_issue_label(c, &line, &rec, s->code);
    const bool whole = decision_allows(&rec, ITEM_WELFARE);
    struct issue_view *v;

    if (!label)
        return;
    v = s->state == ISSUE_STATE_RESOLVED ? VEC_PUSH(c->mem, &out->resolved)
                                         : VEC_PUSH(c->mem, &out->open);
    *v = (struct issue_view){
        .id = s->issue_id.id.s,
        .anchor = arena_printf(c->mem, "i-%s", s->issue_id.id.s),
        .label = label,
        .whose = show_person_name(c, facts, r, s->person_id),
        .severity = s->severity ? issue_severity_label(s->severity) : NULL,
        .state = issue_state_label(s->state),
        .tone = tone_of(s->state, s->severity),
        .priority = s->priority ? arena_printf(c->mem, "%d", (int)s->priority) : NULL,
        .since = show_span(c, s->from_words, ""),
        .words = mask_text(&rec, ITEM_WELFARE, or_null(s->words)),
        .gap = gap_text(c, s),
        .desk = s->desk,
        .until = day_known(s->until_on) ? day_short(c->mem, s->until_on) : NULL,
        .path = whole ? show_path(c, "issues", s->issue_id.id, "") : NULL,
        .history_path = whole && s->version > 1
                            ? show_path(c, "history", s->issue_id.id, "")
                            : NULL,
        .seal = show_seal(decision_ground(whole ? &rec : &line)),
    };
    shown_note(c, SHOWN_CASE, r->id.id, rec.allow & (ITEM_BIT(ITEM_WELFARE)),
               rec.grounds);
}

static void
show_situation(struct ctx *c,
               const struct facts *facts,
               const struct people_records *r,
               const struct sql_situation_list_row *s,
               struct issues_view *out)
{
    const struct decision rec = show_person_record(
        c, show_facts_of(facts, r, s->person_id), r->own, s->desk_id, s->post_id);

    if (!decision_allows(&rec, ITEM_WELFARE))
        return;
    *VEC_PUSH(c->mem, &out->situations) = (struct situation_view){
        .id = s->situation_id.id.s,
        .day = s->happened_words,
        .whose = show_person_name(c, facts, r, s->person_id),
        .words = s->words,
        .desk = s->desk,
        .written = instant_ja(c->mem, s->recorded_at),
        .path = show_path(c, "situations", s->situation_id.id, ""),
    };
}

void
policy_show_issues(struct ctx *c,
                   const struct facts *facts,
                   const struct people_records *r,
                   struct issues_view *out)
{
    const char *base = show_path(c, "cases", r->id.id, "");

    *out = (struct issues_view){
        .path = arena_printf(c->mem, "%s/issues", base),
        .situation_path = arena_printf(c->mem, "%s/situations", base),
        .people_path = arena_printf(c->mem, "%s/people", base),
    };
    for (size_t i = 0; i < r->issues.n; i++)
        show_issue(c, facts, r, &r->issues.v[i], out);
    for (size_t i = 0; i < r->situations.n; i++)
        show_situation(c, facts, r, &r->situations.v[i], out);
    policy_show_choices(c, facts, r, &out->people, NULL);
}
