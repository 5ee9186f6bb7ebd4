#include "desk_place_work_part.h"

#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/match.h"
#include "../domain/town.h"

#include <inttypes.h>

/* How many were asked of each kind. */
static int64_t
sent_to(const struct sql_survey_one_row *s, enum survey_target target)
{
    switch (target) {
    case SURVEY_TARGET_SCHOOL:
        return s->schools;
    case SURVEY_TARGET_CENTER:
        return s->centers;
    case SURVEY_TARGET_DISABILITY:
        return s->disability;
    case SURVEY_TARGET_OTHER:
        return s->others;
    case SURVEY_TARGET_NONE:
        break;
    }
    return 0;
}

static int64_t
answered(const struct sql_survey_answers_rows *answers, enum survey_target target)
{
    int64_t n = 0;

    for (size_t i = 0; i < answers->n; i++)
        n += answers->v[i].target == target && !*answers->v[i].withdrawn;
    return n;
}

/* Rounded to the nearest; "―" where nobody was asked. */
static const char *
rate_text(struct ctx *c, int64_t n, int64_t of)
{
    return of ? arena_printf(c->mem, "%" PRId64 "%%", (n * 200 + of) / (of * 2)) : "―";
}

static void
add_rates(struct ctx *c,
          const struct sql_survey_one_row *s,
          const struct sql_survey_answers_rows *answers,
          struct figure_row_list *out)
{
    for (int t = SURVEY_TARGET_SCHOOL; t < SURVEY_TARGET_N; t++) {
        const enum survey_target target = (enum survey_target)t;
        const int64_t sent = sent_to(s, target);
        const int64_t n = answered(answers, target);
        struct figure_row_view *v;

        if (!sent && !n)
            continue;
        v = place_row(c, out, survey_target_label(target));
        v->a = place_number(c, sent);
        v->b = place_number(c, n);
        v->c = rate_text(c, n, sent);
    }
}

static void
add_needs(struct ctx *c,
          const struct sql_survey_answers_rows *answers,
          struct survey_view *out)
{
    const struct code_options all =
        codes_options(c->mem, c->town->codes, "local_issue", day_of(c->now));
    int64_t sum = 0;

    for (size_t i = 0; i < all.n; i++) {
        int64_t n = 0;

        for (size_t j = 0; j < answers->n; j++)
            n += match_has(answers->v[j].needs, all.v[i]->code)
                 && !*answers->v[j].withdrawn;
        sum += n;
        if (n)
            place_row(c, &out->needs, all.v[i]->label)->a =
                arena_printf(c->mem, "%" PRId64 "件", n);
    }
    out->total = arena_printf(c->mem, "のべ %" PRId64 "件", sum);
}

static const char *
needs_text(struct ctx *c, const char *needs)
{
    const struct code_options all =
        codes_options(c->mem, c->town->codes, "local_issue", day_of(c->now));
    const char *text = "";

    for (size_t i = 0; i < all.n; i++)
        if (match_has(needs, all.v[i]->code))
            text = arena_printf(c->mem, "%s%s%s", text, *text ? "、" : "",
                                all.v[i]->label);
    return *text ? text : "ニーズの区分なし";
}

static void
add_answers(struct ctx *c,
            const struct sql_survey_answers_rows *answers,
            struct work_line_list *out)
{
    for (size_t i = 0; i < answers->n; i++) {
        const struct sql_survey_answers_row *r = &answers->v[i];

        *VEC_PUSH(c->mem, out) = (struct work_line_view){
            .id = arena_strdup(c->mem, r->answer_id.id.s),
            .kind = survey_target_label(r->target),
            .party = *r->party ? r->party : NULL,
            .desk = needs_text(c, r->needs),
            .words = *r->words ? r->words : NULL,
            .withdrawn = *r->withdrawn ? r->withdrawn : NULL,
            .withdraw_path = *r->withdrawn
                                 ? NULL
                                 : place_withdraw_path(c, r->answer_id.id, r->desk_id),
        };
    }
}

bool
desk_surveys(struct ctx *c, struct surveys_view *out)
{
    struct sql_survey_list_rows rows = { 0 };
    struct sql_survey_counts_rows counts = { 0 };

    if (!place_may_write(c) || !sql_survey_list(c, &rows)
        || !sql_survey_counts(c, &counts))
        return false;
    *out = (struct surveys_view){ .path = place_path(c, "/surveys") };
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_survey_list_row *s = &rows.v[i];
        const int64_t sent = s->schools + s->centers + s->disability + s->others;
        struct figure_row_view *v = place_row(c, &out->lines, s->title);
        int64_t n = 0;

        for (size_t j = 0; j < counts.n; j++)
            if (id_same(counts.v[j].survey_id.id, s->survey_id.id))
                n = counts.v[j].n;
        v->path = place_path(c, arena_printf(c->mem, "/surveys/%s", s->survey_id.id.s));
        v->a = day_ja(c->mem, s->sent_on);
        v->b = place_number(c, sent);
        v->c = place_number(c, n);
        v->d = rate_text(c, n, sent);
    }
    return true;
}

static bool
load(struct ctx *c, struct survey_id id, struct sql_survey_one_row *row)
{
    bool found;

    if (!place_may_write(c)
        || !sql_survey_one(c, &(struct sql_survey_one_in){ id }, row, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "no such survey");
}

bool
desk_survey(struct ctx *c, struct survey_id id, struct survey_view *out)
{
    const char *path = arena_printf(c->mem, "/surveys/%s", id.id.s);
    struct sql_survey_answers_rows answers = { 0 };
    struct sql_survey_one_row s;
    struct sql_place_entry_row entry;
    bool found;

    if (!load(c, id, &s)
        || !sql_survey_answers(c, &(struct sql_survey_answers_in){ id }, &answers)
        || !sql_place_entry(c, &(struct sql_place_entry_in){ { id.id } }, &entry,
                            &found))
        return false;
    *out = (struct survey_view){
        .id = arena_strdup(c->mem, id.id.s),
        .title = s.title,
        .sent = day_ja(c->mem, s.sent_on),
        .back_path = place_path(c, "/surveys"),
        .answer_path = place_path(c, path),
        .withdraw_path = found ? place_withdraw_path(c, id.id, entry.desk_id) : NULL,
    };
    add_rates(c, &s, &answers, &out->rates);
    add_needs(c, &answers, out);
    add_answers(c, &answers, &out->answers);
    return true;
}

bool
desk_survey_add(struct ctx *c, const struct form_survey *f, struct outcome *out)
{
    const struct sql_survey_add_in in = {
        .survey_id = { id_new(c) },
        .title = f->title,
        .sent_on = f->sent_on,
        .schools = f->schools,
        .centers = f->centers,
        .disability = f->disability,
        .others = f->others,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };

    out->id = in.survey_id.id;
    out->place = arena_printf(c->mem, "/places/surveys/%s?said=survey", out->id.s);
    if (!place_may_write(c) || !place_not_ahead(c, "sent_on", "送った日", f->sent_on))
        return false;
    if (in.schools + in.centers + in.disability + in.others == 0)
        return refuse_field(c, "schools",
                            "どこへいくつ送ったかを、ひとつは書いてください。");
    return sql_survey_add(c, &in);
}

bool
desk_survey_answer(struct ctx *c,
                   struct survey_id id,
                   const struct form_survey_answer *f,
                   struct outcome *out)
{
    struct sql_survey_answers_rows answers = { 0 };
    const char *needs = f->needs.n ? "," : "";
    struct sql_survey_one_row s;

    if (!load(c, id, &s) || !desk_check_codes(c, &form_survey_answer_def, f)
        || !sql_survey_answers(c, &(struct sql_survey_answers_in){ id }, &answers))
        return false;
    if (answered(&answers, f->target) >= sent_to(&s, f->target))
        return refuse_field(c, "target",
                            "「%s」には%" PRId64 "通送りました。それより多くの回答は"
                            "書けません。",
                            survey_target_label(f->target), sent_to(&s, f->target));
    for (size_t i = 0; i < f->needs.n; i++)
        needs = arena_printf(c->mem, "%s%s,", needs, f->needs.v[i]);
    out->id = id_new(c);
    out->place = arena_printf(c->mem, "/places/surveys/%s?said=survey_answer&entry=%s",
                              id.id.s, out->id.s);
    return sql_survey_answer_add(
        c, &(struct sql_survey_answer_add_in){ .answer_id = { out->id },
                                               .survey_id = id,
                                               .target = f->target,
                                               .party = f->party,
                                               .needs = needs,
                                               .words = f->words,
                                               .desk_id = c->viewer->desk,
                                               .post_id = c->viewer->post,
                                               .now = c->now });
}
