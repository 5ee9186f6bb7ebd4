#include "store_vault.h"

#include "gen/sql.h"

#include "../base/buf.h"
#include "../base/crypt.h"
#include "../base/esc.h"
#include "../base/text.h"
#include "../domain/search_key.h"
#include "../domain/snippet.h"
#include "../policy/viewer.h"

#include <string.h>

/* What stands in a text in the place of what is sealed. */
#define STRUCK "〔伏せました〕"

/* Between fields, and between a name and its value: characters that no door lets through. */
enum { FIELD_END = 0x1e, NAME_END = 0x1f, WORD_MIN = 3 };

static struct crypt_place
place_of(struct restriction_id id, int64_t version)
{
    return (
        struct crypt_place){ .table = "whereabouts", .id = id.id, .version = version };
}

bool
vault_keep(struct ctx *c,
           struct restriction_id id,
           struct case_id case_id,
           int64_t version,
           const struct fields *plain)
{
    const struct crypt_place place = place_of(id, version);
    struct buf b = buf_new(c->mem);
    const unsigned char *sealed;

    if (!c->vault)
        return refuse(c, ERR_OUTSIDE, "whereabouts.key is missing");
    for (size_t i = 0; i < plain->n; i++) {
        buf_str(&b, plain->v[i].name);
        buf_char(&b, NAME_END);
        buf_str(&b, plain->v[i].value);
        buf_char(&b, FIELD_END);
    }
    sealed = crypt_seal(c, c->vault, &place, buf_text(&b), b.n);
    return sql_whereabouts_add(
        c, &(struct sql_whereabouts_add_in){
               .restriction_id = id,
               .version = version,
               .case_id = case_id,
               .post_id = c->viewer->post,
               .now = c->now,
               .sealed = { .p = sealed, .n = b.n + CRYPT_SEAL_EXTRA } });
}

bool
vault_open(struct ctx *c,
           struct restriction_id id,
           int64_t version,
           const struct db_blob *sealed,
           struct fields *out)
{
    const struct crypt_place place = place_of(id, version);
    const char *plain;
    char *at;

    if (!c->vault)
        return refuse(c, ERR_OUTSIDE, "whereabouts.key is missing");
    plain = crypt_open(c->mem, c->vault, &place, sealed->p, sealed->n, NULL);
    if (!plain)
        return refuse(c, ERR_OUTSIDE, "whereabouts: cannot be opened");
    at = arena_strdup(c->mem, plain);
    while (*at) {
        char *name = at;
        char *value = strchr(name, NAME_END);
        char *end = value ? strchr(value, FIELD_END) : NULL;

        if (!end)
            return refuse(c, ERR_OUTSIDE, "whereabouts: cannot be read");
        *value++ = '\0';
        *end = '\0';
        fields_add(c->mem, out, name, value);
        at = end + 1;
    }
    return true;
}

void
vault_fields(struct ctx *c, const struct form_whereabouts *f, struct fields *out)
{
    struct form_whereabouts only = *f;

    only.person = (struct person_id){ .id = { .s = "" } };
    only.decided = false;
    only.decided_by = "";
    only.until_on = (struct day){ DAY_NONE };
    form_write(c->mem, &form_whereabouts_def, &only, out);
}

static bool
strike_tables(struct ctx *c, struct case_id case_id, const char *word, size_t *n)
{
    size_t changed;

#define STRIKE(name)                                                                   \
    if (!sql_strike_##name##_changed(                                                  \
            c,                                                                         \
            &(struct sql_strike_##name##_in){                                          \
                .case_id = case_id, .word = word, .instead = STRUCK },                 \
            &changed))                                                                 \
        return false;                                                                  \
    *n += changed;
    SQL_EACH_STRIKE(STRIKE)
#undef STRIKE
    return true;
}

/* One word of one case, as texts, search and drafts hold it. */
static bool
strike_word(struct ctx *c, struct case_id case_id, const char *word, size_t *n)
{
    const char *key = snippet_key(c->mem, word);
    struct buf coded = buf_new(c->mem);
    struct buf struck = buf_new(c->mem);

    esc_component(&coded, word);
    esc_component(&struck, STRUCK);
    return strike_tables(c, case_id, word, n)
           && (text_length(key) < WORD_MIN
               || sql_strike_words(c, &(struct sql_strike_words_in){ .case_id = case_id,
                                                                     .word = key,
                                                                     .instead = " " }))
           && sql_strike_drafts(
               c, &(struct sql_strike_drafts_in){ .word = buf_text(&coded),
                                                  .instead = buf_text(&struck) });
}

/*
 * Only what no code or number can be: codes are small letters and few digits, and somebody
 * who types one here must not change what records mean.
 */
static bool
strikable(const char *word)
{
    size_t digits = 0;
    bool other = false;

    for (const char *p = word; *p; p++) {
        digits += *p >= '0' && *p <= '9';
        other |= (unsigned char)*p >= 0x80;
    }
    return text_length(word) >= WORD_MIN && (other || digits >= 6);
}

bool
vault_strike(struct ctx *c,
             struct case_id case_id,
             const struct fields *plain,
             size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < plain->n; i++) {
        const char *name = plain->v[i].name;

        if (strcmp(name, "from_whom") == 0 || strcmp(name, "other") == 0
            || !strikable(plain->v[i].value))
            continue;
        if (!strike_word(c, case_id, plain->v[i].value, n))
            return false;
    }
    return true;
}

/* The value of a field with one more behind it. */
static void
join_field(struct ctx *c, struct fields *f, const char *name, const char *more)
{
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->v[i].name, name) == 0) {
            f->v[i].value = arena_printf(c->mem, "%s、%s", f->v[i].value, more);
            return;
        }
    fields_add(c->mem, f, name, more);
}

bool
vault_take(struct ctx *c, struct restriction_id id, const char *place)
{
    const struct sql_whereabouts_last_in in = { .restriction_id = id };
    struct sql_whereabouts_last_row last;
    struct fields plain = { 0 };
    bool found;

    if (!sql_whereabouts_last(c, &in, &last, &found))
        return false;
    if (found && !vault_open(c, id, last.version, &last.sealed, &plain))
        return false;
    join_field(c, &plain, "before", place);
    return vault_keep(c, id, last.case_id, last.version + 1, &plain);
}

/* One place or number that stood open: into the vault, out of every text. */
static bool
take_word(struct ctx *c,
          struct restriction_id id,
          struct case_id case_id,
          const char *word)
{
    size_t n = 0;

    if (!*word)
        return true;
    return vault_take(c, id, word)
           && (!strikable(word) || strike_word(c, case_id, word, &n));
}

static bool
sweep_people(struct ctx *c)
{
    struct sql_unsealed_people_rows rows = { 0 };

    if (!sql_unsealed_people(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_unsealed_people_row *r = &rows.v[i];
        const struct search_person key = {
            .name = r->name, .kana = r->kana, .place = "", .others = r->other_names
        };

        if (!sql_person_unplace(c,
                                &(struct sql_person_unplace_in){
                                    .person_id = r->person_id,
                                    .search_text = search_key_text(c->mem, &key) })
            || !take_word(c, r->restriction_id, r->case_id, r->place)
            || !take_word(c, r->restriction_id, r->case_id, r->phone))
            return false;
    }
    return true;
}

static bool
sweep_households(struct ctx *c)
{
    struct sql_unsealed_households_rows rows = { 0 };

    if (!sql_unsealed_households(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!sql_household_unplace(c,
                                   &(struct sql_household_unplace_in){
                                       .household_id = rows.v[i].household_id })
            || !take_word(c, rows.v[i].restriction_id, rows.v[i].case_id,
                          rows.v[i].place))
            return false;
    return true;
}

bool
vault_sweep(struct ctx *c)
{
    return sweep_people(c) && sweep_households(c);
}
