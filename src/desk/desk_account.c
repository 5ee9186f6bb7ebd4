#include "desk_account.h"

#include "gen/sql.h"

#include "../base/vec.h"
#include "../domain/town.h"

#include <string.h>

enum { SESSION_MS = 10 * 3600000, CODE_MS = 10 * 60000 };

bool
desk_account_find(struct ctx *c, const char *login, struct account_check *out)
{
    struct sql_account_by_login_row row;
    bool found;

    if (!sql_account_by_login(c, &(struct sql_account_by_login_in){ .login = login },
                              &row, &found))
        return false;
    *out = (struct account_check){ .found = found, .login = login };
    if (found) {
        out->id = row.account_id;
        out->password = row.password;
    }
    return true;
}

bool
desk_account_by_id(struct ctx *c, struct account_id id, struct account_check *out)
{
    struct sql_account_by_id_row row;
    bool found;

    if (!sql_account_by_id(c, &(struct sql_account_by_id_in){ .account_id = id }, &row,
                           &found))
        return false;
    *out = (struct account_check){ .found = found, .id = id };
    if (found) {
        out->login = row.login;
        out->password = row.password;
    }
    return true;
}

static const char *
hash_of(struct ctx *c, const char *token)
{
    struct hash h = crypt_sha256(token, strlen(token));

    return crypt_base64url(c->mem, h.b, HASH_LEN);
}

bool
desk_account_terminal(struct ctx *c,
                      const char *login,
                      const char *terminal,
                      bool *known)
{
    struct sql_terminal_known_row row;

    *known = false;
    if (!terminal)
        return true;
    return sql_terminal_known(c,
                              &(struct sql_terminal_known_in){
                                  .token_hash = hash_of(c, terminal), .login = login },
                              &row, known);
}

bool
desk_account_know_terminal(struct ctx *c, struct account_id id, const char *terminal)
{
    return sql_terminal_seen(
        c, &(struct sql_terminal_seen_in){
               .token_hash = hash_of(c, terminal), .account_id = id, .now = c->now });
}

static const char *
stage_of(enum entry entry)
{
    switch (entry) {
    case ENTRY_TOTP:
        return "totp";
    case ENTRY_PASSWORD:
        return "password";
    case ENTRY_POST:
        return "post";
    case ENTRY_OPEN:
        return "open";
    }
    return "";
}

static bool
add_session(struct ctx *c,
            struct account_id id,
            struct post_id post,
            enum entry entry,
            const char **token)
{
    const char *made = crypt_token(c);
    const struct sql_session_add_in in = {
        .token_hash = hash_of(c, made),
        .session_id = { id_new(c) },
        .account_id = id,
        .post_id = post,
        .stage = stage_of(entry),
        .now = c->now,
        .ends_at = c->now + (entry == ENTRY_OPEN ? SESSION_MS : CODE_MS),
    };

    *token = made;
    return sql_session_add(c, &in)
           && sql_session_end_oldest(
               c, &(struct sql_session_end_oldest_in){ .account_id = id });
}

/* One post in force is taken at once; of several, the person chooses. */
static bool
open_or_choose(struct ctx *c,
               struct account_id id,
               const char **token,
               enum entry *entry)
{
    struct sql_post_list_rows posts = { 0 };
    struct sql_account_by_id_row account;
    bool found;

    if (!sql_account_by_id(c, &(struct sql_account_by_id_in){ .account_id = id },
                           &account, &found))
        return false;
    if (found && account.password_given) {
        *entry = ENTRY_PASSWORD;
        return add_session(c, id, (struct post_id){ .id = { .s = "" } }, ENTRY_PASSWORD,
                           token);
    }
    if (!sql_post_list(c, &(struct sql_post_list_in){ .account_id = id, .now = c->now },
                       &posts))
        return false;
    if (!posts.n)
        return refuse(c, ERR_RULE,
                      "いま使える役目がありません。異動や契約の日を、管理者に"
                      "確かめてください。");
    *entry = posts.n == 1 ? ENTRY_OPEN : ENTRY_POST;
    return add_session(c, id,
                       posts.n == 1 ? posts.v[0].post_id
                                    : (struct post_id){ .id = { .s = "" } },
                       *entry, token);
}

bool
desk_account_enter(struct ctx *c,
                   struct account_id id,
                   const char **token,
                   enum entry *entry)
{
    struct sql_account_by_id_row row;
    bool found;

    if (!sql_account_by_id(c, &(struct sql_account_by_id_in){ .account_id = id }, &row,
                           &found))
        return false;
    if (!found)
        return refuse(c, ERR_DENIED, "the account ended");
    if (row.totp_seed.n) {
        *entry = ENTRY_TOTP;
        return add_session(c, id, (struct post_id){ .id = { .s = "" } }, ENTRY_TOTP,
                           token);
    }
    if (!c->town->demo)
        return refuse(c, ERR_RULE,
                      "確認の番号の準備ができていません。管理者に、アプリの登録を"
                      "たのんでください。");
    return open_or_choose(c, id, token, entry);
}

bool
desk_account_code(struct ctx *c,
                  struct session_id session,
                  struct account_id id,
                  const char *code,
                  const char **token,
                  enum entry *entry)
{
    struct sql_account_by_id_row row;
    int64_t step;
    size_t used;
    bool found;

    if (!sql_account_by_id(c, &(struct sql_account_by_id_in){ .account_id = id }, &row,
                           &found))
        return false;
    if (!found || row.totp_seed.n != CRYPT_TOTP_SECRET_LEN
        || !crypt_totp_check(row.totp_seed.p, code, c->now, row.totp_step, &step))
        return refuse(c, ERR_RULE,
                      "確認の番号が違います。アプリに出ている、いまの6けたを"
                      "入れてください。");
    if (!sql_account_totp_changed(
            c, &(struct sql_account_totp_in){ .account_id = id, .step = step }, &used))
        return false;
    if (!used)
        return refuse(c, ERR_RULE,
                      "この番号は、もう使われました。次の番号を待ってください。");
    return desk_account_leave(c, session) && open_or_choose(c, id, token, entry);
}

bool
desk_account_take_post(struct ctx *c,
                       struct session_id session,
                       struct account_id id,
                       struct post_id post,
                       const char **token)
{
    struct sql_post_list_rows posts = { 0 };

    if (!sql_post_list(c, &(struct sql_post_list_in){ .account_id = id, .now = c->now },
                       &posts))
        return false;
    for (size_t i = 0; i < posts.n; i++)
        if (id_same(posts.v[i].post_id.id, post.id))
            return desk_account_leave(c, session)
                   && add_session(c, id, post, ENTRY_OPEN, token);
    return refuse_field(c, "post", "「どの立場で使うか」を、一覧から選んでください。");
}

bool
desk_account_posts(struct ctx *c,
                   struct account_id id,
                   struct post_id present,
                   struct post_choice_list *out)
{
    struct sql_post_list_rows posts = { 0 };

    if (!sql_post_list(c, &(struct sql_post_list_in){ .account_id = id, .now = c->now },
                       &posts))
        return false;
    for (size_t i = 0; i < posts.n; i++) {
        const struct sql_post_list_row *p = &posts.v[i];
        const struct day last = day_of(p->until_at - 1);

        *VEC_PUSH(c->mem, out) = (struct post_choice_view){
            .id = p->post_id.id.s,
            .name = arena_printf(c->mem, "%s　%s", p->desk, p->title),
            .note = arena_printf(c->mem, "%sまで", day_ja(c->mem, last)),
            .current = id_same(p->post_id.id, present.id),
        };
    }
    return true;
}

bool
desk_account_leave(struct ctx *c, struct session_id session)
{
    return sql_session_end(c, &(struct sql_session_end_in){ .session_id = session });
}

bool
desk_account_size(struct ctx *c, struct session_id session, int size)
{
    return sql_session_size(
        c, &(struct sql_session_size_in){ .session_id = session, .size = size });
}

bool
desk_account_password(struct ctx *c,
                      struct account_id id,
                      struct session_id session,
                      const char *hash,
                      const char **token,
                      enum entry *entry)
{
    struct sql_session_post_row row;
    struct sql_account_by_id_row account;
    bool found;
    bool known;

    *entry = ENTRY_OPEN;
    if (!sql_session_post(c, &(struct sql_session_post_in){ .session_id = session },
                          &row, &found)
        || !sql_account_by_id(c, &(struct sql_account_by_id_in){ .account_id = id },
                              &account, &known))
        return false;
    if (!known || (!found && !account.password_given))
        return refuse(c, ERR_DENIED, "no session");
    if (!sql_account_password(
            c, &(struct sql_account_password_in){ .account_id = id, .password = hash })
        || !sql_account_given(
            c, &(struct sql_account_given_in){ .account_id = id, .given = false })
        || !sql_session_end_all(c,
                                &(struct sql_session_end_all_in){ .account_id = id }))
        return false;
    return account.password_given ? open_or_choose(c, id, token, entry)
                                  : add_session(c, id, row.post_id, ENTRY_OPEN, token);
}
