#include "anonymise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct known_person PEOPLE[] = { { .name = "試験 花枝",
                                                .kana = "しけん はなえ" },
                                              { .name = "試験 二郎", .kana = "" } };
static const char *const PLACES[] = { "中央3丁目" };
static const struct known_persons WHO = {
    .v = PEOPLE, .n = 2, .places = PLACES, .n_places = 1
};

static void
R_104_nothing_that_names_stays(void **state)
{
    static const struct {
        const char *text;
        const char *want;
    } t[] = {
        { "試験花枝さん82歳", "Aさん80代" },
        { "試験 花枝が来た", "Aが来た" },
        { "花枝さんと二郎さん", "AさんとBさん" },
        { "しけんはなえ", "A" },
        { "中央3丁目の家", "（住所）の家" },
        { "本町１丁目２番地３号へ", "（住所）へ" },
        { "048-000-0000に電話", "（電話）に電話" },
        { "０９０－００００－００００", "（電話）" },
        { "〒352-0011", "〒（住所）" },
        { "令和8年5月7日に転倒", "春ごろに転倒" },
        { "11月20日の昼", "秋ごろの昼" },
        { "2026-08-01に", "夏ごろに" },
        { "昭和21年生まれ", "あるころ生まれ" },
        { "番号R8-000123-4", "番号（番号）" },
        { "3日間食べていない", "3日間食べていない" },
        { "週2回、月1回", "週2回、月1回" },
        { "５歳の孫", "10歳未満の孫" },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        assert_string_equal(t[i].want, anonymise(mem, t[i].text, &WHO, NULL));
    arena_free(mem);
}

static void
R_104_what_was_not_known_is_listed(void **state)
{
    struct arena *mem = arena_new();
    struct residues left = { 0 };

    (void)state;
    anonymise(mem, "花枝さんが佐藤さんと大野 様に会った。お母さん。", &WHO, &left);
    assert_int_equal(1, left.n > 0);
    assert_string_equal("佐藤", left.v[0]);
    arena_free(mem);
}

static void
R_114_a_text_that_names_somebody_else(void **state)
{
    static const struct known_person own = { .name = "試験 花枝",
                                             .kana = "しけん はなえ" };
    static const struct known_person daughter = { .name = "例野 葵",
                                                  .others = "あおちゃん、姫" };
    static const struct known_person others = { .name = "髙橋 二郎",
                                                .kana = "たかはし じろう",
                                                .also = &daughter };
    static const struct {
        const char *text;
        bool names;
    } texts[] = {
        { "花枝さんは家で暮らしたいと話した。", false },
        { "5月7日に82歳になった。電話は048-000-1234。", false },
        { "高橋さんが来た。", true },
        { "ﾀｶﾊｼ ｼﾞﾛｳと名のった。", true },
        { "あおちゃんが大声を出した。", true },
        { "花枝さんと例野さんが来た。", true },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (anonymise_names_other(mem, texts[i].text, &own, &others) != texts[i].names)
            fail_msg("%s", texts[i].text);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_104_nothing_that_names_stays),
        cmocka_unit_test(R_104_what_was_not_known_is_listed),
        cmocka_unit_test(R_114_a_text_that_names_somebody_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
