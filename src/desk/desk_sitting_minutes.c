/* The minutes: what was said to each point, how an item ended, and what was mended later. */
#include "desk_sitting_part.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../domain/sitting_points.h"
#include "../policy/show.h"

/*
 * Minutes are written while the sitting is open; afterwards they are corrected, with the
 * reason, and the former text stays.
 */
static bool
in_session(struct ctx *c, const struct sql_item_show_row *i, const char *why)
{
    if (i->sitting_state == SITTING_STATE_OPEN)
        return true;
    if (i->sitting_state != SITTING_STATE_CLOSED)
        return refuse(c, ERR_CONFLICT, "会議を開いてから書いてください。");
    return *why
           || refuse_field(
               c, "why",
               "終わった会議の議事録を直すときは、「直したわけ」を書いてください。");
}

static bool
keep(struct ctx *c,
     struct item_id id,
     const char *what,
     const char *why,
     const char *body)
{
    return sql_item_version_add(
        c, &(struct sql_item_version_add_in){ .item_id = id,
                                              .what = what,
                                              .post_id = c->viewer->post,
                                              .now = c->now,
                                              .why = why,
                                              .body = body });
}

bool
desk_item_point(struct ctx *c,
                struct item_id id,
                const struct form_item_point *f,
                struct outcome *out)
{
    struct sql_item_show_row i;
    struct agenda_points p;
    const char *label = NULL;

    if (!sitting_item(c, id, &i) || !in_session(c, &i, f->why))
        return false;
    p = sitting_points(c->mem, c->town, i.acts_as, i.trigger);
    for (size_t k = 0; k < p.n; k++)
        if (text_same(p.v[k].code, f->point))
            label = p.v[k].label;
    if (!label)
        return refuse_field(c, "point", "「話し合うこと」を、一覧から選んでください。");
    item_done(c, id, "minuted", out);
    return sql_item_point_put(c, &(struct sql_item_point_put_in){ .item_id = id,
                                                                  .point = f->point,
                                                                  .body = f->body })
           && keep(c, id, label, f->why, f->body);
}

/* The points that the minutes do not answer yet, as a list in brackets; NULL: none. */
static bool
blank_points(struct ctx *c,
             struct item_id id,
             const struct sql_item_show_row *i,
             const char **out)
{
    const struct agenda_points p =
        sitting_points(c->mem, c->town, i->acts_as, i->trigger);
    struct sql_item_points_rows said = { 0 };
    struct buf b = buf_new(c->mem);

    *out = NULL;
    if (!p.demanded)
        return true;
    if (!sql_item_points(c, &(struct sql_item_points_in){ .sitting_id = i->sitting_id },
                         &said))
        return false;
    for (size_t k = 0; k < p.n; k++) {
        bool answered = false;

        for (size_t n = 0; n < said.n; n++)
            answered |= id_same(said.v[n].item_id.id, id.id)
                        && text_same(said.v[n].point, p.v[k].code);
        if (!answered)
            buf_printf(&b, "「%s」", p.v[k].label);
    }
    if (b.n)
        *out = buf_text(&b);
    return true;
}

static bool
check_end(struct ctx *c,
          struct item_id id,
          const struct sql_item_show_row *i,
          const struct form_item_end *f)
{
    const char *blank;
    bool good = true;

    if (!blank_points(c, id, i, &blank))
        return false;
    if (i->sitting_state == SITTING_STATE_CLOSED && f->state != i->state)
        good = refuse_field(
            c, "state",
            "終わった会議では、案件の結果は変えられません。次の会議の案件に"
            "してください。");
    if (f->state == ITEM_STATE_CONTINUED && !day_known(f->next_on))
        good = refuse_field(c, "next_on",
                            "続けて話し合うときは、「次に話す日」を書いてください。");
    if (f->state == ITEM_STATE_DECIDED && !*f->decision)
        good = refuse_field(c, "decision", "「決めたこと」を書いてください。");
    if (f->state == ITEM_STATE_DECIDED && blank)
        good = refuse_field(
            c, "state", "計画が議題としている%sを、議事録に書いてから終えてください。",
            blank);
    return sitting_check_word(c, i, f) && good;
}

bool
desk_item_end(struct ctx *c,
              struct item_id id,
              const struct form_item_end *f,
              struct outcome *out)
{
    struct sql_item_show_row i;
    struct sql_item_end_in in = { .item_id = id,
                                  .state = f->state,
                                  .discussion = f->discussion,
                                  .decision = f->decision,
                                  .next_on = f->next_on,
                                  .ended_at = c->now };
    const char *text = desk_form_text(c, &form_item_end_def, f);
    size_t ended;

    if (!sitting_item(c, id, &i)
        || ((f->state != ITEM_STATE_WITHDRAWN
             || i.sitting_state == SITTING_STATE_CLOSED)
            && !in_session(c, &i, f->why))
        || !check_end(c, id, &i, f))
        return false;
    in.version = i.version;
    if (!sql_item_end_changed(c, &in, &ended))
        return false;
    if (!ended)
        return refuse(
            c, ERR_CONFLICT,
            "この案件は、ほかの人がいま直しました。画面を開き直してください。");
    item_done(c, id, "item_ended", out);
    if (!keep(c, id, "結果", f->why, text) || !sitting_sync(c, i.sitting_id)
        || !sitting_carry_out(c, id, &i, f))
        return false;
    return id_none(i.case_id.id)
           || desk_keep_version(c, id.id, i.version + 1, "item", i.case_id,
                                *f->why ? f->why : "会議の結果を書いた", text);
}

bool
sitting_minutes(struct ctx *c, struct item_id id, struct item_page_view *out)
{
    struct sql_item_versions_rows rows = { 0 };

    if (!sql_item_versions(c,
                           &(struct sql_item_versions_in){
                               .item_id = id,
                               .desk = c->viewer->desk,
                               .shares = role_shares_desk(c->viewer->role) },
                           &rows))
        return false;
    policy_show_minutes(c, &rows, &out->minutes);
    return true;
}
