/*
 * Bodies of multipart/form-data: fields, and files with the type and name that the sender
 * declared (which is not what they are). The body lies in memory; files point into it.
 * Stricter than RFC 7578 in what browsers and curl never send: no text before the first
 * boundary or behind the last, no padding, no encodings of parts.
 */
#ifndef KASANE_WEB_MULTIPART_H
#define KASANE_WEB_MULTIPART_H

#include "decode.h"

enum {
    MULTIPART_BODY_MAX = 25 * 1024 * 1024, /* bytes */
    MULTIPART_FILES_MAX = 20,
    MULTIPART_HEAD_MAX = 2048,   /* bytes of a part's headers */
    MULTIPART_BOUNDARY_MAX = 70, /* bytes. Source: RFC 2046 section 5.1.1 */
    MULTIPART_FILENAME_MAX = 255 /* bytes */
};

struct multipart_file {
    const char *field;
    const char *filename; /* without folders; "" when none was given */
    const char *type;     /* as declared, lower case; "" when none was given */
    const char *p;
    size_t n;
};

struct multipart {
    struct fields fields;
    size_t n_files; /* a file control that was left empty gives no file */
    struct multipart_file files[MULTIPART_FILES_MAX];
};

/* Says whether the text may be a boundary. */
bool multipart_boundary_good(const char *boundary);

/*
 * Reads a body; boundary as decode_content_type() gave it. DECODE_LONG also when the fields
 * together pass DECODE_BODY_MAX or a file name passes MULTIPART_FILENAME_MAX.
 */
enum decode_verdict multipart_read(struct arena *mem,
                                   const char *boundary,
                                   const char *body,
                                   size_t n,
                                   struct multipart *out,
                                   struct decode_fault *why);

#endif
