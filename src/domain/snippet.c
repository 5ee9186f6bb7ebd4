#include "snippet.h"

#include "../base/text.h"

#include <string.h>

enum { AROUND = 24 /* characters on each side */ };

const char *
snippet_key(struct arena *mem, const char *text)
{
    return text_fold(mem, text_line(mem, text));
}

/* How many characters from here on fold to the key; 0 when none do. */
static size_t
matching(struct arena *mem, const char *from, const char *key, size_t most)
{
    const struct arena_mark mark = arena_mark(mem);
    size_t found = 0;

    for (size_t n = 1; n <= most && !found; n++) {
        const char *end = from;
        const char *fold;

        for (size_t i = 0; i < n && *end; i++)
            (void)text_next(&end);
        fold = text_fold(mem, arena_printf(mem, "%.*s", (int)(end - from), from));
        if (strncmp(fold, key, strlen(key)) == 0)
            found = n;
        else if (strncmp(fold, key, strlen(fold)) != 0 || !*end)
            break;
    }
    arena_rewind(mem, mark);
    return found;
}

static const char *
forward(const char *at, size_t n)
{
    for (size_t i = 0; i < n && *at; i++)
        (void)text_next(&at);
    return at;
}

struct snippet
snippet_of(struct arena *mem, const char *text, const char *key)
{
    const char *line = text_line(mem, text);
    const size_t most = text_length(key) + 4;
    const char *begin = line; /* AROUND characters before at */
    size_t passed = 0;

    for (const char *at = line; *at; (void)text_next(&at), passed++) {
        const size_t n = *key ? matching(mem, at, key, most) : 0;
        const char *end = forward(at, n);
        const char *stop = forward(end, AROUND);

        if (n)
            return (struct snippet){
                .before = arena_printf(mem, "%s%.*s", begin == line ? "" : "…",
                                       (int)(at - begin), begin),
                .hit = arena_printf(mem, "%.*s", (int)(end - at), at),
                .after = arena_printf(mem, "%.*s%s", (int)(stop - end), end,
                                      *stop ? "…" : ""),
            };
        if (passed >= AROUND)
            (void)text_next(&begin);
    }
    return (struct snippet){ .before = text_cut(mem, line, (size_t)AROUND * 2),
                             .hit = "",
                             .after = "" };
}
