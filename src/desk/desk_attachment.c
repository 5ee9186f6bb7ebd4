#include "desk_attachment.h"

#include "desk_case_head.h"
#include "desk_part.h"

#include "../base/file_kind.h"
#include "../base/text.h"
#include "../policy/show_attachment.h"
#include "../policy/shown.h"

#include <string.h>

static bool
load_note(struct ctx *c, struct note_id id, struct sql_note_show_row *row)
{
    return sql_note_show(c,
                         &(struct sql_note_show_in){ .note_id = id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                         row);
}

/* A name to save under: no line ends, not too long, with the ending of what it is. */
static const char *
file_name(struct ctx *c, const struct attachment_file *f, const struct file_kind *kind)
{
    const char *name = text_line(c->mem, f->name);
    const char *dot = strrchr(name, '.');

    if (dot && dot != name)
        name = arena_printf(c->mem, "%.*s", (int)(dot - name), name);
    if (!*name)
        name = "ファイル";
    return arena_printf(c->mem, "%s%s", text_cut(c->mem, name, ATTACHMENT_NAME_MAX),
                        kind->ending);
}

static bool
check_files(struct ctx *c, const struct attachment_file *files, size_t n)
{
    if (!n)
        return refuse_field(c, "file", "そえるファイルを選んでください。");
    for (size_t i = 0; i < n; i++) {
        const char *name = text_line(c->mem, files[i].name);

        if (files[i].n > ATTACHMENT_SIZE_MAX)
            return refuse_field(
                c, "file", "「%s」は大きすぎます。10 MiBまでにしてください。", name);
        if (!file_kind_of(files[i].p, files[i].n))
            return refuse_field(c, "file",
                                "「%s」はそえられません。写真（JPEG・PNG・HEIC）、PDF、"
                                "テキストのどれかにしてください。",
                                name);
    }
    return true;
}

static bool
add_file(struct ctx *c,
         struct note_id id,
         const struct form_attachment *form,
         const struct attachment_file *f)
{
    const struct file_kind *kind = file_kind_of(f->p, f->n);
    struct sql_attachment_add_in in = {
        .attachment_id = { id_new(c) },
        .note_id = id,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
        .name = file_name(c, f, kind),
        .type = kind->type,
        .remark = form->remark,
        .subjects = desk_subjects(c),
    };
    size_t added;

    in.body.p =
        (const unsigned char *)file_without_camera(c->mem, f->p, f->n, &in.body.n);
    in.size = (int64_t)in.body.n;
    return sql_attachment_add_changed(c, &in, &added)
           && (added == 1 || refuse(c, ERR_MISSING, "no such entry"));
}

bool
desk_attach(struct ctx *c,
            struct note_id id,
            const struct form_attachment *form,
            const struct attachment_file *files,
            size_t n,
            struct outcome *out)
{
    struct sql_attachment_list_rows there = { 0 };
    struct sql_note_show_row note;
    struct facts facts;

    if (!load_note(c, id, &note)
        || !desk_allow(c, note.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (viewer_owns(c->viewer, note.desk_id, note.post_id) == OWN_NONE)
        return refuse(c, ERR_DENIED, "an entry of another desk");
    if (!check_files(c, files, n)
        || !sql_attachment_list(
            c,
            &(struct sql_attachment_list_in){
                .note_id = id, .subjects = desk_subjects(c), .now = c->now },
            &there))
        return false;
    if (there.n + n > ATTACHMENT_FILES_MAX)
        return refuse_field(c, "file", "ひとつの記録に、20個までそえられます。");
    for (size_t i = 0; i < n; i++)
        if (!add_file(c, id, form, &files[i]))
            return false;
    shown_note(c, SHOWN_CASE, note.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/notes/%s/files?said=attached", id.id.s);
    return true;
}

bool
desk_attachments(struct ctx *c, struct note_id id, struct attachments_view *out)
{
    struct sql_attachment_list_rows rows = { 0 };
    struct sql_note_show_row note;
    struct facts facts;

    return load_note(c, id, &note) && store_facts_of_case(c, note.case_id, &facts)
           && sql_attachment_list(
               c,
               &(struct sql_attachment_list_in){
                   .note_id = id, .subjects = desk_subjects(c), .now = c->now },
               &rows)
           && policy_show_attachments(c, &facts, id, &note, &rows, out)
           && desk_case_head(c, note.case_id, CASE_TAB_OVERVIEW, &out->head);
}

static bool
load_file(struct ctx *c,
          struct attachment_id id,
          struct sql_attachment_show_row *row,
          struct facts *facts)
{
    return sql_attachment_show(
               c,
               &(struct sql_attachment_show_in){
                   .attachment_id = id, .subjects = desk_subjects(c), .now = c->now },
               row)
           && store_facts_of_case(c, row->case_id, facts);
}

bool
desk_attachment_file(struct ctx *c,
                     struct attachment_id id,
                     struct attachment_file *out,
                     const char **type)
{
    struct sql_attachment_show_row row;
    struct facts facts;

    if (!load_file(c, id, &row, &facts) || !policy_show_file(c, &facts, &row))
        return false;
    *out = (struct attachment_file){ .name = row.name,
                                     .p = (const char *)row.body.p,
                                     .n = row.body.n };
    *type = row.type;
    return true;
}

bool
desk_attachment_withdraw(struct ctx *c,
                         struct attachment_id id,
                         const struct form_attachment_withdraw *f,
                         struct outcome *out)
{
    struct sql_attachment_show_row row;
    struct facts facts;
    size_t changed;

    if (!load_file(c, id, &row, &facts))
        return false;
    if (!id_same(row.post_id.id, c->viewer->post.id))
        return refuse(c, ERR_DENIED, "somebody else's file");
    if (!desk_allow(c, row.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !sql_attachment_withdraw_changed(
            c,
            &(struct sql_attachment_withdraw_in){
                .attachment_id = id,
                .why = f->why,
                .empty = { (const unsigned char *)"", 0 },
                .now = c->now,
                .subjects = desk_subjects(c) },
            &changed))
        return false;
    if (changed != 1)
        return refuse(c, ERR_CONFLICT, "このファイルは、もう取り下げられています。");
    shown_note(c, SHOWN_CASE, row.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    c->narrows = true;
    out->place =
        arena_printf(c->mem, "/notes/%s/files?said=file_gone", row.note_id.id.s);
    return true;
}
