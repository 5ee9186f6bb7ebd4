/*
 * How far the night's work has come: kept by the writer between passes.
 */
#ifndef KASANE_STORE_STORE_NIGHT_H
#define KASANE_STORE_STORE_NIGHT_H

#include "../base/id.h"

enum night_step {
    NIGHT_OWNERS, /* posts that ended: their cases go to the same person's next post */
    NIGHT_STEPS,  /* and so do open steps */
    NIGHT_LISTS,  /* lines of the work list without a source, and the other way about */
    NIGHT_WATCH,  /* what stands on the work list for the case as a whole */
    NIGHT_REACH,  /* reach against its sources */
    NIGHT_DONE
};

struct night {
    enum night_step step;
    struct id after; /* the last case of the step that was done */
    size_t fixed;    /* what was not right */
};

#endif
