#include "esc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct pair {
    const char *from;
    const char *to;
};

static void
check(void (*esc)(struct buf *b, const char *s), const struct pair *t, size_t n)
{
    struct arena *a = arena_new();

    for (size_t i = 0; i < n; i++) {
        struct buf b = buf_new(a);

        esc(&b, t[i].from);
        assert_string_equal(t[i].to, buf_text(&b));
    }
    arena_free(a);
}

#define CHECK(esc, t) check((esc), (t), sizeof(t) / sizeof *(t))

static void
html_stays_text(void **state)
{
    static const struct pair t[] = {
        { "", "" },
        { "あ b", "あ b" },
        { "&<>\"'", "&amp;&lt;&gt;&quot;&#39;" },
        { "&amp;", "&amp;amp;" },
        { "a<b", "a&lt;b" },
        { "<script>", "&lt;script&gt;" },
        { "x' onclick='", "x&#39; onclick=&#39;" },
    };

    (void)state;
    CHECK(esc_html, t);
}

/* Text is passed over eight bytes at a time: each place in it, each length behind it. */
static void
html_misses_nothing_in_long_text(void **state)
{
    static const char ODD[] = { '&', '<', '>', '"', '\'' };
    char text[64];

    (void)state;
    for (size_t n = 1; n < 40; n++)
        for (size_t at = 0; at < n; at++)
            for (size_t k = 0; k < sizeof ODD; k++) {
                struct arena *a = arena_new();
                struct buf b = buf_new(a);

                memset(text, 0xe3, n);
                text[at] = ODD[k];
                text[n] = '\0';
                esc_html(&b, text);
                assert_null(memchr(buf_text(&b), ODD[k] == '&' ? '\1' : ODD[k], b.n));
                assert_true(b.n > n);
                assert_int_equal('&', b.p[at]);
                arena_free(a);
            }
}

static void
only_urls_of_ours_pass(void **state)
{
    static const struct pair t[] = {
        { "/", "/" },
        { "/a?b=c&d=\"e\"", "/a?b=c&amp;d=&quot;e&quot;" },
        { "#x", "#x" },
        { "?page=2", "?page=2" },
        { "tel:048-000-0000", "tel:048-000-0000" },
        { "mailto:a@example.jp", "mailto:a@example.jp" },
        { "", "#" },
        { "a", "#" },
        { "javascript:alert(1)", "#" },
        { "JAVASCRIPT:alert(1)", "#" },
        { " javascript:alert(1)", "#" },
        { "data:text/html,x", "#" },
        { "https://example.org/", "#" },
        { "//example.org/", "#" },
        { "/\\example.org/", "#" },
        { "/\t/example.org/", "#" },
        { "/\n/example.org/", "#" },
        { "/\r/example.org/", "#" },
        { "\t/a", "#" },
        { "tel", "#" },
    };

    (void)state;
    CHECK(esc_url, t);
}

static void
components_are_percent_encoded(void **state)
{
    static const struct pair t[] = {
        { "", "" },
        { "AZaz09-._~", "AZaz09-._~" },
        { "a b+c", "a%20b%2Bc" },
        { "/?#&=%", "%2F%3F%23%26%3D%25" },
        { "日", "%E6%97%A5" },
        { "\n\x7f", "%0A%7F" },
    };

    (void)state;
    CHECK(esc_component, t);
}

static void
json_strings_bring_their_quotes(void **state)
{
    static const struct pair t[] = {
        { NULL, "null" },
        { "", "\"\"" },
        { "日本", "\"日本\"" },
        { "a\"b\\c/", "\"a\\\"b\\\\c/\"" },
        { "\n\r\t", "\"\\n\\r\\t\"" },
        { "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"" },
        { "𠮷", "\"𠮷\"" },
    };

    (void)state;
    CHECK(esc_json, t);
}

static void
csv_cells_compute_nothing(void **state)
{
    static const struct pair t[] = {
        { "", "" },
        { "高田", "高田" },
        { "a,b", "\"a,b\"" },
        { "a\"b", "\"a\"\"b\"" },
        { "a\nb", "\"a\nb\"" },
        { "=1+1", "'=1+1" },
        { "+81", "'+81" },
        { "-1", "'-1" },
        { "@a", "'@a" },
        { "\ta", "'\ta" },
        { "=a,\"b", "\"'=a,\"\"b\"" },
        { "\r", "\"'\r\"" },
        { "1=1", "1=1" },
    };

    (void)state;
    CHECK(esc_csv, t);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html_stays_text),
        cmocka_unit_test(html_misses_nothing_in_long_text),
        cmocka_unit_test(only_urls_of_ours_pass),
        cmocka_unit_test(components_are_percent_encoded),
        cmocka_unit_test(json_strings_bring_their_quotes),
        cmocka_unit_test(csv_cells_compute_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
