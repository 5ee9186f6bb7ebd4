/*
 * From the people of a case to their pictures; as show.h. Nothing is drawn of whom the viewer
 * may not know, and nobody is named whose name is closed.
 */
#ifndef KASANE_POLICY_SHOW_PICTURE_H
#define KASANE_POLICY_SHOW_PICTURE_H

#include "picture_view.h"
#include "show_household.h"
#include "show_paper.h"

/* Fills the pictures as of the day. notes: of the last year, for how strong ties are. */
void policy_show_pictures(struct ctx *c,
                          const struct facts *facts,
                          const struct people_records *r,
                          const struct sql_paper_notes_rows *notes,
                          struct day on,
                          struct pictures_view *out);

/* Puts the same pictures on a paper. */
void policy_show_pictures_paper(struct ctx *c,
                                const struct facts *facts,
                                const struct pictures_view *v,
                                struct paper_view *out);

/* What a person is called where another file has decided about each. */
struct picture_person {
    const char *name; /* "試験 花枝", "Aさん" */
    const char *age;  /* "80代"; NULL: the years as they are known */
    bool welfare;     /* it may be said that the person died */
};

/* What the pictures are made from; for the files that make them. */
struct picturing {
    struct ctx *c;
    const struct facts *facts;
    const struct people_records *r;
    struct day on;
    struct decision whole;
    const struct picture_person *as; /* by row of people; NULL: decided by the facts */
};

/* Says whether a time that was said holds on the day; both ends may be unknown. */
bool picture_holds(const struct picturing *m,
                   struct day from,
                   const char *until_words,
                   struct day until);

/* May the viewer know of this line of coordination. */
bool picture_open(const struct picturing *m, struct desk_id desk, struct post_id post);

/* The family, who is there, the years. */
void picture_family(const struct picturing *m, struct pictures_view *out);
void picture_ties(const struct picturing *m,
                  const struct sql_paper_notes_rows *notes,
                  struct pictures_view *out);
void picture_years(const struct picturing *m, struct pictures_view *out);

/* Makes the marks of a drawing from its picture. */
void picture_marks(struct ctx *c, const struct picture *p, struct drawing_view *out);

#endif
