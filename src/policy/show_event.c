#include "show_event.h"

#include "../base/text.h"

/* That a household is matter of a meeting is itself matter of the meeting. */
static const struct {
    const char *kind;
    enum item_class item;
    const char *first;
    const char *later;
} EVENTS[] = {
    { "access", ITEM_COORDINATION, "開示の請求を受けました", "開示の請求が進みました" },
    { "assessment", ITEM_COORDINATION, "アセスメントを書きました",
      "アセスメントを直しました" },
    { "attendance", ITEM_COORDINATION, "会に出たことを書きました",
      "会に出たことを直しました" },
    { "case", ITEM_COORDINATION, "ケースの状態が変わりました",
      "ケースの状態が変わりました" },
    { "consent", ITEM_COORDINATION, "同意について書きました",
      "同意についての記録を直しました" },
    { "consultation", ITEM_COORDINATION, "相談を受けました", "相談の記録を直しました" },
    { "passing", ITEM_COORDINATION, "つぎの機関へ渡しました",
      "つぎの機関へ渡しました" },
    { "contact", ITEM_COORDINATION, "働きかけを書きました",
      "働きかけの記録を直しました" },
    { "decided", ITEM_MEETING, "会議で役割を決めました",
      "会議で決めた役割を終えました" },
    { "direct_settlement", ITEM_COORDINATION, "機関どうしの調整で解決しました",
      "機関どうしの調整の記録を直しました" },
    { "enrolment", ITEM_COORDINATION, "利用しているサービスを書きました",
      "利用しているサービスの記録を直しました" },
    { "household", ITEM_COORDINATION, "世帯のことを書きました",
      "世帯のことを直しました" },
    { "involvement", ITEM_COORDINATION, "関わる機関を書きました",
      "関わる機関のことを直しました" },
    { "issue", ITEM_COORDINATION, "課題を書きました", "課題を直しました" },
    { "item", ITEM_MEETING, "会議に出しました", "会議の結果を書きました" },
    { "membership", ITEM_COORDINATION, "世帯のことを書きました",
      "世帯のことを直しました" },
    { "merge", ITEM_COORDINATION, "二重の記録をまとめました",
      "まとめたことを取り消しました" },
    { "note", ITEM_COORDINATION, "記録を書きました", "記録を直しました" },
    { "outreach", ITEM_COORDINATION, "働きかけをはじめました",
      "働きかけの予定や状態を書きました" },
    { "participation", ITEM_COORDINATION, "参加支援を始めました",
      "参加支援を始めました" },
    { "person", ITEM_COORDINATION, "人を書きました", "人のことを直しました" },
    { "placement", ITEM_COORDINATION, "参加の場所をすすめました",
      "参加の場所への歩みが進みました" },
    { "placement_day", ITEM_COORDINATION, "参加のフォローアップを書きました",
      "参加のフォローアップを書きました" },
    { "referral", ITEM_COORDINATION, "つなぎました", "つなぎが動きました" },
    { "relation", ITEM_COORDINATION, "世帯のことを書きました",
      "世帯のことを直しました" },
    { "scheme_plan", ITEM_COORDINATION, "ほかの制度のプランを書きました",
      "ほかの制度のプランを直しました" },
    { "service_request", ITEM_COORDINATION, "サービスを申し込みました",
      "申し込みの結果を書きました" },
    { "situation", ITEM_COORDINATION, "できごとを書きました", "できごとを直しました" },
    { "step", ITEM_COORDINATION, "次の対応を決めました", "次の対応を済ませました" },
    { "succession", ITEM_COORDINATION, "担当の引きつぎを頼みました",
      "担当の引きつぎが動きました" },
    { "support_goal", ITEM_COORDINATION, "支援プランの目標を書きました",
      "支援プランの目標を直しました" },
    { "support_item", ITEM_COORDINATION, "支援プランの支援内容を書きました",
      "支援プランの支援内容を直しました" },
    { "support_plan", ITEM_COORDINATION, "支援プランの案を作りました",
      "支援プランの案を直しました" },
    { "support_request", ITEM_COORDINATION, "利用申込を受けました",
      "利用申込の記録を直しました" },
    { "support_review", ITEM_COORDINATION, "支援プランを見直しました",
      "支援プランの見直しを直しました" },
    { "support_state", ITEM_COORDINATION, "支援プランが進みました",
      "支援プランが進みました" },
    { "support_step", ITEM_COORDINATION, "支援プランが進みました",
      "支援プランが進みました" },
    { "support_watch", ITEM_COORDINATION, "見守りを決めました", "見守りを書きました" },
    { "tie", ITEM_COORDINATION, "支える人を書きました", "支える人のことを直しました" },
    { "triage", ITEM_COORDINATION, "方針を決めました", "方針を決めなおしました" },
    { "wish", ITEM_COORDINATION, "希望を聞きました", "希望を聞きました" },
};

static size_t
find(const char *kind)
{
    size_t i = 0;

    while (i < sizeof EVENTS / sizeof *EVENTS && !text_same(EVENTS[i].kind, kind))
        i++;
    return i;
}

bool
show_event_known(const char *kind)
{
    return find(kind) < sizeof EVENTS / sizeof *EVENTS;
}

const char *
show_event_text(const struct decision *d, const char *kind, int64_t version)
{
    const size_t i = find(kind);

    if (!show_event_known(kind) || !decision_allows(d, EVENTS[i].item))
        return NULL;
    return version == 1 ? EVENTS[i].first : EVENTS[i].later;
}
