/*
 * What `kasane profile show ID --json` gives out equals the file, field by field and in its
 * order. The file is read here by libyaml's own composer, the JSON by jansson: nothing of
 * our reader, schema or check takes part.
 */
#include "profile_fixture.h"

#include <errno.h>
#include <stdlib.h>

#include <jansson.h>
#include <yaml.h>

#include "profile_json.h"

struct compare {
    yaml_document_t *doc;
    size_t scalars;
};

static void
same(struct compare *k, const yaml_node_t *node, json_t *json, const char *path);

static const char *
text_of(const yaml_node_t *node)
{
    return (const char *)node->data.scalar.value;
}

/* A plain scalar of digits with an optional sign and one dot is a number. */
static bool
is_number(const char *s)
{
    char *end;

    errno = 0;
    (void)strtod(s, &end);
    return *s && !*end && !errno && !s[strspn(s, "-.0123456789")];
}

static void
same_scalar(struct compare *k,
            const yaml_node_t *node,
            const json_t *json,
            const char *path)
{
    const char *text = text_of(node);
    bool plain = node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;

    k->scalars++;
    if (plain && (!strcmp(text, "null") || !*text)) {
        if (!json_is_null(json))
            fail_msg("%s: null is not null", path);
    } else if (plain && (!strcmp(text, "true") || !strcmp(text, "false"))) {
        if (!json_is_boolean(json) || json_is_true(json) != !strcmp(text, "true"))
            fail_msg("%s: %s differs", path, text);
    } else if (plain && is_number(text) && !strchr(text, '.')) {
        if (!json_is_integer(json)
            || json_integer_value(json) != strtoll(text, NULL, 10))
            fail_msg("%s: %s differs", path, text);
    } else if (plain && is_number(text)) {
        double gap = json_number_value(json) - strtod(text, NULL);

        if (!json_is_real(json) || gap > 1e-9 || gap < -1e-9)
            fail_msg("%s: %s differs", path, text);
    } else if (!json_is_string(json) || strcmp(json_string_value(json), text) != 0) {
        fail_msg("%s: \"%s\" differs", path, text);
    }
}

static void
same_list(struct compare *k, const yaml_node_t *node, json_t *json, const char *path)
{
    const yaml_node_item_t *item = node->data.sequence.items.start;
    size_t n = (size_t)(node->data.sequence.items.top - item);
    char at[512];

    if (!json_is_array(json) || json_array_size(json) != n)
        fail_msg("%s: the list differs in length", path);
    for (size_t i = 0; i < n; i++) {
        (void)snprintf(at, sizeof at, "%.480s[%zu]", path, i);
        same(k, yaml_document_get_node(k->doc, item[i]), json_array_get(json, i), at);
    }
}

static void
same_map(struct compare *k, const yaml_node_t *node, json_t *json, const char *path)
{
    const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
    size_t n = (size_t)(node->data.mapping.pairs.top - pair);
    void *iter = json_object_iter(json);
    char at[512];

    if (!json_is_object(json) || json_object_size(json) != n)
        fail_msg("%s: the keys differ in number", path);
    for (size_t i = 0; i < n; i++, iter = json_object_iter_next(json, iter)) {
        const char *key = text_of(yaml_document_get_node(k->doc, pair[i].key));

        (void)snprintf(at, sizeof at, "%.400s.%.100s", path, key);
        if (strcmp(key, json_object_iter_key(iter)) != 0)
            fail_msg("%s: stands as %s", at, json_object_iter_key(iter));
        same(k, yaml_document_get_node(k->doc, pair[i].value),
             json_object_iter_value(iter), at);
    }
}

static void
same(struct compare *k, const yaml_node_t *node, json_t *json, const char *path)
{
    switch (node->type) {
    case YAML_SCALAR_NODE:
        same_scalar(k, node, json, path);
        break;
    case YAML_SEQUENCE_NODE:
        same_list(k, node, json, path);
        break;
    case YAML_MAPPING_NODE:
        same_map(k, node, json, path);
        break;
    case YAML_NO_NODE:
        fail_msg("%s: no node", path);
    }
}

/* Compares the file's bytes with the JSON; returns how many scalars there are. */
static size_t
compare(const char *bytes, size_t n, json_t *json)
{
    yaml_parser_t parser;
    yaml_document_t doc;
    struct compare k = { .doc = &doc };

    assert_true(yaml_parser_initialize(&parser));
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, n);
    assert_true(yaml_parser_load(&parser, &doc));
    same(&k, yaml_document_get_root_node(&doc), json, "");
    yaml_document_delete(&doc);
    yaml_parser_delete(&parser);
    return k.scalars;
}

/* Reads the bytes as a profile, writes it as JSON, and compares the two. */
static size_t
round_trip(struct ctx *c, const char *bytes, size_t n)
{
    struct profile_errors errors;
    const struct profile *p;
    struct buf b = buf_new(c->mem);
    json_t *json;
    size_t scalars;

    if (!profile_read(c, "x.yaml", bytes, n, &errors, &p))
        fail_msg("%s", c->err.text);
    profile_json(&b, p);
    json = json_loadb(buf_text(&b), b.n, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    scalars = compare(bytes, n, json);
    json_decref(json);
    return scalars;
}

static void
R_005_what_is_shown_equals_the_file_field_by_field(void **state)
{
    static const struct {
        const char *id;
        size_t at_least;
    } cases[] = {
        { "hiratsuka", 800 }, { "chigasaki", 1100 }, { "koshu", 900 },
        { "kasugai", 1500 },  { "niiza", 1100 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx c = { .mem = arena_new() };
        const char *file = arena_printf(c.mem, "profiles/%s.yaml", cases[i].id);
        size_t size;
        const char *bytes = fixture_bytes(c.mem, file, &size);
        size_t n = round_trip(&c, bytes, size);

        if (n < cases[i].at_least)
            fail_msg("%s: only %zu scalars were compared", file, n);
        arena_free(c.mem);
    }
}

static void
R_007_null_and_zero_and_empty_stay_apart(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct buf b = buf_new(c.mem);
    json_t *json;
    json_t *period;

    (void)state;
    profile_json(&b, fixture_profile(&c, "chigasaki"));
    json = json_loadb(buf_text(&b), b.n, 0, NULL);
    period = json_object_get(json_object_get(json, "plan"), "period");
    assert_true(json_is_null(json_object_get(period, "start")));
    assert_true(json_is_null(json_object_get(period, "years")));
    assert_true(json_is_false(json_object_get(period, "stated")));
    assert_int_equal(0, json_array_size(json_object_get(json, "kpis")));
    json_decref(json);
    arena_free(c.mem);
}

/* A profile may set and narrow; both come out as they went in. */
static void
what_is_optional_comes_back_when_it_is_there(void **state)
{
    static const char *const tails[] = {
        "\npolicy: {narrow: []}\n",
        "\npolicy:\n  narrow:\n    - {act: case_show, role: null, info: tax, "
        "reason: 税の話は見せません。, source: \"I-1\"}\n",
        "\nsettings: {}\n",
        "\nsettings:\n  words: [{key: nav_cases, text: 窓口}]\n"
        "  deadlines: [{rule: urgency_now, working_days: 0}]\n"
        "  closing_days: [{from: \"12-29\", to: \"01-03\", name: 年末年始}]\n"
        "  referral_bases: [{giver: own, receiver: city, basis: consent}]\n"
        "  service_types: []\n"
        "  names: [{ref: city, name: 旧平塚市, from_fiscal_year: null, "
        "to_fiscal_year: 1956, source: \"T\"}]\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct ctx c = { .mem = arena_new() };
        size_t n;
        const char *base = fixture_bytes(c.mem, "profiles/hiratsuka.yaml", &n);
        const char *own = strstr(base, "\nsettings:"); /* the last of the file */
        const char *bytes = arena_printf(
            c.mem, "%.*s%s", (int)(own ? own - base : (long)n), base, tails[i]);

        assert_true(round_trip(&c, bytes, strlen(bytes)) >= 800);
        arena_free(c.mem);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_005_what_is_shown_equals_the_file_field_by_field),
        cmocka_unit_test(what_is_optional_comes_back_when_it_is_there),
        cmocka_unit_test(R_007_null_and_zero_and_empty_stay_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
