/*
 * Pages that more than one handler shows.
 */
#ifndef KASANE_WEB_WEB_PART_H
#define KASANE_WEB_WEB_PART_H

#include "../policy/candidate_view.h"
#include "../server/unit.h"
#include "../view/frame_view.h"

/* The page for taking a consultation, with those whom it may be about. */
bool web_intake_page(struct ctx *c,
                     const struct request *req,
                     const struct candidates_view *alike,
                     struct reply *rep) MUST_USE;

/*
 * Puts a consultation aside; route: the page that takes it up again. No name in its title: how
 * it came and when it was begun is enough to find it again.
 */
bool web_intake_aside(struct ctx *c,
                      const struct request *req,
                      const char *route,
                      struct outcome *out) MUST_USE;

/* The page of a case's people, with those whom the one typed may be. */
bool web_people_page(struct ctx *c,
                     const struct request *req,
                     const struct candidates_view *alike,
                     struct reply *rep) MUST_USE;

/* Fills the frame of a page about places, with its crumbs. */
bool web_place_begin(struct ctx *c,
                     const struct request *req,
                     const char *title,
                     struct frame_view *f) MUST_USE;

#endif
