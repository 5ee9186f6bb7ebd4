/*
 * How an office takes consultations: the desks that have begun, which cases are taken, who
 * carries one alone, what is lacking; and the consultations of one case.
 */
#include "gallery.h"

#include "../../src/policy/alone_view.h"
#include "../../src/view/control.h"
#include "../../src/view/definition_view.h"
#include "../../src/view/local_issue_view.h"
#include "../../src/view/rollout_view.h"
#include "../../src/view/service_form_view.h"
#include "gallery_seal.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"
#define ISSUE "/mihon/local-issues/IIIIIIIIIIIIIIIIIIIIII"

static const struct form_option DESKS[] = {
    { "EEEEEEEEEEEEEEEEEEEEEE", "自立相談支援機関" },
    { "FFFFFFFFFFFFFFFFFFFFFF", "高齢者相談センター（第1圏域）" },
};
static const struct form_option LACKING[] = {
    { "place", "集まる場所" },
    { "move", "移動の手段" },
};
static const struct form_option SITTING[] = {
    { "SSSSSSSSSSSSSSSSSSSSSS", "重層的支援会議　10月7日" },
};
static const struct form_options OPTIONS[] = {
    { "desks", DESKS, 2 },
    { "local_issue", LACKING, 2 },
    { "sitting", SITTING, 1 },
};

static struct form_view
form_of(const char *prefix)
{
    return (struct form_view){ .options = OPTIONS,
                               .n_options = sizeof OPTIONS / sizeof *OPTIONS,
                               .prefix = prefix };
}

static void
rollout(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "受付を始めた窓口", 0);
    const struct form_view form = form_of(NULL);
    const struct rollout_view m = { .path = "/mihon/users/desks",
                                    .now = "2つの窓口で受けています",
                                    .back_path = "/mihon/users" };
    struct buf b = buf_new(g->mem);

    view_rollout(&b, &f, &m, &form);
    gallery_write(g, "rollout", &b);
}

static const struct definition_line_view VERSIONS[] = {
    { .anchor = "v2",
      .label = "第2版",
      .body = "ひとつの機関では解けず、役割の分担が要る世帯。",
      .criteria = "困りごとが3種類から\n関わる機関が3つから\n同意がまだないとき",
      .decided = "令和8年5月7日　庁内連携会議",
      .by = "福祉政策課　例田 まり",
      .current = true },
    { .anchor = "v1",
      .label = "第1版",
      .body = "ひとつの機関では解けない世帯。",
      .criteria = "困りごとが2種類から",
      .decided = "令和7年4月2日　庁内連携会議",
      .by = "福祉政策課　例田 まり" },
};

static const struct link_view PLAN_TABS[] = {
    { "/mihon/plan", "あらまし", false },
    { "/mihon/plan/target-cases", "対象とする事例", true },
};

static void
definition(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "多機関協働の対象とする事例", 6);
    const struct form_view form = form_of(NULL);
    struct definition_view m = { .head = { .heading = "多機関協働の対象とする事例",
                                           .title =
                                               "見本市重層的支援体制整備事業実施計画",
                                           .edition = "令和8年度～令和9年度",
                                           .issued = "令和8年3月" },
                                 .path = "/mihon/plan/target-cases" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.head.tabs, PLAN_TABS);
    FILL(g, m.versions, VERSIONS);
    view_definition(&b, &f, &m, &form);
    gallery_write(g, "definition", &b);
    b = buf_new(g->mem);
    m.versions.n = 0;
    m.path = NULL;
    view_definition(&b, &f, &m, &form);
    gallery_write(g, "definition-empty", &b);
}

static const struct alone_line_view ALONE[] = {
    { CASE, "R8-00123-1", "福祉相談室　例田", "4種類", "9月1日から",
      CASE "/referrals/new" },
    { CASE, "R8-00087-4", "高齢者相談センター（第1圏域）　仮山", "3種類", "10月2日から",
      CASE "/referrals/new" },
};

static void
alone(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "ひとりで抱えている世帯", 4);
    struct alone_view m = { .rule =
                                "課題が3種類からで、30日のあいだ、ひとりだけが書いて"
                                "いる世帯" };
    struct buf b = buf_new(g->mem);

    view_alone(&b, &f, &m);
    gallery_write(g, "alone-empty", &b);
    b = buf_new(g->mem);
    FILL(g, m.lines, ALONE);
    view_alone(&b, &f, &m);
    gallery_write(g, "alone", &b);
}

static const struct local_issue_line_view ISSUES[] = {
    { .path = ISSUE,
      .id = "IIIIIIIIIIIIIIIIIIIIII",
      .kind = "集まる場所",
      .need = "夜に開いている居場所がない。\n仕事の帰りに寄れるところがほしい。",
      .area = "第1圏域（北部）",
      .origin = "重層的支援会議　令和8年10月7日",
      .state = "調べている" },
    { .path = ISSUE,
      .id = "JJJJJJJJJJJJJJJJJJJJJJ",
      .kind = "移動の手段",
      .need = "坂の上の家から、買い物に行けない。",
      .origin = "福祉相談室",
      .state = "資源ができた",
      .resource = "移動販売（週1回）",
      .over = true },
};

static const struct local_issue_step_view STEPS[] = {
    { "令和8年10月7日", "出された", "会議で3つの窓口から出た。", NULL,
      "福祉相談室　例田" },
    { "令和8年11月4日", "調べている", "空き店舗を2つ見た。", "空き店舗の持ち主と話せる",
      "社協　仮野" },
};

static void
local_issues(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "地域課題", 0);
    static const struct local_issue_level_view LEVELS[] = {
        { "地域ケア個別会議", "令和8年10月7日", NULL },
        { "地域ケア会議", "令和8年11月4日　福祉相談室",
          "ほかの地区でも同じことがある" },
    };
    const struct form_view form = form_of(NULL);
    struct form_view lift = form_of(NULL);
    struct local_issues_view m = { .path = "/mihon/local-issues", .open = "1件" };
    struct local_issue_view one = { .head = ISSUES[0],
                                    .back_path = "/mihon/local-issues",
                                    .sitting_path =
                                        "/mihon/meetings/SSSSSSSSSSSSSSSSSSSSSS",
                                    .version = "2" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.lines, ISSUES);
    view_local_issues(&b, &f, &m, &form);
    gallery_write(g, "local_issues", &b);
    b = buf_new(g->mem);
    m.lines.n = 0;
    m.open = "0件";
    view_local_issues(&b, &f, &m, &form);
    gallery_write(g, "local_issues-empty", &b);
    b = buf_new(g->mem);
    FILL(g, one.steps, STEPS);
    FILL(g, one.levels, LEVELS);
    one.lift_path = "/mihon/local-issues/JJJJJJJJJJJJJJJJJJJJJJ/lift";
    lift.prefix = "l-";
    view_local_issue(&b, &f, &one, &form, &lift);
    gallery_write(g, "local_issue", &b);
}

static const struct said_view SAID[] = {
    { "持ちこんだ人", "民生委員・児童委員" },
    { "希望する対応", "訪問してほしい" },
    { "いま相談・利用している機関", "こども園" },
};

static const struct service_decide_view APPLIED[] = {
    { .of = { .id = "r1",
              .service = "配食サービス",
              .place = "介護支援課",
              .requested = "令和8年5月1日",
              .decision = "決まった",
              .decided = "令和8年5月2日",
              .remark = "週2回に決まった",
              .desk = "福祉相談室" } },
    { .of = { .id = "r2",
              .service = "買い物の手伝い",
              .place = "社協",
              .requested = "令和8年5月3日",
              .desk = "福祉相談室",
              .decide_path = "/mihon/services/r2" },
      .form = { .prefix = "r2-" } },
    { .of = { .id = "r3",
              .service = "洗濯の手伝い",
              .place = "社協",
              .requested = "令和8年5月3日",
              .desk = "福祉相談室",
              .decide_path = "/mihon/services/r3" },
      .form = { .prefix = "r3-" } },
};

static const struct consultation_form_view TAKEN[] = {
    { .of = { .id = "k-1",
              .anchor = "k1",
              .cite = "4月14日 10時20分　電話　福祉相談室 例田",
              .words = "食事が作れなくなった。",
              .seal = SEAL_OWN },
      .form = { .prefix = "k-1-" } },
    { .of = { .id = "k-2",
              .anchor = "k2",
              .cite = "5月3日 15時05分　訪問　社協 仮野",
              .seal = SEAL_CONSENT },
      .form = { .prefix = "k-2-" } },
};

static void
consultations(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "受けた相談とサービスの申し込み", 4);
    const struct form_view form = form_of("-");
    struct consultations_view m = { .head = gallery_head(g, 9),
                                    .path = CASE "/services" };
    struct consultation_form_list rows = { 0 };
    struct buf b = buf_new(g->mem);

    view_consultations(&b, &f, &m, &rows, &form, &form);
    gallery_write(g, "consultations-empty", &b);
    b = buf_new(g->mem);
    FILL(g, rows, TAKEN);
    FILL(g, rows.v[0].of.said, SAID);
    FILL(g, rows.v[0].requests, APPLIED);
    view_consultations(&b, &f, &m, &rows, &form, &form);
    gallery_write(g, "consultations", &b);
}

void
gallery_office(struct gallery *g)
{
    rollout(g);
    definition(g);
    alone(g);
    local_issues(g);
    consultations(g);
}
