#include "log.h"

#include "machine.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
add(struct log_line *line, const char *s)
{
    size_t n = strlen(s);

    if (n > sizeof line->bytes - 2 - line->n)
        return;
    memcpy(line->bytes + line->n, s, n);
    line->n += n;
}

void
log_start_(struct log_line *line, const struct machine *m, const char *event)
{
    line->n = 0;
    add(line, "at=");
    log_int(line, "", machine_now(m));
    log_word(line, "event", event);
}

void
log_int(struct log_line *line, const char *key, int64_t v)
{
    char digits[64];

    snprintf(digits, sizeof digits, *key ? " %s=%lld" : "%s%lld", key, (long long)v);
    add(line, digits);
}

static bool
plain(const char *s)
{
    size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                         "0123456789_./{}:-");

    return n && s[n] == '\0';
}

void
log_word(struct log_line *line, const char *key, const char *word)
{
    char pair[256];

    if (!word || !plain(word))
        return;
    snprintf(pair, sizeof pair, " %s=%s", key, word);
    add(line, pair);
}

void
log_id(struct log_line *line, const char *key, struct id id)
{
    log_word(line, key, id.s);
}

void
log_end(struct log_line *line)
{
    line->bytes[line->n++] = '\n';
    if (write(STDERR_FILENO, line->bytes, line->n) < 0)
        return;
}
