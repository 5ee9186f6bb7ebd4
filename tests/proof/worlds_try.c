#include "worlds_part.h"

#include "../../src/base/buf.h"
#include "../../src/cli/demo_staff.h"
#include "../../src/web/routes.h"

#include <stdio.h>
#include <string.h>

/* Acts that the readers try: on the hidden, and with the hidden in their fields. */

/* In the short run one in so many pairs of an act and an id is tried by each reader. */
enum { PART_OF_ADDRESSES = 12, PART_OF_FIELDS = 200, AFTER_MS = 40 * 60000 };

void
worlds_post(struct world *w,
            const struct visitor *v,
            const char *target,
            const char *fields)
{
    const char *what =
        arena_printf(w->p->c->mem, "%s POST %s %s", v->login, target, fields);
    struct answer a;

    worlds_label(&w->fate, arena_printf(w->pass, "%zu %s", w->pages.n, what));
    web_post(w->house.server, w->pass, v, target, fields, &a);
    worlds_keep(w, what, &a);
}

void
worlds_try_hidden(struct world *w, const struct visitor *v)
{
    struct arena *mem = w->p->c->mem;
    const char *id = fields_get(w->kept, "影");
    const char *referral = fields_get(w->kept, "影のつなぎ");

    worlds_post(w, v, arena_printf(mem, "/cases/%s/notes", id),
                "method=visit result=met fact=x key=a1");
    worlds_post(w, v, arena_printf(mem, "/cases/%s/steps", id),
                "what=x due=2026-05-09 key=a2");
    worlds_post(w, v, arena_printf(mem, "/cases/%s/referrals", id),
                arena_printf(mem, "desk=%s ask=advice purpose=x handed=x key=a3",
                             fields_get(w->kept, "100002の窓口")));
    worlds_post(w, v, arena_printf(mem, "/referrals/%s/accept", referral), "key=a4");
    worlds_post(w, v, arena_printf(mem, "/referrals/%s/return", referral),
                "reason=other explain=x key=a5");
    worlds_post(w, v, arena_printf(mem, "/referrals/%s/cancel", referral), "key=a6");
    worlds_post(w, v,
                arena_printf(mem, "/drafts/%s/drop", fields_get(w->kept, "影の下書き")),
                "key=a7");
}

/* Acts that end the session that tries them, or ask for a password again. */
static bool
ends_session(const struct route *r)
{
    static const char *const PATHS[] = { "/login", "/login/code", "/post", "/logout",
                                         "/password" };

    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++)
        if (strcmp(r->pattern, PATHS[i]) == 0)
            return true;
    return false;
}

static bool
is_hidden(const char *name)
{
    for (size_t i = 0; i < worlds_story_n; i++)
        if (strcmp(worlds_story[i].name, name) == 0)
            return worlds_story[i].hidden;
    return strncmp(name, "影の", strlen("影の")) == 0;
}

/* What a field is tried with; NULL: it is left out. */
static const char *
tried_value(struct arena *mem, const struct form_field *f, const char *hidden)
{
    switch (f->kind) {
    case FORM_ID:
        return hidden;
    case FORM_TEXT:
    case FORM_LINE:
        return "x";
    case FORM_SECRET:
        return DEMO_PASSWORD;
    case FORM_INT:
        return arena_printf(mem, "%lld", (long long)(f->min > 1 ? f->min : 1));
    case FORM_CHOICE:
        return f->codes[1];
    case FORM_CODE:
    case FORM_CODES:
        return f->required ? "01" : NULL;
    case FORM_DAY:
        return "2026-05-08";
    case FORM_FLAG:
        return NULL;
    }
    return NULL;
}

/* All fields of the form, ids of whatever kind being that of something hidden. */
static const char *
fields_with(struct arena *mem, const struct route *r, const char *hidden, size_t *ids)
{
    struct buf b = buf_new(mem);

    *ids = 0;
    for (size_t i = 0; r->form && i < r->form->n; i++) {
        const struct form_field *f = &r->form->fields[i];
        const char *value = tried_value(mem, f, hidden);

        *ids += f->kind == FORM_ID;
        if (value)
            buf_printf(&b, "%s=%s ", f->name, value);
    }
    return buf_text(&b);
}

/* Every act on something hidden. turn: which part of all pairs. */
static void
try_addresses(struct world *w,
              const struct visitor *v,
              const struct route *r,
              size_t turn)
{
    struct arena *mem = w->p->c->mem;
    const size_t part = w->p->scale > 1 ? 1 : PART_OF_ADDRESSES;

    for (size_t i = 0; strstr(r->pattern, "{id}") && i < w->kept->n; i++) {
        const char *id = w->kept->v[i].value;
        const char *target = worlds_address(mem, r->pattern, id);
        const char *word = strstr(target, "{word}");
        size_t ids;

        if (!*id || !is_hidden(w->kept->v[i].name) || (turn + i) % part)
            continue;
        if (word)
            target = arena_printf(mem, "%.*sliving", (int)(word - target), target);
        worlds_post(w, v, target,
                    arena_printf(mem, "%skey=%s-%zu", fields_with(mem, r, id, &ids),
                                 v->login, w->pages.n));
        w->reached[r - web_routes]++;
    }
}

/* The act on what is known, or on nothing, with something hidden in its fields. */
static void
try_fields(struct world *w, const struct visitor *v, const struct route *r, size_t turn)
{
    struct arena *mem = w->p->c->mem;
    const bool on = strstr(r->pattern, "{id}") != NULL;
    const size_t part = w->p->scale > 1 ? 1 : on ? PART_OF_FIELDS : PART_OF_ADDRESSES;

    for (size_t i = 0; i < w->kept->n; i++)
        for (size_t j = 0; j < (on ? w->kept->n : 1); j++) {
            const char *hidden = w->kept->v[i].value;
            const char *target;
            const char *fields;
            size_t ids;

            if (!*hidden || !is_hidden(w->kept->v[i].name) || (turn + i + j) % part
                || (on && is_hidden(w->kept->v[j].name)))
                continue;
            target = worlds_address(mem, r->pattern, on ? w->kept->v[j].value : "");
            fields = fields_with(mem, r, hidden, &ids);
            if ((on && !ids) || strstr(target, "{word}"))
                continue;
            worlds_post(
                w, v, target,
                arena_printf(mem, "%skey=%s-%zu", fields, v->login, w->pages.n));
            w->reached[r - web_routes]++;
        }
}

bool
worlds_try_all(struct world *w)
{
    for (size_t i = 0; worlds_readers[i]; i++) {
        struct visitor v;

        /* wrong guesses before are over */
        atomic_fetch_add(&w->fate.now, AFTER_MS);
        worlds_label(&w->fate, arena_printf(w->p->c->mem, "%s logs in once more",
                                            worlds_readers[i]));
        if (!hold(w->p, enter(w->house.server, w->p->c->mem, worlds_readers[i], &v),
                  "%s: no second log-in", worlds_readers[i]))
            return false;
        for (const struct route *r = web_routes; r->pattern; r++) {
            if (r->method != METHOD_POST || ends_session(r))
                continue;
            /* another part for the next reader */
            try_addresses(w, &v, r, (size_t)(r - web_routes) + i);
            try_fields(w, &v, r, (size_t)(r - web_routes) + i);
        }
    }
    return true;
}

size_t
worlds_routes_n(void)
{
    size_t n = 0;

    while (web_routes[n].pattern)
        n++;
    return n;
}

/*
 * Addresses that the readers ask for with every id and that serve none of them: only refusals are
 * compared there. One that is not here must be served to somebody.
 */
static const char *const NEVER[] = {
    "/",                                  /* leads on */
    "/logged-out",                        /* ends the session */
    "/cases/{id}/plan.pdf",               /* no plan of many agencies was decided */
    "/support-plans/{id}/evaluation.pdf", /* no plan has been evaluated */
    "/subgroups/{id}",                    /* of other towns */
    "/meetings/groups",                   /* likewise */
    "/cases/{id}/childcare", /* theirs alone from whom these are hidden here */
    "/pregnancies/{id}",
    "/newborns/{id}",
};

static bool
never_served(const struct route *r)
{
    for (size_t i = 0; i < sizeof NEVER / sizeof *NEVER; i++)
        if (strcmp(NEVER[i], r->pattern) == 0)
            return true;
    return false;
}

bool
worlds_reached(struct proof *p, const struct world *w)
{
    const size_t n = worlds_routes_n();
    size_t gets = 0;
    size_t posts = 0;
    size_t missed = 0;

    for (size_t i = 0; i < n; i++) {
        const struct route *r = &web_routes[i];
        const bool get = r->method == METHOD_GET;

        if (w->reached[i]) {
            if (get && never_served(r)) {
                printf("     worlds: GET %s is served after all\n", r->pattern);
                missed++;
            }
            gets += get;
            posts += !get;
        } else if (get ? !never_served(r) : !ends_session(r)) {
            printf("     worlds: %s %s was never %s\n", get ? "GET" : "POST",
                   r->pattern, get ? "served" : "tried");
            missed++;
        }
    }
    printf("     worlds: of %zu addresses, %zu were served and %zu acts tried\n", n,
           gets, posts);
    return hold(p, !missed, "%zu addresses are not in the crawl", missed);
}
