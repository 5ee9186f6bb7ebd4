/*
 * The schema of a profile as tables: which keys a map has, of what kind, and where they lie
 * in the structs of profile.h. One reader, one check, one JSON writer and one lister follow
 * these tables, so that a new key is one line here and one member there.
 */
#ifndef KASANE_DOMAIN_PROFILE_SCHEMA_H
#define KASANE_DOMAIN_PROFILE_SCHEMA_H

#include "profile.h"

enum key_kind {
    KEY_IS_TEXT,      /* const char * */
    KEY_IS_TEXTS,     /* struct texts */
    KEY_IS_INT,       /* int64_t */
    KEY_IS_MAYBE,     /* struct maybe_int */
    KEY_IS_INTS,      /* struct ints */
    KEY_IS_DECIMAL,   /* struct decimal */
    KEY_IS_VALUE,     /* struct plan_value */
    KEY_IS_BOOL,      /* bool */
    KEY_IS_TRI,       /* enum tri */
    KEY_IS_WORD,      /* an enum; words[value - 1] is its code */
    KEY_IS_WORDS,     /* struct ints of such values */
    KEY_IS_PAIRS,     /* struct pairs, from a map */
    KEY_IS_ONE,       /* a struct */
    KEY_IS_MAYBE_ONE, /* const struct *; NULL when the key is absent */
    KEY_IS_MANY       /* LIST_OF(struct) */
};

/* What else holds for a key; the rows below "names" are references within the file. */
enum {
    KEY_NULL = 1 << 0,     /* null is allowed: the plan does not say */
    KEY_OPTIONAL = 1 << 1, /* the key may be absent */
    KEY_ID = 1 << 2,       /* unique within its list; text must be an identifier */
    KEY_SLUG = 1 << 3,     /* an identifier: a–z, 0–9, _ */
    KEY_DAY = 1 << 4,      /* YYYY-MM-DD or YYYY-MM */
    KEY_TIME = 1 << 5,     /* the same, or FY2023 */
    KEY_MONTH_DAY = 1 << 6,
    KEY_TAG = 1 << 7,  /* names a row of tag_labels */
    KEY_BODY = 1 << 8, /* names a department or an organization */
    KEY_DEPARTMENT = 1 << 9,
    KEY_MEETING = 1 << 10,
    KEY_PROGRAM = 1 << 11,
    KEY_ROLE = 1 << 12,
    KEY_DIRECTION = 1 << 13,
    KEY_ITEM = 1 << 14,    /* 1–6 of 社会福祉法106条の4第2項 */
    KEY_NATURAL = 1 << 15, /* not below zero */
    KEY_YEAR = 1 << 16,    /* a fiscal year, 1868–2199 */
    KEY_CODE = 1 << 17     /* a–z, A–Z, 0–9, _ . -; up to 32 characters */
};

struct schema_key {
    const char *name;
    enum key_kind kind;
    unsigned flags;
    size_t at;                      /* offset of the member */
    const char *const *words;       /* WORD, WORDS: NULL-terminated */
    const struct schema_map *shape; /* ONE, MAYBE_ONE, MANY */
};

struct schema_map {
    const char *name;
    size_t size;
    const struct schema_key *keys;
    size_t n;
};

/* How members that are lists look to code that does not know their element. */
struct any_list {
    const void *v;
    size_t n;
};

/* The whole file; a file of settings alone (profiles/defaults/settings.yaml). */
extern const struct schema_map profile_shape;
extern const struct schema_map settings_shape;

extern const char *const profile_categories[];
extern const char *const profile_fields[];
extern const char *const profile_forms[];
extern const char *const profile_units[];
extern const char *const profile_meeting_kinds[];
extern const char *const profile_consents[];
extern const char *const profile_duties[];

/* Returns the code of a value, "" for zero. */
const char *key_word(const char *const *words, int64_t value);

/* Reads the value of a code; 0 when it is none of the words. */
int64_t key_word_value(const char *const *words, const char *code);

#endif
