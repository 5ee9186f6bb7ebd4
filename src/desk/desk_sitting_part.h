/*
 * What acts about sittings share. Only desk_sitting*.c include this.
 */
#ifndef KASANE_DESK_SITTING_PART_H
#define KASANE_DESK_SITTING_PART_H

#include "../domain/profile.h"
#include "../domain/sitting_rule.h"
#include "../policy/show_sitting.h"
#include "desk_part.h"
#include "../view/body_year_view.h"
#include "desk_sitting.h"

/* Loads a sitting that exists for the viewer; for who must be its secretariat. */
bool sitting_load(struct ctx *c,
                  struct sitting_id id,
                  struct sql_sitting_show_row *row) MUST_USE;
bool sitting_office(struct ctx *c,
                    struct sitting_id id,
                    struct sql_sitting_show_row *row) MUST_USE;

/* Loads an item of a sitting of the viewer's desk. */
bool
sitting_item(struct ctx *c, struct item_id id, struct sql_item_show_row *row) MUST_USE;

/* Loads all that the pages of a sitting are made from. names: the people too. */
bool sitting_records(struct ctx *c,
                     struct sitting_id id,
                     struct sitting_records *out) MUST_USE;

/* Adds the people of each item's case, for the genogram of its papers. */
bool sitting_families(struct ctx *c, struct sitting_records *r) MUST_USE;

/* Adds what the minutes of the item said before. */
bool
sitting_minutes(struct ctx *c, struct item_id id, struct item_page_view *out) MUST_USE;

/* Says whether such a sitting may be set by the viewer's desk; notes what is to be mended. */
bool sitting_check_new(struct ctx *c, const struct form_sitting_new *f) MUST_USE;

/* Adds whom to invite: for the secretariat, while the sitting has not begun. */
bool sitting_propose(struct ctx *c,
                     const struct sitting_records *r,
                     struct sitting_view *out) MUST_USE;

/* Whether the desk of that code belongs to the body: "welfare_policy/福祉相談室". */
bool sitting_belongs(const char *code, const char *body);

/* Whether a sitting counts for the body, alone or with others. Practice rule 22. */
bool sitting_counts_for(const char *of, const char *also, const char *body);

/* Makes reach what the sitting says now, for all its cases. */
bool sitting_sync(struct ctx *c, struct sitting_id id) MUST_USE;

/* Puts a case on the agenda of a sitting that was just set. Source: R-198. */
bool sitting_add_case(struct ctx *c,
                      struct sitting_id id,
                      struct case_id case_id,
                      const struct form_sitting_new *f) MUST_USE;

/* Adds the item from which the sitting was arranged. Source: R-169. */
bool sitting_origin(struct ctx *c,
                    const struct sitting_records *r,
                    struct sitting_view *out) MUST_USE;

/* Adds which of its six parts a sitting has, for the secretariat. Source: R-126. */
void
sitting_whole(struct ctx *c, const struct sitting_records *r, struct sitting_view *out);

/* Adds the plans of the viewer's desk that wait for a conference. Source: R-135. */
bool sitting_waiting_plans(struct ctx *c, struct waiting_plan_list *out) MUST_USE;

/* Offers them to a sitting of the body that decides on plans. */
bool sitting_offer_plans(struct ctx *c,
                         const struct sitting_records *r,
                         struct sitting_view *out) MUST_USE;

/* Puts such a plan with its case on the agenda. */
bool sitting_add_plan(struct ctx *c,
                      struct sitting_id id,
                      struct case_id case_id,
                      const struct form_plan_agenda *f,
                      const char *trigger,
                      struct outcome *out) MUST_USE;

/* A suspension is spoken of only when contact is lost, where the plan says so. R-139. */
bool sitting_check_contact(struct ctx *c,
                           struct case_id id,
                           const char *trigger,
                           const char *field) MUST_USE;

/* What the end of an item says of its plan and of participation support, and doing so. */
bool sitting_check_word(struct ctx *c,
                        const struct sql_item_show_row *i,
                        const struct form_item_end *f) MUST_USE;
bool sitting_carry_out(struct ctx *c,
                       struct item_id id,
                       const struct sql_item_show_row *i,
                       const struct form_item_end *f) MUST_USE;

/* A matter that is to be put before a body. */
struct waiting {
    const char *body;
    enum waiting_kind kind;
    const char *title;
    const char *words;
    struct id source; /* what it came from */
};

/* Puts it on the agenda of the body's next sitting; without one it waits for that. */
bool sitting_wait(struct ctx *c, const struct waiting *w) MUST_USE;

/* Puts what waits for the body on the agenda of a sitting that was just set. */
bool
sitting_take_waiting(struct ctx *c, struct sitting_id id, const char *body) MUST_USE;

/* Puts all that waits for the body before its next sitting, if one is set. */
bool sitting_place_waiting(struct ctx *c, const char *body) MUST_USE;

/* Lets the matters of a sitting that is not held go on to the one after it. */
bool
sitting_release_waiting(struct ctx *c, struct sitting_id id, const char *body) MUST_USE;

/* Adds what waits for the body. */
bool sitting_show_waiting(struct ctx *c,
                          const char *body,
                          struct body_entry_list *out) MUST_USE;

/*
 * What keeps an open sitting from being closed beside its items: answers by telephone that
 * are wanted, an earlier sitting by telephone to be confirmed; NULL: nothing.
 */
const char *sitting_waits(struct ctx *c, const struct sitting_records *r);

/* Refuses while answers are wanted; while an earlier sitting is not confirmed. */
bool sitting_answered(struct ctx *c, const struct sitting_records *r) MUST_USE;
bool sitting_confirmed(struct ctx *c, const struct sitting_records *r) MUST_USE;

/* Adds calls, what they still wait for, and what is to be confirmed, for the secretariat. */
bool sitting_calls(struct ctx *c,
                   const struct sitting_records *r,
                   struct sitting_view *out) MUST_USE;

/* The page where a sitting or an item is seen, with what was done. */
void sitting_done(struct ctx *c,
                  struct sitting_id id,
                  const char *said,
                  struct outcome *out);
void item_done(struct ctx *c, struct item_id id, const char *said, struct outcome *out);

/* "包括的支援推進・情報共有会議（支援会議）" of a body by its id. Source: R-127. */
const char *sitting_body_name(struct ctx *c, const char *body);

/* Fills the texts of a sitting about its body, its law and its secrecy. */
void
sitting_texts(struct ctx *c, const struct sitting_records *r, struct sitting_view *out);

/* "月2回（原則）"; NULL where the plan asks for no number. */
const char *sitting_asked(struct ctx *c, const struct plan_cadence *t);

/* What secrecy means for that body, from the plan. Source. */
const char *sitting_notice(struct ctx *c, const struct plan_meeting *body);

/*
 * Has the outcome note, after the act is undone, that a fact of that kind was refused before
 * the item, where the rule tells the chair. Always true. Source: R-109.
 */
bool sitting_tell_chair(struct ctx *c,
                        const struct decision *d,
                        enum tabled_kind kind,
                        struct item_id id,
                        struct outcome *out) MUST_USE;

/* Adds what was refused, for who has the chair. */
bool sitting_chair(struct ctx *c,
                   const struct sitting_records *r,
                   struct sitting_view *out) MUST_USE;

/* Those of a case who consent to support and to sharing as of now. */
struct matter {
    struct person_id *v;
    size_t n;
    size_t all; /* how many people the case has */
};

/*
 * Fills who of the case consents; the consent of one never covers another.
 * Source.
 */
bool sitting_matter(struct ctx *c, struct case_id id, struct matter *out) MUST_USE;

/* How consent stands in the case, by numbers of people, never by name. */
const char *sitting_matter_text(struct ctx *c, const struct matter *m);

/* Keeps whom an item that rests on consent is about: nobody else is spoken of there. */
bool
sitting_matter_add(struct ctx *c, struct item_id id, const struct matter *m) MUST_USE;

/*
 * Fills the classes that the consents of all whom the item is about cover for everybody who is
 * to hear it; while nobody of another desk is invited, what they cover at all: each reader's
 * own is asked again then.
 */
bool sitting_matter_covers(struct ctx *c,
                           const struct sql_item_show_row *i,
                           struct item_id id,
                           uint32_t *out) MUST_USE;

/* Reads who takes a seat: a post, a desk, or a name. */
struct sitter {
    struct desk_id desk;
    struct post_id post;
    const char *name;
    enum post_role role;
};

bool sitter_read(struct ctx *c,
                 const char *who,
                 const char *name,
                 struct sitter *out) MUST_USE;

/* Whether the post's pledge holds; sets the way and the instant. */
bool sitter_pledge(struct ctx *c,
                   struct post_id post,
                   enum secrecy *secrecy,
                   int64_t *sworn_at) MUST_USE;

#endif
