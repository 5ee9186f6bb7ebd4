/*
 * Reports that a profile alone can fill, as tables: programs, setup, matrix, bodies, meetings,
 * indicators and the rest. Any municipality, any statutory item; nobody's personal data.
 */
#ifndef KASANE_DOMAIN_PLAN_REPORT_H
#define KASANE_DOMAIN_PLAN_REPORT_H

#include "plan.h"
#include "table.h"

struct plan_query {
    struct plan_filter filter; /* of programs */
    int64_t fiscal_year;       /* 0: the first of the plan, where a report needs one */
};

struct plan_report_name {
    const char *key;   /* "matrix" */
    const char *title; /* "事業・所管・実施主体の一覧" */
};

/* Returns all reports, ended by a NULL key. */
const struct plan_report_name *plan_reports(void);

/*
 * Makes the report. key: one of plan_reports(), or one of the lists of the file ("areas"),
 * which is given out as it is. False when there is no such report.
 */
bool plan_report(struct arena *mem,
                 const struct profile *p,
                 const char *key,
                 const struct plan_query *query,
                 struct table *out) MUST_USE;

#endif
