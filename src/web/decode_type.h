/*
 * What a Content-Type header says that a body is.
 */
#ifndef KASANE_WEB_DECODE_TYPE_H
#define KASANE_WEB_DECODE_TYPE_H

#include "decode.h"

enum decode_type {
    TYPE_NONE, /* nothing was announced */
    TYPE_FORM, /* application/x-www-form-urlencoded */
    TYPE_MULTIPART,
    TYPE_JSON,
    TYPE_OTHER
};

/*
 * Says what the header announces; NULL is TYPE_NONE. A charset other than UTF-8 makes it
 * TYPE_OTHER. boundary: NULL, or gets that of TYPE_MULTIPART.
 */
enum decode_type
decode_content_type(struct arena *mem, const char *header, const char **boundary);

#endif
