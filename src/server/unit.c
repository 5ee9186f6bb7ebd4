#include "unit.h"

#include "server.h"

#include "gen/sql.h"

#include "../domain/childcare_rule.h"
#include "../policy/narrow.h"
#include "../base/machine.h"

#include <stddef.h>
#include <string.h>

enum { IDLE_MS = 30 * 60000 };

struct unit *
unit_of(struct ctx *c)
{
    return (struct unit *)(void *)((char *)c - offsetof(struct unit, c));
}

struct unit *
unit_new(struct server *s)
{
    struct arena *mem = arena_new();
    struct unit *u = ARENA_NEW(mem, struct unit);

    u->server = s;
    u->c.mem = mem;
    u->c.machine = s->machine;
    u->c.now = machine_now(s->machine);
    u->c.shown = &u->shown;
    u->started = u->c.now;
    u->rep.body = buf_new(mem);
    return u;
}

void
unit_free(struct unit *u)
{
    if (u->c.town)
        place_unpin(u->c.town);
    arena_free(u->c.mem);
}

static bool
take_session(struct unit *u)
{
    struct hash h = crypt_sha256(u->req.token, strlen(u->req.token));
    const struct sql_session_find_in in = { .token_hash = crypt_base64url(u->c.mem, h.b,
                                                                          HASH_LEN) };
    struct sql_session_find_row row;
    bool found;

    if (!sql_session_find(&u->c, &in, &row, &found))
        return false;
    if (!found || row.ends_at <= u->c.now || row.seen_at + IDLE_MS <= u->c.now)
        return true;
    u->session = (struct session_facts){
        .id = row.session_id,
        .account = row.account_id,
        .post = row.post_id,
        .stage = row.stage,
        .size = (int)row.size,
        .created_at = row.created_at,
        .seen_at = row.seen_at,
        .ends_at = row.ends_at,
    };
    return true;
}

static bool
take_token(struct unit *u)
{
    struct hash h = crypt_sha256(u->req.token, strlen(u->req.token));
    const struct sql_token_find_in in = { .token_hash = crypt_base64url(u->c.mem, h.b,
                                                                        HASH_LEN) };
    struct sql_token_find_row row;
    bool found;

    if (!sql_token_find(&u->c, &in, &row, &found))
        return false;
    if (found && row.until_at > u->c.now)
        u->session = (struct session_facts){ .id = row.session_id,
                                             .post = row.post_id,
                                             .stage = "open",
                                             .ends_at = row.until_at };
    return true;
}

/* The command line on this machine names a log-in; its first post in force acts. */
static bool
take_named(struct unit *u)
{
    struct sql_account_by_login_row account;
    struct sql_post_list_rows posts = { 0 };
    bool found;

    if (!sql_account_by_login(&u->c,
                              &(struct sql_account_by_login_in){ .login = u->req.as },
                              &account, &found))
        return false;
    if (!found)
        return true;
    if (!sql_post_list(&u->c,
                       &(struct sql_post_list_in){ .account_id = account.account_id,
                                                   .now = u->c.now },
                       &posts))
        return false;
    if (posts.n)
        u->session = (struct session_facts){ .account = account.account_id,
                                             .post = posts.v[0].post_id,
                                             .stage = "open" };
    return true;
}

/* Makes the viewer of the post if it is in force now. */
static bool
take_post(struct unit *u)
{
    struct sql_post_one_row p;
    struct viewer *v = &u->viewer;
    bool found;

    if (!sql_post_one(&u->c, &(struct sql_post_one_in){ .post_id = u->session.post },
                      &p, &found))
        return false;
    if (!found || p.suspended || p.account_ended || p.from_at > u->c.now
        || p.until_at <= u->c.now)
        return true;
    *v = (struct viewer){
        .account = p.account_id,
        .post = u->session.post,
        .desk = p.desk_id,
        .agency = p.agency_id,
        .role = p.role,
        .kind = p.kind,
        .name = p.name,
        .post_name = arena_printf(u->c.mem, "%s　%s", p.desk, p.title),
        .desk_name = p.desk,
    };
    viewer_set_subjects(v);
    v->keep = u->c.town ? narrow_of(u->c.town->narrow, v->role) : NULL;
    v->childcare = u->c.town && role_shares_desk(v->role)
                   && childcare_desk(&u->c.town->settings, p.desk_code);
    u->session.account = p.account_id;
    u->c.viewer = v;
    shown_ends(&u->c, p.until_at);
    return true;
}

static bool
find_asker(struct unit *u)
{
    if (u->req.as)
        return take_named(u);
    if (u->req.token && u->req.channel == CHANNEL_API)
        return take_token(u);
    if (u->req.token)
        return take_session(u);
    return true;
}

bool
unit_identify(struct unit *u)
{
    u->session = (struct session_facts){ 0 };
    u->c.viewer = NULL;
    if (!find_asker(u))
        return false;
    if (u->session.stage && strcmp(u->session.stage, "open") == 0 && !take_post(u))
        return false;
    switch (u->req.route->access) {
    case ACCESS_OPEN:
        return true;
    case ACCESS_ACCOUNT:
        return u->session.stage || refuse(&u->c, ERR_DENIED, "no session");
    case ACCESS_POST:
        return u->c.viewer || refuse(&u->c, ERR_DENIED, "no post in force");
    }
    return false;
}

static bool
same_origin(const struct request *req)
{
    const char *after;

    if (req->site)
        return strcmp(req->site, "same-origin") == 0;
    if (!req->origin || !req->host)
        return false;
    after = strstr(req->origin, "://");
    return after && strcmp(after + 3, req->host) == 0;
}

bool
unit_check_form(struct unit *u)
{
    const char *token = request_form(&u->req, "csrf");

    if (u->req.channel != CHANNEL_WEB)
        return true;
    if (!same_origin(&u->req))
        return refuse(&u->c, ERR_CONFLICT,
                      "この画面からの送信と確かめられませんでした。画面を開き直して、"
                      "もう一度送ってください。");
    if (!u->session.stage)
        return true; /* log-in: there is no session to bind a token to */
    if (crypt_form_token_good(&u->place->form_key, u->session.id, "", token))
        return true;
    return refuse(&u->c, ERR_CONFLICT,
                  "画面の有効な時間が過ぎました。書いたものは下に残っています。"
                  "もう一度送ってください。");
}

static enum leaf_kind
leaf_kind_of(enum shown_kind kind)
{
    switch (kind) {
    case SHOWN_CASE:
        return LEAF_CASE;
    case SHOWN_PERSON:
        return LEAF_PERSON;
    case SHOWN_REFERRAL:
        return LEAF_REFERRAL;
    case SHOWN_DRAFT:
        return LEAF_DRAFT;
    case SHOWN_NOTICE:
        return LEAF_OTHER;
    }
    return LEAF_OTHER;
}

static enum leaf_outcome
leaf_outcome_of(const struct unit *u)
{
    enum err_kind kind = u->act_err.kind != ERR_NONE ? u->act_err.kind : u->c.err.kind;

    if (u->out.done && !u->out.replayed)
        return LEAF_CHANGED;
    if (kind
        == ERR_NONE) /* also of an act that was sent again: it changed nothing now */
        return LEAF_SERVED;
    return kind == ERR_MISSING || kind == ERR_DENIED ? LEAF_MISSING : LEAF_REFUSED;
}

bool
unit_leaf(struct unit *u, struct leaf *out)
{
    static const enum leaf_channel CHANNELS[] = { LEAF_WEB, LEAF_API, LEAF_CLI };

    *out = (struct leaf){
        .at = u->c.now,
        .outcome = leaf_outcome_of(u),
        .channel = CHANNELS[u->req.channel],
        .account = u->session.account,
        .session = u->session.id,
        .epoch = u->epoch,
        .count = u->shown.n,
    };
    if (u->c.viewer) {
        out->post = u->viewer.post;
        out->desk = u->viewer.desk;
    }
    leaf_act(out, u->req.route->code);
    leaf_ground_ends(out, u->shown.ends);
    for (size_t i = 0; i < u->shown.n; i++) {
        const struct shown *s = &u->shown.v[i];

        if (!leaf_add(u->c.mem, out, leaf_kind_of(s->kind), s->id, s->items,
                      s->grounds))
            return refuse(&u->c, ERR_BUG, "%s shows too much", u->req.route->code);
    }
    return true;
}
