/*
 * The text side of walks: words of a line, fields of a post, names in braces, pages as a
 * person reads them. Pure.
 */
#ifndef KASANE_CLI_WALK_TEXT_H
#define KASANE_CLI_WALK_TEXT_H

#include "../base/fields.h"

#include <stdbool.h>

/* Cuts the first word off the line: returns it and moves the line behind it. */
const char *walk_word(struct arena *mem, const char **line);

/*
 * Replaces {名} by what was kept and {あ×4001} by a repetition. False when nothing of that
 * name was kept: missing is the name then.
 */
bool walk_expand(struct arena *mem,
                 const char *text,
                 const struct fields *kept,
                 const char **out,
                 const char **missing) MUST_USE;

/* Reads "name=value name2=value2"; a value runs until the next name. */
void walk_fields(struct arena *mem, const char *text, struct fields *out);

/* Sets a kept value, over an earlier one of that name. */
void
walk_keep(struct arena *mem, struct fields *kept, const char *name, const char *value);

/* Returns the page with its entities decoded. */
const char *walk_readable(struct arena *mem, const char *body, size_t n);

/* Returns the last id in an address, or NULL. */
const char *walk_last_id(struct arena *mem, const char *address);

/* Returns the value of the page's hidden field, or NULL. */
const char *walk_hidden(struct arena *mem, const char *body, const char *name);

/* Returns the first match of an extended expression, its first group if it has one. */
const char *walk_match(struct arena *mem, const char *expression, const char *text);

#endif
