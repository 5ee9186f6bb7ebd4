#include "frame.h"

#include "said.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../desk/desk_access.h"
#include "../desk/desk_account.h"
#include "../desk/desk_community.h"
#include "../desk/desk_work.h"
#include "../domain/codes.h"
#include "../server/server.h"
#include "gen/words.h"

#include <string.h>

enum { IDLE_MINUTES = 30 };

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

static void
take_notice(const struct request *req, struct notice_view *out)
{
    const char *text = said_text(request_query(req, "said"));

    if (text)
        *out = (struct notice_view){ .tone = "ok", .text = text };
}

bool
frame_below(struct ctx *c,
            const struct request *req,
            const char *title,
            const char *path,
            const char *over,
            struct frame_view *out)
{
    if (!frame_fill(c, req, title, out))
        return false;
    out->typed = true;
    frame_crumb(c, out, in_town(c, path), over);
    return true;
}

bool
frame_case(struct ctx *c,
           const struct request *req,
           const struct case_head_view *head,
           const char *title,
           struct frame_view *out)
{
    if (!frame_fill(c, req, title ? title : head->title, out))
        return false;
    frame_crumb(c, out, arena_printf(c->mem, "%s/cases", c->town->path),
                "世帯とケース");
    frame_crumb(c, out, title ? head->path : NULL, head->number);
    if (title)
        frame_crumb(c, out, NULL, title);
    return true;
}

void
frame_bare(struct ctx *c,
           const struct request *req,
           const char *title,
           struct frame_view *out)
{
    struct unit *u = unit_of(c);

    *out = (struct frame_view){
        .title = title,
        .size = "size-100",
        .town = c->town ? c->town->name : "",
        .words = c->town ? c->town->words : NULL,
        .demo = c->town && c->town->demo,
        .today = day_ja(c->mem, day_of(c->now)),
        .home_path = c->town ? in_town(c, "/today") : "/",
        .csrf = "",
        .key = arena_strdup(c->mem, id_new(c).s),
    };
    if (u->place && u->session.stage)
        out->csrf = crypt_form_token(c->mem, &u->place->form_key, u->session.id, "");
    take_notice(req, &out->notice);
}

static void
add_nav(struct ctx *c,
        struct frame_view *f,
        const struct request *req,
        const char *path,
        enum word word,
        size_t count,
        bool gap)
{
    *VEC_PUSH(c->mem, &f->nav) = (struct nav_view){
        .path = in_town(c, path),
        .text = word_in(c->town->words, word),
        .count = !count ? NULL
                 : count > DESK_COUNT_MOST
                     ? arena_printf(c->mem, "%d＋", DESK_COUNT_MOST)
                     : arena_printf(c->mem, "%zu", count),
        .current = strncmp(req->path, path, strlen(path)) == 0,
        .gap = gap,
    };
}

static bool
fill_nav(struct ctx *c, const struct request *req, struct frame_view *f)
{
    const enum post_role role = c->viewer->role;
    const bool brings = role_brings(role);
    size_t due = 0;
    size_t waiting = 0;
    size_t notices = 0;

    if (role != POST_ROLE_ADMIN && role != POST_ROLE_PRIVACY_OFFICER
        && role != POST_ROLE_AUDITOR) {
        if (!desk_counts(c, &due, &waiting))
            return false;
        add_nav(c, f, req, "/today", WORD_NAV_TODAY, due, false);
        if (brings) {
            add_nav(c, f, req, "/intake", WORD_NAV_INTAKE, 0, false);
            add_nav(c, f, req, "/cases", WORD_NAV_CASES, 0, true);
            add_nav(c, f, req, "/referrals", WORD_NAV_REFERRALS, waiting, false);
        }
        if (role_shares_desk(role))
            add_nav(c, f, req, "/outreach", WORD_NAV_OUTREACH, 0, false);
        add_nav(c, f, req, "/meetings", WORD_NAV_MEETINGS, 0, false);
        add_nav(c, f, req, "/places", WORD_NAV_PLACES, 0, false);
        if (brings && (!role_shares_desk(role) || desk_notice_count(c, &notices)))
            add_nav(c, f, req, "/notices", WORD_NAV_NOTICES, notices, false);
        if (role_shares_desk(role))
            add_nav(c, f, req, "/handovers", WORD_NAV_HANDOVERS, 0, false);
        if (brings)
            add_nav(c, f, req, "/drafts", WORD_NAV_DRAFTS, 0, false);
    }
    if (role == POST_ROLE_ADMIN)
        add_nav(c, f, req, "/users", WORD_NAV_USERS, 0, false);
    if (role == POST_ROLE_PRIVACY_OFFICER || role == POST_ROLE_AUDITOR) {
        if (!desk_access_count(c, &waiting))
            return false;
        add_nav(c, f, req, "/ledger", WORD_NAV_LEDGER, 0, false);
        add_nav(c, f, req, "/access-requests", WORD_NAV_ACCESS, waiting, false);
    }
    if (role_shares_desk(role) || role == POST_ROLE_COMMITTEE_MEMBER)
        add_nav(c, f, req, "/reports", WORD_NAV_NUMBERS, 0, false);
    add_nav(c, f, req, "/plan", WORD_NAV_PLAN, 0, true);
    return true;
}

bool
frame_fill(struct ctx *c,
           const struct request *req,
           const char *title,
           struct frame_view *out)
{
    const struct unit *u = unit_of(c);

    frame_bare(c, req, title, out);
    if (!c->viewer)
        return true;
    out->signed_in = true;
    out->size =
        arena_printf(c->mem, "size-%d", u->session.size ? u->session.size : 100);
    out->search_path = in_town(c, "/search");
    out->name = c->viewer->name;
    out->post_name = c->viewer->desk_name;
    out->post_path = in_town(c, "/post");
    out->size_path = in_town(c, "/size");
    out->seen_path = in_town(c, "/seen");
    out->password_path = in_town(c, "/password");
    out->logout_path = in_town(c, "/logout");
    out->extend_path = in_town(c, "/session");
    out->idle_minutes = IDLE_MINUTES;
    return fill_nav(c, req, out)
           && desk_account_posts(c, u->session.account, u->session.post, &out->posts);
}

void
frame_crumb(struct ctx *c, struct frame_view *f, const char *path, const char *text)
{
    *VEC_PUSH(c->mem, &f->crumbs) = (struct link_view){ .path = path, .text = text };
}

const struct err *
frame_err(struct ctx *c)
{
    const struct err *e = &unit_of(c)->act_err;

    return e->kind == ERR_NONE ? NULL : e;
}

static bool
has_options(const struct form_options *v, size_t n, const char *list)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(v[i].name, list) == 0)
            return true;
    return false;
}

static struct form_options
options_of(struct ctx *c, const char *list)
{
    struct code_options codes =
        codes_options(c->mem, c->town->codes, list, day_of(c->now));
    struct form_option *v = ARENA_ARRAY(c->mem, codes.n, struct form_option);

    for (size_t i = 0; i < codes.n; i++)
        v[i] = (struct form_option){ .code = codes.v[i]->code,
                                     .label = codes.v[i]->label };
    return (struct form_options){ .name = list, .v = v, .n = codes.n };
}

struct form_view
frame_form(struct ctx *c,
           const struct request *req,
           const struct form_def *def,
           const struct fields *draft)
{
    struct form_options *v = ARENA_ARRAY(c->mem, def->n, struct form_options);
    struct form_view out = { .def = def, .err = frame_err(c), .options = v };

    if (c->town)
        out.words = c->town->words;
    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *f = &def->fields[i];

        if ((f->kind == FORM_CODE || f->kind == FORM_CODES)
            && !has_options(v, out.n_options, f->list))
            v[out.n_options++] = options_of(c, f->list);
    }
    if (out.err)
        out.typed = &req->form;
    else if (draft)
        out.typed = draft;
    return out;
}

struct form_view
frame_part(struct ctx *c,
           const struct request *req,
           const struct form_def *def,
           const char *prefix)
{
    struct form_view v = frame_form(c, req, def, NULL);

    v.prefix = prefix;
    if (req->method != METHOD_POST || req->route->form != def) {
        v.err = NULL;
        v.typed = NULL;
    }
    return v;
}

void
frame_options(struct ctx *c,
              struct form_view *form,
              const struct form_options *more,
              size_t n)
{
    struct form_options *all =
        ARENA_ARRAY(c->mem, form->n_options + n, struct form_options);

    for (size_t i = 0; i < n; i++)
        all[i] = more[i]; /* what is found first counts */
    for (size_t i = 0; i < form->n_options; i++)
        all[n + i] = form->options[i];
    form->options = all;
    form->n_options += n;
}

void
frame_offer(struct ctx *c, struct form_view *form, struct form_options options)
{
    frame_options(c, form, &options, 1);
}

void
frame_choices(struct ctx *c,
              struct form_view *form,
              const char *field,
              const struct choice_list *choices)
{
    struct form_options *all =
        ARENA_ARRAY(c->mem, form->n_options + 1, struct form_options);
    struct form_option *v = ARENA_ARRAY(c->mem, choices->n, struct form_option);

    for (size_t i = 0; i < form->n_options; i++)
        all[i] = form->options[i];
    for (size_t i = 0; i < choices->n; i++)
        v[i] = (struct form_option){ .code = choices->v[i].id,
                                     .label = choices->v[i].name };
    all[form->n_options++] =
        (struct form_options){ .name = field, .v = v, .n = choices->n };
    form->options = all;
}

void
frame_page(struct ctx *c, struct reply *rep)
{
    const struct err *e = frame_err(c);

    rep->status = !e ? 200 : e->kind == ERR_CONFLICT ? 409 : 422;
    rep->type = "text/html; charset=utf-8";
}

const char *
frame_cookie(struct ctx *c, const char *token)
{
    return arena_printf(c->mem,
                        "__Host-k-%s=%s; Path=/; Secure; HttpOnly; SameSite=Strict",
                        c->town->id, token);
}

const char *
frame_cookie_end(struct ctx *c)
{
    return arena_printf(
        c->mem, "__Host-k-%s=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
        c->town->id);
}

const char *
frame_terminal(struct ctx *c, const char *token)
{
    return arena_printf(c->mem,
                        "__Host-t-%s=%s; Path=/; Secure; HttpOnly; SameSite=Strict; "
                        "Max-Age=31536000",
                        c->town->id, token);
}
