#include "desk_split.h"

#include "desk_part.h"
#include "desk_restriction_part.h"

#include "../base/vec.h"
#include "../domain/case_number.h"
#include "../policy/shown.h"

#include <string.h>

/* Two cases of one household, and who of the desk that parts them serves the other. */
struct parting {
    struct ctx *c;
    struct id group;
    struct case_id here;
    struct case_id there;
    const char *reason;
    struct post_id owner; /* of the other case */
    struct post_id across[20];
    size_t n;
};

static bool
bar(const struct parting *p,
    struct case_id id,
    struct id subject,
    struct restriction_id *made)
{
    struct ctx *c = p->c;
    const struct sql_restriction_add_in in = {
        .restriction_id = { id_new(c) },
        .group_id = p->group,
        .kind = RESTRICTION_KIND_OTHER_SIDE,
        .case_id = id,
        .subject = subject,
        .decided = true,
        .from_on = day_of(c->now),
        .until_on = { DAY_NONE },
        .reason = p->reason,
        .now = c->now,
        .post_id = c->viewer->post,
    };

    if (made)
        *made = in.restriction_id;
    return sql_restriction_add(c, &in);
}

/* The number typed, of a case that the viewer reaches and leads. */
static bool
find_other(struct parting *p, const char *typed)
{
    struct ctx *c = p->c;
    const char *number = case_number_read(c->mem, typed);
    const struct sql_case_list_in in = { .subjects = desk_subjects(c),
                                         .now = c->now,
                                         .number = number ? number : "-",
                                         .n = 1 };
    struct sql_case_list_rows rows = { 0 };
    struct sql_case_show_row head;

    if (!sql_case_list(c, &in, &rows))
        return false;
    if (!rows.n || id_same(rows.v[0].case_id.id, p->here.id))
        return refuse_field(c, "other",
                            "「相手側のケースの番号」を確かめてください。見えている"
                            "ケースの番号を書きます。");
    p->there = rows.v[0].case_id;
    if (!sql_case_show(c,
                       &(struct sql_case_show_in){ .case_id = p->there,
                                                   .subjects = desk_subjects(c),
                                                   .now = c->now },
                       &head))
        return false;
    p->owner = head.owner_post;
    return true;
}

/* Staff numbers with spaces or commas between them. */
static bool
read_across(struct parting *p, const char *typed)
{
    static const char between[] = " ,";
    struct ctx *c = p->c;

    for (typed += strspn(typed, between); *typed; typed += strspn(typed, between)) {
        const size_t n = strcspn(typed, between);
        const char *login = arena_printf(c->mem, "%.*s", (int)n, typed);
        struct post_id post;

        if (p->n == sizeof p->across / sizeof *p->across)
            return refuse_field(c, "across", "20人までにしてください。");
        if (!restriction_find_post(c, "across", login, &post))
            return false;
        if (id_same(post.id, c->viewer->post.id))
            return refuse_field(c, "across",
                                "自分を相手側にすることはできません。相手側の人に"
                                "分けてもらってください。");
        p->across[p->n++] = post;
        typed += n;
    }
    return true;
}

static bool
goes_across(const struct parting *p, struct post_id post)
{
    for (size_t i = 0; i < p->n; i++)
        if (id_same(p->across[i].id, post.id))
            return true;
    return false;
}

/* Who works at a desk that serves both sides: some here, some there. */
static bool
part_posts(const struct parting *p, struct desk_id desk)
{
    struct ctx *c = p->c;
    struct sql_desk_posts_rows posts = { 0 };

    if (!sql_desk_posts(
            c, &(struct sql_desk_posts_in){ .desk_id = desk, .now = c->now }, &posts))
        return false;
    for (size_t i = 0; i < posts.n; i++)
        if (!bar(p, goes_across(p, posts.v[i].post_id) ? p->here : p->there,
                 posts.v[i].post_id.id, NULL))
            return false;
    return true;
}

static bool
has_desk(const struct sql_split_desks_rows *rows, struct desk_id desk)
{
    for (size_t i = 0; i < rows->n; i++)
        if (id_same(rows->v[i].desk_id.id, desk.id))
            return true;
    return false;
}

/* A desk of one side is kept from the other as a whole; one of both is parted by posts. */
static bool
part_desks(const struct parting *p)
{
    struct ctx *c = p->c;
    struct sql_split_desks_rows here = { 0 };
    struct sql_split_desks_rows there = { 0 };

    if (!sql_split_desks(c, &(struct sql_split_desks_in){ .case_id = p->here }, &here)
        || !sql_split_desks(c, &(struct sql_split_desks_in){ .case_id = p->there },
                            &there))
        return false;
    for (size_t i = 0; i < here.n; i++) {
        const struct desk_id desk = here.v[i].desk_id;

        if (has_desk(&there, desk) ? !part_posts(p, desk)
                                   : !bar(p, p->there, desk.id, NULL))
            return false;
    }
    for (size_t i = 0; i < there.n; i++)
        if (!has_desk(&here, there.v[i].desk_id)
            && !bar(p, p->here, there.v[i].desk_id.id, NULL))
            return false;
    return true;
}

/* One row of each side; it names who parted them, and nobody of the other side knows of it. */
static bool
name_both(const struct parting *p, struct restriction_id *here)
{
    struct ctx *c = p->c;
    const struct id none = { .s = "" };
    struct restriction_id there;

    if (!bar(p, p->here, none, here) || !bar(p, p->there, none, &there)
        || !restriction_add_named(c, *here, p->here, c->viewer->post, false, 0, "")
        || !restriction_event(c, *here, p->here, "世帯を分けました", p->reason)
        || !restriction_event(c, there, p->there, "世帯を分けました", p->reason))
        return false;
    return true;
}

bool
desk_split(struct ctx *c,
           struct case_id id,
           const struct form_split *f,
           struct outcome *out)
{
    struct parting p = { .c = c, .group = id_new(c), .here = id, .reason = f->reason };
    struct restriction_id made;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (facts.part != PART_LEAD)
        return refuse(c, ERR_DENIED, "only the desk that leads");
    if (!find_other(&p, f->other) || !read_across(&p, f->across)
        || !name_both(&p, &made) || !part_desks(&p))
        return false;
    c->narrows = true;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = made.id;
    out->place = arena_printf(c->mem, "/restrictions/%s?said=shut", made.id.s);
    return store_reach_sync_case(c, p.here) && store_reach_sync_case(c, p.there);
}
