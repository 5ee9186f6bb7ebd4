/* The pages of a こども家庭センター. */
#include "gallery.h"

#include "../../src/policy/childcare_view.h"
#include "../../src/view/control.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"
#define ONE "/mihon/pregnancies/GGGGGGGGGGGGGGGGGGGGGG"

static const struct form_option GENDER[] = { { "female", "女性" }, { "male", "男性" } };
static const struct form_option PERSON[] = {
    { "AAAAAAAAAAAAAAAAAAAAAA", "試験 芽衣さん" },
    { "BBBBBBBBBBBBBBBBBBBBBB", "試験 樹さん" },
};
static const struct form_option HOME[] = { { "HHHHHHHHHHHHHHHHHHHHHH", "見本の家" } };
static const struct form_options OPTIONS[] = {
    { "gender", GENDER, 2 },
    { "person", PERSON, 2 },
    { "household", HOME, 1 },
};

static const struct newborn_view BORN[] = {
    { .id = "NNNNNNNNNNNNNNNNNNNNNN",
      .name = "試験 つむぎ",
      .kana = "しけん つむぎ",
      .gender = "女性",
      .born = "令和8年11月13日",
      .home = "見本の家",
      .remark = "3100グラム。よく飲む。",
      .known = "このセンターだけが読みます",
      .path = "/mihon/newborns/NNNNNNNNNNNNNNNNNNNNNN" },
};
static const struct pregnancy_view LINES[] = {
    { .id = "GGGGGGGGGGGGGGGGGGGGGG",
      .mother = "試験 芽衣さん",
      .state = "妊娠中",
      .tone = "ok",
      .expected = "令和8年11月13日",
      .notified = "令和8年4月2日",
      .remark = "つわりはおさまった。",
      .support = "助産師が月に一度訪ねる",
      .late = "出産予定日を過ぎています。ようすを確かめてください。",
      .desk = "こども家庭センター",
      .path = ONE },
};
static const struct choice_view PEOPLE[] = {
    { "PPPPPPPPPPPPPPPPPPPPPP", "試験 芽衣さん" },
    { "QQQQQQQQQQQQQQQQQQQQQQ", "試験 樹さん" },
};
static const struct childcare_event EVENTS[] = {
    { "令和8年4月2日", "こども家庭センター　見本 十和", NULL,
      "出産予定日：令和8年11月13日" },
};

static struct form_view
form_of(const char *prefix)
{
    return (struct form_view){ .options = OPTIONS,
                               .n_options = sizeof OPTIONS / sizeof *OPTIONS,
                               .prefix = prefix };
}

static void
of_case(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "妊娠と子育て", 4);
    const struct form_view form = form_of("p");
    struct childcare_view m = { .head = gallery_head(g, 11),
                                .path = CASE "/childcare" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.people, PEOPLE);
    view_childcare(&b, &f, &m, &form);
    gallery_write(g, "childcare-empty", &b);
    b = buf_new(g->mem);
    FILL(g, m.going, LINES);
    FILL(g, m.past, LINES);
    m.past.v[0].id = "KKKKKKKKKKKKKKKKKKKKKK";
    FILL(g, m.past.v[0].children, BORN);
    view_childcare(&b, &f, &m, &form);
    gallery_write(g, "childcare", &b);
}

static void
one(struct gallery *g, const char *name, bool parted)
{
    struct frame_view f = gallery_frame(g, "妊娠の記録", 4);
    const struct form_view mend = form_of("m");
    const struct form_view birth = form_of("b");
    const struct form_view end = form_of("e");
    const struct form_view back = form_of("k");
    struct pregnancy_page_view m = { .head = gallery_head(g, 11),
                                     .line = LINES[0],
                                     .version = "1",
                                     .back_path = CASE "/childcare",
                                     .birth_path = parted ? NULL : ONE "/birth",
                                     .end_path = parted ? NULL : ONE "/end",
                                     .reopen_path = parted ? ONE "/back" : NULL,
                                     .people_path = CASE "/people",
                                     .parted = parted };
    struct buf b = buf_new(g->mem);

    FILL(g, m.history, EVENTS);
    FILL(g, m.homes, PEOPLE);
    if (!parted)
        FILL(g, m.line.children, BORN);
    view_pregnancy(&b, &f, &m, &mend, &birth, &end, &back);
    gallery_write(g, name, &b);
}

static void
child(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "生まれた子のことを直す", 4);
    const struct form_view form = form_of("n");
    const struct newborn_page_view m = {
        .head = gallery_head(g, 11), .line = BORN[0], .version = "1", .back_path = ONE
    };
    struct buf b = buf_new(g->mem);

    view_newborn(&b, &f, &m, &form);
    gallery_write(g, "newborn", &b);
}

void
gallery_care(struct gallery *g)
{
    of_case(g);
    one(g, "pregnancy", false);
    one(g, "pregnancy-parted", true);
    child(g);
}
