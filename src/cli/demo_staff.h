/*
 * The invented people of a demo, the same in every municipality: one for each role, at the
 * desks that its profile states. Tests log in as them too.
 */
#ifndef KASANE_CLI_DEMO_STAFF_H
#define KASANE_CLI_DEMO_STAFF_H

#include "../base/crypt.h"
#include "../base/fields.h"

/* What everybody logs in with, and the seed of the one who needs a code as well. */
#define DEMO_PASSWORD "kasane-mihon-2026"
extern const unsigned char demo_totp_secret[CRYPT_TOTP_SECRET_LEN];

/*
 * Adds the accounts and posts of a municipality, in the transaction that is open; its profile
 * must be in force. Each gets a key of the API, appended to tokens as "niiza/100001".
 *
 *     100001 相談支援員, the desk that leads       100002 相談支援員, another desk of the city
 *     100003 調整担当, leads                       100004 地域支援の推進員, leads
 *     100005 相談支援員 at both desks, with a code 100007 個人情報保護担当
 *     100008 システム管理者                        100009 所属長
 *     200001 受託機関の職員                        200002 the same of another agency
 *     200003 the contracted body that reaches out
 *     300001 民生委員・児童委員                    300002 住民協力者
 *     300003 委員 (of a steering or public body)
 */
bool demo_staff_make(struct ctx *c,
                     const char *town,
                     enum crypt_cost cost,
                     struct fields *tokens) MUST_USE;

#endif
