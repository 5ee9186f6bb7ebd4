#include "merkle_note.h"

#include "../base/buf.h"
#include "../base/text.h"

#include <assert.h>
#include <string.h>

enum {
    ALGORITHM_ED25519 = 0x01,
    KEY_ID_LEN = 4,
    STAMP_LEN = KEY_ID_LEN + SIGNATURE_LEN,
    SIGNATURES_MAX = 16
};

#define DASH "\xe2\x80\x94 " /* em dash and a space begin a signature line */

bool
note_origin_good(const char *origin)
{
    size_t n = strnlen(origin, NOTE_ORIGIN_MAX + 1);

    if (n == 0 || n > NOTE_ORIGIN_MAX)
        return false;
    for (size_t i = 0; i < n; i++)
        if (origin[i] <= ' ' || origin[i] > '~' || origin[i] == '+')
            return false;
    return true;
}

struct checkpoint
note_checkpoint(const char *origin, const struct merkle *t)
{
    struct checkpoint cp = { .size = t->n, .root = merkle_root(t) };

    assert(note_origin_good(origin));
    memcpy(cp.origin, origin, strlen(origin));
    return cp;
}

static void
key_id(const char *origin,
       const unsigned char open[KEY_LEN],
       unsigned char out[KEY_ID_LEN])
{
    const unsigned char algorithm[] = { '\n', ALGORITHM_ED25519 };
    const struct bytes parts[] = {
        { origin, strlen(origin) },
        { algorithm, sizeof algorithm },
        { open, KEY_LEN },
    };
    struct hash h = crypt_sha256_parts(parts, 3);

    memcpy(out, h.b, KEY_ID_LEN);
}

const char *
note_write(struct arena *mem, const struct checkpoint *cp, const struct sign_key *key)
{
    struct buf b = buf_new(mem);
    unsigned char stamp[STAMP_LEN];

    buf_printf(&b, "%s\n%llu\n%s\n", cp->origin, (unsigned long long)cp->size,
               crypt_base64(mem, cp->root.b, HASH_LEN));
    key_id(cp->origin, key->open, stamp);
    crypt_sign(key, b.p, b.n, stamp + KEY_ID_LEN);
    buf_printf(&b, "\n" DASH "%s %s\n", cp->origin,
               crypt_base64(mem, stamp, sizeof stamp));
    return buf_text(&b);
}

/* What is left to read. */
struct rest {
    const char *p;
    size_t n;
};

static void
skip(struct rest *in, size_t n)
{
    in->p += n;
    in->n -= n;
}

/* Takes a line and gives it without its end; false when there is no line end. */
static bool
take_line(struct rest *in, struct rest *line)
{
    const char *end = in->n ? memchr(in->p, '\n', in->n) : NULL;

    if (!end)
        return false;
    *line = (struct rest){ in->p, (size_t)(end - in->p) };
    skip(in, line->n + 1);
    return true;
}

static bool
is_text(const struct rest *r, const char *s)
{
    return r->n == strlen(s) && memcmp(r->p, s, r->n) == 0;
}

/* Reads a decimal number without leading zeros. */
static bool
read_size(const struct rest *r, uint64_t *out)
{
    uint64_t v = 0;

    if (r->n == 0 || (r->n > 1 && r->p[0] == '0'))
        return false;
    for (size_t i = 0; i < r->n; i++) {
        if (r->p[i] < '0' || r->p[i] > '9')
            return false;
        if (__builtin_mul_overflow(v, 10, &v)
            || __builtin_add_overflow(v, (uint64_t)(r->p[i] - '0'), &v))
            return false;
    }
    *out = v;
    return v <= INT64_MAX;
}

/* Reads the lines up to the empty one, which is taken too. */
static enum note_verdict
read_body(struct rest *in, const char *origin, struct checkpoint *cp)
{
    struct rest name;
    struct rest size;
    struct rest root;
    struct rest empty;

    if (!take_line(in, &name) || !take_line(in, &size) || !take_line(in, &root)
        || !take_line(in, &empty) || empty.n)
        return NOTE_FORM;
    if (!read_size(&size, &cp->size)
        || !crypt_base64_read(root.p, root.n, cp->root.b, HASH_LEN))
        return NOTE_FORM;
    if (!is_text(&name, origin))
        return NOTE_ORIGIN;
    memcpy(cp->origin, origin, strlen(origin));
    return NOTE_GOOD;
}

/* Splits "— name base64" into name and base64; false when the line has another form. */
static bool
split_stamp(const struct rest *line, struct rest *name, struct rest *stamp)
{
    const size_t dash = sizeof DASH - 1;
    const char *space;

    if (line->n <= dash || memcmp(line->p, DASH, dash) != 0)
        return false;
    *stamp = *line;
    skip(stamp, dash);
    space = memchr(stamp->p, ' ', stamp->n);
    if (!space || space == stamp->p)
        return false;
    *name = (struct rest){ stamp->p, (size_t)(space - stamp->p) };
    skip(stamp, name->n + 1);
    return stamp->n > 0;
}

/* What a signature line says about the signed text. */
static enum note_verdict
read_stamp(const struct rest *line,
           const struct rest *text,
           const char *origin,
           const unsigned char open[KEY_LEN])
{
    unsigned char stamp[STAMP_LEN];
    unsigned char id[KEY_ID_LEN];
    struct rest name;
    struct rest base64;

    if (!split_stamp(line, &name, &base64))
        return NOTE_FORM;
    key_id(origin, open, id);
    if (!is_text(&name, origin)
        || !crypt_base64_read(base64.p, base64.n, stamp, sizeof stamp)
        || memcmp(stamp, id, sizeof id) != 0)
        return NOTE_UNSIGNED;
    if (!crypt_signed(open, text->p, text->n, stamp + KEY_ID_LEN))
        return NOTE_FORGED;
    return NOTE_GOOD;
}

enum note_verdict
note_read(const char *text,
          size_t n,
          const char *origin,
          const unsigned char open[KEY_LEN],
          struct checkpoint *out)
{
    struct rest in = { text, n };
    struct rest body = { text, 0 };
    struct checkpoint cp = { .size = 0 };
    enum note_verdict found = NOTE_UNSIGNED;
    enum note_verdict v;

    if (n > NOTE_MAX || !note_origin_good(origin) || !text_valid(text, n))
        return NOTE_FORM;
    v = read_body(&in, origin, &cp);
    if (v != NOTE_GOOD)
        return v;
    body.n = (size_t)(in.p - text) - 1;
    for (int i = 0; in.n; i++) {
        struct rest line;

        if (i == SIGNATURES_MAX || !take_line(&in, &line))
            return NOTE_FORM;
        v = read_stamp(&line, &body, origin, open);
        if (v == NOTE_FORM || v == NOTE_FORGED)
            return v;
        if (v == NOTE_GOOD)
            found = NOTE_GOOD;
    }
    if (found == NOTE_GOOD)
        *out = cp;
    return found;
}

const char *
note_key_text(struct arena *mem, const char *origin, const unsigned char open[KEY_LEN])
{
    unsigned char id[KEY_ID_LEN];
    unsigned char key[1 + KEY_LEN];

    key_id(origin, open, id);
    key[0] = ALGORITHM_ED25519;
    memcpy(key + 1, open, KEY_LEN);
    return arena_printf(mem, "%s+%02x%02x%02x%02x+%s", origin, id[0], id[1], id[2],
                        id[3], crypt_base64(mem, key, sizeof key));
}
