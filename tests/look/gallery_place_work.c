/*
 * Work about places beside single people: figures, activities, surveys.
 */
#include "gallery.h"

#include "../../src/policy/attendance_view.h"
#include "../../src/view/control.h"
#include "../../src/view/place_work_view.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define PLACE "/mihon/places/PPPPPPPPPPPPPPPPPPPPPP"

static const struct form_option KIND[] = {
    { "grasp", "資源の把握" },
    { "platform", "業界・産業のつながりへの参加" },
};
static const struct form_option TARGET[] = {
    { "school", "学校" },
    { "center", "地域包括支援センター" },
};
static const struct form_option ISSUE[] = {
    { "09", "子どもの居場所" },
    { "11", "ひきこもり" },
};

static const struct form_option SESSION_KIND[] = {
    { "program", "定期の講座・プログラム" },
    { "peer", "当事者どうしの交流会" },
};

static const struct form_options OPTIONS[] = {
    { "session_kind", SESSION_KIND, 2 },
    { "place_work", KIND, 2 },
    { "survey_target", TARGET, 2 },
    { "local_issue", ISSUE, 2 },
};

static struct form_view
form_of(const char *prefix)
{
    return (struct form_view){ .options = OPTIONS,
                               .n_options = sizeof OPTIONS / sizeof *OPTIONS,
                               .prefix = prefix };
}

static const struct link_view YEARS[] = {
    { "/mihon/places/work?year=2026", "令和8年度", true },
    { "/mihon/places/work?year=2025", "令和7年度", false },
};
static const struct figure_row_view MENUS[] = {
    { .head = "見本公園の花だん",
      .path = PLACE,
      .more = "見本の花の会",
      .a = "4",
      .b = "2",
      .c = "0" },
    { .head = "空き店舗を使った、夜に開く、だれが来てもよい居場所（名前はまだない）",
      .path = PLACE,
      .a = "1",
      .b = "0",
      .c = "0" },
};
static const struct figure_row_view CORPORATIONS[] = {
    { .head = "社会福祉法人 見本会", .a = "2", .b = "1", .c = "1" },
};
static const struct figure_row_view BODIES[] = {
    { .head = "重層的支援会議", .a = "2", .b = "朝市の値札つけ、公園の花だん" },
};
static const struct figure_row_view SESSIONS[] = {
    { .head = "当事者どうしの交流会", .a = "2", .b = "10" },
};
static const struct figure_row_view COUNTS[] = {
    { .head = "社会福祉協議会",
      .more = "見本市社会福祉協議会",
      .a = "12",
      .b = "3",
      .c = "1",
      .d = "16" },
};
static const struct figure_row_view PLATFORMS[] = {
    { .head = "見本商工会",
      .a = "令和8年5月7日（木）",
      .b = "2回",
      .c = "91日連絡がありません",
      .tone = "warn" },
    { .head = "見本農業協同組合",
      .a = "令和8年7月6日（月）",
      .b = "1回",
      .c = "31日前",
      .tone = "ok" },
};
static const struct work_line_view WORKS[] = {
    { .id = "w1",
      .kind = "資源の把握",
      .party = "見本団地の集会所",
      .day = "5月1日（金）",
      .desk = "社会福祉協議会",
      .words = "使われていない曜日をたずねた。",
      .withdraw_path = "/mihon/places/entries/EEEEEEEEEEEEEEEEEEEEEE" },
    { .id = "w2",
      .kind = "団体への支援",
      .party = "見本食堂の会",
      .day = "4月20日（月）",
      .desk = "社会福祉協議会",
      .withdrawn = "二重に書いた" },
};
static const struct figure_row_view SURVEYS[] = {
    { .head = "冬の調査",
      .path = "/mihon/places/surveys/SSSSSSSSSSSSSSSSSSSSSS",
      .a = "令和8年5月7日（木）",
      .b = "9",
      .c = "3",
      .d = "33%" },
};
static const struct figure_row_view RATES[] = {
    { .head = "学校", .a = "4", .b = "2", .c = "50%" },
    { .head = "地域包括支援センター", .a = "3", .b = "1", .c = "33%" },
    { .head = "障がい者生活支援センター", .a = "2", .b = "0", .c = "0%" },
};
static const struct figure_row_view NEEDS[] = {
    { .head = "子どもの居場所", .a = "1件" },
    { .head = "ひきこもり", .a = "3件" },
};

static void
figures(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "参加支援の数", 0);
    struct place_figures_view m = { .year = "令和8年度",
                                    .opened = "5",
                                    .cases = "5",
                                    .active = "2",
                                    .work_path = "/mihon/places/work",
                                    .surveys_path = "/mihon/places/surveys" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.years, YEARS);
    view_place_figures(&b, &f, &m);
    gallery_write(g, "place_figures-empty", &b);
    b = buf_new(g->mem);
    FILL(g, m.menus, MENUS);
    FILL(g, m.corporate, CORPORATIONS);
    FILL(g, m.bodies, BODIES);
    FILL(g, m.sessions, SESSIONS);
    view_place_figures(&b, &f, &m);
    gallery_write(g, "place_figures", &b);
}

static void
works(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "資源の活動", 0);
    const struct form_view form = form_of(NULL);
    const struct place_withdraw_view gone = {
        .title = "活動を取り消す",
        .what = "令和8年5月1日　見本団地の集会所",
        .path = "/mihon/places/entries/EEEEEEEEEEEEEEEEEEEEEE",
        .back_path = "/mihon/places/work"
    };
    struct place_work_page_view m = { .year = "令和8年度",
                                      .path = "/mihon/places/work",
                                      .csv_path = "/mihon/places/work.csv?year=2026",
                                      .limit = "90日",
                                      .late = "0件" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.years, YEARS);
    view_place_works(&b, &f, &m, &form);
    gallery_write(g, "place_works-empty", &b);
    b = buf_new(g->mem);
    m.late = "1件";
    FILL(g, m.contracts, COUNTS);
    FILL(g, m.own, COUNTS);
    FILL(g, m.platforms, PLATFORMS);
    FILL(g, m.lines, WORKS);
    view_place_works(&b, &f, &m, &form);
    gallery_write(g, "place_works", &b);
    b = buf_new(g->mem);
    f.title = gone.title;
    view_place_withdraw(&b, &f, &gone, &form);
    gallery_write(g, "place_withdraw", &b);
}

static void
surveys(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "見えていないニーズの調査", 0);
    const struct form_view form = form_of(NULL);
    struct surveys_view all = { .path = "/mihon/places/surveys" };
    struct survey_view m = { .id = "SSSSSSSSSSSSSSSSSSSSSS",
                             .title = "冬の調査",
                             .sent = "令和8年5月7日（木）",
                             .back_path = "/mihon/places/surveys",
                             .answer_path =
                                 "/mihon/places/surveys/SSSSSSSSSSSSSSSSSSSSSS",
                             .withdraw_path =
                                 "/mihon/places/entries/SSSSSSSSSSSSSSSSSSSSSS",
                             .total = "のべ 4件" };
    struct buf b = buf_new(g->mem);

    view_surveys(&b, &f, &all, &form);
    gallery_write(g, "surveys-empty", &b);
    b = buf_new(g->mem);
    FILL(g, all.lines, SURVEYS);
    view_surveys(&b, &f, &all, &form);
    gallery_write(g, "surveys", &b);
    b = buf_new(g->mem);
    f.title = m.title;
    FILL(g, m.rates, RATES);
    FILL(g, m.needs, NEEDS);
    FILL(g, m.answers, WORKS);
    view_survey(&b, &f, &m, &form);
    gallery_write(g, "survey", &b);
}

static const struct place_session_view HELD[] = {
    { .id = "s1",
      .kind = "定期の講座・プログラム",
      .title = "第4回　ふりかえり",
      .day = "5月1日（金）",
      .desk = "福祉相談室",
      .came = "3人",
      .recorded = "1回",
      .withdraw_path = "/mihon/places/entries/EEEEEEEEEEEEEEEEEEEEEE" },
    { .id = "s2",
      .kind = "当事者どうしの交流会",
      .title = "春の交流会（雨で場所を変えた）",
      .day = "4月11日（土）",
      .desk = "社会福祉協議会",
      .came = "4人",
      .withdrawn = "別の場所の会だった" },
};
static const struct link_view EACH[] = {
    { .text = "第1回　名刺づくり　3回" },
    { .text = "第4回　ふりかえり　1回" },
};
static const struct attendant_view WHO[] = {
    { .who = "見本 修さん",
      .number = "R8-482913-5",
      .path = "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA/places",
      .total = "2つの会　のべ 4回" },
};

static void
sessions(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "開いた会", 0);
    const struct form_view form = form_of(NULL);
    struct place_sessions_view m = { .place = "見本工房",
                                     .place_path = PLACE,
                                     .path = PLACE "/sessions",
                                     .held = "0回　のべ 0人" };
    struct buf b = buf_new(g->mem);

    view_place_sessions(&b, &f, &m, &form);
    gallery_write(g, "place_sessions-empty", &b);
    b = buf_new(g->mem);
    m.held = "1回　のべ 3人";
    FILL(g, m.sessions, HELD);
    FILL(g, m.people, WHO);
    FILL(g, m.people.v[0].each, EACH);
    view_place_sessions(&b, &f, &m, &form);
    gallery_write(g, "place_sessions", &b);
}

void
gallery_place_work(struct gallery *g)
{
    figures(g);
    works(g);
    surveys(g);
    sessions(g);
}
