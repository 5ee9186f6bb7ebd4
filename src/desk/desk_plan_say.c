#include "desk_plan_say.h"

#include "../base/buf.h"
#include "../base/day.h"
#include "../base/text.h"
#include "../domain/table.h"
#include "../domain/town.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *code;
    const char *label;
} LABELS[] = {
    /* plans beside this one, other editions */
    { "upper", "上位の計画" },
    { "part_of_upper", "上位の計画の一部" },
    { "future_upper", "次の上位の計画" },
    { "harmonised", "調和をはかる計画" },
    { "top", "最上位の計画" },
    { "to_be_integrated", "一体にする計画" },
    { "previous", "前の計画" },
    { "transition", "移行計画" },
    { "next", "次の計画" },
    /* meetings */
    { "multilayer_conference", "重層的支援会議" },
    { "support_conference", "支援会議" },
    { "coordination_committee", "体制の会議" },
    { "working_group", "作業部会" },
    { "review_committee", "評価の委員会" },
    { "area_council", "地域の協議会" },
    { "existing_case_conference", "既存の個別支援会議" },
    { "study_group", "研究会" },
    { "platform", "プラットフォーム" },
    { "community_care_meeting", "地域ケア会議" },
    { "network_meeting", "ネットワーク会議" },
    /* areas, networks, linkages */
    { "neighbourhood", "地区" },
    { "district", "圏域" },
    { "city", "市全体" },
    { "sites", "拠点" },
    { "platform_area", "区域" },
    { "area_network", "地域のネットワーク" },
    { "food_drive", "フードドライブ" },
    { "partner_registry", "協力先の登録" },
    { "supporter_training", "担い手の養成" },
    { "body", "会議体・団体" },
    { "plan", "計画" },
    { "field", "分野" },
    { "law", "法律" },
    { "scheme", "制度" },
    /* training, what is told the public, evaluation */
    { "volunteer_course", "ボランティア講座" },
    { "staff_development", "職員の育成" },
    { "professional_training", "専門職の研修" },
    { "program_development", "プログラムの開発" },
    { "citizen_training", "市民の養成" },
    { "supervision", "スーパービジョン" },
    { "consultation_access", "相談の入口" },
    { "leaflet", "リーフレット" },
    { "notice", "お知らせ" },
    { "resource_map", "資源の地図" },
    { "campaign", "キャンペーン" },
    { "list", "一覧" },
    { "annual", "毎年" },
    { "continuous", "続けて" },
    /* organizations that belong to no field */
    { "social_welfare_council", "社会福祉協議会" },
    { "social_welfare_corporation", "社会福祉法人" },
    { "npo", "NPO" },
    { "public_body", "公的機関" },
    { "resident_body", "住民の団体" },
    { "municipal_facility", "市の施設" },
    { "volunteer_center", "ボランティアセンター" },
    { "community_site", "地域の活動の場" },
    { "consultation_desk", "相談窓口" },
    { "childcare_center", "子育て支援の拠点" },
};

static const struct {
    const char *kind;
    enum profile_field field;
    const char *what;
} KINDS[] = {
    { "elderly_center", PROFILE_FIELD_ELDERLY, "相談機関" },
    { "disability_center", PROFILE_FIELD_DISABILITY, "相談機関" },
    { "disability_activity_center", PROFILE_FIELD_DISABILITY, "活動の場" },
    { "poverty_desk", PROFILE_FIELD_POVERTY, "相談窓口" },
};

const char *
say_label(const char *code)
{
    for (size_t i = 0; code && i < sizeof LABELS / sizeof *LABELS; i++)
        if (strcmp(LABELS[i].code, code) == 0)
            return LABELS[i].label;
    return code;
}

const char *
say_kind(struct ctx *c, const char *kind)
{
    for (size_t i = 0; kind && i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(KINDS[i].kind, kind) == 0)
            return arena_printf(c->mem, "%sの%s",
                                profile_field_label(c->town->profile, KINDS[i].field),
                                KINDS[i].what);
    return say_label(kind);
}

static bool
western(const struct ctx *c)
{
    return c->town->profile->municipality.year_style == PROFILE_YEAR_STYLE_WESTERN;
}

const char *
say_year(struct ctx *c, int64_t fiscal_year)
{
    if (western(c))
        return arena_printf(c->mem, "%" PRId64 "年度", fiscal_year);
    return arena_printf(c->mem, "%s年度", era_year(c->mem, (int)fiscal_year));
}

/* "令和8" of a month, which may lie before the era's own first fiscal year. */
static const char *
year_of(struct ctx *c, int year, int month, int day)
{
    struct day d;
    const struct era *era;

    if (western(c) || !day_make(year, month, day ? day : 1, &d) || !(era = era_of(d)))
        return arena_printf(c->mem, "%d", year);
    year -= era->from.year - 1;
    return year == 1 ? arena_printf(c->mem, "%s元", era->name)
                     : arena_printf(c->mem, "%s%d", era->name, year);
}

const char *
say_when(struct ctx *c, const char *date)
{
    int year;
    int month = 0;
    int day = 0;

    if (!date)
        return NULL;
    if (strncmp(date, "FY", 2) == 0)
        return say_year(c, strtol(date + 2, NULL, 10));
    if (sscanf(date, "%4d-%2d-%2d", &year, &month, &day) < 2)
        return date;
    if (day)
        return arena_printf(c->mem, "%s年%d月%d日", year_of(c, year, month, day), month,
                            day);
    return arena_printf(c->mem, "%s年%d月", year_of(c, year, month, day), month);
}

/* A month is enough: plans begin and end with one. */
static const char *
month_of(struct ctx *c, const char *date)
{
    return date && strlen(date) == 10 ? say_when(c, arena_copy(c->mem, date, 7))
                                      : say_when(c, date);
}

const char *
say_span(struct ctx *c, const char *start, const char *end)
{
    if (!start && !end)
        return NULL;
    return arena_printf(c->mem, "%s～%s", start ? month_of(c, start) : "",
                        end ? month_of(c, end) : "");
}

/* "106の6" is article 106-6: 106条の6. */
static void
add_article(struct buf *b, const char *article)
{
    const char *of = strstr(article, "の");

    if (of) {
        buf_add(b, article, (size_t)(of - article));
        buf_printf(b, "条%s", of);
    } else {
        buf_printf(b, "%s条", article);
    }
}

const char *
say_law(struct ctx *c, const struct plan_legal_basis *v, size_t n)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_lit(&b, "\n");
        buf_str(&b, v[i].law);
        if (v[i].article)
            add_article(&b, v[i].article);
        if (v[i].paragraph.given)
            buf_printf(&b, "第%" PRId64 "項", v[i].paragraph.v);
        if (v[i].item.given)
            buf_printf(&b, "第%" PRId64 "号", v[i].item.v);
        if (!v[i].cited)
            buf_lit(&b, "（計画に条文の記載なし）");
    }
    return n ? buf_text(&b) : NULL;
}

const char *
say_number(struct ctx *c, struct decimal v, const char *unit)
{
    const struct cell cell = cell_of_decimal(v, unit);

    return v.given ? cell_text(c->mem, &cell) : NULL;
}
