#include "childcare_rule.h"

#include <string.h>

bool
childcare_desk(const struct settings *s, const char *code)
{
    const char *at = settings_rule(s, RULE_CHILDCARE_DESKS);
    const size_t n = strlen(code);

    for (; *at; at += strspn(at, " ")) {
        const size_t len = strcspn(at, " ");

        if (n && len == n && memcmp(at, code, n) == 0)
            return true;
        at += len;
    }
    return false;
}
