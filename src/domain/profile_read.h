/*
 * Turns the bytes of a profile into its structs, or into up to fifty errors with their lines.
 * Pure: no files. The one way to a struct profile, so that none exists unchecked.
 */
#ifndef KASANE_DOMAIN_PROFILE_READ_H
#define KASANE_DOMAIN_PROFILE_READ_H

#include "profile.h"
#include "profile_error.h"

/*
 * Reads and checks a profile. file: its name for the messages. On failure errors holds what
 * is wrong and c->err the first of it (INPUT). Everything lives in c->mem.
 */
bool profile_read(struct ctx *c,
                  const char *file,
                  const char *bytes,
                  size_t n,
                  struct profile_errors *errors,
                  const struct profile **out) MUST_USE;

/* Reads a file of settings alone, which hold where a profile says nothing. */
bool profile_read_defaults(struct ctx *c,
                           const char *file,
                           const char *bytes,
                           size_t n,
                           struct profile_errors *errors,
                           const struct profile_settings **out) MUST_USE;

struct schema_map;

/*
 * Reads any data file whose keys a schema tells, into zeroed memory of the schema's size;
 * what the schema's flags ask for is checked, but for references. Errors as above.
 */
bool profile_read_map(struct ctx *c,
                      const char *file,
                      const char *bytes,
                      size_t n,
                      const struct schema_map *map,
                      struct profile_errors *errors,
                      void *out) MUST_USE;

#endif
