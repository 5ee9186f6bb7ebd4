#include "multipart.h"

#include <string.h>
#include <strings.h>

/* What is left to read. */
struct rest {
    const char *p;
    size_t n;
};

/* What a part's headers say. */
struct head {
    bool has_name;
    bool has_filename;
    const char *name;
    const char *filename;
    const char *type;
};

static void
skip(struct rest *r, size_t n)
{
    r->p += n;
    r->n -= n;
}

static bool
take(struct rest *r, const char *s)
{
    size_t n = strlen(s);

    if (r->n < n || memcmp(r->p, s, n) != 0)
        return false;
    skip(r, n);
    return true;
}

/* Takes the text in any case. */
static bool
take_word(struct rest *r, const char *s)
{
    size_t n = strlen(s);

    if (r->n < n || strncasecmp(r->p, s, n) != 0)
        return false;
    skip(r, n);
    return true;
}

static void
skip_spaces(struct rest *r)
{
    while (r->n && (*r->p == ' ' || *r->p == '\t'))
        skip(r, 1);
}

/* Takes what stands before the text, and the text; false when the text is not there. */
static bool
take_until(struct rest *r, const char *s, size_t s_n, struct rest *out)
{
    const char *at = memmem(r->p, r->n, s, s_n);

    if (!at)
        return false;
    *out = (struct rest){ r->p, (size_t)(at - r->p) };
    skip(r, out->n + s_n);
    return true;
}

bool
multipart_boundary_good(const char *boundary)
{
    static const char marks[] = "'()+_,-./:=? ";
    size_t n = strnlen(boundary, MULTIPART_BOUNDARY_MAX + 1);

    if (n == 0 || n > MULTIPART_BOUNDARY_MAX || boundary[n - 1] == ' ')
        return false;
    for (size_t i = 0; i < n; i++) {
        char ch = boundary[i];

        if (!((ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z')
              || (ch >= '0' && ch <= '9') || strchr(marks, ch)))
            return false;
    }
    return true;
}

static bool
has_control(const struct rest *r)
{
    for (size_t i = 0; i < r->n; i++)
        if ((unsigned char)r->p[i] < 0x20 || r->p[i] == 0x7f)
            return true;
    return false;
}

/* Takes a text in quotes; browsers write a quote in it as %22, and no backslash escapes. */
static bool
take_quoted(struct rest *r, struct rest *out)
{
    return take(r, "\"") && take_until(r, "\"", 1, out) && !has_control(out);
}

/* Cuts folders off, which some senders add, and makes a string. */
static const char *
base_name(struct arena *mem, const struct rest *r)
{
    size_t from = 0;

    for (size_t i = 0; i < r->n; i++)
        if (r->p[i] == '/' || r->p[i] == '\\')
            from = i + 1;
    return arena_copy(mem, r->p + from, r->n - from);
}

static enum decode_verdict
take_name(struct arena *mem,
          struct rest *line,
          struct head *h,
          struct decode_fault *why)
{
    struct rest text;

    if (h->has_name || !take_quoted(line, &text))
        return DECODE_FORM;
    if (!decode_name_good(text.p, text.n))
        return DECODE_NAME;
    decode_blame(why, text.p, text.n);
    h->has_name = true;
    h->name = arena_copy(mem, text.p, text.n);
    return DECODE_GOOD;
}

static enum decode_verdict
take_filename(struct arena *mem, struct rest *line, struct head *h)
{
    enum decode_verdict v;
    struct rest text;

    if (h->has_filename || !take_quoted(line, &text))
        return DECODE_FORM;
    if (text.n > MULTIPART_FILENAME_MAX)
        return DECODE_LONG;
    v = decode_text(text.p, text.n);
    if (v != DECODE_GOOD)
        return v;
    h->has_filename = true;
    h->filename = base_name(mem, &text);
    return DECODE_GOOD;
}

/* Reads "form-data; name="x"; filename="y"". */
static enum decode_verdict
read_disposition(struct arena *mem,
                 struct rest line,
                 struct head *h,
                 struct decode_fault *why)
{
    if (h->has_name || !take_word(&line, "form-data"))
        return DECODE_FORM;
    for (skip_spaces(&line); line.n; skip_spaces(&line)) {
        enum decode_verdict v;

        if (!take(&line, ";"))
            return DECODE_FORM;
        skip_spaces(&line);
        if (take_word(&line, "name="))
            v = take_name(mem, &line, h, why);
        else if (take_word(&line, "filename="))
            v = take_filename(mem, &line, h);
        else
            return DECODE_FORM; /* filename*= too. Source: RFC 7578 section 4.2 */
        if (v != DECODE_GOOD)
            return v;
    }
    return h->has_name ? DECODE_GOOD : DECODE_FORM;
}

static enum decode_verdict
read_type(struct arena *mem, struct rest line, struct head *h)
{
    char *type;

    if (h->type || has_control(&line) || decode_text(line.p, line.n) != DECODE_GOOD)
        return DECODE_FORM;
    type = arena_copy(mem, line.p, line.n);
    type[strcspn(type, "; \t")] = '\0';
    for (char *s = type; *s; s++)
        if (*s >= 'A' && *s <= 'Z')
            *s = (char)(*s - 'A' + 'a');
    h->type = type;
    return DECODE_GOOD;
}

static enum decode_verdict
read_header(struct arena *mem,
            struct rest line,
            struct head *h,
            struct decode_fault *why)
{
    if (take_word(&line, "content-disposition:")) {
        skip_spaces(&line);
        return read_disposition(mem, line, h, why);
    }
    if (take_word(&line, "content-type:")) {
        skip_spaces(&line);
        return read_type(mem, line, h);
    }
    return DECODE_FORM;
}

/* Reads the headers up to the empty line, which is taken too. */
static enum decode_verdict
read_head(struct arena *mem, struct rest *in, struct head *h, struct decode_fault *why)
{
    size_t before = in->n;

    *h = (struct head){ .name = "", .filename = "" };
    for (;;) {
        struct rest near = { in->p,
                             in->n < MULTIPART_HEAD_MAX ? in->n : MULTIPART_HEAD_MAX };
        enum decode_verdict v;
        struct rest line;

        if (!take_until(&near, "\r\n", 2, &line) || before - in->n > MULTIPART_HEAD_MAX)
            return DECODE_FORM;
        skip(in, line.n + 2);
        if (line.n == 0)
            return h->has_name ? DECODE_GOOD : DECODE_FORM;
        v = read_header(mem, line, h, why);
        if (v != DECODE_GOOD)
            return v;
    }
}

static enum decode_verdict
add_file(const struct head *h, const struct rest *body, struct multipart *out)
{
    if (body->n == 0 && h->filename[0] == '\0')
        return DECODE_GOOD;
    if (out->n_files == MULTIPART_FILES_MAX)
        return DECODE_MANY;
    out->files[out->n_files++] = (struct multipart_file){
        .field = h->name,
        .filename = h->filename,
        .type = h->type ? h->type : "",
        .p = body->p,
        .n = body->n,
    };
    return DECODE_GOOD;
}

static enum decode_verdict
add_field(struct arena *mem,
          const struct head *h,
          const struct rest *body,
          struct fields *out,
          size_t *total)
{
    enum decode_verdict v;

    if (out->n >= DECODE_FIELDS_MAX)
        return DECODE_MANY;
    *total += body->n;
    if (*total > DECODE_BODY_MAX)
        return DECODE_LONG;
    v = decode_text(body->p, body->n);
    if (v == DECODE_GOOD)
        fields_add(mem, out, h->name, arena_copy(mem, body->p, body->n));
    return v;
}

enum decode_verdict
multipart_read(struct arena *mem,
               const char *boundary,
               const char *body,
               size_t n,
               struct multipart *out,
               struct decode_fault *why)
{
    const char *between = arena_printf(mem, "\r\n--%s", boundary);
    struct rest in = { body, n };
    size_t total = 0;

    *out = (struct multipart){ .n_files = 0 };
    decode_blame(why, "", 0);
    if (n > MULTIPART_BODY_MAX)
        return DECODE_LONG;
    if (!multipart_boundary_good(boundary) || !take(&in, between + 2))
        return DECODE_FORM;
    while (take(&in, "\r\n")) {
        enum decode_verdict v;
        struct rest part;
        struct head h;

        decode_blame(why, "", 0);
        v = read_head(mem, &in, &h, why);
        if (v != DECODE_GOOD)
            return v;
        if (!take_until(&in, between, strlen(between), &part))
            return DECODE_FORM;
        v = h.has_filename ? add_file(&h, &part, out)
                           : add_field(mem, &h, &part, &out->fields, &total);
        if (v != DECODE_GOOD)
            return v;
    }
    decode_blame(why, "", 0);
    if (!take(&in, "--"))
        return DECODE_FORM;
    return in.n == 0 || (in.n == 2 && take(&in, "\r\n")) ? DECODE_GOOD : DECODE_FORM;
}
