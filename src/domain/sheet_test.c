#include "sheet.h"

#include "sheet_rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
R_082_the_whole_household_is_looked_at(void **state)
{
    const struct sheet_member people[] = {
        { .together = true, .entry = true },
        { .together = true },
        { .together = false },
    };
    struct sheet_member met[3];
    size_t who = 9;

    (void)state;
    assert_int_equal(SHEET_LACKS_MEMBER, sheet_lacks(people, 3, true, 0, &who));
    assert_int_equal(1, who);
    memcpy(met, people, sizeof met);
    met[1].not_met = true;
    assert_int_equal(SHEET_WHOLE, sheet_lacks(met, 3, true, 0, &who));
    met[1] = (struct sheet_member){ .together = true, .entry = true };
    assert_int_equal(SHEET_WHOLE, sheet_lacks(met, 3, true, 0, &who));
    assert_int_equal(SHEET_LACKS_FIELD, sheet_lacks(met, 3, true, 2, &who));
}

static void
R_084_without_strengths_it_is_not_whole(void **state)
{
    const struct sheet_member one = { .together = true, .entry = true };
    size_t who;

    (void)state;
    assert_int_equal(SHEET_LACKS_STRENGTH, sheet_lacks(&one, 1, false, 0, &who));
    assert_int_equal(SHEET_WHOLE, sheet_lacks(&one, 1, true, 0, &who));
}

static void
every_sheet_we_carry_is_right(void **state)
{
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < sheet_codes_n; i++) {
        struct sheet s;

        if (!sheet_find(&c, "niiza", sheet_codes[i], &s))
            fail_msg("%s", c.err.text);
        assert_int_equal(i + 1, s.number);
        assert_true(s.sections.n > 0);
        c.err = (struct err){ .kind = ERR_NONE };
        if (!sheet_read(&c, sheet_codes[i], s.body, &s))
            fail_msg("%s", c.err.text);
    }
    arena_free(c.mem);
}

static void
a_wrong_sheet_is_refused_at_its_line(void **state)
{
    static const char *const wrong[] = {
        "title: x\n",
        "title: x\nnumber: 1\nsections: [{title: a}]\n",
        "title: x\nnumber: 0\nsections: []\n",
        "title: x\nnumber: 1\nsections: [{title: a, fields: [{key: a, label: b}]}]\n",
        "title: x\nnumber: 1\nsections: [{title: a, fields: [{key: A, label: b, kind: "
        "text}]}]\n",
        "title: x\nnumber: 1\nsections: [{title: a, fields: [{key: a, label: b, kind: "
        "choice}]}]\n",
        "title: x\nnumber: 1\nsections: [{title: a, fields: [{key: a, label: b, kind: "
        "text, item: tax}]}]\n",
        "title: x\nnumber: 1\nsections: [{title: a, fields: [{key: a, label: b, kind: "
        "text}, {key: a, label: c, kind: text}]}]\n",
    };
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct sheet s;

        c.err = (struct err){ .kind = ERR_NONE };
        assert_false(sheet_read(&c, "x", wrong[i], &s));
        assert_non_null(strstr(c.err.text, "sheets/x.yaml:"));
    }
    arena_free(c.mem);
}

static void
answers_come_back_as_they_were(void **state)
{
    struct arena *mem = arena_new();
    struct fields in = { 0 };
    struct fields out = { 0 };

    (void)state;
    fields_add(mem, &in, "can.abc", "花を育てる\n\\字を書く=上手");
    fields_add(mem, &in, "types", "01");
    fields_add(mem, &in, "types", "03");
    sheet_read_answers(mem, sheet_write_answers(mem, &in), &out);
    assert_int_equal(3, out.n);
    for (size_t i = 0; i < in.n; i++) {
        assert_string_equal(in.v[i].name, out.v[i].name);
        assert_string_equal(in.v[i].value, out.v[i].value);
    }
    out.n = 0;
    sheet_read_answers(mem, "no sign\n=x\nlast=y", &out);
    assert_string_equal("y", fields_get(&out, "last"));
    arena_free(mem);
}

static void
values_are_checked_by_their_kind(void **state)
{
    static const struct {
        enum sheet_kind kind;
        const char *typed;
        const char *kept; /* NULL: refused */
    } cases[] = {
        { SHEET_MONEY, "１２,０００", "12000" },
        { SHEET_MONEY, "たくさん", NULL },
        { SHEET_NUMBER, "-1", NULL },
        { SHEET_MONTH, "2026-04", "2026-04" },
        { SHEET_MONTH, "2026-13", NULL },
        { SHEET_MONTH, "26-4", NULL },
        { SHEET_FLAG, "on", "1" },
        { SHEET_LINE, "  あ  い ", "あ い" },
        { SHEET_CHOICE, "good", "good" },
        { SHEET_CHOICE, "bad", NULL },
    };
    struct sheet_option option = { "good", "良い" };
    struct codes codes = { .lists = { .n = 0 } };
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct sheet_field f = { .key = "k",
                                       .label = "項目",
                                       .list = "",
                                       .kind = cases[i].kind,
                                       .options = { .v = &option, .n = 1 } };
        struct fields typed = { 0 };
        struct fields kept = { 0 };
        bool good;

        c.err = (struct err){ .kind = ERR_NONE };
        fields_add(c.mem, &typed, "k", cases[i].typed);
        good = sheet_take(&c, &f, &codes, &typed, "k", &kept);
        assert_int_equal(cases[i].kept != NULL, good);
        if (cases[i].kept)
            assert_string_equal(cases[i].kept, fields_get(&kept, "k"));
        else
            assert_non_null(strstr(err_of_field(&c.err, "k"), "「項目」"));
    }
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_082_the_whole_household_is_looked_at),
        cmocka_unit_test(R_084_without_strengths_it_is_not_whole),
        cmocka_unit_test(every_sheet_we_carry_is_right),
        cmocka_unit_test(a_wrong_sheet_is_refused_at_its_line),
        cmocka_unit_test(answers_come_back_as_they_were),
        cmocka_unit_test(values_are_checked_by_their_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
