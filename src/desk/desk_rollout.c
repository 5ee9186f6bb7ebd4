#include "desk_rollout.h"

#include "../base/buf.h"
#include "../domain/town.h"
#include "desk_user.h"
#include "gen/sql.h"

#include <string.h>

static bool
is_among(struct ctx *c, const char *all, const char *code)
{
    return strstr(all, arena_printf(c->mem, "\n%s\n", code)) != NULL;
}

bool
desk_rollout(struct ctx *c, struct rollout_view *out)
{
    struct sql_setting_get_row row = { .value = "" };
    struct sql_desk_list_rows desks = { 0 };
    struct form_option *v;
    struct buf chosen = buf_new(c->mem);
    size_t n = 0;
    bool found;

    if (!desk_user_allow(c)
        || !sql_setting_get(c, &(struct sql_setting_get_in){ .name = "intake_desks" },
                            &row, &found)
        || !sql_desk_list(c, &desks))
        return false;
    v = ARENA_ARRAY(c->mem, desks.n + 1, struct form_option);
    for (size_t i = 0; i < desks.n; i++) {
        const struct sql_desk_list_row *d = &desks.v[i];

        v[i] = (struct form_option){ .code = arena_strdup(c->mem, d->desk_id.id.s),
                                     .label = d->name };
        if (found && is_among(c, row.value, d->code)) {
            buf_printf(&chosen, "%s%s", n ? " " : "", d->desk_id.id.s);
            n++;
        }
    }
    *out = (struct rollout_view){
        .path = arena_printf(c->mem, "%s/users/desks", c->town->path),
        .back_path = arena_printf(c->mem, "%s/users", c->town->path),
        .desks = { .name = "desks", .v = v, .n = desks.n },
        .chosen = buf_text(&chosen),
        .now = n ? arena_printf(c->mem, "いまは、%zuの窓口だけで受けています。", n)
                 : "いまは、どの窓口でも受けています。",
    };
    return true;
}

bool
desk_rollout_set(struct ctx *c, const struct form_rollout *f, struct outcome *out)
{
    struct sql_desk_list_rows desks = { 0 };
    struct buf value = buf_new(c->mem);
    size_t known = 0;

    if (!desk_user_allow(c) || !sql_desk_list(c, &desks))
        return false;
    for (size_t i = 0; i < desks.n; i++)
        for (size_t k = 0; k < f->desks.n; k++)
            if (strcmp(f->desks.v[k], desks.v[i].desk_id.id.s) == 0) {
                buf_printf(&value, "%s%s\n", value.n ? "" : "\n", desks.v[i].code);
                known++;
            }
    if (known != f->desks.n)
        return refuse_field(c, "desks",
                            "「受付を始めた窓口」を、一覧から選んでください。");
    out->place = "/users/desks?said=saved";
    return sql_setting_put(c, &(struct sql_setting_put_in){
                                  .name = "intake_desks", .value = buf_text(&value) });
}
