/*
 * Pages about how the office takes consultations: the cases of multi-agency work, the desks
 * that take part yet, who carries a case alone.
 */
#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/vec.h"
#include "../desk/desk_alone.h"
#include "../desk/desk_definition.h"
#include "../desk/desk_sitting_body.h"
#include "../desk/desk_rollout.h"
#include "../domain/town.h"
#include "gen/pages.h"

#include <string.h>

bool
act_definition(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_definition form;

    return form_definition_read(c, &req->form, &form)
           && desk_definition_add(c, &form, out);
}

bool
show_definitions(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct frame_view f;
    struct definition_view v;
    struct form_view form = frame_form(c, req, &form_definition_def, NULL);

    (void)out;
    if (!desk_definitions(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_definition(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, v.head.heading, &f))
        return false;
    f.typed = v.path != NULL;
    frame_offer(c, &form, desk_body_topics(c));
    view_definition(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
act_rollout(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_rollout form;

    return form_rollout_read(c, &req->form, &form) && desk_rollout_set(c, &form, out);
}

/* The list of desks goes to the field; what is set now stands ticked. */
static struct form_view
rollout_form(struct ctx *c, const struct request *req, const struct rollout_view *v)
{
    struct form_rollout *now = ARENA_NEW(c->mem, struct form_rollout);
    struct form_view form = frame_form(c, req, &form_rollout_def, NULL);
    struct form_options *all =
        ARENA_ARRAY(c->mem, form.n_options + 1, struct form_options);
    char *rest = arena_strdup(c->mem, v->chosen);
    char *id;
    const char **codes = ARENA_ARRAY(c->mem, v->desks.n + 1, const char *);
    size_t n = 0;

    while ((id = strsep(&rest, " ")) && n < v->desks.n)
        if (*id)
            codes[n++] = id;
    form_clear(&form_rollout_def, now);
    now->desks = (struct form_codes){ .v = codes, .n = n };
    all[0] = v->desks; /* before the list of that name, which no town keeps */
    for (size_t i = 0; i < form.n_options; i++)
        all[i + 1] = form.options[i];
    form.n_options++;
    form.options = all;
    if (!form.typed)
        form.values = now;
    return form;
}

bool
show_rollout(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    struct rollout_view v;
    struct form_view form;

    (void)out;
    if (!desk_rollout(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_rollout(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "受付を始めた窓口", &f))
        return false;
    frame_crumb(c, &f, v.back_path, "利用者と役目");
    frame_crumb(c, &f, NULL, "受付を始めた窓口");
    form = rollout_form(c, req, &v);
    view_rollout(&rep->body, &f, &v, &form);
    frame_page(c, rep);
    return true;
}

bool
show_alone(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct frame_view f;
    struct alone_view v;

    (void)out;
    if (!desk_alone(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_alone(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "ひとりで抱えている世帯", &f))
        return false;
    view_alone(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}
