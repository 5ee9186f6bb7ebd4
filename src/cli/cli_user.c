#include "cli.h"

#include "place.h"

#include "../base/crypt.h"
#include "../base/day.h"
#include "../base/machine.h"
#include "../desk/desk_setup.h"
#include "../domain/password_rule.h"

#include <stdio.h>
#include <string.h>

static bool
read_password(struct ctx *c, char *out, size_t n)
{
    fputs("password (15 characters or more): ", stderr);
    if (!fgets(out, (int)n, stdin))
        return refuse(c, ERR_INPUT, "no password on standard input");
    out[strcspn(out, "\r\n")] = '\0';
    if (!password_is_long(out))
        return refuse(c, ERR_INPUT, "the password is shorter than 15 characters");
    return true;
}

static bool
read_codes(struct ctx *c, const struct options *o, struct new_user *u)
{
    struct day last;

    if (!post_role_read(o->role ? o->role : "desk_worker", &u->role))
        return refuse(c, ERR_INPUT, "--role %s: unknown; see words/enums.words",
                      o->role);
    if (!post_kind_read(o->kind ? o->kind : "city", &u->kind))
        return refuse(c, ERR_INPUT, "--kind: city, commissioned or own");
    if (!o->until)
        return true;
    if (!day_read(o->until, &last))
        return refuse(c, ERR_INPUT, "--until %s: expected YYYY-MM-DD", o->until);
    last.n++;
    u->until_at = day_begin(last);
    return true;
}

static bool
in_transaction(struct ctx *c,
               const struct new_user *u,
               const char *what,
               const char **token)
{
    struct post_id post;
    bool unknown;
    bool ok;

    if (!db_begin(c, true))
        return false;
    ok = strcmp(what, "add") == 0 ? desk_setup_user(c, u, &post)
                                  : desk_setup_post(c, u, &post);
    if (ok && strcmp(what, "token") == 0)
        ok = desk_setup_token(c, post, u->title, token);
    if (ok)
        return db_commit(c, &unknown);
    db_rollback(c);
    return false;
}

static bool
add(struct ctx *c, const struct options *o, const char *what)
{
    struct folders f = place_folders(c->mem, o->data, o->keys);
    char password[256];
    char hash[CRYPT_PASSWORD_HASH_MAX];
    unsigned char salt[16];
    unsigned char secret[CRYPT_TOTP_SECRET_LEN];
    struct new_user u = {
        .login = o->login,
        .name = o->name ? o->name : o->login,
        .desk = o->desk,
        .title = o->title ? o->title : "",
    };
    struct opened at;
    const char *token = NULL;
    bool ok;

    if (!read_codes(c, o, &u))
        return false;
    if (!*u.title)
        u.title = post_role_label(u.role);
    if (strcmp(what, "add") == 0) {
        machine_random(c->machine, salt, sizeof salt);
        machine_random(c->machine, secret, sizeof secret);
        if (!read_password(c, password, sizeof password)
            || !crypt_password_hash(password, strlen(password), salt, NULL,
                                    CRYPT_COST_FULL, hash))
            return refuse(c, ERR_OUTSIDE, "the password cannot be hashed");
        crypt_wipe(password, sizeof password);
        u.password_hash = hash;
        u.totp_secret = o->demo ? NULL : secret; /* a demo needs no second factor */
    }
    place_find(c, &f, o->municipality, &at);
    if (!place_open(c, &at, false))
        return false;
    ok = in_transaction(c, &u, what, &token);
    db_close(c->db);
    if (ok && u.totp_secret)
        printf("otpauth://totp/Kasane:%s?secret=%s&issuer=Kasane\n", u.login,
               crypt_base32(c->mem, secret, sizeof secret));
    if (ok && token)
        printf("%s\n", token);
    return ok;
}

int
cli_user(int argc, char **argv)
{
    struct options o;
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    const char *what;
    int status = CLI_DONE;

    c.now = machine_now(c.machine);
    if (!cli_options(argc, argv, &o) || o.n_words != 1 || !o.municipality || !o.login
        || !o.desk) {
        fputs(
            "kasane user add|post|token --data DIR --municipality ID --login NUMBER "
            "--desk CODE\n"
            "  [--name NAME] [--role ROLE] [--kind city|commissioned|own] [--title T] "
            "[--until YYYY-MM-DD]\n"
            "add reads the password from standard input and prints the address for the "
            "authenticator app\n",
            stderr);
        arena_free(c.mem);
        return CLI_USAGE;
    }
    what = o.words[0];
    if (strcmp(what, "add") != 0 && strcmp(what, "post") != 0
        && strcmp(what, "token") != 0)
        status = CLI_USAGE;
    else if (!crypt_start() || !add(&c, &o, what))
        status = cli_failed(&c);
    arena_free(c.mem);
    return status;
}
