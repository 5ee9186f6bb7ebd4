#include "place.h"

#include "../base/machine.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct folders
place_folders(struct arena *mem, const char *data, const char *keys)
{
    struct folders f = { .data = data ? data : "data", .keys = keys };

    if (!f.keys)
        f.keys = arena_printf(mem, "%s-keys", f.data);
    return f;
}

void
place_find(struct ctx *c, const struct folders *f, const char *id, struct opened *out)
{
    const char *line = arena_printf(c->mem, "%s/%s/postgresql", f->data, id);
    char *conninfo = machine_read(c->machine, c->mem, line, 1000, NULL);

    *out = (struct opened){
        .place = {
            .kind = conninfo ? DB_KIND_PG : DB_KIND_SQLITE,
            .path = arena_printf(c->mem, "%s/%s/kasane.db", f->data, id),
            .key_path = arena_printf(c->mem, "%s/%s/database.key", f->keys, id),
            .conninfo = conninfo,
            .schema = id,
        },
        .ledger_key = arena_printf(c->mem, "%s/%s/ledger.key", f->keys, id),
        .ledger_mark = arena_printf(c->mem, "%s/%s/ledger.mark", f->keys, id),
    };
    if (conninfo)
        conninfo[strcspn(conninfo, "\n")] = '\0';
}

static bool
make_folder(struct ctx *c, const char *path)
{
    if (mkdir(path, 0700) == 0 || errno == EEXIST)
        return true;
    return refuse(c, ERR_OUTSIDE, "%s: %s", path, strerror(errno));
}

static bool
write_new(struct ctx *c, const char *path, const char *text)
{
    struct stat st;

    if (stat(path, &st) == 0)
        return refuse(c, ERR_OUTSIDE, "%s: exists already; nothing was changed", path);
    return machine_write(c->machine, path, text, strlen(text), 0600)
           || refuse(c, ERR_OUTSIDE, "%s: cannot be written", path);
}

static const char *
hex(struct arena *mem, const struct key *k)
{
    char *s = arena_alloc(mem, KEY_LEN * 2 + 1);

    for (size_t i = 0; i < KEY_LEN; i++)
        for (int half = 0; half < 2; half++)
            s[i * 2 + (size_t)half] =
                "0123456789abcdef"[k->b[i] >> (half ? 0 : 4) & 15];
    return s;
}

bool
place_make(struct ctx *c, const struct folders *f, const char *id, const char *pg)
{
    const char *data = arena_printf(c->mem, "%s/%s", f->data, id);
    const char *keys = arena_printf(c->mem, "%s/%s", f->keys, id);
    struct key database = crypt_key_new(c);
    struct key seed = crypt_key_new(c);
    struct key vault = crypt_key_new(c);

    return make_folder(c, f->data) && make_folder(c, f->keys) && make_folder(c, data)
           && make_folder(c, keys)
           && write_new(c, arena_printf(c->mem, "%s/ledger.key", keys),
                        crypt_base64(c->mem, seed.b, KEY_LEN))
           && write_new(c, arena_printf(c->mem, "%s/whereabouts.key", keys),
                        crypt_base64(c->mem, vault.b, KEY_LEN))
           && write_new(c, arena_printf(c->mem, "%s/database.key", keys),
                        hex(c->mem, &database))
           && (!pg || write_new(c, arena_printf(c->mem, "%s/postgresql", data), pg));
}

bool
place_open(struct ctx *c, const struct opened *at, bool create)
{
    if (!db_open(c, &at->place, false, create, &c->db))
        return false;
    if (db_own(c) && db_migrate(c))
        return true;
    db_close(c->db);
    c->db = NULL;
    return false;
}

const char *
place_socket(struct arena *mem, const struct folders *f)
{
    return arena_printf(mem, "%s/admin.socket", f->data);
}
