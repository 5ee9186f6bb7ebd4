/*
 * From requests of people for what is recorded about them to their view; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_ACCESS_H
#define KASANE_POLICY_SHOW_ACCESS_H

#include "access_view.h"
#include "show_own_report.h"

/* Fills the lines of the requests of one person. */
void policy_show_access_lines(struct ctx *c,
                              const struct sql_access_of_person_rows *rows,
                              struct access_line_list *out);

/*
 * Fills the page of one request. r: all that is recorded, as for the paper; limit: the day to
 * which the term can be prolonged.
 */
void policy_show_access(struct ctx *c,
                        const struct own_report_records *r,
                        struct access_id id,
                        const struct sql_access_one_row *x,
                        const struct sql_access_mends_rows *mends,
                        struct day limit,
                        struct access_view *out);

/* Fills the register of the office: numbers, days and desks. */
void policy_show_accesses(struct ctx *c,
                          int64_t year,
                          const struct sql_access_office_rows *rows,
                          struct accesses_view *out);

#endif
