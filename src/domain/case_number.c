#include "case_number.h"

#include "../base/text.h"

#include <ctype.h>
#include <string.h>

/* The quasigroup of Damm's check digit: finds every wrong digit and every swap of two. */
static const unsigned char DAMM[10][10] = {
    { 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 }, { 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 },
    { 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 }, { 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 },
    { 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 }, { 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
    { 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 }, { 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 },
    { 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 }, { 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
};

static int
check_digit(const char *digits)
{
    int state = 0;

    for (; *digits; digits++)
        if (isdigit((unsigned char)*digits))
            state = DAMM[state][*digits - '0'];
    return state;
}

const char *
case_number(struct arena *mem, struct day day, uint32_t random)
{
    const int reiwa = day_fiscal_year(day) - 2018;
    const char *body = arena_printf(mem, "R%d-%06u", reiwa, random % 1000000);

    return arena_printf(mem, "%s-%d", body, check_digit(body));
}

const char *
case_number_read(struct arena *mem, const char *text)
{
    char *s = arena_strdup(mem, text_fold(mem, text)); /* width and case are folded */
    size_t n = strlen(s);
    size_t years;

    if (n < 10 || (*s != 'r' && *s != 'R'))
        return NULL;
    *s = 'R';
    years = strspn(s + 1, "0123456789");
    if (!years || years > 2 || n != years + 10 || s[1 + years] != '-' || s[n - 2] != '-'
        || strspn(s + 2 + years, "0123456789") != 6
        || !isdigit((unsigned char)s[n - 1]))
        return NULL;
    return check_digit(s) == 0 ? s : NULL;
}
