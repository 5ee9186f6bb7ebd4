/*
 * Whom to invite: the sections and agencies that the plan lists; where the members vary, who
 * has to do with the cases on the agenda. Only desks: who comes is theirs to say.
 */
#include "desk_sitting_part.h"

#include "../base/text.h"
#include "../base/vec.h"

#include <string.h>

static bool
seated(const struct sitting_records *r, struct desk_id desk)
{
    for (size_t i = 0; i < r->seats.n; i++)
        if (id_same(r->seats.v[i].desk_id.id, desk.id))
            return true;
    return false;
}

static void
add(struct ctx *c,
    const struct sitting_records *r,
    struct sitting_view *out,
    struct desk_id desk,
    const char *name,
    const char *why,
    const char *item)
{
    if (!seated(r, desk))
        policy_show_proposal(c, desk, name, why, item, &out->proposed);
}

/* Who is on the plan's list hears topics; a case only who has to do with it. */
static void
add_member(struct ctx *c,
           const struct sitting_records *r,
           const struct plan_meeting *m,
           struct sitting_view *out,
           const struct sql_desk_list_row *d)
{
    static const char WHY[] = "計画の構成員";

    if (!sitting_takes_cases(m)) {
        add(c, r, out, d->desk_id, d->name, WHY, NULL);
        return;
    }
    add(c, r, out, d->desk_id, d->name, WHY, "-");
    for (size_t i = 0; i < r->items.n; i++)
        if (id_none(r->items.v[i].case_id.id))
            add(c, r, out, d->desk_id, d->name, WHY, r->items.v[i].item_id.id.s);
}

bool
sitting_belongs(const char *code, const char *body)
{
    const size_t n = strlen(body);

    return strncmp(code, body, n) == 0 && (code[n] == '\0' || code[n] == '/');
}

/* Those whom the plan lists by name; the host is the secretariat itself. */
static bool
add_listed(struct ctx *c,
           const struct sitting_records *r,
           const struct plan_meeting *m,
           struct sitting_view *out)
{
    struct sql_desk_list_rows desks = { 0 };

    if (!sql_desk_list(c, &desks))
        return false;
    for (size_t i = 0; i < m->members.n; i++) {
        const struct plan_meeting_member *one = &m->members.v[i];
        bool found = false;

        for (size_t k = 0; k < desks.n && one->ref; k++) {
            const struct sql_desk_list_row *d = &desks.v[k];

            if (!sitting_belongs(d->code, one->ref)
                || (m->host && text_same(one->ref, m->host)
                    && !id_same(d->desk_id.id, r->head.desk_id.id)))
                continue;
            add_member(c, r, m, out, d);
            found = true;
        }
        if (!found)
            *VEC_PUSH(c->mem, &out->classes) = (struct link_view){ .text = one->name };
    }
    return true;
}

static const char *
why_text(const char *why)
{
    return strcmp(why, "asked") == 0    ? "相談した機関"
           : strcmp(why, "plan") == 0   ? "プランの役割"
           : strcmp(why, "role") == 0   ? "会議で決まった役割"
           : strcmp(why, "handed") == 0 ? "つないだ機関"
                                        : "課題にかかわる機関";
}

bool
sitting_propose(struct ctx *c,
                const struct sitting_records *r,
                struct sitting_view *out)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, r->head.body);
    struct sql_sitting_proposed_rows rows = { 0 };

    if (!m || !r->head.office || r->head.state != SITTING_STATE_PLANNED)
        return true;
    add(c, r, out, r->head.desk_id, r->head.desk, "事務局", NULL);
    if (!add_listed(c, r, m, out)
        || !sql_sitting_proposed(
            c,
            &(struct sql_sitting_proposed_in){
                .sitting_id = r->id,
                .desk = r->head.desk_id,
                .plans = m->kind == PROFILE_MEETING_KIND_MULTILAYER,
                .vary = m->members_vary != TRI_NO },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        add(c, r, out, rows.v[i].desk_id, rows.v[i].name, why_text(rows.v[i].why),
            arena_strdup(c->mem, rows.v[i].item_id.id.s));
    if (out->proposed.n)
        out->propose_path = arena_printf(c->mem, "%s/proposed", out->path);
    return true;
}

bool
desk_sitting_invite(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sitting_view v;

    if (!desk_sitting_show(c, id, &v))
        return false;
    if (!v.office)
        return refuse(c, ERR_DENIED, "not the secretariat");
    if (!v.proposed.n)
        return refuse(c, ERR_CONFLICT, "招く候補は、もういません。");
    for (size_t i = 0; i < v.proposed.n; i++) {
        struct form_seat_new f = {
            .who = arena_printf(c->mem, "d.%s", v.proposed.v[i].id),
            .name = "",
        };

        for (size_t k = 0; k < v.proposed.v[i].items.n; k++)
            *VEC_PUSH(c->mem, &f.items) = v.proposed.v[i].items.v[k].text;

        if (!desk_seat_add(c, id, &f, out))
            return false;
    }
    sitting_done(c, id, "invited", out);
    return true;
}
