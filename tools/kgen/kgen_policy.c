#include "kgen_policy.h"

void
policy_class_names(const struct policy *p,
                   uint32_t classes,
                   const char *between,
                   bool labels,
                   struct buf *b)
{
    const char *sep = "";

    for (size_t i = 0; i < p->n_classes; i++) {
        if (!(classes & (1U << i)))
            continue;
        buf_printf(b, "%s%s", sep, labels ? p->classes[i].label : p->classes[i].name);
        sep = between;
    }
}

uint32_t
policy_grounds_of(const struct policy *p, size_t act, size_t item)
{
    uint32_t grounds = 0;

    for (size_t g = 0; g < p->grounds.n; g++)
        for (size_t i = 0; i < p->grounds.v[g].n_opens; i++)
            if ((p->grounds.v[g].opens[i].acts & (1U << act))
                && (p->grounds.v[g].opens[i].classes & (1U << item)))
                grounds |= 1U << g;
    return grounds;
}

/*
 * Whether the ground is one of them, as runs of numbers: engines compare with a few bounds
 * instead of making a table of all of them for each statement. The plus keeps SQLite from
 * seeking every ground by itself.
 */
static void
write_grounds(const struct policy *p, uint32_t grounds, char as, struct buf *b)
{
    const char *sep = "(";

    for (size_t g = 0, end; g < p->grounds.n; g = end) {
        for (end = g; end < p->grounds.n && (grounds & (1U << end)); end++)
            continue;
        if (end > g + 1)
            buf_printf(b, "%s+%c.ground BETWEEN %zu AND %zu", sep, as, g + 1, end);
        else if (end > g)
            buf_printf(b, "%s+%c.ground = %zu", sep, as, g + 1);
        sep = end > g ? " OR " : sep;
        end += end == g;
    }
    buf_str(b, *sep == '(' ? "FALSE" : ")");
}

/* The rows that count now: from the first instant until before the last. */
static void
write_in_force(const struct policy *p,
               uint32_t grounds,
               char as,
               const char *subject,
               struct buf *b)
{
    buf_printf(b,
               "%s IN (:subjects) AND %c.from_at <= :now"
               " AND (%c.until_at IS NULL OR %c.until_at > :now) AND ",
               subject, as, as, as);
    write_grounds(p, grounds, as, b);
}

/*
 * One text for both engines; "strongest" is the smallest number. Each case is one row because
 * no stronger one exists, not by grouping: so engines look single cases up in the index
 * instead of gathering all that the viewer reaches first. NAME_any has a row for each ground,
 * for EXISTS, which needs one only. NAME_one is the same for one case that is known: its few
 * rows are looked through, as a subject that is computed makes SQLite do, instead of filling a
 * table with the subjects to seek each.
 */
void
policy_write_visible(const struct policy *p, struct buf *b)
{
    for (size_t i = 0; i < p->n_visible; i++) {
        const struct pol_visible *v = &p->visible[i];
        uint32_t grounds = policy_grounds_of(p, v->act, v->item);

        buf_printf(b, "%s_any\tSELECT r.%s FROM %s AS r WHERE ", v->name, v->key,
                   v->table);
        write_in_force(p, grounds, 'r', "r.subject", b);
        buf_printf(b, "\n%s_one\tSELECT r.%s FROM %s AS r WHERE ", v->name, v->key,
                   v->table);
        write_in_force(p, grounds, 'r', "COALESCE(r.subject, '')", b);
        buf_printf(b, "\n%s\tSELECT r.%s, r.ground FROM %s AS r WHERE ", v->name,
                   v->key, v->table);
        write_in_force(p, grounds, 'r', "r.subject", b);
        buf_printf(b, " AND NOT EXISTS (SELECT 1 FROM %s AS q WHERE q.%s = r.%s AND ",
                   v->table, v->key, v->key);
        write_in_force(p, grounds, 'q', "q.subject", b);
        buf_str(b, " AND (+q.ground < r.ground"
                   " OR (+q.ground = r.ground AND q.subject < r.subject)))\n");
    }
}

int
kgen_policy(struct arena *mem, const char *out, int n, char **files)
{
    struct buf b = buf_new(mem);
    struct policy *p;

    if (n != 1)
        kgen_fail(files[0], 1, "policy takes one file");
    p = policy_read(mem, files[0]);
    policy_write_header(p, &b);
    kgen_write(mem, out, "policy_rules.h", &b);
    b = buf_new(mem);
    policy_write_code(p, &b);
    policy_write_tables(p, &b);
    kgen_write(mem, out, "policy_rules.c", &b);
    b = buf_new(mem);
    policy_write_doc(p, &b);
    kgen_write(mem, out, "policy.md", &b);
    b = buf_new(mem);
    policy_write_visible(p, &b);
    kgen_write(mem, out, "visible.def", &b);
    return 0;
}
