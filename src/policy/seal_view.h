/*
 * The mark of the ground on which something is seen: one character, one colour, one name.
 */
#ifndef KASANE_POLICY_SEAL_VIEW_H
#define KASANE_POLICY_SEAL_VIEW_H

#include <stdbool.h>
#include <stddef.h>

/*
 * tone, mark, name:
 *   own      自  自機関の記録          consent  同  本人の同意
 *   part     同  本人の同意（一部）    referral 送  つなぎで届いた分
 *   meeting  会  支援会議（106条の6）  law      法  ほかの法律
 *   glass    急  緊急の閲覧            none     ―  根拠なし
 */
struct seal_view {
    const char *tone;
    const char *mark;
    const char *name;
};

/* One sheet of the pile at the top of a case. The hatched last one is the page's own. */
struct layer_view {
    struct seal_view seal;
    const char *name;  /* "ハナさんの同意" */
    const char *what;  /* "健康・介護・暮らし　／　6機関" */
    const char *until; /* "令和9年3月31日まで" */
    bool late;         /* ends soon */
    const char *depth; /* "0" … "6": how far in the sheet lies */
};

struct layer_list {
    struct layer_view *v;
    size_t n;
    size_t cap;
};

#endif
