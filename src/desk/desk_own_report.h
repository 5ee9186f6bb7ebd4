/*
 * A person asks what is recorded about them (保有個人情報の開示): the leading desk notes who
 * asked and how it was made sure who that is, and prints a numbered copy. Each copy is a
 * disclosure to the person; each print a leaf. Source: 個人情報保護法 76条; R-114.
 */
#ifndef KASANE_DESK_OWN_REPORT_H
#define KASANE_DESK_OWN_REPORT_H

#include "../base/outcome.h"
#include "../policy/own_report_view.h"
#include "../policy/paper_view.h"
#include "gen/forms.h"

/* The copies handed to a person; DENIED for everybody but the leading desk. */
bool desk_own_reports(struct ctx *c,
                      struct person_id person,
                      struct own_reports_view *out) MUST_USE;

/* Fills the paper of a copy, as things stand now. */
bool desk_own_report_paper(struct ctx *c,
                           struct disclosure_id copy,
                           struct paper_view *out) MUST_USE;

#endif
