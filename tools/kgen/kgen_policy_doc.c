#include "kgen_policy.h"

/* Who may see what, for people: Japanese first, as the office reads it, then English. */

static void
write_act_labels(const struct policy *p, uint32_t acts, bool labels, struct buf *b)
{
    const char *sep = "";

    for (size_t a = 0; a < p->n_acts; a++) {
        if (!(acts & (1U << a)))
            continue;
        buf_printf(b, "%s%s", sep, labels ? p->acts[a].label : p->acts[a].name);
        sep = labels ? "／" : ", ";
    }
}

static void
write_names(const char *title,
            const struct pol_name *names,
            size_t n,
            const char *note,
            struct buf *b)
{
    buf_printf(b, "\n## %s\n\n| | code | %s |\n|---|---|---|\n", title, note);
    for (size_t i = 0; i < n; i++)
        buf_printf(b, "| %s | `%s` | %s |\n", names[i].label, names[i].name,
                   names[i].note);
}

/* The most that any role gets for any act. */
static uint32_t
fullest(const struct policy *p)
{
    uint32_t most = 0;

    for (size_t i = 0; i < p->n_ceilings; i++)
        for (size_t a = 0; a < p->n_acts; a++)
            if (__builtin_popcount(p->ceilings[i].classes[a])
                > __builtin_popcount(most))
                most = p->ceilings[i].classes[a];
    return most;
}

/* One row a role, one column an act: how many of the classes, and which below. */
static void
write_ceilings(const struct policy *p, struct buf *b)
{
    const uint32_t full = fullest(p);

    buf_lit(
        b, "\n## 役割ごとの上限 / Ceilings of the roles\n\n"
           "● all about a person · ○ some · – none (with the classes of ○ below)\n\n|");
    for (size_t a = 0; a < p->n_acts; a++)
        buf_printf(b, " | %s", p->acts[a].label);
    buf_lit(b, " | source |\n|---|");
    for (size_t a = 0; a <= p->n_acts; a++)
        buf_lit(b, "---|");
    buf_char(b, '\n');
    for (size_t i = 0; i < p->n_ceilings; i++) {
        buf_printf(b, "| `%s`", p->ceilings[i].role);
        for (size_t a = 0; a < p->n_acts; a++) {
            const uint32_t classes = p->ceilings[i].classes[a];

            buf_str(b, !classes ? " | –" : classes == full ? " | ●" : " | ○");
        }
        buf_printf(b, " | %s |\n", p->ceilings[i].source);
    }
    buf_char(b, '\n');
    for (size_t i = 0; i < p->n_ceilings; i++)
        for (size_t a = 0; a < p->n_acts; a++) {
            const uint32_t classes = p->ceilings[i].classes[a];

            if (!classes || classes == full)
                continue;
            buf_printf(b, "- `%s` %s: ", p->ceilings[i].role, p->acts[a].label);
            policy_class_names(p, classes, "、", true, b);
            buf_char(b, '\n');
        }
}

static void
write_when(const struct pol_rule *r, struct buf *b)
{
    for (size_t i = 0; i < r->n_when; i++)
        buf_printf(b, "%s`%s`", i ? " or " : "", r->when[i].text);
    if (!r->n_when)
        buf_lit(b, "always");
}

static void
write_grounds(const struct policy *p, struct buf *b)
{
    buf_lit(b, "\n## 閲覧できる根拠 / Grounds (one is needed)\n");
    for (size_t g = 0; g < p->grounds.n; g++) {
        const struct pol_rule *r = &p->grounds.v[g];

        buf_printf(b, "\n### %s %s (`%s`, number %zu)\n\nwhen ", r->seal, r->label,
                   r->name, g + 1);
        write_when(r, b);
        buf_lit(b, "\n\n");
        for (size_t i = 0; i < r->n_opens; i++) {
            buf_lit(b, "- ");
            write_act_labels(p, r->opens[i].acts, true, b);
            buf_lit(b, "：");
            policy_class_names(p, r->opens[i].classes, "、", true, b);
            if (r->opens[i].within >= 0)
                buf_printf(b, " (as far as `%s` covers)",
                           p->facts[r->opens[i].within].name);
            buf_char(b, '\n');
        }
        buf_printf(b, "\nSource: %s\n", r->source);
    }
}

static void
write_forbids(const struct policy *p, struct buf *b)
{
    buf_lit(b, "\n## 伏 出さない決まり / Forbids (always win)\n\n"
               "| | code | for | when | closes | unless | told | source |\n"
               "|---|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < p->forbids.n; i++) {
        const struct pol_rule *r = &p->forbids.v[i];

        buf_printf(b, "| %s | `%s` | ", r->label, r->name);
        if (r->acts)
            write_act_labels(p, r->acts, true, b);
        else
            buf_lit(b, "all");
        buf_lit(b, " | ");
        write_when(r, b);
        buf_lit(b, " | ");
        policy_class_names(p, r->classes, "、", true, b);
        buf_lit(b, " | ");
        if (r->unless >= 0)
            buf_printf(b, "`%s` covers it", p->facts[r->unless].name);
        buf_printf(b, " | %s | %s |\n", r->text ? r->text : "", r->source);
    }
}

static void
write_obligations(const struct policy *p, struct buf *b)
{
    buf_lit(b, "\n## 求められること / Obligations\n\n"
               "| | code | for | on the ground of | with | source |\n"
               "|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < p->obligations.n; i++) {
        const struct pol_rule *r = &p->obligations.v[i];
        const char *sep = "";

        buf_printf(b, "| %s | `%s` | ", r->label, r->name);
        write_act_labels(p, r->acts, true, b);
        buf_lit(b, " | ");
        for (size_t g = 0; g < p->grounds.n; g++)
            if (r->grounds & (1U << g)) {
                buf_printf(b, "%s%s", sep, p->grounds.v[g].label);
                sep = "、";
            }
        buf_lit(b, " | ");
        policy_class_names(p, r->classes, "、", true, b);
        buf_printf(b, " | %s |\n", r->source);
    }
}

void
policy_write_doc(const struct policy *p, struct buf *b)
{
    buf_lit(b,
            "# だれが何を見てよいか / Who may see what\n\n"
            "役割の上限にあり、根拠が一つはあり、出さない決まりに当たらないときだけ見え"
            "ます。"
            "自治体の設定は狭めるだけで、広げません。\n\n"
            "A class of items is open for an act when the ceiling of the role allows "
            "it, at "
            "least one ground opens it and no forbid closes it. A profile may narrow, "
            "never "
            "widen. Made by kgen from `src/policy/rules.def`; the facts in `when` are "
            "explained in `src/policy/facts.h`.\n");
    write_names("種類 / Classes", p->classes, p->n_classes, "what falls under it", b);
    write_names("行い / Acts", p->acts, p->n_acts, "what it means", b);
    write_ceilings(p, b);
    write_grounds(p, b);
    write_forbids(p, b);
    write_obligations(p, b);
}
