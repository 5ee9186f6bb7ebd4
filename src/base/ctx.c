#include "ctx.h"

#include <string.h>

bool
refuse(struct ctx *c, enum err_kind kind, const char *fmt, ...)
{
    va_list ap;

    if (c->err.kind != ERR_NONE)
        return false;
    va_start(ap, fmt);
    c->err.kind = kind;
    c->err.text = arena_vprintf(c->mem, fmt, ap);
    va_end(ap);
    return false;
}

bool
refuse_field(struct ctx *c, const char *field, const char *fmt, ...)
{
    va_list ap;
    const char *text;

    if (c->err.kind != ERR_NONE && c->err.kind != ERR_INPUT)
        return false;
    if (c->err.n_fields == ERR_FIELDS_MAX || err_of_field(&c->err, field))
        return false;
    va_start(ap, fmt);
    text = arena_vprintf(c->mem, fmt, ap);
    va_end(ap);
    c->err.kind = ERR_INPUT;
    if (!c->err.text)
        c->err.text = "入力を確かめてください。";
    c->err.fields[c->err.n_fields++] =
        (struct err_field){ .name = arena_strdup(c->mem, field), .text = text };
    return false;
}

void
forgive(struct ctx *c)
{
    c->err = (struct err){ 0 };
}

const char *
err_of_field(const struct err *e, const char *field)
{
    for (size_t i = 0; i < e->n_fields; i++)
        if (strcmp(e->fields[i].name, field) == 0)
            return e->fields[i].text;
    return NULL;
}
