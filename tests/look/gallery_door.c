/*
 * Log-in and what belongs to it.
 */
#include "gallery.h"

#include "../../src/view/login_view.h"
#include "gen/pages.h"

#define HELP "システム担当　内線 0000"

static const struct link_view PEOPLE[] = {
    { .text = "100200　例田 まり　福祉相談室" },
    { .text = "100300　仮野 けん　社会福祉協議会" },
    { .text = "100900　見張 ただし　個人情報保護担当" },
};

static struct frame_view
outside(const struct gallery *g, const char *title)
{
    struct frame_view f = g->f;

    f.title = title;
    f.home_path = "/mihon/login";
    return f;
}

static void
login(struct gallery *g, const char *name, struct login_view m)
{
    struct frame_view f = outside(g, "ログイン");
    struct buf b = buf_new(g->mem);

    m.path = "/mihon/login";
    m.help = HELP;
    FILL(g, m.people, PEOPLE);
    view_login(&b, &f, &m);
    gallery_write(g, name, &b);
}

static void
logins(struct gallery *g)
{
    login(g, "login",
          (struct login_view){
              .notice =
                  "11月28日（土）22時から24時まで止まります。急ぐ相談は、紙の受付票"
                  "で受けてください。" });
    login(g, "login-wrong",
          (struct login_view){ .number = "100200",
                               .wrong = "職員番号かパスワードが違います。" });
    login(g, "login-demo",
          (struct login_view){
              .ended = true, .demo = true, .demo_password = "kasane-mihon" });
}

static void
second_step(struct gallery *g)
{
    struct frame_view f = outside(g, "確認の番号");
    struct totp_view totp = { .path = "/mihon/login/code",
                              .wrong =
                                  "番号が違います。いま出ている番号を入れてください。",
                              .back_path = "/mihon/login",
                              .help = HELP };
    struct post_page_view posts = { .path = "/mihon/post", .posts = g->f.posts };
    struct buf b = buf_new(g->mem);

    view_totp(&b, &f, &totp);
    gallery_write(g, "totp", &b);
    b = buf_new(g->mem);
    f.title = "どの立場で使いますか";
    view_post_choice(&b, &f, &posts);
    gallery_write(g, "post_choice", &b);
}

static void
password(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "パスワードを変える", 0);
    struct password_view m = {
        .path = "/mihon/password",
        .first = true,
        .wrong = "2か所を直してください",
        .wrong_fresh = "15文字からにしてください。いまは8文字です。",
        .wrong_again = "上のパスワードと違っています。",
        .number = "100200",
    };
    struct buf b = buf_new(g->mem);

    view_password(&b, &f, &m);
    gallery_write(g, "password", &b);
}

static void
sessions(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "まもなく時間切れです", 0);
    struct session_view m = { .text = "あと2分で画面に鍵がかかります。",
                              .extend_path = "/mihon/session",
                              .login_path = "/mihon/login",
                              .draft = "書きかけは残っています（10時42分まで）。" };
    struct buf b = buf_new(g->mem);

    view_session(&b, &f, &m);
    gallery_write(g, "session", &b);
    b = buf_new(g->mem);
    f = outside(g, "ログアウトしました");
    m.text = "ブラウザーを閉じてください。";
    view_logged_out(&b, &f, &m);
    gallery_write(g, "logged_out", &b);
}

void
gallery_door(struct gallery *g)
{
    logins(g);
    second_step(g);
    password(g);
    sessions(g);
}
