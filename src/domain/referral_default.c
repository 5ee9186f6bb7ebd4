#include "referral_default.h"

enum basis
referral_default_basis(const struct settings *s,
                       enum post_kind giver,
                       enum post_kind receiver)
{
    const char *code =
        settings_basis(s, post_kind_code(giver), post_kind_code(receiver));
    enum basis basis;

    return code && basis_read(code, &basis) && basis ? basis : BASIS_CONSENT;
}
