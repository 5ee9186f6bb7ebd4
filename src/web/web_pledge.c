#include "frame.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_pledge.h"
#include "../domain/town.h"
#include "gen/pages.h"

bool
show_pledges(struct ctx *c,
             const struct request *req,
             const struct outcome *out,
             struct reply *rep)
{
    struct frame_view f;
    struct pledges_view v;

    (void)out;
    if (!desk_pledges(c, &v))
        return false;
    if (respond_wants_json(req)) {
        json_pledges(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_fill(c, req, "秘密を守ることを約束した人", &f))
        return false;
    frame_crumb(c, &f, arena_printf(c->mem, "%s/meetings", c->town->path), "会議");
    view_pledges(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}
