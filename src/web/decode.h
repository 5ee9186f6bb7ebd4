/*
 * Bytes of requests into named values: targets, paths, queries, forms and cookies. Everything
 * that comes out is UTF-8 without NUL. Pure functions with limits; decode_json.h reads JSON
 * objects, multipart.h files, guard.h the headers.
 */
#ifndef KASANE_WEB_DECODE_H
#define KASANE_WEB_DECODE_H

#include "../base/fields.h"

#include <stdbool.h>

enum {
    DECODE_FIELDS_MAX = 200,
    DECODE_NAME_MAX = 100,         /* bytes */
    DECODE_BODY_MAX = 1024 * 1024, /* bytes */
    DECODE_TARGET_MAX = 8 * 1024,  /* bytes of path and query */
    DECODE_SEGMENTS_MAX = 16,
    DECODE_COOKIE_MAX = 512 /* bytes of a cookie of ours */
};

enum decode_verdict {
    DECODE_GOOD,
    DECODE_LONG,    /* longer than the limit; the answer is 413 or 414 */
    DECODE_MANY,    /* more than DECODE_FIELDS_MAX fields */
    DECODE_NAME,    /* a name that is empty, too long or not [A-Za-z0-9_.-] */
    DECODE_PERCENT, /* % without two hexadecimal digits */
    DECODE_NUL,     /* a NUL in a value */
    DECODE_UTF8,    /* a value that is not UTF-8 */
    DECODE_TWICE,   /* a JSON key or cookie of ours that came again */
    DECODE_KIND,    /* a JSON value that is no text, whole number or boolean */
    DECODE_FORM     /* not of the form at all */
};

/* Where it went wrong: the field's name when it could be read, else "". */
struct decode_fault {
    char field[DECODE_NAME_MAX + 1];
};

/* What a path says, part by part. No part holds / or \, none is ".", ".." or empty. */
struct decode_path {
    const char
        *text;  /* decoded, without a slash at the end: "/cases/x"; "/" for none */
    bool slash; /* there was a slash behind the last part */
    size_t n;
    const char *part[DECODE_SEGMENTS_MAX];
};

/*
 * Splits a request target as it stood on the line (raw, origin form) into path and query;
 * both point into memory of mem, still encoded. query is "" when there is none.
 */
enum decode_verdict decode_target(struct arena *mem,
                                  const char *raw,
                                  size_t n,
                                  const char **path,
                                  const char **query);

/* Reads an encoded path. */
enum decode_verdict
decode_path(struct arena *mem, const char *raw, size_t n, struct decode_path *out);

/* Appends the fields of a query or of an application/x-www-form-urlencoded body. */
enum decode_verdict decode_query(struct arena *mem,
                                 const char *p,
                                 size_t n,
                                 struct fields *out,
                                 struct decode_fault *why);
enum decode_verdict decode_form(struct arena *mem,
                                const char *p,
                                size_t n,
                                struct fields *out,
                                struct decode_fault *why);

/*
 * Finds our cookie in a Cookie header; value is NULL when it is not there. DECODE_TWICE when
 * it is there twice: somebody else planted one. Its value may hold [A-Za-z0-9_.-] only.
 */
enum decode_verdict decode_cookie(struct arena *mem,
                                  const char *header,
                                  size_t n,
                                  const char *name,
                                  const char **value);

/* Says whether the bytes may name a field; copies such a name into the fault. */
bool decode_name_good(const char *p, size_t n);
void decode_blame(struct decode_fault *why, const char *name, size_t n);

/* Checks a value: DECODE_GOOD, DECODE_NUL or DECODE_UTF8. */
enum decode_verdict decode_text(const char *p, size_t n);

/* Returns one word for the log, and a Japanese sentence that names the field and the mend. */
const char *decode_code(enum decode_verdict v);
const char *decode_sentence(struct arena *mem,
                            enum decode_verdict v,
                            const struct decode_fault *why);

#endif
