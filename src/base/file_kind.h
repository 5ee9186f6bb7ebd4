/*
 * What a file is, by its bytes and not by what its sender says; and pictures without what the
 * camera wrote into them: the place where they were taken gives an address away.
 */
#ifndef KASANE_BASE_FILE_KIND_H
#define KASANE_BASE_FILE_KIND_H

#include "arena.h"

#include <stddef.h>

struct file_kind {
    const char *type;   /* media type, "application/pdf" */
    const char *label;  /* "PDF" */
    const char *ending; /* ".pdf" */
};

/* Returns what the bytes are; NULL for what is not taken. */
const struct file_kind *file_kind_of(const char *p, size_t n);

/* Returns a kind by its media type; NULL when there is none. */
const struct file_kind *file_kind_find(const char *type);

/*
 * Returns a JPEG picture without its comments and what the camera wrote into it (APP1–APP15
 * but for colour, COM). Other bytes come back as they are; so does a picture that ends
 * before its data begins. The picture itself is not touched.
 */
const char *
file_without_camera(struct arena *mem, const char *p, size_t n, size_t *out_n);

#endif
