/*
 * What is printed on a paper, as text: by pdftotext of Debian's poppler-utils.
 */
#ifndef KASANE_TESTS_PAPER_TEXT_H
#define KASANE_TESTS_PAPER_TEXT_H

#include "../../src/base/arena.h"

/*
 * Returns the text of all pages as they are laid out, behind a first line "N ページ"; ""
 * when the bytes are no paper or the program is missing.
 */
const char *paper_text(struct arena *mem, const char *bytes, size_t n);

#endif
