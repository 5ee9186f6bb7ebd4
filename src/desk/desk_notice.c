#include "desk_community.h"

#include "desk_outreach.h"
#include "desk_part.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "../policy/show_community.h"
#include "../policy/shown.h"

#include <stdlib.h>

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

static bool
may_bring(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);

    return decision_allows(&d, ITEM_WELFARE)
           || refuse(c, ERR_DENIED, "brings no notices");
}

/* Work that belongs to no desk in particular goes to the one that leads. */
static bool
leading_desk(struct ctx *c, struct desk_id *out)
{
    struct sql_desk_list_rows desks = { 0 };

    if (!sql_desk_list(c, &desks))
        return false;
    for (size_t i = 0; i < desks.n; i++)
        if (desks.v[i].is_lead) {
            *out = desks.v[i].desk_id;
            return true;
        }
    return refuse(c, ERR_RULE,
                  "まとめ役の窓口がありません。管理者に知らせてください。");
}

static int
by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* "2.5" of an even number of days. */
static const char *
median_text(struct ctx *c, int *days, size_t n)
{
    qsort(days, n, sizeof *days, by_number);
    if (n % 2)
        return arena_printf(c->mem, "%d", days[n / 2]);
    return (days[n / 2 - 1] + days[n / 2]) % 2
               ? arena_printf(c->mem, "%d.5", (days[n / 2 - 1] + days[n / 2]) / 2)
               : arena_printf(c->mem, "%d", (days[n / 2 - 1] + days[n / 2]) / 2);
}

/* How soon notices of 民生委員 were answered this fiscal year. Source: R-206. */
static bool
add_figures(struct ctx *c, const char **out)
{
    const struct day end = day_fiscal_end(day_of(c->now));
    const struct ymd last = day_ymd(end);
    struct sql_notice_spans_rows rows = { 0 };
    struct sql_notice_spans_in in = { .kind = NOTICE_KIND_COMMISSIONER };
    struct day first;
    size_t n = 0;
    int *days;

    if (!day_make(last.year - 1, 4, 1, &first))
        return false;
    in.from_at = day_begin(first);
    in.until_at = day_begin((struct day){ .n = end.n + 1 });
    if (!sql_notice_spans(c, &in, &rows))
        return false;
    days = ARENA_ARRAY(c->mem, rows.n + 1, int);
    for (size_t i = 0; i < rows.n; i++)
        if (rows.v[i].answered_at)
            days[n++] = day_of(rows.v[i].answered_at).n - day_of(rows.v[i].sent_at).n;
    if (!n)
        *out = arena_printf(c->mem,
                            "今年度の民生委員・児童委員からの知らせ　%"
                            "d件、返事をしたものはまだありません",
                            (int)rows.n);
    else
        *out = arena_printf(
            c->mem,
            "今年度の民生委員・児童委員からの知らせ　%d件、返事までの日数の"
            "中央値　%s日",
            (int)rows.n, median_text(c, days, n));
    return true;
}

bool
desk_notices(struct ctx *c, struct notices_view *out)
{
    const bool shares = role_shares_desk(c->viewer->role);
    const struct sql_notice_list_in ours = { .to_desk = c->viewer->desk };
    const struct sql_notice_list_in mine = { .post_id = c->viewer->post };
    struct sql_notice_list_rows received = { 0 };
    struct sql_notice_list_rows brought = { 0 };

    if (!may_bring(c) || !sql_notice_list(c, &mine, &brought)
        || (shares && !sql_notice_list(c, &ours, &received)))
        return false;
    *out = (struct notices_view){
        .receives = shares,
        .counter = shares,
        .path = in_town(c, shares ? "/notices/counter" : "/notices"),
    };
    policy_show_notices(c, &received, true, &out->received);
    policy_show_notices(c, &brought, false, &out->brought);
    return !shares || add_figures(c, &out->figures);
}

/* Hidden and absent are one answer. */
static bool
load(struct ctx *c, struct notice_id id, struct sql_notice_one_row *row, bool *ours)
{
    bool found;

    if (!may_bring(c)
        || !sql_notice_one(c, &(struct sql_notice_one_in){ .notice_id = id }, row,
                           &found))
        return false;
    *ours = found && role_shares_desk(c->viewer->role)
            && id_same(row->to_desk.id, c->viewer->desk.id);
    return (found && (*ours || id_same(row->post_id.id, c->viewer->post.id)))
           || refuse(c, ERR_MISSING, "no such notice");
}

bool
desk_notice_show(struct ctx *c, struct notice_id id, struct notice_page_view *out)
{
    struct sql_notice_one_row row;
    bool ours;

    if (!load(c, id, &row, &ours))
        return false;
    policy_show_notice(c, id, &row, ours, out);
    return true;
}

static enum notice_kind
kind_of(const struct viewer *v)
{
    if (v->role == POST_ROLE_COMMISSIONER)
        return NOTICE_KIND_COMMISSIONER;
    if (v->role == POST_ROLE_RESIDENT_PARTNER)
        return NOTICE_KIND_SITE;
    return v->kind == POST_KIND_CITY ? NOTICE_KIND_COUNTER : NOTICE_KIND_AGENCY;
}

static bool
put(struct ctx *c, struct sql_notice_add_in *in, struct outcome *out)
{
    in->notice_id = (struct notice_id){ id_new(c) };
    in->kind = kind_of(c->viewer);
    in->from_desk = c->viewer->desk;
    in->post_id = c->viewer->post;
    in->now = c->now;
    if (id_none(in->to_desk.id) && !leading_desk(c, &in->to_desk))
        return false;
    shown_note(c, SHOWN_NOTICE, in->notice_id.id, ITEM_BIT(ITEM_WELFARE), 0);
    out->id = in->notice_id.id;
    out->place = arena_printf(c->mem, "/notices/%s?said=notice", out->id.s);
    return sql_notice_add(c, in);
}

bool
desk_notice_add(struct ctx *c, const struct form_notice *f, struct outcome *out)
{
    struct sql_notice_add_in in = {
        .event = "", .area = f->area, .words = f->words, .urgency = f->urgency
    };

    return may_bring(c) && put(c, &in, out);
}

bool
desk_notice_counter(struct ctx *c,
                    const struct form_notice_counter *f,
                    struct outcome *out)
{
    struct sql_notice_add_in in = { .event = f->event,
                                    .area = f->area,
                                    .words = f->words,
                                    .urgency = f->urgency,
                                    .to_desk = f->desk };
    struct sql_desk_one_row desk;
    bool found = true;

    if (!may_bring(c))
        return false;
    if (!role_shares_desk(c->viewer->role))
        return refuse(c, ERR_DENIED, "no counter");
    if (!desk_check_codes(c, &form_notice_counter_def, f))
        return false;
    if (!id_none(f->desk.id)
        && !sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = f->desk }, &desk,
                         &found))
        return false;
    if (!found)
        return refuse_field(c, "desk", "「知らせる窓口」を、一覧から選んでください。");
    return put(c, &in, out);
}

bool
desk_notice_answer(struct ctx *c,
                   struct notice_id id,
                   const struct form_notice_answer *f,
                   struct outcome *out)
{
    struct sql_notice_one_row row;
    size_t answered;
    bool ours;

    if (!load(c, id, &row, &ours))
        return false;
    if (!ours)
        return refuse(c, ERR_DENIED, "another desk's notice");
    if (!sql_notice_answer_changed(
            c,
            &(struct sql_notice_answer_in){ .notice_id = id,
                                            .answer = f->answer,
                                            .post_id = c->viewer->post,
                                            .now = c->now },
            &answered))
        return false;
    if (!answered)
        return refuse(c, ERR_CONFLICT, "この知らせには、もう返事をしています。");
    shown_note(c, SHOWN_NOTICE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/notices/%s?said=answered", id.id.s);
    return true;
}

static enum source_kind
source_of(enum notice_kind kind)
{
    switch (kind) {
    case NOTICE_KIND_COMMISSIONER:
        return SOURCE_KIND_COMMISSIONER;
    case NOTICE_KIND_SITE:
        return SOURCE_KIND_COMPANY;
    case NOTICE_KIND_COUNTER:
        return SOURCE_KIND_COUNTER;
    case NOTICE_KIND_AGENCY:
    case NOTICE_KIND_NONE:
        break;
    }
    return SOURCE_KIND_AGENCY;
}

/* What was said to be urgent stays so in the case that comes of it. */
static bool
carry_urgency(struct ctx *c, struct case_id id, enum urgency urgency)
{
    const struct sql_case_urgency_put_in in = {
        .case_id = id, .urgency = urgency, .now = c->now, .subjects = desk_subjects(c)
    };
    const struct sql_consultation_urgency_put_in heard = {
        .case_id = id, .urgency = urgency, .subjects = desk_subjects(c), .now = c->now
    };

    return !urgency
           || (sql_case_urgency_put(c, &in) && sql_consultation_urgency_put(c, &heard));
}

bool
desk_notice_turn(struct ctx *c, struct notice_id id, struct outcome *out)
{
    struct form_outreach_new f;
    struct sql_notice_one_row row;
    bool ours;

    if (!load(c, id, &row, &ours))
        return false;
    if (!ours)
        return refuse(c, ERR_DENIED, "another desk's notice");
    if (row.turned)
        return refuse(c, ERR_CONFLICT,
                      "この知らせからは、もう働きかけが始まっています。");
    form_clear(&form_outreach_new_def, &f);
    f.words = row.words;
    f.kind = source_of(row.kind);
    f.party = arena_printf(c->mem, "%s　%s", row.from_name, row.who);
    f.heard_on = day_of(row.sent_at);
    f.place = row.area;
    return desk_outreach_new(c, &f, (struct id){ .s = "" }, out)
           && carry_urgency(c, (struct case_id){ out->id }, row.urgency)
           && sql_notice_turn(c, &(struct sql_notice_turn_in){
                                     .notice_id = id, .case_id = { out->id } });
}

bool
desk_notice_count(struct ctx *c, size_t *out)
{
    struct sql_notice_waiting_row row;

    if (!sql_notice_waiting(
            c, &(struct sql_notice_waiting_in){ .to_desk = c->viewer->desk }, &row))
        return false;
    *out = (size_t)row.n;
    return true;
}
