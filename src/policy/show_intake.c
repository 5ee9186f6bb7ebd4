#include "show_intake.h"

#include "../base/buf.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

/* A cell that is open and said; else an empty one. */
static struct cell
open_cell(const struct decision *d, enum item_class item, const char *text)
{
    const char *open = mask_text(d, item, text);

    return cell_of_text(open ? open : "");
}

static const char *
labelled(struct ctx *c, const char *list, const char *code)
{
    return *code ? town_label(c->town, list, code) : "";
}

/* Codes parted by spaces as labels parted by 、. */
static const char *
topics(struct ctx *c, const char *codes)
{
    struct buf b = buf_new(c->mem);
    char *rest = arena_strdup(c->mem, codes);
    char *code;

    while ((code = strsep(&rest, " ,")))
        if (*code)
            buf_printf(&b, "%s%s", b.n ? "、" : "",
                       town_label(c->town, "consultation_topic", code));
    return buf_text(&b);
}

static const char *
course(const char *code)
{
    enum triage_way way;

    return triage_way_read(code, &way) ? triage_way_label(way) : "";
}

static const char *
minutes(struct ctx *c, const struct sql_intake_rows_row *r)
{
    return r->responded_at ? arena_printf(
               c->mem, "%lld", (long long)((r->responded_at - r->received_at) / 60000))
                           : "";
}

struct table
policy_intake_table(struct ctx *c, const char *title)
{
    static const struct table_column COLUMNS[] = {
        { "number", "ケース番号" },
        { "received", "受けた日時" },
        { "desk", "窓口" },
        { "who", "受けた人" },
        { "method", "受付方法" },
        { "route", "相談経路" },
        { "brought_by", "持ちこんだ人" },
        { "site", "会場" },
        { "procedure", "手続き" },
        { "unsure", "どこに聞くかわからず来た" },
        { "asks_advice", "支援者からの相談" },
        { "area", "圏域" },
        { "topics", "困りごと" },
        { "main_topic", "最も困っていること" },
        { "urgency", "緊急度" },
        { "name", "名前" },
        { "words", "相談の内容" },
        { "wanted", "希望する対応" },
        { "minutes", "最初に応じるまで（分）" },
        { "course", "方針" },
    };
    struct table t = table_new(c->mem, "intake", title);

    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++)
        table_add_column(&t, COLUMNS[i].key, COLUMNS[i].label);
    return t;
}

void
policy_show_intake_row(struct ctx *c,
                       const struct facts *facts,
                       const struct sql_intake_rows_row *r,
                       struct table *out)
{
    struct facts f = *facts;
    const struct decision whole = policy_decide(ACT_EXPORT, facts);
    struct cell *cell;
    struct decision d;

    if (!decision_allows(&whole, ITEM_EXISTENCE))
        return;
    cell = table_add_row(out);
    f.handed = HANDED_NONE; /* what was handed over is frozen; records do not follow */
    f.sent = 0;
    f.own = viewer_owns(c->viewer, r->desk_id, r->post_id);
    f.informant = r->informant_hidden ? INFORMANT_SHUT : INFORMANT_OPEN;
    d = policy_decide(ACT_EXPORT, &f);
    *cell++ = open_cell(&whole, ITEM_EXISTENCE, r->number);
    *cell++ = open_cell(&d, ITEM_COORDINATION, instant_ja(c->mem, r->received_at));
    *cell++ = open_cell(&d, ITEM_COORDINATION, r->desk);
    *cell++ = open_cell(&d, ITEM_COORDINATION, r->who);
    *cell++ = open_cell(&d, ITEM_WELFARE, labelled(c, "intake_method", r->method));
    *cell++ =
        open_cell(&d, ITEM_INFORMANT, labelled(c, "consultation_route", r->route));
    *cell++ = open_cell(&d, ITEM_INFORMANT, labelled(c, "brought_by", r->brought_by));
    *cell++ = open_cell(&d, ITEM_WELFARE, labelled(c, "intake_site", r->site));
    *cell++ = open_cell(&d, ITEM_WELFARE, r->procedure_name);
    *cell++ = open_cell(&d, ITEM_WELFARE, r->unsure ? "はい" : "");
    *cell++ = open_cell(&d, ITEM_WELFARE, r->asks_advice ? "はい" : "");
    *cell++ = open_cell(&d, ITEM_WELFARE, labelled(c, "plan_area", r->area));
    *cell++ = open_cell(&d, ITEM_WELFARE, topics(c, r->topic));
    *cell++ =
        open_cell(&d, ITEM_WELFARE, labelled(c, "consultation_topic", r->main_topic));
    *cell++ = open_cell(&d, ITEM_COORDINATION, urgency_label(r->urgency));
    *cell++ = open_cell(decision_allows(&d, ITEM_IDENTITY) ? &d : &whole, ITEM_IDENTITY,
                        r->name);
    *cell++ = open_cell(&d, ITEM_WELFARE, r->words);
    *cell++ = open_cell(&d, ITEM_WELFARE, labelled(c, "wanted_response", r->wanted));
    *cell++ = open_cell(&d, ITEM_COORDINATION, minutes(c, r));
    *cell = open_cell(&d, ITEM_COORDINATION, course(r->way));
    shown_note(c, SHOWN_CASE, r->case_id.id, d.allow | whole.allow,
               d.grounds | whole.grounds);
    shown_note(c, SHOWN_PERSON, r->person_id.id, d.allow | whole.allow,
               d.grounds | whole.grounds);
}
