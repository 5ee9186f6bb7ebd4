/*
 * The description tells every route of the API, and every reference in it leads somewhere.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "openapi.h"
#include "routes.h"

#include "../desk/desk_work.h"

static json_t *
describe(struct arena *mem)
{
    struct buf b = buf_new(mem);
    json_error_t why;
    json_t *root;

    openapi_write(&b, web_routes, "/niiza/api/v1");
    root = json_loadb(b.p, b.n, JSON_REJECT_DUPLICATES, &why);
    if (!root)
        fail_msg("%s at %d", why.text, why.position);
    return root;
}

static json_t *
operation(json_t *root, const struct route *r)
{
    json_t *path = json_object_get(json_object_get(root, "paths"), r->pattern);

    return json_object_get(path, r->method == METHOD_POST ? "post" : "get");
}

/* whoever oversees the looks reads what was done, not codes. */
static void
R_115_every_route_has_words_in_the_ledger(void **state)
{
    struct arena *mem = arena_new();

    (void)state;
    for (const struct route *r = web_routes; r->pattern; r++)
        if (strcmp(desk_act_label(mem, r->code), r->code) == 0)
            fail_msg("%s: no line in words/acts.words", r->code);
    arena_free(mem);
}

static void
every_route_of_the_API_is_told(void **state)
{
    struct arena *mem = arena_new();
    json_t *root = describe(mem);
    size_t told = 0;
    size_t n = 0;
    const char *path;
    json_t *methods;

    (void)state;
    for (const struct route *r = web_routes; r->pattern; r++) {
        json_t *o = operation(root, r);

        if ((o != NULL) != r->api)
            fail_msg("%s: told %d, api %d", r->pattern, o != NULL, r->api);
        if (!o)
            continue;
        assert_non_null(json_object_get(o, "operationId"));
        assert_non_null(json_object_get(json_object_get(o, "responses"), "default"));
        assert_int_equal(r->form != NULL, json_object_get(o, "requestBody") != NULL);
        if (!r->summary)
            fail_msg("%s has no summary", r->pattern);
        n++;
    }
    json_object_foreach(json_object_get(root, "paths"), path, methods) told +=
        json_object_size(methods);
    assert_int_equal(n, told);
    json_decref(root);
    arena_free(mem);
}

static json_t *
follow(json_t *root, const char *ref)
{
    char step[64];

    assert_memory_equal("#/", ref, 2);
    ref += 2;
    while (root && *ref) {
        size_t n = strcspn(ref, "/");

        assert_true(n < sizeof step);
        memcpy(step, ref, n);
        step[n] = '\0';
        root = json_object_get(root, step);
        ref += n + (ref[n] == '/');
    }
    return root;
}

static void
check_refs(json_t *root, json_t *at, size_t *n)
{
    const char *key;
    json_t *value;
    size_t i;

    json_object_foreach(at, key, value)
    {
        if (strcmp(key, "$ref") == 0) {
            if (!follow(root, json_string_value(value)))
                fail_msg("%s leads nowhere", json_string_value(value));
            (*n)++;
        }
        check_refs(root, value, n);
    }
    json_array_foreach(at, i, value) check_refs(root, value, n);
}

static void
every_reference_leads_somewhere(void **state)
{
    struct arena *mem = arena_new();
    json_t *root = describe(mem);
    size_t n = 0;

    (void)state;
    check_refs(root, root, &n);
    assert_true(n > 50);
    json_decref(root);
    arena_free(mem);
}

static void
every_form_tells_its_fields(void **state)
{
    struct arena *mem = arena_new();
    json_t *root = describe(mem);
    json_t *schemas = json_object_get(json_object_get(root, "components"), "schemas");

    (void)state;
    for (const struct route *r = web_routes; r->pattern; r++) {
        json_t *schema;
        json_t *fields;

        if (!r->api || !r->form)
            continue;
        schema = json_object_get(schemas, r->form->name);
        fields = json_object_get(schema, "properties");
        assert_int_equal(r->form->n, json_object_size(fields));
        for (size_t i = 0; i < r->form->n; i++) {
            const struct form_field *f = &r->form->fields[i];
            json_t *one = json_object_get(fields, f->name);

            assert_non_null(one);
            if (f->kind == FORM_CHOICE)
                assert_true(json_array_size(json_object_get(one, "enum")) > 0);
        }
    }
    json_decref(root);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_115_every_route_has_words_in_the_ledger),
        cmocka_unit_test(every_route_of_the_API_is_told),
        cmocka_unit_test(every_reference_leads_somewhere),
        cmocka_unit_test(every_form_tells_its_fields),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
