/*
 * The commands on profiles: check and show them, and report from one, without a database.
 */
#ifndef KASANE_CLI_CLI_PROFILE_H
#define KASANE_CLI_CLI_PROFILE_H

#include "../domain/profile_read.h"

/*
 * Runs "profile check FILE…", "profile show ID|FILE --json" or "report NAME
 * --municipality ID"; argv[0] is the word profile or report. Returns the exit status: 0,
 * 78 (EX_CONFIG) when a profile is bad, 64 and 66 as in sysexits.h.
 */
int cli_profile(int argc, char **argv);

/*
 * Reads a profile by its id from the folder, or by its path. folder: NULL for the one that
 * belongs to this program. Errors as in profile_read().
 */
bool cli_profile_load(struct ctx *c,
                      const char *folder,
                      const char *id_or_path,
                      struct profile_errors *errors,
                      const struct profile **out) MUST_USE;

/* Returns the folder of profiles that belongs to this program: beside it, or installed. */
const char *cli_profile_folder(struct arena *mem);

#endif
