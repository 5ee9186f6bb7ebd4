/*
 * The rules of disclosure as kgen holds them between reading (kgen_policy_read.c) and writing
 * C (kgen_policy_code.c) and documentation (kgen_policy_doc.c). The grammar is described at
 * the top of src/policy/rules.def.
 */
#ifndef KASANE_TOOLS_KGEN_POLICY_H
#define KASANE_TOOLS_KGEN_POLICY_H

#include "kgen.h"

#include <stdint.h>

enum {
    POL_MAX = 31,       /* classes, acts, facts, grounds, forbids: bits of a word */
    POL_VALUES_MAX = 24 /* values of one fact */
};

struct pol_name {
    const char *name;
    const char *label;
    const char *note;
};

struct pol_fact {
    const char *name;
    const char *prefix; /* of its constants; NULL for a set of classes */
    const char *values[POL_VALUES_MAX];
    size_t n;
};

/* fact is (not) one of the values; for a set of classes: is given */
struct pol_term {
    size_t fact;
    uint32_t values;
    bool not ;
};

struct pol_cond {
    struct pol_term terms[6];
    size_t n;
    const char *text; /* as written */
};

struct pol_opens {
    uint32_t classes;
    uint32_t acts;
    int within; /* number of the mask fact, or -1 */
};

/* A ground, a forbid or an obligation: each uses the members that its grammar has. */
struct pol_rule {
    const char *name;
    const char *label;
    const char *seal;
    const char *style;
    const char *text;
    const char *source;
    const char *tell;
    struct pol_cond when[4];
    size_t n_when;
    struct pol_opens opens[8];
    size_t n_opens;
    uint32_t acts;
    uint32_t classes;
    uint32_t grounds;
    int unless; /* number of the mask fact, or -1 */
    int line;
};

struct pol_list {
    struct pol_rule v[POL_MAX];
    size_t n;
};

struct pol_ceiling {
    const char *role;
    const char *source;
    uint32_t classes[POL_MAX]; /* by act */
};

struct pol_visible {
    const char *name;
    const char *table;
    const char *key;
    size_t act;
    size_t item;
};

struct policy {
    const char *path;
    struct arena *mem;
    struct pol_name classes[POL_MAX], acts[POL_MAX];
    struct pol_fact facts[POL_MAX];
    struct {
        const char *name;
        uint32_t classes;
    } sets[POL_MAX];
    struct pol_ceiling ceilings[POL_MAX];
    struct pol_visible visible[8];
    struct pol_list grounds, forbids, obligations;
    size_t n_classes, n_acts, n_facts, n_sets, n_ceilings, n_visible;
};

/* Reads the rules; ends the program at the first error. */
struct policy *policy_read(struct arena *mem, const char *path);

/* Write gen/policy_rules.h and gen/policy_rules.c. */
void policy_write_header(const struct policy *p, struct buf *b);
void policy_write_code(const struct policy *p, struct buf *b);

/* Writes the sentences and tables of names that gen/policy_rules.c ends with. */
void policy_write_tables(const struct policy *p, struct buf *b);

/* Write gen/policy.md and gen/visible.def. */
void policy_write_doc(const struct policy *p, struct buf *b);
void policy_write_visible(const struct policy *p, struct buf *b);

/* Appends the names of the set's classes, with that between them. */
void policy_class_names(const struct policy *p,
                        uint32_t classes,
                        const char *between,
                        bool labels,
                        struct buf *b);

/* Says which grounds open the class for the act. */
uint32_t policy_grounds_of(const struct policy *p, size_t act, size_t item);

#endif
