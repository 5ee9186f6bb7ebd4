#include "desk_work.h"

#include "desk_part.h"

#include "../base/vec.h"
#include "../policy/show_community.h"
#include "../policy/shown.h"
#include "../policy/viewer.h"
#include "desk_sitting_work.h"
#include "desk_stranded.h"

enum { DAYS_AHEAD = 14, DUTIES_A_PAGE = 100 };

static bool
load_duties(struct ctx *c, bool mine, int64_t skip, struct sql_duty_list_rows *rows)
{
    return sql_duty_list(
        c,
        &(struct sql_duty_list_in){ .desk = c->viewer->desk,
                                    .post = c->viewer->post,
                                    .mine = mine,
                                    .until = { .n = day_of(c->now).n + DAYS_AHEAD },
                                    .subjects = desk_subjects(c),
                                    .now = c->now,
                                    .skip = skip,
                                    .n = DUTIES_A_PAGE + 1 },
        rows);
}

static void
add_tabs(struct ctx *c, bool mine, struct link_list *out)
{
    const char *path = arena_printf(c->mem, "%s/today", c->town->path);

    *VEC_PUSH(c->mem, out) =
        (struct link_view){ .path = path, .text = "窓口の用事", .current = !mine };
    *VEC_PUSH(c->mem, out) =
        (struct link_view){ .path = arena_printf(c->mem, "%s?who=me", path),
                            .text = "自分の用事",
                            .current = mine };
}

static bool
load_loads(struct ctx *c, struct sql_duty_counts_rows *rows)
{
    const struct day today = day_of(c->now);

    return c->viewer->role != POST_ROLE_HEAD
           || sql_duty_counts(
               c,
               &(struct sql_duty_counts_in){ .desk = c->viewer->desk,
                                             .today = today,
                                             .soon = { today.n + DAYS_AHEAD } },
               rows);
}

enum { NOTICES_A_PAGE = 5 };

/* What the community let the desk know and nobody has answered, for who shares the desk. */
static bool
add_notices(struct ctx *c, struct today_view *out)
{
    const struct sql_notice_list_in in = { .to_desk = c->viewer->desk };
    struct sql_notice_list_rows rows = { 0 };
    size_t n = 0;

    if (!role_shares_desk(c->viewer->role))
        return true;
    if (!sql_notice_list(c, &in, &rows))
        return false;
    while (n < rows.n && n < NOTICES_A_PAGE && !rows.v[n].answered_at)
        n++;
    rows.n = n;
    policy_show_notices(c, &rows, true, &out->notices);
    out->notices_path = arena_printf(c->mem, "%s/notices", c->town->path);
    return true;
}

/* Where somebody begins who has nothing to do. */
static void
add_beginnings(struct ctx *c, struct today_view *out)
{
    const enum post_role role = c->viewer->role;

    if (!role_brings(role))
        return;
    out->intake_path = arena_printf(c->mem, "%s/intake", c->town->path);
    if (!role_shares_desk(role))
        out->tell_path = arena_printf(c->mem, "%s/notices", c->town->path);
}

bool
desk_today(struct ctx *c, bool mine, int64_t page, struct today_view *out)
{
    const struct sql_referral_incoming_in in = { .desk = c->viewer->desk,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now };
    const struct sql_referral_outgoing_in to = { .desk = c->viewer->desk,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now };
    const struct sql_draft_list_in drafts_in = { .post_id = c->viewer->post };
    struct sql_duty_list_rows duties = { 0 };
    struct sql_duty_counts_rows loads = { 0 };
    struct sql_referral_incoming_rows incoming = { 0 };
    struct sql_referral_outgoing_rows outgoing = { 0 };
    struct sql_draft_list_rows drafts = { 0 };
    const struct day today = day_of(c->now);

    if (!load_duties(c, mine, (page - 1) * DUTIES_A_PAGE, &duties)
        || !load_loads(c, &loads))
        return false;
    sql_referral_incoming_later(c, &in, &incoming);
    sql_referral_outgoing_later(c, &to, &outgoing);
    sql_draft_list_later(c, &drafts_in, &drafts);
    if (!db_gather(c))
        return false;
    *out = (struct today_view){
        .who = arena_printf(c->mem, "%s　%s", c->viewer->desk_name, c->viewer->name),
        .soon_range = arena_printf(
            c->mem, "%s〜%s", day_short(c->mem, (struct day){ .n = today.n + 1 }),
            day_short(c->mem, (struct day){ .n = today.n + DAYS_AHEAD })),
        .referrals_path = arena_printf(c->mem, "%s/referrals", c->town->path),
        .drafts_path = arena_printf(c->mem, "%s/drafts", c->town->path),
        .stranded_path = arena_printf(c->mem, "%s/today/stranded", c->town->path),
    };
    if (duties.n > DUTIES_A_PAGE) {
        duties.n = DUTIES_A_PAGE;
        out->more_path = arena_printf(c->mem, "%s/today?%spage=%d", c->town->path,
                                      mine ? "who=me&" : "", (int)page + 1);
    }
    add_beginnings(c, out);
    add_tabs(c, mine, &out->tabs);
    policy_show_duties(c, &duties, out);
    policy_show_loads(c, &loads, &out->loads);
    policy_show_waiting(c, &incoming, &outgoing, out);
    policy_show_drafts(c, &drafts, &out->drafts);
    if (!mine && page == 1
        && !sitting_duties(c, (struct day){ .n = today.n + DAYS_AHEAD }, out))
        return false;
    return sitting_of_today(c, out) && stranded_lines(c, &out->stranded)
           && add_notices(c, out);
}

bool
desk_counts(struct ctx *c, size_t *due, size_t *to_confirm)
{
    struct sql_work_counts_row row;
    size_t sittings = 0;

    if (!sql_work_counts(c,
                         &(struct sql_work_counts_in){ .desk = c->viewer->desk,
                                                       .today = day_of(c->now),
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now,
                                                       .most = DESK_COUNT_MOST + 1 },
                         &row)
        || !sitting_duties_due(c, &sittings))
        return false;
    *due = (size_t)row.due + sittings;
    *to_confirm = (size_t)row.waiting;
    return true;
}

bool
desk_draft_keep(struct ctx *c,
                struct draft_id id,
                const char *route,
                const char *title,
                const char *body,
                struct outcome *out)
{
    const struct draft_id draft = id_none(id.id) ? (struct draft_id){ id_new(c) } : id;

    if (!sql_draft_put(c, &(struct sql_draft_put_in){ .draft_id = draft,
                                                      .post_id = c->viewer->post,
                                                      .route = route,
                                                      .title = title,
                                                      .body = body,
                                                      .now = c->now }))
        return false;
    shown_note(c, SHOWN_DRAFT, draft.id, 0, GROUND_BIT(GROUND_OWN));
    out->id = draft.id;
    out->place = arena_printf(c->mem, "%s?draft=%s", route, draft.id.s);
    return true;
}

bool
desk_draft_take(struct ctx *c,
                struct draft_id id,
                const char **body,
                const char **saved)
{
    struct sql_draft_show_row row;

    if (!sql_draft_show(
            c,
            &(struct sql_draft_show_in){ .draft_id = id, .post_id = c->viewer->post },
            &row))
        return false;
    *body = row.body;
    *saved = arena_printf(c->mem, "%s 書きかけを保存しました",
                          instant_clock(c->mem, row.saved_at));
    shown_note(c, SHOWN_DRAFT, id.id, 0, GROUND_BIT(GROUND_OWN));
    return true;
}

bool
desk_draft_drop(struct ctx *c, struct draft_id id, struct outcome *out)
{
    const struct sql_draft_drop_in in = { .draft_id = id, .post_id = c->viewer->post };
    size_t dropped;

    if (!sql_draft_drop_changed(c, &in, &dropped))
        return false;
    if (!dropped)
        return refuse(c, ERR_MISSING, "no such draft");
    out->place = "/drafts?said=dropped";
    return true;
}

bool
desk_draft_list(struct ctx *c, struct drafts_view *out)
{
    struct sql_draft_list_rows rows = { 0 };

    *out = (struct drafts_view){
        .intake_path = arena_printf(c->mem, "%s/intake", c->town->path),
    };
    if (!sql_draft_list(c, &(struct sql_draft_list_in){ .post_id = c->viewer->post },
                        &rows))
        return false;
    policy_show_drafts(c, &rows, &out->drafts);
    return true;
}
