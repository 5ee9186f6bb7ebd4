#include "cli.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    size_t offset;
    bool flag;
} OPTIONS[] = {
#define TEXT(name, member)                                                             \
    {                                                                                  \
        name, offsetof(struct options, member), false                                  \
    }
#define FLAG(name, member)                                                             \
    {                                                                                  \
        name, offsetof(struct options, member), true                                   \
    }
    TEXT("--data", data),       TEXT("--keys", keys),
    TEXT("--listen", listen),   TEXT("--municipality", municipality),
    TEXT("--profile", profile), TEXT("--pg", pg),
    TEXT("--as", as),           TEXT("--login", login),
    TEXT("--name", name),       TEXT("--desk", desk),
    TEXT("--role", role),       TEXT("--kind", kind),
    TEXT("--title", title),     TEXT("--until", until),
    TEXT("--person", person),   TEXT("--case", person),
    TEXT("--cases", cases),     TEXT("--seed", seed),
    TEXT("--out", out),         FLAG("--json", json),
    FLAG("--demo", demo),       FLAG("--behind-proxy", behind_proxy),
#undef TEXT
#undef FLAG
};

static bool
take(struct options *out, int argc, char **argv, int *i)
{
    for (size_t k = 0; k < sizeof OPTIONS / sizeof *OPTIONS; k++) {
        char *at = (char *)out + OPTIONS[k].offset;

        if (strcmp(argv[*i], OPTIONS[k].name) != 0)
            continue;
        if (OPTIONS[k].flag) {
            *(bool *)at = true;
            return true;
        }
        if (++*i == argc) {
            fprintf(stderr, "kasane: %s needs a value\n", OPTIONS[k].name);
            return false;
        }
        *(const char **)(void *)at = argv[*i];
        return true;
    }
    fprintf(stderr, "kasane: unknown option %s\n", argv[*i]);
    return false;
}

bool
cli_options(int argc, char **argv, struct options *out)
{
    *out = (struct options){ .words = argv + 1 };
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--", 2) != 0)
            out->words[out->n_words++] = argv[i];
        else if (!take(out, argc, argv, &i))
            return false;
    }
    return true;
}

int
cli_failed(const struct ctx *c)
{
    fprintf(stderr, "kasane: %s\n", c->err.text ? c->err.text : "failed");
    for (size_t i = 0; i < c->err.n_fields; i++)
        fprintf(stderr, "  %s: %s\n", c->err.fields[i].name, c->err.fields[i].text);
    return c->err.kind == ERR_OUTSIDE ? CLI_CONFIG : CLI_REFUSED;
}
