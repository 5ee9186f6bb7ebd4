/*
 * Hand-overs: sending, receiving, waiting, and the lists.
 */
#include "gallery.h"

#include "../../src/policy/referral_view.h"
#include "../../src/view/control.h"
#include "gallery_options.h"
#include "gallery_seal.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"
#define HAND "/mihon/referrals/CCCCCCCCCCCCCCCCCCCCCC"

static const struct desk_choice_view DESKS[] = {
    { .id = "EEEEEEEEEEEEEEEEEEEEEE",
      .name = "自立相談支援機関",
      .agency = "委託",
      .basis = "委託に伴う提供",
      .answer = "3開庁日のうち" },
    { .id = "FFFFFFFFFFFFFFFFFFFFFF",
      .name = "高齢者相談センター（第1圏域）",
      .agency = "委託",
      .basis = "委託に伴う提供",
      .answer = "3開庁日のうち" },
    { .id = "GGGGGGGGGGGGGGGGGGGGGG",
      .name = "基幹相談支援センター",
      .basis = "本人の同意" },
};

static const struct referral_event_view SENT[] = {
    { "11月16日 15時20分", "送りました", "福祉相談室 例田", NULL },
};

static const struct referral_event_view ARRIVED[] = {
    { "11月20日 9時02分", "開きました", "福祉相談室 例田", NULL },
    { "11月20日 8時50分", "届きました", "社協 仮野", NULL },
};

static const struct referral_line_view IN[] = {
    { .path = HAND,
      .party = "社協 仮野 けん",
      .what = "食べるものがない　60代 女性",
      .state = "受け取り待ち",
      .sent = "11月20日 8時50分に届きました",
      .due = "きょう17時",
      .act = "受け取る" },
};

static const struct referral_line_view OUT[] = {
    { .path = HAND,
      .party = "自立相談支援機関",
      .number = "R8-00117",
      .name = "架空さん",
      .what = "家賃の滞納。受け入れて対応",
      .state = "受け取り待ち",
      .sent = "11月16日に送りました",
      .due = "11月18日",
      .late = "2日超過",
      .act = "電話して確かめる" },
};

static const struct referral_line_view ENDED[] = {
    { .path = HAND,
      .party = "保健センター 例川",
      .number = "R8-00076",
      .name = "例井さん世帯",
      .what = "産後の家族のこと",
      .state = "終わった",
      .tone = "ok",
      .sent = "10月2日に送りました" },
};

static void
send(struct gallery *g, const struct form_view *form)
{
    struct frame_view f = gallery_frame(g, "つなぐ", 5);
    struct referral_new_view m = {
        .number = "R8-00123",
        .title = "見本さん世帯",
        .case_path = CASE,
        .path = CASE "/refer",
        .saved = "10時42分 書きかけを保存しました",
        .default_basis = "委託に伴う提供",
        .default_due = "11月25日（水）",
        .tax_note = "税の職員から聞いたことは、本人の同意がなければ書けません（地方税法"
                    "22条）。",
    };
    struct buf b = buf_new(g->mem);

    FILL(g, m.desks, DESKS);
    view_referral_new(&b, &f, &m, form);
    gallery_write(g, "referral_new", &b);
}

static void
received(struct gallery *g, const struct form_view *form)
{
    struct frame_view f = gallery_frame(g, "つなぎ", 5);
    struct form_view back = *form;
    struct referral_view m = {
        .title = "社協 から 福祉相談室 へ",
        .from = "社会福祉協議会",
        .from_who = "仮野 けん",
        .from_phone = "000-0000-0000",
        .to = "福祉相談室",
        .state = "受け取り待ち",
        .urgency = "急ぐ",
        .sent = "11月20日 8時50分",
        .due = "きょう17時",
        .basis = "委託に伴う提供",
        .seal = SEAL_REFERRAL,
        .ask = "受け入れて対応",
        .purpose = "きょう中に、食べるものを届けられるか知りたい。",
        .handed = "60代の女性。ひとり暮らし。年金の日まで食べるものがない。\n"
                  "けさ社協の窓口に来た。電話は止まっている。",
        .name = "架空 よし子",
        .both = true,
        .may_accept = true,
        .may_return = true,
        .accept_path = HAND "/accept",
        .return_path = HAND "/return",
        .next = "きょう17時までに、受け取るか、理由をつけて返してください。",
    };
    struct buf b = buf_new(g->mem);

    back.prefix = "back-";
    FILL(g, m.events, ARRIVED);
    view_referral_show(&b, &f, &m, form, &back, form, form, form);
    gallery_write(g, "referral-received", &b);
}

static void
waiting(struct gallery *g, const struct form_view *form)
{
    struct frame_view f = gallery_frame(g, "つなぎ", 5);
    struct referral_view m = {
        .title = "福祉相談室 から 自立相談支援機関 へ",
        .number = "R8-00117",
        .case_path = CASE,
        .from = "福祉相談室",
        .from_who = "例田 まり",
        .to = "自立相談支援機関",
        .state = "受け取り待ち",
        .late = "2日超過",
        .sent = "11月16日 15時20分",
        .due = "11月18日（水）",
        .basis = "委託に伴う提供",
        .seal = SEAL_OWN,
        .ask = "受け入れて対応",
        .purpose = "家賃の滞納。住居確保給付金が使えるか見てほしい。",
        .handed =
            "50代の男性。ひとり暮らし。9月に仕事をやめた。家賃を2か月払えていない。",
        .name = "架空 太郎",
        .both = true,
        .paper_reply_path = "/mihon/referrals/reply",
        .may_cancel = true,
        .cancel_path = HAND "/cancel",
        .next = "電話で、届いているかを確かめてください。",
    };
    struct buf b = buf_new(g->mem);

    FILL(g, m.events, SENT);
    view_referral_show(&b, &f, &m, form, form, form, form, form);
    gallery_write(g, "referral-waiting", &b);
    b = buf_new(g->mem);
    m.to_who = "例中 みのる";
    m.state = "対応中";
    m.tone = "ok";
    m.late = NULL;
    m.both = m.may_cancel = false;
    m.may_complete = true;
    m.complete_path = HAND "/complete";
    m.reply = "21日に会います。";
    m.next = "会えたら、結果を知らせてください。";
    view_referral_show(&b, &f, &m, form, form, form, form, form);
    gallery_write(g, "referral-under-way", &b);
}

static void
on_paper(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "紙の返事を写す", 5);
    struct form_view form = { .def = &form_referral_reply_def,
                              .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct buf b = buf_new(g->mem);

    view_referral_reply(&b, &f, "/mihon/referrals/reply", &form);
    gallery_write(g, "referral-reply", &b);
}

static void
lists(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "つなぎ", 5);
    struct referral_list_view m = { .cases_path = "/mihon/cases",
                                    .paper_reply_path = "/mihon/referrals/reply" };
    struct buf b = buf_new(g->mem);

    view_referral_list(&b, &f, &m);
    gallery_write(g, "referrals-empty", &b);
    b = buf_new(g->mem);
    FILL(g, m.incoming, IN);
    FILL(g, m.outgoing, OUT);
    FILL(g, m.ended, ENDED);
    view_referral_list(&b, &f, &m);
    gallery_write(g, "referrals", &b);
}

void
gallery_referral(struct gallery *g)
{
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };

    send(g, &form);
    received(g, &form);
    waiting(g, &form);
    on_paper(g);
    lists(g);
}
