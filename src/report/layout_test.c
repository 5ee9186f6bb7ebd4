#include "layout.h"

#include "gen/assets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct layout_print print = { .foot = "出力",
                                           .mark = "だれ",
                                           .made = "2026-11-21T14:05:09+09:00" };

static bool
pour(struct ctx *c, const char *yaml, const struct paper_view *v, struct paper_doc *out)
{
    c->err = (struct err){ .kind = ERR_NONE };
    return layout_pour(c, "papers/x.yaml", yaml, v, &print, out);
}

static void
values_rows_and_ticks_find_their_places(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct paper_value values[] = { { "name", "試験 花枝" }, { "town", "新座市" } };
    struct paper_value cells[] = { { "day", "5月7日" } };
    struct paper_value ticks[] = { { "way", "b" } };
    struct paper_row rows[] = { { .values = { .v = cells, .n = 1 } } };
    struct paper_rows tables[] = { { .name = "notes", .v = rows, .n = 1 } };
    const struct paper_view v = {
        .number = "R8-482913-5",
        .watermark = true,
        .values = { .v = values, .n = 2 },
        .ticks = { .v = ticks, .n = 1 },
        .tables = { .v = tables, .n = 1 },
    };
    struct paper_doc p;

    (void)state;
    assert_true(
        pour(&c,
             "title: '{town}の紙{none}'\n"
             "secret: true\n"
             "blocks:\n"
             "  - kind: fields\n"
             "    columns: 1\n"
             "    cells: [{label: 氏名, value: name}, {label: 年, value: age}]\n"
             "  - kind: table\n"
             "    rows: notes\n"
             "    cells: [{label: 日, value: day}, {label: 者, value: who}]\n"
             "  - kind: ticks\n"
             "    group: way\n"
             "    cells: [{code: a, label: い}, {code: b, label: ろ}]\n"
             "  - {kind: heading, text: 出ない, when: age}\n"
             "  - {kind: heading, text: 出る, unless: age}\n"
             "  - {kind: picture, value: tree}\n",
             &v, &p));
    assert_string_equal("新座市の紙", p.title);
    assert_string_equal("だれ", p.mark);
    assert_string_equal("ケース番号　R8-482913-5", p.side);
    assert_int_equal(4, p.blocks.n);
    assert_string_equal("試験 花枝", p.blocks.v[0].cells.v[0].text);
    assert_string_equal("", p.blocks.v[0].cells.v[1].text);
    assert_int_equal(4, p.blocks.v[1].cells.n);
    assert_string_equal("5月7日", p.blocks.v[1].cells.v[2].text);
    assert_int_equal(0, p.blocks.v[2].cells.v[0].flags);
    assert_int_equal(PAPER_TICKED, p.blocks.v[2].cells.v[1].flags);
    assert_string_equal("出る", p.blocks.v[3].text);
    arena_free(c.mem);
}

static void
what_is_not_owed_has_no_mark(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct paper_view v = { .watermark = false };
    struct paper_doc p;

    (void)state;
    assert_true(pour(&c, "title: 紙\nblocks: []\n", &v, &p));
    assert_string_equal("", p.mark);
    arena_free(c.mem);
}

static void
a_wrong_layout_is_refused_at_its_line(void **state)
{
    static const char *const wrong[] = {
        "title: 紙\n",
        "title: 紙\nblocks: 3\n",
        "- 紙\n",
        "titel: 紙\nblocks: []\n",
        "title: 紙\nblocks:\n  - {kind: tabel}\n",
        "title: 紙\nblocks:\n  - {kind: table, rows: x}\n",
        "title: 紙\nblocks:\n  - {kind: fields, columns: 0, cells: []}\n",
        "title: 紙\nblocks:\n  - {kind: fields, cells: {label: x}}\n",
        "title: 紙\nblocks:\n  - {kind: fields, cells: [x]}\n",
        "title: 紙\nblocks:\n  - {kind: fields, cells: [{lable: x}]}\n",
        "title: 紙\nblocks:\n  - {kind: fields, cells: [{label: x, width: 999}]}\n",
    };
    struct ctx c = { .mem = arena_new() };
    const struct paper_view v = { .watermark = false };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct paper_doc p;

        assert_false(pour(&c, wrong[i], &v, &p));
        assert_non_null(strstr(c.err.text, "papers/x.yaml:"));
    }
    arena_free(c.mem);
}

static void
every_paper_we_carry_is_right(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct paper_view v = { .watermark = true };
    size_t n = 0;

    (void)state;
    for (size_t i = 0; i < ASSET_N; i++) {
        const struct asset *a = &assets[i];
        struct paper_doc p;

        if (strncmp(a->path, "papers/", 7) != 0)
            continue;
        n++;
        if (!layout_pour(&c, a->path, arena_copy(c.mem, a->bytes, a->n), &v, &print,
                         &p))
            fail_msg("%s", c.err.text);
        assert_true(*p.title
                    || strstr((const char *)a->bytes, "\ntitle: \"{title}\"\n"));
    }
    assert_true(n >= 6);
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_rows_and_ticks_find_their_places),
        cmocka_unit_test(what_is_not_owed_has_no_mark),
        cmocka_unit_test(a_wrong_layout_is_refused_at_its_line),
        cmocka_unit_test(every_paper_we_carry_is_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
