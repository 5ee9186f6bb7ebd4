/*
 * What a new password must be. Not for how it is kept: see base/crypt.h.
 */
#ifndef KASANE_DOMAIN_PASSWORD_RULE_H
#define KASANE_DOMAIN_PASSWORD_RULE_H

#include <stdbool.h>

enum { PASSWORD_LENGTH_MIN = 15 }; /* characters, of whatever writing */

/*
 * Says whether the password is long enough, counted in characters (code points). False for
 * what is not UTF-8. Source: NIST SP 800-63B 5.1.1; security.md D7.
 */
bool password_is_long(const char *password);

#endif
