#include "printer_part.h"

#include "crew.h"

#include <sys/socket.h>
#include <unistd.h>

struct printer {
    struct crew *crew;
    struct crew_work work;
};

static const struct printer_note died = { .number = 0 };

struct printer *
printer_start(struct arena *mem, size_t lanes, const struct printer_press *press)
{
    struct printer *p = ARENA_NEW(mem, struct printer);

    p->work = (struct crew_work){ .live = printer_lane,
                                  .with = press,
                                  .died = &died,
                                  .died_n = sizeof died,
                                  .seconds = PRINTER_SECONDS + 10,
                                  .waiting_max = PRINTER_WAITING_MAX };
    p->crew = crew_start(mem, lanes, &p->work);
    return p->crew ? p : NULL;
}

void
printer_stop(struct printer *p)
{
    if (p)
        crew_stop(p->crew);
}

/* Throws away what came late: answers nobody waits for, news of a death between jobs. */
static void
drain(int lane)
{
    struct printer_note note;
    int file;

    while (printer_receive(lane, &note, &file, MSG_DONTWAIT))
        if (file >= 0)
            close(file);
}

/* Asks once; false when the lane died, the nurse is gone or nobody answered in time. */
static bool
ask_once(int lane, uint64_t number, int job, struct printer_note *a, struct buf *out)
{
    const struct printer_note q = { .number = number };
    int file = -1;
    bool good;

    drain(lane);
    if (!printer_send(lane, &q, job))
        return false;
    while (printer_receive(lane, a, &file, 0)) {
        if (a->number == 0)
            return false;
        good = a->number == number;
        if (good && a->done)
            a->done = file >= 0 && printer_read(file, out);
        if (file >= 0)
            close(file);
        if (good)
            return true;
    }
    return false;
}

enum printer_verdict
printer_draw(struct printer *p, const void *job, size_t n, struct buf *out)
{
    struct printer_note a = { .number = 0 };
    struct crew_turn t;
    bool answered;
    int file;

    if (!p || n > PRINTER_BYTES_MAX)
        return PRINTER_FAILED;
    if (!crew_take(p->crew, &t))
        return PRINTER_BUSY;
    file = printer_file();
    /* once more when the lane's process died meanwhile */
    answered = file >= 0 && printer_write(file, job, n)
               && (ask_once(t.fd, t.number, file, &a, out)
                   || ask_once(t.fd, t.number, file, &a, out));
    if (file >= 0)
        close(file);
    crew_give(p->crew, &t, answered ? a.pid : 0);
    return answered && a.done ? PRINTER_DONE : PRINTER_FAILED;
}

pid_t
printer_pid(struct printer *p, size_t lane)
{
    return crew_pid(p->crew, lane);
}
