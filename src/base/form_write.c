/*
 * From the struct of a form back to what would be typed.
 */
#include "form.h"

#include <string.h>

/* One field on its way from the struct's member to what would be typed. */
struct writing {
    struct arena *mem;
    const struct form_field *f;
    const unsigned char *from;
    struct fields *out;
};

static void
add(const struct writing *w, const char *value)
{
    if (*value)
        fields_add(w->mem, w->out, w->f->name, value);
}

static void
add_part(const struct writing *w, const char *ending, const char *value)
{
    const char *name = arena_printf(w->mem, "%s_%s", w->f->name, ending);

    fields_add(w->mem, w->out, name, value);
}

static void
add_number(const struct writing *w, const char *ending, int v)
{
    add_part(w, ending, arena_printf(w->mem, "%d", v));
}

static void
write_text(const struct writing *w)
{
    const char *s;

    memcpy(&s, w->from + w->f->offset, sizeof s);
    add(w, s ? s : "");
}

static void
write_int(const struct writing *w)
{
    int64_t v;
    bool given;

    memcpy(&v, w->from + w->f->offset, sizeof v);
    memcpy(&given, w->from + w->f->given, sizeof given);
    if (given)
        add(w, arena_printf(w->mem, "%lld", (long long)v));
}

static void
write_choice(const struct writing *w)
{
    unsigned v;

    memcpy(&v, w->from + w->f->offset, sizeof v);
    for (unsigned i = 1; i <= v && w->f->codes[i]; i++)
        if (i == v)
            add(w, w->f->codes[i]);
}

static void
write_codes(const struct writing *w)
{
    struct form_codes codes;

    memcpy(&codes, w->from + w->f->offset, sizeof codes);
    for (size_t i = 0; i < codes.n; i++)
        add(w, codes.v[i]);
}

static void
write_day(const struct writing *w)
{
    struct day day;
    const struct era *era;
    struct ymd v;

    memcpy(&day, w->from + w->f->offset, sizeof day);
    if (!day_known(day))
        return;
    era = era_of(day);
    v = day_ymd(day);
    add_part(w, "era", era ? era->code : "seireki");
    add_number(w, "y", era ? v.year - era->from.year + 1 : v.year);
    add_number(w, "m", v.month);
    add_number(w, "d", v.day);
}

static void
write_flag(const struct writing *w)
{
    bool v;

    memcpy(&v, w->from + w->f->offset, sizeof v);
    add(w, v ? "1" : "");
}

static void
write_id(const struct writing *w)
{
    struct id id;

    memcpy(&id, w->from + w->f->offset, sizeof id);
    add(w, arena_strdup(w->mem, id.s));
}

static void
write_field(const struct writing *w)
{
    switch (w->f->kind) {
    case FORM_TEXT:
    case FORM_LINE:
    case FORM_CODE:
        write_text(w);
        break;
    case FORM_SECRET:
        break;
    case FORM_INT:
        write_int(w);
        break;
    case FORM_CHOICE:
        write_choice(w);
        break;
    case FORM_CODES:
        write_codes(w);
        break;
    case FORM_DAY:
        write_day(w);
        break;
    case FORM_FLAG:
        write_flag(w);
        break;
    case FORM_ID:
        write_id(w);
        break;
    }
}

void
form_write(struct arena *mem,
           const struct form_def *def,
           const void *values,
           struct fields *out)
{
    for (size_t i = 0; i < def->n; i++) {
        struct writing w = {
            .mem = mem, .f = &def->fields[i], .from = values, .out = out
        };

        write_field(&w);
    }
}
