#include "demo_staff.h"

#include "../base/machine.h"
#include "../desk/desk_setup.h"
#include "../domain/childcare_rule.h"
#include "../domain/plan_desk.h"
#include "../domain/town.h"
#include "../store/store_town.h"

#include <string.h>

const unsigned char demo_totp_secret[CRYPT_TOTP_SECRET_LEN] = "kasane demo 100005..";

/* The kinds of desks that a municipality has. */
enum where {
    WHERE_LEAD,
    WHERE_CITY,
    WHERE_AGENCY,
    WHERE_THIRD,
    WHERE_CENTER, /* a こども家庭センター; nobody where the plan names none */
    WHERE_OUTREACH, /* the body on commission that reaches out; else the third */
    WHERE_N
};

static const struct {
    const char *login;
    const char *name;
    enum where where;
    enum post_role role;
    enum post_kind kind;
    bool code;
} PEOPLE[] = {
    { "100001", "見本 一子", WHERE_LEAD, POST_ROLE_DESK_WORKER, POST_KIND_CITY, false },
    { "100002", "見本 二郎", WHERE_CITY, POST_ROLE_DESK_WORKER, POST_KIND_CITY, false },
    { "100003", "見本 三枝", WHERE_LEAD, POST_ROLE_COORDINATOR, POST_KIND_CITY, false },
    { "100004", "見本 四季", WHERE_LEAD, POST_ROLE_PROMOTER, POST_KIND_CITY, false },
    { "100005", "見本 五月", WHERE_LEAD, POST_ROLE_DESK_WORKER, POST_KIND_CITY, true },
    { "100005", "見本 五月", WHERE_CITY, POST_ROLE_DESK_WORKER, POST_KIND_CITY, true },
    { "100007", "見本 七海", WHERE_LEAD, POST_ROLE_PRIVACY_OFFICER, POST_KIND_CITY,
      false },
    { "100008", "見本 八重", WHERE_LEAD, POST_ROLE_ADMIN, POST_KIND_CITY, false },
    { "100009", "見本 九十郎", WHERE_LEAD, POST_ROLE_HEAD, POST_KIND_CITY, false },
    { "200001", "見本 千尋", WHERE_AGENCY, POST_ROLE_CONTRACTOR, POST_KIND_COMMISSIONED,
      false },
    { "200002", "見本 百合", WHERE_THIRD, POST_ROLE_CONTRACTOR, POST_KIND_COMMISSIONED,
      false },
    { "200003", "見本 歩", WHERE_OUTREACH, POST_ROLE_CONTRACTOR, POST_KIND_COMMISSIONED,
      false },
    { "200004", "見本 若葉", WHERE_AGENCY, POST_ROLE_CONTRACTOR, POST_KIND_OWN, false },
    { "200005", "見本 出席", WHERE_AGENCY, POST_ROLE_MEETING_MEMBER, POST_KIND_OWN,
      false },
    { "100010", "見本 十和", WHERE_CENTER, POST_ROLE_DESK_WORKER, POST_KIND_CITY,
      false },
    { "300001", "見本 民雄", WHERE_LEAD, POST_ROLE_COMMISSIONER, POST_KIND_CITY,
      false },
    { "300002", "見本 住江", WHERE_LEAD, POST_ROLE_RESIDENT_PARTNER, POST_KIND_CITY,
      false },
    { "300003", "見本 委香", WHERE_LEAD, POST_ROLE_COMMITTEE_MEMBER, POST_KIND_CITY,
      false },
};

static bool
differs(const struct plan_desk *d, const struct plan_desk *other)
{
    return !other || (d != other && strcmp(d->agency, other->agency) != 0);
}

static bool
reaches_out(const struct plan_desk *d)
{
    for (size_t i = 0; i < d->programs.n; i++)
        if (d->programs.v[i]->category == PROFILE_CATEGORY_OUTREACH)
            return true;
    return false;
}

/* Takes the first desk of each kind; what a municipality lacks falls to the next best. */
static void
choose_desks(const struct plan_desks *desks,
             const struct settings *settings,
             const struct plan_desk *out[WHERE_N])
{
    for (size_t i = 0; i < desks->n; i++) {
        const struct plan_desk *d = &desks->v[i];

        if (d->lead && !out[WHERE_LEAD])
            out[WHERE_LEAD] = d;
        else if (d->city && !d->lead && !out[WHERE_CITY])
            out[WHERE_CITY] = d;
        else if (!d->city && !out[WHERE_AGENCY])
            out[WHERE_AGENCY] = d;
        else if (!d->city && !out[WHERE_THIRD] && differs(d, out[WHERE_AGENCY]))
            out[WHERE_THIRD] = d;
        if (!out[WHERE_CENTER] && childcare_desk(settings, d->code))
            out[WHERE_CENTER] = d;
        if (!d->city && reaches_out(d) && !out[WHERE_OUTREACH])
            out[WHERE_OUTREACH] = d;
    }
    if (!out[WHERE_OUTREACH])
        out[WHERE_OUTREACH] = out[WHERE_THIRD];
}

static bool
find_desks(struct ctx *c, const char *town, const struct plan_desk *out[WHERE_N])
{
    struct plan_desks desks;
    struct town *t;

    if (!store_town_load(c, town, &t))
        return false;
    desks = plan_desks(c->mem, t->profile);
    for (size_t i = 0; i < desks.n; i++) { /* what must outlive the profile */
        desks.v[i].code = arena_strdup(c->mem, desks.v[i].code);
        desks.v[i].agency = arena_strdup(c->mem, desks.v[i].agency);
    }
    choose_desks(&desks, &t->settings, out);
    arena_free(t->mem);
    for (size_t i = 0; i < WHERE_N; i++)
        if (!out[i] && i != WHERE_CENTER)
            return refuse(c, ERR_RULE, "%s: too few desks for a demo", town);
    return true;
}

static bool
add_person(struct ctx *c, size_t i, const struct new_user *u, struct post_id *post)
{
    const bool again = i > 0 && strcmp(PEOPLE[i].login, PEOPLE[i - 1].login) == 0;

    return again ? desk_setup_post(c, u, post) : desk_setup_user(c, u, post);
}

static bool
add_people(struct ctx *c,
           const char *town,
           const char *hash,
           const struct plan_desk *const desks[WHERE_N],
           struct fields *tokens)
{
    for (size_t i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        const struct plan_desk *d = desks[PEOPLE[i].where];
        const struct new_user u = {
            .login = PEOPLE[i].login,
            .name = PEOPLE[i].name,
            .password_hash = hash,
            .totp_secret = PEOPLE[i].code ? demo_totp_secret : NULL,
            .desk = d ? d->code : "",
            .role = PEOPLE[i].role,
            .kind = PEOPLE[i].kind,
            .title = post_role_label(PEOPLE[i].role),
        };
        struct post_id post;
        const char *token;

        if (!d)
            continue;
        if (!add_person(c, i, &u, &post) || !desk_setup_token(c, post, u.login, &token))
            return false;
        fields_add(c->mem, tokens, arena_printf(c->mem, "%s/%s", town, u.login), token);
    }
    return true;
}

bool
demo_staff_make(struct ctx *c,
                const char *town,
                enum crypt_cost cost,
                struct fields *tokens)
{
    const struct plan_desk *desks[WHERE_N] = { NULL };
    unsigned char salt[16];
    char hash[CRYPT_PASSWORD_HASH_MAX];

    machine_random(c->machine, salt, sizeof salt);
    if (!crypt_password_hash(DEMO_PASSWORD, strlen(DEMO_PASSWORD), salt, NULL, cost,
                             hash))
        return refuse(c, ERR_OUTSIDE, "the password cannot be hashed");
    return find_desks(c, town, desks) && add_people(c, town, hash, desks, tokens);
}
