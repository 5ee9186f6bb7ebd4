/* Prints one of the pages of this folder: everything_html, edit_html, everything_json. */
#include "fixture/test_view.h"

#include "gen/assets.h"
#include "gen/forms.h"
#include "gen/pages.h"
#include "gen/words.h"
#include "src/view/control.h"

#include <stdio.h>
#include <string.h>

#define BAD "<b>\"&'\n</b>"

static void
fill(struct test_view *m)
{
    static const struct line_view LINES[] = {
        { .path = "/1", .text = "one <1>", .place = 1 },
        { .path = "javascript:alert(1)", .text = "two", .current = true, .place = 2 },
        { .path = NULL, .text = NULL, .place = 3 },
    };
    static const char *const TAGS[] = { "x&y", "z" };

    *m = (struct test_view){ .title = BAD,
                             .path = "/niiza/cases/1",
                             .code = "c-1",
                             .late = true,
                             .yen = 1234567,
                             .count = 42,
                             .small = -5,
                             .at = 1795237509123,
                             .colour = COLOUR_BLUE,
                             .unknown = { .n = DAY_NONE },
                             .lines = { LINES, 3 },
                             .tags = { TAGS, 2 },
                             .first = { .path = "/f", .text = "f<" } };
    if (!day_make(2026, 11, 21, &m->day)
        || !id_read("AAAAAAAAAAAAAAAAAAAAAA", &m->case_id.id))
        puts("impossible");
}

static const struct form_option ROUTES[] = { { "self", "本人 <1>" },
                                             { "family", "家族" } };
static const struct form_option TOPICS[] = { { "care", "介護" }, { "home", "住まい" } };
static const struct form_option DESKS[] = {
    { "AAAAAAAAAAAAAAAAAAAAAA", "窓口1" }, { "BAAAAAAAAAAAAAAAAAAAAA", "窓口2" },
    { "CAAAAAAAAAAAAAAAAAAAAA", "窓口3" }, { "DAAAAAAAAAAAAAAAAAAAAA", "窓口4" },
    { "EAAAAAAAAAAAAAAAAAAAAA", "窓口5" }, { "FAAAAAAAAAAAAAAAAAAAAA", "窓口6" },
    { "GAAAAAAAAAAAAAAAAAAAAA", "窓口7" }, { "HAAAAAAAAAAAAAAAAAAAAA", "窓口8" },
};
static const struct form_options OPTIONS[] = { { "route", ROUTES, 2 },
                                               { "topic", TOPICS, 2 },
                                               { "desk", DESKS, 8 } };

/* As it came: wrong in five places. */
static void
type(struct arena *mem, struct fields *in)
{
    static const char *const TYPED[][2] = {
        { "words", "\nあ" BAD }, { "name", "とても長い名前の人です。" },
        { "secret", "hush" },    { "age", "八十" },
        { "route", "family" },   { "topics", "home" },
        { "topics", "care" },    { "born_era", "showa" },
        { "born_y", "64" },      { "born_m", "2" },
        { "born_d", "10" },      { "desk", "CAAAAAAAAAAAAAAAAAAAAA" },
        { "version", "3" },      { "csrf", "x" },
    };

    for (size_t i = 0; i < sizeof TYPED / sizeof *TYPED; i++)
        fields_add(mem, in, TYPED[i][0], TYPED[i][1]);
}

static void
print_typed(struct buf *out, const struct test_view *m)
{
    struct ctx c = { .mem = out->mem };
    struct fields in = { 0 };
    struct form_everything values;
    struct words words = { 0 };
    struct form_view form = { .def = &form_everything_def,
                              .typed = &in,
                              .err = &c.err,
                              .options = OPTIONS,
                              .n_options = 3,
                              .prefix = "p-",
                              .not_yet = "まだです。" };

    words.text[WORD_HELLO] = "やあ <b>";
    type(out->mem, &in);
    if (form_everything_read(&c, &in, &values))
        buf_lit(out, "it was read\n");
    view_everything(out, m, &form, &words, "090 1", 1000, true);
}

static void
print_values(struct buf *out, const struct test_view *m)
{
    static const char *codes[] = { "care" };
    struct form_everything values;
    struct words words = { 0 };
    struct form_view form = {
        .values = &values, .options = OPTIONS, .n_options = 3, .words = &words
    };

    words.text[WORD_CONTROL_OPTIONAL] = "なくてもよい";
    form_clear(&form_everything_def, &values);
    values.words = "内容";
    values.secret = "hush";
    values.age = 0;
    values.age_given = true;
    values.colour = COLOUR_RED;
    values.topics = (struct form_codes){ codes, 1, 1 };
    values.consent = true;
    values.desk.id = m->case_id.id;
    if (!day_make(1946, 7, 3, &values.born))
        buf_lit(out, "impossible\n");
    control_errors(out, &form_everything_def, &form);
    control_fields(out, &form_everything_def, &form);
    control_fields(out, &form_small_def, NULL);
}

int
main(int argc, char **argv)
{
    struct arena *mem = arena_new();
    struct buf out = buf_new(mem);
    const char *name = argc > 1 ? argv[1] : "";
    struct test_view m;

    fill(&m);
    if (strcmp(name, "everything_html") == 0)
        print_typed(&out, &m);
    else if (strcmp(name, "edit_html") == 0)
        print_values(&out, &m);
    else if (strcmp(name, "everything_json") == 0)
        json_everything(&out, &m, false);
    fputs(buf_text(&out), stdout);
    arena_free(mem);
    return 0;
}
