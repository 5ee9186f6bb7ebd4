#include "kgen_text.h"

#include <string.h>

#include "../../src/base/vec.h"

struct entry {
    const char *key;
    const char *text;
};

struct entries {
    struct entry *v;
    size_t n;
    size_t cap;
};

static void
read_entry(struct arena *mem, struct entries *all, const char *path, int line, char *s)
{
    char *equals = strchr(s, '=');
    char *text;

    if (!equals)
        kgen_fail(path, line, "expected: key = text");
    *equals = '\0';
    s = kgen_trim(s);
    text = kgen_trim(equals + 1);
    if (!kgen_is_name(s))
        kgen_fail(path, line, "%s is no key: small letters, digits and _", s);
    if (!*text)
        kgen_fail(path, line, "%s has no text", s);
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->v[i].key, s) == 0)
            kgen_fail(path, line, "%s stands twice", s);
    *VEC_PUSH(mem, all) = (struct entry){ .key = s, .text = text };
}

static void
read_file(struct arena *mem, struct entries *all, const char *path)
{
    struct source src = kgen_read(mem, path);
    char *at = src.text;
    char *s;
    int line = 0;

    while ((s = kgen_line(&at, &line)) != NULL) {
        s = kgen_trim(s);
        if (*s && *s != '#')
            read_entry(mem, all, path, line, s);
    }
    if (all->n == 0)
        kgen_fail(path, line ? line : 1, "there are no words");
}

static void
write_header(struct arena *mem, const char *out, const struct entries *all)
{
    struct buf b = buf_new(mem);

    buf_lit(
        &b,
        "/* What the program says on screen; made by kgen. A profile may put its own\n"
        " * text in place of a word. */\n"
        "#ifndef KASANE_GEN_WORDS_H\n#define KASANE_GEN_WORDS_H\n\n"
        "#include <stdbool.h>\n#include <stddef.h>\n\nenum word {\n");
    for (size_t i = 0; i < all->n; i++)
        buf_printf(&b, "    WORD_%s,\n", kgen_upper(mem, all->v[i].key));
    buf_lit(
        &b,
        "    WORD_N\n};\n\n"
        "struct words {\n    const char *text[WORD_N]; /* NULL: the default */\n};\n\n"
        "/* Returns the default text; the text with the overrides, which may be NULL. "
        "*/\n"
        "const char *word_text(enum word w);\n"
        "const char *word_in(const struct words *override, enum word w);\n\n"
        "/* Finds a word by its key in the words file, for the reader of profiles. */\n"
        "bool word_find(const char *key, enum word *out);\n\n#endif\n");
    kgen_write(mem, out, "words.h", &b);
}

static void
write_code(struct arena *mem, const char *out, const struct entries *all)
{
    struct buf b = buf_new(mem);

    buf_lit(&b, "#include \"words.h\"\n\n#include <string.h>\n\n"
                "static const struct {\n    const char *key;\n    const char *text;\n"
                "} WORDS[WORD_N] = {\n");
    for (size_t i = 0; i < all->n; i++) {
        buf_lit(&b, "    { ");
        kgen_quote(&b, all->v[i].key);
        buf_lit(&b, ", ");
        kgen_quote(&b, all->v[i].text);
        buf_lit(&b, " },\n");
    }
    buf_lit(&b,
            "};\n\nconst char *\nword_text(enum word w)\n{\n"
            "    return w < WORD_N ? WORDS[w].text : \"\";\n}\n\n"
            "const char *\nword_in(const struct words *override, enum word w)\n{\n"
            "    if (override && w < WORD_N && override->text[w])\n"
            "        return override->text[w];\n    return word_text(w);\n}\n\n"
            "bool\nword_find(const char *key, enum word *out)\n{\n"
            "    for (unsigned i = 0; i < WORD_N; i++)\n"
            "        if (strcmp(WORDS[i].key, key) == 0) {\n"
            "            *out = (enum word)i;\n            return true;\n        }\n"
            "    return false;\n}\n");
    kgen_write(mem, out, "words.c", &b);
}

int
kgen_word(struct arena *mem, const char *out, int n, char **files)
{
    struct entries all = { 0 };

    for (int i = 0; i < n; i++)
        read_file(mem, &all, files[i]);
    write_header(mem, out, &all);
    write_code(mem, out, &all);
    return 0;
}
