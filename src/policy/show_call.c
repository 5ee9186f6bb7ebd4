#include "show_call.h"

#include "../base/vec.h"
#include "show.h"
#include "show_consent.h"

/* What who leads needs to know to coordinate. */
static const uint32_t TIE = ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_CONTACT)
                            | ITEM_BIT(ITEM_COORDINATION) | ITEM_BIT(ITEM_SAFETY);

static const char *
ground_of(struct ctx *c, const struct call_party *p)
{
    if (p->denied)
        return "本人が「伝えないで」と言いました";
    if (p->consent)
        return "本人の同意";
    if (p->handed)
        return arena_printf(c->mem, "つなぎ（%s）", basis_label(p->basis));
    return p->leads ? "主担当" : "根拠がありません";
}

void
policy_show_calls(struct ctx *c,
                  struct case_id id,
                  const char *how,
                  struct calls_view *out)
{
    *out = (struct calls_view){
        .how = how,
        .tell_path = show_path(c, "cases", id.id, "/disclosures/new"),
    };
}

void
policy_show_call(struct ctx *c, const struct call_party *p, struct calls_view *out)
{
    const uint32_t all = TIE | consent_items_offered();
    uint32_t may =
        p->denied ? 0 : (p->consent | p->handed | (p->leads ? TIE : 0)) & all;
    uint32_t not_to = all & ~may;

    if (!(p->consent & ITEM_BIT(ITEM_TAX))) {
        may &= ~ITEM_BIT(ITEM_TAX);
        not_to |= ITEM_BIT(ITEM_TAX);
    }
    *VEC_PUSH(c->mem, &out->parties) = (struct call_view){
        .party = p->name,
        .may = may ? consent_items_text(c->mem, may)
                   : "自分の名と、かけ直す番号だけ。相談があったことも言いません。",
        .not_to =
            arena_printf(c->mem, "%s。知らせてくれた人のこと、保護されている居所。",
                         consent_items_text(c->mem, not_to)),
        .ground = ground_of(c, p),
        .tone = may ? "ok" : "warn",
    };
}
