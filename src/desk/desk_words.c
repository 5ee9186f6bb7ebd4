#include "desk_words.h"

#include "desk_part.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../domain/snippet.h"
#include "../policy/show.h"

enum {
    FOUND_MAX = 50,
    FEW = 5000,    /* records of a desk up to which all are looked through */
    COMMON = 5000, /* records from which on a key is common: the newest have it too */
    LETTERS_MIN = 2
};

bool
desk_keep_words(struct ctx *c,
                const struct sql_record_text_put_in *in,
                const char *const *texts)
{
    struct sql_record_text_put_in put = *in;
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; texts[i]; i++)
        if (*texts[i])
            buf_printf(&b, "%s%s", b.n ? " " : "", snippet_key(c->mem, texts[i]));
    put.search_text = buf_text(&b);
    return sql_record_text_put(c, &put);
}

/* Where a desk has few records, or the word is so common that the newest have it too. */
static bool
looks_through(struct ctx *c, const struct sql_record_scan_in *scan, bool *out)
{
    struct sql_record_text_few_row reach;
    struct sql_record_found_row found;

    if (!sql_record_text_few(
            c, &(struct sql_record_text_few_in){ .desk = scan->desk, .most = FEW },
            &reach))
        return false;
    *out = reach.few;
    if (reach.few)
        return true;
    if (!sql_record_found(
            c, &(struct sql_record_found_in){ .search = scan->search, .most = COMMON },
            &found))
        return false;
    *out = found.n >= COMMON;
    return true;
}

bool
desk_find_words(struct ctx *c, const char *typed, struct search_view *out)
{
    const struct sql_record_scan_in scan = {
        .desk = c->viewer->desk,
        .post = c->viewer->post,
        .shared = role_shares_desk(c->viewer->role),
        .search = snippet_key(c->mem, typed),
        .subjects = desk_subjects(c),
        .now = c->now,
        .n = FOUND_MAX + 1,
    };
    const struct sql_record_find_in find = {
        .desk = scan.desk,
        .post = scan.post,
        .shared = scan.shared,
        .search = scan.search,
        .subjects = scan.subjects,
        .now = scan.now,
        .n = scan.n,
    };
    struct sql_record_scan_rows rows = { 0 };
    bool through;

    if (text_length(scan.search) < LETTERS_MIN)
        return true;
    if (!looks_through(c, &scan, &through)
        || !(through ? sql_record_scan(c, &scan, &rows)
                     : sql_record_find(c, &find, &rows)))
        return false;
    policy_show_words(c, &rows, scan.search, FOUND_MAX, out);
    return true;
}
