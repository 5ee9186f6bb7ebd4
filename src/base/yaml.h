/*
 * Reads the small YAML of our data files (profiles, code lists, sheets) into a tree that
 * knows line and column of each node. Bytes in, tree or error out: no files, no schema.
 * Refused: anchors, aliases, tags, several documents, bad UTF-8, and what passes the limits.
 */
#ifndef KASANE_BASE_YAML_H
#define KASANE_BASE_YAML_H

#include "ctx.h"

enum { YAML_BYTES_MAX = 2 << 20, YAML_DEPTH_MAX = 32, YAML_NODES_MAX = 200000 };

enum yaml_kind { YAML_IS_SCALAR, YAML_IS_LIST, YAML_IS_MAP };

struct yaml_node {
    enum yaml_kind kind;
    bool quoted;      /* scalar only: '…' or "…" */
    int line;         /* from 1 */
    int col;          /* from 1, in characters */
    const char *text; /* scalar only; "" otherwise */
    size_t n;
    size_t cap;
    struct yaml_node **v; /* a list's items; a map's keys and values in turn, n even */
};

/* What a scalar is, in YAML 1.1 and 1.2 alike; UNSURE is what they read differently. */
enum yaml_type {
    YAML_OF_TEXT,
    YAML_OF_NULL,
    YAML_OF_BOOL,
    YAML_OF_INT,
    YAML_OF_REAL,
    YAML_OF_UNSURE /* plain yes, no, on, off, dates, 0x1f, 1_000, 12:30 … */
};

/*
 * Reads one document. file: its name for messages only. On failure c->err says
 * "file:line:col: …" in Japanese. The tree lives in c->mem; NUL in a scalar is refused.
 */
bool yaml_read(struct ctx *c,
               const char *file,
               const char *bytes,
               size_t n,
               const struct yaml_node **out) MUST_USE;

/* Says what the scalar is; quoted scalars are always text. */
enum yaml_type yaml_type_of(const struct yaml_node *node);

/* Returns the value of the key in a map, or NULL. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

/* Notes an error at the node, as yaml_read() does. Returns false. */
bool yaml_refuse(struct ctx *c,
                 const char *file,
                 const struct yaml_node *at,
                 const char *fmt,
                 ...) PRINTF(4, 5);

#endif
