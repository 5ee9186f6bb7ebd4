/*
 * Assessment sheets as data (sheets/NAME.yaml): sections with fields, of the household or of
 * each person; what class of information a field is; whether it is fact, what somebody said,
 * or an opinion. Also the answers to a sheet, as they are kept. Not for who may see them.
 *
 *     title: 健康・収入・仕事
 *     number: 2
 *     source: …
 *     sections:
 *       - title: 健康
 *         per: person              household when absent
 *         fields:
 *           - {key: health, label: 健康状態, kind: choice, item: health, required: true,
 *              options: [{code: good, label: 良い}]}
 *           - {key: housing, label: 住居, kind: code, list: housing}
 *           - {key: view, label: 見立て, kind: text, origin: opinion}
 *           - {key: heard, label: 家族から聞いたこと, kind: text, origin: said}
 *           - {key: route, label: 相談経路, copy: route}      from the record, not asked
 */
#ifndef KASANE_DOMAIN_SHEET_H
#define KASANE_DOMAIN_SHEET_H

#include "../base/ctx.h"
#include "../base/fields.h"
#include "../base/id.h"
#include "codes.h"
#include "gen/enums.h"

enum { SHEET_FIELDS_MAX = 80, SHEET_TEXT_MAX = 2000, SHEET_KEY_MAX = 30 };

enum sheet_kind {
    SHEET_TEXT,
    SHEET_LINE,
    SHEET_NUMBER,
    SHEET_MONEY, /* yen, whole */
    SHEET_MONTH, /* "2026-04" */
    SHEET_FLAG,
    SHEET_CHOICE, /* one of the options or of a list of codes */
    SHEET_CHOICES,
    SHEET_COPY, /* from the record */
    SHEET_KIND_N
};

enum sheet_origin { SHEET_FACT, SHEET_SAID, SHEET_OPINION };

struct sheet_option {
    const char *code;
    const char *label;
};

struct sheet_field {
    const char *key;
    const char *label;
    const char *hint; /* "" for none */
    const char *item; /* class of information: "welfare", "health" … */
    const char *list; /* list of codes; "" when options are its own */
    const char *copy; /* what of the record it shows; "" when it is asked */
    enum sheet_kind kind;
    enum sheet_origin origin;
    bool required;
    bool strength; /* a strength of the household or of a person */
    struct {
        struct sheet_option *v;
        size_t n;
        size_t cap;
    } options;
};

struct sheet_section {
    const char *title;
    const char *note;
    bool per_person;
    struct {
        struct sheet_field *v;
        size_t n;
        size_t cap;
    } fields;
};

struct sheet {
    const char *code; /* "household" */
    const char *title;
    const char *source;
    int64_t number;
    const char *body; /* the YAML itself, for the form of the day */
    struct {
        struct sheet_section *v;
        size_t n;
        size_t cap;
    } sections;
};

/* Reads a sheet; on failure c->err says file, line and what is to be mended. */
bool sheet_read(struct ctx *c,
                const char *code,
                const char *yaml,
                struct sheet *out) MUST_USE;

/*
 * Finds the sheet that is in use: the town's own (sheets/TOWN/CODE.yaml) before the common
 * one. MISSING when there is none.
 */
bool sheet_find(struct ctx *c,
                const char *town,
                const char *code,
                struct sheet *out) MUST_USE;

/* The codes of the sheets in their order. */
extern const char *const sheet_codes[];
extern const size_t sheet_codes_n;

/* The name of an answer: the key, of a person with its place in the case behind it (can.2); who said it: "by.…". */
const char *sheet_name(struct arena *mem, const char *key, const char *person);
const char *sheet_said_name(struct arena *mem, const char *name);

/* Returns the label of a code of the field; the code when it has none. */
const char *sheet_option_label(const struct sheet_field *f,
                               const struct codes *codes,
                               const char *code);

/*
 * Takes what was typed for a field under its name, cleaned, into the answers. Notes what is
 * to be mended by refuse_field(); a draft may lack what is required.
 */
bool sheet_take(struct ctx *c,
                const struct sheet_field *f,
                const struct codes *codes,
                const struct fields *typed,
                const char *name,
                struct fields *answers) MUST_USE;

/* Answers as they are kept, and back. What cannot be read is left out. */
const char *sheet_write_answers(struct arena *mem, const struct fields *answers);
void sheet_read_answers(struct arena *mem, const char *body, struct fields *out);

#endif
