#include "show_sheet.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

/* What one sheet is being shown from. */
struct making {
    struct ctx *c;
    const struct facts *facts;
    const struct sheet_records *r;
    struct decision d;
    struct sheet_view *out;
};

struct decision
show_sheet_decision(struct ctx *c,
                    const struct facts *facts,
                    const struct sheet_records *r)
{
    struct facts f = *facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own =
        r->row ? viewer_owns(c->viewer, r->row->desk_id, r->row->post_id) : OWN_SELF;
    return policy_decide(ACT_VIEW, &f);
}

bool
show_sheet_open(const struct decision *d, const struct sheet_field *f)
{
    for (int i = 0; i < ITEM_N; i++)
        if (strcmp(policy_items[i].code, f->item) == 0)
            return decision_allows(d, (enum item_class)i);
    return false;
}

static void
join(struct buf *b, const char *text)
{
    if (text && *text)
        buf_printf(b, "%s%s", b->n ? "\n" : "", text);
}

static void
copy_people(struct ctx *c,
            const struct facts *facts,
            const struct sheet_records *r,
            const char *what,
            struct buf *b)
{
    const struct people_records *p = r->people;

    for (size_t i = 0; i < p->memberships.n && strcmp(what, "together") == 0; i++)
        if (p->memberships.v[i].living == LIVING_TOGETHER
            && !*p->memberships.v[i].until_words)
            join(b, show_person_name(c, facts, p, p->memberships.v[i].person_id));
    for (size_t i = 0; i < p->relations.n && strcmp(what, "care") == 0; i++)
        if (p->relations.v[i].kind == RELATION_KIND_CARES_FOR
            && !*p->relations.v[i].until_words)
            join(b, arena_printf(
                        c->mem, "%s → %s",
                        show_person_name(c, facts, p, p->relations.v[i].person_id),
                        show_person_name(c, facts, p, p->relations.v[i].other_id)));
    for (size_t i = 0; i < p->involvements.n && strcmp(what, "agencies") == 0; i++)
        if (!*p->involvements.v[i].until_words)
            join(b, arena_printf(
                        c->mem, "%s（%s）", p->involvements.v[i].agency,
                        show_person_name(c, facts, p, p->involvements.v[i].person_id)));
}

static void
copy_issues(struct ctx *c,
            const struct facts *facts,
            const struct sheet_records *r,
            struct buf *b)
{
    const struct decision line = policy_decide(ACT_VIEW, facts);

    for (size_t i = 0; i < r->people->issues.n; i++) {
        const struct sql_issue_list_row *s = &r->people->issues.v[i];
        const struct decision d =
            show_person_record(c, facts, r->people->own, s->desk_id, s->post_id);
        const char *label = show_issue_label(c, &line, &d, s->code);

        if (label && s->state != ISSUE_STATE_RESOLVED)
            join(b, arena_printf(c->mem, "%s（%s）", label,
                                 show_person_name(c, facts, r->people, s->person_id)));
    }
}

const char *
show_sheet_copy(struct ctx *c,
                const struct facts *facts,
                const struct sheet_records *r,
                const char *what)
{
    const struct decision whole = policy_decide(ACT_VIEW, facts);
    struct buf b = buf_new(c->mem);

    if (r->consultations->n
        && (strcmp(what, "route") == 0 || strcmp(what, "received") == 0)) {
        const struct sql_case_consultations_row *k = &r->consultations->v[0];
        struct facts f = *facts;
        struct decision d;

        f.handed = HANDED_NONE;
        f.sent = 0;
        f.own = viewer_owns(c->viewer, k->desk_id, k->post_id);
        f.informant = k->informant_hidden ? INFORMANT_SHUT : INFORMANT_OPEN;
        d = policy_decide(ACT_VIEW, &f);
        join(&b,
             strcmp(what, "route") == 0
                 ? mask_text(&d, ITEM_INFORMANT,
                             town_label(c->town, "consultation_route", k->route))
                 : mask_text(&d, ITEM_WELFARE, day_ja(c->mem, day_of(k->received_at))));
    }
    if (decision_allows(&whole, ITEM_COORDINATION))
        copy_people(c, facts, r, what, &b);
    if (strcmp(what, "issues") == 0)
        copy_issues(c, facts, r, &b);
    return buf_text(&b);
}

static const struct fields *
source(const struct making *m)
{
    return m->r->typed ? m->r->typed : m->r->answers;
}

static bool
has(const struct fields *f, const char *name, const char *value)
{
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->v[i].name, name) == 0 && strcmp(f->v[i].value, value) == 0)
            return true;
    return false;
}

static void
add_options(const struct making *m,
            const struct sheet_field *f,
            const char *name,
            struct sheet_field_view *v)
{
    struct arena *mem = m->c->mem;
    const struct code_list *list =
        *f->list ? codes_list(m->c->town->codes, f->list) : NULL;

    for (size_t i = 0; i < f->options.n; i++)
        *VEC_PUSH(mem, &v->options) = (struct sheet_option_view){
            .code = f->options.v[i].code,
            .label = f->options.v[i].label,
            .on = has(source(m), name, f->options.v[i].code),
        };
    for (size_t i = 0; list && i < list->codes.n; i++)
        if (!list->codes.v[i].valid_to)
            *VEC_PUSH(mem, &v->options) = (struct sheet_option_view){
                .code = list->codes.v[i].code,
                .label = list->codes.v[i].label,
                .on = has(source(m), name, list->codes.v[i].code),
            };
}

/* The answer as people read it. */
static const char *
shown(const struct making *m, const struct sheet_field *f, const char *name)
{
    struct buf b = buf_new(m->c->mem);
    const char *v = fields_get(m->r->answers, name);

    if (f->kind == SHEET_COPY) {
        if (m->r->old)
            v = fields_get(m->r->answers, arena_printf(m->c->mem, "copy.%s", f->key));
        else
            v = show_sheet_copy(m->c, m->facts, m->r, f->copy);
        return v && *v ? v : NULL;
    }
    if (!v)
        return NULL;
    if (f->kind == SHEET_FLAG)
        return "はい";
    if (f->kind == SHEET_MONEY)
        return arena_printf(m->c->mem, "%s円", v);
    if (f->kind != SHEET_CHOICE && f->kind != SHEET_CHOICES)
        return v;
    for (size_t i = 0; i < m->r->answers->n; i++)
        if (strcmp(m->r->answers->v[i].name, name) == 0)
            buf_printf(
                &b, "%s%s", b.n ? "、" : "",
                sheet_option_label(f, m->c->town->codes, m->r->answers->v[i].value));
    return buf_text(&b);
}

static void
show_field(struct making *m,
           const struct sheet_field *f,
           const char *person,
           struct sheet_part_view *part)
{
    struct arena *mem = m->c->mem;
    const char *name = sheet_name(mem, f->key, person);
    const char *by = sheet_said_name(mem, name);
    const char *typed = fields_get(source(m), name);
    const char *said = fields_get(source(m), by);
    struct sheet_field_view *v;

    if (!show_sheet_open(&m->d, f))
        return;
    v = VEC_PUSH(mem, &part->fields);
    *v = (struct sheet_field_view){
        .name = name,
        .label = f->label,
        .hint = *f->hint ? f->hint : NULL,
        .mark = f->origin == SHEET_SAID      ? "聞いたこと"
                : f->origin == SHEET_OPINION ? "見立て"
                                             : NULL,
        .shown = shown(m, f, name),
        .value = typed ? typed : "",
        .required = f->required,
        .text = f->kind == SHEET_TEXT,
        .line = f->kind == SHEET_LINE || f->kind == SHEET_MONTH
                || f->kind == SHEET_NUMBER || f->kind == SHEET_MONEY,
        .digits = f->kind == SHEET_NUMBER || f->kind == SHEET_MONEY,
        .flag = f->kind == SHEET_FLAG,
        .on = f->kind == SHEET_FLAG && typed != NULL,
        .one = f->kind == SHEET_CHOICE,
        .many = f->kind == SHEET_CHOICES,
        .copied = f->kind == SHEET_COPY,
        .error = m->r->typed ? err_of_field(&m->c->err, name) : NULL,
    };
    if (f->origin == SHEET_SAID && decision_allows(&m->d, ITEM_INFORMANT)) {
        v->by_name = by;
        v->by = said ? said : "";
    }
    add_options(m, f, name, v);
}

static void
show_part(struct making *m,
          const struct sheet_section *s,
          const struct sql_case_people_row *person)
{
    struct sheet_part_view *part = VEC_PUSH(m->c->mem, &m->out->parts);
    const char *ordinal =
        person ? arena_printf(m->c->mem, "%d", (int)person->ordinal) : NULL;

    *part = (struct sheet_part_view){
        .title = s->title,
        .note = *s->note ? s->note : NULL,
    };
    if (person) {
        part->person =
            show_person_name(m->c, m->facts, m->r->people, person->person_id);
        part->mark =
            person->met == PERSON_MET_NOT_YET ? person_met_label(person->met) : NULL;
        shown_note(m->c, SHOWN_PERSON, person->person_id.id, m->d.allow, m->d.grounds);
    }
    for (size_t i = 0; i < s->fields.n; i++)
        show_field(m, &s->fields.v[i], ordinal, part);
    part->open = !person || person->ordinal == 1;
    for (size_t i = 0; i < part->fields.n; i++)
        part->open = part->open || *part->fields.v[i].value || part->fields.v[i].error;
    if (!part->fields.n)
        m->out->parts.n--;
}

static void
show_parts(struct making *m)
{
    const struct sheet *sheet = m->r->sheet;

    for (size_t s = 0; s < sheet->sections.n; s++) {
        const struct sheet_section *section = &sheet->sections.v[s];

        if (!section->per_person)
            show_part(m, section, NULL);
        for (size_t i = 0; section->per_person && i < m->r->people->people.n; i++)
            show_part(m, section, &m->r->people->people.v[i]);
    }
}

static const char *
sheet_title(struct ctx *c, const struct sheet *sheet)
{
    return arena_printf(c->mem, "シート%d　%s", (int)sheet->number, sheet->title);
}

void
policy_show_sheet(struct ctx *c,
                  const struct facts *facts,
                  const struct sheet_records *r,
                  struct sheet_view *out)
{
    const char *base = show_path(c, "cases", r->people->id.id, "/sheets");
    struct making m = { .c = c,
                        .facts = facts,
                        .r = r,
                        .d = show_sheet_decision(c, facts, r),
                        .out = out };

    out->code = r->sheet->code;
    out->title = sheet_title(c, r->sheet);
    out->source = *r->sheet->source ? r->sheet->source : NULL;
    out->back_path = base;
    out->version = arena_printf(c->mem, "%d", (int)r->version);
    out->desk = r->row ? r->row->desk : c->viewer->desk_name;
    out->seal = show_seal(decision_ground(&m.d));
    if (r->own && !r->old)
        out->path = arena_printf(c->mem, "%s/%s", base, r->sheet->code);
    if (r->row) {
        out->when = arena_printf(c->mem, "%s　第%d版　%s",
                                 instant_ja(c->mem, r->row->recorded_at),
                                 (int)r->version, r->row->who);
        out->print_path = show_path(c, "sheets", r->row->sheet_id.id, ".pdf");
    }
    if (r->old)
        out->old = "前の版です。その日のシートの形で出しています。";
    shown_note(c, SHOWN_CASE, r->people->id.id, m.d.allow, m.d.grounds);
    show_parts(&m);
}

void
policy_show_sheet_paper(struct ctx *c,
                        const struct facts *facts,
                        const struct sheet_records *r,
                        struct paper_view *out)
{
    struct sheet_view v = { .code = NULL };
    struct making m = { .c = c, .facts = facts, .r = r, .out = &v };
    struct facts f = *facts;

    f.handed = HANDED_NONE;
    f.sent = 0;
    f.own =
        r->row ? viewer_owns(c->viewer, r->row->desk_id, r->row->post_id) : OWN_SELF;
    m.d = policy_decide(ACT_PRINT, &f);
    paper_begin(&m.d, r->number, out);
    paper_put(c, out, "title", sheet_title(c, r->sheet));
    paper_put(c, out, "source", r->sheet->source);
    paper_put(c, out, "desk", r->row ? r->row->desk : c->viewer->desk_name);
    if (r->row)
        paper_put(c, out, "when",
                  arena_printf(c->mem, "%s　第%d版　%s",
                               instant_ja(c->mem, r->row->recorded_at), (int)r->version,
                               r->row->who));
    shown_note(c, SHOWN_CASE, r->people->id.id, m.d.allow, m.d.grounds);
    show_parts(&m);
    for (size_t i = 0; i < v.parts.n; i++)
        for (size_t k = 0; k < v.parts.v[i].fields.n; k++) {
            const struct sheet_part_view *part = &v.parts.v[i];
            const struct sheet_field_view *field = &part->fields.v[k];
            struct paper_row *row = paper_row(c, out, "answers");

            if (k == 0)
                paper_row_put(c, row, "part",
                              part->person ? arena_printf(c->mem, "%s\n%s", part->title,
                                                          part->person)
                                           : part->title);
            paper_row_put(c, row, "label", field->label);
            paper_row_put(c, row, "answer",
                          field->shown && field->by && *field->by ? arena_printf(
                              c->mem, "%s（%s から）", field->shown, field->by)
                                                                  : field->shown);
            paper_row_put(c, row, "mark", field->copied ? "記録から" : field->mark);
        }
}

void
policy_show_sheet_line(struct ctx *c,
                       struct case_id id,
                       const struct sheet *sheet,
                       const struct sql_sheet_list_row *row,
                       size_t empty,
                       struct sheets_view *out)
{
    const bool own = !row || id_same(row->desk_id.id, c->viewer->desk.id);
    struct sheet_line_view line = {
        .title = sheet_title(c, sheet),
        .state = "書いていない",
        .tone = "warn",
        .path = show_path(c, "cases", id.id,
                          arena_printf(c->mem, "/sheets/%s", sheet->code)),
    };

    if (row) {
        line.state = empty ? arena_printf(c->mem, "要る項目が%zu空いています", empty)
                           : arena_printf(c->mem, "第%d版", (int)row->version);
        line.tone = empty ? "warn" : "ok";
        line.when = arena_printf(c->mem, "%s　%s", instant_ja(c->mem, row->recorded_at),
                                 row->who);
    }
    if (!own) {
        line.path = show_path(c, "sheets", row->sheet_id.id, "");
        line.desk = row->desk;
        line.state = arena_printf(c->mem, "第%d版", (int)row->version);
        line.tone = "";
    }
    if (own)
        *VEC_PUSH(c->mem, &out->own) = line;
    else
        *VEC_PUSH(c->mem, &out->others) = line;
}

void
policy_show_sheets(struct ctx *c,
                   const struct facts *facts,
                   const struct people_records *people,
                   enum sheet_lack lack,
                   size_t member,
                   const struct sql_assessment_last_row *last,
                   struct sheets_view *out)
{
    const char *base = show_path(c, "cases", people->id.id, "/sheets");

    out->whole = lack == SHEET_WHOLE;
    out->people_path = show_path(c, "cases", people->id.id, "/people");
    out->complete_path = arena_printf(c->mem, "%s/complete", base);
    out->stand = out->whole ? "仕上げられます" : "未完です";
    if (last)
        out->last = arena_printf(c->mem, "%sに仕上げました　%s",
                                 instant_ja(c->mem, last->completed_at), last->who);
    switch (lack) {
    case SHEET_WHOLE:
        break;
    case SHEET_LACKS_MEMBER:
        out->lacks = arena_printf(
            c->mem,
            "いっしょに暮らす%sのことが、まだ書かれていません。シート3に書くか、"
            "「世帯と人」で「まだ会えていない」のしるしをつけてください。",
            show_person_name(c, facts, people, people->people.v[member].person_id));
        break;
    case SHEET_LACKS_STRENGTH:
        out->lacks = "強み・できていることが、まだ書かれていません。"
                     "本人か世帯について、ひとつ書いてください。";
        break;
    case SHEET_LACKS_FIELD:
        out->lacks = "要る項目が空いているシートがあります。";
        break;
    }
    shown_note(c, SHOWN_CASE, people->id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
}
