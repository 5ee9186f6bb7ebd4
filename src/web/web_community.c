#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_community.h"
#include "../desk/desk_outreach.h"
#include "../domain/town.h"
#include "gen/pages.h"

static const char *
outreach_word(struct ctx *c)
{
    return word_in(c->town->words, WORD_OUTREACH_TITLE);
}

static bool
begin_page(struct ctx *c,
           const struct request *req,
           const char *back,
           const char *title,
           struct frame_view *f)
{
    if (!frame_fill(c, req, title, f))
        return false;
    f->typed = true;
    frame_crumb(c, f, back, outreach_word(c));
    frame_crumb(c, f, NULL, title);
    return true;
}

bool
show_gatherings(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_gathering_def, NULL);
    struct gatherings_view v;
    struct frame_view f;

    (void)out;
    if (!desk_gatherings(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_gatherings(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!begin_page(c, req, v.back_path, "会議・サロンで聞いたこと", &f))
        return false;
    view_gatherings(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_gathering(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_gathering form;

    return form_gathering_read(c, &req->form, &form)
           && desk_gathering_add(c, &form, out);
}

bool
show_gathering(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_finding_def, NULL);
    struct gathering_view v;
    struct frame_view f;

    (void)out;
    if (!desk_gathering_show(c, (struct gathering_id){ .id = req->ids[0] }, &v))
        return false;
    if (respond_wants_json(req)) {
        json_gathering(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!begin_page(c, req, v.back_path, v.head.name, &f))
        return false;
    view_gathering(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_finding(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_finding form;

    return form_finding_read(c, &req->form, &form)
           && desk_finding_add(c, (struct gathering_id){ .id = req->ids[0] }, &form,
                               out);
}

bool
act_finding_turn(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_finding_turn(c, (struct finding_id){ .id = req->ids[0] }, out);
}

bool
show_areas(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_area_note_def, NULL);
    struct areas_view v;
    struct frame_view f;

    (void)out;
    if (!desk_areas(c, text_line(c->mem, request_query(req, "area")), &v))
        return false;
    if (respond_wants_json(req)) {
        json_areas(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!begin_page(c, req, v.back_path, "地域のようす", &f))
        return false;
    view_areas(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_area_note(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_area_note form;

    return form_area_note_read(c, &req->form, &form) && desk_area_note(c, &form, out);
}

/* The desks to choose from. */
static bool
offer_desks(struct ctx *c, struct form_view *form)
{
    struct outreach_desk_list desks = { 0 };
    struct form_options *all =
        ARENA_ARRAY(c->mem, form->n_options + 1, struct form_options);
    struct form_option *v;

    if (!desk_choices(c, &desks))
        return false;
    v = ARENA_ARRAY(c->mem, desks.n, struct form_option);
    for (size_t i = 0; i < form->n_options; i++)
        all[i] = form->options[i];
    for (size_t i = 0; i < desks.n; i++)
        v[i] = (struct form_option){ .code = desks.v[i].id, .label = desks.v[i].name };
    all[form->n_options++] =
        (struct form_options){ .name = "desk", .v = v, .n = desks.n };
    form->options = all;
    return true;
}

bool
show_notices(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_notice_def, NULL);
    struct form_view counter = frame_form(c, req, &form_notice_counter_def, NULL);
    struct notices_view v;
    struct frame_view f;

    (void)out;
    if (!desk_notices(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_notices(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, word_in(c->town->words, WORD_NAV_NOTICES), &f)
        || !offer_desks(c, &counter))
        return false;
    f.typed = true;
    view_notices(&rep->body, &f, &v, &form, &counter);
    frame_page(c, rep);
    return true;
}

bool
act_notice(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_notice form;

    return form_notice_read(c, &req->form, &form) && desk_notice_add(c, &form, out);
}

bool
act_notice_counter(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_notice_counter form;

    return form_notice_counter_read(c, &req->form, &form)
           && desk_notice_counter(c, &form, out);
}

bool
show_notice(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_notice_answer_def, NULL);
    struct notice_page_view v;
    struct frame_view f;

    (void)out;
    if (!desk_notice_show(c, (struct notice_id){ .id = req->ids[0] }, &v))
        return false;
    if (respond_wants_json(req)) {
        json_notice(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "知らせ", &f))
        return false;
    frame_crumb(c, &f, v.back_path, word_in(c->town->words, WORD_NAV_NOTICES));
    frame_crumb(c, &f, NULL, v.line.sent);
    view_notice(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_notice_answer(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_notice_answer form;

    return form_notice_answer_read(c, &req->form, &form)
           && desk_notice_answer(c, (struct notice_id){ .id = req->ids[0] }, &form,
                                 out);
}

bool
act_notice_turn(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_notice_turn(c, (struct notice_id){ .id = req->ids[0] }, out);
}

bool
show_outreach_report(struct ctx *c,
                     const struct request *req,
                     const struct outcome *out,
                     struct reply *rep)
{
    struct outreach_report_view v;
    struct frame_view f;

    (void)out;
    if (!desk_outreach_report(c, request_query(req, "month"), &v))
        return false;
    if (respond_wants_json(req)) {
        json_outreach_report(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!begin_page(c, req, v.back_path, v.title, &f))
        return false;
    view_outreach_report(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
act_outreach_report(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_report_month form;

    return form_report_month_read(c, &req->form, &form)
           && desk_outreach_report_close(c, form.month, out);
}
