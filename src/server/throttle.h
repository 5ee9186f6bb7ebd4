/*
 * Slows down who guesses passwords and codes. Counts attempts for each account and, apart
 * from that, for each account at a terminal it is known at, so that a stranger cannot lock
 * somebody out; and gives each address a bucket of attempts. In memory, of fixed size, lost
 * at a restart. Locking an account for good is not its business. Source: security.md D7.
 *
 *     int64_t wait = throttle_address(t, address, now);
 *     if (!wait)
 *         wait = throttle_try(t, login, terminal, now);
 *     if (wait)
 *         … 429, Retry-After …
 *     … check …
 *     if (right)
 *         throttle_passed(t, login, terminal);
 */
#ifndef KASANE_SERVER_THROTTLE_H
#define KASANE_SERVER_THROTTLE_H

#include "../base/crypt.h"

enum {
    THROTTLE_FREE = 5,        /* attempts without a delay */
    THROTTLE_FIRST_MS = 1000, /* the delay after that, doubling */
    THROTTLE_LAST_MS = 15 * 60 * 1000,
    THROTTLE_FORGET_MS = 24 * 60 * 60 * 1000,
    THROTTLE_BUCKET = 30,               /* attempts of an address … */
    THROTTLE_BUCKET_MS = 10 * 60 * 1000 /* … in this time */
};

struct throttle;

/*
 * Makes a throttle in mem that knows up to slots accounts and as many addresses; 32 bytes
 * each. When full it forgets whom it has least against. It may be used by several threads.
 */
struct throttle *throttle_new(struct arena *mem, const struct key *key, size_t slots);

/* Releases the lock; the memory goes with its arena. */
void throttle_end(struct throttle *t);

/*
 * Counts an attempt as failed before it is made, so that many at once gain nothing, and
 * returns 0; or returns how many milliseconds are left to wait, and counts nothing. login:
 * as typed, whether there is such an account or not. terminal: NULL unless the account has
 * logged in at this terminal before.
 */
int64_t
throttle_try(struct throttle *t, const char *login, const char *terminal, int64_t now);

/* Forgets the failures after a log-in that succeeded. */
void throttle_passed(struct throttle *t, const char *login, const char *terminal);

/* Takes one attempt back that was not made after all (no room, no database). */
void throttle_undo(struct throttle *t, const char *login, const char *terminal);

/* Returns how many attempts have failed in a row. */
unsigned throttle_failures(struct throttle *t,
                           const char *login,
                           const char *terminal,
                           int64_t now);

/*
 * Takes one attempt out of the address's bucket and returns 0; or returns how many
 * milliseconds are left until there is one. An IPv6 address stands for its /64.
 */
int64_t throttle_address(struct throttle *t, const char *address, int64_t now);

#endif
