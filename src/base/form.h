/*
 * Forms: what fields an act takes, read from forms/ by kgen into a struct and a table. One
 * table serves reading what came through a door, drawing the controls, and the JSON schema.
 * Not for rules between fields: those belong to domain.
 */
#ifndef KASANE_BASE_FORM_H
#define KASANE_BASE_FORM_H

#include "ctx.h"
#include "day.h"
#include "fields.h"
#include "id.h"

/* What a field holds, and as what its struct member is declared. */
enum form_kind {
    FORM_TEXT,   /* const char *, many lines; "" when absent */
    FORM_LINE,   /* const char *, one line */
    FORM_SECRET, /* const char *, exactly as typed; never written back */
    FORM_INT,    /* int64_t NAME and bool NAME_given */
    FORM_CHOICE, /* enum of words/enums.words; 0 when absent */
    FORM_CODE,   /* const char *, a code of a list that is data */
    FORM_CODES,  /* struct form_codes: as many of them as apply */
    FORM_DAY,    /* struct day */
    FORM_FLAG,   /* bool */
    FORM_ID      /* struct NAME_id */
};

struct form_codes {
    const char **v;
    size_t n;
    size_t cap;
};

struct form_field {
    const char *name;
    enum form_kind kind;
    const char *label;
    const char *hint; /* "" when there is none */
    const char *list; /* name of the enum, of the list of codes, of the kind of id */
    const char *fill; /* token of autocomplete; "off" as a rule */
    bool required;
    bool personal;
    bool hidden;              /* is sent along, not asked */
    bool big;                 /* the main text of its page */
    int64_t min;              /* INT */
    int64_t max;              /* INT; characters of TEXT, LINE, SECRET */
    size_t offset;            /* of the member in the form's struct */
    size_t given;             /* INT: of NAME_given */
    const char *const *codes; /* CHOICE: by value, [0] is "", NULL behind the last */
    const char *const *labels;
};

struct form_def {
    const char *name;
    size_t size; /* of the struct */
    size_t n;
    const struct form_field *fields;
};

/* How strict the door is: a page sends more than its form (key, token), JSON does not. */
enum form_door { FORM_PAGE, FORM_STRICT };

/*
 * Reads the fields into the form's struct. Notes every mistake by refuse_field() in a
 * sentence that names the field, and returns false if there was one; then out holds what
 * could be read. A day is NAME (ISO or as people write it) or NAME_era, NAME_y, NAME_m,
 * NAME_d. Codes are checked for their shape only: form_check_codes() does the rest.
 */
bool form_read(struct ctx *c,
               const struct form_def *def,
               const struct fields *in,
               enum form_door door,
               void *out) MUST_USE;

/*
 * Notes a mistake for each code that its list does not know. Call it after reading, also
 * when reading failed, so that all mistakes are told at once. known: asks whether list
 * holds the code; arg is handed to it.
 */
bool
form_check_codes(struct ctx *c,
                 const struct form_def *def,
                 const void *values,
                 bool (*known)(const void *arg, const char *list, const char *code),
                 const void *arg) MUST_USE;

/* Makes the struct empty: "" for texts, DAY_NONE for days, 0 for the rest. */
void form_clear(const struct form_def *def, void *out);

/*
 * Appends the struct's values as they would be typed, so that they can be edited. Secrets
 * are left out; so is what is empty.
 */
void form_write(struct arena *mem,
                const struct form_def *def,
                const void *values,
                struct fields *out);

/* Returns the field of that name, or NULL. */
const struct form_field *form_field(const struct form_def *def, const char *name);

#endif
