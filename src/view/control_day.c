#include "control_part.h"

#include "../base/esc.h"
#include "../base/form_day.h"

#include <string.h>

static const char *
typed_part(const struct control *k, const char *ending)
{
    const char *name = arena_printf(k->out->mem, "%s_%s", k->f->name, ending);
    const char *s = fields_get(k->typed, name);

    return s ? s : "";
}

static void
era_select(const struct control *k, const char *chosen)
{
    size_t n;
    const struct era *all = era_list(&n);

    buf_printf(k->out, "<select name=\"%s_era\"", k->f->name);
    control_attribute(k->out, "aria-label", control_word(k, WORD_CONTROL_ERA));
    buf_char(k->out, '>');
    control_option(k, "seireki", control_word(k, WORD_CONTROL_SEIREKI),
                   strcmp(chosen, "seireki") == 0);
    for (size_t i = n; i-- > 0;) {
        bool selected = strcmp(chosen, all[i].code) == 0;

        control_option(k, all[i].code, all[i].name, selected || (!*chosen && i == 0));
    }
    buf_lit(k->out, "</select>");
}

static void
day_part(const struct control *k, const char *ending, enum word unit, const char *value)
{
    bool year = *ending == 'y';

    buf_lit(k->out, "<label><span class=\"vh\">");
    esc_html(k->out, control_word(k, unit));
    buf_lit(k->out, "</span><input");
    if (year)
        control_attribute(k->out, "id", k->id);
    buf_printf(k->out, " name=\"%s_%s\"", k->f->name, ending);
    if (year)
        buf_lit(k->out, " class=\"y\"");
    buf_lit(k->out, " type=\"text\" inputmode=\"numeric\" autocomplete=\"off\"");
    if (k->error)
        buf_lit(k->out, " aria-invalid=\"true\"");
    if (*value)
        control_attribute(k->out, "value", value);
    buf_lit(k->out, "> ");
    esc_html(k->out, control_word(k, unit));
    buf_lit(k->out, "</label>");
}

/* The Western date under an era's, once it can be read. */
static void
both_calendars(const struct control *k, const char *era)
{
    struct day day;
    struct ymd v;

    if (form_day_parts(k->out->mem, era, typed_part(k, "y"), typed_part(k, "m"),
                       typed_part(k, "d"), &day)
        != FORM_DAY_OK)
        return;
    v = day_ymd(day);
    buf_printf(k->out, "<p class=\"both\">%d年%d月%d日</p>", v.year, v.month, v.day);
}

/* A whole date (from a link or a paste) is put into its three fields if it can be read. */
static const struct fields *
split_day(const struct control *k)
{
    struct fields *f = ARENA_NEW(k->out->mem, struct fields);
    struct form_field one = *k->f;
    struct day day;

    if (form_day_text(k->out->mem, control_typed(k), &day) == FORM_DAY_OK) {
        const struct form_def def = { .name = "", .n = 1, .fields = &one };

        one.offset = 0;
        form_write(k->out->mem, &def, &day, f);
    } else {
        fields_add(k->out->mem, f, arena_printf(k->out->mem, "%s_y", k->f->name),
                   control_typed(k));
    }
    return f;
}

void
control_draw_day(const struct control *k)
{
    struct control whole = *k;
    const char *era;

    if (*control_typed(k))
        whole.typed = split_day(k);
    k = &whole;
    era = typed_part(k, "era");
    control_begin_group(k);
    buf_lit(k->out, "<span class=\"date\">");
    era_select(k, era);
    day_part(k, "y", WORD_CONTROL_YEAR, typed_part(k, "y"));
    day_part(k, "m", WORD_CONTROL_MONTH, typed_part(k, "m"));
    day_part(k, "d", WORD_CONTROL_DAY, typed_part(k, "d"));
    buf_lit(k->out, "</span>");
    if (!k->error && *era && strcmp(era, "seireki") != 0)
        both_calendars(k, era);
    control_end_group(k);
}
