#include "server.h"

#include "../base/log.h"
#include "../base/machine.h"
#include "../store/store_town.h"

#include <dirent.h>
#include <errno.h>
#include <malloc.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { READS_MAX = 1024, WRITES_MAX = 1024, SLOW_MAX = 32, THROTTLE_SLOTS = 4096 };

const struct town *
place_pin(struct place *p)
{
    struct town *t;

    pthread_mutex_lock(&p->town_lock);
    t = p->town;
    if (t)
        atomic_fetch_add(&t->pins, 1);
    pthread_mutex_unlock(&p->town_lock);
    return t;
}

void
place_unpin(const struct town *town)
{
    struct town *t = (struct town *)(uintptr_t)town;

    if (t && atomic_fetch_sub(&t->pins, 1) == 1)
        arena_free(t->mem);
}

struct place *
server_place(struct server *s, const char *id)
{
    for (size_t i = 0; i < s->n_places; i++)
        if (strcmp(s->places[i]->id, id) == 0)
            return s->places[i];
    return NULL;
}

static const char *
join(struct arena *mem, const char *folder, const char *id, const char *file)
{
    return arena_printf(mem, "%s/%s/%s", folder, id, file);
}

/* Where the municipality's records are: a file here, or a server named in one line. */
static void
find_store(struct ctx *c, struct place *p, const struct server_conf *conf)
{
    const char *line = join(c->mem, conf->data, p->id, "postgresql");
    char *conninfo = machine_read(c->machine, p->mem, line, 1000, NULL);

    p->db = (struct db_place){
        .kind = conninfo ? DB_KIND_PG : DB_KIND_SQLITE,
        .path = join(p->mem, conf->data, p->id, "kasane.db"),
        .key_path = join(p->mem, conf->keys, p->id, "database.key"),
        .schema = p->id,
    };
    if (conninfo) {
        conninfo[strcspn(conninfo, "\n")] = '\0';
        p->db.conninfo = conninfo;
    }
    p->ledger_key = join(p->mem, conf->keys, p->id, "ledger.key");
    p->ledger_mark = join(p->mem, conf->keys, p->id, "ledger.mark");
}

/* A municipality from before there was such a key gets one. */
static void
take_vault(struct ctx *c, struct place *p, const char *path)
{
    size_t n = 0;
    char *text = machine_read(c->machine, c->mem, path, 256, &n);

    if (!text) {
        p->vault = crypt_key_new(c);
        text = (char *)(uintptr_t)crypt_base64(c->mem, p->vault.b, KEY_LEN);
        p->has_vault = machine_write(c->machine, path, text, strlen(text), 0600);
        return;
    }
    if (n && text[n - 1] == '\n')
        n--;
    p->has_vault = crypt_base64_read(text, n, p->vault.b, KEY_LEN);
    crypt_wipe(text, n);
}

static void
add_place(struct ctx *c, struct server *s, const char *id)
{
    struct place *p = ARENA_NEW(s->mem, struct place);

    p->server = s;
    p->mem = arena_new();
    p->index = s->n_places;
    p->id = arena_strdup(s->mem, id);
    p->form_key = crypt_key_new(c);
    take_vault(c, p, join(c->mem, s->conf.keys, id, "whereabouts.key"));
    p->throttle = throttle_new(p->mem, &p->form_key, THROTTLE_SLOTS);
    pthread_mutex_init(&p->town_lock, NULL);
    queue_start(&p->writes, WRITES_MAX);
    find_store(c, p, &s->conf);
    s->places[s->n_places++] = p;
}

static bool
find_places(struct ctx *c, struct server *s)
{
    DIR *d = opendir(s->conf.data);
    struct dirent *e;
    struct stat st;

    if (!d)
        return refuse(c, ERR_OUTSIDE, "%s: %s", s->conf.data, strerror(errno));
    while ((e = readdir(d)) && s->n_places < PLACES_MAX)
        if (e->d_name[0] != '.'
            && stat(arena_printf(c->mem, "%s/%s", s->conf.data, e->d_name), &st) == 0
            && S_ISDIR(st.st_mode))
            add_place(c, s, e->d_name);
    closedir(d);
    if (!s->n_places)
        return refuse(c, ERR_OUTSIDE,
                      "%s: holds no municipality; kasane init makes one", s->conf.data);
    return true;
}

/* Loads the profile in force and puts it in the place of the one before. */
static bool
load_town(struct ctx *c, struct place *p)
{
    struct town *t = NULL;
    struct town *old;
    bool unknown;
    bool ok;

    if (!db_open(c, &p->db, true, false, &c->db))
        return false;
    ok = db_begin(c, false) && store_town_load(c, p->id, &t) && db_commit(c, &unknown);
    db_close(c->db);
    c->db = NULL;
    if (!ok)
        return false;
    pthread_mutex_lock(&p->town_lock);
    old = p->town;
    p->town = t;
    pthread_mutex_unlock(&p->town_lock);
    place_unpin(old);
    return true;
}

static bool
start_place(struct ctx *c, struct place *p)
{
    const struct timespec moment = { .tv_nsec = 1000000 };

    if (pthread_create(&p->writer, NULL, writer_main, p) != 0)
        return refuse(c, ERR_OUTSIDE, "%s: no thread", p->id);
    while (!atomic_load(&p->ready))
        nanosleep(&moment, NULL);
    if (atomic_load(&p->failed))
        return refuse(c, ERR_OUTSIDE, "%s: cannot be taken up", p->id);
    if (load_town(c, p))
        return true;
    return refuse(c, ERR_OUTSIDE, "%s: %s", p->id, c->err.text);
}

static bool
start_threads(struct ctx *c, struct server *s)
{
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    int n = s->conf.readers ? s->conf.readers : (int)(cpus < 2 ? 2 : cpus);

    if (n > READERS_MAX)
        n = READERS_MAX;
    for (int i = 0; i < n; i++)
        if (pthread_create(&s->readers[s->n_readers++], NULL, reader_main, s) != 0)
            return refuse(c, ERR_OUTSIDE, "no thread");
    for (int i = 0; i < SLOW_THREADS; i++)
        if (pthread_create(&s->slow_threads[i], NULL, slow_main, s) != 0)
            return refuse(c, ERR_OUTSIDE, "no thread");
    return true;
}

static bool
start_printer(struct server *s)
{
    if (s->conf.front && s->conf.front->press)
        s->printer = printer_start(s->mem, PRINTER_LANES_MAX, s->conf.front->press);
    return s->printer || !s->conf.front || !s->conf.front->press;
}

/*
 * Each request's arena comes and goes: what lies free on top of the heap is kept for the next
 * instead of being given back to the system and taken again.
 */
enum { HEAP_KEEP = 4 * 1024 * 1024, HEAP_STEP = 512 * 1024 };

bool
server_start(struct ctx *c, const struct server_conf *conf, struct server **out)
{
    struct arena *mem = arena_new();
    struct server *s = ARENA_NEW(mem, struct server);

    mallopt(M_TRIM_THRESHOLD, HEAP_KEEP);
    mallopt(M_TOP_PAD, HEAP_STEP);
    *out = NULL;
    s->mem = mem;
    s->conf = *conf;
    s->machine = conf->machine ? conf->machine : &machine_real;
    queue_start(&s->reads, READS_MAX);
    queue_start(&s->slow, SLOW_MAX);
    if (!crypt_start() || !(s->hasher = hasher_start(mem, HASHER_WORKERS_MAX))
        || !start_printer(s) || !find_places(c, s)) {
        refuse(c, ERR_OUTSIDE,
               "the cryptographic library or its processes do not start");
        printer_stop(s->printer);
        hasher_stop(s->hasher);
        arena_free(mem);
        return false;
    }
    for (size_t i = 0; i < s->n_places; i++)
        if (!start_place(c, s->places[i]))
            return false; /* the process ends: see kasane serve */
    if (!start_threads(c, s))
        return false;
    *out = s;
    return true;
}

void
server_drain(struct server *s)
{
    const struct timespec moment = { .tv_nsec = 2000000 };

    atomic_store(&s->stopping, true);
    while (atomic_load(&s->under_way) > 0)
        nanosleep(&moment, NULL);
}

void
server_stop(struct server *s)
{
    atomic_store(&s->stopping, true);
    queue_close(&s->slow);
    for (int i = 0; i < SLOW_THREADS; i++)
        pthread_join(s->slow_threads[i], NULL);
    queue_close(&s->reads);
    for (size_t i = 0; i < s->n_readers; i++)
        pthread_join(s->readers[i], NULL);
    for (size_t i = 0; i < s->n_places; i++) {
        struct place *p = s->places[i];

        queue_close(&p->writes);
        pthread_join(p->writer, NULL);
        place_unpin(p->town);
        queue_end(&p->writes);
        pthread_mutex_destroy(&p->town_lock);
        throttle_end(p->throttle);
        arena_free(p->mem);
    }
    queue_end(&s->reads);
    queue_end(&s->slow);
    printer_stop(s->printer); /* its processes hold the hasher's ends */
    hasher_stop(s->hasher);
    arena_free(s->mem);
}

/* One line per unit: ids and numbers only. */
static void
log_unit(const struct unit *u)
{
    struct log_line line;
    const struct server *s = u->server;

    if (s->conf.quiet)
        return;
    log_start(&line, s->machine, "unit");
    log_word(&line, "town", u->place ? u->place->id : NULL);
    log_word(&line, "act", u->req.route ? u->req.route->code : NULL);
    log_int(&line, "status", u->rep.status);
    log_id(&line, "post", u->viewer.post.id);
    log_int(&line, "ms", machine_now(s->machine) - u->started);
    if (u->tries)
        log_int(&line, "tries", u->tries);
    log_end(&line);
}

static void
send(struct unit *u)
{
    struct server *s = u->server;

    u->phase = PHASE_SEND;
    log_unit(u);
    u->done(u); /* the unit is its caller's from here on */
    atomic_fetch_sub(&s->under_way, 1);
}

/* A paper takes long to draw: pages do not wait behind it. */
static bool
draws(const struct unit *u)
{
    return u->req.route->slow && !u->req.route->act;
}

void
unit_forward(struct unit *u)
{
    struct server *s = u->server;

    switch (u->phase) {
    case PHASE_PREPARE:
        queue_put(&s->slow, u);
        break;
    case PHASE_ACT:
    case PHASE_LEAF:
        queue_put(&u->place->writes, u);
        break;
    case PHASE_SHOW:
        queue_put(draws(u) ? &s->slow : &s->reads, u);
        break;
    case PHASE_SEND:
        send(u);
        break;
    }
}

/* Of several municipalities one is chosen; one alone is entered at once. */
static bool
answer_root(struct unit *u)
{
    if (u->req.town || u->req.method != METHOD_GET)
        return false;
    u->server->conf.front->root(&u->c, &u->req, &u->rep);
    send(u);
    return true;
}

static void
answer_error(struct unit *u, enum err_kind kind, const char *cause)
{
    refuse(&u->c, kind, "%s", cause);
    u->server->conf.front->error(&u->c, &u->req, &u->rep);
    send(u);
}

static bool
offer(struct unit *u)
{
    struct server *s = u->server;

    /* a search is posted so that names stay out of addresses, but only reads */
    if (!u->req.route->act) {
        u->phase = PHASE_SHOW;
        return queue_offer(draws(u) ? &s->slow : &s->reads, u);
    }
    if (u->req.route->prepare && !u->req.malformed) {
        u->phase = PHASE_PREPARE;
        return queue_offer(u->req.route->slow ? &s->slow : &s->reads, u);
    }
    u->phase = PHASE_ACT;
    return queue_offer(&u->place->writes, u);
}

void
server_submit(struct unit *u)
{
    struct server *s = u->server;

    atomic_fetch_add(&s->under_way, 1);
    u->place = u->req.town ? server_place(s, u->req.town) : NULL;
    if (u->place)
        u->c.town = place_pin(u->place);
    if (u->place)
        u->c.vault = u->place->has_vault ? &u->place->vault : NULL;
    u->req.route = u->place ? route_find(s->conf.front, &u->req) : NULL;
    if (answer_root(u))
        return;
    if (!u->req.route)
        answer_error(u, ERR_MISSING, "no such address");
    else if (atomic_load(&s->stopping) || !offer(u))
        answer_error(u, ERR_OUTSIDE, "too much is under way");
}

struct waiting {
    pthread_mutex_t lock;
    pthread_cond_t ready;
    bool done;
};

static void
wake(struct unit *u)
{
    struct waiting *w = u->arg;

    pthread_mutex_lock(&w->lock);
    w->done = true;
    pthread_cond_signal(&w->ready);
    pthread_mutex_unlock(&w->lock);
}

void
server_call(struct unit *u)
{
    struct waiting w = { .lock = PTHREAD_MUTEX_INITIALIZER,
                         .ready = PTHREAD_COND_INITIALIZER };

    u->done = wake;
    u->arg = &w;
    server_submit(u);
    pthread_mutex_lock(&w.lock);
    while (!w.done)
        pthread_cond_wait(&w.ready, &w.lock);
    pthread_mutex_unlock(&w.lock);
}
