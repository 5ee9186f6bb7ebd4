#include "show.h"

#include "../base/vec.h"
#include "mask.h"
#include "shown.h"

#include <string.h>

struct seal_view
show_seal(enum ground g)
{
    return (struct seal_view){ .tone = ground_style(g),
                               .mark = ground_seal(g),
                               .name = ground_label(g) };
}

struct facts
show_facts_of_page(const struct facts *facts)
{
    struct facts f = *facts;

    f.protect = PROTECT_NONE;
    return f;
}

struct facts
show_facts_of_person(const struct facts *page,
                     const struct sql_protected_people_rows *guarded,
                     struct person_id person)
{
    struct facts f = *page;

    for (size_t i = 0; i < guarded->n; i++)
        if (id_same(guarded->v[i].person_id.id, person.id))
            f.protect = guarded->v[i].listed ? PROTECT_LISTED : PROTECT_SHUT;
    return f;
}

static int
days_left(const struct ctx *c, struct day due)
{
    return due.n - day_of(c->now).n;
}

const char *
show_late(struct ctx *c, struct day due)
{
    int left = days_left(c, due);

    return left < 0 ? arena_printf(c->mem, "%d日超過", -left) : NULL;
}

const char *
show_due(struct ctx *c, struct day due)
{
    int left = days_left(c, due);
    const char *late = show_late(c, due);

    if (late)
        return late;
    if (left == 0)
        return "きょう";
    if (left == 1)
        return "あす";
    return day_short(c->mem, due);
}

const char *
show_due_note(struct ctx *c, struct day due)
{
    int left = days_left(c, due);

    if (left <= 1)
        return day_short(c->mem, due);
    return arena_printf(c->mem, "あと%d日", left);
}

const char *
show_path(struct ctx *c, const char *kind, struct id id, const char *rest)
{
    return arena_printf(c->mem, "%s/%s/%s%s", c->town->path, kind, id.s, rest);
}

void
policy_show_versions(struct ctx *c,
                     const struct facts *facts,
                     const struct sql_version_list_rows *rows,
                     struct history_view *out)
{
    const struct decision d = policy_decide(ACT_VIEW, facts);

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_version_list_row *r = &rows->v[i];

        *VEC_PUSH(c->mem, &out->versions) = (struct version_view){
            .number = arena_printf(c->mem, "第%d版", (int)r->version),
            .when = instant_ja(c->mem, r->at),
            .who = arena_printf(c->mem, "%s　%s", r->desk, r->who),
            .why = mask_text(&d, ITEM_WELFARE, *r->why ? r->why : NULL),
            .text = mask_text(&d, ITEM_WELFARE, r->body),
            .current = i == 0,
        };
    }
    if (rows->n)
        shown_note(c, SHOWN_CASE, rows->v[0].case_id.id, d.allow, d.grounds);
}

void
policy_show_drafts(struct ctx *c,
                   const struct sql_draft_list_rows *rows,
                   struct draft_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_draft_list_row *r = &rows->v[i];

        *VEC_PUSH(c->mem, out) = (struct draft_view){
            .path = arena_printf(c->mem, "%s%s%sdraft=%s", c->town->path, r->route,
                                 strchr(r->route, '?') ? "&" : "?", r->draft_id.id.s),
            .title = r->title,
            .when = arena_printf(c->mem, "%sまで書きました",
                                 instant_ja(c->mem, r->saved_at)),
            .drop_path = show_path(c, "drafts", r->draft_id.id, "/drop"),
        };
    }
}
