/*
 * An office for a browser to walk in: one municipality with the demo's staff, on SQLite, behind
 * a real listener, its clock at a working day's morning. Prints the address, then answers each
 * line of its input, which is a command of a walk ("desk_of x = 200001", "wait 7 days"), with
 * "ok" and what was kept. At the end of the input it closes and says whether all is sound.
 *
 *     kasane-stage PROFILES TOWN [SETTING]
 *
 * SETTING, "suppress_below: 3", is made in the profile beforehand.
 */
#include "house.h"

#include "../../src/cli/demo_staff.h"
#include "../../src/web/http.h"

#include <stdio.h>
#include <string.h>

enum { LINE_MAX_BYTES = 1024 };

static bool
run_line(struct ctx *c, struct house *h, const char *town, const char *line)
{
    const char *text = arena_printf(c->mem, "# stage\ntown %s\n%s\n", town, line);
    const struct walk_how how = {
        .door = CHANNEL_WEB,
        .town = town,
        .password = DEMO_PASSWORD,
        .totp_secret = demo_totp_secret,
        .tokens = &h->tokens,
        .clock = &h->clock,
    };
    struct walk_result result = { .line = 0 };

    if (!walk_run(c, h->server, "stage", text, &how, &result))
        return false;
    printf("ok %s\n", result.kept.n ? result.kept.v[result.kept.n - 1].value : "");
    return true;
}

static void
serve_lines(struct house *h, const char *town)
{
    char line[LINE_MAX_BYTES];

    while (fgets(line, sizeof line, stdin)) {
        struct ctx c = { .mem = arena_new(), .machine = &h->clock.machine };

        line[strcspn(line, "\n")] = '\0';
        if (!run_line(&c, h, town, line))
            printf("bad %s\n", c.err.text);
        fflush(stdout);
        arena_free(c.mem);
    }
}

static bool
play(struct ctx *c,
     const char *profiles,
     const char *const *town,
     const char *setting,
     struct house *h)
{
    const struct http_conf conf = { .address = "127.0.0.1" };
    struct house base;
    struct http *http = NULL;
    bool ok = house_build(c, NULL, profiles, town, 1, &base) && house_copy(c, &base, h)
              && (!setting || house_set(c, h, profiles, *town, setting))
              && house_open(c, h) && http_start(c, h->server, &conf, &http);

    if (ok) {
        printf("http://localhost:%d/%s\n", http_port(http), *town);
        fflush(stdout);
        serve_lines(h, *town);
        http_stop(http);
        house_close(h);
        ok = house_sound(c, h, *town, NULL);
    }
    house_remove(&base);
    return ok;
}

int
main(int argc, char **argv)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct house h = { .root = NULL };
    const char *town = argc == 3 || argc == 4 ? argv[2] : NULL;
    bool ok;

    if (!town || !crypt_start()) {
        fputs("kasane-stage PROFILES TOWN [SETTING]\n", stderr);
        return 2;
    }
    ok = play(&c, argv[1], &town, argv[3], &h);
    puts(ok ? "sound" : c.err.text);
    house_remove(&h);
    arena_free(c.mem);
    return ok ? 0 : 1;
}
