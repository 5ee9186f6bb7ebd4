#include "frame.h"
#include "respond.h"
#include "routes.h"
#include "web_part.h"

#include "../base/text.h"
#include "../desk/desk_attendance.h"
#include "../desk/desk_place_work.h"
#include "../domain/town.h"
#include "gen/pages.h"

static int64_t
year_of(const struct request *req)
{
    int64_t year;

    return text_int(request_query(req, "year"), 2000, 2198, &year) ? year : 0;
}

static struct survey_id
survey_of(const struct request *req)
{
    return (struct survey_id){ .id = req->ids[0] };
}

static struct entry_id
entry_of(const struct request *req)
{
    return (struct entry_id){ .id = req->ids[0] };
}

bool
show_place_figures(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct frame_view f;
    struct place_figures_view v;

    (void)out;
    if (!desk_place_figures(c, year_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_place_figures(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, word_in(c->town->words, WORD_PLACE_FIGURES_TITLE), &f))
        return false;
    view_place_figures(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_place_works(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_place_work_def, NULL);
    struct frame_view f;
    struct place_work_page_view v;

    (void)out;
    if (!desk_place_works(c, year_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_place_works(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, word_in(c->town->words, WORD_PLACE_WORK_TITLE), &f))
        return false;
    view_place_works(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_place_work_csv(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct table table;

    (void)out;
    if (!desk_place_work_table(c, year_of(req), &table))
        return false;
    respond_csv(c, "contract", &table, rep);
    return true;
}

bool
act_place_work(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place_work form;

    return form_place_work_read(c, &req->form, &form)
           && desk_place_work_add(c, &form, out);
}

bool
show_surveys(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_survey_def, NULL);
    struct frame_view f;
    struct surveys_view v;

    (void)out;
    if (!desk_surveys(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_surveys(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, word_in(c->town->words, WORD_SURVEYS_TITLE), &f))
        return false;
    view_surveys(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_survey(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_survey form;

    return form_survey_read(c, &req->form, &form) && desk_survey_add(c, &form, out);
}

bool
show_survey(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_survey_answer_def, NULL);
    struct frame_view f;
    struct survey_view v;

    (void)out;
    if (!desk_survey(c, survey_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_survey(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, v.title, &f))
        return false;
    view_survey(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_survey_answer(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_survey_answer form;

    return form_survey_answer_read(c, &req->form, &form)
           && desk_survey_answer(c, survey_of(req), &form, out);
}

bool
show_place_withdraw(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_place_withdraw_def, NULL);
    struct frame_view f;
    struct place_withdraw_view v;

    (void)out;
    if (!desk_place_entry(c, entry_of(req), &v)
        || !web_place_begin(c, req, v.title, &f))
        return false;
    view_place_withdraw(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_place_withdraw(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place_withdraw form;

    return form_place_withdraw_read(c, &req->form, &form)
           && desk_place_withdraw(c, entry_of(req), &form, out);
}

static struct place_id
place_of(const struct request *req)
{
    return (struct place_id){ .id = req->ids[0] };
}

bool
show_place_sessions(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_place_session_def, NULL);
    struct frame_view f;
    struct place_sessions_view v;

    (void)out;
    if (!desk_place_sessions(c, place_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_place_sessions(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, "開いた会", &f))
        return false;
    view_place_sessions(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_place_session(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place_session form;

    return form_place_session_read(c, &req->form, &form)
           && desk_place_session_add(c, place_of(req), &form, out);
}
