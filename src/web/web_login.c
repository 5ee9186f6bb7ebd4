#include "frame.h"
#include "routes.h"

#include "../base/machine.h"
#include "../base/vec.h"
#include "../desk/desk_account.h"
#include "../domain/password_rule.h"
#include "../server/server.h"
#include "../view/login_view.h"
#include "gen/forms.h"
#include "gen/pages.h"

#include <string.h>

/* What the slow thread found out about a password. */
struct checked {
    struct account_id id;
    const char *fresh_hash; /* of a new password */
};

/* An account that does not exist costs as much as a wrong password. */
static const char DUMMY[] = "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

static bool
slow_down(struct ctx *c, const struct request *req, const char *login)
{
    struct throttle *t = unit_of(c)->place->throttle;
    int64_t wait = throttle_address(t, req->remote ? req->remote : "", c->now);
    bool known;

    if (!desk_account_terminal(c, login, req->terminal, &known))
        return false;
    if (!wait)
        wait = throttle_try(t, login, known ? req->terminal : NULL, c->now);
    if (!wait)
        return true;
    return refuse(c, ERR_RULE,
                  "まちがいが続いたので、少し休んでいます。%d秒たってから、もう一度"
                  "入れてください。",
                  (int)(wait / 1000) + 1);
}

static bool
verify(struct ctx *c, const struct account_check *a, const char *password)
{
    struct server *s = unit_of(c)->server;
    enum hasher_verdict v = hasher_verify(s->hasher, a->found ? a->password : DUMMY,
                                          password, strlen(password), NULL);

    if (v == HASHER_YES && a->found)
        return true;
    if (v == HASHER_BUSY || v == HASHER_BROKEN)
        return refuse(c, ERR_OUTSIDE, "the password cannot be checked now");
    return refuse(c, ERR_RULE, "職員番号かパスワードが違います。");
}

bool
prepare_login(struct ctx *c, struct request *req)
{
    struct form_login form;
    struct account_check a;
    struct checked *found = ARENA_NEW(c->mem, struct checked);

    if (!form_login_read(c, &req->form, &form) || !slow_down(c, req, form.number)
        || !desk_account_find(c, form.number, &a) || !verify(c, &a, form.password))
        return false;
    throttle_passed(unit_of(c)->place->throttle, form.number, req->terminal);
    found->id = a.id;
    req->prepared = found;
    return true;
}

/* Where somebody goes after this step; next is a page of ours or nothing. */
static const char *
way_on(struct ctx *c, const struct request *req, enum entry entry)
{
    const char *next = request_form(req, "next");

    if (entry == ENTRY_TOTP)
        return *next ? arena_printf(c->mem, "/login/code?next=%s", next)
                     : "/login/code";
    if (entry == ENTRY_PASSWORD)
        return "/password";
    if (entry == ENTRY_POST)
        return "/post";
    return next[0] == '/' && next[1] != '/' ? next : "/today";
}

bool
act_login(struct ctx *c, const struct request *req, struct outcome *out)
{
    const struct checked *found = req->prepared;
    const char *terminal;
    const char *token;
    enum entry entry;

    if (!desk_account_enter(c, found->id, &token, &entry))
        return false;
    unit_of(c)->session.account = found->id;
    terminal = req->terminal ? req->terminal : crypt_token(c);
    if (entry != ENTRY_TOTP && !desk_account_know_terminal(c, found->id, terminal))
        return false;
    out->cookie2 = frame_terminal(c, terminal);
    out->cookie = frame_cookie(c, token);
    out->place = way_on(c, req, entry);
    return true;
}

bool
show_home(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    (void)req;
    (void)out;
    rep->status = 303;
    rep->location = arena_printf(c->mem, "%s/today", c->town->path);
    return true;
}

static void
demo_people(struct ctx *c, struct login_view *v)
{
    static const char *const PEOPLE[] = {
        "100001　相談支援員（市の中心になる窓口）",
        "100002　相談支援員（ほかの課の窓口）",
        "200001　受託機関の職員",
        "100009　所属長",
        "100007　個人情報保護担当",
        "100008　システム管理者",
    };

    for (size_t i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++)
        *VEC_PUSH(c->mem, &v->people) = (struct link_view){ .text = PEOPLE[i] };
    v->demo_password = "kasane-mihon-2026";
}

bool
show_login(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    const struct err *e = frame_err(c);
    const char *next = request_query(req, "next");
    struct frame_view f;
    struct login_view v = {
        .path = arena_printf(c->mem, "%s/login", c->town->path),
        .number = request_form(req, "number"),
        .wrong = e ? (e->n_fields ? e->fields[0].text : e->text) : NULL,
        .next = *next                        ? next
                : *request_form(req, "next") ? request_form(req, "next")
                                             : NULL,
        .ended = req->token != NULL && !unit_of(c)->session.stage,
        .demo = c->town->demo,
    };

    (void)out;
    if (v.demo)
        demo_people(c, &v);
    frame_bare(c, req, "ログイン", &f);
    view_login(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
act_code(struct ctx *c, const struct request *req, struct outcome *out)
{
    const struct session_facts s = unit_of(c)->session;
    struct form_totp form;
    const char *token;
    enum entry entry;

    if (!s.stage || strcmp(s.stage, "totp") != 0)
        return refuse(c, ERR_DENIED, "no code is awaited");
    if (!form_totp_read(c, &req->form, &form)
        || !slow_down(c, req, arena_printf(c->mem, "code %s", s.account.id.s))
        || !desk_account_code(c, s.id, s.account, form.code, &token, &entry))
        return false;
    throttle_passed(unit_of(c)->place->throttle,
                    arena_printf(c->mem, "code %s", s.account.id.s), req->terminal);
    if (req->terminal && !desk_account_know_terminal(c, s.account, req->terminal))
        return false;
    out->cookie = frame_cookie(c, token);
    out->place = way_on(c, req, entry);
    return true;
}

bool
show_code(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    const struct err *e = frame_err(c);
    const char *next = request_query(req, "next");
    struct frame_view f;
    const struct totp_view v = {
        .path = arena_printf(c->mem, "%s/login/code", c->town->path),
        .wrong = e ? (e->n_fields ? e->fields[0].text : e->text) : NULL,
        .next = *next ? next : NULL,
        .back_path = arena_printf(c->mem, "%s/login", c->town->path),
    };

    (void)out;
    frame_bare(c, req, "確認の番号", &f);
    view_totp(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

/* A post is chosen after the second factor, and after a password that was given is changed. */
static bool
may_choose(struct ctx *c, const char *stage)
{
    return (strcmp(stage, "totp") != 0 && strcmp(stage, "password") != 0)
           || refuse(c, ERR_DENIED, "something goes before the post");
}

bool
act_post(struct ctx *c, const struct request *req, struct outcome *out)
{
    const struct session_facts s = unit_of(c)->session;
    struct form_post_choice form;
    const char *token;

    if (!may_choose(c, s.stage))
        return false;
    if (!form_post_choice_read(c, &req->form, &form)
        || !desk_account_take_post(c, s.id, s.account, form.post, &token))
        return false;
    out->cookie = frame_cookie(c, token);
    out->place = "/today";
    return true;
}

bool
show_post(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    const struct session_facts s = unit_of(c)->session;
    struct frame_view f;
    struct post_page_view v = {
        .path = arena_printf(c->mem, "%s/post", c->town->path),
        .wrong = frame_err(c) ? frame_err(c)->text : NULL,
    };

    (void)out;
    if (!may_choose(c, s.stage))
        return false;
    frame_bare(c, req, "どの立場で使うか", &f);
    if (!desk_account_posts(c, s.account, s.post, &v.posts))
        return false;
    view_post_choice(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
act_size(struct ctx *c, const struct request *req, struct outcome *out)
{
    const char *size = request_form(req, "size");
    int percent = strcmp(size, "150") == 0 ? 150 : strcmp(size, "125") == 0 ? 125 : 100;

    out->place = "/today";
    return desk_account_size(c, unit_of(c)->session.id, percent);
}

bool
act_logout(struct ctx *c, const struct request *req, struct outcome *out)
{
    (void)req;
    if (!desk_account_leave(c, unit_of(c)->session.id))
        return false;
    out->cookie = frame_cookie_end(c);
    out->clear = true;
    out->place = "/logged-out";
    return true;
}

bool
show_logged_out(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct frame_view f;
    const struct session_view v = {
        .text = "ログアウトしました。書きかけは残っています。",
        .login_path = arena_printf(c->mem, "%s/login", c->town->path),
    };

    (void)out;
    frame_bare(c, req, "ログアウトしました", &f);
    view_logged_out(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_session(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    const struct session_view v = {
        .text = "続けて使えます。この画面は閉じてかまいません。",
        .extend_path = arena_printf(c->mem, "%s/session", c->town->path),
        .login_path = arena_printf(c->mem, "%s/login", c->town->path),
    };

    (void)out;
    if (!frame_fill(c, req, "続けて使う", &f))
        return false;
    view_session(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

/* Source: NIST SP 800-63B 5.1.1; security.md D7: length counts, not kinds of characters. */
static bool
good_password(struct ctx *c, const struct form_password_change *form)
{
    if (!password_is_long(form->fresh))
        return refuse_field(
            c, "fresh",
            "「新しいパスワード」は15文字からです。言葉をつなげてください。");
    if (strlen(form->fresh) > CRYPT_PASSWORD_MAX)
        return refuse_field(c, "fresh", "「新しいパスワード」が長すぎます。");
    if (strcmp(form->fresh, form->again) != 0)
        return refuse_field(c, "again",
                            "2回めの「新しいパスワード」が、1回めと違います。");
    return true;
}

/* The password page opens after the second factor, not instead of it. */
static bool
after_code(struct ctx *c)
{
    const char *stage = unit_of(c)->session.stage;

    return (stage && strcmp(stage, "totp") != 0)
           || refuse(c, ERR_DENIED, "the second factor is missing");
}

bool
prepare_password(struct ctx *c, struct request *req)
{
    struct unit *u = unit_of(c);
    struct form_password_change form;
    struct account_check a;
    struct checked *found = ARENA_NEW(c->mem, struct checked);
    unsigned char salt[16];
    char *hash = arena_alloc(c->mem, CRYPT_PASSWORD_HASH_MAX);

    if (!unit_identify(u) || !after_code(c)
        || !form_password_change_read(c, &req->form, &form) || !good_password(c, &form)
        || !desk_account_by_id(c, u->session.account, &a)
        || !slow_down(c, req, a.login ? a.login : ""))
        return false;
    if (!verify(c, &a, form.current)) {
        if (c->err.kind == ERR_RULE) {
            forgive(c);
            refuse_field(c, "current", "「いまのパスワード」が違います。");
        }
        return false;
    }
    throttle_passed(u->place->throttle, a.login, req->terminal);
    machine_random(c->machine, salt, sizeof salt);
    if (hasher_hash(u->server->hasher, form.fresh, strlen(form.fresh), salt, NULL,
                    u->server->conf.cheap_passwords ? CRYPT_COST_TEST : CRYPT_COST_FULL,
                    hash)
        != HASHER_YES)
        return refuse(c, ERR_OUTSIDE, "the password cannot be hashed now");
    found->id = a.id;
    found->fresh_hash = hash;
    req->prepared = found;
    return true;
}

bool
prepare_fresh(struct ctx *c, struct request *req)
{
    struct unit *u = unit_of(c);
    const char *password = request_form(req, "password");
    struct checked *found = ARENA_NEW(c->mem, struct checked);
    struct account_check a;

    if (!*password)
        return true;
    if (!unit_identify(u) || !desk_account_by_id(c, u->viewer.account, &a)
        || !slow_down(c, req, a.login ? a.login : ""))
        return false;
    if (!verify(c, &a, password)) {
        if (c->err.kind == ERR_RULE) {
            forgive(c);
            refuse_field(c, "password", "「パスワードをもう一度」が違います。");
        }
        return false;
    }
    throttle_passed(u->place->throttle, a.login, req->terminal);
    found->id = a.id;
    req->prepared = found;
    return true;
}

bool
fresh_given(struct ctx *c, const struct request *req)
{
    const struct checked *found = req->prepared;

    return found && id_same(found->id.id, unit_of(c)->viewer.account.id);
}

bool
act_password(struct ctx *c, const struct request *req, struct outcome *out)
{
    const struct checked *found = req->prepared;
    const struct session_facts s = unit_of(c)->session;
    const char *token;
    enum entry entry;

    if (!id_same(found->id.id, s.account.id))
        return refuse(c, ERR_DENIED, "another account");
    if (!desk_account_password(c, s.account, s.id, found->fresh_hash, &token, &entry))
        return false;
    out->cookie = frame_cookie(c, token);
    out->place = entry == ENTRY_POST ? "/post" : "/today?said=password";
    return true;
}

bool
show_password(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    const struct err *e = frame_err(c);
    struct account_check a;
    struct frame_view f;
    struct password_view v = { .path =
                                   arena_printf(c->mem, "%s/password", c->town->path) };

    (void)out;
    v.first = !c->viewer && strcmp(unit_of(c)->session.stage, "password") == 0;
    if (!c->viewer)
        frame_bare(c, req, "パスワードを変える", &f);
    if (!after_code(c) || (c->viewer && !frame_fill(c, req, "パスワードを変える", &f))
        || !desk_account_by_id(c, unit_of(c)->session.account, &a))
        return false;
    v.number = a.login;
    if (e) {
        v.wrong = e->text;
        v.wrong_current = err_of_field(e, "current");
        v.wrong_fresh = err_of_field(e, "fresh");
        v.wrong_again = err_of_field(e, "again");
    }
    view_password(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}
