#include "control.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct sample {
    const char *name;
    unsigned colour;
    struct day born;
};

static const char *const FEW[] = { "", "red", "blue", NULL };
static const char *const MANY[] = { "", "1", "2", "3", "4", "5", "6", "7", "8", NULL };

/* One field of each kind that a test is about; what it needs is set by the test. */
static const struct form_field LINE = { .name = "name",
                                        .kind = FORM_LINE,
                                        .label = "名前",
                                        .hint = "",
                                        .list = "",
                                        .fill = "off",
                                        .max = 9 };
static const struct form_field COLOUR = { .name = "colour",
                                          .kind = FORM_CHOICE,
                                          .label = "色",
                                          .hint = "",
                                          .list = "colour",
                                          .offset = offsetof(struct sample, colour),
                                          .codes = FEW,
                                          .labels = FEW };
static const struct form_field BORN = { .name = "born",
                                        .kind = FORM_DAY,
                                        .label = "生年月日",
                                        .hint = "",
                                        .list = "",
                                        .offset = offsetof(struct sample, born) };

static struct form_def
def_of(const struct form_field *f)
{
    return (struct form_def){
        .name = "sample", .size = sizeof(struct sample), .n = 1, .fields = f
    };
}

static const char *
drawn(struct arena *a, const struct form_field *f, const struct form_view *v)
{
    struct buf out = buf_new(a);
    struct form_def def = def_of(f);
    struct form_view copy = v ? *v : (struct form_view){ 0 };

    copy.def = &def;
    control_fields(&out, &def, &copy);
    return buf_text(&out);
}

static void
has(const char *html, const char *part)
{
    if (!strstr(html, part))
        fail_msg("%s is missing in %s", part, html);
}

static void
has_not(const char *html, const char *part)
{
    if (strstr(html, part))
        fail_msg("%s stands in %s", part, html);
}

/* Says whether the parts stand in this order. */
static void
in_order(const char *html, const char *const *parts)
{
    const char *at = html;

    for (; *parts; parts++) {
        at = strstr(at, *parts);
        if (!at)
            fail_msg("%s is missing or too early in %s", *parts, html);
    }
}

static void
label_need_hint_field_error_stand_in_order(void **state)
{
    static const char *const PARTS[] = { "<label for=\"name\">名前",
                                         "<span class=\"req\">必須</span></label>",
                                         "id=\"name-h\">例）高田",
                                         "<input id=\"name\" name=\"name\"",
                                         "aria-required=\"true\"",
                                         "aria-invalid=\"true\"",
                                         "aria-describedby=\"name-e name-h\"",
                                         "class=\"err\" id=\"name-e\">書いて",
                                         NULL };
    struct arena *a = arena_new();
    struct form_field f = LINE;
    struct ctx c = { .mem = a };
    struct form_view v = { .err = &c.err };

    (void)state;
    f.required = true;
    f.hint = "例）高田";
    assert_false(refuse_field(&c, "name", "書いて"));
    in_order(drawn(a, &f, &v), PARTS);
    has(drawn(a, &f, &v), "<div class=\"f bad\">");
    has_not(drawn(a, &f, NULL), "bad");
    has(drawn(a, &f, NULL), "aria-describedby=\"name-h\"");
    arena_free(a);
}

static void
a_page_may_need_what_the_form_does_not(void **state)
{
    static const char *const needs[] = { "other", "name", NULL };
    const struct form_view v = { .needs = needs };
    const struct form_view not = { .needs = needs + 2 };
    const struct form_field f = LINE;
    struct arena *a = arena_new();

    (void)state;
    has(drawn(a, &f, &v), "<span class=\"req\">必須</span>");
    has(drawn(a, &f, &v), "aria-required=\"true\"");
    has(drawn(a, &f, &not ), "<span class=\"opt\">任意</span>");
    arena_free(a);
}

static void
what_was_typed_stays_and_stays_text(void **state)
{
    struct arena *a = arena_new();
    struct fields typed = { 0 };
    struct sample values = { .name = "old" };
    struct form_view v = { .typed = &typed, .values = &values };
    struct form_field f = LINE;

    (void)state;
    fields_add(a, &typed, "name", "\"><b>");
    has(drawn(a, &f, &v), "value=\"&quot;&gt;&lt;b&gt;\"");
    v.typed = NULL;
    has(drawn(a, &f, &v), "value=\"old\"");
    v.typed = &typed;
    f.kind = FORM_TEXT;
    has(drawn(a, &f, &v), ">\n&quot;&gt;&lt;b&gt;</textarea>");
    has(drawn(a, &f, &v), "あと4文字");
    f.max = 2;
    has(drawn(a, &f, &v), "3文字 多い");
    f.kind = FORM_SECRET;
    f.fill = "current-password";
    has_not(drawn(a, &f, &v), "value=");
    has(drawn(a, &f, &v), "type=\"password\" autocomplete=\"current-password\"");
    arena_free(a);
}

static void
few_answers_are_boxes_many_a_select(void **state)
{
    struct arena *a = arena_new();
    struct form_field f = COLOUR;
    struct sample values = { .colour = 2 };
    struct form_view v = { .values = &values };

    (void)state;
    has(drawn(a, &f, &v), "<fieldset class=\"f\"><legend>色");
    has(drawn(a, &f, &v), "id=\"colour\" name=\"colour\" value=\"red\">");
    has(drawn(a, &f, &v), "name=\"colour\" value=\"blue\" checked>");
    f.codes = f.labels = MANY;
    has(drawn(a, &f, &v), "<select id=\"colour\" name=\"colour\"");
    has(drawn(a, &f, &v), "<option value=\"2\" selected>2</option>");
    arena_free(a);
}

static void
codes_come_from_the_options_of_field_or_list(void **state)
{
    static const struct form_option ROUTES[] = { { "self", "本人" },
                                                 { "kin", "家族" } };
    struct arena *a = arena_new();
    struct form_options options = { "colour", ROUTES, 2 };
    struct fields typed = { 0 };
    struct form_view v = { .options = &options, .n_options = 1, .typed = &typed };
    struct form_field f = COLOUR;

    (void)state;
    f.name = "route";
    f.kind = FORM_CODE;
    fields_add(a, &typed, "route", "kin");
    has(drawn(a, &f, &v), "value=\"kin\" checked><span>家族</span>");
    options.name = "route";
    has(drawn(a, &f, &v), "value=\"kin\" checked><span>家族</span>");
    options.name = "other";
    assert_string_equal("<input type=\"hidden\" name=\"route\" value=\"kin\">\n",
                        drawn(a, &f, &v));
    f.kind = FORM_CODES;
    options.name = "route";
    fields_add(a, &typed, "route", "self");
    has(drawn(a, &f, &v),
        "type=\"checkbox\" id=\"route\" name=\"route\" value=\"self\" checked");
    has(drawn(a, &f, &v), "value=\"kin\" checked");
    f.hidden = true;
    assert_string_equal("<input type=\"hidden\" name=\"route\" value=\"kin\">\n"
                        "<input type=\"hidden\" name=\"route\" value=\"self\">\n",
                        drawn(a, &f, &v));
    typed.n = 0;
    assert_string_equal("", drawn(a, &f, &v));
    f.required = true;
    assert_string_equal("<input type=\"hidden\" name=\"route\" value=\"\">\n",
                        drawn(a, &f, &v));
    arena_free(a);
}

static void
days_have_an_era_and_three_fields(void **state)
{
    struct arena *a = arena_new();
    struct sample values = { .born = { .n = DAY_NONE } };
    struct form_view v = { .values = &values };
    struct fields typed = { 0 };

    (void)state;
    has(drawn(a, &BORN, &v), "<option value=\"reiwa\" selected>令和</option>");
    has_not(drawn(a, &BORN, &v), "class=\"both\"");
    assert_true(day_make(1946, 7, 3, &values.born));
    has(drawn(a, &BORN, &v), "<option value=\"showa\" selected>昭和</option>");
    has(drawn(a, &BORN, &v), "name=\"born_y\" class=\"y\"");
    has(drawn(a, &BORN, &v), "value=\"21\"> 年");
    has(drawn(a, &BORN, &v), "<p class=\"both\">1946年7月3日</p>");
    v.typed = &typed;
    fields_add(a, &typed, "born", "2026-11-21");
    has(drawn(a, &BORN, &v), "value=\"8\"> 年");
    has(drawn(a, &BORN, &v), "value=\"11\"> 月");
    typed.v[0].value = "きのう<";
    has(drawn(a, &BORN, &v), "value=\"きのう&lt;\"> 年");
    arena_free(a);
}

static void
ids_take_the_prefix_names_do_not(void **state)
{
    struct arena *a = arena_new();
    struct form_view v = { .prefix = "n-" };

    (void)state;
    has(drawn(a, &LINE, &v), "<label for=\"n-name\">");
    has(drawn(a, &LINE, &v), "<input id=\"n-name\" name=\"name\"");
    arena_free(a);
}

static void
a_view_of_another_form_is_ignored(void **state)
{
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    struct form_def def = def_of(&LINE);
    struct form_def other = def_of(&COLOUR);
    struct ctx c = { .mem = a };
    struct fields typed = { 0 };
    struct form_view v = { .def = &other, .typed = &typed, .err = &c.err };

    (void)state;
    fields_add(a, &typed, "name", "of the other");
    assert_false(refuse_field(&c, "name", "x"));
    control_errors(&out, &def, &v);
    assert_int_equal(0, out.n);
    control_field(&out, &def, &v, 0);
    has_not(buf_text(&out), "of the other");
    control_fields(&out, &def, NULL);
    control_errors(&out, &def, NULL);
    arena_free(a);
}

static const char *
summary(struct arena *a, const struct form_view *v)
{
    struct buf out = buf_new(a);
    struct form_def def = def_of(&LINE);

    control_errors(&out, &def, v);
    return buf_text(&out);
}

static void
the_summary_leads_to_each_field(void **state)
{
    struct arena *a = arena_new();
    struct ctx c = { .mem = a };
    struct form_view v = { .err = &c.err, .prefix = "n-" };

    (void)state;
    assert_string_equal("", summary(a, &v));
    assert_false(refuse_field(&c, "name", "名前を<書いて>"));
    assert_false(refuse_field(&c, "elsewhere", "ほかのこと"));
    has(summary(a, &v), "role=\"alert\" aria-labelledby=\"n-es\"><h2 id=\"n-es\">");
    has(summary(a, &v), "まだ保存していません。2か所を直してください</h2>");
    has(summary(a, &v), "<li><a href=\"#n-name\">名前を&lt;書いて&gt;</a></li>");
    has(summary(a, &v), "<li>ほかのこと</li>");
    v.not_yet = "まだ受け付けていません。";
    has(summary(a, &v), "まだ受け付けていません。2か所");
    forgive(&c);
    assert_false(refuse(&c, ERR_RULE, "いまは<できません>"));
    has(summary(a, &v), "いまは&lt;できません&gt;</h2></div>");
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(label_need_hint_field_error_stand_in_order),
        cmocka_unit_test(a_page_may_need_what_the_form_does_not),
        cmocka_unit_test(what_was_typed_stays_and_stays_text),
        cmocka_unit_test(few_answers_are_boxes_many_a_select),
        cmocka_unit_test(codes_come_from_the_options_of_field_or_list),
        cmocka_unit_test(days_have_an_era_and_three_fields),
        cmocka_unit_test(ids_take_the_prefix_names_do_not),
        cmocka_unit_test(a_view_of_another_form_is_ignored),
        cmocka_unit_test(the_summary_leads_to_each_field),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
