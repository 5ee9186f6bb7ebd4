#include "ical.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>

#include <cmocka.h>

static void
R_164_the_calendar_holds_days_and_folds_long_lines(void **state)
{
    struct arena *mem = arena_new();
    struct sitting_entry_view v[] = {
        { .id = "a1",
          .body = "包括的支援推進・情報共有会議（支援会議）、ながい名前",
          .when = "令和8年5月20日（水）　14時00分",
          .day = "20260520",
          .place = "第2庁舎3階; 会議室, 北" },
        { .id = "a2",
          .body = "取りやめ",
          .when = "",
          .day = "20260521",
          .cancelled = true },
    };
    const struct sittings_view all = { .coming = { .v = v, .n = 2 } };
    struct buf b = buf_new(mem);
    const char *text;

    (void)state;
    ical_sittings(&b, &all, "20260507T010203Z");
    text = buf_text(&b);
    assert_non_null(strstr(text, "DTSTART;VALUE=DATE:20260520\r\n"));
    assert_non_null(strstr(text, "第2庁舎3階\\; 会議室\\, 北"));
    assert_null(strstr(text, "取りやめ"));
    for (const char *at = text; *at;) {
        const char *end = strstr(at, "\r\n");

        assert_non_null(end);
        assert_true(end - at <= 75);
        at = end + 2;
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_164_the_calendar_holds_days_and_folds_long_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
