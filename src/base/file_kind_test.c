#include "file_kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define KIND(text) file_kind_of(text, sizeof(text) - 1)

static void
files_are_known_by_their_bytes(void **state)
{
    (void)state;
    assert_string_equal(KIND("%PDF-1.7\n")->ending, ".pdf");
    assert_string_equal(KIND("\x89PNG\r\n\x1a\n....")->ending, ".png");
    assert_string_equal(KIND("\xff\xd8\xff\xe0....")->ending, ".jpg");
    assert_string_equal(KIND("\0\0\0\x18"
                             "ftypheic")
                            ->ending,
                        ".heic");
    assert_string_equal(KIND("聞いたことの控え\n")->ending, ".txt");
}

static void
what_could_run_or_hide_is_not_taken(void **state)
{
    (void)state;
    assert_null(KIND("MZ\x90\0"));
    assert_null(KIND("PK\x03\x04"));
    assert_null(KIND("\x1b[2J"));
    assert_null(KIND("\x82\xa0"));
    assert_null(file_kind_of("", 0));
}

/* JFIF, a place in EXIF, a comment, colour, then the data. */
static const char PHOTO[] = "\xff\xd8"
                            "\xff\xe0\0\x04JF"
                            "\xff\xe1\0\x0a"
                            "GPS35.79"
                            "\xff\xfe\0\x06note"
                            "\xff\xe2\0\x04IC"
                            "\xff\xda\0\x04..data\xff\xd9";

static void
a_photo_keeps_its_picture_and_loses_where_it_was_taken(void **state)
{
    struct arena *mem = arena_new();
    size_t n;
    const char *out = file_without_camera(mem, PHOTO, sizeof PHOTO - 1, &n);
    static const char WANT[] = "\xff\xd8"
                               "\xff\xe0\0\x04JF"
                               "\xff\xe2\0\x04IC"
                               "\xff\xda\0\x04..data\xff\xd9";

    (void)state;
    assert_int_equal(n, sizeof WANT - 1);
    assert_memory_equal(out, WANT, n);
    arena_free(mem);
}

static void
a_photo_cut_anywhere_never_reads_beyond_its_end(void **state)
{
    (void)state;
    for (size_t cut = 0; cut < sizeof PHOTO; cut++) {
        struct arena *mem = arena_new();
        char *copy = arena_alloc(mem, cut + 1);
        size_t n;

        memcpy(copy, PHOTO, cut);
        assert_non_null(file_without_camera(mem, copy, cut, &n));
        assert_true(n <= cut);
        arena_free(mem);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_known_by_their_bytes),
        cmocka_unit_test(what_could_run_or_hide_is_not_taken),
        cmocka_unit_test(a_photo_keeps_its_picture_and_loses_where_it_was_taken),
        cmocka_unit_test(a_photo_cut_anywhere_never_reads_beyond_its_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
