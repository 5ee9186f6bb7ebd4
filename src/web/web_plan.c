#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_plan.h"
#include "../domain/plan_report.h"
#include "../domain/profile_schema.h"
#include "../domain/town.h"
#include "gen/pages.h"

#include <string.h>

/* A filter that nothing passes, for one that was asked for and does not exist. */
enum { NO_ITEM = -1 };

static const char *
asked(const struct request *req, const char *name)
{
    const char *v = request_query(req, name);

    return *v ? v : NULL;
}

static struct plan_query
query_of(const struct request *req)
{
    const char *item = asked(req, "item");
    const char *category = asked(req, "category");
    const char *field = asked(req, "field");
    struct plan_query q = { .filter = { .department = asked(req, "department"),
                                        .body = asked(req, "body") } };

    if (item && !text_int(item, 1, ITEM_LAST, &q.filter.item))
        q.filter.item = NO_ITEM;
    if (category)
        q.filter.category =
            (enum profile_category)key_word_value(profile_categories, category);
    if (field)
        q.filter.field = (enum profile_field)key_word_value(profile_fields, field);
    if ((category && !q.filter.category) || (field && !q.filter.field))
        q.filter.item = NO_ITEM;
    if (!text_int(request_query(req, "fiscal_year"), 1868, 2199, &q.fiscal_year))
        q.fiscal_year = 0;
    return q;
}

static bool
report_of(struct ctx *c, const struct request *req, const char *name, struct table *out)
{
    const struct plan_query q = query_of(req);

    return plan_report(c->mem, c->town->profile, name, &q, out)
           || refuse(c, ERR_MISSING, "no such report");
}

static bool
report_json(struct ctx *c,
            const struct request *req,
            const char *name,
            struct reply *rep)
{
    struct table table;

    if (!report_of(c, req, name, &table))
        return false;
    table_json(&rep->body, &table);
    respond_json(rep);
    return true;
}

static bool
frame_plan(struct ctx *c,
           const struct request *req,
           const struct plan_head_view *head,
           struct frame_view *f)
{
    return frame_fill(c, req, head->heading, f);
}

/* Each page is its view and, for machines, the report with the same content. */
#define PLAN_PAGE(name, view, fill, report)                                            \
    bool name(struct ctx *c, const struct request *req, const struct outcome *out,     \
              struct reply *rep)                                                       \
    {                                                                                  \
        struct frame_view f;                                                           \
        struct view##_view v;                                                          \
                                                                                       \
        (void)out;                                                                     \
        if (respond_wants_json(req))                                                   \
            return report_json(c, req, report, rep);                                   \
        fill(c, &v);                                                                   \
        if (!frame_plan(c, req, &v.head, &f))                                          \
            return false;                                                              \
        view_##view(&rep->body, &f, &v);                                               \
        frame_page(c, rep);                                                            \
        return true;                                                                   \
    }

PLAN_PAGE(show_plan, plan_overview, desk_plan_overview, "plan")
PLAN_PAGE(show_plan_sections, plan_bodies, desk_plan_bodies, "bodies")
PLAN_PAGE(show_plan_meetings, plan_meetings, desk_plan_meetings, "meetings")
PLAN_PAGE(show_plan_indicators, plan_indicators, desk_plan_indicators, "indicators")
PLAN_PAGE(show_plan_linkages, plan_linkages, desk_plan_linkages, "linkages")
PLAN_PAGE(show_plan_history, plan_history, desk_plan_history, "chronology")
PLAN_PAGE(show_plan_matrix, plan_matrix, desk_plan_matrix, "matrix")
PLAN_PAGE(show_plan_ways, plan_sections, desk_plan_ways, "flow")
PLAN_PAGE(show_plan_words, plan_sections, desk_plan_words, "principles")

/* Only some plans state initiatives; elsewhere there is no such page. */
bool
show_plan_initiatives(struct ctx *c,
                      const struct request *req,
                      const struct outcome *out,
                      struct reply *rep)
{
    struct frame_view f;
    struct plan_initiatives_view v;

    (void)out;
    if (respond_wants_json(req))
        return report_json(c, req, "initiatives", rep);
    if (!c->town->profile->initiatives.n)
        return refuse(c, ERR_MISSING, "the plan states no initiatives");
    desk_plan_initiatives(c, &v);
    if (!frame_plan(c, req, &v.head, &f))
        return false;
    view_plan_initiatives(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_plan_programs(struct ctx *c,
                   const struct request *req,
                   const struct outcome *out,
                   struct reply *rep)
{
    struct frame_view f;
    struct plan_programs_view v;
    int64_t item = 0;

    (void)out;
    if (respond_wants_json(req))
        return report_json(c, req, "setup", rep);
    if (asked(req, "item")
        && !text_int(request_query(req, "item"), 1, ITEM_LAST, &item))
        return refuse(c, ERR_MISSING, "no such item");
    desk_plan_programs(c, item, &v);
    if (!frame_plan(c, req, &v.head, &f))
        return false;
    view_plan_programs(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

/* With a mark in front, so that table programs read it as UTF-8. */
bool
show_plan_csv(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct table table;

    (void)out;
    if (!report_of(c, req, req->word, &table))
        return false;
    buf_lit(&rep->body, "\xEF\xBB\xBF");
    table_csv(&rep->body, &table);
    rep->status = 200;
    rep->type = "text/csv; charset=utf-8";
    rep->file = arena_printf(c->mem, "attachment; filename=\"%s-%s.csv\"", c->town->id,
                             req->word);
    return true;
}

bool
show_plan_json(struct ctx *c,
               const struct request *req,
               const struct outcome *out,
               struct reply *rep)
{
    (void)out;
    return report_json(c, req, req->word, rep);
}
