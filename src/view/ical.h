/*
 * Dates of sittings as iCalendar (RFC 5545), for people's own calendars. Only bodies, days and
 * places: no case, no name. Not for reading such files.
 */
#ifndef KASANE_VIEW_ICAL_H
#define KASANE_VIEW_ICAL_H

#include "../base/buf.h"
#include "../policy/sitting_view.h"

/* Writes the sittings, but for cancelled ones; stamp: now, as "20260507T010203Z". */
void ical_sittings(struct buf *b, const struct sittings_view *v, const char *stamp);

#endif
