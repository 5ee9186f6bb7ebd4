#include "desk_work.h"

#include "desk_part.h"

#include "../base/buf.h"
#include "../base/esc.h"
#include "../base/form_day.h"
#include "../base/vec.h"
#include "../domain/case_number.h"
#include "../store/leaf.h"

#include <string.h>

/*
 * Reading the ledger: everybody their own looks, the privacy officer and the auditor all.
 */

enum { LEAVES_MAX = 100 };

const char *
desk_act_label(struct arena *mem, const char *code)
{
    char *name = arena_strdup(mem, code);
    enum ledger_act act;

    for (char *p = name; *p; p++)
        if (*p == '.')
            *p = '_';
    return ledger_act_read(name, &act) ? ledger_act_label(act) : code;
}

static const char *
act_text(struct ctx *c, const struct leaf *l)
{
    const char *text = desk_act_label(c->mem, l->act);

    if (l->outcome == LEAF_REFUSED)
        return arena_printf(c->mem, "%s（断られた）", text);
    if (l->outcome == LEAF_MISSING)
        return arena_printf(c->mem, "%s（出なかった）", text);
    return text;
}

static bool
whom_text(struct ctx *c, const struct leaf *l, const char **out)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < l->things.n; i++) {
        struct sql_leaf_case_number_row row;
        const struct sql_leaf_case_number_in in = { .case_id = { l->things.v[i].id } };
        bool found;

        if (l->things.v[i].kind != LEAF_CASE)
            continue;
        if (b.n > 60) {
            buf_lit(&b, " ほか");
            break;
        }
        if (!sql_leaf_case_number(c, &in, &row, &found))
            return false;
        if (found)
            buf_printf(&b, "%s%s", b.n ? " " : "", row.number);
    }
    *out = b.n ? buf_text(&b) : NULL;
    return true;
}

static enum ground
strongest(uint32_t grounds)
{
    for (int g = 1; g < GROUND_N; g++)
        if (grounds & GROUND_BIT(g))
            return (enum ground)g;
    return GROUND_NONE;
}

/* All grounds of what was open; NULL: there was none. */
static const char *
grounds_text(struct ctx *c, uint32_t grounds)
{
    struct buf b = buf_new(c->mem);

    for (int g = 1; g < GROUND_N; g++)
        if (grounds & GROUND_BIT(g))
            buf_printf(&b, "%s%s", b.n ? "・" : "", ground_label((enum ground)g));
    return b.n ? buf_text(&b) : NULL;
}

static const char *
classes_text(struct ctx *c, uint32_t items)
{
    struct buf b = buf_new(c->mem);

    for (int i = 0; i < ITEM_N; i++)
        if (items & ITEM_BIT(i))
            buf_printf(&b, "%s%s", b.n ? "・" : "", policy_items[i].label);
    return buf_text(&b);
}

static bool
add_leaf(struct ctx *c,
         int64_t seq,
         int64_t at,
         const struct db_blob *body,
         struct ledger_view *out)
{
    struct sql_leaf_names_row who = { .name = "", .desk = "" };
    struct leaf l;
    uint64_t place;
    const char *whom;
    bool found = false;

    if (leaf_decode(c->mem, body->p, body->n, &l, &place) != LEAF_GOOD)
        return refuse(c, ERR_BUG, "a leaf cannot be read");
    if (!id_none(l.post.id)
        && !sql_leaf_names(c, &(struct sql_leaf_names_in){ .post_id = l.post }, &who,
                           &found))
        return false;
    if (!whom_text(c, &l, &whom))
        return false;
    *VEC_PUSH(c->mem, &out->leaves) = (struct leaf_view){
        /* a place in the ledger tells how much others do: only who oversees it may know */
        .number = out->own ? NULL : arena_printf(c->mem, "%lld", (long long)seq),
        .when = instant_ja(c->mem, at),
        .who = found ? arena_printf(c->mem, "%s（%s）", who.name, who.desk) : "―",
        .act = act_text(c, &l),
        .whom = whom,
        .seal = show_seal(strongest(l.grounds)),
        .ground = grounds_text(c, l.grounds),
        .classes = classes_text(c, l.items),
        .tone = l.outcome == LEAF_REFUSED || l.outcome == LEAF_MISSING ? "late" : "",
    };
    return true;
}

static bool
own_leaves(struct ctx *c, struct ledger_view *out)
{
    struct sql_leaf_of_post_rows rows = { 0 };
    const struct sql_leaf_of_post_in in = { .post_id = c->viewer->post,
                                            .n = LEAVES_MAX };

    if (!sql_leaf_of_post(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!add_leaf(c, rows.v[i].seq, rows.v[i].at, &rows.v[i].body, out))
            return false;
    return true;
}

/* What is asked for; mistakes are told and the rest is searched. */
static bool
read_query(struct ctx *c,
           const struct ledger_query *q,
           struct sql_leaf_search_in *in,
           const char **wrong)
{
    const char *number = case_number_read(c->mem, q->whom);
    struct sql_case_by_number_row row;
    struct day day;
    bool found;

    *in = (struct sql_leaf_search_in){
        .before = q->before ? q->before : INT64_MAX,
        .until_at = INT64_MAX,
        .login = q->who,
        .whom = "",
        .n = (q->whole ? LEDGER_FILE_MAX : LEAVES_MAX) + 1,
    };
    if (*q->from && form_day_text(c->mem, q->from, &day) != FORM_DAY_OK)
        *wrong = "「いつから」の日が読めません。例）令和8年11月1日";
    else if (*q->from)
        in->from_at = day_begin(day);
    if (*q->until && form_day_text(c->mem, q->until, &day) != FORM_DAY_OK)
        *wrong = "「いつまで」の日が読めません。例）令和8年11月20日";
    else if (*q->until)
        in->until_at = day_begin(day) + 86400000;
    if (!*q->whom)
        return true;
    if (number
        && !sql_case_by_number(c, &(struct sql_case_by_number_in){ .number = number },
                               &row, &found))
        return false;
    if (number && found)
        in->whom = arena_strdup(c->mem, row.case_id.id.s);
    else
        *wrong = "その番号のケースはありません。例）R8-482913-5";
    return true;
}

/* What was searched for, as the query of an address. */
static const char *
query_text(struct ctx *c, const struct ledger_query *q)
{
    struct buf b = buf_new(c->mem);
    const char *const parts[][2] = { { "?who=", q->who },
                                     { "&whom=", q->whom },
                                     { "&from=", q->from },
                                     { "&until=", q->until } };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_printf(&b, "%s", parts[i][0]);
        esc_component(&b, parts[i][1]);
    }
    return buf_text(&b);
}

static bool
search_leaves(struct ctx *c, const struct ledger_query *q, struct ledger_view *out)
{
    struct sql_leaf_search_rows rows = { 0 };
    struct sql_leaf_search_in in;
    const char *wrong = NULL;

    if (!read_query(c, q, &in, &wrong))
        return false;
    out->proof_tone = wrong ? "warn" : "ok";
    out->proof =
        wrong ? wrong : "起動のときに、最後の署名と、そのあとの記録を確かめました。";
    out->proof_note =
        "はじめから全部を確かめるには、システム担当が kasane audit verify を"
        "使います。";
    if (wrong)
        return true;
    if (!sql_leaf_search(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n && i + 1 < (size_t)in.n; i++)
        if (!add_leaf(c, rows.v[i].seq, rows.v[i].at, &rows.v[i].body, out))
            return false;
    if (rows.n > LEAVES_MAX)
        *VEC_PUSH(c->mem, &out->pages) = (struct link_view){
            .path =
                arena_printf(c->mem, "%s%s&before=%lld", out->path, query_text(c, q),
                             (long long)rows.v[LEAVES_MAX - 1].seq),
            .text = "前の100件",
        };
    return true;
}

bool
desk_ledger(struct ctx *c, const struct ledger_query *q, struct ledger_view *out)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_AUDIT, &facts);
    bool ok;

    *out = (struct ledger_view){
        .title = q->own ? "自分の見た記録" : "だれが見たか",
        .own = q->own,
        .looks_path =
            q->own ? NULL : arena_printf(c->mem, "%s/ledger/looks", c->town->path),
        .path = arena_printf(c->mem, "%s/ledger", c->town->path),
        .csv_path = q->own ? NULL
                           : arena_printf(c->mem, "%s/ledger.csv%s", c->town->path,
                                          query_text(c, q)),
        .who = q->who,
        .whom = q->whom,
        .from = q->from,
        .until = q->until,
    };
    if (q->own)
        ok = own_leaves(c, out);
    else if (!decision_allows(&d, ITEM_LEDGER))
        return refuse_decision(c, &d);
    else
        ok = search_leaves(c, q, out);
    out->count = arena_printf(c->mem, "%zu件", out->leaves.n);
    return ok;
}

struct table
desk_ledger_table(struct ctx *c, const struct ledger_view *v)
{
    struct table t = table_new(c->mem, "ledger", v->title);

    table_add_column(&t, "number", "番号");
    table_add_column(&t, "when", "いつ");
    table_add_column(&t, "who", "だれが");
    table_add_column(&t, "act", "何をした");
    table_add_column(&t, "whom", "だれの");
    table_add_column(&t, "ground", "根拠");
    table_add_column(&t, "classes", "何を");
    for (size_t i = 0; i < v->leaves.n; i++) {
        const struct leaf_view *l = &v->leaves.v[i];
        struct cell *cell = table_add_row(&t);

        *cell++ = cell_of_text(l->number);
        *cell++ = cell_of_text(l->when);
        *cell++ = cell_of_text(l->who);
        *cell++ = cell_of_text(l->act);
        *cell++ = cell_of_text(l->whom ? l->whom : "");
        *cell++ = cell_of_text(l->ground ? l->ground : "");
        *cell = cell_of_text(l->classes);
    }
    return t;
}
