/*
 * Runs walk files: what a person does, line by line, at a door of a server in this process.
 * Tests check the office by them and the demo makes its records with them. There is no way
 * around the doors: a walk reads and writes what its person may.
 *
 *     # R-044 相談は、ひとことだけで受けられる。
 *     town   niiza                      or each, or several: the caller says which
 *     door   web                        web, api or cli, or each
 *     set    suppress_below: 5          a setting of the profile; the caller makes it first
 *     as     100001                     a log-in name; - for nobody in a new browser
 *     post   /cases  words=隣の人が転んだ name=見本 花子
 *     status ok                         303 at the web, 200 or 201 elsewhere; or a number
 *     keep   ケース                     the id of what the last post made
 *     keepre 番号 R8-[0-9]{6}-[0-9]     the first match (or its first group) in the answer
 *     get    /cases/{ケース}
 *     see    隣の人が転んだ             in the answer, entities decoded; of a paper its text
 *     not    滞納
 *     same   画面                       kept the first time; then the same bytes as it was
 *     desk   つなぐ先 = elderly_centers the id of a desk, by code or name
 *     desk_of つなぐ先 = 200001         the desk where that log-in's first post is
 *     post_of 担当 = 100001             the id of a log-in's first post
 *     wait   2 days                     minutes, hours or days; sessions are opened anew
 *     idle   31 minutes                 as wait, but sessions stay as they are
 *     follow                            gets where the last answer points
 *     on web see  受け付けました        any command, at one door only
 *
 * A value "@NAME:CONTENT" is a file of that name. A value runs until the next " name="; \n in it is a line end. {名} is what was kept,
 * {あ×4001} a repetition, {確認番号} the one-time code now. csrf=… and key=… may be given.
 */
#ifndef KASANE_CLI_WALK_H
#define KASANE_CLI_WALK_H

#include "call.h"

#include "../base/machine.h"

#include <stdatomic.h>

/* A machine whose clock is set by hand; all else is as real as that of the program. */
struct walk_clock {
    struct machine machine;
    _Atomic int64_t now; /* ms UTC */
};

/* Starts the clock at an instant. It must outlive the server that runs by it. */
void walk_clock_start(struct walk_clock *k, int64_t now);

/* What the file does not say. */
struct walk_how {
    enum channel door;
    const char *town;
    const char *password;
    const unsigned char *totp_secret; /* of {確認番号}; NULL: none */
    const struct fields *tokens;      /* of the API: "niiza/100001" and the key */
    struct walk_clock *clock;         /* NULL: a walk may not wait */
    bool
        settings_made; /* the profile holds what the walk sets; else it may set nothing */
    /* reads a paper (PDF) as text; NULL: papers are not read */
    const char *(*paper_text)(struct arena *mem, const char *bytes, size_t n);
};

struct walk_result {
    const char *title; /* the first comment */
    int line;          /* how far it came */
    size_t requests;
    struct fields kept; /* names and values, for the caller */
};

/*
 * Runs the text of a walk. False with RULE and a cause that names file, line, what was
 * expected and how the answer begins. file: for messages. kept of out may hold values that
 * the walk is to start with.
 */
bool walk_run(struct ctx *c,
              struct server *s,
              const char *file,
              const char *text,
              const struct walk_how *how,
              struct walk_result *out) MUST_USE;

#endif
