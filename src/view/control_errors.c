/*
 * The summary of what to mend, above a form.
 */
#include "control.h"

#include "gen/words.h"
#include "../base/esc.h"

#include <string.h>

/* Says whether the field can be seen, and so be gone to. */
static bool
is_drawn(const struct form_def *def, const struct form_view *v, const char *name)
{
    const struct form_field *f = form_field(def, name);

    if (!f || f->hidden)
        return false;
    if (f->kind != FORM_ID && f->kind != FORM_CODE && f->kind != FORM_CODES)
        return true;
    for (size_t i = 0; i < v->n_options; i++)
        if (v->options[i].n
            && (strcmp(v->options[i].name, name) == 0
                || strcmp(v->options[i].name, f->list) == 0))
            return true;
    return false;
}

static void
line(struct buf *out,
     const struct form_def *def,
     const struct form_view *v,
     const struct err_field *e)
{
    bool link = is_drawn(def, v, e->name);

    buf_lit(out, "<li>");
    if (link) {
        buf_lit(out, "<a href=\"#");
        esc_html(out, v->prefix ? v->prefix : "");
        esc_html(out, e->name);
        buf_lit(out, "\">");
    }
    esc_html(out, e->text);
    buf_str(out, link ? "</a></li>" : "</li>");
}

static void
heading(struct buf *out, const struct form_view *v)
{
    if (v->err->n_fields == 0) {
        esc_html(out, v->err->text ? v->err->text : "");
        return;
    }
    esc_html(out, v->not_yet ? v->not_yet : word_in(v->words, WORD_CONTROL_NOT_SAVED));
    buf_printf(out, "%zu", v->err->n_fields);
    esc_html(out, word_in(v->words, WORD_CONTROL_PLACES));
}

void
control_errors(struct buf *out, const struct form_def *def, const struct form_view *v)
{
    if (!v || (v->def && v->def != def) || !v->err || v->err->kind == ERR_NONE)
        return;
    buf_lit(out, "<div class=\"errsum\" tabindex=\"-1\" role=\"alert\"");
    buf_lit(out, " aria-labelledby=\"");
    esc_html(out, v->prefix ? v->prefix : "");
    buf_lit(out, "es\"><h2 id=\"");
    esc_html(out, v->prefix ? v->prefix : "");
    buf_lit(out, "es\">");
    heading(out, v);
    buf_lit(out, "</h2>");
    if (v->err->n_fields) {
        buf_lit(out, "<ul>");
        for (size_t i = 0; i < v->err->n_fields; i++)
            line(out, def, v, &v->err->fields[i]);
        buf_lit(out, "</ul>");
    }
    buf_lit(out, "</div>\n");
}
