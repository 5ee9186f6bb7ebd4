/*
 * What did not work, and the catalogue of components.
 */
#include "gallery.h"

#include "../../src/base/ctx.h"
#include "../../src/view/control.h"
#include "../../src/view/error_view.h"
#include "gallery_options.h"
#include "gen/forms.h"
#include "gen/pages.h"

static const struct link_view WAYS[] = {
    { .path = "/mihon/today", .text = "きょうへ" },
    { .path = "/mihon/cases", .text = "世帯とケースへ" },
};

static const struct typed_view TYPED[] = {
    { "key", NULL, "sample-key" },
    { "words", "相談の内容", "ひと月前から、家賃を払えていない。" },
    { "name", "名前かよび名", "架空 太郎" },
};

static const struct conflict_field_view FIELDS[] = {
    { "fact", "あったこと", "帰りは社協の車。", "帰りは家族の車。", true },
    { "opinion", "見立て", "不安は小さい。", "不安は小さい。", false },
};

static const struct link_view EFFECTS[] = {
    { .text = "相手の画面から消えます。" },
    { .text = "取り下げたことは、履歴に残ります。" },
};

static void
error(struct gallery *g, const char *name, struct error_view m)
{
    struct frame_view f = gallery_frame(g, m.title, 0);
    struct buf b = buf_new(g->mem);

    m.number = "k7Qm-2026-1120-0042";
    FILL(g, m.ways, WAYS);
    view_error(&b, &f, &m);
    gallery_write(g, name, &b);
}

static void
errors(struct gallery *g)
{
    struct error_view busy = {
        .title = "いま保存できません",
        .text = "保存するところが、しばらく使えません。記録は変わっていません。",
        .mend = "少し待って、もう一度送ってください。続くときは、システム担当へ。",
        .again_path = "/mihon/intake",
        .again_text = "もう一度送る",
    };

    error(g, "error-404",
          (struct error_view){ .title = "この画面は開けません",
                               .text = "ないか、見られない画面です。",
                               .mend =
                                   "番号をたしかめるか、担当の人に聞いてください。" });
    FILL(g, busy.typed, TYPED);
    error(g, "error-503", busy);
}

static void
conflict(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "ほかの人が先に直しました", 4);
    struct conflict_view m = { .what = "11月5日の支援経過",
                               .who = "仮山 ひろし",
                               .when = "11月20日 10時42分",
                               .save_path = "/mihon/notes/3/mend",
                               .version = "3",
                               .back_path = "/mihon/cases" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.fields, FIELDS);
    view_conflict(&b, &f, &m);
    gallery_write(g, "conflict", &b);
}

static void
confirm(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "取り下げますか", 5);
    struct confirm_view m = {
        .title = "つなぎを取り下げますか",
        .text = "自立相談支援機関へのつなぎ（11月16日）を取り下げます。",
        .act_path = "/mihon/referrals/1/cancel",
        .act_text = "取り下げる",
        .grave = true,
        .back_path = "/mihon/referrals/1"
    };
    struct buf b = buf_new(g->mem);

    FILL(g, m.effects, EFFECTS);
    view_confirm(&b, &f, &m);
    gallery_write(g, "confirm", &b);
}

static void
catalog(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "部品の一覧", 8);
    struct ctx c = { .mem = g->mem };
    struct form_view form = { .err = &c.err,
                              .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct buf b = buf_new(g->mem);

    (void)refuse_field(&c, "fact", "「あったこと」を書いてください。");
    (void)refuse_field(&c, "happened_on", "昭和64年は1月7日までです。");
    view_catalog(&b, &f, &form);
    gallery_write(g, "catalog", &b);
}

void
gallery_error(struct gallery *g)
{
    errors(g);
    conflict(g);
    confirm(g);
    catalog(g);
}
