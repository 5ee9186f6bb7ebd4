#include "draft.h"
#include "frame.h"
#include "respond.h"
#include "routes.h"
#include "web_part.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../desk/desk_alone.h"
#include "../desk/desk_case.h"
#include "../desk/desk_words.h"
#include "../view/error_view.h"
#include "../view/writing_view.h"
#include "gen/pages.h"

#include <string.h>

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

bool
web_intake_page(struct ctx *c,
                const struct request *req,
                const struct candidates_view *alike,
                struct reply *rep)
{
    struct frame_view f;
    struct intake_view v;
    struct form_view form;
    const struct fields *draft;

    if (!frame_fill(c, req, "相談を受ける", &f) || !desk_case_intake(c, &v)
        || !draft_take(c, req, &draft, &v.saved))
        return false;
    f.typed = true;
    v.draft_id =
        id_none(draft_of(req).id) ? NULL : arena_strdup(c->mem, draft_of(req).id.s);
    form = frame_form(c, req, &form_intake_def, draft);
    form.not_yet = "まだ受け付けていません。";
    if (alike->asked)
        form.typed = &req->form;
    view_intake(&rep->body, &f, &v, &form, alike);
    frame_page(c, rep);
    return true;
}

bool
show_intake(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    (void)out;
    return web_intake_page(c, req, &(const struct candidates_view){ .path = NULL },
                           rep);
}

bool
web_intake_aside(struct ctx *c,
                 const struct request *req,
                 const char *route,
                 struct outcome *out)
{
    const char *method =
        town_label(c->town, "intake_method", request_form(req, "method"));
    const char *title =
        *method ? arena_printf(c->mem, "相談受付　%s", method) : "相談受付";

    return draft_keep(c, req, route, title, out);
}

bool
act_case(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_intake form;

    if (draft_wanted(req))
        return web_intake_aside(c, req, "/intake", out);
    return form_intake_read(c, &req->form, &form)
           && desk_case_receive(c, &form, draft_of(req), out);
}

bool
show_receipt(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    struct receipt_view v;

    (void)out;
    if (!frame_fill(c, req, "受け付けました", &f)
        || !desk_case_receipt(c, case_of(req), &v))
        return false;
    view_receipt(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

static int64_t
before_of(const struct request *req)
{
    int64_t before = 0;

    if (!text_int(request_query(req, "before"), 1, INT64_MAX, &before))
        return 0;
    return before;
}

bool
show_case(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct frame_view f;
    struct case_view v;
    struct form_view form;
    struct form_note begin;
    struct writing_view w = { .draft_id = NULL };
    const struct fields *draft;

    (void)out;
    if (!desk_case_show(c, case_of(req), before_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_case(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, NULL, &f) || !draft_take(c, req, &draft, &w.saved))
        return false;
    w.draft_id = draft ? draft_of(req).id.s : NULL;
    w.begins = desk_note_begins(c, v.head.path);
    if (v.over) {
        view_case_over(&rep->body, &f, &v);
        frame_page(c, rep);
        return true;
    }
    form = frame_form(c, req, &form_note_def, draft);
    if (desk_note_begin(c, request_query(req, "begin"), &begin))
        form.values = &begin;
    view_case_show(&rep->body, &f, &v, &form, &w);
    frame_page(c, rep);
    return true;
}

/* A note is written on the page of its case; so is what is to mend about it. */
bool
show_note(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    return show_case(c, req, out, rep);
}

bool
act_note(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_note form;
    const char *route = arena_printf(c->mem, "/cases/%s", req->ids[0].s);

    if (draft_wanted(req))
        return draft_keep(c, req, route, "支援経過", out);
    return form_note_read(c, &req->form, &form)
           && desk_case_note(c, case_of(req), &form, draft_of(req), out);
}

static int64_t
page_of(const struct request *req)
{
    int64_t page = 1;

    if (!text_int(request_query(req, "page"), 1, 1000, &page))
        return 1;
    return page;
}

enum { PER_PAGE = 50 };

static void
add_pages(struct ctx *c,
          const struct request *req,
          const char *base,
          bool more,
          struct link_list *out)
{
    const int64_t page = page_of(req);

    if (page > 1)
        *VEC_PUSH(c->mem, out) = (struct link_view){
            .path = arena_printf(c->mem, "%spage=%d", base, (int)page - 1),
            .text = "前の50件",
        };
    if (more)
        *VEC_PUSH(c->mem, out) = (struct link_view){
            .path = arena_printf(c->mem, "%spage=%d", base, (int)page + 1),
            .text = "次の50件",
        };
}

bool
show_cases(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    const bool all = strcmp(request_query(req, "show"), "all") == 0;
    const char *path = in_town(c, "/cases");
    struct frame_view f;
    struct cases_view v = { .intake_path = in_town(c, "/intake") };
    bool more;

    (void)out;
    if (!desk_case_list(c, "", !all, (page_of(req) - 1) * PER_PAGE, &v.cases, &more))
        return false;
    if (respond_wants_json(req)) {
        json_cases(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "世帯とケース", &f))
        return false;
    v.count = arena_printf(c->mem, more ? "%zu件より多い" : "%zu件", v.cases.n);
    *VEC_PUSH(c->mem, &v.tabs) =
        (struct link_view){ .path = path, .text = "支援中", .current = !all };
    *VEC_PUSH(c->mem, &v.tabs) =
        (struct link_view){ .path = arena_printf(c->mem, "%s?show=all", path),
                            .text = "すべて",
                            .current = all };
    if (desk_alone_path(c))
        *VEC_PUSH(c->mem, &v.tabs) = (struct link_view){ .path = desk_alone_path(c),
                                                         .text = "ひとりで抱えている" };
    add_pages(c, req, arena_printf(c->mem, all ? "%s?show=all&" : "%s?", path), more,
              &v.pages);
    view_cases(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_search(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    const char *query = text_line(c->mem, request_form(req, "q"));
    struct frame_view f;
    struct search_view v = {
        .path = in_town(c, "/search"),
        .query = query,
        .intake_path = in_town(c, "/intake"),
    };
    bool more = false;

    (void)out;
    if (*query
        && (!desk_case_list(c, query, false, 0, &v.cases, &more)
            || !desk_find_words(c, query, &v)))
        return false;
    if (respond_wants_json(req)) {
        json_search(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "さがす", &f))
        return false;
    f.query = query;
    if (*query)
        v.count = arena_printf(c->mem, "%zu件", v.cases.n);
    if (more)
        v.too_many = "50件より多いので、言葉をたしてください。";
    view_search(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

static bool
step_page(struct ctx *c,
          const struct request *req,
          const struct case_form_view *v,
          struct frame_view *f,
          const char *title)
{
    if (!frame_fill(c, req, title, f))
        return false;
    f->typed = true;
    frame_crumb(c, f, in_town(c, "/cases"), "世帯とケース");
    frame_crumb(c, f, v->case_path, v->number);
    frame_crumb(c, f, NULL, title);
    return true;
}

bool
show_step_new(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct case_form_view v;
    struct form_view form = frame_form(c, req, &form_next_step_def, NULL);

    (void)out;
    if (!desk_case_step_new(c, case_of(req), &v)
        || !step_page(c, req, &v, &f, "次の対応を決める"))
        return false;
    view_step_new(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_step(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_next_step form;

    return form_next_step_read(c, &req->form, &form)
           && desk_case_step(c, case_of(req), &form, out);
}

bool
show_step(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct frame_view f;
    struct case_form_view v;
    struct form_view form = frame_form(c, req, &form_next_step_done_def, NULL);

    (void)out;
    if (!desk_case_step_show(c, (struct step_id){ .id = req->ids[0] }, &v)
        || !step_page(c, req, &v, &f, "済ませる"))
        return false;
    view_step_done(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_step_done(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_next_step_done form;

    return form_next_step_done_read(c, &req->form, &form)
           && desk_case_step_done(c, (struct step_id){ .id = req->ids[0] }, &form, out);
}

static void
add_difference(struct ctx *c,
               struct conflict_view *v,
               const char *name,
               const char *now,
               const char *yours)
{
    *VEC_PUSH(c->mem, &v->fields) = (struct conflict_field_view){
        .name = name,
        .label = form_field(&form_note_mend_def, name)->label,
        .now = now,
        .yours = yours,
        .differs = !text_same(text_clean(c->mem, yours), now),
    };
}

/* Two people, or one in two windows, changed the same: both texts side by side. */
static bool
show_merge(struct ctx *c,
           const struct request *req,
           const struct case_form_view *page,
           const struct form_note_mend *now,
           struct frame_view *f,
           struct reply *rep)
{
    struct conflict_view v = {
        .what = page->subject,
        .who = "ほかの画面",
        .when = "いま",
        .save_path = page->path,
        .version = arena_printf(c->mem, "%lld", (long long)now->version),
        .back_path = page->case_path,
    };

    add_difference(c, &v, "fact", now->fact, request_form(req, "fact"));
    add_difference(c, &v, "own_words", now->own_words, request_form(req, "own_words"));
    add_difference(c, &v, "opinion", now->opinion, request_form(req, "opinion"));
    *VEC_PUSH(c->mem, &v.hidden) =
        (struct typed_view){ .name = "reason", .value = request_form(req, "reason") };
    view_conflict(&rep->body, f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_mend(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct frame_view f;
    struct case_form_view v;
    struct form_note_mend *now = ARENA_NEW(c->mem, struct form_note_mend);
    struct form_view form = frame_form(c, req, &form_note_mend_def, NULL);

    (void)out;
    if (!desk_case_mend_show(c, (struct note_id){ .id = req->ids[0] }, &v, now)
        || !step_page(c, req, &v, &f, "記録を直す"))
        return false;
    if (frame_err(c) && frame_err(c)->kind == ERR_CONFLICT)
        return show_merge(c, req, &v, now, &f, rep);
    form.values = now;
    if (frame_err(c))
        v.version = request_form(req, "version");
    view_note_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_note_mend form;

    return form_note_mend_read(c, &req->form, &form)
           && desk_case_mend(c, (struct note_id){ .id = req->ids[0] }, &form, out);
}

bool
show_history(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    struct history_view v;

    (void)out;
    if (!desk_case_history(c, req->ids[0], &v) || !frame_fill(c, req, v.title, &f))
        return false;
    frame_crumb(c, &f, v.case_path, v.number);
    frame_crumb(c, &f, NULL, v.title);
    view_case_history(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}
