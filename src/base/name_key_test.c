#include "name_key.h"

#include "machine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { LIST_MAX = 1 << 20, PAIRS_LEAST = 300, APART_LEAST = 100, JOINED_PER_CENT = 98 };

struct counts {
    int pairs;
    int joined;
};

static const char *
key(struct arena *mem, const char *kind, const char *name)
{
    if (strcmp(kind, "same") == 0)
        return name_key(mem, name, NAME_SAME);
    if (strcmp(kind, "similar") == 0)
        return name_key(mem, name, NAME_SIMILAR);
    if (strcmp(kind, "kana") == 0)
        return name_key_kana(mem, name);
    assert_string_equal("romaji", kind);
    return name_key_romaji(mem, name);
}

static bool
joins(struct arena *mem, const char *kind, const char *a, const char *b)
{
    return strcmp(key(mem, kind, a), key(mem, kind, b)) == 0;
}

/* Returns a path of the source tree; this file's own path tells where it begins. */
static const char *
in_tree(struct arena *mem, const char *name)
{
    const char *here = __FILE__;
    const char *end = strstr(here, "src/base/");

    return arena_printf(mem, "%.*s%s", (int)(end ? end - here : 0), here, name);
}

/* Reads a list of tests/names and counts; prints the pairs that are not as wanted. */
static struct counts
count(struct arena *mem, const char *file, bool want)
{
    const char *text =
        machine_read(&machine_real, mem, in_tree(mem, file), LIST_MAX, NULL);
    struct counts n = { 0 };

    assert_non_null(text);
    for (char *rest = arena_strdup(mem, text), *line; (line = strsep(&rest, "\n"));) {
        const char *kind = *line == '#' ? NULL : strsep(&line, "\t");
        const char *a = kind && line ? strsep(&line, "\t") : NULL;
        bool joined;

        if (!a)
            continue;
        assert_non_null(line);
        joined = joins(mem, kind, a, line);
        /* shapes of one letter are found as well as linked */
        if (want && strcmp(kind, "same") == 0)
            joined = joined && joins(mem, "similar", a, line);
        n.pairs++;
        n.joined += joined;
        if (joined != want)
            fprintf(stderr, "%s: %s %s %s: %s %s\n", file, kind, a, line,
                    key(mem, kind, a), key(mem, kind, line));
    }
    return n;
}

static void
ways_of_writing_one_name_have_one_key(void **state)
{
    struct arena *mem = arena_new();
    const struct counts n = count(mem, "tests/names/pairs.txt", true);

    (void)state;
    fprintf(stderr, "%d of %d pairs join\n", n.joined, n.pairs);
    assert_true(n.pairs >= PAIRS_LEAST);
    assert_true(n.joined * 100 >= n.pairs * JOINED_PER_CENT);
    arena_free(mem);
}

static void
different_names_have_different_keys(void **state)
{
    struct arena *mem = arena_new();
    const struct counts n = count(mem, "tests/names/apart.txt", false);

    (void)state;
    assert_true(n.pairs >= APART_LEAST);
    assert_int_equal(0, n.joined);
    arena_free(mem);
}

static void
scripts_are_told_apart(void **state)
{
    (void)state;
    assert_true(name_has_ideograph("高たか"));
    assert_true(name_has_ideograph("𠮷"));
    assert_false(name_has_ideograph("たかはし ハナ abc"));
    assert_false(name_has_ideograph(""));
    assert_true(name_is_latin("Ōhashi  Ｈａｎａ"));
    assert_true(name_is_latin("shin'ichi"));
    assert_false(name_is_latin("080-1234"));
    assert_false(name_is_latin("ohashi 花"));
    assert_false(name_is_latin(""));
}

static void
keys_of_nothing_are_nothing(void **state)
{
    struct arena *mem = arena_new();

    (void)state;
    assert_string_equal("", name_key(mem, "", NAME_SAME));
    assert_string_equal("", name_key(mem, " 　・", NAME_SIMILAR));
    assert_string_equal("", name_key_kana(mem, "　"));
    assert_string_equal("", name_key_romaji(mem, "'"));
    assert_string_equal("ー", name_key_kana(mem, "ー"));
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_of_writing_one_name_have_one_key),
        cmocka_unit_test(different_names_have_different_keys),
        cmocka_unit_test(scripts_are_told_apart),
        cmocka_unit_test(keys_of_nothing_are_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
