#include "show_community.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

/* What the viewer may read of what a desk or a post wrote outside any case. */
static struct decision
of_own(const struct ctx *c, struct desk_id desk, struct post_id post)
{
    struct facts f = {
        .role = c->viewer->role,
        .standing = STANDING_ACTIVE,
        .own = viewer_owns(c->viewer, desk, post),
        .protect = PROTECT_NONE,
        .informant = INFORMANT_OPEN,
        .barrier = BARRIER_NONE,
        .paper = PAPER_NONE,
        .keep = c->viewer->keep,
    };

    return policy_decide(ACT_VIEW, &f);
}

static const char *
or_null(const struct decision *d, enum item_class item, const char *text)
{
    return *text ? mask_text(d, item, text) : NULL;
}

void
policy_show_findings(struct ctx *c,
                     const struct sql_finding_list_rows *rows,
                     struct finding_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_finding_list_row *r = &rows->v[i];
        const struct decision d = of_own(c, r->desk_id, r->post_id);

        *VEC_PUSH(c->mem, out) = (struct finding_view){
            .source = source_kind_label(r->source),
            .party = or_null(&d, ITEM_INFORMANT, r->party),
            .area = *r->area ? r->area : NULL,
            .day = day_short(c->mem, r->heard_on),
            .words = mask_text(&d, ITEM_WELFARE, r->words),
            .who = r->who,
            .turn_path = r->turned
                             ? NULL
                             : show_path(c, "findings", r->finding_id.id, "/outreach"),
        };
        shown_note(c, SHOWN_NOTICE, r->finding_id.id, d.allow, d.grounds);
    }
}

void
policy_show_areas(struct ctx *c,
                  const struct sql_area_notes_rows *rows,
                  struct area_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_area_notes_row *r = &rows->v[i];
        const struct decision d = of_own(c, r->desk_id, r->post_id);
        struct area_view *area = out->n ? &out->v[out->n - 1] : NULL;

        if (!area || strcmp(area->area, r->area) != 0) {
            area = VEC_PUSH(c->mem, out);
            *area = (struct area_view){ .area = r->area };
        }
        *VEC_PUSH(c->mem, &area->notes) = (struct finding_view){
            .source = source_kind_label(r->source),
            .party = or_null(&d, ITEM_INFORMANT, r->party),
            .day = day_short(c->mem, r->heard_on),
            .words = r->words,
            .who = r->desk,
        };
    }
}

static const char *
waits_text(struct ctx *c, int64_t sent)
{
    const int days = day_of(c->now).n - day_of(sent).n;

    return days ? arena_printf(c->mem, "%d日たちました", days) : "きょう届きました";
}

void
policy_show_notices(struct ctx *c,
                    const struct sql_notice_list_rows *rows,
                    bool received,
                    struct notice_line_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_notice_list_row *r = &rows->v[i];
        const struct decision d =
            received ? of_own(c, r->to_desk, r->post_id)
                     : of_own(c, (struct desk_id){ { "" } }, r->post_id);
        const char *from = arena_printf(c->mem, "%s　%s", r->from_name, r->who);

        *VEC_PUSH(c->mem, out) = (struct notice_line_view){
            .path = show_path(c, "notices", r->notice_id.id, ""),
            .id = arena_strdup(c->mem, r->notice_id.id.s),
            .kind = notice_kind_label(r->kind),
            .event = *r->event ? town_label(c->town, "life_event", r->event) : NULL,
            .area = *r->area ? r->area : NULL,
            .words = mask_text(&d, ITEM_WELFARE, r->words),
            .urgency = r->urgency > URGENCY_NORMAL ? urgency_label(r->urgency) : NULL,
            .from = received ? mask_text(&d, ITEM_INFORMANT, from) : NULL,
            .to = r->to_name,
            .sent = instant_ja(c->mem, r->sent_at),
            .answer = r->answered_at ? notice_answer_label(r->answer) : NULL,
            .waits = r->answered_at ? NULL : waits_text(c, r->sent_at),
            .turned = received && r->turned,
        };
        shown_note(c, SHOWN_NOTICE, r->notice_id.id, d.allow, d.grounds);
    }
}

void
policy_show_notice(struct ctx *c,
                   struct notice_id id,
                   const struct sql_notice_one_row *r,
                   bool ours,
                   struct notice_page_view *out)
{
    struct sql_notice_list_row row = {
        .notice_id = id,
        .kind = r->kind,
        .event = r->event,
        .area = r->area,
        .words = r->words,
        .urgency = r->urgency,
        .from_name = r->from_name,
        .who = r->who,
        .to_name = r->to_name,
        .sent_at = r->sent_at,
        .answer = r->answer,
        .answered_at = r->answered_at,
        .turned = r->turned,
        .to_desk = r->to_desk,
        .post_id = r->post_id,
    };
    const struct sql_notice_list_rows rows = { .v = &row, .n = 1 };
    struct notice_line_list line = { 0 };

    policy_show_notices(c, &rows, ours, &line);
    *out = (struct notice_page_view){
        .line = line.v[0],
        .ours = ours,
        .answer_path =
            ours && !r->answered_at ? show_path(c, "notices", id.id, "/answer") : NULL,
        .turn_path =
            ours && !r->turned ? show_path(c, "notices", id.id, "/outreach") : NULL,
        .case_path = ours && r->turned
                         ? show_path(c, "cases", r->case_id.id, "/outreach")
                         : NULL,
        .back_path = arena_printf(c->mem, "%s/notices", c->town->path),
        .card_from = r->to_name,
        .answered = r->answered_at ? day_ja(c->mem, day_of(r->answered_at)) : NULL,
    };
}
