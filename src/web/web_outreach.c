#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_outreach.h"
#include "../desk/desk_outreach_pass.h"
#include "../domain/town.h"
#include "gen/pages.h"

#include <string.h>

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

static int64_t
number_of(const struct request *req, const char *name, int64_t least, int64_t most)
{
    int64_t n;

    return text_int(request_query(req, name), least, most, &n) ? n : least;
}

bool
show_outreach_list(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    const struct outreach_query q = {
        .state = request_query(req, "state"),
        .refused = strcmp(request_query(req, "refused"), "1") == 0,
        .silent = number_of(req, "silent", 0, 36500),
        .page = number_of(req, "page", 1, 1000),
    };
    struct frame_view f;
    struct outreach_list_view v;

    (void)out;
    if (!desk_outreach_list(c, &q, &v))
        return false;
    if (respond_wants_json(req)) {
        json_outreach_list(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, word_in(c->town->words, WORD_OUTREACH_TITLE), &f))
        return false;
    view_outreach_list(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_outreach_new(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    const char *path = arena_printf(c->mem, "%s/outreach", c->town->path);
    struct form_view form = frame_form(c, req, &form_outreach_new_def, NULL);
    struct frame_view f;

    (void)out;
    if (!frame_fill(c, req, word_in(c->town->words, WORD_OUTREACH_NEW), &f))
        return false;
    f.typed = true;
    frame_crumb(c, &f, path, word_in(c->town->words, WORD_OUTREACH_TITLE));
    frame_crumb(c, &f, NULL, word_in(c->town->words, WORD_OUTREACH_NEW));
    view_outreach_new(&rep->body, &f, path, &form);
    frame_page(c, rep);
    return true;
}

bool
act_outreach_new(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_new form;

    return form_outreach_new_read(c, &req->form, &form)
           && desk_outreach_new(c, &form, (struct id){ .s = "" }, out);
}

static void
offer_desks(struct ctx *c, const struct outreach_view *v, struct form_view *form)
{
    static const char *const FIELDS[] = { "first", "second", "third", "desk" };
    struct form_option *desks = ARENA_ARRAY(c->mem, v->desks.n, struct form_option);

    for (size_t i = 0; i < v->desks.n; i++)
        desks[i] = (struct form_option){ .code = v->desks.v[i].id,
                                         .label = v->desks.v[i].name };
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        frame_offer(
            c, form,
            (struct form_options){ .name = FIELDS[i], .v = desks, .n = v->desks.n });
}

static void
offer_letters(struct ctx *c, const struct outreach_view *v, struct form_view *form)
{
    struct form_option *all = ARENA_ARRAY(c->mem, v->letters.n, struct form_option);

    for (size_t i = 0; i < v->letters.n; i++)
        all[i] = (struct form_option){ .code = v->letters.v[i].id,
                                       .label = v->letters.v[i].name };
    frame_offer(c, form,
                (struct form_options){ .name = "letter", .v = all, .n = v->letters.n });
}

/* What the two forms of the page begin with: where it stands, the visit whose turn it is. */
static void
begin_forms(struct ctx *c,
            const struct outreach_now *now,
            struct turn_id turn,
            struct form_view *contact,
            struct form_view *mend)
{
    struct form_outreach_contact *k = ARENA_NEW(c->mem, struct form_outreach_contact);
    struct form_outreach_mend *m = ARENA_NEW(c->mem, struct form_outreach_mend);

    form_clear(&form_outreach_contact_def, k);
    form_clear(&form_outreach_mend_def, m);
    k->turn = turn;
    if (!id_none(turn.id))
        k->way = OUTREACH_WAY_VISIT;
    m->state = now->state;
    m->stage = now->stage;
    m->safety = now->safety;
    m->coordinating = now->coordinating;
    m->version = now->version;
    m->version_given = true;
    contact->values = k;
    mend->values = m;
}

static bool
outreach_page(struct ctx *c,
              const struct request *req,
              struct case_id id,
              struct turn_id turn,
              struct reply *rep)
{
    struct form_view start = frame_part(c, req, &form_outreach_start_def, NULL);
    struct form_view source = frame_part(c, req, &form_outreach_source_def, "s");
    struct form_view contact = frame_part(c, req, &form_outreach_contact_def, "k");
    struct form_view plan = frame_part(c, req, &form_outreach_plan_def, "p");
    struct form_view tie = frame_part(c, req, &form_outreach_tie_def, "t");
    struct form_view mend = frame_part(c, req, &form_outreach_mend_def, "m");
    struct form_view hand = frame_part(c, req, &form_outreach_hand_def, "h");
    struct form_view pass = frame_part(c, req, &form_outreach_pass_def, "n");
    struct outreach_now now;
    struct outreach_view v;
    struct frame_view f;

    if (!desk_outreach_show(c, id, &v, &now))
        return false;
    if (respond_wants_json(req)) {
        json_outreach(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, case_tab_label(CASE_TAB_OUTREACH), &f))
        return false;
    f.typed = true;
    offer_desks(c, &v, &plan);
    offer_desks(c, &v, &pass);
    offer_letters(c, &v, &contact);
    begin_forms(c, &now, turn, &contact, &mend);
    if (v.begun)
        view_outreach(&rep->body, &f, &v, &source, &contact, &plan, &tie, &mend, &hand,
                      &pass);
    else
        view_outreach_begin(&rep->body, &f, &v, &start);
    frame_page(c, rep);
    return true;
}

bool
show_outreach(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    const struct turn_id turn = { .id = request_query_id(req, "turn") };

    (void)out;
    return outreach_page(c, req, case_of(req), turn, rep);
}

bool
show_turn(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    const struct turn_id turn = { .id = req->ids[0] };
    struct case_id id;

    (void)out;
    return desk_outreach_turn(c, turn, &id) && outreach_page(c, req, id, turn, rep);
}

bool
act_outreach_start(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_start form;

    return form_outreach_start_read(c, &req->form, &form)
           && desk_outreach_start(c, case_of(req), &form, out);
}

bool
act_outreach_source(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_source form;

    return form_outreach_source_read(c, &req->form, &form)
           && desk_outreach_source(c, case_of(req), &form, out);
}

bool
act_outreach_contact(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_contact form;

    return form_outreach_contact_read(c, &req->form, &form)
           && desk_outreach_contact(c, case_of(req), &form, out);
}

bool
act_outreach_plan(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_plan form;

    return form_outreach_plan_read(c, &req->form, &form)
           && desk_outreach_plan(c, case_of(req), &form, out);
}

bool
act_outreach_pass(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_pass form;

    return form_outreach_pass_read(c, &req->form, &form)
           && desk_outreach_pass(c, case_of(req), &form, out);
}

bool
act_outreach_cancel(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_outreach_cancel(c, (struct turn_id){ .id = req->ids[0] }, out);
}

bool
act_outreach_tie(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_tie form;

    return form_outreach_tie_read(c, &req->form, &form)
           && desk_outreach_tie(c, case_of(req), &form, out);
}

bool
act_tie_end(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_tie_end form;

    return form_outreach_tie_end_read(c, &req->form, &form)
           && desk_outreach_tie_end(c, (struct tie_id){ .id = req->ids[0] }, &form,
                                    out);
}

bool
act_outreach_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_mend form;

    return form_outreach_mend_read(c, &req->form, &form)
           && desk_outreach_mend(c, case_of(req), &form, out);
}

bool
act_outreach_hand(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_outreach_hand form;

    return form_outreach_hand_read(c, &req->form, &form)
           && desk_outreach_hand(c, case_of(req), &form, out);
}

bool
show_letters(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_letter_def, NULL);
    struct letters_view v;
    struct frame_view f;

    (void)out;
    if (!desk_letters(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_letters(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "手紙のひな形", &f))
        return false;
    f.typed = true;
    frame_crumb(c, &f, v.back_path, word_in(c->town->words, WORD_OUTREACH_TITLE));
    frame_crumb(c, &f, NULL, "手紙のひな形");
    view_letters(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_letter(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_letter form;

    return form_letter_read(c, &req->form, &form) && desk_letter_put(c, &form, out);
}
