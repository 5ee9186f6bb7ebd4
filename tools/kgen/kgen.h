/*
 * kgen turns what is not C (statements, pages, forms, words, rules of disclosure) into typed
 * C at build time, so that a wrong column, field or word is a compile error. Errors point at
 * the source's own line.
 */
#ifndef KASANE_TOOLS_KGEN_H
#define KASANE_TOOLS_KGEN_H

#include "../../src/base/buf.h"

#include <stdbool.h>

struct source {
    const char *path; /* as given on the command line */
    const char *name; /* base name without its ending */
    char *text;
    size_t n;
};

/* Reads a source file; ends the program with a message when it cannot be read. */
struct source kgen_read(struct arena *mem, const char *path);

/* Prints "path:line: error: …" and ends the program with status 1. */
_Noreturn void kgen_fail(const char *path, int line, const char *fmt, ...) PRINTF(3, 4);

/* Writes the file if its content differs. */
void kgen_write(struct arena *mem, const char *folder, const char *file, struct buf *b);

/* Splits off the next line (without its end) and counts it; NULL at the end of the text. */
char *kgen_line(char **at, int *line);

/* Returns the line without the white space at both ends; splits words in place. */
char *kgen_trim(char *s);
size_t kgen_split(char *s, char **words, size_t max);

/* Returns the name in capitals. */
const char *kgen_upper(struct arena *mem, const char *s);

/* Each kind: kgen KIND OUT-FOLDER FILE…; returns the exit status. */
int kgen_sql(struct arena *mem, const char *out, int n, char **files);
int kgen_html(struct arena *mem, const char *out, int n, char **files);
int kgen_form(struct arena *mem, const char *out, int n, char **files);
int kgen_word(struct arena *mem, const char *out, int n, char **files);
int kgen_enum(struct arena *mem, const char *out, int n, char **files);
int kgen_policy(struct arena *mem, const char *out, int n, char **files);
int kgen_names(struct arena *mem, const char *out, int n, char **files);
int kgen_embed(struct arena *mem, const char *out, int n, char **files);

#endif
