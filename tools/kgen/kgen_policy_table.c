#include "kgen_policy.h"

#include <string.h>

/* A C string literal, NULL as "". */
static void
write_string(const char *s, struct buf *b)
{
    buf_char(b, '"');
    for (; s && *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_char(b, '\\');
        buf_char(b, *s);
    }
    buf_char(b, '"');
}

static void
write_enum(const struct policy *p,
           const char *tag,
           const char *prefix,
           const struct pol_name *names,
           size_t n,
           struct buf *b)
{
    buf_printf(b, "\nenum %s {\n    %s_NONE,\n", tag, prefix);
    for (size_t i = 0; i < n; i++)
        buf_printf(b, "    %s_%s, /* %s */\n", prefix,
                   kgen_upper(p->mem, names[i].name), names[i].label);
    buf_printf(b, "    %s_N\n};\n", prefix);
}

static void
write_rule_enum(const struct policy *p,
                const char *tag,
                const char *prefix,
                const struct pol_list *list,
                struct buf *b)
{
    struct pol_name names[POL_MAX];

    for (size_t i = 0; i < list->n; i++)
        names[i] =
            (struct pol_name){ .name = list->v[i].name, .label = list->v[i].label };
    write_enum(p, tag, prefix, names, list->n, b);
}

static const char HEADER[] =
    "\n#define ITEM_BIT(v) (1U << (v))\n"
    "#define GROUND_BIT(v) (1U << (v))\n"
    "#define FORBID_BIT(v) (1U << (v))\n"
    "#define OBLIGATION_BIT(v) (1U << (v))\n"
    "\n"
    "/* What there is to say about a class, an act, a ground, a forbid, an obligation. "
    "*/\n"
    "struct policy_info {\n"
    "    const char *code;\n"
    "    const char *label;  /* Japanese */\n"
    "    const char *note;   /* English: what falls under it; or when it holds */\n"
    "    const char *source; /* law, plan, requirement */\n"
    "    const char *seal;   /* of a ground: one character */\n"
    "    const char *style;  /* of a ground: the seal's class in the style sheet */\n"
    "    const char *text;   /* of a forbid that is told, of an obligation: Japanese "
    "*/\n"
    "    bool tell_chair;\n"
    "};\n"
    "\n"
    "extern const struct policy_info policy_items[ITEM_N];\n"
    "extern const struct policy_info policy_acts[ACT_N];\n"
    "extern const struct policy_info policy_grounds[GROUND_N];\n"
    "extern const struct policy_info policy_forbids[FORBID_N];\n"
    "extern const struct policy_info policy_obligations[OBLIGATION_N];\n"
    "\n"
    "/* The most that a ground opens for an act; the acts and classes that a forbid "
    "closes. "
    "*/\n"
    "extern const uint32_t policy_opens[GROUND_N][ACT_N];\n"
    "extern const uint32_t policy_closes[FORBID_N][ACT_N];\n"
    "\n"
    "/* Returns the most that the role gets for the act, and the source of its row. "
    "*/\n"
    "uint32_t policy_ceiling(enum post_role role, enum policy_act act);\n"
    "const char *policy_ceiling_source(enum post_role role);\n";

void
policy_write_header(const struct policy *p, struct buf *b)
{
    buf_lit(b,
            "/*\n * The rules of disclosure as numbers and names; made by kgen from "
            "rules.def, edit that.\n * Not for deciding: that is policy.h.\n */\n"
            "#ifndef KASANE_GEN_POLICY_RULES_H\n#define KASANE_GEN_POLICY_RULES_H\n\n"
            "#include \"gen/enums.h\"\n\n#include <stdbool.h>\n#include <stdint.h>\n");
    write_enum(p, "item_class", "ITEM", p->classes, p->n_classes, b);
    write_enum(p, "policy_act", "ACT", p->acts, p->n_acts, b);
    write_rule_enum(p, "ground", "GROUND", &p->grounds, b);
    write_rule_enum(p, "forbid", "FORBID", &p->forbids, b);
    write_rule_enum(p, "obligation", "OBLIGATION", &p->obligations, b);
    buf_lit(b, "\nenum deny {\n    DENY_NONE,\n    DENY_ROLE,\n    DENY_NO_GROUND,\n");
    for (size_t i = 0; i < p->forbids.n; i++)
        buf_printf(b, "    DENY_%s,\n", kgen_upper(p->mem, p->forbids.v[i].name));
    buf_lit(b, "    DENY_N\n};\n");
    buf_str(b, HEADER);
    buf_lit(b, "\n#endif\n");
}

static void
write_names(const struct policy *p,
            const char *table,
            const char *prefix,
            const struct pol_name *names,
            size_t n,
            struct buf *b)
{
    buf_printf(b, "\nconst struct policy_info %s[%s_N] = {\n", table, prefix);
    buf_printf(b,
               "    [%s_NONE] = { \"\", \"\", \"\", \"\", \"\", \"\", \"\", false },\n",
               prefix);
    for (size_t i = 0; i < n; i++) {
        buf_printf(b, "    [%s_%s] = { ", prefix, kgen_upper(p->mem, names[i].name));
        write_string(names[i].name, b);
        buf_lit(b, ", ");
        write_string(names[i].label, b);
        buf_lit(b, ", ");
        write_string(names[i].note, b);
        buf_lit(b, ", \"\", \"\", \"\", \"\", false },\n");
    }
    buf_lit(b, "};\n");
}

/* The conditions as written, alternatives joined by a stroke, with what spares a class. */
static const char *
when_text(const struct policy *p, const struct pol_rule *rule)
{
    struct buf b = buf_new(p->mem);

    for (size_t i = 0; i < rule->n_when; i++)
        buf_printf(&b, "%s%s", i ? " / " : "", rule->when[i].text);
    if (rule->unless >= 0)
        buf_printf(&b, "%sunless %s covers", rule->n_when ? ", " : "",
                   p->facts[rule->unless].name);
    return buf_text(&b);
}

static void
write_rules(const struct policy *p,
            const char *table,
            const char *prefix,
            const struct pol_list *list,
            struct buf *b)
{
    buf_printf(b, "\nconst struct policy_info %s[%s_N] = {\n", table, prefix);
    buf_printf(b,
               "    [%s_NONE] = { \"\", \"\", \"\", \"\", \"\", \"\", \"\", false },\n",
               prefix);
    for (size_t i = 0; i < list->n; i++) {
        const struct pol_rule *r = &list->v[i];
        const char *parts[] = { r->name, r->label, when_text(p, r), r->source,
                                r->seal, r->style, r->text };

        buf_printf(b, "    [%s_%s] = { ", prefix, kgen_upper(p->mem, r->name));
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            write_string(parts[k], b);
            buf_lit(b, ", ");
        }
        buf_printf(b, "%s },\n",
                   r->tell && strstr(r->tell, "chair") ? "true" : "false");
    }
    buf_lit(b, "};\n");
}

static void
write_cell(const struct policy *p,
           const char *prefix,
           const char *name,
           size_t act,
           uint32_t classes,
           struct buf *b)
{
    const char *sep = "";

    if (!classes)
        return;
    buf_printf(b, "    [%s_%s][ACT_%s] = ", prefix, kgen_upper(p->mem, name),
               kgen_upper(p->mem, p->acts[act].name));
    for (size_t i = 0; i < p->n_classes; i++) {
        if (!(classes & (1U << i)))
            continue;
        buf_printf(b, "%sC(%s)", sep, kgen_upper(p->mem, p->classes[i].name));
        sep = " | ";
    }
    buf_lit(b, ",\n");
}

static void
write_openings(const struct policy *p, struct buf *b)
{
    buf_lit(b, "\nconst uint32_t policy_opens[GROUND_N][ACT_N] = {\n");
    for (size_t g = 0; g < p->grounds.n; g++)
        for (size_t a = 0; a < p->n_acts; a++) {
            const struct pol_rule *r = &p->grounds.v[g];
            uint32_t classes = 0;

            for (size_t i = 0; i < r->n_opens; i++)
                if (r->opens[i].acts & (1U << a))
                    classes |= r->opens[i].classes;
            write_cell(p, "GROUND", r->name, a, classes, b);
        }
    buf_lit(b, "};\n\nconst uint32_t policy_closes[FORBID_N][ACT_N] = {\n");
    for (size_t n = 0; n < p->forbids.n; n++)
        for (size_t a = 0; a < p->n_acts; a++) {
            const struct pol_rule *r = &p->forbids.v[n];

            if (!r->acts || (r->acts & (1U << a)))
                write_cell(p, "FORBID", r->name, a, r->classes, b);
        }
    buf_lit(b, "};\n");
}

void
policy_write_tables(const struct policy *p, struct buf *b)
{
    write_names(p, "policy_items", "ITEM", p->classes, p->n_classes, b);
    write_names(p, "policy_acts", "ACT", p->acts, p->n_acts, b);
    write_rules(p, "policy_grounds", "GROUND", &p->grounds, b);
    write_rules(p, "policy_forbids", "FORBID", &p->forbids, b);
    write_rules(p, "policy_obligations", "OBLIGATION", &p->obligations, b);
    write_openings(p, b);
    buf_lit(b, "\nconst char *\npolicy_ceiling_source(enum post_role role)\n{\n"
               "    static const char *const SOURCES[ROLES] = {\n");
    for (size_t i = 0; i < p->n_ceilings; i++) {
        buf_printf(
            b, "        [POST_ROLE_%s] = ", kgen_upper(p->mem, p->ceilings[i].role));
        write_string(p->ceilings[i].source, b);
        buf_lit(b, ",\n");
    }
    buf_lit(b, "    };\n\n    return (unsigned)role < ROLES && SOURCES[role] ? "
               "SOURCES[role] : \"\";\n}\n");
}
