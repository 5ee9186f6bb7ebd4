#include "generate_words.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define PICK(g, table) ((table)[gen_below((g), COUNT(table))])

struct pair {
    const char *name;
    const char *kana;
};

static const struct pair FAMILY[] = {
    { "見本", "みほん" },   { "架空", "かくう" },       { "仮野", "かりの" },
    { "例山", "れいやま" }, { "試川", "ためしがわ" },   { "作話", "さくわ" },
    { "絵空", "えそら" },   { "雛形", "ひながた" },     { "模擬", "もぎ" },
    { "名無", "ななし" },   { "仮名", "かりな" },       { "想定", "そうてい" },
    { "例題", "れいだい" }, { "練習", "れんしゅう" },   { "空想", "くうそう" },
    { "白紙", "はくし" },   { "図解", "ずかい" },       { "筋書", "すじがき" },
    { "例文", "れいぶん" }, { "仮谷例", "かりやれい" }, { "見立例", "みたてれい" },
    { "試見", "ためみ" },   { "例川", "れいかわ" },     { "架橋例", "かきょうれい" },
    { "仮置", "かりおき" }, { "書割", "かきわり" },     { "下書", "したがき" },
    { "手本", "てほん" },   { "例崎", "れいざき" },     { "仮浜", "かりはま" },
};

static const struct pair GIVEN[] = {
    { "例太", "れいた" },       { "例子", "れいこ" },       { "試一", "しいち" },
    { "仮子", "かりこ" },       { "見太", "みた" },         { "想美", "そうみ" },
    { "空也例", "くうやれい" }, { "一例", "いちれい" },     { "二例", "にれい" },
    { "三例", "みれい" },       { "例乃", "れいの" },       { "仮彦", "かりひこ" },
    { "試乃", "しの" },         { "本例", "もとれい" },     { "例助", "れいすけ" },
    { "仮代", "かりよ" },       { "例枝", "れいえ" },       { "見吉", "みきち" },
    { "想太", "そうた" },       { "例江", "れいえ" },       { "仮美", "かりみ" },
    { "試郎", "しろう" },       { "例四郎", "れいしろう" }, { "空子", "そらこ" },
};

static const char *const PLACES[] = {
    "見本町", "架空台", "仮町", "例ヶ丘", "試本町", "想定町", "雛形", "絵空が原",
};

static const char *const TROUBLES[] = {
    "家賃が2か月たまっていると話す",
    "同居の親の物忘れが進み、仕事を休む日が増えた",
    "上の子が学校へ行けない日が続いている",
    "退院してから買い物に出られない",
    "電気が止まるという知らせが来た",
    "隣の家の窓が何日も閉まったままだと気にかけている",
    "仕事が決まらず、手持ちのお金が少ない",
    "介護と子どもの世話が重なり、眠れていない",
    "人と会わなくなって1年ほどになる",
    "言葉がわからず、役所の手紙がそのままになっている",
};

static const char *const WISHES[] = {
    "どこに相談すればよいか知りたい", "しばらく話を聞いてほしい",
    "手続きにいっしょに来てほしい",   "家の中のことは、まだ知られたくない",
    "近所の人には言わないでほしい",
};

static const char *const FACTS[] = {
    "電話で様子を聞いた。声は前回より落ち着いていた。食事は一日二回とれているという。",
    "訪問した。玄関先で15分ほど話した。郵便物がたまっていたので、いっしょに分けた。",
    "窓口へ来られた。家計の表をいっしょに書いた。支払いの期限を3件確かめた。",
    "訪問したが会えなかった。手紙を入れた。外から見て変わった様子はなかった。",
    "担当の機関と電話で話した。今月の予定をたがいに伝えた。",
    "通院に付き添った。次の予約は来月。薬の飲み方をいっしょに確かめた。",
    "家族から電話があった。本人は外へ出る日が少しずつ増えているという。",
    "本人と目標を見直した。月に一度、集まりの場へ行くことから始める。",
};

static const char *const MORE[] = {
    "冷蔵庫の中はほとんど空だった。",     "部屋は前よりかたづいていた。",
    "弟の話になると言葉が少なくなった。", "次に来る日を壁の暦に書いた。",
    "手続きの用紙はまだ出していない。",   "夜に眠れない日が週に2回ほどある。",
    "仕事の面接を一件受けたという。",     "",
};

static const char *const SAID[] = {
    "「もう少し待ってほしい」",
    "「来てくれると助かる」",
    "「人に会うのはまだこわい」",
    "「自分で電話してみます」",
    "",
};

static const char *const OPINIONS[] = {
    "急ぐことはないが、支払いの期限の前にもう一度会う。",
    "本人の力でできることが増えている。見守りを続ける。",
    "家族も疲れている。休める場を探す。",
    "",
};

static const char *const STEPS[] = {
    "電話で様子を聞く", "訪問する",           "支払いの期限を確かめる",
    "方針を決める",     "通院に付き添う",     "申請書をいっしょに書く",
    "集まりの場へ誘う", "関係する機関と話す",
};

static const char *const PURPOSES[] = {
    "家計の立て直しをいっしょに進めるため",
    "介護の手立てを考えるため",
    "子どもの通学について相談するため",
    "働く先をいっしょに探すため",
};

static const char *const HANDED[] = {
    "本人は窓口が変わることを知っている。午後のほうが話しやすい。",
    "電話は夕方がつながりやすい。訪問は前もって知らせる。",
    "家族には伝えないでほしいと言われている。",
};

static const char *const TOPICS[] = { "01", "02", "03", "04", "05", "06", "07",
                                      "08", "09", "10", "11", "12", "13", "14" };
static const char *const ROUTES[] = { "01", "02", "03", "04", "05" };
static const char *const METHODS[] = { "telephone",   "visit",        "interview",
                                       "agency_talk", "visit_missed", "letter",
                                       "other" };
static const char *const INTAKES[] = { "visit_us", "telephone", "home", "mail",
                                       "agency" };
static const char *const ASKS[] = { "take_over", "accompany", "information",
                                    "watch",     "advice",    "assessment" };
static const char *const RETURNS[] = { "wrong_desk", "not_eligible", "no_capacity",
                                       "information_lacking" };
static const char *const OUTCOMES[] = { "connected", "under_support",
                                        "declined_by_person", "not_reached" };

struct gen_person
gen_words_person(struct generator *g)
{
    struct arena *mem = g->c->mem;
    const struct pair *family = &PICK(g, FAMILY);
    const struct pair *given = &PICK(g, GIVEN);
    const char *place = PICK(g, PLACES);

    return (struct gen_person){
        .name = arena_printf(mem, "%s %s", family->name, given->name),
        .kana = arena_printf(mem, "%s %s", family->kana, given->kana),
        .age = (int64_t)gen_below(g, 80) + 15,
        .place = arena_printf(mem, "%s%d丁目", place, (int)gen_below(g, 9) + 1),
    };
}

const char *
gen_words_consultation(struct generator *g, const struct gen_person *p)
{
    const char *trouble = PICK(g, TROUBLES);
    const char *wish = PICK(g, WISHES);

    return arena_printf(g->c->mem,
                        "%sに住む%d代の人のこと。%s。「%s」と話す。"
                        "（つくりものの相談です）",
                        p->place, (int)(p->age / 10 * 10), trouble, wish);
}

const char *
gen_words_fact(struct generator *g)
{
    const char *fact = PICK(g, FACTS);
    const char *more = PICK(g, MORE);
    const char *again = PICK(g, MORE);

    return arena_printf(g->c->mem, "%s%s%s", fact, more, again);
}

const char *
gen_words_staff(struct generator *g, size_t number)
{
    return arena_printf(g->c->mem, "%s %s", FAMILY[number * 7 % COUNT(FAMILY)].name,
                        GIVEN[number / COUNT(FAMILY) % COUNT(GIVEN)].name);
}

const char *
gen_word(struct generator *g, enum gen_list list)
{
    static const struct {
        const char *const *v;
        size_t n;
    } LISTS[] = {
        [GEN_SAID] = { SAID, COUNT(SAID) },
        [GEN_OPINION] = { OPINIONS, COUNT(OPINIONS) },
        [GEN_STEP] = { STEPS, COUNT(STEPS) },
        [GEN_PURPOSE] = { PURPOSES, COUNT(PURPOSES) },
        [GEN_HANDED] = { HANDED, COUNT(HANDED) },
        [GEN_TOPIC] = { TOPICS, COUNT(TOPICS) },
        [GEN_ROUTE] = { ROUTES, COUNT(ROUTES) },
        [GEN_METHOD] = { METHODS, COUNT(METHODS) },
        [GEN_INTAKE] = { INTAKES, COUNT(INTAKES) },
        [GEN_ASK] = { ASKS, COUNT(ASKS) },
        [GEN_RETURN] = { RETURNS, COUNT(RETURNS) },
        [GEN_OUTCOME] = { OUTCOMES, COUNT(OUTCOMES) },
    };

    return LISTS[list].v[gen_below(g, LISTS[list].n)];
}
