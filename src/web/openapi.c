#include "openapi.h"

#include "routes.h"

#include "../base/esc.h"
#include "../domain/town.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void
put_key(struct buf *b, const char *key, const char *text)
{
    buf_printf(b, "\"%s\":", key);
    esc_json(b, text);
}

/* "/cases/{id}/notes" with get becomes get_cases_id_notes. */
static void
put_operation_id(struct buf *b, const struct route *r)
{
    buf_printf(b, "\"operationId\":\"%s", r->method == METHOD_POST ? "post" : "get");
    for (const char *s = r->pattern; *s; s++)
        if (*s == '/' || *s == '.')
            buf_char(b, '_');
        else if (*s != '{' && *s != '}')
            buf_char(b, *s);
    buf_lit(b, "\",");
}

/* The segments in braces; a second {id} gets a number, as names must differ. */
static void
put_path(struct buf *b, const char *pattern)
{
    int n = 0;

    buf_char(b, '"');
    for (const char *s = pattern; *s; s++)
        if (strncmp(s, "{id}", 4) == 0) {
            buf_lit(b, "{id");
            if (n++)
                buf_int(b, n);
            buf_char(b, '}');
            s += 3;
        } else {
            buf_char(b, *s);
        }
    buf_lit(b, "\":{");
}

static void
put_parameters(struct buf *b, const struct route *r)
{
    int n = 0;
    bool first = true;

    buf_lit(b, "\"parameters\":[");
    for (const char *s = strchr(r->pattern, '{'); s; s = strchr(s + 1, '{')) {
        const bool word = strncmp(s, "{word}", 6) == 0;
        char name[16] = "word";

        if (!word)
            snprintf(name, sizeof name, n ? "id%d" : "id", n + 1);
        n += !word;
        buf_printf(b,
                   "%s{\"name\":\"%s\",\"in\":\"path\",\"required\":true,"
                   "\"schema\":{\"$ref\":\"#/components/schemas/%s\"}}",
                   first ? "" : ",", name, word ? "Word" : "Id");
        first = false;
    }
    if (r->method == METHOD_POST)
        buf_printf(b, "%s{\"$ref\":\"#/components/parameters/IdempotencyKey\"}",
                   first ? "" : ",");
    buf_lit(b, "],");
}

static void
put_operation(struct buf *b, const struct route *r)
{
    buf_printf(b, "\"%s\":{", r->method == METHOD_POST ? "post" : "get");
    put_operation_id(b, r);
    put_key(b, "summary", r->summary ? r->summary : r->code);
    buf_char(b, ',');
    put_key(b, "x-act", r->code);
    buf_char(b, ',');
    put_parameters(b, r);
    if (r->access == ACCESS_OPEN)
        buf_lit(b, "\"security\":[],");
    if (r->form)
        buf_printf(
            b,
            "\"requestBody\":{\"required\":true,\"content\":{\"application/json\":{"
            "\"schema\":{\"$ref\":\"#/components/schemas/%s\"}}}},",
            r->form->name);
    buf_lit(b, "\"responses\":{");
    if (r->method == METHOD_POST)
        buf_lit(b, "\"200\":{\"$ref\":\"#/components/responses/Done\"},"
                   "\"201\":{\"$ref\":\"#/components/responses/Done\"},"
                   "\"409\":{\"$ref\":\"#/components/responses/Problem\"},"
                   "\"422\":{\"$ref\":\"#/components/responses/Problem\"},");
    else
        buf_lit(b,
                "\"200\":{\"description\":\"内容\",\"content\":{\"application/json\":{"
                "\"schema\":{\"type\":\"object\"}}}},");
    buf_lit(b, "\"401\":{\"$ref\":\"#/components/responses/Problem\"},"
               "\"404\":{\"$ref\":\"#/components/responses/Problem\"},"
               "\"default\":{\"$ref\":\"#/components/responses/Problem\"}}}");
}

/* All methods of a path stand together, where the path comes first. */
static bool
told_before(const struct route *routes, const struct route *r)
{
    for (const struct route *x = routes; x < r; x++)
        if (x->api && strcmp(x->pattern, r->pattern) == 0)
            return true;
    return false;
}

static void
put_paths(struct buf *b, const struct route *routes)
{
    bool first = true;

    buf_lit(b, "\"paths\":{");
    for (const struct route *r = routes; r->pattern; r++) {
        bool more = false;

        if (!r->api || told_before(routes, r))
            continue;
        buf_str(b, first ? "" : ",");
        put_path(b, r->pattern);
        for (const struct route *x = r; x->pattern; x++) {
            if (!x->api || strcmp(x->pattern, r->pattern) != 0)
                continue;
            buf_str(b, more ? "," : "");
            put_operation(b, x);
            more = true;
        }
        buf_char(b, '}');
        first = false;
    }
    buf_lit(b, "},");
}

static void
put_codes(struct buf *b, const struct form_field *f)
{
    buf_lit(b, "\"type\":\"string\",\"enum\":[");
    for (size_t i = 1; f->codes[i]; i++) {
        buf_str(b, i > 1 ? "," : "");
        esc_json(b, f->codes[i]);
    }
    buf_char(b, ']');
}

static void
put_kind(struct buf *b, const struct form_field *f)
{
    switch (f->kind) {
    case FORM_TEXT:
    case FORM_LINE:
    case FORM_SECRET:
        buf_lit(b, "\"type\":\"string\"");
        if (f->max)
            buf_printf(b, ",\"maxLength\":%" PRId64, f->max);
        break;
    case FORM_INT:
        buf_printf(b,
                   "\"type\":\"integer\",\"minimum\":%" PRId64 ",\"maximum\":%" PRId64,
                   f->min, f->max);
        break;
    case FORM_CHOICE:
        put_codes(b, f);
        break;
    case FORM_CODE:
        buf_lit(b, "\"type\":\"string\",");
        put_key(b, "x-list", f->list);
        break;
    case FORM_CODES:
        buf_lit(b, "\"type\":\"array\",\"items\":{\"type\":\"string\"},");
        put_key(b, "x-list", f->list);
        break;
    case FORM_DAY:
        buf_lit(b, "\"type\":\"string\",\"format\":\"date\"");
        break;
    case FORM_FLAG:
        buf_lit(b, "\"type\":\"boolean\"");
        break;
    case FORM_ID:
        buf_lit(b, "\"$ref\":\"#/components/schemas/Id\"");
        break;
    }
}

static void
put_form(struct buf *b, const struct form_def *def)
{
    bool first = true;

    buf_printf(b, "\"%s\":{\"type\":\"object\",\"additionalProperties\":false,",
               def->name);
    buf_lit(b, "\"required\":[");
    for (size_t i = 0; i < def->n; i++) {
        if (!def->fields[i].required)
            continue;
        buf_printf(b, "%s\"%s\"", first ? "" : ",", def->fields[i].name);
        first = false;
    }
    buf_lit(b, "],\"properties\":{");
    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *f = &def->fields[i];

        buf_printf(b, "%s\"%s\":{", i ? "," : "", f->name);
        put_kind(b, f);
        buf_char(b, ',');
        put_key(b, "title", f->label);
        if (*f->hint) {
            buf_char(b, ',');
            put_key(b, "description", f->hint);
        }
        buf_str(b, f->personal ? ",\"x-personal\":true}" : "}");
    }
    buf_lit(b, "}}");
}

static bool
form_before(const struct route *routes, const struct route *r)
{
    for (const struct route *x = routes; x < r; x++)
        if (x->api && x->form == r->form)
            return true;
    return false;
}

static void
put_schemas(struct buf *b, const struct route *routes)
{
    buf_lit(
        b,
        "\"schemas\":{"
        "\"Id\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9_-]{22}$\"},"
        "\"Word\":{\"type\":\"string\",\"pattern\":\"^[a-z0-9_]{1,48}$\"},"
        "\"Done\":{\"type\":\"object\",\"properties\":{"
        "\"id\":{\"type\":[\"string\",\"null\"]},\"place\":{\"type\":\"string\"}}},"
        "\"Problem\":{\"type\":\"object\",\"required\":[\"type\",\"status\",\"title\"],"
        "\"properties\":{\"type\":{\"type\":\"string\"},\"status\":{\"type\":"
        "\"integer\"},\"title\":{\"type\":\"string\"},\"errors\":{\"type\":\"array\","
        "\"items\":{\"type\":\"object\",\"properties\":{\"field\":{\"type\":\"string\"}"
        ","
        "\"detail\":{\"type\":\"string\"}}}}}}");
    for (const struct route *r = routes; r->pattern; r++)
        if (r->api && r->form && !form_before(routes, r)) {
            buf_char(b, ',');
            put_form(b, r->form);
        }
    buf_lit(b, "},");
}

static void
put_components(struct buf *b, const struct route *routes)
{
    buf_lit(b, "\"components\":{");
    put_schemas(b, routes);
    buf_lit(
        b,
        "\"responses\":{"
        "\"Done\":{\"description\":\"受け付けました\",\"content\":{"
        "\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Done\"}}}},"
        "\"Problem\":{\"description\":\"できないわけと、直し方\",\"content\":{"
        "\"application/problem+json\":{\"schema\":{\"$ref\":"
        "\"#/components/schemas/Problem\"}}}}},"
        "\"parameters\":{\"IdempotencyKey\":{\"name\":\"Idempotency-Key\","
        "\"in\":\"header\",\"required\":false,\"description\":"
        "\"同じ鍵でくり返しても、一度だけ受け付けます\","
        "\"schema\":{\"type\":\"string\",\"maxLength\":64}}},"
        "\"securitySchemes\":{\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\"}}}");
}

void
openapi_write(struct buf *out, const struct route *routes, const char *base)
{
    buf_lit(out,
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Kasane\",\"version\":\"1\","
            "\"description\":\"職員の画面と同じ行為を、同じ決まりで行います。\"},"
            "\"servers\":[{");
    put_key(out, "url", base);
    buf_lit(out, "}],\"security\":[{\"bearer\":[]}],");
    put_paths(out, routes);
    put_components(out, routes);
    buf_lit(out, "}\n");
}

bool
show_openapi(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    (void)req;
    (void)out;
    openapi_write(&rep->body, web_routes,
                  arena_printf(c->mem, "%s/api/v1", c->town->path));
    rep->status = 200;
    rep->type = "application/json";
    return true;
}
