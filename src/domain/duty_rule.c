#include "duty_rule.h"

#include <string.h>

static const struct duty_rule RULES[] = {
    { DUTY_NEXT_STEP, "次の対応の期限", "済ませる", "steps", "/done", "" },
    { DUTY_NO_STEP, "次の対応が決まっていない", "次の対応を決める", "cases",
      "/steps/new", "だれが、いつまでに、何をするかを書きます。" },
    { DUTY_NO_CONTACT, "しばらく連絡がない", "ようすを確かめて書く", "cases", "#write",
      "会えた・話せた記録が、決めた日数のあいだありません。" },
    { DUTY_ACCESS, "開示の請求", "請求を見る", "access-requests", "",
      "ご本人から開示の請求を受けています。期限までに決めて、紙を渡します。" },
    { DUTY_CHILDBIRTH, "出産予定日", "ようすを書く", "pregnancies", "",
      "出産予定日が近いか、過ぎています。ようすを確かめて、生まれたら書きます。" },
    { DUTY_SUCCESSION, "担当の引きつぎの受け取り", "引きつぎを見る", "handovers", "",
      "引きつぎを頼まれた人が受け取ると消えます。" },
    { DUTY_NO_OWNER, "担当する人がいない", "引きつぐ人を決める", "handovers", "",
      "担当の役目が終わったか、引きつぎが受け取られていません。" },
    { DUTY_OUTREACH_VISIT, "予定の訪問", "ようすを書く", "turns", "",
      "訪問の順番がきています。会えたかどうかを書くと消えます。" },
    { DUTY_CONSENT_ASK, "同意をもう一度聞く日", "聞いて書く", "persons",
      "/consents/new", "同意をまだ聞けていません。" },
    { DUTY_CONSENT_ENDS, "同意の期限が近い", "続けるか聞く", "persons", "/consents/new",
      "もうすぐ同意の期限が来ます。続けるかを本人に聞きます。" },
    { DUTY_CONSENT_MOVE, "同意がとれた", "多機関協働へ移す", "cases", "/consents",
      "本人の同意がとれました。多機関協働に移すかを決めます。" },
    { DUTY_CONSENT_OVER, "情報の共有が終わった", "読む", "cases", "",
      "共有が終わりました。自分の機関の記録はそのまま残ります。" },
    { DUTY_EMERGENCY, "緊急に確認された", "ようすを確かめる", "cases", "/protection",
      "当番が緊急に確認しました。当番に電話して、ようすを確かめます。" },
    { DUTY_SIMILAR, "似た相談がほかの窓口に届いた", "確かめる", "cases", "/protection",
      "伏せた世帯に似た相談が、ほかの窓口に届きました。" },
    { DUTY_ABUSE, "虐待のうたがい", "通告を受ける窓口へ知らせる", "cases",
      "/protection",
      "伏せたケースは、ひとりでにはどこへも送られません。きょうのうちに知らせます。" },
    { DUTY_CONFIRM, "受け取りの確認", "受け取る", "referrals", "",
      "から。受け取るか、わけをつけて返します。" },
    { DUTY_UNCONFIRMED, "つなぎの受け取りが確認されていない", "電話して確かめる",
      "referrals", "", "へ送りました。受け取るまでは、こちらも担当です。" },
    { DUTY_REPORT, "最初の連絡と結果の報告", "結果を書く", "referrals", "",
      "から受け取りました。最初に連絡がついた日と結果を知らせます。" },
    { DUTY_SUPPORT_APPROVE, "プランの決裁", "決裁する", "support-plans", "",
      "会議で適切となったプランが、支援決定を待っています。" },
    { DUTY_SUPPORT_AFTER, "代決の後閲", "後閲する", "support-plans", "",
      "代決で決まったプランがあります。見て、後閲します。" },
    { DUTY_SUPPORT_START, "支援の開始", "支援を始める", "support-plans", "/moves/start",
      "支援決定のあと、まだ始まっていません。" },
    { DUTY_SUPPORT_ITEM, "プランの役割", "ようすを書く", "support-items", "/state",
      "" },
    { DUTY_SUPPORT_MONITOR, "モニタリング", "見直す", "support-plans", "/review",
      "プランを見直す日です。" },
    { DUTY_SUPPORT_FOLLOW, "フォローアップ", "ようすを書く", "support-plans",
      "/moves/followed", "終結のあとのようすを確かめます。" },
    { DUTY_SUPPORT_WATCH, "見守り", "ようすを書く", "support-watches", "",
      "見守りの日です。" },
    { DUTY_SUPPORT_REPORT, "会議への報告", "報告した", "support-plans", "/reported",
      "同意のないまま決めた終結・中断を、次の会議に名前を出さずに報告します。" },
    { DUTY_RETURNED, "つなぎが返された", "次を決める", "referrals", "",
      "から返されました。ほかの窓口へつなぐか、こちらで続けます。" },
    { DUTY_OUTCOME, "つながったかの知らせ待ち", "確かめる", "referrals", "",
      "が受け取りました。つながったと知らせが来るまで、こちらの担当も終わりません。" },
    { DUTY_PLACE_NEXT, "参加の次の一歩", "ようすを書く", "placements", "",
      "見学・体験の日か、返事を聞く日です。" },
    { DUTY_PLACE_FOLLOW, "参加のフォローアップ", "ようすを書く", "placement-days", "",
      "通いはじめてからのようすを、本人と受け入れ先に聞きます。" },
    { DUTY_PLACE_WATCH, "新しい暮らしの見守り", "ようすを書く", "placement-days", "",
      "住まいの見守りの日です。抜けると、期限を過ぎたものとして残ります。" },
    { DUTY_URGENT_MEETING, "緊急の支援会議を開く", "会議を開く", "cases", "/course",
      "緊急の支援会議の申し込みがあります。" },
};

const struct duty_rule *
duty_rule(const char *code)
{
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (strcmp(RULES[i].code, code) == 0)
            return &RULES[i];
    return NULL;
}
