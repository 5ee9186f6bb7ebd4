#include "frame.h"
#include "paper.h"
#include "respond.h"
#include "routes.h"

#include "../base/text.h"
#include "../desk/desk_gap.h"
#include "../domain/town.h"
#include "gen/pages.h"

static int
year_asked(const struct request *req)
{
    int64_t year = 0;

    return text_int(request_query(req, "year"), 2000, 2198, &year) ? (int)year : 0;
}

bool
show_gaps(struct ctx *c,
          const struct request *req,
          const struct outcome *out,
          struct reply *rep)
{
    struct frame_view f;
    struct gaps_view v;

    (void)out;
    if (!desk_gaps(c, year_asked(req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_gaps(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "狭間のニーズ", &f))
        return false;
    frame_crumb(c, &f, arena_printf(c->mem, "%s/plan", c->town->path), "実施計画");
    frame_crumb(c, &f, NULL, "狭間のニーズ");
    view_gaps(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_gaps_paper(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    struct paper_view v;

    (void)out;
    return desk_gaps_paper(c, year_asked(req), &v) && paper_reply(c, "gaps", &v, rep);
}
