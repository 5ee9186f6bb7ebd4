/*
 * Who came to what is held at places: names for those who take part in the case and may read
 * its record, and for nobody else. How many came in all is no matter of this room.
 */
#ifndef KASANE_POLICY_SHOW_ATTENDANCE_H
#define KASANE_POLICY_SHOW_ATTENDANCE_H

#include "attendance_view.h"
#include "show_household.h"

/* A case whose people came, with the viewer's facts about it. */
struct attendance_case {
    struct facts facts;
    struct people_records people;
};

/* Begins the page of a place; what was held is an office matter and names nobody. */
void policy_show_place_sessions(struct ctx *c,
                                struct place_id id,
                                const char *place,
                                const struct sql_place_session_sums_row *sums,
                                const struct sql_place_session_list_rows *rows,
                                struct place_sessions_view *out);

/* Says that more of the viewer's cases came than one page loads. */
void policy_show_attendants_left_out(struct place_sessions_view *out);

/*
 * Adds those who came, each once, and to each session how often they did. cases: n of them,
 * for who may write there; rows of other cases are left out.
 */
void policy_show_attendants(struct ctx *c,
                            const struct attendance_case *cases,
                            size_t n,
                            const struct sql_attendance_at_rows *rows,
                            struct place_sessions_view *out);

/* Fills what the people of a case came to. */
void policy_show_attended(struct ctx *c,
                          const struct facts *facts,
                          const struct people_records *people,
                          const struct sql_attendance_of_case_rows *rows,
                          struct attended_list *out);

#endif
