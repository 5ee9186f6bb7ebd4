#include "form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What kgen makes of a form with a field of every kind. */
struct sample {
    const char *words;
    const char *name;
    const char *secret;
    int64_t age;
    bool age_given;
    unsigned colour;
    const char *route;
    struct form_codes topics;
    struct day born;
    bool consent;
    struct desk_id desk;
};

static const char *const COLOURS[] = { "", "red", "blue", NULL };

#define AT(member) .offset = offsetof(struct sample, member)

static const struct form_field FIELDS[] = {
    { .name = "words", .kind = FORM_TEXT, .label = "内容", .max = 20, AT(words) },
    { .name = "name", .kind = FORM_LINE, .label = "名前", .max = 5, AT(name) },
    { .name = "secret",
      .kind = FORM_SECRET,
      .label = "合い言葉",
      .max = 20,
      AT(secret) },
    { .name = "age",
      .kind = FORM_INT,
      .label = "年ごろ",
      .min = 0,
      .max = 1200,
      AT(age),
      .given = offsetof(struct sample, age_given) },
    { .name = "colour",
      .kind = FORM_CHOICE,
      .label = "色",
      .codes = COLOURS,
      .labels = COLOURS,
      AT(colour) },
    { .name = "route", .kind = FORM_CODE, .label = "道", .list = "route", AT(route) },
    { .name = "topics",
      .kind = FORM_CODES,
      .label = "困りごと",
      .list = "topic",
      AT(topics) },
    { .name = "born", .kind = FORM_DAY, .label = "生年月日", AT(born) },
    { .name = "consent", .kind = FORM_FLAG, .label = "同意", AT(consent) },
    { .name = "desk", .kind = FORM_ID, .label = "窓口", .list = "desk", AT(desk) },
};

enum { FIELDS_N = sizeof FIELDS / sizeof *FIELDS };

static const struct form_def DEF = {
    .name = "sample", .size = sizeof(struct sample), .n = FIELDS_N, .fields = FIELDS
};

/* A unit of work with what was typed and what was read. */
struct desk {
    struct ctx c;
    struct fields in;
    struct sample out;
};

static struct desk
desk_make(void)
{
    return (struct desk){ .c = { .mem = arena_new() } };
}

static void
type(struct desk *d, const char *name, const char *value)
{
    fields_add(d->c.mem, &d->in, name, value);
}

static bool
reads(struct desk *d)
{
    return form_read(&d->c, &DEF, &d->in, FORM_PAGE, &d->out);
}

static void
what_is_absent_is_empty(void **state)
{
    struct desk d = desk_make();

    (void)state;
    memset(&d.out, 0xff, sizeof d.out);
    assert_true(reads(&d));
    assert_string_equal("", d.out.words);
    assert_string_equal("", d.out.name);
    assert_string_equal("", d.out.secret);
    assert_string_equal("", d.out.route);
    assert_false(d.out.age_given);
    assert_int_equal(0, d.out.colour);
    assert_int_equal(0, d.out.topics.n);
    assert_false(day_known(d.out.born));
    assert_false(d.out.consent);
    assert_true(id_none(d.out.desk.id));
    assert_int_equal(ERR_NONE, d.c.err.kind);
    arena_free(d.c.mem);
}

static void
what_is_typed_is_read_and_written_back(void **state)
{
    static const char *const TYPED[][2] = {
        { "words", "  あ\r\nい　" },
        { "name", " 高田　 ハナ " },
        { "secret", "  a  b " },
        { "age", "１,０８０" },
        { "colour", "blue" },
        { "route", "self-1" },
        { "topics", "care" },
        { "topics", "home" },
        { "topics", "care" },
        { "topics", "" },
        { "born_era", "showa" },
        { "born_y", "21" },
        { "born_m", "7" },
        { "born_d", "3" },
        { "consent", "on" },
        { "desk", "AAECAwQFBgcICQoLDA0ODw" },
        { "csrf", "not of this form" },
    };
    static const char *const BACK[][2] = {
        { "words", "あ\nい" },
        { "name", "高田 ハナ" },
        { "age", "1080" },
        { "colour", "blue" },
        { "route", "self-1" },
        { "topics", "care" },
        { "topics", "home" },
        { "born_era", "showa" },
        { "born_y", "21" },
        { "born_m", "7" },
        { "born_d", "3" },
        { "consent", "1" },
        { "desk", "AAECAwQFBgcICQoLDA0ODw" },
    };
    struct desk d = desk_make();
    struct fields back = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof TYPED / sizeof *TYPED; i++)
        type(&d, TYPED[i][0], TYPED[i][1]);
    assert_true(reads(&d));
    assert_string_equal("  a  b ", d.out.secret);
    assert_true(d.out.age_given);
    assert_int_equal(2, d.out.colour);
    assert_string_equal("1946-07-03", day_iso(d.c.mem, d.out.born));
    form_write(d.c.mem, &DEF, &d.out, &back);
    assert_int_equal(sizeof BACK / sizeof *BACK, back.n);
    for (size_t i = 0; i < back.n; i++) {
        assert_string_equal(BACK[i][0], back.v[i].name);
        assert_string_equal(BACK[i][1], back.v[i].value);
    }
    arena_free(d.c.mem);
}

static void
an_empty_form_writes_nothing(void **state)
{
    struct desk d = desk_make();
    struct fields back = { 0 };

    (void)state;
    form_clear(&DEF, &d.out);
    form_write(d.c.mem, &DEF, &d.out, &back);
    assert_int_equal(0, back.n);
    arena_free(d.c.mem);
}

static void
each_mistake_names_field_and_mend(void **state)
{
    static const struct {
        const char *name;
        const char *value;
        const char *want;
    } t[] = {
        { "name", "あいうえおか", "「名前」は5文字までです。いまは6文字です。" },
        { "age", "八十", "「年ごろ」は0から1200までの数字で書いてください。" },
        { "age", "1201", "「年ごろ」は0から1200までの数字で書いてください。" },
        { "age", "-1", "「年ごろ」は0から1200までの数字で書いてください。" },
        { "age", "1.5", "「年ごろ」は0から1200までの数字で書いてください。" },
        { "colour", "green", "「色」は一覧から選んでください。" },
        { "colour", "RED", "「色」は一覧から選んでください。" },
        { "route", "a b", "「道」は一覧から選んでください。" },
        { "route", "../x", "「道」は一覧から選んでください。" },
        { "topics", "<b>", "「困りごと」は一覧から選んでください。" },
        { "consent", "maybe", "「同意」は一覧から選んでください。" },
        { "desk", "1", "「窓口」は一覧から選んでください。" },
        { "born", "2026-02-29",
          "「生年月日」にその日付はありません。年・月・日を確かめてください。" },
        { "born", "きのう",
          "「生年月日」は年・月・日を数字で書いてください（例 令和8年4月1日）。" },
        { "born_y", "21", "「生年月日」は年・月・日をそろえて書いてください。" },
        { "born_m", "7", "「生年月日」は年・月・日をそろえて書いてください。" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct desk d = desk_make();
        const char *field = strncmp(t[i].name, "born", 4) == 0 ? "born" : t[i].name;

        type(&d, t[i].name, t[i].value);
        assert_false(reads(&d));
        assert_int_equal(ERR_INPUT, d.c.err.kind);
        assert_int_equal(1, d.c.err.n_fields);
        assert_string_equal(t[i].want, err_of_field(&d.c.err, field));
        arena_free(d.c.mem);
    }
}

static void
all_mistakes_are_told_at_once(void **state)
{
    struct desk d = desk_make();

    (void)state;
    type(&d, "name", "あいうえおか");
    type(&d, "age", "x");
    type(&d, "born_era", "showa");
    type(&d, "born_y", "64");
    type(&d, "born_m", "2");
    type(&d, "born_d", "10");
    assert_false(reads(&d));
    assert_int_equal(3, d.c.err.n_fields);
    assert_string_equal(
        "「生年月日」のその日は昭和ではありません。元号か年を確かめてください。",
        err_of_field(&d.c.err, "born"));
    arena_free(d.c.mem);
}

static void
a_date_pasted_into_the_year_is_taken(void **state)
{
    static const char *const PASTED[] = { "S21.7.3", "昭和21年7月3日", "1946/7/3" };

    (void)state;
    for (size_t i = 0; i < sizeof PASTED / sizeof *PASTED; i++) {
        struct desk d = desk_make();

        type(&d, "born_era", "reiwa");
        type(&d, "born_y", PASTED[i]);
        type(&d, "born_m", "");
        type(&d, "born_d", " ");
        assert_true(reads(&d));
        assert_string_equal("1946-07-03", day_iso(d.c.mem, d.out.born));
        arena_free(d.c.mem);
    }
}

static void
an_era_alone_is_no_date(void **state)
{
    struct desk d = desk_make();

    (void)state;
    type(&d, "born_era", "reiwa");
    type(&d, "born_y", "");
    assert_true(reads(&d));
    assert_false(day_known(d.out.born));
    arena_free(d.c.mem);
}

static void
required_fields_ask_to_be_filled(void **state)
{
    static const char *const WANT[] = {
        "「内容」を書いてください。",
        "「名前」を書いてください。",
        "「合い言葉」を書いてください。",
        "「年ごろ」を書いてください。",
        "「色」を選んでください。",
        "「道」を選んでください。",
        "「困りごと」を選んでください。",
        "「生年月日」の年・月・日を書いてください。",
        "「同意」にしるしを付けてください。",
        "「窓口」を選んでください。",
    };
    struct form_field fields[FIELDS_N];
    struct form_def def = DEF;
    struct desk d = desk_make();

    (void)state;
    memcpy(fields, FIELDS, sizeof fields);
    for (size_t i = 0; i < FIELDS_N; i++)
        fields[i].required = true;
    def.fields = fields;
    type(&d, "words", " 　\r\n");
    type(&d, "consent", "0");
    type(&d, "topics", "");
    assert_false(form_read(&d.c, &def, &d.in, FORM_PAGE, &d.out));
    assert_int_equal(FIELDS_N, d.c.err.n_fields);
    for (size_t i = 0; i < FIELDS_N; i++)
        assert_string_equal(WANT[i], err_of_field(&d.c.err, FIELDS[i].name));
    arena_free(d.c.mem);
}

static void
limits_count_characters(void **state)
{
    struct desk d = desk_make();

    (void)state;
    type(&d, "name", "𠮷𠮷𠮷𠮷𠮷");
    assert_true(reads(&d));
    arena_free(d.c.mem);
}

static void
strict_doors_know_every_name(void **state)
{
    static const char *const GOOD[] = { "name", "born", "born_era", "born_y" };
    static const char *const BAD[] = { "nam", "name_", "name_y", "born_x", "csrf", "" };

    (void)state;
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        struct desk d = desk_make();

        type(&d, GOOD[i], "");
        assert_true(form_read(&d.c, &DEF, &d.in, FORM_STRICT, &d.out));
        arena_free(d.c.mem);
    }
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct desk d = desk_make();

        type(&d, BAD[i], "");
        assert_false(form_read(&d.c, &DEF, &d.in, FORM_STRICT, &d.out));
        assert_non_null(err_of_field(&d.c.err, BAD[i]));
        forgive(&d.c);
        assert_true(reads(&d));
        arena_free(d.c.mem);
    }
}

static bool
known_route(const void *arg, const char *list, const char *code)
{
    assert_string_equal("town", arg);
    return strcmp(list, "route") == 0 ? strcmp(code, "self") == 0
                                      : strcmp(code, "care") == 0;
}

static void
codes_are_checked_against_their_lists(void **state)
{
    static const char *codes[] = { "care", "moon" };
    struct desk d = desk_make();

    (void)state;
    form_clear(&DEF, &d.out);
    assert_true(form_check_codes(&d.c, &DEF, &d.out, known_route, "town"));
    d.out.route = "self";
    d.out.topics = (struct form_codes){ codes, 1, 2 };
    assert_true(form_check_codes(&d.c, &DEF, &d.out, known_route, "town"));
    d.out.route = "care";
    d.out.topics.n = 2;
    assert_false(form_check_codes(&d.c, &DEF, &d.out, known_route, "town"));
    assert_int_equal(2, d.c.err.n_fields);
    assert_string_equal("「道」は一覧から選んでください。",
                        err_of_field(&d.c.err, "route"));
    arena_free(d.c.mem);
}

static void
fields_are_found_by_name(void **state)
{
    (void)state;
    assert_ptr_equal(&FIELDS[7], form_field(&DEF, "born"));
    assert_null(form_field(&DEF, "born_y"));
    assert_null(form_field(&DEF, ""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_absent_is_empty),
        cmocka_unit_test(what_is_typed_is_read_and_written_back),
        cmocka_unit_test(an_empty_form_writes_nothing),
        cmocka_unit_test(each_mistake_names_field_and_mend),
        cmocka_unit_test(all_mistakes_are_told_at_once),
        cmocka_unit_test(a_date_pasted_into_the_year_is_taken),
        cmocka_unit_test(an_era_alone_is_no_date),
        cmocka_unit_test(required_fields_ask_to_be_filled),
        cmocka_unit_test(limits_count_characters),
        cmocka_unit_test(strict_doors_know_every_name),
        cmocka_unit_test(codes_are_checked_against_their_lists),
        cmocka_unit_test(fields_are_found_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
