#include "proof.h"

#include "../../src/base/vec.h"
#include "gen/sql.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * A child serves and tells its parent, through a pipe, of each act as soon as it is
 * acknowledged. The parent kills it at some moment, or it dies at a chosen durable call;
 * then everything that was told must be there, nothing may be half done, and the ledger
 * must be whole.
 */

enum {
    ROUNDS = 50,
    ROUNDS_OF_HOUSE = 25,
    WORKERS = 4,
    ACK = 1 + ID_LEN,
    ALIVE_MS = 400
};

struct worker {
    struct server *server;
    int fd;
    const char *desk;
    int number;
};

/*
 * What was acknowledged: c a case, r a hand-over sent, a accepted, n a note, d a draft; m a
 * sitting, g an item on it, e the item decided; p a plan, q its goal; l a place, w a wish, t
 * somebody proposed there, v gone on.
 */
static bool
tell(int fd, char what, const char *id)
{
    char line[ACK + 1];

    snprintf(line, sizeof line, "%c%s", what, id);
    return write(fd, line, ACK) == ACK;
}

/* An act of the lead desk that makes something; tells of it by what. NULL when it did not go. */
static const char *
make(const struct worker *w,
     struct arena *mem,
     char what,
     const char *target,
     const char *fields)
{
    struct answer a;
    const char *id;

    ask_post(w->server, mem, "100001", target, fields, &a);
    id = made(mem, &a);
    return done(&a) && *id && tell(w->fd, what, id) ? id : NULL;
}

/* An act that makes nothing of its own; tells of what it changed. */
static bool
change(const struct worker *w,
       struct arena *mem,
       char what,
       const char *id,
       const char *target,
       const char *fields)
{
    struct answer a;

    ask_post(w->server, mem, "100001", target, fields, &a);
    return done(&a) && (!what || tell(w->fd, what, id));
}

/* Consent and application, a plan with a goal, a sitting that decides on the case. */
static bool
plan_and_meet(const struct worker *w,
              struct arena *mem,
              const char *of,
              const char **item)
{
    const char *consent =
        arena_printf(mem,
                     "answer=given support=1 plan=1 sharing=1 parties=%s items=welfare "
                     "purpose=支援のため how=paper until_on=2026-12-31",
                     w->desk);
    const char *plan;
    const char *sitting;

    if (!change(w, mem, 0, of, arena_printf(mem, "/cases/%s/consents", of), consent)
        || !change(w, mem, 0, of, arena_printf(mem, "/cases/%s/plan/requests", of),
                   "kind=application on_day=2026-05-07 requester=試験 words=作って "
                   "way=signed"))
        return false;
    plan =
        make(w, mem, 'p', arena_printf(mem, "/cases/%s/plan", of), "kind=multi_agency");
    if (!plan
        || !change(w, mem, 'q', plan,
                   arena_printf(mem, "/support-plans/%s/goals", plan),
                   "words=庭に出る目標 whose=本人"))
        return false;
    sitting = make(w, mem, 'm', "/meetings",
                   "body=multilayer_conference way=adhoc held_on=2026-05-07");
    *item = sitting
                ? make(w, mem, 'g', arena_printf(mem, "/cases/%s/agenda", of),
                       arena_printf(mem, "sitting=%s purpose=参加が要るか", sitting))
                : NULL;
    return *item
           && change(w, mem, 0, sitting,
                     arena_printf(mem, "/meetings/%s/open", sitting), "")
           && change(w, mem, 'e', *item, arena_printf(mem, "/items/%s/end", *item),
                     "state=decided decision=参加支援を行う");
}

/* A place, a wish, somebody proposed there and gone on. */
static bool
take_part(const struct worker *w, struct arena *mem, const char *of, const char *item)
{
    const char *place = make(w, mem, 'l', "/places", "name=止まる前の花だん kind=04");
    const char *there;

    if (!place
        || !change(w, mem, 0, of, arena_printf(mem, "/cases/%s/participation", of),
                   arena_printf(mem, "reason=応えられない item=%s", item))
        || !change(w, mem, 'w', of, arena_printf(mem, "/cases/%s/wishes", of),
                   "words=土をさわりたい wishes=hands"))
        return false;
    there = make(w, mem, 't', arena_printf(mem, "/cases/%s/placements", of),
                 arena_printf(mem, "place=%s", place));
    return there
           && change(w, mem, 'v', there,
                     arena_printf(mem, "/placements/%s/move", there), "state=accepted");
}

static void
work_once(const struct worker *w, struct arena *mem, int i)
{
    struct answer a;
    const char *case_id;
    const char *referral;
    const char *item;

    ask_post(w->server, mem, "100001", "/cases", "draft=1 words=書きかけの言葉", &a);
    if (!done(&a) || !tell(w->fd, 'd', made(mem, &a)))
        return;
    ask_post(w->server, mem, "100001", "/cases",
             arena_printf(mem, "words=止まる前 %d-%d name=試験 %d", w->number, i, i),
             &a);
    case_id = made(mem, &a);
    if (a.status != 201 || !tell(w->fd, 'c', case_id))
        return;
    ask_post(
        w->server, mem, "100001", arena_printf(mem, "/cases/%s/notes", case_id),
        "method=telephone result=spoke fact=書きとめた next_what=次 next_on=2026-05-09",
        &a);
    if (!done(&a) || !tell(w->fd, 'n', case_id))
        return;
    if ((i + w->number) % 2
        && (!plan_and_meet(w, mem, case_id, &item)
            || !take_part(w, mem, case_id, item)))
        return;
    ask_post(
        w->server, mem, "100001", arena_printf(mem, "/cases/%s/referrals", case_id),
        arena_printf(mem, "desk=%s ask=advice purpose=助言 handed=助言", w->desk), &a);
    referral = made(mem, &a);
    if (a.status != 201 || !tell(w->fd, 'r', referral))
        return;
    ask_post(w->server, mem, "200001",
             arena_printf(mem, "/referrals/%s/accept", referral), "reply=受けます", &a);
    if (done(&a))
        tell(w->fd, 'a', referral);
}

static void *
work(void *arg)
{
    const struct worker *w = arg;
    struct arena *mem = arena_new();

    for (int i = 0;; i++) {
        work_once(w, mem, i);
        arena_reset(mem);
    }
    return NULL;
}

static _Noreturn void
serve_until_killed(struct proof *p, struct house *h, int fd, int kill_in)
{
    struct faulty f;
    struct worker w[WORKERS];
    pthread_t t;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    faulty_start(&f);
    h->machine = &f.machine;
    if (!house_open(p->c, h)) {
        fprintf(stderr, "child: %s\n", p->c->err.text);
        _exit(1);
    }
    for (int i = 0; i < WORKERS; i++) {
        w[i] = (struct worker){
            .server = h->server, .fd = fd, .desk = desk_of(p, h, "200001"), .number = i
        };
        if (i == WORKERS - 1)
            atomic_store(&f.kill_in, kill_in);
        if (pthread_create(&t, NULL, work, &w[i]) != 0)
            _exit(1);
    }
    for (;;)
        pause();
}

struct acks {
    char (*v)[ACK];
    size_t n;
    size_t cap;
};

/* Reads what the child tells, until it has been alive for so long, and what is left then. */
static void
listen_and_kill(struct proof *p, pid_t child, int fd, int64_t alive, struct acks *out)
{
    struct pollfd from = { .fd = fd, .events = POLLIN };
    int64_t until = 0;
    bool killed = false;
    char line[ACK];

    for (;;) {
        const int64_t now = machine_now(&machine_real);
        ssize_t got;

        if (until && now >= until && !killed) {
            kill(child, SIGKILL);
            killed = true;
        }
        if (poll(&from, 1, killed ? -1 : until ? (int)(until - now) : 10000) == 0)
            continue;
        got = read(fd, line, sizeof line); /* ACK bytes are written in one piece */
        if (got != ACK)
            return; /* the last writer is gone */
        if (!until)
            until = machine_now(&machine_real) + alive;
        memcpy(*VEC_PUSH(p->c->mem, out), line, ACK);
    }
}

static int64_t
random_below(int64_t n)
{
    uint32_t r;

    machine_random(&machine_real, &r, sizeof r);
    return (int64_t)r % n;
}

/* Every other child dies by itself, before some durable call. */
static bool
one_life(struct proof *p, struct house *h, int round, struct acks *acks)
{
    const int kill_in = round % 2 ? 1 + (int)random_below(60) : 0;
    int ends[2];
    int status;
    pid_t child;

    if (pipe(ends) != 0)
        return hold(p, false, "no pipe");
    fflush(stdout);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        serve_until_killed(p, h, ends[1], kill_in);
    }
    close(ends[1]);
    if (child > 0)
        listen_and_kill(p, child, ends[0], random_below(ALIVE_MS), acks);
    close(ends[0]);
    return hold(p, child > 0 && waitpid(child, &status, 0) == child, "no child")
           && hold(p, WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL,
                   "the child ended by itself, status %d", status);
}

/* Where each kind of what was told is found again, and by which words. */
static const struct kept {
    char what;
    const char *before;
    const char *behind;
    const char *words;
} KEPT[] = {
    { 'd', "", "", "書きかけの言葉" },
    { 'c', "/cases/", "", "止まる前" },
    { 'n', "/cases/", "", "書きとめた" },
    { 'r', "/referrals/", "", "助言" },
    { 'a', "/referrals/", "", "受けます" },
    { 'p', "/support-plans/", "", "多機関協働プラン" },
    { 'q', "/support-plans/", "", "庭に出る目標" },
    { 'm', "/meetings/", "", "重層的支援会議" },
    { 'g', "/items/", "", "参加が要るか" },
    { 'e', "/items/", "", "参加支援を行う" },
    { 'l', "/places/", "", "止まる前の花だん" },
    { 'w', "/cases/", "/places", "土をさわりたい" },
    { 't', "/placements/", "", "止まる前の花だん" },
    { 'v', "/placements/", "", "進めることにした" },
};

enum { KINDS = sizeof KEPT / sizeof *KEPT };

static const struct kept *
kept_of(char what)
{
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++)
        if (KEPT[i].what == what)
            return &KEPT[i];
    return NULL;
}

static bool
is_there(struct proof *p,
         const struct house *h,
         const struct visitor *v,
         const char *ack)
{
    struct arena *mem = arena_new();
    const char *id = arena_copy(mem, ack + 1, ID_LEN);
    const struct kept *k = kept_of(*ack);
    struct answer a;
    bool ok;

    if (!hold(p, k != NULL, "%.23s: of no kind", ack))
        return false;
    if (*ack == 'd')
        web_get(h->server, mem, v, arena_printf(mem, "/intake?draft=%s", id), &a);
    else
        ask_get(h->server, mem, "100001",
                arena_printf(mem, "%s%s%s", k->before, id, k->behind), &a);
    ok = hold(p, a.status == 200, "%.23s: acknowledged and gone", ack)
         && hold(p, strstr(a.body, k->words),
                 "%.23s: what was acknowledged is not there", ack);
    arena_free(mem);
    return ok;
}

/* A form that was put by is told of as what it will become, but tells of a draft. */
static bool
put_by(const struct leaf *l)
{
    for (size_t i = 0; i < l->things.n; i++)
        if (l->things.v[i].kind == LEAF_DRAFT)
            return true;
    return false;
}

/* Rows and leaves that tell of acts, counted apart. */
static bool
count_leaves(struct proof *p, int64_t *cases, int64_t *referrals)
{
    struct sql_leaf_range_rows rows = { 0 };

    *cases = 0;
    *referrals = 0;
    if (!sql_leaf_range(p->c, &(struct sql_leaf_range_in){ .after = 0, .n = 200000 },
                        &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        struct leaf l;
        uint64_t seq;

        if (leaf_decode(p->c->mem, rows.v[i].body.p, rows.v[i].body.n, &l, &seq)
                != LEAF_GOOD
            || l.outcome != LEAF_CHANGED || put_by(&l))
            continue;
        *cases += strcmp(l.act, "case.receive") == 0;
        *referrals += strcmp(l.act, "referral.send") == 0;
    }
    return true;
}

static bool
nothing_half(struct proof *p, const struct house *h)
{
    struct sql_check_whole_row k;
    int64_t cases;
    int64_t referrals;
    bool ok = house_store(p->c, h, "niiza") && db_begin(p->c, false)
              && sql_check_whole(p->c, &k) && count_leaves(p, &cases, &referrals);

    db_rollback(p->c);
    db_end(&p->c->db);
    return ok
           && hold(
               p, !k.half_cases && !k.half_referrals && !k.half_steps && !k.half_duties,
               "half an act: %d %d %d %d", (int)k.half_cases, (int)k.half_referrals,
               (int)k.half_steps, (int)k.half_duties)
           && hold(p, !k.half_wishes && !k.half_placements && !k.half_plans,
                   "half an act: %d wishes, %d placements, %d plans",
                   (int)k.half_wishes, (int)k.half_placements, (int)k.half_plans)
           && hold(p, cases == k.cases && referrals == k.referrals,
                   "%d cases and %d hand-overs, but leaves of %d and %d", (int)k.cases,
                   (int)k.referrals, (int)cases, (int)referrals);
}

static bool
look_after(struct proof *p, struct house *h, const struct acks *acks)
{
    struct visitor v;
    bool ok;

    atomic_fetch_add(&h->clock.now, 60000); /* a number to confirm with works once */
    ok = house_sound(p->c, h, "niiza", NULL) && nothing_half(p, h)
         && house_open(p->c, h)
         && hold(p, enter(h->server, p->c->mem, "100001", &v), "no log-in");

    for (size_t i = 0; ok && i < acks->n; i++)
        ok = is_there(p, h, &v, acks->v[i]);
    house_close(h);
    return ok;
}

/* What was told in all rounds, and how often each kind of it. */
struct told {
    size_t n;
    size_t kinds[KINDS];
};

/* So many lives in one office: a later one is looked at with all that earlier ones left. */
static bool
lives_of_house(struct proof *p, int from, int until, struct told *told)
{
    struct house h;
    bool ok = house_copy(p->c, p->base, &h);

    for (int i = from; ok && i < until; i++) {
        struct arena_mark pass = arena_mark(p->c->mem);
        struct acks acks = { .n = 0 };

        h.machine = &h.clock.machine;
        ok = one_life(p, &h, i, &acks) && look_after(p, &h, &acks);
        told->n += acks.n;
        for (size_t k = 0; k < acks.n; k++)
            for (size_t j = 0; j < KINDS; j++)
                told->kinds[j] += KEPT[j].what == acks.v[k][0];
        if (ok)
            arena_rewind(p->c->mem, pass);
    }
    house_remove(&h);
    return ok;
}

bool
prove_kill(struct proof *p)
{
    const int rounds = (int)(ROUNDS * p->scale);
    struct told told = { .n = 0 };
    bool ok = true;

    for (int i = 0; ok && i < rounds; i += ROUNDS_OF_HOUSE)
        ok = lives_of_house(p, i, i + ROUNDS_OF_HOUSE, &told);
    printf("     kill: %d kills, %zu acts acknowledged and found again:", rounds,
           told.n);
    for (size_t j = 0; j < KINDS; j++)
        printf(" %c %zu", KEPT[j].what, told.kinds[j]);
    putchar('\n');
    for (size_t j = 0; ok && j < KINDS; j++)
        ok = hold(p, told.kinds[j] > 0, "nothing of kind %c was acknowledged",
                  KEPT[j].what);
    return ok && hold(p, told.n > ROUNDS, "hardly anything was acknowledged");
}
