/*
 * What the fuzz targets share. A target takes any bytes, must not crash, leak or read out of
 * bounds, and traps where an answer breaks a promise of the header it tests.
 */
#ifndef KASANE_TESTS_FUZZ_H
#define KASANE_TESTS_FUZZ_H

#include "../../src/base/fields.h"
#include "../../src/base/text.h"
#include "../../src/web/decode.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Ends the program as a find unless the promise holds. */
#define PROMISE(holds)                                                                 \
    do {                                                                               \
        if (!(holds))                                                                  \
            __builtin_trap();                                                          \
    } while (0)

/* Returns the bytes at the end of a block of their own, so that reading on is seen. */
static inline const char *
own_copy(struct arena *mem, const uint8_t *data, size_t n)
{
    char *p = arena_alloc(mem, n);

    if (n)
        memcpy(p, data, n);
    return p;
}

/* Checks what every door promises of the fields it let in. */
static inline void
check_fields(const struct fields *f)
{
    PROMISE(f->n <= DECODE_FIELDS_MAX);
    for (size_t i = 0; i < f->n; i++) {
        PROMISE(decode_name_good(f->v[i].name, strlen(f->v[i].name)));
        PROMISE(text_valid(f->v[i].value, strlen(f->v[i].value)));
    }
}

/* Checks that a fault names a field that can be named. */
static inline void
check_fault(struct arena *mem, enum decode_verdict v, const struct decode_fault *why)
{
    const char *sentence = decode_sentence(mem, v, why);

    PROMISE(!why->field[0] || decode_name_good(why->field, strlen(why->field)));
    PROMISE(text_valid(sentence, strlen(sentence)));
    PROMISE((v == DECODE_GOOD) == (strcmp(decode_code(v), "good") == 0));
}

#endif
