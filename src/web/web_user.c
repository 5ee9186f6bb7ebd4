#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/machine.h"
#include "../base/vec.h"
#include "../desk/desk_user.h"
#include "../domain/password_rule.h"
#include "../domain/town.h"
#include "../server/server.h"
#include "gen/pages.h"

#include <string.h>

static struct account_id
account_of(const struct request *req)
{
    return (struct account_id){ .id = req->ids[0] };
}

/* Hashes the password that stands on the paper, away from the writer. */
static bool
hash(struct ctx *c, const char *password, struct request *req)
{
    struct unit *u = unit_of(c);
    unsigned char salt[16];
    char *out = arena_alloc(c->mem, CRYPT_PASSWORD_HASH_MAX);

    if (!password_is_long(password))
        return refuse_field(c, "password", "パスワードは15文字からです。");
    machine_random(c->machine, salt, sizeof salt);
    if (hasher_hash(u->server->hasher, password, strlen(password), salt, NULL,
                    u->server->conf.cheap_passwords ? CRYPT_COST_TEST : CRYPT_COST_FULL,
                    out)
        != HASHER_YES)
        return refuse(c, ERR_OUTSIDE, "the password cannot be hashed now");
    req->prepared = out;
    return true;
}

bool
prepare_user(struct ctx *c, struct request *req)
{
    struct form_user_new form;

    return unit_identify(unit_of(c)) && desk_user_allow(c)
           && form_user_new_read(c, &req->form, &form) && hash(c, form.password, req);
}

bool
prepare_user_password(struct ctx *c, struct request *req)
{
    struct form_user_password form;

    return unit_identify(unit_of(c)) && desk_user_allow(c)
           && form_user_password_read(c, &req->form, &form)
           && hash(c, form.password, req);
}

bool
act_user(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_user_new form;

    return form_user_new_read(c, &req->form, &form)
           && desk_user_add(c, &form, req->prepared, out);
}

bool
act_user_password(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_user_password(c, account_of(req), req->prepared, out);
}

bool
act_user_post(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_user_post form;

    return form_user_post_read(c, &req->form, &form)
           && desk_user_post(c, account_of(req), &form, out);
}

bool
act_user_post_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_user_post_end form;

    return form_user_post_end_read(c, &req->form, &form)
           && desk_user_post_end(c, (struct post_id){ .id = req->ids[0] }, &form, out);
}

/* The desks and, for a move, the posts to choose from. */
static struct form_view
form_with(struct ctx *c,
          const struct request *req,
          const struct form_def *def,
          const struct user_desk_list *desks,
          const struct user_post_list *posts)
{
    struct form_view form = frame_form(c, req, def, NULL);
    struct form_options *all = ARENA_ARRAY(c->mem, 2, struct form_options);
    struct form_option *d = ARENA_ARRAY(c->mem, desks->n, struct form_option);
    struct form_option *p =
        ARENA_ARRAY(c->mem, posts ? posts->n : 0, struct form_option);
    size_t n = 0;

    for (size_t i = 0; i < desks->n; i++)
        d[i] = (struct form_option){ desks->v[i].id, desks->v[i].name };
    for (size_t i = 0; posts && i < posts->n; i++)
        if (posts->v[i].end_path)
            p[n++] =
                (struct form_option){ posts->v[i].id,
                                      arena_printf(c->mem, "%s　%s", posts->v[i].desk,
                                                   posts->v[i].role) };
    all[0] = (struct form_options){ .name = "desk", .v = d, .n = desks->n };
    all[1] = (struct form_options){ .name = "ends", .v = p, .n = n };
    form.options = all;
    form.n_options = 2;
    if (req->method != METHOD_POST || req->route->form != def) {
        form.err = NULL;
        form.typed = NULL;
    }
    return form;
}

bool
show_users(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct form_view form;
    struct users_view v;
    struct frame_view f;

    (void)out;
    if (!desk_users(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_users(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "利用者と役目", &f))
        return false;
    form = form_with(c, req, &form_user_new_def, &v.desks, NULL);
    view_users(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_user(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct form_view form;
    struct user_page_view v;
    struct frame_view f;

    (void)out;
    if (!desk_user_show(c, account_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_user(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, v.user.name, &f))
        return false;
    frame_crumb(c, &f, v.back_path, "利用者と役目");
    frame_crumb(c, &f, NULL, v.user.name);
    form = form_with(c, req, &form_user_post_def, &v.desks, &v.user.posts);
    view_user(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}
