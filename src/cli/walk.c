#include "walk.h"

#include "walk_text.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "gen/sql.h"

#include <string.h>

enum { MINUTE_MS = 60000, IDLE_MS = 30 * MINUTE_MS, SHOWN_BYTES = 400 };

/* A log-in at the web door. */
struct walk_session {
    const char *town;
    const char *login;
    const char *token;
    const char *csrf; /* NULL until a page was read for it */
    int64_t seen_at;
};

struct walk {
    struct ctx *c;
    struct server *s;
    const char *file;
    const struct walk_how *how;
    struct walk_result *out;
    enum channel door;
    const char *town;
    const char *login;
    struct {
        struct walk_session *v;
        size_t n;
        size_t cap;
    } sessions;
    bool keep_idle; /* the session in use is not opened anew */
    struct answer last;
    enum method last_method;
    const char *page; /* the last answer as a person reads it */
};

static int64_t
clock_now(void *self)
{
    return atomic_load(&((struct walk_clock *)self)->now);
}

static void
clock_random(void *self, void *out, size_t n)
{
    (void)self;
    machine_random(&machine_real, out, n);
}

static bool
clock_durable(void *self, const char *what)
{
    (void)self;
    return machine_durable(&machine_real, what);
}

void
walk_clock_start(struct walk_clock *k, int64_t now)
{
    atomic_store(&k->now, now);
    k->machine = (struct machine){
        .now = clock_now,
        .random = clock_random,
        .durable = clock_durable,
        .self = k,
    };
}

/* Notes where and why the walk ends. */
static bool
stop(struct walk *w, const char *expected, const char *got)
{
    const char *body = w->page ? w->page : "";
    const char *main_part = strstr(body, "<main");

    if (main_part && w->last.status < 500)
        body = main_part;
    return refuse(w->c, ERR_RULE, "%s:%d: expected %s, got %s; status %d%s%s; %s",
                  w->file, w->out->line, expected, got, w->last.status,
                  w->last.location ? " to " : "",
                  w->last.location ? w->last.location : "",
                  text_cut(w->c->mem, text_line(w->c->mem, body), SHOWN_BYTES));
}

static struct walk_session *
session(struct walk *w)
{
    for (size_t i = 0; i < w->sessions.n; i++)
        if (strcmp(w->sessions.v[i].login, w->login) == 0
            && strcmp(w->sessions.v[i].town, w->town) == 0)
            return &w->sessions.v[i];
    *VEC_PUSH(w->c->mem, &w->sessions) =
        (struct walk_session){ .town = w->town, .login = w->login };
    return &w->sessions.v[w->sessions.n - 1];
}

/* "__Host-k-niiza=TOKEN; Path=/…" */
static const char *
token_of(struct walk *w, const char *cookie)
{
    const char *from = strchr(cookie, '=') + 1;
    size_t n = strcspn(from, ";");

    return n ? arena_copy(w->c->mem, from, n) : NULL;
}

static bool
is_paper(const struct answer *a)
{
    return a->n > 5 && memcmp(a->body, "%PDF-", 5) == 0;
}

static void
send(struct walk *w, struct call *call)
{
    call->channel = w->door;
    call->town = w->town;
    /* every log-in sits at a machine of its own */
    call->remote = arena_printf(w->c->mem, "walk %s", w->login);
    call_server(w->s, w->c->mem, call, &w->last);
    w->last_method = call->method;
    w->out->requests++;
    w->page = is_paper(&w->last) && w->how->paper_text
                  ? w->how->paper_text(w->c->mem, w->last.body, w->last.n)
                  : walk_readable(w->c->mem, w->last.body, w->last.n);
    if (w->door == CHANNEL_WEB && w->last.cookie) {
        struct walk_session *k = session(w);

        k->token = token_of(w, w->last.cookie);
        k->csrf = NULL;
    }
}

static bool
log_in(struct walk *w, struct walk_session *k)
{
    struct call call = { .method = METHOD_POST, .target = "/login" };

    fields_add(w->c->mem, &call.form, "number", w->login);
    fields_add(w->c->mem, &call.form, "password", w->how->password);
    send(w, &call);
    if (w->last.status != 303)
        return stop(w, "a log-in", "none");
    k->seen_at = w->c->now;
    return true;
}

/* Says whether the one at the door is anybody. */
static bool
somebody(const struct walk *w)
{
    return strcmp(w->login, "-") != 0;
}

static bool
enter_web(struct walk *w, struct call *call)
{
    struct walk_session *k = session(w);
    const int64_t now = machine_now(w->s->machine);

    w->c->now = now;
    if (somebody(w) && !w->keep_idle && (!k->token || now - k->seen_at >= IDLE_MS)
        && !log_in(w, k))
        return false;
    k = session(w);
    k->seen_at = now;
    call->token = k->token;
    return true;
}

/* Shows who is there, as the door asks it. */
static bool
enter(struct walk *w, struct call *call)
{
    if (w->door == CHANNEL_WEB)
        return enter_web(w, call);
    if (!somebody(w))
        return true;
    if (w->door == CHANNEL_CLI) {
        call->as = w->login;
        return true;
    }
    call->token = w->how->tokens
                      ? fields_get(w->how->tokens,
                                   arena_printf(w->c->mem, "%s/%s", w->town, w->login))
                      : NULL;
    return call->token || stop(w, "a key of the API for the log-in", "none");
}

/* Reads the form token off a page, as a browser has it when a form is sent. */
static bool
find_csrf(struct walk *w, struct walk_session *k)
{
    static const char *const PAGES[] = { "/session", "/post", "/login/code" };

    for (size_t i = 0; !k->csrf && i < sizeof PAGES / sizeof *PAGES; i++) {
        struct call page = { .method = METHOD_GET,
                             .target = PAGES[i],
                             .token = k->token };

        send(w, &page);
        if (w->last.status == 200)
            k->csrf = walk_hidden(w->c->mem, w->page, "csrf");
    }
    return true;
}

static bool
add_secrets(struct walk *w, struct call *call)
{
    struct walk_session *k = session(w);

    if (!fields_get(&call->form, "key"))
        fields_add(w->c->mem, &call->form, "key",
                   arena_strdup(w->c->mem, id_new(w->c).s));
    call->key = fields_get(&call->form, "key");
    if (w->door != CHANNEL_WEB || !call->token || fields_get(&call->form, "csrf"))
        return true;
    if (!find_csrf(w, k))
        return false;
    if (k->csrf)
        fields_add(w->c->mem, &call->form, "csrf", k->csrf);
    return true;
}

static bool
expand(struct walk *w, const char *text, const char **out)
{
    const char *missing;

    if (w->how->totp_secret) {
        char code[CRYPT_TOTP_DIGITS + 1];

        crypt_totp_code(w->how->totp_secret,
                        crypt_totp_step(machine_now(w->s->machine)), code);
        walk_keep(w->c->mem, &w->out->kept, "確認番号", arena_strdup(w->c->mem, code));
    }
    return walk_expand(w->c->mem, text, &w->out->kept, out, &missing)
           || stop(w, arena_printf(w->c->mem, "{%s} to be kept", missing), "nothing");
}

/* The fields are split before names are filled in: a kept text stays one value. */
static bool
read_fields(struct walk *w, const char *rest, struct fields *out)
{
    walk_fields(w->c->mem, rest, out);
    for (size_t i = 0; i < out->n; i++)
        if (!expand(w, out->v[i].value, &out->v[i].value))
            return false;
    return true;
}

static bool
do_request(struct walk *w, enum method method, const char *rest)
{
    struct call call = { .method = method };

    if (!expand(w, walk_word(w->c->mem, &rest), &call.target))
        return false;
    if (*call.target != '/')
        return stop(w, "an address", call.target);
    if (method == METHOD_POST && !read_fields(w, rest, &call.form))
        return false;
    if (!enter(w, &call) || (method == METHOD_POST && !add_secrets(w, &call)))
        return false;
    send(w, &call);
    return true;
}

static bool
do_get(struct walk *w, const char *rest)
{
    return do_request(w, METHOD_GET, rest);
}

static bool
do_post(struct walk *w, const char *rest)
{
    return do_request(w, METHOD_POST, rest);
}

static bool
do_follow(struct walk *w, const char *rest)
{
    const char *own = arena_printf(w->c->mem, "/%s", w->town);
    const char *to = w->last.location;

    (void)rest;
    if (w->door != CHANNEL_WEB)
        return true; /* the other doors answer at once */
    if (!to || strncmp(to, own, strlen(own)) != 0)
        return stop(w, "an answer that points on", "none");
    to = arena_copy(w->c->mem, to + strlen(own), strcspn(to + strlen(own), "#"));
    return do_request(w, METHOD_GET, to);
}

static bool
do_status(struct walk *w, const char *rest)
{
    const bool done = w->last.status == 200 || w->last.status == 201
                      || (w->last.status == 303 && w->last_method == METHOD_POST);
    int64_t wanted;

    if (strcmp(rest, "ok") == 0)
        return done || stop(w, "an act that is done", "none");
    if (!text_int(rest, 100, 599, &wanted))
        return stop(w, "a status", rest);
    return w->last.status == wanted || stop(w, rest, "another status");
}

static bool
do_see(struct walk *w, const char *rest)
{
    const char *text;

    return expand(w, rest, &text)
           && ((w->page && strstr(w->page, text))
               || stop(w, text, "a page without it"));
}

static bool
do_not(struct walk *w, const char *rest)
{
    const char *text;

    return expand(w, rest, &text)
           && (!w->page || !strstr(w->page, text)
               || stop(w, arena_printf(w->c->mem, "no %s", text), "a page with it"));
}

/* What differs between two showings of the same: the words that bind a form to its browser. */
static const char *
without_tokens(struct walk *w)
{
    char *text = arena_strdup(w->c->mem, w->page ? w->page : "");
    static const char *const NAMES[] = { "name=\"csrf\" value=\"",
                                         "name=\"key\" value=\"" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        for (char *p = text; (p = strstr(p, NAMES[i]));)
            for (p += strlen(NAMES[i]); *p && *p != '"'; p++)
                *p = '-';
    return text;
}

static bool
do_same(struct walk *w, const char *rest)
{
    const char *name = arena_printf(w->c->mem, "same %s", rest);
    const char *now = without_tokens(w);
    const char *before = fields_get(&w->out->kept, name);

    if (!before)
        walk_keep(w->c->mem, &w->out->kept, name, now);
    return !before || strcmp(before, now) == 0
           || stop(w, arena_printf(w->c->mem, "%s as before", rest), "another page");
}

static bool
do_keep(struct walk *w, const char *rest)
{
    const char *id = w->last.location
                         ? walk_last_id(w->c->mem, w->last.location)
                         : walk_match(w->c->mem, "\"id\":\"([^\"]+)\"", w->page);

    if (!id)
        return stop(w, "an answer that names what was made", "none");
    walk_keep(w->c->mem, &w->out->kept, arena_strdup(w->c->mem, rest), id);
    return true;
}

static bool
do_keepre(struct walk *w, const char *rest)
{
    const char *name = walk_word(w->c->mem, &rest);
    const char *found = walk_match(w->c->mem, rest, w->page);

    if (!found)
        return stop(w, rest, "a page without a match");
    walk_keep(w->c->mem, &w->out->kept, name, found);
    return true;
}

/* "名 = 値" */
static const char *
name_and(struct walk *w, const char *rest, const char **value)
{
    const char *name = walk_word(w->c->mem, &rest);

    if (*rest == '=')
        rest += 1 + strspn(rest + 1, " \t");
    *value = rest;
    return name;
}

/* Opens the municipality for a look at its register of desks and posts. */
static bool
open_register(struct walk *w)
{
    const struct place *p = server_place(w->s, w->town);

    if (!p)
        return stop(w, "a municipality of that name", w->town);
    return db_open(w->c, &p->db, true, false, &w->c->db) && db_begin(w->c, false);
}

static void
close_register(struct walk *w)
{
    bool unknown;

    if (w->c->db && !db_commit(w->c, &unknown))
        db_rollback(w->c);
    db_end(&w->c->db);
}

static bool
find_desk(struct walk *w, const char *code, struct id *out)
{
    struct sql_desk_list_rows rows = { 0 };

    if (!sql_desk_list(w->c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (strcmp(rows.v[i].code, code) == 0 || strcmp(rows.v[i].name, code) == 0) {
            *out = rows.v[i].desk_id.id;
            return true;
        }
    return true;
}

static bool
find_post(struct walk *w, const char *login, struct id *out)
{
    struct sql_account_by_login_row account;
    struct sql_post_list_rows posts = { 0 };
    bool found;

    w->c->now = machine_now(w->s->machine);
    if (!sql_account_by_login(w->c, &(struct sql_account_by_login_in){ .login = login },
                              &account, &found))
        return false;
    if (!found)
        return true;
    if (!sql_post_list(w->c,
                       &(struct sql_post_list_in){ .account_id = account.account_id,
                                                   .now = w->c->now },
                       &posts))
        return false;
    if (posts.n)
        *out = posts.v[0].post_id.id;
    return true;
}

static bool
find_desk_of(struct walk *w, const char *login, struct id *out)
{
    struct sql_post_one_row row;
    struct post_id post = { .id = { .s = "" } };
    bool found;

    if (!find_post(w, login, &post.id)
        || !sql_post_one(w->c, &(struct sql_post_one_in){ .post_id = post }, &row,
                         &found))
        return false;
    if (found)
        *out = row.desk_id.id;
    return true;
}

static bool
look_up(struct walk *w,
        const char *rest,
        bool (*find)(struct walk *w, const char *what, struct id *out))
{
    struct id id = { .s = "" };
    const char *what;
    const char *name = name_and(w, rest, &what);
    bool ok = expand(w, what, &what) && open_register(w) && find(w, what, &id);

    close_register(w);
    if (!ok)
        return false;
    if (id_none(id))
        return stop(w, what, "nothing of that name");
    walk_keep(w->c->mem, &w->out->kept, name, arena_strdup(w->c->mem, id.s));
    return true;
}

static bool
do_desk(struct walk *w, const char *rest)
{
    return look_up(w, rest, find_desk);
}

static bool
do_desk_of(struct walk *w, const char *rest)
{
    return look_up(w, rest, find_desk_of);
}

static bool
do_post_of(struct walk *w, const char *rest)
{
    return look_up(w, rest, find_post);
}

static bool
pass_time(struct walk *w, const char *rest)
{
    const char *number = walk_word(w->c->mem, &rest);
    int64_t n;
    int64_t unit = strncmp(rest, "minute", 6) == 0 ? MINUTE_MS
                   : strncmp(rest, "hour", 4) == 0 ? 60 * MINUTE_MS
                   : strncmp(rest, "day", 3) == 0  ? 24 * 60 * MINUTE_MS
                                                   : 0;

    if (!w->how->clock)
        return stop(w, "a clock that can be set", "the real one");
    if (!unit || !text_int(number, 1, 100000, &n))
        return stop(w, "a number of minutes, hours or days", rest);
    atomic_fetch_add(&w->how->clock->now, n * unit);
    return true;
}

/* After sessions were left alone, whoever works next logs in anew. */
static void
end_idle(struct walk *w)
{
    if (w->keep_idle)
        session(w)->token = NULL;
    w->keep_idle = false;
}

static bool
do_wait(struct walk *w, const char *rest)
{
    end_idle(w);
    return pass_time(w, rest);
}

static bool
do_idle(struct walk *w, const char *rest)
{
    w->keep_idle = true;
    return pass_time(w, rest);
}

static bool
do_town(struct walk *w, const char *rest)
{
    if (strcmp(rest, "each") == 0 || strchr(rest, ' '))
        return true; /* the caller says which */
    w->town = arena_strdup(w->c->mem, rest);
    return server_place(w->s, w->town) || stop(w, "a municipality of that name", rest);
}

static bool
read_door(const char *name, enum channel *out)
{
    static const char *const NAMES[] = { "web", "api", "cli" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(NAMES[i], name) == 0) {
            *out = (enum channel)i;
            return true;
        }
    return false;
}

static bool
do_door(struct walk *w, const char *rest)
{
    if (strcmp(rest, "each") == 0)
        return true;
    return read_door(rest, &w->door) || stop(w, "web, api or cli", rest);
}

/* Has been made by the caller, before the office was opened. */
static bool
do_set(struct walk *w, const char *rest)
{
    return w->how->settings_made || stop(w, "a profile that can be set", rest);
}

static bool
do_as(struct walk *w, const char *rest)
{
    end_idle(w);
    w->login = arena_strdup(w->c->mem, rest);
    if (!somebody(w)) /* in a browser that knows nothing */
        *session(w) = (struct walk_session){ .town = w->town, .login = w->login };
    return true;
}

static const struct {
    const char *name;
    bool (*run)(struct walk *w, const char *rest);
} COMMANDS[] = {
    { "town", do_town },       { "door", do_door },     { "as", do_as },
    { "post", do_post },       { "status", do_status }, { "keep", do_keep },
    { "keepre", do_keepre },   { "get", do_get },       { "see", do_see },
    { "not", do_not },         { "desk", do_desk },     { "desk_of", do_desk_of },
    { "post_of", do_post_of }, { "wait", do_wait },     { "idle", do_idle },
    { "follow", do_follow },   { "set", do_set },       { "same", do_same },
};

static bool
run_command(struct walk *w, const char *rest)
{
    const char *word = walk_word(w->c->mem, &rest);
    enum channel door;

    if (strcmp(word, "on") == 0) {
        if (!read_door(walk_word(w->c->mem, &rest), &door))
            return stop(w, "on web, on api or on cli", rest);
        return door != w->door || run_command(w, rest);
    }
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (strcmp(COMMANDS[i].name, word) == 0)
            return COMMANDS[i].run(w, rest);
    return stop(w, "a command", word);
}

static bool
run_line(struct walk *w, const char *line, size_t n)
{
    const char *text = text_line(w->c->mem, arena_copy(w->c->mem, line, n));

    w->out->line++;
    if (*text == '#') {
        if (!w->out->title)
            w->out->title = text + 1 + strspn(text + 1, " ");
        return true;
    }
    return !*text || run_command(w, text);
}

bool
walk_run(struct ctx *c,
         struct server *s,
         const char *file,
         const char *text,
         const struct walk_how *how,
         struct walk_result *out)
{
    struct walk w = {
        .c = c,
        .s = s,
        .file = file,
        .how = how,
        .out = out,
        .door = how->door,
        .town = how->town ? how->town : s->places[0]->id,
        .login = "-",
    };

    out->line = 0;
    out->title = NULL;
    out->requests = 0;
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, "\n");

        if (!run_line(&w, p, n))
            return false;
        p += n + (p[n] == '\n');
    }
    return true;
}
