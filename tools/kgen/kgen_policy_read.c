#include "kgen_policy.h"

#include <string.h>

enum { WORDS_MAX = 40 };

enum section {
    NOWHERE,
    CLASS,
    ACT,
    CEILING,
    GROUND,
    FORBID,
    OBLIGATION,
    VISIBLE,
    SECTIONS
};

static const char *const SECTION_NAMES[SECTIONS] = {
    "", "class", "act", "ceiling", "ground", "forbid", "obligation", "visible",
};

struct reader {
    struct policy *p;
    enum section in;
    struct pol_rule *rule;
    const char *word; /* the line's first */
    char *words[WORDS_MAX];
    size_t n;
    const char *rest; /* the line behind its first word, unsplit */
    int line;
};

static _Noreturn void
unknown(const struct reader *r, const char *what, const char *word)
{
    kgen_fail(r->p->path, r->line, "unknown %s '%s'", what, word);
}

static size_t
name_find(const struct reader *r,
          const struct pol_name *names,
          size_t n,
          const char *what,
          const char *word)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i].name, word) == 0)
            return i;
    unknown(r, what, word);
}

static size_t
act_find(const struct reader *r, const char *word)
{
    return name_find(r, r->p->acts, r->p->n_acts, "act", word);
}

static size_t
fact_find(const struct reader *r, const char *word)
{
    for (size_t i = 0; i < r->p->n_facts; i++)
        if (strcmp(r->p->facts[i].name, word) == 0)
            return i;
    unknown(r, "fact", word);
}

static int
mask_find(const struct reader *r, const char *word)
{
    size_t i = fact_find(r, word);

    if (r->p->facts[i].prefix)
        kgen_fail(r->p->path, r->line, "'%s' is not a set of classes", word);
    return (int)i;
}

static uint32_t
value_find(const struct reader *r, size_t fact, const char *word)
{
    const struct pol_fact *f = &r->p->facts[fact];

    if (!f->prefix && strcmp(word, "given") == 0)
        return 1;
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->values[i], word) == 0)
            return 1U << i;
    unknown(r, "value", word);
}

static uint32_t
class_find(const struct reader *r, const char *word)
{
    for (size_t i = 0; i < r->p->n_sets; i++)
        if (strcmp(r->p->sets[i].name, word) == 0)
            return r->p->sets[i].classes;
    return 1U << name_find(r, r->p->classes, r->p->n_classes, "class or set", word);
}

/* Reads classes and sets from the word at until one of the two words (NULL: the end). */
static uint32_t
classes_read(const struct reader *r, size_t *at, const char *end1, const char *end2)
{
    uint32_t classes = 0;

    for (; *at < r->n; (*at)++) {
        if ((end1 && strcmp(r->words[*at], end1) == 0)
            || (end2 && strcmp(r->words[*at], end2) == 0))
            break;
        classes |= class_find(r, r->words[*at]);
    }
    if (!classes)
        kgen_fail(r->p->path, r->line, "no class named");
    return classes;
}

static uint32_t
acts_read(const struct reader *r, size_t at)
{
    uint32_t acts = 0;

    for (; at < r->n; at++)
        acts |= 1U << act_find(r, r->words[at]);
    if (!acts)
        kgen_fail(r->p->path, r->line, "no act named");
    return acts;
}

/* own is desk and role is not admin auditor */
static void
when_read(const struct reader *r)
{
    struct pol_rule *rule = r->rule;
    struct pol_cond *cond = &rule->when[rule->n_when++];
    size_t at = 0;

    if (rule->n_when > sizeof rule->when / sizeof *rule->when)
        kgen_fail(r->p->path, r->line, "too many 'when' lines");
    cond->text = r->rest;
    while (at < r->n) {
        struct pol_term *t = &cond->terms[cond->n++];

        if (cond->n > sizeof cond->terms / sizeof *cond->terms || at + 2 >= r->n
            || strcmp(r->words[at + 1], "is") != 0)
            kgen_fail(r->p->path, r->line, "expected 'FACT is [not] VALUE… and …'");
        t->fact = fact_find(r, r->words[at]);
        t->not = strcmp(r->words[at + 2], "not") == 0;
        for (at += t->not ? 3 : 2; at < r->n && strcmp(r->words[at], "and") != 0; at++)
            t->values |= value_find(r, t->fact, r->words[at]);
        if (!t->values)
            kgen_fail(r->p->path, r->line, "no value named");
        at++;
    }
}

/* CLASSES [within MASK] for ACTS */
static void
opens_read(const struct reader *r)
{
    struct pol_opens *o = &r->rule->opens[r->rule->n_opens++];
    size_t at = 0;

    if (r->rule->n_opens > sizeof r->rule->opens / sizeof *r->rule->opens)
        kgen_fail(r->p->path, r->line, "too many 'opens' lines");
    o->classes = classes_read(r, &at, "within", "for");
    o->within = -1;
    if (at + 1 < r->n && strcmp(r->words[at], "within") == 0) {
        o->within = mask_find(r, r->words[at + 1]);
        at += 2;
    }
    if (at >= r->n || strcmp(r->words[at], "for") != 0)
        kgen_fail(r->p->path, r->line, "expected 'for' and acts");
    o->acts = acts_read(r, at + 1);
}

static uint32_t
grounds_read(const struct reader *r)
{
    uint32_t grounds = 0;

    for (size_t i = 0; i < r->n; i++) {
        size_t g = 0;

        while (g < r->p->grounds.n && strcmp(r->p->grounds.v[g].name, r->words[i]) != 0)
            g++;
        if (g == r->p->grounds.n)
            unknown(r, "ground", r->words[i]);
        grounds |= 1U << g;
    }
    return grounds;
}

static void
unless_read(const struct reader *r)
{
    if (r->n != 2 || strcmp(r->words[1], "covers") != 0)
        kgen_fail(r->p->path, r->line, "expected 'unless MASK covers'");
    r->rule->unless = mask_find(r, r->words[0]);
}

static void
seal_read(const struct reader *r)
{
    if (r->n != 2)
        kgen_fail(r->p->path, r->line, "expected 'seal CHARACTER STYLE'");
    r->rule->seal = arena_strdup(r->p->mem, r->words[0]);
    r->rule->style = arena_strdup(r->p->mem, r->words[1]);
}

/* A line inside a ground, a forbid or an obligation. */
static void
rule_line(const struct reader *r)
{
    struct pol_rule *rule = r->rule;
    size_t at = 0;

    if (strcmp(r->word, "source") == 0)
        rule->source = r->rest;
    else if (strcmp(r->word, "text") == 0 && r->in != GROUND)
        rule->text = r->rest;
    else if (strcmp(r->word, "seal") == 0 && r->in == GROUND)
        seal_read(r);
    else if (strcmp(r->word, "when") == 0 && r->in != OBLIGATION)
        when_read(r);
    else if (strcmp(r->word, "opens") == 0 && r->in == GROUND)
        opens_read(r);
    else if (strcmp(r->word, "for") == 0 && r->in != GROUND)
        rule->acts = acts_read(r, 0);
    else if (strcmp(r->word, "closes") == 0 && r->in == FORBID)
        rule->classes = classes_read(r, &at, NULL, NULL);
    else if (strcmp(r->word, "unless") == 0 && r->in == FORBID)
        unless_read(r);
    else if (strcmp(r->word, "tell") == 0 && r->in == FORBID)
        rule->tell = r->rest;
    else if (strcmp(r->word, "on") == 0 && r->in == OBLIGATION)
        rule->grounds = grounds_read(r);
    else if (strcmp(r->word, "of") == 0 && r->in == OBLIGATION)
        rule->classes = classes_read(r, &at, NULL, NULL);
    else
        unknown(r, "line", r->word);
}

static void
ceiling_line(const struct reader *r)
{
    struct pol_ceiling *c = &r->p->ceilings[r->p->n_ceilings - 1];
    size_t at = 0;

    if (strcmp(r->word, "source") == 0)
        c->source = r->rest;
    else
        c->classes[act_find(r, r->word)] = classes_read(r, &at, NULL, NULL);
}

static void
visible_line(const struct reader *r)
{
    struct pol_visible *v = &r->p->visible[r->p->n_visible - 1];

    if (strcmp(r->word, "rows") == 0 && r->n == 2) {
        v->table = arena_strdup(r->p->mem, r->words[0]);
        v->key = arena_strdup(r->p->mem, r->words[1]);
    } else if (strcmp(r->word, "act") == 0) {
        v->act = act_find(r, r->rest);
    } else if (strcmp(r->word, "class") == 0) {
        v->item = name_find(r, r->p->classes, r->p->n_classes, "class", r->rest);
    } else if (strcmp(r->word, "source") != 0) {
        unknown(r, "line", r->word);
    }
}

static void
inner_line(const struct reader *r)
{
    switch (r->in) {
    case CLASS:
        r->p->classes[r->p->n_classes - 1].note = r->rest;
        return;
    case ACT:
        r->p->acts[r->p->n_acts - 1].note = r->rest;
        return;
    case CEILING:
        ceiling_line(r);
        return;
    case GROUND:
    case FORBID:
    case OBLIGATION:
        rule_line(r);
        return;
    case VISIBLE:
        visible_line(r);
        return;
    case NOWHERE:
    case SECTIONS:
        break;
    }
    kgen_fail(r->p->path, r->line, "an indented line belongs to nothing");
}

static size_t
room(const struct reader *r, size_t *n, size_t max)
{
    if (*n == max)
        kgen_fail(r->p->path, r->line, "too many '%s' blocks", r->word);
    return (*n)++;
}

/* "own  自分の機関の記録": a name, and the label behind it */
static struct pol_name
named(const struct reader *r)
{
    const char *label = r->rest + strcspn(r->rest, " \t");

    if (r->n < 1)
        kgen_fail(r->p->path, r->line, "'%s' needs a name", r->word);
    return (struct pol_name){ .name = arena_strdup(r->p->mem, r->words[0]),
                              .label = label + strspn(label, " \t"),
                              .note = "" };
}

static void
fact_head(const struct reader *r)
{
    struct pol_fact *f = &r->p->facts[room(r, &r->p->n_facts, POL_MAX)];

    if (r->n < 2 || r->n - 2 > POL_VALUES_MAX)
        kgen_fail(r->p->path, r->line, "expected 'fact NAME PREFIX VALUES' or 'mask'");
    f->name = arena_strdup(r->p->mem, r->words[0]);
    if (strcmp(r->words[1], "mask") == 0)
        return;
    f->prefix = arena_strdup(r->p->mem, r->words[1]);
    for (f->n = 0; f->n + 2 < r->n; f->n++)
        f->values[f->n] = arena_strdup(r->p->mem, r->words[f->n + 2]);
}

static void
set_head(const struct reader *r)
{
    size_t at = 1;
    uint32_t classes = classes_read(r, &at, NULL, NULL);
    size_t i = room(r, &r->p->n_sets, POL_MAX);

    r->p->sets[i].name = arena_strdup(r->p->mem, r->words[0]);
    r->p->sets[i].classes = classes;
}

static void
rule_head(struct reader *r, struct pol_list *list)
{
    struct pol_name name = named(r);

    r->rule = &list->v[room(r, &list->n, POL_MAX)];
    *r->rule = (struct pol_rule){ .name = name.name,
                                  .label = name.label,
                                  .source = "",
                                  .unless = -1,
                                  .line = r->line };
}

static void
section_head(struct reader *r)
{
    struct policy *p = r->p;

    switch (r->in) {
    case CLASS:
        p->classes[room(r, &p->n_classes, POL_MAX)] = named(r);
        return;
    case ACT:
        p->acts[room(r, &p->n_acts, POL_MAX)] = named(r);
        return;
    case CEILING:
        p->ceilings[room(r, &p->n_ceilings, POL_MAX)].role = named(r).name;
        return;
    case GROUND:
        rule_head(r, &p->grounds);
        return;
    case FORBID:
        rule_head(r, &p->forbids);
        return;
    case OBLIGATION:
        rule_head(r, &p->obligations);
        return;
    case VISIBLE:
        p->visible[room(r, &p->n_visible, sizeof p->visible / sizeof *p->visible)]
            .name = named(r).name;
        return;
    case NOWHERE:
    case SECTIONS:
        break;
    }
}

static void
head_line(struct reader *r)
{
    r->in = NOWHERE;
    for (enum section s = CLASS; s < SECTIONS; s++)
        if (strcmp(r->word, SECTION_NAMES[s]) == 0)
            r->in = s;
    if (r->in != NOWHERE)
        section_head(r);
    else if (strcmp(r->word, "fact") == 0)
        fact_head(r);
    else if (strcmp(r->word, "set") == 0)
        set_head(r);
    else
        unknown(r, "block", r->word);
}

/* What a block must have; called when all is read. */
static void
check(const struct policy *p)
{
    const struct pol_list *lists[] = { &p->grounds, &p->forbids, &p->obligations };

    for (size_t l = 0; l < 3; l++)
        for (size_t i = 0; i < lists[l]->n; i++) {
            const struct pol_rule *rule = &lists[l]->v[i];

            if (!*rule->source || !*rule->label)
                kgen_fail(p->path, rule->line, "'%s' needs label and source",
                          rule->name);
            if (l == 0 && (!rule->seal || !rule->n_when || !rule->n_opens))
                kgen_fail(p->path, rule->line, "'%s' needs seal, when and opens",
                          rule->name);
            if (l == 1 && (!rule->classes || !rule->tell != !rule->text))
                kgen_fail(p->path, rule->line, "'%s' needs closes, and text with tell",
                          rule->name);
        }
    for (size_t i = 0; i < p->n_ceilings; i++)
        if (!p->ceilings[i].source)
            kgen_fail(p->path, 1, "ceiling '%s' needs a source", p->ceilings[i].role);
}

struct policy *
policy_read(struct arena *mem, const char *path)
{
    struct source src = kgen_read(mem, path);
    struct policy *p = ARENA_NEW(mem, struct policy);
    struct reader r = { .p = p };
    char *at = src.text;
    char *line;

    p->mem = mem;
    p->path = path;
    while ((line = kgen_line(&at, &r.line))) {
        bool inner = *line == ' ' || *line == '\t';
        char *text = kgen_trim(line);
        size_t n = strcspn(text, " \t");

        if (!*text || *text == '#')
            continue;
        r.word = arena_copy(mem, text, n);
        r.rest = kgen_trim(arena_strdup(mem, text + n));
        r.n = kgen_split(arena_strdup(mem, r.rest), r.words, WORDS_MAX);
        if (r.n > WORDS_MAX)
            kgen_fail(path, r.line, "too many words");
        if (inner)
            inner_line(&r);
        else
            head_line(&r);
    }
    check(p);
    return p;
}
