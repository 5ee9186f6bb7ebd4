#include "desk_candidate.h"

#include "desk_abuse.h"
#include "desk_intake.h"
#include "desk_intake_part.h"
#include "desk_people.h"
#include "desk_watch.h"

#include "../base/name_key.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/search_key.h"
#include "../domain/search_way.h"
#include "../domain/working_day.h"
#include "../policy/show_candidate.h"
#include "../policy/shown.h"

#include <stdlib.h>
#include <string.h>

enum { FOUND_MAX = 60, SCANNED_MAX = 100, SEARCHES = 5, SHOWN_MAX = 5, AGE_AROUND = 9 };

struct candidates {
    struct candidate *v;
    size_t n;
    size_t cap;
};

static const char *
first_word(struct arena *mem, const char *s)
{
    return arena_copy(mem, s, strcspn(s, " "));
}

static const char *
without_spaces(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);

    for (; *s; s++)
        if (*s != ' ')
            buf_char(&b, *s);
    return buf_text(&b);
}

/* The address up to its first number. */
static const char *
town_key(struct ctx *c, const char *place)
{
    const char *key = search_key_query(c->mem, place);

    return arena_copy(c->mem, key, strcspn(key, "0123456789- "));
}

static bool
long_enough(const char *key)
{
    return text_length(key) >= 2;
}

/* What is sought, the surest first; each is one look into the index. */
static size_t
searches(struct ctx *c,
         const struct form_similar *f,
         const struct like_person *p,
         struct sql_candidate_find_in *in)
{
    const struct sql_candidate_find_in all = { .subjects = desk_subjects(c),
                                               .now = c->now,
                                               .also = "",
                                               .most = -1,
                                               .n = FOUND_MAX };
    const char *name = without_spaces(c->mem, text_line(c->mem, f->name));
    const char *kana = without_spaces(c->mem, text_line(c->mem, f->kana));
    const char *reading = *kana ? kana : name_has_ideograph(name) ? "" : name;
    const char *family = first_word(c->mem, text_line(c->mem, f->name));
    const char *town = town_key(c, f->place);
    const char *keys[] = {
        search_key_query(c->mem, name),
        *reading ? search_key_query(c->mem, reading) : "",
        *reading ? name_key_romaji(c->mem, reading) : "",
    };
    size_t n = 0;

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (long_enough(keys[i])) {
            in[n] = all;
            in[n++].search = keys[i];
        }
    if (long_enough(town) && *family) {
        in[n] = all;
        in[n].search = search_key_query(c->mem, family);
        if (long_enough(in[n].search))
            in[n++].also = town;
    }
    if (long_enough(town) && p->age_least >= 0) {
        in[n] = all;
        in[n].search = town;
        in[n].least = p->age_least - AGE_AROUND;
        in[n++].most = p->age_most + AGE_AROUND;
    }
    return n;
}

static bool
is_there(const struct candidates *all, struct person_id id)
{
    for (size_t i = 0; i < all->n; i++)
        if (id_same(all->v[i].row->person_id.id, id.id))
            return true;
    return false;
}

static void
score(struct ctx *c,
      const struct like_person *who,
      const struct sql_candidate_find_rows *rows,
      struct candidates *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_candidate_find_row *r = &rows->v[i];
        struct like_person other = { .name = r->name,
                                     .kana = r->kana,
                                     .others = r->other_names,
                                     .place = r->place,
                                     .phone = r->phone };
        struct likeness l;

        if (is_there(out, r->person_id))
            continue;
        like_ages(c->mem, &other, r->birth_words, r->age, r->age_given, day_of(c->now));
        l = like(c->mem, who, &other);
        if (l.points >= LIKE_OFFER)
            *VEC_PUSH(c->mem, out) = (struct candidate){ .row = r, .likeness = l };
    }
}

static int
by_points(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;

    if (x->likeness.points != y->likeness.points)
        return x->likeness.points < y->likeness.points ? 1 : -1;
    return strcmp(x->row->person_id.id.s, y->row->person_id.id.s);
}

/* Compares once more by what the viewer may know of the very person; closed places say nothing. */
static bool
look_closer(struct ctx *c, const struct like_person *who, struct candidate *k)
{
    struct like_person other;

    if (!store_facts_of_person(c, k->row->case_id, k->row->person_id, &k->facts))
        return false;
    if (k->row->ground == GROUND_OWN)
        k->facts.own = role_shares_desk(c->viewer->role) ? OWN_DESK : OWN_SELF;
    other = policy_candidate_person(c, &k->facts, k->row);
    k->likeness = like(c->mem, who, &other);
    return true;
}

static struct like_person
typed_person(struct ctx *c, const struct form_similar *f)
{
    struct like_person p = { .name = f->name,
                             .kana = f->kana,
                             .others = "",
                             .place = f->place,
                             .phone = f->phone };
    int64_t age = 0;
    const bool given = text_int(text_fold(c->mem, f->age), 0, 120, &age);

    like_ages(c->mem, &p,
              *f->birth ? f->birth
              : given   ? ""
                        : f->age,
              age, given, day_of(c->now));
    return p;
}

/* Whether what is reached is looked through for all, or the index asked for each. */
static bool
choose_way(struct ctx *c,
           const struct sql_candidate_find_in *in,
           size_t n,
           enum search_way *way)
{
    const struct sql_reach_count_in reach = { .subjects = in->subjects,
                                              .most = SEARCH_COUNT_MOST };
    struct sql_person_found_in key[SEARCHES];
    struct sql_person_found_row found[SEARCHES];
    struct sql_reach_count_row reached;
    int64_t hits[SEARCHES];

    sql_reach_count_later(c, &reach, &reached);
    for (size_t i = 0; i < n; i++) {
        key[i] = (struct sql_person_found_in){
            .search = arena_printf(c->mem, "%s %s", in[i].search, in[i].also),
            .most = SEARCH_COUNT_MOST
        };
        sql_person_found_later(c, &key[i], &found[i]);
    }
    if (!db_gather(c))
        return false;
    for (size_t i = 0; i < n; i++)
        hits[i] = found[i].n;
    *way = search_way_any(reached.n, hits, n, FOUND_MAX);
    return true;
}

static bool
find_each(struct ctx *c,
          const struct sql_candidate_find_in *in,
          size_t n,
          struct sql_candidate_find_rows *rows)
{
    for (size_t i = 0; i < n; i++)
        sql_candidate_find_later(c, &in[i], &rows[i]);
    return db_gather(c);
}

/* The same searches as one: each key has its own field. */
static bool
find_at_once(struct ctx *c,
             const struct sql_candidate_find_in *in,
             size_t n,
             struct sql_candidate_find_rows *rows)
{
    struct sql_candidate_scan_in all = { .subjects = in->subjects,
                                         .now = in->now,
                                         .whole = "",
                                         .reading = "",
                                         .latin = "",
                                         .family = "",
                                         .town = "",
                                         .most = -1,
                                         .n = SCANNED_MAX };
    const char **plain[] = { &all.whole, &all.reading, &all.latin };
    size_t k = 0;

    for (size_t i = 0; i < n; i++) {
        if (*in[i].also) {
            all.family = in[i].search;
            all.town = in[i].also;
        } else if (in[i].most >= 0) {
            all.town = in[i].search;
            all.least = in[i].least;
            all.most = in[i].most;
        } else {
            *plain[k++] = in[i].search;
        }
    }
    return sql_candidate_scan(c, &all, rows);
}

static bool
find_all(struct ctx *c,
         const struct sql_candidate_find_in *in,
         size_t n,
         struct sql_candidate_find_rows *rows)
{
    enum search_way way;

    if (!n)
        return true;
    if (!choose_way(c, in, n, &way))
        return false;
    return way == SEARCH_THROUGH ? find_at_once(c, in, n, rows)
                                 : find_each(c, in, n, rows);
}

bool
desk_candidates(struct ctx *c,
                const struct form_similar *f,
                struct case_id here,
                struct candidates_view *out)
{
    const struct like_person who = typed_person(c, f);
    struct sql_candidate_find_in in[SEARCHES];
    struct sql_candidate_find_rows rows[SEARCHES] = { { 0 } };
    struct candidates all = { 0 };
    const size_t n = searches(c, f, &who, in);

    *out = (struct candidates_view){ .asked = n > 0 };
    if (!find_all(c, in, n, rows))
        return false;
    for (size_t i = 0; i < n; i++)
        score(c, &who, &rows[i], &all);
    if (all.n)
        qsort(all.v, all.n, sizeof *all.v, by_points);
    for (size_t i = 0; i < all.n && out->list.n < SHOWN_MAX; i++) {
        if (!look_closer(c, &who, &all.v[i]))
            return false;
        if (all.v[i].likeness.points >= LIKE_OFFER)
            policy_show_candidate(c, &all.v[i], here, out);
    }
    return true;
}

/* About whom: one of the case's people, or somebody who is added to them. */
static bool
whom(struct ctx *c,
     struct case_id id,
     const struct form_intake *f,
     struct person_id *person)
{
    struct form_person p;
    struct outcome added = { 0 };

    if (!id_none(person->id)) {
        struct people_records r;
        struct facts facts;

        return desk_people_load(c, id, &facts, &r)
               && (desk_person_of(&r, *person)
                   || refuse(c, ERR_MISSING, "no such person in the case"));
    }
    form_clear(&form_person_def, &p);
    p.name = f->name;
    p.kana = f->kana;
    p.age = f->age;
    p.age_given = f->age_given;
    p.place = f->place;
    if (!desk_person_add(c, id, &p, &added))
        return false;
    person->id = added.id;
    return true;
}

bool
desk_case_join(struct ctx *c,
               struct case_id id,
               struct person_id person,
               const struct form_intake *f,
               struct draft_id draft,
               struct outcome *out)
{
    const struct day due =
        deadline_of_triage(day_of(c->now), f->urgency, &c->town->settings);
    struct facts facts;
    int64_t at;
    bool good = desk_check_codes(c, &form_intake_def, f);

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (facts.handed == HANDED_WAITING)
        return refuse(c, ERR_DENIED, "the hand-over is not received yet");
    if (f->discreet) /* others of the desk read this case */
        return refuse_field(
            c, "discreet",
            "「知られずに相談したい」ときは、前からのケースには受けられません。新しい"
            "相談として受けてください。");
    if (!desk_received_at(c, f, &at) || !good || !desk_intake_check(c, f)
        || !whom(c, id, f, &person) || !desk_consultation_add(c, id, person, f, at)
        || (f->rights && !desk_abuse_route(c, id, f->rights, f->words))
        || !desk_add_step(c, id, c->viewer->post, "あらたな相談の方針を決める", due)
        || !store_reach_sync(c, id, c->viewer->desk, NULL)
        || !sql_case_touch(c,
                           &(struct sql_case_touch_in){ .case_id = id,
                                                        .now = c->now,
                                                        .subjects = desk_subjects(c) })
        || !desk_drop_draft(c, draft))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = arena_printf(c->mem, "/cases/%s?said=joined#words", id.id.s);
    return desk_watch_case(c, id);
}
