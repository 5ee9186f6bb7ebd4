/*
 * Whether the search index and a plain look through all texts find the same people, on both
 * engines: random texts and questions of few letters, so that both often meet.
 *
 *     kasane-search-test PROFILES
 *
 * PostgreSQL is reached by KASANE_PG; without it the program fails.
 */
#include "../walk/house.h"

#include "../../src/base/crypt.h"
#include "../../src/store/db_engine.h"
#include "gen/sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PEOPLE = 1500,
    QUESTIONS = 1000,
    WAYS = 4,
    TEXT_MAX = 200,
    CHANGED = 100,
    DROPPED = 1400
};

struct trial {
    struct ctx *c;
    uint64_t random;
    struct desk_id desk;
    struct case_id case_id;
    char texts[PEOPLE][TEXT_MAX];
    int passed;
    int failed;
};

static uint32_t
draw(struct trial *t, uint32_t n)
{
    t->random =
        t->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(t->random >> 33) % n;
}

/* Writes n letters at most; spaces stand in texts only. */
static void
draw_text(struct trial *t, char *out, uint32_t n, bool spaces)
{
    static const char *const LETTERS[] = { "高", "橋", "た", "か", "は", "し",
                                           "ー", "a",  "o",  "h",  "𠮷", "1",
                                           "-",  "\"", "'",  "*",  "%",  "_",
                                           "é",  "の", " ",  " " };
    const uint32_t kinds = sizeof LETTERS / sizeof *LETTERS - (spaces ? 0 : 2);
    size_t at = 0;

    for (uint32_t i = 1 + draw(t, n); i; i--) {
        const char *s = LETTERS[draw(t, kinds)];

        memcpy(out + at, s, strlen(s));
        at += strlen(s);
    }
    out[at] = '\0';
}

static bool
open_case(struct trial *t)
{
    struct ctx *c = t->c;
    struct sql_desk_list_rows desks = { 0 };
    struct sql_desk_posts_rows posts = { 0 };

    if (!sql_desk_list(c, &desks))
        return false;
    for (size_t i = 0; i < desks.n && !posts.n; i++) {
        t->desk = desks.v[i].desk_id;
        if (!sql_desk_posts(c, &(struct sql_desk_posts_in){ t->desk, c->now }, &posts))
            return false;
    }
    if (!posts.n)
        return refuse(c, ERR_BUG, "nobody holds a post");
    t->case_id = (struct case_id){ id_new(c) };
    return sql_case_add(c, &(struct sql_case_add_in){ .case_id = t->case_id,
                                                      .number = "R8-000000-0",
                                                      .state = CASE_STATE_RECEIVED,
                                                      .urgency = URGENCY_NORMAL,
                                                      .desk_id = t->desk,
                                                      .owner_post = posts.v[0].post_id,
                                                      .now = c->now })
           && sql_reach_put(c, &(struct sql_reach_put_in){ .subject = t->desk.id,
                                                           .case_id = t->case_id,
                                                           .ground = 1,
                                                           .from_at = c->now,
                                                           .now = c->now });
}

static bool
add_people(struct trial *t)
{
    struct ctx *c = t->c;

    for (int i = 0; i < PEOPLE; i++) {
        const struct sql_person_add_in in = {
            .person_id = { id_new(c) },
            .case_id = t->case_id,
            .known = PERSON_KNOWN_NAMED,
            .name = arena_printf(c->mem, "%04d", i),
            .kana = "",
            .place = "",
            .consent = CONSENT_STAND_NONE,
            .search_text = t->texts[i],
        };

        draw_text(t, t->texts[i], 14, true);
        if (!sql_person_add(c, &in))
            return false;
    }
    return true;
}

/* Changes some and drops some, as mending and erasing will. */
static bool
change_people(struct trial *t)
{
    struct ctx *c = t->c;

    for (int i = 0; i < CHANGED; i++) {
        struct buf sql = buf_new(c->mem);

        draw_text(t, t->texts[i], 14, true);
        buf_lit(&sql, "UPDATE person SET search_text = '");
        for (const char *s = t->texts[i]; *s; s++)
            buf_add(&sql, *s == '\'' ? "''" : s, *s == '\'' ? 2 : 1);
        buf_printf(&sql, "' WHERE name = '%04d'", i);
        if (!c->db->engine->script(c, buf_text(&sql)))
            return false;
    }
    for (int i = DROPPED; i < PEOPLE; i++)
        *t->texts[i] = '\0';
    return c->db->engine->script(
        c, arena_printf(c->mem, "DELETE FROM person WHERE name >= '%04d'", DROPPED));
}

/* The names of those whom one of the ways finds: two of the list, two of who it may be. */
static bool
names_found(
    struct trial *t, const char *question, int way, const char **names, size_t *n)
{
    struct ctx *c = t->c;
    const struct db_ids who = { .v = &t->desk.id, .n = 1 };
    const struct sql_case_find_in list = { .subjects = who,
                                           .now = c->now,
                                           .search = question,
                                           .by_index = way == 1,
                                           .n = PEOPLE + 1 };
    const struct sql_candidate_find_in find = { .subjects = who,
                                                .now = c->now,
                                                .search = question,
                                                .also = "",
                                                .most = -1,
                                                .n = PEOPLE + 1 };
    const struct sql_candidate_scan_in scan = { .subjects = who,
                                                .now = c->now,
                                                .whole = question,
                                                .reading = "",
                                                .latin = "",
                                                .family = "",
                                                .town = "",
                                                .most = -1,
                                                .n = 2 * PEOPLE };
    struct sql_case_list_rows lines = { 0 };
    struct sql_candidate_find_rows people = { 0 };

    if (way < 2    ? !sql_case_find(c, &list, &lines)
        : way == 2 ? !sql_candidate_find(c, &find, &people)
                   : !sql_candidate_scan(c, &scan, &people))
        return false;
    for (*n = 0; *n < lines.n; ++*n)
        names[*n] = lines.v[*n].name;
    for (*n = lines.n; *n - lines.n < people.n; ++*n)
        names[*n] = people.v[*n - lines.n].name;
    return true;
}

static bool
ask(struct trial *t, const char *question, int way)
{
    const char *names[2 * PEOPLE];
    bool found[PEOPLE] = { false };
    bool good = true;
    size_t n;

    if (!names_found(t, question, way, names, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        found[strtoul(names[i], NULL, 10) % PEOPLE] = true;
    for (int i = 0; i < PEOPLE; i++)
        if (found[i] != (strstr(t->texts[i], question) != NULL)) {
            printf("%s in %s: %d, way %d\n", question, t->texts[i], found[i], way);
            good = false;
        }
    t->passed += good;
    t->failed += !good;
    return true;
}

static bool
ask_all(struct trial *t)
{
    for (int i = 0; i < QUESTIONS; i++) {
        const struct arena_mark pass = arena_mark(t->c->mem);
        char question[TEXT_MAX];

        draw_text(t, question, 4, false);
        for (int way = 0; way < WAYS; way++)
            if (!ask(t, question, way))
                return false;
        arena_rewind(t->c->mem, pass);
    }
    return true;
}

static bool
try_engine(struct ctx *c, const char *server, const char *profiles, struct trial *t)
{
    static const char *const towns[] = { "niiza" };
    struct house h;
    bool ok;

    t->c = c;
    t->random = 1;
    if (!house_build(c, server, profiles, towns, 1, &h))
        return false;
    ok = house_store(c, &h, towns[0]) && db_begin(c, true) && open_case(t)
         && add_people(t) && ask_all(t) && change_people(t) && ask_all(t);
    if (c->db) {
        db_rollback(c);
        db_end(&c->db);
    }
    house_remove(&h);
    return ok;
}

int
main(int argc, char **argv)
{
    const char *pg = getenv("KASANE_PG");
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct trial *t = ARENA_NEW(c.mem, struct trial);
    int failed;

    if (argc != 2 || !pg || !crypt_start()) {
        fputs("usage: KASANE_PG=... kasane-search-test PROFILES\n", stderr);
        return 2;
    }
    for (int engine = 0; engine < 2; engine++)
        if (!try_engine(&c, engine ? pg : NULL, argv[1], t)) {
            printf("%s: %s\n", engine ? "postgresql" : "sqlite", c.err.text);
            t->failed++;
            forgive(&c);
        }
    failed = t->failed;
    printf("%d passed, %d failed\n", t->passed, failed);
    arena_free(c.mem);
    return failed != 0;
}
