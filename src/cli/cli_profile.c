#include "cli_profile.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "../base/machine.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/plan_report.h"
#include "../domain/profile_json.h"
#include "../domain/profile_schema.h"
#include "../policy/narrow.h"

#ifndef PROFILE_DIR
#define PROFILE_DIR "/usr/local/share/kasane/profiles"
#endif

struct options {
    const char *folder;
    const char *municipality;
    const char *format;
    struct plan_query query;
    struct {
        const char **v;
        size_t n;
        size_t cap;
    } words; /* what is no option */
};

static void
print(FILE *to, struct buf *b)
{
    (void)fwrite(buf_text(b), 1, b->n, to);
}

static int
usage(void)
{
    static const char text[] =
        "使い方:\n"
        "  kasane profile check FILE…            プロファイルを確かめる\n"
        "  kasane profile show ID|FILE --json    中身をすべて出す\n"
        "  kasane report NAME --municipality ID|FILE [--format json|csv]\n"
        "         [--item 1-6] [--category …] [--field …] [--department …] [--body …]\n"
        "         [--fiscal-year 2026]\n"
        "  共通: [--profiles DIR]\n"
        "NAME:\n";
    const struct plan_report_name *names = plan_reports();

    (void)fputs(text, stderr);
    for (; names->key; names++)
        (void)fprintf(stderr, "  %-12s %s\n", names->key, names->title);
    return EX_USAGE;
}

static bool
is_folder(const char *path)
{
    return access(path, X_OK) == 0;
}

const char *
cli_profile_folder(struct arena *mem)
{
    char exe[4096];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    const char *near;
    char *slash;

    if (n <= 0)
        return PROFILE_DIR;
    exe[n] = '\0';
    slash = strrchr(exe, '/');
    if (slash)
        *slash = '\0';
    near = arena_printf(mem, "%s/../profiles", exe);
    if (is_folder(near))
        return near;
    near = arena_printf(mem, "%s/../share/kasane/profiles", exe);
    return is_folder(near) ? near : PROFILE_DIR;
}

/* An id is a word of a–z, 0–9 and _; everything else is a path. */
static bool
is_id(const char *s)
{
    return *s && !s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_")];
}

bool
cli_profile_load(struct ctx *c,
                 const char *folder,
                 const char *id_or_path,
                 struct profile_errors *errors,
                 const struct profile **out)
{
    const char *path = id_or_path;
    char *bytes;
    size_t n;

    if (is_id(path))
        path = arena_printf(c->mem, "%s/%s.yaml",
                            folder ? folder : cli_profile_folder(c->mem), path);
    profile_errors_begin(errors, c->mem, path);
    bytes = machine_read(c->machine, c->mem, path, YAML_BYTES_MAX, &n);
    if (bytes)
        return profile_read(c, path, bytes, n, errors, out);
    profile_error_whole(
        errors,
        arena_printf(c->mem, "%s: 読めません（ないか、2MiBを超えています）。", path));
    return refuse(c, ERR_OUTSIDE, "%s", errors->v[0].text);
}

static int
complain(const struct ctx *c, const struct profile_errors *errors)
{
    struct buf b = buf_new(c->mem);

    profile_errors_write(errors, &b);
    print(stderr, &b);
    return c->err.kind == ERR_OUTSIDE ? EX_NOINPUT : EX_CONFIG;
}

/* Whether what the profile closes names acts, roles and classes that there are. */
static bool
narrow_is_known(struct ctx *c, const struct profile *p, struct profile_errors *errors)
{
    const struct narrow *n;

    if (narrow_read(c, p, &n))
        return true;
    profile_error_whole(errors, arena_printf(c->mem, "%s: policy.narrow: %s",
                                             errors->file, c->err.text));
    forgive(c);
    return refuse(c, ERR_INPUT, "policy.narrow");
}

/* Checks every file, whatever the others are like. */
static int
check(struct ctx *c, const struct options *o)
{
    int status = 0;

    for (size_t i = 0; i < o->words.n; i++) {
        struct profile_errors errors;
        const struct profile *p;

        if (cli_profile_load(c, o->folder, o->words.v[i], &errors, &p)
            && narrow_is_known(c, p, &errors)) {
            (void)printf("%s: %s %s よい\n", errors.file, p->municipality.code,
                         p->municipality.name);
            continue;
        }
        status = complain(c, &errors) == EX_CONFIG || status == EX_CONFIG ? EX_CONFIG
                                                                          : EX_NOINPUT;
        forgive(c);
    }
    return o->words.n ? status : usage();
}

static int
show(struct ctx *c, const struct options *o)
{
    struct profile_errors errors;
    const struct profile *p;
    struct buf b = buf_new(c->mem);

    if (o->words.n != 1)
        return usage();
    if (!cli_profile_load(c, o->folder, o->words.v[0], &errors, &p))
        return complain(c, &errors);
    profile_json(&b, p);
    print(stdout, &b);
    return 0;
}

static int
report(struct ctx *c, const struct options *o)
{
    struct profile_errors errors;
    const struct profile *p;
    struct buf b = buf_new(c->mem);
    struct table table;

    if (o->words.n != 1 || !o->municipality)
        return usage();
    if (!cli_profile_load(c, o->folder, o->municipality, &errors, &p))
        return complain(c, &errors);
    if (!plan_report(c->mem, p, o->words.v[0], &o->query, &table))
        return usage();
    if (text_same(o->format, "csv"))
        table_csv(&b, &table);
    else
        table_json(&b, &table);
    print(stdout, &b);
    return 0;
}

/* Takes one option and its value; false when there is none of that name or value. */
static bool
take(struct options *o, const char *name, const char *value)
{
    if (!strcmp(name, "--profiles"))
        o->folder = value;
    else if (!strcmp(name, "--municipality"))
        o->municipality = value;
    else if (!strcmp(name, "--department"))
        o->query.filter.department = value;
    else if (!strcmp(name, "--body"))
        o->query.filter.body = value;
    else if (!strcmp(name, "--format"))
        o->format = value;
    else if (!strcmp(name, "--item"))
        return text_int(value, 1, ITEM_LAST, &o->query.filter.item);
    else if (!strcmp(name, "--fiscal-year"))
        return text_int(value, 1868, 2199, &o->query.fiscal_year);
    else if (!strcmp(name, "--category"))
        return (o->query.filter.category =
                    (enum profile_category)key_word_value(profile_categories, value))
               != 0;
    else if (!strcmp(name, "--field"))
        return (o->query.filter.field =
                    (enum profile_field)key_word_value(profile_fields, value))
               != 0;
    else
        return false;
    return true;
}

static bool
parse(struct arena *mem, int argc, char **argv, struct options *o)
{
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--json"))
            o->format = "json";
        else if (strncmp(argv[i], "--", 2) != 0)
            *VEC_PUSH(mem, &o->words) = argv[i];
        else if (i + 1 == argc || !take(o, argv[i], argv[i + 1]))
            return false;
        else
            i++;
    }
    return text_same(o->format, "json") || text_same(o->format, "csv");
}

static int
run(struct ctx *c, int argc, char **argv)
{
    struct options o = { .format = "json" };
    const char *verb;

    if (argc < 2 || !parse(c->mem, argc, argv, &o) || !o.words.n)
        return usage();
    if (!strcmp(argv[0], "report"))
        return report(c, &o);
    verb = o.words.v[0];
    o.words.v++;
    o.words.n--;
    if (!strcmp(verb, "check"))
        return check(c, &o);
    return strcmp(verb, "show") ? usage() : show(c, &o);
}

int
cli_profile(int argc, char **argv)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    int status;

    status = run(&c, argc, argv);
    arena_free(c.mem);
    return status;
}
