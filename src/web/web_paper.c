#include "frame.h"
#include "paper.h"
#include "respond.h"
#include "routes.h"

#include "../desk/desk_paper.h"
#include "../desk/desk_picture.h"
#include "gen/pages.h"

#include <string.h>

static struct case_id
case_of(const struct request *req)
{
    return (struct case_id){ .id = req->ids[0] };
}

/* An address that names no date means none. */
static struct day
day_asked(const struct request *req, const char *name)
{
    struct day d;

    return day_read(request_query(req, name), &d) ? d : (struct day){ DAY_NONE };
}

bool
show_case_papers(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep)
{
    struct frame_view f;
    struct papers_view v;

    (void)out;
    if (!desk_papers(c, case_of(req), &v) || !frame_case(c, req, &v.head, "書類", &f))
        return false;
    view_papers(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_record_paper(struct ctx *c,
                  const struct request *req,
                  const struct outcome *out,
                  struct reply *rep)
{
    const struct record_wish wish = {
        .from = day_asked(req, "from"),
        .until = day_asked(req, "until"),
        .method = request_query(req, "method"),
    };
    struct paper_view v;

    (void)out;
    return desk_paper_record(c, case_of(req), &wish, &v)
           && paper_reply(c, "record", &v, rep);
}

bool
show_case_paper(struct ctx *c,
                const struct request *req,
                const struct outcome *out,
                struct reply *rep)
{
    static const struct {
        const char *word;
        bool (*fill)(struct ctx *c, struct case_id id, struct paper_view *out);
    } PAPERS[] = {
        { "reception_a", desk_paper_reception },
        { "reception_b", desk_paper_reception },
        { "consent", desk_paper_consent },
        { "withdrawal", desk_paper_consent },
    };
    struct paper_view v;

    (void)out;
    for (size_t i = 0; i < sizeof PAPERS / sizeof *PAPERS; i++)
        if (strcmp(PAPERS[i].word, req->word) == 0)
            return PAPERS[i].fill(c, case_of(req), &v)
                   && paper_reply(c, req->word, &v, rep);
    return refuse(c, ERR_MISSING, "no such paper");
}

bool
show_referral_paper(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct paper_view v;

    (void)out;
    return desk_paper_referral(c, (struct referral_id){ .id = req->ids[0] }, &v)
           && paper_reply(c, "referral", &v, rep);
}

/* The day asked for; today when none is named. */
static struct day
on_asked(struct ctx *c, const struct request *req)
{
    const struct day d = day_asked(req, "on");

    return day_known(d) ? d : day_of(c->now);
}

bool
show_pictures(struct ctx *c,
              const struct request *req,
              const struct outcome *out,
              struct reply *rep)
{
    struct frame_view f;
    struct pictures_view v;

    (void)out;
    if (!desk_pictures(c, case_of(req), on_asked(c, req), &v))
        return false;
    if (respond_wants_json(req)) {
        json_pictures(&rep->body, &v);
        respond_json(rep);
        return true;
    }
    if (!frame_case(c, req, &v.head, "家族図", &f))
        return false;
    view_pictures(&rep->body, &f, &v);
    frame_page(c, rep);
    return true;
}

bool
show_pictures_paper(struct ctx *c,
                    const struct request *req,
                    const struct outcome *out,
                    struct reply *rep)
{
    struct paper_view v;

    (void)out;
    return desk_pictures_paper(c, case_of(req), on_asked(c, req), &v)
           && paper_reply(c, "pictures", &v, rep);
}
