/*
 * The addresses of pregnancies and of the children born, and of requests for disclosure, for the table of routes.c.
 */
#ifndef KASANE_WEB_ROUTES_CARE_H
#define KASANE_WEB_ROUTES_CARE_H

#include "gen/forms.h"
#include "routes.h"

/* clang-format off */
#define CARE_ROUTES \
    { METHOD_GET, "/access-requests", "access.list", ACCESS_POST, .api = true, \
      .show = show_accesses, .summary = "開示の請求の受付簿（名前は出ない）" }, \
    { METHOD_POST, "/persons/{id}/access", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_receive, .show = show_own_reports, \
      .form = &form_access_request_def, .summary = "開示の請求を受け付ける" }, \
    { METHOD_GET, "/access-requests/{id}", "access.show", ACCESS_POST, .api = true, \
      .show = show_access, .summary = "開示の請求" }, \
    { METHOD_POST, "/access-requests/{id}/mend", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_mend, .show = show_access, .form = &form_access_mend_def, \
      .summary = "補正を求める" }, \
    { METHOD_POST, "/access-requests/{id}/mended", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_mended, .show = show_access, .form = &form_access_mended_def, \
      .summary = "補正された日を書く" }, \
    { METHOD_POST, "/access-requests/{id}/extend", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_extend, .show = show_access, .form = &form_access_extend_def, \
      .summary = "期限を延ばす（一度だけ）" }, \
    { METHOD_POST, "/access-requests/{id}/decide", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_decide, .show = show_access, .form = &form_access_decide_def, \
      .summary = "開示の決定を書く" }, \
    { METHOD_POST, "/access-requests/{id}/lines", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_check, .show = show_access, .form = &form_access_check_def, \
      .summary = "ご本人のことだけを書いた行を確かめる" }, \
    { METHOD_POST, "/access-requests/{id}/hand", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_hand, .show = show_access, .form = &form_access_hand_def, \
      .summary = "紙を渡したことを書く" }, \
    { METHOD_POST, "/access-requests/{id}/back", "access.write", ACCESS_POST, .api = true, \
      .act = act_access_back, .show = show_access, .form = &form_access_back_def, \
      .summary = "請求の取り下げを書く" }, \
    { METHOD_POST, "/cases/{id}/outreach/pass", "outreach.pass", ACCESS_POST, .api = true, \
      .act = act_outreach_pass, .show = show_outreach, .form = &form_outreach_pass_def, \
      .summary = "順番の訪問を、つぎの機関へ渡す" }, \
    { METHOD_GET, "/cases/{id}/childcare", "childcare.show", ACCESS_POST, .api = true, \
      .show = show_childcare, .summary = "妊娠と子育ての記録（こども家庭センター）" }, \
    { METHOD_POST, "/cases/{id}/childcare", "childcare.write", ACCESS_POST, .api = true, \
      .act = act_pregnancy, .show = show_childcare, .form = &form_pregnancy_def, \
      .summary = "妊娠を書く" }, \
    { METHOD_GET, "/pregnancies/{id}", "childcare.show", ACCESS_POST, .api = true, \
      .show = show_pregnancy, .summary = "妊娠の記録" }, \
    { METHOD_POST, "/pregnancies/{id}", "childcare.write", ACCESS_POST, .api = true, \
      .act = act_pregnancy_mend, .show = show_pregnancy, \
      .form = &form_pregnancy_mend_def, \
      .summary = "妊娠の記録を直す" }, \
    { METHOD_POST, "/pregnancies/{id}/birth", "childcare.write", ACCESS_POST, .api = true, \
      .act = act_birth, .show = show_pregnancy, .form = &form_birth_def, \
      .summary = "生まれたことを書く" }, \
    { METHOD_POST, "/pregnancies/{id}/end", "childcare.write", ACCESS_POST, .api = true, \
      .act = act_pregnancy_end, .show = show_pregnancy, .form = &form_pregnancy_end_def, \
      .summary = "出産のないまま閉じる" }, \
    { METHOD_POST, "/pregnancies/{id}/back", "childcare.write", ACCESS_POST, .api = true, \
      .act = act_pregnancy_back, .show = show_pregnancy, .form = &form_pregnancy_back_def, \
      .summary = "まちがえて閉じた記録を、妊娠中へもどす" }, \
    { METHOD_GET, "/newborns/{id}", "childcare.show", ACCESS_POST, .api = true, \
      .show = show_newborn, .summary = "生まれた子の記録" }, \
    { METHOD_POST, "/newborns/{id}", "childcare.write", ACCESS_POST, .api = true, \
      .act = act_newborn_mend, .show = show_newborn, .form = &form_newborn_def, \
      .summary = "生まれた子の記録を直す" },
/* clang-format on */

#endif
