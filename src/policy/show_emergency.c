#include "show_emergency.h"

#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

static bool
reviews(const struct ctx *c)
{
    return c->viewer->role == POST_ROLE_HEAD
           || c->viewer->role == POST_ROLE_PRIVACY_OFFICER;
}

void
policy_show_emergency(struct ctx *c,
                      bool duty,
                      int64_t unreviewed,
                      struct emergency_view *out)
{
    *out = (struct emergency_view){
        .path = in_town(c, "/emergency"),
        .duty = duty,
        .review_path = reviews(c) ? in_town(c, "/emergency/review") : NULL,
    };
    if (unreviewed)
        out->unreviewed =
            arena_printf(c->mem, "あなたの緊急の確認のうち、%d件が点検を待っています。",
                         (int)unreviewed);
}

void
policy_show_rescue(struct ctx *c,
                   const struct facts *facts,
                   const struct sql_emergency_open_row *r,
                   const struct named_list *callers,
                   struct emergency_view *out)
{
    const struct facts page = show_facts_of_page(facts);
    const struct decision d = policy_decide(ACT_VIEW, &page);
    const char *dangers = r->dangers && *r->dangers ? r->dangers : NULL;
    const char *calls = r->call_order && *r->call_order ? r->call_order : NULL;

    *VEC_PUSH(c->mem, &out->open) = (struct rescue_view){
        .number = r->number,
        .kind = emergency_kind_label(r->kind),
        .lead = arena_printf(c->mem, "%s　%s", r->desk, r->owner),
        .until = arena_printf(c->mem, "%sまで", instant_ja(c->mem, r->until_at)),
        .dangers = mask_text(&d, ITEM_SAFETY, dangers),
        .calls = mask_text(&d, ITEM_SAFETY, calls),
        .callers = *callers,
        .case_path = show_path(c, "cases", r->case_id.id, ""),
        .refer_path = show_path(c, "cases", r->case_id.id, "/referrals/new"),
        .glass_path = r->kind == EMERGENCY_KIND_GLASS
                          ? NULL
                          : show_path(c, "cases", r->case_id.id, "/glass"),
    };
    shown_note(c, SHOWN_CASE, r->case_id.id,
               d.allow & (ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_SAFETY)), d.grounds);
}

void
policy_show_glass(struct ctx *c,
                  struct case_id id,
                  const char *number,
                  struct glass_view *out)
{
    *out = (struct glass_view){
        .number = number,
        .path = show_path(c, "cases", id.id, "/glass"),
        .back_path = in_town(c, "/emergency"),
    };
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
}

static void
show_waiting(struct ctx *c,
             const struct sql_emergency_queue_rows *rows,
             struct use_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_emergency_queue_row *r = &rows->v[i];
        const bool own = id_same(r->post_id.id, c->viewer->post.id);

        *VEC_PUSH(c->mem, out) = (struct use_view){
            .when = instant_ja(c->mem, r->at),
            .who = arena_printf(c->mem, "%s　%s", r->desk, r->who),
            .kind = emergency_kind_label(r->kind),
            .found = r->hit ? "見つかった" : "見つからなかった",
            .reason = r->reason,
            .path = own ? NULL
                        : arena_printf(c->mem, "%s/emergency/%s/review", c->town->path,
                                       r->use_id.id.s),
        };
    }
}

void
policy_show_review(struct ctx *c,
                   const struct sql_emergency_queue_rows *waiting,
                   const struct sql_emergency_past_rows *past,
                   const struct sql_duty_post_list_rows *duty,
                   struct review_view *out)
{
    const bool head = c->viewer->role == POST_ROLE_HEAD;

    *out = (struct review_view){ .duty_path =
                                     head ? in_town(c, "/emergency/duty") : NULL };
    show_waiting(c, waiting, &out->waiting);
    for (size_t i = 0; i < past->n; i++)
        *VEC_PUSH(c->mem, &out->past) = (struct use_view){
            .when = instant_ja(c->mem, past->v[i].at),
            .who = arena_printf(c->mem, "%s　%s", past->v[i].desk, past->v[i].who),
            .kind = emergency_kind_label(past->v[i].kind),
            .reason = past->v[i].reason,
            .verdict = arena_printf(c->mem, "%s（%s）",
                                    review_verdict_label(past->v[i].verdict),
                                    past->v[i].reviewer),
            .text = *past->v[i].verdict_text ? past->v[i].verdict_text : NULL,
        };
    for (size_t i = 0; i < duty->n; i++)
        *VEC_PUSH(c->mem, &out->duty) = (struct duty_post_view){
            .name = duty->v[i].name,
            .desk = arena_printf(c->mem, "%s　%s", duty->v[i].desk, duty->v[i].title),
            .until = duty->v[i].until_at ? arena_printf(
                         c->mem, "%sまで", instant_ja(c->mem, duty->v[i].until_at))
                                         : NULL,
            .end_path = head ? arena_printf(c->mem, "%s/emergency/duty/%s/end",
                                            c->town->path, duty->v[i].post_id.id.s)
                             : NULL,
        };
}
