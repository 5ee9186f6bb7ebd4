#include "throttle.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <string.h>

/* Sets of so many slots: a name can lie in any slot of its one set. */
enum { WAYS = 8 };

/* count: failures in a row; of an address, attempts in the bucket times the refill time. */
struct slot {
    uint64_t name; /* keyed hash; 0 when free */
    int64_t last;  /* ms UTC of the last attempt, or of the bucket's last reckoning */
    int64_t count;
    int64_t spare; /* keeps a set within whole cache lines */
};

struct table {
    struct slot *v;
    size_t sets; /* a power of two */
};

struct throttle {
    pthread_mutex_t lock;
    struct key key;
    struct table accounts;
    struct table addresses;
};

static struct table
table_new(struct arena *mem, size_t slots)
{
    struct table t = { .sets = 1 };

    while (t.sets * WAYS < slots)
        t.sets *= 2;
    t.v = ARENA_ARRAY(mem, t.sets * WAYS, struct slot);
    return t;
}

struct throttle *
throttle_new(struct arena *mem, const struct key *key, size_t slots)
{
    struct throttle *t = ARENA_NEW(mem, struct throttle);

    pthread_mutex_init(&t->lock, NULL);
    t->key = *key;
    t->accounts = table_new(mem, slots);
    t->addresses = table_new(mem, slots);
    return t;
}

void
throttle_end(struct throttle *t)
{
    pthread_mutex_destroy(&t->lock);
    crypt_wipe(&t->key, sizeof t->key);
}

static struct slot *
set_of(const struct table *t, uint64_t name)
{
    return &t->v[(name & (t->sets - 1)) * WAYS];
}

static struct slot *
find(const struct table *t, uint64_t name)
{
    struct slot *set = set_of(t, name);

    for (size_t i = 0; i < WAYS; i++)
        if (set[i].name == name)
            return &set[i];
    return NULL;
}

/* Says whether there is less against a than against b. */
static bool
matters_less(const struct slot *a, const struct slot *b)
{
    if (a->name == 0 || b->name == 0)
        return a->name == 0 && b->name != 0;
    return a->count != b->count ? a->count < b->count : a->last < b->last;
}

/* Finds the name's slot, or gives it that of whom there is least against. */
static struct slot *
take(const struct table *t, uint64_t name, int64_t now)
{
    struct slot *set = set_of(t, name);
    struct slot *s = find(t, name);

    if (s)
        return s;
    s = &set[0];
    for (size_t i = 1; i < WAYS; i++)
        if (matters_less(&set[i], s))
            s = &set[i];
    *s = (struct slot){ .name = name, .last = now };
    return s;
}

/* The keyed hash of what counts together; never 0. */
static uint64_t
name_of(const struct throttle *t, const char *login, const char *terminal)
{
    uint64_t parts[2] = { crypt_siphash(&t->key, login, strlen(login)), 0 };

    if (terminal)
        parts[1] = crypt_siphash(&t->key, terminal, strlen(terminal)) | 1;
    return crypt_siphash(&t->key, parts, sizeof parts) | 1ULL << 63;
}

static int64_t
delay_after(int64_t failures)
{
    int64_t delay = THROTTLE_FIRST_MS;

    if (failures < THROTTLE_FREE)
        return 0;
    for (; failures > THROTTLE_FREE && delay < THROTTLE_LAST_MS; failures--)
        delay *= 2;
    return delay < THROTTLE_LAST_MS ? delay : THROTTLE_LAST_MS;
}

/* What was longer ago is forgotten; a clock that was set back makes nobody wait longer. */
static void
age(struct slot *s, int64_t now)
{
    if (now < s->last)
        s->last = now;
    if (now - s->last >= THROTTLE_FORGET_MS)
        s->count = 0;
}

int64_t
throttle_try(struct throttle *t, const char *login, const char *terminal, int64_t now)
{
    uint64_t name = name_of(t, login, terminal);
    struct slot *s;
    int64_t wait;

    pthread_mutex_lock(&t->lock);
    s = take(&t->accounts, name, now);
    age(s, now);
    wait = s->last + delay_after(s->count) - now;
    if (wait <= 0) {
        wait = 0;
        s->count++;
        s->last = now;
    }
    pthread_mutex_unlock(&t->lock);
    return wait;
}

void
throttle_passed(struct throttle *t, const char *login, const char *terminal)
{
    uint64_t name = name_of(t, login, terminal);
    struct slot *s;

    pthread_mutex_lock(&t->lock);
    s = find(&t->accounts, name);
    if (s)
        *s = (struct slot){ .name = 0 };
    pthread_mutex_unlock(&t->lock);
}

void
throttle_undo(struct throttle *t, const char *login, const char *terminal)
{
    uint64_t name = name_of(t, login, terminal);
    struct slot *s;

    pthread_mutex_lock(&t->lock);
    s = find(&t->accounts, name);
    if (s && s->count > 0)
        s->count--;
    pthread_mutex_unlock(&t->lock);
}

unsigned
throttle_failures(struct throttle *t,
                  const char *login,
                  const char *terminal,
                  int64_t now)
{
    uint64_t name = name_of(t, login, terminal);
    struct slot *s;
    unsigned n = 0;

    pthread_mutex_lock(&t->lock);
    s = find(&t->accounts, name);
    if (s) {
        age(s, now);
        n = (unsigned)s->count;
    }
    pthread_mutex_unlock(&t->lock);
    return n;
}

/* The part of an address that one customer holds, or the text when it is none. */
static uint64_t
name_of_address(const struct throttle *t, const char *address)
{
    static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
    unsigned char bytes[16];
    uint64_t name;

    if (inet_pton(AF_INET6, address, bytes) != 1) {
        name = crypt_siphash(&t->key, address, strlen(address));
    } else if (memcmp(bytes, mapped, sizeof mapped) == 0) {
        char text[INET_ADDRSTRLEN] = "";

        inet_ntop(AF_INET, bytes + 12, text, sizeof text);
        name = crypt_siphash(&t->key, text, strlen(text));
    } else {
        name = crypt_siphash(&t->key, bytes, 8);
    }
    return name | 1ULL << 63;
}

/* The bucket leaks THROTTLE_BUCKET units in each millisecond; an attempt is BUCKET_MS. */
int64_t
throttle_address(struct throttle *t, const char *address, int64_t now)
{
    uint64_t name = name_of_address(t, address);
    const int64_t attempt = THROTTLE_BUCKET_MS;
    const int64_t full = attempt * THROTTLE_BUCKET;
    struct slot *s;
    int64_t wait = 0;
    int64_t passed;

    pthread_mutex_lock(&t->lock);
    s = take(&t->addresses, name, now);
    passed = now > s->last ? now - s->last : 0;
    s->count = passed >= THROTTLE_BUCKET_MS ? 0 : s->count - passed * THROTTLE_BUCKET;
    if (s->count < 0)
        s->count = 0;
    s->last = now;
    if (s->count + attempt <= full)
        s->count += attempt;
    else
        wait = (s->count + attempt - full + THROTTLE_BUCKET - 1) / THROTTLE_BUCKET;
    pthread_mutex_unlock(&t->lock);
    return wait;
}
