/* Requests for what is recorded: the register, one request, one person's. */
#include "gallery.h"

#include "../../src/policy/own_report_view.h"
#include "../../src/view/control.h"
#include "gallery_options.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define ONE "/mihon/access-requests/AAAAAAAAAAAAAAAAAAAAAA"

static const struct access_line_view LINES[] = {
    { .number = "R8-3",
      .state = "補正を待つ",
      .tone = "",
      .received = "令和8年11月2日",
      .due = "令和8年12月2日",
      .desk = "福祉相談室",
      .path = ONE },
    { .number = "R8-2",
      .state = "受付",
      .tone = "late",
      .received = "令和8年9月1日",
      .due = "令和8年10月31日",
      .desk = "こども家庭センター",
      .path = ONE,
      .extended = true },
    { .number = "R8-1",
      .state = "渡した",
      .tone = "ok",
      .received = "令和8年4月20日",
      .due = "令和8年5月20日",
      .decision = "一部を開示",
      .decided = "令和8年5月7日",
      .handed = "令和8年5月7日",
      .desk = "福祉相談室",
      .path = ONE },
};
static const struct access_mend_view MENDS[] = {
    { "令和8年11月4日", "委任状に日付がない", "令和8年11月9日", "5日" },
    { "令和8年11月16日", "代理人の資格を確かめる書類が足りない", NULL, NULL },
};
static const struct access_note_view NOTES[] = {
    { .id = "NNNNNNNNNNNNNNNNNNNNNN",
      .when = "令和8年10月3日",
      .who = "福祉相談室　見本 一子",
      .text = "手すりの相談をした。家で暮らしたいと話す。",
      .ticked = true },
    { .id = "MMMMMMMMMMMMMMMMMMMMMM",
      .when = "令和8年10月20日",
      .who = "福祉相談室　見本 一子",
      .why = "ほかの人の名前や住まいが出てくる文です。紙には出ません。" },
};
static const struct own_report_line COPIES[] = {
    { .number = "第1号",
      .when = "令和8年5月7日",
      .purpose = "開示の請求：ご本人が窓口で（ご本人）　本人の確認：運転免許証",
      .who = "福祉相談室　見本 一子",
      .path = "/mihon/own-reports/BBBBBBBBBBBBBBBBBBBBBB.pdf" },
};

static struct access_view
request(struct gallery *g)
{
    struct access_view m = {
        .head = gallery_head(g, 6),
        .line = LINES[0],
        .id = "AAAAAAAAAAAAAAAAAAAAAA",
        .version = "4",
        .name = "試験 ハナさん",
        .asked_by = "試験 代理",
        .agent = "ご本人が頼んだ代理人",
        .agent_paper = "委任状と印鑑登録証明書",
        .confirmed = "運転免許証",
        .wanted = "支援の経過をすべて",
        .waits =
            "補正を待っています。補正される日までの日数は、決定の期限に数えません。",
        .mended_path = ONE "/mended",
        .extend_path = ONE "/extend",
        .decide_path = ONE "/decide",
        .check_path = ONE "/lines",
        .back_path = ONE "/back",
        .person_path = "/mihon/persons/CCCCCCCCCCCCCCCCCCCCCC/own-report",
        .limit = "令和9年1月6日",
    };

    FILL(g, m.mends, MENDS);
    FILL(g, m.notes, NOTES);
    return m;
}

static void
one(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "開示の請求", 4);
    struct access_view m = request(g);
    struct form_view extend = { .prefix = "e" };
    struct form_view decide = { .prefix = "d" };
    struct form_view check = { .prefix = "c" };
    struct form_view hand = { .prefix = "h" };
    struct form_view back = { .prefix = "k" };
    struct form_view mend = { .prefix = "m" };
    struct form_view mended = { .prefix = "n" };
    struct buf b = buf_new(g->mem);

    view_access(&b, &f, &m, &extend, &decide, &check, &hand, &back, &mend, &mended);
    gallery_write(g, "access", &b);
    m.waits = m.mended_path = m.decide_path = m.extend_path = m.back_path = NULL;
    m.line = LINES[2];
    m.hand_path = ONE "/hand";
    m.refusal = "ほかの人に関する情報（78条1項2号）";
    m.words = "世帯のほかの人のことは出さない";
    m.how = "窓口で渡した";
    m.paper_path = COPIES[0].path;
    b = buf_new(g->mem);
    view_access(&b, &f, &m, &extend, &decide, &check, &hand, &back, &mend, &mended);
    gallery_write(g, "access-handed", &b);
}

static void
of_person(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "ご本人からの開示の請求", 4);
    struct own_reports_view m = { .head = gallery_head(g, 6),
                                  .name = "試験 ハナさん",
                                  .path = "/mihon/persons/CCCCCCCCCCCCCCCCCCCCCC/"
                                          "own-report",
                                  .back_path = "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA",
                                  .receive_path = "/mihon/persons/"
                                                  "CCCCCCCCCCCCCCCCCCCCCC/access" };
    struct form_view form = { .prefix = "o" };
    struct form_view ask = { .prefix = "a" };
    struct buf b = buf_new(g->mem);

    view_own_reports(&b, &f, &m, &form, &ask);
    gallery_write(g, "own-reports-none", &b);
    FILL(g, m.lines, COPIES);
    FILL(g, m.requests, LINES);
    b = buf_new(g->mem);
    view_own_reports(&b, &f, &m, &form, &ask);
    gallery_write(g, "own-reports", &b);
}

void
gallery_access(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "開示の請求の受付簿", 0);
    struct accesses_view m = { .year = "令和8年度" };
    struct buf b = buf_new(g->mem);

    view_accesses(&b, &f, &m);
    gallery_write(g, "accesses-none", &b);
    m.late = "1件";
    FILL(g, m.lines, LINES);
    b = buf_new(g->mem);
    view_accesses(&b, &f, &m);
    gallery_write(g, "accesses", &b);
    one(g);
    of_person(g);
}
