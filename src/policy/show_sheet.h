/*
 * From sheets and answers to their views; as show.h. Each field is let through by its class.
 */
#ifndef KASANE_POLICY_SHOW_SHEET_H
#define KASANE_POLICY_SHOW_SHEET_H

#include "../domain/sheet.h"
#include "../domain/sheet_rule.h"
#include "sheet_view.h"
#include "show_household.h"
#include "show_paper.h"

/* All that one sheet is shown from. */
struct sheet_records {
    const struct people_records *people;
    const struct sql_case_consultations_rows *consultations;
    const struct sheet *sheet;            /* the form: today's, or that of the day */
    const struct fields *answers;         /* what is kept */
    const struct fields *typed;           /* what was sent and refused; NULL */
    const struct sql_sheet_list_row *row; /* NULL: not begun */
    const char *number;                   /* of the case, for a paper; NULL elsewhere */
    int64_t version;                      /* shown; 0 for none */
    bool old;                             /* not the newest version */
    bool own;                             /* of the viewer's desk */
};

/* Decides about a sheet: whose it is. */
struct decision show_sheet_decision(struct ctx *c,
                                    const struct facts *facts,
                                    const struct sheet_records *r);

/* Says whether the field's class is open. */
bool show_sheet_open(const struct decision *d, const struct sheet_field *f);

/* What the record says for a field that is copied; "" when nothing may be shown. */
const char *show_sheet_copy(struct ctx *c,
                            const struct facts *facts,
                            const struct sheet_records *r,
                            const char *what);

/* Fills one sheet. The head is filled before. */
void policy_show_sheet(struct ctx *c,
                       const struct facts *facts,
                       const struct sheet_records *r,
                       struct sheet_view *out);

/* Puts one sheet on a paper. */
void policy_show_sheet_paper(struct ctx *c,
                             const struct facts *facts,
                             const struct sheet_records *r,
                             struct paper_view *out);

/* Fills the line of a desk's sheet; row NULL: it is not begun. empty: required fields. */
void policy_show_sheet_line(struct ctx *c,
                            struct case_id id,
                            const struct sheet *sheet,
                            const struct sql_sheet_list_row *row,
                            size_t empty,
                            struct sheets_view *out);

/* Fills how far the assessment is. member: whom it lacks, where it is somebody. */
void policy_show_sheets(struct ctx *c,
                        const struct facts *facts,
                        const struct people_records *people,
                        enum sheet_lack lack,
                        size_t member,
                        const struct sql_assessment_last_row *last,
                        struct sheets_view *out);

#endif
