/*
 * What happens in the two worlds, who reads them, and what nobody of them may read.
 */
#ifndef KASANE_TESTS_PROOF_WORLDS_PART_H
#define KASANE_TESTS_PROOF_WORLDS_PART_H

#include "proof.h"

/* An act on the way to the world; its id is kept under its name. {name} in texts. */
struct happening {
    const char *name;
    bool hidden;
    const char *as;
    const char *target;
    const char *fields;
};

extern const struct happening worlds_story[];
extern const size_t worlds_story_n;

/* Each ended by NULL: log-ins; words for {word} in addresses; texts of the hidden alone. */
extern const char *const worlds_readers[];
extern const char *const worlds_words[];
extern const char *const worlds_canaries[];

#endif
