#include "office.h"

#include "../../src/desk/desk_setup.h"
#include "../../src/store/store_town.h"
#include "gen/sql.h"
#include "state.h"

#include <stdarg.h>
#include <stdio.h>

enum { TOLD_MAX = 20 };

/* Desks of the leading section's agency, beside those that the profile has. */
static bool
make_desks(struct office *o)
{
    struct ctx *c = &o->unit.c;
    struct sql_desk_list_rows rows = { 0 };

    if (!sql_desk_list(c, &rows))
        return false;
    for (size_t i = 0; i < OFFICE_DESKS; i++) {
        const char *code = arena_printf(c->mem, "existence_%zu", i);

        o->desk[i].id = id_new(c);
        if (!sql_desk_put(c,
                          &(struct sql_desk_put_in){ .desk_id = o->desk[i],
                                                     .agency_id = rows.v[0].agency_id,
                                                     .code = code,
                                                     .name = code,
                                                     .from_on = day_of(c->now) }))
            return false;
    }
    return true;
}

bool
office_open(struct office *o, const char *pg, const char *profiles)
{
    struct ctx *c = &o->unit.c;
    struct town *town;

    *o = (struct office){ .engine = pg ? "postgresql" : "sqlite" };
    o->unit.c = (struct ctx){ .mem = arena_new(), .machine = &machine_real };
    if (!house_build(c, pg, profiles, house_towns, 1, &o->house)
        || !house_store(c, &o->house, house_towns[0]))
        return false;
    c->machine = o->house.machine;
    c->shown = &o->unit.shown;
    if (!store_town_load(c, house_towns[0], &town))
        return false;
    c->town = town;
    return office_begin(o) && make_desks(o) && office_keep(o);
}

void
office_close(struct office *o)
{
    db_end(&o->unit.c.db);
    house_remove(&o->house);
    if (o->unit.c.town)
        arena_free(o->unit.c.town->mem);
    arena_free(o->unit.c.mem);
}

bool
office_seat(struct office *o,
            struct desk_id desk,
            enum post_role role,
            int64_t from,
            int64_t until,
            struct seat *out)
{
    struct ctx *c = &o->unit.c;
    const char *login = arena_printf(c->mem, "8%05d", (int)++o->numbers);

    *out = (struct seat){
        .account = { id_new(c) },
        .post = { id_new(c) },
        .desk = desk,
        .role = role,
        .from = from,
        .until = until,
    };
    c->now = from;
    o->clerk = out->post;
    return sql_account_add(c, &(struct sql_account_add_in){ .account_id = out->account,
                                                            .login = login,
                                                            .name = login,
                                                            .password = "",
                                                            .now = from })
           && sql_post_add(c, &(struct sql_post_add_in){ .post_id = out->post,
                                                         .account_id = out->account,
                                                         .desk_id = desk,
                                                         .role = role,
                                                         .kind = POST_KIND_CITY,
                                                         .title = login,
                                                         .from_at = from,
                                                         .until_at = until })
           && desk_setup_token(c, out->post, login, &out->token);
}

/* No act suspends a post yet; the statement takes the place of one that is not used here. */
bool
office_suspend(struct office *o, const struct seat *s, bool suspended)
{
    struct in {
        bool suspended;
        struct post_id post;
    };
    static const struct db_col COLS[] = {
        { "suspended", DB_BOOL, false, offsetof(struct in, suspended), NULL },
        { "post", DB_ID, false, offsetof(struct in, post), NULL },
    };
    const struct db_query q = {
        .name = "test_suspend",
        .slot = sql_answer_forget_query.slot,
        .card = DB_NONE,
        .sqlite = "UPDATE post SET suspended = ?1 WHERE post_id = ?2",
        .pg = "UPDATE post SET suspended = $1 WHERE post_id = $2",
        .n_in = 2,
        .in = COLS,
    };

    return db_run(&o->unit.c, &q, &(struct in){ suspended, s->post }, NULL);
}

bool
office_end_account(struct office *o, const struct seat *s)
{
    return sql_account_end(
        &o->unit.c,
        &(struct sql_account_end_in){ .account_id = s->account, .now = o->unit.c.now });
}

bool
office_enter(struct office *o, const struct seat *s, int64_t now)
{
    static const struct route ANY = { .access = ACCESS_OPEN };

    o->unit.c.now = now;
    o->unit.req = (struct request){
        .channel = CHANNEL_API,
        .route = &ANY,
        .token = s->token,
    };
    o->unit.shown = (struct shown_list){ 0 };
    return unit_identify(&o->unit);
}

bool
office_case(struct office *o,
            struct desk_id lead,
            struct post_id owner,
            enum case_state state,
            struct desk_id list,
            struct case_id *out)
{
    struct ctx *c = &o->unit.c;
    const struct sql_case_add_in head = {
        .case_id = { id_new(c) },
        .number = arena_printf(c->mem, "X%d", (int)++o->numbers),
        .state = state,
        .desk_id = lead,
        .owner_post = owner,
        .now = c->now,
    };

    *out = head.case_id;
    return sql_case_add(c, &head)
           && sql_person_add(c,
                             &(struct sql_person_add_in){ .person_id = { id_new(c) },
                                                          .case_id = *out,
                                                          .known = PERSON_KNOWN_NAMED,
                                                          .name = "N",
                                                          .kana = "",
                                                          .place = "",
                                                          .search_text = "n" })
           && sql_duty_put(c, &(struct sql_duty_put_in){ .duty_id = { id_new(c) },
                                                         .case_id = *out,
                                                         .rule = "next_step",
                                                         .subject_id = out->id,
                                                         .desk_id = list,
                                                         .due_on = day_of(c->now) });
}

bool
office_consent(struct office *o,
               struct case_id id,
               struct id subject,
               int64_t from,
               int64_t until,
               bool joins)
{
    struct ctx *c = &o->unit.c;
    struct sql_consent_people_rows people = { 0 };
    const struct consent_id consent = { id_new(c) };
    struct sql_consent_add_in in = {
        .consent_id = consent,
        .case_id = id,
        .state = CONSENT_STATE_GIVEN,
        .sharing = true,
        .items = ITEMS_PLAIN | ITEM_BIT(ITEM_COORDINATION),
        .joins = joins,
        .purpose = "",
        .from_on = day_of(from),
        .from_at = from,
        .until_on = { DAY_NONE },
        .until_at = until,
        .words = "",
        .witness = "",
        .proxy_ground = "",
        .proxy_paper = "",
        .child_will = "",
        .explained_by = "",
        .explained_version = "",
        .evidence = "",
        .again_on = { DAY_NONE },
        .desk_id = o->desk[1],
        .now = from,
    };

    if (!sql_consent_people(c, &(struct sql_consent_people_in){ .case_id = id },
                            &people))
        return false;
    in.person_id = people.v[0].person_id;
    in.post_id = o->clerk;
    return sql_consent_add(c, &in)
           && sql_consent_name(c, &(struct sql_consent_name_in){ .consent_id = consent,
                                                                 .subject = subject,
                                                                 .allowed = true });
}

bool
office_begin(struct office *o)
{
    return db_begin(&o->unit.c, true);
}

bool
office_keep(struct office *o)
{
    bool unknown;

    return db_commit(&o->unit.c, &unknown);
}

void
office_check(struct office *o, bool good, const char *fmt, ...)
{
    va_list more;

    o->checks++;
    if (good || o->failed++ >= TOLD_MAX)
        return;
    printf("difference (%s): ", o->engine);
    va_start(more, fmt);
    vprintf(fmt, more);
    va_end(more);
    putchar('\n');
}

static void
rest_on(struct facts *f, enum ground ground)
{
    switch (ground) {
    case GROUND_OWN:
        f->own = OWN_SELF;
        return;
    case GROUND_LEAD:
        f->part = PART_LEAD;
        return;
    case GROUND_CONSENT:
        f->part = PART_TEAM;
        f->consent = ITEMS_PLAIN;
        return;
    case GROUND_HELD:
        f->handed = HANDED_HELD;
        f->sent = ITEMS_PLAIN;
        return;
    case GROUND_LAW:
        f->law = ITEMS_PLAIN;
        return;
    case GROUND_LISTED:
        f->protect = PROTECT_LISTED;
        return;
    case GROUND_MULTILAYER:
        f->sitting = SITTING_BY_CONSENT;
        f->consent = ITEMS_PLAIN;
        return;
    case GROUND_APPROVAL:
        f->paper = PAPER_APPROVER;
        return;
    case GROUND_SENT:
        f->handed = HANDED_WAITING;
        f->sent = ITEMS_PLAIN;
        return;
    case GROUND_SITTING:
        f->sitting = SITTING_ATTENDS;
        return;
    case GROUND_SECRETARIAT:
        f->sitting = SITTING_OFFICE;
        return;
    case GROUND_DECIDED:
        f->decided = DECIDED_HELD;
        return;
    case GROUND_NAMELESS:
        f->sitting = SITTING_NAMELESS;
        return;
    case GROUND_LOOKUP:
        f->emergency = EMERGENCY_LOOKUP;
        return;
    case GROUND_GLASS:
        f->emergency = EMERGENCY_GLASS;
        return;
    case GROUND_DUTY:
        f->emergency = EMERGENCY_DUTY;
        return;
    case GROUND_PAST:
        f->part = PART_PAST;
        return;
    case GROUND_CENTER:
        f->childcare = CHILDCARE_CENTER;
        f->own = OWN_SELF;
        return;
    case GROUND_NONE:
    case GROUND_OVERSIGHT:
    case GROUND_OFFICE:
    case GROUND_N:
        return;
    }
}

struct facts
facts_of_one_ground(enum post_role role, int64_t ground)
{
    struct facts f = {
        .role = role,
        .standing = STANDING_ACTIVE,
        .protect = PROTECT_NONE,
        .informant = INFORMANT_OPEN,
        .barrier = BARRIER_NONE,
        .paper = PAPER_NONE,
    };

    if (ground > GROUND_NONE && ground < GROUND_N)
        rest_on(&f, (enum ground)ground);
    return f;
}
