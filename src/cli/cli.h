/*
 * The commands: each takes its words and returns the exit status. 0 done, 1 refused, 2
 * wrong use, 78 configuration.
 */
#ifndef KASANE_CLI_CLI_H
#define KASANE_CLI_CLI_H

#include "../base/ctx.h"

enum { CLI_DONE = 0, CLI_REFUSED = 1, CLI_USAGE = 2, CLI_CONFIG = 78 };

/* The options of a command, read by cli_options(). */
struct options {
    const char *data;
    const char *keys;
    const char *listen;
    const char *municipality;
    const char *profile;
    const char *pg;
    const char *as;
    const char *login;
    const char *name;
    const char *desk;
    const char *role;
    const char *kind;
    const char *title;
    const char *until;
    const char *person;
    const char *cases;
    const char *seed;
    const char *out;
    bool json;
    bool demo;
    bool behind_proxy;
    int n_words;
    char **words; /* what is not an option */
};

/* Reads --name value pairs; false prints what is wrong. */
bool cli_options(int argc, char **argv, struct options *out);

/* Prints the context's failure on standard error and returns the exit status for it. */
int cli_failed(const struct ctx *c);

int cli_serve(int argc, char **argv);
int cli_init(int argc, char **argv);
int cli_user(int argc, char **argv);
int cli_call(int argc, char **argv);
int cli_audit(int argc, char **argv);
int cli_policy(int argc, char **argv);
int cli_demo(int argc, char **argv);
int cli_check_config(int argc, char **argv);
int cli_generate(int argc, char **argv);
int cli_openapi(int argc, char **argv);

#endif
