#include "csv.h"

#include "../base/buf.h"
#include "../base/vec.h"

#include <string.h>

struct csv
csv_begin(const char *text)
{
    return (struct csv){ .at = strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? text + 3 : text,
                         .line = 1 };
}

/* Takes one value; stands behind it, at a comma, a line end or the end. */
static const char *
value(struct arena *mem, struct csv *in)
{
    struct buf b = buf_new(mem);
    bool quoted = *in->at == '"';

    if (quoted)
        in->at++;
    for (; *in->at; in->at++) {
        if (quoted && *in->at == '"') {
            if (in->at[1] != '"') {
                quoted = false;
                continue;
            }
            in->at++;
        } else if (!quoted && (*in->at == ',' || *in->at == '\n' || *in->at == '\r')) {
            break;
        }
        in->line += *in->at == '\n';
        buf_add(&b, in->at, 1);
    }
    return buf_text(&b);
}

static bool
holds_anything(const struct csv_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (row->v[i][strspn(row->v[i], " \t")])
            return true;
    return false;
}

bool
csv_next(struct arena *mem, struct csv *in, struct csv_row *out)
{
    while (*in->at) {
        *out = (struct csv_row){ .line = in->line };
        for (;;) {
            *VEC_PUSH(mem, out) = value(mem, in);
            if (*in->at != ',')
                break;
            in->at++;
        }
        if (*in->at == '\r')
            in->at++;
        if (*in->at == '\n') {
            in->at++;
            in->line++;
        }
        if (holds_anything(out))
            return true;
    }
    return false;
}
