/* Texts of a sitting's pages that follow from the plan, and answers to their fields. */
#include "desk_sitting_part.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "desk_plan_say.h"
#include "desk_sitting_body.h"

#include <string.h>

static const char *
tag_label(struct ctx *c, const char *tag)
{
    const char *tags[1] = { tag };
    const struct texts one = { .v = tags, .n = 1 };

    return plan_tags_text(c->mem, c->town->profile, &one);
}

const char *
sitting_notice(struct ctx *c, const struct plan_meeting *body)
{
    const struct plan_confidentiality *d = &body->confidentiality;
    struct buf b = buf_new(c->mem);

    if (!sitting_binds(body))
        return NULL;
    buf_printf(
        &b,
        "この会議で知ったことを、正当な理由なく漏らしてはいけません。会議を離れた"
        "あとも同じです（%s）。",
        d->duty == PROFILE_DUTY_STATUTORY && d->basis ? d->basis : "この市の決まり");
    if (d->scope.n)
        buf_printf(&b, "守るもの：%s。",
                   plan_tags_text(c->mem, c->town->profile, &d->scope));
    if (d->excluded_data.n)
        buf_printf(&b, "出さないもの：%s。",
                   plan_tags_text(c->mem, c->town->profile, &d->excluded_data));
    if (d->duty == PROFILE_DUTY_STATUTORY)
        buf_lit(&b, "秘密を漏らした者には罰則があります。");
    buf_lit(&b, "資料は、終わったら返してください。");
    return buf_text(&b);
}

static const char *
also_names(struct ctx *c, const char *also)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < c->town->profile->meetings.n; i++) {
        const struct plan_meeting *m = &c->town->profile->meetings.v[i];
        const char *at = strstr(also, m->id);
        const size_t n = strlen(m->id);

        if (at && (at[n] == '\0' || at[n] == ' ') && (at == also || at[-1] == ' '))
            buf_printf(&b, "%s%s", b.n ? "、" : "", sitting_body_name(c, m->id));
    }
    return b.n ? buf_text(&b) : NULL;
}

/* The strictest notice among the bodies as which the items are spoken of. */
static const char *
notice_of(struct ctx *c, const struct sitting_records *r)
{
    const struct profile *p = c->town->profile;
    const struct plan_meeting *own = profile_meeting(p, r->head.body);
    const char *notice = own ? sitting_notice(c, own) : NULL;

    for (size_t i = 0; !notice && i < r->items.n; i++) {
        const struct plan_meeting *m = profile_meeting(p, r->items.v[i].acts_as);

        notice = m ? sitting_notice(c, m) : NULL;
    }
    for (size_t i = 0; !notice && i < r->seats.n; i++)
        if (r->seats.v[i].part == ATTENDEE_PART_RESIDENT)
            notice =
                "この会議で知ったことを、ほかの人に話さないことを約束してください。"
                "約束するまでは、日と場所だけが見えます。";
    return notice;
}

void
sitting_texts(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, r->head.body);

    out->title = sitting_body_name(c, r->head.body);
    out->help = m ? sitting_help(c, m) : NULL;
    out->also = also_names(c, r->head.also);
    out->law = m ? say_law(c, m->legal_basis.v, m->legal_basis.n) : NULL;
    if (m && m->legal_basis.n && !m->legal_basis.v[0].cited)
        out->law = NULL; /* the plan cites no article: not to be printed */
    out->notice = notice_of(c, r);
    out->question = r->head.consent_question
                        ? consent_question_label(r->head.consent_question)
                        : NULL;
    if (r->head.nameless || (m && m->confidentiality.anonymise == TRI_YES))
        out->naming = "名前を出さずに話します";
    for (size_t i = 0; m && i < r->items.n; i++)
        if (strcmp(r->items.v[i].acts_as, m->id) != 0 && i < out->items.n)
            out->items.v[i].body =
                arena_printf(c->mem, "%sとして話します",
                             sitting_body_name(c, r->items.v[i].acts_as));
    if (!id_none(r->head.previous_id.id))
        *VEC_PUSH(c->mem, &out->way_on) =
            (struct link_view){ .path = arena_printf(c->mem, "%s/meetings/%s",
                                                     c->town->path,
                                                     r->head.previous_id.id.s),
                                .text = "前の会議" };
}

static struct form_options
bodies(struct ctx *c, const char *list, bool acting)
{
    const struct profile *p = c->town->profile;
    struct form_option *v = ARENA_ARRAY(c->mem, p->meetings.n, struct form_option);
    size_t n = 0;

    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];

        if (acting && !sitting_takes_cases(m))
            continue;
        v[n++] =
            (struct form_option){ .code = m->id, .label = sitting_body_name(c, m->id) };
    }
    return (struct form_options){ .name = list, .v = v, .n = n };
}

struct form_options
desk_sitting_bodies(struct ctx *c)
{
    return bodies(c, "meeting_body", false);
}

struct form_options
desk_sitting_acting(struct ctx *c)
{
    return bodies(c, "acting_body", true);
}

struct form_options
desk_sitting_triggers(struct ctx *c)
{
    const struct profile *p = c->town->profile;
    struct form_option *v;
    size_t n = 0;
    size_t max = 0;

    for (size_t i = 0; i < p->meetings.n; i++)
        max += p->meetings.v[i].triggers.n;
    v = ARENA_ARRAY(c->mem, max + 1, struct form_option);
    for (size_t i = 0; i < p->meetings.n; i++)
        for (size_t k = 0; k < p->meetings.v[i].triggers.n; k++) {
            const char *tag = p->meetings.v[i].triggers.v[k];
            size_t j = 0;

            while (j < n && strcmp(v[j].code, tag) != 0)
                j++;
            if (j == n)
                v[n++] =
                    (struct form_option){ .code = tag, .label = tag_label(c, tag) };
        }
    return (struct form_options){ .name = "meeting_trigger", .v = v, .n = n };
}

struct form_options
desk_sitting_desks(struct ctx *c)
{
    struct sql_desk_list_rows rows = { 0 };
    struct form_option *v;

    if (!sql_desk_list(c, &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].desk_id.id.s),
            .label = rows.v[i].name,
        };
    return (struct form_options){ .name = "desk", .v = v, .n = rows.n };
}

/* Desks first, then everybody by name: "d." or "p." and the id. */
struct form_options
desk_sitting_seats(struct ctx *c)
{
    const struct form_options desks = desk_sitting_desks(c);
    struct sql_seat_posts_rows rows = { 0 };
    struct form_option *v;
    size_t n = 0;

    if (!sql_seat_posts(c, &(struct sql_seat_posts_in){ .now = c->now }, &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, desks.n + rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[n++] = (struct form_option){
            .code = arena_printf(c->mem, "p.%s", rows.v[i].post_id.id.s),
            .label = arena_printf(c->mem, "%s　%s", rows.v[i].desk, rows.v[i].name),
        };
    for (size_t i = 0; i < desks.n; i++)
        v[n++] = (struct form_option){
            .code = arena_printf(c->mem, "d.%s", desks.v[i].code),
            .label = arena_printf(c->mem, "%s（来る人はまだ）", desks.v[i].label),
        };
    return (struct form_options){ .name = "seat", .v = v, .n = n };
}

struct form_options
desk_sitting_agenda(struct ctx *c, const struct sitting_view *s)
{
    struct form_option *v = ARENA_ARRAY(c->mem, s->items.n + 1, struct form_option);

    for (size_t i = 0; i < s->items.n; i++)
        v[i] = (struct form_option){ .code = s->items.v[i].id,
                                     .label = arena_printf(c->mem, "案件%s　%s",
                                                           s->items.v[i].no,
                                                           s->items.v[i].title) };
    return (struct form_options){ .name = "agenda", .v = v, .n = s->items.n };
}

struct form_options
desk_sitting_points(struct ctx *c, const struct item_page_view *page)
{
    const struct sitting_item_view *i = &page->item;
    struct form_option *v = ARENA_ARRAY(c->mem, i->points.n + 1, struct form_option);

    for (size_t k = 0; k < i->points.n; k++)
        v[k] = (struct form_option){ .code = i->points.v[k].code,
                                     .label = i->points.v[k].label };
    return (struct form_options){ .name = "agenda_point", .v = v, .n = i->points.n };
}
