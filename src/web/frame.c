#include "frame.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../desk/desk_account.h"
#include "../desk/desk_community.h"
#include "../desk/desk_work.h"
#include "../domain/codes.h"
#include "../server/server.h"
#include "gen/words.h"

#include <string.h>

enum { IDLE_MINUTES = 30 };

static const struct {
    const char *said;
    const char *text;
} SAID[] = {
    { "note", "記録しました。" },
    { "found", "見つかりました。担当に知らせました。" },
    { "missed", "見つかりません。名前と、もうひとつのことを確かめてください。" },
    { "glass", "緊急に開きました。担当に知らせました。" },
    { "shut", "閉じました。いまから、名簿にない人には見えません。" },
    { "named", "名簿に加えました。" },
    { "unnamed", "名簿からはずしました。いまから見えません。" },
    { "decided", "決まったことを書きました。" },
    { "asked", "解除を申し出ました。別の人が確かめるまで、閉じたままです。" },
    { "kept", "解除をやめました。閉じたままです。" },
    { "lifted", "解除しました。" },
    { "saved", "書きました。" },
    { "attached", "そえました。" },
    { "file_gone", "取り下げました。中身は消え、わけは残っています。" },
    { "mended", "記録を直しました。前の内容も残っています。" },
    { "step", "次の対応を加えました。担当する人の「きょう」に出ます。" },
    { "done", "済ませました。" },
    { "sent", "つなぎました。相手が受け取るまでは、こちらも担当です。" },
    { "accepted", "受け取りました。送った窓口にも、受け取ったことが出ます。" },
    { "returned", "わけをつけて返しました。" },
    { "completed", "結果を知らせました。" },
    { "cancelled", "つなぎを取り下げました。" },
    { "decided", "方針を決めました。" },
    { "closed", "ケースを終えました。歩みは残っています。" },
    { "reopened", "もう一度始めました。方針を決めてください。" },
    { "held", "保留にしました。送った窓口にも出ます。" },
    { "resumed", "対応を再開しました。" },
    { "failed", "どこも受けられなかったことを残しました。次の手を決めてください。" },
    { "led", "主担当を引き継ぎました。" },
    { "draft", "書きかけを保存しました。" },
    { "dropped", "書きかけを捨てました。" },
    { "joined",
      "このケースの相談として受けました。前の相談も、そのまま残っています。" },
    { "merged", "まとめました。まちがいだったときは、下から取り消せます。" },
    { "unmerged", "取り消しました。まとめる前と同じです。" },
    { "person", "人を加えました。" },
    { "person_mended", "直しました。前の内容も残っています。" },
    { "household", "世帯を書きました。" },
    { "membership", "世帯にいた期間を書きました。" },
    { "relation", "関係を書きました。" },
    { "involvement", "関わっている機関を書きました。" },
    { "mended_people", "直しました。前の内容も残っています。" },
    { "issue", "課題を書きました。" },
    { "issue_mended", "課題を直しました。ほかの課題は、そのままです。" },
    { "situation", "できごとを書きました。" },
    { "situation_mended", "できごとを直しました。前の内容も残っています。" },
    { "drafted", "案を作りました。書いたところまで、そのつど保存できます。" },
    { "saved", "保存しました。" },
    { "requested", "受付を書きました。" },
    { "moved", "プランを進めました。" },
    { "agreed", "合意を書きました。" },
    { "approved", "決裁しました。" },
    { "sitting_set", "会議の予定を立てました。案件と出席者を加えてください。" },
    { "sitting_open", "会議を始めました。招いた人の資料が開きました。" },
    { "sitting_closed", "会議を終了しました。資料は閉じました。" },
    { "sitting_cancelled", "会議を取りやめました。" },
    { "item_added", "案件に加えました。" },
    { "item_ended", "案件の結果を書きました。" },
    { "invited", "招きました。" },
    { "seated", "席を替えました。守秘の確認は、あらためて要ります。" },
    { "unseated", "招くのをやめました。" },
    { "sworn", "秘密を守る確認を書きました。" },
    { "told", "席で説明したことを、いる人すべてに書きました。" },
    { "pledged", "秘密を守ることを約束しました。年度の終わりまで使えます。" },
    { "absent", "欠席にしました。" },
    { "roll", "名簿を確定しました。" },
    { "tabled", "会議に出しました。" },
    { "minuted", "議事録に書きました。" },
    { "decided", "決めました。その窓口の「きょう」に出ます。" },
    { "role_ended", "役割を終えました。" },
    { "request_sent", "求める文を作りました。印刷して送ってください。" },
    { "answered", "返事を書きました。" },
    { "returned_copy", "資料を回収しました。" },
    { "applied", "利用申込を書きました。" },
    { "reviewed", "見直しを書きました。" },
    { "rated", "達成のようすを書きました。" },
    { "noted", "書きました。" },
    { "watched", "見守りを決めました。" },
    { "register", "台帳に書きました。" },
    { "sheet", "シートを保存しました。前の版も残っています。" },
    { "completed", "アセスメントを仕上げました。" },
    { "enrolled", "利用しているサービスを書きました。" },
    { "ended", "終わりを書きました。" },
    { "outreach", "働きかけをはじめました。担う機関の「きょう」に出ます。" },
    { "contact", "働きかけを書きました。" },
    { "source", "情報源を加えました。" },
    { "planned", "訪問の予定を決めました。訪ねる機関の「きょう」に出ます。" },
    { "unplanned", "残りの訪問を取りやめました。" },
    { "tie", "支える人・機関を書きました。" },
    { "moved", "いまの状態を書きました。" },
    { "handed",
      "多機関協働へうつしました。これまでの働きかけも、いっしょに残ります。" },
    { "letter", "手紙のひな形を書きました。もう出した手紙の文は、変わりません。" },
    { "gathering", "書きました。聞いたことを加えてください。" },
    { "finding", "聞いたことを加えました。" },
    { "area", "地域のようすを書きました。" },
    { "notice", "知らせを送りました。窓口から返事が届きます。" },
    { "answered", "返事をしました。知らせた人の画面に出ます。" },
    { "month", "この月の数を報告としました。" },
    { "consent", "同意のことを書きました。" },
    { "withdrawn", "同意を終わらせました。ほかの機関からは、いま見えなくなりました。" },
    { "told", "伝えたことを書きました。" },
    { "multi", "多機関協働へ移しました。これまでの経過は残っています。" },
    { "read", "確かめました。" },
    { "reviewed", "点検のしるしをつけました。" },
    { "handover", "引きつぎを頼みました。受け取られるまでは、いまの担当のままです。" },
    { "took_over", "引きつぎました。次の対応も、あなたの「きょう」に出ます。" },
    { "not_taken", "受け取れないと返しました。所属長に知らせます。" },
    { "user", "登録しました。紙を渡してください。" },
    { "user_post", "新しい役目を加えました。" },
    { "post_ended",
      "役目の終わりを決めました。担当のケースは、引きつぎの画面に出ます。" },
    { "user_password", "パスワードを新しくしました。開いていた画面は閉じました。" },
    { "password", "パスワードを変えました。ほかの端末からは、もう入れません。" },
};

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

static void
take_notice(const struct request *req, struct notice_view *out)
{
    const char *said = request_query(req, "said");

    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        if (strcmp(SAID[i].said, said) == 0)
            *out = (struct notice_view){ .tone = "ok", .text = SAID[i].text };
}

bool
frame_case(struct ctx *c,
           const struct request *req,
           const struct case_head_view *head,
           const char *title,
           struct frame_view *out)
{
    if (!frame_fill(c, req, title ? title : head->title, out))
        return false;
    frame_crumb(c, out, arena_printf(c->mem, "%s/cases", c->town->path),
                "世帯とケース");
    frame_crumb(c, out, title ? head->path : NULL, head->number);
    if (title)
        frame_crumb(c, out, NULL, title);
    return true;
}

void
frame_bare(struct ctx *c,
           const struct request *req,
           const char *title,
           struct frame_view *out)
{
    struct unit *u = unit_of(c);

    *out = (struct frame_view){
        .title = title,
        .size = "size-100",
        .town = c->town ? c->town->name : "",
        .words = c->town ? c->town->words : NULL,
        .demo = c->town && c->town->demo,
        .today = day_ja(c->mem, day_of(c->now)),
        .home_path = c->town ? in_town(c, "/today") : "/",
        .csrf = "",
        .key = arena_strdup(c->mem, id_new(c).s),
    };
    if (u->place && u->session.stage)
        out->csrf = crypt_form_token(c->mem, &u->place->form_key, u->session.id, "");
    take_notice(req, &out->notice);
}

static void
add_nav(struct ctx *c,
        struct frame_view *f,
        const struct request *req,
        const char *path,
        enum word word,
        size_t count,
        bool gap)
{
    *VEC_PUSH(c->mem, &f->nav) = (struct nav_view){
        .path = in_town(c, path),
        .text = word_in(c->town->words, word),
        .count = count ? arena_printf(c->mem, "%zu", count) : NULL,
        .current = strncmp(req->path, path, strlen(path)) == 0,
        .gap = gap,
    };
}

static bool
fill_nav(struct ctx *c, const struct request *req, struct frame_view *f)
{
    const enum post_role role = c->viewer->role;
    size_t due = 0;
    size_t waiting = 0;
    size_t notices = 0;

    if (role != POST_ROLE_ADMIN && role != POST_ROLE_PRIVACY_OFFICER
        && role != POST_ROLE_AUDITOR) {
        if (!desk_counts(c, &due, &waiting))
            return false;
        add_nav(c, f, req, "/today", WORD_NAV_TODAY, due, false);
        add_nav(c, f, req, "/intake", WORD_NAV_INTAKE, 0, false);
        add_nav(c, f, req, "/cases", WORD_NAV_CASES, 0, true);
        add_nav(c, f, req, "/referrals", WORD_NAV_REFERRALS, waiting, false);
        if (role_shares_desk(role))
            add_nav(c, f, req, "/outreach", WORD_NAV_OUTREACH, 0, false);
        add_nav(c, f, req, "/meetings", WORD_NAV_MEETINGS, 0, false);
        if (!role_shares_desk(role) || desk_notice_count(c, &notices))
            add_nav(c, f, req, "/notices", WORD_NAV_NOTICES, notices, false);
        if (role_shares_desk(role))
            add_nav(c, f, req, "/handovers", WORD_NAV_HANDOVERS, 0, false);
        add_nav(c, f, req, "/drafts", WORD_NAV_DRAFTS, 0, false);
    }
    if (role == POST_ROLE_ADMIN)
        add_nav(c, f, req, "/users", WORD_NAV_USERS, 0, false);
    if (role == POST_ROLE_PRIVACY_OFFICER || role == POST_ROLE_AUDITOR)
        add_nav(c, f, req, "/ledger", WORD_NAV_LEDGER, 0, false);
    add_nav(c, f, req, "/plan", WORD_NAV_PLAN, 0, true);
    return true;
}

bool
frame_fill(struct ctx *c,
           const struct request *req,
           const char *title,
           struct frame_view *out)
{
    const struct unit *u = unit_of(c);

    frame_bare(c, req, title, out);
    if (!c->viewer)
        return true;
    out->signed_in = true;
    out->size =
        arena_printf(c->mem, "size-%d", u->session.size ? u->session.size : 100);
    out->search_path = in_town(c, "/search");
    out->name = c->viewer->name;
    out->post_name = c->viewer->desk_name;
    out->post_path = in_town(c, "/post");
    out->size_path = in_town(c, "/size");
    out->seen_path = in_town(c, "/seen");
    out->password_path = in_town(c, "/password");
    out->logout_path = in_town(c, "/logout");
    out->extend_path = in_town(c, "/session");
    out->idle_minutes = IDLE_MINUTES;
    return fill_nav(c, req, out)
           && desk_account_posts(c, u->session.account, u->session.post, &out->posts);
}

void
frame_crumb(struct ctx *c, struct frame_view *f, const char *path, const char *text)
{
    *VEC_PUSH(c->mem, &f->crumbs) = (struct link_view){ .path = path, .text = text };
}

const struct err *
frame_err(struct ctx *c)
{
    const struct err *e = &unit_of(c)->act_err;

    return e->kind == ERR_NONE ? NULL : e;
}

static bool
has_options(const struct form_options *v, size_t n, const char *list)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(v[i].name, list) == 0)
            return true;
    return false;
}

static struct form_options
options_of(struct ctx *c, const char *list)
{
    struct code_options codes =
        codes_options(c->mem, c->town->codes, list, day_of(c->now));
    struct form_option *v = ARENA_ARRAY(c->mem, codes.n, struct form_option);

    for (size_t i = 0; i < codes.n; i++)
        v[i] = (struct form_option){ .code = codes.v[i]->code,
                                     .label = codes.v[i]->label };
    return (struct form_options){ .name = list, .v = v, .n = codes.n };
}

struct form_view
frame_form(struct ctx *c,
           const struct request *req,
           const struct form_def *def,
           const struct fields *draft)
{
    struct form_options *v = ARENA_ARRAY(c->mem, def->n, struct form_options);
    struct form_view out = { .def = def, .err = frame_err(c), .options = v };

    if (c->town)
        out.words = c->town->words;
    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *f = &def->fields[i];

        if ((f->kind == FORM_CODE || f->kind == FORM_CODES)
            && !has_options(v, out.n_options, f->list))
            v[out.n_options++] = options_of(c, f->list);
    }
    if (out.err)
        out.typed = &req->form;
    else if (draft)
        out.typed = draft;
    return out;
}

void
frame_choices(struct ctx *c,
              struct form_view *form,
              const char *field,
              const struct choice_list *choices)
{
    struct form_options *all =
        ARENA_ARRAY(c->mem, form->n_options + 1, struct form_options);
    struct form_option *v = ARENA_ARRAY(c->mem, choices->n, struct form_option);

    for (size_t i = 0; i < form->n_options; i++)
        all[i] = form->options[i];
    for (size_t i = 0; i < choices->n; i++)
        v[i] = (struct form_option){ .code = choices->v[i].id,
                                     .label = choices->v[i].name };
    all[form->n_options++] =
        (struct form_options){ .name = field, .v = v, .n = choices->n };
    form->options = all;
}

void
frame_page(struct ctx *c, struct reply *rep)
{
    const struct err *e = frame_err(c);

    rep->status = !e ? 200 : e->kind == ERR_CONFLICT ? 409 : 422;
    rep->type = "text/html; charset=utf-8";
}

const char *
frame_cookie(struct ctx *c, const char *token)
{
    return arena_printf(c->mem,
                        "__Host-k-%s=%s; Path=/; Secure; HttpOnly; SameSite=Strict",
                        c->town->id, token);
}

const char *
frame_cookie_end(struct ctx *c)
{
    return arena_printf(
        c->mem, "__Host-k-%s=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
        c->town->id);
}

const char *
frame_terminal(struct ctx *c, const char *token)
{
    return arena_printf(c->mem,
                        "__Host-t-%s=%s; Path=/; Secure; HttpOnly; SameSite=Strict; "
                        "Max-Age=31536000",
                        c->town->id, token);
}
