/*
 * Lists: cases, what a search found, who saw whom.
 */
#include "gallery.h"

#include "../../src/policy/ledger_view.h"
#include "../../src/policy/search_view.h"
#include "gallery_seal.h"
#include "gen/pages.h"

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"

static const struct link_view TABS[] = {
    { "/mihon/cases?show=mine", "担当のみ", true },
    { "/mihon/cases?show=open", "支援中", false },
    { "/mihon/cases?show=all", "すべて", false },
    { "/mihon/cases?show=closed", "終結", false },
};

static const struct link_view PAGES[] = {
    { "/mihon/cases?page=1", "1", true },
    { "/mihon/cases?page=2", "2", false },
    { "/mihon/cases?page=2", "つぎ", false },
};

static const struct case_line_view CASES[] = {
    { .path = CASE,
      .number = "R8-00123",
      .name = "見本さん世帯",
      .about = "80歳・50歳　栗原",
      .state = "支援中",
      .lead = "福祉相談室 例田",
      .next = "受診の結果を聞く",
      .next_due = "きょう",
      .late = true,
      .last = "11月13日",
      .seal = SEAL_CONSENT },
    { .path = CASE,
      .number = "R8-00141",
      .state = "受付",
      .next = "受け取りの確認",
      .next_due = "きょう17時",
      .late = true,
      .seal = SEAL_REFERRAL },
    { .path = CASE,
      .number = "R8-00087",
      .name = "仮倉さん",
      .about = "40代　大和田",
      .state = "アウトリーチ",
      .lead = "福祉相談室 例田",
      .last = "10月22日",
      .seal = SEAL_OWN },
};

static const struct leaf_view LEAVES[] = {
    { .number = "128,411",
      .when = "11月20日 10時42分05秒",
      .who = "例田 まり（福祉相談室）",
      .act = "ケースを見た",
      .whom = "R8-00123",
      .path = CASE,
      .seal = SEAL_OWN,
      .ground = "自機関の記録",
      .classes = "世帯、福祉、健康" },
    { .number = "128,410",
      .when = "11月20日 10時40分51秒",
      .who = "仮野 けん（社協）",
      .act = "緊急の閲覧",
      .whom = "R8-00087",
      .seal = SEAL_GLASS,
      .ground = "緊急の閲覧",
      .classes = "担当、危険、連絡の順",
      .tone = "late" },
    { .number = "128,409",
      .when = "11月20日 10時38分12秒",
      .who = "仮野 けん（社協）",
      .act = "出なかった" },
};

static void
cases(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "世帯とケース", 4);
    struct cases_view m = { .count = "3件", .intake_path = "/mihon/intake" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.tabs, TABS);
    FILL(g, m.cases, CASES);
    FILL(g, m.pages, PAGES);
    view_cases(&b, &f, &m);
    gallery_write(g, "cases", &b);
    b = buf_new(g->mem);
    m.cases.n = m.pages.n = 0;
    m.count = "0件";
    view_cases(&b, &f, &m);
    gallery_write(g, "cases-empty", &b);
}

static void
search(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "さがした結果", 0);
    struct search_view m = { .path = "/mihon/search",
                             .query = "みほん",
                             .count = "3件",
                             .intake_path = "/mihon/intake" };
    struct buf b = buf_new(g->mem);

    f.query = m.query;
    FILL(g, m.cases, CASES);
    for (size_t i = 0; i < m.cases.n; i++)
        m.cases.v[i].hit = "よみが同じ";
    view_search(&b, &f, &m);
    gallery_write(g, "search", &b);
    b = buf_new(g->mem);
    m.cases.n = 0;
    m.count = "0件";
    view_search(&b, &f, &m);
    gallery_write(g, "search-none", &b);
}

static void
ledger(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "だれが見たか", 7);
    struct ledger_view m = {
        .title = "だれが見たか",
        .proof_tone = "ok",
        .proof = "1番から128,411番まで、変わっていません。",
        .proof_note = "確かめたのは11月20日 3時00分。",
        .verify_path = "/mihon/ledger/verify",
        .path = "/mihon/ledger",
        .from = "2026-11-01",
        .until = "2026-11-20",
        .count = "3件",
        .csv_path = "/mihon/ledger.csv",
        .looks_path = "/mihon/ledger/looks",
    };
    struct buf b = buf_new(g->mem);

    FILL(g, m.leaves, LEAVES);
    view_ledger(&b, &f, &m);
    gallery_write(g, "ledger", &b);
    b = buf_new(g->mem);
    f.title = m.title = "自分の見た記録";
    m.own = true;
    m.leaves.n = 1;
    m.csv_path = NULL;
    m.looks_path = NULL;
    view_ledger(&b, &f, &m);
    gallery_write(g, "ledger-own", &b);
}

void
gallery_list(struct gallery *g)
{
    cases(g);
    search(g);
    ledger(g);
}
