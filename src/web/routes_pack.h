/*
 * The addresses of a sitting's papers and calls, for the table of routes.c.
 */
#ifndef KASANE_WEB_ROUTES_PACK_H
#define KASANE_WEB_ROUTES_PACK_H

#include "gen/forms.h"
#include "routes.h"

/* clang-format off */
#define PACK_ROUTES \
    { METHOD_POST, "/meetings/{id}/calls", "sitting.call", ACCESS_POST, .api = true, \
      .act = act_sitting_call, .show = show_sitting, .form = &form_sitting_call_def, \
      .summary = "電話・持ち回りの会議の電話を書く" }, \
    { METHOD_POST, "/meetings/{id}/confirm", "sitting.confirm", ACCESS_POST, .api = true, \
      .act = act_sitting_confirm, .show = show_sitting, \
      .form = &form_sitting_confirm_def, \
      .summary = "電話・持ち回りの会議を、集まった会議で確認する" }, \
    { METHOD_GET, "/meetings/{id}/pack", "sitting.pack", ACCESS_POST, .api = true, \
      .show = show_pack, .summary = "会議の資料" }, \
    { METHOD_POST, "/attendees/{id}/items", "seat.items", ACCESS_POST, .api = true, \
      .act = act_seat_items, .show = show_seat, .form = &form_seat_items_def, \
      .summary = "出る案件を書き直す" }, \
    { METHOD_POST, "/attendees/{id}/copies", "copy.make", ACCESS_POST, .api = true, \
      .act = act_copy_make, .show = show_seat, \
      .summary = "資料に番号をつけて印刷する" }, \
    { METHOD_POST, "/meetings/{id}/copies", "copy.make", ACCESS_POST, .api = true, \
      .act = act_copies_make, .show = show_sitting, \
      .summary = "全員の資料に番号をつけて、まとめて印刷する" }, \
    { METHOD_GET, "/meetings/{id}/set.pdf", "paper.set", ACCESS_POST, .api = true, \
      .slow = true, .show = show_sitting_papers, \
      .summary = "会議の紙のひとそろい（通知・次第・名簿・会議録・全員の資料）" }, \
    { METHOD_GET, "/meetings/{id}/cards.pdf", "paper.card", ACCESS_POST, .api = true, \
      .slow = true, .show = show_sitting_cards, .summary = "民生委員への返事の紙" }, \
    { METHOD_POST, "/meetings/{id}/returned", "copy.return", ACCESS_POST, .api = true, \
      .act = act_copies_back, .show = show_sitting, .form = &form_copies_back_def, \
      .summary = "回収した資料の番号をまとめて書く" }, \
    { METHOD_GET, "/copies/{id}.pdf", "paper.copy", ACCESS_POST, .api = true, .slow = true, \
      .show = show_copy_paper, .summary = "番号つきの資料を印刷する" }, \
    { METHOD_POST, "/copies/{id}/out", "copy.return", ACCESS_POST, .api = true, \
      .act = act_copy_out, .show = show_copy, .summary = "まだ返っていない資料に戻す" }, \
    { METHOD_POST, "/copies/{id}/lost", "copy.return", ACCESS_POST, .api = true, \
      .act = act_copy_lost, .show = show_copy, .form = &form_copy_lost_def, \
      .summary = "資料がなくなったことを書く" }, \
    { METHOD_GET, "/copies/{id}", "copy.show", ACCESS_POST, .api = true, .show = show_copy, \
      .summary = "番号つきの資料" }, \
    { METHOD_POST, "/copies/{id}/return", "copy.return", ACCESS_POST, .api = true, \
      .act = act_copy_return, .show = show_copy, .summary = "資料を回収した" },
/* clang-format on */

#endif
