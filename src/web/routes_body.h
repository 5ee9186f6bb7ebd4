/*
 * The addresses of the bodies of the plan beside their sittings, for the table of routes.c.
 */
#ifndef KASANE_WEB_ROUTES_BODY_H
#define KASANE_WEB_ROUTES_BODY_H

#include "gen/forms.h"
#include "routes.h"

/* clang-format off */
#define BODY_ROUTES \
    { METHOD_GET, "/meetings/year", "sitting.year", ACCESS_POST, .api = true, \
      .show = show_body_year, .summary = "会議の年度のまとめ" }, \
    { METHOD_POST, "/meetings/year", "body.entry", ACCESS_POST, .api = true, \
      .act = act_body_entry, .show = show_body_year, .form = &form_body_entry_def, \
      .summary = "会議の報告・意見・ルールを書く" }, \
    { METHOD_POST, "/meetings/evaluations", "body.evaluate", ACCESS_POST, .api = true, \
      .act = act_body_evaluation, .show = show_body_year, \
      .form = &form_body_evaluation_def, .summary = "会議の年度の評価を書く" },
/* clang-format on */

#endif
