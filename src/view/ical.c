#include "ical.h"

#include <string.h>

enum { FOLD = 70 };

/* One line of content: special signs with a backslash, folded between characters. */
static void
line(struct buf *b, const char *name, const char *text)
{
    size_t width = strlen(name) + 1;

    buf_printf(b, "%s:", name);
    for (; *text; text++) {
        const unsigned char ch = (unsigned char)*text;

        if (width >= FOLD && (ch & 0xC0) != 0x80) {
            buf_lit(b, "\r\n ");
            width = 1;
        }
        if (ch == '\n') {
            buf_lit(b, "\\n");
        } else {
            if (strchr("\\,;", ch))
                buf_lit(b, "\\");
            buf_printf(b, "%c", ch);
        }
        width++;
    }
    buf_lit(b, "\r\n");
}

static void
events(struct buf *b, const struct sitting_entry_list *list, const char *stamp)
{
    for (size_t i = 0; i < list->n; i++) {
        const struct sitting_entry_view *s = &list->v[i];

        if (s->cancelled)
            continue;
        buf_lit(b, "BEGIN:VEVENT\r\n");
        buf_printf(b, "UID:%s@kasane\r\nDTSTAMP:%s\r\n", s->id, stamp);
        buf_printf(b, "DTSTART;VALUE=DATE:%s\r\n", s->day);
        line(b, "SUMMARY", s->body);
        line(b, "DESCRIPTION", s->when);
        if (s->place)
            line(b, "LOCATION", s->place);
        buf_lit(b, "CLASS:PRIVATE\r\nEND:VEVENT\r\n");
    }
}

void
ical_sittings(struct buf *b, const struct sittings_view *v, const char *stamp)
{
    buf_lit(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kasane//JA\r\n");
    events(b, &v->today, stamp);
    events(b, &v->coming, stamp);
    events(b, &v->past, stamp);
    buf_lit(b, "END:VCALENDAR\r\n");
}
