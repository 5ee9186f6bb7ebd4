/*
 * Password hashes in processes of their own, so that their 64 MiB each neither grow the
 * server nor run on its threads for free. A nurse process, forked before there are threads,
 * forks the workers and a new one for each that dies; workers end when the server does. Not
 * for rules about passwords.
 */
#ifndef KASANE_SERVER_HASHER_H
#define KASANE_SERVER_HASHER_H

#include "../base/crypt.h"

#include <sys/types.h>

enum { HASHER_WORKERS_MAX = 2, HASHER_WAITING_MAX = 32 };

enum hasher_verdict {
    HASHER_YES,   /* made; the password is right */
    HASHER_NO,    /* the password is wrong or too long */
    HASHER_BUSY,  /* HASHER_WAITING_MAX wait already: 503 */
    HASHER_BROKEN /* no worker answers: 503 */
};

struct hasher;

/*
 * Forks the processes; call it while there is one thread and no database is open. workers:
 * 1 to HASHER_WORKERS_MAX. NULL when the system gives no process. mem must live until
 * hasher_stop().
 */
struct hasher *hasher_start(struct arena *mem, size_t workers);

/* Lets the processes end and waits for them. NULL is ignored. */
void hasher_stop(struct hasher *h);

/*
 * As crypt_password_hash() and crypt_password_verify(), on a worker; the calling thread
 * waits. May be called by several threads.
 */
enum hasher_verdict hasher_hash(struct hasher *h,
                                const char *password,
                                size_t n,
                                const unsigned char salt[16],
                                const struct key *pepper,
                                enum crypt_cost cost,
                                char out[CRYPT_PASSWORD_HASH_MAX]);
enum hasher_verdict hasher_verify(struct hasher *h,
                                  const char *hash,
                                  const char *password,
                                  size_t n,
                                  const struct key *pepper);

/* The process that answered last on a lane, 0 for none yet. For health and tests. */
pid_t hasher_pid(struct hasher *h, size_t lane);

#endif
