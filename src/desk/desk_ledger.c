#include "desk_work.h"

#include "desk_part.h"

#include "../base/buf.h"
#include "../base/form_day.h"
#include "../base/vec.h"
#include "../domain/case_number.h"
#include "../store/leaf.h"

#include <string.h>

/*
 * Reading the ledger: everybody their own looks, the privacy officer and the auditor all.
 */

enum { LEAVES_MAX = 100 };

static const struct {
    const char *code;
    const char *text;
} ACTS[] = {
    { "case.show", "ケースを見た" },
    { "case.list", "一覧を見た" },
    { "case.search", "さがした" },
    { "case.receive", "相談を受けた" },
    { "case.receipt", "受付の結果を見た" },
    { "case.intake", "受付の画面を開いた" },
    { "today", "「きょう」を見た" },
    { "note.add", "記録を書いた" },
    { "step.add", "次の対応を決めた" },
    { "step.done", "次の対応を済ませた" },
    { "referral.send", "つないだ" },
    { "referral.show", "つなぎを見た" },
    { "referral.list", "つなぎの一覧を見た" },
    { "referral.accept", "つなぎを受け取った" },
    { "referral.return", "つなぎを返した" },
    { "referral.complete", "つなぎの結果を知らせた" },
    { "referral.cancel", "つなぎを取り下げた" },
    { "definition.add", "対象とする事例の版を書いた" },
    { "rollout.set", "受付の窓口を決めた" },
    { "case.alone", "ひとりで抱えている世帯の一覧を見た" },
    { "referral.reply", "紙の返事を写した" },
    { "referral.reply.form", "紙の返事を写す画面を見た" },
    { "intake.export", "受付の記録を書き出した" },
    { "consultation.list", "受けた相談と申し込みを見た" },
    { "service.request", "サービスの申し込みを書いた" },
    { "service.decide", "申し込みの結果を書いた" },
    { "gap.report", "狭間のニーズの報告を見た" },
    { "paper.gaps", "狭間のニーズの報告を印刷した" },
    { "sheet.list", "アセスメントを見た" },
    { "sheet.show", "アセスメントシートを開いた" },
    { "sheet.read", "アセスメントシートを読んだ" },
    { "sheet.save", "アセスメントシートを書いた" },
    { "sheet.complete", "アセスメントを仕上げた" },
    { "paper.sheet", "アセスメントシートを印刷した" },
    { "picture.show", "家族図を見た" },
    { "paper.pictures", "家族図を印刷した" },
    { "paper.list", "書類の一覧を開いた" },
    { "paper.record", "支援経過を印刷した" },
    { "paper.case", "ケースの書類を印刷した" },
    { "paper.referral", "つなぐシートを印刷した" },
    { "access.list", "開示の請求の受付簿を見た" },
    { "access.show", "開示の請求を見た" },
    { "access.write", "開示の請求を書いた" },
    { "childcare.show", "妊娠と子育ての記録を見た" },
    { "childcare.write", "妊娠と子育ての記録を書いた" },
    { "own_report.list", "ご本人からの開示の請求を見た" },
    { "own_report.add", "ご本人からの開示の請求を書いた" },
    { "paper.own_report", "ご本人について持っている記録を印刷した" },
    { "support.show", "支援プランを見た" },
    { "support.print", "支援プランを印刷した" },
    { "support.draft", "支援プランの案を作った" },
    { "support.write", "支援プランの案を書いた" },
    { "support.request", "相談受付・利用申込を書いた" },
    { "support.move", "支援プランを進めた" },
    { "support.agree", "関係機関の合意を書いた" },
    { "support.approve", "支援プランを決裁した" },
    { "support.review", "支援プランを評価した" },
    { "case.why", "なぜ見えているかを見た" },
    { "case.call", "電話の前のカードを見た" },
    { "consent.list", "同意と共有を見た" },
    { "consent.new", "同意を書く画面を開いた" },
    { "consent.record", "同意のことを書いた" },
    { "consent.show", "同意を見た" },
    { "consent.withdraw", "同意を終わらせた" },
    { "consent.move", "多機関協働へ移した" },
    { "consent.over", "共有が終わったことを読んだ" },
    { "disclosure.new", "伝えたことを書く画面を開いた" },
    { "disclosure.add", "伝えたことを書いた" },
    { "support.state", "プランの役割のようすを書いた" },
    { "support.watch", "見守りを書いた" },
    { "support.after", "見守りと評価の一覧を見た" },
    { "support.reported", "会議に名前を出さずに報告した" },
    { "support.direct", "機関どうしの調整で解決した" },
    { "support.scheme", "ほかの制度のプランを書いた" },
    { "consent.paper", "同意書の用紙を開いた" },
    { "ledger.looks", "わけを確かめる見かたを見た" },
    { "ledger.review", "見かたを点検した" },
    { "referral.hold", "つなぎを保留にした" },
    { "referral.resume", "つなぎの対応を再開した" },
    { "referral.fail", "どこも受けられなかったことを残した" },
    { "report.show", "集計を見た" },
    { "report.export", "集計を書き出した" },
    { "case.course", "方針とつなぎの歩みを見た" },
    { "case.triage", "方針を決めた" },
    { "case.close", "ケースを終えた" },
    { "case.reopen", "ケースをもう一度始めた" },
    { "case.leave", "主担当を引き継いだ" },
    { "record.history", "これまでの版を見た" },
    { "login.password", "ログインした" },
    { "login.code", "確認の番号を入れた" },
    { "login.post", "立場を選んだ" },
    { "logout", "ログアウトした" },
    { "ledger.list", "閲覧の記録を見た" },
    { "ledger.own", "自分の見た記録を見た" },
    { "password.change", "パスワードを変えた" },
};

static const char *
act_text(struct ctx *c, const struct leaf *l)
{
    const char *text = arena_strdup(c->mem, l->act);

    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++)
        if (strcmp(ACTS[i].code, l->act) == 0)
            text = ACTS[i].text;
    if (l->outcome == LEAF_REFUSED)
        return arena_printf(c->mem, "%s（断られた）", text);
    if (l->outcome == LEAF_MISSING)
        return arena_printf(c->mem, "%s（出なかった）", text);
    return text;
}

static bool
whom_text(struct ctx *c, const struct leaf *l, const char **out)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < l->things.n; i++) {
        struct sql_leaf_case_number_row row;
        const struct sql_leaf_case_number_in in = { .case_id = { l->things.v[i].id } };
        bool found;

        if (l->things.v[i].kind != LEAF_CASE)
            continue;
        if (b.n > 60) {
            buf_lit(&b, " ほか");
            break;
        }
        if (!sql_leaf_case_number(c, &in, &row, &found))
            return false;
        if (found)
            buf_printf(&b, "%s%s", b.n ? " " : "", row.number);
    }
    *out = b.n ? buf_text(&b) : NULL;
    return true;
}

static enum ground
strongest(uint32_t grounds)
{
    for (int g = 1; g < GROUND_N; g++)
        if (grounds & GROUND_BIT(g))
            return (enum ground)g;
    return GROUND_NONE;
}

static const char *
classes_text(struct ctx *c, uint32_t items)
{
    struct buf b = buf_new(c->mem);

    for (int i = 0; i < ITEM_N; i++)
        if (items & ITEM_BIT(i))
            buf_printf(&b, "%s%s", b.n ? "・" : "", policy_items[i].label);
    return buf_text(&b);
}

static bool
add_leaf(struct ctx *c,
         int64_t seq,
         int64_t at,
         const struct db_blob *body,
         struct ledger_view *out)
{
    struct sql_leaf_names_row who = { .name = "", .desk = "" };
    struct leaf l;
    uint64_t place;
    const char *whom;
    enum ground ground;
    bool found = false;

    if (leaf_decode(c->mem, body->p, body->n, &l, &place) != LEAF_GOOD)
        return refuse(c, ERR_BUG, "a leaf cannot be read");
    if (!id_none(l.post.id)
        && !sql_leaf_names(c, &(struct sql_leaf_names_in){ .post_id = l.post }, &who,
                           &found))
        return false;
    if (!whom_text(c, &l, &whom))
        return false;
    ground = strongest(l.grounds);
    *VEC_PUSH(c->mem, &out->leaves) = (struct leaf_view){
        /* a place in the ledger tells how much others do: only who oversees it may know */
        .number = out->own ? NULL : arena_printf(c->mem, "%lld", (long long)seq),
        .when = instant_ja(c->mem, at),
        .who = found ? arena_printf(c->mem, "%s（%s）", who.name, who.desk) : "―",
        .act = act_text(c, &l),
        .whom = whom,
        .seal = show_seal(ground),
        .ground = ground ? ground_label(ground) : NULL,
        .classes = classes_text(c, l.items),
        .tone = l.outcome == LEAF_REFUSED || l.outcome == LEAF_MISSING ? "late" : "",
    };
    return true;
}

static bool
own_leaves(struct ctx *c, struct ledger_view *out)
{
    struct sql_leaf_of_post_rows rows = { 0 };
    const struct sql_leaf_of_post_in in = { .post_id = c->viewer->post,
                                            .n = LEAVES_MAX };

    if (!sql_leaf_of_post(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!add_leaf(c, rows.v[i].seq, rows.v[i].at, &rows.v[i].body, out))
            return false;
    return true;
}

/* What is asked for; mistakes are told and the rest is searched. */
static bool
read_query(struct ctx *c,
           const struct ledger_query *q,
           struct sql_leaf_search_in *in,
           const char **wrong)
{
    const char *number = case_number_read(c->mem, q->whom);
    struct sql_case_by_number_row row;
    struct day day;
    bool found;

    *in = (struct sql_leaf_search_in){
        .before = q->before ? q->before : INT64_MAX,
        .until_at = INT64_MAX,
        .login = q->who,
        .whom = "",
        .n = LEAVES_MAX + 1,
    };
    if (*q->from && form_day_text(c->mem, q->from, &day) != FORM_DAY_OK)
        *wrong = "「いつから」の日が読めません。例）令和8年11月1日";
    else if (*q->from)
        in->from_at = day_begin(day);
    if (*q->until && form_day_text(c->mem, q->until, &day) != FORM_DAY_OK)
        *wrong = "「いつまで」の日が読めません。例）令和8年11月20日";
    else if (*q->until)
        in->until_at = day_begin(day) + 86400000;
    if (!*q->whom)
        return true;
    if (number
        && !sql_case_by_number(c, &(struct sql_case_by_number_in){ .number = number },
                               &row, &found))
        return false;
    if (number && found)
        in->whom = arena_strdup(c->mem, row.case_id.id.s);
    else
        *wrong = "その番号のケースはありません。例）R8-482913-5";
    return true;
}

static bool
search_leaves(struct ctx *c, const struct ledger_query *q, struct ledger_view *out)
{
    struct sql_leaf_search_rows rows = { 0 };
    struct sql_leaf_search_in in;
    const char *wrong = NULL;

    if (!read_query(c, q, &in, &wrong))
        return false;
    out->proof_tone = wrong ? "warn" : "ok";
    out->proof =
        wrong ? wrong : "起動のときに、最後の署名と、そのあとの記録を確かめました。";
    out->proof_note =
        "はじめから全部を確かめるには、システム担当が kasane audit verify を"
        "使います。";
    if (wrong)
        return true;
    if (!sql_leaf_search(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n && i < LEAVES_MAX; i++)
        if (!add_leaf(c, rows.v[i].seq, rows.v[i].at, &rows.v[i].body, out))
            return false;
    if (rows.n > LEAVES_MAX)
        *VEC_PUSH(c->mem, &out->pages) = (struct link_view){
            .path =
                arena_printf(c->mem, "%s?who=%s&whom=%s&from=%s&until=%s&before=%lld",
                             out->path, q->who, q->whom, q->from, q->until,
                             (long long)rows.v[LEAVES_MAX - 1].seq),
            .text = "前の100件",
        };
    return true;
}

bool
desk_ledger(struct ctx *c, const struct ledger_query *q, struct ledger_view *out)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_AUDIT, &facts);
    bool ok;

    *out = (struct ledger_view){
        .title = q->own ? "自分の見た記録" : "だれが見たか",
        .own = q->own,
        .looks_path =
            q->own ? NULL : arena_printf(c->mem, "%s/ledger/looks", c->town->path),
        .path = arena_printf(c->mem, "%s/ledger", c->town->path),
        .who = q->who,
        .whom = q->whom,
        .from = q->from,
        .until = q->until,
    };
    if (q->own)
        ok = own_leaves(c, out);
    else if (!decision_allows(&d, ITEM_LEDGER))
        return refuse_decision(c, &d);
    else
        ok = search_leaves(c, q, out);
    out->count = arena_printf(c->mem, "%zu件", out->leaves.n);
    return ok;
}
