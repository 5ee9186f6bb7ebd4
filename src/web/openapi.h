/*
 * The OpenAPI 3.1 description of what machines may ask, written from the table of routes and
 * the forms they take, so that it cannot tell anything else than they do.
 */
#ifndef KASANE_WEB_OPENAPI_H
#define KASANE_WEB_OPENAPI_H

#include "../server/route.h"

/*
 * Appends the description as JSON. routes: ended by one without a pattern; only those with
 * .api are told. base: path of the API ("/niiza/api/v1").
 */
void openapi_write(struct buf *out, const struct route *routes, const char *base);

#endif
