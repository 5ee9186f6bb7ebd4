/*
 * Hashes, tokens, passwords, one-time codes, signatures and sealing, over libsodium and
 * liboath. Random numbers come from the machine of the context. Not for TLS and not for the
 * encryption of whole databases.
 */
#ifndef KASANE_BASE_CRYPT_H
#define KASANE_BASE_CRYPT_H

#include "id.h"

#include <stdint.h>

enum {
    HASH_LEN = 32,
    KEY_LEN = 32,
    SIGNATURE_LEN = 64,
    CRYPT_TOKEN_LEN = 43, /* characters of a token: 256 bits in base64url */
    CRYPT_FORM_TOKEN_LEN = 32,
    CRYPT_PASSWORD_MAX = 256, /* bytes; the door refuses longer ones */
    CRYPT_PASSWORD_HASH_MAX = 128,
    CRYPT_TOTP_DIGITS = 6,
    CRYPT_TOTP_SECRET_LEN = 20,
    CRYPT_SEAL_EXTRA = 1 + 24 + 16 /* what a sealed text is longer than the plain one */
};

struct hash {
    unsigned char b[HASH_LEN];
};

/* A secret for sealing or for keyed hashes. */
struct key {
    unsigned char b[KEY_LEN];
};

/* A pair for Ed25519. */
struct sign_key {
    unsigned char secret[64];
    unsigned char open[32]; /* the public half */
};

struct bytes {
    const void *p;
    size_t n;
};

/* Readies the library; false ends the program's start. May be called more than once. */
bool crypt_start(void) MUST_USE;

/* SHA-256 of the bytes; of the parts as if they lay behind one another. */
struct hash crypt_sha256(const void *p, size_t n);
struct hash crypt_sha256_parts(const struct bytes *parts, size_t n);

/* Keyed BLAKE2b-256 of the parts, each with its length before it. */
struct hash crypt_mac(const struct key *key, const struct bytes *parts, size_t n);

/* SipHash-2-4 under the first half of the key, for tables that strangers fill. */
uint64_t crypt_siphash(const struct key *key, const void *p, size_t n);

/* Says in constant time whether n bytes, two hashes, two strings are the same. */
bool crypt_same(const void *a, const void *b, size_t n);
bool crypt_hash_same(const struct hash *a, const struct hash *b);
bool crypt_text_same(const char *a, const char *b);

/* Writes zeros over a secret, which the compiler may not leave out. */
void crypt_wipe(void *p, size_t n);

/* Returns a new random token of 256 bits, CRYPT_TOKEN_LEN characters. */
const char *crypt_token(struct ctx *c);

/* Makes a new random key. */
struct key crypt_key_new(struct ctx *c);

/* Returns the bytes as base64url without padding, as base64 with padding, as base32. */
const char *crypt_base64url(struct arena *mem, const void *p, size_t n);
const char *crypt_base64(struct arena *mem, const void *p, size_t n);
const char *crypt_base32(struct arena *mem, const void *p, size_t n);

/*
 * Reads the one right base64 form (with padding) of exactly n bytes from the length
 * characters at s.
 */
bool crypt_base64_read(const char *s, size_t length, void *out, size_t n) MUST_USE;

/* How dear a password hash is: Argon2id with 3 passes over 64 MiB, or next to nothing. */
enum crypt_cost { CRYPT_COST_FULL, CRYPT_COST_TEST };

/*
 * Writes an Argon2id hash with its parameters ("$argon2id$v=19$m=65536,t=3,p=1$…") of a
 * password of n bytes. salt: 16 random bytes. pepper: a key outside the database, or NULL.
 * False when there is no memory or the password is longer than CRYPT_PASSWORD_MAX.
 */
bool crypt_password_hash(const char *password,
                         size_t n,
                         const unsigned char salt[16],
                         const struct key *pepper,
                         enum crypt_cost cost,
                         char out[CRYPT_PASSWORD_HASH_MAX]) MUST_USE;

/* Says whether the password gives the hash. Takes as long for a wrong as for a right one. */
bool crypt_password_verify(const char *hash,
                           const char *password,
                           size_t n,
                           const struct key *pepper) MUST_USE;

/* Says whether the hash was made with other parameters and is to be made anew at log-in. */
bool crypt_password_stale(const char *hash, enum crypt_cost cost);

/*
 * Returns the token that a form of this session must bring to this route;
 * CRYPT_FORM_TOKEN_LEN characters. Source: security.md D6.
 */
const char *crypt_form_token(struct arena *mem,
                             const struct key *key,
                             struct session_id session,
                             const char *route);

/* Says in constant time whether the token is the one for the session and route. */
bool crypt_form_token_good(const struct key *key,
                           struct session_id session,
                           const char *route,
                           const char *token) MUST_USE;

/* Returns the step of 30 seconds in which an instant lies. */
int64_t crypt_totp_step(int64_t instant);

/* Writes the six digits for a step. Source: RFC 6238 with HMAC-SHA-1. */
void crypt_totp_code(const unsigned char secret[CRYPT_TOTP_SECRET_LEN],
                     int64_t step,
                     char out[CRYPT_TOTP_DIGITS + 1]);

/*
 * Says whether the code is that of the step now, before or after, and later than the step
 * used last (0 when none was), so that no code is taken twice; step is to be kept.
 */
bool crypt_totp_check(const unsigned char secret[CRYPT_TOTP_SECRET_LEN],
                      const char *code,
                      int64_t now,
                      int64_t last_step,
                      int64_t *step) MUST_USE;

/* Makes the pair that belongs to a seed. */
struct sign_key crypt_sign_key(const unsigned char seed[KEY_LEN]);

/* Signs the bytes with Ed25519; says whether a signature is right. */
void crypt_sign(const struct sign_key *key,
                const void *p,
                size_t n,
                unsigned char out[SIGNATURE_LEN]);
bool crypt_signed(const unsigned char open[KEY_LEN],
                  const void *p,
                  size_t n,
                  const unsigned char signature[SIGNATURE_LEN]) MUST_USE;

/* Where a sealed text lies; it opens nowhere else. */
struct crypt_place {
    const char *table;
    struct id id;
    int64_t version;
};

/*
 * Returns the bytes sealed with XChaCha20-Poly1305 for their place: n + CRYPT_SEAL_EXTRA
 * bytes.
 */
const unsigned char *crypt_seal(struct ctx *c,
                                const struct key *key,
                                const struct crypt_place *place,
                                const void *p,
                                size_t n);

/*
 * Returns the plain bytes with a NUL behind them, or NULL when they were sealed for another
 * place, by another key, or changed. plain_n may be NULL.
 */
const char *crypt_open(struct arena *mem,
                       const struct key *key,
                       const struct crypt_place *place,
                       const void *sealed,
                       size_t n,
                       size_t *plain_n);

#endif
