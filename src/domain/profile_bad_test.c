/*
 * What a profile must not be: each tests/profiles/bad/NAME.edit makes one small change to one
 * of the five profiles and states every error that then is told, with line and column.
 */
#include "profile_fixture.h"

#include <dirent.h>

#include "../base/vec.h"

struct edit {
    const char *base;
    const char *find;
    const char *put;
    struct buf want;
};

/* Writes \n and \\ as what they stand for. */
static const char *
unescape(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);

    for (; *s; s++) {
        if (*s == '\\' && s[1])
            buf_char(&b, *++s == 'n' ? '\n' : *s);
        else
            buf_char(&b, *s);
    }
    return buf_text(&b);
}

static void
take_line(struct arena *mem, struct edit *e, const char *line)
{
    if (!strncmp(line, "base ", 5))
        e->base = arena_strdup(mem, line + 5);
    else if (!strncmp(line, "find ", 5))
        e->find = unescape(mem, line + 5);
    else if (!strncmp(line, "put ", 4))
        e->put = unescape(mem, line + 4);
    else if (!strncmp(line, "want ", 5))
        buf_printf(&e->want, "x.yaml:%s\n", line + 5);
}

static struct edit
edit_of(struct arena *mem, const char *name)
{
    struct edit e = { .put = "", .want = buf_new(mem) };
    size_t n;
    char *at = fixture_bytes(mem, arena_printf(mem, "tests/profiles/bad/%s", name), &n);

    while (*at) {
        char *end = strchr(at, '\n');

        if (end)
            *end = '\0';
        take_line(mem, &e, at);
        at = end ? end + 1 : at + strlen(at);
    }
    return e;
}

/* Returns the base with the first occurrence replaced. */
static struct buf
changed(struct arena *mem, const struct edit *e)
{
    size_t n;
    const char *base =
        fixture_bytes(mem, arena_printf(mem, "profiles/%s.yaml", e->base), &n);
    const char *at = strstr(base, e->find);
    struct buf b = buf_new(mem);

    if (!at)
        fail_msg("%s: no \"%s\"", e->base, e->find);
    buf_add(&b, base, (size_t)(at - base));
    buf_str(&b, e->put);
    buf_str(&b, at + strlen(e->find));
    return b;
}

static void
refused_as_stated(const char *name)
{
    struct ctx c = { .mem = arena_new() };
    struct edit e = edit_of(c.mem, name);
    struct buf bytes = changed(c.mem, &e);
    struct buf told = buf_new(c.mem);
    struct profile_errors errors;
    const struct profile *p;

    if (profile_read(&c, "x.yaml", buf_text(&bytes), bytes.n, &errors, &p))
        fail_msg("%s is taken", name);
    profile_errors_write(&errors, &told);
    if (strcmp(buf_text(&told), buf_text(&e.want)) != 0)
        fail_msg("%s: told\n%swanted\n%s", name, buf_text(&told), buf_text(&e.want));
    assert_int_equal(ERR_INPUT, c.err.kind);
    arena_free(c.mem);
}

static void
every_bad_profile_is_refused_with_line_and_path(void **state)
{
    struct arena *mem = arena_new();
    DIR *d = opendir(fixture_path(mem, "tests/profiles/bad"));
    const struct dirent *entry;
    size_t n = 0;

    (void)state;
    assert_non_null(d);
    while ((entry = readdir(d)) != NULL) {
        if (!strstr(entry->d_name, ".edit"))
            continue;
        refused_as_stated(entry->d_name);
        n++;
    }
    (void)closedir(d);
    arena_free(mem);
    assert_true(n >= 60);
}

static void
errors_are_gathered_up_to_fifty(void **state)
{
    struct ctx c = { .mem = arena_new() };
    size_t n;
    char *bytes = fixture_bytes(c.mem, "profiles/niiza.yaml", &n);
    struct profile_errors errors;
    struct buf told = buf_new(c.mem);
    const struct profile *p;

    (void)state;
    for (char *at = strstr(bytes, "source: \""); at; at = strstr(at, "source: \""))
        memcpy(at, "sauces", 6);
    assert_false(profile_read(&c, "x.yaml", bytes, n, &errors, &p));
    assert_int_equal(PROFILE_ERRORS_MAX, errors.n);
    assert_true(errors.more > 50);
    for (size_t i = 1; i < errors.n; i++)
        assert_true(errors.v[i - 1].line <= errors.v[i].line);
    profile_errors_write(&errors, &told);
    assert_non_null(strstr(buf_text(&told), "ほかに"));
    arena_free(c.mem);
}

/* No bytes may do more than be refused: every beginning of a profile, and each byte broken. */
static void
broken_bytes_are_refused_in_peace(void **state)
{
    struct arena *mem = arena_new();
    size_t n;
    char *bytes = fixture_bytes(mem, "profiles/hiratsuka.yaml", &n);

    (void)state;
    for (size_t cut = 0; cut < n; cut += 97) {
        struct ctx c = { .mem = arena_new() };
        struct profile_errors errors;
        const struct profile *p;
        char was = bytes[cut];

        assert_false(profile_read(&c, "x", bytes, cut, &errors, &p));
        assert_true(errors.n > 0);
        bytes[cut] = (char)(was ^ 0x15);
        c.err = (struct err){ 0 };
        (void)(profile_read(&c, "x", bytes, n, &errors, &p) || errors.n);
        bytes[cut] = was;
        arena_free(c.mem);
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bad_profile_is_refused_with_line_and_path),
        cmocka_unit_test(errors_are_gathered_up_to_fifty),
        cmocka_unit_test(broken_bytes_are_refused_in_peace),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
