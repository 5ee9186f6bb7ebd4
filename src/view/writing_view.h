/*
 * What stands around a form in which somebody is writing: texts to begin with, and the draft
 * that it was taken up from.
 */
#ifndef KASANE_VIEW_WRITING_VIEW_H
#define KASANE_VIEW_WRITING_VIEW_H

#include "../policy/link_view.h"

struct writing_view {
    struct link_list begins; /* texts in frequent use, each with its address */
    const char *draft_id;    /* NULL: none */
    const char *saved; /* "10時42分 書きかけを保存しました"; NULL: none */
};

#endif
