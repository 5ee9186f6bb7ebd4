/*
 * One key=value line per unit of work on standard error, written by the fronts. Ids,
 * numbers and words of ours only; there is no way to log what a person typed.
 */
#ifndef KASANE_BASE_LOG_H
#define KASANE_BASE_LOG_H

#include "id.h"

struct log_line {
    char bytes[768];
    size_t n;
};

/* Starts a line with the time and the event, a literal of ours. */
#define log_start(line, m, event) log_start_((line), (m), "" event "")
void log_start_(struct log_line *line, const struct machine *m, const char *event);

/* Adds key=value; keys are literals. A word that is not [A-Za-z0-9_./{}:-] is left out. */
void log_int(struct log_line *line, const char *key, int64_t v);
void log_id(struct log_line *line, const char *key, struct id id);
void log_word(struct log_line *line, const char *key, const char *word);

/* Writes the line in one piece. */
void log_end(struct log_line *line);

#endif
