#include "reply_code.h"

#include "../base/text.h"

#include <ctype.h>
#include <string.h>

enum { LETTERS = 29, CHECKED = 9 };

/* Without 0 O, 1 I L, S and U, which handwriting mixes up with others. */
static const char ALPHABET[LETTERS + 1] = "23456789ABCDEFGHJKMNPQRTVWXYZ";

/*
 * The weights 1 to 9 and their differences are no multiples of the prime 29, so that every
 * single wrong letter and every swap of two is found.
 */
static int
weighted(const int *letters, int n)
{
    int sum = 0;

    for (int i = 0; i < n; i++)
        sum += (i + 1) * letters[i];
    return sum % LETTERS;
}

/* Returns the last letter, which makes the weighted sum of all nine nothing. */
static int
check_letter(int *letters)
{
    for (int v = 0; v < LETTERS; v++) {
        letters[CHECKED - 1] = v;
        if (weighted(letters, CHECKED) == 0)
            return v;
    }
    return 0;
}

static const char *
printed(struct arena *mem, const int *v)
{
    return arena_printf(mem, "%c%c%c-%c%c%c-%c%c%c", ALPHABET[v[0]], ALPHABET[v[1]],
                        ALPHABET[v[2]], ALPHABET[v[3]], ALPHABET[v[4]], ALPHABET[v[5]],
                        ALPHABET[v[6]], ALPHABET[v[7]], ALPHABET[v[8]]);
}

const char *
reply_code(struct arena *mem, const unsigned char random[REPLY_CODE_RANDOM])
{
    int letters[CHECKED];

    for (int i = 0; i < CHECKED - 1; i++)
        letters[i] = random[i] % LETTERS;
    letters[CHECKED - 1] = check_letter(letters);
    return printed(mem, letters);
}

const char *
reply_code_read(struct arena *mem, const char *text)
{
    const char *s = text_fold(mem, text);
    int letters[CHECKED];
    int n = 0;

    for (; *s; s++) {
        const char *at;

        if (isspace((unsigned char)*s) || *s == '-' || (unsigned char)*s >= 0x80)
            continue; /* a stroke may be any of many */
        at = strchr(ALPHABET, toupper((unsigned char)*s));
        if (!at || n == CHECKED)
            return NULL;
        letters[n++] = (int)(at - ALPHABET);
    }
    return n == CHECKED && weighted(letters, CHECKED) == 0 ? printed(mem, letters)
                                                           : NULL;
}
