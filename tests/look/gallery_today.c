/*
 * きょう and what was begun.
 */
#include "gallery.h"

#include "../../src/view/control.h"
#include "../../src/policy/today_view.h"
#include "gallery_seal.h"
#include "gen/pages.h"

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"
#define HAND "/mihon/referrals/CCCCCCCCCCCCCCCCCCCCCC"

static const struct duty_view LATE[] = {
    { .due = "2日超過",
      .due_note = "11月18日（水）",
      .rule = "つなぎの受け取りが確認されていない",
      .seal = SEAL_OWN,
      .ground = "自機関",
      .path = HAND,
      .number = "R8-00117",
      .name = "架空さん（50代・単身）",
      .say = "自立相談支援機関へ送った（11月16日・急ぎ）。受け取るまでは、こちらも担当"
             "です。",
      .act_path = HAND,
      .act = "電話して確かめる",
      .act_main = true },
    { .due = "1日超過",
      .due_note = "11月19日（木）",
      .rule = "会議で決めたことに、担当がない",
      .seal = SEAL_OWN,
      .ground = "自機関が主担当",
      .path = CASE,
      .number = "R8-00098",
      .name = "例沢さん世帯",
      .say = "10月21日の支援会議「家賃の滞納の確認」に、担当と期限がありません。",
      .owner = "担当　例田 まり（福祉相談室）",
      .act_path = CASE,
      .act = "担当を決める" },
};

static const struct duty_view NOW[] = {
    { .due = "きょう",
      .due_note = "17時まで",
      .rule = "受け取りの確認",
      .seal = SEAL_REFERRAL,
      .ground = "社協から",
      .path = HAND,
      .number = "R8-00141",
      .say = "社協 仮野さんから。食べるものがない。急ぎ・きょう中に返事が要ります。",
      .act_path = HAND,
      .act = "受け取る",
      .act_main = true },
    { .due = "きょう",
      .due_note = "終わるまで",
      .rule = "次の対応の期限",
      .seal = SEAL_CONSENT,
      .ground = "ハナさんの同意",
      .path = CASE,
      .number = "R8-00123",
      .name = "見本さん世帯",
      .say = "例木さん（高齢者相談センター）に、ハナさんの受診の結果を聞く。",
      .act_path = CASE,
      .act = "記録を書く" },
    { .due = "きょう",
      .due_note = "14時",
      .rule = "支援会議の前に読む",
      .path = CASE,
      .number = "第8回 包括的支援推進・情報共有会議　3案件",
      .nameless = true,
      .say = "うち1案件は、守秘の確認がまだの出席者がいます。",
      .act_path = CASE,
      .act = "会議を開く" },
};

static const struct duty_view SOON[] = {
    { .due = "あす",
      .due_note = "21日（土）",
      .rule = "会えない日が30日になる",
      .seal = SEAL_OWN,
      .ground = "自機関が主担当",
      .path = CASE,
      .number = "R8-00087",
      .name = "仮倉さん（40代・ひきこもり）",
      .say = "最後に会えたのは10月22日。手紙は2回。",
      .act_path = CASE,
      .act = "訪問を入れる" },
    { .due = "26日（木）",
      .due_note = "あと6日",
      .rule = "同意の期限が近い",
      .seal = SEAL_PART,
      .ground = "修さんの同意",
      .path = CASE,
      .number = "R8-00123",
      .name = "見本さん世帯",
      .say = "修さんの同意（仕事・参加のこと）は12月31日まで。更新の話をする日を決めま"
             "す。",
      .act_path = CASE,
      .act = "話す日を決める" },
};

static const struct waiting_view IN[] = {
    { HAND, "社協 仮野 けん", "きょう17時", "late", "食べるものがない　60代 女性" },
    { HAND, "保健センター 例川 はるか", "11月25日", "", "産後の家族のこと　第3圏域" },
};

static const struct waiting_view OUT[] = {
    { HAND, "自立相談支援機関", "2日超過", "late", "R8-00117　送ったのは11月16日" },
};

static const struct draft_view DRAFTS[] = {
    { "/mihon/intake?draft=1", "相談受付　電話　40代 男性",
      "きのう 16時12分まで書きました", "/mihon/drafts/1" },
};

static const struct sitting_line_view SITTINGS[] = {
    { CASE, "14時00分〜15時30分", "第8回 包括的支援推進・情報共有会議",
      "支援会議（社会福祉法106条の6）／第2庁舎 3階 会議室" },
};

void
gallery_today(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "きょう", 1);
    struct today_view m = {
        .who = "福祉相談室　例田 まり",
        .soon_range = "11月21日〜27日",
        .referrals_path = "/mihon/referrals",
        .drafts_path = "/mihon/drafts",
        .intake_path = "/mihon/intake",
        .stranded_path = "/mihon/today/stranded",
    };
    struct form_view give = { .prefix = "s-" };
    struct link_view hands[] = { { .path = "AAAAAAAAAAAAAAAAAAAAAA",
                                   .text = "見本 三枝" } };
    struct stranded_view left[] = {
        { .post = "BBBBBBBBBBBBBBBBBBBBBB",
          .who = "福祉相談室　見本 四季（推進員）",
          .over = "令和9年3月31日（水）で役目が終わりました",
          .n = "用事 3件",
          .oldest = "いちばん古い期限 3月20日（土）",
          .cases_path = "/mihon/handovers?post=B",
          .choices = { .v = hands, .n = 1 } },
        { .post = "CCCCCCCCCCCCCCCCCCCCCC",
          .who = "見本相談所　例山 五郎",
          .over = "役目が止められています",
          .n = "用事 1件",
          .oldest = "いちばん古い期限 4月2日（金）",
          .nobody = "この窓口には、いま役目のある人がいません。" },
    };
    struct drafts_view drafts = { .intake_path = m.intake_path };
    struct buf b = buf_new(g->mem);

    FILL(g, m.stranded, left);
    FILL(g, m.late, LATE);
    FILL(g, m.now, NOW);
    FILL(g, m.soon, SOON);
    FILL(g, m.sittings, SITTINGS);
    FILL(g, m.incoming, IN);
    FILL(g, m.outgoing, OUT);
    FILL(g, m.drafts, DRAFTS);
    FILL(g, drafts.drafts, DRAFTS);
    f.notice = (struct notice_view){ .tone = "ok",
                                     .text = "R8-00142 を受け付けました。",
                                     .path = CASE,
                                     .link = "ケースを開く" };
    view_today(&b, &f, &m, &give);
    gallery_write(g, "today", &b);

    b = buf_new(g->mem);
    f = gallery_frame(g, "きょう", 1);
    m = (struct today_view){ .who = m.who,
                             .soon_range = m.soon_range,
                             .referrals_path = m.referrals_path,
                             .intake_path = m.intake_path };
    view_today(&b, &f, &m, &give);
    gallery_write(g, "today-empty", &b);

    b = buf_new(g->mem);
    f = gallery_frame(g, "書きかけ", 3);
    view_drafts(&b, &f, &drafts);
    gallery_write(g, "drafts", &b);
}
