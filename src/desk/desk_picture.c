#include "desk_picture.h"

#include "desk_case_head.h"
#include "desk_people.h"

enum { NOTES_MAX = 400, YEAR = 366 };

static bool
load(struct ctx *c,
     struct case_id id,
     struct day on,
     struct facts *facts,
     struct pictures_view *out)
{
    const struct sql_paper_notes_in in = {
        .case_id = id,
        .from_on = { on.n - YEAR },
        .until_on = on,
        .method = "",
        .n = NOTES_MAX,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_paper_notes_rows notes = { 0 };
    struct people_records r;

    if (!desk_people_load(c, id, facts, &r)
        || !desk_case_head(c, id, CASE_TAB_PICTURES, &out->head)
        || !sql_paper_notes(c, &in, &notes))
        return false;
    policy_show_pictures(c, facts, &r, &notes, on, out);
    return true;
}

bool
desk_pictures(struct ctx *c,
              struct case_id id,
              struct day on,
              struct pictures_view *out)
{
    struct facts facts;

    *out = (struct pictures_view){ .path = NULL };
    return load(c, id, on, &facts, out);
}

bool
desk_pictures_paper(struct ctx *c,
                    struct case_id id,
                    struct day on,
                    struct paper_view *out)
{
    struct pictures_view v = { .path = NULL };
    struct facts facts;
    struct decision d;

    if (!load(c, id, on, &facts, &v))
        return false;
    d = policy_decide(ACT_PRINT, &facts);
    if (!decision_allows(&d, ITEM_COORDINATION))
        return refuse_item(c, &d, ACT_PRINT, ITEM_COORDINATION);
    policy_show_pictures_paper(c, &facts, &v, out);
    return true;
}
