/*
 * The first look at a request's header block, before anything in it is believed: no names or
 * bytes that two programs could read in two ways, one host, one length. The server library
 * is more lenient, which is how requests are smuggled. Pure; limits of sockets (time, number
 * of connections) are the server's.
 */
#ifndef KASANE_WEB_GUARD_H
#define KASANE_WEB_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    GUARD_HEADERS_MAX = 100,
    GUARD_BLOCK_MAX = 16 * 1024, /* bytes of all names and values, with ": " and CRLF */
    GUARD_HOST_MAX = 255
};

struct guard_header {
    const char *name;
    size_t name_n;
    const char *value; /* may hold a NUL: value_n counts */
    size_t value_n;
};

enum guard_verdict {
    GUARD_GOOD,
    GUARD_MANY,  /* more than GUARD_HEADERS_MAX, or longer than GUARD_BLOCK_MAX */
    GUARD_NAME,  /* a name that is no token */
    GUARD_VALUE, /* a control byte, or white space at an end */
    GUARD_NO_HOST,
    GUARD_HOST,     /* a host that cannot be one */
    GUARD_TWICE,    /* a header that may come once came again */
    GUARD_LENGTH,   /* a Content-Length that is not digits only */
    GUARD_LARGE,    /* a Content-Length over the limit; the answer is 413 */
    GUARD_ENCODING, /* a Transfer-Encoding that is not "chunked", or one in HTTP/1.0 */
    GUARD_BOTH      /* Content-Length and Transfer-Encoding */
};

/* What the block says about the request, once it is good. */
struct guard_facts {
    const struct guard_header *host;
    bool has_length;
    uint64_t length; /* bytes of the body to come, when has_length */
    bool chunked;
};

/*
 * Looks at n headers in the order they came. http_1_0: the request is of that version.
 * body_max: the longest body this route takes. out is filled when the verdict is GUARD_GOOD.
 * Any other verdict means: answer 400 (GUARD_LARGE: 413) and close the connection.
 * Source: RFC 9112 sections 3.2, 5, 6.3.
 */
enum guard_verdict guard_check(const struct guard_header *v,
                               size_t n,
                               bool http_1_0,
                               uint64_t body_max,
                               struct guard_facts *out);

/* Returns the header of that name (any case), or NULL. */
const struct guard_header *
guard_find(const struct guard_header *v, size_t n, const char *name);

/* Returns one word for the log. */
const char *guard_code(enum guard_verdict v);

#endif
