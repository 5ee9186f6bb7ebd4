/*
 * From sittings to their views; as show.h. A name appears in the papers alone
 * (policy_show_items() with names), never in a list or a title.
 */
#ifndef KASANE_POLICY_SHOW_SITTING_H
#define KASANE_POLICY_SHOW_SITTING_H

#include "gen/rows.h"
#include "policy.h"
#include "sitting_view.h"
#include "today_view.h"

/* All that one sitting's pages are made from. */
struct people_records;

struct sitting_records {
    struct sitting_id id;
    struct sql_sitting_show_row head;
    struct sql_item_list_rows items;
    struct sql_attendee_list_rows seats;
    struct sql_attendee_items_rows invited;
    struct sql_tabled_list_rows facts;
    struct sql_item_people_rows people;
    struct sql_item_points_rows points;
    struct sql_decided_of_sitting_rows decided;
    struct sql_request_list_rows requests;
    struct sql_copy_list_rows copies;
    struct sql_call_list_rows calls;    /* of a sitting by telephone */
    struct sql_matter_list_rows matter; /* of items that rest on consent */
    const struct facts *seat; /* by row of items: what stands between viewer and case */
    const uint32_t *consent;  /* by row of people: what consent covers for the reader */
    const struct people_records *family; /* by row of items; NULL: no papers are made */
};

/* Who reads the papers: the viewer, or an attendee for whom a copy is printed. */
struct sitting_reader {
    struct attendee_id attendee; /* empty: the viewer has no seat */
    enum attendee_part part;
    bool office;
    bool sworn;
    bool names; /* false: the page that sets the sitting, where no name stands */
    const struct facts
        *seat; /* of an attendee for whom a copy is printed; by row of items:
                                 what stands between that person and the case */
};

/* The seat of the viewer's post in the sitting; empty when there is none. */
struct sitting_reader
sitting_reader_of(const struct ctx *c, const struct sitting_records *r);

/* What the reader may do with the item, folded for decide(). */
struct facts sitting_facts_of_item(const struct sitting_records *r,
                                   const struct sitting_reader *who,
                                   const struct sql_item_list_row *i);

/* Fills the items that the reader is invited to, or all of them for the secretariat. */
void policy_show_items(struct ctx *c,
                       const struct sitting_records *r,
                       const struct sitting_reader *who,
                       struct sitting_item_list *out);

/* Fills the page of a sitting but for its texts about body, law and times. */
void policy_show_sitting(struct ctx *c,
                         const struct sitting_records *r,
                         struct sitting_view *out);

/* Fills the papers as the reader may have them. */
void policy_show_pack(struct ctx *c,
                      const struct sitting_records *r,
                      const struct sitting_reader *who,
                      struct pack_view *out);

/* Fills a list of sittings: no cases, no names. name: of a body by its id. */
void policy_show_sittings(struct ctx *c,
                          const struct sql_sitting_list_rows *rows,
                          const char *(*name)(struct ctx *c, const char *body),
                          struct sittings_view *out);

/* Adds the sittings of the day that are not called off: no cases, no names. */
void policy_show_sittings_today(struct ctx *c,
                                const struct sql_sitting_list_rows *rows,
                                const char *(*name)(struct ctx *c, const char *body),
                                struct today_view *out);

/* Fills the calls of a sitting by telephone, for its secretariat. */
void policy_show_sitting_calls(struct ctx *c,
                               const struct sitting_records *r,
                               struct sitting_view *out);

/* Fills lines of requests for cooperation. */
void policy_show_requests(struct ctx *c,
                          const struct sql_request_list_rows *rows,
                          struct item_id item,
                          bool open_only,
                          struct request_line_list *out);

/* Fills what meetings decided in a case, as far as the viewer reaches it. */
void policy_show_decided(struct ctx *c,
                         const struct facts *facts,
                         const struct sql_decided_of_case_rows *rows,
                         struct decided_list *out);

/* Adds what one meeting said of a case, for its secretariat. */
void policy_show_case_item(struct ctx *c,
                           const struct sql_case_items_row *r,
                           const char *body,
                           struct case_meetings_view *out);

/*
 * Adds a desk that might be invited, and why; once. item: the one it has to do with, "-" for
 * none yet, NULL for all of the agenda.
 */
void policy_show_proposal(struct ctx *c,
                          struct desk_id desk,
                          const char *name,
                          const char *why,
                          const char *item,
                          struct proposal_list *out);

/* Fills what the minutes of an item said, newest first. */
void policy_show_minutes(struct ctx *c,
                         const struct sql_item_versions_rows *rows,
                         struct minute_list *out);

/* Fills a letter of request. */
void policy_show_request(struct ctx *c,
                         const struct sql_request_one_row *q,
                         const char *body,
                         struct request_view *out);

/* Adds a plan that waits for a conference; moment: the tag's label. Source: R-135. */
void policy_show_waiting_plan(struct ctx *c,
                              const struct sql_plan_proposals_row *r,
                              const char *moment,
                              struct waiting_plan_list *out);

/* Adds what was refused at a sitting, for who has the chair: no content. Source: R-109. */
void policy_show_refused(struct ctx *c,
                         const struct sql_refused_facts_rows *rows,
                         struct link_list *out);

#endif
