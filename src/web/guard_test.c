#include "guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MAX = 1024 * 1024, HEADERS = 5 };

#define H(name, value)                                                                 \
    {                                                                                  \
        (name), sizeof(name) - 1, (value), sizeof(value) - 1                           \
    }
#define HOST H("Host", "k.example.jp")

struct table_row {
    const char *what;
    struct guard_header v[HEADERS];
    bool http_1_0;
    enum guard_verdict want;
};

static size_t
count(const struct guard_header *v)
{
    size_t n = 0;

    while (n < HEADERS && v[n].name)
        n++;
    return n;
}

/* The requests by which the libraries were compared, and their neighbours. */
static void
requests_that_smuggle_are_refused(void **state)
{
    static const struct table_row t[] = {
        { "length and encoding",
          { HOST, H("Content-Length", "5"), H("Transfer-Encoding", "chunked") },
          false,
          GUARD_BOTH },
        { "two lengths",
          { HOST, H("Content-Length", "5"), H("Content-Length", "6") },
          false,
          GUARD_TWICE },
        { "the same length twice",
          { HOST, H("Content-Length", "5"), H("content-length", "5") },
          false,
          GUARD_TWICE },
        { "a list of lengths",
          { HOST, H("Content-Length", "5, 5") },
          false,
          GUARD_LENGTH },
        { "a sign", { HOST, H("Content-Length", "+3") }, false, GUARD_LENGTH },
        { "a minus", { HOST, H("Content-Length", "-3") }, false, GUARD_LENGTH },
        { "hexadecimal", { HOST, H("Content-Length", "0x3") }, false, GUARD_LENGTH },
        { "no digits", { HOST, H("Content-Length", "") }, false, GUARD_LENGTH },
        { "more than 64 bits",
          { HOST, H("Content-Length", "18446744073709551617") },
          false,
          GUARD_LARGE },
        { "too long", { HOST, H("Content-Length", "1048577") }, false, GUARD_LARGE },
        { "unknown encoding",
          { HOST, H("Transfer-Encoding", "gzip") },
          false,
          GUARD_ENCODING },
        { "stacked encodings",
          { HOST, H("Transfer-Encoding", "gzip, chunked") },
          false,
          GUARD_ENCODING },
        { "chunked twice",
          { HOST, H("Transfer-Encoding", "chunked, chunked") },
          false,
          GUARD_ENCODING },
        { "two encodings",
          { HOST, H("Transfer-Encoding", "chunked"),
            H("Transfer-Encoding", "identity") },
          false,
          GUARD_TWICE },
        { "a tab in the encoding",
          { HOST, H("Transfer-Encoding", "\tchunked") },
          false,
          GUARD_VALUE },
        { "a vertical tab in the encoding",
          { HOST, H("Transfer-Encoding", "\vchunked") },
          false,
          GUARD_VALUE },
        { "encoding in HTTP/1.0",
          { HOST, H("Transfer-Encoding", "chunked") },
          true,
          GUARD_ENCODING },
        { "a space before the colon",
          { HOST, H("Content-Length ", "5") },
          false,
          GUARD_NAME },
        { "a tab before the colon",
          { HOST, H("Content-Length\t", "5") },
          false,
          GUARD_NAME },
        { "a name behind a space",
          { HOST, H(" Content-Length", "5") },
          false,
          GUARD_NAME },
        { "no name", { HOST, H("", "5") }, false, GUARD_NAME },
        { "a name with a NUL", { HOST, H("A\0b", "5") }, false, GUARD_NAME },
        { "a name that is not ASCII", { HOST, H("\xc3\xa9", "5") }, false, GUARD_NAME },
        { "two hosts", { HOST, H("host", "evil.example") }, false, GUARD_TWICE },
        { "no host", { H("Accept", "*/*") }, false, GUARD_NO_HOST },
        { "an empty host", { H("Host", "") }, false, GUARD_HOST },
        { "a host with a path", { H("Host", "a/b") }, false, GUARD_HOST },
        { "a host with a name", { H("Host", "a@b") }, false, GUARD_HOST },
        { "a NUL in a value", { HOST, H("X-A", "a\0b") }, false, GUARD_VALUE },
        { "a bare LF", { HOST, H("X-A", "a\nX-B: b") }, false, GUARD_VALUE },
        { "a bare CR", { HOST, H("X-A", "a\rX-B: b") }, false, GUARD_VALUE },
        { "a folded line", { HOST, H("X-A", "a\r\n b") }, false, GUARD_VALUE },
        { "DEL", { HOST, H("X-A", "\x7f") }, false, GUARD_VALUE },
        { "two cookie headers",
          { HOST, H("Cookie", "a=1"), H("Cookie", "b=1") },
          false,
          GUARD_TWICE },
        { "two origins",
          { HOST, H("Origin", "a"), H("Origin", "b") },
          false,
          GUARD_TWICE },
        { "two forwarded addresses",
          { HOST, H("X-Forwarded-For", "192.0.2.1"),
            H("X-Forwarded-For", "192.0.2.2") },
          false,
          GUARD_TWICE },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct guard_facts facts;
        enum guard_verdict got =
            guard_check(t[i].v, count(t[i].v), t[i].http_1_0, MAX, &facts);

        if (got != t[i].want)
            print_error("%s: %s\n", t[i].what, guard_code(got));
        assert_int_equal(t[i].want, got);
    }
}

static void
sound_requests_pass(void **state)
{
    static const struct table_row t[] = {
        { "the least", { HOST }, false, GUARD_GOOD },
        { "a port", { H("Host", "127.0.0.1:8080") }, false, GUARD_GOOD },
        { "IPv6", { H("host", "[2001:db8::1]:8080") }, true, GUARD_GOOD },
        { "a length", { HOST, H("Content-Length", "1048576") }, false, GUARD_GOOD },
        { "zeros before it", { HOST, H("Content-Length", "0005") }, false, GUARD_GOOD },
        { "chunks", { HOST, H("transfer-encoding", "Chunked") }, false, GUARD_GOOD },
        { "a tab within", { HOST, H("X-A", "a\tb") }, false, GUARD_GOOD },
        { "UTF-8", { HOST, H("X-A", "\xe6\x97\xa5") }, false, GUARD_GOOD },
        { "an empty value", { HOST, H("X-A", "") }, false, GUARD_GOOD },
        { "others may repeat",
          { HOST, H("Accept", "a"), H("Accept", "b") },
          false,
          GUARD_GOOD },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct guard_facts facts;
        enum guard_verdict got =
            guard_check(t[i].v, count(t[i].v), t[i].http_1_0, MAX, &facts);

        if (got != GUARD_GOOD)
            print_error("%s: %s\n", t[i].what, guard_code(got));
        assert_int_equal(GUARD_GOOD, got);
        assert_ptr_equal(&t[i].v[0], facts.host);
    }
}

static void
the_facts_are_told(void **state)
{
    static const struct guard_header length[] = { HOST, H("CONTENT-LENGTH", "42") };
    static const struct guard_header chunks[] = { HOST,
                                                  H("Transfer-Encoding", "chunked") };
    struct guard_facts f;

    (void)state;
    assert_int_equal(GUARD_GOOD, guard_check(length, 1, false, MAX, &f));
    assert_false(f.has_length || f.chunked);
    assert_int_equal(GUARD_GOOD, guard_check(length, 2, false, MAX, &f));
    assert_true(f.has_length && !f.chunked);
    assert_int_equal(42, f.length);
    assert_int_equal(GUARD_LARGE, guard_check(length, 2, false, 41, &f));
    assert_int_equal(GUARD_GOOD, guard_check(chunks, 2, false, MAX, &f));
    assert_true(f.chunked && !f.has_length);
}

static void
a_block_has_an_end(void **state)
{
    struct guard_header many[GUARD_HEADERS_MAX + 1];
    char long_value[GUARD_BLOCK_MAX];
    struct guard_header large[] = { HOST, H("X-A", "") };
    struct guard_facts f;

    (void)state;
    many[0] = (struct guard_header)HOST;
    for (size_t i = 1; i <= GUARD_HEADERS_MAX; i++)
        many[i] = (struct guard_header)H("X-A", "b");
    assert_int_equal(GUARD_GOOD, guard_check(many, GUARD_HEADERS_MAX, false, MAX, &f));
    assert_int_equal(GUARD_MANY,
                     guard_check(many, GUARD_HEADERS_MAX + 1, false, MAX, &f));
    memset(long_value, 'a', sizeof long_value);
    large[1].value = long_value;
    large[1].value_n = GUARD_BLOCK_MAX - 20 - 7;
    assert_int_equal(GUARD_GOOD, guard_check(large, 2, false, MAX, &f));
    large[1].value_n++;
    assert_int_equal(GUARD_MANY, guard_check(large, 2, false, MAX, &f));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests_that_smuggle_are_refused),
        cmocka_unit_test(sound_requests_pass),
        cmocka_unit_test(the_facts_are_told),
        cmocka_unit_test(a_block_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
