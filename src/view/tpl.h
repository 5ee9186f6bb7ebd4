/*
 * What templates print through: kgen turns {{x}} into these, so that a value is written
 * according to its type and escaped for its place. Hand-written code has no use for it.
 */
#ifndef KASANE_VIEW_TPL_H
#define KASANE_VIEW_TPL_H

#include "../base/buf.h"
#include "../base/day.h"
#include "../base/esc.h"
#include "../base/id.h"

#include <stdbool.h>

/*
 * The text of a value: a string as it is, a number in digits, a day in Japanese, an id.
 * Other types (an enum above all) do not compile: a view carries their label.
 */
const char *tpl_str(struct buf *out, const char *s);
const char *tpl_str_int(struct buf *out, int64_t v);
const char *tpl_str_size(struct buf *out, size_t v);
const char *tpl_str_day(struct buf *out, struct day d);
const char *tpl_str_id(struct buf *out, struct id id);

/* Whether % if holds: a text that is not empty, a number but 0, a known day, a set id. */
bool tpl_true(bool b);
bool tpl_true_text(const char *s);
bool tpl_true_int(int64_t v);
bool tpl_true_size(size_t v);
bool tpl_true_enum(unsigned v);
bool tpl_true_day(struct day d);
bool tpl_true_id(struct id id);

/* Writes a JSON value; NULL, an unknown day and an empty id are null, days are ISO. */
void tpl_json(struct buf *out, const char *s);
void tpl_json_bool(struct buf *out, bool b);
void tpl_json_int(struct buf *out, int64_t v);
void tpl_json_size(struct buf *out, size_t v);
void tpl_json_day(struct buf *out, struct day d);
void tpl_json_id(struct buf *out, struct id id);

#define TPL_ID_FUNCTIONS(name)                                                         \
    static inline const char *tpl_str_##name(struct buf *out, struct name v)           \
    {                                                                                  \
        return tpl_str_id(out, v.id);                                                  \
    }                                                                                  \
    static inline bool tpl_true_##name(struct name v)                                  \
    {                                                                                  \
        return tpl_true_id(v.id);                                                      \
    }                                                                                  \
    static inline void tpl_json_##name(struct buf *out, struct name v)                 \
    {                                                                                  \
        tpl_json_id(out, v.id);                                                        \
    }
ID_KINDS(TPL_ID_FUNCTIONS)
#undef TPL_ID_FUNCTIONS

/* clang-format off */
#define TPL_STR_KIND(name) , struct name : tpl_str_##name
#define TPL_TRUE_KIND(name) , struct name : tpl_true_##name
#define TPL_JSON_KIND(name) , struct name : tpl_json_##name

/*
 * The functions by type, for _Generic(x, TPL_STR)(out, x). kgen writes the _Generic itself,
 * so that an error points at the template.
 */
#define TPL_STR                                                                        \
    const char *: tpl_str, char *: tpl_str, int: tpl_str_int, int64_t: tpl_str_int,    \
    size_t: tpl_str_size, struct day: tpl_str_day,                                     \
    struct id: tpl_str_id ID_KINDS(TPL_STR_KIND)

#define TPL_TRUE                                                                       \
    bool: tpl_true, const char *: tpl_true_text, char *: tpl_true_text,                \
    int: tpl_true_int, int64_t: tpl_true_int, size_t: tpl_true_size,                   \
    unsigned: tpl_true_enum, struct day: tpl_true_day,                                 \
    struct id: tpl_true_id ID_KINDS(TPL_TRUE_KIND)

#define TPL_JSON                                                                       \
    const char *: tpl_json, char *: tpl_json, bool: tpl_json_bool, int: tpl_json_int,  \
    int64_t: tpl_json_int, size_t: tpl_json_size, struct day: tpl_json_day,            \
    struct id: tpl_json_id ID_KINDS(TPL_JSON_KIND)
/* clang-format on */

/* Writes text for content or a quoted attribute; NULL writes nothing. */
void tpl_text(struct buf *out, const char *s);

/* As tpl_text() for content, with <br> at each line end. */
void tpl_lines(struct buf *out, const char *s);

/* Writes one component of a URL, percent-encoded. */
void tpl_part(struct buf *out, const char *s);

/* Writes whole paths into a URL as they are; tpl_url_end() escapes what was written from
 * byte at on, and replaces it by # when it is no URL of ours. */
void tpl_path(struct buf *out, const char *s);
void tpl_url_end(struct buf *out, size_t at);

/* Says whether the two texts are the same; NULL counts as empty. */
bool tpl_same(const char *a, const char *b);

/* The filters: a day short or in ISO, an instant in Japanese, as a clock or in ISO, a
 * number with commas. What is not known is "". */
const char *tpl_day_short(struct buf *out, struct day d);
const char *tpl_day_iso(struct buf *out, struct day d);
const char *tpl_instant(struct buf *out, int64_t instant);
const char *tpl_instant_clock(struct buf *out, int64_t instant);
const char *tpl_instant_iso(struct buf *out, int64_t instant);
const char *tpl_num(struct buf *out, int64_t v);

#endif
