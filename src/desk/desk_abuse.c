/* Suspected abuse in a case that is sealed: who took it tells one person of the lawful desk. */
#include "desk_abuse.h"

#include "desk_part.h"
#include "desk_restriction_part.h"
#include "desk_triage_part.h"

#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../policy/shown.h"

bool
desk_abuse_minded(struct ctx *c, struct case_id id)
{
    return desk_put_duty(c, id, DUTY_ABUSE, id.id, c->viewer->desk, c->viewer->post,
                         day_of(c->now));
}

bool
desk_abuse_route(struct ctx *c,
                 struct case_id id,
                 enum rights_need need,
                 const char *words)
{
    const struct sql_restriction_sealed_in asked = { .case_id = id };
    struct sql_restriction_sealed_row sealed;
    bool found;

    if (!sql_restriction_sealed(c, &asked, &sealed, &found))
        return false;
    return found ? desk_abuse_minded(c, id) : desk_rights_route(c, id, need, words);
}

bool
desk_abuse_check(struct ctx *c, const struct form_intake *f)
{
    return !f->discreet || f->rights != RIGHTS_NEED_ABUSE || *f->deputy
           || refuse_field(
               c, "deputy",
               "虐待のうたがいがあるときは、「いないときに代わる人の職員番号」も"
               "書いてください。だれも気づかないままにしないためです。");
}

/* Whether the post belongs to the desk to which suspected abuse goes. */
static bool
check_receiver(struct ctx *c, struct post_id post)
{
    const char *code = intake_desk_code(c->mem, c->town->profile, &c->town->settings,
                                        RULE_RIGHTS_DESK);
    struct sql_desk_by_code_row desk;
    struct sql_post_one_row row;
    bool known = false;
    bool found = false;

    if (!sql_desk_by_code(c, &(struct sql_desk_by_code_in){ .code = code }, &desk,
                          &known)
        || !sql_post_one(c, &(struct sql_post_one_in){ .post_id = post }, &row, &found))
        return false;
    if (!known || (found && id_same(row.desk_id.id, desk.desk_id.id)))
        return true;
    return refuse_field(
        c, "receiver",
        "「受ける人の職員番号」は、通告を受ける窓口の人の番号にしてくださ"
        "い。");
}

/* Opens the sealed case to one person of the lawful desk, and to nobody else there. */
static bool
open_to(struct ctx *c,
        struct restriction_id id,
        struct case_id case_id,
        const char *login)
{
    struct post_id post;

    if (!*login)
        return refuse_field(
            c, "receiver",
            "「受ける人の職員番号」を書いてください。伏せたケースなので、書"
            "かれた人だけが読めます。");
    return restriction_find_post(c, "receiver", login, &post) && check_receiver(c, post)
           && (id_same(post.id, c->viewer->post.id)
               || restriction_add_named(c, id, case_id, post, false, 0, ""))
           && restriction_event(c, id, case_id,
                                "虐待のうたがいを、通告を受ける人に知らせました", login)
           && store_reach_sync_case(c, case_id);
}

bool
desk_abuse_report(struct ctx *c,
                  struct case_id id,
                  const struct form_abuse_report *f,
                  struct outcome *out)
{
    const struct sql_restriction_sealed_in asked = { .case_id = id };
    struct sql_restriction_sealed_row sealed;
    struct facts facts;
    bool found;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_ABUSE, OWN_SELF, &facts)
        || !sql_restriction_sealed(c, &asked, &sealed, &found))
        return false;
    if (policy_emergency_alone(&facts))
        return refuse(c, ERR_DENIED, "an emergency alone");
    if (found && !open_to(c, sealed.restriction_id, id, f->receiver))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_ABUSE), 0);
    out->place = arena_printf(c->mem, "/cases/%s/protection?said=abuse_told", id.id.s);
    return desk_rights_route(c, id, RIGHTS_NEED_ABUSE, f->words)
           && desk_clear_duty(c, DUTY_ABUSE, id.id);
}
