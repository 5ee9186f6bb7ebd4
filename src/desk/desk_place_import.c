#include "desk_place_part.h"

#include "../base/map.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/csv.h"
#include "../domain/search_key.h"
#include "../domain/town.h"

#include <string.h>

enum { ROWS_MAX = 20000, ERRORS_SHOWN = 100 };

/* A table being read: which field each column holds, what came of its rows. */
struct reading {
    struct ctx *c;
    const struct form_field **columns;
    size_t n_columns;
    struct map there; /* places by name and host */
    struct import_error_list errors;
    struct {
        struct sql_place_add_in *v;
        size_t n;
        size_t cap;
    } good;
    struct {
        const char **v;
        size_t n;
        size_t cap;
    } bodies;
    size_t wrong; /* rows */
    size_t skipped;
};

static void
note(struct reading *r, int line, const char *field, const char *text)
{
    if (r->errors.n < ERRORS_SHOWN)
        *VEC_PUSH(r->c->mem, &r->errors) =
            (struct import_error_view){ .line = arena_printf(r->c->mem, "%d行目", line),
                                        .field = field,
                                        .text = text };
}

/* A heading is the label of a field or its name. */
static const struct form_field *
field_of(struct ctx *c, const char *heading)
{
    const char *text = text_line(c->mem, heading);

    for (size_t i = 0; i < form_place_def.n; i++) {
        const struct form_field *f = &form_place_def.fields[i];

        if (!f->hidden && f->kind != FORM_ID
            && (strcmp(f->label, text) == 0 || strcmp(f->name, text) == 0))
            return f;
    }
    return NULL;
}

static bool
read_heading(struct reading *r, const struct csv_row *row)
{
    bool name = false;

    r->columns = ARENA_ARRAY(r->c->mem, row->n, const struct form_field *);
    r->n_columns = row->n;
    for (size_t i = 0; i < row->n; i++) {
        r->columns[i] = field_of(r->c, row->v[i]);
        if (!r->columns[i] && *text_line(r->c->mem, row->v[i]))
            note(r, row->line, row->v[i],
                 "この見出しはわかりません。下の見出しのどれかにしてください。");
        name = name || (r->columns[i] && strcmp(r->columns[i]->name, "name") == 0);
    }
    if (!name)
        note(r, row->line, "名前", "1行目の見出しに「名前」がありません。");
    return r->errors.n == 0;
}

/* The code that a label or a code stands for; what was typed when there is none. */
static const char *
code_of(struct ctx *c, const struct form_field *f, const char *typed)
{
    const struct code_list *list = codes_list(c->town->codes, f->list);

    for (size_t i = 0; list && i < list->codes.n; i++)
        if (strcmp(list->codes.v[i].label, typed) == 0)
            return list->codes.v[i].code;
    return typed;
}

static const char *
choice_of(const struct form_field *f, const char *typed)
{
    for (size_t i = 1; f->codes[i]; i++)
        if (strcmp(f->labels[i], typed) == 0)
            return f->codes[i];
    return typed;
}

static bool
says_no(const char *typed)
{
    static const char *const NO[] = {
        "", "0", "いいえ", "×", "否", "不可", "公開しない"
    };

    for (size_t i = 0; i < sizeof NO / sizeof *NO; i++)
        if (strcmp(typed, NO[i]) == 0)
            return true;
    return false;
}

/* Several in one cell, parted by 、 or ; */
static void
add_several(struct reading *r,
            const struct form_field *f,
            const char *cell,
            struct fields *out)
{
    const char *at = cell;

    while (*at) {
        const char *part = strstr(at, "、");
        const char *semi = strchr(at, ';');
        const char *end = part && (!semi || part < semi) ? part : semi;
        const char *one = end ? arena_copy(r->c->mem, at, (size_t)(end - at)) : at;

        if (*text_line(r->c->mem, one))
            fields_add(r->c->mem, out, f->name,
                       code_of(r->c, f, text_line(r->c->mem, one)));
        if (!end)
            break;
        at = end + (end == part ? strlen("、") : 1);
    }
}

static void
add_cell(struct reading *r,
         const struct form_field *f,
         const char *cell,
         struct fields *out)
{
    const char *text = text_line(r->c->mem, cell);

    if (!*text)
        return;
    switch (f->kind) {
    case FORM_CODES:
        add_several(r, f, text, out);
        return;
    case FORM_CODE:
        text = code_of(r->c, f, text);
        break;
    case FORM_CHOICE:
        text = choice_of(f, text);
        break;
    case FORM_FLAG:
        if (says_no(text))
            return;
        text = "1";
        break;
    case FORM_TEXT:
    case FORM_LINE:
    case FORM_SECRET:
    case FORM_INT:
    case FORM_DAY:
    case FORM_ID:
        break;
    }
    fields_add(r->c->mem, out, f->name, text);
}

static const char *
key_of(struct ctx *c, const char *name, const char *host)
{
    return arena_printf(c->mem, "%s|%s", search_key_query(c->mem, name),
                        search_key_query(c->mem, host));
}

/* What the door noted about a row goes into the list; the row does not count as a failure. */
static void
take_errors(struct reading *r, int line)
{
    const struct err *e = &r->c->err;

    for (size_t i = 0; i < e->n_fields; i++) {
        const struct form_field *f = form_field(&form_place_def, e->fields[i].name);

        note(r, line, f ? f->label : e->fields[i].name, e->fields[i].text);
    }
    forgive(r->c);
    r->wrong++;
}

static bool
read_row(struct reading *r, const struct csv_row *row)
{
    struct fields typed = { 0 };
    struct sql_place_add_in in;
    struct form_place f;
    const char *key;
    bool good;

    for (size_t i = 0; i < row->n && i < r->n_columns; i++)
        if (r->columns[i])
            add_cell(r, r->columns[i], row->v[i], &typed);
    good = form_place_read(r->c, &typed, &f);
    good = place_read(r->c, &f, &in) && good;
    if (!good && r->c->err.kind != ERR_INPUT)
        return false;
    if (row->n > r->n_columns) {
        note(r, row->line, "（列の数）", "見出しより列が多い行です。");
        good = false;
    }
    if (!good) {
        take_errors(r, row->line);
        return true;
    }
    key = key_of(r->c, f.name, f.host);
    if (!map_add(r->c->mem, &r->there, key, "")) {
        r->skipped++;
        return true;
    }
    *VEC_PUSH(r->c->mem, &r->good) = in;
    *VEC_PUSH(r->c->mem, &r->bodies) = desk_form_text(r->c, &form_place_def, &f);
    return true;
}

static bool
load_there(struct reading *r)
{
    const struct sql_place_list_in in = {
        .key = "",
        .kind = "",
        .area = "",
        .feature = "",
        .stage = "",
        .old_before = day_of(r->c->now),
        .staff = true,
        .every = viewer_sees_hidden_places(r->c->viewer),
        .desk_id = r->c->viewer->desk,
        .n = ROWS_MAX,
    };
    struct sql_place_list_rows rows = { 0 };

    if (!sql_place_list(r->c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        (void)!map_add(r->c->mem, &r->there,
                       key_of(r->c, rows.v[i].name, rows.v[i].host), "");
    return true;
}

static bool
read_table(struct reading *r, const char *text)
{
    struct csv in = csv_begin(text);
    struct csv_row row;

    if (!csv_next(r->c->mem, &in, &row))
        return true;
    if (!read_heading(r, &row))
        return true;
    if (!load_there(r))
        return false;
    while (csv_next(r->c->mem, &in, &row)) {
        if (r->good.n + r->wrong >= ROWS_MAX) {
            note(r, row.line, "（行の数）", "一度に20,000行までです。");
            return true;
        }
        if (!read_row(r, &row))
            return false;
    }
    return true;
}

static const char *
columns_text(struct ctx *c)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < form_place_def.n; i++) {
        const struct form_field *f = &form_place_def.fields[i];

        if (!f->hidden && f->kind != FORM_ID)
            buf_printf(&b, "%s%s", *buf_text(&b) ? "、" : "", f->label);
    }
    return buf_text(&b);
}

bool
desk_place_import_check(struct ctx *c, const char *csv, struct place_import_view *out)
{
    struct reading r = { .c = c };

    *out = (struct place_import_view){
        .path = place_path(c, "/import"),
        .check_path = place_path(c, "/import/check"),
        .back_path = place_path(c, ""),
        .columns = columns_text(c),
    };
    if (!place_may_write(c))
        return false;
    if (!*csv)
        return true;
    if (!read_table(&r, csv))
        return false;
    out->errors = r.errors;
    out->good = r.errors.n == 0 && r.good.n > 0;
    out->sum = arena_printf(c->mem,
                            "加えられる %zu件　／　直すところのある行 %zu行　／　"
                            "もうあるので、とばす %zu件",
                            r.good.n, r.wrong, r.skipped);
    return true;
}

bool
desk_place_import(struct ctx *c, const char *csv, struct outcome *out)
{
    struct reading r = { .c = c };

    if (!place_may_write(c))
        return false;
    if (!*csv)
        return refuse_field(c, "csv", "ファイルを選ぶか、表をはりつけてください。");
    if (!read_table(&r, csv))
        return false;
    for (size_t i = 0; i < r.errors.n && i < 10; i++)
        (void)!refuse_field(c, "csv", "%s「%s」：%s", r.errors.v[i].line,
                            r.errors.v[i].field, r.errors.v[i].text);
    if (r.errors.n)
        return false;
    for (size_t i = 0; i < r.good.n; i++)
        if (!sql_place_add(c, &r.good.v[i])
            || !place_keep(c, r.good.v[i].place_id, 1, "表から取り込んだ",
                           r.bodies.v[i]))
            return false;
    out->place = "/places?said=places_taken";
    return true;
}
