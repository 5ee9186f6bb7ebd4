#include "desk_emergency.h"

#include "desk_part.h"
#include "desk_restriction_part.h"

#include "../base/buf.h"
#include "../base/crypt.h"
#include "../base/text.h"
#include "../domain/duty_rule.h"
#include "../domain/search_key.h"
#include "../policy/show_emergency.h"
#include "../policy/show_protection.h"
#include "../policy/shown.h"

#include <string.h>

/* How long what an emergency opens stays open, and how many people one look-up may hit. */
enum { BOX_MS = 4 * 3600000, HITS_MAX = 3, PHONE_MIN = 6 };

bool
desk_emergency_code(struct ctx *c, const char *code, bool *good)
{
    const struct sql_account_by_id_in in = { .account_id = c->viewer->account };
    struct sql_account_by_id_row row;
    int64_t step;
    size_t used = 0;
    bool found;

    *good = false;
    if (!*code)
        return true;
    if (!sql_account_by_id(c, &in, &row, &found))
        return false;
    if (!found || row.totp_seed.n != CRYPT_TOTP_SECRET_LEN
        || !crypt_totp_check(row.totp_seed.p, code, c->now, row.totp_step, &step))
        return true;
    if (!sql_account_totp_changed(
            c,
            &(struct sql_account_totp_in){ .account_id = in.account_id, .step = step },
            &used))
        return false;
    *good = used > 0;
    return true;
}

/* Whether the post is on duty, and what policy says of that. */
static bool
decide_duty(struct ctx *c, struct decision *d)
{
    const struct sql_duty_is_on_in in = { .post_id = c->viewer->post, .now = c->now };
    struct facts facts = store_facts_new(c->viewer);
    struct sql_duty_is_on_row on;

    if (!sql_duty_is_on(c, &in, &on))
        return false;
    facts.own = OWN_NONE;
    facts.emergency = on.duty ? EMERGENCY_DUTY : EMERGENCY_NONE;
    *d = policy_decide(ACT_BREAK_GLASS, &facts);
    return true;
}

static bool
may_break(struct ctx *c, struct decision *d, const char *reason)
{
    if (!decide_duty(c, d))
        return false;
    if (!decision_allows(d, ITEM_EXISTENCE))
        return refuse(c, ERR_RULE,
                      "緊急の確認ができるのは、当番の人です。当番は所属長が決めます。");
    return decision_meet(c, d, reason, "");
}

/* A line for the owner at once; the review has its own queue. Source: design section 5. */
static bool
tell_owner(struct ctx *c,
           const struct decision *d,
           struct case_id id,
           struct desk_id desk,
           struct post_id owner)
{
    return !decision_owes(d, OBLIGATION_TELL_OWNER)
           || desk_put_duty(c, id, DUTY_EMERGENCY, id.id, desk, owner, day_of(c->now));
}

static bool
add_use(struct ctx *c,
        enum emergency_kind kind,
        struct case_id id,
        const char *reason,
        struct id *made)
{
    const struct sql_emergency_add_in in = {
        .use_id = { id_new(c) },
        .kind = kind,
        .post_id = c->viewer->post,
        .desk_id = c->viewer->desk,
        .case_id = id,
        .reason = reason,
        .now = c->now,
        .until_at = c->now + BOX_MS,
    };

    *made = in.use_id.id;
    return sql_emergency_add(c, &in);
}

static const char *
digits_of(struct ctx *c, const char *s)
{
    struct buf b = buf_new(c->mem);

    for (s = text_fold(c->mem, s); *s; s++)
        if (*s >= '0' && *s <= '9')
            buf_char(&b, *s);
    return buf_text(&b);
}

static bool
same_name(struct ctx *c, const struct sql_emergency_find_row *r, const char *typed)
{
    const char *key = search_key_query(c->mem, typed);

    return *key
           && (strcmp(key, search_key_query(c->mem, r->name)) == 0
               || (*r->kana && strcmp(key, search_key_query(c->mem, r->kana)) == 0));
}

/* The one thing more. What is sealed is not compared: a guess must not be confirmed. */
static bool
same_other(struct ctx *c,
           const struct sql_emergency_find_row *r,
           const struct form_emergency *f)
{
    const char *place = search_key_place(c->mem, f->address);
    const char *phone = digits_of(c, f->telephone);

    return (text_length(place) >= 3 && *r->place
            && strstr(search_key_place(c->mem, r->place), place))
           || (strlen(phone) >= PHONE_MIN && strcmp(phone, digits_of(c, r->phone)) == 0)
           || (day_known(f->birth) && f->birth.n == r->birth_on.n);
}

/* A conflict and the other side stand also in an emergency: missed like what is absent. */
static bool
is_kept_out(struct ctx *c, struct case_id id, bool *out)
{
    const struct sql_reach_guard_in in = { .case_id = id,
                                           .subject = c->viewer->post.id,
                                           .now = c->now };
    struct sql_reach_guard_row g;

    if (!sql_reach_guard(c, &in, &g))
        return false;
    *out = g.conflict || g.other_side;
    return true;
}

static bool
open_hit(struct ctx *c,
         const struct decision *d,
         const struct sql_emergency_find_row *r,
         const char *reason,
         struct id *made)
{
    shown_note(c, SHOWN_CASE, r->case_id.id,
               ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_SAFETY),
               GROUND_BIT(GROUND_LOOKUP));
    return add_use(c, EMERGENCY_KIND_LOOKUP, r->case_id, reason, made)
           && tell_owner(c, d, r->case_id, r->desk_id, r->owner_post)
           && store_reach_sync_case(c, r->case_id);
}

static bool
check_find(struct ctx *c, const struct form_emergency *f)
{
    if (*f->address || *f->telephone || day_known(f->birth))
        return true;
    return refuse_field(c, "address",
                        "住所・電話・生まれた日のどれかひとつを書いてください。");
}

bool
desk_emergency_find(struct ctx *c, const struct form_emergency *f, struct outcome *out)
{
    const struct sql_emergency_find_in in = { .search =
                                                  search_key_query(c->mem, f->name) };
    const struct case_id none = { .id = { .s = "" } };
    struct sql_emergency_find_rows rows = { 0 };
    struct decision d;
    struct id made;
    size_t hits = 0;

    if (!check_find(c, f) || !may_break(c, &d, f->reason)
        || (*in.search && !sql_emergency_find(c, &in, &rows)))
        return false;
    for (size_t i = 0; i < rows.n && hits < HITS_MAX; i++) {
        bool out_of_it;

        if (!same_name(c, &rows.v[i], f->name) || !same_other(c, &rows.v[i], f))
            continue;
        if (!is_kept_out(c, rows.v[i].case_id, &out_of_it))
            return false;
        if (out_of_it)
            continue;
        if (!open_hit(c, &d, &rows.v[i], f->reason, &made))
            return false;
        hits++;
    }
    if (!hits && !add_use(c, EMERGENCY_KIND_LOOKUP, none, f->reason, &made))
        return false;
    out->id = made;
    out->place = hits ? "/emergency?said=found" : "/emergency?said=missed";
    return true;
}

bool
desk_glass(struct ctx *c, struct case_id id, struct glass_view *out)
{
    const struct sql_case_show_in in = { .case_id = id,
                                         .subjects = desk_subjects(c),
                                         .now = c->now };
    struct sql_case_show_row head;

    if (!sql_case_show(c, &in, &head))
        return false;
    policy_show_glass(c, id, head.number, out);
    return true;
}

bool
desk_glass_break(struct ctx *c,
                 struct case_id id,
                 const struct form_break_glass *f,
                 struct outcome *out)
{
    const struct sql_case_show_in in = { .case_id = id,
                                         .subjects = desk_subjects(c),
                                         .now = c->now };
    struct sql_case_show_row head;
    struct decision d;
    struct id made;

    if (!sql_case_show(c, &in, &head) || !may_break(c, &d, f->reason))
        return false;
    shown_note(c, SHOWN_CASE, id.id, d.allow, GROUND_BIT(GROUND_GLASS));
    out->place = arena_printf(c->mem, "/cases/%s?said=glass", id.id.s);
    return add_use(c, EMERGENCY_KIND_GLASS, id, f->reason, &made)
           && tell_owner(c, &d, id, head.desk_id, head.owner_post)
           && store_reach_sync_case(c, id);
}

/* The people whom one may ask where a protected person is, case by case. */
static bool
load_callers(struct ctx *c, struct case_id id, struct named_list *out)
{
    const struct sql_callers_in in = { .case_id = id,
                                       .subjects = desk_subjects(c),
                                       .now = c->now };
    struct sql_callers_rows rows = { 0 };

    if (!sql_callers(c, &in, &rows))
        return false;
    policy_show_callers(c, &rows, out);
    return true;
}

bool
desk_emergency(struct ctx *c, struct emergency_view *out)
{
    const struct sql_emergency_open_in in = { .post_id = c->viewer->post,
                                              .subjects = desk_subjects(c),
                                              .now = c->now };
    const struct sql_emergency_unreviewed_in asked = { .post_id = c->viewer->post };
    struct sql_emergency_open_rows rows = { 0 };
    struct sql_emergency_unreviewed_row waiting;
    struct decision d;

    if (!decide_duty(c, &d) || !sql_emergency_open(c, &in, &rows)
        || !sql_emergency_unreviewed(c, &asked, &waiting))
        return false;
    policy_show_emergency(c, decision_allows(&d, ITEM_EXISTENCE), waiting.uses, out);
    for (size_t i = 0; i < rows.n; i++) {
        struct named_list callers = { 0 };
        struct facts facts;

        if (!store_facts_of_case(c, rows.v[i].case_id, &facts)
            || !load_callers(c, rows.v[i].case_id, &callers))
            return false;
        policy_show_rescue(c, &facts, &rows.v[i], &callers, out);
    }
    return true;
}

/* Whose uses the viewer reviews: a head its desk's, the privacy officer all. */
static bool
reviews(const struct ctx *c, const char **desk)
{
    *desk = c->viewer->role == POST_ROLE_HEAD ? c->viewer->desk.id.s : "";
    return c->viewer->role == POST_ROLE_HEAD
           || c->viewer->role == POST_ROLE_PRIVACY_OFFICER;
}

bool
desk_emergency_queue(struct ctx *c, struct review_view *out)
{
    struct sql_emergency_queue_in queue = { .before = c->now };
    struct sql_emergency_past_in past = { .desk = "" };
    const struct sql_duty_post_list_in on = { .now = c->now };
    struct sql_emergency_queue_rows waiting = { 0 };
    struct sql_emergency_past_rows done = { 0 };
    struct sql_duty_post_list_rows duty = { 0 };

    if (!reviews(c, &queue.desk))
        return refuse(c, ERR_DENIED, "reviews nothing");
    past.desk = queue.desk;
    if (!sql_emergency_queue(c, &queue, &waiting)
        || !sql_emergency_past(c, &past, &done) || !sql_duty_post_list(c, &on, &duty))
        return false;
    policy_show_review(c, &waiting, &done, &duty, out);
    return true;
}

bool
desk_emergency_review(struct ctx *c,
                      struct use_id id,
                      const struct form_emergency_review *f,
                      struct outcome *out)
{
    const struct sql_emergency_verdict_in in = {
        .use_id = id,
        .now = c->now,
        .post_id = c->viewer->post,
        .verdict = f->verdict,
        .verdict_text = f->text,
    };
    struct sql_emergency_one_row use;
    const char *desk;

    if (!reviews(c, &desk)
        || !sql_emergency_one(c, &(struct sql_emergency_one_in){ .use_id = id }, &use))
        return refuse(c, ERR_DENIED, "reviews nothing");
    if (*desk && strcmp(use.desk_id.id.s, desk) != 0)
        return refuse(c, ERR_DENIED, "another desk's");
    if (id_same(use.account_id.id, c->viewer->account.id))
        return refuse(
            c, ERR_RULE,
            "自分の緊急の確認は、点検できません。個人情報保護担当が点検します。");
    if (use.reviewed_at)
        return refuse(c, ERR_CONFLICT, "もう点検されています。");
    out->place = "/emergency/review?said=saved";
    return sql_emergency_verdict(c, &in);
}

bool
desk_duty_add(struct ctx *c, const struct form_duty_post *f, struct outcome *out)
{
    struct sql_duty_post_add_in in = { .now = c->now, .added_by = c->viewer->post };

    if (c->viewer->role != POST_ROLE_HEAD)
        return refuse(c, ERR_DENIED, "only a head");
    if (!restriction_find_post(c, "login", f->login, &in.post_id))
        return false;
    in.until_at = f->days_given ? c->now + f->days * INT64_C(86400000) : 0;
    out->place = "/emergency/review?said=saved";
    return sql_duty_post_end(c, &(struct sql_duty_post_end_in){ .post_id = in.post_id,
                                                                .now = c->now })
           && sql_duty_post_add(c, &in);
}

bool
desk_duty_end(struct ctx *c, struct post_id post, struct outcome *out)
{
    if (c->viewer->role != POST_ROLE_HEAD)
        return refuse(c, ERR_DENIED, "only a head");
    out->place = "/emergency/review?said=saved";
    return sql_duty_post_end(
        c, &(struct sql_duty_post_end_in){ .post_id = post, .now = c->now });
}
