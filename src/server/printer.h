/*
 * Papers are drawn in processes of their own: the libraries that draw, their fonts and what
 * goes wrong in them never touch the server. A nurse, forked before there are threads, keeps
 * the lanes; each lane takes up fonts once and forks a process for each paper, with limits of
 * time and memory. Not for what is on a paper (report/).
 */
#ifndef KASANE_SERVER_PRINTER_H
#define KASANE_SERVER_PRINTER_H

#include "../base/buf.h"

#include <stdbool.h>
#include <sys/types.h>

enum {
    PRINTER_LANES_MAX = 2, /* CREW_LANES_MAX at most */
    PRINTER_WAITING_MAX = 16,
    PRINTER_SECONDS = 20, /* for one paper */
    PRINTER_BYTES_MAX = 32 << 20
};

/* What draws, in the process of its own. */
struct printer_press {
    void (*warm)(void);
    bool (*draw)(const unsigned char *job, size_t n, struct buf *out);
};

enum printer_verdict {
    PRINTER_DONE,
    PRINTER_BUSY,  /* PRINTER_WAITING_MAX wait already: 503 */
    PRINTER_FAILED /* refused, crashed, took too long; the next paper is not harmed */
};

struct printer;

/*
 * Forks the processes; call it while there is one thread and no database is open. lanes: 1
 * to PRINTER_LANES_MAX. NULL when the system gives no process. mem must live until
 * printer_stop().
 */
struct printer *
printer_start(struct arena *mem, size_t lanes, const struct printer_press *press);

/* Lets the processes end and waits for them. NULL is ignored. */
void printer_stop(struct printer *p);

/*
 * Has a job drawn; the calling thread waits. What was drawn is added to out. May be called
 * by several threads.
 */
enum printer_verdict
printer_draw(struct printer *p, const void *job, size_t n, struct buf *out);

/* The process of a lane that answered last, 0 for none yet. For tests. */
pid_t printer_pid(struct printer *p, size_t lane);

#endif
