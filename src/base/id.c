#include "id.h"

#include "machine.h"

#include <string.h>

static const char ALPHABET[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

struct id
id_from_bytes(const unsigned char bytes[16])
{
    struct id id = { .s = "" };
    unsigned acc = 0;
    unsigned bits = 0;
    size_t n = 0;

    for (size_t i = 0; i < 16; i++) {
        acc = (acc << 8 | bytes[i]) & 0xffffff;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            id.s[n++] = ALPHABET[acc >> bits & 63];
        }
    }
    id.s[n++] = ALPHABET[acc << (6 - bits) & 63];
    id.s[n] = '\0';
    return id;
}

bool
id_to_bytes(struct id id, unsigned char bytes[16])
{
    unsigned acc = 0;
    unsigned bits = 0;
    size_t n = 0;

    for (size_t i = 0; i < ID_LEN; i++) {
        const char *at = id.s[i] ? strchr(ALPHABET, id.s[i]) : NULL;

        if (!at)
            return false;
        acc = (acc << 6 | (unsigned)(at - ALPHABET)) & 0xffffff;
        bits += 6;
        if (bits >= 8 && n < 16) {
            bits -= 8;
            bytes[n++] = (unsigned char)(acc >> bits & 255);
        }
    }
    return (acc & 15) == 0;
}

struct id
id_new(struct ctx *c)
{
    unsigned char bytes[16];

    machine_random(c->machine, bytes, sizeof bytes);
    return id_from_bytes(bytes);
}

bool
id_read(const char *s, struct id *out)
{
    unsigned char bytes[16];

    *out = (struct id){ .s = "" };
    if (strnlen(s, ID_LEN + 1) != ID_LEN)
        return false;
    memcpy(out->s, s, ID_LEN);
    if (id_to_bytes(*out, bytes))
        return true;
    *out = (struct id){ .s = "" };
    return false;
}

bool
id_none(struct id id)
{
    return id.s[0] == '\0';
}

bool
id_same(struct id a, struct id b)
{
    return strcmp(a.s, b.s) == 0;
}
