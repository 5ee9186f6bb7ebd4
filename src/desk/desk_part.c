#include "desk_part.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../domain/codes.h"
#include "../domain/duty_rule.h"
#include "../domain/town.h"
#include "../policy/shown.h"
#include "../policy/show_event.h"

#include <string.h>

struct db_ids
desk_subjects(const struct ctx *c)
{
    return (struct db_ids){ .v = c->viewer->subjects, .n = c->viewer->n_subjects };
}

bool
desk_allow(struct ctx *c,
           struct case_id id,
           enum policy_act act,
           enum item_class item,
           enum own own,
           struct facts *facts)
{
    struct decision d;

    if (!store_facts_of_case(c, id, facts))
        return false;
    if (facts->part == PART_PAST)
        return refuse(c, ERR_DENIED, "sharing has ended: nothing is read or written");
    facts->own = own;
    d = policy_decide(act, facts);
    if (!decision_allows(&d, item))
        return refuse_item(c, &d, act, item);
    shown_note(c, SHOWN_CASE, id.id, 0, d.grounds);
    return true;
}

bool
desk_put_duty(struct ctx *c,
              struct case_id id,
              const char *rule,
              struct id subject,
              struct desk_id desk,
              struct post_id post,
              struct day due)
{
    return sql_duty_put(c, &(struct sql_duty_put_in){ .duty_id = { id_new(c) },
                                                      .case_id = id,
                                                      .rule = rule,
                                                      .subject_id = subject,
                                                      .desk_id = desk,
                                                      .post_id = post,
                                                      .due_on = due });
}

bool
desk_clear_duty(struct ctx *c, const char *rule, struct id subject)
{
    return sql_duty_clear(
        c, &(struct sql_duty_clear_in){ .rule = rule, .subject_id = subject });
}

bool
desk_add_step(struct ctx *c,
              struct case_id id,
              struct post_id owner,
              const char *what,
              struct day due)
{
    const struct sql_step_add_in in = {
        .step_id = { id_new(c) },
        .case_id = id,
        .desk_id = c->viewer->desk,
        .owner_post = owner,
        .what = what,
        .due_on = due,
        .now = c->now,
        .subjects = desk_subjects(c),
    };
    size_t added;

    if (!sql_step_add_changed(c, &in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_put_duty(c, id, DUTY_NEXT_STEP, in.step_id.id, c->viewer->desk, owner,
                         due)
           && desk_keep_version(c, in.step_id.id, 1, "step", id, "次の対応を決めた",
                                what);
}

bool
desk_keep_version(struct ctx *c,
                  struct id record,
                  int64_t version,
                  const char *kind,
                  struct case_id id,
                  const char *why,
                  const char *body)
{
    if (!show_event_known(kind))
        return refuse(c, ERR_BUG, "no sentence for records of kind %s", kind);
    return sql_version_add(c, &(struct sql_version_add_in){ .record_id = record,
                                                            .version = version,
                                                            .kind = kind,
                                                            .case_id = id,
                                                            .post_id = c->viewer->post,
                                                            .now = c->now,
                                                            .why = why,
                                                            .body = body });
}

/* What one answer is called; an answer that is no code stays as it is. */
static const char *
answer_text(struct ctx *c, const struct form_field *f, const char *value)
{
    switch (f->kind) {
    case FORM_CODE:
    case FORM_CODES:
        return town_label(c->town, f->list, value);
    case FORM_CHOICE:
        for (size_t i = 1; f->codes[i]; i++)
            if (text_same(f->codes[i], value))
                return f->labels[i];
        return value;
    case FORM_FLAG:
        return "はい";
    case FORM_TEXT:
    case FORM_LINE:
    case FORM_SECRET:
    case FORM_INT:
    case FORM_DAY:
    case FORM_ID:
        break;
    }
    return value;
}

/* All answers to one field on a line; "" when there are none. */
static const char *
field_text(struct ctx *c,
           const struct form_field *f,
           const void *values,
           const struct fields *typed)
{
    struct buf b = buf_new(c->mem);
    struct day day;

    if (f->kind == FORM_DAY) {
        memcpy(&day, (const unsigned char *)values + f->offset, sizeof day);
        return day_known(day) ? day_ja(c->mem, day) : "";
    }
    for (size_t i = 0; i < typed->n; i++)
        if (text_same(typed->v[i].name, f->name))
            buf_printf(&b, "%s%s", b.n ? "、" : "",
                       answer_text(c, f, typed->v[i].value));
    return buf_text(&b);
}

const char *
desk_form_text(struct ctx *c, const struct form_def *def, const void *values)
{
    struct fields typed = { 0 };
    struct buf b = buf_new(c->mem);

    form_write(c->mem, def, values, &typed);
    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *f = &def->fields[i];
        const char *text = field_text(c, f, values, &typed);

        if (*text)
            buf_printf(&b, "%s：%s\n", f->label, text);
    }
    return buf_text(&b);
}

bool
desk_check_codes(struct ctx *c, const struct form_def *def, const void *values)
{
    return form_check_codes(c, def, values, codes_known, c->town->codes);
}

bool
desk_drop_draft(struct ctx *c, struct draft_id draft)
{
    if (id_none(draft.id))
        return true;
    return sql_draft_drop(c, &(struct sql_draft_drop_in){ .draft_id = draft,
                                                          .post_id = c->viewer->post });
}
