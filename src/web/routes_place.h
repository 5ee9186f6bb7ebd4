/*
 * The addresses of places, participation, services in use, and with routes_care.h of childcare,
 * for the table of routes.c.
 */
#ifndef KASANE_WEB_ROUTES_PLACE_H
#define KASANE_WEB_ROUTES_PLACE_H

#include "gen/forms.h"
#include "routes.h"
#include "routes_care.h"

/* clang-format off */
#define PLACE_ROUTES \
    CARE_ROUTES \
    { METHOD_GET, "/places", "place.list", ACCESS_POST, .api = true, .show = show_places, \
      .summary = "参加できる場所の一覧（q、kind、area、feature、stage、old、page）" }, \
    { METHOD_GET, "/places.csv", "place.export", ACCESS_POST, .show = show_places_csv }, \
    { METHOD_GET, "/places/public.csv", "place.export", ACCESS_POST, \
      .show = show_places_public }, \
    { METHOD_GET, "/places/new", "place.page", ACCESS_POST, .show = show_place_new }, \
    { METHOD_POST, "/places", "place.add", ACCESS_POST, .api = true, .act = act_place, \
      .show = show_place_new, .form = &form_place_def, .summary = "場所を書く" }, \
    { METHOD_GET, "/places/import", "place.page", ACCESS_POST, \
      .show = show_place_import }, \
    { METHOD_POST, "/places/import/check", "place.try", ACCESS_POST, .api = true, \
      .show = show_place_import, .form = &form_place_import_def, \
      .summary = "場所の表を、取り込まずに確かめる" }, \
    { METHOD_POST, "/places/import", "place.import", ACCESS_POST, .api = true, \
      .act = act_place_import, .show = show_place_import, \
      .form = &form_place_import_def, .summary = "場所を表から取り込む" }, \
    { METHOD_GET, "/places/community", "place.community", ACCESS_POST, .api = true, \
      .show = show_community_items, .summary = "地域づくりへ渡した場所" }, \
    { METHOD_GET, "/places/figures", "place.figures", ACCESS_POST, .api = true, \
      .show = show_place_figures, .summary = "参加支援の数（year）" }, \
    { METHOD_GET, "/places/work", "place.work", ACCESS_POST, .api = true, \
      .show = show_place_works, .summary = "資源の活動と、つながりの間のあいた相手（year）" }, \
    { METHOD_GET, "/places/work.csv", "place.export", ACCESS_POST, \
      .show = show_place_work_csv }, \
    { METHOD_POST, "/places/work", "place.worked", ACCESS_POST, .api = true, \
      .act = act_place_work, .show = show_place_works, .form = &form_place_work_def, \
      .summary = "資源の活動を書く" }, \
    { METHOD_GET, "/places/surveys", "survey.list", ACCESS_POST, .api = true, \
      .show = show_surveys, .summary = "見えていないニーズの調査" }, \
    { METHOD_POST, "/places/surveys", "survey.add", ACCESS_POST, .api = true, \
      .act = act_survey, .show = show_surveys, .form = &form_survey_def, \
      .summary = "送った調査を書く" }, \
    { METHOD_GET, "/places/surveys/{id}", "survey.show", ACCESS_POST, .api = true, \
      .show = show_survey, .summary = "調査の回答率とニーズ" }, \
    { METHOD_POST, "/places/surveys/{id}", "survey.answer", ACCESS_POST, .api = true, \
      .act = act_survey_answer, .show = show_survey, .form = &form_survey_answer_def, \
      .summary = "調査の回答を書く" }, \
    { METHOD_GET, "/places/entries/{id}", "place.page", ACCESS_POST, \
      .show = show_place_withdraw }, \
    { METHOD_POST, "/places/entries/{id}", "place.withdraw", ACCESS_POST, .api = true, \
      .act = act_place_withdraw, .show = show_place_withdraw, \
      .form = &form_place_withdraw_def, .summary = "書いた活動・調査・回答を取り消す" }, \
    { METHOD_GET, "/places/{id}", "place.show", ACCESS_POST, .api = true, .show = show_place, \
      .summary = "場所の1ページ" }, \
    { METHOD_GET, "/places/{id}/mend", "place.page", ACCESS_POST, \
      .show = show_place_mend }, \
    { METHOD_POST, "/places/{id}", "place.mend", ACCESS_POST, .api = true, \
      .act = act_place_mend, .show = show_place_mend, .form = &form_place_def, \
      .summary = "場所を直す" }, \
    { METHOD_POST, "/places/{id}/check", "place.check", ACCESS_POST, .api = true, \
      .act = act_place_check, .show = show_place, .form = &form_place_check_def, \
      .summary = "先方に確かめた日を書く" }, \
    { METHOD_POST, "/places/{id}/stage", "place.move", ACCESS_POST, .api = true, \
      .act = act_place_stage, .show = show_place, .form = &form_place_stage_def, \
      .summary = "場所の段階を進める" }, \
    { METHOD_GET, "/places/{id}/sessions", "place.sessions", ACCESS_POST, .api = true, \
      .show = show_place_sessions, .summary = "場所で開いた会と、関わるケースの人の出席" }, \
    { METHOD_POST, "/places/{id}/sessions", "place.held", ACCESS_POST, .api = true, \
      .act = act_place_session, .show = show_place_sessions, \
      .form = &form_place_session_def, .summary = "開いた会を書く" }, \
    { METHOD_POST, "/cases/{id}/attendances", "attendance.add", ACCESS_POST, .api = true, \
      .act = act_attendance, .show = show_participation, .form = &form_attendance_def, \
      .summary = "会に出たことを書く" }, \
    { METHOD_GET, "/cases/{id}/places", "participation.show", ACCESS_POST, .api = true, \
      .show = show_participation, .summary = "参加と場所：希望、合う場所、進みぐあい" }, \
    { METHOD_POST, "/cases/{id}/participation", "participation.open", ACCESS_POST, .api = true, \
      .act = act_participation, .show = show_participation, \
      .form = &form_participation_def, .summary = "参加支援を始める" }, \
    { METHOD_POST, "/cases/{id}/wishes", "wish.add", ACCESS_POST, .api = true, \
      .act = act_wish, .show = show_participation, .form = &form_wish_def, \
      .summary = "希望を書く" }, \
    { METHOD_POST, "/cases/{id}/places/missing", "place.missing", ACCESS_POST, .api = true, \
      .act = act_place_missing, .show = show_participation, \
      .form = &form_place_missing_def, .summary = "足りない場所として残す" }, \
    { METHOD_GET, "/cases/{id}/places/propose", "placement.page", ACCESS_POST, \
      .show = show_placement_new }, \
    { METHOD_GET, "/cases/{id}/places/paper", "placement.paper", ACCESS_POST, \
      .show = show_place_paper }, \
    { METHOD_POST, "/cases/{id}/placements", "placement.add", ACCESS_POST, .api = true, \
      .act = act_placement, .show = show_placement_new, .form = &form_placement_def, \
      .summary = "場所をすすめる" }, \
    { METHOD_GET, "/placements/{id}", "placement.show", ACCESS_POST, .api = true, \
      .show = show_placement, .summary = "すすめた場所の歩み" }, \
    { METHOD_POST, "/placements/{id}/move", "placement.move", ACCESS_POST, .api = true, \
      .act = act_placement_move, .show = show_placement, \
      .form = &form_placement_move_def, .summary = "見学・体験・通う・役割へ進める" }, \
    { METHOD_POST, "/placements/{id}/host", "placement.host", ACCESS_POST, .api = true, \
      .act = act_placement_host, .show = show_placement, \
      .form = &form_placement_host_def, .summary = "受け入れ先をたずねる日を決める" }, \
    { METHOD_GET, "/placement-days/{id}", "placement.show", ACCESS_POST, \
      .show = show_placement_day }, \
    { METHOD_POST, "/placement-days/{id}", "placement.asked", ACCESS_POST, .api = true, \
      .act = act_placement_day, .show = show_placement_day, \
      .form = &form_placement_day_def, .summary = "フォローアップのようすを書く" }, \
    { METHOD_GET, "/cases/{id}/enrolments", "enrolment.list", ACCESS_POST, .api = true, \
      .show = show_enrolments, .summary = "利用しているサービス" }, \
    { METHOD_POST, "/cases/{id}/enrolments", "enrolment.add", ACCESS_POST, .api = true, \
      .act = act_enrol, .show = show_enrolments, .form = &form_enrolment_def, \
      .summary = "利用しているサービスを加える" }, \
    { METHOD_GET, "/enrolments/{id}/end", "enrolment.page", ACCESS_POST, \
      .show = show_enrolment_end }, \
    { METHOD_POST, "/enrolments/{id}/end", "enrolment.end", ACCESS_POST, .api = true, \
      .act = act_enrolment_end, .show = show_enrolment_end, \
      .form = &form_enrolment_end_def, .summary = "サービスの終わりを書く" },
/* clang-format on */

#endif
