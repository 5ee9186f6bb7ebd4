#include "gallery_options.h"

#define OF(name, array)                                                                \
    {                                                                                  \
        (name), (array), sizeof(array) / sizeof *(array)                               \
    }

static const struct form_option RELATION[] = {
    { "self", "本人" },          { "family", "家族" },
    { "neighbour", "近所の人" }, { "commissioner", "民生委員" },
    { "agency", "関係機関" },    { "other", "その他" },
};
static const struct form_option METHOD[] = {
    { "visit", "来所" },   { "phone", "電話" },       { "home", "訪問" },
    { "mail", "メール" },  { "place", "地域の場で" }, { "agency", "関係機関経由" },
    { "other", "その他" },
};
static const struct form_option ROUTE[] = {
    { "01", "本人から（来所）" },       { "02", "本人から（電話・メール）" },
    { "03", "家族・知人から（来所）" }, { "04", "家族・知人から（電話・メール）" },
    { "05", "アウトリーチで勧めた" },   { "06", "関係機関からの紹介" },
    { "07", "近所の人から" },           { "08", "その他" },
};
static const struct form_option TOPIC[] = {
    { "01", "病気・健康・障がい" },
    { "02", "住まい" },
    { "03", "収入・生活費" },
    { "04", "家賃・ローン" },
    { "05", "税・公共料金" },
    { "06", "債務" },
    { "07", "仕事" },
    { "08", "地域との関係" },
    { "09", "家族との関係" },
    { "10", "子育て" },
    { "11", "介護" },
    { "12", "ひきこもり・不登校" },
    { "13", "DV・虐待" },
    { "14", "食べるものがない" },
    { "15", "その他" },
};
static const struct form_option CONTACT[] = {
    { "phone", "電話" },  { "visit", "訪問" }, { "meet", "面談" },
    { "letter", "手紙" }, { "with", "同行" },  { "place", "地域の場" },
};
static const struct form_option POST[] = {
    { "AAAAAAAAAAAAAAAAAAAAAA", "例田 まり（自分）" },
    { "BBBBBBBBBBBBBBBBBBBBBB", "仮山 ひろし" },
};
static const struct form_option DESK[] = {
    { "EEEEEEEEEEEEEEEEEEEEEE", "自立相談支援機関" },
    { "FFFFFFFFFFFFFFFFFFFFFF", "高齢者相談センター（第1圏域）" },
    { "GGGGGGGGGGGGGGGGGGGGGG", "基幹相談支援センター" },
    { "HHHHHHHHHHHHHHHHHHHHHH", "社会福祉協議会" },
};
static const struct form_option ASK[] = {
    { "take", "受け入れて対応" }, { "with", "同行・同席" }, { "tell", "情報提供" },
    { "watch", "見守り" },        { "advise", "助言" },
};
static const struct form_option RETURN[] = {
    { "other", "対象がちがう" },
    { "full", "いま受けられない" },
    { "more", "もう少し教えてほしい" },
};
static const struct form_option OUTCOME[] = {
    { "supported", "支援が始まった" },
    { "settled", "その場で済んだ" },
    { "lost", "つながらなかった" },
};

const struct form_options gallery_options[GALLERY_OPTIONS] = {
    OF("relation", RELATION),
    OF("intake_method", METHOD),
    OF("consultation_route", ROUTE),
    OF("consultation_topic", TOPIC),
    OF("contact_method", CONTACT),
    OF("post", POST),
    OF("desk", DESK),
    OF("referral_ask", ASK),
    OF("return_reason", RETURN),
    OF("referral_outcome", OUTCOME),
};
