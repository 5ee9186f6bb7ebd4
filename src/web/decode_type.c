#include "decode_type.h"

#include "multipart.h"

#include <string.h>
#include <strings.h>

/* One "name=value" behind a content type; quotes are taken off the value. */
struct param {
    const char *name;
    const char *value;
};

static const char *
skip_spaces(const char *s)
{
    return s + strspn(s, " \t");
}

/* Takes the value up to its end: a quoted text without backslashes, or a word. */
static bool
take_value(struct arena *mem, const char **s, const char **out)
{
    bool quoted = **s == '"';
    size_t n;

    *s += quoted;
    n = strcspn(*s, quoted ? "\"\\" : "; \t\"\\");
    *out = arena_copy(mem, *s, n);
    *s += n;
    if (quoted && *(*s)++ != '"')
        return false;
    *s = skip_spaces(*s);
    return quoted || n > 0;
}

/* Takes "; name=value"; false when it has another form. */
static bool
take_param(struct arena *mem, const char **s, struct param *out)
{
    size_t n;

    if (**s != ';')
        return false;
    *s = skip_spaces(*s + 1);
    n = strcspn(*s, "=; \t\"\\");
    if (n == 0 || (*s)[n] != '=')
        return false;
    out->name = arena_copy(mem, *s, n);
    *s += n + 1;
    return take_value(mem, s, &out->value);
}

static enum decode_type
type_of(const char *s, size_t n)
{
    static const struct {
        const char *name;
        enum decode_type type;
    } known[] = {
        { "application/x-www-form-urlencoded", TYPE_FORM },
        { "multipart/form-data", TYPE_MULTIPART },
        { "application/json", TYPE_JSON },
    };

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strlen(known[i].name) == n && strncasecmp(s, known[i].name, n) == 0)
            return known[i].type;
    return TYPE_OTHER;
}

/* Reads the parameters; false when one is broken, unknown to the type, or comes twice. */
static bool
read_params(struct arena *mem,
            const char *s,
            const char **charset,
            const char **boundary)
{
    while (*s) {
        struct param p;
        const char **to;

        if (!take_param(mem, &s, &p))
            return false;
        if (strcasecmp(p.name, "charset") == 0)
            to = charset;
        else if (strcasecmp(p.name, "boundary") == 0)
            to = boundary;
        else
            return false;
        if (*to)
            return false;
        *to = p.value;
    }
    return true;
}

enum decode_type
decode_content_type(struct arena *mem, const char *header, const char **boundary)
{
    const char *charset = NULL;
    const char *found = NULL;
    enum decode_type type;
    size_t n;

    if (!header || !*header)
        return TYPE_NONE;
    n = strcspn(header, "; \t");
    type = type_of(header, n);
    if (type == TYPE_OTHER
        || !read_params(mem, skip_spaces(header + n), &charset, &found))
        return TYPE_OTHER;
    if (charset && strcasecmp(charset, "utf-8") != 0)
        return TYPE_OTHER;
    if ((type == TYPE_MULTIPART) != (found != NULL))
        return TYPE_OTHER;
    if (found && !multipart_boundary_good(found))
        return TYPE_OTHER;
    if (boundary && found)
        *boundary = found;
    return type;
}
