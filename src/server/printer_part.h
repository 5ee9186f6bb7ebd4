/*
 * What both ends of a lane share: one message each way, with a file in memory that holds the
 * job or the paper. Messages arrive whole or not at all, so that the death of one end leaves
 * nothing half read. Only printer*.c include this.
 */
#ifndef KASANE_SERVER_PRINTER_PART_H
#define KASANE_SERVER_PRINTER_PART_H

#include "printer.h"

#include <stdint.h>

struct printer_note {
    uint64_t number; /* of the job; 0: the nurse says that the lane's process died */
    int32_t done;    /* of an answer: 1 when the file is a paper */
    int32_t pid;     /* of an answer: the lane's process */
};

/* Makes a file in memory, or -1. */
int printer_file(void);

/* Writes all n bytes; reads the whole file, at most PRINTER_BYTES_MAX. */
bool printer_write(int fd, const void *p, size_t n) MUST_USE;
bool printer_read(int fd, struct buf *out) MUST_USE;

/* Sends a note with its file (-1: none); receives one. The receiver closes the file. */
bool printer_send(int lane, const struct printer_note *note, int file) MUST_USE;
bool
printer_receive(int lane, struct printer_note *note, int *file, int flags) MUST_USE;

/* The life of a lane's process; with: a struct printer_press. See struct crew_work. */
void printer_lane(int lane, const void *with);

#endif
