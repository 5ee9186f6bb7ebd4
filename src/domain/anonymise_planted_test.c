/*
 * Three hundred ways of saying who somebody is, of invented people, planted in sentences: how
 * many go (recall), what stays, and what is taken out of sentences that name nobody.
 */
#include "anonymise.h"

#include "../base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct known_person PEOPLE[] = {
    { "髙橋 見本", "たかはし みほん", "旧姓 例山", NULL },
    { "渡邉 架空", "わたなべ かくう", "", NULL },
    { "斎藤 試子", "さいとう ためこ", "ためちゃん", NULL },
    { "山﨑 例太郎", "やまざき れいたろう", NULL, NULL },
    { "佐々木 花", "ささき はな", NULL, NULL },
    { "林 想一", "はやし そういち", NULL, NULL },
    { "澤田 葵", "さわだ あおい", NULL, NULL },
    { "𠮷野 櫻子", "よしの さくらこ", NULL, NULL },
    { "小野寺 眞", "おのでら まこと", NULL, NULL },
    { "三ヶ尻 廣美", "みかじり ひろみ", NULL, NULL },
};

static const char *const PLACES[] = {
    "仮浜市例町3丁目4番5号", "048-000-1234", "R8-000123-4", "仮野2-7-1",
    "架台 例山団地3-402",
};

static const struct known_persons WHO = {
    .v = PEOPLE, .n = COUNT(PEOPLE), .places = PLACES, .n_places = COUNT(PLACES)
};

/* Around a name; %s is where it is planted. */
static const char *const AROUND_NAME[] = { "きのう、%sが来た。",
                                           "母の%sは元気だ。",
                                           "%sに電話をした。",
                                           "（%s）",
                                           "隣の人が%sを見かけた。",
                                           "本人：%s",
                                           "きょう%sと話した。",
                                           "けさ、%sの家へ行った。",
                                           "→%s",
                                           "そのあと%sへ手紙を出す。" };

/* Around a part of a name: with a title, as people write. */
static const char *const AROUND_PART[] = {
    "きのう、%sさんが来た。", "母の%sさんは元気だ。",
    "%sさんに電話をした。",   "（%s様）",
    "隣の人が%sくんを見た。", "きょう%sさんと話した。",
    "%s氏へ手紙を出す。",     "そのとき%sちゃんがいた。"
};

static const char *const AROUND_OTHER[] = { "連絡先は%s。",
                                            "%sと聞いた。",
                                            "メモに、%sとある。",
                                            "きのう、%sのことで。",
                                            "（%s）",
                                            "そのまま「%s」と書いた。",
                                            "それは%sです",
                                            "%s、ようすを見に行く。",
                                            "→%s" };

static const char *const NAMES[] = {
    /* whole names, apart, together, turned, with variants of their letters */
    "髙橋見本",
    "髙橋 見本",
    "髙橋　見本",
    "高橋見本",
    "高橋 見本",
    "見本　髙橋",
    "髙 橋 見 本",
    "高橋・見本",
    "渡邉架空",
    "渡邊架空",
    "渡辺架空",
    "渡辺　架空",
    "渡邊 架空",
    "渡邉󠄄架空",
    "斎藤試子",
    "齋藤試子",
    "斉藤試子",
    "齊藤 試子",
    "山﨑例太郎",
    "山崎例太郎",
    "山﨑　例太郎",
    "山崎 例太郎",
    "佐々木花",
    "佐佐木花",
    "佐々木 花",
    "林想一",
    "林 想一",
    "林　想一",
    "澤田葵",
    "沢田葵",
    "沢田　葵",
    "𠮷野櫻子",
    "吉野桜子",
    "吉野櫻子",
    "𠮷野 桜子",
    "小野寺眞",
    "小野寺真",
    "小野寺　真",
    "三ヶ尻廣美",
    "三ケ尻広美",
    "三ヶ尻 広美",
    "広美 三ヶ尻",
    /* hiragana, katakana, half-width */
    "たかはしみほん",
    "たかはし みほん",
    "タカハシミホン",
    "タカハシ・ミホン",
    "タカハシ　ミホン",
    "ﾀｶﾊｼﾐﾎﾝ",
    "ﾀｶﾊｼ ﾐﾎﾝ",
    "ﾀｶﾊｼ･ﾐﾎﾝ",
    "わたなべかくう",
    "ワタナベカクウ",
    "ﾜﾀﾅﾍﾞｶｸｳ",
    "ﾜﾀﾅﾍﾞ ｶｸｳ",
    "ワタナベ・カクウ",
    "さいとうためこ",
    "サイトウタメコ",
    "ｻｲﾄｳﾀﾒｺ",
    "やまざきれいたろう",
    "ヤマザキ レイタロウ",
    "ﾔﾏｻﾞｷﾚｲﾀﾛｳ",
    "ﾔﾏｻﾞｷ ﾚｲﾀﾛｳ",
    "ささきはな",
    "ササキハナ",
    "ｻｻｷ ﾊﾅ",
    "はやしそういち",
    "ハヤシ　ソウイチ",
    "ﾊﾔｼｿｳｲﾁ",
    "さわだあおい",
    "サワダアオイ",
    "ｻﾜﾀﾞｱｵｲ",
    "ｻﾜﾀﾞ ｱｵｲ",
    "よしのさくらこ",
    "ヨシノ・サクラコ",
    "ﾖｼﾉｻｸﾗｺ",
    "おのでらまこと",
    "オノデラ マコト",
    "ｵﾉﾃﾞﾗﾏｺﾄ",
    "みかじりひろみ",
    "ミカジリヒロミ",
    "ﾐｶｼﾞﾘﾋﾛﾐ",
    /* in Latin letters */
    "Takahashi",
    "TAKAHASHI Mihon",
    "Watanabe Kakuu",
    "Saitou Tameko",
    "SAITO",
    "Yamazaki",
    "Sasaki Hana",
    "Hayashi",
    "SAWADA Aoi",
    "Onodera",
    /* with dots, commas and more space between, in both orders */
    "渡辺・架空",
    "渡邉、架空",
    "架空 渡辺",
    "試子 斉藤",
    "ｻｲﾄｳ･ﾀﾒｺ",
    "さわだ　あおい",
    "ﾐｶｼﾞﾘ　ﾋﾛﾐ",
    "ハヤシ・ソウイチ",
    "おのでら　まこと",
    "小 野 寺 眞",
    "ﾊﾔｼ･ｿｳｲﾁ",
};

static const char *const PARTS[] = {
    "髙橋",   "高橋",     "見本",     "タカハシ",   "たかはし", "ﾀｶﾊｼ",
    "ミホン", "みほん",   "例山",     "渡邉",       "渡邊",     "渡辺",
    "架空",   "ワタナベ", "ﾜﾀﾅﾍﾞ",    "斎藤",       "齋藤",     "斉藤",
    "試子",   "サイトウ", "ためこ",   "ため",       "タメ",     "山﨑",
    "山崎",   "例太郎",   "ヤマザキ", "れいたろう", "レイ",     "佐々木",
    "花",     "はな",     "ハナ",     "ﾊﾅ",         "ササキ",   "林",
    "想一",   "はやし",   "ソウイチ", "そう",       "澤田",     "沢田",
    "葵",     "あおい",   "アオイ",   "サワダ",     "𠮷野",     "吉野",
    "櫻子",   "桜子",     "櫻",       "さくらこ",   "さくら",   "小野寺",
    "眞",     "真",       "まこと",   "オノデラ",   "三ヶ尻",   "廣美",
    "広美",   "ひろみ",   "ヒロミ",   "ミカジリ",
};

static const char *const OTHERS[] = {
    /* telephones */
    "048-000-0000",
    "048(000)0000",
    "(048)000-0000",
    "（048）000-0000",
    "0480000000",
    "０４８－０００－００００",
    "０４８（０００）００００",
    "０４８０００００００",
    "090-0000-0000",
    "09000000000",
    "090 0000 0000",
    "０９０　００００　００００",
    "090.0000.0000",
    "+81-90-0000-0000",
    "+81 90 0000 0000",
    "048ー000ー0000",
    "048−000−0000",
    "048‐000‐0000",
    "048–000–0000",
    "０４８ー０００ー００００",
    "〇四八－〇〇〇－〇〇〇〇",
    "000-0000-0000",
    "0120-000-000",
    "048の000の0000",
    "0463-00-0000",
    "0463（00）0000",
    "048-000-1234",
    "０４８−０００−１２３４",
    /* addresses */
    "例町3丁目4番5号",
    "例町3-4-5",
    "例町３－４－５",
    "例町三丁目四番五号",
    "例町3丁目4-5",
    "例町３丁目",
    "例町三丁目",
    "例町",
    "仮浜市例町3丁目4番5号",
    "仮浜市例町3-4-5",
    "仮浜市例町　3丁目4番5号",
    "仮野2-7-1",
    "仮野２－７－１",
    "仮野2丁目7番地1",
    "仮野二丁目七番地の一",
    "仮野",
    "〒000-0000",
    "〒０００－００００",
    "架台 例山団地3-402",
    "例山団地3号棟402号室",
    "402号室",
    "４０２号室",
    "四〇二号室",
    "12番地",
    "十二番地",
    "12番地3",
    "4番5号",
    /* days in both calendars */
    "令和8年5月7日",
    "令和８年５月７日",
    "令和八年五月七日",
    "令和元年5月7日",
    "昭和21年3月4日",
    "昭和二十一年三月四日",
    "昭和21年",
    "昭和二十一年",
    "平成3年10月",
    "R8.5.7",
    "R8/5/7",
    "Ｒ８．５．７",
    "R8-5-7",
    "S21.3.4",
    "s21.3.4",
    "Ｓ２１／３／４",
    "H3.10.1",
    "令8.5.7",
    "昭21年",
    "㍻3年10月1日",
    "㍼21年",
    "2026年5月7日",
    "２０２６年５月７日",
    "二〇二六年五月七日",
    "2026/5/7",
    "2026/05/07",
    "2026-05-07",
    "2026.5.7",
    "２０２６／５／７",
    "20260507",
    "1946年",
    "1946年3月",
    "１９４６年",
    "5月7日",
    "５月７日",
    "五月七日",
    "十一月二十日",
    "5月7日(木)",
    "5月7日（木曜日）",
    "5/7",
    "５／７",
    "11/20",
    "12/31(土)",
    "8月",
    "八月",
    "令和8年5月",
    "R8年5月7日",
    "昭和 21年 3月4日",
    "R 8.5.7",
    "大正15年12月",
    "T15.12.1",
    "平3.10.1",
    "2026年５月",
    "２０２６−０５−０７",
    "2026／5／7",
    "12月31日（土）",
    "1/15",
    "R8年5月",
    /* ages */
    "82歳",
    "８２歳",
    "82才",
    "八十二歳",
    "八十歳",
    "82さい",
    "7歳",
    "百二歳",
    "80歳代",
    /* numbers */
    "R8-000123-4",
    "Ｒ８－０００１２３－４",
    "R8ー000123ー4",
    "0001234567",
    "番号A-1234",
    "番号 55012",
    "No.55012",
    "123456789012",
    "mihon@example.jp",
    "mihon.hana+1@mail.example.com",
    "048 000 0000",
    "(0463)00-0000",
    "０１２０（０００）０００",
    "080ー0000ー0000",
    "＋81-3-0000-0000",
    "仮野2－7",
    "例町10-2",
    "３号棟１０５号室",
    "九十一歳",
    "３さい",
    "整理番号B-2231",
};

/* What may stand in the place of what was planted. */
static const char *const MARKS[] = {
    "（住所）", "（電話）", "（番号）", "（メール）", "冬ごろ", "春ごろ", "夏ごろ",
    "秋ごろ",   "あるころ", "10歳未満", "10代",       "20代",   "30代",   "40代",
    "50代",     "60代",     "70代",     "80代",       "90代",   "100代",  "番号",
    "整理",     "No.",      "〒",       "　",
};

/* Says whether nothing but marks and letters of persons stands there. */
static bool
only_marks(const char *s, size_t n)
{
    while (n) {
        size_t len = 0;

        for (size_t i = 0; i < COUNT(MARKS); i++)
            if (strncmp(s, MARKS[i], strlen(MARKS[i])) == 0)
                len = strlen(MARKS[i]);
        if (!len && ((*s >= 'A' && *s <= 'J') || *s == ' '))
            len = 1;
        if (!len || len > n)
            return false;
        s += len;
        n -= len;
    }
    return true;
}

struct tally {
    struct arena *mem;
    size_t planted;
    size_t gone;
};

/* Plants one and looks at what is left between what stood before and behind. */
static void
plant(struct tally *t, const char *around, const char *secret)
{
    const char *hole = strstr(around, "%s");
    const size_t before = (size_t)(hole - around);
    const char *after = hole + 2;
    struct buf text = buf_new(t->mem);
    const char *out;
    size_t n;

    buf_add(&text, around, before);
    buf_str(&text, secret);
    buf_str(&text, after);
    out = anonymise(t->mem, buf_text(&text), &WHO, NULL);
    n = strlen(out);
    t->planted++;
    if (n >= before + strlen(after) && memcmp(out, around, before) == 0
        && strcmp(out + n - strlen(after), after) == 0
        && only_marks(out + before, n - before - strlen(after)))
        t->gone++;
    else
        printf("missed: %s -> %s\n", buf_text(&text), out);
}

static void
R_104_three_hundred_planted_forms_go(void **state)
{
    struct tally t = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < COUNT(NAMES); i++)
        plant(&t, AROUND_NAME[i % COUNT(AROUND_NAME)], NAMES[i]);
    for (size_t i = 0; i < COUNT(PARTS); i++)
        plant(&t, AROUND_PART[i % COUNT(AROUND_PART)], PARTS[i]);
    for (size_t i = 0; i < COUNT(OTHERS); i++)
        plant(&t, AROUND_OTHER[i % COUNT(AROUND_OTHER)], OTHERS[i]);
    printf("planted %zu, gone %zu, recall %.4f\n", t.planted, t.gone,
           (double)t.gone / (double)t.planted);
    assert_true(t.planted >= 300);
    assert_true(t.gone * 100 >= t.planted * 99);
    arena_free(t.mem);
}

/* The same forms in every one of the sentences: what depends on its neighbours shows. */
static void
R_104_wherever_they_stand(void **state)
{
    struct tally t = { .mem = arena_new() };

    (void)state;
    for (size_t k = 0; k < COUNT(AROUND_NAME); k++)
        for (size_t i = 0; i < COUNT(NAMES); i++)
            plant(&t, AROUND_NAME[k], NAMES[i]);
    for (size_t k = 0; k < COUNT(AROUND_PART); k++)
        for (size_t i = 0; i < COUNT(PARTS); i++)
            plant(&t, AROUND_PART[k], PARTS[i]);
    for (size_t k = 0; k < COUNT(AROUND_OTHER); k++)
        for (size_t i = 0; i < COUNT(OTHERS); i++)
            plant(&t, AROUND_OTHER[k], OTHERS[i]);
    printf("planted %zu, gone %zu, recall %.4f\n", t.planted, t.gone,
           (double)t.gone / (double)t.planted);
    assert_true(t.gone * 100 >= t.planted * 99);
    arena_free(t.mem);
}

/* Sentences that name nobody: each that changes is a false alarm. */
static const char *const ORDINARY[] = {
    "玄関にごみが増えている。息子は2階から降りてこない。",
    "手首がはれている。受診はまだ。薬の袋が3か月分たまっていた。",
    "だれが、どの順に会いに行くか。けがの痛みを入口にできるか。",
    "週2回、月1回、3日間食べていない。",
    "2-3日おきに電話がある。4～5人で暮らす。",
    "家賃は45000円、電気代は12,000円。借金は約150万円。",
    "話したいことがあると言っていた。",
    "はなしを聞くと、少し落ち着いた。",
    "一人で買い物に行けない。二人とも仕事がない。",
    "十分な説明をした。三日に一度は顔を出す。",
    "一番困っているのは、お金のこと。",
    "台風3号のあと、雨もりがする。",
    "そうは言っても、まことに困った。",
    "それはそうと、あおいろの服を着ていた。",
    "ひろみちを通って帰る。",
    "森の中の家。畑で花を育てている。",
    "花火の音をこわがる。花だんの世話をしていた。",
    "通院は月に1度。血圧は150から90。",
    "体温は37.5度。体重は42.3kg。",
    "15時30分に帰った。午後2時から4時まで。",
    "おかあさんが、たくさん泣いた。",
    "お母さんと息子さんの二人暮らし。",
    "皆さんで見守りをお願いします。",
    "家族の様子を見て、また相談する。",
    "宅配の弁当を週3回たのんでいる。",
    "支援会議で役割を決める。包括が会いに行く。",
    "介護保険の申請を手伝う。要介護2。",
    "障害年金2級。手帳は3級。",
    "1/2の量にへらす。3分の1が残る。",
    "半年前から、ひきこもりがち。約30年家にいる。",
    "生活保護の申請を考えている。",
    "食事は1日2食。夜は眠れない。",
    "さくらが咲くころに、また行く約束をした。",
    "高いところに手が届かない。",
    "橋を渡って、坂を上る。",
    "吉と出るか、わからない。",
    "真に必要なものを見きわめる。",
    "美しい字を書く。広い庭がある。",
    "野菜を近所からもらう。",
    "電話には出ない。手紙は読んでいる。",
    "ヘルパーさんが週に2回来る。",
    "民生委員さんと訪ねた。",
    "健康保険が切れている。税のことは聞いていない。",
    "学校へは行っていない。担任の先生が心配している。",
    "犬が2匹、猫が5匹いる。",
    "第2庁舎3階の会議室で話す。",
    "社会福祉法106条の6の支援会議。",
    "個人情報保護法69条2項1号による。",
    "1人あたり2回まで。年に4回。",
    "朝6時に起きる。5分ほど話した。",
};

static void
R_104_ordinary_sentences_stay(void **state)
{
    struct arena *mem = arena_new();
    size_t alarms = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(ORDINARY); i++) {
        const char *out = anonymise(mem, ORDINARY[i], &WHO, NULL);

        if (strcmp(out, ORDINARY[i]) != 0) {
            alarms++;
            printf("false alarm: %s -> %s\n", ORDINARY[i], out);
        }
    }
    printf("%zu sentences, %zu false alarms\n", COUNT(ORDINARY), alarms);
    assert_true(alarms * 10
                <= COUNT(ORDINARY)); /* rather too much than too little goes */
    arena_free(mem);
}

/* Names nobody told us of, schools and doctors: listed, so that somebody looks. */
static void
R_104_what_stays_is_listed(void **state)
{
    static const char *const UNKNOWN[] = {
        "田中さんが見かけた。",     "大野 様に聞く。",    "ムラカミ氏と話した。",
        "となりのゆきさんが来る。", "例台小学校に通う。", "見本台クリニックで診る。",
        "坂下病院に入院した。",     "仮谷ハイツに住む。", "あのトムくんが助けた。",
        "中島家の人に聞いた。",
    };
    static const char *const WORD[] = { "田中",     "大野",       "ムラカミ",
                                        "ゆき",     "例台小学校", "見本台クリニック",
                                        "坂下病院", "仮谷ハイツ", "トム",
                                        "中島" };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(UNKNOWN); i++) {
        struct residues left = { 0 };
        bool found = false;

        anonymise(mem, UNKNOWN[i], &WHO, &left);
        for (size_t k = 0; k < left.n; k++)
            found |= strstr(left.v[k], WORD[i]) != NULL;
        if (!found)
            print_error("not listed: %s\n", UNKNOWN[i]);
        assert_true(found);
    }
    for (size_t i = 0; i < COUNT(ORDINARY); i++) {
        struct residues left = { 0 };

        anonymise(mem, ORDINARY[i], &WHO, &left);
        for (size_t k = 0; k < left.n; k++)
            print_error("listed for nothing: %s: %s\n", ORDINARY[i], left.v[k]);
        assert_int_equal(0, left.n);
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_104_three_hundred_planted_forms_go),
        cmocka_unit_test(R_104_wherever_they_stand),
        cmocka_unit_test(R_104_ordinary_sentences_stay),
        cmocka_unit_test(R_104_what_stays_is_listed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
