#include "control.h"

#include "../base/esc.h"
#include "../base/text.h"
#include "control_part.h"
#include "tpl.h"

#include <string.h>

enum { PICKS_MAX = 7 };

static const struct form_view NOTHING = { 0 };

static const struct form_view *
view_of(const struct form_def *def, const struct form_view *v)
{
    return v && (!v->def || v->def == def) ? v : &NOTHING;
}

static const struct fields *
typed_of(struct arena *mem, const struct form_def *def, const struct form_view *v)
{
    struct fields *f;

    if (v->typed)
        return v->typed;
    f = ARENA_NEW(mem, struct fields);
    if (v->values)
        form_write(mem, def, v->values, f);
    return f;
}

static const char *
id_of(struct arena *mem, const struct form_view *v, const char *name)
{
    return v->prefix ? arena_printf(mem, "%s%s", v->prefix, name) : name;
}

const char *
control_word(const struct control *k, enum word w)
{
    return word_in(k->v->words, w);
}

void
control_attribute(struct buf *out, const char *name, const char *value)
{
    buf_printf(out, " %s=\"", name);
    esc_html(out, value);
    buf_char(out, '"');
}

const char *
control_typed(const struct control *k)
{
    const char *s = fields_get(k->typed, k->f->name);

    return s ? s : "";
}

static bool
is_needed(const struct control *k)
{
    const char *const *more = k->v ? k->v->needs : NULL;

    while (more && *more && !text_same(*more, k->f->name))
        more++;
    return k->f->required || (more && *more);
}

/* Names error and hint, in this order. */
static void
describe(const struct control *k)
{
    if (!k->error && !*k->f->hint)
        return;
    buf_lit(k->out, " aria-describedby=\"");
    if (k->error) {
        esc_html(k->out, k->id);
        buf_str(k->out, *k->f->hint ? "-e " : "-e");
    }
    if (*k->f->hint) {
        esc_html(k->out, k->id);
        buf_lit(k->out, "-h");
    }
    buf_char(k->out, '"');
}

/* Appends what all single fields have: id, name, what they need, what is said of them. */
static void
common(const struct control *k)
{
    control_attribute(k->out, "id", k->id);
    control_attribute(k->out, "name", k->f->name);
    if (is_needed(k))
        buf_lit(k->out, " aria-required=\"true\"");
    if (k->error)
        buf_lit(k->out, " aria-invalid=\"true\"");
    describe(k);
}

static void
need(const struct control *k)
{
    if (is_needed(k))
        buf_lit(k->out, "<span class=\"req\">");
    else
        buf_lit(k->out, "<span class=\"opt\">");
    esc_html(k->out, control_word(k, is_needed(k) ? WORD_CONTROL_REQUIRED
                                                  : WORD_CONTROL_OPTIONAL));
    buf_lit(k->out, "</span>");
}

static void
hint(const struct control *k)
{
    if (!*k->f->hint)
        return;
    buf_lit(k->out, "<p class=\"hint\" id=\"");
    esc_html(k->out, k->id);
    buf_lit(k->out, "-h\">");
    esc_html(k->out, k->f->hint);
    buf_lit(k->out, "</p>");
}

static void
error(const struct control *k)
{
    if (!k->error)
        return;
    buf_lit(k->out, "<p class=\"err\" id=\"");
    esc_html(k->out, k->id);
    buf_lit(k->out, "-e\">");
    esc_html(k->out, k->error);
    buf_lit(k->out, "</p>");
}

static void
begin_single(const struct control *k)
{
    buf_str(k->out, k->error ? "<div class=\"f bad\">" : "<div class=\"f\">");
    buf_lit(k->out, "<label for=\"");
    esc_html(k->out, k->id);
    buf_lit(k->out, "\">");
    esc_html(k->out, k->f->label);
    need(k);
    buf_lit(k->out, "</label>");
    hint(k);
}

static void
end_single(const struct control *k)
{
    error(k);
    buf_lit(k->out, "</div>\n");
}

void
control_begin_group(const struct control *k)
{
    buf_str(k->out, k->error ? "<fieldset class=\"f bad\"" : "<fieldset class=\"f\"");
    describe(k);
    buf_lit(k->out, "><legend>");
    esc_html(k->out, k->f->label);
    need(k);
    buf_lit(k->out, "</legend>");
    hint(k);
}

void
control_end_group(const struct control *k)
{
    error(k);
    buf_lit(k->out, "</fieldset>\n");
}

/* The script counts on; data-max is the server's limit, in characters. */
static void
count_left(const struct control *k)
{
    int64_t left = k->f->max - (int64_t)text_length(control_typed(k));

    buf_lit(k->out, "<p class=\"count\"><span></span><span id=\"");
    esc_html(k->out, k->id);
    buf_lit(k->out, "-n\">");
    if (left >= 0)
        esc_html(k->out, control_word(k, WORD_CONTROL_LEFT));
    esc_html(k->out, tpl_num(k->out, left < 0 ? -left : left));
    esc_html(k->out,
             control_word(k, left < 0 ? WORD_CONTROL_TOO_MANY : WORD_CONTROL_CHARS));
    buf_lit(k->out, "</span></p>");
}

static void
draw_text(const struct control *k)
{
    begin_single(k);
    buf_lit(k->out, "<textarea");
    common(k);
    if (k->f->big)
        buf_lit(k->out, " class=\"words\"");
    else
        buf_printf(k->out, " rows=\"%d\"", k->f->max > 1000 ? 5 : 3);
    buf_printf(k->out, " data-max=\"%lld\"", (long long)k->f->max);
    /* the line end that browsers drop */
    buf_lit(k->out, ">\n");
    esc_html(k->out, control_typed(k));
    buf_lit(k->out, "</textarea>");
    error(k);
    count_left(k);
    buf_lit(k->out, "</div>\n");
}

static void
draw_line(const struct control *k)
{
    bool secret = k->f->kind == FORM_SECRET;

    begin_single(k);
    buf_lit(k->out, "<input");
    common(k);
    control_attribute(k->out, "type", secret ? "password" : "text");
    control_attribute(k->out, "autocomplete", k->f->fill);
    if (k->f->kind == FORM_INT)
        buf_lit(k->out, " class=\"w-s\" inputmode=\"numeric\"");
    if (!secret && *control_typed(k))
        control_attribute(k->out, "value", control_typed(k));
    buf_char(k->out, '>');
    end_single(k);
}

/* What must be there and is not is drawn empty: a page that lacks it can be found. */
static void
draw_hidden(const struct control *k)
{
    if (is_needed(k) && !*control_typed(k)) {
        buf_lit(k->out, "<input type=\"hidden\"");
        control_attribute(k->out, "name", k->f->name);
        buf_lit(k->out, " value=\"\">\n");
        return;
    }
    for (size_t i = 0; i < k->typed->n; i++) {
        if (strcmp(k->typed->v[i].name, k->f->name) != 0)
            continue;
        buf_lit(k->out, "<input type=\"hidden\"");
        control_attribute(k->out, "name", k->f->name);
        control_attribute(k->out, "value", k->typed->v[i].value);
        buf_lit(k->out, ">\n");
    }
}

static bool
is_chosen(const struct control *k, const char *code)
{
    for (size_t i = 0; i < k->typed->n; i++)
        if (strcmp(k->typed->v[i].name, k->f->name) == 0
            && strcmp(k->typed->v[i].value, code) == 0)
            return true;
    return false;
}

/* The first box carries the field's id, so that the summary's link arrives there. */
static void
pick(const struct control *k, const char *type, bool first, const struct form_option *o)
{
    buf_lit(k->out, "<label class=\"pick\"><input");
    control_attribute(k->out, "type", type);
    if (first)
        control_attribute(k->out, "id", k->id);
    control_attribute(k->out, "name", k->f->name);
    control_attribute(k->out, "value", o->code);
    if (is_chosen(k, o->code))
        buf_lit(k->out, " checked");
    buf_lit(k->out, "><span>");
    esc_html(k->out, o->label);
    buf_lit(k->out, "</span></label>");
}

static void
draw_picks(const struct control *k, const char *type, const struct form_options *all)
{
    control_begin_group(k);
    buf_lit(k->out, "<div class=\"choices\">");
    for (size_t i = 0; i < all->n; i++)
        pick(k, type, i == 0, &all->v[i]);
    buf_lit(k->out, "</div>");
    control_end_group(k);
}

void
control_option(const struct control *k,
               const char *code,
               const char *label,
               bool chosen)
{
    buf_lit(k->out, "<option");
    control_attribute(k->out, "value", code);
    if (chosen)
        buf_lit(k->out, " selected");
    buf_char(k->out, '>');
    esc_html(k->out, label);
    buf_lit(k->out, "</option>");
}

static void
draw_select(const struct control *k, const struct form_options *all)
{
    begin_single(k);
    buf_lit(k->out, "<select");
    common(k);
    buf_char(k->out, '>');
    control_option(k, "", control_word(k, WORD_CONTROL_CHOOSE), false);
    for (size_t i = 0; i < all->n; i++)
        control_option(k, all->v[i].code, all->v[i].label,
                       is_chosen(k, all->v[i].code));
    buf_lit(k->out, "</select>");
    end_single(k);
}

/* Returns the answers that were handed in for the field or its list. */
static const struct form_options *
options_of(const struct control *k)
{
    static const struct form_options NONE = { 0 };

    for (size_t i = 0; i < k->v->n_options; i++) {
        const struct form_options *o = &k->v->options[i];

        if (strcmp(o->name, k->f->name) == 0 || strcmp(o->name, k->f->list) == 0)
            return o;
    }
    return &NONE;
}

static const struct form_options *
options_of_enum(const struct control *k)
{
    struct form_options *all = ARENA_NEW(k->out->mem, struct form_options);
    struct form_option *v;

    while (k->f->codes[all->n + 1])
        all->n++;
    v = ARENA_ARRAY(k->out->mem, all->n, struct form_option);
    for (size_t i = 0; i < all->n; i++)
        v[i] = (struct form_option){ k->f->codes[i + 1], k->f->labels[i + 1] };
    all->v = v;
    return all;
}

static void
draw_choice(const struct control *k, const struct form_options *all)
{
    if (k->f->kind == FORM_CODES)
        draw_picks(k, "checkbox", all);
    else if (all->n > PICKS_MAX)
        draw_select(k, all);
    else
        draw_picks(k, "radio", all);
}

/* What nobody offers answers for is sent along unseen. */
static void
draw_offered(const struct control *k)
{
    const struct form_options *all = options_of(k);

    if (all->n)
        draw_choice(k, all);
    else
        draw_hidden(k);
}

/* A hint comes before the box, as in every other field. */
static void
draw_flag(const struct control *k)
{
    buf_str(k->out, k->error ? "<div class=\"f bad\">" : "<div class=\"f\">");
    hint(k);
    buf_lit(k->out, "<div class=\"choices\"><label class=\"pick\">");
    buf_lit(k->out, "<input type=\"checkbox\" value=\"1\"");
    common(k);
    if (is_chosen(k, "1"))
        buf_lit(k->out, " checked");
    buf_lit(k->out, "><span>");
    esc_html(k->out, k->f->label);
    if (is_needed(k))
        need(k);
    buf_lit(k->out, "</span></label></div>");
    end_single(k);
}

static void
draw(const struct control *k)
{
    if (k->f->hidden) {
        draw_hidden(k);
        return;
    }
    switch (k->f->kind) {
    case FORM_TEXT:
        draw_text(k);
        break;
    case FORM_LINE:
    case FORM_SECRET:
    case FORM_INT:
        draw_line(k);
        break;
    case FORM_CHOICE:
        draw_choice(k, options_of(k)->n ? options_of(k) : options_of_enum(k));
        break;
    case FORM_DAY:
        control_draw_day(k);
        break;
    case FORM_FLAG:
        draw_flag(k);
        break;
    case FORM_CODE:
    case FORM_CODES:
    case FORM_ID:
        draw_offered(k);
        break;
    }
}

static void
draw_one(struct buf *out,
         const struct form_view *v,
         const struct fields *shown,
         const struct form_field *f)
{
    struct control k = { .out = out,
                         .v = v,
                         .f = f,
                         .typed = shown,
                         .id = id_of(out->mem, v, f->name),
                         .error = v->err ? err_of_field(v->err, f->name) : NULL };

    draw(&k);
}

void
control_fields(struct buf *out, const struct form_def *def, const struct form_view *v)
{
    const struct fields *shown;

    v = view_of(def, v);
    shown = typed_of(out->mem, def, v);
    for (size_t i = 0; i < def->n; i++)
        draw_one(out, v, shown, &def->fields[i]);
}

void
control_field(struct buf *out,
              const struct form_def *def,
              const struct form_view *v,
              size_t field)
{
    v = view_of(def, v);
    draw_one(out, v, typed_of(out->mem, def, v), &def->fields[field]);
}
