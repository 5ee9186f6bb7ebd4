#include "search_key.h"

#include "../base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct search_person TAKAHASHI = { "髙橋 ハナ", "タカハシ ハナ",
                                                "大字石川三丁目２番地の１ コーポＡＢＣ",
                                                NULL };
static const struct search_person ONO = { "大野 うめ", "オオノ ウメ", "栗原", NULL };
static const struct search_person MARIA = { "Maria Santos", "", "", NULL };
static const struct search_person ICHIBAN = { "一番ヶ瀬 三郎", "", "三番町", NULL };

static void
what_people_type_finds_the_person_and_says_why(void **state)
{
    static const struct {
        const struct search_person *who;
        const char *typed;
        enum search_hit want;
    } t[] = {
        { &TAKAHASHI, "髙橋", SEARCH_HIT_NAME },
        { &TAKAHASHI, "髙橋ハナ", SEARCH_HIT_NAME },
        { &TAKAHASHI, "高橋", SEARCH_HIT_SHAPE },
        { &TAKAHASHI, "高橋　はな", SEARCH_HIT_SHAPE },
        { &TAKAHASHI, "高槗", SEARCH_HIT_SHAPE },
        { &TAKAHASHI, "たかはし", SEARCH_HIT_READING },
        { &TAKAHASHI, "ﾀｶﾊｼ ﾊﾅ", SEARCH_HIT_READING },
        { &TAKAHASHI, "タカバシ", SEARCH_HIT_READING },
        { &TAKAHASHI, "takahashi", SEARCH_HIT_LATIN },
        { &TAKAHASHI, "Takahasi Hana", SEARCH_HIT_LATIN },
        { &TAKAHASHI, "takaha", SEARCH_HIT_LATIN },
        { &TAKAHASHI, "石川3-2-1", SEARCH_HIT_PLACE },
        { &TAKAHASHI, "石川３丁目", SEARCH_HIT_PLACE },
        { &TAKAHASHI, "石川三丁目２番１号", SEARCH_HIT_PLACE },
        { &TAKAHASHI, "コーポABC", SEARCH_HIT_PLACE },
        { &TAKAHASHI, "abc", SEARCH_HIT_PLACE },
        { &TAKAHASHI, "石川4-2", SEARCH_HIT_NONE },
        { &TAKAHASHI, "高橋ハナ石川", SEARCH_HIT_NONE },
        { &TAKAHASHI, "鈴木", SEARCH_HIT_NONE },
        { &TAKAHASHI, "", SEARCH_HIT_NONE },
        { &TAKAHASHI, "・", SEARCH_HIT_NONE },
        { &ONO, "おおの", SEARCH_HIT_READING },
        { &ONO, "オーノ", SEARCH_HIT_READING },
        { &ONO, "おおの うめ", SEARCH_HIT_READING },
        { &ONO, "おおのうめ", SEARCH_HIT_READING },
        { &ONO, "うめ", SEARCH_HIT_NAME },
        { &ONO, "ohno", SEARCH_HIT_LATIN },
        { &ONO, "ono ume", SEARCH_HIT_LATIN },
        { &ONO, "小野", SEARCH_HIT_NONE },
        { &MARIA, "santos", SEARCH_HIT_NAME },
        { &MARIA, "ＭＡＲＩＡ", SEARCH_HIT_NAME },
        { &ICHIBAN, "一番ケ瀬", SEARCH_HIT_SHAPE },
        { &ICHIBAN, "一番が瀬", SEARCH_HIT_SIMILAR },
        { &ICHIBAN, "三郎", SEARCH_HIT_NAME },
        { &ICHIBAN, "三番町", SEARCH_HIT_PLACE },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        const char *key = search_key_query(mem, t[i].typed);
        const char *text = search_key_text(mem, t[i].who);
        const bool found = *key && strstr(text, key);

        if (search_key_why(mem, t[i].who, t[i].typed) != t[i].want
            || found != (t[i].want != SEARCH_HIT_NONE))
            fail_msg("%s: key %s, text %s, hit %d", t[i].typed, key, text,
                     (int)search_key_why(mem, t[i].who, t[i].typed));
    }
    arena_free(mem);
}

static void
addresses_are_written_in_many_ways(void **state)
{
    static const char *const t[][2] = {
        { "石川三丁目2番地の１", "石川3-2-1" },
        { "石川３−２−１", "石川3-2-1" },
        { "石川3ー2ー1", "石川3-2-1" },
        { "石川3丁目2番1号", "石川3-2-1" },
        { "石川3の2の1", "石川3-2-1" },
        { "石川3丁目", "石川3" },
        { "大字栗原字上野1234番地", "栗原字上野1234" },
        { "栗原二十三番地", "栗原23" },
        { "栗原一二三番地", "栗原123" },
        { "栗原十番地", "栗原10" },
        { "三浦一郎", "三浦一郎" },
        { "四丁目一", "4一" },
        { "さくら荘-101号室", "さくら荘101室" },
        { "080-1234-5678", "080-1234-5678" },
        { "", "" },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        assert_string_equal(t[i][1], search_key_place(mem, t[i][0]));
    arena_free(mem);
}

/* Each reason given is borne out by the text that the store compares, for any pair. */
static void
why_and_whether_agree(void **state)
{
    static const char *const words[] = { "髙橋", "高橋",   "たかはし", "takahashi",
                                         "斉藤", "齋藤",   "サイトウ", "saito",
                                         "大野", "おの",   "ono",      "ﾊﾅ",
                                         "花",   "三丁目", "3-2",      "の",
                                         "ー",   "一",     "Ａ" };
    enum { N = sizeof words / sizeof *words };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < (size_t)N * N * N * N; i++) {
        const struct search_person p = { words[i % N], words[i / N % N],
                                         words[i / N / N % N], NULL };
        const char *typed = words[i / N / N / N];
        const struct arena_mark m = arena_mark(mem);
        const bool found =
            strstr(search_key_text(mem, &p), search_key_query(mem, typed)) != NULL;

        if (found != (search_key_why(mem, &p, typed) != SEARCH_HIT_NONE))
            fail_msg("%s %s %s: %s", p.name, p.kana, p.place, typed);
        arena_rewind(mem, m);
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_people_type_finds_the_person_and_says_why),
        cmocka_unit_test(addresses_are_written_in_many_ways),
        cmocka_unit_test(why_and_whether_agree),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
