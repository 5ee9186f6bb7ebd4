#include "fuzz.h"

#include "../../src/base/machine.h"
#include "../../src/base/yaml.h"

static void
check(const struct yaml_node *node, int depth)
{
    PROMISE(depth <= YAML_DEPTH_MAX + 1 && node->line >= 1 && node->col >= 1);
    PROMISE(node->kind != YAML_IS_MAP || node->n % 2 == 0);
    PROMISE(text_valid(node->text, strlen(node->text)));
    if (node->kind == YAML_IS_SCALAR)
        PROMISE(!node->quoted || yaml_type_of(node) == YAML_OF_TEXT);
    for (size_t i = 0; i < node->n; i++)
        check(node->v[i], depth + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    const struct yaml_node *root = NULL;

    if (yaml_read(&c, "fuzz.yaml", own_copy(c.mem, data, n), n, &root))
        check(root, 0);
    else
        PROMISE(c.err.kind != ERR_NONE && text_valid(c.err.text, strlen(c.err.text)));
    arena_free(c.mem);
    return 0;
}
