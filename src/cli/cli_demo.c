#include "cli.h"

#include "call.h"
#include "demo_staff.h"
#include "place.h"
#include "serve.h"
#include "walk.h"

#include "gen/assets.h"

#include "../base/day.h"
#include "../base/machine.h"
#include "../desk/desk_setup.h"
#include "../web/respond.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Five municipalities with invented staff and a few consultations, made once at build time
 * by the same acts that staff use, and copied to a throw-away folder for each demo.
 */

enum { DAYS_OF_STORY = 9, COPY_MAX = 64 * 1024 * 1024 };

static const char *const TOWNS[] = { "niiza", "chigasaki", "koshu", "kasugai",
                                     "hiratsuka" };

static const char *
asset_text(struct ctx *c, const char *path)
{
    const struct asset *a = asset_find(path);

    return a ? arena_copy(c->mem, a->bytes, a->n) : NULL;
}

static bool
make_town(struct ctx *c, const struct folders *f, const char *id)
{
    const char *profile = arena_printf(c->mem, "profiles/%s.yaml", id);
    struct fields tokens = { 0 };
    struct opened at;
    bool unknown;
    bool ok;

    if (!place_make(c, f, id, NULL))
        return false;
    place_find(c, f, id, &at);
    if (!place_open(c, &at, true))
        return false;
    ok = db_begin(c, true) && desk_setup_profile(c, profile, asset_text(c, profile))
         && desk_setup_demo(c) && demo_staff_make(c, id, CRYPT_COST_FULL, &tokens)
         && db_commit(c, &unknown);
    if (!ok)
        db_rollback(c);
    db_close(c->db);
    c->db = NULL;
    return ok;
}

/* Days that the stories name, in words. */
static void
name_days(struct ctx *c, int64_t start, struct fields *kept)
{
    static const struct {
        const char *name;
        int days;
    } DAYS[] = {
        { "はじめの日", 0 },
        { "つないだ日", 5 },
        { "三日後", DAYS_OF_STORY + 2 },
        { "会議の日", DAYS_OF_STORY },
        { "来週", DAYS_OF_STORY + 6 },
        { "来月", DAYS_OF_STORY + 34 },
    };

    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
        const struct day d = { .n = day_of(start).n + DAYS[i].days };

        fields_add(c->mem, kept, DAYS[i].name, day_iso(c->mem, d));
    }
}

static bool
tell_story(struct ctx *c, struct server *s, const char *id, int64_t start)
{
    struct walk_clock *clock = (struct walk_clock *)(uintptr_t)c->machine;
    const char *file = arena_printf(c->mem, "demo/%s.walk", id);
    const char *text = asset_text(c, file);
    const struct walk_how how = { .door = CHANNEL_CLI, .town = id, .clock = clock };
    struct walk_result out = { .line = 0 };

    atomic_store(&clock->now, start);
    name_days(c, start, &out.kept);
    return text ? walk_run(c, s, file, text, &how, &out)
                : refuse(c, ERR_BUG, "%s is not in the program", file);
}

static bool
make_demo(struct ctx *c, const char *data)
{
    struct folders f = place_folders(c->mem, data, NULL);
    struct walk_clock clock;
    int64_t start = machine_now(c->machine) - DAYS_OF_STORY * (int64_t)86400000;
    struct server_conf conf = {
        .data = f.data, .keys = f.keys, .front = &web_front, .readers = 1, .quiet = true
    };
    struct server *s;
    bool ok = true;

    walk_clock_start(&clock, start);
    c->machine = &clock.machine;
    c->now = start;
    conf.machine = c->machine;
    for (size_t i = 0; i < sizeof TOWNS / sizeof *TOWNS; i++)
        if (!make_town(c, &f, TOWNS[i]))
            return false;
    if (!server_start(c, &conf, &s))
        return false;
    for (size_t i = 0; ok && i < sizeof TOWNS / sizeof *TOWNS; i++)
        ok = tell_story(c, s, TOWNS[i], start);
    server_stop(s);
    return ok;
}

static bool
copy_file(struct ctx *c, const char *from, const char *to)
{
    size_t n;
    const char *p = machine_read(c->machine, c->mem, from, COPY_MAX, &n);

    return (p && machine_write(c->machine, to, p, n, 0600))
           || refuse(c, ERR_OUTSIDE, "%s: cannot be copied", from);
}

/* Copies the files of one folder, and of the folders in it. */
static bool
copy_folder(struct ctx *c, const char *from, const char *to)
{
    DIR *d = opendir(from);
    struct dirent *e;
    struct stat st;
    bool ok = d && (mkdir(to, 0700) == 0 || errno == EEXIST);

    while (ok && (e = readdir(d))) {
        const char *source = arena_printf(c->mem, "%s/%s", from, e->d_name);
        const char *target = arena_printf(c->mem, "%s/%s", to, e->d_name);

        if (e->d_name[0] == '.' || stat(source, &st) != 0)
            continue;
        if (S_ISDIR(st.st_mode))
            ok = copy_folder(c, source, target);
        else if (S_ISREG(st.st_mode))
            ok = copy_file(c, source, target);
    }
    if (d)
        closedir(d);
    return ok || refuse(c, ERR_OUTSIDE, "%s: cannot be copied", from);
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st;
    (void)kind;
    (void)at;
    return remove(path);
}

static void
tell_what_to_try(const struct serving *s)
{
    printf(
        "かさねの見本を開きました。\n\n  http://localhost:%d/\n\n"
        "パスワードは、どれも %s\n"
        "  100001 相談支援員（中心になる窓口）   100002 相談支援員（ほかの課の窓口）\n"
        "  200001 受託機関の職員                 200002 別の受託機関の職員\n"
        "  100009 所属長                         100007 個人情報保護担当\n"
        "  300001 民生委員・児童委員             100008 システム管理者\n"
        "  300003 委員（数だけを見る）\n",
        http_port(s->http), DEMO_PASSWORD);
    printf("\nはじめに: 新座市に 100001 で入り、「きょう」を片づけ、相談を受け、"
           "ほかの窓口へつなぎます。\n"
           "止めるには Ctrl+C。書いたものは消えます。\n");
    fflush(stdout);
}

/* The folder of this demo: a copy of the one made at build time, or made now. */
static bool
open_folder(struct ctx *c, const struct options *o, char *folder, const char **data)
{
    const char *made = o->out ? o->out : DEMO_FOLDER;
    struct stat st;

    if (!mkdtemp(folder))
        return refuse(c, ERR_OUTSIDE, "%s: %s", folder, strerror(errno));
    *data = arena_printf(c->mem, "%s/data", folder);
    if (stat(made, &st) != 0)
        return make_demo(c, *data);
    return copy_folder(c, arena_printf(c->mem, "%s/data", made), *data)
           && copy_folder(c, arena_printf(c->mem, "%s/data-keys", made),
                          arena_printf(c->mem, "%s-keys", *data));
}

static int
serve_demo(struct ctx *c, struct options *o)
{
    char folder[] = "/tmp/kasane-demo-XXXXXX";
    struct serving s = { .quiet = true };
    int status = CLI_DONE;

    serve_block_signals();
    if (!open_folder(c, o, folder, &o->data)) {
        status = cli_failed(c);
    } else {
        c->machine = &machine_real;
        if (serve_start(c, o, &s)) {
            tell_what_to_try(&s);
            serve_until_signal(&s);
        } else {
            status = cli_failed(c);
        }
    }
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return status;
}

int
cli_demo(int argc, char **argv)
{
    struct options o;
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    int status;

    c.now = machine_now(c.machine);
    if (!cli_options(argc, argv, &o))
        status = CLI_USAGE;
    else if (!crypt_start())
        status = CLI_REFUSED;
    else if (o.n_words == 1 && strcmp(o.words[0], "make") == 0 && o.data)
        status = make_demo(&c, o.data) ? CLI_DONE : cli_failed(&c);
    else
        status = serve_demo(&c, &o);
    arena_free(c.mem);
    return status;
}
