#include "kgen_text.h"

#include <string.h>

#include "../../src/base/vec.h"

struct value {
    const char *code;
    const char *label;
    int line;
};

struct list {
    const char *name;
    const char *path;
    int line;
    struct value *v;
    size_t n;
    size_t cap;
};

struct lists {
    struct list *v;
    size_t n;
    size_t cap;
};

static void
add_list(struct arena *mem, struct lists *all, const char *path, int line, char *s)
{
    char *name = kgen_rest(s);
    char *rest = kgen_rest(name);

    if (strcmp(s, "enum") != 0 || !kgen_is_name(name) || (*rest && *rest != '#'))
        kgen_fail(path, line, "expected: enum NAME");
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->v[i].name, name) == 0)
            kgen_fail(path, line, "enum %s stands twice", name);
    *VEC_PUSH(mem, all) = (struct list){ .name = name, .path = path, .line = line };
}

static void
add_value(struct arena *mem, struct list *list, const char *path, int line, char *s)
{
    char *label = kgen_rest(s);

    if (!kgen_is_name(s))
        kgen_fail(path, line, "%s is no code: small letters, digits and _", s);
    if (!*label)
        kgen_fail(path, line, "the label is missing");
    if (strcmp(s, "none") == 0)
        kgen_fail(path, line, "none is the value of nothing and is made by kgen");
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->v[i].code, s) == 0)
            kgen_fail(path, line, "%s stands twice", s);
    *VEC_PUSH(mem, list) = (struct value){ .code = s, .label = label, .line = line };
}

static void
read_file(struct arena *mem, struct lists *all, const char *path)
{
    struct source src = kgen_read(mem, path);
    char *at = src.text;
    char *s;
    int line = 0;
    size_t first = all->n;

    while ((s = kgen_line(&at, &line)) != NULL) {
        bool inside = *s == ' ' || *s == '\t';

        s = kgen_trim(s);
        if (!*s || *s == '#')
            continue;
        if (!inside)
            add_list(mem, all, path, line, s);
        else if (all->n == first)
            kgen_fail(path, line, "a code stands before the first enum");
        else
            add_value(mem, &all->v[all->n - 1], path, line, s);
    }
    for (size_t i = first; i < all->n; i++)
        if (all->v[i].n == 0)
            kgen_fail(path, all->v[i].line, "enum %s has no codes", all->v[i].name);
}

static void
write_declarations(struct arena *mem, struct buf *b, const struct list *list)
{
    const char *up = kgen_upper(mem, list->name);
    const char *n = list->name;

    buf_printf(b, "\nenum %s {\n    %s_NONE", n, up);
    for (size_t i = 0; i < list->n; i++)
        buf_printf(b, ",\n    %s_%s", up, kgen_upper(mem, list->v[i].code));
    buf_lit(b, "\n};\n\n");
    buf_printf(b, "enum { %s_N = %zu };\n", up, list->n + 1);
    buf_printf(b, "extern const char *const %s_codes[%zu];\n", n, list->n + 2);
    buf_printf(b, "extern const char *const %s_labels[%zu];\n", n, list->n + 2);
    buf_printf(b, "const char *%s_code(enum %s v);\n", n, n);
    buf_printf(b, "const char *%s_label(enum %s v);\n", n, n);
    buf_printf(b, "bool %s_read(const char *code, enum %s *out) MUST_USE;\n", n, n);
}

static void
write_table(struct buf *b, const struct list *list, const char *what, bool labels)
{
    buf_printf(b, "\nconst char *const %s_%s[%zu] = {\n    \"\",", list->name, what,
               list->n + 2);
    for (size_t i = 0; i < list->n; i++) {
        buf_lit(b, "\n    ");
        kgen_quote(b, labels ? list->v[i].label : list->v[i].code);
        buf_char(b, ',');
    }
    buf_lit(b, "\n    NULL\n};\n");
}

static void
write_look_up(struct arena *mem,
              struct buf *b,
              const struct list *list,
              const char *what)
{
    buf_printf(b,
               "\nconst char *\n%s_%s(enum %s v)\n{\n"
               "    return (unsigned)v < %s_N ? %s_%ss[v] : \"\";\n}\n",
               list->name, what, list->name, kgen_upper(mem, list->name), list->name,
               what);
}

static void
write_reader(struct arena *mem, struct buf *b, const struct list *list)
{
    const char *up = kgen_upper(mem, list->name);
    const char *n = list->name;

    buf_printf(b, "\nbool\n%s_read(const char *code, enum %s *out)\n{\n", n, n);
    buf_printf(b, "    for (unsigned i = 1; i < %s_N; i++)\n", up);
    buf_printf(b, "        if (strcmp(%s_codes[i], code) == 0) {\n", n);
    buf_printf(b, "            *out = (enum %s)i;\n            return true;\n", n);
    buf_printf(b, "        }\n    *out = %s_NONE;\n    return false;\n}\n", up);
}

int
kgen_enum(struct arena *mem, const char *out, int n, char **files)
{
    struct lists all = { 0 };
    struct buf h = buf_new(mem);
    struct buf c = buf_new(mem);

    for (int i = 0; i < n; i++)
        read_file(mem, &all, files[i]);
    buf_lit(
        &h,
        "/* Closed codes and their labels; made by kgen. X_NONE is \"nothing\", X_N\n"
        " * the number of values; the tables end with NULL. */\n"
        "#ifndef KASANE_GEN_ENUMS_H\n#define KASANE_GEN_ENUMS_H\n\n"
        "#include <stdbool.h>\n#include <stddef.h>\n\n#ifndef MUST_USE\n"
        "#define MUST_USE __attribute__((warn_unused_result))\n#endif\n");
    buf_lit(&c, "#include \"enums.h\"\n\n#include <string.h>\n");
    for (size_t i = 0; i < all.n; i++) {
        write_declarations(mem, &h, &all.v[i]);
        write_table(&c, &all.v[i], "codes", false);
        write_table(&c, &all.v[i], "labels", true);
        write_look_up(mem, &c, &all.v[i], "code");
        write_look_up(mem, &c, &all.v[i], "label");
        write_reader(mem, &c, &all.v[i]);
    }
    buf_lit(&h, "\n#endif\n");
    kgen_write(mem, out, "enums.h", &h);
    kgen_write(mem, out, "enums.c", &c);
    return 0;
}
