#include "snippet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
what_was_looked_for_stands_in_its_sentence(void **state)
{
    struct arena *mem = arena_new();
    struct snippet s = snippet_of(mem, "玄関にごみが増えていて心配。", "ごみ");

    (void)state;
    assert_string_equal(s.before, "玄関に");
    assert_string_equal(s.hit, "ごみ");
    assert_string_equal(s.after, "が増えていて心配。");
    arena_free(mem);
}

static void
other_letters_for_the_same_are_found_as_written(void **state)
{
    struct arena *mem = arena_new();
    struct snippet s = snippet_of(mem, "薬のﾌｸﾛが３か月分", snippet_key(mem, "フクロ"));

    (void)state;
    assert_string_equal(s.hit, "ﾌｸﾛ");
    s = snippet_of(mem, "薬の袋が３か月分", snippet_key(mem, "3か月"));
    assert_string_equal(s.hit, "３か月");
    arena_free(mem);
}

static void
a_long_text_is_cut_on_both_sides(void **state)
{
    struct arena *mem = arena_new();
    struct snippet s =
        snippet_of(mem,
                   "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ滞納"
                   "まみむめもやゆよらりるれろわをんあいうえおかきくけこ",
                   "滞納");

    (void)state;
    assert_string_equal(s.before, "…きくけこさしすせそたちつてとなにぬねのはひふへほ");
    assert_string_equal(s.hit, "滞納");
    assert_string_equal(s.after, "まみむめもやゆよらりるれろわをんあいうえおかきく…");
    arena_free(mem);
}

static void
what_is_not_there_gives_the_beginning(void **state)
{
    struct arena *mem = arena_new();
    struct snippet s = snippet_of(mem, "玄関で話した。", "滞納");

    (void)state;
    assert_string_equal(s.before, "玄関で話した。");
    assert_string_equal(s.hit, "");
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_looked_for_stands_in_its_sentence),
        cmocka_unit_test(other_letters_for_the_same_are_found_as_written),
        cmocka_unit_test(a_long_text_is_cut_on_both_sides),
        cmocka_unit_test(what_is_not_there_gives_the_beginning),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
