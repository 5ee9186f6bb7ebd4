#include "kgen_policy.h"

void
policy_write_doc(const struct policy *p, struct buf *b)
{
    buf_printf(b, "# Who may see what (%zu grounds, %zu forbids)\n", p->grounds.n,
               p->forbids.n);
}
