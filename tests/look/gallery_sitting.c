/*
 * Meetings: the list, one sitting, one item, the papers, a letter of request.
 */
#include "gallery.h"

#include "../../src/policy/sitting_view.h"
#include "../../src/view/body_year_view.h"
#include "../../src/view/control.h"
#include "../../src/view/pledge_view.h"
#include "gallery_options.h"
#include "gallery_seal.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define SITTING "/mihon/meetings/AAAAAAAAAAAAAAAAAAAAAA"
#define ITEM "/mihon/items/BBBBBBBBBBBBBBBBBBBBBB"

static const struct sitting_entry_view TODAY[] = {
    { .path = SITTING,
      .body = "情報共有会議（支援会議）",
      .when = "令和8年11月20日（金）　14時00分",
      .place = "第2会議室",
      .desk = "福祉相談室",
      .state = "これから",
      .tone = "",
      .way = "緊急",
      .items = "案件 2" },
};

static const struct cadence_view CADENCE[] = {
    { .body = "支援会議",
      .asked = "月2回（原則）",
      .held = "今月 1回",
      .low = "あと1回" },
};

static const struct link_view PARTS[] = {
    { .text = "案内　3人", .current = true },
    { .text = "出席　名簿を確定していません" },
};

static const struct waiting_plan_view PLANS[] = {
    { "PPPPPPPPPPPPPPPPPPPPPP", "R8-000117-4", "多機関協働プラン　第1版", "プラン策定",
      "/mihon/support-plans/PPPPPPPPPPPPPPPPPPPPPP" },
};

static const struct request_line_view REQUESTS[] = {
    { .path = "/mihon/requests/CCCCCCCCCCCCCCCCCCCCCC",
      .party = "見本消防署",
      .asked = "この1年に出動した日",
      .due = "2日超過",
      .age = "5日前に求めました",
      .item = "案件1　11月20日（金）",
      .late = true },
};

static const struct tabled_view FACTS[] = {
    { .kind = "健康・医療",
      .body = "手首がはれている。受診はまだ。",
      .desk = "高齢者相談センター",
      .seal = SEAL_OWN,
      .drop = "DDDDDDDDDDDDDDDDDDDDDD" },
};

static const struct point_view POINTS[] = {
    { "assign_roles", "役割分担", "包括が会いに行く" },
    { "set_direction", "支援の方向性の整理", NULL },
};

static const struct decided_view DECIDED[] = {
    { .what = "手紙を変えて、もう一度たずねる",
      .desk = "高齢者相談センター",
      .kind = "する仕事",
      .due = "11月27日（金）",
      .state = "仕事になった",
      .tone = "ok",
      .end_path = "/mihon/decisions/EEEEEEEEEEEEEEEEEEEEEE/end",
      .lead = true },
};

static const struct seat_view SEATS[] = {
    { .who = "高齢者相談センター　例田 まり",
      .items = "案件 1",
      .secrecy = "誓約書（年度）　11月20日（金） 13時50分",
      .tone = "ok",
      .path = "/mihon/attendees/FFFFFFFFFFFFFFFFFFFFFF" },
    { .who = "社協（来る人はまだ）",
      .items = "案件 1・2",
      .secrecy = "確認はまだ",
      .tone = "late",
      .path = "/mihon/attendees/GGGGGGGGGGGGGGGGGGGGGG" },
};

static const struct copy_view COPIES[] = {
    { .path = "/mihon/copies/HHHHHHHHHHHHHHHHHHHHHH",
      .number = "1",
      .who = "高齢者相談センター　例田 まり",
      .printed = "11月19日（木） 16時05分　例田 まり",
      .return_path = "/mihon/copies/HHHHHHHHHHHHHHHHHHHHHH/return" },
};

static struct sitting_item_view
item(struct gallery *g)
{
    struct sitting_item_view i = {
        .id = "BBBBBBBBBBBBBBBBBBBBBB",
        .no = "1",
        .anchor = "item-1",
        .path = ITEM,
        .title = "R8-000117-4",
        .footing = "社会福祉法106条の6",
        .law = "社会福祉法106条の6",
        .reason = "拒否",
        .purpose = "だれが、どう会いに行くか。",
        .state = "話し合う",
        .tone = "fill",
        .seal = SEAL_MEETING,
        .discussion = "けがの痛みを入口にする。",
        .decision = "包括が会いに行く。",
        .next = "12月18日（金）",
        .open = true,
    };

    FILL(g, i.facts, FACTS);
    FILL(g, i.points, POINTS);
    FILL(g, i.decided, DECIDED);
    FILL(g, i.requests, REQUESTS);
    return i;
}

static const struct sitting_call_view CALLS[] = {
    { .at = "14時05分",
      .who = "高齢者相談センター　例田 まり",
      .answer = "意見つきでよい",
      .tone = "ok",
      .told = "秘密を守ることを説明しました",
      .said = "あすの朝、同行できる。先に息子さんへ電話してほしい。",
      .by = "見本 一子　11月20日（金） 14時10分に書きました" },
    { .at = "14時20分",
      .who = "見本消防署　例山",
      .answer = "つながらない",
      .tone = "",
      .said = "訓練中。夕方にかけ直す。",
      .by = "見本 一子　11月20日（金） 14時21分に書きました" },
};

static struct sitting_view
sitting(struct gallery *g)
{
    const struct sitting_item_view items[] = { item(g) };
    struct sitting_view m = {
        .title = "情報共有会議（支援会議）",
        .when = "令和8年11月20日（金）　14時00分",
        .place = "第2会議室",
        .desk = "福祉相談室",
        .state = "開会中",
        .tone = "fill",
        .way = "緊急",
        .reason = "電気が止まる前に決めたい",
        .convener = "見本 課長",
        .law = "社会福祉法106条の6",
        .notice = "この会議で知ったことを、正当な理由なく漏らしてはいけません。",
        .office = true,
        .path = SITTING,
        .pack_path = SITTING "/pack",
        .open_path = SITTING "/open",
        .roll_path = SITTING "/roll",
        .told_path = SITTING "/told",
        .pledge_path = SITTING "/pledge",
        .closing = "終わっていない案件が1件あります。",
    };

    FILL(g, m.items, items);
    FILL(g, m.seats, SEATS);
    FILL(g, m.parts, PARTS);
    FILL(g, m.plans, PLANS);
    m.plans_path = SITTING "/plans";
    FILL(g, m.copies, COPIES);
    return m;
}

static void
pledges(struct gallery *g)
{
    struct pledge_view lines[] = {
        { .who = "見本 千尋",
          .desk = "見本社会福祉協議会　相談員",
          .how = "2026年度の約束",
          .given = "令和8年5月7日（木）",
          .over = true },
        { .who = "例山 医師", .how = "席で説明", .given = "令和8年5月7日（木）" },
    };
    struct frame_view f = gallery_frame(g, "秘密を守ることを約束した人", 5);
    struct pledges_view m = { .lines = { .n = 0 } };
    struct buf b = buf_new(g->mem);

    view_pledges(&b, &f, &m);
    gallery_write(g, "pledges-empty", &b);
    b = buf_new(g->mem);
    m.lines.v = lines;
    m.lines.n = 2;
    view_pledges(&b, &f, &m);
    gallery_write(g, "pledges", &b);
}

static void
body_year(struct gallery *g,
          struct buf *b,
          const struct frame_view *f,
          const struct form_view *form)
{
    static const struct body_count_view SIZES[] = { { "行政関係課", "7課" },
                                                    { "民間相談支援機関", "10機関" } };
    static const struct body_count_view SHARES[] = {
        { "障がい・困窮・こどもの機関が加わった回", "4回のうち1回（25％）" },
    };
    static const struct body_type_view TYPES[] = {
        { "定期開催", "進捗の検証・社会資源の開発の検討" },
    };
    static const struct body_entry_view SAID[] = {
        { "検討会議", "年度の評価", "できたこと：つなぎが早くなった", "5月20日",
          "/mihon/body-records/RRRRRRRRRRRRRRRRRRRRRR", "直しました", false },
        { "検討会議", "年度の評価", "べつの会議のもの", "5月20日",
          "/mihon/body-records/SSSSSSSSSSSSSSSSSSSSSS", "取り消しました", true },
    };
    struct body_year_view m = { .title = "情報共有会議（支援会議）",
                                .kind = "支援会議",
                                .since = "令和2年11月",
                                .size = "17（課・機関）",
                                .low = "あと1回",
                                .help = "この市では、月に1回開きます。",
                                .host = "福祉相談室",
                                .year = "令和8年度",
                                .cadence = "月1回",
                                .planned = "予定 12回",
                                .judge_path = "/mihon/meetings/evaluations",
                                .entry_path = "/mihon/meetings/year" };
    struct link_view groups[] = {
        { .path = "/mihon/subgroups/IIIIIIIIIIIIIIIIIIIIII",
          .text = "検討部会　夜の相談（続いています）" },
    };
    struct form_view judge = *form;
    struct form_view theme = *form;

    judge.prefix = "e-";
    theme.prefix = "t-";
    m.theme_path = "/mihon/meetings/themes";
    m.subgroups.v = groups;
    m.subgroups.n = 1;
    FILL(g, m.themes, SAID);
    FILL(g, m.sizes, SIZES);
    FILL(g, m.shares, SHARES);
    FILL(g, m.types, TYPES);
    FILL(g, m.received, SAID);
    FILL(g, m.waiting, SAID);
    view_body_year(b, f, &m, form, &judge, &theme);
}

static void
lists(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "会議", 5);
    struct sittings_view m = { .new_path = "/mihon/meetings/new",
                               .series_path = "/mihon/meetings/series",
                               .feed_path = "/mihon/meetings/calendar.ics",
                               .pledges_path = "/mihon/pledges" };
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct buf b = buf_new(g->mem);

    view_sittings(&b, &f, &m);
    gallery_write(g, "sittings-empty", &b);
    b = buf_new(g->mem);
    FILL(g, m.today, TODAY);
    FILL(g, m.plans, PLANS);
    FILL(g, m.cadence, CADENCE);
    FILL(g, m.requests, REQUESTS);
    view_sittings(&b, &f, &m);
    gallery_write(g, "sittings", &b);
    b = buf_new(g->mem);
    view_sitting_new(&b, &f, "/mihon/meetings", &form);
    gallery_write(g, "sitting-new", &b);
    b = buf_new(g->mem);
    view_sitting_series(&b, &f, "/mihon/meetings", &form);
    gallery_write(g, "sitting-series", &b);
    b = buf_new(g->mem);
    body_year(g, &b, &f, &form);
    gallery_write(g, "body-year", &b);
    pledges(g);
}

static void
one(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "会議", 5);
    struct form_view form[5];
    static const char *const PREFIX[5] = { "a", "b", "c", "d", "e" };
    struct sitting_view m = sitting(g);
    struct item_page_view page = {
        .sitting = m, .item = m.items.v[0], .may_write = true, .path = ITEM
    };
    struct buf b = buf_new(g->mem);

    for (size_t i = 0; i < 5; i++)
        form[i] = (struct form_view){ .options = gallery_options,
                                      .n_options = GALLERY_OPTIONS,
                                      .prefix = PREFIX[i] };
    view_sitting(&b, &f, &m, &form[0], &form[1], &form[2], &form[3]);
    gallery_write(g, "sitting", &b);
    b = buf_new(g->mem);
    view_sitting_plans(&b, &f, &m, &form[0]);
    gallery_write(g, "sitting-plans", &b);
    b = buf_new(g->mem);
    m.answers = "返事 1 / 2";
    m.call_path = SITTING "/calls";
    FILL(g, m.calls, CALLS);
    view_sitting(&b, &f, &m, &form[0], &form[1], &form[2], &form[3]);
    gallery_write(g, "sitting-calls", &b);
    b = buf_new(g->mem);
    view_item(&b, &f, &page, &form[0], &form[1], &form[2], &form[3], &form[4]);
    gallery_write(g, "sitting-item", &b);
}

static void
papers(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "会議の資料", 5);
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct pack_view m = {
        .title = "情報共有会議（支援会議）",
        .when = "令和8年11月20日（金）　14時00分",
        .place = "第2会議室",
        .law = "社会福祉法106条の6",
        .notice = "この会議で知ったことを、正当な理由なく漏らしてはいけません。",
        .number = "1 / 3",
        .reader = "高齢者相談センター　例田 まり",
        .printed = "出力 令和8年11月19日（木） 16時05分　福祉相談室 例田 まり",
        .back_path = SITTING,
        .pdf_path = "/mihon/copies/CCCCCCCCCCCCCCCCCCCCCC.pdf",
        .return_path = "/mihon/copies/CCCCCCCCCCCCCCCCCCCCCC/return",
        .out_path = "/mihon/copies/CCCCCCCCCCCCCCCCCCCCCC/out",
        .lost_path = "/mihon/copies/CCCCCCCCCCCCCCCCCCCCCC/lost",
    };
    const struct request_view letter = {
        .party = "見本消防署",
        .asked = "この1年に出動した日",
        .basis = "社会福祉法106条の6第3項",
        .due = "令和8年11月24日（火）",
        .sent = "令和8年11月20日（金）",
        .age = "0日前",
        .body = "情報共有会議（支援会議）",
        .from = "見本市　福祉相談室",
        .sitting_path = ITEM,
        .path = "/mihon/requests/CCCCCCCCCCCCCCCCCCCCCC",
    };
    struct sitting_item_view items[] = { item(g) };
    struct buf b = buf_new(g->mem);

    items[0].people = "架空 ハナさん　80歳";
    FILL(g, m.items, items);
    view_pack(&b, &f, &m, &form);
    gallery_write(g, "sitting-pack", &b);
    b = buf_new(g->mem);
    m.items.n = 0;
    m.pledge = true;
    m.lost = "席に置いたまま帰り、翌日さがしたが見つからない";
    view_pack(&b, &f, &m, &form);
    gallery_write(g, "sitting-pack-pledge", &b);
    b = buf_new(g->mem);
    view_request(&b, &f, &letter, &form);
    gallery_write(g, "sitting-request", &b);
}

void
gallery_sitting(struct gallery *g)
{
    lists(g);
    one(g);
    papers(g);
}
