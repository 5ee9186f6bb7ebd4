#include "kgen_policy.h"

#include <string.h>

static const char *
upper(const struct policy *p, const char *s)
{
    return kgen_upper(p->mem, s);
}

/* SET_LINE where a set has that name, else C(EXISTENCE) | C(MEETING) */
static void
write_classes(const struct policy *p, uint32_t classes, struct buf *b)
{
    const char *sep = "";

    for (size_t i = 0; i < p->n_sets; i++)
        if (p->sets[i].classes == classes) {
            buf_printf(b, "SET_%s", upper(p, p->sets[i].name));
            return;
        }
    for (size_t i = 0; i < p->n_classes; i++) {
        if (!(classes & (1U << i)))
            continue;
        buf_printf(b, "%sC(%s)", sep, upper(p, p->classes[i].name));
        sep = " | ";
    }
}

static void
write_acts(const struct policy *p, uint32_t acts, struct buf *b)
{
    const char *sep = "";

    for (size_t i = 0; i < p->n_acts; i++) {
        if (!(acts & (1U << i)))
            continue;
        buf_printf(b, "%sA(%s)", sep, upper(p, p->acts[i].name));
        sep = " | ";
    }
}

static bool
is_one(uint32_t bits)
{
    return (bits & (bits - 1)) == 0;
}

static void
write_term(const struct policy *p, const struct pol_term *t, struct buf *b)
{
    const struct pol_fact *f = &p->facts[t->fact];
    const char *sep = "";

    if (!f->prefix) {
        buf_printf(b, "f->%s %s 0", f->name, t->not ? "==" : "!=");
        return;
    }
    buf_str(b, is_one(t->values) || t->not ? "" : "(");
    for (size_t v = 0; v < f->n; v++) {
        if (!(t->values & (1U << v)))
            continue;
        buf_printf(b, "%sf->%s %s %s_%s", sep, f->name, t->not ? "!=" : "==", f->prefix,
                   upper(p, f->values[v]));
        sep = t->not ? " && " : " || ";
    }
    buf_str(b, is_one(t->values) || t->not ? "" : ")");
}

static void
write_sets(const struct policy *p, struct buf *b)
{
    for (size_t i = 0; i < p->n_sets; i++) {
        const char *sep = "";
        size_t on_line = 0;

        buf_printf(b, "#define SET_%s \\\n    (", upper(p, p->sets[i].name));
        for (size_t c = 0; c < p->n_classes; c++) {
            if (!(p->sets[i].classes & (1U << c)))
                continue;
            buf_printf(b, "%sC(%s)", sep, upper(p, p->classes[c].name));
            sep = ++on_line % 4 ? " | " : " \\\n     | ";
        }
        buf_lit(b, ")\n");
    }
    buf_char(b, '\n');
}

/* The early way out of a rule whose facts do not hold. */
static void
write_when(const struct policy *p, const struct pol_rule *rule, struct buf *b)
{
    if (!rule->n_when)
        return;
    buf_lit(b, "    if (!(");
    for (size_t i = 0; i < rule->n_when; i++) {
        bool inner = rule->n_when > 1 && rule->when[i].n > 1;

        buf_str(b, i ? "\n          || " : "");
        buf_str(b, inner ? "(" : "");
        for (size_t t = 0; t < rule->when[i].n; t++) {
            buf_str(b, t ? " && " : "");
            write_term(p, &rule->when[i].terms[t], b);
        }
        buf_str(b, inner ? ")" : "");
    }
    buf_lit(b, "))\n        return 0;\n");
}

static void
write_head(const struct pol_rule *rule, const char *what, struct buf *b)
{
    buf_printf(b, "\n/* %s: %s. */\nstatic uint32_t\n%s_%s", rule->label, rule->source,
               what, rule->name);
    buf_lit(b, "(enum policy_act act, const struct facts *f)\n{\n");
}

static void
write_ground(const struct policy *p, const struct pol_rule *rule, struct buf *b)
{
    write_head(rule, "opened_by", b);
    buf_lit(b, "    uint32_t open = 0;\n\n");
    write_when(p, rule, b);
    for (size_t i = 0; i < rule->n_opens; i++) {
        const struct pol_opens *o = &rule->opens[i];

        buf_lit(b, "    if (IN(act, ");
        write_acts(p, o->acts, b);
        buf_lit(b, "))\n        open |= ");
        if (o->within >= 0)
            buf_printf(b, "f->%s & ", p->facts[o->within].name);
        buf_char(b, '(');
        write_classes(p, o->classes, b);
        buf_lit(b, ");\n");
    }
    buf_lit(b, "    return open;\n}\n");
}

static void
write_forbid(const struct policy *p, const struct pol_rule *rule, struct buf *b)
{
    write_head(rule, "closed_by", b);
    if (rule->acts) {
        buf_lit(b, "    if (!IN(act, ");
        write_acts(p, rule->acts, b);
        buf_lit(b, "))\n        return 0;\n");
    } else {
        buf_lit(b, "    (void)act;\n");
    }
    if (!rule->n_when && rule->unless < 0)
        buf_lit(b, "    (void)f;\n");
    write_when(p, rule, b);
    buf_lit(b, "    return (");
    write_classes(p, rule->classes, b);
    buf_char(b, ')');
    if (rule->unless >= 0)
        buf_printf(b, " & ~f->%s", p->facts[rule->unless].name);
    buf_lit(b, ";\n}\n");
}

static void
write_pointers(const struct policy *p,
               const struct pol_list *list,
               const char *table,
               const char *prefix,
               const char *what,
               struct buf *b)
{
    buf_printf(b,
               "\nstatic uint32_t (*const %s[%s_N])(enum policy_act, "
               "const struct facts *) = {\n",
               table, prefix);
    for (size_t i = 0; i < list->n; i++)
        buf_printf(b, "    [%s_%s] = %s_%s,\n", prefix, upper(p, list->v[i].name), what,
                   list->v[i].name);
    buf_lit(b, "};\n");
}

static void
write_ceilings(const struct policy *p, struct buf *b)
{
    buf_lit(b, "static const uint32_t CEILINGS[ROLES][ACT_N] = {\n");
    for (size_t i = 0; i < p->n_ceilings; i++)
        for (size_t a = 0; a < p->n_acts; a++) {
            if (!p->ceilings[i].classes[a])
                continue;
            buf_printf(b,
                       "    [POST_ROLE_%s][ACT_%s] = ", upper(p, p->ceilings[i].role),
                       upper(p, p->acts[a].name));
            write_classes(p, p->ceilings[i].classes[a], b);
            buf_lit(b, ",\n");
        }
    buf_lit(b, "};\n");
}

static void
write_obligations(const struct policy *p, struct buf *b)
{
    const struct pol_list *list = &p->obligations;

    buf_lit(b, "\nstatic uint32_t\nobligations_of(enum policy_act act, "
               "const struct decision *d)\n{\n    uint32_t all = 0;\n\n"
               "    if (!d->allow)\n        return 0;\n");
    for (size_t i = 0; i < list->n; i++) {
        const struct pol_rule *o = &list->v[i];
        const char *sep = "";

        buf_lit(b, "    if (");
        if (o->acts) {
            buf_lit(b, "IN(act, ");
            write_acts(p, o->acts, b);
            buf_char(b, ')');
            sep = " || ";
        }
        for (size_t g = 0; g < p->grounds.n; g++) {
            if (!(o->grounds & (1U << g)))
                continue;
            buf_printf(b, "%s(d->grounds & G(%s))", sep,
                       upper(p, p->grounds.v[g].name));
            sep = " || ";
        }
        if (o->classes) {
            buf_printf(b, "%s(d->allow & (", sep);
            write_classes(p, o->classes, b);
            buf_lit(b, "))");
        }
        buf_printf(b, ")\n        all |= OBLIGATION_BIT(OBLIGATION_%s);\n",
                   upper(p, o->name));
    }
    buf_lit(b, "    return all;\n}\n");
}

static void
write_told(const struct policy *p, struct buf *b)
{
    buf_lit(b, "\n/* Forbids whose refusal is spoken to the one who tried. */\n"
               "static const uint32_t TOLD = 0");
    for (size_t i = 0; i < p->forbids.n; i++)
        if (p->forbids.v[i].text)
            buf_printf(b, "\n    | FORBID_BIT(FORBID_%s)",
                       upper(p, p->forbids.v[i].name));
    buf_lit(b, ";\n");
}

/* The part of the decision that is the same whatever the rules say. */
static const char DECIDE[] =
    "\n/* Opens what grounds give within the role's ceiling; by: what each of them "
    "gave. */\n"
    "static uint32_t\n"
    "open_for(enum policy_act act, const struct facts *f, uint32_t by[GROUND_N])\n"
    "{\n"
    "    uint32_t ceiling = policy_ceiling(f->role, act);\n"
    "    uint32_t open = 0;\n"
    "\n"
    "    by[GROUND_NONE] = 0;\n"
    "    for (enum ground g = GROUND_NONE + 1; g < GROUND_N; g++) {\n"
    "        by[g] = ceiling ? ceiling & OPENED_BY[g](act, f) : 0;\n"
    "        open |= by[g];\n"
    "    }\n"
    "    return open;\n"
    "}\n"
    "\n"
    "/* Returns what of open is closed; forbids: by which rules. */\n"
    "static uint32_t\n"
    "closed_for(enum policy_act act, const struct facts *f, uint32_t open, uint32_t "
    "*forbids)\n"
    "{\n"
    "    uint32_t closed = 0;\n"
    "\n"
    "    for (enum forbid n = FORBID_NONE + 1; open && n < FORBID_N; n++) {\n"
    "        uint32_t hit = open & CLOSED_BY[n](act, f);\n"
    "\n"
    "        closed |= hit;\n"
    "        if (hit)\n"
    "            *forbids |= FORBID_BIT(n);\n"
    "    }\n"
    "    return closed;\n"
    "}\n"
    "\n"
    "/* The first rule that closed all that was open alone, else the first that closed "
    "some. */\n"
    "static enum forbid\n"
    "closer(enum policy_act act, const struct facts *f, uint32_t open, uint32_t "
    "forbids)\n"
    "{\n"
    "    enum forbid first = FORBID_NONE;\n"
    "\n"
    "    for (enum forbid n = FORBID_NONE + 1; n < FORBID_N; n++) {\n"
    "        if (!(forbids & FORBID_BIT(n)))\n"
    "            continue;\n"
    "        if (!(open & ~CLOSED_BY[n](act, f)))\n"
    "            return n;\n"
    "        if (first == FORBID_NONE)\n"
    "            first = n;\n"
    "    }\n"
    "    return first;\n"
    "}\n"
    "\n"
    "/* Says whether the viewer may know at all that the thing exists. */\n"
    "static bool\n"
    "known(const struct facts *f)\n"
    "{\n"
    "    uint32_t by[GROUND_N];\n"
    "    uint32_t forbids = 0;\n"
    "    uint32_t open = open_for(ACT_KNOW, f, by);\n"
    "\n"
    "    return (open & ~closed_for(ACT_KNOW, f, open, &forbids)) != 0;\n"
    "}\n"
    "\n"
    "struct decision\n"
    "policy_decide(enum policy_act act, const struct facts *f)\n"
    "{\n"
    "    struct decision d = { 0 };\n"
    "    uint32_t by[GROUND_N];\n"
    "    uint32_t open = open_for(act, f, by);\n"
    "\n"
    "    d.allow = open & ~closed_for(act, f, open, &d.forbids);\n"
    "    for (enum ground g = GROUND_NONE + 1; g < GROUND_N; g++)\n"
    "        if (by[g] & d.allow)\n"
    "            d.grounds |= GROUND_BIT(g);\n"
    "    d.obligations = obligations_of(act, &d);\n"
    "    if (!d.allow && d.forbids)\n"
    "        d.reason = (enum deny)(DENY_NO_GROUND + closer(act, f, open, "
    "d.forbids));\n"
    "    else if (!d.allow)\n"
    "        d.reason = policy_ceiling(f->role, act) ? DENY_NO_GROUND : DENY_ROLE;\n"
    "    d.tell = (d.forbids & TOLD) && known(f);\n"
    "    if (f->keep)\n"
    "        decision_narrow(&d, f->keep[act]);\n"
    "    return d;\n"
    "}\n";

void
policy_write_code(const struct policy *p, struct buf *b)
{
    buf_printf(b, "/* Made by kgen from %s; edit that. */\n",
               strrchr(p->path, '/') + 1);
    buf_lit(b, "#include \"gen/policy_rules.h\"\n\n#include \"src/policy/policy.h\"\n\n"
               "#define C(x) (1U << ITEM_##x)\n"
               "#define A(x) (1U << ACT_##x)\n"
               "#define G(x) (1U << GROUND_##x)\n"
               "#define IN(act, acts) (((1U << (act)) & (acts)) != 0)\n\n");
    buf_printf(b, "enum { ROLES = POST_ROLE_%s + 1 };\n\n",
               upper(p, p->facts[0].values[p->facts[0].n - 1]));
    write_sets(p, b);
    write_ceilings(p, b);
    buf_lit(b,
            "\nuint32_t\npolicy_ceiling(enum post_role role, enum policy_act act)\n{\n"
            "    return (unsigned)role < ROLES && (unsigned)act < ACT_N"
            " ? CEILINGS[role][act] : 0;\n}\n");
    for (size_t i = 0; i < p->grounds.n; i++)
        write_ground(p, &p->grounds.v[i], b);
    for (size_t i = 0; i < p->forbids.n; i++)
        write_forbid(p, &p->forbids.v[i], b);
    write_pointers(p, &p->grounds, "OPENED_BY", "GROUND", "opened_by", b);
    write_pointers(p, &p->forbids, "CLOSED_BY", "FORBID", "closed_by", b);
    write_told(p, b);
    write_obligations(p, b);
    buf_str(b, DECIDE);
}
