#include "show_access.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

static const char *
number_text(struct ctx *c, int64_t year, int64_t number)
{
    return arena_printf(c->mem, "R%d-%d", (int)(year - 2018), (int)number);
}

static const char *
day_text(struct ctx *c, struct day day)
{
    return day_known(day) ? day_ja(c->mem, day) : NULL;
}

static const char *
tone_of(const struct ctx *c, enum access_state state, struct day due, bool mending)
{
    if (state != ACCESS_STATE_RECEIVED)
        return "ok";
    if (mending)
        return "";
    return due.n < day_of(c->now).n ? "late" : "fill";
}

void
policy_show_access_lines(struct ctx *c,
                         const struct sql_access_of_person_rows *rows,
                         struct access_line_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_access_of_person_row *x = &rows->v[i];

        *VEC_PUSH(c->mem, out) = (struct access_line_view){
            .number = number_text(c, x->year, x->number),
            .state = access_state_label(x->state),
            .tone = tone_of(c, x->state, x->due_on, false),
            .received = day_text(c, x->received_on),
            .due = day_text(c, x->due_on),
            .decision = access_decision_label(x->decision),
            .path = show_path(c, "access-requests", x->access_id.id, ""),
        };
    }
}

void
policy_show_accesses(struct ctx *c,
                     int64_t year,
                     const struct sql_access_office_rows *rows,
                     struct accesses_view *out)
{
    int late = 0;

    *out = (struct accesses_view){
        .year = arena_printf(c->mem, "令和%d年度", (int)(year - 2018)),
    };
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_access_office_row *x = &rows->v[i];
        const bool mending = x->state == ACCESS_STATE_RECEIVED && x->mending;
        const char *tone = tone_of(c, x->state, x->due_on, mending);

        late += *tone == 'l';
        *VEC_PUSH(c->mem, &out->lines) = (struct access_line_view){
            .number = number_text(c, year, x->number),
            .state = mending ? "補正を待つ" : access_state_label(x->state),
            .tone = tone,
            .received = day_text(c, x->received_on),
            .due = day_text(c, x->due_on),
            .decision = access_decision_label(x->decision),
            .decided = day_text(c, x->decided_on),
            .handed = day_text(c, x->handed_on),
            .desk = x->desk,
            .extended = day_known(x->extended_on),
        };
    }
    if (late)
        out->late = arena_printf(c->mem, "%d件", late);
}

/* What may be done next: a decision within the term, then the paper. */
static void
add_paths(struct ctx *c,
          struct access_id id,
          const struct sql_access_one_row *x,
          struct access_view *out)
{
    if (x->state == ACCESS_STATE_RECEIVED) {
        if (out->waits)
            out->mended_path = show_path(c, "access-requests", id.id, "/mended");
        else
            out->mend_path = show_path(c, "access-requests", id.id, "/mend");
        if (!day_known(x->extended_on))
            out->extend_path = show_path(c, "access-requests", id.id, "/extend");
        out->decide_path = show_path(c, "access-requests", id.id, "/decide");
    }
    if (x->state == ACCESS_STATE_DECIDED && x->decision != ACCESS_DECISION_REFUSED)
        out->hand_path = show_path(c, "access-requests", id.id, "/hand");
    if (x->state == ACCESS_STATE_RECEIVED || out->hand_path) {
        out->check_path = show_path(c, "access-requests", id.id, "/lines");
        out->back_path = show_path(c, "access-requests", id.id, "/back");
    }
    if (!id_none(x->copy_id.id))
        out->paper_path = show_path(c, "own-reports", x->copy_id.id, ".pdf");
}

/* Days that do not count, and whether it is to be put right now. */
static void
add_mends(struct ctx *c,
          const struct sql_access_one_row *x,
          const struct sql_access_mends_rows *rows,
          struct access_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_access_mends_row *m = &rows->v[i];
        const bool waits = !day_known(m->mended_on);

        if (waits && x->state == ACCESS_STATE_RECEIVED)
            out->waits =
                m->asked_on.n > x->due_on.n
                    ? "補正を待っています。"
                    : "補正を待っています。補正される日までの日数は、決定の期限に"
                      "数えません。";
        *VEC_PUSH(c->mem, &out->mends) = (struct access_mend_view){
            .asked = day_ja(c->mem, m->asked_on),
            .what = m->what,
            .mended = day_text(c, m->mended_on),
            .days = waits ? NULL
                          : arena_printf(c->mem, "%d日",
                                         (int)(m->mended_on.n - m->asked_on.n)),
        };
    }
}

void
policy_show_access(struct ctx *c,
                   const struct own_report_records *r,
                   struct access_id id,
                   const struct sql_access_one_row *x,
                   const struct sql_access_mends_rows *mends,
                   struct day limit,
                   struct access_view *out)
{
    const struct decision d = policy_decide(ACT_PRINT, &r->facts);

    *out = (struct access_view){
        .id = id.id.s,
        .version = arena_printf(c->mem, "%d", (int)x->version),
        .name = mask_text(&d, ITEM_IDENTITY, policy_own_name(c, r)),
        .asked_by = mask_text(&d, ITEM_IDENTITY, x->asked_by),
        .agent = access_agent_label(x->agent),
        .agent_paper =
            *x->agent_paper ? mask_text(&d, ITEM_IDENTITY, x->agent_paper) : NULL,
        .confirmed = mask_text(&d, ITEM_IDENTITY, x->confirmed),
        .wanted = *x->wanted ? mask_text(&d, ITEM_IDENTITY, x->wanted) : NULL,
        .extended_why = *x->extended_why ? x->extended_why : NULL,
        .refusal = access_refusal_label(x->refusal),
        .words =
            *x->decided_words ? mask_text(&d, ITEM_IDENTITY, x->decided_words) : NULL,
        .how = access_way_label(x->handed_how),
        .person_path = show_path(c, "persons", x->person_id.id, "/own-report"),
        .limit = day_ja(c->mem, limit),
        .line = { .number = number_text(c, x->year, x->number),
                  .state = access_state_label(x->state),
                  .tone = tone_of(c, x->state, x->due_on, false),
                  .received = day_text(c, x->received_on),
                  .due = day_text(c, x->due_on),
                  .decision = access_decision_label(x->decision),
                  .decided = day_text(c, x->decided_on),
                  .handed = day_text(c, x->handed_on),
                  .extended = day_known(x->extended_on) },
    };
    add_mends(c, x, mends, out);
    if (x->state == ACCESS_STATE_RECEIVED && x->due_on.n < day_of(c->now).n
        && !out->waits)
        out->late = "決定の期限を過ぎています。";
    add_paths(c, id, x, out);
    policy_show_own_notes(c, r, &out->notes, &out->alone);
    shown_note(c, SHOWN_PERSON, r->person.id,
               ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY), d.grounds);
}
