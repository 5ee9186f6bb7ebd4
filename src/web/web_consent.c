#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_bases.h"
#include "../desk/desk_consent.h"
#include "../desk/desk_looks.h"
#include "../desk/desk_why.h"
#include "gen/pages.h"

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

bool
show_consents(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct consents_view v;

    (void)out;
    if (!desk_consents(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_consents(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "同意と共有", &f))
        return false;
    view_consents(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

/* Lists that are made now go before those of the codes. */
static struct form_view
form_with_options(struct ctx *c,
                  const struct request *req,
                  const struct form_def *def,
                  const struct form_options options[CONSENT_OPTIONS])
{
    struct form_view v = frame_form(c, req, def, NULL);
    struct form_options *all =
        ARENA_ARRAY(c->mem, CONSENT_OPTIONS + v.n_options, struct form_options);

    for (size_t i = 0; i < CONSENT_OPTIONS; i++)
        all[i] = options[i];
    for (size_t i = 0; i < v.n_options; i++)
        all[CONSENT_OPTIONS + i] = v.options[i];
    v.options = all;
    v.n_options += CONSENT_OPTIONS;
    return v;
}

static bool
record_page(struct ctx *c,
            const struct request *req,
            struct person_id person,
            struct reply *rep)
{
    struct form_options options[CONSENT_OPTIONS];
    struct consent_form_view v;
    struct form_consent values;
    struct form_view form;
    struct frame_view f;

    if (!desk_consent_new(c, person, &v, &values) || !desk_consent_options(c, options)
        || !frame_case(c, req, &v.head, "同意のことを書く", &f))
        return false;
    f.typed = true;
    form = form_with_options(c, req, &form_consent_def, options);
    form.values = &values;
    view_consent_new(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_consent_new(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    (void)out;
    return record_page(c, req, (struct person_id){ .id = req->ids[0] }, rep);
}

bool
show_consent_paper(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct form_options options[CONSENT_OPTIONS];
    struct consent_form_view v;
    struct form_consent values;
    struct frame_view f;

    (void)out;
    if (!desk_consent_new(c, (struct person_id){ .id = req->ids[0] }, &v, &values)
        || !desk_consent_options(c, options)
        || !frame_case(c, req, &v.head, "同意書の用紙", &f))
        return false;
    view_consent_paper(&rep->body, &f, &v, &options[3], &options[1]);
    frame_page(c, rep);
    return true;
}

/* What is to mend is shown on the form again, or, when no person was named, on the list. */
bool
show_consent_mend(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct person_id person;

    if (!id_read(request_form(req, "person"), &person.id)
        && !desk_consent_only(c, case_of(req), &person))
        return false;
    if (id_none(person.id))
        return show_consents(c, req, out, rep);
    return record_page(c, req, person, rep);
}

bool
act_consent(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_consent f;

    return form_consent_read(c, &req->form, &f)
           && desk_consent_record(c, case_of(req), &f, out);
}

bool
show_consent(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    struct consent_form_view v;
    struct form_view form = frame_form(c, req, &form_consent_end_def, NULL);

    (void)out;
    if (!desk_consent_show(c, (struct consent_id){ .id = req->ids[0] }, &v)
        || !frame_case(c, req, &v.head, "やめたいと言われたとき", &f))
        return false;
    f.typed = true;
    view_consent_end(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_consent_withdraw(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_consent_end f;

    return form_consent_end_read(c, &req->form, &f)
           && desk_consent_withdraw(c, (struct consent_id){ .id = req->ids[0] }, &f,
                                    out);
}

bool
act_consent_move(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_consent_move(c, case_of(req), out);
}

bool
act_consent_over(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_consent_over(c, case_of(req), out);
}

bool
show_disclosure_new(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct form_options options[CONSENT_OPTIONS];
    struct consent_form_view v;
    struct frame_view f;
    struct form_view form;

    (void)out;
    if (!desk_consent_options(c, options)
        || !desk_disclosure_new(c, case_of(req), &v, &options[4])
        || !frame_case(c, req, &v.head, "伝えたことを書く", &f))
        return false;
    f.typed = true;
    options[1] = desk_disclosure_items(c, &options[1]);
    form = form_with_options(c, req, &form_disclosure_def, options);
    view_disclosure_new(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_disclosure(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_disclosure f;

    return form_disclosure_read(c, &req->form, &f)
           && desk_disclosure(c, case_of(req), &f, out);
}

bool
show_why(struct ctx *c,
         const struct request *req,
         const struct outcome *out,
         struct reply *rep)
{
    struct frame_view f;
    struct why_view v;

    (void)out;
    if (!desk_why(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_why(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "なぜ見えているか", &f))
        return false;
    view_why(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_calls(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct frame_view f;
    struct calls_view v;

    (void)out;
    if (!desk_calls(c, case_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_calls(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "電話の前に見るカード", &f))
        return false;
    view_calls(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_bases(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct frame_view f;
    struct bases_view v;
    int64_t year = 0;

    (void)out;
    if (!text_int(request_query(req, "year"), 1868, 2199, &year))
        year = 0;
    if (!desk_bases(c, year, text_same(request_query(req, "for"), "outside"), &v))
        return false;
    if (respond_wants_json(req)) {
        json_bases(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, v.head.heading, &f))
        return false;
    view_bases(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_looks(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct frame_view f;
    struct looks_view v;

    (void)out;
    if (!desk_looks(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_looks(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "わけを確かめる見かた", &f))
        return false;
    frame_crumb(c, &f, v.ledger_path, "だれが見たか");
    frame_crumb(c, &f, NULL, "わけを確かめる見かた");
    view_looks(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
act_look_review(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_look_review f;

    return form_look_review_read(c, &req->form, &f) && desk_look_review(c, &f, out);
}
