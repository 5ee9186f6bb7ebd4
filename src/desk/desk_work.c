#include "desk_work.h"

#include "desk_part.h"

#include "../base/vec.h"
#include "../policy/shown.h"

enum { DAYS_AHEAD = 14, DUTIES_MAX = 200 };

static bool
load_duties(struct ctx *c, int days, struct sql_duty_list_rows *rows)
{
    return sql_duty_list(
        c,
        &(struct sql_duty_list_in){ .desk = c->viewer->desk,
                                    .until = { .n = day_of(c->now).n + days },
                                    .subjects = desk_subjects(c),
                                    .now = c->now,
                                    .n = DUTIES_MAX },
        rows);
}

bool
desk_today(struct ctx *c, struct today_view *out)
{
    const struct sql_referral_incoming_in in = { .desk = c->viewer->desk,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now };
    const struct sql_referral_outgoing_in to = { .desk = c->viewer->desk,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now };
    const struct sql_draft_list_in mine = { .post_id = c->viewer->post };
    struct sql_duty_list_rows duties = { 0 };
    struct sql_referral_incoming_rows incoming = { 0 };
    struct sql_referral_outgoing_rows outgoing = { 0 };
    struct sql_draft_list_rows drafts = { 0 };
    const struct day today = day_of(c->now);

    if (!load_duties(c, DAYS_AHEAD, &duties))
        return false;
    sql_referral_incoming_later(c, &in, &incoming);
    sql_referral_outgoing_later(c, &to, &outgoing);
    sql_draft_list_later(c, &mine, &drafts);
    if (!db_gather(c))
        return false;
    *out = (struct today_view){
        .who = arena_printf(c->mem, "%s　%s", c->viewer->desk_name, c->viewer->name),
        .soon_range = arena_printf(
            c->mem, "%s〜%s", day_short(c->mem, (struct day){ .n = today.n + 1 }),
            day_short(c->mem, (struct day){ .n = today.n + DAYS_AHEAD })),
        .referrals_path = arena_printf(c->mem, "%s/referrals", c->town->path),
        .drafts_path = arena_printf(c->mem, "%s/drafts", c->town->path),
        .intake_path = arena_printf(c->mem, "%s/intake", c->town->path),
    };
    policy_show_duties(c, &duties, out);
    policy_show_waiting(c, &incoming, &outgoing, out);
    policy_show_drafts(c, &drafts, &out->drafts);
    return true;
}

bool
desk_counts(struct ctx *c, size_t *due, size_t *to_confirm)
{
    struct sql_work_counts_row row;

    if (!sql_work_counts(c,
                         &(struct sql_work_counts_in){ .desk = c->viewer->desk,
                                                       .today = day_of(c->now),
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now },
                         &row))
        return false;
    *due = (size_t)row.due;
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
    if (!desk_drop_draft(c, id))
        return false;
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
