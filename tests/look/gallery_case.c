/*
 * A case seen on three grounds, one that was just received, and the forms beside it.
 */
#include "gallery.h"

#include "../../src/policy/case_view.h"
#include "../../src/view/control.h"
#include "../../src/view/writing_view.h"
#include "gallery_options.h"
#include "gallery_seal.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"
#define HAND "/mihon/referrals/CCCCCCCCCCCCCCCCCCCCCC"

static const struct layer_view LAYERS[] = {
    { SEAL_OWN, "福祉相談室の記録", "主担当として、すべて", "令和8年5月12日から", false,
      "0" },
    { SEAL_CONSENT, "ハナさんの同意", "健康・介護・暮らし　／　6機関",
      "令和9年3月31日まで", false, "1" },
    { SEAL_PART, "修さんの同意（一部）", "仕事・参加のこと　／　福祉相談室・社協・基幹",
      "12月31日まで　あと41日", true, "2" },
};

static const struct step_view STEPS[] = {
    { "きょう", "20日（金）", true, "例木さんに、ハナさんの受診の結果を聞く",
      "例田（福祉相談室）　電話", "10月7日の会議で決めたこと", CASE "/next/1" },
    { "26日", "あと6日", false, "修さんと、同意を続けるかを話す",
      "仮野（社協）　花だんの日に会う", "期限の近い同意", NULL },
    { "30日", "あと10日", false, "基幹相談支援センターに、修さんの様子を確かめる",
      "例田（福祉相談室）", "57日 記録がない", CASE "/next/3" },
};

static const struct quote_view QUOTES[] = {
    { "けがをする前のように、庭の花に水をやりたい。",
      "ハナさん　7月1日　例木さん聞きとり", SEAL_CONSENT },
    { "だれにも会わない日を、少し減らしたい。", "修さん　7月22日　仮野さん聞きとり",
      SEAL_PART },
};

static const struct person_view PEOPLE[] = {
    { .name = "見本 ハナ",
      .kana = "みほん はな",
      .age = "80歳",
      .relation = "母",
      .subject = true,
      .contact = "000-0000-0000　午前中。市役所の例田と名のる",
      .place = "栗原3丁目",
      .seal = SEAL_CONSENT,
      .consent = "同意あり　令和9年3月31日まで" },
    { .name = "見本 修",
      .kana = "みほん おさむ",
      .age = "50歳",
      .relation = "息子　同居",
      .seal = SEAL_PART,
      .consent = "一部だけ　12月31日まで",
      .consent_late = true },
    { .age = "55歳くらい", .relation = "長女　別居" },
};

static const struct role_view ROLES[] = {
    { "認知症の疑い・けが", "ハナさん", "高齢者相談センター", "受診に付きそう",
      "保健センター", "12月15日", NULL },
    { "ひきこもり・参加", "修さん", "社協", "花だんの活動",
      "福祉相談室、基幹相談支援センター", "週1回", NULL },
    { "住まいの片づけ", "世帯", NULL, NULL, "高齢者相談センター、地域の場", NULL,
      CASE "/roles" },
    { "お金の見通し", "世帯", "福祉相談室", "年金と貯えの整理", NULL, "1月末", NULL },
};

static const struct case_referral_view REFERRALS[] = {
    { HAND, "自立相談支援機関へ", "受け取り待ち", "late", "11月16日に送りました",
      "受け入れて対応", true, "2日超過" },
    { HAND, "社協から", "受け取った", "ok", "11月12日に届きました", "情報提供", false,
      NULL },
};

static const struct note_view NOTES[] = {
    { .anchor = "n-1",
      .day = "11月13日",
      .about = "金　15分",
      .who = "高齢者相談センター 例木",
      .method = "訪問",
      .result = "会えた",
      .tone = "ok",
      .seal = SEAL_CONSENT,
      .ground = "ハナさんの同意",
      .fact = "薬は朝だけ飲んでいる。膝の痛みで庭に出るのは週に2回。\n"
              "もの忘れ外来の予約は11月18日。",
      .opinion = "受診への不安は前より小さい。付きそいがあれば行けそう。" },
    { .anchor = "n-2",
      .day = "11月12日",
      .about = "木　30分",
      .who = "社協 仮野",
      .method = "地域の場",
      .result = "会えた",
      .tone = "ok",
      .seal = SEAL_PART,
      .ground = "修さんの同意",
      .fact = "花だんの水やりに3回目の参加。",
      .own_words = "来週も来る" },
    { .anchor = "n-3",
      .day = "11月5日",
      .about = "木　10分",
      .who = "福祉相談室 例田",
      .method = "電話",
      .result = "話せた",
      .seal = SEAL_OWN,
      .ground = "自機関",
      .fact = "例木さんと、受診の日の付きそいを確かめた。帰りは社協の車。",
      .mended = "第2版　11月6日に直しました",
      .path = CASE "/notes/3",
      .mend_path = CASE "/notes/3/mend" },
    { .anchor = "n-4",
      .day = "10月28日",
      .about = "水",
      .who = "地域の場",
      .method = "花だん",
      .result = "会えなかった",
      .seal = SEAL_PART,
      .ground = "修さんの同意",
      .fact = "休み。前の日に電話があった。" },
};

static const struct event_view EVENTS[] = {
    { "7月10日", "支援決定 → 支援中", "例田 まり",
      "重層的支援会議でプラン第1版を決めた" },
    { "7月1日", "同意を求めている → アセスメント", "例田 まり", NULL },
    { "5月12日", "受付 → 同意を求めている", "例田 まり", "本人にまだ会えていない" },
    { "4月14日", "受付", "仮野 けん（社協）", NULL },
};

static const struct version_view VERSIONS[] = {
    { "第2版", "11月6日 9時10分", "福祉相談室 例田", "帰りの車が変わった",
      "例木さんと、受診の日の付きそいを確かめた。帰りは社協の車。", true },
    { "第1版", "11月5日 16時30分", "福祉相談室 例田", NULL,
      "例木さんと、受診の日の付きそいを確かめた。帰りはタクシー。", false },
};

static const struct event_view RECEIVED[] = {
    { "11月20日", "受付", "例田 まり", NULL },
};

static const struct writing_view WRITING = {
    .saved = "10時42分 書きかけを保存しました",
};

static void
full(struct gallery *g, const struct form_view *form)
{
    struct frame_view f = gallery_frame(g, "R8-00123", 4);
    static const struct link_view CRUMBS[] = {
        { .path = "/mihon/cases", .text = "世帯とケース" },
        { .text = "R8-00123" },
    };
    static const struct link_view TABS[] = {
        { .path = CASE, .text = "ケース", .current = true },
        { .path = CASE "/people", .text = "世帯と人" },
        { .path = CASE "/consents", .text = "同意と共有" },
    };
    struct case_view m = {
        .head = { .number = "R8-00123",
                  .title = "見本さん世帯",
                  .state = "支援中",
                  .urgency = "急ぐ",
                  .lead = "福祉相談室 例田",
                  .path = CASE },
        .area = "第1圏域",
        .seen_at = "11月20日 10時42分",
        .grounds = "この画面は、3つの根拠の重なりで見えています",
        .grounds_path = CASE "/grounds",
        .warning = "修さんの仕事のことは、社協と基幹のほかには話せません。\n"
                   "ハナさんには、先に市役所と名のってください。",
        .step_path = CASE "/next",
        .review = "12月15日（火）　重層的支援会議で",
        .words =
            "隣の80代くらいの女性が、ゆうべ庭で転んだらしい。けさ声をかけたら、手首を"
            "おさえて「だいじょうぶ」と言う。玄関のごみが、また増えていて心配。",
        .words_cite = "4月14日　電話　近所の人から　社協 仮野",
        .words_seal = SEAL_OWN,
        .refer_path = CASE "/refer",
        .notes_count = "46件",
        .older_path = CASE "/notes",
        .older = "前の記録を見る（42件）",
        .note_path = CASE "/notes",
        .note_seen_by = "同意のある6機関の11人",
        .note_seal = SEAL_CONSENT,
        .history_path = CASE "/history",
    };
    struct buf b = buf_new(g->mem);

    FILL(g, f.crumbs, CRUMBS);
    FILL(g, m.head.tabs, TABS);
    FILL(g, m.layers, LAYERS);
    FILL(g, m.steps, STEPS);
    FILL(g, m.quotes, QUOTES);
    FILL(g, m.people, PEOPLE);
    FILL(g, m.roles, ROLES);
    FILL(g, m.referrals, REFERRALS);
    FILL(g, m.notes, NOTES);
    FILL(g, m.events, EVENTS);
    view_case_show(&b, &f, &m, form, &WRITING);
    gallery_write(g, "case", &b);
}

static void
fresh(struct gallery *g, const struct form_view *form)
{
    struct frame_view f = gallery_frame(g, "R8-00142", 4);
    struct case_view m = {
        .head = { .number = "R8-00142",
                  .title = "R8-00142",
                  .state = "受付",
                  .lead = "福祉相談室 例田",
                  .path = CASE },
        .seen_at = "11月20日 10時46分",
        .grounds = "この画面は、1つの根拠で見えています",
        .step_path = CASE "/next",
        .words = "ひと月前から、家賃を払えていない。",
        .words_cite = "11月20日　電話　本人から　福祉相談室 例田",
        .words_seal = SEAL_OWN,
        .refer_path = CASE "/refer",
        .notes_count = "0件",
        .note_path = CASE "/notes",
        .note_seen_by = "福祉相談室の4人",
        .note_seal = SEAL_OWN,
    };
    struct buf b = buf_new(g->mem);

    m.layers.v = gallery_copy(g->mem, LAYERS, sizeof LAYERS[0]);
    m.layers.n = 1;
    FILL(g, m.events, RECEIVED);
    view_case_show(&b, &f, &m, form, &WRITING);
    gallery_write(g, "case-fresh", &b);
}

static void
forms(struct gallery *g, const struct form_view *form)
{
    struct frame_view f = gallery_frame(g, "次の対応を書く", 4);
    struct case_form_view m = { .number = "R8-00123",
                                .title = "見本さん世帯",
                                .case_path = CASE,
                                .path = CASE "/next",
                                .subject = "11月5日　電話　福祉相談室 例田",
                                .version = "2",
                                .seen_by = "福祉相談室の4人",
                                .seal = SEAL_OWN };
    struct buf b = buf_new(g->mem);

    view_step_new(&b, &f, &m, form);
    gallery_write(g, "step_new", &b);
    b = buf_new(g->mem);
    f.title = "次の対応を済ませる";
    view_step_done(&b, &f, &m, form);
    gallery_write(g, "step_done", &b);
    b = buf_new(g->mem);
    f.title = "記録を直す";
    view_note_mend(&b, &f, &m, form);
    gallery_write(g, "note_mend", &b);
}

static void
history(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "11月5日の支援経過の履歴", 4);
    struct history_view m = { .title = "11月5日の支援経過",
                              .number = "R8-00123",
                              .case_path = CASE };
    struct buf b = buf_new(g->mem);

    FILL(g, m.versions, VERSIONS);
    view_case_history(&b, &f, &m);
    gallery_write(g, "case_history", &b);
}

void
gallery_case(struct gallery *g)
{
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };

    full(g, &form);
    fresh(g, &form);
    forms(g, &form);
    history(g);
}
