#include "desk_outreach_part.h"

#include "desk_case_head.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/outreach_rule.h"
#include "../domain/town.h"
#include "../policy/show.h"
#include "../policy/show_outreach.h"

#include <string.h>

enum { PER_PAGE = 50, SILENT_DAYS = 60 };

static const char *
list_path(struct ctx *c, const char *rest)
{
    return arena_printf(c->mem, "%s/outreach%s", c->town->path, rest);
}

static int64_t
count_of(const struct sql_outreach_counts_rows *rows, enum outreach_state state)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].state == state)
            return rows->v[i].n;
    return 0;
}

static void
add_counts(struct ctx *c,
           const struct outreach_query *q,
           const struct sql_outreach_counts_rows *rows,
           struct outreach_list_view *out)
{
    for (int s = OUTREACH_STATE_HEARD_OF; s < OUTREACH_STATE_N; s++) {
        const enum outreach_state state = (enum outreach_state)s;
        const char *code = outreach_state_code(state);

        *VEC_PUSH(c->mem, &out->counts) = (struct outreach_count_view){
            .path = list_path(c, arena_printf(c->mem, "?state=%s", code)),
            .code = code,
            .text = outreach_state_label(state),
            .n = arena_printf(c->mem, "%d", (int)count_of(rows, state)),
            .current = strcmp(q->state, code) == 0,
        };
    }
}

static void
add_filters(struct ctx *c,
            const struct outreach_query *q,
            struct outreach_list_view *out)
{
    *VEC_PUSH(c->mem, &out->filters) = (struct link_view){
        .path = list_path(c, ""),
        .text = "続いているもの",
        .current = !*q->state && !q->refused && !q->silent,
    };
    *VEC_PUSH(c->mem, &out->filters) =
        (struct link_view){ .path = list_path(c, "?refused=1"),
                            .text = "断られたことがある",
                            .current = q->refused };
    *VEC_PUSH(c->mem, &out->filters) = (struct link_view){
        .path = list_path(c, arena_printf(c->mem, "?silent=%d", SILENT_DAYS)),
        .text = arena_printf(c->mem, "%d日より長く会えていない", SILENT_DAYS),
        .current = q->silent > 0,
    };
}

static const char *
page_path(struct ctx *c, const struct outreach_query *q, int64_t page)
{
    return list_path(c, arena_printf(c->mem, "?state=%s&refused=%d&silent=%d&page=%d",
                                     q->state, q->refused, (int)q->silent, (int)page));
}

static void
add_pages(struct ctx *c,
          const struct outreach_query *q,
          bool more,
          struct outreach_list_view *out)
{
    if (q->page > 1)
        *VEC_PUSH(c->mem, &out->pages) =
            (struct link_view){ .path = page_path(c, q, q->page - 1),
                                .text = "前の50件" };
    if (more)
        *VEC_PUSH(c->mem, &out->pages) =
            (struct link_view){ .path = page_path(c, q, q->page + 1),
                                .text = "次の50件" };
}

static bool
writes(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);

    return decision_allows(&d, ITEM_COORDINATION);
}

bool
desk_outreach_list(struct ctx *c,
                   const struct outreach_query *q,
                   struct outreach_list_view *out)
{
    const struct sql_outreach_list_in in = {
        .subjects = desk_subjects(c),
        .now = c->now,
        .state = q->state,
        .refused = q->refused,
        .silent = q->silent > 0,
        .before = { .n = day_of(c->now).n - (int)q->silent },
        .skip = (q->page - 1) * PER_PAGE,
        .n = PER_PAGE + 1,
    };
    const struct sql_outreach_counts_in all = { .subjects = in.subjects,
                                                .now = c->now };
    struct sql_outreach_list_rows rows = { 0 };
    struct sql_outreach_counts_rows counts = { 0 };

    sql_outreach_list_later(c, &in, &rows);
    sql_outreach_counts_later(c, &all, &counts);
    if (!db_gather(c))
        return false;
    *out = (struct outreach_list_view){ .new_path = NULL };
    if (writes(c) && role_shares_desk(c->viewer->role)) {
        out->new_path = list_path(c, "/new");
        out->letters_path = list_path(c, "/letters");
        out->gatherings_path = arena_printf(c->mem, "%s/gatherings", c->town->path);
        out->areas_path = arena_printf(c->mem, "%s/areas", c->town->path);
        out->report_path = list_path(c, "/report");
    }
    add_pages(c, q, rows.n > PER_PAGE, out);
    out->shown = arena_printf(c->mem, rows.n > PER_PAGE ? "%d件より多い" : "%d件",
                              rows.n > PER_PAGE ? PER_PAGE : (int)rows.n);
    if (rows.n > PER_PAGE)
        rows.n = PER_PAGE;
    add_counts(c, q, &counts, out);
    add_filters(c, q, out);
    policy_show_outreach_list(c, &rows, &out->lines);
    return true;
}

static bool
load(struct ctx *c, struct case_id id, struct outreach_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_outreach_sources_in sources = { id, who, c->now };
    const struct sql_contact_list_in contacts = { id, who, c->now };
    const struct sql_turn_list_in turns = { id, who, c->now };
    const struct sql_tie_list_in ties = { id, who, c->now };
    const struct sql_outreach_moves_in moves = { id, who, c->now };
    const struct sql_outreach_policies_in policies = { id, who, c->now };
    const struct sql_passing_list_in passings = { id, who, c->now };

    *r = (struct outreach_records){ .id = id };
    if (!sql_outreach_show(c, &(struct sql_outreach_show_in){ id, who, c->now },
                           &r->head, &r->begun))
        return false;
    if (!r->begun)
        return true;
    sql_outreach_sources_later(c, &sources, &r->sources);
    sql_contact_list_later(c, &contacts, &r->contacts);
    sql_turn_list_later(c, &turns, &r->turns);
    sql_tie_list_later(c, &ties, &r->ties);
    sql_outreach_moves_later(c, &moves, &r->moves);
    sql_outreach_policies_later(c, &policies, &r->policies);
    sql_passing_list_later(c, &passings, &r->passings);
    return db_gather(c);
}

static bool
add_letters(struct ctx *c, struct outreach_letter_list *out)
{
    struct sql_letter_list_rows rows = { 0 };

    if (!sql_letter_list(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, out) = (struct outreach_letter_view){
            .id = arena_strdup(c->mem, rows.v[i].letter_id.id.s),
            .name = rows.v[i].name,
            .body = rows.v[i].body,
            .when = arena_printf(c->mem, "%sに直しました",
                                 instant_ja(c->mem, rows.v[i].changed_at)),
        };
    return true;
}

bool
desk_choices(struct ctx *c, struct outreach_desk_list *out)
{
    struct sql_desk_list_rows desks = { 0 };

    if (!sql_desk_list(c, &desks))
        return false;
    for (size_t i = 0; i < desks.n; i++)
        *VEC_PUSH(c->mem, out) = (struct outreach_desk_view){
            .id = arena_strdup(c->mem, desks.v[i].desk_id.id.s), .name = desks.v[i].name
        };
    return true;
}

/* Consent on a case of outreach says that the next work may begin. Source: R-113. */
static bool
add_prompt(struct ctx *c, struct case_id id, struct outreach_view *out)
{
    const bool wanted = outreach_wants_consent(c->town->profile);
    bool consented;

    out->may_hand = !out->handed;
    if (!out->begun || out->handed)
        return true;
    if (!outreach_consented(c, id, &consented))
        return false;
    if (consented)
        out->prompt = "本人の同意が記録されています。多機関協働へうつす時期かを、"
                      "決めてください。";
    if (wanted && !consented)
        out->hand_note = "この市では、本人の同意を記録してからうつします。";
    return true;
}

bool
desk_outreach_show(struct ctx *c,
                   struct case_id id,
                   struct outreach_view *out,
                   struct outreach_now *now)
{
    struct outreach_records r;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    facts.own = OWN_NONE;
    if (!load(c, id, &r))
        return false;
    policy_show_outreach(c, &facts, &r, out);
    if (!desk_case_head(c, id, CASE_TAB_OUTREACH, &out->head))
        return false;
    *now = (struct outreach_now){
        .state = r.head.state,
        .stage = out->stage ? r.head.stage : "",
        .safety = out->safety ? out->safety : "",
        .coordinating = out->coordinating != NULL,
        .version = r.head.version,
    };
    if (out->begun && !r.policies.n && outreach_wants_policy(c->town->profile))
        out->policy_wanted = "この市では、市の職員が訪ねる前に、会議で方針を決めます。";
    return add_prompt(c, id, out) && desk_choices(c, &out->desks)
           && add_letters(c, &out->letters);
}

bool
desk_outreach_turn(struct ctx *c, struct turn_id turn, struct case_id *out)
{
    struct sql_turn_one_row row;
    bool found;

    if (!sql_turn_one(c,
                      &(struct sql_turn_one_in){ .turn_id = turn,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now },
                      &row, &found))
        return false;
    *out = row.case_id;
    return found || refuse(c, ERR_MISSING, "no such turn");
}

/* Letters are not about anybody; whoever may write in cases keeps them. */
static bool
may_write(struct ctx *c)
{
    return writes(c) || refuse(c, ERR_DENIED, "no writing in cases");
}

bool
desk_letters(struct ctx *c, struct letters_view *out)
{
    *out = (struct letters_view){ .path = list_path(c, "/letters"),
                                  .back_path = list_path(c, "") };
    return may_write(c) && add_letters(c, &out->letters);
}

bool
desk_letter_put(struct ctx *c, const struct form_letter *f, struct outcome *out)
{
    out->id = id_new(c);
    out->place =
        arena_printf(c->mem, "/outreach/letters?made=%s&said=letter", out->id.s);
    return may_write(c)
           && sql_letter_put(c, &(struct sql_letter_put_in){ .letter_id = { out->id },
                                                             .name = f->name,
                                                             .body = f->body,
                                                             .post_id = c->viewer->post,
                                                             .now = c->now });
}
