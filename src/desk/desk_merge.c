#include "desk_merge.h"

#include "desk_people.h"

#include "../base/buf.h"
#include "../domain/case_number.h"
#include "../domain/search_key.h"
#include "../policy/shown.h"

#include <string.h>

enum { ORDER_BEHIND = 1000 };

typedef bool
move_rows(struct ctx *c, struct merge_id merge, struct id gone, struct id kept);

#define PERSON_MOVE(name)                                                              \
    static bool move_##name(struct ctx *c, struct merge_id merge, struct id gone,      \
                            struct id kept)                                            \
    {                                                                                  \
        return sql_merge_person_##name(                                                \
            c, &(struct sql_merge_person_##name##_in){ merge, { gone }, { kept } });   \
    }
#define CASE_MOVE(name)                                                                \
    static bool carry_##name(struct ctx *c, struct merge_id merge, struct id gone,     \
                             struct id kept)                                           \
    {                                                                                  \
        return sql_merge_case_##name(                                                  \
            c, &(struct sql_merge_case_##name##_in){ merge, { gone }, { kept } });     \
    }
#define NAME_MOVE(name) move_##name,
#define NAME_CARRY(name) carry_##name,

/* One for each table and column that sql/case_tables.def lets move. */
SQL_EACH_MERGE_PERSON(PERSON_MOVE)
SQL_EACH_MERGE_CASE(CASE_MOVE)

static move_rows *const PERSON_MOVES[] = { SQL_EACH_MERGE_PERSON(NAME_MOVE) };
static move_rows *const CASE_MOVES[] = { SQL_EACH_MERGE_CASE(NAME_CARRY) };

/* What is always where something else is: roles with their item, what a centre keeps. */
static bool
follow(struct ctx *c, struct case_id id)
{
#define FOLLOW(name)                                                                   \
    if (!sql_merge_follow_##name(c, &(struct sql_merge_follow_##name##_in){ id }))     \
        return false;
    SQL_EACH_MERGE_FOLLOW(FOLLOW)
#undef FOLLOW
    return sql_merge_follow_childbirth(c,
                                       &(struct sql_merge_follow_childbirth_in){ id });
}

static bool
move_all(struct ctx *c,
         move_rows *const *moves,
         size_t n,
         struct merge_id merge,
         struct id gone,
         struct id kept)
{
    for (size_t i = 0; i < n; i++)
        if (!moves[i](c, merge, gone, kept))
            return false;
    return true;
}

#define COUNT(a) (sizeof(a) / sizeof *(a))

static bool
begin(struct ctx *c,
      struct merge_id merge,
      struct case_id id,
      enum merge_kind kind,
      struct id kept,
      struct id gone,
      int64_t kept_version,
      const char *why)
{
    return sql_merge_add(c, &(struct sql_merge_add_in){ .merge_id = merge,
                                                        .case_id = id,
                                                        .kind = kind,
                                                        .kept_id = kept,
                                                        .gone_id = gone,
                                                        .kept_version = kept_version,
                                                        .desk_id = c->viewer->desk,
                                                        .post_id = c->viewer->post,
                                                        .now = c->now,
                                                        .why = why })
           && desk_keep_version(c, merge.id, 1, "merge", id, why,
                                arena_printf(c->mem, "%s：%s と %s",
                                             merge_kind_label(kind), kept.s, gone.s));
}

static const char *
or_else(const char *a, const char *b)
{
    return *a ? a : b;
}

/* Names parted by 、, none twice. */
static void
add_name(struct buf *b, const char *name, const char *own)
{
    if (!*name || strcmp(name, own) == 0 || strstr(buf_text(b), name))
        return;
    buf_printf(b, "%s%s", b->n ? "、" : "", name);
}

/* What is known of the two together: the first goes before. */
static struct sql_person_change_in
both(struct ctx *c,
     struct person_id id,
     const struct sql_person_one_row *a,
     const struct sql_person_one_row *b)
{
    struct buf names = buf_new(c->mem);
    struct search_person key = { .name = or_else(a->name, b->name),
                                 .kana = or_else(a->kana, b->kana),
                                 .place = or_else(a->place, b->place) };
    const bool birth = *a->birth_words != '\0';

    add_name(&names, a->other_names, key.name);
    add_name(&names, b->name, key.name);
    add_name(&names, b->other_names, key.name);
    key.others = buf_text(&names);
    return (struct sql_person_change_in){
        .person_id = id,
        .version = a->version,
        .known = a->known > b->known ? a->known : b->known,
        .name = key.name,
        .kana = key.kana,
        .age = a->age_given ? a->age : b->age,
        .age_given = a->age_given || b->age_given,
        .place = key.place,
        .gender = or_else(a->gender, b->gender),
        .birth_on = birth ? a->birth_on : b->birth_on,
        .birth_words = birth ? a->birth_words : b->birth_words,
        .other_names = key.others,
        .kinship = or_else(a->kinship, b->kinship),
        .phone = or_else(a->phone, b->phone),
        .met = a->met > b->met ? a->met : b->met,
        .attributes = or_else(a->attributes, b->attributes),
        .durations = or_else(a->durations, b->durations),
        .strengths = or_else(a->strengths, b->strengths),
        .search_text = search_key_text(c->mem, &key),
        .subjects = desk_subjects(c),
        .now = c->now,
    };
}

/* One of the two, all of it open to the viewer: what is closed must not move unseen. */
static bool
load_person(struct ctx *c,
            const struct people_records *r,
            struct person_id id,
            const char *field,
            struct sql_person_one_row *out)
{
    const struct sql_person_one_in in = { id, desk_subjects(c), c->now };
    const struct facts *of;
    struct decision d;

    if (!desk_person_known(c, r, id, field) || !sql_person_one(c, &in, out))
        return false;
    of = show_facts_of(NULL, r, id);
    d = show_person_record(c, of, r->own, out->desk_id, out->post_id);
    return (decision_allows(&d, ITEM_WELFARE) && decision_allows(&d, ITEM_CONTACT))
           || refuse_field(c, field, "この人のことは、書いた窓口でまとめてください。");
}

static bool
check_people(struct ctx *c, struct merge_id merge, const struct form_person_merge *f)
{
    struct sql_merge_person_count_row n;

    if (id_same(f->kept.id, f->gone.id))
        return refuse_field(c, "gone", "ちがう2つの記録を選んでください。");
    if (!sql_merge_person_count(
            c, &(struct sql_merge_person_count_in){ merge, f->kept, f->gone }, &n))
        return false;
    return !n.bound
           || refuse_field(c, "gone",
                           "この記録には、同意か、守ることが書かれています。"
                           "そちらを残す人に選ぶか、先に終えてください。");
}

bool
desk_person_merge(struct ctx *c,
                  struct case_id id,
                  const struct form_person_merge *f,
                  struct outcome *out)
{
    const struct merge_id merge = { id_new(c) };
    struct sql_person_one_row a;
    struct sql_person_one_row b;
    struct sql_person_change_in change;
    struct people_records r;
    struct facts facts;
    size_t n;

    if (!desk_people_load(c, id, &facts, &r) || !check_people(c, merge, f)
        || !load_person(c, &r, f->kept, "kept", &a)
        || !load_person(c, &r, f->gone, "gone", &b))
        return false;
    change = both(c, f->kept, &a, &b);
    if (!begin(c, merge, id, MERGE_KIND_PEOPLE, f->kept.id, f->gone.id, a.version + 1,
               f->why)
        || !sql_merge_keep_person(c,
                                  &(struct sql_merge_keep_person_in){ merge, f->kept })
        || !sql_person_change_changed(c, &change, &n) || !desk_changed_one(c, n)
        || !sql_merge_person_first(
            c, &(struct sql_merge_person_first_in){ f->kept, f->gone })
        || !sql_merge_note_person(
            c, &(struct sql_merge_note_person_in){ merge, f->gone, f->kept })
        || !move_all(c, PERSON_MOVES, COUNT(PERSON_MOVES), merge, f->gone.id,
                     f->kept.id)
        || !sql_merge_person_gone(
            c, &(struct sql_merge_person_gone_in){ f->gone, f->kept }))
        return false;
    shown_note(c, SHOWN_PERSON, f->kept.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    shown_note(c, SHOWN_PERSON, f->gone.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = merge.id;
    out->place =
        arena_printf(c->mem, "/cases/%s/merges?said=merged&at=%s", id.id.s, merge.id.s);
    return true;
}

/* The other case, by the number typed, within what the viewer may know by name. */
static bool
other_case(struct ctx *c, const char *typed, struct case_id id, struct case_id *out)
{
    const char *number = case_number_read(c->mem, typed);
    const struct sql_case_list_in in = {
        .subjects = desk_subjects(c),
        .now = c->now,
        .number = number ? number : typed,
        .n = 2,
    };
    struct sql_case_list_rows rows = { 0 };

    if (number && !sql_case_list(c, &in, &rows))
        return false;
    if (!rows.n)
        return refuse_field(c, "number", "この番号のケースは見つかりません。");
    *out = rows.v[0].case_id;
    return !id_same(out->id, id.id)
           || refuse_field(c, "number", "ほかのケースの番号を書いてください。");
}

static bool
check_cases(struct ctx *c, struct case_id gone, struct case_id kept)
{
    struct sql_merge_case_bound_row n;

    if (!sql_merge_case_bound(
            c, &(struct sql_merge_case_bound_in){ gone, kept, c->now }, &n))
        return false;
    if (n.parted)
        return refuse_field(c, "number",
                            "分けてある世帯のケースは、ほかのケースと合わせられません。"
                            "分けることを終えてから、合わせてください。");
    if (n.shut)
        return refuse_field(
            c, "number",
            "合わせると、守るきまりのために、どちらかの主担当がケースを見られなくなりま"
            "す。"
            "先に、伏せた世帯の名簿に加えるか、主担当をかえてください。");
    if (n.glass)
        return refuse_field(c, "number",
                            "どちらかのケースを緊急の確認・閲覧で見ている人がいます。"
                            "その時間が終わってから、合わせてください。");
    return !n.twice
           || refuse_field(
               c, "number",
               "両方のケースに、1つしか置けないもの（働きかけ、同じ窓口の同じシート、"
               "同じ種類の支援プラン、安全の注意、同じ人からの引きつぎ、"
               "同じ会議の案件のどれか）があります。どちらかを終えてから、"
               "合わせてください。");
}

static bool
writable(struct ctx *c, struct case_id id)
{
    struct facts facts;

    return desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
           && (facts.handed != HANDED_WAITING
               || refuse(c, ERR_DENIED, "the hand-over is not received yet"));
}

/* After a move: who reaches what, for everybody concerned. Narrowing is noted on the way. */
static bool
sync_both(struct ctx *c, struct case_id a, struct case_id b)
{
    return store_reach_sync_case(c, a) && store_reach_sync_case(c, b);
}

bool
desk_case_merge(struct ctx *c,
                struct case_id id,
                const struct form_case_merge *f,
                struct outcome *out)
{
    const struct merge_id merge = { id_new(c) };
    struct case_id gone;

    if (!writable(c, id) || !other_case(c, f->number, id, &gone) || !writable(c, gone)
        || !check_cases(c, gone, id)
        || !begin(c, merge, id, MERGE_KIND_CASES, id.id, gone.id, 0, f->why)
        || !sql_merge_note_case(c, &(struct sql_merge_note_case_in){ merge, gone })
        || !sql_merge_case_order(
            c, &(struct sql_merge_case_order_in){ merge, ORDER_BEHIND })
        || !move_all(c, CASE_MOVES, COUNT(CASE_MOVES), merge, gone.id, id.id)
        || !follow(c, id)
        || !sql_merge_case_gone(c, &(struct sql_merge_case_gone_in){ gone, id })
        || !sync_both(c, id, gone))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    shown_note(c, SHOWN_CASE, gone.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = merge.id;
    out->place =
        arena_printf(c->mem, "/cases/%s/merges?said=merged&at=%s", id.id.s, merge.id.s);
    return true;
}

static bool
load_merge(struct ctx *c, struct merge_id id, struct sql_merge_one_row *m)
{
    return sql_merge_one(c, &(struct sql_merge_one_in){ id, desk_subjects(c), c->now },
                         m)
           && writable(c, m->case_id)
           && (!m->undone_at
               || refuse(c, ERR_CONFLICT, "この統合は、もう取り消されています。"));
}

static bool
blocked(struct ctx *c, const char *what)
{
    return refuse(c, ERR_RULE, "%s", what);
}

static bool
undo_people(struct ctx *c, struct merge_id id, const struct sql_merge_one_row *m)
{
    const struct person_id kept = { m->kept_id };
    const struct person_id gone = { m->gone_id };
    struct sql_merge_person_count_row n;
    struct sql_person_one_row p;

    if (!sql_person_one(
            c, &(struct sql_person_one_in){ kept, desk_subjects(c), c->now }, &p)
        || !sql_merge_person_count(
            c, &(struct sql_merge_person_count_in){ id, kept, gone }, &n))
        return false;
    if (p.version != m->kept_version)
        return blocked(c, "まとめたあとで、この人のことが直されています。"
                          "直した内容を元に戻せないので、取り消せません。");
    if (n.noted != n.there)
        return blocked(c, "まとめたあとで、移った記録がほかの人のものに変わっています。"
                          "先にそれを戻してください。");
    return move_all(c, PERSON_MOVES, COUNT(PERSON_MOVES), id, kept.id, gone.id)
           && sql_merge_restore_person(
               c, &(struct sql_merge_restore_person_in){ id, kept })
           && sql_merge_person_gone(
               c, &(struct sql_merge_person_gone_in){ gone, { { "" } } });
}

static bool
undo_cases(struct ctx *c, struct merge_id id, const struct sql_merge_one_row *m)
{
    const struct case_id kept = { m->kept_id };
    const struct case_id gone = { m->gone_id };
    struct sql_merge_case_count_row n;

    if (!sql_merge_case_count(c, &(struct sql_merge_case_count_in){ id, kept }, &n))
        return false;
    if (n.noted != n.there)
        return blocked(c, "合わせたあとで、移った記録が済んだり動いたりしています。"
                          "元のとおりに分けられないので、取り消せません。");
    if (n.closed)
        return blocked(c, "合わせたあとで、守ること（伏せるなど）が始まっています。"
                          "分けると守られなくなるので、取り消せません。");
    if (n.tied)
        return blocked(c,
                       "合わせたあとで、移った人や世帯について書かれたことがあります。"
                       "先にそれを取り消してください。");
    return move_all(c, CASE_MOVES, COUNT(CASE_MOVES), id, kept.id, gone.id)
           && follow(c, gone)
           && sql_merge_case_order(
               c, &(struct sql_merge_case_order_in){ id, -ORDER_BEHIND })
           && sql_merge_case_gone(c,
                                  &(struct sql_merge_case_gone_in){ gone, { { "" } } })
           && sync_both(c, kept, gone);
}

bool
desk_merge_undo(struct ctx *c,
                struct merge_id id,
                const struct form_merge_undo *f,
                struct outcome *out)
{
    struct sql_merge_one_row m;

    if (!load_merge(c, id, &m))
        return false;
    if (m.later)
        return blocked(c, "このあとにも、まとめたものがあります。"
                          "新しいほうから順に取り消してください。");
    if (!(m.kind == MERGE_KIND_PEOPLE ? undo_people(c, id, &m) : undo_cases(c, id, &m))
        || !sql_merge_end(
            c, &(struct sql_merge_end_in){ id, c->viewer->post, c->now, f->why })
        || !desk_keep_version(c, id.id, 2, "merge", m.case_id, f->why, "取り消した"))
        return false;
    shown_note(c, SHOWN_CASE, m.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s/merges?said=unmerged", m.case_id.id.s);
    return true;
}

bool
desk_merge_show(struct ctx *c, struct merge_id id, struct mend_view *out)
{
    struct sql_merge_one_row m;

    return load_merge(c, id, &m)
           && desk_people_mend_page(c, m.case_id,
                                    m.kind == MERGE_KIND_PEOPLE
                                        ? "人をまとめたことを取り消す"
                                        : "ケースを合わせたことを取り消す",
                                    "merges", id.id, 1, "/merges", out);
}
