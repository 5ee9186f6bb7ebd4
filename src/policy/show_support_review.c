#include "show_support_part.h"

#include "../base/buf.h"
#include "../base/day.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/support_plan.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

/* Codes kept with spaces between them, as people call them. */
static const char *
labels_of(struct ctx *c, const char *list, const char *codes)
{
    struct buf b = buf_new(c->mem);
    char *copy = arena_strdup(c->mem, codes);
    char *rest = copy;
    bool first = true;

    while (*rest) {
        const size_t n = strcspn(rest, " ");
        const char *code = arena_copy(c->mem, rest, n);

        if (*code) {
            buf_printf(&b, "%s%s", first ? "" : "、", town_label(c->town, list, code));
            first = false;
        }
        rest += n + (rest[n] != '\0');
    }
    return buf_text(&b);
}

static void
say(struct buf *b, const char *label, const char *text)
{
    if (text && *text)
        buf_printf(b, "%s%s：%s", buf_text(b)[0] ? "\n" : "", label, text);
}

static void
show_reviews(struct support_show *m)
{
    struct ctx *c = m->c;

    for (size_t i = 0; i < m->r->reviews.n; i++) {
        const struct sql_support_review_list_row *r = &m->r->reviews.v[i];
        struct buf b = buf_new(c->mem);

        say(&b, "結果", support_outcome_label(r->outcome));
        say(&b, "見られた変化", labels_of(c, "change", r->changes));
        say(&b, "連携の変化", labels_of(c, "cooperation_change", r->cooperation));
        say(&b, "世帯全体", r->household);
        say(&b, "現在の状況と残された課題", r->situation);
        say(&b, "本人の評価・希望", r->own_view);
        say(&b, "本人の希望", r->own_wish ? support_wish_label(r->own_wish) : NULL);
        say(&b, "支援者側の意見", r->staff_view);
        say(&b, "支援者のようす", r->supporters);
        say(&b, "地域課題・資源の不足", r->gap);
        if (decision_allows(&m->d, ITEM_WELFARE))
            *VEC_PUSH(c->mem, &m->out->reviews) = (struct support_pair_view){
                .label = arena_printf(c->mem, "%s　%s　%s",
                                      support_review_kind_label(r->kind),
                                      day_short(c->mem, r->held_on), r->who),
                .text = buf_text(&b),
            };
    }
}

/* What changed in their lives since this version was decided. Source: R-092. */
static void
show_changes(struct support_show *m)
{
    for (size_t i = 0; i < m->r->changes.n; i++) {
        const struct sql_situation_list_row *s = &m->r->changes.v[i];
        struct facts f = *m->facts;
        struct decision d;

        f.own = m->own != OWN_NONE ? m->own
                                   : viewer_owns(m->c->viewer, s->desk_id, s->post_id);
        d = policy_decide(ACT_VIEW, &f);
        if (decision_allows(&d, ITEM_WELFARE))
            *VEC_PUSH(m->c->mem, &m->out->changes) = (struct support_pair_view){
                .label = s->happened_words,
                .text = arena_printf(m->c->mem, "%s　（%s）", s->words, s->desk),
            };
    }
}

static void
show_watchers(struct support_show *m)
{
    for (size_t i = 0; i < m->r->watchers.n; i++) {
        const struct sql_support_watch_list_row *w = &m->r->watchers.v[i];
        const char *until =
            day_known(w->ended_on)
                ? arena_printf(m->c->mem, "%sまで", day_short(m->c->mem, w->ended_on))
                : arena_printf(m->c->mem, "次は%s", day_short(m->c->mem, w->next_on));

        if (decision_allows(&m->d, ITEM_COORDINATION))
            *VEC_PUSH(m->c->mem, &m->out->watchers) = (struct support_pair_view){
                .label = w->desk ? w->desk : w->party,
                .text = arena_printf(m->c->mem, "%d日ごと　%s　%s", (int)w->every_days,
                                     w->how, until),
                .late = !day_known(w->ended_on) && show_late(m->c, w->next_on) != NULL,
            };
    }
}

/* What meetings decided of that plan, as far as the viewer's desk held them. R-148. */
static const char *
scheme_words(struct support_show *m, struct scheme_plan_id id)
{
    struct buf b = buf_new(m->c->mem);

    for (size_t i = 0; i < m->r->scheme_items.n; i++) {
        const struct sql_scheme_items_row *x = &m->r->scheme_items.v[i];
        const struct plan_meeting *body =
            profile_meeting(m->c->town->profile, x->acts_as);

        if (id_same(x->scheme_plan_id.id, id.id))
            buf_printf(&b, "　%s　%s：%s", day_short(m->c->mem, x->held_on),
                       body ? body->name : x->acts_as,
                       x->state == ITEM_STATE_DECIDED ? x->decision
                                                      : item_state_label(x->state));
    }
    return buf_text(&b);
}

/* Plans of other schemes: each is read by its own desk and by who reads this case's plan. */
void
show_support_schemes(struct support_show *m)
{
    for (size_t i = 0; i < m->r->schemes.n; i++) {
        const struct sql_scheme_plan_list_row *x = &m->r->schemes.v[i];
        const enum own own = viewer_owns(m->c->viewer, x->desk_id, x->post_id);
        struct facts f = *m->facts;
        struct decision d;
        const char *goal;

        f.own = own;
        d = policy_decide(ACT_VIEW, &f);
        goal = mask_text(&d, ITEM_WELFARE, *x->goal ? x->goal : NULL);
        if (!decision_allows(&d, ITEM_COORDINATION))
            continue;
        *VEC_PUSH(m->c->mem, &m->out->schemes) = (struct support_pair_view){
            .label = x->scheme,
            .text = arena_printf(m->c->mem, "%s　%s　%s%s", x->whose, x->desk,
                                 goal ? goal : "", scheme_words(m, x->scheme_plan_id)),
            .meet_path = own != OWN_NONE ? arena_printf(
                             m->c->mem, "%s/meetings/new?case=%s&scheme=%s",
                             m->c->town->path, x->case_id.id.s, x->scheme_plan_id.id.s)
                                         : NULL,
            .path = own != OWN_NONE
                        ? show_path(m->c, "scheme-plans", x->scheme_plan_id.id, "")
                        : NULL,
        };
    }
}

/* How many lines are done, how many late. Source: R-183. */
static void
show_progress(struct support_show *m)
{
    const struct sql_support_item_list_rows *rows = &m->r->now.items;
    const int today = day_of(m->c->now).n;
    size_t done = 0;
    size_t late = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const enum support_item_state s = rows->v[i].state;
        const bool open =
            s == SUPPORT_ITEM_STATE_PLANNED || s == SUPPORT_ITEM_STATE_GOING;

        done += s == SUPPORT_ITEM_STATE_DONE;
        late += open && day_known(rows->v[i].until_on) && rows->v[i].until_on.n < today;
    }
    if (rows->n && support_plan_in_force(m->r->plan.state))
        m->out->progress =
            mask_text(&m->d, ITEM_COORDINATION,
                      arena_printf(m->c->mem, "進みぐあい %d％　期限を過ぎた役割 %zu",
                                   support_progress(done, rows->n), late));
}

static void
show_duration(struct support_show *m)
{
    const struct sql_support_plan_one_row *p = &m->r->plan;
    const struct day today = day_of(m->c->now);
    const bool stopped = day_known(p->suspended_on);
    const int suspended =
        (int)p->days_suspended + (stopped ? today.n - p->suspended_on.n : 0);
    const struct day until = day_known(p->ended_on) ? p->ended_on : today;

    if (!day_known(p->started_on))
        return;
    m->out->duration = mask_text(
        &m->d, ITEM_COORDINATION,
        arena_printf(m->c->mem, "支援した日数 %d日（中断した%d日を除く）",
                     support_days(p->started_on.n, until.n, suspended), suspended));
}

static void
end_pair(struct support_show *m,
         const char *label,
         enum item_class item,
         const char *text)
{
    text = mask_text(&m->d, item, text && *text ? text : NULL);
    if (text)
        *VEC_PUSH(m->c->mem, &m->out->ending) =
            (struct support_pair_view){ .label = label, .text = text };
}

static void
show_ending(struct support_show *m)
{
    const struct sql_support_plan_one_row *p = &m->r->plan;
    const char *follow = NULL;

    if (p->follow_use == SUPPORT_USE_NEEDED)
        follow = arena_printf(
            m->c->mem, "要る　%s　%s",
            day_known(p->follow_on) ? day_short(m->c->mem, p->follow_on) : "",
            p->follow_how);
    else if (p->follow_use == SUPPORT_USE_NOT_NEEDED)
        follow = arena_printf(m->c->mem, "要らない　%s", p->follow_why);
    end_pair(m, "終結の理由", ITEM_COORDINATION,
             town_label(m->c->town, "closing_reason", p->closing_reason));
    end_pair(m, "終結後の主担当", ITEM_COORDINATION, p->after_name);
    end_pair(m, "フォローアップ", ITEM_COORDINATION, follow);
}

void
show_support_reviews(struct support_show *m)
{
    show_reviews(m);
    show_changes(m);
    show_watchers(m);
    show_progress(m);
    show_duration(m);
    show_ending(m);
}
