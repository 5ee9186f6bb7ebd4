#include "show_service.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

static struct decision
of_record(struct ctx *c,
          const struct facts *facts,
          struct desk_id desk,
          struct post_id post,
          bool informant_hidden)
{
    struct facts f = *facts;

    f.handed = HANDED_NONE; /* what was handed over is frozen; records do not follow */
    f.sent = 0;
    f.own = viewer_owns(c->viewer, desk, post);
    f.informant = informant_hidden ? INFORMANT_SHUT : INFORMANT_OPEN;
    return policy_decide(ACT_VIEW, &f);
}

static void
say(struct ctx *c,
    const struct decision *d,
    enum item_class item,
    const char *label,
    const char *text,
    struct said_list *out)
{
    const char *open = mask_text(d, item, text);

    if (open && *open)
        *VEC_PUSH(c->mem, out) = (struct said_view){ .label = label, .text = open };
}

static const char *
coded(struct ctx *c, const char *list, const char *code)
{
    return *code ? town_label(c->town, list, code) : "";
}

/* How it came and what is wanted; only what was said. */
static void
show_said(struct ctx *c,
          const struct decision *d,
          const struct sql_consultation_list_row *r,
          struct said_list *out)
{
    say(c, d, ITEM_INFORMANT, "持ちこんだ人", coded(c, "brought_by", r->brought_by),
        out);
    say(c, d, ITEM_INFORMANT, "話した人", coded(c, "relation", r->speaker), out);
    say(c, d, ITEM_INFORMANT, "相談経路", coded(c, "consultation_route", r->route),
        out);
    say(c, d, ITEM_WELFARE, "会場", coded(c, "intake_site", r->site), out);
    say(c, d, ITEM_WELFARE, "ついでの手続き", r->procedure_name, out);
    say(c, d, ITEM_WELFARE, "圏域", coded(c, "plan_area", r->area), out);
    say(c, d, ITEM_WELFARE, "来られたわけ",
        r->unsure ? "どこに相談すればよいか、わからずに来られた" : "", out);
    say(c, d, ITEM_WELFARE, "支援者からの相談", r->asks_advice ? "助言がほしい" : "",
        out);
    say(c, d, ITEM_WELFARE, "最も困っていること",
        coded(c, "consultation_topic", r->main_topic), out);
    say(c, d, ITEM_WELFARE, "いま相談・利用している機関", r->agencies, out);
    say(c, d, ITEM_WELFARE, "希望する対応", coded(c, "wanted_response", r->wanted),
        out);
    say(c, d, ITEM_WELFARE, "同意が得られないわけ",
        coded(c, "no_consent_reason", r->no_consent_reason), out);
    say(c, d, ITEM_WELFARE, "同意の見通し", r->outlook, out);
    if (r->responded_at)
        say(c, d, ITEM_COORDINATION, "最初に応じた人",
            arena_printf(c->mem, "%s　%s", r->responder,
                         instant_ja(c->mem, r->responded_at)),
            out);
}

static void
show_requests(struct ctx *c,
              const struct facts *facts,
              bool write,
              struct consultation_id of,
              const struct sql_service_request_list_rows *rows,
              struct service_request_views *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_service_request_list_row *r = &rows->v[i];
        const struct decision d = of_record(c, facts, r->desk_id, r->post_id, false);
        const bool own = id_same(r->desk_id.id, c->viewer->desk.id);
        const bool decided = r->decision != SERVICE_DECISION_PENDING;

        if (!id_same(r->consultation_id.id, of.id)
            || !decision_allows(&d, ITEM_WELFARE))
            continue;
        *VEC_PUSH(c->mem, out) = (struct service_request_view){
            .id = arena_strdup(c->mem, r->service_request_id.id.s),
            .service = r->service,
            .place = r->place,
            .requested = day_ja(c->mem, r->requested_on),
            .decision = decided ? service_decision_label(r->decision) : NULL,
            .decided = decided ? day_ja(c->mem, r->decided_on) : NULL,
            .remark = *r->remark ? r->remark : NULL,
            .desk = r->desk,
            .decide_path = decided || !write || !own
                               ? NULL
                               : show_path(c, "services", r->service_request_id.id, ""),
        };
    }
}

void
policy_show_consultations(struct ctx *c,
                          const struct facts *facts,
                          struct case_id id,
                          bool write,
                          const struct sql_consultation_list_rows *rows,
                          const struct sql_service_request_list_rows *requests,
                          struct consultations_view *out)
{
    *out = (struct consultations_view){
        .path = write ? show_path(c, "cases", id.id, "/services") : NULL,
    };
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_consultation_list_row *r = &rows->v[i];
        const struct decision d =
            of_record(c, facts, r->desk_id, r->post_id, r->informant_hidden);
        struct consultation_view *v = VEC_PUSH(c->mem, &out->all);

        *v = (struct consultation_view){
            .id = arena_strdup(c->mem, r->consultation_id.id.s),
            .anchor = arena_printf(c->mem, "k%zu", i + 1),
            .cite = arena_printf(
                c->mem, "%s　%s　%s %s", instant_ja(c->mem, r->received_at),
                town_label(c->town, "intake_method", r->method), r->desk, r->who),
            .words = mask_text(&d, ITEM_WELFARE, r->words),
            .seal = show_seal(decision_ground(&d)),
        };
        show_said(c, &d, r, &v->said);
        show_requests(c, facts, write, r->consultation_id, requests, &v->requests);
        shown_note(c, SHOWN_CASE, id.id, d.allow, d.grounds);
    }
}
