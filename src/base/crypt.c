#include "crypt.h"

#include "machine.h"

#include <assert.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum {
    ARGON_SALT = 16,
    ARGON_OUT = 32,
    ARGON_PASSES = 3,
    ARGON_KIB = 64 * 1024,
    SEAL_VERSION = 1,
    SEAL_NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    SEAL_TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    TOTP_STEP_MS = 30 * 1000
};

_Static_assert(CRYPT_SEAL_EXTRA == 1 + (int)SEAL_NONCE + (int)SEAL_TAG, "seal layout");

bool
crypt_start(void)
{
    return sodium_init() >= 0 && oath_init() == OATH_OK;
}

struct hash
crypt_sha256(const void *p, size_t n)
{
    struct hash h;

    crypto_hash_sha256(h.b, p, n);
    return h;
}

struct hash
crypt_sha256_parts(const struct bytes *parts, size_t n)
{
    crypto_hash_sha256_state st;
    struct hash h;

    crypto_hash_sha256_init(&st);
    for (size_t i = 0; i < n; i++)
        crypto_hash_sha256_update(&st, parts[i].p, parts[i].n);
    crypto_hash_sha256_final(&st, h.b);
    return h;
}

/* Writes a number as eight bytes, the highest first. */
static void
put_u64(unsigned char out[8], uint64_t v)
{
    for (int i = 7; i >= 0; i--, v >>= 8)
        out[i] = (unsigned char)(v & 255);
}

struct hash
crypt_mac(const struct key *key, const struct bytes *parts, size_t n)
{
    crypto_generichash_state st;
    struct hash h;

    crypto_generichash_init(&st, key->b, sizeof key->b, sizeof h.b);
    for (size_t i = 0; i < n; i++) {
        unsigned char length[8];

        put_u64(length, parts[i].n);
        crypto_generichash_update(&st, length, sizeof length);
        crypto_generichash_update(&st, parts[i].p, parts[i].n);
    }
    crypto_generichash_final(&st, h.b, sizeof h.b);
    return h;
}

uint64_t
crypt_siphash(const struct key *key, const void *p, size_t n)
{
    unsigned char out[crypto_shorthash_BYTES];
    uint64_t v = 0;

    crypto_shorthash(out, p, n, key->b);
    for (size_t i = sizeof out; i-- > 0;)
        v = v << 8 | out[i];
    return v;
}

bool
crypt_same(const void *a, const void *b, size_t n)
{
    return sodium_memcmp(a, b, n) == 0;
}

bool
crypt_hash_same(const struct hash *a, const struct hash *b)
{
    return crypt_same(a->b, b->b, sizeof a->b);
}

bool
crypt_text_same(const char *a, const char *b)
{
    size_t n = strlen(a);

    return strlen(b) == n && crypt_same(a, b, n);
}

void
crypt_wipe(void *p, size_t n)
{
    sodium_memzero(p, n);
}

const char *
crypt_token(struct ctx *c)
{
    unsigned char bytes[32];

    machine_random(c->machine, bytes, sizeof bytes);
    return crypt_base64url(c->mem, bytes, sizeof bytes);
}

struct key
crypt_key_new(struct ctx *c)
{
    struct key k;

    machine_random(c->machine, k.b, sizeof k.b);
    return k;
}

static const char *
base64(struct arena *mem, const void *p, size_t n, int variant)
{
    size_t cap = sodium_base64_encoded_len(n, variant);

    return sodium_bin2base64(arena_alloc(mem, cap), cap, p, n, variant);
}

const char *
crypt_base64url(struct arena *mem, const void *p, size_t n)
{
    return base64(mem, p, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

const char *
crypt_base64(struct arena *mem, const void *p, size_t n)
{
    return base64(mem, p, n, sodium_base64_VARIANT_ORIGINAL);
}

const char *
crypt_base32(struct arena *mem, const void *p, size_t n)
{
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const unsigned char *in = p;
    char *out = arena_alloc(mem, n / 5 * 8 + 9);
    unsigned acc = 0;
    unsigned bits = 0;
    size_t at = 0;

    for (size_t i = 0; i < n; i++) {
        acc = (acc << 8 | in[i]) & 0xffff;
        for (bits += 8; bits >= 5; bits -= 5)
            out[at++] = alphabet[acc >> (bits - 5) & 31];
    }
    if (bits)
        out[at++] = alphabet[acc << (5 - bits) & 31];
    return out;
}

bool
crypt_base64_read(const char *s, size_t length, void *out, size_t n)
{
    size_t got = 0;
    const char *end = NULL;

    if (length != (n + 2) / 3 * 4)
        return false;
    return sodium_base642bin(out, n, s, length, NULL, &got, &end,
                             sodium_base64_VARIANT_ORIGINAL)
               == 0
           && got == n && end == s + length;
}

/* What is given to Argon2id: the password, or its hash under the pepper. */
struct peppered {
    unsigned char bytes[CRYPT_PASSWORD_MAX];
    size_t n;
};

static bool
pepper_in(const char *password,
          size_t n,
          const struct key *pepper,
          struct peppered *out)
{
    struct bytes part = { password, n };
    struct hash h;

    if (n > CRYPT_PASSWORD_MAX)
        return false;
    if (!pepper) {
        memcpy(out->bytes, password, n);
        out->n = n;
        return true;
    }
    h = crypt_mac(pepper, &part, 1);
    memcpy(out->bytes, h.b, sizeof h.b);
    out->n = sizeof h.b;
    return true;
}

static unsigned long long
cost_passes(enum crypt_cost cost)
{
    return cost == CRYPT_COST_FULL ? ARGON_PASSES : 1;
}

static size_t
cost_kib(enum crypt_cost cost)
{
    return cost == CRYPT_COST_FULL ? ARGON_KIB : 8;
}

bool
crypt_password_hash(const char *password,
                    size_t n,
                    const unsigned char salt[16],
                    const struct key *pepper,
                    enum crypt_cost cost,
                    char out[CRYPT_PASSWORD_HASH_MAX])
{
    const int variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
    unsigned char raw[ARGON_OUT];
    char salt_text[32];
    char raw_text[64];
    struct peppered in;
    bool ok = pepper_in(password, n, pepper, &in)
              && crypto_pwhash(raw, sizeof raw, (const char *)in.bytes, in.n, salt,
                               cost_passes(cost), cost_kib(cost) * 1024,
                               crypto_pwhash_ALG_ARGON2ID13)
                     == 0;

    crypt_wipe(&in, sizeof in);
    if (!ok)
        return false;
    sodium_bin2base64(salt_text, sizeof salt_text, salt, ARGON_SALT, variant);
    sodium_bin2base64(raw_text, sizeof raw_text, raw, sizeof raw, variant);
    snprintf(out, CRYPT_PASSWORD_HASH_MAX, "$argon2id$v=19$m=%zu,t=%llu,p=1$%s$%s",
             cost_kib(cost), cost_passes(cost), salt_text, raw_text);
    return true;
}

bool
crypt_password_verify(const char *hash,
                      const char *password,
                      size_t n,
                      const struct key *pepper)
{
    char encoded[crypto_pwhash_STRBYTES] = { 0 }; /* the library reads all of it */
    struct peppered in;
    bool ok;

    if (strlen(hash) >= sizeof encoded || !pepper_in(password, n, pepper, &in))
        return false;
    memcpy(encoded, hash, strlen(hash));
    ok = crypto_pwhash_str_verify(encoded, (const char *)in.bytes, in.n) == 0;
    crypt_wipe(&in, sizeof in);
    return ok;
}

bool
crypt_password_stale(const char *hash, enum crypt_cost cost)
{
    char encoded[crypto_pwhash_STRBYTES] = { 0 };

    if (strlen(hash) >= sizeof encoded)
        return true;
    memcpy(encoded, hash, strlen(hash));
    return crypto_pwhash_str_needs_rehash(encoded, cost_passes(cost),
                                          cost_kib(cost) * 1024)
           != 0;
}

const char *
crypt_form_token(struct arena *mem,
                 const struct key *key,
                 struct session_id session,
                 const char *route)
{
    const struct bytes parts[] = {
        { "form", 4 },
        { session.id.s, strlen(session.id.s) },
        { route, strlen(route) },
    };
    struct hash h = crypt_mac(key, parts, 3);

    return crypt_base64url(mem, h.b, CRYPT_FORM_TOKEN_LEN / 4 * 3);
}

bool
crypt_form_token_good(const struct key *key,
                      struct session_id session,
                      const char *route,
                      const char *token)
{
    const struct bytes parts[] = {
        { "form", 4 },
        { session.id.s, strlen(session.id.s) },
        { route, strlen(route) },
    };
    struct hash h = crypt_mac(key, parts, 3);
    char right[CRYPT_FORM_TOKEN_LEN + 1];

    if (id_none(session.id))
        return false;
    sodium_bin2base64(right, sizeof right, h.b, CRYPT_FORM_TOKEN_LEN / 4 * 3,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return crypt_text_same(right, token);
}

int64_t
crypt_totp_step(int64_t instant)
{
    return instant / TOTP_STEP_MS;
}

void
crypt_totp_code(const unsigned char secret[CRYPT_TOTP_SECRET_LEN],
                int64_t step,
                char out[CRYPT_TOTP_DIGITS + 1])
{
    int rc;

    assert(step >= 0);
    rc =
        oath_hotp_generate((const char *)secret, CRYPT_TOTP_SECRET_LEN, (uint64_t)step,
                           CRYPT_TOTP_DIGITS, false, OATH_HOTP_DYNAMIC_TRUNCATION, out);
    assert(rc == OATH_OK);
    (void)rc;
}

bool
crypt_totp_check(const unsigned char secret[CRYPT_TOTP_SECRET_LEN],
                 const char *code,
                 int64_t now,
                 int64_t last_step,
                 int64_t *step)
{
    int64_t middle = crypt_totp_step(now);
    bool good = false;

    for (int64_t s = middle - 1; s <= middle + 1; s++) {
        char right[CRYPT_TOTP_DIGITS + 1];

        if (s <= last_step)
            continue;
        crypt_totp_code(secret, s, right);
        if (!good && crypt_text_same(right, code)) {
            *step = s;
            good = true;
        }
    }
    return good;
}

struct sign_key
crypt_sign_key(const unsigned char seed[KEY_LEN])
{
    struct sign_key k;

    crypto_sign_seed_keypair(k.open, k.secret, seed);
    return k;
}

void
crypt_sign(const struct sign_key *key,
           const void *p,
           size_t n,
           unsigned char out[SIGNATURE_LEN])
{
    crypto_sign_detached(out, NULL, p, n, key->secret);
}

bool
crypt_signed(const unsigned char open[KEY_LEN],
             const void *p,
             size_t n,
             const unsigned char signature[SIGNATURE_LEN])
{
    return crypto_sign_verify_detached(signature, p, n, open) == 0;
}

/* The place as it is bound into the seal: a table's name holds no NUL, the rest is fixed. */
static struct bytes
place_bytes(struct arena *mem, const struct crypt_place *place)
{
    size_t table = strlen(place->table) + 1;
    size_t n = table + ID_LEN + 8;
    unsigned char *p = arena_alloc(mem, n);

    memcpy(p, place->table, table);
    memcpy(p + table, place->id.s, ID_LEN);
    put_u64(p + table + ID_LEN, (uint64_t)place->version);
    return (struct bytes){ p, n };
}

const unsigned char *
crypt_seal(struct ctx *c,
           const struct key *key,
           const struct crypt_place *place,
           const void *p,
           size_t n)
{
    struct bytes ad = place_bytes(c->mem, place);
    unsigned char *out = arena_alloc(c->mem, n + CRYPT_SEAL_EXTRA);
    unsigned char *nonce = out + 1;

    out[0] = SEAL_VERSION;
    machine_random(c->machine, nonce, SEAL_NONCE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + SEAL_NONCE, NULL, p, n, ad.p,
                                               ad.n, NULL, nonce, key->b);
    return out;
}

const char *
crypt_open(struct arena *mem,
           const struct key *key,
           const struct crypt_place *place,
           const void *sealed,
           size_t n,
           size_t *plain_n)
{
    const unsigned char *in = sealed;
    struct bytes ad = place_bytes(mem, place);
    unsigned char *out;

    if (n < CRYPT_SEAL_EXTRA || in[0] != SEAL_VERSION)
        return NULL;
    out = arena_alloc(mem, n - CRYPT_SEAL_EXTRA + 1);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, in + 1 + SEAL_NONCE,
                                                   n - 1 - SEAL_NONCE, ad.p, ad.n,
                                                   in + 1, key->b)
        != 0)
        return NULL;
    if (plain_n)
        *plain_n = n - CRYPT_SEAL_EXTRA;
    return (const char *)out;
}
