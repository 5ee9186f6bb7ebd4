/*
 * JSON bodies into named values, as forms give them. Not for JSON that we write.
 */
#ifndef KASANE_WEB_DECODE_JSON_H
#define KASANE_WEB_DECODE_JSON_H

#include "decode.h"

enum { DECODE_JSON_DEPTH = 16 /* brackets within one another, refused anyway */ };

/*
 * Appends the members of a JSON object as fields: text as it is, whole numbers in decimal,
 * true as "1", false as "0"; null says nothing. A list of texts gives the field once for
 * each. Objects and any other lists within it are refused.
 */
enum decode_verdict decode_json(struct arena *mem,
                                const char *p,
                                size_t n,
                                struct fields *out,
                                struct decode_fault *why);

#endif
