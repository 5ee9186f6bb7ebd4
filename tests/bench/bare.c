/*
 * The bare reference that Kasane's page is compared with: the same HTTP library with the
 * same threads, five prepared statements on the same database and the same rows, and as many
 * bytes sent. It knows nobody, checks nothing, escapes nothing and keeps no ledger.
 *
 *     bare PORT DATABASE KEYFILE BYTES
 */
#include <microhttpd.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N_QUERIES = 5, ID_LENGTH = 22 };

static const char *const QUERIES[N_QUERIES] = {
    ("SELECT s.number, s.state, s.urgency, d.name, a.name, s.opened_at "
     "FROM support_case AS s JOIN desk AS d ON d.desk_id = s.desk_id "
     "JOIN post AS p ON p.post_id = s.owner_post "
     "JOIN account AS a ON a.account_id = p.account_id WHERE s.case_id = ?1"),
    "SELECT name, kana, age, place, consent FROM person WHERE case_id = ?1",
    ("SELECT d.name, a.name, k.received_at, k.words, k.route, k.topic FROM "
     "consultation "
     "AS k "
     "JOIN desk AS d ON d.desk_id = k.desk_id JOIN post AS p ON p.post_id = k.post_id "
     "JOIN account AS a ON a.account_id = p.account_id WHERE k.case_id = ?1"),
    ("SELECT d.name, a.name, n.happened_on, n.method, n.result, n.fact, n.own_words, "
     "n.opinion FROM note AS n JOIN desk AS d ON d.desk_id = n.desk_id "
     "JOIN post AS p ON p.post_id = n.post_id "
     "JOIN account AS a ON a.account_id = p.account_id WHERE n.case_id = ?1 "
     "ORDER BY n.recorded_at DESC LIMIT 20"),
    ("SELECT what, due_on FROM next_step WHERE case_id = ?1 AND done_at IS NULL "
     "ORDER BY due_on LIMIT 50"),
};

struct bare {
    const char *path;
    const char *key;
    size_t bytes;
    pthread_key_t conn;
};

struct conn {
    sqlite3 *db;
    sqlite3_stmt *s[N_QUERIES];
};

static struct conn *
conn_of(struct bare *b)
{
    struct conn *k = pthread_getspecific(b->conn);
    char pragmas[300];

    if (k)
        return k;
    k = calloc(1, sizeof *k);
    snprintf(pragmas, sizeof pragmas,
             "PRAGMA cipher='aegis'; PRAGMA key=\"x'%s'\"; PRAGMA cache_size=-2048; "
             "PRAGMA query_only=ON",
             b->key);
    if (!k
        || sqlite3_open_v2(b->path, &k->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                           NULL)
               != SQLITE_OK
        || sqlite3_exec(k->db, pragmas, NULL, NULL, NULL) != SQLITE_OK)
        abort();
    for (size_t i = 0; i < N_QUERIES; i++)
        if (sqlite3_prepare_v3(k->db, QUERIES[i], -1, SQLITE_PREPARE_PERSISTENT,
                               &k->s[i], NULL)
            != SQLITE_OK)
            abort();
    pthread_setspecific(b->conn, k);
    return k;
}

/* Puts one column behind the page as far as there is room. */
static size_t
put(char *page, size_t n, size_t room, const char *text)
{
    size_t length = text ? strlen(text) : 0;

    if (length + 9 > room - n)
        return n;
    memcpy(page + n, "<td>", 4);
    memcpy(page + n + 4, text ? text : "", length);
    memcpy(page + n + 4 + length, "</td>", 5);
    return n + length + 9;
}

static char *
make_page(struct bare *b, const char *id)
{
    struct conn *k = conn_of(b);
    char *page = malloc(b->bytes);
    size_t n = 0;

    if (!page)
        abort();
    sqlite3_exec(k->db, "BEGIN", NULL, NULL, NULL);
    for (size_t i = 0; i < N_QUERIES; i++) {
        sqlite3_bind_text(k->s[i], 1, id, ID_LENGTH, SQLITE_STATIC);
        while (sqlite3_step(k->s[i]) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count(k->s[i]); c++)
                n = put(page, n, b->bytes,
                        (const char *)sqlite3_column_text(k->s[i], c));
        sqlite3_reset(k->s[i]);
    }
    sqlite3_exec(k->db, "COMMIT", NULL, NULL, NULL);
    memset(page + n, ' ', b->bytes - n);
    return page;
}

static enum MHD_Result
handle(void *arg,
       struct MHD_Connection *conn,
       const char *url,
       const char *method,
       const char *version,
       const char *data,
       size_t *n,
       void **state)
{
    struct bare *b = arg;
    const char *last = strrchr(url, '/');
    struct MHD_Response *r;
    enum MHD_Result rc;

    (void)method;
    (void)version;
    (void)data;
    (void)n;
    if (!*state) {
        *state = b;
        return MHD_YES;
    }
    if (!last || strlen(last) != ID_LENGTH + 1)
        return MHD_NO;
    r = MHD_create_response_from_buffer(b->bytes, make_page(b, last + 1),
                                        MHD_RESPMEM_MUST_FREE);
    MHD_add_response_header(r, "Content-Type", "text/html; charset=utf-8");
    rc = MHD_queue_response(conn, 200, r);
    MHD_destroy_response(r);
    return rc;
}

static char *
read_key(const char *path)
{
    char *key = calloc(1, 80);
    FILE *f = fopen(path, "r");

    if (!f || !key || !fgets(key, 80, f))
        abort();
    fclose(f);
    key[64] = '\0';
    return key;
}

int
main(int argc, char **argv)
{
    struct bare b = { .path = argc > 2 ? argv[2] : "" };
    struct MHD_Daemon *d;
    sigset_t set;
    int sig;

    if (argc != 5) {
        fputs("bare PORT DATABASE KEYFILE BYTES\n", stderr);
        return 2;
    }
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    b.key = read_key(argv[3]);
    b.bytes = strtoul(argv[4], NULL, 10);
    pthread_key_create(&b.conn, NULL);
    d = MHD_start_daemon(MHD_USE_EPOLL | MHD_USE_INTERNAL_POLLING_THREAD,
                         (uint16_t)strtoul(argv[1], NULL, 10), NULL, NULL, handle, &b,
                         MHD_OPTION_THREAD_POOL_SIZE, 2u,
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)32768,
                         MHD_OPTION_END);
    if (!d)
        return 1;
    puts("ready");
    fflush(stdout);
    sigwait(&set, &sig);
    MHD_stop_daemon(d);
    return 0;
}
