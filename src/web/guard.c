#include "guard.h"

#include <string.h>
#include <strings.h>

static bool
is_token_char(unsigned char ch)
{
    return (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z')
           || (ch >= '0' && ch <= '9') || (ch && strchr("!#$%&'*+-.^_`|~", ch));
}

static bool
is_space(char ch)
{
    return ch == ' ' || ch == '\t';
}

static bool
name_good(const struct guard_header *h)
{
    for (size_t i = 0; i < h->name_n; i++)
        if (!is_token_char((unsigned char)h->name[i]))
            return false;
    return h->name_n > 0;
}

static bool
value_good(const struct guard_header *h)
{
    for (size_t i = 0; i < h->value_n; i++) {
        unsigned char ch = (unsigned char)h->value[i];

        if ((ch < 0x20 && ch != '\t') || ch == 0x7f)
            return false;
    }
    return h->value_n == 0
           || (!is_space(h->value[0]) && !is_space(h->value[h->value_n - 1]));
}

static bool
named(const struct guard_header *h, const char *name)
{
    return h->name_n == strlen(name) && strncasecmp(h->name, name, h->name_n) == 0;
}

/* Says whether another of this name stands before number i. */
static bool
came_before(const struct guard_header *v, size_t i, const char *name)
{
    for (size_t k = 0; k < i; k++)
        if (named(&v[k], name))
            return true;
    return false;
}

/* Says whether number i is the second of a header that may come once. */
static bool
comes_twice(const struct guard_header *v, size_t i)
{
    static const char *const once[] = {
        "host",           "content-length",    "transfer-encoding",
        "content-type",   "content-encoding",  "cookie",
        "origin",         "authorization",     "sec-fetch-site",
        "sec-fetch-mode", "sec-fetch-dest",    "idempotency-key",
        "expect",         "x-forwarded-proto", "x-forwarded-for",
    };

    for (size_t k = 0; k < sizeof once / sizeof once[0]; k++)
        if (named(&v[i], once[k]) && came_before(v, i, once[k]))
            return true;
    return false;
}

static enum guard_verdict
check_block(const struct guard_header *v, size_t n)
{
    size_t block = 0;

    if (n > GUARD_HEADERS_MAX)
        return GUARD_MANY;
    for (size_t i = 0; i < n; i++) {
        if (v[i].name_n > GUARD_BLOCK_MAX || v[i].value_n > GUARD_BLOCK_MAX)
            return GUARD_MANY;
        block += v[i].name_n + v[i].value_n + 4;
        if (block > GUARD_BLOCK_MAX)
            return GUARD_MANY;
    }
    for (size_t i = 0; i < n; i++) {
        if (!name_good(&v[i]))
            return GUARD_NAME;
        if (!value_good(&v[i]))
            return GUARD_VALUE;
        if (comes_twice(v, i))
            return GUARD_TWICE;
    }
    return GUARD_GOOD;
}

/* A name, an IPv4 address or an IPv6 address in brackets, and a port perhaps. */
static bool
host_good(const struct guard_header *h)
{
    if (h->value_n == 0 || h->value_n > GUARD_HOST_MAX)
        return false;
    for (size_t i = 0; i < h->value_n; i++) {
        char ch = h->value[i];

        if (!((ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z')
              || (ch >= '0' && ch <= '9') || (ch && strchr(".-_:[]", ch))))
            return false;
    }
    return true;
}

static enum guard_verdict
check_length(const struct guard_header *h, uint64_t max, uint64_t *out)
{
    uint64_t v = 0;

    if (h->value_n == 0)
        return GUARD_LENGTH;
    for (size_t i = 0; i < h->value_n; i++)
        if (h->value[i] < '0' || h->value[i] > '9')
            return GUARD_LENGTH;
    for (size_t i = 0; i < h->value_n; i++)
        if (__builtin_mul_overflow(v, 10, &v)
            || __builtin_add_overflow(v, (uint64_t)(h->value[i] - '0'), &v))
            return GUARD_LARGE;
    *out = v;
    return v > max ? GUARD_LARGE : GUARD_GOOD;
}

static enum guard_verdict
check_encoding(const struct guard_header *h, bool http_1_0)
{
    static const char chunked[] = "chunked";

    if (http_1_0 || h->value_n != sizeof chunked - 1
        || strncasecmp(h->value, chunked, h->value_n) != 0)
        return GUARD_ENCODING;
    return GUARD_GOOD;
}

/* How long the body is, by one header or the other. */
static enum guard_verdict
check_framing(const struct guard_header *v,
              size_t n,
              bool http_1_0,
              uint64_t body_max,
              struct guard_facts *out)
{
    const struct guard_header *length = guard_find(v, n, "content-length");
    const struct guard_header *encoding = guard_find(v, n, "transfer-encoding");

    if (length && encoding)
        return GUARD_BOTH;
    out->chunked = encoding != NULL;
    out->has_length = length != NULL;
    if (encoding)
        return check_encoding(encoding, http_1_0);
    if (length)
        return check_length(length, body_max, &out->length);
    return GUARD_GOOD;
}

enum guard_verdict
guard_check(const struct guard_header *v,
            size_t n,
            bool http_1_0,
            uint64_t body_max,
            struct guard_facts *out)
{
    struct guard_facts facts = { .length = 0 };
    enum guard_verdict verdict = check_block(v, n);

    if (verdict != GUARD_GOOD)
        return verdict;
    facts.host = guard_find(v, n, "host");
    if (!facts.host)
        return GUARD_NO_HOST;
    if (!host_good(facts.host))
        return GUARD_HOST;
    verdict = check_framing(v, n, http_1_0, body_max, &facts);
    if (verdict == GUARD_GOOD)
        *out = facts;
    return verdict;
}

const struct guard_header *
guard_find(const struct guard_header *v, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (named(&v[i], name))
            return &v[i];
    return NULL;
}

const char *
guard_code(enum guard_verdict v)
{
    static const char *const codes[] = {
        "good",  "many",   "name",  "value",    "no_host", "host",
        "twice", "length", "large", "encoding", "both",
    };

    return codes[v];
}
