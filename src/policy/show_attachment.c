#include "show_attachment.h"

#include "../base/day.h"
#include "../base/file_kind.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "show.h"
#include "shown.h"
#include "viewer.h"

/* Records stay with who wrote them; a hand-over does not carry them along. */
static struct decision
of_record(const struct ctx *c,
          const struct facts *facts,
          struct desk_id desk,
          struct post_id post)
{
    struct facts f = *facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own = viewer_owns(c->viewer, desk, post);
    return policy_decide(ACT_VIEW, &f);
}

static const char *
size_text(struct ctx *c, int64_t n)
{
    if (n < 1024 * 1024)
        return arena_printf(c->mem, "%d KiB", (int)((n + 1023) / 1024));
    return arena_printf(c->mem, "%.1f MiB", (double)n / (1024 * 1024));
}

static struct attachment_view
line_of(struct ctx *c, const struct sql_attachment_list_row *r)
{
    const struct file_kind *kind = file_kind_find(r->type);
    const bool own = id_same(r->post_id.id, c->viewer->post.id);

    return (struct attachment_view){
        .path = r->withdrawn ? NULL : show_path(c, "files", r->attachment_id.id, ""),
        .name = r->name,
        .kind = kind ? kind->label : NULL,
        .size = r->withdrawn ? NULL : size_text(c, r->size),
        .remark = *r->remark ? r->remark : NULL,
        .who = arena_printf(c->mem, "%s %s　%s", r->desk, r->who,
                            day_short(c->mem, day_of(r->recorded_at))),
        .withdrawn = r->withdrawn ? r->withdrawn_why : NULL,
        .withdraw_path = own && !r->withdrawn
                             ? show_path(c, "files", r->attachment_id.id, "/withdraw")
                             : NULL,
    };
}

bool
policy_show_attachments(struct ctx *c,
                        const struct facts *facts,
                        struct note_id id,
                        const struct sql_note_show_row *note,
                        const struct sql_attachment_list_rows *rows,
                        struct attachments_view *out)
{
    const struct decision d = of_record(c, facts, note->desk_id, note->post_id);
    const bool ours = viewer_owns(c->viewer, note->desk_id, note->post_id) != OWN_NONE;

    *out = (struct attachments_view){ .path = NULL };
    if (!decision_allows(&d, ITEM_WELFARE))
        return refuse(c, ERR_MISSING, "the entry is not open");
    out->subject =
        arena_printf(c->mem, "%sの支援経過", day_short(c->mem, note->happened_on));
    out->fact = note->fact;
    out->back_path = arena_printf(c->mem, "%s#n-%s",
                                  show_path(c, "cases", note->case_id.id, ""), id.id.s);
    out->path = ours ? show_path(c, "notes", id.id, "/files") : NULL;
    out->seen_by = arena_printf(c->mem, "%sの人", c->viewer->desk_name);
    out->seal = show_seal(GROUND_OWN);
    for (size_t i = 0; i < rows->n; i++)
        *VEC_PUSH(c->mem, &out->files) = line_of(c, &rows->v[i]);
    shown_note(c, SHOWN_CASE, note->case_id.id, d.allow, d.grounds);
    return true;
}

bool
policy_show_file(struct ctx *c,
                 const struct facts *facts,
                 const struct sql_attachment_show_row *row)
{
    const struct decision d = of_record(c, facts, row->desk_id, row->post_id);

    if (!decision_allows(&d, ITEM_WELFARE))
        return refuse(c, ERR_MISSING, "the file is not open");
    shown_note(c, SHOWN_CASE, row->case_id.id, d.allow, d.grounds);
    return true;
}
