#include "kgen.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *kind;
    int (*run)(struct arena *mem, const char *out, int n, char **files);
} KINDS[] = {
    { "enum", kgen_enum },   { "sql", kgen_sql },     { "form", kgen_form },
    { "word", kgen_word },   { "html", kgen_html },   { "policy", kgen_policy },
    { "embed", kgen_embed }, { "names", kgen_names },
};

struct source
kgen_read(struct arena *mem, const char *path)
{
    struct source s = { .path = path };
    FILE *f = fopen(path, "rb");
    const char *slash = strrchr(path, '/');
    char *dot;
    long n;

    if (!f || fseek(f, 0, SEEK_END) != 0 || (n = ftell(f)) < 0)
        kgen_fail(path, 1, "cannot be read");
    rewind(f);
    s.n = (size_t)n;
    s.text = arena_alloc(mem, s.n + 1);
    if (fread(s.text, 1, s.n, f) != s.n)
        kgen_fail(path, 1, "cannot be read");
    fclose(f);
    s.name = arena_strdup(mem, slash ? slash + 1 : path);
    dot = strchr(s.name, '.');
    if (dot)
        *dot = '\0';
    return s;
}

void
kgen_fail(const char *path, int line, const char *fmt, ...)
{
    va_list ap;

    fprintf(stderr, "%s:%d: error: ", path, line);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fputc('\n', stderr);
    exit(1);
}

void
kgen_write(struct arena *mem, const char *folder, const char *file, struct buf *b)
{
    const char *path = arena_printf(mem, "%s/%s", folder, file);
    FILE *f = fopen(path, "wb");

    if (!f || fwrite(buf_text(b), 1, b->n, f) != b->n || fclose(f) != 0)
        kgen_fail(path, 1, "cannot be written");
}

char *
kgen_line(char **at, int *line)
{
    char *s = *at;
    char *end;

    if (!*s)
        return NULL;
    (*line)++;
    end = strchr(s, '\n');
    if (end)
        *end = '\0';
    *at = end ? end + 1 : s + strlen(s);
    return s;
}

char *
kgen_trim(char *s)
{
    size_t n;

    while (*s == ' ' || *s == '\t')
        s++;
    n = strlen(s);
    while (n && (s[n - 1] == ' ' || s[n - 1] == '\t' || s[n - 1] == '\r'))
        s[--n] = '\0';
    return s;
}

size_t
kgen_split(char *s, char **words, size_t max)
{
    size_t n = 0;

    for (;;) {
        s = kgen_trim(s);
        if (!*s)
            return n;
        if (n == max)
            return n + 1;
        words[n++] = s;
        s += strcspn(s, " \t");
        if (*s)
            *s++ = '\0';
    }
}

const char *
kgen_upper(struct arena *mem, const char *s)
{
    char *up = arena_strdup(mem, s);

    for (char *p = up; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    return up;
}

int
main(int argc, char **argv)
{
    struct arena *mem = arena_new();
    int status = 2;

    for (size_t i = 0; argc > 3 && i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(argv[1], KINDS[i].kind) == 0)
            status = KINDS[i].run(mem, argv[2], argc - 3, argv + 3);
    if (status == 2)
        fputs("usage: kgen enum|sql|form|word|html|policy|embed|names OUT-FOLDER "
              "FILE...\n",
              stderr);
    arena_free(mem);
    return status;
}
