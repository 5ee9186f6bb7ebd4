/*
 * The 実施計画 of a town that does not exist.
 */
#include "gallery.h"

#include "../../src/view/plan_view.h"
#include "gen/pages.h"

static const struct link_view TABS[] = {
    { "/mihon/plan", "あらまし", false },
    { "/mihon/plan/programs", "事業", false },
    { "/mihon/plan/bodies", "課と団体", false },
    { "/mihon/plan/meetings", "会議", false },
    { "/mihon/plan/indicators", "指標", false },
    { "/mihon/plan/linkages", "連携", false },
    { "/mihon/plan/matrix", "対応表", false },
    { "/mihon/plan/initiatives", "取組", false },
    { "/mihon/plan/rules", "進め方", false },
    { "/mihon/plan/history", "歩み", false },
};

static const struct fact_view FACTS[] = {
    { "期間", "令和8年度から令和9年度まで（2年）", NULL },
    { "根拠", "社会福祉法106条の5", NULL },
    { "評価", "毎年", "必要があれば見直す" },
    { "始めた年度", NULL, NULL },
};

static const struct fact_view COUNTS[] = {
    { "事業", "13", NULL },
    { "会議", "7", NULL },
    { "指標", "6", NULL },
};

static const struct link_view AIMS[] = {
    { .text = "だれも取り残さない" },
    { .text = "早く気づく" },
    { .text = "支える人を支える" },
};

static const struct related_plan_view RELATED[] = {
    { "第4次見本市地域福祉計画", "上位の計画", "令和5年4月〜令和10年3月", NULL },
    { "見本市社会福祉協議会 地域福祉活動計画", "上位の計画", NULL,
      "期間は表の欄の位置から読み取り" },
};

static const struct fact_view MILES[] = {
    { "令和6年度", "移行計画の開始", NULL },
    { "令和8年3月", "計画の発行", NULL },
};

static const struct saying_view SAYINGS[] = {
    { .name = "断らない支援" },
};

static const struct delivery_view CONSULTATION[] = {
    { .first = true,
      .name = "高齢者相談センター",
      .alias = "地域包括支援センター",
      .field = "高齢者",
      .section = "介護保険課",
      .body = "高齢者相談センター",
      .forms = "委託",
      .sites = "8か所",
      .type = "基本型",
      .typed = true },
    { .first = true,
      .name = "利用者支援事業",
      .alias = "計 2か所",
      .field = "子ども",
      .section = "こども支援課\n保育課",
      .body = "利用者支援事業（基本型）",
      .note = "こども支援課",
      .forms = "委託",
      .sites = "1か所",
      .type = "基本型",
      .typed = true },
    { .name = "利用者支援事業",
      .body = "利用者支援事業（特定型）",
      .note = "保育課",
      .forms = "直営",
      .sites = "1か所",
      .typed = true },
};

static const struct program_group_view GROUPS[] = {
    { .anchor = "item-1",
      .jump = "#item-1",
      .name = "包括的相談支援事業",
      .law = "社会福祉法106条の4第2項第1号　／　2事業",
      .label = "包括的相談支援事業の表" },
    { .anchor = "item-2",
      .jump = "#item-2",
      .name = "参加支援事業",
      .law = "社会福祉法106条の4第2項第2号　／　0事業",
      .label = "参加支援事業の表" },
};

static const struct body_view SECTIONS[] = {
    { "福祉政策課", "主管課", "福祉相談室", NULL, NULL,
      "多機関協働事業、参加支援事業" },
    { "介護保険課", "関係課", NULL, NULL, NULL, "高齢者相談センター" },
};

static const struct body_view BODIES[] = {
    { "社会福祉法人見本市社会福祉協議会", "社会福祉協議会", NULL, NULL, "社協",
      "参加支援事業、福祉の窓口" },
    { "高齢者相談センター", "地域包括支援センター", NULL, "8", NULL,
      "高齢者相談センター" },
};

static const struct meeting_body_view MEETINGS[] = {
    { .anchor = "m-1",
      .name = "包括的支援推進・情報共有会議",
      .kind = "支援会議",
      .mark = "会",
      .tone = "meeting",
      .seal = "支援会議（106条の6）",
      .law = "社会福祉法106条の6",
      .host = "福祉政策課（福祉相談室）",
      .cadence = "毎月1回（定例日）。緊急時など随時",
      .consent = "不要",
      .secrecy = "法律による（106条の6第5項）",
      .members = "福祉政策課、介護保険課、社会福祉協議会",
      .triggers = "緊急、定例" },
    { .anchor = "m-2",
      .name = "重層的支援会議",
      .kind = "重層的支援会議",
      .mark = "同",
      .tone = "consent",
      .seal = "本人の同意",
      .host = "福祉政策課（福祉相談室）",
      .cadence = "定期は年1〜2回程度、随時は利用申込による",
      .consent = "要",
      .agenda = "プランの適切さ、終結、社会資源" },
};

static const struct link_view YEARS[] = {
    { .text = "令和8年度" },
    { .text = "令和9年度" },
};

static const struct target_view TARGETS[] = {
    { "令和8年度", "240件" },
    { "令和9年度", NULL },
};

static const struct indicator_view INDICATORS[] = {
    { .name = "支援会議にかけた数",
      .owner = "福祉政策課",
      .unit = "件",
      .cumulative = "年度ごと",
      .baseline = "180件" },
};

static const struct linkage_view LINKAGES[] = {
    { "1", "生活困窮者自立支援制度", "制度", "自立相談支援事業、家計改善支援事業" },
    { "2", "要保護児童対策地域協議会", "会議体", NULL },
};

static const struct link_view FIELDS[] = {
    { .text = "高齢者" },
    { .text = "障がい者" },
    { .text = "子ども" },
    { .text = "生活困窮者" },
};

static const struct tick_view CELLS[] = {
    { "高齢者", "○" },
    { "障がい者", NULL },
    { "子ども", NULL },
    { "生活困窮者", "○" },
};

static const struct matrix_row_view ROWS[] = {
    { .name = "高齢者相談センター",
      .first = true,
      .section = "介護保険課",
      .forms = "委託" },
    { .name = "自立相談支援事業", .first = true, .body = "自立相談支援事業" },
};

static const struct fact_view MARKS[] = {
    { "○", "相談を受ける窓口がそろった", NULL },
    { "▲", "ひきこもりの人の居場所が足りない", NULL },
};

static const struct series_view SERIES[] = {
    { .name = "総合相談の件数", .unit = "件", .note = "延べ" },
};

static struct plan_head_view
head(struct gallery *g, const char *heading, size_t tab)
{
    struct plan_head_view h = { .heading = heading,
                                .title = "見本市重層的支援体制整備事業実施計画",
                                .edition = "令和8年度～令和9年度",
                                .issued = "令和8年3月",
                                .xlsx_path = "/mihon/plan.xlsx",
                                .csv_path = "/mihon/plan.csv",
                                .print_path = "/mihon/plan.pdf" };

    FILL(g, h.tabs, TABS);
    h.tabs.v[tab].current = true;
    return h;
}

static void
overview(struct gallery *g, const struct frame_view *f)
{
    struct plan_overview_view m = { .head = head(g, "実施計画のあらまし", 0) };
    struct buf b = buf_new(g->mem);

    FILL(g, m.facts, FACTS);
    FILL(g, m.counts, COUNTS);
    FILL(g, m.aims, AIMS);
    FILL(g, m.related, RELATED);
    FILL(g, m.milestones, MILES);
    FILL(g, m.editions, RELATED);
    FILL(g, m.principles, SAYINGS);
    FILL(g, m.principles.v[0].lines, AIMS);
    FILL(g, m.notes, AIMS);
    view_plan_overview(&b, f, &m);
    gallery_write(g, "plan", &b);
}

static void
programs(struct gallery *g, const struct frame_view *f)
{
    struct plan_programs_view m = { .head = head(g, "事業の表", 1), .typed = true };
    struct buf b = buf_new(g->mem);

    FILL(g, m.items, TABS);
    FILL(g, m.groups, GROUPS);
    FILL(g, m.groups.v[0].rows, CONSULTATION);
    view_plan_programs(&b, f, &m);
    gallery_write(g, "plan-programs", &b);
}

static void
bodies(struct gallery *g, const struct frame_view *f)
{
    struct plan_bodies_view m = { .head = head(g, "課と団体", 2) };
    struct buf b = buf_new(g->mem);

    FILL(g, m.sections, SECTIONS);
    FILL(g, m.bodies, BODIES);
    view_plan_bodies(&b, f, &m);
    gallery_write(g, "plan-bodies", &b);
}

static void
meetings(struct gallery *g, const struct frame_view *f)
{
    struct plan_meetings_view m = { .head = head(g, "会議", 3) };
    struct buf b = buf_new(g->mem);

    FILL(g, m.bodies, MEETINGS);
    view_plan_meetings(&b, f, &m);
    gallery_write(g, "plan-meetings", &b);
}

static void
indicators(struct gallery *g, const struct frame_view *f)
{
    struct plan_indicators_view m = { .head = head(g, "指標と目標値", 4) };
    struct buf b = buf_new(g->mem);

    FILL(g, m.years, YEARS);
    FILL(g, m.rows, INDICATORS);
    FILL(g, m.rows.v[0].targets, TARGETS);
    FILL(g, m.evaluation, FACTS);
    view_plan_indicators(&b, f, &m);
    gallery_write(g, "plan-indicators", &b);
}

static void
linkages(struct gallery *g, const struct frame_view *f)
{
    struct plan_linkages_view m = { .head = head(g, "連携", 5) };
    struct plan_matrix_view matrix = { .head = head(g, "対応表", 6),
                                       .count = "2の受け持ち" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.rows, LINKAGES);
    view_plan_linkages(&b, f, &m);
    gallery_write(g, "plan-linkages", &b);
    b = buf_new(g->mem);
    FILL(g, matrix.columns, FIELDS);
    FILL(g, matrix.rows, ROWS);
    for (size_t i = 0; i < matrix.rows.n; i++)
        FILL(g, matrix.rows.v[i].cells, CELLS);
    view_plan_matrix(&b, f, &matrix);
    gallery_write(g, "plan-matrix", &b);
}

static void
initiatives(struct gallery *g, const struct frame_view *f)
{
    struct plan_initiatives_view m = { .head = head(g, "取組と自己評価", 7) };
    const struct initiative_view one[] = {
        { .anchor = "i-1",
          .number = "1",
          .name = "相談を受けとめる",
          .subtitle = "8つの窓口" },
    };
    struct buf b = buf_new(g->mem);

    FILL(g, m.directions, FACTS);
    FILL(g, m.initiatives, one);
    FILL(g, m.initiatives.v[0].states, AIMS);
    FILL(g, m.initiatives.v[0].actions, AIMS);
    FILL(g, m.initiatives.v[0].marks, MARKS);
    view_plan_initiatives(&b, f, &m);
    gallery_write(g, "plan-initiatives", &b);
}

static void
sections(struct gallery *g, const struct frame_view *f)
{
    struct plan_sections_view m = { .head = head(g, "進め方", 8) };
    const struct plan_section_view one[] = {
        { .anchor = "s-1", .jump = "#s-1", .name = "支援プラン", .source = "3-1(2)" },
    };
    struct buf b = buf_new(g->mem);

    FILL(g, m.sections, one);
    FILL(g, m.sections.v[0].facts, FACTS);
    view_plan_sections(&b, f, &m);
    gallery_write(g, "plan-sections", &b);
}

static void
history(struct gallery *g, const struct frame_view *f)
{
    struct plan_history_view m = { .head = head(g, "歩み", 9) };
    struct buf b = buf_new(g->mem);

    FILL(g, m.milestones, MILES);
    FILL(g, m.series, SERIES);
    FILL(g, m.series.v[0].points, TARGETS);
    view_plan_history(&b, f, &m);
    gallery_write(g, "plan-history", &b);
}

void
gallery_plan(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "実施計画", 6);

    overview(g, &f);
    programs(g, &f);
    bodies(g, &f);
    meetings(g, &f);
    indicators(g, &f);
    linkages(g, &f);
    initiatives(g, &f);
    sections(g, &f);
    history(g, &f);
}
