#include "kgen_form.h"

#include <string.h>

static bool
is(const struct form_line *f, const char *shape)
{
    return strcmp(f->shape->name, shape) == 0;
}

static void
write_member(struct buf *b, const struct form_line *f)
{
    kgen_mark(b, f->line, f->path);
    if (is(f, "int"))
        buf_printf(b, "    int64_t %s;\n    bool %s_given;\n", f->name, f->name);
    else if (is(f, "choice"))
        buf_printf(b, "    enum %s %s;\n", f->list, f->name);
    else if (is(f, "codes"))
        buf_printf(b, "    struct form_codes %s;\n", f->name);
    else if (is(f, "day"))
        buf_printf(b, "    struct day %s;\n", f->name);
    else if (is(f, "flag"))
        buf_printf(b, "    bool %s;\n", f->name);
    else if (is(f, "id"))
        buf_printf(b, "    struct %s_id %s;\n", f->list, f->name);
    else
        buf_printf(b, "    const char *%s;\n", f->name);
}

static void
write_declarations(struct arena *mem, struct buf *b, const struct form *form)
{
    const char *up = kgen_upper(mem, form->name);

    buf_printf(b, "\nstruct form_%s {\n", form->name);
    for (size_t i = 0; i < form->n; i++)
        write_member(b, &form->v[i]);
    buf_lit(b, "};\n\nenum {\n");
    for (size_t i = 0; i < form->n; i++)
        buf_printf(b, "    FORM_%s_%s%s\n", up, kgen_upper(mem, form->v[i].name),
                   i + 1 < form->n ? "," : "");
    buf_printf(b, "};\n\nextern const struct form_def form_%s_def;\n", form->name);
    buf_printf(b,
               "bool form_%s_read(struct ctx *c, const struct fields *in,\n"
               "    struct form_%s *out) MUST_USE;\n",
               form->name, form->name);
}

void
form_write_header(struct arena *mem, const char *out, const struct forms *all)
{
    struct buf b = buf_new(mem);

    buf_lit(
        &b,
        "/* The forms: their structs, the place of each field in its table, and their\n"
        " * readers (see src/base/form.h); made by kgen. */\n"
        "#ifndef KASANE_GEN_FORMS_H\n#define KASANE_GEN_FORMS_H\n\n"
        "#include \"gen/enums.h\"\n#include \"src/base/form.h\"\n");
    for (size_t i = 0; i < all->n; i++)
        write_declarations(mem, &b, &all->v[i]);
    buf_lit(&b, "\n#endif\n");
    kgen_write(mem, out, "forms.h", &b);
}

static void
write_text(struct buf *b, const char *member, const char *text)
{
    buf_printf(b, " .%s = ", member);
    kgen_quote(b, text);
    buf_char(b, ',');
}

static void
write_flag(struct buf *b, const char *member, bool on)
{
    if (on)
        buf_printf(b, " .%s = true,", member);
}

static void
write_row(struct buf *b, const struct form *form, const struct form_line *f)
{
    kgen_mark(b, f->line, f->path);
    buf_lit(b, "    {");
    write_text(b, "name", f->name);
    buf_printf(b, " .kind = FORM_%s,", f->shape->constant);
    write_text(b, "label", f->label);
    write_text(b, "hint", f->hint);
    write_text(b, "list", f->list);
    write_text(b, "fill", f->fill);
    write_flag(b, "required", f->required);
    write_flag(b, "personal", f->personal);
    write_flag(b, "hidden", f->hidden);
    write_flag(b, "big", f->big);
    buf_printf(b, " .min = %lld, .max = %lld,", (long long)f->min, (long long)f->max);
    buf_printf(b, " .offset = offsetof(struct form_%s, %s),", form->name, f->name);
    if (is(f, "int"))
        buf_printf(b, " .given = offsetof(struct form_%s, %s_given),", form->name,
                   f->name);
    if (is(f, "choice"))
        buf_printf(b, " .codes = %s_codes, .labels = %s_labels,", f->list, f->list);
    buf_lit(b, " },\n");
}

static void
write_form(struct buf *b, const struct form *form)
{
    const char *n = form->name;

    buf_printf(b, "\nstatic const struct form_field FIELDS_%s[] = {\n", n);
    for (size_t i = 0; i < form->n; i++)
        write_row(b, form, &form->v[i]);
    buf_printf(b, "};\n\nconst struct form_def form_%s_def = {\n", n);
    write_text(b, "name", n);
    buf_printf(b, " .size = sizeof(struct form_%s),\n", n);
    buf_printf(b, " .n = %zu, .fields = FIELDS_%s,\n};\n", form->n, n);
    buf_printf(b, "\nbool\nform_%s_read(struct ctx *c, const struct fields *in,", n);
    buf_printf(b, " struct form_%s *out)\n{\n", n);
    buf_printf(b, "    return form_read(c, &form_%s_def, in, FORM_PAGE, out);\n}\n", n);
}

void
form_write_code(struct arena *mem, const char *out, const struct forms *all)
{
    struct buf b = buf_new(mem);

    buf_lit(&b, "#include \"gen/forms.h\"\n\n#include <stddef.h>\n");
    for (size_t i = 0; i < all->n; i++)
        write_form(&b, &all->v[i]);
    kgen_write(mem, out, "forms.c", &b);
}
