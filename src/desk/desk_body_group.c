#include "desk_body_group.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "desk_body_record.h"
#include "desk_plan_say.h"
#include "desk_sitting_part.h"

bool
body_has_groups(const struct plan_meeting *m)
{
    return m->kind == PROFILE_MEETING_KIND_PLATFORM
           || m->kind == PROFILE_MEETING_KIND_NETWORK;
}

static const char *
place_of(struct ctx *c, const char *body, const char *said, struct id at)
{
    return arena_printf(c->mem, "/meetings/groups?body=%s&said=%s&at=%s", body, said,
                        at.s);
}

static struct day
or_today(const struct ctx *c, struct day given)
{
    return day_known(given) ? given : day_of(c->now);
}

/* The body, if the viewer sets sittings and groups take part in it. */
static bool
load_body(struct ctx *c, const char *body, const struct plan_meeting **out)
{
    *out = profile_meeting(c->town->profile, body);
    return desk_sitting_may_set(c)
           && ((*out && body_has_groups(*out)) || refuse(c, ERR_MISSING, "no groups"));
}

bool
desk_body_group(struct ctx *c, const struct form_body_group *f, struct outcome *out)
{
    const struct sql_group_list_in now = { .body = f->body, .on_day = day_of(c->now) };
    const struct sql_group_add_in in = { .group_id = { id_new(c) },
                                         .body = f->body,
                                         .name = f->name,
                                         .work = f->work,
                                         .from_on = or_today(c, f->from_on),
                                         .desk_id = c->viewer->desk,
                                         .post_id = c->viewer->post,
                                         .now = c->now };
    const struct plan_meeting *m;
    struct sql_group_list_rows rows = { 0 };

    if (!load_body(c, f->body, &m))
        return false;
    if (in.from_on.n > day_of(c->now).n)
        return refuse_field(c, "from_on",
                            "「いつから」は、きょうまでの日にしてください。");
    if (!sql_group_list(c, &now, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (text_same(rows.v[i].name, f->name))
            return refuse_field(c, "name", "「%s」は、もう加わっています。", f->name);
    out->id = in.group_id.id;
    out->place = place_of(c, m->id, "entry_kept", out->id);
    return sql_group_add(c, &in);
}

bool
desk_body_group_end(struct ctx *c,
                    struct group_id id,
                    const struct form_body_group_end *f,
                    struct outcome *out)
{
    const struct sql_group_end_in in = { .group_id = id,
                                         .until_on = or_today(c, f->until_on) };
    struct sql_group_one_row g;
    const struct plan_meeting *m;
    bool found;

    if (!sql_group_one(c, &(struct sql_group_one_in){ .group_id = id }, &g, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such group");
    if (!load_body(c, g.body, &m))
        return false;
    if (day_known(g.until_on))
        return refuse(c, ERR_CONFLICT, "この団体は、もう抜けています。");
    if (in.until_on.n < g.from_on.n)
        return refuse_field(c, "until_on",
                            "「いつまで」は、加わった日よりあとにしてください。");
    out->place = place_of(c, g.body, "ended", id.id);
    return sql_group_end(c, &in);
}

static bool
is_one_of(const struct sql_group_list_rows *rows, const char *code)
{
    for (size_t i = 0; i < rows->n; i++)
        if (text_same(rows->v[i].group_id.id.s, code))
            return true;
    return false;
}

bool
desk_body_event(struct ctx *c, const struct form_body_event *f, struct outcome *out)
{
    const struct event_id event = { id_new(c) };
    const struct day on = or_today(c, f->on_day);
    const struct sql_group_list_in then = { .body = f->body, .on_day = on };
    const struct plan_meeting *m;
    struct sql_group_list_rows rows = { 0 };

    if (!load_body(c, f->body, &m) || !sql_group_list(c, &then, &rows))
        return false;
    for (size_t i = 0; i < f->groups.n; i++)
        if (!is_one_of(&rows, f->groups.v[i]))
            return refuse_field(
                c, "groups",
                "「加わった団体」は、その日に加わっていた団体から選んでください。");
    if (f->kind == BODY_EVENT_KIND_JOINT && f->groups.n < 2)
        return refuse_field(c, "groups",
                            "いっしょにする活動では、団体を2つ以上選んでください。");
    if (!sql_body_event_add(c,
                            &(struct sql_body_event_add_in){ .event_id = event,
                                                             .body = m->id,
                                                             .kind = f->kind,
                                                             .title = f->title,
                                                             .words = f->words,
                                                             .on_day = on,
                                                             .desk_id = c->viewer->desk,
                                                             .post_id = c->viewer->post,
                                                             .now = c->now }))
        return false;
    for (size_t i = 0; i < f->groups.n; i++) {
        struct sql_body_event_group_add_in in = { .event_id = event };

        if (!id_read(f->groups.v[i], &in.group_id.id)
            || !sql_body_event_group_add(c, &in))
            return false;
    }
    out->id = event.id;
    out->place = place_of(c, m->id, "entry_kept", out->id);
    return true;
}

/* Rows come event by event: one line for each. */
static void
show_events(struct ctx *c,
            const struct sql_body_event_list_rows *rows,
            struct body_groups_view *out)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_body_event_list_row *e = &rows->v[i];

        buf_printf(&b, "%s%s", b.n ? "・" : "", e->name);
        if (i + 1 < rows->n && id_same(rows->v[i + 1].event_id.id, e->event_id.id))
            continue;
        *VEC_PUSH(c->mem, &out->events) = (struct body_event_view){
            .title = e->title,
            .kind = body_event_kind_label(e->kind),
            .day = day_ja(c->mem, e->on_day),
            .words = *e->words ? e->words : NULL,
            .groups = buf_text(&b),
            .path = body_record_path(c, e->event_id.id),
            .state = body_record_state(e->changes, e->withdrawn),
        };
        b = buf_new(c->mem);
    }
}

static void
add_tie(struct ctx *c, struct link_list *ties, const char *name)
{
    for (size_t i = 0; i < ties->n; i++)
        if (text_same(ties->v[i].text, name))
            return;
    *VEC_PUSH(c->mem, ties) = (struct link_view){ .text = name };
}

/* What a group did, and with whom it works. */
static void
show_group(struct ctx *c,
           const struct sql_group_list_row *g,
           const struct sql_body_event_list_rows *rows,
           struct body_group_line_view *v)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_body_event_list_row *e = &rows->v[i];

        if (!id_same(e->group_id.id, g->group_id.id) || e->withdrawn)
            continue;
        *VEC_PUSH(c->mem, &v->events) = (struct link_view){
            .text = arena_printf(c->mem, "%s　%s", day_ja(c->mem, e->on_day), e->title),
        };
        for (size_t k = 0; e->kind == BODY_EVENT_KIND_JOINT && k < rows->n; k++)
            if (id_same(rows->v[k].event_id.id, e->event_id.id)
                && !id_same(rows->v[k].group_id.id, g->group_id.id))
                add_tie(c, &v->ties, rows->v[k].name);
    }
}

/* What the plan itself says of the body's age and size. */
static void
show_stated(struct ctx *c, const struct plan_meeting *m, struct body_groups_view *out)
{
    const struct profile_settings *s = c->town->profile->settings;

    for (size_t i = 0; s && i < s->body_starts.n; i++)
        if (text_same(s->body_starts.v[i].body, m->id))
            out->since = say_when(c, s->body_starts.v[i].started);
    for (size_t i = 0; s && i < s->body_sizes.n; i++) {
        const struct plan_body_size *one = &s->body_sizes.v[i];
        const char *as_of = say_when(c, one->as_of);

        if (text_same(one->body, m->id))
            out->stated = arena_printf(c->mem, "計画では %ld%s%s%s%s", (long)one->count,
                                       one->unit, as_of ? "（" : "", as_of ? as_of : "",
                                       as_of ? "時点）" : "");
    }
}

static bool
show_withdrawn(struct ctx *c,
               const struct plan_meeting *m,
               struct body_groups_view *out)
{
    struct sql_group_withdrawn_rows rows = { 0 };

    if (!sql_group_withdrawn(c, &(struct sql_group_withdrawn_in){ .body = m->id },
                             &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->withdrawn) = (struct link_view){
            .path = body_record_path(c, rows.v[i].group_id.id),
            .text = rows.v[i].name,
        };
    return true;
}

bool
desk_body_groups(struct ctx *c,
                 const char *body,
                 struct day on,
                 struct body_groups_view *out)
{
    const struct day day = or_today(c, on);
    const struct sql_group_list_in in = { .body = body, .on_day = day };
    const char *path = arena_printf(c->mem, "%s/meetings/groups", c->town->path);
    const struct plan_meeting *m;
    struct sql_group_list_rows rows = { 0 };
    struct sql_body_event_list_rows events = { 0 };

    if (!load_body(c, body, &m) || !sql_group_list(c, &in, &rows)
        || !sql_body_event_list(c, &(struct sql_body_event_list_in){ .body = body },
                                &events))
        return false;
    *out = (struct body_groups_view){
        .body = m->id,
        .title = m->name,
        .on = day_ja(c->mem, day),
        .count = arena_printf(c->mem, "%zu団体", rows.n),
        .year_path =
            arena_printf(c->mem, "%s/meetings/year?body=%s", c->town->path, m->id),
        .group_path = path,
        .event_path = arena_printf(c->mem, "%s/meetings/events", c->town->path),
    };
    show_stated(c, m, out);
    show_events(c, &events, out);
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_group_list_row *g = &rows.v[i];
        struct body_group_line_view v = {
            .id = arena_strdup(c->mem, g->group_id.id.s),
            .name = g->name,
            .work = *g->work ? g->work : NULL,
            .since = arena_printf(c->mem, "%sから", day_ja(c->mem, g->from_on)),
            .path = body_record_path(c, g->group_id.id),
            .end_path = day_known(g->until_on)
                            ? NULL
                            : arena_printf(c->mem, "%s/groups/%s/end", c->town->path,
                                           g->group_id.id.s),
        };

        show_group(c, g, &events, &v);
        *VEC_PUSH(c->mem, &out->groups) = v;
    }
    return show_withdrawn(c, m, out);
}

struct form_options
desk_body_group_options(struct ctx *c, const char *body)
{
    const struct sql_group_list_in in = { .body = body, .on_day = day_of(c->now) };
    struct sql_group_list_rows rows = { 0 };
    struct form_option *v;

    if (!sql_group_list(c, &in, &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, rows.v[i].group_id.id.s),
            .label = rows.v[i].name,
        };
    return (struct form_options){ .name = "body_group", .v = v, .n = rows.n };
}
