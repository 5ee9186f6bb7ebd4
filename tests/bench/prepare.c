/*
 * Makes three viewers of a generated town ready to be measured: sessions and keys of posts
 * at the largest, a middle and the smallest desk, and the ids of their cases with more than
 * a page of notes. Prints JSON lines. No password is hashed, as none is needed.
 *
 *     prepare DATA MUNICIPALITY
 */
#include "../../src/base/crypt.h"
#include "../../src/base/machine.h"
#include "../../src/base/vec.h"
#include "../../src/cli/place.h"
#include "../../src/desk/desk_setup.h"
#include "../../src/policy/viewer.h"
#include "gen/sql.h"

#include <stdio.h>
#include <string.h>

enum { CASES = 200, LOOK_AT = 8000, NOTES = 21, HOURS = 12, MOST = 10000000 };

struct case_ids {
    struct case_id *v;
    size_t n;
    size_t cap;
};

static bool
open_session(struct ctx *c, struct post_id post, const char **token)
{
    struct sql_post_one_row row;
    struct hash h;
    bool found;

    if (!sql_post_one(c, &(struct sql_post_one_in){ .post_id = post }, &row, &found)
        || !found)
        return false;
    *token = crypt_token(c);
    h = crypt_sha256(*token, strlen(*token));
    return sql_session_add(c, &(struct sql_session_add_in){
                                  .token_hash = crypt_base64url(c->mem, h.b, HASH_LEN),
                                  .session_id = { id_new(c) },
                                  .account_id = row.account_id,
                                  .post_id = post,
                                  .stage = "open",
                                  .now = c->now,
                                  .ends_at = c->now + HOURS * 3600000LL });
}

/* Adds the case if it has more than a page of notes. */
static bool
take_case(struct ctx *c,
          struct case_id id,
          const struct db_ids *who,
          struct case_ids *long_ones)
{
    struct sql_case_notes_rows notes = { 0 };

    if (!sql_case_notes(c,
                        &(struct sql_case_notes_in){ .case_id = id,
                                                     .subjects = *who,
                                                     .now = c->now,
                                                     .before = c->now + 1,
                                                     .n = NOTES },
                        &notes))
        return false;
    if (notes.n == NOTES)
        *VEC_PUSH(c->mem, long_ones) = id;
    return true;
}

/* Posts of all desks, for whoever is invited to a sitting. */
static bool
tell_posts(struct ctx *c)
{
    struct sql_desk_list_rows desks = { 0 };
    bool first = true;

    if (!sql_desk_list(c, &desks))
        return false;
    printf("],\"posts\":[");
    for (size_t i = 0; i < desks.n; i++) {
        struct sql_desk_posts_rows posts = { 0 };

        if (!sql_desk_posts(c,
                            &(struct sql_desk_posts_in){ .desk_id = desks.v[i].desk_id,
                                                         .now = c->now },
                            &posts))
            return false;
        for (size_t k = 0; k < posts.n; k++, first = false)
            printf("%s\"%s\"", first ? "" : ",", posts.v[k].post_id.id.s);
    }
    puts("]}");
    return true;
}

static bool
tell_viewer(struct ctx *c, const struct sql_desk_list_row *desk)
{
    const struct db_ids who = { .v = &desk->desk_id.id, .n = 1 };
    struct sql_desk_posts_rows posts = { 0 };
    struct sql_case_list_rows rows = { 0 };
    struct sql_reach_count_row reach;
    struct case_ids long_ones = { 0 };
    const char *session;
    const char *key;

    if (!sql_desk_posts(
            c, &(struct sql_desk_posts_in){ .desk_id = desk->desk_id, .now = c->now },
            &posts)
        || !posts.n || !open_session(c, posts.v[0].post_id, &session)
        || !desk_setup_token(c, posts.v[0].post_id, "bench", &key)
        || !sql_case_list(
            c,
            &(struct sql_case_list_in){
                .subjects = who, .now = c->now, .number = "", .n = LOOK_AT },
            &rows)
        || !sql_reach_count(
            c, &(struct sql_reach_count_in){ .subjects = who, .most = MOST }, &reach))
        return false;
    for (size_t i = 0; i < rows.n && long_ones.n < CASES; i++)
        if (!take_case(c, rows.v[i].case_id, &who, &long_ones))
            return false;
    printf("{\"desk\":\"%s\",\"reaches\":%lld,\"session\":\"%s\",\"key\":\"%s\","
           "\"cases\":[",
           desk->code, (long long)reach.n, session, key);
    for (size_t i = 0; i < long_ones.n; i++)
        printf("%s\"%s\"", i ? "," : "", long_ones.v[i].id.s);
    return tell_posts(c);
}

static bool
tell_all(struct ctx *c)
{
    struct sql_desk_list_rows desks = { 0 };
    bool unknown;

    if (!db_begin(c, true) || !sql_desk_list(c, &desks) || !desks.n
        || !tell_viewer(c, &desks.v[0]) || !tell_viewer(c, &desks.v[desks.n / 2])
        || !tell_viewer(c, &desks.v[desks.n - 1]))
        return false;
    return db_commit(c, &unknown);
}

int
main(int argc, char **argv)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct folders f;
    struct opened at;

    if (argc != 3)
        return 2;
    c.now = machine_now(c.machine);
    f = place_folders(c.mem, argv[1], NULL);
    place_find(&c, &f, argv[2], &at);
    if (!crypt_start() || !place_open(&c, &at, false) || !db_load_begin(&c, 64)
        || !tell_all(&c)) {
        fprintf(stderr, "prepare: %s\n", c.err.text ? c.err.text : "failed");
        return 1;
    }
    db_close(c.db);
    arena_free(c.mem);
    return 0;
}
