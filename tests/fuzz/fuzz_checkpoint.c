#include "fuzz.h"

#include "../../src/store/merkle_note.h"

#define ORIGIN "kasane/fuzz"

/* The text of the input, signed by us: whatever is in it, its own reader must agree. */
static const char *
sign(struct arena *mem, const struct sign_key *key, const char *text)
{
    struct checkpoint cp = { .origin = ORIGIN, .size = strlen(text) };
    const char *good = note_write(mem, &cp, key);

    return arena_printf(mem, "%s\n%s", text, strchr(good, '\n') + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const unsigned char seed[KEY_LEN] = { 4, 2 };
    struct arena *mem = arena_new();
    struct sign_key key = crypt_sign_key(seed);
    struct checkpoint cp = { .size = 0 };
    const char *p = own_copy(mem, data, n);
    const char *mixed = sign(mem, &key, arena_copy(mem, data, n));

    if (note_read(p, n, ORIGIN, key.open, &cp) == NOTE_GOOD) {
        const char *again = note_write(mem, &cp, &key);

        PROMISE(strlen(again) <= n && cp.size <= INT64_MAX);
    }
    /* signed for another text: good only where the text is the very one that was signed */
    if (note_read(mixed, strlen(mixed), ORIGIN, key.open, &cp) == NOTE_GOOD)
        PROMISE(cp.size == sizeof ORIGIN - 1 && memcmp(data, ORIGIN, cp.size) == 0);
    arena_free(mem);
    return 0;
}
