#include "db_pairs.h"

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

enum { ASKED_MAX = 24 }; /* pairs; the text itself is compared anyway */

/* How many bytes the letter at s takes of n. */
static int
letter(const char *s, int n)
{
    int k = 1;

    while (k < n && ((unsigned char)s[k] & 0xc0) == 0x80)
        k++;
    return k;
}

/* The letter at s and the next one of the same word, in bytes. */
static int
pair(const char *s, int n)
{
    const int one = letter(s, n);

    return one < n && s[one] != ' ' ? one + letter(s + one, n - one) : one;
}

static int
tokenize(Fts5Tokenizer *unused,
         void *arg,
         int flags,
         const char *s,
         int n,
         int (*take)(void *arg, int flags, const char *text, int n, int from, int to))
{
    int rc = SQLITE_OK;

    (void)unused;
    if (flags & FTS5_TOKENIZE_QUERY) /* it is a pair, or the begin of one, already */
        return n ? take(arg, 0, s, n, 0, n) : SQLITE_OK;
    for (int i = 0; i < n && rc == SQLITE_OK; i += letter(s + i, n - i)) {
        const int len = pair(s + i, n - i);

        if (s[i] != ' ')
            rc = take(arg, 0, s + i, len, i, i + len);
    }
    return rc;
}

static int
create(void *unused, const char **args, int n, Fts5Tokenizer **out)
{
    static const char NOTHING[] = ""; /* it has no state, but FTS5 wants an address */

    (void)unused;
    (void)args;
    (void)n;
    *out = (Fts5Tokenizer *)(uintptr_t)NOTHING;
    return SQLITE_OK;
}

static void
destroy(Fts5Tokenizer *unused)
{
    (void)unused;
}

/* Appends "pair" or, for a word of one letter, "letter"*: all pairs that begin with it. */
static void
put_term(sqlite3_str *out, const char *s, int n, bool begin_only)
{
    sqlite3_str_appendchar(out, 1, '"');
    for (int i = 0; i < n; i++)
        sqlite3_str_appendchar(out, s[i] == '"' ? 2 : 1, s[i]);
    sqlite3_str_appendall(out, begin_only ? "\"* " : "\" ");
}

static void
pairs(sqlite3_context *call, int unused, sqlite3_value **args)
{
    const char *s = (const char *)sqlite3_value_text(args[0]);
    const int n = sqlite3_value_bytes(args[0]);
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(call));
    int terms = 0;

    (void)unused;
    for (int i = 0; i < n && terms < ASKED_MAX; i += letter(s + i, n - i)) {
        const int one = letter(s + i, n - i);
        const int two = pair(s + i, n - i);
        const bool alone = two == one && (i == 0 || s[i - 1] == ' ');

        if (s[i] == ' ' || (two == one && !alone))
            continue;
        put_term(out, s + i, two, alone);
        terms++;
    }
    if (sqlite3_str_errcode(out) != SQLITE_OK) {
        sqlite3_free(sqlite3_str_finish(out));
        sqlite3_result_error_nomem(call);
        return;
    }
    sqlite3_result_text(call, sqlite3_str_finish(out), -1, sqlite3_free);
}

static fts5_api *
fts5(sqlite3 *db)
{
    fts5_api *api = NULL;
    sqlite3_stmt *s = NULL;

    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &s, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(s, 1, (void *)&api, "fts5_api_ptr", NULL);
        sqlite3_step(s);
    }
    sqlite3_finalize(s);
    return api;
}

bool
db_pairs_register(sqlite3 *db)
{
    fts5_api *api = fts5(db);
    fts5_tokenizer own = { create, destroy, tokenize };

    return api
           && api->xCreateTokenizer(api, "kasane_pairs", NULL, &own, NULL) == SQLITE_OK
           && sqlite3_create_function_v2(db, "kasane_pairs", 1,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                                         pairs, NULL, NULL, NULL)
                  == SQLITE_OK;
}
