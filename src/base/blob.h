/*
 * Bytes and lists of ids as statements take and give them.
 */
#ifndef KASANE_BASE_BLOB_H
#define KASANE_BASE_BLOB_H

#include "id.h"

struct db_blob {
    const unsigned char *p;
    size_t n;
};

struct db_ids {
    const struct id *v;
    size_t n;
};

#endif
