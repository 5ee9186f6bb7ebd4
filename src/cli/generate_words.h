/*
 * Words for the synthetic town. Family names, places and events are plainly invented: 見本,
 * 架空, 仮野. No real person, address or case stands behind them.
 */
#ifndef KASANE_CLI_GENERATE_WORDS_H
#define KASANE_CLI_GENERATE_WORDS_H

#include "generate_part.h"

struct gen_person {
    const char *name; /* 見本 例子 */
    const char *kana;
    int64_t age;
    const char *place; /* 見本町2丁目 */
};

struct gen_person gen_words_person(struct generator *g);

/* Returns what was asked for; what an entry of the record says happened. */
const char *gen_words_consultation(struct generator *g, const struct gen_person *p);
const char *gen_words_fact(struct generator *g);

/* Texts to draw one of; from GEN_TOPIC on, codes of the program's lists. */
enum gen_list {
    GEN_SAID,
    GEN_OPINION,
    GEN_STEP,
    GEN_PURPOSE,
    GEN_HANDED,
    GEN_TOPIC,
    GEN_ROUTE,
    GEN_METHOD,
    GEN_INTAKE,
    GEN_ASK,
    GEN_RETURN,
    GEN_OUTCOME
};
const char *gen_word(struct generator *g, enum gen_list list);

/* Returns the name of somebody on the staff, by number. */
const char *gen_words_staff(struct generator *g, size_t number);

#endif
