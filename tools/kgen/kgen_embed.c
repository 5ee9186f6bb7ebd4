#include "kgen_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "../../src/base/vec.h"

enum { HASH_DIGITS = 12, ROW = 96 };

struct asset {
    const char *path; /* below static/: "kasane.css" */
    const char *url;
    const char *type;
    const char *hash;
    struct buf bytes;
    struct buf gzip; /* empty when it is no shorter */
};

struct assets {
    struct asset *v;
    size_t n;
    size_t cap;
};

static const struct {
    const char *ending;
    const char *type;
} TYPES[] = {
    { "css", "text/css; charset=utf-8" },
    { "js", "text/javascript; charset=utf-8" },
    { "svg", "image/svg+xml" },
    { "png", "image/png" },
    { "jpg", "image/jpeg" },
    { "ico", "image/x-icon" },
    { "json", "application/json" },
    { "geojson", "application/geo+json" },
    { "webmanifest", "application/manifest+json" },
    { "txt", "text/plain; charset=utf-8" },
    { "pdf", "application/pdf" },
    { "woff2", "font/woff2" },
    { "yaml", "application/yaml" },
    { "walk", "text/x-walk" },
};

/* Folders whose files are found by folder and name. */
static const char *const FOLDERS[] = { "codes/",  "profiles/", "demo/",
                                       "papers/", "sheets/",   "targets/" };

/* Returns the name below static/, with its folder for data, or the base name. */
static const char *
name_of(const char *path)
{
    const char *folder = strstr(path, "static/");
    const char *slash = strrchr(path, '/');

    if (folder)
        return folder + strlen("static/");
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
        if ((folder = strstr(path, FOLDERS[i])))
            return folder;
    return slash ? slash + 1 : path;
}

/* 10-base.css, 20-frame.css … are parts of one kasane.css. */
static const char *
whole_of(struct arena *mem, const char *name)
{
    const char *slash = strrchr(name, '/');
    const char *base = slash ? slash + 1 : name;

    if (isdigit((unsigned char)base[0]) && isdigit((unsigned char)base[1])
        && base[2] == '-' && strrchr(base, '.'))
        return arena_printf(mem, "kasane%s", strrchr(base, '.'));
    return name;
}

static const char *
type_of(const char *path, const char *name)
{
    const char *dot = strrchr(name, '.');

    for (size_t i = 0; dot && i < sizeof TYPES / sizeof *TYPES; i++)
        if (strcmp(TYPES[i].ending, dot + 1) == 0)
            return TYPES[i].type;
    kgen_fail(path, 1, "no content type is known for this ending");
}

static struct asset *
asset_named(struct arena *mem, struct assets *all, const char *path, const char *name)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->v[i].path, name) == 0)
            return &all->v[i];
    for (const char *p = name; *p; p++)
        if (!islower((unsigned char)*p) && !isdigit((unsigned char)*p)
            && !strchr("._-/", *p))
            kgen_fail(path, 1, "a name has small letters, digits and . _ - only");
    *VEC_PUSH(mem, all) = (struct asset){ .path = name,
                                          .type = type_of(path, name),
                                          .bytes = buf_new(mem),
                                          .gzip = buf_new(mem) };
    return &all->v[all->n - 1];
}

static void
read_file(struct arena *mem, struct assets *all, const char *path)
{
    struct source src = kgen_read(mem, path);
    const char *name = name_of(path);
    const char *whole = whole_of(mem, name);
    struct asset *a = asset_named(mem, all, path, whole);

    if (whole == name && a->bytes.n)
        kgen_fail(path, 1, "there are two files called %s", name);
    buf_add(&a->bytes, src.text, src.n);
}

/* Not for security: a name that changes with the content. FNV-1a. */
static const char *
hash_of(struct arena *mem, const struct buf *b)
{
    uint64_t h = 14695981039346656037U;

    for (size_t i = 0; i < b->n; i++)
        h = (h ^ (unsigned char)b->p[i]) * 1099511628211U;
    return arena_printf(mem, "%0*llx", HASH_DIGITS, (unsigned long long)(h >> 16));
}

static void
compress_asset(struct arena *mem, struct asset *a)
{
    z_stream z = { 0 };
    size_t max;
    unsigned char *p;
    /* 16: with the head and foot of gzip, whose time stays 0 */
    bool ok = deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) == Z_OK;

    max = deflateBound(&z, a->bytes.n);
    p = arena_alloc(mem, max);
    z.next_in = (unsigned char *)a->bytes.p;
    z.avail_in = (unsigned)a->bytes.n;
    z.next_out = p;
    z.avail_out = (unsigned)max;
    if (!ok || deflate(&z, Z_FINISH) != Z_STREAM_END)
        kgen_fail(a->path, 1, "cannot be compressed");
    if (z.total_out < a->bytes.n)
        buf_add(&a->gzip, p, z.total_out);
    deflateEnd(&z);
}

static void
finish_asset(struct arena *mem, struct asset *a)
{
    const char *dot = strrchr(a->path, '.');

    a->hash = hash_of(mem, &a->bytes);
    a->url = arena_printf(mem, "/static/%.*s.%s%s", (int)(dot - a->path), a->path,
                          a->hash, dot);
    compress_asset(mem, a);
}

static const char *
constant_of(struct arena *mem, const char *path)
{
    char *s = arena_strdup(mem, path);

    for (char *p = s; *p; p++)
        if (strchr("./-", *p))
            *p = '_';
    return kgen_upper(mem, s);
}

static void
write_header(struct arena *mem, const char *out, const struct assets *all)
{
    struct buf b = buf_new(mem);

    buf_lit(
        &b,
        "/* The files of static/, with names that change with their content; made by\n"
        " * kgen. Templates write {{asset kasane.css}}. */\n"
        "#ifndef KASANE_GEN_ASSETS_H\n#define KASANE_GEN_ASSETS_H\n\n"
        "#include <stddef.h>\n\nstruct asset {\n"
        "    const char *path; /* \"kasane.css\" */\n"
        "    const char *url;  /* \"/static/kasane.0123456789ab.css\" */\n"
        "    const char *type; /* content type */\n"
        "    const char *hash;\n"
        "    const unsigned char *bytes;\n    size_t n;\n"
        "    const unsigned char *gzip; /* NULL when it would be no shorter */\n"
        "    size_t n_gzip;\n};\n\nenum asset_id {\n");
    for (size_t i = 0; i < all->n; i++)
        buf_printf(&b, "    ASSET_%s,\n", constant_of(mem, all->v[i].path));
    buf_lit(
        &b,
        "    ASSET_N\n};\n\nextern const struct asset assets[ASSET_N];\n\n"
        "/* Returns the URL of the file. */\n"
        "const char *asset_url(enum asset_id a);\n\n"
        "/* Finds a file by its URL (it never changes: cache it for good) or by its\n"
        " * path (ask again each time); NULL when there is none. */\n"
        "const struct asset *asset_find(const char *path);\n\n#endif\n");
    kgen_write(mem, out, "assets.h", &b);
}

static void
write_bytes(struct buf *b, const char *what, size_t i, const struct buf *bytes)
{
    if (bytes->n == 0)
        return;
    buf_printf(b, "\nstatic const unsigned char %s_%zu[] =", what, i);
    for (size_t at = 0; at < bytes->n; at++) {
        unsigned char ch = (unsigned char)bytes->p[at];

        if (at % ROW == 0)
            buf_str(b, at ? "\"\n    \"" : "\n    \"");
        if (isalnum(ch) || ch == ' ')
            buf_char(b, (char)ch);
        else
            buf_printf(b, "\\%03o", ch);
    }
    buf_lit(b, "\";\n");
}

static void
write_row(struct buf *b, size_t i, const struct asset *a)
{
    buf_lit(b, "    { .path = ");
    kgen_quote(b, a->path);
    buf_lit(b, ", .url = ");
    kgen_quote(b, a->url);
    buf_lit(b, ",\n      .type = ");
    kgen_quote(b, a->type);
    buf_lit(b, ", .hash = ");
    kgen_quote(b, a->hash);
    if (a->bytes.n)
        buf_printf(b, ",\n      .bytes = BYTES_%zu", i);
    buf_printf(b, ", .n = %zu", a->bytes.n);
    if (a->gzip.n)
        buf_printf(b, ", .gzip = GZIP_%zu, .n_gzip = %zu", i, a->gzip.n);
    buf_lit(b, " },\n");
}

static void
write_code(struct arena *mem, const char *out, const struct assets *all)
{
    struct buf b = buf_new(mem);

    buf_lit(&b, "#include \"gen/assets.h\"\n\n#include <string.h>\n\n"
                "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n");
    for (size_t i = 0; i < all->n; i++) {
        write_bytes(&b, "BYTES", i, &all->v[i].bytes);
        write_bytes(&b, "GZIP", i, &all->v[i].gzip);
    }
    buf_lit(&b, "\nconst struct asset assets[ASSET_N] = {\n");
    for (size_t i = 0; i < all->n; i++)
        write_row(&b, i, &all->v[i]);
    buf_lit(&b, "};\n\nconst char *\nasset_url(enum asset_id a)\n{\n"
                "    return assets[a].url;\n}\n\n"
                "const struct asset *\nasset_find(const char *path)\n{\n"
                "    for (size_t i = 0; i < ASSET_N; i++)\n"
                "        if (strcmp(assets[i].url, path) == 0\n"
                "            || strcmp(assets[i].path, path) == 0)\n"
                "            return &assets[i];\n    return NULL;\n}\n");
    kgen_write(mem, out, "assets.c", &b);
}

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int
kgen_embed(struct arena *mem, const char *out, int n, char **files)
{
    struct assets all = { 0 };

    qsort(files, (size_t)n, sizeof *files, by_name);
    for (int i = 0; i < n; i++)
        read_file(mem, &all, files[i]);
    for (size_t i = 0; i < all.n; i++)
        finish_asset(mem, &all.v[i]);
    write_header(mem, out, &all);
    write_code(mem, out, &all);
    return 0;
}
