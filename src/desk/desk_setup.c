#include "desk_setup.h"

#include "gen/sql.h"

#include "../base/crypt.h"
#include "../base/day.h"
#include "../domain/plan_desk.h"
#include "../domain/profile_read.h"

#include <string.h>

static bool
find_agency(struct ctx *c, const struct plan_desk *d, struct agency_id *out)
{
    struct sql_agency_by_code_row row;
    bool found;

    if (!sql_agency_put(c,
                        &(struct sql_agency_put_in){
                            .agency_id = { id_new(c) },
                            .code = d->agency,
                            .name = d->agency_name,
                            .kind = d->city ? post_kind_code(POST_KIND_CITY)
                                            : post_kind_code(POST_KIND_COMMISSIONED),
                        })
        || !sql_agency_by_code(c, &(struct sql_agency_by_code_in){ .code = d->agency },
                               &row, &found))
        return false;
    *out = row.agency_id;
    return true;
}

static bool
put_desks(struct ctx *c, const struct profile *p)
{
    struct plan_desks desks = plan_desks(c->mem, p);

    for (size_t i = 0; i < desks.n; i++) {
        const struct plan_desk *d = &desks.v[i];
        struct agency_id agency;

        if (!find_agency(c, d, &agency)
            || !sql_desk_put(c, &(struct sql_desk_put_in){ .desk_id = { id_new(c) },
                                                           .agency_id = agency,
                                                           .code = d->code,
                                                           .name = d->name,
                                                           .is_lead = d->lead,
                                                           .from_on = day_of(c->now) }))
            return false;
    }
    return true;
}

bool
desk_setup_profile(struct ctx *c, const char *file, const char *text)
{
    struct profile_errors errors = { 0 };
    const struct profile *p;
    struct hash digest = crypt_sha256(text, strlen(text));

    return profile_read(c, file, text, strlen(text), &errors, &p)
           && sql_profile_add(c,
                              &(struct sql_profile_add_in){
                                  .loaded_at = c->now,
                                  .digest = crypt_base64url(c->mem, digest.b, HASH_LEN),
                                  .body = text })
           && put_desks(c, p);
}

static bool
add_post(struct ctx *c,
         struct account_id account,
         const struct new_user *u,
         struct post_id *post)
{
    struct sql_desk_by_code_row desk;
    struct day end = day_fiscal_end(day_of(c->now));
    bool found;

    if (!sql_desk_by_code(c, &(struct sql_desk_by_code_in){ .code = u->desk }, &desk,
                          &found))
        return false;
    if (!found)
        return refuse_field(c, "desk", "「%s」という窓口はありません。", u->desk);
    end.n++;
    post->id = id_new(c);
    return sql_post_add(c, &(struct sql_post_add_in){
                               .post_id = *post,
                               .account_id = account,
                               .desk_id = desk.desk_id,
                               .role = u->role,
                               .kind = u->kind,
                               .title = u->title,
                               .from_at = u->from_at ? u->from_at : c->now,
                               .until_at = u->until_at ? u->until_at : day_begin(end),
                           });
}

bool
desk_setup_user(struct ctx *c, const struct new_user *u, struct post_id *post)
{
    const struct account_id account = { id_new(c) };
    struct sql_account_by_login_row row;
    bool found;

    if (!sql_account_by_login(c, &(struct sql_account_by_login_in){ .login = u->login },
                              &row, &found))
        return false;
    if (found)
        return refuse_field(c, "login", "「%s」は、もう使われています。", u->login);
    return sql_account_add(
               c,
               &(struct sql_account_add_in){
                   .account_id = account,
                   .login = u->login,
                   .name = u->name,
                   .password = u->password_hash,
                   .totp_seed = { .p = u->totp_secret,
                                  .n = u->totp_secret ? CRYPT_TOTP_SECRET_LEN : 0 },
                   .now = c->now,
               })
           && add_post(c, account, u, post);
}

bool
desk_setup_post(struct ctx *c, const struct new_user *u, struct post_id *post)
{
    struct sql_account_by_login_row row;
    bool found;

    if (!sql_account_by_login(c, &(struct sql_account_by_login_in){ .login = u->login },
                              &row, &found))
        return false;
    if (!found)
        return refuse_field(c, "login", "「%s」という職員番号はありません。", u->login);
    return add_post(c, row.account_id, u, post);
}

bool
desk_setup_token(struct ctx *c,
                 struct post_id post,
                 const char *name,
                 const char **token)
{
    struct sql_post_one_row row;
    const char *made = crypt_token(c);
    struct hash h = crypt_sha256(made, strlen(made));
    bool found;

    if (!sql_post_one(c, &(struct sql_post_one_in){ .post_id = post }, &row, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such post");
    *token = made;
    return sql_token_add(c, &(struct sql_token_add_in){
                                .token_hash = crypt_base64url(c->mem, h.b, HASH_LEN),
                                .session_id = { id_new(c) },
                                .post_id = post,
                                .name = name,
                                .now = c->now,
                                .until_at = row.until_at,
                            });
}

bool
desk_setup_demo(struct ctx *c)
{
    return sql_setting_put(
        c, &(struct sql_setting_put_in){ .name = "demo", .value = "1" });
}
