#include "desk_local_issue.h"

#include "desk_local_issue_lift.h"
#include "desk_part.h"
#include "desk_sitting_part.h"

#include "../base/vec.h"
#include "../domain/town.h"

enum { DAYS_BACK = 366 };

/* Whoever works at a desk; who brings a notice or evaluates does not write here. */
static bool
may_work(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);

    return (decision_allows(&d, ITEM_COORDINATION) && role_shares_desk(c->viewer->role))
           || refuse(c, ERR_DENIED, "no work at a desk");
}

static const char *
origin_of(struct ctx *c, bool ours, const char *body, struct day on, const char *desk)
{
    return ours ? arena_printf(c->mem, "%s　%s", sitting_body_name(c, body),
                               day_ja(c->mem, on))
                : arena_printf(c->mem, "%s　%s", desk, day_ja(c->mem, on));
}

static bool
is_over(enum local_issue_state state)
{
    return state == LOCAL_ISSUE_STATE_MADE || state == LOCAL_ISSUE_STATE_DROPPED;
}

static const char *
full(const char *s)
{
    return *s ? s : NULL;
}

bool
desk_local_issues(struct ctx *c, struct local_issues_view *out)
{
    const struct sql_local_issue_list_in in = { .desk = c->viewer->desk,
                                                .shares = true };
    struct sql_local_issue_list_rows rows = { 0 };
    int open = 0;

    *out = (struct local_issues_view){
        .path = arena_printf(c->mem, "%s/local-issues", c->town->path),
    };
    if (!may_work(c) || !sql_local_issue_list(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_local_issue_list_row *r = &rows.v[i];

        open += !is_over(r->state);
        *VEC_PUSH(c->mem, &out->lines) = (struct local_issue_line_view){
            .path = arena_printf(c->mem, "%s/%s", out->path, r->local_issue_id.id.s),
            .id = arena_strdup(c->mem, r->local_issue_id.id.s),
            .kind = town_label(c->town, "local_issue", r->kind),
            .need = r->need,
            .area = full(r->area),
            .origin = origin_of(c, r->ours, r->body, r->held_on, r->desk),
            .state = local_issue_state_label(r->state),
            .resource = full(r->resource),
            .over = is_over(r->state),
        };
    }
    out->open = arena_printf(c->mem, "%d件", open);
    return true;
}

/* Takes body and day from the sitting, which the viewer's desk has set. */
static bool
take_sitting(struct ctx *c,
             const struct form_local_issue *f,
             struct sql_local_issue_add_in *in)
{
    const struct day today = day_of(c->now);
    const struct sql_sitting_list_in of = { .desk = c->viewer->desk,
                                            .post = c->viewer->post,
                                            .shares = true,
                                            .since = { .n = today.n - DAYS_BACK },
                                            .until = today };
    struct sql_sitting_list_rows rows = { 0 };

    in->held_on = day_known(f->held_on) ? f->held_on : today;
    if (in->held_on.n > today.n)
        return refuse_field(c, "held_on",
                            "「出た日」は、きょうまでの日にしてください。");
    if (id_none(f->sitting.id))
        return true;
    if (!sql_sitting_list(c, &of, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (rows.v[i].office && id_same(rows.v[i].sitting_id.id, f->sitting.id)) {
            in->body = rows.v[i].body;
            in->held_on = rows.v[i].held_on;
            return true;
        }
    return refuse_field(c, "sitting", "「どの会議で」を、一覧から選んでください。");
}

bool
desk_local_issue_add(struct ctx *c,
                     const struct form_local_issue *f,
                     struct outcome *out)
{
    struct sql_local_issue_add_in in = {
        .local_issue_id = { id_new(c) },
        .kind = f->kind,
        .need = f->need,
        .area = f->area,
        .sitting_id = f->sitting,
        .body = "",
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };

    out->id = in.local_issue_id.id;
    out->place = arena_printf(c->mem, "/local-issues/%s?said=local_issue", out->id.s);
    return may_work(c) && desk_check_codes(c, &form_local_issue_def, f)
           && take_sitting(c, f, &in) && sql_local_issue_add(c, &in)
           && sql_local_issue_step_add(c, &(struct sql_local_issue_step_add_in){
                                              .step_id = id_new(c),
                                              .local_issue_id = in.local_issue_id,
                                              .state = LOCAL_ISSUE_STATE_RAISED,
                                              .words = f->need,
                                              .resource = "",
                                              .desk_id = c->viewer->desk,
                                              .post_id = c->viewer->post,
                                              .now = c->now });
}

static bool
load_one(struct ctx *c, struct local_issue_id id, struct sql_local_issue_one_row *row)
{
    const struct sql_local_issue_one_in in = { .local_issue_id = id,
                                               .desk = c->viewer->desk,
                                               .shares = true };
    bool found;

    if (!may_work(c) || !sql_local_issue_one(c, &in, row, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "no such local issue");
}

static bool
show_steps(struct ctx *c, struct local_issue_id id, struct local_issue_view *out)
{
    struct sql_local_issue_steps_rows rows = { 0 };

    if (!sql_local_issue_steps(
            c, &(struct sql_local_issue_steps_in){ .local_issue_id = id }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_local_issue_steps_row *r = &rows.v[i];

        *VEC_PUSH(c->mem, &out->steps) = (struct local_issue_step_view){
            .day = day_ja(c->mem, day_of(r->at)),
            .state = local_issue_state_label(r->state),
            .words = r->words,
            .resource = full(r->resource),
            .who = arena_printf(c->mem, "%s　%s", r->desk, r->who),
        };
    }
    return true;
}

bool
desk_local_issue_show(struct ctx *c,
                      struct local_issue_id id,
                      struct local_issue_view *out,
                      struct form_local_issue_step *values)
{
    struct sql_local_issue_one_row r;

    if (!load_one(c, id, &r))
        return false;
    *out = (struct local_issue_view){
        .head = { .path = arena_printf(c->mem, "%s/local-issues/%s", c->town->path,
                                       id.id.s),
                  .id = arena_strdup(c->mem, id.id.s),
                  .kind = town_label(c->town, "local_issue", r.kind),
                  .need = r.need,
                  .area = full(r.area),
                  .origin = origin_of(c, r.ours, r.body, r.held_on, r.desk),
                  .state = local_issue_state_label(r.state),
                  .resource = full(r.resource),
                  .over = is_over(r.state) },
        .back_path = arena_printf(c->mem, "%s/local-issues", c->town->path),
        .version = arena_printf(c->mem, "%d", (int)r.version),
    };
    if (r.ours)
        out->sitting_path =
            arena_printf(c->mem, "%s/meetings/%s", c->town->path, r.sitting_id.id.s);
    *values = (struct form_local_issue_step){ .version = r.version,
                                              .version_given = true,
                                              .state = r.state,
                                              .resource = r.resource,
                                              .words = "" };
    return local_issue_levels(c, id, &r, out) && show_steps(c, id, out);
}

bool
desk_local_issue_step(struct ctx *c,
                      struct local_issue_id id,
                      const struct form_local_issue_step *f,
                      struct outcome *out)
{
    struct sql_local_issue_one_row r;
    size_t moved;

    if (!load_one(c, id, &r))
        return false;
    if (f->state == LOCAL_ISSUE_STATE_MADE && !*f->resource)
        return refuse_field(c, "resource", "「できた資源」を書いてください。");
    if (f->state != LOCAL_ISSUE_STATE_MADE && *f->resource)
        return refuse_field(c, "state",
                            "資源ができたときは、「いまのようす」を「資源ができた」に"
                            "してください。");
    if (!sql_local_issue_move_changed(
            c,
            &(struct sql_local_issue_move_in){
                .local_issue_id = id,
                .state = f->state,
                .resource = f->resource,
                .version = f->version_given ? f->version : r.version },
            &moved))
        return false;
    if (!moved)
        return refuse(c, ERR_CONFLICT,
                      "この地域課題は、ほかの人がいま書きかえました。画面を開き直して"
                      "ください。");
    out->id = id.id;
    out->place = arena_printf(c->mem, "/local-issues/%s?said=local_step", id.id.s);
    return sql_local_issue_step_add(
        c, &(struct sql_local_issue_step_add_in){ .step_id = id_new(c),
                                                  .local_issue_id = id,
                                                  .state = f->state,
                                                  .words = f->words,
                                                  .resource = f->resource,
                                                  .desk_id = c->viewer->desk,
                                                  .post_id = c->viewer->post,
                                                  .now = c->now });
}

struct form_options
desk_local_issue_sittings(struct ctx *c)
{
    const struct day today = day_of(c->now);
    const struct sql_sitting_list_in of = { .desk = c->viewer->desk,
                                            .post = c->viewer->post,
                                            .shares = true,
                                            .since = { .n = today.n - DAYS_BACK },
                                            .until = today };
    struct {
        struct form_option *v;
        size_t n;
        size_t cap;
    } to = { 0 };
    struct sql_sitting_list_rows rows = { 0 };

    if (!sql_sitting_list(c, &of, &rows))
        return (struct form_options){ .name = "sitting" };
    for (size_t i = rows.n; i > 0; i--)
        if (rows.v[i - 1].office)
            *VEC_PUSH(c->mem, &to) = (struct form_option){
                .code = arena_strdup(c->mem, rows.v[i - 1].sitting_id.id.s),
                .label = arena_printf(c->mem, "%s　%s",
                                      day_ja(c->mem, rows.v[i - 1].held_on),
                                      sitting_body_name(c, rows.v[i - 1].body)),
            };
    return (struct form_options){ .name = "sitting", .v = to.v, .n = to.n };
}
