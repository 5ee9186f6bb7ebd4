#include "matrix.h"

#include "../base/esc.h"
#include "policy.h"

/* All classes that are about a person: the first ones, up to meeting matter. */
static const uint32_t PERSON = (ITEM_BIT(ITEM_MEETING + 1) - 1) & ~ITEM_BIT(ITEM_NONE);

/* What one row of the matrix opens or closes for an act. */
typedef uint32_t cells(unsigned row, enum policy_act act);

static uint32_t
ceiling_cells(unsigned row, enum policy_act act)
{
    return policy_ceiling((enum post_role)row, act);
}

static uint32_t
ground_cells(unsigned row, enum policy_act act)
{
    return policy_opens[row][act];
}

static uint32_t
forbid_cells(unsigned row, enum policy_act act)
{
    return policy_closes[row][act];
}

/* ---- text ----------------------------------------------------------------------------- */

static void
print_classes(struct buf *out, uint32_t classes)
{
    const char *sep = "";

    if ((classes & PERSON) == PERSON) {
        buf_lit(out, "人についてのすべて");
        classes &= ~PERSON;
        sep = "、";
    }
    for (enum item_class k = ITEM_NONE + 1; k < ITEM_N; k++) {
        if (!(classes & ITEM_BIT(k)))
            continue;
        buf_printf(out, "%s%s", sep, policy_items[k].label);
        sep = "、";
    }
}

/* Says whether the row has the same classes for every act. */
static bool
is_even(cells *of, unsigned row)
{
    for (enum policy_act a = ACT_NONE + 2; a < ACT_N; a++)
        if (of(row, a) != of(row, ACT_NONE + 1))
            return false;
    return true;
}

/* One line for all acts with the same classes. */
static void
print_cells(struct buf *out, cells *of, unsigned row)
{
    uint32_t done = 0;

    if (is_even(of, row) && of(row, ACT_KNOW)) {
        buf_lit(out, "    どの行いでも：");
        print_classes(out, of(row, ACT_KNOW));
        buf_char(out, '\n');
        return;
    }
    for (enum policy_act a = ACT_NONE + 1; a < ACT_N; a++) {
        const uint32_t classes = of(row, a);
        const char *sep = "    ";

        if (!classes || (done & (1U << a)))
            continue;
        for (enum policy_act k = a; k < ACT_N; k++) {
            if (of(row, k) != classes)
                continue;
            buf_printf(out, "%s%s", sep, policy_acts[k].label);
            sep = "／";
            done |= 1U << k;
        }
        buf_lit(out, "：");
        print_classes(out, classes);
        buf_char(out, '\n');
    }
}

static void
print_roles(struct buf *out)
{
    buf_lit(out, "役割ごとの上限\n");
    for (enum post_role r = POST_ROLE_NONE + 1; r <= POST_ROLE_AUDITOR; r++) {
        buf_printf(out, "  %s（%s）　%s\n", post_role_label(r), post_role_code(r),
                   policy_ceiling_source(r));
        print_cells(out, ceiling_cells, r);
    }
}

static void
print_grounds(struct buf *out)
{
    buf_lit(out, "\n閲覧できる根拠（どれか一つがいる。同意・つなぎ・ほかの法律は、その"
                 "範囲まで）\n");
    for (enum ground g = GROUND_NONE + 1; g < GROUND_N; g++) {
        const struct policy_info *i = &policy_grounds[g];

        buf_printf(out, "  %s %s（%s）　%s\n    when %s\n", i->seal, i->label, i->code,
                   i->source, i->note);
        print_cells(out, ground_cells, g);
    }
}

static void
print_forbids(struct buf *out)
{
    buf_printf(out, "\n出さない決まり（いつも勝つ）\n");
    for (enum forbid n = FORBID_NONE + 1; n < FORBID_N; n++) {
        const struct policy_info *i = &policy_forbids[n];

        buf_printf(out, "  %s %s（%s）　%s\n", SEAL_HIDDEN, i->label, i->code,
                   i->source);
        if (*i->note)
            buf_printf(out, "    when %s\n", i->note);
        print_cells(out, forbid_cells, n);
        if (*i->text)
            buf_printf(out, "    伝える文（%s）：%s\n",
                       i->tell_chair ? "した人と議長" : "した人", i->text);
    }
}

void
policy_print(struct buf *out)
{
    print_roles(out);
    print_grounds(out);
    print_forbids(out);
    buf_lit(out, "\n求められること\n");
    for (enum obligation o = OBLIGATION_NONE + 1; o < OBLIGATION_N; o++)
        buf_printf(out, "  %s（%s）　%s\n", policy_obligations[o].label,
                   policy_obligations[o].code, policy_obligations[o].source);
}

/* ---- JSON ----------------------------------------------------------------------------- */

static void
json_member(struct buf *out, const char *name, const char *value)
{
    if (!*value)
        return;
    buf_printf(out, ",\"%s\":", name);
    esc_json(out, value);
}

static void
json_classes(struct buf *out, uint32_t classes)
{
    const char *sep = "";

    buf_char(out, '[');
    for (enum item_class k = ITEM_NONE + 1; k < ITEM_N; k++) {
        if (!(classes & ITEM_BIT(k)))
            continue;
        buf_str(out, sep);
        esc_json(out, policy_items[k].code);
        sep = ",";
    }
    buf_char(out, ']');
}

static void
json_cells(struct buf *out, const char *name, cells *of, unsigned row)
{
    const char *sep = "";

    buf_printf(out, ",\"%s\":{", name);
    for (enum policy_act a = ACT_NONE + 1; a < ACT_N; a++) {
        if (!of(row, a))
            continue;
        buf_str(out, sep);
        esc_json(out, policy_acts[a].code);
        buf_char(out, ':');
        json_classes(out, of(row, a));
        sep = ",";
    }
    buf_char(out, '}');
}

/* The members that every kind has; the object stays open for more. note: its name there. */
static void
json_head(struct buf *out, const struct policy_info *i, const char *note, bool first)
{
    buf_str(out, first ? "{\"code\":" : ",{\"code\":");
    esc_json(out, i->code);
    json_member(out, "label", i->label);
    json_member(out, note, i->note);
    json_member(out, "source", i->source);
    json_member(out, "seal", i->seal);
    json_member(out, "text", i->text);
}

static void
json_plain(struct buf *out,
           const char *name,
           const struct policy_info *infos,
           unsigned n,
           const char *note)
{
    buf_printf(out, "\"%s\":[", name);
    for (unsigned k = 1; k < n; k++) {
        json_head(out, &infos[k], note, k == 1);
        buf_char(out, '}');
    }
    buf_lit(out, "],\n");
}

static void
json_roles(struct buf *out)
{
    buf_lit(out, "\"roles\":[");
    for (enum post_role r = POST_ROLE_NONE + 1; r <= POST_ROLE_AUDITOR; r++) {
        const struct policy_info i = { .code = post_role_code(r),
                                       .label = post_role_label(r),
                                       .note = "",
                                       .source = policy_ceiling_source(r),
                                       .seal = "",
                                       .text = "" };

        json_head(out, &i, "note", r == POST_ROLE_NONE + 1);
        json_cells(out, "ceiling", ceiling_cells, r);
        buf_char(out, '}');
    }
    buf_lit(out, "],\n");
}

void
policy_print_json(struct buf *out)
{
    buf_char(out, '{');
    json_plain(out, "classes", policy_items, ITEM_N, "holds");
    json_plain(out, "acts", policy_acts, ACT_N, "means");
    json_roles(out);
    json_plain(out, "obligations", policy_obligations, OBLIGATION_N, "note");
    buf_lit(out, "\"grounds\":[");
    for (enum ground g = GROUND_NONE + 1; g < GROUND_N; g++) {
        json_head(out, &policy_grounds[g], "when", g == GROUND_NONE + 1);
        json_cells(out, "opens", ground_cells, g);
        buf_char(out, '}');
    }
    buf_lit(out, "],\n\"forbids\":[");
    for (enum forbid n = FORBID_NONE + 1; n < FORBID_N; n++) {
        json_head(out, &policy_forbids[n], "when", n == FORBID_NONE + 1);
        json_cells(out, "closes", forbid_cells, n);
        buf_printf(out, ",\"tell_chair\":%s}",
                   policy_forbids[n].tell_chair ? "true" : "false");
    }
    buf_lit(out, "]}\n");
}
