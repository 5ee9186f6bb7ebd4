#include "cli.h"

#include "gen/sql.h"
#include "place.h"

#include "../base/day.h"
#include "../base/machine.h"
#include "../domain/case_number.h"
#include "../store/ledger_check.h"

#include <stdio.h>
#include <string.h>

enum { TAKE = 2000, MARK_MAX = 4096, WHO_MAX = 10000 };

static bool
expect(struct ctx *c,
       const struct opened *at,
       const char *origin,
       struct ledger_check *k)
{
    struct sql_checkpoint_list_rows rows = { 0 };
    struct sign_key key;
    const char *mark =
        machine_read(c->machine, c->mem, at->ledger_mark, MARK_MAX, NULL);

    if (!ledger_read_key(c, at->ledger_key, &key) || !sql_checkpoint_list(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        ledger_check_note(k, rows.v[i].note_text, strlen(rows.v[i].note_text), origin,
                          key.open, LEDGER_CHECKPOINT);
    if (mark)
        ledger_check_note(k, mark, strlen(mark), origin, key.open, LEDGER_MARK);
    return true;
}

static bool
feed(struct ctx *c, struct ledger_check *k, uint64_t *n)
{
    struct arena *keep = c->mem;
    int64_t after = 0;
    bool more = true;

    *n = 0;
    while (more) {
        struct sql_leaf_range_rows rows = { 0 };
        struct arena *pass = arena_new();

        c->mem = pass;
        more = sql_leaf_range(
            c, &(struct sql_leaf_range_in){ .after = after, .n = TAKE }, &rows);
        for (size_t i = 0; i < rows.n; i++) {
            const struct sql_leaf_range_row *r = &rows.v[i];
            const struct ledger_row row = {
                .seq = (uint64_t)r->seq,
                .body = { .p = r->body.p, .n = r->body.n },
                .hash = { .p = r->hash.p, .n = r->hash.n },
                .indexed = true,
                .at = r->at,
                .post = r->post_id,
            };

            after = r->seq;
            (*n)++;
            if (!ledger_check_feed(k, &row)) {
                rows.n = 0;
                more = false;
            }
        }
        more = more && rows.n == TAKE;
        arena_free(pass);
    }
    c->mem = keep;
    return c->err.kind == ERR_NONE;
}

static int
verify(struct ctx *c, const struct options *o, const struct opened *at)
{
    struct ledger_check k;
    struct ledger_finding found;
    uint64_t n;

    ledger_check_start(&k, c->mem, NULL);
    if (!expect(c, at, arena_printf(c->mem, "kasane/%s", o->municipality), &k)
        || !feed(c, &k, &n))
        return cli_failed(c);
    found = ledger_check_end(&k);
    if (o->json)
        printf("{\"leaves\":%llu,\"finding\":\"%s\",\"leaf\":%llu}\n",
               (unsigned long long)n, ledger_fault_code(found.fault),
               (unsigned long long)found.seq);
    else if (found.fault == LEDGER_WHOLE)
        printf("1番から%llu番まで、変わっていません。\n", (unsigned long long)n);
    else
        printf("%s\n", ledger_fault_sentence(c->mem, &found));
    return found.fault == LEDGER_WHOLE ? CLI_DONE : CLI_REFUSED;
}

/* The id of a case or person: an id, or the number of a case. */
static bool
find_subject(struct ctx *c, const char *text, struct id *out)
{
    const char *number = case_number_read(c->mem, text);
    struct sql_case_by_number_row row;
    bool found;

    if (!number)
        return id_read(text, out)
               || refuse(c, ERR_INPUT, "%s: neither a number of a case nor an id",
                         text);
    if (!sql_case_by_number(c, &(struct sql_case_by_number_in){ .number = number },
                            &row, &found))
        return false;
    *out = row.case_id.id;
    return found || refuse(c, ERR_MISSING, "%s: no such case", text);
}

static bool
print_leaf(struct ctx *c, const struct sql_leaf_of_subject_row *r)
{
    struct sql_leaf_names_row who = { .name = "―", .desk = "" };
    struct leaf l;
    uint64_t seq;
    bool found;

    if (leaf_decode(c->mem, r->body.p, r->body.n, &l, &seq) != LEAF_GOOD)
        return refuse(c, ERR_BUG, "leaf %lld cannot be read", (long long)r->seq);
    if (!id_none(l.post.id)
        && !sql_leaf_names(c, &(struct sql_leaf_names_in){ .post_id = l.post }, &who,
                           &found))
        return false;
    printf("%lld\t%s\t%s\t%s\t%s\t%s\titems=%08x\tgrounds=%08x\n", (long long)r->seq,
           instant_iso(c->mem, r->at), who.desk, who.name, l.act,
           leaf_outcome_code(l.outcome), l.items, l.grounds);
    return true;
}

static int
who(struct ctx *c, const struct options *o)
{
    struct sql_leaf_of_subject_rows rows = { 0 };
    struct id subject;

    if (!find_subject(c, o->person, &subject)
        || !sql_leaf_of_subject(
            c, &(struct sql_leaf_of_subject_in){ .subject = subject, .n = WHO_MAX },
            &rows))
        return cli_failed(c);
    for (size_t i = 0; i < rows.n; i++)
        if (!print_leaf(c, &rows.v[i]))
            return cli_failed(c);
    return CLI_DONE;
}

int
cli_audit(int argc, char **argv)
{
    struct options o;
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct opened at;
    struct folders f;
    int status = CLI_USAGE;
    bool is_who;

    c.now = machine_now(c.machine);
    if (!cli_options(argc, argv, &o) || o.n_words != 1 || !o.municipality
        || (strcmp(o.words[0], "verify") != 0 && strcmp(o.words[0], "who") != 0)
        || (strcmp(o.words[0], "who") == 0 && !o.person)) {
        fputs(
            "kasane audit verify --data DIR --municipality ID [--json]\n"
            "kasane audit who --data DIR --municipality ID --person ID|--case NUMBER\n",
            stderr);
        arena_free(c.mem);
        return CLI_USAGE;
    }
    is_who = strcmp(o.words[0], "who") == 0;
    f = place_folders(c.mem, o.data, o.keys);
    place_find(&c, &f, o.municipality, &at);
    if (!crypt_start() || !db_open(&c, &at.place, true, false, &c.db)
        || !db_begin(&c, false))
        status = cli_failed(&c);
    else
        status = is_who ? who(&c, &o) : verify(&c, &o, &at);
    db_close(c.db);
    arena_free(c.mem);
    return status;
}
