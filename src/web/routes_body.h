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
      .form = &form_body_evaluation_def, .summary = "会議の年度の評価を書く" }, \
    { METHOD_POST, "/meetings/themes", "body.theme", ACCESS_POST, .api = true, \
      .act = act_body_theme, .show = show_body_year, .form = &form_body_theme_def, \
      .summary = "研究のテーマを立てる" }, \
    { METHOD_POST, "/local-issues/{id}/lift", "local_issue.lift", ACCESS_POST, \
      .api = true, .act = act_local_issue_lift, .show = show_local_issue, \
      .form = &form_local_issue_lift_def, .summary = "地域課題を上の会議へ上げる" }, \
    { METHOD_GET, "/items/{id}/after", "item.after", ACCESS_POST, .api = true, \
      .show = show_item_after, .summary = "案件が決まったあとのこと" }, \
    { METHOD_POST, "/items/{id}/subgroups", "subgroup.add", ACCESS_POST, .api = true, \
      .act = act_subgroup, .show = show_item_after, .form = &form_subgroup_new_def, \
      .summary = "部会をつくる" }, \
    { METHOD_GET, "/subgroups/{id}", "subgroup.show", ACCESS_POST, .api = true, \
      .show = show_subgroup, .summary = "部会" }, \
    { METHOD_POST, "/subgroups/{id}/close", "subgroup.close", ACCESS_POST, .api = true, \
      .act = act_subgroup_close, .show = show_subgroup, \
      .form = &form_subgroup_close_def, .summary = "報告を書いて部会を終える" }, \
    { METHOD_GET, "/meetings/{id}/plans", "sitting.show", ACCESS_POST, \
      .show = show_sitting_plans }, \
    { METHOD_POST, "/meetings/{id}/plans", "item.add", ACCESS_POST, .api = true, \
      .act = act_item_add_plan, .show = show_sitting_plans, .form = &form_plan_agenda_def, \
      .summary = "会議を待つプランを案件に加える" }, \
    { METHOD_POST, "/items/{id}/proposals", "role.propose", ACCESS_POST, .api = true, \
      .act = act_role_propose, .show = show_item_after, .form = &form_role_proposal_def, \
      .summary = "支援機関の会議に役割を提案する" }, \
    { METHOD_POST, "/items/{id}/agency-meeting", "agency_meeting.set", ACCESS_POST, \
      .api = true, .act = act_agency_meeting, .show = show_item_after, \
      .form = &form_agency_meeting_def, .summary = "支援機関の会議を企画する" }, \
    { METHOD_POST, "/role-proposals/{id}/settle", "role.settle", ACCESS_POST, \
      .api = true, .act = act_role_settle, .show = show_sittings, \
      .summary = "提案された役割を決める" }, \
    { METHOD_POST, "/items/{id}/places", "item.place", ACCESS_POST, .api = true, \
      .act = act_item_place, .show = show_item_after, .form = &form_item_place_def, \
      .summary = "案件からできたメニューをつなぐ" }, \
    { METHOD_POST, "/today/stranded", "duty.give", ACCESS_POST, .api = true, \
      .act = act_stranded, .show = show_today, .form = &form_stranded_def, \
      .summary = "役目が終わった人の用事を渡す" }, \
    { METHOD_GET, "/body-records/{id}", "body.record", ACCESS_POST, .api = true, \
      .show = show_body_record, .summary = "会議の報告・意見などの1件と履歴" }, \
    { METHOD_POST, "/body-records/{id}", "body.mend", ACCESS_POST, .api = true, \
      .act = act_body_mend, .show = show_body_record, .form = &form_body_mend_def, \
      .summary = "会議の報告・意見などを直す" }, \
    { METHOD_POST, "/body-records/{id}/withdraw", "body.withdraw", ACCESS_POST, \
      .api = true, .act = act_body_withdraw, .show = show_body_record, \
      .form = &form_body_withdraw_def, .summary = "会議の報告・意見などを取り消す" }, \
    { METHOD_POST, "/items/{id}/proposals/withdraw", "role.withdraw", ACCESS_POST, \
      .api = true, .act = act_role_withdraw, .show = show_item_after, \
      .form = &form_role_withdraw_def, .summary = "提案した役割を取り下げる" }, \
    { METHOD_POST, "/items/{id}/places/drop", "item.place_drop", ACCESS_POST, \
      .api = true, .act = act_item_place_drop, .show = show_item_after, \
      .form = &form_item_place_drop_def, .summary = "つないだメニューを取り消す" }, \
    { METHOD_GET, "/meetings/groups", "group.list", ACCESS_POST, .api = true, \
      .show = show_body_groups, .summary = "会議に加わる団体（body、on）" }, \
    { METHOD_POST, "/meetings/groups", "group.add", ACCESS_POST, .api = true, \
      .act = act_body_group, .show = show_body_groups, .form = &form_body_group_def, \
      .summary = "会議に団体を加える" }, \
    { METHOD_POST, "/groups/{id}/end", "group.end", ACCESS_POST, .api = true, \
      .act = act_body_group_end, .show = show_body_record, \
      .form = &form_body_group_end_def, .summary = "団体が抜けたと書く" }, \
    { METHOD_POST, "/meetings/events", "event.add", ACCESS_POST, .api = true, \
      .act = act_body_event, .show = show_body_groups, .form = &form_body_event_def, \
      .summary = "団体の催し・活動を書く" }, \
    { METHOD_GET, "/meetings/areas", "area_body.list", ACCESS_POST, .api = true, \
      .show = show_area_bodies, .summary = "圏域の会議" }, \
    { METHOD_POST, "/meetings/areas", "area_body.add", ACCESS_POST, .api = true, \
      .act = act_area_body, .show = show_area_bodies, .form = &form_area_body_def, \
      .summary = "圏域の会議を書く" }, \
    { METHOD_POST, "/area-bodies/{id}/end", "area_body.end", ACCESS_POST, .api = true, \
      .act = act_area_body_end, .show = show_area_bodies, \
      .summary = "圏域の会議を終える" },
/* clang-format on */

#endif
