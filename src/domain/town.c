#include "town.h"

#include "codes.h"

const char *
town_label(const struct town *t, const char *list, const char *code)
{
    if (!*code || !t->codes)
        return code;
    return codes_label(t->codes, list, code);
}
