#include "frame.h"
#include "respond.h"
#include "routes.h"
#include "web_part.h"

#include "../base/text.h"
#include "../desk/desk_place.h"
#include "../domain/town.h"
#include "gen/pages.h"

#include <string.h>

static struct place_id
place_of(const struct request *req)
{
    return (struct place_id){ .id = req->ids[0] };
}

bool
web_place_begin(struct ctx *c,
                const struct request *req,
                const char *title,
                struct frame_view *f)
{
    if (!frame_below(c, req, title, "/places",
                     word_in(c->town->words, WORD_PLACES_TITLE), f))
        return false;
    frame_crumb(c, f, NULL, title);
    return true;
}

bool
show_places(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct place_query q = {
        .key = text_line(c->mem, request_query(req, "q")),
        .kind = request_query(req, "kind"),
        .area = request_query(req, "area"),
        .feature = request_query(req, "feature"),
        .stage = request_query(req, "stage"),
        .old = strcmp(request_query(req, "old"), "1") == 0,
    };
    struct frame_view f;
    struct places_view v;

    (void)out;
    if (!text_int(request_query(req, "page"), 1, 100000, &q.page))
        q.page = 1;
    if (!desk_places(c, &q, &v))
        return false;
    if (respond_wants_json(req)) {
        json_places(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, word_in(c->town->words, WORD_PLACES_TITLE), &f))
        return false;
    view_places(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

static bool
csv_of(struct ctx *c, bool published, struct reply *rep)
{
    struct table table;

    if (!desk_places_table(c, published, &table))
        return false;
    respond_csv(c, "places", &table, rep);
    return true;
}

bool
show_places_csv(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    (void)req;
    (void)out;
    return csv_of(c, false, rep);
}

bool
show_places_public(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    (void)req;
    (void)out;
    return csv_of(c, true, rep);
}

bool
show_place_new(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    const struct place_mend_view v = {
        .path = arena_printf(c->mem, "%s/places", c->town->path),
        .back_path = arena_printf(c->mem, "%s/places", c->town->path),
        .title = "場所を書く",
        .say = "書く",
    };
    struct form_view form = frame_form(c, req, &form_place_def, NULL);
    struct frame_view f;

    (void)out;
    frame_offer(c, &form, desk_place_sittings(c));
    if (!desk_place_new(c) || !web_place_begin(c, req, v.title, &f))
        return false;
    view_place_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_place(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place form;

    return form_place_read(c, &req->form, &form) && desk_place_add(c, &form, out);
}

bool
show_place(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct form_view check = frame_part(c, req, &form_place_check_def, "c");
    struct form_view stage = frame_part(c, req, &form_place_stage_def, "s");
    struct frame_view f;
    struct place_view v;

    (void)out;
    if (!desk_place_show(c, place_of(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_place(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, v.line.name, &f))
        return false;
    view_place(&rep->body, &f, &v, &check, &stage);
    frame_page(c, rep);
    return true;
}

bool
show_place_mend(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_place_def, NULL);
    struct form_place values;
    struct place_mend_view v;
    struct frame_view f;

    (void)out;
    if (!desk_place_values(c, place_of(req), &v, &values)
        || !web_place_begin(c, req, v.title, &f))
        return false;
    v.say = "直す";
    form.values = &values;
    frame_offer(c, &form, desk_place_sittings(c));
    view_place_mend(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_place_mend(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place form;

    return form_place_read(c, &req->form, &form)
           && desk_place_mend(c, place_of(req), &form, out);
}

bool
act_place_check(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place_check form;

    return form_place_check_read(c, &req->form, &form)
           && desk_place_check(c, place_of(req), &form, out);
}

bool
act_place_stage(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_place_stage form;

    return form_place_stage_read(c, &req->form, &form)
           && desk_place_move(c, place_of(req), &form, out);
}

/* The table as it came: the file when there is one, else what was typed. */
static const char *
csv_typed(struct ctx *c, const struct request *req)
{
    for (size_t i = 0; i < req->n_files; i++)
        if (strcmp(req->files[i].field, "file") == 0 && req->files[i].n
            && text_valid((const char *)req->files[i].p, req->files[i].n))
            return arena_copy(c->mem, req->files[i].p, req->files[i].n);
    return request_form(req, "csv");
}

bool
show_place_import(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    struct form_view form = frame_form(c, req, &form_place_import_def, NULL);
    struct form_place_import values = { .csv = csv_typed(c, req) };
    struct frame_view f;
    struct place_import_view v;

    (void)out;
    if (!desk_place_import_check(c, values.csv, &v))
        return false;
    if (respond_wants_json(req)) {
        json_place_import(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, "表から取り込む", &f))
        return false;
    form.typed = NULL;
    form.values = &values;
    view_place_import(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_place_import(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_place_import(c, csv_typed(c, req), out);
}

bool
show_community_items(struct ctx *c,
                     const struct request *req,
                     const struct outcome *out,
                     struct reply *rep)
{
    struct frame_view f;
    struct community_items_view v;

    (void)out;
    if (!desk_community_items(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_community_items(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!web_place_begin(c, req, "地域づくりへ渡した場所", &f))
        return false;
    view_community_items(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}
