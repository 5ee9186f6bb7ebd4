/*
 * Writing text into HTML, URLs, JSON and CSV so that it stays text. Templates reach these
 * through the code that kgen writes; nothing else prints what a person typed.
 */
#ifndef KASANE_BASE_ESC_H
#define KASANE_BASE_ESC_H

#include "buf.h"

/* Appends the text for HTML content or a quoted attribute: & < > " ' become entities. */
void esc_html(struct buf *b, const char *s);

/*
 * Appends a URL for a quoted attribute. Only paths (/x), fragments (#x), queries (?x), tel:
 * and mailto: pass; anything else (javascript:, //host, control characters) becomes "#".
 */
void esc_url(struct buf *b, const char *s);

/* Appends one path or query component, percent-encoded but for A-Z a-z 0-9 - . _ ~. */
void esc_component(struct buf *b, const char *s);

/* Appends a JSON string with its quotes; NULL becomes null. */
void esc_json(struct buf *b, const char *s);

/*
 * Appends one CSV cell, quoted where needed; a leading = + - @ or control character gets an
 * apostrophe before it, so that no spreadsheet computes it.
 */
void esc_csv(struct buf *b, const char *s);

#endif
