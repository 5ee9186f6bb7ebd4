#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_intake_rows.h"
#include "../desk/desk_report.h"
#include "../domain/town.h"
#include "gen/pages.h"

/* What the address asks for; what cannot be read is as if it were not there. */
static struct report_ask
ask_of(const struct request *req, const char *report)
{
    struct report_ask ask = {
        .report = report,
        .month = request_query(req, "month"),
        .from = { DAY_NONE },
        .until = { DAY_NONE },
        .filter = request_query(req, "filter"),
        .outside = text_same(request_query(req, "for"), "outside"),
    };

    if (!text_int(request_query(req, "year"), 2000, 2199, &ask.fiscal_year))
        ask.fiscal_year = 0;
    if (!day_read(request_query(req, "from"), &ask.from)
        || !day_read(request_query(req, "until"), &ask.until)
        || ask.until.n < ask.from.n)
        ask.from = ask.until = (struct day){ DAY_NONE };
    return ask;
}

bool
show_reports(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    const struct report_ask ask = ask_of(req, request_query(req, "report"));
    struct frame_view f;
    struct report_view v;
    struct table table;

    (void)out;
    if (!desk_report(c, &ask, &v, &table))
        return false;
    if (respond_wants_json(req)) {
        table_json(&rep->body, &table);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, v.title, &f))
        return false;
    view_reports(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_report_csv(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    const struct report_ask ask = ask_of(req, req->word);
    struct report_view v;
    struct table table;

    (void)out;
    if (!desk_report(c, &ask, &v, &table))
        return false;
    respond_csv(c, req->word, &table, rep);
    return true;
}

/* The period asked for, else the fiscal year. */
bool
show_intake_csv(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct report_ask ask = ask_of(req, "");
    const struct day today = day_of(c->now);
    struct table table;

    (void)out;
    if (!day_known(ask.from) && !day_make(day_fiscal_year(today), 4, 1, &ask.from))
        ask.from = today;
    if (!day_known(ask.until))
        ask.until = day_fiscal_end(ask.from);
    if (!desk_intake_rows(c, ask.from, ask.until, &table))
        return false;
    if (respond_wants_json(req)) {
        table_json(&rep->body, &table);
        respond_json(rep);
        return true;
    }
    respond_csv(c, "intake", &table, rep);
    return true;
}
