/*
 * The gallery: every page with invented people in it, written as files, so that look and
 * accessibility are tested without a server. Not a fixture for anything else.
 */
#ifndef KASANE_TESTS_LOOK_GALLERY_H
#define KASANE_TESTS_LOOK_GALLERY_H

#include "../../src/base/buf.h"
#include "../../src/policy/case_head_view.h"
#include "../../src/view/frame_view.h"

#include <stdio.h>

struct gallery {
    struct arena *mem;
    const char *folder;
    FILE *list; /* the names of the pages, one a line */
    struct frame_view f;
};

/* Fills a list of a view with a copy of an array. */
#define FILL(g, list, array)                                                           \
    ((list).v = gallery_copy((g)->mem, (array), sizeof(array)),                        \
     (list).n = sizeof(array) / sizeof *(array))
void *gallery_copy(struct arena *mem, const void *p, size_t size);

/* Returns the frame with the title, and the entry of the navigation marked; 0 none. */
struct frame_view gallery_frame(const struct gallery *g, const char *title, size_t nav);

/* Returns the head of a case's pages, with the tab of that place in the row marked. */
struct case_head_view gallery_head(const struct gallery *g, size_t tab);

/* Writes the page; ends the program when the file cannot be written. */
void gallery_write(struct gallery *g, const char *name, struct buf *page);

void gallery_door(struct gallery *g);
void gallery_today(struct gallery *g);
void gallery_intake(struct gallery *g);
void gallery_case(struct gallery *g);
void gallery_sitting(struct gallery *g);
void gallery_body(struct gallery *g);
void gallery_referral(struct gallery *g);
void gallery_list(struct gallery *g);
void gallery_plan(struct gallery *g);
void gallery_place(struct gallery *g);
void gallery_place_work(struct gallery *g);
void gallery_care(struct gallery *g);
void gallery_access(struct gallery *g);
void gallery_office(struct gallery *g);
void gallery_error(struct gallery *g);

#endif
