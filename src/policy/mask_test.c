#include "mask.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const struct decision ONLY_NAME = { .allow = ITEM_BIT(ITEM_IDENTITY) };

static void
a_field_passes_when_its_class_is_open(void **state)
{
    (void)state;
    assert_string_equal("高田ハナ", mask_text(&ONLY_NAME, ITEM_IDENTITY, "高田ハナ"));
    assert_null(mask_text(&ONLY_NAME, ITEM_HEALTH, "膝の痛み"));
    assert_int_equal(78, mask_int(&ONLY_NAME, ITEM_IDENTITY, 78, -1));
    assert_int_equal(-1, mask_int(&ONLY_NAME, ITEM_MONEY, 78, -1));
    assert_true(mask_flag(&ONLY_NAME, ITEM_IDENTITY, true));
    assert_false(mask_flag(&ONLY_NAME, ITEM_ABUSE, true));
    assert_true(day_known(mask_day(&ONLY_NAME, ITEM_IDENTITY, (struct day){ 1 })));
    assert_false(day_known(mask_day(&ONLY_NAME, ITEM_CONTACT, (struct day){ 1 })));
}

static void
the_line_about_hidden_things_names_classes_only(void **state)
{
    struct arena *mem = arena_new();
    const char *line = mask_hidden_line(mem, POST_ROLE_DESK_WORKER, ACT_VIEW);

    (void)state;
    assert_non_null(strstr(line, "税務"));
    assert_non_null(strstr(line, "会議の内容"));
    assert_string_equal("", mask_hidden_line(mem, POST_ROLE_ADMIN, ACT_VIEW));
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_passes_when_its_class_is_open),
        cmocka_unit_test(the_line_about_hidden_things_names_classes_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
