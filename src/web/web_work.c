#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_stranded.h"
#include "../desk/desk_work.h"
#include "gen/pages.h"

#include <string.h>

bool
show_today(struct ctx *c,
           const struct request *req,
           const struct outcome *out,
           struct reply *rep)
{
    struct frame_view f;
    const bool mine = strcmp(request_query(req, "who"), "me") == 0;
    struct form_view give;
    struct today_view v;
    int64_t page = 1;

    (void)out;
    if (!text_int(request_query(req, "page"), 1, 1000, &page))
        page = 1;
    if (!desk_today(c, mine, page, &v))
        return false;
    if (respond_wants_json(req)) {
        json_today(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "きょう", &f))
        return false;
    give = frame_part(c, req, &form_stranded_def, "s-");
    view_today(&rep->body, &f, &v, &give);
    frame_page(c, rep);
    return true;
}

bool
show_drafts(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    struct frame_view f;
    struct drafts_view v;

    (void)out;
    if (!desk_draft_list(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_drafts(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "書きかけ", &f))
        return false;
    view_drafts(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
act_draft_drop(struct ctx *c, const struct request *req, struct outcome *out)
{
    return desk_draft_drop(c, (struct draft_id){ .id = req->ids[0] }, out);
}

static struct ledger_query
ledger_asked(const struct request *req, bool own)
{
    struct ledger_query q = {
        .own = own,
        .who = request_query(req, "who"),
        .whom = request_query(req, "whom"),
        .from = request_query(req, "from"),
        .until = request_query(req, "until"),
    };

    if (!text_int(request_query(req, "before"), 1, INT64_MAX, &q.before))
        q.before = 0;
    return q;
}

static bool
ledger_page(struct ctx *c, const struct request *req, bool own, struct reply *rep)
{
    const struct ledger_query q = ledger_asked(req, own);
    struct frame_view f;
    struct ledger_view v;

    if (!desk_ledger(c, &q, &v) || !frame_fill(c, req, v.title, &f))
        return false;
    view_ledger(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_ledger(struct ctx *c,
            const struct request *req,
            const struct outcome *out,
            struct reply *rep)
{
    (void)out;
    return ledger_page(c, req, false, rep);
}

bool
show_ledger_csv(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct ledger_query q = ledger_asked(req, false);
    struct ledger_view v;
    struct table table;

    (void)out;
    q.whole = true;
    if (!desk_ledger(c, &q, &v))
        return false;
    table = desk_ledger_table(c, &v);
    if (!respond_wants_json(req)) {
        respond_csv(c, "ledger", &table, rep);
        return true;
    }
    table_json(&rep->body, &table);
    respond_json(rep);
    return true;
}

bool
show_seen(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    (void)out;
    return ledger_page(c, req, true, rep);
}

bool
act_stranded(struct ctx *c, const struct request *req, struct outcome *out)
{
    struct form_stranded f;

    return form_stranded_read(c, &req->form, &f) && desk_stranded_give(c, &f, out);
}
