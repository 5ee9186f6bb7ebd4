#include "desk_sheet.h"

#include "desk_case_head.h"
#include "desk_people.h"

#include "../base/crypt.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../policy/show_strength.h"
#include "../policy/show_target.h"
#include "../policy/shown.h"

#include <string.h>

/* All about the sheets of one case. */
struct loaded {
    struct facts facts;
    struct people_records people;
    struct sql_case_consultations_rows consultations;
    struct sql_sheet_list_rows rows;
};

static bool
load(struct ctx *c, struct case_id id, struct loaded *l)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_consultations_in words = { id, who, c->now };
    const struct sql_sheet_list_in sheets = {
        .case_id = id, .desk = c->viewer->desk, .subjects = who, .now = c->now
    };

    *l = (struct loaded){ .people = { .id = id } };
    if (!desk_people_load(c, id, &l->facts, &l->people))
        return false;
    sql_case_consultations_later(c, &words, &l->consultations);
    sql_sheet_list_later(c, &sheets, &l->rows);
    return db_gather(c);
}

static const struct sql_sheet_list_row *
own_row(const struct ctx *c, const struct loaded *l, const char *code)
{
    for (size_t i = 0; i < l->rows.n; i++)
        if (strcmp(l->rows.v[i].code, code) == 0
            && id_same(l->rows.v[i].desk_id.id, c->viewer->desk.id))
            return &l->rows.v[i];
    return NULL;
}

static struct fields *
answers_of(struct ctx *c, const char *body)
{
    struct fields *f = ARENA_NEW(c->mem, struct fields);

    sheet_read_answers(c->mem, body, f);
    return f;
}

static bool
begins_with(const char *s, const char *start)
{
    return strncmp(s, start, strlen(start)) == 0;
}

/* Something is written about this very person. */
static bool
has_entry(const struct fields *answers, const char *person)
{
    for (size_t i = 0; i < answers->n; i++) {
        const char *dot = strrchr(answers->v[i].name, '.');

        if (dot && strcmp(dot + 1, person) == 0 && *answers->v[i].value
            && !begins_with(answers->v[i].name, "by."))
            return true;
    }
    return false;
}

/* A person's answers are found by the place in the case, which stays. */
static const char *
ordinal_of(struct ctx *c, const struct sql_case_people_row *p)
{
    return arena_printf(c->mem, "%d", (int)p->ordinal);
}

static bool
lives(const struct people_records *r, struct person_id id, enum living how)
{
    for (size_t i = 0; i < r->memberships.n; i++)
        if (id_same(r->memberships.v[i].person_id.id, id.id)
            && r->memberships.v[i].living == how && !*r->memberships.v[i].until_words)
            return true;
    return false;
}

static struct sheet_member *
members_of(struct ctx *c, const struct loaded *l, const struct fields *answers)
{
    const struct people_records *r = &l->people;
    struct sheet_member *v =
        ARENA_ARRAY(c->mem, r->people.n ? r->people.n : 1, struct sheet_member);
    bool any = false;

    for (size_t i = 0; i < r->people.n; i++) {
        v[i].together = lives(r, r->people.v[i].person_id, LIVING_TOGETHER);
        v[i].not_met = r->people.v[i].met == PERSON_MET_NOT_YET;
        v[i].entry = answers && has_entry(answers, ordinal_of(c, &r->people.v[i]));
        any = any || v[i].together;
    }
    /* nobody has written who lives there: then everybody who does not live elsewhere */
    for (size_t i = 0; !any && i < r->people.n; i++)
        v[i].together = !lives(r, r->people.v[i].person_id, LIVING_APART);
    return v;
}

static bool
any_strength(const struct loaded *l,
             const struct sheet *sheet,
             const struct fields *answers)
{
    for (size_t s = 0; s < sheet->sections.n; s++)
        for (size_t f = 0; f < sheet->sections.v[s].fields.n; f++) {
            const char *key = sheet->sections.v[s].fields.v[f].key;
            const size_t n = strlen(key);

            for (size_t i = 0;
                 sheet->sections.v[s].fields.v[f].strength && i < answers->n; i++)
                if (begins_with(answers->v[i].name, key)
                    && (!answers->v[i].name[n] || answers->v[i].name[n] == '.')
                    && *answers->v[i].value)
                    return true;
        }
    for (size_t i = 0; i < l->people.people.n; i++)
        if (*l->people.people.v[i].strengths)
            return true;
    for (size_t i = 0; i < l->people.households.n; i++)
        if (*l->people.households.v[i].strengths)
            return true;
    return false;
}

static size_t
empty_fields(const struct sheet *sheet, const struct fields *answers)
{
    size_t n = 0;

    for (size_t s = 0; s < sheet->sections.n; s++)
        for (size_t f = 0; f < sheet->sections.v[s].fields.n; f++) {
            const struct sheet_field *field = &sheet->sections.v[s].fields.v[f];

            n += field->required && !sheet->sections.v[s].per_person
                 && (!answers || !fields_get(answers, field->key));
        }
    return n;
}

/* How far the desk's own assessment is, sheet by sheet. */
struct stand {
    enum sheet_lack lack;
    size_t member;
    size_t empty; /* required fields */
};

static bool
find_stand(struct ctx *c,
           const struct loaded *l,
           struct stand *out,
           struct sheets_view *lines)
{
    const struct sql_sheet_list_row *of_people = own_row(c, l, "household");
    const struct fields *people = of_people ? answers_of(c, of_people->body) : NULL;
    bool strengths = false;

    *out = (struct stand){ .member = 0 };
    for (size_t i = 0; i < sheet_codes_n; i++) {
        const struct sql_sheet_list_row *row = own_row(c, l, sheet_codes[i]);
        const struct fields *answers = row ? answers_of(c, row->body) : NULL;
        static const struct fields NONE = { 0 };
        struct sheet sheet;
        size_t empty;

        if (!sheet_find(c, c->town->id, sheet_codes[i], &sheet))
            return false;
        empty = empty_fields(&sheet, answers);
        out->empty += empty;
        strengths = strengths || any_strength(l, &sheet, answers ? answers : &NONE);
        if (lines)
            policy_show_sheet_line(c, l->people.id, &sheet, row, empty, lines);
    }
    out->lack = sheet_lacks(members_of(c, l, people), l->people.people.n, strengths,
                            out->empty, &out->member);
    return true;
}

/* Sheets of other desks, as far as something of them is open. */
static bool
add_others(struct ctx *c, const struct loaded *l, struct sheets_view *out)
{
    for (size_t i = 0; i < l->rows.n; i++) {
        const struct sql_sheet_list_row *row = &l->rows.v[i];
        const struct sheet_records r = { .people = &l->people, .row = row };
        struct decision d;
        struct sheet sheet;

        if (id_same(row->desk_id.id, c->viewer->desk.id))
            continue;
        d = show_sheet_decision(c, &l->facts, &r);
        if (!decision_allows(&d, ITEM_WELFARE))
            continue;
        if (!sheet_read(c, row->code, row->form, &sheet))
            return false;
        policy_show_sheet_line(c, l->people.id, &sheet, row, 0, out);
    }
    return true;
}

static bool
fill_sheets(struct ctx *c, struct case_id id, struct sheets_view *out)
{
    struct sql_assessment_last_row last;
    struct target_defs targets;
    struct stand stand;
    struct loaded l;
    bool found;

    if (!load(c, id, &l) || !target_find(c, c->town->id, &targets)
        || !find_stand(c, &l, &stand, out) || !add_others(c, &l, out)
        || !sql_assessment_last(
            c,
            &(struct sql_assessment_last_in){ .case_id = id,
                                              .desk = c->viewer->desk,
                                              .subjects = desk_subjects(c),
                                              .now = c->now },
            &last, &found))
        return false;
    policy_show_sheets(c, &l.facts, &l.people, stand.lack, stand.member,
                       found ? &last : NULL, out);
    policy_show_targets(c, &l.facts, &l.people, &targets, &out->targets);
    return true;
}

bool
desk_sheets(struct ctx *c, struct case_id id, struct sheets_view *out)
{
    *out = (struct sheets_view){ .error = NULL };
    return desk_case_head(c, id, CASE_TAB_SHEETS, &out->head)
           && fill_sheets(c, id, out);
}

bool
desk_sheet_complete(struct ctx *c, struct case_id id, struct outcome *out)
{
    const struct sql_assessment_add_in in = {
        .assessment_id = { id_new(c) },
        .case_id = id,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sheets_view v = { .error = NULL };
    size_t added;

    if (!fill_sheets(c, id, &v))
        return false;
    if (!v.whole)
        return refuse(c, ERR_RULE, "%s", v.lacks);
    if (!sql_assessment_add_changed(c, &in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    out->id = in.assessment_id.id;
    out->place = arena_printf(c->mem, "/cases/%s/sheets?said=sheet_done", id.id.s);
    return desk_keep_version(c, in.assessment_id.id, 1, "assessment", id,
                             "アセスメントを仕上げた", "");
}

/* The sheet of the viewer's desk with today's form. */
static bool
own_sheet(struct ctx *c,
          const struct loaded *l,
          const char *code,
          struct sheet *sheet,
          struct sheet_records *r)
{
    const struct sql_sheet_list_row *row = own_row(c, l, code);

    if (!sheet_find(c, c->town->id, code, sheet))
        return false;
    *r = (struct sheet_records){
        .people = &l->people,
        .consultations = &l->consultations,
        .sheet = sheet,
        .answers = answers_of(c, row ? row->body : ""),
        .row = row,
        .version = row ? row->version : 0,
        .own = true,
    };
    return true;
}

static bool
add_tabs(struct ctx *c, struct case_id id, const char *code, struct sheet_view *out)
{
    for (size_t i = 0; i < sheet_codes_n; i++) {
        struct sheet sheet;

        if (!sheet_find(c, c->town->id, sheet_codes[i], &sheet))
            return false;
        *VEC_PUSH(c->mem, &out->sheets) = (struct link_view){
            .path = arena_printf(c->mem, "%s/cases/%s/sheets/%s", c->town->path,
                                 id.id.s, sheet_codes[i]),
            .text = arena_printf(c->mem, "%d　%s", (int)sheet.number, sheet.title),
            .current = strcmp(sheet_codes[i], code) == 0,
        };
    }
    return true;
}

static bool
add_versions(struct ctx *c,
             const struct sql_sheet_versions_rows *rows,
             struct sheet_id id,
             int64_t shown,
             struct sheet_view *out)
{
    for (size_t i = 0; i < rows->n; i++)
        *VEC_PUSH(c->mem, &out->versions) = (struct link_view){
            .path = arena_printf(c->mem, "%s/sheets/%s?version=%d", c->town->path,
                                 id.id.s, (int)rows->v[i].version),
            .text = arena_printf(c->mem, "第%d版　%s　%s%s%s", (int)rows->v[i].version,
                                 instant_ja(c->mem, rows->v[i].at), rows->v[i].who,
                                 *rows->v[i].why ? "　" : "", rows->v[i].why),
            .current = rows->v[i].version == shown,
        };
    return true;
}

static bool
versions_of(struct ctx *c, struct sheet_id id, struct sql_sheet_versions_rows *rows)
{
    return sql_sheet_versions(
        c,
        &(struct sql_sheet_versions_in){
            .sheet_id = id, .subjects = desk_subjects(c), .now = c->now },
        rows);
}

bool
desk_sheet_write(struct ctx *c,
                 struct case_id id,
                 const char *code,
                 const struct fields *typed,
                 struct sheet_view *out)
{
    struct sql_sheet_versions_rows versions = { 0 };
    struct sheet_records r;
    struct sheet sheet;
    struct loaded l;

    *out = (struct sheet_view){ .code = code };
    if (!load(c, id, &l) || !own_sheet(c, &l, code, &sheet, &r)
        || !desk_case_head(c, id, CASE_TAB_SHEETS, &out->head)
        || !add_tabs(c, id, code, out)
        || (r.row && !versions_of(c, r.row->sheet_id, &versions)))
        return false;
    r.typed = typed;
    policy_show_sheet(c, &l.facts, &r, out);
    return !r.row || add_versions(c, &versions, r.row->sheet_id, r.version, out);
}

/* The sheet by its own id, with the case it belongs to. */
static bool
any_sheet(struct ctx *c,
          struct sheet_id id,
          int64_t version,
          struct loaded *l,
          struct sheet *sheet,
          struct sheet_records *r,
          struct sql_sheet_versions_rows *versions)
{
    struct sql_sheet_one_row one;
    struct sql_sheet_list_row *row = ARENA_NEW(c->mem, struct sql_sheet_list_row);
    struct decision d;
    size_t at = 0;

    if (!sql_sheet_one(c,
                       &(struct sql_sheet_one_in){ .sheet_id = id,
                                                   .subjects = desk_subjects(c),
                                                   .now = c->now },
                       &one)
        || !load(c, one.case_id, l) || !versions_of(c, id, versions))
        return false;
    for (size_t i = 0; i < l->rows.n; i++)
        if (id_same(l->rows.v[i].sheet_id.id, id.id))
            *row = l->rows.v[i];
    while (version && at < versions->n && versions->v[at].version != version)
        at++;
    if (at >= versions->n)
        return refuse(c, ERR_MISSING, "no such version");
    row->recorded_at = versions->v[at].at;
    row->who = versions->v[at].who;
    if (!sheet_read(c, row->code, versions->v[at].form, sheet))
        return false;
    *r = (struct sheet_records){
        .people = &l->people,
        .consultations = &l->consultations,
        .sheet = sheet,
        .answers = answers_of(c, versions->v[at].body),
        .row = row,
        .version = versions->v[at].version,
        .old = at > 0,
    };
    d = show_sheet_decision(c, &l->facts, r);
    return decision_allows(&d, ITEM_WELFARE)
           || refuse(c, ERR_DENIED, "a sheet of another desk");
}

bool
desk_sheet_read(struct ctx *c,
                struct sheet_id id,
                int64_t version,
                struct sheet_view *out)
{
    struct sql_sheet_versions_rows versions = { 0 };
    struct sheet_records r;
    struct sheet sheet;
    struct loaded l;

    *out = (struct sheet_view){ .code = NULL };
    if (!any_sheet(c, id, version, &l, &sheet, &r, &versions)
        || !desk_case_head(c, l.people.id, CASE_TAB_SHEETS, &out->head))
        return false;
    policy_show_sheet(c, &l.facts, &r, out);
    return add_versions(c, &versions, id, r.version, out);
}

bool
desk_sheet_paper(struct ctx *c, struct sheet_id id, struct paper_view *out)
{
    struct case_head_view head;
    struct sql_sheet_versions_rows versions = { 0 };
    struct sheet_records r;
    struct sheet sheet;
    struct loaded l;

    if (!any_sheet(c, id, 0, &l, &sheet, &r, &versions)
        || !desk_case_head(c, l.people.id, CASE_TAB_SHEETS, &head))
        return false;
    r.number = head.number;
    policy_show_sheet_paper(c, &l.facts, &r, out);
    return true;
}

/* Takes one field: typed if it is open to the viewer, else as it was. */
static bool
take_field(struct ctx *c,
           const struct sheet_records *r,
           const struct decision *d,
           const struct sheet_field *f,
           const char *person,
           const struct fields *typed,
           struct fields *answers)
{
    const char *name = sheet_name(c->mem, f->key, person);
    const char *by = sheet_said_name(c->mem, name);
    const bool open = show_sheet_open(d, f);
    const bool told = !fields_get(typed, by) && fields_get(r->answers, by);

    if (!open)
        for (size_t i = 0; i < r->answers->n; i++)
            if (strcmp(r->answers->v[i].name, name) == 0)
                fields_add(c->mem, answers, name, r->answers->v[i].value);
    if (told && (!open || !decision_allows(d, ITEM_INFORMANT)))
        fields_add(c->mem, answers, by, fields_get(r->answers, by));
    return !open || sheet_take(c, f, c->town->codes, typed, name, answers);
}

static bool
take_answers(struct ctx *c,
             const struct loaded *l,
             const struct sheet_records *r,
             const struct fields *typed,
             struct fields *answers)
{
    struct decision d = show_sheet_decision(c, &l->facts, r);
    struct facts writing = l->facts;
    bool good = true;

    writing.own = OWN_SELF;
    decision_narrow(&d, policy_decide(ACT_WRITE, &writing).allow);

    for (size_t s = 0; s < r->sheet->sections.n; s++) {
        const struct sheet_section *section = &r->sheet->sections.v[s];

        for (size_t f = 0; f < section->fields.n; f++) {
            const struct sheet_field *field = &section->fields.v[f];

            for (size_t i = 0; section->per_person && i < l->people.people.n; i++)
                good &=
                    take_field(c, r, &d, field, ordinal_of(c, &l->people.people.v[i]),
                               typed, answers);
            if (!section->per_person && field->kind != SHEET_COPY)
                good &= take_field(c, r, &d, field, NULL, typed, answers);
            if (field->kind == SHEET_COPY)
                fields_add(c->mem, answers, arena_printf(c->mem, "copy.%s", field->key),
                           show_sheet_copy(c, &l->facts, r, field->copy));
        }
    }
    return good;
}

static const char *
digest_of(struct ctx *c, const char *body)
{
    const struct hash h = crypt_sha256(body, strlen(body));
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < sizeof h.b; i++)
        buf_printf(&b, "%02x", h.b[i]);
    return buf_text(&b);
}

static bool
write_row(struct ctx *c,
          const struct loaded *l,
          const struct sheet_records *r,
          const char *digest,
          const char *body,
          struct sheet_id *id)
{
    const struct sql_sheet_add_in add = {
        .sheet_id = { id_new(c) },
        .case_id = l->people.id,
        .code = r->sheet->code,
        .digest = digest,
        .body = body,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_sheet_change_in change = {
        .version = r->version,
        .digest = digest,
        .body = body,
        .post_id = c->viewer->post,
        .subjects = add.subjects,
        .now = c->now,
    };
    size_t n;

    *id = add.sheet_id;
    if (!r->row)
        return sql_sheet_add_changed(c, &add, &n)
               && (n == 1 || refuse(c, ERR_MISSING, "no such case"));
    *id = change.sheet_id = r->row->sheet_id;
    return sql_sheet_change_changed(c, &change, &n) && desk_changed_one(c, n);
}

/* Somebody else saved meanwhile: nothing is written over. */
static bool
is_current(struct ctx *c, const struct sheet_records *r, const struct fields *typed)
{
    const char *version = fields_get(typed, "version");
    int64_t v = r->version;

    if (version && !text_int(version, 0, 1000000, &v))
        v = -1;
    return v == r->version
           || refuse(c, ERR_CONFLICT,
                     "このシートは、書いているあいだに直されました。画面を開き直して、"
                     "今の内容と見くらべてください。");
}

bool
desk_sheet_save(struct ctx *c,
                struct case_id id,
                const char *code,
                const struct fields *typed,
                struct outcome *out)
{
    const char *why = fields_get(typed, "why");
    struct fields answers = { 0 };
    struct sheet_records r;
    struct sheet_id sheet_id;
    const char *digest;
    const char *body;
    struct sheet sheet;
    struct loaded l;

    why = why ? text_cut(c->mem, text_line(c->mem, why), 200) : "";
    if (!load(c, id, &l) || !own_sheet(c, &l, code, &sheet, &r)
        || !is_current(c, &r, typed) || !take_answers(c, &l, &r, typed, &answers))
        return false;
    digest = digest_of(c, sheet.body);
    body = sheet_write_answers(c->mem, &answers);
    if (!sql_sheet_form_keep(c, &(struct sql_sheet_form_keep_in){ .digest = digest,
                                                                  .code = sheet.code,
                                                                  .title = sheet.title,
                                                                  .body = sheet.body,
                                                                  .now = c->now })
        || !write_row(c, &l, &r, digest, body, &sheet_id)
        || !sql_sheet_version_add(
            c, &(struct sql_sheet_version_add_in){ .sheet_id = sheet_id,
                                                   .version = r.version + 1,
                                                   .case_id = id,
                                                   .digest = digest,
                                                   .body = body,
                                                   .post_id = c->viewer->post,
                                                   .now = c->now,
                                                   .why = why })
        || !sql_case_touch(
            c, &(struct sql_case_touch_in){
                   .case_id = id, .now = c->now, .subjects = desk_subjects(c) }))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = sheet_id.id;
    out->place = arena_printf(c->mem, "/cases/%s/sheets/%s?said=sheet", id.id.s, code);
    return true;
}

bool
desk_sheet_strengths(struct ctx *c, struct case_id id, struct support_pair_list *out)
{
    struct loaded l;

    if (!load(c, id, &l)) {
        if (c->err.kind == ERR_OUTSIDE || c->err.kind == ERR_BUG)
            return false;
        forgive(c);
        return true;
    }
    policy_show_strengths(c, &l.facts, &l.people, out);
    for (size_t i = 0; i < l.rows.n; i++) {
        struct sheet sheet;
        const struct sheet_records r = { .people = &l.people,
                                         .consultations = &l.consultations,
                                         .sheet = &sheet,
                                         .answers = answers_of(c, l.rows.v[i].body),
                                         .row = &l.rows.v[i] };

        if (!sheet_read(c, l.rows.v[i].code, l.rows.v[i].form, &sheet))
            return false;
        policy_show_sheet_strengths(c, &l.facts, &r, out);
    }
    return true;
}
