/*
 * Office numbers over all cases, without a viewer and without a person: a report is a row of
 * a table here and a statement in sql/query/report.sql. What one reaches oneself is counted
 * elsewhere (design section 5).
 */
#ifndef KASANE_DESK_REPORT_H
#define KASANE_DESK_REPORT_H

#include "../base/ctx.h"
#include "../base/day.h"
#include "../domain/table.h"
#include "../view/report_view.h"

/* What is asked for; days DAY_NONE: the present fiscal year. */
struct report_ask {
    const char *report;  /* "by_desk"; "" for the first */
    int64_t fiscal_year; /* 0: none given */
    const char *month;   /* "2026-05"; "" for none */
    struct day from;
    struct day until;
    const char *filter; /* a code, "" for all */
    bool outside;       /* as it may leave the office: small numbers are hidden */
};

/* Fills page and table. MISSING for who has nothing to do with counts, and for no report. */
bool desk_report(struct ctx *c,
                 const struct report_ask *ask,
                 struct report_view *out,
                 struct table *table) MUST_USE;

#endif
