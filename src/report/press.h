/*
 * Draws a paper as PDF: A4, long text over several pages, tables split between rows, every
 * page with its foot. The same paper gives the same bytes. Runs in a process of its own
 * (server/printer.h): fonts and their libraries never enter the server's.
 */
#ifndef KASANE_REPORT_PRESS_H
#define KASANE_REPORT_PRESS_H

#include "paper.h"

enum {
    PRESS_PAGES_MAX = 400, /* of one paper with what goes on from it */
    PRESS_SET_PAGES_MAX = 3000
};

/*
 * Draws; false when the paper has more than PRESS_PAGES_MAX pages or the libraries refuse.
 * pages may be NULL; it receives their number.
 */
bool press_paper(const struct paper_doc *p, struct buf *out, int *pages) MUST_USE;

/*
 * Draws several papers behind one another, each counting its own pages, together with what
 * goes on from it, and each beginning on the front of a sheet: printed on both sides, nobody's
 * paper lies on the back of another's. False as press_paper(), and above PRESS_SET_PAGES_MAX.
 */
bool
press_papers(const struct paper_doc *v, size_t n, struct buf *out, int *pages) MUST_USE;

/* As press_papers(), from bytes of paper_encode(); false also when they are none. */
bool press_bytes(const unsigned char *job, size_t n, struct buf *out) MUST_USE;

/* Takes up fonts beforehand, so that what follows is quick. */
void press_warm(void);

#endif
