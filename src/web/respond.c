#include "respond.h"

#include "frame.h"
#include "paper.h"
#include "routes.h"

#include "../base/esc.h"
#include "../base/vec.h"
#include "../desk/desk_night.h"
#include "../server/server.h"
#include "../view/error_view.h"
#include "../view/towns_view.h"
#include "gen/pages.h"

#include <string.h>

int
respond_status(enum err_kind kind)
{
    switch (kind) {
    case ERR_NONE:
        return 200;
    case ERR_INPUT:
        return 422;
    case ERR_RULE:
        return 422;
    case ERR_DENIED:
    case ERR_MISSING:
        return 404;
    case ERR_CONFLICT:
        return 409;
    case ERR_OUTSIDE:
        return 503;
    case ERR_BUG:
        return 500;
    }
    return 500;
}

void
respond_json(struct reply *rep)
{
    rep->status = 200;
    rep->type = "application/json";
}

void
respond_csv(struct ctx *c, const char *name, const struct table *t, struct reply *rep)
{
    buf_lit(&rep->body, "\xEF\xBB\xBF");
    table_csv(&rep->body, t);
    rep->status = 200;
    rep->type = "text/csv; charset=utf-8";
    rep->file =
        arena_printf(c->mem, "attachment; filename=\"%s-%s.csv\"", c->town->id, name);
}

bool
respond_wants_json(const struct request *req)
{
    return req->channel != CHANNEL_WEB;
}

/* RFC 9457. */
static void
problem(const struct err *e, struct reply *rep)
{
    struct buf *b = &rep->body;
    const bool ours =
        e->kind == ERR_INPUT || e->kind == ERR_RULE || e->kind == ERR_CONFLICT;

    rep->type = "application/problem+json";
    buf_printf(b, "{\"type\":\"about:blank\",\"status\":%d,\"title\":", rep->status);
    esc_json(b, ours                 ? e->text
                : rep->status == 404 ? "見つかりません。"
                                     : "いま処理できません。");
    if (e->n_fields)
        buf_lit(b, ",\"errors\":[");
    for (size_t i = 0; i < e->n_fields; i++) {
        buf_printf(b, "%s{\"field\":", i ? "," : "");
        esc_json(b, e->fields[i].name);
        buf_lit(b, ",\"detail\":");
        esc_json(b, e->fields[i].text);
        buf_char(b, '}');
    }
    buf_str(b, e->n_fields ? "]}\n" : "}\n");
}

static void
word_error(const struct err *e, struct error_view *out)
{
    switch (e->kind) {
    case ERR_INPUT:
    case ERR_RULE:
        out->title = "このままでは進めません";
        out->text = e->text;
        break;
    case ERR_CONFLICT:
        out->title = "画面の内容が古くなっています";
        out->text = e->text;
        break;
    case ERR_NONE:
    case ERR_DENIED:
    case ERR_MISSING:
        out->title = "この画面は開けません";
        out->text = "見つからないか、あなたの立場では見られない画面です。";
        out->mend = "番号や住所を確かめて、「きょう」からたどり直してください。";
        break;
    case ERR_OUTSIDE:
        out->title = "いま保存や表示ができません";
        out->text = "機械の側の都合で、いまは受け付けられません。";
        out->mend =
            "少し待って、もう一度押してください。書いたものは下に残っています。";
        break;
    case ERR_BUG:
        out->title = "うまく動きませんでした";
        out->text = "直すために、下の番号をシステム担当に伝えてください。";
        break;
    }
}

/* Gives back what was typed, so that nothing is lost. */
static void
give_back(struct ctx *c, const struct request *req, struct error_view *out)
{
    const struct form_def *def = req->route ? req->route->form : NULL;

    if (req->method != METHOD_POST || !def || !c->town)
        return;
    for (size_t i = 0; i < req->form.n; i++) {
        const struct field *f = &req->form.v[i];
        const struct form_field *known = form_field(def, f->name);

        if (strcmp(f->name, "csrf") == 0 || strcmp(f->name, "key") == 0
            || (known && known->kind == FORM_SECRET))
            continue;
        *VEC_PUSH(c->mem, &out->typed) = (struct typed_view){
            .name = f->name,
            .label = known && *f->value
                             && (known->kind == FORM_TEXT || known->kind == FORM_LINE)
                         ? known->label
                         : NULL,
            .value = f->value,
        };
    }
    *VEC_PUSH(c->mem, &out->typed) =
        (struct typed_view){ .name = "key",
                             .value = arena_strdup(c->mem, id_new(c).s) };
    out->again_path = arena_printf(c->mem, "%s%s", c->town->path, req->path);
    out->again_text = "もう一度送る";
}

/* The session ended while somebody was writing: what was typed waits for the log-in. */
static bool
typed_without_session(const struct ctx *c, const struct request *req)
{
    return c->err.kind == ERR_DENIED && !c->viewer && req->method == METHOD_POST
           && req->route && req->route->form && req->route->access == ACCESS_POST;
}

static void
word_ended(struct ctx *c, struct error_view *out)
{
    out->title = "ログインの時間が切れました";
    out->text = "書いたものは、下に残っています。";
    out->mend =
        "新しい画面でログインしてから、この画面の「もう一度送る」を押してください。";
    *VEC_PUSH(c->mem, &out->ways) =
        (struct link_view){ .path = arena_printf(c->mem, "%s/login", c->town->path),
                            .text = "ログインする" };
}

static void
error_page(struct ctx *c, const struct request *req, struct reply *rep)
{
    struct frame_view f;
    struct error_view v = { .number = arena_strdup(c->mem, id_new(c).s) };

    const bool ended = typed_without_session(c, req);

    if (ended)
        word_ended(c, &v);
    else
        word_error(&c->err, &v);
    if (ended || (c->err.kind != ERR_MISSING && c->err.kind != ERR_DENIED))
        give_back(c, req, &v);
    frame_bare(c, req, v.title, &f);
    *VEC_PUSH(c->mem, &v.ways) =
        (struct link_view){ .path = f.home_path, .text = "「きょう」へ" };
    rep->type = "text/html; charset=utf-8";
    view_error(&rep->body, &f, &v);
}

/* Who is not signed in is sent to the log-in page and comes back afterwards. */
static bool
to_login(struct ctx *c, const struct request *req, struct reply *rep)
{
    const struct unit *u = unit_of(c);
    struct buf path = buf_new(c->mem);

    if (c->err.kind != ERR_DENIED || c->viewer || !c->town || !req->route
        || req->channel != CHANNEL_WEB || typed_without_session(c, req))
        return false;
    if (u->session.stage && strcmp(u->session.stage, "totp") == 0)
        buf_printf(&path, "%s/login/code", c->town->path);
    else if (u->session.stage && strcmp(u->session.stage, "post") == 0)
        buf_printf(&path, "%s/post", c->town->path);
    else
        buf_printf(&path, "%s/login", c->town->path);
    if (!u->session.stage && req->method == METHOD_GET) {
        buf_lit(&path, "?next=");
        esc_component(&path, req->path);
    }
    rep->status = 303;
    rep->location = buf_text(&path);
    return true;
}

static void
web_error(struct ctx *c, const struct request *req, struct reply *rep)
{
    rep->body.n = 0;
    rep->location = NULL;
    if (to_login(c, req, rep))
        return;
    rep->status = typed_without_session(c, req) ? 401 : respond_status(c->err.kind);
    if (respond_wants_json(req)) {
        if (c->err.kind == ERR_DENIED && !c->viewer)
            rep->status = 401;
        problem(&c->err, rep);
    } else {
        error_page(c, req, rep);
    }
}

static void
web_done(struct ctx *c,
         const struct request *req,
         const struct outcome *out,
         struct reply *rep)
{
    const char *place =
        arena_printf(c->mem, "%s%s", c->town->path, out->place ? out->place : "/today");

    rep->body.n = 0;
    rep->cookie = out->cookie;
    rep->cookie2 = out->cookie2;
    rep->clear = out->clear;
    if (!respond_wants_json(req)) {
        rep->status = 303;
        rep->location = place;
        return;
    }
    rep->status = id_none(out->id) ? 200 : 201;
    rep->type = "application/json";
    buf_lit(&rep->body, "{\"id\":");
    esc_json(&rep->body, id_none(out->id) ? NULL : out->id.s);
    buf_lit(&rep->body, ",\"place\":");
    esc_json(&rep->body, place);
    buf_lit(&rep->body, "}\n");
}

static void
web_root(struct ctx *c, const struct request *req, struct reply *rep)
{
    const struct server *s = unit_of(c)->server;
    struct towns_view v = { .demo = false };
    struct frame_view f;

    if (s->n_places == 1) {
        rep->status = 303;
        rep->location = arena_printf(c->mem, "/%s/today", s->places[0]->id);
        return;
    }
    for (size_t i = 0; i < s->n_places; i++) {
        const struct town *t = place_pin(s->places[i]);

        *VEC_PUSH(c->mem, &v.towns) = (struct link_view){
            .path = arena_printf(c->mem, "%s/today", t->path),
            .text = arena_strdup(c->mem, t->name),
        };
        v.demo = v.demo || t->demo;
        place_unpin(t);
    }
    frame_bare(c, req, "市を選ぶ", &f);
    rep->status = 200;
    rep->type = "text/html; charset=utf-8";
    view_towns(&rep->body, &f, &v);
}

const struct front web_front = {
    .routes = web_routes,
    .root = web_root,
    .error = web_error,
    .done = web_done,
    .night = desk_night,
    .press = &paper_press,
};
