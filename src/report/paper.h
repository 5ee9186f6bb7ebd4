/*
 * A paper with everything that is printed on it, ready to be pressed: blocks from top to
 * bottom, already masked and worded. Travels as bytes to the process that draws. Not for
 * deciding what is on it (policy) nor how it is drawn (press.h).
 */
#ifndef KASANE_REPORT_PAPER_H
#define KASANE_REPORT_PAPER_H

#include "../base/buf.h"
#include "../base/picture.h"

enum { PAPER_BYTES_MAX = 8 << 20, PAPER_BLOCKS_MAX = 4000, PAPER_CELLS_MAX = 40000 };

enum paper_kind {
    PAPER_HEADING, /* text */
    PAPER_TEXT, /* text; label above it in small letters; BOX: in a frame of n lines */
    PAPER_FIELDS,  /* cells as label and text, width: how many of the n columns */
    PAPER_TABLE,   /* the first n cells are the columns (label, width), the rest rows */
    PAPER_TICKS,   /* label; cells, TICKED or not, on one line that wraps */
    PAPER_STAMPS,  /* 決裁欄: a box under each label */
    PAPER_SIGN,    /* a line to write on behind each label */
    PAPER_LINES,   /* n ruled lines to write on */
    PAPER_CUT,     /* キリトリ with text */
    PAPER_BREAK,   /* the rest begins on a new page */
    PAPER_PICTURE, /* picture, at most n mm high */
    PAPER_KIND_N
};

enum paper_flag {
    PAPER_BOX = 1,     /* of a text */
    PAPER_SMALL = 2,   /* of a text */
    PAPER_TICKED = 4,  /* of a cell */
    PAPER_SHADED = 8,  /* of a cell */
    PAPER_MINCHO = 16, /* of a text: as statutes are printed */
    PAPER_FLAGS = 31
};

struct paper_cell {
    const char *label;
    const char *text;
    uint32_t width; /* of a column: its share; of a field: how many columns */
    uint32_t flags;
};

struct paper_block {
    enum paper_kind kind;
    const char *label;
    const char *text;
    uint32_t n;
    uint32_t flags;
    struct {
        struct paper_cell *v;
        size_t n;
        size_t cap;
    } cells;
    struct picture picture;
};

struct paper_doc {
    const char *form; /* "F3"; "" for none */
    const char *title;
    const char *below; /* under the title; "" for none */
    const char *side;  /* right of the title: case number, copy number; lines */
    const char *law;   /* in a frame under the head; "" for none */
    const char *foot;  /* who printed it when */
    const char *mark;  /* across the page, pale: the same in short; "" for none */
    const char *made;  /* "2026-11-21T14:05:09+09:00", for the file itself */
    uint32_t secret;   /* 秘 in the corner */
    uint32_t goes_on;  /* belongs to the paper before it: its pages are counted on */
    struct {
        struct paper_block *v;
        size_t n;
        size_t cap;
    } blocks;
};

/* Adds a block; a cell to the last block. */
struct paper_block *
paper_add(struct arena *mem, struct paper_doc *p, enum paper_kind kind);
struct paper_cell *paper_cell(struct arena *mem,
                              struct paper_block *b,
                              const char *label,
                              const char *text);

/* Writes the paper as bytes. */
void paper_encode(const struct paper_doc *p, struct buf *out);

/*
 * Reads what paper_encode() wrote. False when the bytes are anything else: cut off, too
 * long, no UTF-8, a kind or flag that does not exist, numbers out of reach.
 */
bool paper_decode(struct arena *mem,
                  const unsigned char *bytes,
                  size_t n,
                  struct paper_doc *out) MUST_USE;

/* As paper_decode(), of one of several papers written one behind the other: moves behind it. */
bool paper_decode_next(struct arena *mem,
                       const unsigned char **bytes,
                       size_t *n,
                       struct paper_doc *out) MUST_USE;

#endif
