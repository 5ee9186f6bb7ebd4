#include "decode_json.h"

#include "../base/auto.h"

#include <jansson.h>
#include <string.h>

static void
json_end(json_t **j)
{
    json_decref(*j);
}

/* Says whether the text opens more brackets within one another than is sensible. */
static bool
too_deep(const char *p, size_t n)
{
    bool quoted = false;
    int depth = 0;

    for (size_t i = 0; i < n; i++) {
        if (quoted && p[i] == '\\')
            i++;
        else if (p[i] == '"')
            quoted = !quoted;
        else if (!quoted && (p[i] == '{' || p[i] == '['))
            depth++;
        else if (!quoted && (p[i] == '}' || p[i] == ']'))
            depth--;
        if (depth > DECODE_JSON_DEPTH)
            return true;
    }
    return false;
}

/* Returns the value as text, NULL for null; false for what no field can be. */
static bool
text_of(struct arena *mem, const json_t *value, const char **out)
{
    *out = NULL;
    switch (json_typeof(value)) {
    case JSON_STRING:
        *out = arena_copy(mem, json_string_value(value), json_string_length(value));
        return true;
    case JSON_INTEGER:
        *out = arena_printf(mem, "%lld", (long long)json_integer_value(value));
        return true;
    case JSON_TRUE:
        *out = "1";
        return true;
    case JSON_FALSE:
        *out = "0";
        return true;
    case JSON_NULL:
        return true;
    case JSON_OBJECT:
    case JSON_ARRAY:
    case JSON_REAL:
        break;
    }
    return false;
}

static enum decode_verdict
add_value(struct arena *mem, const char *key, const json_t *value, struct fields *out)
{
    const char *text;

    if (!text_of(mem, value, &text))
        return DECODE_KIND;
    if (!text)
        return DECODE_GOOD;
    if (out->n >= DECODE_FIELDS_MAX)
        return DECODE_MANY;
    fields_add(mem, out, arena_strdup(mem, key), text);
    return decode_text(text, strlen(text));
}

/* A list of texts is the field again for each, as a form sends what was ticked. */
static enum decode_verdict
add_list(struct arena *mem, const char *key, const json_t *list, struct fields *out)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *value = json_array_get(list, i);
        enum decode_verdict v = DECODE_KIND;

        if (json_is_string(value))
            v = add_value(mem, key, value, out);
        if (v != DECODE_GOOD)
            return v;
    }
    return DECODE_GOOD;
}

static enum decode_verdict
add_member(struct arena *mem,
           const char *key,
           const json_t *value,
           struct fields *out,
           struct decode_fault *why)
{
    size_t n = strlen(key);

    decode_blame(why, key, n);
    if (!decode_name_good(key, n))
        return DECODE_NAME;
    return json_is_array(value) ? add_list(mem, key, value, out)
                                : add_value(mem, key, value, out);
}

/* What the library's complaint means to us. */
static enum decode_verdict
verdict_of(const json_error_t *e)
{
    switch (json_error_code(e)) {
    case json_error_invalid_utf8:
        return DECODE_UTF8;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return DECODE_NUL;
    case json_error_duplicate_key:
        return DECODE_TWICE;
    case json_error_numeric_overflow:
        return DECODE_KIND;
    default:
        return DECODE_FORM;
    }
}

enum decode_verdict
decode_json(struct arena *mem,
            const char *p,
            size_t n,
            struct fields *out,
            struct decode_fault *why)
{
    AUTO(json_end) json_t *root = NULL;
    json_error_t e;

    decode_blame(why, "", 0);
    if (n > DECODE_BODY_MAX)
        return DECODE_LONG;
    if (too_deep(p, n))
        return DECODE_KIND;
    root = json_loadb(p, n, JSON_REJECT_DUPLICATES, &e);
    if (!root)
        return verdict_of(&e);
    if (!json_is_object(root))
        return DECODE_FORM;
    for (void *at = json_object_iter(root); at; at = json_object_iter_next(root, at)) {
        enum decode_verdict v = add_member(mem, json_object_iter_key(at),
                                           json_object_iter_value(at), out, why);

        if (v != DECODE_GOOD)
            return v;
    }
    decode_blame(why, "", 0);
    return DECODE_GOOD;
}
