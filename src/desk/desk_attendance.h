/*
 * What is held at places, and who came: sessions of a program, events for exchange. How many
 * came is an office number that whoever held it writes; who came is written on each case.
 */
#ifndef KASANE_DESK_ATTENDANCE_H
#define KASANE_DESK_ATTENDANCE_H

#include "../base/outcome.h"
#include "../policy/attendance_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/* What was held at a place, with who came of the viewer's cases. Source. */
bool desk_place_sessions(struct ctx *c,
                         struct place_id id,
                         struct place_sessions_view *out) MUST_USE;
bool desk_place_session_add(struct ctx *c,
                            struct place_id id,
                            const struct form_place_session *f,
                            struct outcome *out) MUST_USE;

/* What was held lately, for the form on a case. */
struct form_options desk_attendance_sessions(struct ctx *c);

/* Notes that somebody of a case came; written again, the last number holds. */
bool desk_attendance(struct ctx *c,
                     struct case_id id,
                     const struct form_attendance *f,
                     struct outcome *out) MUST_USE;

#endif
