#include "yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buf.h"
#include "map.h"

static const struct yaml_node *
tree_of(struct ctx *c, const char *text)
{
    const struct yaml_node *root = NULL;

    return yaml_read(c, "f.yaml", text, strlen(text), &root) ? root : NULL;
}

static const struct yaml_node *
good_tree(struct ctx *c, const char *text)
{
    const struct yaml_node *root = tree_of(c, text);

    if (!root) {
        fail_msg("%s", c->err.text);
        abort(); /* fail_msg() does not come back; the compiler cannot know */
    }
    return root;
}

static void
nodes_know_their_kind_and_place(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct yaml_node *root =
        good_tree(&c, "a: 1\n名前:\n  - x\n  - {k: \"v\", 二: [~]}\n");
    const struct yaml_node *list = yaml_get(root, "名前");

    (void)state;
    assert_int_equal(YAML_IS_MAP, root->kind);
    assert_int_equal(4, root->n);
    assert_int_equal(YAML_IS_LIST, list->kind);
    assert_int_equal(3, list->v[0]->line);
    assert_int_equal(5, list->v[0]->col);
    assert_true(yaml_get(list->v[1], "k")->quoted);
    assert_false(list->v[0]->quoted);
    assert_int_equal(17, yaml_get(list->v[1], "二")->col);
    assert_null(yaml_get(root, "b"));
    assert_null(yaml_get(list, "b"));
    assert_null(yaml_get(NULL, "b"));
    arena_free(c.mem);
}

static void
scalars_are_what_both_versions_of_YAML_say(void **state)
{
    static const struct {
        const char *text;
        enum yaml_type type;
    } cases[] = {
        { "x", YAML_OF_TEXT },       { "\"1\"", YAML_OF_TEXT },
        { "'null'", YAML_OF_TEXT },  { "か所", YAML_OF_TEXT },
        { "null", YAML_OF_NULL },    { "~", YAML_OF_NULL },
        { "true", YAML_OF_BOOL },    { "False", YAML_OF_BOOL },
        { "0", YAML_OF_INT },        { "-12", YAML_OF_INT },
        { "3.5", YAML_OF_REAL },     { "-0.5", YAML_OF_REAL },
        { "yes", YAML_OF_UNSURE },   { "No", YAML_OF_UNSURE },
        { "012", YAML_OF_UNSURE },   { "0x1f", YAML_OF_UNSURE },
        { "1_000", YAML_OF_UNSURE }, { "2026-04-01", YAML_OF_UNSURE },
        { "12:30", YAML_OF_UNSURE }, { "1.", YAML_OF_UNSURE },
        { ".5", YAML_OF_UNSURE },    { "+1", YAML_OF_UNSURE },
        { "1e3", YAML_OF_UNSURE },   { "2年", YAML_OF_TEXT },
        { "FY2023", YAML_OF_TEXT },  { "106の5", YAML_OF_TEXT },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct yaml_node *root =
            good_tree(&c, arena_printf(c.mem, "- %s\n", cases[i].text));

        if (yaml_type_of(root->v[0]) != cases[i].type)
            fail_msg("%s", cases[i].text);
        arena_free(c.mem);
    }
}

static void
what_our_files_do_not_use_is_refused(void **state)
{
    static const struct {
        const char *text;
        const char *at;
    } cases[] = {
        { "", "f.yaml:1:1: " },
        { "# nothing\n", "f.yaml:1:1: " },
        { "a: &x 1\n", "f.yaml:1:4: " },
        { "a: &x [1]\n", "f.yaml:1:4: " },
        { "a: 1\nb: *x\n", "f.yaml:2:4: " },
        { "a: !!str 1\n", "f.yaml:1:4: " },
        { "a: !x {b: 1}\n", "f.yaml:1:4: " },
        { "--- 1\n--- 2\n", "f.yaml:2:1: " },
        { "a: |\n  text\n", "f.yaml:1:4: " },
        { "a: \"x\n  y\"\n", "f.yaml:1:4: " },
        { "? [1]\n: 2\n", "f.yaml:1:3: " },
        { "a: [1\nb: 2\n", "f.yaml:1:5: " },
        { "a: \"\\0\"\n", "f.yaml:1:4: " },
        { "a: \xff\n", "f.yaml:1:1: " },
        { "a:\n\tb: 1\n", "f.yaml:2:1: " },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx c = { .mem = arena_new() };

        if (tree_of(&c, cases[i].text))
            fail_msg("case %zu is taken", i);
        assert_int_equal(ERR_INPUT, c.err.kind);
        if (strncmp(c.err.text, cases[i].at, strlen(cases[i].at)) != 0)
            fail_msg("case %zu: %s", i, c.err.text);
        arena_free(c.mem);
    }
}

/* Returns n times one text. */
static const char *
times(struct arena *mem, const char *s, size_t n)
{
    struct buf b = buf_new(mem);

    while (n--)
        buf_str(&b, s);
    return buf_text(&b);
}

static void
size_depth_and_number_of_nodes_have_limits(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct yaml_node *root;
    size_t n = YAML_BYTES_MAX + 1;
    const char *large = times(c.mem, "#", n);

    (void)state;
    assert_false(yaml_read(&c, "f", large, n, &root));
    forgive(&c);
    assert_non_null(tree_of(
        &c, arena_printf(c.mem, "%s%s", times(c.mem, "[", 32), times(c.mem, "]", 32))));
    assert_null(tree_of(&c, times(c.mem, "[", 33)));
    forgive(&c);
    assert_null(tree_of(&c, times(c.mem, "[", 100000)));
    forgive(&c);
    assert_non_null(tree_of(&c, times(c.mem, "- 1\n", YAML_NODES_MAX - 1)));
    assert_null(tree_of(&c, times(c.mem, "- 1\n", YAML_NODES_MAX)));
    arena_free(c.mem);
}

static void
a_map_finds_what_was_put_and_keeps_the_first(void **state)
{
    struct arena *mem = arena_new();
    struct map m = { 0 };
    int values[500];

    (void)state;
    assert_false(map_has(&m, "0"));
    assert_null(map_get(&m, "0"));
    for (int i = 0; i < 500; i++)
        assert_true(map_add(mem, &m, arena_printf(mem, "%d", i), &values[i]));
    for (int i = 0; i < 500; i++) {
        const char *key = arena_printf(mem, "%d", i);

        assert_ptr_equal(&values[i], map_get(&m, key));
        assert_false(map_add(mem, &m, key, NULL));
    }
    assert_false(map_has(&m, "500"));
    assert_int_equal(500, m.n);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_know_their_kind_and_place),
        cmocka_unit_test(scalars_are_what_both_versions_of_YAML_say),
        cmocka_unit_test(what_our_files_do_not_use_is_refused),
        cmocka_unit_test(size_depth_and_number_of_nodes_have_limits),
        cmocka_unit_test(a_map_finds_what_was_put_and_keeps_the_first),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
