#include "desk_discreet.h"

#include "desk_part.h"
#include "desk_restriction_part.h"

#include "../base/buf.h"
#include "../domain/duty_rule.h"

struct form_intake
desk_discreet_kept(const struct form_intake *f)
{
    struct form_intake kept = *f;

    if (!f->discreet)
        return kept;
    if (!f->name_agreed) {
        kept.name = "";
        kept.kana = "";
    }
    if (!f->call_agreed) {
        kept.call_back = false;
        kept.call_back_when = "";
        kept.call_back_as = "";
        kept.voice_mail = false;
        kept.caller_contact = "";
    }
    return kept;
}

bool
desk_discreet_seal(struct ctx *c, struct case_id id, const struct form_intake *f)
{
    struct sql_restriction_add_in in = {
        .restriction_id = { id_new(c) },
        .kind = RESTRICTION_KIND_SEALED,
        .case_id = id,
        .decided = true,
        .from_on = day_of(c->now),
        .until_on = { DAY_NONE },
        .reason = "知られずに相談したい",
        .now = c->now,
        .post_id = c->viewer->post,
    };
    struct post_id deputy = { .id = { .s = "" } };

    if (!f->discreet)
        return true;
    in.group_id = in.restriction_id.id;
    if (f->deputy && *f->deputy
        && !restriction_find_post(c, "deputy", f->deputy, &deputy))
        return false;
    return sql_restriction_add(c, &in)
           && restriction_event(c, in.restriction_id, id, "世帯を伏せました", in.reason)
           && restriction_add_named(c, in.restriction_id, id, c->viewer->post, false, 0,
                                    "")
           && (id_none(deputy.id)
               || restriction_add_named(c, in.restriction_id, id, deputy, true, 0, ""))
           && store_reach_sync_case(c, id);
}

/* Names and readings are compared without their spaces. */
static const char *
joined(struct ctx *c, const char *s)
{
    struct buf b = buf_new(c->mem);

    for (; *s; s++)
        if (*s != ' ')
            buf_char(&b, *s);
    return buf_text(&b);
}

static bool
tell(struct ctx *c, const struct sql_hidden_like_row *r)
{
    return sql_arrival_add(c, &(struct sql_arrival_add_in){ .arrival_id = id_new(c),
                                                            .case_id = r->case_id,
                                                            .desk_id = c->viewer->desk,
                                                            .post_id = c->viewer->post,
                                                            .now = c->now })
           && (!r->sealed
               || desk_put_duty(c, r->case_id, DUTY_SIMILAR, r->case_id.id, r->desk_id,
                                r->owner_post, day_of(c->now)));
}

bool
desk_tell_hidden(struct ctx *c, const struct form_intake *f)
{
    const struct sql_hidden_like_in in = { .name = joined(c, f->name),
                                           .kana = joined(c, f->kana) };
    struct sql_hidden_like_rows rows = { 0 };

    if (f->discreet || (!*in.name && !*in.kana))
        return true;
    if (!sql_hidden_like(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!tell(c, &rows.v[i]))
            return false;
    return true;
}
