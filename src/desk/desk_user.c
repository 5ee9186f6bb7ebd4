#include "desk_user.h"

#include "desk_part.h"
#include "desk_setup.h"

#include "../base/crypt.h"
#include "../base/machine.h"
#include "../base/vec.h"
#include "../domain/town.h"

#include <stdio.h>
#include <string.h>

enum { PASSWORD_LEN = 20 };

bool
desk_user_allow(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_MANAGE, &facts);

    return decision_allows(&d, ITEM_SETTING) || refuse_decision(c, &d);
}

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

static const char *
state_of(struct ctx *c, const struct sql_user_posts_row *r)
{
    if (r->suspended)
        return "休止";
    if (r->until_at <= c->now || r->account_ended)
        return "終わり";
    return r->from_at > c->now ? "これから" : "いま";
}

static struct user_post_view
post_view(struct ctx *c, const struct sql_user_posts_row *r)
{
    const bool over = r->until_at <= c->now;

    return (struct user_post_view){
        .id = arena_strdup(c->mem, r->post_id.id.s),
        .desk = r->desk,
        .role = post_role_label(r->role),
        .kind = post_kind_label(r->kind),
        .span = arena_printf(c->mem, "%s～%s", day_ja(c->mem, day_of(r->from_at)),
                             day_ja(c->mem, day_of(r->until_at - 1))),
        .state = state_of(c, r),
        .cases = r->cases ? arena_printf(c->mem, "担当%d件", (int)r->cases) : NULL,
        .warn = over && r->cases > 0,
        .end_path =
            over ? NULL
                 : in_town(c, arena_printf(c->mem, "/posts/%s/end", r->post_id.id.s)),
    };
}

static bool
add_desks(struct ctx *c, struct user_desk_list *out)
{
    struct sql_desk_list_rows rows = { 0 };

    if (!sql_desk_list(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, out) =
            (struct user_desk_view){ .id = arena_strdup(c->mem, rows.v[i].desk_id.id.s),
                                     .name = rows.v[i].name };
    return true;
}

/* A password that can be read from paper, and a key for the second factor. */
static struct user_paper_view
new_paper(struct ctx *c)
{
    unsigned char secret[CRYPT_TOTP_SECRET_LEN];
    char *hex = arena_alloc(c->mem, 2 * sizeof secret + 1);

    machine_random(c->machine, secret, sizeof secret);
    for (size_t i = 0; i < sizeof secret; i++)
        snprintf(hex + 2 * i, 3, "%02x", (unsigned)secret[i]);
    return (struct user_paper_view){
        .password = arena_printf(c->mem, "%.*s", PASSWORD_LEN, crypt_token(c)),
        .seed = hex,
        .key = crypt_base32(c->mem, secret, sizeof secret),
    };
}

static bool
load(struct ctx *c, struct account_id id, struct sql_user_posts_rows *rows)
{
    return desk_user_allow(c)
           && sql_user_posts(c, &(struct sql_user_posts_in){ .account_id = id }, rows);
}

bool
desk_users(struct ctx *c, struct users_view *out)
{
    struct sql_user_posts_rows rows = { 0 };
    struct user_view *last = NULL;
    int64_t orphans = 0;

    if (!load(c, (struct account_id){ .id = { .s = "" } }, &rows))
        return false;
    *out = (struct users_view){ .path = in_town(c, "/users"), .paper = new_paper(c) };
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_user_posts_row *r = &rows.v[i];

        if (!last || strcmp(last->login, r->login) != 0) {
            last = VEC_PUSH(c->mem, &out->users);
            *last = (struct user_view){
                .path =
                    in_town(c, arena_printf(c->mem, "/users/%s", r->account_id.id.s)),
                .login = r->login,
                .name = r->name,
                .ended = r->account_ended != 0,
            };
        }
        *VEC_PUSH(c->mem, &last->posts) = post_view(c, r);
        last->posts.v[last->posts.n - 1].end_path = NULL; /* on the account's page */
        orphans += r->until_at <= c->now ? r->cases : 0;
    }
    if (orphans)
        out->orphans = arena_printf(
            c->mem,
            "役目の終わった人が、%d件を担当したままです。所属長に知らせてください。",
            (int)orphans);
    return add_desks(c, &out->desks);
}

bool
desk_user_show(struct ctx *c, struct account_id id, struct user_page_view *out)
{
    struct sql_user_posts_rows rows = { 0 };

    if (!load(c, id, &rows))
        return false;
    if (!rows.n)
        return refuse(c, ERR_MISSING, "no such account");
    *out = (struct user_page_view){
        .user = { .path = in_town(c, arena_printf(c->mem, "/users/%s", id.id.s)),
                  .login = rows.v[0].login,
                  .name = rows.v[0].name,
                  .ended = rows.v[0].account_ended != 0 },
        .paper = new_paper(c),
        .post_path = in_town(c, arena_printf(c->mem, "/users/%s/posts", id.id.s)),
        .password_path =
            in_town(c, arena_printf(c->mem, "/users/%s/password", id.id.s)),
        .back_path = in_town(c, "/users"),
    };
    out->paper.key = NULL; /* the second factor stays as it is */
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->user.posts) = post_view(c, &rows.v[i]);
    return add_desks(c, &out->desks);
}

static bool
desk_code(struct ctx *c, struct desk_id id, const char **out)
{
    struct sql_desk_one_row row;
    bool found;

    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = id }, &row, &found))
        return false;
    *out = row.code;
    return found || refuse_field(c, "desk", "「窓口」を、一覧から選んでください。");
}

static int64_t
end_of(struct day last)
{
    return day_known(last) ? day_begin((struct day){ .n = last.n + 1 }) : 0;
}

static bool
read_seed(struct ctx *c, const char *hex, unsigned char out[CRYPT_TOTP_SECRET_LEN])
{
    for (size_t i = 0; i < CRYPT_TOTP_SECRET_LEN; i++) {
        unsigned byte;

        if (strlen(hex) != (size_t)2 * CRYPT_TOTP_SECRET_LEN
            || sscanf(hex + 2 * i, "%2x", &byte) != 1)
            return refuse_field(c, "seed",
                                "画面を開き直して、もう一度送ってください。");
        out[i] = (unsigned char)byte;
    }
    return true;
}

/* Who gave it knows it: whoever comes in with it has to choose another one first. */
static bool
must_change(struct ctx *c, struct account_id id)
{
    return sql_account_given(
        c, &(struct sql_account_given_in){ .account_id = id, .given = true });
}

bool
desk_user_add(struct ctx *c,
              const struct form_user_new *f,
              const char *hash,
              struct outcome *out)
{
    unsigned char secret[CRYPT_TOTP_SECRET_LEN];
    struct new_user u = {
        .login = f->login,
        .name = f->name,
        .password_hash = hash,
        .role = f->role,
        .kind = f->kind,
        .title = post_role_label(f->role),
        .until_at = end_of(f->until_on),
        .totp_secret = secret,
    };
    struct post_id post;
    struct sql_post_one_row row;
    bool found;

    if (!desk_user_allow(c) || !desk_code(c, f->desk, &u.desk)
        || !read_seed(c, f->seed, secret) || !desk_setup_user(c, &u, &post)
        || !sql_post_one(c, &(struct sql_post_one_in){ .post_id = post }, &row, &found))
        return false;
    out->id = row.account_id.id;
    out->place = arena_printf(c->mem, "/users/%s?said=user", out->id.s);
    return must_change(c, row.account_id);
}

static bool
end_post(struct ctx *c, struct post_id post, int64_t at)
{
    c->narrows = true;
    return sql_post_end(c, &(struct sql_post_end_in){ .post_id = post, .now = at });
}

bool
desk_user_post(struct ctx *c,
               struct account_id id,
               const struct form_user_post *f,
               struct outcome *out)
{
    const int64_t from = day_known(f->from_on) ? day_begin(f->from_on) : c->now;
    const struct day end =
        day_known(f->until_on) ? f->until_on : day_fiscal_end(day_of(from));
    struct new_user u = {
        .role = f->role,
        .kind = f->kind,
        .title = post_role_label(f->role),
        .from_at = from > c->now ? from : c->now,
        .until_at = end_of(end),
    };
    struct sql_account_by_id_row account;
    struct sql_post_one_row old;
    struct post_id post;
    bool found;

    if (!desk_user_allow(c)
        || !sql_account_by_id(c, &(struct sql_account_by_id_in){ .account_id = id },
                              &account, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such account");
    if (u.until_at <= u.from_at)
        return refuse_field(c, "until_on",
                            "「いつまで」は、「いつから」よりあとの日にしてください。");
    u.login = account.login;
    if (!desk_code(c, f->desk, &u.desk) || !desk_setup_post(c, &u, &post))
        return false;
    out->id = post.id;
    out->place =
        arena_printf(c->mem, "/users/%s?said=user_post&post=%s", id.id.s, post.id.s);
    if (id_none(f->ends.id))
        return true;
    if (!sql_post_one(c, &(struct sql_post_one_in){ .post_id = f->ends }, &old, &found))
        return false;
    if (!found || !id_same(old.account_id.id, id.id))
        return refuse_field(c, "ends", "「終わりにする役目」を選びなおしてください。");
    return end_post(c, f->ends, u.from_at);
}

bool
desk_user_post_end(struct ctx *c,
                   struct post_id id,
                   const struct form_user_post_end *f,
                   struct outcome *out)
{
    const int64_t at = day_known(f->until_on) ? end_of(f->until_on) : c->now;
    struct sql_post_one_row row;
    bool found;

    if (!desk_user_allow(c)
        || !sql_post_one(c, &(struct sql_post_one_in){ .post_id = id }, &row, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such post");
    if (at < c->now)
        return refuse_field(c, "until_on",
                            "「さいごの日」は、きょうからの日にしてください。");
    if (id_same(id.id, c->viewer->post.id))
        return refuse(c, ERR_RULE,
                      "自分の役目は、自分では終わらせられません。ほかの管理者に頼んで"
                      "ください。");
    out->place = arena_printf(c->mem, "/users/%s?said=post_ended", row.account_id.id.s);
    return end_post(c, id, at);
}

bool
desk_user_password(struct ctx *c,
                   struct account_id id,
                   const char *hash,
                   struct outcome *out)
{
    struct sql_account_by_id_row account;
    bool found;

    if (!desk_user_allow(c)
        || !sql_account_by_id(c, &(struct sql_account_by_id_in){ .account_id = id },
                              &account, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such account");
    out->place = arena_printf(c->mem, "/users/%s?said=user_password", id.id.s);
    return sql_account_password(
               c,
               &(struct sql_account_password_in){ .account_id = id, .password = hash })
           && must_change(c, id)
           && sql_session_end_all(c,
                                  &(struct sql_session_end_all_in){ .account_id = id });
}
