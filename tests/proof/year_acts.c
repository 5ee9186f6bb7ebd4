#include "year_part.h"

#include "../../src/base/vec.h"
#include "../../src/cli/walk_text.h"

#include <stdio.h>
#include <string.h>

enum { LATE_MAX = 3 };

const char *const year_logins[WHO_N] = { "100001", "100002", "100003",
                                         "100004", "200001", "200002" };

static int64_t
below(struct year *y, int64_t n)
{
    y->seed ^= y->seed << 13;
    y->seed ^= y->seed >> 7;
    y->seed ^= y->seed << 17;
    return (int64_t)(y->seed >> 1) % n;
}

static void
later(struct year *y, size_t life, enum what what, int64_t days)
{
    const int64_t on = y->today + days;

    if (on <= DAYS)
        *VEC_PUSH(y->lives_mem, &y->days[on]) = (struct event){ life, what };
}

/* Who does the work of a log-in now. */
static const char *
now_of(const struct year *y, const char *login)
{
    const bool left = (y->spring && strcmp(login, "100001") == 0)
                      || (y->gone && strcmp(login, "100004") == 0);

    return left ? "100003" : login;
}

const char *
year_day(struct year *y, int64_t days)
{
    const struct day today = day_of(atomic_load(&y->h->clock.now));

    return day_iso(y->p->c->mem, (struct day){ .n = today.n + (int)days });
}

/* An act may be refused by a rule; it may not fail. */
static bool
act(struct year *y,
    enum what what,
    const char *as,
    const char *target,
    const char *fields,
    struct answer *a)
{
    ask_post(y->h->server, y->p->c->mem, now_of(y, as), target, fields, a);
    if (done(a))
        y->done[what]++;
    else
        y->refused[what]++;
    return hold(y->p,
                done(a) || a->status == 422 || a->status == 409 || a->status == 404,
                "%s on day %d: status %d: %s", target, y->today, a->status, a->body);
}

static const char *
of_case(struct year *y, const struct life *l, const char *rest)
{
    return arena_printf(y->p->c->mem, "/cases/%s%s", l->id, rest);
}

bool
year_receive(struct year *y)
{
    static const char *const DOORS[] = { "100001", "100001", "100002", "100003",
                                         "100004", "200001", "200002" };
    static const char *const URGENCY[] = { "normal", "normal", "soon",
                                           "watch",  "now",    "unknown" };
    const char *as = DOORS[below(y, 7)];
    struct life *l = &y->lives[y->n];
    struct answer a;

    ask_post(y->h->server, y->p->c->mem, now_of(y, as), "/cases",
             arena_printf(y->p->c->mem, "words=%zu人めの相談 name=試験 %zu urgency=%s",
                          y->n, y->n, URGENCY[below(y, 6)]),
             &a);
    if (!hold(y->p, a.status == 201, "intake on day %d: status %d: %s", y->today,
              a.status, a.body))
        return false;
    snprintf(l->id, sizeof l->id, "%s", made(y->p->c->mem, &a));
    l->giver = as;
    l->receiver = as;
    if (below(y, 10)) /* one in ten is forgotten by who took it */
        later(y, y->n, TRIAGE, below(y, 12));
    y->n++;
    return true;
}

static bool
triage(struct year *y, size_t i)
{
    static const char *const WAYS[] = { "keep",         "keep",        "keep",
                                        "one_agency",   "one_agency",  "advice",
                                        "multi_agency", "information", "dropped" };
    const char *way = WAYS[below(y, 9)];
    const bool on = strcmp(way, "one_agency") == 0 || strcmp(way, "multi_agency") == 0;
    const char *more = strcmp(way, "dropped") == 0
                           ? arena_printf(y->p->c->mem,
                                          " drop_reason=no_reply next_what=手紙 "
                                          "next_on=%s",
                                          year_day(y, 30))
                           : "";
    struct answer a;

    if (!act(y, TRIAGE, y->lives[i].giver, of_case(y, &y->lives[i], "/triage"),
             arena_printf(y->p->c->mem, "way=%s reason=話を聞いて決めた%s", way, more),
             &a))
        return false;
    if (on)
        later(y, i, REFER, below(y, 4));
    else if (strcmp(way, "information") == 0)
        later(y, i, CLOSE, below(y, 5));
    else
        later(y, i, CONTACT, 1 + below(y, 30));
    if (below(y, 12) == 0)
        later(y, i, PLAN, 5 + below(y, 20));
    return true;
}

static bool
refer(struct year *y, size_t i)
{
    static const enum who TO[] = { OTHER, AGENCY_1, AGENCY_2, COORDINATOR };
    static const char *const ASK[] = { "take_over", "advice", "watch" };
    struct life *l = &y->lives[i];
    const enum who to = TO[below(y, 4)];
    struct answer a;

    if (!act(y, REFER, l->giver, of_case(y, l, "/referrals"),
             arena_printf(y->p->c->mem,
                          "desk=%s ask=%s purpose=会ってほしい handed=話したこと",
                          y->desks[to], ASK[below(y, 3)]),
             &a))
        return false;
    later(y, i, CONTACT, 5 + below(y, 20));
    if (!done(&a))
        return true;
    snprintf(l->referral, sizeof l->referral, "%s", made(y->p->c->mem, &a));
    l->receiver = year_logins[to];
    if (below(y, 12)) /* some are never answered */
        later(y, i, ANSWER, below(y, 9));
    return true;
}

static bool
answer(struct year *y, size_t i)
{
    struct life *l = &y->lives[i];
    const bool take = below(y, 7) != 0;
    struct answer a;

    if (!act(y, ANSWER, l->receiver,
             arena_printf(y->p->c->mem, "/referrals/%s/%s", l->referral,
                          take ? "accept" : "return"),
             take ? "reply=受けます" : "reason=no_capacity explain=いまは手いっぱい",
             &a))
        return false;
    if (!done(&a))
        return true;
    if (!take) {
        if (below(y, 3))
            later(y, i, REFER, below(y, 10));
        return true;
    }
    if (below(y, 4))
        later(y, i, COMPLETE, 3 + below(y, 50));
    return true;
}

static bool
complete(struct year *y, size_t i)
{
    const struct life *l = &y->lives[i];
    struct answer a;

    later(y, i, CLOSE, 20 + below(y, 90));
    return act(y, COMPLETE, l->receiver,
               arena_printf(y->p->c->mem, "/referrals/%s/complete", l->referral),
               arena_printf(y->p->c->mem,
                            "first_contact_on=%s outcome=under_support result=会えた",
                            year_day(y, 0)),
               &a);
}

/* Marks the first open step as done, as one does from its line; often nothing follows. */
static bool
finish_step(struct year *y, size_t i)
{
    const struct life *l = &y->lives[i];
    struct arena *mem = y->p->c->mem;
    const char *step;
    struct answer a;

    ask_get(y->h->server, mem, now_of(y, l->giver), of_case(y, l, ""), &a);
    if (!hold(y->p, a.status == 200 || a.status == 404, "case: status %d", a.status))
        return false;
    step = walk_match(mem, "/steps/([A-Za-z0-9_-]+)/done", a.body);
    return !step
           || act(y, CONTACT, l->giver, arena_printf(mem, "/steps/%s/done", step),
                  "result=済ませた", &a);
}

static bool
contact(struct year *y, size_t i)
{
    const bool next = below(y, 5) != 0;
    const char *then =
        next ? arena_printf(y->p->c->mem, " next_what=また会う next_on=%s",
                            year_day(y, 5 + below(y, 40)))
             : "";
    struct life *l = &y->lives[i];
    struct answer a;

    if (!act(y, CONTACT, l->giver, of_case(y, l, "/notes"),
             arena_printf(y->p->c->mem,
                          "method=telephone result=%s fact=ようすを聞いた%s",
                          below(y, 3) ? "spoke" : "not_met", then),
             &a)
        || (below(y, 2) && !finish_step(y, i)))
        return false;
    if (below(y, 3))
        later(y, i, CONTACT, 10 + below(y, 45));
    else
        later(y, i, CLOSE, 5 + below(y, 60));
    return true;
}

/* Consent, a plan with a line, and a sitting that talks about it. */
static bool
plan(struct year *y, size_t i)
{
    const struct life *l = &y->lives[i];
    struct arena *mem = y->p->c->mem;
    const char *desk = y->desks[AGENCY_1];
    const char *sitting;
    const char *item;
    const char *id;
    struct answer a;

    if (!act(y, PLAN, l->giver, of_case(y, l, "/consents"),
             arena_printf(mem,
                          "answer=given support=1 plan=1 sharing=1 parties=%s "
                          "items=welfare purpose=支援のため how=paper until_on=%s",
                          desk, year_day(y, 200)),
             &a)
        || !act(y, PLAN, l->giver, of_case(y, l, "/plan/requests"),
                arena_printf(mem,
                             "kind=multi_agency on_day=%s requester=試験 "
                             "words=いっしょに考えてほしい",
                             year_day(y, 0)),
                &a)
        || !act(y, PLAN, l->giver, of_case(y, l, "/plan"), "kind=multi_agency", &a))
        return false;
    id = made(mem, &a);
    if (done(&a)
        && (!act(y, PLAN, l->giver, arena_printf(mem, "/support-plans/%s/goals", id),
                 "words=庭に出る whose=本人", &a)
            || !act(y, PLAN, l->giver, arena_printf(mem, "/support-plans/%s/items", id),
                    arena_printf(mem, "what=付きそう issue_words=けが desk=%s", desk),
                    &a)))
        return false;
    if (!act(y, PLAN, "100001", "/meetings",
             arena_printf(mem, "body=multilayer_conference way=adhoc held_on=%s",
                          year_day(y, 0)),
             &a))
        return false;
    sitting = made(mem, &a);
    if (!act(y, PLAN, "100001", of_case(y, l, "/agenda"),
             arena_printf(mem, "sitting=%s purpose=プランのこと", sitting), &a))
        return false;
    item = made(mem, &a);
    return !done(&a)
           || (act(y, PLAN, "100001", arena_printf(mem, "/meetings/%s/open", sitting),
                   "", &a)
               && act(y, PLAN, "100001", arena_printf(mem, "/items/%s/end", item),
                      "state=decided decision=進める", &a)
               && act(y, PLAN, "100001",
                      arena_printf(mem, "/meetings/%s/close", sitting), "", &a));
}

static bool
end(struct year *y, size_t i)
{
    struct life *l = &y->lives[i];
    struct answer a;

    if (!act(y, CLOSE, l->giver, of_case(y, l, "/close"), "reason=02 note=おちついた",
             &a))
        return false;
    if (!done(&a) && l->late++ < LATE_MAX)
        later(y, i, CONTACT, 10 + below(y, 20));
    return true;
}

static bool (*const RUN[WHAT_N])(struct year *y,
                                 size_t i) = { triage,   refer, answer, contact,
                                               complete, plan,  end };

bool
year_run(struct year *y, struct event e)
{
    return RUN[e.what](y, e.life);
}
