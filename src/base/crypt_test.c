#include "crypt.h"

#include "machine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
assert_hex(const char *want, const void *p, size_t n)
{
    const unsigned char *bytes = p;

    assert_int_equal(strlen(want), 2 * n);
    for (size_t i = 0; i < n; i++) {
        unsigned v;

        assert_int_equal(1, sscanf(want + 2 * i, "%2x", &v));
        assert_int_equal(v, bytes[i]);
    }
}

static size_t
unhex(const char *s, unsigned char *out)
{
    size_t n = 0;

    for (unsigned v; sscanf(s, "%2x", &v) == 1; s += 2)
        out[n++] = (unsigned char)v;
    return n;
}

/* Random numbers that count up. */
static void
count_up(void *self, void *out, size_t n)
{
    unsigned char *next = self;

    for (size_t i = 0; i < n; i++)
        ((unsigned char *)out)[i] = (*next)++;
}

static struct ctx
context(struct machine *m, unsigned char *next)
{
    *m = (struct machine){ .random = count_up, .self = next };
    return (struct ctx){ .mem = arena_new(), .machine = m };
}

/* Source: FIPS 180-4; the keyed BLAKE2b was computed with Python's hashlib. */
static void
hashes_are_the_published_ones(void **state)
{
    const struct bytes parts[] = { { "a", 1 }, { "", 0 }, { "bc", 2 } };
    struct key key;
    struct hash h = crypt_sha256("abc", 3);

    (void)state;
    assert_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", h.b,
               HASH_LEN);
    h = crypt_sha256_parts(parts, 3);
    assert_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", h.b,
               HASH_LEN);
    for (unsigned char i = 0; i < KEY_LEN; i++)
        key.b[i] = i;
    h = crypt_mac(&key, parts, 3);
    assert_hex("a1792cdaa4a20b4a218adaa63bd5c056cf6281be2a93d9db8bda7be11e9a9a53", h.b,
               HASH_LEN);
}

/* Source: the paper on SipHash, appendix A. */
static void
siphash_is_the_published_one(void **state)
{
    struct key key = { { 0 } };
    unsigned char in[15];

    (void)state;
    for (unsigned char i = 0; i < 16; i++)
        key.b[i] = i;
    for (unsigned char i = 0; i < sizeof in; i++)
        in[i] = i;
    assert_true(crypt_siphash(&key, in, sizeof in) == 0xa129ca6149be45e5);
}

static void
the_parts_of_a_mac_do_not_run_together(void **state)
{
    const struct bytes a[] = { { "ab", 2 }, { "c", 1 } };
    const struct bytes b[] = { { "a", 1 }, { "bc", 2 } };
    struct key key = { { 1 } };
    struct hash x = crypt_mac(&key, a, 2);
    struct hash y = crypt_mac(&key, b, 2);

    (void)state;
    assert_false(crypt_hash_same(&x, &y));
}

/* Source: RFC 4648 section 10. */
static void
base64_and_base32(void **state)
{
    static const struct {
        const char *plain;
        const char *base64;
        const char *base32;
    } t[] = {
        { "", "", "" },
        { "f", "Zg==", "MY" },
        { "fo", "Zm8=", "MZXQ" },
        { "foo", "Zm9v", "MZXW6" },
        { "foob", "Zm9vYg==", "MZXW6YQ" },
        { "fooba", "Zm9vYmE=", "MZXW6YTB" },
        { "foobar", "Zm9vYmFy", "MZXW6YTBOI" },
    };
    struct arena *mem = arena_new();
    char out[8];

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        size_t n = strlen(t[i].plain);

        assert_string_equal(t[i].base64, crypt_base64(mem, t[i].plain, n));
        assert_string_equal(t[i].base32, crypt_base32(mem, t[i].plain, n));
        assert_true(crypt_base64_read(t[i].base64, strlen(t[i].base64), out, n));
        assert_memory_equal(t[i].plain, out, n);
    }
    assert_string_equal("-_8", crypt_base64url(mem, "\xfb\xff", 2));
    assert_false(crypt_base64_read("Zh==", 4, out, 1)); /* bits that must be zero */
    assert_false(crypt_base64_read("Zg=", 3, out, 1));
    assert_false(crypt_base64_read("Zm9v", 4, out, 2));
    assert_false(crypt_base64_read("Zm-_", 4, out, 3));
    assert_false(crypt_base64_read("Zg==Zg==", 8, out, 4));
    arena_free(mem);
}

static void
a_token_is_256_bits(void **state)
{
    struct machine m;
    unsigned char next = 0;
    struct ctx c = context(&m, &next);
    const char *token = crypt_token(&c);

    (void)state;
    assert_string_equal("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", token);
    assert_int_equal(CRYPT_TOKEN_LEN, strlen(token));
    assert_int_equal(32, crypt_key_new(&c).b[0]);
    arena_free(c.mem);
}

static void
text_is_compared_whole(void **state)
{
    (void)state;
    assert_true(crypt_text_same("abc", "abc"));
    assert_true(crypt_text_same("", ""));
    assert_false(crypt_text_same("abc", "abd"));
    assert_false(crypt_text_same("abc", "ab"));
    assert_false(crypt_text_same("", "a"));
}

static void
a_password_gives_its_hash_and_no_other(void **state)
{
    const unsigned char salt[16] = "0123456789abcde";
    const struct key pepper = { { 1, 2, 3 } };
    const struct key other = { { 1, 2, 4 } };
    char plain[CRYPT_PASSWORD_HASH_MAX];
    char hot[CRYPT_PASSWORD_HASH_MAX];
    char longest[CRYPT_PASSWORD_MAX + 1] = { 0 };

    (void)state;
    assert_true(crypt_password_hash("とても長い合言葉", 24, salt, NULL, CRYPT_COST_TEST,
                                    plain));
    assert_int_equal(0, strncmp(plain, "$argon2id$v=19$m=8,t=1,p=1$", 27));
    assert_true(crypt_password_verify(plain, "とても長い合言葉", 24, NULL));
    assert_false(crypt_password_verify(plain, "とても長い合言葉", 23, NULL));
    assert_false(crypt_password_verify(plain, "とても長い合言葉", 24, &pepper));
    assert_true(crypt_password_hash("x", 1, salt, &pepper, CRYPT_COST_TEST, hot));
    assert_true(crypt_password_verify(hot, "x", 1, &pepper));
    assert_false(crypt_password_verify(hot, "x", 1, &other));
    assert_false(crypt_password_verify(hot, "x", 1, NULL));
    assert_true(crypt_password_stale(plain, CRYPT_COST_FULL));
    assert_false(crypt_password_stale(plain, CRYPT_COST_TEST));
    assert_true(crypt_password_stale("?", CRYPT_COST_TEST));
    assert_false(crypt_password_hash(longest, sizeof longest, salt, NULL,
                                     CRYPT_COST_TEST, plain));
    assert_false(crypt_password_verify(hot, longest, sizeof longest, NULL));
    assert_false(crypt_password_verify("", "x", 1, NULL));
}

/* Source: the tests of the reference implementation of Argon2. */
static void
a_published_argon2id_hash_is_right(void **state)
{
    static const char known[] = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                                "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    (void)state;
    assert_true(crypt_password_verify(known, "password", 8, NULL));
    assert_true(crypt_password_stale(known, CRYPT_COST_FULL));
}

static void
a_form_token_is_for_one_session_and_route(void **state)
{
    const struct key key = { { 7 } };
    const struct key other = { { 8 } };
    const struct session_id one = { { .s = "AAAAAAAAAAAAAAAAAAAAAA" } };
    const struct session_id two = { { .s = "AAAAAAAAAAAAAAAAAAAAAQ" } };
    const struct session_id none = { { .s = "" } };
    struct arena *mem = arena_new();
    const char *token = crypt_form_token(mem, &key, one, "/cases");

    (void)state;
    assert_int_equal(CRYPT_FORM_TOKEN_LEN, strlen(token));
    assert_true(crypt_form_token_good(&key, one, "/cases", token));
    assert_false(crypt_form_token_good(&key, two, "/cases", token));
    assert_false(crypt_form_token_good(&key, one, "/case", token));
    assert_false(crypt_form_token_good(&other, one, "/cases", token));
    assert_false(crypt_form_token_good(&key, one, "/cases", ""));
    assert_false(crypt_form_token_good(&key, none, "/cases",
                                       crypt_form_token(mem, &key, none, "/cases")));
    arena_free(mem);
}

static const unsigned char totp_secret[CRYPT_TOTP_SECRET_LEN + 1] =
    "12345678901234567890";

/* Source: RFC 6238 appendix B; the last six of its eight digits. */
static void
the_codes_of_rfc_6238(void **state)
{
    static const struct {
        int64_t seconds;
        const char *code;
    } t[] = {
        { 59, "287082" },         { 1111111109, "081804" }, { 1111111111, "050471" },
        { 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        char code[CRYPT_TOTP_DIGITS + 1];
        int64_t step = 0;

        crypt_totp_code(totp_secret, t[i].seconds / 30, code);
        assert_string_equal(t[i].code, code);
        assert_true(crypt_totp_check(totp_secret, code, t[i].seconds * 1000, 0, &step));
        assert_int_equal(t[i].seconds / 30, step);
    }
}

static void
a_code_is_good_for_three_steps_and_once(void **state)
{
    static const struct {
        int64_t now; /* seconds; the code is of 1111111110–1111111139, step 37037037 */
        int64_t last;
        bool want;
    } t[] = {
        { 1111111079, 0, false },        { 1111111080, 0, true },
        { 1111111110, 0, true },         { 1111111169, 0, true },
        { 1111111170, 0, false },        { 1111111110, 37037036, true },
        { 1111111110, 37037037, false }, { 1111111110, 37037038, false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        int64_t step = 0;

        assert_int_equal(
            t[i].want,
            crypt_totp_check(totp_secret, "050471", t[i].now * 1000, t[i].last, &step));
        assert_int_equal(t[i].want ? 37037037 : 0, step);
    }
    assert_false(crypt_totp_check(totp_secret, "", 1111111110000, 0, &(int64_t){ 0 }));
    assert_false(
        crypt_totp_check(totp_secret, "0504710", 1111111110000, 0, &(int64_t){ 0 }));
}

/* Source: RFC 8032 section 7.1, tests 1 to 3. */
static void
the_signatures_of_rfc_8032(void **state)
{
    static const struct {
        const char *seed;
        const char *open;
        const char *message;
        const char *signature;
    } t[] = {
        { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
          "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a3"
          "3bac"
          "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b" },
        { "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
          "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15"
          "996e"
          "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00" },
        { "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
          "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
          "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16"
          "f290"
          "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        unsigned char bytes[64];
        unsigned char signature[SIGNATURE_LEN];
        struct sign_key key;
        size_t n;

        unhex(t[i].seed, bytes);
        key = crypt_sign_key(bytes);
        assert_hex(t[i].open, key.open, sizeof key.open);
        n = unhex(t[i].message, bytes);
        crypt_sign(&key, bytes, n, signature);
        assert_hex(t[i].signature, signature, sizeof signature);
        assert_true(crypt_signed(key.open, bytes, n, signature));
        signature[5] ^= 1;
        assert_false(crypt_signed(key.open, bytes, n, signature));
    }
}

static void
what_is_sealed_opens_only_in_its_place(void **state)
{
    const struct crypt_place place = { "whereabouts",
                                       { .s = "AAAAAAAAAAAAAAAAAAAAAQ" },
                                       3 };
    const struct crypt_place others[] = {
        { "whereabout", { .s = "AAAAAAAAAAAAAAAAAAAAAQ" }, 3 },
        { "whereabouts", { .s = "AAAAAAAAAAAAAAAAAAAAAg" }, 3 },
        { "whereabouts", { .s = "AAAAAAAAAAAAAAAAAAAAAQ" }, 4 },
    };
    const char text[] = "埼玉県新座市";
    const size_t n = sizeof text - 1 + CRYPT_SEAL_EXTRA;
    struct machine m;
    unsigned char next = 9;
    struct ctx c = context(&m, &next);
    struct key key = crypt_key_new(&c);
    struct key other = crypt_key_new(&c);
    const unsigned char *sealed = crypt_seal(&c, &key, &place, text, sizeof text - 1);
    unsigned char *bad = (unsigned char *)arena_copy(c.mem, sealed, n);
    size_t plain_n = 0;

    (void)state;
    assert_string_equal(text, crypt_open(c.mem, &key, &place, sealed, n, &plain_n));
    assert_int_equal(sizeof text - 1, plain_n);
    assert_null(crypt_open(c.mem, &other, &place, sealed, n, NULL));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_null(crypt_open(c.mem, &key, &others[i], sealed, n, NULL));
    for (size_t i = 0; i < 8 * n; i++) {
        bad[i / 8] ^= (unsigned char)(1 << i % 8);
        assert_null(crypt_open(c.mem, &key, &place, bad, n, NULL));
        bad[i / 8] ^= (unsigned char)(1 << i % 8);
    }
    for (size_t i = 0; i < n; i++)
        assert_null(crypt_open(c.mem, &key, &place, sealed, i, NULL));
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes_are_the_published_ones),
        cmocka_unit_test(siphash_is_the_published_one),
        cmocka_unit_test(the_parts_of_a_mac_do_not_run_together),
        cmocka_unit_test(base64_and_base32),
        cmocka_unit_test(a_token_is_256_bits),
        cmocka_unit_test(text_is_compared_whole),
        cmocka_unit_test(a_password_gives_its_hash_and_no_other),
        cmocka_unit_test(a_published_argon2id_hash_is_right),
        cmocka_unit_test(a_form_token_is_for_one_session_and_route),
        cmocka_unit_test(the_codes_of_rfc_6238),
        cmocka_unit_test(a_code_is_good_for_three_steps_and_once),
        cmocka_unit_test(the_signatures_of_rfc_8032),
        cmocka_unit_test(what_is_sealed_opens_only_in_its_place),
    };

    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
