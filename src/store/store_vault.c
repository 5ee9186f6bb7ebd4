#include "store_vault.h"

#include "gen/sql.h"

#include "../base/buf.h"
#include "../base/crypt.h"
#include "../base/esc.h"
#include "../base/text.h"
#include "../domain/search_key.h"
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

/* One word of one case, and as a draft holds it. */
static bool
strike_word(struct ctx *c, struct case_id case_id, const char *word, size_t *n)
{
    struct buf coded = buf_new(c->mem);
    struct buf struck = buf_new(c->mem);
    size_t changed[6];

    esc_component(&coded, word);
    esc_component(&struck, STRUCK);
    if (!sql_strike_notes_changed(c,
                                  &(struct sql_strike_notes_in){ .case_id = case_id,
                                                                 .word = word,
                                                                 .instead = STRUCK },
                                  &changed[0])
        || !sql_strike_consultations_changed(
            c,
            &(struct sql_strike_consultations_in){
                .case_id = case_id, .word = word, .instead = STRUCK },
            &changed[1])
        || !sql_strike_referrals_changed(
            c,
            &(struct sql_strike_referrals_in){
                .case_id = case_id, .word = word, .instead = STRUCK },
            &changed[2])
        || !sql_strike_steps_changed(c,
                                     &(struct sql_strike_steps_in){ .case_id = case_id,
                                                                    .word = word,
                                                                    .instead = STRUCK },
                                     &changed[3])
        || !sql_strike_versions_changed(
            c,
            &(struct sql_strike_versions_in){
                .case_id = case_id, .word = word, .instead = STRUCK },
            &changed[4])
        || !sql_strike_drafts_changed(
            c,
            &(struct sql_strike_drafts_in){ .word = buf_text(&coded),
                                            .instead = buf_text(&struck) },
            &changed[5]))
        return false;
    for (size_t i = 0; i < 6; i++)
        *n += changed[i];
    return true;
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
            || text_length(plain->v[i].value) < WORD_MIN)
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

bool
vault_sweep(struct ctx *c)
{
    struct sql_unsealed_people_rows rows = { 0 };

    if (!sql_unsealed_people(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_unsealed_people_row *r = &rows.v[i];
        const char *key = search_key_text(
            c->mem,
            &(struct search_person){ .name = r->name, .kana = r->kana, .place = "" });

        if (!vault_take(c, r->restriction_id, r->place)
            || !sql_person_unplace(
                c, &(struct sql_person_unplace_in){ .person_id = r->person_id,
                                                    .search_text = key }))
            return false;
    }
    return true;
}
