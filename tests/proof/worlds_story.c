#include "worlds_part.h"

const struct happening worlds_story[] = {
    { "花", false, "100001", "/cases", "words=眠れない name=世界 花 place=栗原" },
    { "影", true, "200002", "/cases",
      "words=眠れない name=世界 影 place=栗原 urgency=now" },
    { "花の記録", false, "100001", "/cases/{花}/notes",
      "method=telephone result=spoke fact=話した next_what=訪ねる next_on=2026-05-08" },
    { "影の記録", true, "200002", "/cases/{影}/notes",
      "method=visit result=met fact=かくれた事実 next_what=また訪ねる "
      "next_on=2026-05-08" },
    { "花のつなぎ", false, "100001", "/cases/{花}/referrals",
      "desk={200001の窓口} ask=advice purpose=助言 handed=眠れないと言う" },
    { "影のつなぎ", true, "200002", "/cases/{影}/referrals",
      "desk={100002の窓口} ask=take_over purpose=引き受けて handed=かくれた中身" },
    { "影の受け取り", true, "100002", "/referrals/{影のつなぎ}/accept",
      "reply=受けた" },
    { "花の受け取り", false, "200001", "/referrals/{花のつなぎ}/accept",
      "reply=受けた" },
    { "影の対応", true, "100002", "/cases/{影}/steps",
      "what=かくれた対応 due=2026-05-09" },
    { "花の対応", false, "100001", "/cases/{花}/steps",
      "what=見える対応 due=2026-05-09" },
    { "影の下書き", true, "200002", "/cases", "draft=1 words=かくれた下書き" },
    { "花の下書き", false, "100001", "/cases", "draft=1 words=見える下書き" },
    /* a sealed household at the readers' own desk */
    { "封", true, "100005", "/cases",
      "words=かくれた相談 name=世界 封 place=封印町1番" },
    { "封の伏せ", true, "100005", "/cases/{封}/protection/seal",
      "reason=かくれたわけ" },
    /* somebody whom the readers know, and where she is, which they do not */
    { "守", false, "100005", "/cases", "words=家を出たい name=世界 守" },
    { "守の保護", true, "100005", "/cases/{守}/protection/whereabouts",
      "address=かくれた町7丁目77番 telephone=090-0000-7777 from_whom=かくれた夫" },
    { "守の住まい", true, "100005", "/restrictions/{守の保護}/whereabouts",
      "address=かくれた町8丁目88番" },
    /* two sides of a household: the readers serve the one and know nothing of the other */
    { "右", false, "100005", "/cases", "words=片方の相談 name=世界 右" },
    { "左", true, "100005", "/cases", "words=かくれた片方 name=世界 左" },
    { "左の分け", true, "100005", "/cases/{左}/protection/split",
      "other={右の番号} reason=かくれた暴力 across=100001 100003 100004 100009" },
    { "月", false, "100003", "/cases", "words=同じ名前の人 name=世界 影" },
    { "月のつなぎ", false, "100003", "/cases/{月}/referrals",
      "desk={200001の窓口} ask=watch purpose=見守り handed=見守ってほしい" },
    /* what hangs on a case, so that ids of every kind are asked for */
    { "花のプラン", false, "100001", "/cases/{花}/plan", "kind=multi_agency" },
    { "影のプラン", true, "100002", "/cases/{影}/plan", "kind=multi_agency" },
    { "花の票", false, "100001", "/cases/{花}/sheets/living", "debt=見える借金" },
    { "影の票", true, "100002", "/cases/{影}/sheets/living", "debt=かくれた借金" },
    { "花の同意", false, "100001", "/cases/{花}/consents",
      "answer=given sharing=1 support=1 parties={100002の窓口} items=welfare "
      "purpose=見える目的 how=paper until_on=2026-12-31" },
    { "影の同意", true, "100002", "/cases/{影}/consents",
      "answer=given sharing=1 support=1 parties={100002の窓口} items=welfare "
      "purpose=かくれた目的 how=paper until_on=2026-12-31" },
    { "花の会議", false, "100001", "/meetings",
      "body=support_conference held_on=2026-05-07" },
    { "花の案件", false, "100001", "/meetings/{花の会議}/items",
      "number={花の番号} why=02" },
    { "影の会議", true, "100002", "/meetings", "body=area_council held_on=2026-05-07" },
    { "影の案件", true, "100002", "/meetings/{影の会議}/items", "title=かくれた話題" },
    { "影の席", true, "100002", "/meetings/{影の会議}/attendees",
      "name=かくれた席の人" },
    /* a pregnancy of somebody whom the readers know, kept by a こども家庭センター */
    { "花の家", false, "100001", "/cases/{花}/households", "name=見える家" },
    { "花の家族", false, "100001", "/cases/{花}/memberships",
      "household={花の家} person={花の人} living=together" },
    { "花の子育て", false, "100001", "/cases/{花}/referrals",
      "desk={100010の窓口} ask=advice purpose=助言 handed=見える相談" },
    { "花の子育ての受け取り", false, "100010", "/referrals/{花の子育て}/accept",
      "reply=受けた" },
    { "花の妊娠", true, "100010", "/cases/{花}/childcare",
      "person={花の人} expected_on=2026-05-08 remark=かくれた妊娠" },
    { "花の出産", true, "100010", "/pregnancies/{花の妊娠}/birth",
      "version=1 household={花の家} born_on=2026-05-07 name=かくれた子" },
    { "花の妊娠2", true, "100010", "/cases/{花}/childcare",
      "person={花の人} expected_on=2026-05-08 remark=かくれた次の妊娠" },
    { "花の働きかけ", false, "100001", "/cases/{花}/outreach",
      "words=見える手紙 kind=agency party=受けた窓口" },
    /* what is held at a place is everybody's to read, who came is not */
    { "場", false, "100001", "/places", "name=見本の場 kind=07" },
    { "会", false, "100001", "/places/{場}/sessions",
      "kind=peer title=見える会 held_on=2026-05-06 came=4" },
    { "花の出席", false, "100001", "/cases/{花}/attendances", "session={会}" },
    { "影の出席", true, "100002", "/cases/{影}/attendances", "session={会} times=7" },
    { "月の返し", false, "200001", "/referrals/{月のつなぎ}/return",
      "reason=no_capacity explain=いっぱいです" },
};

const size_t worlds_story_n = sizeof worlds_story / sizeof *worlds_story;

const char *const worlds_readers[] = { "100001", "100003", "100004", "100007", "100008",
                                       "100009", "200001", "200003", "200004", "200005",
                                       "300001", "300002", "300003", NULL };

const char *const worlds_words[] = { "living",  "reception", "consent",
                                     "by_desk", "programs",  NULL };

const char *const worlds_canaries[] = { "かくれた", "封印町", "090-0000-7777", NULL };
