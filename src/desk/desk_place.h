/*
 * The register of places: finding, writing, confirming, moving on, bringing in a table. Each
 * act runs in the transaction that its door opened, for the viewer of the context.
 */
#ifndef KASANE_DESK_PLACE_H
#define KASANE_DESK_PLACE_H

#include "../base/outcome.h"
#include "../domain/table.h"
#include "../view/place_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/* What a list is asked for; every text may be "". page: from 1. */
struct place_query {
    const char *key;
    const char *kind;
    const char *area;
    const char *feature;
    const char *stage;
    bool old;
    int64_t page;
};

/* A page of the register; staff see what is not published too. */
bool desk_places(struct ctx *c,
                 const struct place_query *q,
                 struct places_view *out) MUST_USE;

/* All of it as a table; published: only what may leave the office. Source: R-221. */
bool desk_places_table(struct ctx *c, bool published, struct table *out) MUST_USE;

/* One place with its history. */
bool
desk_place_show(struct ctx *c, struct place_id id, struct place_view *out) MUST_USE;

/* Says whether the form of a place is for the viewer; MISSING to who could not send it. */
bool desk_place_new(struct ctx *c) MUST_USE;

/* Writes a place; one without a stage is there already. */
bool
desk_place_add(struct ctx *c, const struct form_place *f, struct outcome *out) MUST_USE;

/* Its form with what stands there now; CONFLICT when it was mended since it was read. */
bool desk_place_values(struct ctx *c,
                       struct place_id id,
                       struct place_mend_view *out,
                       struct form_place *values) MUST_USE;
bool desk_place_mend(struct ctx *c,
                     struct place_id id,
                     const struct form_place *f,
                     struct outcome *out) MUST_USE;

/* Notes that a human asked there on a day. */
bool desk_place_check(struct ctx *c,
                      struct place_id id,
                      const struct form_place_check *f,
                      struct outcome *out) MUST_USE;

/*
 * Moves a place on; RULE for a jump. Where the profile says so, a settled place is handed to
 * community building, once. Source.
 */
bool desk_place_move(struct ctx *c,
                     struct place_id id,
                     const struct form_place_stage *f,
                     struct outcome *out) MUST_USE;

/* Sittings at which a menu may have been made, for the form. Source: R-223. */
struct form_options desk_place_sittings(struct ctx *c);

/* What a table would come to: errors by line and field; text "" only explains. */
bool desk_place_import_check(struct ctx *c,
                             const char *csv,
                             struct place_import_view *out) MUST_USE;

/* Adds all rows, or none while one of them is wrong. */
bool desk_place_import(struct ctx *c, const char *csv, struct outcome *out) MUST_USE;

/* The places handed to community building. Source: R-214. */
bool desk_community_items(struct ctx *c, struct community_items_view *out) MUST_USE;

#endif
