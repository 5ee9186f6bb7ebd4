/*
 * Taking a consultation: empty, to be mended, saved.
 */
#include "gallery.h"

#include "../../src/base/ctx.h"
#include "../../src/policy/candidate_view.h"
#include "../../src/policy/household_view.h"
#include "../../src/policy/intake_view.h"
#include "../../src/view/control.h"
#include "gallery_options.h"
#include "gallery_seal.h"
#include "gen/forms.h"
#include "gen/pages.h"

static const struct field TYPED[] = {
    { "words", "" },
    { "name", "見本 ハナ" },
    { "age", "八十くらい" },
    { "place", "栗原3丁目あたり" },
    { "urgency", "soon" },
    { "method", "phone" },
    { "speaker", "neighbour" },
};

static const struct receipt_line_view SEEN_BY[] = {
    { "福祉相談室の4人", SEAL_OWN },
};

static const struct intake_view INTAKE = {
    .path = "/mihon/intake",
    .similar_path = "/mihon/intake/similar",
    .saved = "10時42分 書きかけを保存しました",
    .draft_id = "DDDDDDDDDDDDDDDDDDDDDD",
    .triage_by = "11月27日（金）",
    .seen_by = "福祉相談室の4人だけ",
};

static const struct candidates_view NOBODY = { .path = NULL };

static const struct candidate_view ALIKE[] = {
    { .person = "AAAAAAAAAAAAAAAAAAAAAA",
      .name = "見本 ハナ",
      .kana = "みほん はな",
      .about = "80歳くらい　栗原3丁目",
      .number = "R8-00142-1",
      .state = "支援中",
      .desk = "福祉相談室",
      .why = "名前が同じ・年が近い・町が同じ",
      .sure = "よく似ている",
      .case_path = "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA",
      .join_path = "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA/consultations",
      .seal = SEAL_OWN },
};

static void
mend(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "2か所を直してください：相談を受ける", 2);
    struct ctx c = { .mem = g->mem };
    struct fields typed = { 0 };
    struct form_view form = { .typed = &typed,
                              .err = &c.err,
                              .options = gallery_options,
                              .n_options = GALLERY_OPTIONS,
                              .not_yet = "まだ受け付けていません。" };
    struct buf b = buf_new(g->mem);

    FILL(g, typed, TYPED);
    (void)refuse_field(&c, "words", "「相談の内容」を書いてください。");
    (void)refuse_field(&c, "age", "「年ごろ」は数字で書いてください。例）80");
    view_intake(&b, &f, &INTAKE, &form, &NOBODY);
    gallery_write(g, "intake-mend", &b);
}

static void
receipt(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "受け付けました", 2);
    struct receipt_view m = {
        .number = "R8-00142",
        .when = "令和8年11月20日 10時45分に受け付けました",
        .case_path = "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA",
        .next = "方針を決める",
        .next_due = "11月27日",
        .next_path = "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA/next",
        .refer_path = "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA/refer",
        .intake_path = "/mihon/intake",
        .today_path = "/mihon/today",
    };
    struct buf b = buf_new(g->mem);

    FILL(g, m.seen_by, SEEN_BY);
    view_receipt(&b, &f, &m);
    gallery_write(g, "receipt", &b);
}

/* One more consultation in a case that is there. */
static void
again(struct gallery *g)
{
    static const struct choice_view people[] = {
        { "AAAAAAAAAAAAAAAAAAAAAA", "見本 ハナさん" },
        { "BBBBBBBBBBBBBBBBBBBBBB", "見本 修さん" },
    };
    struct frame_view f = gallery_frame(g, "このケースの相談を受ける", 2);
    struct people_view p = { .head = gallery_head(g, 0) };
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct buf b = buf_new(g->mem);

    FILL(g, p.people, people);
    view_consultation_new(&b, &f, &p, &INTAKE, &form, &form);
    gallery_write(g, "consultation-new", &b);
}

void
gallery_intake(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "相談を受ける", 2);
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct candidates_view alike = { .asked = true };
    struct buf b = buf_new(g->mem);

    FILL(g, alike.list, ALIKE);
    view_intake(&b, &f, &INTAKE, &form, &alike);
    gallery_write(g, "intake", &b);
    mend(g);
    again(g);
    receipt(g);
}
