/*
 * Papers about one case: what each says, masked for printing.
 */
#ifndef KASANE_POLICY_SHOW_PAPER_CASE_H
#define KASANE_POLICY_SHOW_PAPER_CASE_H

#include "show.h"
#include "show_paper.h"

enum { PAPER_NOTES_MAX = 1000 };

/* What a list of the record leaves out by wish. */
struct record_wish {
    struct day from; /* DAY_NONE: from the first */
    struct day until;
    const char *method; /* "" for all */
};

/* F3, the list of the record: rows oldest first, one more than are printed if there are. */
void policy_show_paper_record(struct ctx *c,
                              const struct facts *facts,
                              const struct case_records *r,
                              const struct sql_paper_notes_rows *notes,
                              const struct record_wish *wish,
                              struct paper_view *out);

/* F1a, F1b, the sheet of reception: of the newest consultation. */
void policy_show_paper_reception(struct ctx *c,
                                 const struct facts *facts,
                                 const struct case_records *r,
                                 struct paper_view *out);

/* F8, the papers by which a person agrees or withdraws: head, name, agencies. */
void policy_show_paper_consent(struct ctx *c,
                               const struct facts *facts,
                               const struct case_records *r,
                               struct paper_view *out);

/* F7, the sheet that goes with a hand-over. */
void policy_show_paper_referral(struct ctx *c,
                                const struct facts *facts,
                                const struct sql_referral_show_row *r,
                                const struct sql_case_people_rows *people,
                                const char *reply_code,
                                struct paper_view *out);

#endif
